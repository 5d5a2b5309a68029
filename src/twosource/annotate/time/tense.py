"""Which way the words around an expression point: what was planned, and the tense of the nearest verb."""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import Enum
from itertools import takewhile

from twosource.annotate.time.scan import Scan
from twosource.annotate.time.tokens import SENTENCE_ENDS, Token


class Tense(Enum):
    """What the words around an expression say about its direction."""

    PAST = "past"
    FUTURE = "future"
    UNKNOWN = "unknown"


_FUTURE = frozenset(
    """
    will 'll shall won would could expected expects expect scheduled schedule plans plan planned due set upcoming
    may might must should intends hopes aims begins starts ends expires expire matures payable effective can
    tomorrow deadline forecast forecasts predicts predicted likely
    """.split()
)
_PAST = frozenset(
    """
    was were had did has have been said told began fell rose took made came went met won lost sold held left saw
    found gave got ran led became thought brought bought wrote spoke stood sent paid kept felt grew drew broke chose
    drove flew sank shot struck spent swept dealt meant taught caught fought rode shook stole threw wore hid lent
    slid knew hit cut put shut quit since ago
    """.split()
)
_WEAK = frozenset("said told reported announced added since has have says".split())
_ED = re.compile(r"[a-z]{2,14}ed")
_SET_AHEAD = frozenset({"to", "for"})
_NOUNS_AFTER_TO = frozenset("death prison jail court power work school hospital".split())
_REACH = 12  # tokens
_MODALS = frozenset("will 'll shall won".split())
_MAYS = frozenset("would should may might must can cannot".split())
_DENIALS = frozenset("not n never".split())  # "could n't", as tokenised text has it, is three tokens
_LIMITS = frozenset("from before by until till through".split())
_PLANS = frozenset("scheduled due expected set plans plan planned planning slated expects likely".split())
_GOES = frozenset(
    """
    begins starts opens resumes reopens closes ends arrives departs leaves returns heads travels flies sails goes visits
    meets hosts holds faces plays votes appears addresses launches convenes reconvenes expires debuts premieres airs
    """.split()
)  # in the present with a day to come: timetables
_SET = frozenset("due set scheduled planned slated".split())
_SET_TO = frozenset("to for a an another its their".split())


def is_planned(scan: Scan, start: int) -> bool:
    """Whether something planned governs the words just before: "will meet on Tuesday", "due to open Monday".

    A past verb between the cue and the expression ends its reach, a verb of saying does not.
    """
    for index in _governing(scan, start):
        if _announces(scan, index, scan.word(index)):
            return True
        if _plans(scan, index, scan.word(index)):
            return "had" not in {scan.word(index - 1), scan.word(index - 2)}
    return False


def is_opening_a_promise(scan: Scan, start: int, end: int) -> bool:
    """Whether a sentence opens with the expression and its first verb is sure of the future: "On Monday Roe will".

    Policy: any verb of the past before "will" leaves it undecided, one of a relative clause too.
    """
    opens = start == 0 or scan.code(start - 1) in SENTENCE_ENDS
    opens = opens or (scan.word(start - 1) in _OPENERS and (start == 1 or scan.code(start - 2) in SENTENCE_ENDS))
    if not opens:
        return False
    for index in takewhile(
        lambda at: scan.code(at) not in SENTENCE_ENDS, range(end, min(len(scan.codes), end + _REACH))
    ):
        word = scan.word(index)
        if word in _MODALS or (word == "to" and scan.word(index - 1) in {"is", "are"}):
            return True
        if _tense_of(scan, index, word) is Tense.PAST:
            return False
    return False


_OPENERS = frozenset({"on", "by", "until", "from", "in"})


def is_promised(scan: Scan, start: int) -> bool:
    """Whether a sure cue of the future governs the words just before, "will" or "is to"; a plan may be past."""
    return any(_announces(scan, index, scan.word(index)) for index in _governing(scan, start))


def is_possible(scan: Scan, start: int) -> bool:
    """Whether a modal verb of the same clause governs the words just before: "would load ships again on Saturday".

    "Could" counts only before a limit and where nothing denies it, for it is a past too: "could not be found before
    Saturday". What would have been does not lie ahead.
    """
    modals = _MAYS | {"could"} if scan.word(start - 1) in _LIMITS else _MAYS
    for index in _governing(scan, start):
        word, plain = scan.word(index), scan.code(index) == Token.OTHER
        if _ED.fullmatch(word) or scan.code(index) == Token.COMMA:
            return False
        if plain and word in modals:
            after = {scan.word(index + 1), scan.word(index + 2)}
            return "have" not in after and (word != "could" or _DENIALS.isdisjoint(after))
    return False


