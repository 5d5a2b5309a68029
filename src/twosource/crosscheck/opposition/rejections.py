"""Who rejects what stands right before him in the article, where the two share a topic and hardly a word."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from msgspec.structs import replace

from twosource.crosscheck.attributed import (
    PRONOUNS,
    do_meet,
    extent_of,
    extent_over,
    holder_of,
    share_a_word,
    speaker_of,
)
from twosource.crosscheck.by_article import group_by_article
from twosource.crosscheck.decision import Decision
from twosource.crosscheck.framing import FRAME
from twosource.crosscheck.opposition.positions import is_refusal
from twosource.crosscheck.sides import Pairing, side_at, when_reported
from twosource.crosscheck.voices import VoiceBook
from twosource.model import Attribution, Extent, Reading, ReadingOf, Role, Side, Statement
from twosource.text.cued import Cued
from twosource.text.terms import country_groups, find_terms, groups_in
from twosource.text.words import find_words

_CLAIMS = (
    r"(?:reports?|claims?|allegations?|accusations?|suggestions?|assertions?|charges?|criticisms?|rumou?rs?|speculation"
    r"|idea|notion|comparisons?|complaints?|concerns?|fears?|theory|account|comments|remarks|statements?|findings"
    r"|version(?! of (?:the |a |his |its )?(?:bill|law|plan|deal|proposal|measure))"
    r"|assessment|story|stories|characteri[sz]ation)"
)
_REJECTS = Cued(
    re.compile(
        r"\b(?:den(?:y|ies|ied|ying|ials?)(?<!in denial)|refut(?:e|es|ed|ing)|rebut(?:s|ted|ting)?"
        r"|contradict(?:s|ed|ing)?|debunk(?:s|ed)|disput(?:es|ed|ing) (?:th(?:at|e|is|ose)|his|her|any|an?|\w+['’]s)"
        r"|t(?:ook|akes?|aking) issue with"
        rf"|(?:contest|challeng|question)(?:s|es|ed|ing) (?:[\w'’-]+ ){{1,3}}?{_CLAIMS}"
        r"|(?:reject|dismiss|brush|shrug|laugh|downplay)(?:es|s|ed|ing)? (?:off |aside )?"
        rf"(?:[\w.]+['’]?s? ){{0,4}}?{_CLAIMS})\b",
        re.IGNORECASE,
    ),
    tuple(
        """
        den refut rebut contradict debunk disput issue contest challeng question reject dismiss brush shrug laugh
        downplay
        """.split()
    ),
)
_IS_WRONG = re.compile(
    r"^\W*(?:that|this|it|those|these|such|the)\b\s?(?:claims?|reports?|accusations?|allegations?|idea|suggestion"
    r"|criticism|notion)?(?:['’]s| is| was| are| were| would be)\s+(?:\w+ly |all |just |a |an |no )*"
    r"(?:non-?starter|nonsense|wrong|false|untrue|not (?:\w+ly )?(?:true|the case)|ridiculous|absurd|lies?"
    r"|baseless|groundless|unfounded|mistaken"
    r"|unfair|misleading|myth|inaccurate|incorrect|rubbish|fabricat\w+|propaganda|exaggerat\w+|ludicrous"
    r"|preposterous|bogus)\b(?! (?:to|that|for|when|if)\b)",
    re.IGNORECASE,
)
_FALSE = (
    r"(?:false|untrue|groundless|baseless|unfounded|nonsense|fabricat\w+|lies?|ridiculous|absurd|ludicrous|inaccura\w+"
    r"|preposterous|defamatory|bogus|misleading|fibs|without (?:merit|foundation)|not true|rubbish"
    r"|(?:hardly|un)convincing)"
)
_OWNER = re.compile(rf"\b([A-Z][\w-]+)['’]s? (?:[\w-]+ ){{0,3}}?{_CLAIMS}\b")
_TOLD_IS_FALSE = Cued(
    re.compile(
        rf"\b(?:{_CLAIMS}|information|reporting|quote)\b[^.;!?]{{0,60}}?\b(?:is|are|was|were|be) (?:[\w%]+ ){{0,3}}?"
        rf"\W?{_FALSE}\b"
        rf"|(?<!filing a )\b(?:groundless|baseless|unfounded|false|absurd|ridiculous) {_CLAIMS}\b"
        r"|\b(?:ridiculous|absurd|nonsense|wrong|ludicrous|preposterous)\W? to (?:suggest|say|claim|think|believe)\b"
        rf"|\b(?:{_CLAIMS}|investigation|inquiry|probe) (?:as )?[“\"'][^”\"'.]{{0,40}}?\b{_FALSE}\b"
        r"|\bno truth (?:to|in)\b|\b(?:I|we|he|she|they|it|firm|company)(?:['’]ve| ha(?:s|ve|d))? (?:did|done) nothing"
        r" (?:wrong|illegal|improper)\b",
        re.IGNORECASE,
    ),
    tuple(
        """
        false untrue less unfounded nonsense fabricat ridicul absurd ludicrous fibs inaccura preposterous defamatory
        bogus mislead without true rubbish convincing wrong truth nothing lie
        """.split()
    ),
)
"""Somebody's words, said to be false: "the allegations are entirely without merit"."""
_OWNED = re.compile(
    rf"\b(?:(?:an?|the|any|some|those|these|his|her) (?:[\w-]+ ){{0,2}})?{_CLAIMS}\b"
    r"(?:(?:(?! that\b)[^.]){0,60}?\b(?:where|in which|(?:made |put forward )?by|according to)\b"
    r"|(?: \w+)? from\b(?! (?:earlier|last|this|the (?:day|week|year)|\w+day)\b)"
    r"|(?: \w+)? (?:in|on) (?:[\w’'-]+ ){0,3}?(?:newspapers?|press|media|dail(?:y|ies)|magazines?|tabloids?|television"
    r"|TV)\b)"
    r"(?:[^.\n]|(?<=\b(?-i:[A-Z]))\.)+",
    re.IGNORECASE,
)
"""Somebody's claim: "a report in which officials said", "suggestions by traders that", "an article in the press"."""
_OWN_CLAIM = re.compile(
    r"\b(?:(?-i:[A-Z])[\w.-]*\w['’]s?(?: \w+)?|(?-i:[A-Z](?:[\w-]+|\.[A-Z]\.))|(?:an? )?(?:\w+ )?(?:newspaper|media"
    rf"|press|television)|rebel|opposition|government|police|official|prosecution)['’]? {_CLAIMS} that\b"
    r"(?:[^.\n]|(?<=\b(?-i:[A-Z]))\.)+",
    re.IGNORECASE,
)
"""The same with the owner before: "the regulator's allegation that it sold at a loss"."""
_UNOWNED = re.compile(
    rf"(?:[\w-]+ ){{0,4}}?(?:{_CLAIMS} (?:that|charging|it|he|she|they|the|(?-i:[A-Z])[\w-]+)|(?:idea|notion) of)\b",
    re.IGNORECASE,
)
"""Behind a word of rejection: it tells the claim itself, and what stands before is another matter."""
_NEGATED = re.compile(r"\b(?:not|no|never|none|nothing|nobody|false|untrue)\b|n['’]t\b", re.IGNORECASE)
_IS_CLAIM = re.compile(rf"\b(?:{_CLAIMS}|letter|evidence)\b", re.IGNORECASE)  # taken for a speaker
_NEXT_CHARS = 120
_AT_THE_CUE_CHARS = 25  # "denied an earlier report by": further on another's claim is told of
_NOBODY = PRONOUNS | frozenset("nothing everybody this these those some many".split())
_OWN_WORDS = 0.6  # a choice: the sentence itself says who claims and who rejects
_NO_REJECTION = re.compile(
    r"(?:\b(?:not|never|neither confirmed nor|refus\w+ to|declin\w+ to|confirm\w* (?:or|nor)|cannot|would|despite"
    r"|seem\w*|why|first|could|may|might|whether|if)\b|n['’]t\b)[^.]{0,20}$"
    r"|\b(?:granted or|motions? to|votes? to|voted to|judge\b.{0,30}\bto|prosecutors|judge|court) $",
    re.IGNORECASE,
)
_TOLD = re.compile(
    r"\b(?:accus\w+|alleg\w+|claim\w*|charg(?:es?|ed)|suspect\w*|report(?:s|ed)|rumou?r\w*|blam\w+|critici\w+|said|says"
    r"|told|suggest\w*|believ\w+|reveal\w*|according to|argu\w+|question\w*)\b",
    re.IGNORECASE,
)
_CONCEDES = re.compile(r"\b(?:acknowledg\w+|admit\w*|conced\w+|apologi[sz]\w*|agreed?)\b", re.IGNORECASE)
_BACK_STATEMENTS = 6  # further back 1 of 6 labelled rows is right
_BACK_OWNED = 13  # "denied Roe's account": of whom nobody else speaks; 2 of 4 are right behind the sixth
_NEAR_STATEMENTS = 3  # what is denied stands among the four statements before the denial in most stories read
_MOST_SHARED = 3.0
_SAME_WORDS = 0.6  # of the shorter of two answers by one voice
_WEIGHTS = ((3, 1.0), (6, 0.7), (12, 0.4), (10**6, 0.15))  # a choice: what half of the article speaks of binds nothing
_HEAD_CHARS = 90  # from the first word of the content: "denied claims of curfews" may be read as content
_ACCUSES = re.compile(
    r"\b(?:alleg\w+|accus\w+|implicat\w+|blam(?:e|es|ed|ing)|critici[sz]\w+|claim(?:s|ed|ing)?|suspect(?:s|ed)?)\b",
    re.IGNORECASE,
)
_TOLD_WEIGHT, _NAMED_WEIGHT, _ACCUSES_WEIGHT = 0.7, 0.7, 0.5  # against 1 for each shared word of three statements
_OWNED_WEIGHT = 1.0
_ANYBODY = ("",)  # stands for a speaker who was not asked for yet
_STEP_WEIGHT, _FAR_STEP_WEIGHT = 0.35, 0.02
_POINTS_BACK = 2  # "that is nonsense" is about the speaker right before
_ENOUGH = 1.7  # a shared word, and somebody who says it or the name of who denies it
_PERHAPS = 0.5  # 20 of 30 that were read after the rule was mended are right
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
    owners: frozenset[str]
    """Whose claim it says it is: "disputed the mayor's claim"."""
    decision: Decision
    back: int
    """How many statements before it may hold what it is against: none but the last where it says "that is nonsense"."""


