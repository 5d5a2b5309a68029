"""The shape of every line of output. The docstrings are the descriptions in the JSON Schemas."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal

import msgspec
from msgspec import UNSET, UnsetType

from twosource.model import (
    Actuality,
    Answer,
    Bearing,
    Bound,
    CreditLevel,
    EntityKind,
    Extent,
    Gap,
    Grain,
    LineageReason,
    Manner,
    ReadingOf,
    Record,
    Relation,
    SlotName,
    Stance,
    TimexType,
)
from twosource.stories import ChangeKind, ChangeReason

Offset = Annotated[int, msgspec.Meta(ge=0, description="Python characters of the article's text")]
Share = Annotated[float, msgspec.Meta(ge=0, le=1)]
Count = Annotated[int, msgspec.Meta(ge=0)]


class QuoteEntry(Record, frozen=True, kw_only=True):
    """Exact words at their place in the article of the line."""

    start: Offset
    end: Offset
    quote: str


class TimeEntry(QuoteEntry, frozen=True, kw_only=True):
    """A time expression; `earliest` and `latest` are the first and last day it covers, null where open or unknown."""

    type: TimexType
    value: str
    earliest: date | None
    latest: date | None
    grain: Grain | None


class AttributionEntry(Record, frozen=True, kw_only=True):
    """Who says what; each of source, cue and content may be broken into several ranges."""

    id: str
    source: list[Extent]
    cue: list[Extent]
    content: list[Extent]
    voice: str | None
    manner: Manner
    stance: Stance
    parent: str | None
    """Id of the attribution inside whose content this one stands."""


class EntityEntry(QuoteEntry, frozen=True, kw_only=True):
    """A name: person, organisation, place, event or other."""

    kind: EntityKind


class QuantityEntry(QuoteEntry, frozen=True, kw_only=True):
    """A number with what it counts; `low` and `high` are both included, null where open."""

    low: float | None
    high: float | None
    bound: Bound
    unit: str | None
    noun: str | None
    ordinal: bool
    """Whether it says which one ("third visit") and not how many."""


class WordEntry(Record, frozen=True, kw_only=True):
    """A word by Universal Dependencies; `head` is the place in the sentence of what it hangs on, -1 for the root."""

    start: Offset
    end: Offset
    lemma: str
    upos: str
    xpos: str
    head: Annotated[int, msgspec.Meta(ge=-1)]
    relation: str


class PredicateEntry(QuoteEntry, frozen=True, kw_only=True):
    """A predicate, and how its clause is held: told without reserve, planned, denied, alleged or hypothetical."""

    lemma: str
    actuality: Actuality


class AnnotatedLine(Record, frozen=True, kw_only=True):
    """One article and the layers asked for. A layer that was not asked for is absent, never empty."""

    article: str
    time: list[TimeEntry] | UnsetType = UNSET
    attribution: list[AttributionEntry] | UnsetType = UNSET
    entities: list[EntityEntry] | UnsetType = UNSET
    quantities: list[QuantityEntry] | UnsetType = UNSET
    syntax: list[list[WordEntry]] | UnsetType = UNSET
    """The words of each sentence."""
    factuality: list[PredicateEntry] | UnsetType = UNSET


class AlignedEntry(Record, frozen=True, kw_only=True):
    """A range of the child beside a range of the parent."""

    child: Extent
    parent: Extent


class LineageLine(Record, frozen=True, kw_only=True):
    """One edge. `parent` is an article id, or `unseen:...` for an origin that is not in the corpus."""

    child: str
    parent: str
    relation: Relation
    direction: Literal["known", "unknown"]
    reasons: list[LineageReason]
    coverage_child: Share
    coverage_parent: Share
    coverage_child_unquoted: Share
    aligned: list[AlignedEntry]
    score: float


class CreditEntry(Record, frozen=True, kw_only=True):
    """An agency named in the article, and how much of the article that speaks for: whole, part, claim, none."""

    start: Offset
    end: Offset
    agency: str
    level: CreditLevel


class DescentLine(Record, frozen=True, kw_only=True):
    """One article with the group that carries its words, its origin, and the agencies it names."""

    article: str
    text: str
    origin: str
    credit: list[CreditEntry]


class StoryLine(Record, frozen=True, kw_only=True):
    """The story that an article belongs to; every article belongs to one."""

    article: str
    story: str


class StoryLabelLine(Record, frozen=True, kw_only=True):
    """One story: its articles in order of publication, and what a reader tells it by."""

    story: str
    articles: list[str]
    lead: str
    label: str
    first: date | None
    last: date | None
    follows: str | None
    """An earlier story, over when this one began, that this one seems to go on from."""
    terms: list[str]
    places: list[str]
    voices: list[str]


class StoryChangeLine(Record, frozen=True, kw_only=True):
    """What became of one story since an earlier run."""

    story: str
    change: ChangeKind
    reason: ChangeReason
    into: list[str]
    """Where an old id leads: the story with most of its articles first; empty where all are gone."""
    articles: list[str]
    """Those that came, left or moved."""


class SentenceEntry(Record, frozen=True, kw_only=True):
    """A sentence as it stands in its article."""

    article: str
    start: Offset
    end: Offset
    text: str


class TimelineLine(Record, frozen=True, kw_only=True):
    """One day and what is said of it."""

    date: date
    sentences: list[SentenceEntry]


class EvidenceEntry(Record, frozen=True, kw_only=True):
    """Exact words at an exact place."""

    article: str
    start: Offset
    end: Offset
    quote: str


class SlotEntry(Record, frozen=True, kw_only=True):
    """One bound answer inside a claim: its value, normalised, and the words it rests on."""

    name: SlotName
    value: str
    article: str
    start: Offset
    end: Offset
    quote: str


class ClaimLine(Record, frozen=True, kw_only=True):
    """One claim; `articles`, `texts`, `origins` are counts, `voices` the names behind it, null where not measured."""

    claim: str
    text: str
    evidence: Annotated[list[EvidenceEntry], msgspec.Meta(min_length=1)]
    slots: list[SlotEntry]
    voices: list[str] | None
    articles: Count
    texts: Count
    origins: Count
    contested: bool


class SideEntry(EvidenceEntry, frozen=True, kw_only=True):
    """One side of a finding: the words, and the value they bind."""

    value: str


class FindingLine(Record, frozen=True, kw_only=True):
    """Two sides bound to one slot, and what they are to each other."""

    reading: ReadingOf
    slot: str
    left: SideEntry
    right: SideEntry
    rule: str
    score: float


class CheckEvidenceEntry(EvidenceEntry, frozen=True, kw_only=True):
    """Words that bear on a text: in which way, the value they give, who says so, and the day of publication."""

    bearing: Bearing
    value: str | None
    voice: str | None
    published: date | None
    share: Share
    """How much of the text's words, by weight, these words hold."""


class CheckCounts(Record, frozen=True, kw_only=True):
    """The four numbers behind one side: counts of articles, texts and origins, and the names of the voices."""

    articles: Count
    texts: Count
    origins: Count
    voices: list[str] | None


class CheckedPart(Record, frozen=True, kw_only=True):
    """One thing that the text says, and what coverage makes of it."""

    text: str
    answer: Answer
    numbers: CheckCounts
    against: CheckCounts
    evidence_for: list[CheckEvidenceEntry]
    evidence_against: list[CheckEvidenceEntry]
    nearest: list[CheckEvidenceEntry]


class UnmeasuredEntry(Record, frozen=True, kw_only=True):
    """One gap, and the articles, inputs or words that it concerns."""

    gap: Gap
    what: list[str]


class CheckLine(Record, frozen=True, kw_only=True):
    """What coverage makes of one text. There is no verdict on truth in it."""

    text: str
    answer: Answer
    searched: Count
    """Articles that were searched."""
    parts: list[CheckedPart]
    unmeasured: list[UnmeasuredEntry]
