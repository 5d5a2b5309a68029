"""One name in two spellings: "Rait" in one article and "Raite" in another cannot both be right."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import accumulate, combinations

from twosource.crosscheck.by_article import group_by_article
from twosource.crosscheck.decision import Decision
from twosource.crosscheck.quoting import clause_at, quote_around
from twosource.crosscheck.sides import Pairing, is_one_text, side_of, when_reported
from twosource.crosscheck.wordings.transliterations import (
    are_romanised_twice,
    differ_in_endings_or_vowels,
    is_marked,
    may_be_romanised,
)
from twosource.model import (
    SPELLED_TWO_WAYS,
    Descent,
    EntityKind,
    EntityMention,
    Reading,
    ReadingOf,
    Role,
    Side,
    Span,
    Statement,
    span_of,
)
from twosource.text.normalise import fold
from twosource.text.spelling import fold_ending, fold_sound, letters_apart
from twosource.text.word_classes import load_word_classes

_KINDS = frozenset({EntityKind.PERSON, EntityKind.OTHER, EntityKind.ORGANISATION})
"""A slip is often too odd a name to be taken for a person's."""
_SHORTEST = 5  # letters: "Hall" and "Hill" are two names
_SHORTEST_SOUND = 3  # letters: "Jon", "John"
_NAME_WORDS = 3  # of a name that a title runs into
_HEARD_BEHIND = "sedtn"
_LONG = 7  # letters from which two of them may differ: "Wilkerson", "Wilkson"
_CAPITALISED = re.compile(r"(?<=[a-z,] )[A-Z][a-z]{5,}(?=['’]s\b|[ .,;])")  # inside a sentence, six letters or more
_NAME_WORD = re.compile(r"[A-Z][\w’'-]+")
_OWNED = re.compile(r"['’]s?$")
_PROPHET = re.compile(r"^m[aou]h+[aou]m+[aeou][dt]$")  # the name most often spelled in many ways
_TITLED = re.compile(
    r"\b(?:president|minister|chancellor|premier|king|queen|prince|mr|mrs|ms|dr|sir|senator|sen|governor|gov|secretary)"
    r"\.? $",
    re.IGNORECASE,
)
_BEFORE_PLURALS = re.compile(r"\b(?:many|some|all|these|those|few|several|our|their|your|my) $", re.IGNORECASE)
_TITLE_CHARS = 12
_SIC = re.compile(r"[”\"’']?\s?[\[(]sic\b")
_BREATH = 30  # characters between two names of one phrase: "Hamas Interior Minister Fathi Hamad"
_SAME_PERSON = 0.9  # a choice: both names but for a letter or two, in one story
TWO_SPELLINGS = Decision(ReadingOf.CONFLICT, SPELLED_TWO_WAYS)


@dataclass(frozen=True)
class Spelled:
    """A name as it is written in a story, and every place where it stands."""

    words: tuple[str, ...]
    spans: tuple[Span, ...]
    is_person: bool
    is_titled: bool = False
    """Whether a title stands before it somewhere, so that it is a last name."""
    shown: str = ""
    """How it is shown, where that is not its last words."""

    @cached_property
    def articles(self) -> frozenset[str]:
        """The articles that write it so."""
        return frozenset(s.article for s in self.spans)


def pair_spellings(
    statements: Sequence[Statement], readings: Mapping[str, Reading], descents: Mapping[str, Descent]
) -> list[Pairing]:
    """For each two spellings of one person's name in a story, the first place of each.

    Policy: first and last name must be there on both sides, one the same and the other a letter or two apart; a last
    name alone is a slip of the only name in its article that it is close to. Transliterations, short forms ("Steve"),
    case and accents are no second spelling; nor are two first names that one article sets beside one last name, for
    brothers and sisters are often called alike, but not so that both sound the same ("Zachary", "Zackary"). Which
    spelling is right is not said.
    """
    names = _names_of(readings)
    told = group_by_article(statements, readings)
    close = (pair for pair in _close(names, readings) if not _is_one_noun(*pair, readings))
    pairs = (pair_two(one, two, told, readings, descents) for one, two in close)
    return [Pairing("person", *sides, TWO_SPELLINGS, _SAME_PERSON) for sides in pairs if sides is not None]


