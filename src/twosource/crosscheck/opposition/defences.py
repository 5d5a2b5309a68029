"""What one voice attacks and another defends: "called the plan reckless", "defended the plan"."""

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
from twosource.crosscheck.opposition.rejections import speakers_in, weigh_word
from twosource.crosscheck.sides import Pairing, side_at
from twosource.crosscheck.voices import VoiceBook
from twosource.model import Attribution, Extent, Reading, ReadingOf, Role, Statement
from twosource.text.cued import Cued
from twosource.text.terms import country_groups, find_terms, groups_in

_DEFENDS = Cued(
    re.compile(
        r"\b(?:(?:defend(?:s|ed)|(?:(?<=, )|(?<=is )|(?<=are )|(?<=was )|(?<=were ))defending)"
        r"(?! (?:against|title|champion|themsel|himself|herself|itself|freedom))"
        r"|st(?:ood|ands?|anding) by (?:his|her|its|their|the)\b)",
        re.IGNORECASE,
    ),
    (" by ", "defend"),
)
_ATTACKS = Cued(
    re.compile(
        r"\b(?:(?P<verb>critici[sz](?:e[sd]?|ing)|slam(?:s|med|ming)?|blast(?:s|ed|ing)|condemn(?:s|ed|ing)?"
        r"|denounc(?:e[sd]?|ing)|lambast(?:e[sd]?|s|ed|ing)|rebuk(?:e[sd]?|ing)|scoff(?:s|ed|ing)|assail(?:s|ed|ing)?"
        r"|faulted|lash(?:es|ed|ing) out)"
        r"|critici[sz]m|critical|outcry|backlash|under fire|outrage"
        r"|mistake|wrong|disgrac\w+|irresponsible|reckless|unacceptable|insensitiv\w+|unfair|inexcusabl\w+|horrif\w+"
        r"|ridiculous|absurd|shameful|hypocri\w+)\b",
        re.IGNORECASE,
    ),
    tuple(
        """
        critici critical slam blast condemn denounc lambast rebuk scoff assail faulted lash outcry backlash under
        outrage mistake wrong disgrac irresponsible reckless unacceptable insensitiv unfair inexcusabl horrif
        ridiculous absurd shameful hypocri
        """.split()
    ),
)
_OF_WHOM = re.compile(r"\b(?:was|were|been|being|is|are|drew|draws?|drawn|faced?|faces|took|taken?)\b[^.]{0,25}$")
"""Before a word of attack: who or what is attacked stands before it, too."""
_ATTACKED_TERMS = 7  # "criticized the president over his remarks about the storm"
_NOT_DONE = re.compile(
    r"\b(?:not|n[’']t|never|would|to|could|if|who|cannot|nothing|lawyers?|attorneys?|successfully)\b[^.]{0,12}$",
    re.IGNORECASE,
)
"""Before a word of defence: nobody defends, or he is only asked to."""
_HEAD_CHARS = 140  # from the first word of the content: "said that the pilot made the right decision"
_OBJECT_CHARS, _OBJECT_TERMS = 45, 3  # "defended his comments from a fundraiser"
_MOST_SHARED = 3.0
_NAMED_WEIGHT, _OBJECT_WEIGHT, _TOLD_WEIGHT = 0.7, 0.7, 0.6  # against 1 for each shared word of three statements
_NEAR_STATEMENTS, _STEP_WEIGHT, _FAR_STEP_WEIGHT = 10, 0.1, 0.02
_ENOUGH = 1.15
_PERHAPS = 0.45  # 27 of 35 that were read after the rule was mended are right
_DEFENDED = Decision(ReadingOf.DISAGREEMENT, "one voice defends what another attacks")


@dataclass(frozen=True)
class Defence:
    """Who defends something: where, the words of the sentence, and of what is defended."""

    voice: str
    names: frozenset[str]
    statement: Statement
    extent: Extent
    terms: frozenset[str]
    object: frozenset[str]


def pair_defences(statements: Sequence[Statement], readings: Mapping[str, Reading], book: VoiceBook) -> list[Pairing]:
    """Each defence beside the words of its article that most likely attack what is defended.

    Policy: the attack is a word of blame or outrage that another voice says or that the article tells of, and what is
    defended, or who defends, must stand next to that word: an article blames much. "The right decision" defends
    nothing, for many say it of what nobody attacks.
    """
    told = group_by_article((s for s in statements if s.role is not Role.CAPTION), readings)
    defences = [
        defence
        for article, here in told.items()
        if _DEFENDS.may_match(readings[article].article.text)
        for defence in _defences_in(readings[article], here, book)
    ]
    if not defences:
        return []
    found: dict[str, Pairing] = {}
    for defence in sorted(defences, key=lambda d: _when(readings[d.statement.span.article])):
        if defence.voice not in found:
            here = told[defence.statement.span.article]
            attack = _attack_of(defence, here, readings[defence.statement.span.article], book)
            if attack is not None:
                found[defence.voice] = _pairing(attack, defence, readings)
    return list(found.values())


