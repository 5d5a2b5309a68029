"""Who gave no answer in one report, and speaks in another that is not earlier."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from twosource.crosscheck.attributed import extent_of, holder_of
from twosource.crosscheck.by_article import group_by_article
from twosource.crosscheck.decision import Decision
from twosource.crosscheck.earlier import is_earlier
from twosource.crosscheck.framing import FRAME
from twosource.crosscheck.quoting import clause_at
from twosource.crosscheck.sides import Pairing, side_at
from twosource.model import Attribution, Descent, Extent, Reading, ReadingOf, Role, Statement, text_of
from twosource.text.cued import Cued
from twosource.text.terms import Term, country_groups, find_terms, groups_in
from twosource.text.words import find_words

_SILENT = Cued(
    re.compile(
        r"(?:(?:\b(?:(?<!would )(?<!does )(?<!do )not|never)|(?<!would)n['’]t) (?:(?:yet|immediately|been) )*"
        r"(?:respond(?:ed)?|repl(?:y|ied)|return(?:ed)?|comment(?:ed)?|receive (?:a|any) (?:response|reply|comment))"
        r"|\b(?:yet to (?:respond|reply|comment)|could not (?:immediately )?be (?:reached|contacted)))\b",
        re.IGNORECASE,
    ),
    ("respon", "repl", "return", "comment", "reached", "contacted"),
)
_ASKED = re.compile(
    r"\bimmediately\b|\b(?:requests?|inquir\w+|enquir\w+|comments?|calls?|e-?mails?|queries"
    r"|reached|contacted|questions from)\b",
    re.IGNORECASE,
)
"""The press asked: a man who "did not reply" to another is silent in the story, and not to its reporters."""
_NOT_SILENT = re.compile(r"\b(?:could|can)(?: not|n['’]t) comment\b|\b(?:further|additional|directly)\b", re.IGNORECASE)
_QUOTED_ASIDE = re.compile(r"\W{0,2}(?:was|were|is|are|had|has)\b", re.IGNORECASE)
"""Behind the verb of saying: "a glove he said was once worn" is told by the way."""
_STATES = re.compile(
    r"\b(?:statement|said|told|tweet(?:ed|s)?|respond(?:ed|s)|repl(?:ied|ies)|announced|confirmed|e-?mail(?:ed)?|joked"
    r"|posted|wrote)\b",
    re.IGNORECASE,
)
"""One answers once; what a firm "says" is what it says of its goods."""
_TO_THE_PRESS = re.compile(r"\b(?:statement|spokes\w+)\b", re.IGNORECASE)
"""An answer to those who asked is a statement or a spokesman's words: in a speech one speaks of much else."""
_NO_COMMENT = re.compile(r"\bno (?:\w+ )?comment\b|\b(?:declin|refus)\w+ to comment\b", re.IGNORECASE)
_ANYBODY = re.compile(r"an?\b", re.IGNORECASE)
_BEHIND_CHARS = 30  # "said on Monday in a statement"
_IDLE = frozenset(
    "representative agent lawyer attorney office company firm comment request email call team press".split()
)
_SUBJECT_TERMS = 3  # "a spokeswoman for the county prosecutor": who is silent is named right before the verb
_SOURCE_WORDS = 10  # a longer source is a misread sentence
_MIN_WORDS = 5
_ABOUT_CHARS = 300  # two or three sentences before "did not respond"
_BEHIND_ANSWER_CHARS = 150
_SHARED = 2  # a big office speaks each day, and mostly of something else: with fewer 1 of 7 is right
_PERHAPS = 0.5  # 3 of 5 are right, all read while the rule was mended
_SPOKE = Decision(ReadingOf.UPDATE, "no answer in one report, and words of the same in another")


@dataclass(frozen=True)
class Silence:
    """A clause that says that somebody gave no answer, and the words for who."""

    statement: Statement
    clause: Extent
    who: frozenset[str]
    about: frozenset[str]
    """The words before it, its own and those of what the article tells of who: what the press asked about."""


def pair_silences(
    statements: Sequence[Statement], readings: Mapping[str, Reading], descents: Mapping[str, Descent]
) -> list[Pairing]:
    """For each who gave no answer, the first words of the same in an article that is not earlier.

    Policy: who "declined to comment" has answered, and who did not answer another person of the story was not asked.
    The speaker must be called by every word that the silent one is called by, and must have said, told or written
    something of what he was asked about, in a statement or by a spokesman; who does so in the article that calls him
    silent has answered there. An article without a date proves no order.
    """
    found: dict[frozenset[str], Pairing] = {}
    told = group_by_article(statements, readings)
    for silence in _silences(statements, readings):
        spoken = _spoken_later(silence, told, readings, descents)
        first = min(spoken, key=lambda s: _order(s[0], readings), default=None)
        if first is not None:
            left = side_at(silence.statement, silence.clause, readings, "no answer")
            right = side_at(first[1], extent_of(first[0]), readings, "spoke")
            found.setdefault(silence.who, Pairing("polarity", left, right, _SPOKE, _PERHAPS))
    return [found[who] for who in sorted(found, key=sorted)]


