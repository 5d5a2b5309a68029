"""Whom a pronoun takes up as a speaker: "he said", "it said", "they said".

Policy: behind a quotation it is the last speaker of its kind; else the subject of the last sentences where that is the
last speaker too, or where nobody else they name could be meant. "They" is only the last speakers without a name, in the
plural ("residents"). What reaches back over more than four sentences is not resolved.
"""

from __future__ import annotations

from twosource.annotate.attribution.floor import BODIES, NOBODY, PERSONS, Floor, Said, Voice
from twosource.annotate.attribution.speakers import load_speakers
from twosource.model import EntityKind, EntityMention

_PLURAL = frozenset({"police", "people", "men", "women", "children", "media", "staff", "crew"})


def resolve_pronoun(floor: Floor, form: str, place: int, *, behind: bool) -> Voice:
    """The voice of a pronoun at `place`; `behind` tells that its content stands before it."""
    speakers = load_speakers()
    if form in speakers.plural:
        return _several(floor, place)
    kinds = BODIES if form in speakers.neuter else PERSONS
    last = next((said for said in floor.recent(place) if _is_able(floor, said, form)), None)
    if behind and last:
        return last.voice
    return _subject_or_speaker(floor, place, form, last, kinds=kinds)


def _is_able(floor: Floor, said: Said, form: str) -> bool:
    """Whether a pronoun may mean a speaker: one of its kind, or a name of no known kind for "it"."""
    if form in load_speakers().neuter:
        return said.kind in BODIES or (said.kind in {None, EntityKind.OTHER} and _is_body(said.voice.name or ""))
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


def _subject_or_speaker(
    floor: Floor, place: int, form: str, last: Said | None, *, kinds: frozenset[EntityKind]
) -> Voice:
    """The subject of this sentence or the last ones, or the last speaker; nobody where they are two."""
    start = floor.sentence_start(place)
    since = floor.sentence_end(last.place) if last else floor.memory_start(place)
    able = [m for m in floor.openers(min(since, start), place, kinds) if floor.may_be(m.entity, form)]
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