def _when(reading: Reading) -> tuple[bool, str, str]:
    published = reading.article.published
    return (published is None, str(published.day) if published else "", reading.article.id)


def _defences_in(reading: Reading, here: Sequence[Statement], book: VoiceBook) -> Iterator[Defence]:
    """The defences of an article in order, one a statement."""
    text, seen = reading.article.text, set[str]()
    for attribution in sorted(reading.attributions, key=lambda a: (*extent_of(a), a.id)):
        name, extent = speaker_of(attribution), extent_of(attribution)
        if not name or not attribution.content or name.lower() in PRONOUNS:
            continue
        found = _DEFENDS.search(text, extent[0], min(extent[1], extent_over(attribution.content)[0] + _HEAD_CHARS))
        holder = holder_of(extent, here) if found and not _NOT_DONE.search(text, extent[0], found.start()) else None
        if found is not None and holder is not None and holder.id not in seen:
            seen.add(holder.id)
            yield _defence(text, found.end(), book.resolve(name), attribution, holder)


def _defence(text: str, place: int, voice: str, attribution: Attribution, holder: Statement) -> Defence:
    own = " ".join((voice, attribution.voice or "", attribution.speaks_for or ""))
    names = frozenset(t.group for t in find_terms(own) if t.lemma not in FRAME)
    idle = names | country_groups() | FRAME
    terms = frozenset(t.group for t in find_terms(holder.span.quote) if t.lemma not in FRAME) - idle
    behind = find_terms(text, place, min(place + _OBJECT_CHARS, holder.span.end))[:_OBJECT_TERMS]
    defended = frozenset(t.group for t in behind) - names - FRAME
    return Defence(voice, names, holder, extent_of(attribution), terms, defended)


def _attack_of(defence: Defence, here: Sequence[Statement], reading: Reading, book: VoiceBook) -> Statement | None:
    """The attack of the article that the defence most likely answers, if one is likely enough."""
    text = reading.article.text
    own = defence.object | defence.names
    attacks = [(place, s) for place, s in enumerate(here) if any(own & about for about in _attacked(text, s))]
    at = next((place for place, s in enumerate(here) if s.id == defence.statement.id), 0)
    spread = Counter(group for s in here for group in groups_in(s.span.quote)) if attacks else Counter[str]()
    scored = []
    for place, attack in attacks:
        away = abs(place - at)
        theirs = speakers_in(attack, reading, book)
        if _may_answer(defence, attack, theirs):
            scored.append((_score(defence, attack, away, spread, told=bool(theirs)), -away, -place, attack))
    best = max(scored, key=lambda found: found[:3], default=None)
    return best[3] if best is not None and best[0] >= _ENOUGH else None


def _attacked(text: str, statement: Statement) -> Iterator[frozenset[str]]:
    """What each word of attack of a statement is about: the words behind it, or before it where they suffer it."""
    for cue in _ATTACKS.finditer(text, *statement.span.extent):
        behind = find_terms(text, cue.end(), statement.span.end)[:_ATTACKED_TERMS]
        suffers = cue["verb"] is None or _OF_WHOM.search(text, statement.span.start, cue.start()) is not None
        before = find_terms(text, statement.span.start, cue.start())[-_ATTACKED_TERMS:] if suffers else []
        yield frozenset(t.group for t in (*before, *behind))


def _pairing(attack: Statement, defence: Defence, readings: Mapping[str, Reading]) -> Pairing:
    left = side_at(attack, attack.span.extent, readings, "attacked")
    right = side_at(defence.statement, defence.extent, readings, "defended")
    return Pairing("polarity", left, replace(right, voice=defence.voice), _DEFENDED, _PERHAPS)


def _may_answer(defence: Defence, attack: Statement, theirs: Sequence[str]) -> bool:
    """Whether an attack is in other words than the defence, by another voice, and defends nothing itself."""
    beside = do_meet(attack.span.extent, defence.extent)
    same = any(share_a_word(defence.voice, voice) for voice in theirs[:1])
    return not (beside or same) and _DEFENDS.search(attack.span.quote) is None


def _score(defence: Defence, attack: Statement, away: int, spread: Mapping[str, int], *, told: bool) -> float:
    terms = groups_in(attack.span.quote)
    shared = sum(weigh_word(spread[group]) for group in sorted(defence.terms & terms))
    steps = _STEP_WEIGHT * min(away, _NEAR_STATEMENTS) + _FAR_STEP_WEIGHT * max(0, away - _NEAR_STATEMENTS)
    named = _NAMED_WEIGHT * bool(defence.names & terms) + _OBJECT_WEIGHT * bool(defence.object & terms)
    return min(shared, _MOST_SHARED) + named + _TOLD_WEIGHT * told - steps