def _silences(statements: Sequence[Statement], readings: Mapping[str, Reading]) -> Iterator[Silence]:
    likely = {article for article, reading in readings.items() if _SILENT.may_match(reading.article.text)}
    for statement in (s for s in statements if s.span.article in likely):
        text = readings[statement.span.article].article.text
        cue = _SILENT.search(text, *statement.span.extent) if statement.role is not Role.CAPTION else None
        if cue is None:
            continue
        clause = clause_at(text, statement, cue.start())
        if _ASKED.search(text, *clause) is None or _NOT_SILENT.search(text, *clause) is not None:
            continue
        who = frozenset(t.group for t in _subject(text, find_terms(text, clause[0], cue.start())))
        if who:
            about = groups_in(text[max(0, clause[0] - _ABOUT_CHARS) : clause[1]]) | _told_of(who, statement, statements)
            yield Silence(statement, clause, who, about - who - FRAME - country_groups())


def _told_of(who: frozenset[str], silent: Statement, statements: Sequence[Statement]) -> frozenset[str]:
    """The words of what the same article tells of who is silent: a form for a newsletter may stand between."""
    here = (groups_in(s.span.quote) for s in statements if s.span.article == silent.span.article)
    return frozenset().union(*(words for words in here if who <= words))


def _subject(text: str, terms: Sequence[Term]) -> list[Term]:
    """The names among the last words, or else the last noun: "the county prosecutor"."""
    last = [t for t in terms if t.lemma not in FRAME and t.lemma not in _IDLE][-_SUBJECT_TERMS:]
    return [t for t in last if text[t.start].isupper()] or last[-1:]


def _spoken_later(
    silence: Silence,
    told: Mapping[str, Sequence[Statement]],
    readings: Mapping[str, Reading],
    descents: Mapping[str, Descent],
) -> Iterator[tuple[Attribution, Statement]]:
    here = silence.statement.span.article
    if any(_speaks(silence, a, readings[here].article.text) for a in readings[here].attributions):
        return
    for article in sorted(readings):
        later = is_earlier(readings[article], readings[here]) is False
        if not later or text_of(article, descents) == text_of(here, descents):
            continue
        for attribution in readings[article].attributions:
            text = readings[article].article.text
            if not _speaks(silence, attribution, text) or not _is_about_it(silence, attribution, text):
                continue
            start = extent_of(attribution)[0]
            holder = holder_of((start, start + 1), told[article])
            if holder is not None:
                yield attribution, holder


def _speaks(silence: Silence, attribution: Attribution, text: str) -> bool:
    """Whether who was silent says something to the press."""
    return silence.who <= _called(attribution) and _states(attribution, text) and _is_answer(attribution, text)


def _is_about_it(silence: Silence, attribution: Attribution, text: str) -> bool:
    start, end = extent_of(attribution)
    return len(silence.about & groups_in(text[start : end + _BEHIND_ANSWER_CHARS])) >= _SHARED


def _called(attribution: Attribution) -> frozenset[str]:
    """The words that a speaker is called by; whom a text does not name yet is nobody told of before."""
    source = " ".join(s.quote for s in attribution.source)
    short = source if len(find_words(source)) <= _SOURCE_WORDS else ""
    told = "" if _ANYBODY.match(source) else attribution.voice or ""
    names = " ".join((told, attribution.speaks_for or "", short))
    return frozenset(t.group for t in find_terms(names))


def _states(attribution: Attribution, text: str) -> bool:
    """Whether somebody says something, and not that nothing is said; a cue that is left out says "said"."""
    cue = " ".join(s.quote for s in attribution.cue)
    words = " ".join(s.quote for s in attribution.content)
    aside = attribution.cue and _QUOTED_ASIDE.match(text, attribution.cue[-1].end) is not None
    stated = not aside and (not cue or _STATES.search(cue) is not None)
    return stated and len(find_words(words)) >= _MIN_WORDS and _SILENT.search(f"{cue} {words}") is None


def _is_answer(attribution: Attribution, text: str) -> bool:
    """Whether words are told to be a statement, or a spokesman's, and are not that there is no comment."""
    if _NO_COMMENT.search(text, *extent_of(attribution)):
        return False
    end = extent_of(attribution)[1]
    told = [s.extent for s in (*attribution.source, *attribution.cue)] or [(end, end)]
    return any(_TO_THE_PRESS.search(text, start, stop + _BEHIND_CHARS) for start, stop in told)


def _order(attribution: Attribution, readings: Mapping[str, Reading]) -> tuple[str, str, int]:
    published = readings[attribution.article].article.published
    return str(published.day if published else ""), attribution.article, extent_of(attribution)[0]