def pair_rejections(
    statements: Sequence[Statement], readings: Mapping[str, Reading], book: VoiceBook, *, known: Sequence[Pairing]
) -> list[Pairing]:
    """Each rejection beside the statement before it that it most likely rejects; the surer rules' `known` are left out.

    Policy: only the article's own order is trusted: a denial is printed right behind what is denied. The statement
    before must share a word with the denial, or name who denies, and somebody must say it; it may not be by the same
    voice, nor call the same false itself. "That is nonsense" points to the speaker before. A refusal ("denied bail")
    and a denial that is itself denied are none.
    """
    told: list[tuple[Answer, Pairing]] = []
    for article, here in group_by_article((s for s in statements if s.role is not Role.CAPTION), readings).items():
        answers = [a for a in _answers_in(readings[article], here, book) if not any(_covers(p, a) for p in known)]
        for answer in answers:
            told.extend(
                (answer, p) for p in _owned(answer, here, readings, book) or _pair(answer, here, readings, book)
            )
    first: list[tuple[Answer, Pairing]] = []
    for answer, pairing in sorted(told, key=lambda each: when_reported(each[1].right)):
        if not any(_is_told_again(answer, other) for other, _ in first):
            first.append((answer, pairing))
    return [pairing for _, pairing in first]


def _is_told_again(answer: Answer, other: Answer) -> bool:
    """Whether another article has told of an answer: one voice, mostly the same words."""
    if answer.voice != other.voice or answer.statement.span.article == other.statement.span.article:
        return False
    shared = len(answer.terms & other.terms)
    return shared > 0 and shared >= _SAME_WORDS * min(len(answer.terms), len(other.terms))


