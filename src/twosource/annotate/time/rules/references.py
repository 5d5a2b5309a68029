"""Past, present and future without a place on the calendar: "now", "recently", "the future", "in the past"."""

from __future__ import annotations

from twosource.annotate.time.algebra import Vague
from twosource.annotate.time.context import Tense, tense_near
from twosource.annotate.time.lexicon import REFERENCES
from twosource.annotate.time.rules.rule import Case, Phrase, Rule


def build_adverb(phrase: Phrase) -> Vague | None:
    """An adverb of time; "soon after" and "shortly before" are about something else."""
    word = phrase.word("r")
    if word == "soon" and phrase.after() in {"after", "before", "afterward", "afterwards", "as", "enough"}:
        return None
    if word == "soon" and (
        phrase.before() == "as" or tense_near(phrase.scan, phrase.start, phrase.end) is not Tense.FUTURE
    ):
        return None
    if word == "now" and phrase.before() == "until" and phrase.after() == "-":
        return None
    return Vague(REFERENCES[word])


def build_adjective(phrase: Phrase) -> Vague | None:
    """A reading of "Current", "recent", "future" before a noun."""
    word = phrase.word("a")
    if word == "current":
        return Vague.PRESENT if phrase.after() not in {"account", "accounts", "affairs", "events", "-"} else None
    return None


def build_recent(_phrase: Phrase) -> Vague:
    """A reading of "Recent" before a noun; before a unit it is a length of time."""
    return Vague.PAST


def build_future(phrase: Phrase) -> Vague | None:
    """A reading of "The future", "the near future"; "future" before a noun is a property."""
    return Vague.FUTURE if phrase.after() != "of" else None


def build_the_past(phrase: Phrase) -> Vague | None:
    """A reading of "The past" as a noun."""
    return Vague.PAST if phrase.word("l") == "past" and phrase.before() in {"in", "of", "from", "than"} else None


def build_these_days(phrase: Phrase) -> Vague | None:
    """A reading of "These days"."""
    return Vague.PRESENT if phrase.word("y") == "these" and phrase.word("v") == "days" else None


NOW = Rule(
    "reference",
    r"(?P<r>R)",
    build_adverb,
    (Case("The bridge is [now] closed and [recently] lost its roof.", ("PRESENT_REF", "PAST_REF")),),
    needs="R",
)
CURRENT = Rule(
    "current",
    r"(?<![lnx])(?P<a>c)(?![UVYSMW])",
    build_adjective,
    (Case("The [current] mayor resigned.", ("PRESENT_REF",)), Case("At the same table sat present members.", ())),
    needs="c",
)
RECENT = Rule(
    "recent",
    r"4(?![UV])",
    build_recent,
    (Case("The [recent] rise alarmed them.", ("PAST_REF",)),),
    needs="4",
)
FUTURE = Rule(
    "future",
    r"d_?5(?![UV])",
    build_future,
    (Case("No one knows [the future].", ("FUTURE_REF",)),),
    needs="5",
)
THE_PAST = Rule(
    "the-past",
    r"d(?P<l>l)(?![A-Za-z_'\d])",
    build_the_past,
    (Case("They did it in [the past], he said.", ("PAST_REF",)), Case("They walked past the past masters.", ())),
    needs="l",
)
THESE_DAYS = Rule(
    "these-days",
    r"(?P<y>y)(?P<v>V)",
    build_these_days,
    (Case("It hurts more [these days].", ("PRESENT_REF",)),),
    needs="V",
)
RULES = (NOW, CURRENT, RECENT, FUTURE, THE_PAST, THESE_DAYS)
