"""One word of a name in two spellings, wherever it stands: "Telsa" beside many a "Tesla"."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from twosource.crosscheck.by_article import group_by_article
from twosource.crosscheck.sides import Pairing
from twosource.crosscheck.wordings.spellings import TWO_SPELLINGS, Spelled, pair_spellings, pair_two, sound_alike
from twosource.crosscheck.wordings.thing_spellings import pair_thing_spellings
from twosource.model import Descent, EntityKind, EntityMention, Reading, Role, Span, Statement, span_of, text_of
from twosource.text.spelling import fold_agent

_WORD = re.compile(r"[A-Z][a-z]{4,}\b(?!-)")  # begins with the letter: a look behind would take three times as long
_INSIDE = frozenset(",;:“\"‘'’(-")  # or a letter: what stands before the blank before a word inside a sentence
_SHORTEST = 6  # letters; "Brian" and "Bran" are two names
_FEW = 2  # places of a slip, all in one text
_MORE = 5  # places of a slip in whatever texts, where the right spelling has far more
_FAR_MORE = 10  # times as many
_OFTEN = 3  # places of the right spelling, where it does not stand in the article of the slip
_ENDING = re.compile(r"(?:i?ans?|ns?|i|as?|o?s+)$")  # plurals, and who lives in a place
_NAME_BEHIND = re.compile(r" [A-Z][a-z]")
_NAME_BEFORE = re.compile(r"[a-z,] [A-Z][a-z]+ $")
_NAME_CHARS = 30
_SLOT = {EntityKind.PERSON: "person", EntityKind.PLACE: "place", EntityKind.ORGANISATION: "organisation"}
_SURE = 0.85  # a choice; see the page on findings for how many that were read are right

Places = Mapping[str, Sequence[tuple[str, int]]]
"""The articles and offsets where each word stands."""


def pair_word_slips(
    statements: Sequence[Statement], readings: Mapping[str, Reading], descents: Mapping[str, Descent]
) -> list[Pairing]:
    """For each word of a name that one text writes with a letter too many, too few or changed over, a place of each.

    Policy: the other spelling stands in the same article, or in three places. Two names of which nothing else is the
    same are two people, a word that is somewhere written small is no name, and a place and those who live there are
    two words. A letter that is replaced by another makes another name too often.
    """
    told = group_by_article(statements, readings)
    places = _places(readings)
    found = []
    for slip, right in _slips(places, descents):
        one, two = (_word_at(word, places[word], readings) for word in (right, slip))
        siblings = one.may_be_sibling(two) and len(places[right]) < _OFTEN
        if one.may_be_one_name(two) and not siblings and not _is_written_small((one, two), readings):
            sides = pair_two(*one.spelled_beside(two), told, readings, descents)
            if sides is not None:
                found.append(Pairing(one.slot_beside(two), *sides, TWO_SPELLINGS, _SURE))
    return found


def pair_all_spellings(
    statements: Sequence[Statement], readings: Mapping[str, Reading], descents: Mapping[str, Descent]
) -> list[Pairing]:
    """Every name in two spellings: of one word anywhere, of a person and of a thing, each two words once."""
    slips = pair_word_slips(statements, readings, descents)
    told = {_differing(slip) for slip in slips}
    others = pair_spellings(statements, readings, descents) + pair_thing_spellings(statements, readings, descents)
    return [*slips, *(p for p in others if not any(words <= _all_words(p) for words in told))]


def _differing(pairing: Pairing) -> frozenset[str]:
    return frozenset(pairing.left.value.split()) ^ frozenset(pairing.right.value.split())


def _all_words(pairing: Pairing) -> frozenset[str]:
    return frozenset(f"{pairing.left.value} {pairing.right.value}".split())


@dataclass(frozen=True)
class _Word:
    """A capitalised word, every place where it stands, and the names that it is part of."""

    word: str
    spans: tuple[Span, ...]
    mentions: tuple[EntityMention | None, ...]
    is_before_names: bool
    """Whether another capitalised word stands right behind it wherever it stands: "the Warden Orla Lind"."""
    is_behind_names: bool
    """Whether one stands right before it wherever it stands, inside a sentence: "the Orrin Herald"."""

    def may_be_one_name(self, other: _Word) -> bool:
        """Whether one of the two is only ever a name by itself, or both stand beside one other word.

        Policy: beside a whole name of a person, what stands by itself is a last name, or is taken for a person too;
        what no name covers and always stands before one is a title. What a body is called by behind another word
        ("Radio Orrina") is made from the name of a place, and no slip of it.
        """
        if not any(self.mentions) and not any(other.mentions):
            return False
        if (self._is_place and other._is_brand) or (other._is_place and self._is_brand):
            return False
        if self._beside and other._beside:
            return any(one & two for one in self._beside for two in other._beside)
        whole, alone = (self, other) if self._beside else (other, self)
        if alone.is_before_names and not any(alone.mentions):
            return False
        return whole.ends_names or alone.is_person

    def may_be_sibling(self, other: _Word) -> bool:
        """Whether an article sets both before one last name, of different length and sound: "Marina", "Martina"."""
        together = {s.article for s in self.spans} & {s.article for s in other.spans}
        a, b = self.word.lower(), other.word.lower()
        both_first = not self.ends_names and not other.ends_names
        return bool(together) and both_first and len(a) != len(b) and not sound_alike(a, b)

    @cached_property
    def _beside(self) -> list[frozenset[str]]:
        """The other words of each longer name that it is part of."""
        found = [frozenset(_words_of(m)) - {self.word} for m in self.mentions if m is not None]
        return [words for words in found if words]

    @property
    def is_person(self) -> bool:
        """Whether it is taken for a person somewhere."""
        return any(m is not None and m.kind is EntityKind.PERSON for m in self.mentions)

    @property
    def _is_place(self) -> bool:
        return any(m is not None and m.kind is EntityKind.PLACE for m in self.mentions)

    @property
    def _is_brand(self) -> bool:
        """Whether it stands behind another capitalised word wherever it stands, and is part of no place."""
        return self.is_behind_names and not self._is_place

    @property
    def ends_names(self) -> bool:
        """Whether it is the last word of a person's name, or part of no person's."""
        people = [_words_of(m) for m in self.mentions if m is not None and m.kind is EntityKind.PERSON]
        return not people or any(words[-1:] == (self.word,) for words in people)

    def slot_beside(self, other: _Word) -> str:
        """The slot of the name that it is part of, by the first that is known."""
        kinds = [m.kind for m in (*self.mentions, *other.mentions) if m is not None]
        return _SLOT.get(kinds[0], "other") if kinds else "other"

    def spelled_beside(self, other: _Word) -> tuple[Spelled, Spelled]:
        """Both as they are shown: the word where it is a name by itself, else with the words that both stand beside."""
        alone = len(self._beside) < len(self.mentions) or len(other._beside) < len(other.mentions)
        pairs = (one & two for one in self._beside for two in other._beside)
        shared: frozenset[str] = frozenset() if alone else next((words for words in pairs if words), frozenset())
        return (self._spelled(shared), other._spelled(shared))

    def _spelled(self, shared: frozenset[str]) -> Spelled:
        names = (_words_of(m) for m in self.mentions if m is not None)
        words = next((n for n in names if shared and not shared.isdisjoint(n)), (self.word,))
        shown = tuple(w for w in words if w == self.word or w in shared)
        return Spelled(shown, self.spans, is_person=False)


def _words_of(mention: EntityMention) -> tuple[str, ...]:
    return tuple(re.findall(r"[A-Z][\w-]+", mention.span.quote))


def _places(readings: Mapping[str, Reading]) -> dict[str, list[tuple[str, int]]]:
    found: dict[str, list[tuple[str, int]]] = {}
    for article in sorted(readings):
        reading, text = readings[article], readings[article].article.text
        for passage in reading.passages:
            if passage.role is not Role.FURNITURE:
                for word in _WORD.finditer(text, *passage.span.extent):
                    start = word.start()
                    before = text[max(0, start - 2) : start]
                    if before[1:] == " " and (before[0].isalnum() or before[0] in _INSIDE):
                        found.setdefault(word[0], []).append((article, start))
    return found


def _slips(places: Places, descents: Mapping[str, Descent]) -> Iterator[tuple[str, str]]:
    """Every rare word and the more frequent one that it is a letter away from, in order; no plural of a name is one."""
    longer: dict[str, list[str]] = defaultdict(list)
    for word in sorted(places):
        for shortened in _shortened(word):
            longer[shortened].append(word)
    for slip in sorted(places):
        if len(places[slip]) <= _MORE:
            texts = {text_of(article, descents) for article, _ in places[slip]}
            rare = len(texts) == 1 and len(places[slip]) <= _FEW
            close = {*_shortened(slip), *_changed_over(slip), *longer.get(slip, ())}
            for right in sorted(w for w in close if w in places):
                if (
                    (rare or len(places[right]) >= _FAR_MORE * len(places[slip]))
                    and _is_of(slip, right, places)
                    and not (right.endswith("s") and right[:-1] in places)
                    and not _are_two_words(slip, right)
                ):
                    yield slip, right


def _is_of(slip: str, right: str, places: Places) -> bool:
    """Whether the right spelling is the more frequent one, or the first of two that stand in one article."""
    one, two = places[slip], places[right]
    beside = not {article for article, _ in one}.isdisjoint(article for article, _ in two)
    more = len(two) > len(one) or (len(two) == len(one) and two[0] < one[0])
    return more and (beside or len(two) >= _OFTEN)


def _shortened(word: str) -> Iterator[str]:
    """A long word without one of its letters, but the first and the last."""
    return (word[:n] + word[n + 1 :] for n in range(1, len(word) - 1) if len(word) >= _SHORTEST)


def _changed_over(word: str) -> Iterator[str]:
    """A word with two letters changed over, but the first."""
    return (word[:n] + word[n + 1] + word[n] + word[n + 2 :] for n in range(1, len(word) - 1) if word[n] != word[n + 1])


def _are_two_words(one: str, two: str) -> bool:
    """Whether two words differ in number, in British spelling, or as a place and those who live there."""
    a, b = one.lower(), two.lower()
    return fold_agent(a) == fold_agent(b) or _ENDING.sub("", a) == _ENDING.sub("", b)


def _word_at(word: str, places: Sequence[tuple[str, int]], readings: Mapping[str, Reading]) -> _Word:
    spans = tuple(span_of(readings[article].article, start, start + len(word)) for article, start in places)
    titles = all(_NAME_BEHIND.match(readings[s.article].article.text, s.end) for s in spans)
    behind = all(
        _NAME_BEFORE.search(readings[s.article].article.text, max(0, s.start - _NAME_CHARS), s.start) for s in spans
    )
    return _Word(word, spans, tuple(_mention_at(span, readings[span.article]) for span in spans), titles, behind)


def _mention_at(span: Span, reading: Reading) -> EntityMention | None:
    return next((m for m in reading.entities if m.span.start <= span.start < m.span.end), None)


def _is_written_small(words: Sequence[_Word], readings: Mapping[str, Reading]) -> bool:
    small = re.compile(rf"\b(?:{'|'.join(w.word.lower() for w in words)})\b")
    return any(small.search(reading.article.text) for reading in readings.values())
