"""Words of a story that name an event: how sure each is, by its form, its neighbours and how many articles have it."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from twosource.claims.event_words import EventWord, event_word_of
from twosource.model import Span
from twosource.text.terms import group_of, lemma_of
from twosource.text.words import Word, find_words

_LIGHT = frozenset("be have do will would shall should can could may might must let get go come seem".split())
_HELPERS = frozenset(
    """will would shall should can could may might must do does did has have had was were is are be been being not
    to""".split()
)
_DETERMINERS = frozenset("a an the his her its their this that these those my our your no any some".split())
_PREPOSITIONS = frozenset(
    """in on at of for with from by after before into over under during as against about amid since between
    through""".split()
)
_SPEECH = frozenset(
    """say tell announce report state add note claim ask reveal confirm call comment deny reply speak talk explain
    believe think know want hope accord""".split()
)
_NEAR = 4  # content words on each side that tell what an event is about


@dataclass(frozen=True)
class Mention:
    """A word that may name an event, with all that alignment looks at."""

    span: Span
    word: EventWord
    group: str
    form: str
    sentence: int
    features: Mapping[str, float]
    score: float
    """How surely it names one, 0..1."""
    share: float
    """Of the articles of the story, those that have the word."""
    speech: bool
    around: frozenset[str]
    near: frozenset[str]
    left: str | None
    right: str | None
    names: frozenset[str]
    numbers: frozenset[str]


@dataclass(frozen=True, slots=True)
class _Seen:
    """A candidate before its story is known."""

    sentence: int
    place: int
    word: EventWord
    features: Mapping[str, float]


_WEIGHTS: Mapping[str, float] = {
    "bias": -0.68,
    "leans to verb": 0.34,
    "event noun": 2.32,
    "no verb": 1.78,
    "past": 0.56,
    "ing": -0.34,
    "plural": -0.64,
    "base": -1.16,
    "after determiner": -0.84,
    "after to": 1.51,
    "after helper": 1.08,
    "after preposition": -0.28,
    "first": -0.88,
    "after capital": 0.33,
    "before preposition": 0.53,
    "before determiner": 1.23,
    "last": 0.73,
    "capital": -1.74,
    "before capital": 0.81,
    "base after determiner": 1.13,
    "ing after determiner": 0.97,
    "common": 0.05,
    "base leans to verb": 0.81,
    "plural leans to verb": 1.13,
    "speech": 1.16,
    "base before noun": -0.58,
    "share": 0.07,
    "articles": 0.0,
}
"""Fitted on the training topics of ECB+ by `training/event_alignment/fit.py`; what is not here weighs nothing."""


def find_event_mentions(sentences: Sequence[Span]) -> list[Mention]:
    """The words in the sentences of one story that may name an event, in order of the sentences given.

    Policy: one word a mention; "opened fire" is found by its verb. A word counts by how it stands there ("the fire" is
    a noun, "was fired" a verb) and by how many articles of the story have it. What is no event in most of its uses
    (names, "the park") keeps a low score and is the caller's to leave out.
    """
    texts = [find_words(s.quote) for s in sentences]
    seen = [c for number, span in enumerate(sentences) for c in _candidates(number, span, texts[number])]
    holders: dict[str, set[str]] = defaultdict(set)
    for candidate in seen:
        holders[candidate.word.lemma].add(sentences[candidate.sentence].article)
    articles = len({s.article for s in sentences})
    return [_mention(c, sentences, texts, len(holders[c.word.lemma]), articles) for c in seen]


def _candidates(number: int, span: Span, words: Sequence[Word]) -> Iterable[_Seen]:
    for place, word in enumerate(words):
        known = event_word_of(word.form)
        if known is not None and known.lemma not in _LIGHT and word.form not in _HELPERS:
            yield _Seen(number, place, known, features_of(span.quote, words, place, known))


def features_of(text: str, words: Sequence[Word], place: int, word: EventWord) -> dict[str, float]:
    """What a word and its neighbours say about whether it names an event here, by the names that weights have."""
    form = words[place].form
    before = words[place - 1].form if place else ""
    after = words[place + 1].form if place + 1 < len(words) else ""
    base, plural = word.lemma == form, form.endswith("s") and word.lemma != form
    capital = place > 0 and text[words[place].start].isupper()
    bare_after = after.isalpha() and after not in _PREPOSITIONS and after not in _DETERMINERS and after not in _HELPERS
    lean = word.leaning / 3
    return {
        "bias": 1.0,
        "leans to verb": lean,
        "event noun": word.event_share,
        "no verb": float(word.leaning < -3),
        "past": float(form.endswith("ed") or (lemma_of(form) != form and not form.endswith(("s", "ing")))),
        "ing": float(form.endswith("ing")),
        "plural": float(plural),
        "base": float(base),
        "after determiner": float(before in _DETERMINERS),
        "after to": float(before == "to"),
        "after helper": float(before in _HELPERS and before != "to"),
        "after preposition": float(before in _PREPOSITIONS),
        "first": float(not before),
        "after capital": float(place > 0 and text[words[place - 1].start].isupper()),
        "before preposition": float(after in _PREPOSITIONS),
        "before determiner": float(after in _DETERMINERS),
        "last": float(not after),
        "capital": float(capital),
        "before capital": float(bool(after) and text[words[place + 1].start].isupper()),
        "base after determiner": float(base and before in _DETERMINERS),
        "ing after determiner": float(form.endswith("ing") and before in _DETERMINERS | _PREPOSITIONS),
        "common": word.commonness,
        "base leans to verb": lean * base,
        "plural leans to verb": lean * plural,
        "speech": float(word.lemma in _SPEECH),
        "base before noun": float(base and bare_after),
    }


def _mention(
    seen: _Seen, sentences: Sequence[Span], texts: Sequence[Sequence[Word]], holders: int, articles: int
) -> Mention:
    span, words, place = sentences[seen.sentence], texts[seen.sentence], seen.place
    content = [i for i, w in enumerate(words) if _is_content(w.form) and i != place]
    groups = {i: _group(words[i].form) for i in content}
    left, right = [i for i in content if i < place], [i for i in content if i > place]
    features = {**seen.features, "share": holders / articles, "articles": math.log(holders)}
    start, end = words[place].start, words[place].end
    return Mention(
        span=Span(article=span.article, start=span.start + start, end=span.start + end, quote=span.quote[start:end]),
        word=seen.word,
        group=group_of(seen.word.lemma),
        form=words[place].form,
        sentence=seen.sentence,
        features=features,
        score=_logistic(sum(_WEIGHTS.get(name, 0.0) * value for name, value in features.items())),
        share=holders / articles,
        speech=seen.word.lemma in _SPEECH,
        around=frozenset(groups.values()),
        near=frozenset(groups[i] for i in content if abs(i - place) <= _NEAR),
        left=groups[left[-1]] if left else None,
        right=groups[right[0]] if right else None,
        names=frozenset(groups[i] for i in content if i and span.quote[words[i].start].isupper()),
        numbers=frozenset(w.form for w in words if w.form[0].isdigit()),
    )


def _is_content(form: str) -> bool:
    stop = form in _HELPERS or form in _DETERMINERS or form in _PREPOSITIONS
    return len(form) > 2 and not stop and lemma_of(form) not in _LIGHT


def _group(form: str) -> str:
    word = event_word_of(form)
    return group_of(word.lemma if word else lemma_of(form))


def _logistic(value: float) -> float:
    return 1 / (1 + math.exp(-value))