def pair_two(
    one: Spelled,
    two: Spelled,
    told: Mapping[str, Sequence[Statement]],
    readings: Mapping[str, Reading],
    descents: Mapping[str, Descent],
) -> tuple[Side, Side] | None:
    """The first place of each of two spellings, the earlier first.

    Policy: two ways to write a name of another script are both right, and an editor may have changed a text: no pair.
    An article that has both spellings shows best that one is a slip. What is marked as written so elsewhere ("[sic]")
    is no slip of the article.
    """
    if _are_written_from_another_script(one, two, readings) or any(_is_marked_so(n, readings) for n in (one, two)):
        return None
    both = one.articles & two.articles
    left, right = (_first_place(name, told, readings, both or name.articles) for name in (one, two))
    if left is None or right is None or is_one_text(left, right, descents) or _is_one_wording(left, right):
        return None
    return (left, right) if when_reported(left) <= when_reported(right) else (right, left)


def _is_marked_so(name: Spelled, readings: Mapping[str, Reading]) -> bool:
    return any(_SIC.match(readings[s.article].article.text, s.end) for s in name.spans)


def _is_one_wording(left: Side, right: Side) -> bool:
    """Whether one side quotes all words of the other: they were cut into names in two ways."""
    one, two = (fold(side.span.quote).text for side in (left, right))
    return one in two or two in one


def _names_of(readings: Mapping[str, Reading]) -> list[Spelled]:
    places: dict[tuple[str, ...], list[EntityMention]] = {}
    unnamed: dict[tuple[str, ...], list[Span]] = {}
    for article in sorted(readings):
        for span in _unnamed(readings[article]):
            unnamed.setdefault((span.quote,), []).append(span)
        text = readings[article].article.text
        for mention in readings[article].entities:
            words = words_of_name(mention.span.quote)
            person = mention.kind is EntityKind.PERSON
            named = (len(words) > 1 and person) or (len(words) == 1 and mention.kind in _KINDS)
            noun = _stands_by_a_number(text, mention.span) or _is_plural_noun(text, mention.span.start)
            several = mention.span.quote.endswith("s") and text.endswith("the ", 0, mention.span.start)
            if named and not (noun or several):
                places.setdefault(words, []).append(mention)
    named_ones = [_spelled(words, found, readings) for words, found in sorted(places.items())]
    rest = ((words, spans) for words, spans in sorted(unnamed.items()) if words not in places)
    return [*named_ones, *(Spelled(words, tuple(spans), is_person=False) for words, spans in rest)]


@lru_cache(maxsize=16_384)
def words_of_name(quote: str) -> tuple[str, ...]:
    """The capitalised words of a name, without a possessive at its end.

    >>> words_of_name("the Ministry of Trade's")
    ('Ministry', 'Trade')
    """
    return tuple(_NAME_WORD.findall(_OWNED.sub("", quote)))


def _spelled(words: tuple[str, ...], found: Sequence[EntityMention], readings: Mapping[str, Reading]) -> Spelled:
    spans = tuple(m.span for m in found)
    before = ((readings[s.article].article.text[max(0, s.start - _TITLE_CHARS) : s.start]) for s in spans)
    is_person = any(m.kind is EntityKind.PERSON for m in found)
    return Spelled(words, spans, is_person, is_titled=any(_TITLED.search(words_before) for words_before in before))


def _unnamed(reading: Reading) -> Iterator[Span]:
    """Capitalised words inside sentences that no name covers: a slip can be too odd to be taken for a name."""
    covered = sorted(m.span.extent for m in reading.entities)
    starts, ends = [start for start, _ in covered], list(accumulate((end for _, end in covered), max))
    for passage in reading.passages:
        if passage.role is not Role.FURNITURE:
            for word in _CAPITALISED.finditer(reading.article.text, *passage.span.extent):
                before = bisect_left(starts, word.end())
                free = before == 0 or ends[before - 1] <= word.start()
                if free and not _is_plural_noun(reading.article.text, word.start()):
                    yield span_of(reading.article, *word.span())


