"""Whose voice it is: the speaker of an attribution, across sentences.

Policy, in order: a name in the source; a role or a body named elsewhere ("the spokesman", "the ministry"); a pronoun or
a document, which goes on with the speaker before it. Where two candidates are left the voice is None. Speakers that
have no name ("police", "residents") are named by their own words; "the leaders" are those named before, and no speaker
of their own. What cannot speak ("the talks", "a quarter", "Victory Day") has no voice.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice

from twosource.annotate.attribution.floor import BODIES, NOBODY, Floor, Said, Voice
from twosource.annotate.attribution.lexicon_reader import load_grammar
from twosource.annotate.attribution.protocol import Speech
from twosource.annotate.attribution.speakers import can_speak, is_one_of_several, load_speakers
from twosource.model import EntityKind, EntityMention, Extent
from twosource.text.words import find_words

_HEAD_ENDS = frozenset("of for from in at with on who which that to".split())
_DEFINITE = frozenset("the this that these those his her its their".split())
_MEMORY_SPEAKERS = 200  # a statement is that of one of the last speakers, however long the article
_PERSON = frozenset({EntityKind.PERSON})
_TAIL_CHARS = 24  # "said in a statement": what the speaker issued is remembered


def resolve_voices(text: str, mentions: Sequence[EntityMention], speeches: Sequence[Speech]) -> list[Voice]:
    """The voice of each attribution, in the order given; speakers are remembered from one to the next."""
    floor = Floor(text, mentions)
    voices: list[Voice] = []
    for speech in speeches:
        voice = _voice_of(floor, speech)
        voices.append(voice)
        if voice.name is not None and not speech.weak:
            floor.said.append(_said(floor, speech, voice))
    return voices


def _said(floor: Floor, speech: Speech, voice: Voice) -> Said:
    words = " ".join(floor.text[start:end] for start, end in speech.source)
    issued = floor.text[speech.cue[0][0] : speech.cue[-1][1] + _TAIL_CHARS] if speech.cue else ""
    return Said(speech.source[0][0], voice, floor.kind(voice.name), words.lower(), issued.lower())


def _voice_of(floor: Floor, speech: Speech) -> Voice:
    if not speech.source:
        return NOBODY
    source = (speech.source[0][0], speech.source[-1][1])
    words = [word.form for word in find_words(floor.text, *source)]
    if not words:
        return NOBODY
    if len(words) == 1 and words[0] in load_speakers().pronouns:
        behind = bool(speech.content) and speech.content[0][0] < source[0]
        return _pronoun(floor, words[0], source[0], behind=behind)
    named = _named(floor, source, words)
    return named or (NOBODY if speech.weak else _described(floor, source, words))


def _named(floor: Floor, source: Extent, words: Sequence[str]) -> Voice | None:
    """The name in the head of a source, or the body an unnamed spokesperson speaks for."""
    head = _head(floor.text, source)
    here = floor.inside(head)
    people = [mention for mention in here if mention.kind is EntityKind.PERSON]
    entities = {mention.entity for mention in people}
    if len(entities) > 1:
        return NOBODY
    if entities and _is_head(floor.text, people[-1], head):
        return _person(floor, people[-1])
    apposed = [m for m in floor.inside((head[1], source[1])) if m.kind is EntityKind.PERSON and _after_comma(floor, m)]
    if any(word in load_speakers().speaking_roles for word in words):
        return _spokesperson(floor, source, apposed)
    bodies = [mention for mention in here if mention.kind in BODIES]
    if len({mention.entity for mention in bodies}) > 1 and _joined(floor.text, bodies):
        return NOBODY
    if bodies and _is_head(floor.text, bodies[-1], head):
        return Voice(bodies[-1].entity)
    return _person(floor, apposed[0]) if len(apposed) == 1 else None


def _person(floor: Floor, mention: EntityMention) -> Voice:
    return Voice(mention.entity, mention.speaks_for or floor.usual_body(mention.entity))


def _after_comma(floor: Floor, mention: EntityMention) -> bool:
    start = mention.span.start
    return floor.text[max(0, start - 2) : start].rstrip().endswith(",")


def _joined(text: str, bodies: Sequence[EntityMention]) -> bool:
    """Whether two bodies speak together: "Moscow and Kyiv"."""
    between = text[bodies[-2].span.end : bodies[-1].span.start].split()
    return "and" in between


def _spokesperson(floor: Floor, source: Extent, people: Sequence[EntityMention]) -> Voice:
    """A spokesperson: by name where named, else the body spoken for, else the one met before."""
    inside = floor.inside(source)
    bodies = {m.entity for m in inside if m.kind is EntityKind.ORGANISATION}
    bodies = bodies or {m.entity for m in inside if m.kind is EntityKind.PLACE}
    body = next(iter(bodies)) if len(bodies) == 1 else None
    if len(people) == 1:
        return Voice(people[0].entity, people[0].speaks_for or body)
    if body:
        return Voice(body)
    return NOBODY if bodies else _definite(floor, source[0], "spokesman")


def _head(text: str, source: Extent) -> Extent:
    """The source up to its first comma, preposition or relative pronoun."""
    words = find_words(text, *source)
    for place, word in enumerate(words):
        if place and (word.form in _HEAD_ENDS or "," in text[words[place - 1].end : word.start]):
            return source[0], words[place - 1].end
    return source


def _is_head(text: str, mention: EntityMention, head: Extent) -> bool:
    """Whether the name ends its phrase, or only a document's noun follows: "the Foreign Ministry statement"."""
    rest = [word.form for word in find_words(text, mention.span.end, head[1])]
    return all(word in load_speakers().documents or word == "s" for word in rest)


