"""Whom a speaker that is described and not named takes up: "the spokesman", "the company", "the Danish premier".

Policy, in order: somebody whose role, or a body whose name, has the noun in it; a speaker who was called so before; the
one person, or the one body, that the last sentences name. Where two are left the voice is nobody's. A noun that was
brought in as a new person ("a witness said") names its speaker itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice

from twosource.annotate.attribution.floor import BODIES, NOBODY, PERSONS, Floor, Said, Voice
from twosource.annotate.attribution.lexicon_reader import load_grammar
from twosource.annotate.attribution.speakers import is_one_of_several, load_speakers
from twosource.model import EntityKind, EntityMention, Extent

_MEMORY_SPEAKERS = 200  # a statement is that of one of the last speakers, however long the article
_UNKNOWN = frozenset({EntityKind.OTHER})  # a name that opens its sentence may be a body's; a people's is its country
_TIMES = frozenset({"former", "then", "outgoing", "late", "ex"})  # say nothing of whose role it is
_POSSESSIVES = frozenset({"his", "her", "its", "their"})  # "her lawyer" is nobody who has been named
_AGED = re.compile(r"\d+-year-old")


def resolve_description(floor: Floor, head: Extent, words: Sequence[str]) -> Voice | None:
    """The voice of a definite description that fills the range `head`; None where its words name the speaker."""
    speakers, noun, place = load_speakers(), words[-1], head[0]
    if noun in speakers.documents and len(words) == 2:
        return _document(floor, noun, place)
    if _AGED.search(floor.text, *head) and noun == "old":
        return _one_person(floor, place, noun)
    if noun in speakers.speaking_roles:
        return spokesperson_before(floor, place, noun)
    if noun in speakers.roles | speakers.people | speakers.bodies | speakers.kinds_of_body | speakers.offices:
        return _by_noun(floor, head, words)
    if noun in speakers.men | speakers.women and words[0] not in _POSSESSIVES:
        return _relative(floor, place, noun)
    several = is_one_of_several(noun) and all(word in load_grammar().determiners for word in words[:-1])
    return _only_voice([said for said in floor.recent(place) if noun in said.words]) if several else None


def _relative(floor: Floor, place: int, noun: str) -> Voice | None:
    """The one person who was brought in by a relation: "The boy's uncle, Mark Roe"."""
    called = {mention.entity: mention for mention in floor.ending_in(noun, place)}
    return floor.voice_of(next(iter(called.values()))) if len(called) == 1 else None


def spokesperson_before(floor: Floor, place: int, noun: str) -> Voice:
    """Who "the spokesman" is: the one spokesperson named before, else the one body that the last sentences name."""
    named = {m.entity: m for role in load_speakers().speaking_roles for m in floor.ending_in(role, place)}
    pronoun = {"spokesman": "he", "spokeswoman": "she"}.get(noun, "")
    named = {entity: mention for entity, mention in named.items() if floor.may_be(entity, pronoun)}
    if named:
        return _one_of(floor, place, list(named.values()))
    return body_before(floor, place, frozenset()) or NOBODY


def body_before(floor: Floor, place: int, excluded: frozenset[str]) -> Voice | None:
    """The one organisation that the last sentences name or hear; `excluded` are last words of names that are none."""
    since = floor.memory_start(place)
    named = {m.entity for m in floor.within(since, place) if m.kind is EntityKind.ORGANISATION}
    named |= {m.entity for m in floor.openers(since, place, _UNKNOWN) if m.span.quote == m.entity}
    heard = {
        said.voice.name
        for said in floor.recent(place)
        if said.voice.name and said.kind not in {EntityKind.PERSON, EntityKind.PLACE} and said.voice.name[:1].isupper()
    }
    bodies = {name for name in named | heard if name.split()[-1].lower() not in excluded}
    if not bodies:
        return None
    return Voice(next(iter(bodies))) if len(bodies) == 1 else NOBODY


def _by_noun(floor: Floor, head: Extent, words: Sequence[str]) -> Voice | None:
    """By the names and roles that have the noun in them, by those called so before, then by who is left."""
    speakers, noun, place = load_speakers(), words[-1], head[0]
    telling = _telling_words(floor, head, words)
    matches = list(_fitting(floor.ending_in(noun, place), telling))
    if matches:
        return _one_of(floor, place, matches)
    called = [said for said in floor.recent(place) if {noun, *telling} <= set(said.words.split())]
    if noun in speakers.offices:  # "the coroner" is not the Coroner's Office
        called = [said for said in called if said.kind not in BODIES]
    if noun in speakers.bodies | speakers.kinds_of_body:  # "company chairman Ann Reed" is not the company
        called = [said for said in called if said.kind not in PERSONS]
    if called:
        return _only_voice(called)
    if len(words) == _ARTICLE_AND_NOUN and (unnamed := _last_unnamed(floor, place, noun)):
        return unnamed
    if _is_new(floor, place, noun) or words[0] in _POSSESSIVES:
        return None
    found = None
    if noun in speakers.kinds_of_body and not any(word.endswith("'s") for word in words):
        found = body_before(floor, place, speakers.institutions)
    elif noun in speakers.roles | speakers.people:
        found = _one_person(floor, place, noun)
    return None if found == NOBODY and floor.inside(head) else found


def _last_unnamed(floor: Floor, place: int, noun: str) -> Voice | None:
    """The last speaker where he has no name and "the man" or "the woman" may be he: "The boy's uncle said"."""
    pronoun = _SEXED.get(noun)
    last = next((said for said in floor.recent(place) if said.outer is None), None) if pronoun else None
    if last is None or pronoun is None or last.kind is not None or _is_new(floor, place, noun, last.place):
        return None
    return last.voice if load_speakers().may_be((last.voice.name or "").rpartition(" ")[2], pronoun) else None


_ARTICLE_AND_NOUN = 2
_SEXED = {"man": "he", "boy": "he", "woman": "she", "girl": "she"}


def _telling_words(floor: Floor, head: Extent, words: Sequence[str]) -> frozenset[str]:
    """The words that narrow a role down: "prime" in "the former Danish prime minister"; names and times do not."""
    names = {word for m in floor.inside(head) for word in m.span.quote.lower().split()}
    idle = load_grammar().determiners | _TIMES | names
    return frozenset(word for word in words[:-1] if word not in idle) & load_speakers().narrowing


def _fitting(matches: Sequence[EntityMention], telling: frozenset[str]) -> Iterator[EntityMention]:
    for mention in matches:
        called = f"{mention.role or ''} {mention.entity}".lower().split()
        if telling <= set(called):
            yield mention


def _one_of(floor: Floor, place: int, matches: Sequence[EntityMention]) -> Voice:
    """The only match; of several the one who speaks here already."""
    names = {mention.entity for mention in matches}
    if len(names) == 1:
        return floor.voice_of(matches[0])
    return _only_voice([said for said in floor.recent(place) if said.voice.name in names])


def _one_person(floor: Floor, place: int, noun: str) -> Voice | None:
    """The one person that the last sentences name, whose own role is not another one."""
    speakers = load_speakers()
    near = [m for m in floor.within(floor.memory_start(place), place) if m.kind is EntityKind.PERSON]
    roles = {m.entity: (m.role or "").lower().split()[-1:] for m in floor.mentions if m.role and m.kind in PERSONS}
    able = [m for m in near if noun not in speakers.roles - speakers.any_role or not roles.get(m.entity)]
    names = {m.entity for m in able}
    if not names:
        return None
    return floor.voice_of(able[-1]) if len(names) == 1 else NOBODY


def _is_new(floor: Floor, place: int, noun: str, start: int = 0) -> bool:
    """Whether the noun was brought in with an indefinite article before, from `start` on: "a local witness"."""
    met = rf"\ban?\s+(?:[\w-]+\s+){{0,3}}{re.escape(noun)}\b"
    return bool(re.search(met, floor.text[start:place], re.IGNORECASE))


def _only_voice(recent: Sequence[Said]) -> Voice:
    return recent[0].voice if len({said.voice for said in recent}) == 1 else NOBODY


def _document(floor: Floor, noun: str, place: int) -> Voice:
    """Whose statement it is: that of the last body called by it or speaker who issued one, else of the last body."""
    for said in islice(reversed(floor.said), _MEMORY_SPEAKERS):
        words = said.issued if said.kind in PERSONS else f"{said.words} {said.issued}"
        if noun in words.split() and said.place < place:
            return said.voice
    return next((said.voice for said in floor.recent(place) if said.kind in BODIES), NOBODY)
