"""What an article says outright to have been wrong: "an earlier version of this story said", "contrary to reports"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from twosource.crosscheck.decision import Decision
from twosource.crosscheck.sides import Pairing, side_at
from twosource.model import Reading, ReadingOf, Statement
from twosource.text.cued import Cued
from twosource.text.words import find_words

_WRONGLY = r"(?:(?:incorrectly|mistakenly|wrongly|erroneously|also) )*"
_STATED = (
    r"(?:said|stated|reported|included|gave|identified|named|listed|referred|misstated|misidentified|described"
    r"|misspelled|suggested|indicated|put|attributed)"
)
_PRINTED = r"(?:story|article|report|post|piece|video|column|headline|caption|graphic|map|page|blog|review|list|chart)"
_NOTE = Cued(
    re.compile(
        rf"\b(?:earlier|previous|original) versions? "
        rf"(?:of (?:this|the|our) (?:[\w-]+ )?{_PRINTED}\b|{_WRONGLY}{_STATED}\b)"
        rf"|\bthis {_PRINTED} (?:originally|initially|previously|incorrectly|mistakenly)\b",
        re.IGNORECASE,
    ),
    ("version", "originally", "initially", "previously", "incorrectly", "mistakenly"),
)
_NOTE_GOES_ON = re.compile(rf"\W*it also (?:incorrectly |mistakenly |wrongly )?{_STATED}\b", re.IGNORECASE)
_SAID = re.compile(rf"\b{_STATED}\b", re.IGNORECASE)
_REPORTS = r"(?:\w+ ){0,3}?(?:reports?|outlets|newspapers|rumou?rs|speculation)"
_AGAINST_REPORTS = Cued(
    re.compile(
        rf"\b(?:contrary to {_REPORTS}\b|(?:as|despite what) {_REPORTS} (?:had )?(?:claimed|said|suggested|stated"
        r"|reported|indicated|alleged)\b)",
        re.IGNORECASE,
    ),
    ("report", "outlets", "newspapers", "rumo", "speculation"),
)
_NEGATED = re.compile(r"\b(?:not|no|never|none|nobody)\b|n['’]t\b", re.IGNORECASE)
_NEXT_CHARS = 12  # what is right stands in the sentence behind the note, or behind "although" in the same
_WORDS_BEFORE = 3  # of what the reports claimed: "... closed for good, as some reports claimed"
_TOLD_OUTRIGHT = 0.9  # a choice: the article says it, and only the reading of it can err
_TAKEN_BACK = Decision(ReadingOf.CORRECTION, "the article takes back what an earlier version said")
_SET_RIGHT = Decision(ReadingOf.CORRECTION, "one side says that reports were wrong")


def pair_notes(statements: Sequence[Statement], readings: Mapping[str, Reading]) -> list[Pairing]:
    """Each note of a correction beside what it puts in its place, and each denial of reports.

    Policy: the words of the note decide, not what it is about. "As reports said" sets something right only in a
    sentence that denies it.
    """
    return [*_version_notes(statements, readings), *_denied_reports(statements, readings)]


def _version_notes(statements: Sequence[Statement], readings: Mapping[str, Reading]) -> Iterator[Pairing]:
    noted = ""
    likely = {article for article, reading in readings.items() if _NOTE.may_match(reading.article.text)}
    for note, right in pairwise(statements):
        one, two = note.span, right.span
        if one.article not in likely:
            continue
        is_note = _NOTE.search(one.quote) is not None
        goes_on = noted == one.article and _NOTE_GOES_ON.match(one.quote) is not None
        if not (is_note or goes_on):
            continue
        noted = one.article
        behind = one.article == two.article and 0 <= two.start - one.end <= _NEXT_CHARS
        behind = behind and "\n" not in readings[one.article].article.text[one.end : two.start]
        said = goes_on or (is_note and _SAID.search(one.quote) is not None)
        if behind and said and not _NOTE.search(two.quote):
            sides = [side_at(s, s.span.extent, readings, v) for s, v in ((note, "said before"), (right, "said now"))]
            yield Pairing("other", sides[0], sides[1], _TAKEN_BACK, _TOLD_OUTRIGHT)


def _denied_reports(statements: Sequence[Statement], readings: Mapping[str, Reading]) -> Iterator[Pairing]:
    likely = {article for article, reading in readings.items() if _AGAINST_REPORTS.may_match(reading.article.text)}
    for statement in (s for s in statements if s.span.article in likely):
        text = readings[statement.span.article].article.text
        cue = _AGAINST_REPORTS.search(text, *statement.span.extent)
        if cue is not None and _NEGATED.search(text, *statement.span.extent) is not None:
            before = find_words(text, statement.span.start, cue.start())[-_WORDS_BEFORE:]
            claimed = (before[0].start if before else cue.start(), cue.end())
            left = side_at(statement, claimed, readings, "as reported")
            yield Pairing(
                "other", left, side_at(statement, statement.span.extent, readings, "denied"), _SET_RIGHT, _TOLD_OUTRIGHT
            )