def is_on_timetable(scan: Scan, start: int) -> bool:
    """Whether a verb of the timetable in the present governs the words just before: "travels to Oslo on Thursday".

    Nothing past or auxiliary stands before the verb in its sentence: what was said of a day may be past, too.
    """
    for index in _governing(scan, start):
        word = scan.word(index)
        if word in _GOES and scan.code(index) == Token.OTHER and scan.raw(index).islower():
            return _tense_before(scan, index) is not Tense.PAST
        if _ED.fullmatch(word) or word in _WEAK or scan.code(index) == Token.COMMA:
            return False
    return False


def _tense_before(scan: Scan, index: int) -> Tense:
    """The tense of the nearest verb before a token in its sentence."""
    before = takewhile(lambda at: scan.code(at) not in SENTENCE_ENDS, range(index - 1, max(-1, index - 1 - _REACH), -1))
    tenses = (_tense_of(scan, at, scan.word(at)) for at in before)
    return next((tense for tense in tenses if tense is not Tense.UNKNOWN), Tense.UNKNOWN)


def _governing(scan: Scan, start: int) -> Iterator[int]:
    """The tokens before an expression, the nearest first, up to a past verb that is not one of saying."""
    for index in range(start - 1, max(-1, start - 1 - _REACH), -1):
        word = scan.word(index)
        told = word in _PAST and word not in _WEAK and scan.word(index - 1) != "be"
        if told or scan.code(index) in SENTENCE_ENDS:
            return
        yield index


def _announces(scan: Scan, index: int, word: str) -> bool:
    """A cue that nothing before it can undo: "will", "would be", "is to", "as soon as"."""
    before, after = scan.word(index - 1), scan.word(index + 1)
    return (
        word in _MODALS
        or (word == "would" and after == "be")
        or (word == "to" and before in {"is", "are"})
        or (word in {"soon", "early"} and before == after == "as")
    )


def _plans(scan: Scan, index: int, word: str) -> bool:
    """A word of planning; "set" and its like only where they lead on: "set to open", not "a set of talks"."""
    leads_on = word not in _SET or scan.word(index + 1) in _SET_TO
    return word in _PLANS and leads_on and not _has_happened(scan, index + 1) and scan.code(index - 1) != Token.HYPHEN


def _has_happened(scan: Scan, index: int) -> bool:
    """Whether a perfect infinitive stands at a token: "are expected to have died in Tuesday's flood"."""
    done = scan.word(index + 2)
    return (scan.word(index), scan.word(index + 1)) == ("to", "have") and bool(_ED.fullmatch(done) or done in _PAST)


def tense_near(scan: Scan, start: int, end: int) -> Tense:
    """The tense of the nearest verb in the sentence: to the left first, then to the right.

    A verb of saying ("said it will open in May") counts only where nothing stronger stands near.
    """
    weak = Tense.UNKNOWN
    for index in _nearby(scan, start, end):
        word = scan.word(index)
        tense = _tense_of(scan, index, word)
        if tense is Tense.UNKNOWN:
            continue
        if word not in _WEAK:
            return tense
        weak = tense
    return weak


def _nearby(scan: Scan, start: int, end: int) -> Iterator[int]:
    """The tokens of the sentence around, those to the left first, the nearest first."""
    left = range(start - 1, max(-1, start - 1 - _REACH), -1)
    right = range(end, min(len(scan.codes), end + _REACH))
    for side in (left, right):
        yield from takewhile(lambda index: scan.code(index) not in SENTENCE_ENDS, side)


def _tense_of(scan: Scan, index: int, word: str) -> Tense:
    after = scan.word(index + 1)
    done = word == "set" and after not in _SET_AHEAD
    if (word in _FUTURE and not done) or (word == "to" and _is_infinitive(scan, index, after)):
        return Tense.FUTURE
    if (word in _PAST or _ED.fullmatch(word)) and scan.word(index - 1) != "be":
        return Tense.PAST
    return Tense.UNKNOWN


def _is_infinitive(scan: Scan, index: int, after: str) -> bool:
    """Whether a verb may follow "to": "to open", not "to death" nor "to Oslo"."""
    plain = scan.code(index + 1) == Token.OTHER and scan.raw(index + 1).islower()
    return plain and after not in _NOUNS_AFTER_TO
