"""What each voice of a story asserts or denies, in the words of its attribution."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from twosource.crosscheck.attributed import extent_over
from twosource.crosscheck.by_article import group_by_article
from twosource.crosscheck.framing import FRAME
from twosource.crosscheck.quoting import beginning_of
from twosource.crosscheck.voices import VoiceBook
from twosource.model import Attribution, Modality, Reading, Span, Stance, Statement
from twosource.text.terms import contents_in, is_verb

OUTLET = "outlet"
"""Stands for the article's own voice where nobody is quoted."""

_DENIES = re.compile(
    r"\b(?:den(?:y|ies|ied|ying|ial)|refut\w+|rebutt\w+|disput(?:es(?! (?:over|about|between|with|in)\b)|ed|ing)"
    r"|contradict\w*)\b",
    re.IGNORECASE,
)
# Met in lower case; every branch begins with one letter, which the search then looks for.
_NEGATED = re.compile(r"n(?:(?<=\bn)(?:ot\b(?<!or not)|o\b|ever\b|on\b)|\s?['’]\s?t\b)")
_REFUSES = re.compile(
    r"\bden(?:y|ies|ied|ying)\s+(?:[\w’'-]+\s+){0,3}?(?:release|request|bond|bail|offer|entry|access|permission|motion"
    r"|appeal|application|parole|visa|plea|petition|asylum|treatment|service|benefit|credential|coverage|funding|licen[cs]e"
    r"|victory)s?\b"
    r"|\bden(?:y|ies|ied|ying)\s+(?:(?:the )?(?-i:[A-Z])[\w’'-]*|him|her|them|us|me|you)\s+(?:an?|the|of|any|another"
    r"|entry|(?!claims|allegations|accusations|reports|charges|suggestions|rumours|rumors|has|was|does|is)[a-z]+s)\b",
    re.IGNORECASE,
)  # "denied her a win", "denying the council of votes": something is kept from somebody
_OPENS = re.compile(r"\W*(?:den|reject|dismiss|refut|disput)\w*ing\b[^,]*", re.IGNORECASE)
_REJECTS = re.compile(
    r"\b(?:reject|dismiss)\w*\s+(?:\w+\s+){0,3}(?:claim|allegation|accusation|report|suggestion)s?\b", re.IGNORECASE
)
_NO_DENIAL = re.compile(
    r"(?:\b(?:not|never|without|nor|declin\w+ to|refus\w+ to)\b|n['’]t\b)\s+(?:\w+ly\s+)?"
    r"(?:den(?:y|ied|ying)|disput\w+)",
    re.IGNORECASE,
)  # "is not denying that she was there"


@dataclass(frozen=True)
class Position:
    """What one voice asserts or denies: the statement it stands in, its own words, and their terms."""

    statement: Statement
    voice: str
    span: Span
    terms: frozenset[str]
    verbs: frozenset[str]
    denies: bool
    conditional: bool


def find_positions(
    statements: Sequence[Statement], readings: Mapping[str, Reading], book: VoiceBook
) -> tuple[list[Position], list[Position]]:
    """The denials and the assertions of a story, in order of article and place.

    Policy: an attribution speaks through its content; a sentence that nobody is quoted for speaks for the outlet. Only
    a word of denial denies: who says "not" may speak of another day or for himself, and asserts nothing either. Where
    no attribution is one of denial, nothing is looked for.
    """
    if not any(a.stance is Stance.DENIED for reading in readings.values() for a in reading.attributions):
        return [], []
    told = group_by_article(statements, readings)
    positions = [position for article in told for position in _positions_in(readings[article], told[article], book)]
    return [p for p in positions if p.denies], [p for p in positions if not p.denies]


def _positions_in(reading: Reading, statements: Sequence[Statement], book: VoiceBook) -> Iterator[Position]:
    for attribution in reading.attributions:
        name = attribution.speaks_for or attribution.voice
        statement = _statement_of(attribution, statements)
        if name is not None and statement is not None:
            span = _span_of(reading, attribution, statement)
            position = _read(statement, span, _content(attribution, statement), book.resolve(name), attribution.stance)
            yield from [position] if position else []
    for statement in statements:
        if statement.attribution is None:
            position = _read(statement, statement.span, statement.span.quote, OUTLET, None)
            yield from [position] if position else []


def _statement_of(attribution: Attribution, statements: Sequence[Statement]) -> Statement | None:
    """The statement that holds most of what is said; the first of two that hold as much."""
    start, end = extent_over(attribution.content)
    held = [(_held(attribution, s), s) for s in statements if s.span.start < end and start < s.span.end]
    most = max((h for h, _ in held), default=0)
    return next((s for h, s in held if h == most), None) if most else None


def _held(attribution: Attribution, statement: Statement) -> int:
    return sum(span.shared_with(statement.span.extent) for span in attribution.content)


def _content(attribution: Attribution, statement: Statement) -> str:
    """What is said, without what stands outside the statement: a heading between two paragraphs is no part of it."""
    start, end = statement.span.extent
    return " ".join(s.quote for s in attribution.content if s.start < end and start < s.end)


def _span_of(reading: Reading, attribution: Attribution, statement: Statement) -> Span:
    """Cue and content together, inside the statement, of at most 25 words."""
    parts = (*attribution.cue, *attribution.content)
    spans = [s for s in parts if s.start < statement.span.end and statement.span.start < s.end]
    start = max(statement.span.start, min(s.start for s in spans))
    end = min(statement.span.end, max(s.end for s in spans))
    return beginning_of(reading.article, (start, end))


def _read(statement: Statement, span: Span, content: str, voice: str, stance: Stance | None) -> Position | None:
    if (opening := _OPENS.match(span.quote)) is not None:
        content = opening.group()
    idle = FRAME.union(voice.lower().split())
    contents = contents_in(content)
    terms = [(lemma, group) for lemma, group in contents if group not in FRAME and lemma not in idle]
    if not terms:
        return None
    denies = denies_in_words(span.quote, stance)
    if not denies and _NEGATED.search(content.lower()) is not None:
        return None
    return Position(
        statement=statement,
        voice=voice,
        span=span,
        terms=frozenset(group for _, group in terms),
        verbs=frozenset(group for lemma, group in terms if is_verb(lemma)),
        denies=denies,
        conditional=statement.modality is Modality.CONDITIONAL,
    )


def denies_in_words(words: str, stance: Stance | None) -> bool:
    """Whether the cue is a word of denial; turning down a proposal denies nothing."""
    if stance is not Stance.DENIED or is_refusal(words) or _NO_DENIAL.search(words) is not None:
        return False
    return _DENIES.search(words) is not None or _REJECTS.search(words) is not None


def is_refusal(words: str) -> bool:
    """Whether something is refused and nothing denied: "denied bail"."""
    return _REFUSES.search(words) is not None


def tells_of_denial(words: str) -> bool:
    """Whether words have a denial in them, whoever denies: "it was a swap, but the government denied it"."""
    return _DENIES.search(words) is not None
