"""Names: sentences of the openly licensed sets in one scheme of five kinds.

The sets do not mark the same things. Where a set knows only persons, organisations and places, what it leaves unmarked
may still be an event or another name: such words are `OPEN`, and the loss asks only that they be none of the three.
Mentions of GUM are whole noun phrases: they are cut to the run of proper nouns around their head, without titles.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from training.news_model.examples import IGNORED, Example, words_of

from twosource.annotate.news_model.grid import find_grid
from twosource.evaluation.conllu import GoldSentence
from twosource.evaluation.entities import WIKIGOLD_TRAIN
from twosource.evaluation.gold import read_rows

KINDS = ("PER", "ORG", "LOC", "EVT", "MISC")
TAGS = ("O", *(f"{mark}-{kind}" for kind in KINDS for mark in "BI"))
OPEN = len(TAGS)
"""The target of a word that is none of the three common kinds."""
MAX_WORDS = 120
KIND_OF: Mapping[str, str] = {
    **dict.fromkeys(("PER", "person", "politician"), "PER"),
    **dict.fromkeys(("ORG", "organisation", "organization", "politicalparty", "corporation", "group"), "ORG"),
    **dict.fromkeys(("LOC", "place", "location", "country"), "LOC"),
    **dict.fromkeys(("event", "election"), "EVT"),
    **dict.fromkeys(("MISC", "misc", "creative-work", "product", "object", "abstract", "animal", "plant"), "MISC"),
}
_TITLES = frozenset(
    """mr mr. mrs mrs. ms ms. dr dr. sir dame lord lady president senator sen. rep. gov. governor king queen prince
    princess pope professor prof. judge justice general gen. col. capt. captain sgt. minister chancellor""".split()
)
_LINKS = frozenset({"of", "the", "for", "-", "'s", "’s", "de", "&", "al", "von", "van"})
_ONLY_THREE = frozenset({"btc"})


def read_examples(folder: Path) -> list[Example]:
    """Every training sentence of the sets: wikigold's first four fifths, train of the others, all of btc."""
    found: list[Example] = []
    for name in ("wikigold", "crossner_politics", "wnut17", "btc"):
        rows = list(read_rows(folder / name / "sentences.jsonl"))
        for number, row in enumerate(rows):
            if row.get("split", "train") == "train" and (name != "wikigold" or number < WIKIGOLD_TRAIN):
                found += _example(row, only_three=name in _ONLY_THREE)
    return found


def _example(row: dict[str, Any], *, only_three: bool) -> Iterator[Example]:
    places = find_grid(row["text"])
    if not 0 < len(places) <= MAX_WORDS:
        return
    example = Example()
    example.add(words_of(row["text"][s:e] for s, e in places), 0)
    spans = [(e["start"], e["end"], KIND_OF[e["label"]]) for e in row["entities"] if e["label"] in KIND_OF]
    example.targets = {"name": [IGNORED, *tag_words(places, spans, other=OPEN if only_three else 0)]}
    yield example


def tag_words(places: Sequence[tuple[int, int]], spans: Sequence[tuple[int, int, str]], *, other: int = 0) -> list[int]:
    """The tag of each word; of overlapping spans the longest counts."""
    tags = [other] * len(places)
    taken = [False] * len(places)
    starts = [start for start, _ in places]
    for start, end, kind in sorted(spans, key=lambda span: (span[0] - span[1], span)):
        first, after = bisect_left(starts, start), bisect_left(starts, end)
        first -= first > 0 and places[first - 1][1] > start
        if first < after and not any(taken[first:after]):
            taken[first:after] = [True] * (after - first)
            begin = 1 + 2 * KINDS.index(kind)
            tags[first:after] = [begin, *[begin + 1] * (after - first - 1)]
    return tags


def names_of_trees(trees: Sequence[GoldSentence], sentences: Path) -> dict[str, list[int]]:
    """Sentence id -> tags of names, for the sentences of GUM."""
    gold = {row["id"]: row["entities"] for row in read_rows(sentences)}
    return {tree.id: _tags_of_tree(tree, gold[tree.id]) for tree in trees if tree.id in gold}


def _tags_of_tree(tree: GoldSentence, entities: Sequence[dict[str, Any]]) -> list[int]:
    named = [e for e in entities if e["named"] and e["label"] in KIND_OF]
    spans = [core for entity in named for core in _core(tree, entity)]
    return tag_words(tree.places, spans)


def _core(tree: GoldSentence, entity: dict[str, Any]) -> Iterator[tuple[int, int, str]]:
    """The run of proper nouns of a mention around its head, over links between them, without titles."""
    inside = [at for at, (s, e) in enumerate(tree.places) if s >= entity["start"] and e <= entity["end"]]
    heads = [at for at in inside if tree.heads[at] not in inside]
    if not heads or tree.upos[heads[0]] != "PROPN":
        return
    first = after = heads[0]
    after += 1
    while first - 1 in inside and _proper(tree, first - 1):
        first -= 1
    while (end := _next_proper(tree, inside, after)) is not None:
        after = end
    while after - first > 1 and tree.forms[first].lower() in _TITLES:
        first += 1
    yield tree.places[first][0], tree.places[after - 1][1], KIND_OF[entity["label"]]


def _next_proper(tree: GoldSentence, inside: Sequence[int], after: int) -> int | None:
    at = after
    while at in inside and tree.forms[at].lower() in _LINKS and at - after < 2:
        at += 1
    return at + 1 if at in inside and _proper(tree, at) else None


def _proper(tree: GoldSentence, at: int) -> bool:
    return tree.upos[at] == "PROPN" or (tree.forms[at] == "-" and at + 1 < len(tree.forms))
