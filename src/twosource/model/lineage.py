"""What is between articles: lineage, descent and story."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import Literal

from twosource.model.record import Extent, Record

UNSEEN = "unseen:"
"""What the id of an origin begins with that is not in the corpus."""


def is_unseen(origin: str) -> bool:
    """Whether this parent or origin is not in the corpus.

    >>> is_unseen("unseen:ap:93"), is_unseen("93")
    (True, False)
    """
    return origin.startswith(UNSEEN)


class Relation(StrEnum):
    """What a child did with its parent's words."""

    COPY = "copy"
    CUT = "cut"
    EMBED = "embed"
    REWRITE = "rewrite"
    UPDATE = "update"
    SHARED_SOURCE = "shared_source"
    TEMPLATE = "template"

    @property
    def is_taking(self) -> bool:
        """Whether this means that words or facts were taken: shared sources and templates do not."""
        return self not in {Relation.SHARED_SOURCE, Relation.TEMPLATE}


class LineageReason(StrEnum):
    """What a relation or its direction rests on."""

    VERBATIM_RUNS = "verbatim runs"
    ORDER_OF_FACTS = "order of facts"
    PARAPHRASED_RUNS = "paraphrased runs"
    SHARED_RARE_DETAIL = "shared rare detail"
    SHARED_ERROR = "shared error"
    ONLY_QUOTED_SPEECH = "only quoted speech"
    CREDIT = "credit"
    AGENCY_BEFORE_MEMBER = "agency before member"
    CLOCK = "clock"
    TAIL_CUT = "tail cut"
    SAME_FAMILY = "same publisher family"
    SAME_CREDIT = "same credit"
    TIE = "tie"
    NO_CLOCK = "no clock"


class AlignedPassage(Record, frozen=True, kw_only=True):
    """A stretch of the child and the stretch of the parent it stands beside."""

    child: Extent
    parent: Extent
    verbatim: bool
    quoted: bool = False
    """Lies in quoted speech on both sides."""


class Lineage(Record, frozen=True, kw_only=True):
    """One edge: what `child` shares with `parent`, and who took it from whom, if that can be known."""

    child: str
    parent: str
    """An article id, or `unseen:...` for an origin that is not in the corpus."""
    relation: Relation
    direction: Literal["known", "unknown"]
    reasons: tuple[LineageReason, ...]
    coverage_child: float
    """Share of the child's own words (furniture aside) that stand aligned in the parent, 0..1."""
    coverage_parent: float
    coverage_child_unquoted: float
    """The same with quoted speech masked on both sides."""
    coverage_parent_unquoted: float
    aligned: tuple[AlignedPassage, ...]
    score: float


class Descent(Record, frozen=True, kw_only=True):
    """Where one article stands: its text group, its origin, its parent."""

    article: str
    text: str
    """Id of the group of articles that carry the same words."""
    origin: str
    """Id of the root: `unseen:...` or the root article's text id."""
    family: str | None = None
    """Publisher family of the outlet."""
    agency: str | None = None
    """The agency whose text the origin is: it published the root, or is credited with it; None where none is known."""
    parent: str | None = None
    relation: Relation | None = None


class Story(Record, frozen=True, kw_only=True):
    """The articles about one developing event, in order of publication."""

    id: str
    articles: tuple[str, ...]
    lead: str
    label: str
    first: date | None = None
    last: date | None = None
    follows: str | None = None
    """Id of an earlier story, over when this one began, that this one seems to go on from."""
    terms: tuple[str, ...] = ()
    """Words that tell it apart from other stories, the most telling first."""
    places: tuple[str, ...] = ()
    """The places that most of its texts name."""
    voices: tuple[str, ...] = ()
    """Who speaks in most of its texts."""
