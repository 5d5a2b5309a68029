"""The pipeline, written down once: which stages there are, in which order, and what each one sees.

Raw -> article -> time -> entities -> quantities -> attribution          Map: one article at a time
Reading*  -> furniture of each publisher, which only many articles show
Reading*  -> lineage                                                      Join: articles that share words
Reading*  -> stories                                                      in order of publication
Reading   -> statements;  Statement* of one story -> claims -> crosscheck
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import partial

from msgspec.structs import replace

from twosource.annotate.attribution import SpeechFinder, TrainedSpeech, annotate_attribution, find_speech
from twosource.annotate.entities import NameFinder, TrainedNames, annotate_entities, annotate_quantities, find_names
from twosource.annotate.factuality import annotate_factuality
from twosource.annotate.news_model import ModelOptions, read_with_model
from twosource.annotate.spacy_pipeline import load_spacy, read_with_spacy
from twosource.annotate.time import annotate_time
from twosource.article import read_article
from twosource.claims import align_statements, extract_statements
from twosource.crosscheck import StoryCheck, check_story
from twosource.errors import ConfigError
from twosource.lineage import lineage_join, mark_furniture
from twosource.model import Descent, Lineage, ParsedSentence, Raw, Reading, Rejected, Statement, Story
from twosource.options import Options
from twosource.stage import Join, Map
from twosource.stories import group_stories

STAGES: tuple[tuple[str, int], ...] = (
    ("article", 5),
    ("time", 4),
    ("entities", 9),
    ("quantities", 3),
    ("attribution", 10),
    ("lineage", 5),
    ("stories", 3),
    ("claims", 5),
    ("crosscheck", 14),
)
"""Name and version of every stage in order; a change of behaviour raises the version."""


class Layer(StrEnum):
    """What annotators can add to a reading."""

    TIME = "time"
    ENTITIES = "entities"
    QUANTITIES = "quantities"
    ATTRIBUTION = "attribution"
    SYNTAX = "syntax"
    FACTUALITY = "factuality"


@dataclass(frozen=True, kw_only=True)
class Annotator:
    """One layer, the layers it needs, and how it is added."""

    layer: Layer
    needs: tuple[Layer, ...]
    add: Map[Reading, Reading]


STANDARD: tuple[Layer, ...] = (Layer.TIME, Layer.ENTITIES, Layer.QUANTITIES, Layer.ATTRIBUTION)
"""The layers that later stages read. Syntax, which takes more room than all others, and factuality are added where they
are asked for."""


@dataclass(frozen=True, kw_only=True)
class Plan:
    """Every stage with its options bound: what an engine runs."""

    read: Map[Raw, Reading | Rejected]
    annotators: tuple[Annotator, ...]
    furniture: Callable[[Sequence[Reading]], tuple[Reading, ...]]
    """Looks at all readings at once, and marks what only many articles show to be furniture."""
    lineage: Join[Reading, Lineage, Lineage | Descent]
    stories: Callable[[Sequence[Reading], Sequence[Descent]], tuple[Story, ...]]
    statements: Map[Reading, tuple[Statement, ...]]
    align: Callable[[Sequence[Statement]], tuple[tuple[Statement, ...], ...]]
    check: Callable[[Story, Sequence[Reading], Sequence[Sequence[Statement]], Sequence[Descent]], StoryCheck]


def plan_of(options: Options, *, layers: Sequence[Layer] = STANDARD) -> Plan:
    """The plan for these options; `layers` (and what they need) limits what annotators add.

    Weights are loaded when the first article is read. Raises `ConfigError` where a layer is asked for that only the
    news model has, and the model is switched off.

    >>> [a.layer.value for a in plan_of(Options(), layers=(Layer.ATTRIBUTION,)).annotators]
    ['entities', 'attribution']
    """
    return Plan(
        read=partial(read_article, options=options.article),
        annotators=_annotators_for(layers, options.model),
        furniture=partial(mark_furniture, options=options.lineage),
        lineage=lineage_join(options=options.lineage),
        stories=partial(group_stories, options=options.stories),
        statements=partial(extract_statements, options=options.claims),
        align=partial(align_statements, options=options.claims),
        check=partial(check_story, options=options.crosscheck),
    )


def _annotators_for(layers: Sequence[Layer], model: ModelOptions) -> tuple[Annotator, ...]:
    """In an order in which every layer finds what it needs."""
    known = _annotators(model)
    wanted = set(layers)
    for annotator in reversed(known):
        if annotator.layer in wanted:
            wanted.update(annotator.needs)
    if Layer.SYNTAX in wanted and not model.use and not model.spacy:
        allowed = "true, or a spaCy pipeline"
        raise ConfigError("syntax needs the news model", option="model.use", given="false", allowed=allowed)
    return tuple(a for a in known if a.layer in wanted)


def _annotators(model: ModelOptions) -> tuple[Annotator, ...]:
    names, speech = _finders(model)
    return (
        Annotator(layer=Layer.TIME, needs=(), add=lambda r: replace(r, times=annotate_time(r))),
        Annotator(
            layer=Layer.ENTITIES, needs=(), add=lambda r: replace(r, entities=annotate_entities(r, finder=names))
        ),
        Annotator(
            layer=Layer.QUANTITIES, needs=(Layer.TIME,), add=lambda r: replace(r, quantities=annotate_quantities(r))
        ),
        Annotator(
            layer=Layer.ATTRIBUTION,
            needs=(Layer.ENTITIES,),
            add=lambda r: replace(r, attributions=annotate_attribution(r, finder=speech)),
        ),
        Annotator(
            layer=Layer.SYNTAX,
            needs=(),
            add=lambda r: replace(r, syntax=_read_syntax(model, r.article.text)),
        ),
        Annotator(
            layer=Layer.FACTUALITY,
            needs=(Layer.SYNTAX, Layer.ATTRIBUTION),
            add=lambda r: replace(r, predicates=annotate_factuality(r)),
        ),
    )


def _finders(model: ModelOptions) -> tuple[NameFinder, SpeechFinder]:
    """Names and speech by the model, or by rules where it is off; names by a spaCy pipeline where one is given."""
    read = partial(read_with_model, model)
    names, speech = (TrainedNames(read), TrainedSpeech(read)) if model.use else (find_names, find_speech)
    return (TrainedNames(partial(read_with_spacy, model.spacy)) if model.spacy else names), speech


def _read_syntax(model: ModelOptions, text: str) -> tuple[ParsedSentence, ...]:
    """By a spaCy pipeline that parses, else by the model. Raises `ConfigError` where there is neither."""
    if model.spacy and load_spacy(model.spacy).parses:
        return read_with_spacy(model.spacy, text).syntax
    if not model.use:
        message = "this spaCy pipeline does not parse, and the news model is off"
        raise ConfigError(message, option="model.spacy", given=str(model.spacy), allowed="a pipeline with a parser")
    return read_with_model(model, text).syntax