def _stands_by_a_number(text: str, span: Span) -> bool:
    """Whether a number stands before or behind a name: a house in a street, the make of a car."""
    before, after = text[max(0, span.start - 2) : span.start], text[span.end : span.end + 2]
    return before.rstrip()[-1:].isdigit() or after.lstrip()[:1].isdigit()


def _is_plural_noun(text: str, start: int) -> bool:
    """Whether a word stands behind one that goes before plurals and before nobody's name: "win many Hearts"."""
    return _BEFORE_PLURALS.search(text, max(0, start - _TITLE_CHARS), start) is not None


def _is_one_noun(one: Spelled, two: Spelled, readings: Mapping[str, Reading]) -> bool:
    """Whether two names end in one noun in two numbers, as it is written small: "County Sheriff", "Sheriffs"."""
    short, long = sorted((one.words[-1].lower(), two.words[-1].lower()), key=len)
    if long != f"{short}s":
        return False
    noun = re.compile(rf"\b{re.escape(short)}s?\b")
    return any(noun.search(readings[article].article.text) for article in one.articles | two.articles)


def _close(names: Sequence[Spelled], readings: Mapping[str, Reading]) -> Iterator[tuple[Spelled, Spelled]]:
    """Two spellings of one name; of a name with and without its middle part, once."""
    full = [n for n in names if len(n.words) > 1]
    known = {_plain(w) for n in full for w in n.words}
    seen: set[frozenset[str]] = set()
    for one, two in _share_a_name(full):
        key = frozenset((_ends(one), _ends(two)))
        if _is_one_person(one, two) and key not in seen:
            seen.add(key)
            yield one, two
    by_article: dict[str, list[int]] = {}
    for place, name in enumerate(full):
        for article in name.articles:
            by_article.setdefault(article, []).append(place)
    peoples = load_word_classes().countries
    alone_ones = (n for n in names if len(n.words) == 1 and _plain(n.words[0]) not in known)
    for alone in (n for n in alone_ones if n.words[0].lower() not in peoples):
        beside = sorted({place for article in alone.articles for place in by_article.get(article, ())})
        meant = [full[place] for place in beside if _is_slip_of(alone, full[place])]
        if (
            len({_ends(n) for n in meant}) == 1
            and not _is_of_a_firm(alone, readings)
            and not _is_written_small(alone, readings)
        ):
            yield meant[0], alone


def _is_written_small(name: Spelled, readings: Mapping[str, Reading]) -> bool:
    """Whether an article that has a name of one word has it as a common word, too: "prayer"."""
    small = re.compile(rf"\b{re.escape(name.words[0].lower())}\b")
    return any(small.search(readings[article].article.text) for article in name.articles)


def _is_of_a_firm(alone: Spelled, readings: Mapping[str, Reading]) -> bool:
    """Whether a name of one word begins the longer name of an organisation: "Goldman" of "Goldman Sachs"."""
    firms = (e for a in alone.articles for e in readings[a].entities if e.kind is EntityKind.ORGANISATION)
    return any(e.span.quote.startswith(f"{alone.words[0]} ") for e in firms)


def _share_a_name(full: Sequence[Spelled]) -> Iterator[tuple[Spelled, Spelled]]:
    """Every two full names with one first name or one last name, in order."""
    holders: dict[tuple[bool, str], list[int]] = {}
    for place, name in enumerate(full):
        holders.setdefault((True, _plain(name.words[0])), []).append(place)
        holders.setdefault((False, _plain(name.words[-1])), []).append(place)
    pairs = {pair for places in holders.values() for pair in combinations(places, 2)}
    return ((full[i], full[j]) for i, j in sorted(pairs))


