"""A statement that somebody asks about, as what coverage must hold for it to be said there."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from twosource.crosscheck.slots.slot_use import SlotUse, find_slot_uses
from twosource.model import Named, Polarity, Reading, Slot, Statement, TimexType
from twosource.text.number_words import NUMBER_WORDS
from twosource.text.terms import Term, country_groups, find_terms, group_of, is_verb, lemma_of
from twosource.text.words import find_words

_LIGHT = frozenset(
    """be have do make take get give hold pay come go put become include accord last ago report official number anybody
    anyone nobody somebody someone least most nearly almost roughly approximately around about""".split()
)
"""Words that a report may leave out and still say the same: "pays an official visit" is "visits"."""

_HIDDEN = re.compile(r"\b(?:U\.?S\b\.?|U\.[NK]\b\.?)")
_POINTS = frozenset({TimexType.DATE, TimexType.TIME})
_NUMBER_WORDS = {word: number for word, number in NUMBER_WORDS.items() if number > 1}  # "one" counts nothing by itself


@dataclass(frozen=True)
class Asked:
    """What must be found again: words by group, names, the verb, the numbers and times, and how it is said."""

    reading: Reading
    statement: Statement
    terms: frozenset[str]
    names: tuple[frozenset[str], ...]
    doers: frozenset[str]
    """Words before the verb."""
    others: frozenset[str]
    """Words behind it."""
    named: frozenset[str]
    """Words of names and countries."""
    proper: frozenset[str]
    """Words written with a capital inside the sentence that no name of `names` holds."""
    first: str | None
    """The first word, whose capital says nothing: a name where coverage does not know the word."""
    verb: str | None
    past: bool
    denied: bool
    uses: tuple[SlotUse, ...]
    values: tuple[Slot, ...]
    """Numbers and times, each of which coverage must give as well."""
    is_undated: bool
    """Whether a time of the text is not decided, not even as of the day of the article."""
    loose: frozenset[float]
    """Numbers that count nothing in particular ("kills 12"): coverage must have them."""


def read_asked(reading: Reading, statement: Statement) -> Asked:
    """The statement as requirements; words of saying inside a cue, and light words, are none."""
    text = reading.article.text
    cues = [s for a in reading.attributions for s in a.cue if lemma_of(s.quote) != statement.predicate]
    values = tuple(s for s in statement.slots if not isinstance(s.value, Named))
    content = [
        t
        for t in find_content(text, statement.span.start, statement.span.end)
        if t.lemma not in _LIGHT and not any(c.start <= t.start < c.end for c in cues) and not _is_in(t, values)
    ]
    verbs = [t for t in content if is_verb(t.lemma)]
    verb = next((t for t in verbs if t.lemma == statement.predicate), verbs[0] if verbs else None)
    place = verb.start if verb else statement.span.end
    names = [s for s in statement.slots if isinstance(s.value, Named)]
    return Asked(
        reading=reading,
        statement=statement,
        terms=frozenset(t.group for t in content),
        names=tuple(sorted({name_words(s) for s in names}, key=sorted)),
        doers=frozenset(t.group for t in content if t.start < place),
        others=frozenset(t.group for t in content if t.start > place),
        named=country_groups().union(*(name_words(s) for s in names)),
        proper=_proper(text, content, names),
        first=content[0].group if content else None,
        verb=verb.group if verb else None,
        past=verb is not None and is_past(text, verb.start, verb.end),
        denied=statement.polarity is Polarity.DENIED,
        uses=tuple(find_slot_uses([statement], {reading.article.id: reading}, labels=True)),
        values=values,
        is_undated=any(t.when is None and t.type in _POINTS for t in reading.times),
        loose=loose_numbers(statement),
    )


def _proper(text: str, content: Sequence[Term], names: Sequence[Slot]) -> frozenset[str]:
    """Words with a capital, the first one and those of names aside; none where most words have one, as in headlines."""
    inside = [t for t in content[1:] if not any(s.span.start <= t.start < s.span.end for s in names)]
    capital = [t for t in inside if text[t.start].isupper()]
    return frozenset(t.group for t in capital) if 2 * len(capital) <= len(content) else frozenset()


def find_content(text: str, start: int = 0, end: int | None = None) -> list[Term]:
    """The content words of `text[start:end]`, with the names that dots or a pronoun hide: US, U.N., U.K.

    >>> [t.group for t in find_content("The US imposed tariffs, China told us.")]
    ['us', 'impose', 'tariff', 'china', 'tell']
    """
    stop = len(text) if end is None else end
    hidden = [(m.group().replace(".", "").lower(), m.span()) for m in _HIDDEN.finditer(text, start, stop)]
    found = [Term(word, group_of(word), *place) for word, place in hidden]
    return sorted((*find_terms(text, start, end), *found), key=lambda t: (t.start, t.end))


def loose_numbers(statement: Statement) -> frozenset[float]:
    """The numbers of a statement that no slot holds, in figures or in words.

    >>> from twosource.model import Span
    >>> words = "Fire at Port Ansel silo injures two"
    >>> span = Span(article="a", start=0, end=len(words), quote=words)
    >>> loose_numbers(Statement(id="s", span=span, role="body", predicate="injure"))
    frozenset({2.0})
    """
    start = statement.span.start
    taken = [s.span for s in statement.slots]
    return frozenset(
        number
        for word in find_words(statement.span.quote)
        if (number := _number_of(word.form)) is not None
        and not any(s.start <= word.start + start < s.end for s in taken)
    )


def _number_of(form: str) -> float | None:
    if form in _NUMBER_WORDS:
        return float(_NUMBER_WORDS[form])
    plain = form.replace(",", "")
    return float(plain) if re.fullmatch(r"\d+(?:\.\d+)?", plain) else None


def name_words(slot: Slot) -> frozenset[str]:
    """The words of a name in its fullest form, by group: "Moscow" and "Russian" are one."""
    name = slot.value.name if isinstance(slot.value, Named) else ""
    words = (word.strip(".,'’\"").removesuffix("'s").removesuffix("’s") for word in name.split())
    return frozenset(group_of(lemma_of(word)) for word in words if word.lower() not in {"the", "of", "and", ""})


def _is_in(term: Term, values: Sequence[Slot]) -> bool:
    """Whether a word is part of a number or a time, and not what is counted: "leaders" of "27 leaders"."""
    return any(s.span.start <= term.start < s.span.end and not _is_counted(term.lemma, s) for s in values)


def _is_counted(lemma: str, slot: Slot) -> bool:
    """Whether a word inside a number is what is counted: "leaders" of "27 leaders"."""
    return getattr(slot.value, "noun", None) == lemma


def is_past(text: str, start: int, end: int) -> bool:
    """Whether the verb at a place tells of what is done: "visited", "was visited", not "will be visited" or "visits".

    >>> [is_past("The leader visited.", 11, 18), is_past("To be visited.", 6, 13), is_past("He visits.", 3, 9)]
    [True, False, False]
    """
    form = text[start:end].lower()
    before = {w.lower() for w in text[max(0, start - 16) : start].split()}
    finished = form.endswith("ed") or (lemma_of(form) != form and not form.endswith(("s", "ing")))
    return finished and not before & {"be", "to", "will", "would", "may", "might", "could", "can", "is", "are"}
