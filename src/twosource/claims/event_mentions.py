"""Words of a story that name an event: how sure each is, by what it means and how it stands in its sentence."""

from __future__ import annotations

import math
import tomllib
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files

from twosource.claims.event_grammar import Grammar, Role, names_by_place
from twosource.claims.event_words import EventWord, Part, find_event_word, find_phrase
from twosource.model import Reading, Span, span_of

_PARTS: Mapping[str, Part] = {"VERB": "v", "NOUN": "n", "PROPN": "n", "ADJ": "a"}
_LIGHT = frozenset(
    """be have do will would shall should can could may might must let get go come seem make take give put
    keep""".split()
)
_ENDINGS = "tion ment ing er or ist ity ance sion al age ship ness".split()
_PLAIN_PREPOSITIONS = frozenset("in on at to for from as with through".split())
_NEAR = 5  # words on each side that tell what an event is about
_SHORT_SENTENCE = 14  # a first sentence of fewer words is a headline


@dataclass(frozen=True, slots=True)
class Mention:
    """A word that may name an event, with all that alignment looks at."""

    span: Span
    """The word, or both of "take place" and "heart attack"."""
    head: tuple[str, int]
    """Article and place of the word that the rest hangs on."""
    word: EventWord
    single: EventWord
    """The same for the head alone."""
    sentence: int
    """Its sentence in the article."""
    features: Mapping[str, float]
    score: float
    """How surely it names one, 0..1."""
    share: float
    """Of the articles of the story, those that have the word."""
    roles: Mapping[Role, frozenset[str]] = field(default_factory=dict)
    around: frozenset[str] = frozenset()
    near: frozenset[str] = frozenset()
    numbers: frozenset[str] = frozenset()

    @property
    def parts(self) -> frozenset[str]:
        """Everything that takes part in the event, whatever its role."""
        return frozenset().union(*self.roles.values())


@dataclass(frozen=True, slots=True)
class _Seen:
    """A candidate before its story is known."""

    reading: Reading
    grammar: Grammar
    sentence: int
    place: int
    word: EventWord


@cache
def load_weights() -> Mapping[str, Mapping[str, float]]:
    """The shipped weights by name of feature, made by `training/event_alignment/fit.py` on the training topics of ECB+.

    >>> sorted(load_weights())
    ['links', 'mentions']
    """
    return tomllib.loads(files("twosource.claims").joinpath("event_weights.toml").read_text("utf-8"))


def weigh(features: Mapping[str, float], weights: Mapping[str, float]) -> float:
    """The score of some features, 0..1; a feature without a weight weighs nothing."""
    return 1 / (1 + math.exp(-sum(weights.get(name, 0.0) * value for name, value in features.items())))


def find_event_mentions(
    readings: Sequence[Reading], within: Sequence[Span] | None = None, *, least: float = 0.0
) -> list[Mention]:
    """The words in the articles of one story that may name an event, in order of the readings given.

    Policy: every verb, noun and adjective is one, and nearly all keep a low score, which is the caller's to cut. What
    a word names, its tag, its relation and what hangs on it decide, and how many articles have it. A second word counts
    as part of it where the two have an entry of their own ("take place"). Needs `reading.syntax`; words outside of
    `within`, and those that score below `least`, are left out.
    """
    seen = [c for reading in readings for c in _candidates(reading, _extents(within, reading.article.id))]
    holders: dict[tuple[str, str], set[str]] = defaultdict(set)
    for candidate in seen:
        holders[candidate.word.lemma, candidate.word.part].add(candidate.reading.article.id)
    articles, weights = len({c.reading.article.id for c in seen}), load_weights()["mentions"]
    found = []
    for candidate in seen:
        having = len(holders[candidate.word.lemma, candidate.word.part])
        features = _features(candidate, having, articles)
        score = weigh(features, weights)
        if score >= least:
            found.append(_mention(candidate, features, score, having / articles))
    return found


def _extents(within: Sequence[Span] | None, article: str) -> list[tuple[int, int]] | None:
    return None if within is None else [span.extent for span in within if span.article == article]


def _candidates(reading: Reading, extents: Sequence[tuple[int, int]] | None) -> Iterator[_Seen]:
    names = names_by_place(reading)
    for number, sentence in enumerate(reading.syntax):
        places = [p for p, place in enumerate(sentence.places) if extents is None or _is_within(place, extents)]
        if not places:
            continue
        grammar = Grammar(sentence, reading.article.text, names)
        for place in places:
            part = _PARTS.get(sentence.upos[place])
            if part is not None and any(map(str.isalpha, grammar.forms[place])):
                word = find_event_word(grammar.forms[place], sentence.lemmas[place], part)
                yield _Seen(reading, grammar, number, place, word)


def _is_within(place: tuple[int, int], extents: Sequence[tuple[int, int]]) -> bool:
    return any(start <= place[0] and place[1] <= end for start, end in extents)


def _mention(seen: _Seen, features: Mapping[str, float], score: float, share: float) -> Mention:
    grammar, place = seen.grammar, seen.place
    phrase, start, end = _phrase(seen)
    content = [word for word in grammar.content() if word != place]
    return Mention(
        span=span_of(seen.reading.article, start, end),
        head=(seen.reading.article.id, grammar.parsed.places[place][0]),
        word=phrase or seen.word,
        single=seen.word,
        sentence=seen.sentence,
        features=features,
        score=score,
        share=share,
        roles=grammar.roles(place),
        around=frozenset(grammar.key(word) for word in content),
        near=frozenset(grammar.key(word) for word in content if abs(word - place) <= _NEAR),
        numbers=frozenset(form for form in grammar.forms if form[0].isdigit()),
    )


