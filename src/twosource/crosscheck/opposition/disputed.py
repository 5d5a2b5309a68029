"""What one says and another disputes in the same sentence: "..., Roe says, although some of the crew dispute that"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from twosource.crosscheck.attributed import PRONOUNS, holder_of
from twosource.crosscheck.by_article import group_by_article
from twosource.crosscheck.decision import Decision
from twosource.crosscheck.opposition.side_by_side import Saying, Sayings, are_two
from twosource.crosscheck.sides import Pairing, side_at
from twosource.model import Extent, Reading, ReadingOf, Statement
from twosource.text.cued import Cued
from twosource.text.sentences import split_sentences
from twosource.text.words import find_words

_CLAIM = (
    r"(?:claim|charge|allegation|accusation|assertion|suggestion|notion|characteri[sz]ation|account|version|criticism)"
)
_WHO = r"[^,.;:“”\"()]{2,60}?"
_DENY = (
    r"(?:(?:\w+ly|also|and|has|have|had|all|since) ){0,4}"
    r"(?:den(?:y|ies|ied)|disput(?:es?|ed)|reject(?:s|ed)?|contest(?:s|ed))"
)
_DISPUTED = Cued(
    re.compile(
        rf"[,;–—-] *(?:(?:even though|although|though|but|while)\s(?P<who>{_WHO})\s{_DENY}"
        rf"\s(?:that|this|it|(?:the|that|those|these|such) {_CLAIM}s?)"
        rf"|(?:an? (?:\w+ )?{_CLAIM}|{_CLAIM}s|something|which)(?: that| which)?\s(?P<whom>{_WHO})\s{_DENY})"
        r"(?=\W*(?:[.,;]|$))",
        re.IGNORECASE,
    ),
    ("deny", "denies", "denied", "dispute", "reject", "contest"),
)
_ASKS = re.compile(r"\b(?:whether|if|asks?|asked)\b", re.IGNORECASE)
"""Who asks, or looks into whether it is so, has not said it."""
_ACCUSES = re.compile(r"\b(?:accus|alleg|claim|charge)", re.IGNORECASE)
_SMALL = frozenset("a an the some many most other of".split())
_TOLD_OUTRIGHT = 0.6  # 22 of 23 that were read in coverage of politics are right
_DISPUTES = Decision(ReadingOf.DISAGREEMENT, "one says it and another disputes it in one sentence")


def pair_disputed(
    statements: Sequence[Statement], readings: Mapping[str, Reading], sayings: Sayings, *, known: Sequence[Pairing]
) -> list[Pairing]:
    """What an attribution says, beside the clause of its sentence in which another disputes it.

    Policy: the article's own "although", "a charge that" or "which" takes up what is said, and the word for disputing
    ends its clause or takes it up ("dispute that"): "denied her a seat" is none. One voice never disputes its own
    words, and what is only asked has not been said. What the surer rules know is left out.
    """
    found: list[Pairing] = []
    for article, here in group_by_article(statements, readings).items():
        if _DISPUTED.may_match(readings[article].article.text):
            found += _disputed_in(readings, here, sayings[article], article)
    return [p for p in found if not any(_is_of_one(p, other) for other in known)]


def _disputed_in(
    readings: Mapping[str, Reading], statements: Sequence[Statement], sayings: Sequence[Saying], article: str
) -> Iterator[Pairing]:
    text = readings[article].article.text
    for sentence in split_sentences(text, 0, len(text)):
        cue = _DISPUTED.search(text, *sentence)
        saying = _said_before(sayings, (sentence[0], cue.start())) if cue else None
        if cue is None or saying is None:
            continue
        said, disputed = (saying.whole[0], cue.start()), (cue.start() + 1, cue.end())
        if not _may_be_two(saying.voice, cue["who"] or cue["whom"], text[sentence[0] : said[1]]):
            continue
        one, two = (holder_of((place, place + 1), statements) for place in (said[0], disputed[1] - 1))
        if one is not None and two is not None:
            left, right = side_at(one, said, readings, "said"), side_at(two, disputed, readings, "disputed")
            yield Pairing("polarity", left, right, _DISPUTES, _TOLD_OUTRIGHT)


def _said_before(sayings: Sequence[Saying], part: Extent) -> Saying | None:
    """The last saying that begins in a part of a sentence and says something there."""
    here = [s for s in sayings if part[0] <= s.whole[0] < part[1] and s.content[0] < part[1]]
    return here[-1] if here else None


def _may_be_two(voice: str, who: str, said: str) -> bool:
    """Whether who disputes is none of the speaker; "he" disputes what he is accused of, and else may be the speaker."""
    words = {word.form for word in find_words(who)}
    if _ASKS.search(said) or "both" in words:
        return False
    if words & PRONOUNS:
        return _ACCUSES.search(said) is not None
    one, two = (" ".join(w for w in name.lower().split() if w not in _SMALL) for name in (voice, who))
    return are_two(one, two)


def _is_of_one(one: Pairing, other: Pairing) -> bool:
    """Whether two pairings oppose words of the same two places."""
    sides = ((one.left, other.left), (one.right, other.right))
    return all(a.span.article == b.span.article and a.span.shared_with(b.span.extent) for a, b in sides)