def _described(floor: Floor, source: Extent, words: Sequence[str]) -> Voice:
    """A speaker that is described and not named: "the spokesman", "the statement", "police"."""
    extent = _head(floor.text, source)
    head = [word.form for word in find_words(floor.text, *extent)] or list(words[-1:])
    if words[0] in _DEFINITE:
        found = _mentioned_before(floor, source[0], head)
        if found is not None:
            return found
    return Voice(_own_words(floor, extent) or None) if _speaks(floor, extent, head) else NOBODY


def _speaks(floor: Floor, extent: Extent, head: Sequence[str]) -> bool:
    """Whether the head of a source names a speaker: no pronoun, no bare number, no event or thing."""
    grammar, noun = load_grammar(), head[-1]
    pronoun = noun.partition("'")[0] in grammar.pronouns | grammar.relatives
    number = not any(word[0].isalpha() for word in head)
    return not pronoun and not number and can_speak(noun) and not _ends_in_event(floor, extent)


def _mentioned_before(floor: Floor, place: int, head: Sequence[str]) -> Voice | None:
    """Whom "the statement", "the spokesman" or "the leaders" takes up; None where the words may say it themselves."""
    speakers, noun = load_speakers(), head[-1]
    if noun in speakers.documents and len(head) == 2:
        return _document(floor, noun, place)
    if noun in speakers.roles or noun in speakers.bodies:
        found = _definite(floor, place, noun)
        return found if found.name is not None else None
    if is_one_of_several(noun) and all(word in load_grammar().determiners for word in head[:-1]):
        return _only_voice([said for said in floor.recent(place) if noun in said.words])
    return None


def _ends_in_event(floor: Floor, head: Extent) -> bool:
    """Whether a source is the name of an event: "Victory Day"."""
    return any(m.kind is EntityKind.EVENT and m.span.end == head[1] for m in floor.inside(head))


def _own_words(floor: Floor, head: Extent) -> str:
    """A speaker's own words without article; what opens a sentence loses its capital: "Chinese analysts"."""
    names = [mention.span.extent for mention in floor.inside(head)]
    found = []
    for word in find_words(floor.text, *head):
        named = any(start <= word.start and word.end <= end for start, end in names)
        opening = word.start == floor.sentence_start(word.start)
        if word.form not in load_grammar().determiners:
            found.append(word.form if opening and not named else floor.text[word.start : word.end])
    return " ".join(found)


def _definite(floor: Floor, place: int, noun: str) -> Voice:
    """The one person whose role, or the one body whose name, ends in the noun; the nearest speaker where several do."""
    matches = floor.ending_in(noun, place)
    if len(matches) == 1:
        return _person(floor, matches[0])
    names = {mention.entity for mention in matches}
    return _only_voice(
        [said for said in floor.recent(place) if (said.voice.name in names if names else noun in said.words)]
    )


def _only_voice(recent: Sequence[Said]) -> Voice:
    return recent[0].voice if len({said.voice for said in recent}) == 1 else NOBODY


def _document(floor: Floor, noun: str, place: int) -> Voice:
    """Whose statement it is: the speaker whose words named one last, else the last body that spoke."""
    for said in islice(reversed(floor.said), _MEMORY_SPEAKERS):
        if (noun in said.words or noun in said.issued) and said.place < place:
            return said.voice
    return next((said.voice for said in floor.recent(place) if said.kind in BODIES), NOBODY)


def _pronoun(floor: Floor, form: str, place: int, *, behind: bool) -> Voice:
    speakers = load_speakers()
    if form in speakers.plural:
        return NOBODY
    kinds = BODIES if form in speakers.neuter else _PERSON
    able = (said for said in floor.recent(place) if said.kind in kinds and floor.may_be(said.voice.name, form))
    last = next(able, None)
    if behind and last:
        return last.voice
    return _subject_or_speaker(floor, place, kinds, (form, last))


def _subject_or_speaker(floor: Floor, place: int, kinds: frozenset[EntityKind], who: tuple[str, Said | None]) -> Voice:
    """The subject of this sentence or the last ones, or the last speaker; nobody where they are two."""
    form, last = who
    since = last.place if last else floor.memory_start(place)
    start = floor.sentence_start(place)
    able = [m for m in floor.openers(min(since, start), place, kinds) if floor.may_be(m.entity, form)]
    here = [mention for mention in able if mention.span.start >= start]
    if here:
        return _person(floor, here[0]) if len({m.entity for m in here}) == 1 else NOBODY
    names = {mention.entity for mention in able} | ({last.voice.name} if last else set())
    if len(names) != 1:
        return NOBODY
    return last.voice if last else _person(floor, able[-1])
