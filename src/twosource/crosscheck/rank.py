"""How far up a claim belongs: origins, lead position, specificity, contest."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from msgspec.structs import replace

from twosource.model import Claim, FourNumbers, Quantity, Role, Statement, When
from twosource.text.terms import groups_in
from twosource.text.words import find_words

_ORIGINS, _LEAD, _SPECIFIC, _CONTEST, _TOPIC = 0.4, 0.2, 0.1, 0.2, 0.2  # set on five development packs
_LEAD_CHARS = 1_500  # from here on a statement's place in its article says nothing more


def weigh_claim(
    statements: Sequence[Statement], numbers: FourNumbers, *, origins: int, topic: Mapping[str, float], contested: bool
) -> float:
    """The rank of a claim, 0..1: a weighted sum of shares, each readable on its own."""
    share = len(numbers.origins) / max(1, origins)
    lead = max(_lead(s) for s in statements)
    specific = max(_specificity(s) for s in statements)
    about = max(_about(s, topic) for s in statements)
    total = _ORIGINS * share + _LEAD * lead + _SPECIFIC * specific + _TOPIC * about
    return round(min(1.0, total + (_CONTEST if contested else 0.0)), 6)


def _lead(statement: Statement) -> float:
    if statement.role in {Role.HEADLINE, Role.LEDE}:
        return 1.0
    return max(0.0, 1.0 - statement.span.start / _LEAD_CHARS)


def _specificity(statement: Statement) -> float:
    bound = sum(1.0 if isinstance(s.value, (Quantity, When)) else 0.5 for s in statement.slots)
    return min(1.0, bound / 4)


def _about(statement: Statement, topic: Mapping[str, float]) -> float:
    """How much of what the story is about stands in the statement."""
    return min(1.0, sum(topic.get(t, 0.0) for t in sorted(groups_in(statement.span.quote))))


def find_topic(statements: Sequence[Statement]) -> dict[str, float]:
    """The terms of a story by the share of its articles that carry them, scaled so that eight of them make 1."""
    holders: dict[str, set[str]] = {}
    for statement in statements:
        for term in groups_in(statement.span.quote):
            holders.setdefault(term, set()).add(statement.span.article)
    articles = len({s.span.article for s in statements})
    return {term: len(ids) / articles / 8 for term, ids in holders.items() if 2 * len(ids) > articles}


def choose_text(statements: Sequence[Statement]) -> Statement:
    """The statement that stands for a claim: full but not long, with slots, from the earliest place.

    Policy: headlines and captions stand for a claim only where nothing else does.
    """
    return min(statements, key=_awkwardness)


def _awkwardness(statement: Statement) -> tuple[bool, float, str, int]:
    words = find_words(statement.span.quote)
    pronoun = bool(words) and words[0].form in {"he", "she", "it", "they", "his", "her", "its", "their", "this", "that"}
    length = abs(len(words) - 22) / 22 - 0.25 * _specificity(statement) + (0.5 if pronoun else 0.0)
    return (
        statement.role in {Role.HEADLINE, Role.CAPTION},
        round(length, 6),
        statement.span.article,
        statement.span.start,
    )


_REPEAT = 0.7  # what a claim loses that repeats a heavier one: 0 shows 33 of 44 top claims of the gold, 0.7 shows 37
_COMPARED = 120  # claims beyond these are never shown first


def spread_weights(claims: Sequence[Claim]) -> tuple[Claim, ...]:
    """The claims in order of a weight that falls for those that repeat a heavier one.

    Policy: a desk editor's first twelve claims are twelve things, not one thing in twelve wordings.
    """
    waiting = sorted(claims, key=lambda c: (-c.weight, c.id))
    rest = [replace(c, weight=round(c.weight * (1 - _REPEAT), 6)) for c in waiting[_COMPARED:]]
    terms = {c.id: groups_in(c.text) for c in waiting[:_COMPARED]}
    repeats = dict.fromkeys(terms, 0.0)
    waiting, placed = waiting[:_COMPARED], list[Claim]()
    while waiting:
        best = min(waiting, key=lambda c: (-_spread(c, repeats), c.id))
        waiting.remove(best)
        placed.append(replace(best, weight=_spread(best, repeats)))
        for claim in waiting:
            repeats[claim.id] = max(repeats[claim.id], _sameness(terms[best.id], terms[claim.id]))
    return tuple(sorted(_captions_last([*placed, *rest]), key=lambda c: (-c.weight, c.id)))


def _captions_last(claims: Sequence[Claim]) -> list[Claim]:
    """The same claims, with those that only captions make below every other."""
    floor = min((c.weight for c in claims if not _is_caption(c)), default=1.0) / 2
    return [replace(c, weight=round(c.weight * floor, 6)) if _is_caption(c) else c for c in claims]


def _is_caption(claim: Claim) -> bool:
    return all(s.role is Role.CAPTION for s in claim.statements)


def _spread(claim: Claim, repeats: Mapping[str, float]) -> float:
    return round(claim.weight * (1 - _REPEAT * repeats[claim.id]), 6)


def _sameness(one: frozenset[str], two: frozenset[str]) -> float:
    return len(one & two) / min(len(one), len(two)) if one and two else 0.0
