"""Who is on the floor: the names of one article by place, and who has spoken so far."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from twosource.annotate.attribution.speakers import load_given_names, load_speakers
from twosource.model import EntityKind, EntityMention, Extent
from twosource.text.sentences import split_sentences

BODIES = frozenset({EntityKind.ORGANISATION, EntityKind.PLACE})
PERSONS = frozenset({EntityKind.PERSON})
_OPENING_WORDS = 5  # a name further into its sentence than this is rarely its subject
_MEMORY_SENTENCES = 4  # a pronoun further from its speaker than this is not resolved
_MALE_TITLES = ("Mr", "Mr.", "Sir", "Lord", "King", "Prince")
_FEMALE_TITLES = ("Mrs", "Mrs.", "Ms", "Ms.", "Miss", "Dame", "Lady", "Queen", "Princess")
_OWN = re.compile(
    r"(?:(?!\b(?:said|says?|told|tells?|that|who|whom|when|as|because|after|before|if)\b)[^,.;:!?\"“”\n])*?"
    r"\b(?P<own>his|himself|herself|her(?=\s(?!to\b|in\b|at\b|on\b|and\b|with\b|for\b|from\b|by\b|the\b|a\b|as\b|when\b)\w))\b"
)
_IN_FRONT = re.compile(r"\b(?P<noun>[A-Za-z]+),? $")
_NOUN_CHARS = 20
_AUXILIARY = re.compile(r"\b(?:is|are|was|were|be|been|as)\b|^(?:For|To|With|From|By|Of)\b")
_ACTED_ON = re.compile(
    r"(?:,[^,.\n]{1,60},)?\s+(?:also\s+)?(?:died|dead\b"
    r"|(?:was|were|is|has been|had been|remains)\s+(?:\w+ly\s+|also\s+)?"
    r"(?:\w+ed\b|(?:dead|shot|found|taken|struck|hit|seen|held|in custody)\b))"
)


class Voice(NamedTuple):
    """A speaker: canonical name, and the body spoken for."""

    name: str | None
    speaks_for: str | None = None


NOBODY = Voice(None)


class Said(NamedTuple):
    """One resolved speaker, as later sentences may refer to it."""

    place: int
    voice: Voice
    kind: EntityKind | None
    """None for a speaker that is no name of the article."""
    words: str
    """Its source, lower case: "a spokesperson of the ministry"."""
    issued: str
    """Its cue and what follows, lower case: "said in a statement on"."""
    number: int
    """Which attribution it is."""
    outer: int | None
    """The attribution that tells of this one: "[Roe said] Reed had told him that ..."."""


class Floor:
    """The names of an article by place, the subjects of its sentences, and who has spoken so far."""

    def __init__(self, text: str, mentions: Sequence[EntityMention]) -> None:
        self.text = text
        self.mentions = sorted(mentions, key=lambda mention: mention.span.start)
        self.said: list[Said] = []
        self._places = [mention.span.start for mention in self.mentions]
        self._sentences = [start for start, _ in split_sentences(text)] or [0]
        self._first = {mention.entity: mention for mention in reversed(self.mentions)}
        self._kinds = {mention.entity: mention.kind for mention in self.mentions}
        self._openers = [mention for mention in self.mentions if self._opens(mention)]
        self._opener_places = [mention.span.start for mention in self._openers]
        self._sex = self._sexes()
        self._bodies = self._bodies_spoken_for()
        self._by_noun = self._mentions_by_noun()

    def sentence(self, place: int) -> int:
        """The number of the sentence at a place."""
        return bisect_right(self._sentences, place) - 1

    def near(self, earlier: int, place: int) -> bool:
        """Whether two places are few enough sentences apart for a pronoun."""
        return self.sentence(place) - self.sentence(earlier) <= _MEMORY_SENTENCES

    def inside(self, extent: Extent) -> list[EntityMention]:
        """The mentions that lie in a range."""
        first, after = bisect_left(self._places, extent[0]), bisect_left(self._places, extent[1])
        return [mention for mention in self.mentions[first:after] if mention.span.end <= extent[1]]

    def widened(self, extent: Extent) -> Extent:
        """A range, grown over the names that it cuts."""
        first, after = bisect_left(self._places, extent[0]), bisect_left(self._places, extent[1])
        cut = self.mentions[max(0, first - 1) : after]
        spans = [m.span for m in cut if m.span.start < extent[1] and extent[0] < m.span.end]
        return min([extent[0], *(s.start for s in spans)]), max([extent[1], *(s.end for s in spans)])

    def kind(self, entity: str | None) -> EntityKind | None:
        """What an entity of the article is."""
        return self._kinds.get(entity) if entity else None

    def openers(self, start: int, end: int, kinds: frozenset[EntityKind]) -> list[EntityMention]:
        """The names of some kinds that open a sentence between two places."""
        first, after = bisect_left(self._opener_places, start), bisect_left(self._opener_places, end)
        return [mention for mention in self._openers[first:after] if mention.kind in kinds]

    def within(self, start: int, end: int) -> list[EntityMention]:
        """The mentions that begin between two places."""
        return self.mentions[bisect_left(self._places, start) : bisect_left(self._places, end)]

    def voice_of(self, mention: EntityMention) -> Voice:
        """The voice of somebody named, with the body he speaks for."""
        return Voice(mention.entity, mention.speaks_for or self.usual_body(mention.entity))

    def sentence_start(self, place: int) -> int:
        """Where the sentence at a place begins."""
        return self._sentences[max(0, self.sentence(place))]

    def sentence_end(self, place: int) -> int:
        """Where the sentence behind the one at a place begins."""
        number = self.sentence(place) + 1
        return self._sentences[number] if number < len(self._sentences) else len(self.text)

    def memory_start(self, place: int) -> int:
        """Where the sentences begin that a pronoun at a place may refer to."""
        return self._sentences[max(0, self.sentence(place) - _MEMORY_SENTENCES)]

    def usual_body(self, entity: str) -> str | None:
        """The one body that a person speaks for anywhere in the article."""
        bodies = self._bodies.get(entity, set())
        return next(iter(bodies)) if len(bodies) == 1 else None

    def ending_in(self, noun: str, place: int) -> list[EntityMention]:
        """The first mention of each entity before a place whose role, or whose longer name, ends in a noun."""
        return [mention for mention in self._by_noun.get(noun, {}).values() if mention.span.start < place]

    def recent(self, place: int) -> Iterator[Said]:
        """Who has spoken within reach of a pronoun at a place, the last first."""
        for said in reversed(self.said):
            if not self.near(said.place, place):
                return
            if said.place < place:
                yield said

    def may_be(self, entity: str | None, pronoun: str) -> bool:
        """Whether titles, roles and given names let "he" or "she" mean this person."""
        sex = self._sex.get(entity or "")
        return sex is None or pronoun not in {"he", "she"} or sex == pronoun

    def is_first(self, mention: EntityMention) -> bool:
        """Whether somebody is named here for the first time, in full."""
        return self._first[mention.entity] is mention and " " in mention.span.quote

    def is_acting(self, mention: EntityMention) -> bool:
        """Whether somebody is the subject of a sentence, and nothing was done to him: no "Reed, 45, was arrested"."""
        before = self.text[self.sentence_start(mention.span.start) : mention.span.start]
        return not (_AUXILIARY.search(before) or _ACTED_ON.match(self.text, mention.span.end))

    def _opens(self, mention: EntityMention) -> bool:
        start = self._sentences[max(0, self.sentence(mention.span.start))]
        return self.text.count(" ", start, mention.span.start) <= _OPENING_WORDS

    def _sexes(self) -> dict[str, str]:
        found: dict[str, str] = {}
        for mention in self.mentions:
            if mention.kind is EntityKind.PERSON:
                sex = self._sex_of(mention)
                if sex:
                    found.setdefault(mention.entity, sex)
        return self._sexes_by_own_words(found) | found

    def _sexes_by_own_words(self, known: Mapping[str, str]) -> dict[str, str]:
        """The sex of those who open a sentence, as the only person in it, that goes on with "his" or "her" own.

        "Reed posted a picture of [her] cousin": whose cousin it is. What stands behind a verb of speech, a comma or a
        quotation mark may be anybody's, an object ("met her") is somebody else, and two sexes are none. Of 43 people of
        652 articles one got the wrong one.
        """
        seen: dict[str, list[str]] = {}
        for mention in self._openers:
            if mention.kind is EntityKind.PERSON and mention.entity not in known:
                end = self.sentence_end(mention.span.start)
                own = _OWN.match(self.text, mention.span.end, end)
                others = {
                    m.entity for m in self.within(self.sentence_start(mention.span.start), end) if m.kind in PERSONS
                }
                if own and len(others) == 1:
                    seen.setdefault(mention.entity, []).append("he" if own["own"].startswith("hi") else "she")
        return {who: forms[0] for who, forms in seen.items() if len(set(forms)) == 1}

    def _sex_of(self, mention: EntityMention) -> str | None:
        before = self.text[max(0, mention.span.start - 10) : mention.span.start].split()
        title = before[-1].strip("\"“‘'(") if before else ""
        role = (mention.role or "").lower()
        if title in _FEMALE_TITLES or role.endswith("woman"):
            return "she"
        if title in _MALE_TITLES or role.endswith(("sman", "rman", "king")):
            return "he"
        given = mention.entity.split()
        return load_given_names().get(given[0].lower()) if len(given) > 1 else None

    def _bodies_spoken_for(self) -> dict[str, set[str]]:
        found: dict[str, set[str]] = {}
        for mention in self.mentions:
            if mention.speaks_for:
                found.setdefault(mention.entity, set()).add(mention.speaks_for)
        return found

    def _called(self, mention: EntityMention) -> tuple[str, ...]:
        """The office or the relation that stands right in front of a person: "Coroner Roe", "the boy's uncle, Roe"."""
        if mention.kind is not EntityKind.PERSON:
            return ()
        start, speakers = mention.span.start, load_speakers()
        before = _IN_FRONT.search(self.text, max(0, start - _NOUN_CHARS), start)
        noun = before["noun"].lower() if before else ""
        return (noun,) if noun in speakers.offices | speakers.men | speakers.women else ()

    def _mentions_by_noun(self) -> dict[str, dict[str, EntityMention]]:
        found: dict[str, dict[str, EntityMention]] = {}
        for mention in self.mentions:
            role, name = (mention.role or "").lower().split(), mention.entity.lower().split()
            for noun in {*role[-1:], *_nouns_of(name), *self._called(mention)}:
                found.setdefault(noun, {}).setdefault(mention.entity, mention)
        return found


def _nouns_of(name: list[str]) -> list[str]:
    """The nouns that tell what a longer name names: its last word, and the one before "of" ("Bank of Ghana")."""
    if len(name) < 2:
        return []
    return [*name[-1:], *(name[name.index("of") - 1 : name.index("of")] if "of" in name[1:] else ())]
