"""The pipeline, written down once: which stages there are, in which order, and what each one sees.

Raw -> article -> time -> entities -> quantities -> attribution          Map: one article at a time
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

from twosource.annotate.attribution import annotate_attribution
from twosource.annotate.entities import annotate_entities, annotate_quantities
from twosource.annotate.time import annotate_time
from twosource.article import read_article
from twosource.claims import align_statements, extract_statements
from twosource.crosscheck import StoryCheck, check_story
from twosource.lineage import lineage_join
from twosource.model import Descent, Lineage, Raw, Reading, Rejected, Statement, Story
from twosource.options import Options
from twosource.stage import Join, Map
from twosource.stories import group_stories

STAGES: tuple[tuple[str, int], ...] = (
    ("article", 1),
    ("time", 1),
    ("entities", 1),
    ("quantities", 1),
    ("attribution", 1),
    ("lineage", 1),
    ("stories", 1),
    ("claims", 1),
    ("crosscheck", 1),
)
"""Name and version of every stage in order; a change of behaviour raises the version."""


class Layer(StrEnum):
    """What annotators can add to a reading."""

    TIME = "time"
    ENTITIES = "entities"
    QUANTITIES = "quantities"
    ATTRIBUTION = "attribution"


@dataclass(frozen=True, kw_only=True)
class Annotator:
    """One layer, the layers it needs, and how it is added."""

    layer: Layer
    needs: tuple[Layer, ...]
    add: Map[Reading, Reading]


ANNOTATORS: tuple[Annotator, ...] = (
    Annotator(layer=Layer.TIME, needs=(), add=lambda r: replace(r, times=annotate_time(r))),
    Annotator(layer=Layer.ENTITIES, needs=(), add=lambda r: replace(r, entities=annotate_entities(r))),
    Annotator(layer=Layer.QUANTITIES, needs=(Layer.TIME,), add=lambda r: replace(r, quantities=annotate_quantities(r))),
    Annotator(
        layer=Layer.ATTRIBUTION,
        needs=(Layer.ENTITIES,),
        add=lambda r: replace(r, attributions=annotate_attribution(r)),
    ),
)
"""In an order in which every layer finds what it needs."""


@dataclass(frozen=True, kw_only=True)
class Plan:
    """Every stage with its options bound: what an engine runs."""

    read: Map[Raw, Reading | Rejected]
    annotators: tuple[Annotator, ...]
    lineage: Join[Reading, Lineage, Lineage | Descent]
    stories: Callable[[Sequence[Reading], Sequence[Descent]], tuple[Story, ...]]
    statements: Map[Reading, tuple[Statement, ...]]
    align: Callable[[Sequence[Statement]], tuple[tuple[Statement, ...], ...]]
    check: Callable[[Story, Sequence[Reading], Sequence[Sequence[Statement]], Sequence[Descent]], StoryCheck]


def plan_of(options: Options, *, layers: Sequence[Layer] = tuple(Layer)) -> Plan:
    """The plan for these options; `layers` (and what they need) limits what annotators add.

    >>> [a.layer.value for a in plan_of(Options(), layers=(Layer.ATTRIBUTION,)).annotators]
    ['entities', 'attribution']
    """
    return Plan(
        read=partial(read_article, options=options.article),
        annotators=_annotators_for(layers),
        lineage=lineage_join(options=options.lineage),
        stories=partial(group_stories, options=options.stories),
        statements=partial(extract_statements, options=options.claims),
        align=partial(align_statements, options=options.claims),
        check=partial(check_story, options=options.crosscheck),
    )


def _annotators_for(layers: Sequence[Layer]) -> tuple[Annotator, ...]:
    wanted = set(layers)
    for annotator in reversed(ANNOTATORS):
        if annotator.layer in wanted:
            wanted.update(annotator.needs)
    return tuple(a for a in ANNOTATORS if a.layer in wanted)
