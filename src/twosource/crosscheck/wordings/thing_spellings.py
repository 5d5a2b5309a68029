"""One named thing in two spellings: "Scooteney Road" in one article and "Scootney Road" in another."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import combinations

from twosource.crosscheck.by_article import group_by_article
from twosource.crosscheck.sides import Pairing
from twosource.crosscheck.wordings.spellings import TWO_SPELLINGS, Spelled, is_slip, pair_two, words_of_name
from twosource.model import Descent, EntityKind, Reading, Role, Span, Statement, span_of
from twosource.text.months import MONTHS
from twosource.text.spelling import begin_alike, fold_agent
from twosource.text.word_classes import load_word_classes

_SLOT = {EntityKind.PLACE: "place", EntityKind.ORGANISATION: "organisation"}
_QUOTED = re.compile(r"[“\"‘'](?:The )?(?P<name>[A-Z][\w’-]+(?: [A-Z][\w-]+){1,3})[,.]?[”\"’']")
_CAPITALISED = re.compile(r"[A-Z][\w’'-]+")
_OWNED = re.compile(r"['’]s?$")
_COUNTY = frozenset({"county", "parish", "township", "district", "province"})  # neighbours are often called alike
_RUN = re.compile(r"[A-Z][\w’-]+(?: (?:(?:of|for|on) (?:the )?)?[A-Z][\w’-]+){1,4}")  # begins with the letter: fast
_DAY = re.compile(rf"day\b|\b(?:{'|'.join(m.capitalize() for m in MONTHS)})\b")
_ARTICLE = len("The ")
_JOINTS = frozenset({"of", "for", "on"})
_SHOWN = 3  # words of a long name that are shown
_NEAR_SYNONYMS = frozenset({frozenset({"airways", "airlines"}), frozenset({"mining", "minerals"})})
_LONG_NAME = 3  # words of a name that is known by the others
_ADDED = frozenset({"e", "l", "al"})  # "human", "humane"; "transition", "transitional"
_ADDED_INSIDE = _ADDED | {"s"}
_STEM_SHARE = 0.7  # of the longer form: "distribution", "distributors"
_TITLE_AND_BODY = {"minister", "ministry"}
_OF_A_PLACE = re.compile(r"(?:i?an|n|a)$")
_ENDING_LETTERS = 2
_SURE = 0.8  # a choice: one word of two or more differs by a letter or two

Name = tuple[str, ...]


def pair_thing_spellings(
    statements: Sequence[Statement], readings: Mapping[str, Reading], descents: Mapping[str, Descent]
) -> list[Pairing]:
    """For each two spellings of a name of two words or more that is no person's, the first place of each.

    Policy: all words but one must be the same, and that one a letter or two apart, or in a long name another form; or
    the same but for a small word inside. British and American spelling, another number at the end and two counties are
    no second spelling. Titles in quotation marks count as names, and capitalised words that were taken for none where
    the other spelling is a name.
    """
    told = group_by_article(statements, readings)
    things = _things(readings)
    found = []
    for one, two, slot in (*_close_things(things, readings), *_joined_otherwise(things, readings)):
        sides = pair_two(one, two, told, readings, descents)
        if sides is not None:
            found.append(Pairing(slot, *sides, TWO_SPELLINGS, _SURE))
    return found


@dataclass
class _Thing:
    """A named thing: how it is first written, what the annotator takes it for, and where it stands."""

    words: Name
    kind: EntityKind | None = None
    places: list[tuple[str, int, int]] = field(default_factory=list)

    def spans(self, readings: Mapping[str, Reading]) -> tuple[Span, ...]:
        """Every place where it stands."""
        return tuple(span_of(readings[article].article, start, end) for article, start, end in self.places)

    @property
    def slot(self) -> str:
        """The slot that a name of its kind is in."""
        return _SLOT.get(self.kind or EntityKind.OTHER, "other")

    def spelled(self, place: int, readings: Mapping[str, Reading]) -> Spelled:
        """The same, as spellings are looked up: the word at a place with its neighbours, as they stand in a text."""
        spans = self.spans(readings)
        first = max(0, min(place - 1, len(self.words) - _SHOWN))
        shown = [m.span() for m in _CAPITALISED.finditer(spans[0].quote)][first : first + _SHOWN]
        name = _OWNED.sub("", spans[0].quote[shown[0][0] : shown[-1][1]])
        return Spelled(self.words, spans, is_person=False, shown=name)


def _close_things(
    things: Mapping[Name, _Thing], readings: Mapping[str, Reading]
) -> Iterator[tuple[Spelled, Spelled, str]]:
    for one, two in _close(list(things)):
        if things[one].kind is not None or things[two].kind is not None:
            place = next(n for n, (a, b) in enumerate(zip(one, two, strict=True)) if a != b)
            if _is_a_common_word(things[one], place, readings) or _is_a_common_word(things[two], place, readings):
                continue
            known = things[one] if things[one].kind is not None else things[two]
            yield things[one].spelled(place, readings), things[two].spelled(place, readings), known.slot


def _is_a_common_word(thing: _Thing, place: int, readings: Mapping[str, Reading]) -> bool:
    """Whether a word of what no tagger took for a name is written small elsewhere: "While House and Senate agree".

    Policy: a word inside a longer name is part of it, however common: "Centre for Human Crafts".
    """
    if thing.kind is not None or (len(thing.words) >= _LONG_NAME and 0 < place < len(thing.words) - 1):
        return False
    small = re.compile(rf"\b{re.escape(thing.words[place].lower())}\b")
    return any(small.search(readings[article].article.text) for article, _, _ in thing.places)


def _joined_otherwise(
    things: Mapping[Name, _Thing], readings: Mapping[str, Reading]
) -> Iterator[tuple[Spelled, Spelled, str]]:
    """Every two names that differ in a small word inside: "Committee of the Cross", "Committee for the Cross"."""
    for name in sorted(n for n, thing in things.items() if thing.kind is not None and len(thing.places) > 1):
        forms: dict[Name, list[Span]] = {}
        for span in things[name].spans(readings):
            forms.setdefault(_joints_of(span.quote), []).append(span)
        for one, two in combinations(sorted(forms), 2):
            if abs(len(one) - len(two)) < 2 and _JOINTS.issuperset((*one, *two)):
                yield _as_written(forms[one]), _as_written(forms[two]), things[name].slot


def _as_written(spans: Sequence[Span]) -> Spelled:
    name = _whole_name(spans[0].quote)
    return Spelled(tuple(name.split()), tuple(spans), is_person=False, shown=name)


def _joints_of(quote: str) -> Name:
    """The small words between the first and the last capitalised word of a name."""
    return tuple(w for w in re.findall(r"\b[a-z]+\b", _OWNED.sub("", _whole_name(quote))) if w not in {"the", "s"})


def _whole_name(quote: str) -> str:
    words = [m.span() for m in _CAPITALISED.finditer(quote)]
    return " ".join(quote[words[0][0] : words[-1][1]].split())


def _things(readings: Mapping[str, Reading]) -> dict[Name, _Thing]:
    """Every name that is no person's, every quoted title and every run of capitals, by its words in lower case."""
    things: dict[Name, _Thing] = {}
    for article in sorted(readings):
        text = readings[article].article.text
        for start, end, kind in (*_named(readings[article]), *_written_large(readings[article])):
            words = words_of_name(text[start:end])
            if len(words) > 1:
                thing = things.setdefault(_in_small(words), _Thing(words))
                thing.kind = thing.kind or kind
                thing.places.append((article, start, end))
    return things


