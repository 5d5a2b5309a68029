"""Attribution: windows of whole paragraphs with the tag and the cue of every word."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from training.news_model.examples import IGNORED, Example, load_vocabulary

from twosource.annotate.news_model.windows import Window, cut_windows
from twosource.evaluation.gold import read_rows

ROLES = ("source", "cue", "content")
TAGS = ("O", *(f"{mark}-{role}" for role in ROLES for mark in "BI"))


def read_articles(folder: Path, split: str) -> Iterator[tuple[str, list[dict[str, Any]]]]:
    """Text and attributions, by its first annotator, of each article of a split."""
    by_article: dict[str, dict[str, list[dict[str, Any]]]] = defaultdict(lambda: defaultdict(list))
    for row in read_rows(folder / "attributions.jsonl"):
        by_article[row["article"]][str(row["annotator"])].append(row)
    for row in read_rows(folder / "articles.jsonl"):
        if row["split"] == split:
            found = by_article[row["id"]]
            yield row["text"], found[min(found)] if found else []


def read_examples(folder: Path, split: str) -> list[Example]:
    """Every window of a split."""
    return [example for text, found in read_articles(folder, split) for example in read_windows(text, found)]


def read_windows(text: str, attributions: Sequence[dict[str, Any]]) -> list[Example]:
    """Every window of a text."""
    return [_example(window, attributions) for window in cut_windows(text, load_vocabulary())]


def _example(window: Window, attributions: Sequence[dict[str, Any]]) -> Example:
    example = Example(window.pieces, window.shapes, window.words, window.sentences, window.places)
    tags = [0] * len(window.places)
    anchors = [IGNORED] * len(window.places)
    for role in ("content", "source", "cue"):  # a cue inside another's content is a cue
        for attribution in attributions:
            anchor = _first_word(window, attribution["cue"])
            for start, end in attribution[role]:
                words = _words_in(window, start, end)
                for at in range(*words):
                    tags[at] = 1 + 2 * ROLES.index(role) + (at > words[0])
                    anchors[at] = anchor
    tags[0] = IGNORED
    example.targets = {"tag": tags, "anchor": anchors}
    return example


def _words_in(window: Window, start: int, end: int) -> tuple[int, int]:
    """The words of a window that a range of the text touches."""
    first = bisect_left(window.places, (start, start))
    first -= first > 1 and window.places[first - 1][1] > start
    return first, max(first, bisect_left(window.places, (end, end)))


def _first_word(window: Window, spans: Sequence[Sequence[int]]) -> int:
    words = _words_in(window, *spans[0]) if spans else (0, 0)
    return words[0] if words[0] < words[1] else IGNORED
