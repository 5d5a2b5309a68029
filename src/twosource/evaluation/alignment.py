"""Alignment of events across articles, with predicted mentions, beside what one word alone would do; perspectives, too.

The baselines put equal words together: over all topics, and inside a story only; the second also with the nouns that a
dictionary knows as events, and on the very mentions that are predicted here, which tells apart what finding events and
what aligning them is worth.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from twosource.claims import ClaimOptions, align_events
from twosource.claims.event_links import SHOWN
from twosource.claims.event_mentions import find_event_mentions
from twosource.claims.event_words import find_event_word
from twosource.evaluation.coreference import (
    Chains,
    Tally,
    conll_of,
    score_ceaf,
    score_conll,
    score_mentions_b_cubed,
    score_muc,
    tally_chains,
)
from twosource.evaluation.gold import read_rows
from twosource.evaluation.metric import Metric, measure, ratio
from twosource.evaluation.partitions import score_pairs
from twosource.evaluation.stories import ECBPLUS_DEVELOPMENT
from twosource.model import Article, Passage, Reading, Role, Span, Statement, span_of
from twosource.options import Options
from twosource.plan import Layer, Plan, plan_of
from twosource.text.terms import is_verb, lemma_of
from twosource.text.words import find_words

Row = Mapping[str, Any]
_DATASET = "ecbplus_mentions"
_EVENT_SHARE = 0.5
_BASES = (
    "word and subtopic, verbs",
    "word and subtopic, verbs and event nouns",
    "word and subtopic, predicted mentions",
)


def evaluate_alignment(data: Path) -> tuple[Metric, ...]:
    """MUC, B-cubed, entity CEAF and CoNLL F1 of events on development topics of ECB+, pairs of perspectives."""
    return (*evaluate_events(data / "ecbplus_mentions"), *evaluate_perspectives(data / "perspectrum"))


def evaluate_events(folder: Path) -> Iterator[Metric]:
    """The rows of the table of events, five figures each."""
    if folder.is_dir():
        gold, stories = read_events(folder, development=True)
        found = answers(stories)
        for name, chains in found.items():
            yield from _metrics(name, gold, chains)
        yield from _gains(stories, gold, found)


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


@dataclass(frozen=True)
class Story:
    """One subtopic: its articles as the model reads them, and the sentences that are annotated.

    What is not annotated may hold events that nobody marked.
    """

    readings: tuple[Reading, ...]
    within: tuple[Span, ...]


def read_events(folder: Path, *, development: bool) -> tuple[Chains, dict[str, Story]]:
    """Gold chains, and the stories by subtopic, of the development topics or of the other ones."""
    rows = [r for r in read_rows(folder / "articles.jsonl") if (r["topic"] in ECBPLUS_DEVELOPMENT) is development]
    known = {r["id"] for r in rows}
    gold: dict[Hashable, Hashable] = {
        (m["article"], m["start"], m["end"]): m["chain"]
        for m in read_rows(folder / "mentions.jsonl")
        if m["kind"] == "event" and m["article"] in known
    }
    by_story: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        by_story[row["subtopic"]].append(row)
    return gold, {name: _story(rows_of_story) for name, rows_of_story in by_story.items()}


def _story(rows: Sequence[Row]) -> Story:
    within = (_span(row, start, end) for row in rows for start, end in row["annotated"])
    return Story(readings=tuple(read_grammar(row["id"], row["text"]) for row in rows), within=tuple(within))


def read_grammar(article: str, text: str) -> Reading:
    """The reading of a bare text: names and syntax."""
    reading = Reading(article=Article(id=article, raw=article, text=text))
    for annotator in plan_of(Options(), layers=(Layer.ENTITIES, Layer.SYNTAX)).annotators:
        reading = annotator.add(reading)
    return reading


def _span(row: Row, start: int, end: int) -> Span:
    return Span(article=row["id"], start=start, end=end, quote=row["text"][start:end])


def answers(stories: Mapping[str, Story]) -> dict[str, Chains]:
    """Every row of the table: mention -> chain."""
    verbs = {name: list(_verbs(story.within)) for name, story in stories.items()}
    nouns = {name: [*verbs[name], *_event_nouns(story.within)] for name, story in stories.items()}
    found = {name: list(_mentions(story)) for name, story in stories.items()}
    groups = {
        (name, number): group
        for name, story in stories.items()
        for number, group in enumerate(align_events(story.readings, within=story.within))
    }
    return {
        "word, verbs": {place: word for words in verbs.values() for place, word in words},
        "word and subtopic, verbs": _by_word(verbs),
        "word and subtopic, verbs and event nouns": _by_word(nouns),
        "word and subtopic, predicted mentions": _by_word(found),
        "aligned": {_place(span): chain for chain, spans in groups.items() for span in spans},
    }


def _mentions(story: Story) -> Iterator[tuple[Hashable, str]]:
    """The words that alignment looks at."""
    for mention in find_event_mentions(story.readings, story.within, least=SHOWN):
        yield _place(mention.span), mention.word.lemma


def _by_word(words: Mapping[str, Sequence[tuple[Hashable, str]]]) -> Chains:
    return {place: (name, word) for name, places in words.items() for place, word in places}


def _verbs(spans: Iterable[Span]) -> Iterator[tuple[Hashable, str]]:
    """Every word whose dictionary form is in the list of news verbs."""
    for span in spans:
        for word in find_words(span.quote):
            lemma = lemma_of(word.form)
            if is_verb(lemma) and word.form.isalpha() and lemma not in {"be", "have", "do"}:
                yield (span.article, span.start + word.start, span.start + word.end), lemma


def _event_nouns(spans: Iterable[Span]) -> Iterator[tuple[Hashable, str]]:
    """Every other word that is used as the name of an event at least as often as otherwise."""
    for span in spans:
        for word in find_words(span.quote):
            lemma = lemma_of(word.form)
            if not is_verb(lemma) and find_event_word(word.form, lemma, "n").event_share >= _EVENT_SHARE:
                yield (span.article, span.start + word.start, span.start + word.end), lemma


def _place(span: Span) -> Hashable:
    return (span.article, span.start, span.end)


def _gains(stories: Mapping[str, Story], gold: Chains, found: Mapping[str, Chains]) -> Iterator[Metric]:
    """How much CoNLL F1 alignment adds to equal words, with intervals over topics."""
    topics: dict[str, set[str]] = defaultdict(set)
    for name, story in stories.items():
        topics[name.partition("_")[0]].update(r.article.id for r in story.readings)
    for base in _BASES:
        units = [
            (
                tally_chains(_within(gold, ids), _within(found[base], ids)),
                tally_chains(_within(gold, ids), _within(found["aligned"], ids)),
            )
            for ids in topics.values()
        ]
        yield measure(_gain, units, area="alignment", dataset=_DATASET, name=f"CoNLL F1, aligned above {base}")


def _gain(units: Sequence[tuple[Tally, Tally]]) -> float:
    return conll_of([aligned for _, aligned in units]) - conll_of([base for base, _ in units])


def _within(chains: Chains, articles: AbstractSet[str]) -> Chains:
    return {place: chain for place, chain in chains.items() if isinstance(place, tuple) and place[0] in articles}


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
        yield Metric(area="alignment", dataset=_DATASET, name=f"{figure}, {name}", value=value, units=len(gold))