def _is_slip_of(alone: Spelled, full: Spelled) -> bool:
    """Whether a name of one word is the last name of the full one but for a letter, or, of a person, any part of it.

    Policy: behind a title stands a last name, so it is held against no first name. Two names that stand in one phrase
    are two. Another consonant in a short name, or in a first name, makes another name more often than a slip: "Davis"
    is no David. "François" is no other spelling of "Francis".
    """
    word = alone.words[0]
    any_part = alone.is_person and not alone.is_titled and len(word) >= _SHORTEST and "".join(full.words).isascii()
    firsts = full.words[:-1] if any_part else ()
    plain, last = _plain(word), _plain(full.words[-1])
    of_first = any(_is_slip_of_part(plain, part) and not _is_replaced(plain, part) for part in map(_plain, firsts))
    of_last = _is_slip_of_part(plain, last) and not (len(plain) <= _SHORTEST and _is_replaced(plain, last))
    return (of_first or of_last) and not _stand_together(alone, full)


def _stand_together(one: Spelled, two: Spelled) -> bool:
    """Whether the two stand in one phrase somewhere: who writes both in a breath does not slip."""
    gaps = (max(a.start, b.start) - min(a.end, b.end) for a in one.spans for b in two.spans if a.article == b.article)
    return any(gap <= _BREATH for gap in gaps)


def _is_slip_of_part(word: str, part: str) -> bool:
    if word[:1] != part[:1] or abs(len(word) - len(part)) > 1 or max(len(word), len(part)) < _SHORTEST:
        return False
    plural = word[:-1] == part[:-1] and word[-1] == "s" and part[-1] in "aeiouy"  # a people, and who is named for it
    return is_slip(word, part) and letters_apart(word, part) == 1 and not plural


def _is_replaced(one: str, two: str) -> bool:
    """Whether two words that are a letter apart differ by another consonant, not by one left out or changed over."""
    others = {letter for pair in zip(one, two, strict=False) if len(set(pair)) > 1 for letter in pair}
    return len(one) == len(two) and sorted(one) != sorted(two) and not others & set("aeiouy")


def _are_written_from_another_script(one: Spelled, two: Spelled, readings: Mapping[str, Reading]) -> bool:
    """Whether two spellings are two ways to write one name of another script in Latin letters.

    Policy: vowels are left out ("Salim", "Slim") only where both names are whole and bear marks of such a script.
    """
    names = (one, two)
    quotes = [span.quote for name in names for span in name.spans]
    texts = (readings[article].article.text for name in names for article in sorted(name.articles))
    whole = all(len(name.words) > 1 for name in names)
    left_out = whole and all(is_marked(span.quote for span in name.spans) for name in names)
    matched = (are_romanised_twice(_plain(a), _plain(b), vowels_left_out=left_out) for a, b in _word_pairs(one, two))
    return (all(matched) if whole else any(matched)) and may_be_romanised(quotes, texts)


def _word_pairs(one: Spelled, two: Spelled) -> Sequence[tuple[str, str]]:
    """The words that stand for each other: of a lone name, any part of the full one; else all, or first and last."""
    shorter, longer = sorted((one.words, two.words), key=len)
    if len(shorter) == 1:
        return [(shorter[0], part) for part in longer]
    if len(shorter) == len(longer):
        return list(zip(shorter, longer, strict=True))
    return [(shorter[0], longer[0]), (shorter[-1], longer[-1])]


def _ends(name: Spelled) -> str:
    return f"{_plain(name.words[0])} {_plain(name.words[-1])}"


def _is_one_person(one: Spelled, two: Spelled) -> bool:
    (first, last), (other_first, other_last) = ((n.words[0], n.words[-1]) for n in (one, two))
    if _plain(first) == _plain(other_first):
        return is_slip(last, other_last) or _has_one_more(_plain(last), _plain(other_last))
    if _plain(last) != _plain(other_last) or not is_slip(first, other_first):
        return False
    return sound_alike(_plain(first), _plain(other_first)) or one.articles.isdisjoint(two.articles)


