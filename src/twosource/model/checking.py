"""What coverage makes of a text that somebody asks about: evidence for it, against it, and what was not measured."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from twosource.model.article import Span
from twosource.model.claim import FourNumbers
from twosource.model.record import Record


class Answer(StrEnum):
    """Whether coverage says what a text says. There is no answer that says what is true."""

    FOUND = "found"
    CONTESTED = "contested"
    """Coverage says something that cannot stand beside the text, whether or not it also says the text."""
    NOT_FOUND = "not found"
    UNMEASURED = "unmeasured"


class Bearing(StrEnum):
    """What one statement of coverage is to a text."""

    SAYS_SO = "says so"
    DENIES = "denies it"
    OTHER_VALUE = "gives another value"
    OPPOSITE = "says the opposite"
    OUTDATED = "gives an earlier value"
    LESS_EXACT = "says it less exactly"
    WEAKER = "says it is planned or possible"
    OTHER_TIME = "tells of what is over, not of what is to come"
    WITHOUT_VALUE = "gives no such number or date"
    OTHER_ROLES = "has doer and done-to the other way round"
    OTHER_WORDS = "shares only some of its words"


class Gap(StrEnum):
    """What could not be measured, of the text or of the coverage."""

    NO_STATEMENT = "the text states nothing, in English, that can be looked for"
    OPEN_TIME = "a time of the text that only its date would settle"
    NO_COVERAGE = "no article in a language that is read"
    NOT_READ = "input that was not read"
    OTHER_LANGUAGE = "articles in a language that is not read"
    NO_DATE = "evidence without a date of publication"
    NO_SPEAKER = "evidence from somebody whose name is not decided"


class Unmeasured(Record, frozen=True, kw_only=True):
    """One gap, and which articles, inputs or words it concerns."""

    gap: Gap
    what: tuple[str, ...] = ()


class Evidence(Record, frozen=True, kw_only=True):
    """Words of an article that bear on a text."""

    span: Span
    bearing: Bearing
    share: float
    """How much of the text's weight in words these words hold, 0..1."""
    story: str
    claim: str
    value: str | None = None
    """The value that these words give to the text's question, where it asks for one."""
    voice: str | None = None
    reported: date | None = None


class CheckedStatement(Record, frozen=True, kw_only=True):
    """One thing that a text says, and what coverage makes of it."""

    text: str
    answer: Answer
    numbers: FourNumbers
    """Behind the evidence for it."""
    against: FourNumbers
    """Behind the evidence against it."""
    evidence_for: tuple[Evidence, ...] = ()
    evidence_against: tuple[Evidence, ...] = ()
    nearest: tuple[Evidence, ...] = ()
    """Neither for nor against, the nearest wordings first."""


class TextCheck(Record, frozen=True, kw_only=True):
    """What coverage makes of a text: an answer for the whole, and one for each thing that it says."""

    text: str
    answer: Answer
    articles: int
    """How many articles were searched."""
    statements: tuple[CheckedStatement, ...]
    unmeasured: tuple[Unmeasured, ...] = ()