@lru_cache(maxsize=16_384)
def _in_small(words: Name) -> Name:
    return tuple(w.lower() for w in words)


def _named(reading: Reading) -> Iterator[tuple[int, int, EntityKind | None]]:
    yield from ((*m.span.extent, m.kind) for m in reading.entities if m.kind is not EntityKind.PERSON)


def _written_large(reading: Reading) -> Iterator[tuple[int, int, EntityKind | None]]:
    """Titles in quotation marks, and runs of capitalised words that may be names."""
    text = reading.article.text
    for passage in reading.passages:
        if passage.role is not Role.FURNITURE:
            for found in _QUOTED.finditer(text, *passage.span.extent):
                yield (*found.span("name"), EntityKind.OTHER)
            for found in _RUN.finditer(text, *passage.span.extent):
                start, end = found.span()
                if not text[start - 1 : start].isalnum() and not _DAY.search(text, start, end):
                    yield (start + _ARTICLE if text.startswith("The ", start) else start, end, None)


def _close(names: Sequence[Name]) -> Iterator[tuple[Name, Name]]:
    """Every two names that differ in one word by a slip, in order; of those that also differ by a plural, the first."""
    holders: dict[tuple[int, int, Name], list[Name]] = {}
    for name in sorted(names):
        folded = tuple(map(fold_agent, name))
        for place in range(len(name)):
            rest = folded[:place] + folded[place + 1 :]
            holders.setdefault((len(name), place, rest), []).append(name)
    seen: set[tuple[Name, str, str]] = set()
    shared = sorted(item for item in holders.items() if len(item[1]) > 1)
    for (_, place, rest), alike in shared:
        for one, two in combinations(alike, 2):
            first, second = sorted((fold_agent(one[place]), fold_agent(two[place])))
            fresh = (rest, first, second) not in seen and _COUNTY.isdisjoint(rest) and not _is_plural(one, two, place)
            if fresh and (_are_two_spellings(first, second) or _are_two_forms(one, two, place)):
                seen.add((rest, first, second))
                yield one, two


