"""Who attacks the last speaker by name: "Roe said ..., and Stone accused Roe of ..."."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from itertools import pairwise

from twosource.crosscheck.by_article import group_by_article
from twosource.crosscheck.decision import Decision
from twosource.crosscheck.framing import FRAME
from twosource.crosscheck.opposition.side_by_side import Saying, Sayings, are_two, side_of_saying
from twosource.crosscheck.sides import Pairing
from twosource.model import Reading, ReadingOf, Statement
from twosource.text.cued import Cued
from twosource.text.terms import country_groups, find_terms

_ATTACKS = Cued(
    re.compile(
        r"\b(?:accus(?:e[sd]?|ing)|(?<!to )blam(?:e[sd]?|ing)|critici[sz](?:e[sd]?|ing)|slam(?:s|med|ming)"
        r"|blast(?:s|ed|ing)|condemn(?:s|ed|ing)|denounc(?:e[sd]?|ing)|rebuk(?:e[sd]?|ing)|chid(?:e[sd]?|ing)|fault(?:s|ed|ing)"
        r"|mock(?:s|ed|ing)|lambast(?:e[sd]?|s|ed|ing))\b",
        re.IGNORECASE,
    ),
    tuple("accus blam critici slam blast condemn denounc rebuk chid fault mock lambast".split()),
)
_OBJECT_CHARS = 30  # "accused Mia Roe of", "criticised Roe's remarks": who is attacked stands right behind
_BEFORE_CONTENT_CHARS = 60
_NEXT_CHARS = 300
_PERHAPS = 0.45  # 13 of 14 and 10 of 14 that were read outside the packs are right
_ATTACKED = Decision(ReadingOf.DISAGREEMENT, "one voice attacks what another has said")


def pair_attacks(statements: Sequence[Statement], readings: Mapping[str, Reading], sayings: Sayings) -> list[Pairing]:
    """Each saying that attacks the speaker of the saying before it by name: "Roe said ... Stone accused Roe of ...".

    Policy: only next neighbours, and the name must stand right behind the word of attack.
    """
    found: list[Pairing] = []
    for article, here in group_by_article(statements, readings).items():
        reading = readings[article]
        for first, second in pairwise(sayings[article]):
            if _attacks(reading.article.text, first, second):
                sides = [side_of_saying(reading, s, here) for s in (first, second)]
                if sides[0] is not None and sides[1] is not None and sides[0].span != sides[1].span:
                    found.append(Pairing("polarity", sides[0], sides[1], _ATTACKED, _PERHAPS))
    return found


def _attacks(text: str, first: Saying, second: Saying) -> bool:
    near = second.sentence - first.sentence <= 1 and first.whole[1] <= second.content[0] <= first.whole[1] + _NEXT_CHARS
    if not near or not are_two(first.voice, second.voice):
        return False
    head = (second.whole[0], min(second.whole[1], second.content[0] + _BEFORE_CONTENT_CHARS))
    attack = _ATTACKS.search(text, *head)
    if attack is None:
        return False
    terms = find_terms(first.voice)
    named = [t for t in terms if t.end == len(first.voice) or first.voice[t.start].isupper()]  # no "rights" of groups
    names = {t.group for t in named if t.lemma not in FRAME} - country_groups()
    behind = find_terms(text, attack.end(), min(attack.end() + _OBJECT_CHARS, len(text)))
    return not names.isdisjoint(t.group for t in behind)
