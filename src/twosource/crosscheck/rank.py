"""How far up a claim belongs: origins, beginnings of articles, centrality, titles, contest."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

import numpy as np
import numpy.typing as npt
from msgspec.structs import replace

from twosource.crosscheck.centrality import find_central, places_in_articles, sum_shared
from twosource.model import (
    Claim,
    Descent,
    FourNumbers,
    Reading,
    Role,
    Statement,
    count_four_numbers,
    join_origins,
)
from twosource.text.quotes import is_bare_quotation
from twosource.text.terms import TermWeights, groups_in
from twosource.text.words import find_forms

_ORIGINS, _EARLY, _CENTRAL, _TITLE, _TOPIC, _CONTEST = 0.2, 0.2, 0.2, 0.15, 0.15, 0.05
# Chosen with specificity (.05, a share of bound slots) over the first 8 to 16 claims of ten packs, by model and rules:
# without central claims .07 fewer of the gold's top claims were shown, without the topic .05, without any other one .02
# to .04. Specificity went when claims were no longer joined by their speaker, and the topic fell from .2: 37 of 44 in
# the first twelve.
_FIRST_PLACES = 4  # statements of an article that count as its beginning; 5 is as good, 2 loses .01


@dataclass(frozen=True, kw_only=True)
class Standing:
    """What the statements of a claim are held against: the story as a whole."""

    origin_of: Mapping[str, str]
    """Article -> origin."""
    early: frozenset[str]
    """Statements at the beginning of their article."""
    central: Mapping[str, float]
    topic: Mapping[str, float]
    titles: Mapping[str, float]
    words: TermWeights
    origins: int
    """How many the story has."""


def find_standing(
    statements: Sequence[Statement], readings: Iterable[Reading], descents: Mapping[str, Descent]
) -> Standing:
    """What the claims of a story are weighed by, from all of its statements."""
    ordered = sorted(statements, key=lambda s: s.id)
    origins = join_origins(sorted({s.span.article for s in ordered}), descents)
    places = places_in_articles(ordered)
    return Standing(
        origin_of=origins,
        early=frozenset(name for name, place in places.items() if place < _FIRST_PLACES),
        central=find_central(ordered, origins),
        topic=find_topic(ordered),
        titles=_find_titles(ordered, readings, origins),
        words=TermWeights.among(groups_in(s.span.quote) for s in ordered),
        origins=max(1, len(count_four_numbers(origins, descents, None).origins)),
    )


def _find_titles(
    statements: Sequence[Statement], readings: Iterable[Reading], origins: Mapping[str, str]
) -> dict[str, float]:
    """The terms of titles and headlines by the share of origins that have them there, scaled so that all make 1."""
    heads = [(s.span.article, s.span.quote) for s in statements if s.role is Role.HEADLINE]
    heads += [(r.article.id, r.article.title.value) for r in readings if r.article.title is not None]
    holders: dict[str, set[str]] = {}
    for article, words in heads:
        for term in groups_in(words) if article in origins else ():
            holders.setdefault(term, set()).add(origins[article])
    total = sum(map(len, holders.values()))
    return {term: len(holders[term]) / total for term in sorted(holders)}


def weigh_claim(statements: Sequence[Statement], numbers: FourNumbers, standing: Standing, *, contested: bool) -> float:
    """The rank of a claim, 0..1: a weighted sum of shares, each readable on its own."""
    early = {standing.origin_of[s.span.article] for s in statements if s.id in standing.early}
    words = [groups_in(s.span.quote) for s in statements]
    total = (
        _ORIGINS * len(numbers.origins) / standing.origins
        + _EARLY * len(early) / standing.origins
        + _CENTRAL * max(standing.central.get(s.id, 0.0) for s in statements)
        + _TITLE * max(_sum_of(standing.titles, terms) for terms in words)
        + _TOPIC * max(_sum_of(standing.topic, terms) for terms in words)
    )
    return round(min(1.0, total + (_CONTEST if contested else 0.0)), 6)


def _sum_of(shares: Mapping[str, float], terms: frozenset[str]) -> float:
    """How much of what is shared stands in a statement."""
    return min(1.0, sum(shares[t] for t in sorted(terms & shares.keys())))


def find_topic(statements: Sequence[Statement]) -> dict[str, float]:
    """The terms of a story by the share of its articles that carry them, scaled so that eight of them make 1."""
    carried: dict[str, set[str]] = {}
    for statement in statements:
        carried.setdefault(statement.span.article, set()).update(groups_in(statement.span.quote))
    counts, articles = Counter(chain.from_iterable(carried.values())), len(carried)
    return {term: count / articles / 8 for term, count in counts.items() if 2 * count > articles}


_POINTS_BACK = frozenset(
    "he she it they his her its their this that these those we our i my you your us or plus but and so nor yet"
    " however".split()
)
_LONG_WORDS = 40
_AWKWARD = 0.3  # of the centrality; at 0, and with other lengths, as many of the gold's claims show their own words


def choose_text(statements: Sequence[Statement], central: Mapping[str, float]) -> Statement:
    """The statement that stands for a claim: the most central one that can be read alone, unless it goes on for long.

    Policy: headlines and captions stand for a claim only where nothing else does, and so does what leans on others.
    """
    if len(statements) == 1:
        return statements[0]
    return min(statements, key=lambda s: _awkwardness(s, central))


def leans(text: str) -> bool:
    """Whether words cannot be read alone: they open with a pronoun, or are a quotation or part of one and no speaker.

    >>> [leans(words) for words in ("He left in May.", "“All held.”", "All held.”", "“It held,” Ann Roe said.")]
    [True, True, True, False]
    """
    plain = text.strip()
    if any(mark in plain for mark in _QUOTES) and (is_bare_quotation(plain) or _is_part_of_quotation(plain)):
        return True
    lowered = plain.lower()
    if any(letters in lowered for letters in _PRONOUN_LETTERS) and _BY_PRONOUN.search(plain):
        return True
    words = () if plain.startswith(_MARKS) else find_forms(plain)
    timed = words[:1] == ("this",) and not _UNITS.isdisjoint(words[1:2])
    return not timed and not _POINTS_BACK.isdisjoint(words[:1])


_BY_PRONOUN = re.compile(
    r"[,”\"’] (?:he|she|it|they) (?:said|says|added|told)\b|^\w+, (?:he|she|it|they)\b", re.IGNORECASE
)
_PRONOUN_LETTERS = (" he", " she", " it", " they")
_QUOTES = ("“", "”", '"', "``")
_MARKS = ("“", '"', "``", "‘", "'")
_UNITS = frozenset("morning afternoon evening week weekend month quarter year summer autumn fall winter spring".split())


def _is_part_of_quotation(text: str) -> bool:
    """Whether words end a quotation that they do not begin, or begin with one that they do not end."""
    if text.count('"') % 2:
        return text.startswith('"') or text.endswith('"')
    opened, closed = text.count("“"), text.count("”")
    return closed > opened or (opened > closed and text.startswith("“"))


def _awkwardness(statement: Statement, central: Mapping[str, float]) -> tuple[bool, bool, float, str, int]:
    words = find_forms(statement.span.quote)
    faults = int(len(words) > _LONG_WORDS)
    return (
        statement.role in {Role.HEADLINE, Role.CAPTION},
        leans(statement.span.quote),
        round(_AWKWARD * faults - central.get(statement.id, 0.0), 6),
        statement.span.article,
        statement.span.start,
    )


_LEANING = 0.7  # of the weight, for a claim that nobody words so that it can be read alone
_REST = 0.1  # of the weight, for claims that are not compared
_COMPARED = 120  # claims beyond these are never shown first


def spread_weights(claims: Sequence[Claim], words: TermWeights) -> tuple[Claim, ...]:
    """The claims in order of a weight that falls for those that repeat a heavier one.

    Policy: a desk editor's first twelve claims are twelve things, not one thing in twelve wordings. A word that all
    of the story has repeats little.
    """
    fit = [replace(c, weight=round(c.weight * _LEANING, 6)) if leans(c.text) else c for c in claims]
    heaviest = sorted(fit, key=lambda c: (-c.weight, c.id))
    rest = [replace(c, weight=round(c.weight * _REST, 6)) for c in heaviest[_COMPARED:]]
    placed = _place_all(sorted(heaviest[:_COMPARED], key=lambda c: c.id), words)
    return tuple(sorted(_captions_last([*placed, *rest]), key=lambda c: (-c.weight, c.id)))


def _place_all(claims: Sequence[Claim], words: TermWeights) -> list[Claim]:
    """The claims one after the other, each time the one that weighs most beside those that are placed."""
    sameness = _sameness([groups_in(c.text) for c in claims], words)
    weights = np.array([c.weight for c in claims])
    repeats, waiting = np.zeros(len(claims)), np.ones(len(claims), dtype=bool)
    placed = []
    for _ in claims:
        spread = np.round(weights * (1 - repeats), 6)  # with .9 of what repeats one of the gold's top claims less
        best = int(np.argmax(np.where(waiting, spread, -1.0)))
        placed.append(replace(claims[best], weight=round(float(spread[best]), 6)))
        waiting[best] = False
        repeats = np.maximum(repeats, sameness[best])
    return placed


def _sameness(sets: Sequence[frozenset[str]], words: TermWeights) -> npt.NDArray[np.float64]:
    """The weight that two sets share over the geometric mean of both.

    Policy: the mean and not the lighter one, for a short claim is not repeated by every longer one.
    """
    shared = sum_shared(sets, {word: words.weights.get(word, 1.0) for terms in sets for word in terms})
    own = np.maximum(1.0, np.diagonal(shared))
    same: npt.NDArray[np.float64] = shared / np.sqrt(own[:, None] * own[None, :])
    return same


def _captions_last(claims: Sequence[Claim]) -> list[Claim]:
    """The same claims, with those that only captions make below every other."""
    floor = min((c.weight for c in claims if not _is_caption(c)), default=1.0) / 2
    return [replace(c, weight=round(c.weight * floor, 6)) if _is_caption(c) else c for c in claims]


def _is_caption(claim: Claim) -> bool:
    return all(s.role is Role.CAPTION for s in claim.statements)
