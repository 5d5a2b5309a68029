"""Past, present and future without a place on the calendar: "now", "recently", "the future", "in the past"."""

from __future__ import annotations

from twosource.annotate.time.algebra import Vague
from twosource.annotate.time.lexicon import REFERENCES
from twosource.annotate.time.rules.rule import Case, Phrase, Rule
from twosource.annotate.time.tense import Tense, tense_near
from twosource.annotate.time.tokens import Token

_SOON = frozenset("after before afterward afterwards as enough".split())
_CURRENT = frozenset("account accounts affairs events -".split())
_ENDS_PHRASE = frozenset(
    {Token.COMMA, Token.HYPHEN, Token.DASH, Token.STOP, Token.BREAK, Token.AND, Token.AT, Token.TO}
)
_BEGINS_CLAUSE = frozenset("that it he she they we i you there has have had is was were".split())


def build_adverb(phrase: Phrase) -> Vague | None:
    """An adverb of time; "soon after" and "as soon as" are about something else, as is "until now-secret"."""
    word = phrase.word("adverb")
    if word == "soon" and not _lies_ahead(phrase):
        return None
    if word == "now" and phrase.before() == "until" and phrase.after() == "-":
        return None
    return Vague(REFERENCES[word])


def _lies_ahead(phrase: Phrase) -> bool:
    if phrase.after() in _SOON or phrase.before() == "as":
        return False
    return tense_near(phrase.scan, phrase.start, phrase.end) is Tense.FUTURE


def build_current(phrase: Phrase) -> Vague | None:
    """What is current, before a noun; a current account is none."""
    return Vague.PRESENT if phrase.word("current") == "current" and phrase.after() not in _CURRENT else None


def build_future(phrase: Phrase) -> Vague | None:
    """The future, near or not; "the future of" a thing is a property of it."""
    return Vague.FUTURE if phrase.after() != "of" else None


def build_the_past(phrase: Phrase) -> Vague | None:
    """The past as a noun: at the end of its phrase, or "in the past" before a new clause."""
    if phrase.word("past") != "past" or phrase.before() not in {"in", "of", "from", "than"}:
        return None
    ends = phrase.code_after() in _ENDS_PHRASE or (phrase.before() == "in" and phrase.after() in _BEGINS_CLAUSE)
    return Vague.PAST if ends else None


def build_these_days(phrase: Phrase) -> Vague | None:
    """These days: the present."""
    return Vague.PRESENT if (phrase.word("these"), phrase.word("days")) == ("these", "days") else None


NOW = Rule(
    "reference",
    "adverb=NOW",
    build_adverb,
    (Case("The bridge is [now] closed and [recently] lost its roof.", ("PRESENT_REF", "PAST_REF")),),
    needs=(Token.NOW,),
)
CURRENT = Rule(
    "current",
    "<!(LAST | NEXT | THIS) current=CURRENT !(ANY_UNIT | YEAR | SEASON | MONTH | WEEKDAY)",
    build_current,
    (Case("The [current] mayor resigned.", ("PRESENT_REF",)), Case("At the same table sat present members.", ())),
    needs=(Token.CURRENT,),
)
RECENT = Rule(
    "recent",
    "RECENT !ANY_UNIT",
    lambda _: Vague.PAST,
    (Case("The [recent] rise alarmed them.", ("PAST_REF",)),),
    needs=(Token.RECENT,),
)
FUTURE = Rule(
    "future",
    "THE OTHER? FUTURE !ANY_UNIT",
    build_future,
    (Case("No one knows [the future].", ("FUTURE_REF",)),),
    needs=(Token.FUTURE,),
)
THE_PAST = Rule(
    "the-past",
    "THE past=LAST",
    build_the_past,
    (
        Case("They did it in [the past], he said.", ("PAST_REF",)),
        Case("It said that in [the past] it had.", ("PAST_REF",)),
        Case("They walked past the past masters.", ()),
    ),
    needs=(Token.LAST,),
)
THESE_DAYS = Rule(
    "these-days",
    "these=THAT days=UNITS",
    build_these_days,
    (Case("It hurts more [these days].", ("PRESENT_REF",)),),
    needs=(Token.UNITS,),
)
RULES = (NOW, CURRENT, RECENT, FUTURE, THE_PAST, THESE_DAYS)
