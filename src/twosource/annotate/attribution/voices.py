"""Whose voice it is: the speaker of an attribution, across sentences.

Policy, in order: a name in the source; a role or a body named elsewhere ("the spokesman", "the ministry"); a pronoun or
a document, which goes on with the speaker before it. Where two candidates are left the voice is None. Speakers that
have no name ("police", "residents") are named by their own words.
"""

from __future__ import annotations

import tomllib
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from twosource.annotate.attribution.lexicon_reader import load_grammar
from twosource.annotate.attribution.protocol import Speech
from twosource.model import EntityKind, EntityMention, Extent
from twosource.text.words import find_words

_BODIES = frozenset({EntityKind.ORGANISATION, EntityKind.PLACE})
_HEAD_ENDS = frozenset("of for from in at with on who which that , (".split())
_MEMORY_SENTENCES = 4  # a pronoun further from its speaker than this is not resolved


class Voice(NamedTuple):
    """A speaker: canonical name, and the body spoken for."""

    name: str | None
    speaks_for: str | None = None


_NOBODY = Voice(None)


@dataclass(frozen=True, slots=True)
class Speakers:
    """Nouns and pronouns that stand for a speaker named elsewhere."""

    masculine: frozenset[str]
    feminine: frozenset[str]
    neuter: frozenset[str]
    plural: frozenset[str]
    documents: frozenset[str]
    roles: frozenset[str]
    speaking_roles: frozenset[str]
    bodies: frozenset[str]


@cache
def load_speakers() -> Speakers:
    """The word lists."""
    table = tomllib.loads(files("twosource.annotate.attribution.lexicon").joinpath("speakers.toml").read_text("utf-8"))
    return Speakers(**{key: frozenset(value.split()) for key, value in table.items()})


class Said(NamedTuple):
    """One resolved speaker, as later sentences may refer to it."""

    place: int
    voice: Voice
    person: bool
    words: frozenset[str]
    """The words of its source and cue: "statement", "spokesperson"."""


@dataclass(slots=True)
class Floor:
    """Who has spoken so far in one article, and which names it has."""

    text: str
    mentions: Sequence[EntityMention]
    sentence_starts: Sequence[int]
    said: list[Said] = field(default_factory=list)

    def sentence(self, place: int) -> int:
        """The number of the sentence at a place."""
        return bisect_left(self.sentence_starts, place + 1) - 1

    def inside(self, extent: Extent) -> list[EntityMention]:
        """The mentions that lie in a range."""
        return [m for m in self.mentions if extent[0] <= m.span.start and m.span.end <= extent[1]]


def resolve_voices(floor: Floor, speeches: Sequence[Speech]) -> list[Voice]:
    """The voice of each attribution, in the order given; speakers are remembered from one to the next."""
    voices: list[Voice] = []
    for speech in speeches:
        voice = _voice_of(floor, speech)
        voices.append(voice)
        _remember(floor, speech, voice)
    return voices


def _remember(floor: Floor, speech: Speech, voice: Voice) -> None:
    if voice.name is None or not speech.source:
        return
    extents = [*speech.source, *speech.cue]
    words = frozenset(w.form for s, e in extents for w in find_words(floor.text, s, e))
    tail = find_words(floor.text, speech.cue[-1][1], min(len(floor.text), speech.cue[-1][1] + 24)) if speech.cue else []
    person = any(m.kind is EntityKind.PERSON and m.entity == voice.name for m in floor.mentions)
    floor.said.append(Said(speech.source[0][0], voice, person, words | {w.form for w in tail}))


def _voice_of(floor: Floor, speech: Speech) -> Voice:
    if not speech.source:
        return _NOBODY
    source = (speech.source[0][0], speech.source[-1][1])
    words = [w.form for w in find_words(floor.text, *source)]
    if not words:
        return _NOBODY
    speakers = load_speakers()
    if len(words) == 1 and words[0] in speakers.neuter | speakers.masculine | speakers.feminine | speakers.plural:
        return _pronoun(floor, words[0], source[0])
    return _named(floor, source, words) or _described(floor, source, words)


def _named(floor: Floor, source: Extent, words: Sequence[str]) -> Voice | None:
    """The name in the head of a source, or the body an unnamed spokesperson speaks for."""
    head = _head(floor.text, source)
    here = [m for m in floor.inside(head) if m.kind is not EntityKind.EVENT]
    people = [m for m in here if m.kind is EntityKind.PERSON]
    entities = {m.entity for m in people}
    if len(entities) == 1:
        person = people[-1]
        return Voice(person.entity, person.speaks_for or _usual_body(floor, person.entity))
    if len(entities) > 1:
        return _NOBODY
    inside_apposition = [m for m in floor.inside(source) if m.kind is EntityKind.PERSON]
    if any(word in load_speakers().speaking_roles for word in words):
        return _spokesperson(floor, source, inside_apposition)
    bodies = [m for m in here if m.kind in _BODIES]
    if bodies and _is_head(floor.text, bodies[-1], head):
        return Voice(bodies[-1].entity)
    if len(inside_apposition) == 1 and _follows_comma(floor.text, inside_apposition[0]):
        return Voice(inside_apposition[0].entity, inside_apposition[0].speaks_for)
    return None


def _follows_comma(text: str, mention: EntityMention) -> bool:
    return text[: mention.span.start].rstrip().endswith(",")


