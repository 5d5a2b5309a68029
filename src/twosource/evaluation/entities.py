"""Names against gold: span and type F1, labels merged to person, organisation and place.

A name counts where start, end and kind are equal. Two maps of labels are scored: the plain one knows the labels that
most sets share, so that figures can be compared; the wide one also knows what a set calls by its own name (politician,
political party, country), and takes only named mentions where a set marks common nouns as well.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from twosource.annotate.entities import find_phrases
from twosource.annotate.news_model import ModelOptions
from twosource.evaluation.drawing import undraw
from twosource.evaluation.gold import read_own_rows, read_rows
from twosource.evaluation.metric import Metric, f1, measure, ratio
from twosource.evaluation.reader import MODEL, RULES, read_closely
from twosource.model import Record
from twosource.plan import Layer

DATASETS = ("uner_ewt", "wikigold", "crossner_politics", "re3d", "gum_open", "wnut17", "btc")
OWN_NAMES = "own_names"
_KINDS = ("person", "organisation", "place")

PLAIN: Mapping[str, str] = {
    **dict.fromkeys(("PER", "PERSON", "person"), "person"),
    **dict.fromkeys(("ORG", "ORGANIZATION", "organisation", "organization"), "organisation"),
    **dict.fromkeys(("LOC", "LOCATION", "GPE", "place", "FAC"), "place"),
}
"""The labels that most sets share."""

WIDE: Mapping[str, str] = {
    **PLAIN,
    **dict.fromkeys(("Person", "politician"), "person"),
    **dict.fromkeys(("Organisation", "politicalparty", "corporation", "group"), "organisation"),
    **dict.fromkeys(("Location", "location", "country"), "place"),
}
"""Those and the sets' own."""

Row = Mapping[str, Any]
Name = tuple[int, int, str]

WIKIGOLD_TRAIN = 1_356
"""The first four fifths of wikigold, on which the news model was trained."""
HELD_OUT: Mapping[str, Callable[[int, Row], bool]] = {
    "uner_ewt": lambda *_: True,
    "wikigold": lambda number, _: number >= WIKIGOLD_TRAIN,
    "crossner_politics": lambda _, row: row["split"] == "dev",
    "gum_open": lambda _, row: row["split"] == "dev",
}
"""Which sentences of a set the news model was not trained on. Named mentions count, by the wide labels."""


OF_PHRASES = frozenset({"gum_open"})
"""Sets whose mentions are noun phrases: "the late mayor Ann Roe", where we name Ann Roe."""


class EntityCounts(Record, frozen=True, kw_only=True):
    """Names of one kind, or of all, in one sentence or document."""

    gold: int
    found: int
    right: int


def evaluate_entities(data: Path) -> tuple[Metric, ...]:
    """F1, precision and recall in percent of every set in the folder `data`, and F1 of each kind, with intervals.

    `f` uses the plain labels and is left out where a set has none of them; `wide_f` uses all. Our own set of names
    from outside the West follows, drawn into two hundred sentences. `model_` figures are those of the news model, on
    the sentences it was not trained on, `model_phrase_` figures those of the noun phrases around its names where a set
    is `OF_PHRASES`; all others are by rules.
    """
    found = [metric for name in DATASETS if (data / name).is_dir() for metric in _evaluate_set(data / name)]
    for name, is_held_out in HELD_OUT.items():
        if (data / name).is_dir():
            found += _evaluate_model(data / name, is_held_out)
    return (*found, *_evaluate_own(RULES, ""), *_evaluate_own(MODEL, "model_"))


def _evaluate_set(folder: Path) -> Iterator[Metric]:
    gold = read_rows(folder / "sentences.jsonl")
    rows = [(row["entities"], find_names(row["id"], row["text"], RULES)) for row in gold]
    plain = [count_names(names_of(gold, PLAIN), found) for gold, found in rows]
    if sum(counts.gold for counts in plain):
        yield from _metrics(folder.name, "", plain, {"f": f1_of_names, "precision": precision, "recall": recall})
    wide = [(_named(gold), found) for gold, found in rows]
    yield from _metrics(folder.name, "wide_", [count_names(names_of(g, WIDE), found) for g, found in wide], _F_ONLY)
    for kind in _KINDS:
        counts = [count_names(_only(names_of(g, WIDE), kind), _only(found, kind)) for g, found in wide]
        yield from _metrics(folder.name, f"wide_{kind}_", counts, _F_ONLY)


