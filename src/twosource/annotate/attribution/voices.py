"""Whose voice it is: the speaker of an attribution, across sentences.

Policy, in order: a name in the source; a role or a body named elsewhere ("the spokesman", "the ministry"); a pronoun or
a document, which goes on with the speaker before it. Where two candidates are left the voice is None. Speakers that
have no name ("police", "residents") are named by their own words; "the leaders" are those named before, and no speaker
of their own. What cannot speak ("the talks", "a quarter", "Victory Day") has no voice.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from twosource.annotate.attribution.descriptions import body_before, resolve_description, spokesperson_before
from twosource.annotate.attribution.floor import BODIES, NOBODY, PERSONS, Floor, Said, Voice
from twosource.annotate.attribution.lexicon_reader import load_grammar
from twosource.annotate.attribution.nesting import find_parents
from twosource.annotate.attribution.own_words import name_in_own_words
from twosource.annotate.attribution.pronouns import resolve_pronoun
from twosource.annotate.attribution.protocol import Speech
from twosource.annotate.attribution.speakers import load_speakers
from twosource.annotate.attribution.telling import tells_something
from twosource.model import EntityKind, EntityMention, Extent
from twosource.text.terms import lemma_of
from twosource.text.words import Word, find_words

_HEAD_ENDS = frozenset(
    """
    of for from in at with on by who which that to familiar close briefed aware among after before during under against
    including whose where when amid between inside outside as
    """.split()
)
_OWNED_BY = frozenset({"by", "from", "of", "in"})
_ISSUERS = frozenset({EntityKind.ORGANISATION, EntityKind.OTHER, EntityKind.PERSON})  # "in" stands before places, too
_ARTICLE_CHARS = 4  # "the " before a role
_SPEAKING = re.compile(r"\s+spokes")
_DEFINITE = frozenset("the this that these those his her its their".split())
_BEFORE_DOCUMENTS = frozenset({"s", "news", "press", "media"})  # "a KPD news release"
_TODAY = frozenset("today yesterday tonight monday tuesday wednesday thursday friday saturday sunday".split())
_TAIL_CHARS = 24  # "said in a statement": what the speaker issued is remembered


def resolve_voices(text: str, mentions: Sequence[EntityMention], speeches: Sequence[Speech]) -> list[Voice]:
    """The voice of each attribution, in the order given; speakers are remembered from one to the next."""
    floor = Floor(text, mentions)
    voices: list[Voice] = []
    for number, (speech, outer) in enumerate(zip(speeches, find_parents(speeches), strict=True)):
        voice = _voice_of(floor, speech)
        voices.append(voice if tells_something(text, speech) else NOBODY)
        if voice.name is not None and not speech.weak:
            floor.said.append(_said(floor, speech, voice, (number, outer)))
    return voices


def _said(floor: Floor, speech: Speech, voice: Voice, numbers: tuple[int, int | None]) -> Said:
    words = " ".join(floor.text[start:end] for start, end in speech.source)
    issued = floor.text[speech.cue[0][0] : speech.cue[-1][1] + _TAIL_CHARS] if speech.cue else ""
    place = _nearest_part(floor, speech)[0]
    return Said(place, voice, floor.kind(voice.name), words.lower(), issued.lower(), *numbers)


def _voice_of(floor: Floor, speech: Speech) -> Voice:
    if not speech.source or _is_asked(floor, speech):
        return NOBODY
    source = _nearest_part(floor, speech)
    if _is_credited(floor, source):
        return NOBODY
    words = [word.form for word in find_words(floor.text, *source)]
    if not words:
        return NOBODY
    if len(words) == 1 and words[0] in load_speakers().pronouns:
        return resolve_pronoun(floor, words[0], source[0], content=speech.content)
    named = _named(floor, source, words)
    return named or (NOBODY if speech.weak else _described(floor, source, words))


def _is_asked(floor: Floor, speech: Speech) -> bool:
    """Whether the question was put to the one named: "Asked if it had rained, Ann Reed said ...", "when asked why"."""
    if speech.cue_in(floor.text) != "asked":
        return False
    start = speech.cue[0][0]
    before = floor.text[max(0, start - _WORD_CHARS) : start].split()
    return start == floor.sentence_start(start) or (bool(before) and before[-1].lower() in _ASKED_BEHIND)


_ROLE_CHARS = 60
_WORD_CHARS = 12
_CREDIT_CHARS = 20
_CREDIT = re.compile(
    r"(?:\b(?:image|photo|picture)s? copyright|\b(?:credit|image|photo|picture)s?:)\s*$", re.IGNORECASE
)
_CREDIT_OPENS = re.compile(r"(?:image|photo|picture)s? copyright\b", re.IGNORECASE)
_ASKED_BEHIND = frozenset({"when", "if", "was", "were", "been", "being", "repeatedly"})


def _is_credited(floor: Floor, source: Extent) -> bool:
    """Whether a source is only whom a picture is credited to: "Image copyright Herald"."""
    before = _CREDIT.search(floor.text, max(0, source[0] - _CREDIT_CHARS), source[0])
    return before is not None or _CREDIT_OPENS.match(floor.text, *source) is not None


def _nearest_part(floor: Floor, speech: Speech) -> Extent:
    """The source whole, or where sentences, the cue or what is said part it, the piece nearest to the cue.

    No name is cut.
    """
    first, last = speech.source[0], speech.source[-1]
    whole = floor.sentence(first[0]) == floor.sentence(last[0])
    parted = any(first[1] <= start and end <= last[0] for start, end in (*speech.content, *speech.cue))
    if len(speech.source) == 1 or not speech.cue or (whole and not parted):
        return floor.widened((first[0], last[1]))
    cue = speech.cue[0]
    return floor.widened(min(speech.source, key=lambda part: max(cue[0] - part[1], part[0] - cue[1])))


def _named(floor: Floor, source: Extent, words: Sequence[str]) -> Voice | None:
    """The name in the head of a source, or the body an unnamed spokesperson speaks for."""
    head = _head_with_role(floor, source)
    here = floor.inside(head)
    people = [mention for mention in here if mention.kind is EntityKind.PERSON]
    if any(one.entity != other.entity and _joins(floor, one, other) for one, other in pairwise(people)):
        return NOBODY
    if people and _is_head(floor.text, people[-1], head):
        return floor.voice_of(people[-1])
    apposed = [m for m in floor.inside((head[1], source[1])) if m.kind is EntityKind.PERSON and _after_comma(floor, m)]
    if any(word in load_speakers().speaking_roles for word in words):
        return _spokesperson(floor, source, apposed)
    bodies = [mention for mention in here if mention.kind in BODIES]
    if len({mention.entity for mention in bodies}) > 1 and _joined(floor.text, bodies):
        return NOBODY
    if bodies and _is_head(floor.text, bodies[-1], head):
        return Voice(_with_opening(floor, head, bodies[-1]))
    holder = apposed[0] if len(apposed) == 1 else _holder_of_office(floor, source, head)
    return floor.voice_of(holder) if holder else None


def _with_opening(floor: Floor, head: Extent, body: EntityMention) -> str:
    """A body, by its words with the name in front where a place only ends them: "Harbour News [Orrin] reports"."""
    before = find_words(floor.text, head[0], body.span.start)
    alone = body.kind is not EntityKind.PLACE or not before or floor.text[before[-1].end : body.span.start] != " "
    if (
        alone
        or not floor.text[before[-1].start].isupper()
        or before[-1].form in load_grammar().introducing | load_grammar().determiners
    ):
        return body.entity
    return floor.text[before[-1].start : body.span.end]


def _joins(floor: Floor, one: EntityMention, other: EntityMention) -> bool:
    """Whether two people speak together, and it is not one who is told by the other: "Roe's attorney Ann Reed"."""
    between = find_words(floor.text, one.span.end, other.span.start)
    return (
        not between
        or bool(_JOINING & {word.form for word in between})
        or "," in floor.text[one.span.end : other.span.start]
    )


_JOINING = frozenset({"and", "or", "with"})


def _head_with_role(floor: Floor, source: Extent) -> Extent:
    """The head of a source, over a role that has a preposition in it: "Secretary of State Marco Rubio"."""
    head = _head(floor, source)
    for mention in floor.inside((head[1], source[1])):
        role = (mention.role or "").lower()
        if role and floor.text[source[0] : mention.span.start].strip().lower().endswith(role):
            begin = mention.span.start - len(role) - 1
            whose = floor.text[head[0] : begin].rstrip().endswith(("'s", "’s"))
            return (source[0], mention.span.end) if whose or begin <= head[0] + _ARTICLE_CHARS else head
    return head


def _holder_of_office(floor: Floor, source: Extent, head: Extent) -> EntityMention | None:
    """Who ends a source that opens with his office in full: "Ambassador to the United Nations Ann Reed"."""
    people = [m for m in floor.inside((head[1], source[1])) if m.kind is EntityKind.PERSON]
    noun = find_words(floor.text, *head)[-1:]
    if len(people) != 1 or people[0].role or not noun or people[0].span.end != source[1]:
        return None
    capital = floor.text[noun[0].start].isupper() and noun[0].form in load_speakers().roles
    before = floor.text[head[1] : people[0].span.start]
    return people[0] if capital and before[-2:-1].isalpha() and "," not in before else None


def _after_comma(floor: Floor, mention: EntityMention) -> bool:
    """Whether a comma stands before somebody, or before his role: "the lead author, Professor Ann Reed"."""
    before = floor.text[max(0, mention.span.start - _ROLE_CHARS) : mention.span.start].rstrip()
    return before.removesuffix(mention.role or "").rstrip().endswith(",")


def _joined(text: str, bodies: Sequence[EntityMention]) -> bool:
    """Whether two bodies speak together: "Moscow and Kyiv"."""
    between = text[bodies[-2].span.end : bodies[-1].span.start].split()
    return "and" in between


def _spokesperson(floor: Floor, source: Extent, people: Sequence[EntityMention]) -> Voice:
    """A spokesperson: by name where named, else the body spoken for, else the one met before."""
    inside = floor.inside(source)
    bodies = {m.entity for m in inside if m.kind is EntityKind.ORGANISATION}
    bodies = bodies or {m.entity for m in inside if m.kind is EntityKind.PLACE and _speaks_itself(floor, source, m)}
    body = next(iter(bodies)) if len(bodies) == 1 else None
    if len(people) == 1:
        return Voice(people[0].entity, people[0].speaks_for or body)
    if body:
        return Voice(body)
    return NOBODY if bodies else _unnamed_spokesperson(floor, source)


def _speaks_itself(floor: Floor, source: Extent, place: EntityMention) -> bool:
    """Whether a place is spoken for, and not only where that is: "of Berlin", no "organisers of the Berlin event"."""
    after = floor.text[place.span.end : source[1]].lstrip()[:1]
    return not (after.isalpha() or after in {"'", "’"}) or _SPEAKING.match(floor.text, place.span.end) is not None


def _unnamed_spokesperson(floor: Floor, source: Extent) -> Voice:
    """Of a body called by its noun ("a ministry spokesman", "a Berlin police spokesman"), or of the one met before."""
    words = find_words(floor.text, *source)
    speakers = load_speakers()
    place = next((at for at, word in enumerate(words) if word.form.removesuffix("'s") in speakers.bodies), None)
    if place is not None:
        seat = next((m for m in floor.inside(source) if m.span.end + 1 == words[place].start), None)
        if seat is not None and seat.kind is EntityKind.PLACE:
            return Voice(floor.text[seat.span.start : words[place].end])
        noun = words[place].form.removesuffix("'s")
        body = resolve_description(floor, (source[0], words[place].end), [words[0].form, noun])
        return body or _in_own_words(floor, words[: place + 1])
    if any(word.form in _FOR for word in words[1:]):
        return _in_own_words(floor, words)
    noun = next((word.form for word in words if word.form in speakers.speaking_roles), "")
    if words[0].form in _DEFINITE:
        return spokesperson_before(floor, source[0], noun)
    return body_before(floor, source[0], frozenset()) or NOBODY


def _in_own_words(floor: Floor, words: Sequence[Word]) -> Voice:
    """Whom a spokesperson speaks for, called as the text does: "a spokesman for the family", "a police spokesman"."""
    behind = next((at + 1 for at, word in enumerate(words[:-1]) if at and word.form in _FOR), 0)
    return Voice(name_in_own_words(floor, _head(floor, (words[behind].start, words[-1].end))))


_FOR = frozenset({"for", "of", "from", "with"})


def _head(floor: Floor, source: Extent) -> Extent:
    """The source up to its first comma, preposition or relative pronoun that stands in no name."""
    words = find_words(floor.text, *source)
    names = [mention.span.extent for mention in floor.inside(source)]
    for place, word in enumerate(words[1:], start=1):
        named = any(start < word.start < end for start, end in names)
        if not named and (word.form in _HEAD_ENDS or "," in floor.text[words[place - 1].end : word.start]):
            return source[0], words[place - 1].end
    return source


def _is_head(text: str, mention: EntityMention, head: Extent) -> bool:
    """Whether the name ends its phrase, but for a day or a document's noun: "Rex Roe today", "the Mint statement"."""
    rest = [word.form for word in find_words(text, mention.span.end, head[1])]
    if rest and rest[-1] in _TODAY:
        del rest[-1]
    return all(lemma_of(word) in load_speakers().documents or word in _BEFORE_DOCUMENTS for word in rest)


