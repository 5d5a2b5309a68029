"""Whom a pronoun takes up as a speaker: "he said", "it said", "they said".

Policy: behind a quotation it is the last speaker of its kind; else the subject of the last sentences where that is the
last speaker too, or where nobody else they name could be meant. "They" is only the last speakers without a name, in the
plural ("residents"). What reaches back over more than four sentences is not resolved.
"""

from __future__ import annotations

from collections.abc import Sequence

from twosource.annotate.attribution.floor import BODIES, NOBODY, PERSONS, Floor, Said, Voice
from twosource.annotate.attribution.speakers import load_speakers
from twosource.model import EntityKind, EntityMention, Extent

_PLURAL = frozenset({"police", "people", "men", "women", "children", "media", "staff", "crew"})


def resolve_pronoun(floor: Floor, form: str, place: int, *, content: Sequence[Extent]) -> Voice:
    """The voice of a pronoun at `place`; `content` is what is said by it, before or behind."""
    speakers = load_speakers()
    if form in speakers.plural:
        return _several(floor, place)
    kinds = BODIES if form in speakers.neuter else PERSONS
    able = (said for said in floor.recent(place) if _is_able(floor, said, form))
    named = {m.entity for part in content for m in floor.inside(part)} if kinds is PERSONS else set()
    able = (said for said in able if said.voice.name not in named and not _is_told_of(floor, said, form))
    last = next(able, None)
    if last and content and content[0][0] < place:
        new = _introduced_since(floor, last, content[0][0], form)
        return new if new and new.name not in named else last.voice
    return _subject_or_speaker(floor, place, form, last, named=named)


def _is_told_of(floor: Floor, said: Said, form: str) -> bool:
    """Whether a speaker is only told of by another whom the pronoun may mean: "Reed said [Roe] had called him"."""
    outer = next((other for other in floor.said if other.number == said.outer), None)
    return outer is not None and outer.voice != said.voice and _is_able(floor, outer, form)


def _introduced_since(floor: Floor, last: Said, place: int, form: str) -> Voice | None:
    """The one person first named since the last speaker, as the subject of a sentence that tells what he does or is.

    A reporter brings a new person in to let him speak: "Ann Reed is with the group Harbour Watch. 'It broke my heart,'
    she said". Who was found dead or taken into custody is not brought in for that.
    """
    if form not in load_speakers().masculine | load_speakers().feminine:
        return None
    start = floor.sentence_end(last.place)
    new = [m for m in floor.openers(start, place, PERSONS) if floor.is_first(m) and floor.may_be(m.entity, form)]
    told = floor.within(start, place)
    if len({m.entity for m in told if m.kind in PERSONS and floor.may_be(m.entity, form)}) != 1 or not new:
        return None
    return floor.voice_of(new[0]) if floor.is_acting(new[0]) else None


def _is_able(floor: Floor, said: Said, form: str) -> bool:
    """Whether a pronoun may mean a speaker: one of its kind, named or not, or a name of no known kind for "it"."""
    if form in load_speakers().neuter:
        return said.kind in BODIES or (said.kind in {None, EntityKind.OTHER} and _is_body(said.voice.name or ""))
    if said.kind is None:
        return load_speakers().may_be((said.voice.name or "").rpartition(" ")[2], form)
    return said.kind in PERSONS and floor.may_be(said.voice.name, form)


def _is_body(name: str) -> bool:
    """Whether a speaker of no known kind may be a body: by a capital, or by a noun for one ("presidential office")."""
    speakers = load_speakers()
    nouns = speakers.bodies | speakers.kinds_of_body | speakers.institutions
    return name[:1].isupper() or name.rpartition(" ")[2] in nouns


def _several(floor: Floor, place: int) -> Voice:
    """The only speakers in the plural without a name within reach."""
    found = {said.voice for said in floor.recent(place) if said.kind is None and _is_plural(said.voice.name or "")}
    return next(iter(found)) if len(found) == 1 else NOBODY


def _is_plural(name: str) -> bool:
    last = name.rpartition(" ")[2].lower()
    return last in _PLURAL or (last.endswith("s") and not last.endswith("ss"))


def _subject_or_speaker(floor: Floor, place: int, form: str, last: Said | None, *, named: set[str]) -> Voice:
    """The subject of this sentence or the last ones, or the last speaker; nobody where they are two."""
    kinds = BODIES if form in load_speakers().neuter else PERSONS
    start = floor.sentence_start(place)
    since = floor.sentence_end(last.place) if last else floor.memory_start(place)
    if last and last.kind is None and kinds is PERSONS and "\n" in floor.text[last.place : place]:
        last = None  # who has no name is rarely taken up in another paragraph but behind his own words
    openers = floor.openers(min(since, start), place, kinds)
    able = [m for m in openers if floor.may_be(m.entity, form) and m.entity not in named]
    here = [mention for mention in able if mention.span.start >= start]
    if here:
        return floor.voice_of(here[0]) if len({m.entity for m in here}) == 1 else NOBODY
    names = {mention.entity for mention in able} | ({last.voice.name} if last else set())
    if len(names) != 1:
        return NOBODY
    if last:
        return last.voice
    return NOBODY if _has_rival(floor, able, place, form) else floor.voice_of(able[-1])


def _has_rival(floor: Floor, able: list[EntityMention], place: int, form: str) -> bool:
    """Whether somebody else whom the pronoun may mean is named since the subject, who has not spoken yet."""
    kinds = PERSONS if form not in load_speakers().neuter else frozenset({EntityKind.ORGANISATION})
    since = floor.within(able[-1].span.start, place)
    return any(m.kind in kinds and m.entity != able[-1].entity and floor.may_be(m.entity, form) for m in since)