def _evaluate_model(folder: Path, is_held_out: Callable[[int, Row], bool]) -> Iterator[Metric]:
    gold = [row for number, row in enumerate(read_rows(folder / "sentences.jsonl")) if is_held_out(number, row)]
    named = [(names_of(_named(row["entities"]), WIDE), row["id"], row["text"]) for row in gold]
    scores = {"f": f1_of_names, "precision": precision, "recall": recall}
    counts = [count_names(names, find_names(article, text, MODEL)) for names, article, text in named]
    yield from _metrics(folder.name, "model_", counts, scores)
    if folder.name in OF_PHRASES:
        counts = [count_names(names, find_names_in_phrases(article, text)) for names, article, text in named]
        yield from _metrics(folder.name, "model_phrase_", counts, scores)


def _evaluate_own(model: ModelOptions, prefix: str) -> Iterator[Metric]:
    drawings = {row["id"]: undraw(row["text"]) for row in read_own_rows(OWN_NAMES)}
    rows = [
        ({(mark.start, mark.end, mark.name) for mark in drawing.marks}, find_names(name, drawing.text, model))
        for name, drawing in drawings.items()
    ]
    counts = [count_names(gold, found) for gold, found in rows]
    yield from _metrics(OWN_NAMES, prefix, counts, {"f": f1_of_names, "precision": precision, "recall": recall})
    for kind in _KINDS:
        counts = [count_names(_only(gold, kind), _only(found, kind)) for gold, found in rows]
        yield from _metrics(OWN_NAMES, f"{prefix}{kind}_", counts, _F_ONLY)


def _metrics(
    dataset: str,
    prefix: str,
    counts: Sequence[EntityCounts],
    scores: Mapping[str, Callable[[Sequence[EntityCounts]], float]],
) -> Iterator[Metric]:
    for name, score in scores.items():
        yield measure(score, counts, area="entities", dataset=dataset, name=prefix + name)


def find_names(article: str, text: str, model: ModelOptions) -> set[Name]:
    """Our persons, organisations and places in a text."""
    found = read_closely(article, text, model=model).entities
    return {(m.span.start, m.span.end, m.kind.value) for m in found if m.kind.value in _KINDS}


def find_names_in_phrases(article: str, text: str) -> set[Name]:
    """The noun phrases around the news model's persons, organisations and places in a text."""
    found = read_closely(article, text, model=MODEL, layers=(Layer.ENTITIES, Layer.SYNTAX))
    pairs = zip(find_phrases(found), found.entities, strict=True)
    return {(*phrase.extent, m.kind.value) for phrase, m in pairs if m.kind.value in _KINDS}


def names_of(entities: Sequence[dict[str, Any]], labels: Mapping[str, str]) -> set[Name]:
    """The gold names whose label a map knows."""
    return {(e["start"], e["end"], labels[e["label"]]) for e in entities if e["label"] in labels}


def count_names(gold: set[Name], found: set[Name]) -> EntityCounts:
    """The counts of one sentence or document.

    >>> count_names({(0, 4, "person")}, {(0, 4, "place"), (9, 12, "person")}).right
    0
    """
    return EntityCounts(gold=len(gold), found=len(found), right=len(gold & found))


def _named(entities: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
    return [entity for entity in entities if entity.get("named", True)]


def _only(names: set[Name], kind: str) -> set[Name]:
    return {name for name in names if name[2] == kind}


def precision(counts: Sequence[EntityCounts]) -> float:
    """Share of our names that gold has, in percent."""
    return 100 * ratio(sum(c.right for c in counts), sum(c.found for c in counts))


def recall(counts: Sequence[EntityCounts]) -> float:
    """Share of gold names that we have, in percent."""
    return 100 * ratio(sum(c.right for c in counts), sum(c.gold for c in counts))


def f1_of_names(counts: Sequence[EntityCounts]) -> float:
    """F1 of names, in percent."""
    return 100 * f1(precision(counts) / 100, recall(counts) / 100)


_F_ONLY: Mapping[str, Callable[[Sequence[EntityCounts]], float]] = {"f": f1_of_names}