def speakers_in(statement: Statement, reading: Reading, book: VoiceBook) -> tuple[str, ...]:
    """Everybody who says some of a statement, those quoted in half of it included; who says all of it comes first."""
    here = (a for a in reading.attributions if do_meet(extent_of(a), statement.span.extent))
    names = [name for a in sorted(here, key=_outermost) for name in (a.voice, a.speaks_for) if name]
    return tuple(dict.fromkeys(book.resolve(name) for name in (*names, *statement.said_by)))


def _outermost(attribution: Attribution) -> tuple[int, int, str]:
    start, end = extent_of(attribution)
    return (start, -end, attribution.id)


def _owned(
    answer: Answer, here: Sequence[Statement], readings: Mapping[str, Reading], book: VoiceBook
) -> list[Pairing]:
    """The claim that the rejection itself tells of, and whose it is: "disputes a report in which officials said"."""
    reading = readings[answer.statement.span.article]
    claim = _owned_claim(reading.article.text, answer)
    if claim is None:
        return []
    behind = [s for s in here if claim[1] <= s.span.start <= claim[1] + _NEXT_CHARS]
    denying = (s for s in behind if _NEGATED.search(s.span.quote))
    reason = next((s for s in denying if _may_be_by(answer.voice, speakers_in(s, reading, book))), None)
    left = side_at(answer.statement, claim, readings, "asserted")
    told, extent = (reason, reason.span.extent) if reason else (answer.statement, (answer.extent[0], claim[0]))
    right = _rejected(answer, told, extent, readings)
    return [Pairing("polarity", left, right, answer.decision, _OWN_WORDS)]