def _spokesperson(floor: Floor, source: Extent, people: Sequence[EntityMention]) -> Voice:
    bodies = {m.entity for m in floor.inside(source) if m.kind is EntityKind.ORGANISATION}
    if len(people) == 1:
        return Voice(people[0].entity, people[0].speaks_for or (next(iter(bodies)) if len(bodies) == 1 else None))
    if not bodies:
        bodies = {m.entity for m in floor.inside(source) if m.kind is EntityKind.PLACE}
    if len(bodies) == 1:
        return Voice(next(iter(bodies)))
    return _definite(floor, source, "spokesman") if not bodies else _NOBODY


def _usual_body(floor: Floor, entity: str) -> str | None:
    bodies = {m.speaks_for for m in floor.mentions if m.entity == entity and m.speaks_for}
    return next(iter(bodies)) if len(bodies) == 1 else None


def _head(text: str, source: Extent) -> Extent:
    """The source up to its first comma, preposition or relative pronoun."""
    words = find_words(text, *source)
    for place, word in enumerate(words):
        if place and (word.form in _HEAD_ENDS or "," in text[words[place - 1].end : word.start]):
            return source[0], words[place - 1].end
    return source


def _is_head(text: str, mention: EntityMention, head: Extent) -> bool:
    """Whether the name ends its phrase, or only a document's noun follows: "the Foreign Ministry statement"."""
    rest = [w.form for w in find_words(text, mention.span.end, head[1])]
    return not rest or rest == ["s"] or all(word in load_speakers().documents for word in rest)


def _described(floor: Floor, source: Extent, words: Sequence[str]) -> Voice:
    """A speaker that is described and not named: "the spokesman", "the statement", "police"."""
    grammar, speakers = load_grammar(), load_speakers()
    definite = words[0] in {"the", "this", "that", "his", "her", "its", "their"}
    head = [w.form for w in find_words(floor.text, *_head(floor.text, source))]
    noun = head[-1] if head else words[-1]
    if definite and noun in speakers.documents:
        return _document(floor, noun, source[0])
    if definite and (noun in speakers.roles or noun in speakers.bodies):
        found = _definite(floor, source, noun)
        if found.name is not None:
            return found
    plain = [word for word in head if word not in grammar.determiners]
    if not plain or noun in grammar.pronouns or noun in {"who", "which", "that"}:
        return _NOBODY
    return Voice(" ".join(plain))


def _definite(floor: Floor, source: Extent, noun: str) -> Voice:
    """The one person whose role, or the one body whose name, ends in the noun; the nearest speaker where several do."""
    matches = {}
    for mention in floor.mentions:
        role = (mention.role or "").lower().split()
        name = mention.entity.lower().split()
        if mention.span.start < source[0] and (role[-1:] == [noun] or (len(name) > 1 and name[-1:] == [noun])):
            matches[mention.entity] = mention
    if len(matches) == 1:
        mention = next(iter(matches.values()))
        return Voice(mention.entity, mention.speaks_for or _usual_body(floor, mention.entity))
    spoken = [said for said in floor.said if noun in said.words and said.place < source[0]]
    names = {said.voice for said in spoken}
    if len(names) == 1 and not matches:
        return spoken[-1].voice
    recent = [said.voice for said in reversed(floor.said) if said.voice.name in matches]
    return recent[0] if recent else _NOBODY


def _document(floor: Floor, noun: str, place: int) -> Voice:
    """Whose statement it is: the speaker whose words named one last, else the last body that spoke."""
    issued = [said for said in floor.said if noun in said.words]
    if issued:
        return issued[-1].voice if not issued[-1].person or issued[-1].voice.speaks_for is None else issued[-1].voice
    bodies = [said for said in floor.said if not said.person]
    return bodies[-1].voice if bodies and _near(floor, bodies[-1].place, place) else _NOBODY


def _near(floor: Floor, earlier: int, place: int) -> bool:
    return floor.sentence(place) - floor.sentence(earlier) <= _MEMORY_SENTENCES


def _pronoun(floor: Floor, form: str, place: int) -> Voice:
    speakers = load_speakers()
    if form in speakers.neuter:
        return _last_said(floor, place, person=False)
    if form in speakers.plural:
        return _NOBODY
    return _last_person(floor, place)


def _last_said(floor: Floor, place: int, *, person: bool) -> Voice:
    """The last speaker of that kind, unless another name of the kind opened a sentence in between."""
    said = [s for s in floor.said if s.person == person]
    if not said or not _near(floor, said[-1].place, place):
        return _NOBODY
    return said[-1].voice


def _last_person(floor: Floor, place: int) -> Voice:
    """The person who spoke last or who is the subject since: only if the two are one, or one is missing."""
    said = [s for s in floor.said if s.person and s.place < place and _near(floor, s.place, place)]
    since = said[-1].place if said else -1
    subjects = [m for m in _subjects(floor, place) if m.span.start > since]
    names = {m.entity for m in subjects}
    if said and (not names or names == {said[-1].voice.name}):
        return said[-1].voice
    if len(names) == 1 and not said:
        return Voice(subjects[-1].entity, subjects[-1].speaks_for)
    here = [m for m in subjects if floor.sentence(m.span.start) >= floor.sentence(place) - 1]
    if len({m.entity for m in here}) == 1:
        return Voice(here[-1].entity, here[-1].speaks_for or _usual_body(floor, here[-1].entity))
    return _NOBODY


def _subjects(floor: Floor, place: int) -> list[EntityMention]:
    """The persons that open a sentence in the last few sentences before a place."""
    found = []
    for mention in floor.mentions:
        if mention.span.start >= place:
            break
        start = floor.sentence_starts[max(0, floor.sentence(mention.span.start))]
        lead = len(find_words(floor.text, start, mention.span.start))
        if mention.kind is EntityKind.PERSON and lead <= 5 and _near(floor, mention.span.start, place):
            found.append(mention)
    return found