def _is_plural(one: Name, two: Name, place: int) -> bool:
    """Whether the last word of one name is that of the other in the plural: "Harbour Hero", "Harbour Heroes"."""
    short, long = sorted((one[place], two[place]), key=len)
    return place == len(one) - 1 and long == f"{short}es"


def _are_two_forms(one: Name, two: Name, place: int) -> bool:
    """Whether two names of three words or more have one of them in two forms: "Crime Division", "Crimes Division".

    Policy: a plural at the end is another number of the thing itself ("Academy Awards"), so it is none.

    >>> _are_two_forms(("harbour", "crime", "division"), ("harbour", "crimes", "division"), 1)
    True
    >>> _are_two_forms(("tide", "service", "awards"), ("tide", "service", "award"), 2)
    False
    """
    short, long = sorted((one[place], two[place]), key=len)
    if frozenset((short, long)) in _NEAR_SYNONYMS:
        return True
    if _is_made_of(long, short) or {short, long} == _TITLE_AND_BODY:
        return False
    plural = long == f"{short}s"
    if (
        len(one) < _LONG_NAME
        or (not plural and fold_agent(short) == fold_agent(long))
        or "-" in short + long
        or "'" in short + long
    ):
        return False
    if long.startswith(short):
        if place == 0 and plural:  # "the Departments of Labor and Justice"
            return False
        return long[len(short) :] in (_ADDED if place == len(one) - 1 else _ADDED_INSIDE)
    stem = begin_alike(short, long)
    return stem >= _STEM_SHARE * len(long)


def _are_two_spellings(one: str, two: str) -> bool:
    """Whether two words are one but for a slip, and not a place and those who live there.

    >>> _are_two_spellings("scootney", "scooteney"), _are_two_spellings("carolina", "carolinian")
    (True, False)
    """
    joined = "-" in one + two or {one, two} == _TITLE_AND_BODY or _OF_A_PLACE.sub("", one) == _OF_A_PLACE.sub("", two)
    joined = joined or not load_word_classes().stopwords.isdisjoint((one, two))  # "While House and Senate agree"
    return not joined and not _is_made_of(one, two) and not _is_made_of(two, one) and is_slip(one, two)


def _is_made_of(long: str, short: str) -> bool:
    """Whether a word is made of another: who lives in a place, the office of who holds it, a creed and who holds it.

    >>> _is_made_of("antonian", "antonio"), _is_made_of("presidency", "president"), _is_made_of("paula", "paulo")
    (True, True, False)
    """
    if {long[-3:], short[-3:]} == {"ism", "ist"}:
        return True
    stem = long.removesuffix("an").rstrip("i") if long.endswith("an") else long.removesuffix("cy")
    return stem != long and short.startswith(stem) and len(short) - len(stem) <= _ENDING_LETTERS