def _phrase(seen: _Seen) -> tuple[EventWord | None, int, int]:
    """What is known of the two words that are one here ("take place"), None for the one word; and the place of it."""
    grammar, place, word = seen.grammar, seen.place, seen.word
    places = grammar.parsed.places
    for other in _second_words(grammar, place, word.part):
        before = other < place
        pair = (grammar.forms[other], word.lemma) if before else (word.lemma, grammar.forms[other])
        phrase = find_phrase(*pair, word.part)
        if phrase is None and grammar.relation(other) == "fixed":
            phrase = EventWord("_".join(pair), word.part)
        if phrase is not None:
            first, last = min(place, other), max(place, other)
            return phrase, places[first][0], places[last][1]
    return None, *places[place]


def _second_words(grammar: Grammar, place: int, part: Part) -> Iterator[int]:
    """What may make one event with a verb or noun: a particle, the object that follows it, a noun before it."""
    parsed, after = grammar.parsed, place + 1
    if part == "v":
        particles = (c for c in grammar.children(place) if grammar.relation(c) == "compound:prt")
        yield from (c for c in particles if place < c <= place + 4)
        if after < len(parsed.upos):
            relation, form = grammar.relation(after), grammar.forms[after]
            case = relation == "case" and form not in _PLAIN_PREPOSITIONS
            if parsed.upos[after] in {"ADP", "ADV"} and (case or relation in {"advmod", "fixed"}):
                yield after
            if relation == "obj" and parsed.heads[after] == place:
                yield after
    elif part == "n" and place and parsed.heads[place - 1] == place and grammar.relation(place - 1) == "compound":
        yield place - 1


def _features(seen: _Seen, holders: int, articles: int) -> Mapping[str, float]:
    """What a word and its sentence say about whether it names an event here, by the names that weights have."""
    part = seen.word.part
    return {
        "bias": 1.0,
        **dict(_of_meaning(seen.word)),
        **dict(_of_form(seen)),
        **dict(_of_children(seen.grammar, seen.place, part)),
        **dict(_of_head(seen.grammar, seen.place, part)),
        f"share {part}": holders / articles,
        f"articles {part}": math.log(holders),
    }


def _of_meaning(word: EventWord) -> Iterator[tuple[str, float]]:
    part = word.part
    yield f"known {part}", float(word.row is not None)
    yield f"uses {part}", word.uses / 5
    yield from ((f"kind {part} {kind}", share) for kind, share in word.kinds.items() if part != "a")
    if word.lemma in _LIGHT:
        yield "light", 1.0
    if part == "n":
        yield "event share", word.event_share
        yield "event share squared", word.event_share**2
        yield "derived", float(word.derived)
        yield "derived event", word.derived * word.event_share
        yield "also verb", float(find_event_word(word.lemma, word.lemma, "v").row is not None)
        yield from ((f"ends in {ending}", 1.0) for ending in _ENDINGS if word.lemma.endswith(ending))


def _of_form(seen: _Seen) -> Iterator[tuple[str, float]]:
    grammar, place = seen.grammar, seen.place
    parsed, written = grammar.parsed, grammar.written[place]
    kind, relation = parsed.upos[place], parsed.relations[place]
    yield f"tag {parsed.xpos[place]}", 1.0
    yield f"relation {relation}", 1.0
    yield f"{kind} as {relation}", 1.0
    yield "length", len(written) / 10
    yield "first word", float(place == 0)
    yield "capital", float(place > 0 and written[0].isupper())
    yield "capitals", float(len(written) > 1 and written.isupper())
    yield "first sentence", float(seen.sentence == 0)
    yield "second sentence", float(seen.sentence == 1)
    yield "headline", float(seen.sentence == 0 and len(parsed.upos) < _SHORT_SENTENCE)


def _of_children(grammar: Grammar, place: int, part: Part) -> Iterator[tuple[str, float]]:
    counts = Counter(map(grammar.relation, grammar.children(place)))
    yield "children", min(counts.total(), 5) / 5
    yield from ((f"{part} over {relation}", 1.0) for relation in counts)


def _of_head(grammar: Grammar, place: int, part: Part) -> Iterator[tuple[str, float]]:
    head = grammar.parsed.heads[place]
    if head < 0:
        return
    kind = grammar.parsed.upos[head]
    yield f"under {kind}", 1.0
    yield f"{grammar.relation(place)} under {kind}", 1.0
    head_part = _PARTS.get(kind)
    if head_part is None:
        return
    above = find_event_word(grammar.forms[head], grammar.parsed.lemmas[head], head_part)
    if above.lemma in _LIGHT:
        yield f"{part} under light", 1.0
    if head_part == "v":
        yield from ((f"{part} under {kind} verb", share) for kind, share in above.kinds.items())
    elif part == "n" and grammar.relation(place) == "compound":
        yield "before event", above.event_share
        yield "before person", above.kinds.get("person", 0.0)
