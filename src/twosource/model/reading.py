"""What is inside one article: times, names, quantities, attributions, and the `Reading` that carries them."""

from __future__ import annotations

from datetime import date, time
from enum import StrEnum

from twosource.model.article import Article, Credit, Passage, Span
from twosource.model.record import Extent, Record


class Grain(StrEnum):
    """How finely a time is stated."""

    MINUTE = "minute"
    HOUR = "hour"
    PART_OF_DAY = "part of day"
    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    SEASON = "season"
    YEAR = "year"
    DECADE = "decade"
    CENTURY = "century"


class Basis(StrEnum):
    """What a time rests on."""

    STATED = "stated"
    RELATIVE = "relative"
    """Worked out from another time in the text or from the day of publication."""
    PUBLISHED = "published"
    """Only the day of publication is known."""


class When(Record, frozen=True, kw_only=True, tag=True):
    """An interval of days, both ends included; an end that is None is open ("since February 2022")."""

    earliest: date | None
    latest: date | None
    grain: Grain
    basis: Basis
    clock: time | None = None
    """Local time of day, where one is stated."""
    anchor: Span | None = None
    """The words a relative time was worked out from."""


class TimexType(StrEnum):
    """The four types of TIMEX3."""

    DATE = "DATE"
    TIME = "TIME"
    DURATION = "DURATION"
    SET = "SET"


class TimeMention(Record, frozen=True, kw_only=True):
    """A time expression: TIMEX3 value, and the interval it means where that is decided."""

    span: Span
    type: TimexType
    value: str
    rule: str
    """Id of the rule that read it."""
    when: When | None = None
    mod: str | None = None
    freq: str | None = None
    quant: str | None = None
    confidence: float = 1.0


class EntityKind(StrEnum):
    """What a name names."""

    PERSON = "person"
    ORGANISATION = "organisation"
    PLACE = "place"
    EVENT = "event"
    OTHER = "other"


class EntityMention(Record, frozen=True, kw_only=True):
    """A name in the text. `entity` is shared by all mentions in the article that mean the same one."""

    span: Span
    kind: EntityKind
    entity: str
    """Canonical name within the article: its fullest form, without titles ("Dmitry Peskov")."""
    role: str | None = None
    """Role words bound to the name ("Kremlin spokesman")."""
    speaks_for: str | None = None
    """Canonical name of the body that the role speaks for ("Kremlin")."""


class Bound(StrEnum):
    """What a number says about the value."""

    EXACT = "exact"
    AT_LEAST = "at least"
    AT_MOST = "at most"
    ABOUT = "about"
    BETWEEN = "between"


class Quantity(Record, frozen=True, kw_only=True, tag=True):
    """A number bound to what it counts or measures. The interval `low`..`high` includes both ends; None is open."""

    low: float | None
    high: float | None
    bound: Bound
    unit: str | None = None
    """Measure or currency (`percent`, `USD`, `km`); None for a bare count."""
    noun: str | None = None
    """Lower-case singular head noun of what is counted (`leader`, `country`)."""
    scope: tuple[str, ...] = ()
    """Lower-case words that narrow what is counted ("since February 2022", "at the scene")."""
    ordinal: bool = False
    """"third visit" is no count of three visits."""


class QuantityMention(Record, frozen=True, kw_only=True):
    """A quantity in the text; `span` covers number, unit and head noun."""

    span: Span
    value: Quantity


class Manner(StrEnum):
    """How speech is carried."""

    DIRECT = "direct"
    INDIRECT = "indirect"
    MIXED = "mixed"


class Stance(StrEnum):
    """What the reporting verb makes of the content."""

    SAID = "said"
    CONFIRMED = "confirmed"
    CLAIMED = "claimed"
    DENIED = "denied"
    ACCUSED = "accused"
    PROMISED = "promised"
    ASKED = "asked"
    BELIEVED = "believed"


class Attribution(Record, frozen=True, kw_only=True):
    """Who says what, in whose words. Content and source may be broken into several spans."""

    id: str
    article: str
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    source: tuple[Span, ...] = ()
    voice: str | None = None
    """Canonical name of the speaker ("Dmitry Peskov"), None where two candidates are left."""
    speaks_for: str | None = None
    """The body the speaker speaks for ("Kremlin")."""
    manner: Manner = Manner.INDIRECT
    stance: Stance = Stance.SAID
    hedges: tuple[str, ...] = ()
    parent: str | None = None
    """Id of the attribution inside whose content this one stands."""


class ParsedSentence(Record, frozen=True, kw_only=True):
    """One sentence by Universal Dependencies: lists side by side, an item a word."""

    places: tuple[Extent, ...]
    """Where each word stands in the article's text."""
    upos: tuple[str, ...]
    xpos: tuple[str, ...]
    lemmas: tuple[str, ...]
    heads: tuple[int, ...]
    """The word each one hangs on, by its place in the sentence; -1 for the root."""
    relations: tuple[str, ...]


class Actuality(StrEnum):
    """How a clause holds what its predicate tells."""

    HAPPENED = "happened"
    """Told without reserve; states count too."""
    PLANNED = "planned"
    DENIED = "denied"
    ALLEGED = "alleged"
    HYPOTHETICAL = "hypothetical"
    """What may be, should be, is asked or hangs on a condition."""


class Predicate(Record, frozen=True, kw_only=True):
    """A word that opens a clause, mostly a verb, and how that clause is held."""

    span: Span
    lemma: str
    actuality: Actuality


class Reading(Record, frozen=True, kw_only=True):
    """One article, read closely: everything that can be known without looking at another article."""

    article: Article
    passages: tuple[Passage, ...] = ()
    credits: tuple[Credit, ...] = ()
    times: tuple[TimeMention, ...] = ()
    entities: tuple[EntityMention, ...] = ()
    quantities: tuple[QuantityMention, ...] = ()
    attributions: tuple[Attribution, ...] = ()
    syntax: tuple[ParsedSentence, ...] = ()
    predicates: tuple[Predicate, ...] = ()