def _may_be_by(voice: str, speakers: Sequence[str]) -> bool:
    """Whether a voice is one of some speakers, or nobody is found to speak."""
    return not speakers or any(share_a_word(voice, speaker) for speaker in speakers)


def _owned_claim(text: str, answer: Answer) -> Extent | None:
    """The words for somebody's claim right behind a word of rejection: "false statements by" rejects none."""
    start, end = answer.extent
    cue = _REJECTS.search(text, start, end) if answer.decision is _REJECTED else None
    claim = None
    if cue is not None:
        claim = _OWN_CLAIM.search(text, cue.start(), end) or _OWNED.search(text, cue.start(), end)
    if cue is None or claim is None or not find_words(text[start : claim.start()]) or _IS_CLAIM.search(answer.voice):
        return None
    return claim.span() if claim.start() <= cue.end() + _AT_THE_CUE_CHARS else None


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
        holder = None if not name or name.lower() in _NOBODY else holder_of(extent, here)
        found = None if holder is None else _decide(reading.article.text, attribution, extent)
        if holder is not None and found is not None and holder.id not in seen:
            seen.add(holder.id)
            yield _answer(book.resolve(name), attribution, holder, *found)


def _answer(voice: str, attribution: Attribution, holder: Statement, decision: Decision, back: int) -> Answer:
    own = " ".join((voice, attribution.voice or "", attribution.speaks_for or ""))
    names = frozenset(t.group for t in find_terms(own) if t.lemma not in FRAME)
    words = " ".join((*(s.quote for s in attribution.content), *_behind(attribution, holder)))
    terms = frozenset(t.group for t in find_terms(words) if t.lemma not in FRAME and t.group not in FRAME)
    named = {t.group for found in _OWNER.findall(holder.span.quote) for t in find_terms(found)}
    return Answer(voice, names, holder, extent_of(attribution), terms - names, frozenset(named) - names, decision, back)


def _behind(attribution: Attribution, holder: Statement) -> Iterator[str]:
    """The rest of the sentence behind the cue: "dismissed the idea, saying that no bridge stands on sand"."""
    start = max(0, extent_over(attribution.cue)[1] - holder.span.start)
    if attribution.cue:
        yield holder.span.quote[start:]


def _place(attribution: Attribution) -> tuple[int, int, str]:
    return (*extent_of(attribution), attribution.id)


def _decide(text: str, attribution: Attribution, extent: Extent) -> tuple[Decision, int] | None:
    """Which answer an attribution is, by its cue and the head of its content, and how far back it may reach."""
    if not attribution.content or _CONCEDES.search(" ".join(s.quote for s in attribution.cue)) is not None:
        return None
    content = extent_over(attribution.content)[0]
    cue = _REJECTS.search(text, extent[0], min(extent[1], content + _HEAD_CHARS))
    if cue is not None and cue.start() < content and not is_refusal(text[cue.start() : extent[1]]):
        is_one = _NO_REJECTION.search(text, extent[0], cue.start()) is None
        return (_REJECTED, 0 if _tells_the_claim(text, cue) else _BACK_STATEMENTS) if is_one else None
    if _IS_WRONG.match(text[content : extent[1]]) is not None:
        return _ANSWERED, 1
    return None