def _described(floor: Floor, source: Extent, words: Sequence[str]) -> Voice:
    """A speaker that is described and not named: "the spokesman", "the statement", "police"."""
    extent = _head(floor, source)
    head = [word.form for word in find_words(floor.text, *extent)] or list(words[-1:])
    owner = _owner_of_document(floor, source, extent, head)
    if owner is not None:
        return owner
    if words[0] in _DEFINITE:
        found = resolve_description(floor, extent, head)
        if found is not None:
            return found
    return Voice(name_in_own_words(floor, _with_whose(floor, source, extent, head[-1])))


def _with_whose(floor: Floor, source: Extent, extent: Extent, noun: str) -> Extent:
    """The head of a source and whose he is, where that alone tells who: "the head of the agency", "a friend of Roe"."""
    behind = find_words(floor.text, extent[1], source[1])
    if noun not in load_speakers().relational or len(behind) <= 1 or behind[0].form != "of":
        return extent
    return extent[0], _head(floor, (behind[1].start, source[1]))[1]


def _owner_of_document(floor: Floor, source: Extent, head: Extent, words: Sequence[str]) -> Voice | None:
    """Whose report or statement it is where a preposition names him: "a statement by President Aliyev"."""
    behind = find_words(floor.text, head[1], source[1])
    if words[-1] not in load_speakers().documents or not behind or behind[0].form not in _OWNED_BY:
        return None
    kinds = PERSONS | BODIES if behind[0].form != "in" else _ISSUERS
    owners = [m for m in floor.inside((head[1], source[1])) if m.kind in kinds]
    if owners:
        return floor.voice_of(owners[0])
    issuer = [word.form for word in behind[1:]]
    if len(issuer) != _THE_ISSUER or issuer[0] not in _DEFINITE or issuer[1] not in load_speakers().bodies:
        return None
    return resolve_description(floor, (behind[1].start, behind[2].end), issuer)


_THE_ISSUER = 2  # words: "a statement from the ministry"
