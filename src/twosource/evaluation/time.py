"""Time expressions against gold: strict and relaxed extraction, type and VALUE F1, by the definitions of TempEval-3.

Two spans are compared after white space, quotation marks and closing points are trimmed; relaxed counts an overlap,
strict equal spans. Type and value F1 are relaxed F1 times the share of found gold spans whose best-overlapping mention
has that type, or that very value. Every set is measured by itself: their conventions differ.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from twosource.annotate.time import find_times
from twosource.evaluation.gold import read_rows
from twosource.evaluation.metric import Metric, f1, measure, ratio
from twosource.model import Extent, Record, TimeMention

DATASETS = ("timebank", "aquaint", "wikiwars", "timeset", "tweets")
FITTED_ON = "timebank"


class TimeCounts(Record, frozen=True, kw_only=True):
    """What was counted in one article."""

    gold: int = 0
    found: int = 0
    overlapped_gold: int = 0
    overlapped_found: int = 0
    equal: int = 0
    typed: int = 0
    valued: int = 0


class TimeError(Record, frozen=True, kw_only=True):
    """One gold expression missed or read differently, or one mention that gold does not have."""

    article: str
    rule: str
    """Of the mention; `none` for a missed one."""
    gold_quote: str | None
    gold_value: str | None
    quote: str | None
    value: str | None


def evaluate_time(data: Path) -> tuple[Metric, ...]:
    """Strict, relaxed, type and value F1 in percent of every set in the folder `data`, with bootstrap intervals.

    `timeset` marks only expressions linked to an event: of it only recall and the share of right values are given.
    """
    return tuple(m for name in DATASETS if (data / name).is_dir() for m in _evaluate_set(data / name))


def _evaluate_set(folder: Path) -> Iterator[Metric]:
    counts = [count_article(text, gold, found) for text, gold, found in read_articles(folder)]
    scores = (recall, value_share) if folder.name == "timeset" else (strict, relaxed, typed, valued)
    for score in scores:
        yield measure(score, counts, area="time", dataset=folder.name, name=score.__name__)


def read_articles(folder: Path) -> Iterator[tuple[str, list[dict[str, Any]], tuple[TimeMention, ...]]]:
    """Text, gold rows and our mentions of every article of a set."""
    gold: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for row in read_rows(folder / "timex.jsonl"):
        gold[row["article"]].append(row)
    for row in read_rows(folder / "articles.jsonl"):
        published = date.fromisoformat(row["published"][:10]) if row["published"] else None
        yield row["text"], gold[row["id"]], find_times(row["text"], published=published, article=row["id"])


def count_article(text: str, gold: Sequence[dict[str, Any]], found: Sequence[TimeMention]) -> TimeCounts:
    """The counts of one article."""
    left = [trim(text, row["start"], row["end"]) for row in gold]
    right = [trim(text, m.span.start, m.span.end) for m in found]
    best = [_best_overlap(extent, right) for extent in left]
    pairs = [(row, found[i]) for row, i in zip(gold, best, strict=True) if i is not None]
    return TimeCounts(
        gold=len(gold),
        found=len(found),
        overlapped_gold=len(pairs),
        overlapped_found=sum(_best_overlap(extent, left) is not None for extent in right),
        equal=len(set(left) & set(right)),
        typed=sum(m.type == row["type"] for row, m in pairs),
        valued=sum(m.value == (row["value"] or "").strip() for row, m in pairs),
    )


def trim(text: str, start: int, end: int) -> Extent:
    """The extent without white space and marks around the words.

    >>> trim('"this century," he', 0, 15)
    (1, 13)
    """
    while start < end and not text[start].isalnum():
        start += 1
    while end > start and not text[end - 1].isalnum() and text[end - 1] not in "s'’.":
        end -= 1
    while end > start and text[end - 1] in ".'’ ":
        end -= 1
    return start, end


def _best_overlap(extent: Extent, others: Sequence[Extent]) -> int | None:
    overlaps = [
        (min(extent[1], e) - max(extent[0], s), -i)
        for i, (s, e) in enumerate(others)
        if s < extent[1] and extent[0] < e
    ]
    return -max(overlaps)[1] if overlaps else None


def relaxed(counts: Sequence[TimeCounts]) -> float:
    """Extraction F1 where an overlap is enough, in percent."""
    precision = ratio(sum(c.overlapped_found for c in counts), sum(c.found for c in counts))
    return 100 * f1(precision, ratio(sum(c.overlapped_gold for c in counts), sum(c.gold for c in counts)))


def strict(counts: Sequence[TimeCounts]) -> float:
    """Extraction F1 where spans must be equal, in percent."""
    equal = sum(c.equal for c in counts)
    return 100 * f1(ratio(equal, sum(c.found for c in counts)), ratio(equal, sum(c.gold for c in counts)))


def typed(counts: Sequence[TimeCounts]) -> float:
    """Relaxed F1 times the share of right types."""
    return relaxed(counts) * ratio(sum(c.typed for c in counts), sum(c.overlapped_gold for c in counts))


def valued(counts: Sequence[TimeCounts]) -> float:
    """Relaxed F1 times the share of right values."""
    return relaxed(counts) * value_share(counts) / 100


def value_share(counts: Sequence[TimeCounts]) -> float:
    """Share of found gold expressions with the right value, in percent."""
    return 100 * ratio(sum(c.valued for c in counts), sum(c.overlapped_gold for c in counts))


def recall(counts: Sequence[TimeCounts]) -> float:
    """Share of gold expressions that a mention overlaps, in percent."""
    return 100 * ratio(sum(c.overlapped_gold for c in counts), sum(c.gold for c in counts))


def list_errors(folder: Path) -> tuple[TimeError, ...]:
    """Every miss, spurious mention and wrong value of one set, sorted by rule."""
    errors = [e for text, gold, found in read_articles(folder) for e in _errors_of(text, gold, found)]
    return tuple(sorted(errors, key=lambda e: (e.rule, e.article)))


def count_errors_by_rule(errors: Sequence[TimeError]) -> Counter[str]:
    """How many errors each rule answers for."""
    return Counter(error.rule for error in errors)


def _errors_of(text: str, gold: Sequence[dict[str, Any]], found: Sequence[TimeMention]) -> Iterator[TimeError]:
    left = [trim(text, row["start"], row["end"]) for row in gold]
    right = [trim(text, m.span.start, m.span.end) for m in found]
    for row, extent in zip(gold, left, strict=True):
        best = _best_overlap(extent, right)
        mention = found[best] if best is not None else None
        if mention is None or mention.value != (row["value"] or "").strip():
            yield _error(row["article"], row, mention)
    for mention, extent in zip(found, right, strict=True):
        if _best_overlap(extent, left) is None:
            yield _error(mention.span.article, None, mention)


def _error(article: str, row: dict[str, Any] | None, mention: TimeMention | None) -> TimeError:
    return TimeError(
        article=article,
        rule=mention.rule if mention else "none",
        gold_quote=row["quote"] if row else None,
        gold_value=row["value"] if row else None,
        quote=mention.span.quote if mention else None,
        value=mention.value if mention else None,
    )
