"""Alignment of events across articles, with predicted mentions, beside what one word alone would do; perspectives, too.

The baselines put equal words together: over all topics, and inside a story only; the second also on the very mentions
that are predicted here, which tells apart what finding events and what aligning them is worth.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from twosource.claims import ClaimOptions, align_events
from twosource.claims.event_links import SHOWN
from twosource.claims.event_mentions import find_event_mentions
from twosource.evaluation.coreference import (
    Chains,
    score_ceaf,
    score_conll,
    score_mentions_b_cubed,
    score_muc,
)
from twosource.evaluation.gold import read_rows
from twosource.evaluation.metric import Metric, ratio
from twosource.evaluation.partitions import score_pairs
from twosource.evaluation.stories import ECBPLUS_DEVELOPMENT
from twosource.model import Article, Passage, Reading, Role, Span, Statement, span_of
from twosource.options import Options
from twosource.plan import Plan, plan_of
from twosource.text.terms import is_verb, lemma_of
from twosource.text.words import find_words

Row = Mapping[str, Any]
Stories = dict[str, list[Span]]
"""Subtopic -> its annotated sentences; what is not annotated may hold events that nobody marked."""


def evaluate_alignment(data: Path) -> tuple[Metric, ...]:
    """MUC, B-cubed, entity CEAF and CoNLL F1 of events on development topics of ECB+, pairs of perspectives."""
    return (*evaluate_events(data / "ecbplus_mentions"), *evaluate_perspectives(data / "perspectrum"))


def evaluate_events(folder: Path) -> Iterator[Metric]:
    """The rows of the table of events, five figures each."""
    if folder.is_dir():
        gold, stories = read_events(folder, development=True)
        for name, found in answers(stories).items():
            yield from _metrics(name, gold, found)


def evaluate_perspectives(folder: Path) -> Iterator[Metric]:
    """Pairs of sentences that gold says mean the same, as claims are aligned inside a story; development split only."""
    if not folder.is_dir():
        return
    rows = [r for r in read_rows(folder / "pairs.jsonl") if r["split"] == "dev"]
    gold = {f"{r['claim']}/{r['pid']}": f"{r['claim']}/{r['cluster']}" for r in rows}
    plan = plan_of(Options(claims=ClaimOptions(min_words=1)))
    by_claim: dict[str, list[Statement]] = defaultdict(list)
    for row in rows:
        by_claim[row["claim"]] += _statements(f"{row['claim']}/{row['pid']}", row["b"], plan)
    groups = [group for statements in by_claim.values() for group in plan.align(statements)]
    found = {s.span.article: number for number, group in enumerate(groups) for s in group}
    score = score_pairs(gold, found)
    for name, value in (("precision", score.precision), ("recall", score.recall), ("F1", score.f1)):
        yield Metric(
            area="alignment", dataset="perspectrum", name=f"pair {name}, aligned", value=value, units=len(gold)
        )


def _statements(name: str, text: str, plan: Plan) -> list[Statement]:
    """What a sentence says, read as an article of its own."""
    words = text.strip()
    article = Article(id=name, raw=name, text=words)
    reading = Reading(article=article, passages=(Passage(span=span_of(article, 0, len(words)), role=Role.BODY),))
    for annotator in plan.annotators:
        reading = annotator.add(reading)
    return list(plan.statements(reading)) if words else []


def read_events(folder: Path, *, development: bool) -> tuple[Chains, Stories]:
    """Gold chains and the annotated sentences by subtopic, of the development topics or of the other ones."""
    rows = [r for r in read_rows(folder / "articles.jsonl") if (r["topic"] in ECBPLUS_DEVELOPMENT) is development]
    known = {r["id"] for r in rows}
    gold: dict[Hashable, Hashable] = {
        (m["article"], m["start"], m["end"]): m["chain"]
        for m in read_rows(folder / "mentions.jsonl")
        if m["kind"] == "event" and m["article"] in known
    }
    stories: Stories = defaultdict(list)
    for row in rows:
        stories[row["subtopic"]] += [_span(row, start, end) for start, end in row["annotated"]]
    return gold, dict(stories)


def _span(row: Row, start: int, end: int) -> Span:
    return Span(article=row["id"], start=start, end=end, quote=row["text"][start:end])


def answers(stories: Stories) -> dict[str, Chains]:
    """Every row of the table: mention -> chain."""
    verbs = {name: list(_verbs(spans)) for name, spans in stories.items()}
    found = {
        name: [(_place(m.span), m.word.lemma) for m in find_event_mentions(spans) if m.score >= SHOWN]
        for name, spans in stories.items()
    }
    groups = {(name, n): group for name, spans in stories.items() for n, group in enumerate(align_events(spans))}
    return {
        "word, verbs": {place: word for words in verbs.values() for place, word in words},
        "word and subtopic, verbs": _by_word(verbs),
        "word and subtopic, predicted mentions": _by_word(found),
        "aligned": {_place(span): chain for chain, spans in groups.items() for span in spans},
    }


def _by_word(words: Mapping[str, Sequence[tuple[Hashable, str]]]) -> Chains:
    return {place: (name, word) for name, places in words.items() for place, word in places}


def _verbs(spans: Iterable[Span]) -> Iterator[tuple[Hashable, str]]:
    """Every word whose dictionary form is in the list of news verbs."""
    for span in spans:
        for word in find_words(span.quote):
            lemma = lemma_of(word.form)
            if is_verb(lemma) and word.form.isalpha() and lemma not in {"be", "have", "do"}:
                yield (span.article, span.start + word.start, span.start + word.end), lemma


def _place(span: Span) -> Hashable:
    return (span.article, span.start, span.end)


def _metrics(name: str, gold: Chains, found: Chains) -> Iterator[Metric]:
    right = len(set(gold) & set(found))
    figures = {
        "MUC F1": score_muc(gold, found).f1,
        "B-cubed F1": score_mentions_b_cubed(gold, found).f1,
        "CEAF F1": score_ceaf(gold, found).f1,
        "CoNLL F1": score_conll(gold, found),
        "mentions F1": ratio(2 * right, len(gold) + len(found)),
    }
    for figure, value in figures.items():
        yield Metric(
            area="alignment", dataset="ecbplus_mentions", name=f"{figure}, {name}", value=value, units=len(gold)
        )
