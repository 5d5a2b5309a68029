"""An accusation and its answer: who attacks the last speaker by name, and who is accused and says it is not so."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from msgspec.structs import replace

from twosource.crosscheck.attributed import PRONOUNS, extent_of, extent_over, holder_of, share_a_word, speaker_of
from twosource.crosscheck.by_article import group_by_article
from twosource.crosscheck.decision import Decision
from twosource.crosscheck.framing import FRAME
from twosource.crosscheck.opposition.rejections import speakers_in, weigh_word
from twosource.crosscheck.opposition.side_by_side import Saying, Sayings, are_two, side_of_saying
from twosource.crosscheck.sides import Pairing, side_at, when_reported
from twosource.crosscheck.voices import VoiceBook
from twosource.model import Attribution, Extent, Reading, ReadingOf, Role, Statement
from twosource.text.cued import Cued
from twosource.text.terms import country_groups, find_terms, groups_in

_ATTACKS = Cued(
    re.compile(
        r"\b(?:accus(?:e[sd]?|ing)|(?<!to )blam(?:e[sd]?|ing)|critici[sz](?:e[sd]?|ing)|slam(?:s|med|ming)"
        r"|blast(?:s|ed|ing)|condemn(?:s|ed|ing)|denounc(?:e[sd]?|ing)|rebuk(?:e[sd]?|ing)|chid(?:e[sd]?|ing)|fault(?:s|ed|ing)"
        r"|mock(?:s|ed|ing)|lambast(?:e[sd]?|s|ed|ing))\b",
        re.IGNORECASE,
    ),
    tuple("accus blam critici slam blast condemn denounc rebuk chid fault mock lambast".split()),
)
_ACCUSES = Cued(
    re.compile(
        r"\b(?:alleg(?:e[sd]?|ing|ations?|edly)|accus(?:e[sd]?|ing|ations?)|blam(?:e[sd]?|ing))\b", re.IGNORECASE
    ),
    ("alleg", "accus", "blam"),
)
_IS_NOT_SO = Cued(
    re.compile(
        r"\b(?:never|(?:do|does|did|has|have|had|was|were|is|are) ?(?:not\b|n[’']t)"
        r"(?! (?:think|know|want|believe|feel|care))|no (?!comment|doubt|longer))",
        re.IGNORECASE,
    ),
    ("never", "not", "n't", "n’t", "no "),
)
_OWN = re.compile(r"\b(?:I|[Ww]e|[Oo]ur|[Mm]y)\b[^.;]{0,40}$")
"""Right before "not": somebody speaks for himself."""
_OBJECT_CHARS = 30  # "accused Mia Roe of", "criticised Roe's remarks": who is attacked stands right behind
_HEAD_CHARS = 90  # from the first word of the content
_BEFORE_CONTENT_CHARS = 60
_NEXT_CHARS = 300
_BACK_STATEMENTS = 4
_NAMED_WEIGHT, _STEP_WEIGHT = 0.7, 0.2  # against 1 for each shared word of three statements
_ENOUGH = 1.5
_PERHAPS = 0.45  # 13 of 14 attacks and 3 of 4 answers that were read outside the packs are right
_ATTACKED = Decision(ReadingOf.DISAGREEMENT, "one voice attacks what another has said")
_NOT_SO = Decision(ReadingOf.DISAGREEMENT, "one voice says it is not so, of what it is accused of")


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
    names = {t.group for t in find_terms(first.voice) if t.lemma not in FRAME} - country_groups()
    behind = find_terms(text, attack.end(), min(attack.end() + _OBJECT_CHARS, len(text)))
    return not names.isdisjoint(t.group for t in behind)


def pair_answers(
    statements: Sequence[Statement], readings: Mapping[str, Reading], book: VoiceBook, *, known: Sequence[Pairing]
) -> list[Pairing]:
    """Each "I never did" of a voice right behind an accusation that speaks of the same.

    Policy: the words before must accuse or tell of an allegation ("the alleged victim" tells of none), and be
    another's; he must speak for himself, for a police officer says of many things that they are not so. What the
    `known` rules have found of a saying is left out.
    """
    found: list[Pairing] = []
    taken = {side.statement for pairing in known for side in (pairing.left, pairing.right)}
    for article, here in group_by_article((s for s in statements if s.role is not Role.CAPTION), readings).items():
        reading = readings[article]
        if _ACCUSES.search(reading.article.text) is not None:
            found.extend(p for p in _answers_in(reading, here, readings, book) if p.right.statement not in taken)
    first: dict[tuple[str | None, str], Pairing] = {}
    for pairing in sorted(found, key=lambda p: when_reported(p.right)):
        first.setdefault((pairing.right.voice, pairing.right.span.quote), pairing)
    return list(first.values())


def _answers_in(
    reading: Reading, here: Sequence[Statement], readings: Mapping[str, Reading], book: VoiceBook
) -> Iterator[Pairing]:
    spread = Counter(group for s in here for group in groups_in(s.span.quote))
    seen: set[str] = set()
    for attribution in sorted(reading.attributions, key=lambda a: (*extent_of(a), a.id)):
        name, extent = speaker_of(attribution), extent_of(attribution)
        if not name or name.lower() in PRONOUNS or not _is_denied(reading.article.text, attribution):
            continue
        holder = holder_of(extent, here)
        if holder is not None and holder.id not in seen:
            best = _accusation(reading, here, attribution, holder, spread, book)
            if best is not None:
                seen.add(holder.id)
                left = side_at(
                    best, (best.span.start, min(best.span.end, max(extent[0], best.span.start + 1))), readings, ""
                )
                right = side_at(holder, extent, readings, "denied")
                sides = replace(left, value="accused"), replace(right, voice=book.resolve(name))
                yield Pairing("polarity", *sides, _NOT_SO, _PERHAPS)


def _is_denied(text: str, attribution: Attribution) -> bool:
    if not attribution.content:
        return False
    start, end = extent_over(attribution.content)
    denial = _IS_NOT_SO.search(text, start, min(end, start + _HEAD_CHARS))
    return denial is not None and _OWN.search(text, start, denial.start()) is not None


def _accusation(
    reading: Reading,
    here: Sequence[Statement],
    attribution: Attribution,
    holder: Statement,
    spread: Mapping[str, int],
    book: VoiceBook,
) -> Statement | None:
    """The accusation before a saying that it most likely answers."""
    extent, voice = extent_of(attribution), book.resolve(speaker_of(attribution))
    own = groups_in(" ".join((voice, attribution.voice or "", attribution.speaks_for or "")))
    words = frozenset().union(*(groups_in(s.quote) for s in attribution.content)) - country_groups() - FRAME
    before = [s for s in here if s.span.end <= extent[0]][-_BACK_STATEMENTS:]
    scored = []
    for back, statement in enumerate(reversed([*before, *_begun(holder, extent)])):
        told = reading.article.text[statement.span.start : min(statement.span.end, extent[0])]
        theirs = speakers_in(statement, reading, book) if _ACCUSES.search(told) else ()
        if _ACCUSES.search(told) is None or any(share_a_word(voice, each) for each in theirs[:1]):
            continue
        shared = sum(weigh_word(spread[group]) for group in sorted(words & groups_in(told)))
        named = not own.isdisjoint(groups_in(told))
        scored.append((shared + _NAMED_WEIGHT * named - _STEP_WEIGHT * back, -back, statement))
    best = max(scored, key=lambda each: each[:2], default=None)
    return best[2] if best is not None and best[0] >= _ENOUGH else None


def _begun(holder: Statement, extent: Extent) -> list[Statement]:
    """The statement of the saying itself where much of it stands before: "he is alleged to ..., while he said"."""
    return [holder] if extent[0] - holder.span.start > _OBJECT_CHARS else []
