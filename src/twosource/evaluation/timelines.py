"""Timelines against gold: which days were chosen, and how much of what is told of them agrees.

Setting and figures are those of the literature: the number of dates and of sentences a date is given, days lie within
the span of the gold timeline, and alignment-based ROUGE is the variant "align+ m:1" with F over the means of precision
and recall. Sources: S. Martschat and K. Markert, "Improving ROUGE for timeline summarization" (EACL 2017); D. Gholipour
Ghalandari and G. Ifrim, "Examining the state-of-the-art in news timeline summarization" (ACL 2020), whose DATEWISE has
date F1 .544, AR-1 .120, AR-2 .035 on the seventeen topics; some of them are held out here.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path
from statistics import fmean

from twosource.annotate.time import find_times
from twosource.dossier import CountBy, TimelineOptions, Told, build_timeline
from twosource.engine.local import run_join
from twosource.evaluation.gold import read_rows
from twosource.evaluation.metric import Metric, f1, measure, ratio
from twosource.evaluation.rouge import count_overlap
from twosource.lineage import lineage_join
from twosource.model import Article, Descent, Found, KnownBy, Published, Reading, Record

DATASETS = ("timeline17",)

Timeline = Mapping[date, Sequence[str]]
"""The sentences told of each day."""


class Topic(Record, frozen=True, kw_only=True):
    """One collection of articles, read, and the gold timelines for it."""

    name: str
    readings: tuple[Reading, ...]
    descents: tuple[Descent, ...]
    gold: tuple[dict[date, tuple[str, ...]], ...]


class TimelineScore(Record, frozen=True, kw_only=True):
    """Precision and recall of one predicted timeline: of its days, of its words, of its pairs of words."""

    dates: tuple[float, float]
    words: tuple[float, float]
    pairs: tuple[float, float]


def evaluate_timelines(data: Path) -> tuple[Metric, ...]:
    """Date F1, AR-1 and AR-2 of every set in the folder `data`, and the ablation: counting articles, texts, origins.

    Intervals are bootstrapped over gold timelines; there are few of them, so the intervals are wide.
    """
    return tuple(m for name in DATASETS if (data / name).is_dir() for m in _evaluate_set(data / name))


def _evaluate_set(folder: Path) -> Iterator[Metric]:
    topics = read_topics(folder)
    for count_by in CountBy:
        scores = [score for topic in topics for score in score_topic(topic, count_by)]
        suffix = "" if count_by is CountBy.ORIGINS else f"_by_{count_by.value}"
        for name in ("dates", "words", "pairs"):
            yield _metric(folder.name, name, suffix, scores)


_NAMES = {"dates": "date_f1", "words": "ar1", "pairs": "ar2"}


def _metric(dataset: str, name: str, suffix: str, scores: Sequence[TimelineScore]) -> Metric:
    pairs: list[tuple[float, float]] = [getattr(score, name) for score in scores]
    return measure(_f_of_means, pairs, area="timelines", dataset=dataset, name=_NAMES[name] + suffix)


def _f_of_means(pairs: Sequence[tuple[float, float]]) -> float:
    return f1(fmean(p for p, _ in pairs), fmean(r for _, r in pairs))


def read_topics(folder: Path) -> list[Topic]:
    """The topics of a set, in order of name, with times found and lineage traced inside each topic."""
    articles: dict[str, list[Reading]] = defaultdict(list)
    for row in read_rows(folder / "articles.jsonl"):
        articles[row["collection"]].append(_reading_of(row))
    gold: dict[str, dict[str, dict[date, tuple[str, ...]]]] = defaultdict(lambda: defaultdict(dict))
    for row in read_rows(folder / "timelines.jsonl"):
        gold[row["collection"]][row["timeline"]][date.fromisoformat(row["date"])] = tuple(row["summary"])
    return [_topic_of(name, articles[name], gold[name]) for name in sorted(gold)]


def _reading_of(row: Mapping[str, str]) -> Reading:
    day = date.fromisoformat(row["published"][:10]) if row["published"] else None
    article = Article(
        id=row["id"],
        raw=row["id"],
        text=row["text"],
        outlet=Found(value=row["outlet"], known_by=KnownBy.FIELD) if row["outlet"] else None,
        published=Published(day=day, known_by=KnownBy.FIELD) if day else None,
    )
    return Reading(article=article, times=find_times(article.text, published=day, article=article.id))


def _topic_of(name: str, readings: Sequence[Reading], gold: Mapping[str, dict[date, tuple[str, ...]]]) -> Topic:
    results, _ = run_join(lineage_join(), readings)
    return Topic(
        name=name,
        readings=tuple(readings),
        descents=tuple(r for r in results if isinstance(r, Descent)),
        gold=tuple(gold[key] for key in sorted(gold)),
    )


def score_topic(topic: Topic, count_by: CountBy) -> Iterator[TimelineScore]:
    """One score for each gold timeline of the topic, predicted with its numbers of dates and sentences."""
    for reference in topic.gold:
        options = TimelineOptions(
            dates=len(reference),
            sentences_per_date=round(fmean(len(summary) for summary in reference.values())),
            count_by=count_by,
            days_only=True,
            reach=Told.REPORTED,
            first=min(reference),
            last=max(reference),
        )
        yield score_timeline(predict_timeline(topic, options), reference)


def predict_timeline(topic: Topic, options: TimelineOptions) -> dict[date, tuple[str, ...]]:
    """The sentences our timeline gives for each day."""
    rows = build_timeline(topic.readings, topic.descents, options=options)
    return {row.when.earliest: tuple(s.span.quote for s in row.sentences) for row in rows if row.when.earliest}


def score_timeline(predicted: Timeline, reference: Timeline) -> TimelineScore:
    """Precision and recall of days and of aligned summaries.

    >>> day = {date(2025, 5, 4): ["The bridge is closed."]}
    >>> score_timeline(day, day)
    TimelineScore(dates=(1.0, 1.0), words=(1.0, 1.0), pairs=(1.0, 1.0))
    """
    shared = len(predicted.keys() & reference.keys())
    return TimelineScore(
        dates=(ratio(shared, len(predicted)), ratio(shared, len(reference))),
        words=aligned_rouge(predicted, reference, n=1),
        pairs=aligned_rouge(predicted, reference, n=2),
    )


def aligned_rouge(predicted: Timeline, reference: Timeline, *, n: int) -> tuple[float, float]:
    """Precision and recall of n-grams when each day stands against the other timeline's closest day.

    Closest is the least product of distance in time and difference in content, several days to one allowed; what they
    share counts the less the further apart the days are.
    """
    return (_aligned_share(predicted, reference, n=n), _aligned_share(reference, predicted, n=n))


def _aligned_share(own: Timeline, other: Timeline, *, n: int) -> float:
    """The share of one timeline's n-grams that the other has on its closest day."""
    if not other:
        return 0.0
    shared = total = 0.0
    for day in sorted(own):
        closest = min(sorted(other), key=lambda d: _cost(day, d, own, other))
        found = count_overlap(own[day], other[closest], n=n)
        shared += found.shared / (abs((day - closest).days) + 1)
        total += found.predicted
    return ratio(shared, total)


def _cost(day: date, other_day: date, own: Timeline, other: Timeline) -> float:
    apart = 1 - 1 / (abs((day - other_day).days) + 1)
    return apart * (1 - _likeness(own[day], other[other_day])) if apart else 0.0


def _likeness(a: Sequence[str], b: Sequence[str]) -> float:
    """F1 of the plain words of two summaries."""
    left, right = (Counter(word for s in sentences for word in s.split()) for sentences in (a, b))
    shared = sum((left & right).values())
    return f1(ratio(shared, sum(left.values())), ratio(shared, sum(right.values())))
