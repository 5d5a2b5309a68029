"""Two sides that an article tells of outright: "not everyone agreed", "experts disagree", critics beside supporters."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain, pairwise

from twosource.crosscheck.by_article import group_by_article
from twosource.crosscheck.decision import Decision
from twosource.crosscheck.framing import FRAME
from twosource.crosscheck.opposition.side_by_side import (
    KNOWS_NOTHING,
    Saying,
    Sayings,
    are_two,
    goes_on,
    has_turned,
    holds_a_view,
    side_of_saying,
)
from twosource.crosscheck.sides import Pairing, when_reported
from twosource.model import Reading, ReadingOf, Statement
from twosource.text.cued import Cued
from twosource.text.terms import country_groups, find_terms, groups_in
from twosource.text.words import find_words

_SURE = r"(?:convinced|happy|impressed|pleased|on board|so sure|sold|a fan|amused|persuaded|thrilled|as optimistic)"
_NOT_ALL = Cued(
    re.compile(
        r"\bnot (?:every(?:one|body)|all (?:\w+ )?\w+s) (?:(?:\w+ly )?agree[sd]?"
        rf"|(?:is|was|were|are) (?:\w+ )?{_SURE})\b"
        rf"|\b(?:others|critics)(?: \w+)? (?:disagree[sd]?|were(?:n[’']t| not) {_SURE}|beg(?:ged)? to differ)\b"
        r"|\b(?:ha(?:s|ve|d)|did)(?: not|n[’']t) (?:satisf(?:y|ied)|convinced?|persuaded?|appeased?|impress(?:ed)?)"
        r" (?:every(?:one|body)|all|critics|opponents)\b",
        re.IGNORECASE,
    ),
    ("everyone", "everybody", "not all", "others", "critics", " all", "opponents"),
)
_EXPERTS = r"(?:experts|analysts|scientists|economists|witnesses|observers|scholars|doctors|historians)"
_DIFFER = Cued(
    re.compile(
        r"\bdepend(?:s|ing|ed) on whom? you (?:ask|talk to|believe)\b"
        rf"|\b{_EXPERTS} (?:\w+ )?(?:disagree[sd]?(?! with| that)|(?:are|were) (?:\w+ )?(?:divided|split))\b",
        re.IGNORECASE,
    ),
    ("you ", "disagree", "divided", "split"),
)
_CAMPS = tuple(
    (re.compile(one, re.IGNORECASE), re.compile(two, re.IGNORECASE))
    for one, two in (
        (r"\b(?:republicans?|gop|conservatives?)\b", r"\b(?:democrats?|democratic|liberals?|progressives?)\b"),
        (
            r"\b(?:supporters?|backers?|proponents?|advocates|allies|defenders?)\b",
            r"\b(?:critics?|opponents?|detractors?|s[kc]eptics?|foes)\b",
        ),
        (
            r"\b(?:prosecutors?|police|district attorney)\b",
            r"\b(?:defen[cs]e (?:attorneys?|lawyers?)|(?:his|her|their|\w+['’]s?) (?:lawyers?|attorneys?))\b",
        ),
        (
            r"\b(?:government|president|minister|officials?|administration|ruling party|authorities)\b",
            r"\b(?:opposition|activists?|rights groups?|dissidents?|campaigners?|protesters?|critics?|unions?)\b",
        ),
        (r"\b(?:company|airline|employers?|management)\b", r"\b(?:unions?|workers|employees|passengers?|customers?)\b"),
    )
)
"""Two that stand against each other wherever an article has them speak in turn."""
_AGAINST = re.compile(
    r"\b(?:opposition|critics?|opponents?|activists?|campaigners?|rights groups?|civil liberties|dissidents?"
    r"|detractors?|s[kc]eptics?)\b",
    re.IGNORECASE,
)
"""Who speaks against whoever has spoken before, where "but" stands before him."""
_NEUTRAL = re.compile(r"\b(?:analysts?|experts?|correspondents?|observers?|reporters?)\b", re.IGNORECASE)
"""Who explains, and is on no side that somebody speaks against."""
_OF_A_CAMP = re.compile("|".join(p.pattern for p in (_AGAINST, *chain.from_iterable(_CAMPS))), re.IGNORECASE)
_TURN = re.compile(r"(?:^|[\s,;.”\"'’–—-])(?:but|however|while|though|although|whereas|yet)\b", re.IGNORECASE)
_HEAD = re.compile(r"\W*(?:but|however|yet)\b", re.IGNORECASE)
_ATTACKS = re.compile(
    r"\b(?:condemn\w*|accus\w+|blast\w*|oppos(?:e[sd]?|ing)|den(?:y|ies|ied)|dismiss\w*|reject\w*|critici[sz]\w*|slam\w*|denounc\w*"
    r"|call(?:s|ed) (?:\w+ ){1,6}[“\"]|grossly|wrong\w*)",
    re.IGNORECASE,
)
_TAKES_UP = re.compile(r" (?:it|that|this|the (?:move|plan|idea|decision|proposal|claim)s?)\b", re.IGNORECASE)
_ANOTHER = re.compile(r"\W*(?:another|others?|a second|some)\b", re.IGNORECASE)
_SPEAKER_CHARS = 30  # "But opposition lawmaker Mia Roe"; not "But the speech did not keep critics from"
_NEXT_CHARS = 300
_BEFORE_CHARS, _AFTER_CHARS = 400, 700  # "experts disagree" stands before both, with a sentence or two between
_MIN_WORDS = 4
_SAID_TO_DIFFER, _PERHAPS = 0.4, 0.45  # 2 of 4 and 19 of 25 that were read outside the packs are right
_VIEWS_DIFFER = Decision(ReadingOf.DISAGREEMENT, "the article says that views differ")
_TWO_CAMPS = Decision(ReadingOf.DISAGREEMENT, "the article has two camps speak in turn")

Two = tuple[Saying, Saying]


def pair_dissent(
    statements: Sequence[Statement], readings: Mapping[str, Reading], sayings: Sayings, *, known: Sequence[Pairing]
) -> list[Pairing]:
    """Each two sayings between which an article says that somebody disagrees, or that two camps say in turn.

    Policy: only next neighbours, of two voices. Two camps are opposed where the article turns ("but", "while") from one
    to the other, or the second attacks; without either they may well agree. What the surer rules know is left out.
    """
    found: list[Pairing] = []
    for article, here in group_by_article(statements, readings).items():
        reading = readings[article]
        for decision, score, pairs in (
            (_VIEWS_DIFFER, _SAID_TO_DIFFER, _told_to_differ(reading.article.text, sayings[article])),
            (_TWO_CAMPS, _PERHAPS, _camps_in_turn(reading.article.text, sayings[article])),
        ):
            for first, second in pairs:
                left, right = (side_of_saying(reading, s, here) for s in (first, second))
                if left is not None and right is not None and left.span != right.span:
                    found.append(Pairing("polarity", left, right, decision, score))
    first_told: dict[frozenset[str], Pairing] = {}
    for pairing in sorted(found, key=lambda p: when_reported(p.left)):
        first_told.setdefault(_quotes(pairing), pairing)
    told = {_quotes(p) for p in known}
    return [p for quotes, p in first_told.items() if quotes not in told]


def _quotes(pairing: Pairing) -> frozenset[str]:
    """The words of both sides, without the marks that copies print in other ways."""
    return frozenset(re.sub(r"\W+", " ", side.span.quote.lower()) for side in (pairing.left, pairing.right))


def _told_to_differ(text: str, sayings: Sequence[Saying]) -> Iterator[Two]:
    """Who speaks before and behind "not everyone agreed", and the next two behind "experts disagree"."""
    if not (_NOT_ALL.may_match(text) or _DIFFER.may_match(text)):
        return
    marks = [(m, False) for m in _NOT_ALL.finditer(text)] + [(m, True) for m in _DIFFER.finditer(text)]
    for mark, behind in marks:
        before = [s for s in sayings if 0 <= mark.start() - s.whole[1] <= _BEFORE_CHARS]
        starts = [(s.whole if behind else s.content)[0] - mark.end() for s in sayings]
        after = [s for s, start in zip(sayings, starts, strict=True) if 0 <= start <= _AFTER_CHARS]
        first = after[:1] if behind else before[-1:]
        for one in first:
            yield from [(one, two) for two in (after[1:] if behind else after) if _may_differ(text, one, two)][:1]


def _camps_in_turn(text: str, sayings: Sequence[Saying]) -> Iterator[Two]:
    for first, second in pairwise(sayings):
        near = second.sentence - first.sentence <= 1 and second.whole[0] - first.whole[1] <= _NEXT_CHARS
        if (
            near
            and _OF_A_CAMP.search(_source(second))
            and _may_differ(text, first, second)
            and _are_opposed(text, first, second)
        ):
            yield first, second


def _may_differ(text: str, first: Saying, second: Saying) -> bool:
    """Whether two sayings are of two voices, say something, and neither that nothing is known."""
    words = [text[s.content[0] : s.content[1]] for s in (first, second)]
    told = [text[s.whole[0] : s.whole[1]] for s in (first, second)]
    if _may_be_one(first, second) or min(len(find_words(w)) for w in words) < _MIN_WORDS:
        return False
    return not any(KNOWS_NOTHING.search(t) for t in told)


def _source(saying: Saying) -> str:
    """The words for who speaks, without what he did ("a writer who met the opposition")."""
    words = " ".join(s.quote for s in saying.attribution.source) or saying.voice
    return re.split(r"\b(?:who|which|that)\b", words, maxsplit=1)[0] or words


def _may_be_one(first: Saying, second: Saying) -> bool:
    """Whether two speakers share a word of their names, and the second is not told to be another."""
    one, two = _source(first), _source(second)
    if _ANOTHER.match(two) is not None:
        return first.voice == second.voice
    return not are_two(first.voice, second.voice) or not groups_in(one).isdisjoint(groups_in(two))


def _are_opposed(text: str, first: Saying, second: Saying) -> bool:
    one, two = _source(first), _source(second)
    if goes_on(text, second, first) or has_turned(text, first, second):
        return False
    between = text[first.content[0] : second.content[0]]
    if _AGAINST.search(two) and not _AGAINST.search(one) and _turns_to(text, first, second):
        return _NEUTRAL.search(one) is None and holds_a_view(first, "according", "pledge", "promise")
    if not any(_stand_apart(a, b, one, two) for a, b in _CAMPS):
        return False
    turned = _TURN.search(between, max(0, first.content[1] - first.content[0] - 1)) is not None
    return (turned and holds_a_view(first) and holds_a_view(second)) or _attacks(text, first, second)


def _attacks(text: str, first: Saying, second: Saying) -> bool:
    """Whether the second attacks him or what he said, by a word that is no name: both may well attack a third."""
    attack = _ATTACKS.search(text, second.whole[0], second.whole[1])
    if attack is None or _ATTACKS.search(text, first.whole[0], first.whole[1]) is not None:
        return False
    if _TAKES_UP.match(text, attack.end()) is not None:
        return True
    said = {t.group for t in find_terms(text, *first.whole) if text[t.start].islower()} | groups_in(_source(first))
    return not (said - FRAME - country_groups()).isdisjoint(groups_in(text[attack.end() : second.whole[1]]))


def _turns_to(text: str, first: Saying, second: Saying) -> bool:
    """Whether "but" opens the words between two sayings, and the second speaker stands right behind it."""
    place = min((s.start for s in second.attribution.source), default=second.whole[0])
    head = max(text.rfind(mark, first.whole[0], place) for mark in (". ", "\n", "” ", '" ', "? ", "! "))
    start = head + 1 if head >= 0 else first.whole[1]
    return place - start <= _SPEAKER_CHARS and _HEAD.match(text, start, place) is not None


def _stand_apart(a: re.Pattern[str], b: re.Pattern[str], one: str, two: str) -> bool:
    """Whether one source is of a camp and the other of the other, and neither of both."""
    if a.search(one) and b.search(two):
        return not (a.search(two) or b.search(one))
    return bool(b.search(one) and a.search(two)) and not (b.search(two) or a.search(one))
