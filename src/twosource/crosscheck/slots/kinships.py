"""One person told to be two kinds of kin of another: "Orla Stone, Reed's aunt" and "Reed's cousin Orla Stone"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from twosource.crosscheck.attributed import holder_of
from twosource.crosscheck.by_article import group_by_article
from twosource.crosscheck.decision import Decision
from twosource.crosscheck.quoting import clause_at, quote_around
from twosource.crosscheck.sides import Pairing, is_one_text, side_of, when_reported
from twosource.crosscheck.slots.person_ages import words_of_full_name
from twosource.model import Descent, EntityKind, EntityMention, Extent, Reading, ReadingOf, Side, Statement
from twosource.text.spelling import letters_apart
from twosource.text.words import find_forms

_KIN = (
    r"(?:(?:older|younger|eldest|youngest|oldest|little|big|twin|only) )?"
    r"(?P<kin>(?:grand)?(?:mother|father|son|daughter)|mom|dad|sister|brother|aunt|uncle|cousin|nephew|niece"
    r"|wife|husband)\b(?![-’'])"
)
_OWNER = r"(?P<owner>[A-Z][\w-]+(?: [A-Z][\w-]+){0,2})"
_OWNED = rf"{_OWNER}(?:['’]s|(?<=s)['’]) {_KIN}"
_POSSESSIVE = re.compile("['’]")  # few names have one before them, and the pattern of kin is slow
_BEFORE = re.compile(rf"\b{_OWNED},? $")
_BEHIND = (re.compile(rf", {_OWNED}"), re.compile(rf", (?:an?|the) {_KIN} (?:of|to) {_OWNER}"))
_BEFORE_CHARS = 80
_SLIP = 2
_LONG = 5  # letters of a first name in which a slip is one: "Jon" and "Dan" are two
_PLAIN = {"mom": "mother", "dad": "father"}
_SURE = 0.8  # a choice: of 170 kinships told in crimes and everyday news one pair differs, and it is right
_TWO_KINSHIPS = Decision(ReadingOf.CONFLICT, "one person of two kinships")


@dataclass(frozen=True)
class _Kin:
    """Whose kin an article tells somebody to be, and its side."""

    person: tuple[str, str]
    owner: str
    kin: str
    side: Side


def pair_kinships(
    statements: Sequence[Statement], readings: Mapping[str, Reading], descents: Mapping[str, Descent]
) -> list[Pairing]:
    """For each person, each two kinds of kin that two texts tell him to be of one other, in the first places.

    Policy: the person is there with first and last name, and no two people of the story bear the last name of whom he
    is kin to. Who two are to each other besides (a friend, a partner) may be told in many ways, as may step and half
    brothers and kin by marriage. An article that tells two kinships tells of two people, or takes one back.
    """
    told = group_by_article(statements, readings)
    people = frozenset(m.entity for r in readings.values() for m in r.entities if m.kind is EntityKind.PERSON)
    found: dict[tuple[tuple[str, str], str], list[_Kin]] = {}
    for article, here in told.items():
        for kin in _kin_in(readings[article], here, people):
            found.setdefault((kin.person, kin.owner), []).append(kin)
    alone = (kins for (_, owner), kins in sorted(found.items()) if _bears_alone(owner, people))
    return [pairing for kins in alone for pairing in _apart(kins, descents)]


def _bears_alone(last_name: str, people: frozenset[str]) -> bool:
    """Whether all people of one last name have one first name, but for a slip of two letters."""
    names = (find_forms(person) for person in people)
    firsts = {words[0] for words in names if len(words) > 1 and words[-1] == last_name}
    return all(
        min(len(one), len(two)) >= _LONG and letters_apart(one, two) <= _SLIP
        for one, two in combinations(sorted(firsts), 2)
    )


def _kin_in(reading: Reading, here: Sequence[Statement], people: frozenset[str]) -> Iterator[_Kin]:
    text = reading.article.text
    for mention in reading.entities:
        person = words_of_full_name(mention, people)
        found = None if person is None else _kin_beside(text, mention)
        holder = None if found is None else holder_of(mention.span.extent, here)
        if person is None or found is None or holder is None:
            continue
        kin, owner = found["kin"], find_forms(found["owner"])[-1]
        yield _Kin(
            (person[0], person[-1]), owner, _PLAIN.get(kin, kin), _side_at(reading, holder, mention, found.span("kin"))
        )


def _kin_beside(text: str, mention: EntityMention) -> re.Match[str] | None:
    start, end = mention.span.extent
    if text.startswith(", ", end):
        found = next((match for pattern in _BEHIND if (match := pattern.match(text, end)) is not None), None)
        if found is not None:
            return found
    owned = _POSSESSIVE.search(text, max(0, start - _BEFORE_CHARS), start)
    return _BEFORE.search(text, max(0, start - _BEFORE_CHARS), start) if owned else None


def _side_at(reading: Reading, holder: Statement, mention: EntityMention, kin: Extent) -> Side:
    clause = clause_at(reading.article.text, holder, mention.span.start)
    whole = (min(clause[0], kin[0], mention.span.start), max(clause[1], kin[1], mention.span.end))
    span = quote_around(reading.article, whole, kin)
    return side_of(reading, holder, span, reading.article.text[slice(*kin)])


def _apart(kins: Sequence[_Kin], descents: Mapping[str, Descent]) -> Iterator[Pairing]:
    """The first pair of each two kinships that are told by two texts, of which each tells one."""
    told: dict[str, set[str]] = {}
    for kin in kins:
        told.setdefault(kin.side.span.article, set()).add(kin.kin)
    once = sorted((k for k in kins if len(told[k.side.span.article]) == 1), key=lambda k: when_reported(k.side))
    seen: set[frozenset[str]] = set()
    for one, two in combinations(once, 2):
        values = frozenset((one.kin, two.kin))
        if len(values) > 1 and values not in seen and not is_one_text(one.side, two.side, descents):
            seen.add(values)
            yield Pairing("person", one.side, two.side, _TWO_KINSHIPS, _SURE)
