"""Who rejects what stands right before him in the article, where the two share a topic and hardly a word."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from msgspec.structs import replace

from twosource.crosscheck.attributed import do_meet, extent_of, extent_over, holder_of, share_a_word, speaker_of
from twosource.crosscheck.by_article import group_by_article
from twosource.crosscheck.decide import Decision
from twosource.crosscheck.positions import FRAME, is_refusal
from twosource.crosscheck.sides import Pairing, side_at
from twosource.crosscheck.voices import VoiceBook
from twosource.model import Attribution, Extent, Reading, ReadingOf, Role, Side, Statement
from twosource.text.terms import country_groups, find_terms

_CLAIMS = (
    r"(?:reports?|claims?|allegations?|accusations?|suggestions?|assertions?|charges?|criticisms?|rumou?rs?|speculation"
    r"|idea|notion|comparisons?|complaints?|concerns?|fears?|theory|account|version|comments|remarks)"
)
_REJECTS = re.compile(
    r"\b(?:den(?:y|ies|ied|ying|ials?)|refut(?:e|es|ed|ing)|rebut(?:s|ted|ting)?|contradict(?:s|ed|ing)?|debunk(?:s|ed)"
    r"|disput(?:es|ed|ing) (?:th(?:at|e|is|ose)|his|her|any|an?)"
    rf"|(?:reject|dismiss|brush|shrug|laugh)(?:es|s|ed|ing)? (?:off |aside )?(?:\w+['’]?s? ){{0,4}}?{_CLAIMS})\b",
    re.IGNORECASE,
)
_IS_WRONG = re.compile(
    r"^\W*(?:that|this|it|those|these|such|the)\b\s?(?:claims?|reports?|accusations?|allegations?|idea|suggestion"
    r"|criticism|notion)?(?:['’]s| is| was| are| were| would be)\s+(?:\w+ly |all |just |a |an |not |no )*"
    r"(?:non-?starter|nonsense|wrong|false|untrue|true|ridiculous|absurd|lies?|baseless|groundless|unfounded|mistaken"
    r"|unfair|misleading|myth|the case|inaccurate|incorrect|rubbish|fabricat\w+|propaganda|exaggerat\w+|ludicrous"
    r"|preposterous|bogus)\b",
    re.IGNORECASE,
)
_ANSWERS = re.compile(
    r"\b(?:(?:asked|pressed|questioned) about|respond(?:s|ed|ing)? to|react(?:s|ed|ing) to|in (?:response|reply) to"
    r"|hit(?:s|ting)? back at|(?:shot|fired|lashed|pushed) back at) (?:\w+['’]?s? ){0,3}?"
    r"(?:claims|allegations?|accusations?|charges|criticisms?|comments|remarks|suggestions?)\b",
    re.IGNORECASE,
)
_OWNED = re.compile(
    rf"\b(?:(?:an?|the|any|some|those|these|his|her) (?:[\w-]+ ){{0,2}})?{_CLAIMS}\b[^.]{{0,60}}?\b"
    r"(?:where|in which|(?:made |put forward )?by|from|according to)\b[^.\n]+",
    re.IGNORECASE,
)
_NEGATED = re.compile(r"\b(?:not|no|never|none|nothing|nobody|false|untrue)\b|n['’]t\b", re.IGNORECASE)
_NEXT_CHARS = 120
_OWN_WORDS = 0.6  # a choice: the sentence itself says who claims and who rejects
_NO_REJECTION = re.compile(
    r"\b(?:not|never|n['’]t|neither confirmed nor|refus\w+ to|declin\w+ to|confirm\w* (?:or|nor)|cannot|would|despite)"
    r"\b[^.]{0,15}$",
    re.IGNORECASE,
)
_TOLD = re.compile(
    r"\b(?:accus\w+|alleg\w+|claim\w*|charg(?:es?|ed)|suspect\w*|report(?:s|ed)|rumou?r\w*|blam\w+|critici\w+|said|says"
    r"|told|suggest\w*|believ\w+|reveal\w*|according to|argu\w+|question\w*)\b",
    re.IGNORECASE,
)
_BACK_STATEMENTS = 4  # what is denied stands among the four statements before the denial in the stories read
_BACK_CHARS = 700
_HEAD_CHARS = 90  # from the first word of the content: "denied claims of curfews" may be read as content
_TOLD_WEIGHT, _NAMED_WEIGHT, _STEP_WEIGHT = 0.7, 0.7, 0.35  # against 1 for each shared word
_POINTS_BACK = 2  # "asked about her comments" is about the speaker right before
_ENOUGH = 1.7  # a shared word, and somebody who says it or the name of who denies it
_PERHAPS = 0.5  # 9 of 13 that were read outside the packs are right, 7 of 10 rejections and 2 of 3 answers
_REJECTED = Decision(ReadingOf.DISAGREEMENT, "one voice rejects what stands before")
_ANSWERED = Decision(ReadingOf.DISAGREEMENT, "one voice answers what another said")


@dataclass(frozen=True)
class Answer:
    """What one voice says against something: where, in which statement, its own words as terms."""

    voice: str
    names: frozenset[str]
    statement: Statement
    extent: Extent
    terms: frozenset[str]
    decision: Decision


def pair_rejections(
    statements: Sequence[Statement], readings: Mapping[str, Reading], book: VoiceBook, *, known: Sequence[Pairing]
) -> list[Pairing]:
    """Each rejection beside the statement before it that it most likely rejects; the surer rules' `known` are left out.

    Policy: only the article's own order is trusted: a denial is printed right behind what is denied. The statement
    before must share a word with the denial, or name who denies, and somebody must say it; it may not be by the same
    voice. "That is nonsense" and "asked about her remarks" point to the speaker before. A refusal ("denied bail") and
    a denial that is itself denied are none.
    """
    found: list[Pairing] = []
    for article, here in group_by_article((s for s in statements if s.role is not Role.CAPTION), readings).items():
        answers = [a for a in _answers_in(readings[article], here, book) if not any(_covers(p, a) for p in known)]
        for answer in answers:
            found.extend(_owned(answer, here, readings) or _pair(answer, here, readings, book))
    return found


def _speakers(statement: Statement, reading: Reading, book: VoiceBook) -> frozenset[str]:
    """Everybody who says some of a statement, those quoted in half of it included."""
    here = (a for a in reading.attributions if do_meet(extent_of(a), statement.span.extent))
    names = {name for a in here for name in (a.voice, a.speaks_for) if name}
    return frozenset(book.resolve(name) for name in names | set(statement.said_by))


def _owned(answer: Answer, here: Sequence[Statement], readings: Mapping[str, Reading]) -> list[Pairing]:
    """The claim that the rejection itself tells of, and whose it is: "disputes a report in which officials said"."""
    text = readings[answer.statement.span.article].article.text
    claim = _OWNED.search(text, answer.extent[0], answer.extent[1]) if answer.decision is _REJECTED else None
    if claim is None:
        return []
    behind = [s for s in here if claim.end() <= s.span.start <= claim.end() + _NEXT_CHARS]
    reason = next((s for s in behind if _NEGATED.search(s.span.quote)), None)
    left = side_at(answer.statement, claim.span(), readings, "asserted")
    told, extent = (reason, reason.span.extent) if reason else (answer.statement, (answer.extent[0], claim.start()))
    right = _rejected(answer, told, extent, readings)
    return [Pairing("polarity", left, right, answer.decision, _OWN_WORDS)]


def _rejected(answer: Answer, told: Statement, extent: Extent, readings: Mapping[str, Reading]) -> Side:
    return replace(side_at(told, extent, readings, "rejected"), voice=answer.voice)


def _covers(pairing: Pairing, answer: Answer) -> bool:
    article = answer.statement.span.article
    spans = [s.span for s in (pairing.left, pairing.right) if s.span.article == article]
    return any(do_meet(span.extent, answer.extent) for span in spans)


def _answers_in(reading: Reading, here: Sequence[Statement], book: VoiceBook) -> Iterator[Answer]:
    """The answers of an article in order, one a statement."""
    seen: set[str] = set()
    for attribution in sorted(reading.attributions, key=_place):
        name, extent = speaker_of(attribution), extent_of(attribution)
        holder = holder_of(extent, here)
        decision = None if holder is None else _decide(reading.article.text, attribution, extent, holder)
        if name and holder is not None and decision is not None and holder.id not in seen:
            seen.add(holder.id)
            yield _answer(book.resolve(name), attribution, holder, decision)


def _answer(voice: str, attribution: Attribution, holder: Statement, decision: Decision) -> Answer:
    own = " ".join((voice, attribution.voice or "", attribution.speaks_for or ""))
    names = frozenset(t.group for t in find_terms(own) if t.lemma not in FRAME)
    words = " ".join(s.quote for s in attribution.content)
    terms = frozenset(t.group for t in find_terms(words) if t.lemma not in FRAME and t.group not in FRAME)
    return Answer(voice, names, holder, extent_of(attribution), terms - names, decision)


def _place(attribution: Attribution) -> tuple[int, int, str]:
    return (*extent_of(attribution), attribution.id)


def _decide(text: str, attribution: Attribution, extent: Extent, holder: Statement) -> Decision | None:
    """Which answer an attribution is, by its cue, the head of its content, and what stands before it."""
    if not attribution.content:
        return None
    content = extent_over(attribution.content)[0]
    cue = _REJECTS.search(text, extent[0], min(extent[1], content + _HEAD_CHARS))
    if cue is not None and cue.start() < content and not is_refusal(text[cue.start() : extent[1]]):
        return _REJECTED if _NO_REJECTION.search(text, extent[0], cue.start()) is None else None
    if _IS_WRONG.match(text[content : extent[1]]) is not None:
        return _ANSWERED
    return _ANSWERED if _ANSWERS.search(text, holder.span.start, content) is not None else None


def _pair(
    answer: Answer, here: Sequence[Statement], readings: Mapping[str, Reading], book: VoiceBook
) -> Iterator[Pairing]:
    """The statement before that the answer most likely is to, if one is likely enough."""
    reading = readings[answer.statement.span.article]
    own = _speakers(answer.statement, reading, book)
    before = [s for s in here if s.span.end <= answer.extent[0] and answer.extent[0] - s.span.end <= _BACK_CHARS]
    heard = [(s, _speakers(s, reading, book)) for s in reversed(before[-_BACK_STATEMENTS:])]
    scored = [
        (_score(answer, s, back, told=bool(theirs)), s)
        for back, (s, theirs) in enumerate(heard)
        if _may_be_rejected(answer, s, own, theirs)
    ]
    best = max(scored, key=lambda found: found[0], default=None)
    if best is not None and best[0] >= _ENOUGH:
        left = side_at(best[1], best[1].span.extent, readings, "asserted")
        right = _rejected(answer, answer.statement, answer.extent, readings)
        yield Pairing(slot="polarity", left=left, right=right, decision=answer.decision, score=_PERHAPS)


def _may_be_rejected(answer: Answer, statement: Statement, own: frozenset[str], theirs: frozenset[str]) -> bool:
    """Whether a statement is another voice's, and no rejection; `own` are the voices of the answer's statement."""
    if answer.decision is _ANSWERED and not theirs:
        return False
    mine = {answer.voice} | (own - theirs)
    return not any(share_a_word(a, b) for a in mine for b in theirs) and _REJECTS.search(statement.span.quote) is None


def _score(answer: Answer, statement: Statement, back: int, *, told: bool) -> float:
    terms = {t.group for t in find_terms(statement.span.quote)}
    shared = len((answer.terms & terms) - country_groups())
    pointing = _POINTS_BACK if answer.decision is _ANSWERED and back == 0 else 0
    told = told or _TOLD.search(statement.span.quote) is not None
    named = bool(answer.names & terms)
    return shared + pointing + _NAMED_WEIGHT * named + _TOLD_WEIGHT * told - _STEP_WEIGHT * back
