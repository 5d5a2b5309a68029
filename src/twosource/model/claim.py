"""What is said, who stands behind it, and where two say it differently."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import Literal

from twosource.model.article import Role, Span
from twosource.model.reading import EntityKind, Quantity, Stance, When
from twosource.model.record import Extent, Record


class Named(Record, frozen=True, kw_only=True, tag=True):
    """A named thing as the value of a slot."""

    name: str
    kind: EntityKind


class SlotName(StrEnum):
    """The question a slot answers."""

    WHO = "who"
    WHAT = "what"
    WHOM = "whom"
    WHEN = "when"
    WHERE = "where"
    HOW_MANY = "how many"


class Slot(Record, frozen=True, kw_only=True):
    """One bound answer inside a statement, with the words it rests on."""

    name: SlotName
    value: Named | When | Quantity
    span: Span


class Polarity(StrEnum):
    """Whether a statement affirms or denies."""

    AFFIRMED = "affirmed"
    DENIED = "denied"


class Modality(StrEnum):
    """How a statement holds what it says."""

    ASSERTED = "asserted"
    PLANNED = "planned"
    ALLEGED = "alleged"
    CONDITIONAL = "conditional"


class Voice(Record, frozen=True, kw_only=True):
    """The person, body or document a statement is attributed to, after aliases and roles."""

    id: str
    """Canonical name: the body where a spokesman speaks for one."""
    aliases: tuple[str, ...] = ()


class Statement(Record, frozen=True, kw_only=True):
    """One article's wording of something said to be so."""

    id: str
    span: Span
    role: Role
    predicate: str | None
    """Lemma of the main verb or nominal event, None where none was found."""
    slots: tuple[Slot, ...] = ()
    said_by: tuple[str, ...] = ()
    """Chain of speakers, outermost first; empty where the outlet says it itself."""
    attribution: str | None = None
    frame: tuple[Extent, ...] = ()
    """Where the article's words inside the span say who says it, and that he does: no part of what is said."""
    polarity: Polarity = Polarity.AFFIRMED
    modality: Modality = Modality.ASSERTED
    stance: Stance | None = None


class Witness(Record, frozen=True, kw_only=True):
    """One origin or voice that stands behind a claim, with the words that show it."""

    kind: Literal["origin", "voice"]
    id: str
    articles: tuple[str, ...]
    spans: tuple[Span, ...]


class FourNumbers(Record, frozen=True, kw_only=True):
    """Articles, texts, origins, voices: never merged, always in this order, each an upper bound on independence."""

    articles: tuple[str, ...]
    texts: tuple[str, ...]
    origins: tuple[str, ...]
    voices: tuple[str, ...] | None
    """None where voices were not measured."""


class Claim(Record, frozen=True, kw_only=True):
    """Statements of one story that say the same thing, and what stands behind them."""

    id: str
    story: str
    text: str
    """The words of the statement chosen to stand for all."""
    statements: tuple[Statement, ...]
    numbers: FourNumbers
    witnesses: tuple[Witness, ...] = ()
    contested: bool = False
    weight: float = 0.0
    """Rank inside the story, 0..1: origins, lead position, centrality, contest."""


class ReadingOf(StrEnum):
    """What two bound slots of one claim are to each other."""

    AGREEMENT = "agreement"
    CONFLICT = "conflict"
    UPDATE = "update"
    CORRECTION = "correction"
    DISAGREEMENT = "disagreement"
    SCOPE = "scope"
    UNCLEAR = "unclear"


class Side(Record, frozen=True, kw_only=True):
    """One side of a finding: the words, and the value they bind."""

    span: Span
    value: str
    """Normalised: ISO date or interval, number with unit and noun, name, `denied`."""
    statement: str
    claim: str | None = None
    voice: str | None = None
    reported: date | None = None


SPELLED_TWO_WAYS = "one name in two spellings"
"""The rule of a finding that is a slip of the pen: it is shown, and it is no dispute."""
QUOTED_TWO_WAYS = "one quotation in two wordings"
"""The rule of a finding in which the same words of one speaker are printed in two ways."""
TWO_AGES = "one person of two ages"
OLDER_LATER = "one person, older in a later report"
"""The rules of findings that tell how old somebody is."""
PRICE_MOVED = "a price that moves through the day"
"""The rule of a finding that is no development of its story."""


class Finding(Record, frozen=True, kw_only=True):
    """Two sides bound to the same slot, and what they are to each other."""

    id: str
    story: str
    reading: ReadingOf
    slot: str
    """number, date, time, place, person, organisation, polarity."""
    left: Side
    right: Side
    rule: str
    score: float
    within_article: bool = False
