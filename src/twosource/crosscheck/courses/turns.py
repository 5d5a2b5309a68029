"""What an article tells to have turned: "he wanted a tour. That plan was scrapped", "he later softened his remarks"."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, partial

from twosource.crosscheck.by_article import group_by_article
from twosource.crosscheck.courses.turn_words import (
    ACCUSED,
    ADDS,
    ADMITS,
    AFTER_FIRST,
    AGAINST,
    AGAINST_LETTERS,
    AHEAD,
    APOLOGISED,
    BY_THE_WAY,
    CAME_TO_NOTHING,
    FIRST,
    HAS_SINCE,
    INTENDED,
    JOINS,
    LEADS_IN,
    OPENS_AGAINST,
    OPENS_BY_PRONOUN,
    OPENS_IN,
    PLANNED,
    QUOTE_MARK,
    RELATIVE,
    SHIFT,
    SPOKEN,
    STAND,
    THEN,
    TURNED,
    TURNED_FORMS,
    TURNED_FROM,
    TURNS,
    UNDONE,
    UNDONE_FORMS,
    UNTIL,
    UNTIL_NOW,
    VESSEL,
)
from twosource.crosscheck.decision import Decision
from twosource.crosscheck.framing import FRAME
from twosource.crosscheck.quoting import clause_at, quote_around
from twosource.crosscheck.sides import Pairing, side_of
from twosource.model import Descent, Extent, Reading, ReadingOf, Role, Side, Statement, text_of
from twosource.text.cued import Cued
from twosource.text.terms import groups_in
from twosource.text.words import find_words

_PRONOUN = re.compile(r"\b(?:he|she|it|they|who|both)\b", re.IGNORECASE)
_NOT_SO = re.compile(
    r"\b(?:not|never|would|will|could|may|might|should|if|whether|to|can|no|had|also|already)\b|n['’]t\b", re.IGNORECASE
)
_NOT_SO_CHARS = 14  # two or three words before "relented"
_SUBJECT_CHARS = 60  # who it is that turns stands there
_THEN_CHARS = 90  # "but, faced with fading support in her party, resigned"
_SUBJECT_WORDS = 3  # "the harbour board backed away": who turns is named right before it
_OPENING_WORDS = 2  # "The mayor, in that instance, softened": or right at the head
_WORDS_TO_TURN = 6  # "but after a night of talks relented"; further on it is another's turn
_WORDS_BETWEEN = 3  # an introduction that is no statement: what stands further off is not what turned
_FIRST_SHARE = 0.6  # of a sentence: whom it names further on is mostly another
_MIN_WORDS = 4  # fewer before "and later" are no stand of their own
_TOLD_WORDS = 5
_BACK = 3  # statements before "the statement is a shift from" of which the longest is the statement
_LIKELY = (
    0.6  # 15 of 22 that were read after the rule was mended are right, and 32 of 37 of those told to be so "at first"
)
_TURNED = Decision(ReadingOf.UPDATE, "the article tells that a stand or a plan has turned")
_UNDONE = Decision(ReadingOf.UPDATE, "the article tells that a plan or a measure was undone")
_FIRST_THEN = Decision(ReadingOf.UPDATE, "the article tells what was so at first, and what came of it")
_SHIFTED = Decision(ReadingOf.UPDATE, "the article calls it a turn from what was said earlier")
_CHARGES = frozenset({"charge", "sentence", "conviction"})


@dataclass(frozen=True)
class _Turn:
    """Where an article tells what was before and what after, and the words that say that it has turned."""

    cue: str
    decision: Decision
    before: tuple[Statement, Extent]
    after: tuple[Statement, Extent]


_LetteredRule = tuple[tuple[str, ...], Callable[[str, Sequence[Statement], Statement], _Turn | None]]


def pair_turns(
    statements: Sequence[Statement], readings: Mapping[str, Reading], descents: Mapping[str, Descent]
) -> list[Pairing]:
    """What each text says itself has turned, once for each words that say so.

    Policy: only what stands in one sentence, or in the sentence right before, is what was before, and only where who
    turns is taken up from there; a stand that is only told to have turned, and is not told itself, has no other side.
    Of copies of one text the first speaks.
    """
    found: dict[str, Pairing] = {}
    texts: set[str] = set()
    for article, told in group_by_article(statements, readings).items():
        if text_of(article, descents) in texts:
            continue
        texts.add(text_of(article, descents))
        for turn in _turns_in(readings[article].article.text, told):
            found.setdefault(turn.cue.lower(), _pairing(turn, readings))
    return list(found.values())


def _turns_in(text: str, statements: Sequence[Statement]) -> Iterator[_Turn]:
    """Where a statement has several of such words, the first kind decides."""
    before: list[Statement] = []
    rules = _rules_for(text)
    for now in statements:
        if now.role in {Role.CAPTION, Role.HEADLINE}:
            before = []
            continue
        turn = _turn(text, before, now, rules)
        if turn is not None:
            yield turn
        before = [*before[1 - _BACK :], now]


def _turn(text: str, before: Sequence[Statement], now: Statement, rules: Sequence[_LetteredRule]) -> _Turn | None:
    """Words that are known of each statement tell first whether a rule can find anything."""
    words, groups = now.span.quote, groups_in(now.span.quote)
    turn = None
    if not turned_groups().isdisjoint(groups) or "now say" in words:
        turn = _turned(text, before, now)
    if turn is None and not undone_groups().isdisjoint(groups):
        turn = _undone(text, before, now)
    if turn is None and rules:
        plain = words.lower()
        tried = (rule(text, before, now) for letters, rule in rules if any(each in plain for each in letters))
        turn = next((found for found in tried if found is not None), None)
    return turn


@cache
def turned_groups() -> frozenset[str]:
    """What the words that tell of a turn become when they are compared."""
    return groups_in(TURNED_FORMS)


@cache
def undone_groups() -> frozenset[str]:
    """What the words that undo a plan become when they are compared."""
    return groups_in(UNDONE_FORMS)


def _rules_for(text: str) -> list[_LetteredRule]:
    """The other rules whose words may stand in a text, each with letters of which a statement must have some."""
    courses = tuple(pair for pair in ((FIRST, THEN), (PLANNED, CAME_TO_NOTHING)) if pair[0].may_match(text))
    rules: list[_LetteredRule] = [
        (AGAINST_LETTERS if courses else (), partial(_first_then, courses=courses)),
        (SHIFT.letters if " from " in text else (), _shifted),
        (AFTER_FIRST.letters, _after_first),
        (UNTIL_NOW.letters, _until_now),
    ]
    return [(letters, rule) for letters, rule in rules if letters]


def _pairing(turn: _Turn, readings: Mapping[str, Reading]) -> Pairing:
    before, after = _last_words(*turn.before, readings, "before"), _first_words(*turn.after, readings, "after")
    return Pairing(slot="other", left=before, right=after, decision=turn.decision, score=_LIKELY)


def _first_words(statement: Statement, extent: Extent, readings: Mapping[str, Reading], value: str) -> Side:
    reading = readings[statement.span.article]
    start = extent[0]
    return side_of(reading, statement, quote_around(reading.article, extent, (start, start + 1)), value)


def _last_words(statement: Statement, extent: Extent, readings: Mapping[str, Reading], value: str) -> Side:
    """What stands next to "he later softened his remarks"."""
    reading = readings[statement.span.article]
    end = extent[1]
    return side_of(reading, statement, quote_around(reading.article, extent, (end - 1, end)), value)


def _turned(text: str, before: Sequence[Statement], now: Statement) -> _Turn | None:
    """Somebody turned: from the first part of the sentence, or from the sentence before where that is of the same."""
    cue = TURNED.search(text, *now.span.extent)
    if cue is None or _NOT_SO.search(text, max(now.span.start, cue.start() - _NOT_SO_CHARS), cue.start()):
        return None
    if _has_no_stand(text, cue, from_place=(before or [now])[-1].span.start):
        return None
    part = _part_before(text, now, cue) or _what_is_turned_from(text, now, cue)
    if part is not None and (STAND.search(text, *part) or _is_of_the_part(text, part, cue)):
        return _Turn(cue[0], _TURNED, (now, part), (now, (_skip_join(text, part[1]), now.span.end)))
    if not before or not _stands_right_before(text, before[-1], now) or not _takes_up(text, before[-1], now, cue):
        return None
    return _Turn(cue[0], _TURNED, (before[-1], before[-1].span.extent), (now, clause_at(text, now, cue.start())))


def _has_no_stand(text: str, cue: re.Match[str], *, from_place: int) -> bool:
    """Whether a ship or a price reverses its course, or somebody is sorry for a deed and not for words."""
    if cue[0].lower() == "reversed course":
        return VESSEL.search(text, from_place, cue.start()) is not None
    return APOLOGISED.search(cue[0]) is not None and SPOKEN.search(text, from_place, cue.start()) is None


def _stands_right_before(text: str, before: Statement, now: Statement) -> bool:
    """Whether nothing is told between, and the sentence before takes a stand and tells of no turn itself."""
    if len(find_words(text, before.span.end, now.span.start)) > _WORDS_BETWEEN:
        return False
    return STAND.search(before.span.quote) is not None and TURNED.search(before.span.quote) is None


def _takes_up(text: str, before: Statement, now: Statement, cue: re.Match[str]) -> bool:
    """Whether who turns opens the clause as a pronoun, is left out, or is named in the sentence before.

    Policy: words of saying behind a quotation ("we did," she later admitted) and a turn that is told by the way
    ("experts who have reversed course", "as she changed her story") say nothing of the sentence before.
    """
    head = text[now.span.start : cue.start()]
    words = find_words(head)
    if not words or OPENS_BY_PRONOUN.search(head):
        return True
    nearest = head[words[-_SUBJECT_WORDS:][0].start :]
    if BY_THE_WAY.search(head) or QUOTE_MARK.search(nearest):
        return False
    opening = head[: words[:_OPENING_WORDS][-1].end]
    return _opens_with(nearest, before) or _opens_with(opening, before)


def _opens_with(words: str, before: Statement) -> bool:
    """Whether words share what they are about with the first part of a statement: who it is about stands there."""
    words_before = before.span.quote[: int(len(before.span.quote) * _FIRST_SHARE)]
    return not (groups_in(words) - FRAME).isdisjoint(groups_in(words_before))


def _part_before(text: str, now: Statement, cue: re.Match[str]) -> Extent | None:
    """The part of a sentence before the last "but" or "and" that leaves some words to it, where it is of who turns."""
    start, place = now.span.start, cue.start()
    for join in reversed(list(JOINS.finditer(text, start, place))):
        if len(find_words(text, join.end(), place)) > _WORDS_TO_TURN or _is_in_quotes(text[start : join.start()]):
            return None
        if len(find_words(text, start, join.start())) >= _MIN_WORDS:
            is_turn = _is_turn_from(text[start : join.start()], text[join.start() : place], cue[0])
            return (start, join.start()) if is_turn else None
    return None


def _is_turn_from(part: str, head: str, cue: str) -> bool:
    """Whether the words from a "but" to the turn may be of the part before it.

    Policy: who turns is left out, a pronoun, or named in the part; only what somebody has said may be clarified by
    another. "And later admitted" adds something, and "not until she changed her mind" tells of no turn.
    """
    if (ADDS.match(head) and ADMITS.search(cue)) or (UNTIL.match(head) and AHEAD.search(part)):
        return False
    subject = groups_in(LEADS_IN.sub("", head)) - FRAME
    named = not subject.isdisjoint(groups_in(part))
    return not subject or named or OPENS_BY_PRONOUN.search(head) is not None or "clarified" in cue.lower()


def _is_of_the_part(text: str, part: Extent, cue: re.Match[str]) -> bool:
    """Whether nobody is named between the part and the turn: "ordered the firing but backed down"."""
    if TURNS.match(text, part[1]) is None:
        return False
    return ADMITS.search(cue[0]) is None and not groups_in(LEADS_IN.sub("", text[part[1] : cue.start()]))


def _is_in_quotes(words: str) -> bool:
    """Whether a quotation that opens in words is still open at their end."""
    return words.count('"') % 2 == 1 or words.count("“") > words.count("”")


def _what_is_turned_from(text: str, now: Statement, cue: re.Match[str]) -> Extent | None:
    """What stands before "which he later backed away from" and "a statement that she later retracted"."""
    relative = RELATIVE.search(text, now.span.start, cue.start()) if TURNED_FROM.search(cue[0]) else None
    if relative is None or len(find_words(text, now.span.start, relative.start())) < _MIN_WORDS:
        return None
    return now.span.start, relative.start()


def _skip_join(text: str, place: int) -> int:
    """Where words begin again behind a comma or a space."""
    while place < len(text) and not text[place].isalnum():
        place += 1
    return place


def _is_of_same(subject: str, before: Statement) -> bool:
    """Whether who turns is a pronoun, left out, or named in the statement before."""
    if _PRONOUN.search(subject) or not find_words(subject):
        return True
    return _shares(subject, before)


def _undone(text: str, before: Sequence[Statement], now: Statement) -> _Turn | None:
    cue = UNDONE.search(now.span.quote)
    if cue is None or not before or not _tells_of(cue["what"].lower().removesuffix("s"), before[-1].span.quote):
        return None
    after = clause_at(text, now, now.span.start + cue.start("what"))
    return _Turn(cue[0], _UNDONE, (before[-1], before[-1].span.extent), (now, after))


def _tells_of(what: str, words: str) -> bool:
    """Whether words tell of a plan, an order, a charge: by its name, or as what somebody wants or is accused of."""
    if what in words.lower() or (what in INTENDED and STAND.search(words)):
        return True
    return what in _CHARGES and ACCUSED.search(words) is not None


def _first_then(
    text: str, before: Sequence[Statement], now: Statement, courses: Sequence[tuple[Cued, Cued]]
) -> _Turn | None:
    """What was so "initially" and is so "now", in one sentence or in two; or a plan, and that it was called off."""
    for first, then in courses:
        turn = _first_then_in_one(text, now, first, then) or _first_then_in_two(text, before, now, first, then)
        if turn is not None:
            return turn
    return None


def _first_then_in_one(text: str, now: Statement, first: Cued, then: Cued) -> _Turn | None:
    cue = first.search(text, *now.span.extent) if AGAINST.may_match(text, *now.span.extent) else None
    if cue is None:
        return None
    for cut in AGAINST.finditer(text, cue.end(), now.span.end):
        if then.search(text, cut.end(), min(now.span.end, cut.end() + _THEN_CHARS)):
            was, after = (now.span.start, cut.start()), (_skip_join(text, cut.start()), now.span.end)
            return _Turn(cue[0], _FIRST_THEN, (now, was), (now, after))
    return None


def _first_then_in_two(text: str, before: Sequence[Statement], now: Statement, first: Cued, then: Cued) -> _Turn | None:
    start, end = now.span.extent
    since = HAS_SINCE.search(text, start, end) is not None
    if not before or not (since or OPENS_AGAINST.match(text, start)):
        return None
    cue = first.search(text, *before[-1].span.extent)
    came = then.search(text, start, min(end, start + _THEN_CHARS))
    of_same = since or _is_of_same(text[start : start + _SUBJECT_CHARS], before[-1])
    if cue is None or came is None or not of_same:
        return None
    return _Turn(cue[0], _FIRST_THEN, (before[-1], clause_at(text, before[-1], cue.start())), (now, now.span.extent))


def _shifted(text: str, before: Sequence[Statement], now: Statement) -> _Turn | None:
    cue = SHIFT.search(text, *now.span.extent)
    told = [s for s in before if len(find_words(s.span.quote)) >= _TOLD_WORDS] if cue else []
    if cue is None or not told or OPENS_IN.search(text, now.span.start, cue.start()):
        return None
    new = max(told, key=lambda s: (len(s.span.quote), s.span.start))
    return _Turn(cue[0], _SHIFTED, (now, (cue.end(), now.span.end)), (new, new.span.extent))


def _after_first(text: str, _: Sequence[Statement], now: Statement) -> _Turn | None:
    """Both in one sentence: "after initially denying the meeting, he admitted it"."""
    cue = AFTER_FIRST.search(text, *now.span.extent)
    if cue is None or len(find_words(text, cue.end(), now.span.end)) < _MIN_WORDS:
        return None
    was, after = (cue.start(), cue.end() - 1), (_skip_join(text, cue.end()), now.span.end)
    return _Turn(cue[0], _FIRST_THEN, (now, was), (now, after))


def _until_now(_: str, before: Sequence[Statement], now: Statement) -> _Turn | None:
    """The sentence before is news, and this one tells what was so "until now"."""
    cue = UNTIL_NOW.search(now.span.quote)
    if cue is None or not before or len(find_words(before[-1].span.quote)) < _TOLD_WORDS:
        return None
    if not _shares(now.span.quote, before[-1]):
        return None
    return _Turn(cue[0], _SHIFTED, (now, now.span.extent), (before[-1], before[-1].span.extent))


def _shares(words: str, before: Statement) -> bool:
    """Whether some words share what they are about with a statement."""
    return not (groups_in(words) - FRAME).isdisjoint(groups_in(before.span.quote))