def _tells_the_claim(text: str, cue: re.Match[str]) -> bool:
    """Whether a claim stands behind the word of rejection in its own words: "dismissed fears that banks may fall"."""
    inside = cue.start() + cue[0].find(" ") + 1  # 0 behind the beginning where the cue is one word
    return any(_UNOWNED.match(text, start) is not None for start in {inside, cue.end() + 1})


def _pair(
    answer: Answer, here: Sequence[Statement], readings: Mapping[str, Reading], book: VoiceBook
) -> Iterator[Pairing]:
    """The statement before that the answer most likely is to, if one is likely enough."""
    reading = readings[answer.statement.span.article]
    own = speakers_in(answer.statement, reading, book)
    spread = Counter(group for s in here for group in groups_in(s.span.quote))
    before = [s for s in here if s.span.end <= answer.extent[0]]
    back_to = _BACK_OWNED if answer.owners and answer.back else answer.back
    before = before[max(0, len(before) - back_to) :]
    scored = []
    for back, statement in enumerate(reversed(before)):
        if _score(answer, statement, back, spread, told=_ANYBODY) + _OWNED_WEIGHT < _ENOUGH:
            continue
        theirs = speakers_in(statement, reading, book)
        if back >= answer.back and not _is_owned(answer, theirs):
            continue
        if _may_be_rejected(answer, statement, own, theirs):
            scored.append((_score(answer, statement, back, spread, told=theirs), statement))
    best = max(scored, key=lambda found: found[0], default=None)
    if best is not None and best[0] >= _ENOUGH:
        left = side_at(best[1], best[1].span.extent, readings, "asserted")
        right = _rejected(answer, answer.statement, answer.extent, readings)
        yield Pairing(slot="polarity", left=left, right=right, decision=answer.decision, score=_PERHAPS)


def _may_be_rejected(answer: Answer, statement: Statement, own: Sequence[str], theirs: Sequence[str]) -> bool:
    """Whether a statement is another voice's, and no rejection; `own` are the voices of the answer's statement."""
    if answer.decision is _ANSWERED and not theirs:
        return False
    mine = {answer.voice} | (set(own) - set(theirs))
    if any(share_a_word(a, b) for a in mine for b in theirs[:1]):
        return False
    words = statement.span.quote
    if answer.owners and not _is_owned(answer, theirs) and answer.owners.isdisjoint(groups_in(words)):
        return False  # the claim of somebody who is not even spoken of
    return _REJECTS.search(words) is None and _TOLD_IS_FALSE.search(words) is None


def _is_owned(answer: Answer, voices: Sequence[str]) -> bool:
    """Whether the answer names one of some voices as whose claim it is against."""
    return any(not answer.owners.isdisjoint(groups_in(voice)) for voice in voices)


def _score(answer: Answer, statement: Statement, back: int, spread: Mapping[str, int], *, told: Sequence[str]) -> float:
    terms = groups_in(statement.span.quote)
    shared = sum(weigh_word(spread[group]) for group in sorted((answer.terms & terms) - country_groups()))
    pointing = _POINTS_BACK if answer.decision is _ANSWERED else 0
    is_told = bool(told) or _TOLD.search(statement.span.quote) is not None
    owned = _is_owned(answer, told)
    accuses = _ACCUSES.search(statement.span.quote) is not None
    named = bool(answer.names & terms)
    steps = _STEP_WEIGHT * min(back, _NEAR_STATEMENTS) + _FAR_STEP_WEIGHT * max(0, back - _NEAR_STATEMENTS)
    if not is_told:
        return 0.0
    words = min(shared, _MOST_SHARED) + pointing
    return (
        words
        + _NAMED_WEIGHT * named
        + _TOLD_WEIGHT * is_told
        + _ACCUSES_WEIGHT * accuses
        + _OWNED_WEIGHT * owned
        - steps
    )


def weigh_word(spread: int) -> float:
    """What a shared word is worth that so many statements of the article have."""
    return next(weight for most, weight in _WEIGHTS if spread <= most)
