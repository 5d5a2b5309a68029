"""Attribution against gold: content and source F, by the definitions of PolNeAR's scorers.

A predicted content matches a gold one where their words (marks aside) overlap by at least half (Jaccard); pairs are
made greedily, best first, one to one. Content + source F also asks that the two sources share a word. Where several
people annotated an article the first by name is gold. Unquoted, mixed and direct recall slice the gold contents by
whether quotation marks stand in or around them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from twosource.annotate.news_model import ModelOptions
from twosource.evaluation.chains import evaluate_chains
from twosource.evaluation.gold import read_rows
from twosource.evaluation.metric import Metric, f1, measure, ratio
from twosource.evaluation.overlap import MIN_JACCARD, NumberedWords, jaccard
from twosource.evaluation.reader import MODEL, RULES, read_closely
from twosource.evaluation.speakers import evaluate_gum_speakers, evaluate_own_speakers
from twosource.model import Record

DATASETS = ("polnear", "gum")
COREFERENCE = "gum_open"
UNIVOCAL = frozenset({"polnear"})
"""Sets whose gold has nobody's words inside another's: only the outermost attribution of a chain can be right there."""

_DEVELOPMENT = "dev"
_MARKS = '“”"'


class AttributionCounts(Record, frozen=True, kw_only=True):
    """What was counted in one article."""

    gold: int = 0
    found: int = 0
    matched: int = 0
    exact: int = 0
    sourced: int = 0
    """Matched, and the sources share a word."""
    unquoted: tuple[int, int] = (0, 0)
    """(matched, gold) among contents without quotation marks; likewise the two below."""
    mixed: tuple[int, int] = (0, 0)
    direct: tuple[int, int] = (0, 0)


_Score = Callable[[Sequence[AttributionCounts]], float]
_Article = tuple[str | None, str, list[dict[str, Any]], list[dict[str, Any]]]


class _Sides(NamedTuple):
    """One attribution as sets of word numbers, and how it is quoted."""

    content: frozenset[int]
    source: frozenset[int]
    manner: str


def evaluate_attribution(data: Path) -> tuple[Metric, ...]:
    """Content, source, exact and sliced figures in percent of every set in the folder `data`, with intervals.

    `all` figures are over every article of a set and equal the reference scorer's; `dev` ones over the part that the
    rules were not written on. `model_` ones are those of the news model, on the part it was not trained on; all others
    are by rules. `outermost` ones leave out what stands inside another's speech, where gold has no such
    thing. Chains and voices of our own sets follow, and voices by the coreference of GUM where the
    folder of names lies beside `data`.
    """
    folders = [data / name for name in DATASETS if (data / name).is_dir()]
    found = [metric for folder in folders for metric in _evaluate_set(folder)]
    found += [metric for folder in folders for metric in _evaluate_model(folder)]
    for model, prefix in ((RULES, ""), (MODEL, "model_")):
        found += [*evaluate_chains(model, prefix), *evaluate_own_speakers(model, prefix)]
    named = data.parent / "entities" / COREFERENCE
    if (data / "gum").is_dir() and named.is_dir():
        found += evaluate_gum_speakers(data / "gum", named)
    return tuple(found)


def _evaluate_set(folder: Path) -> Iterator[Metric]:
    articles = list(read_articles(folder, RULES))
    yield from _metrics_of_parts(folder.name, "", articles, _SCORES)
    if folder.name in UNIVOCAL:
        outer = [
            (split, text, gold, [row for row in found if not row["nested"]]) for split, text, gold, found in articles
        ]
        yield from _metrics_of_parts(folder.name, "outermost_", outer, (content_f, content_source_f))


def _evaluate_model(folder: Path) -> Iterator[Metric]:
    articles = list(read_articles(folder, MODEL, only=_DEVELOPMENT))
    for prefix, nested in (("", True), ("outermost_", False)):
        counted = [
            count_article(text, gold, [row for row in found if nested or not row["nested"]])
            for _, text, gold, found in articles
        ]
        yield from _metrics(folder.name, f"model_{_DEVELOPMENT}_{prefix}", counted, _SCORES)


def _metrics_of_parts(
    dataset: str, prefix: str, articles: Sequence[_Article], scores: Sequence[_Score]
) -> Iterator[Metric]:
    counted = [(split, count_article(text, gold, found)) for split, text, gold, found in articles]
    yield from _metrics(dataset, f"all_{prefix}", [counts for _, counts in counted], scores)
    development = [counts for split, counts in counted if split == _DEVELOPMENT]
    if development and len(development) < len(counted):
        yield from _metrics(dataset, f"{_DEVELOPMENT}_{prefix}", development, scores)


def _metrics(
    dataset: str, part: str, counts: Sequence[AttributionCounts], scores: Sequence[_Score]
) -> Iterator[Metric]:
    for score in scores:
        yield measure(score, counts, area="attribution", dataset=dataset, name=f"{part}{score.__name__}")


def read_articles(folder: Path, model: ModelOptions, *, only: str | None = None) -> Iterator[_Article]:
    """Split, text, gold rows of the first annotator and our attributions of every article of a set, or of a split."""
    gold: dict[str, dict[str, list[dict[str, Any]]]] = defaultdict(lambda: defaultdict(list))
    for row in read_rows(folder / "attributions.jsonl"):
        gold[row["article"]][str(row.get("annotator"))].append(row)
    for row in read_rows(folder / "articles.jsonl"):
        if only is None or row.get("split") == only:
            by = gold.get(row["id"], {})
            yield row.get("split"), row["text"], by[min(by)] if by else [], _annotate(row["id"], row["text"], model)


def _annotate(article: str, text: str, model: ModelOptions) -> list[dict[str, Any]]:
    found = read_closely(article, text, model=model).attributions
    return [
        {part: [span.extent for span in getattr(attribution, part)] for part in ("source", "content")}
        | {"nested": attribution.parent is not None}
        for attribution in found
    ]


def count_article(text: str, gold: Iterable[dict[str, Any]], found: Iterable[dict[str, Any]]) -> AttributionCounts:
    """The counts of one article; gold and found give `source` and `content` as lists of ranges."""
    words = NumberedWords(text)
    left, right = list(_sides(text, words, gold)), list(_sides(text, words, found))
    pairs = match_contents([side.content for side in left], [side.content for side in right])
    hit = {i for i, _ in pairs}
    slices = {
        manner: (sum(left[i].manner == manner for i in hit), sum(side.manner == manner for side in left))
        for manner in ("unquoted", "mixed", "direct")
    }
    return AttributionCounts(
        gold=len(left),
        found=len(right),
        matched=len(pairs),
        exact=sum(left[i].content == right[j].content for i, j in pairs),
        sourced=sum(bool(left[i].source & right[j].source) for i, j in pairs),
        unquoted=slices["unquoted"],
        mixed=slices["mixed"],
        direct=slices["direct"],
    )


def _sides(text: str, words: NumberedWords, rows: Iterable[dict[str, Any]]) -> Iterator[_Sides]:
    for row in rows:
        content = words.touched(row.get("content") or ())
        if content:
            yield _Sides(content, words.touched(row.get("source") or ()), _manner(text, row["content"]))


def _manner(text: str, ranges: Sequence[Sequence[int]]) -> str:
    """Unquoted without a mark in the content or right beside it, direct where marks enclose every part."""
    around = [text[max(0, start - 1) : end + 1] for start, end in ranges]
    if not any(mark in part for part in around for mark in _MARKS):
        return "unquoted"
    parts = [text[start:end].strip() for start, end in ranges]
    return "direct" if all(part[:1] in _MARKS and part[-1:] in _MARKS for part in parts if part) else "mixed"


def match_contents(gold: Sequence[frozenset[int]], found: Sequence[frozenset[int]]) -> list[tuple[int, int]]:
    """Pairs of a gold and a found content that overlap by at least half, best first, each used once.

    >>> match_contents([frozenset({1, 2, 3})], [frozenset({9}), frozenset({2, 3})])
    [(0, 1)]
    """
    overlaps = sorted(
        ((jaccard(left, right), i, j) for i, left in enumerate(gold) for j, right in enumerate(found) if left & right),
        reverse=True,
    )
    pairs: list[tuple[int, int]] = []
    used_gold: set[int] = set()
    used_found: set[int] = set()
    for overlap, i, j in overlaps:
        if overlap >= MIN_JACCARD and i not in used_gold and j not in used_found:
            used_gold.add(i)
            used_found.add(j)
            pairs.append((i, j))
    return pairs


def _f_of(counts: Sequence[AttributionCounts], right: int) -> float:
    precision = ratio(right, sum(c.found for c in counts))
    return 100 * f1(precision, ratio(right, sum(c.gold for c in counts)))


def content_f(counts: Sequence[AttributionCounts]) -> float:
    """F1 of contents, in percent."""
    return _f_of(counts, sum(c.matched for c in counts))


def content_source_f(counts: Sequence[AttributionCounts]) -> float:
    """F1 of contents whose source is right as well, in percent."""
    return _f_of(counts, sum(c.sourced for c in counts))


def exact_f(counts: Sequence[AttributionCounts]) -> float:
    """F1 of contents that are equal word for word, in percent."""
    return _f_of(counts, sum(c.exact for c in counts))


def content_precision(counts: Sequence[AttributionCounts]) -> float:
    """Share of our contents that gold has, in percent."""
    return 100 * ratio(sum(c.matched for c in counts), sum(c.found for c in counts))


def content_recall(counts: Sequence[AttributionCounts]) -> float:
    """Share of gold contents that we have, in percent."""
    return 100 * ratio(sum(c.matched for c in counts), sum(c.gold for c in counts))


def unquoted_recall(counts: Sequence[AttributionCounts]) -> float:
    """Recall among contents without quotation marks, in percent."""
    return 100 * ratio(sum(c.unquoted[0] for c in counts), sum(c.unquoted[1] for c in counts))


def mixed_recall(counts: Sequence[AttributionCounts]) -> float:
    """Recall among contents quoted in part, in percent."""
    return 100 * ratio(sum(c.mixed[0] for c in counts), sum(c.mixed[1] for c in counts))


def direct_recall(counts: Sequence[AttributionCounts]) -> float:
    """Recall among contents wholly in quotation marks, in percent."""
    return 100 * ratio(sum(c.direct[0] for c in counts), sum(c.direct[1] for c in counts))


_SCORES: tuple[_Score, ...] = (
    content_f,
    content_source_f,
    exact_f,
    content_precision,
    content_recall,
    unquoted_recall,
    mixed_recall,
    direct_recall,
)
