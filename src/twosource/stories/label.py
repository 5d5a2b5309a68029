"""What stands for a story: its lead article and its label."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from itertools import chain, islice
from typing import NamedTuple

from twosource.model import Descent, Reading, text_of
from twosource.stories.options import LeadRule, StoryOptions
from twosource.stories.profile import story_passages, story_text, title_of
from twosource.stories.terms import words_in, words_of
from twosource.text.sentences import split_sentences

_LABEL_CHARS = 140  # a first sentence is cut at a word beyond this; nine of ten headlines are shorter than 100
_LEAD_CHARS = 250  # of each text, against which headlines are held
_NONE: frozenset[str] = frozenset()
_TELLINGS = 10  # texts that are looked at for label and terms: what a story is about is told from the start


def order_of(reading: Reading) -> tuple[bool, date, str, str]:
    """The order of publication: day, then moment where one is known, then id; articles without a date come last."""
    published = reading.article.published
    if published is None:
        return True, date.max, "", reading.article.id
    moment = published.moment.isoformat() if published.moment is not None else "~"
    return False, published.day, moment, reading.article.id


def choose_lead(members: Sequence[Reading], descents: Mapping[str, Descent], options: StoryOptions) -> Reading:
    """The article that stands for a story; `members` in order of publication.

    A chosen outlet that has no article in the story leaves the choice to the earliest.
    """
    if options.lead is LeadRule.LONGEST:
        return max(members, key=_length_of)
    if options.lead is LeadRule.EARLIEST:
        return members[0]
    fits = _is_original(descents) if options.lead is LeadRule.ORIGINAL else _is_from(options.lead_outlet)
    return next((r for r in members if fits(r)), members[0])


def _length_of(reading: Reading) -> int:
    """Characters of the story's own words; of the whole text where passages are not known."""
    return sum(p.span.length for p in story_passages(reading)) if reading.passages else len(reading.article.text)


def _is_original(descents: Mapping[str, Descent]) -> Callable[[Reading], bool]:
    def fits(reading: Reading) -> bool:
        descent = descents.get(reading.article.id)
        return descent is None or descent.relation is None or not descent.relation.is_taking

    return fits


def _is_from(outlet: str | None) -> Callable[[Reading], bool]:
    def fits(reading: Reading) -> bool:
        return outlet is not None and reading.article.outlet is not None and reading.article.outlet.value == outlet

    return fits


class Telling(NamedTuple):
    """One text of a story, by its earliest copy: the copies that were printed of it say nothing more."""

    reading: Reading
    headline: str
    """At single spaces; "" where there is none."""
    chunks: list[str]
    """Headline and opening, at white space."""
    forms: list[str]
    """The word that each of them is, "" where it is none."""
    words: frozenset[str]
    headline_words: frozenset[str]


def read_tellings(members: Sequence[Reading], descents: Mapping[str, Descent]) -> list[Telling]:
    """The first texts of a story; `members` in order of publication. One text by itself is not opened."""
    texts: dict[str, Reading] = {}
    for reading in members:
        texts.setdefault(text_of(reading.article.id, descents), reading)
    if len(texts) == 1:
        return [
            Telling(reading, " ".join(title_of(reading).split()), [], [], _NONE, _NONE) for reading in texts.values()
        ]
    return [_read_telling(reading) for reading in islice(texts.values(), _TELLINGS)]


def _read_telling(reading: Reading) -> Telling:
    title, text = story_text(reading)
    headline, lead = title.split(), text[:_LEAD_CHARS].split()
    chunks = headline + lead
    forms = list(words_in(chunks))
    in_headline = frozenset(filter(None, forms[: len(headline)]))
    return Telling(reading, " ".join(headline), chunks, forms, frozenset(filter(None, forms)), in_headline)


def count_words(tellings: Iterable[Telling]) -> Counter[str]:
    """How many texts of a story hold each word."""
    return Counter(chain.from_iterable(telling.words for telling in tellings))


def choose_label(
    tellings: Sequence[Telling],
    members: Sequence[Reading],
    descents: Mapping[str, Descent],
    *,
    held: Mapping[str, int],
) -> str:
    """The headline whose words most texts of the story carry, among those of texts that were not taken from another.

    Where no such text has one, any headline of the story will do; without any the first sentence of the lead labels it.
    `held` says how many texts hold each word.
    """
    fits = _is_original(descents)
    headlines = {t.headline: t.headline_words for t in tellings if t.headline and fits(t.reading)}
    if not headlines:
        titles = (title_of(r).split() for r in members)
        headlines = {" ".join(title): words_of(title) for title in titles if title}
    if len(headlines) < 2:
        return next(iter(headlines), None) or _first_sentence(members)
    share = {h: _centrality(words, held, texts=len(tellings)) for h, words in headlines.items()}
    return max(headlines, key=lambda h: round(share[h], 6))


def _centrality(headline: frozenset[str], held: Mapping[str, int], *, texts: int) -> float:
    """Share of the headline's words that a text of the story carries, on average over the texts."""
    return sum(held[word] for word in headline if word in held) / (len(headline) * texts) if headline else 0.0


def _first_sentence(members: Sequence[Reading]) -> str:
    for reading in members:
        _, text = story_text(reading)
        for start, end in split_sentences(text):
            sentence = " ".join(text[start:end].split())
            if len(sentence) <= _LABEL_CHARS:
                return sentence
            return sentence[:_LABEL_CHARS].rsplit(" ", 1)[0] + " …"
    return members[0].article.id