def _has_one_more(one: str, two: str) -> bool:
    """Whether a last name is the other with a letter behind it, as is often heard: "Meyer", "Meyers"."""
    short, long = sorted((one, two), key=len)
    return len(short) >= _SHORTEST - 1 and long[:-1] == short and long[-1] in _HEARD_BEHIND


def is_slip(one: str, two: str) -> bool:
    """Whether two words are one name but for a letter or two: with one initial, and no short form of one another.

    >>> is_slip("Petersen", "Peterson"), is_slip("Steve", "Steven"), is_slip("Zelensky", "Zelenskyy")
    (True, False, False)
    """
    a, b = _plain(one), _plain(two)
    if sound_alike(a, b):
        return not differ_in_endings_or_vowels(a, b) and _english_form(a) != _english_form(b)
    if a == b or not _begin_alike(a, b) or max(len(a), len(b)) < _SHORTEST or min(len(a), len(b)) < _SHORTEST - 1:
        return False
    if a.startswith(b) or b.startswith(a) or _is_pet_form(a, b) or differ_in_endings_or_vowels(a, b):
        return False
    return letters_apart(a, b) <= (2 if min(len(a), len(b)) >= _LONG else 1)


def _english_form(name: str) -> str:
    """A first name of other countries as English writes it: both ways are usual of one man.

    >>> _english_form("josef"), _english_form("viktor")
    ('joseph', 'victor')
    """
    return re.sub(r"f$", "ph", name.replace("kt", "ct"))


def sound_alike(one: str, two: str) -> bool:
    """Whether two lower-case words are one name by its sound; endings differ between transliterations.

    >>> sound_alike("stephen", "steven"), sound_alike("marina", "martina"), sound_alike("dmitri", "dmitry")
    (True, False, False)
    """
    known = one == two or min(len(one), len(two)) < _SHORTEST_SOUND or fold_ending(one) == fold_ending(two)
    return not known and fold_sound(one) == fold_sound(two)


def _begin_alike(one: str, two: str) -> bool:
    """Whether two words begin with one letter, or with two that sound alike and are all that differs."""
    return one[:1] == two[:1] or ({one[:1], two[:1]} == {"s", "z"} and one[1:] == two[1:])


@lru_cache(maxsize=16_384)
def _is_pet_form(one: str, two: str) -> bool:
    """Whether only one of two names ends as pet names do: "Charlie", "Charles"."""
    pets = [name.endswith("ie") for name in (one, two)]
    return pets[0] != pets[1] and {one[-1], two[-1]} != {"e", "y"}


@lru_cache(maxsize=16_384)
def _plain(word: str) -> str:
    """The letters of a word without case, accents and what stands for them: "Sueder" is "Süder"."""
    letters = "".join(c for c in unicodedata.normalize("NFKD", word).casefold() if c.isalpha())
    return _PROPHET.sub("mohamed", re.sub(r"(?<=[aou])e(?=[^aeiou])", "", letters))


def _first_place(
    name: Spelled, told: Mapping[str, Sequence[Statement]], readings: Mapping[str, Reading], articles: frozenset[str]
) -> Side | None:
    """The side of the first statement, by publication, in which one of some articles writes the name so."""
    spans = [span for span in name.spans if span.article in articles]
    sides = [s for span in spans if (s := _side(span, name, told[span.article], readings)) is not None]
    return min(sides, key=when_reported, default=None)


def _side(span: Span, name: Spelled, statements: Sequence[Statement], readings: Mapping[str, Reading]) -> Side | None:
    holders = [s for s in statements if s.span.start <= span.start < s.span.end]
    if not holders:
        return None
    article, holder = readings[span.article].article, min(holders, key=lambda s: s.span.length)
    quote = quote_around(article, clause_at(article.text, holder, span.start), span.extent)
    return side_of(readings[span.article], holder, quote, name.shown or " ".join(name.words[-_NAME_WORDS:]))
