"""Headlines join the statement that a look at every statement would find for them."""

from __future__ import annotations

from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st

from twosource.claims.headlines import join_headlines
from twosource.claims.pairs import hold_terms
from twosource.claims.profile import Profile, clash, profile_of
from twosource.model import Polarity, Role, Span, Statement
from twosource.text.terms import TermWeights

_WORDS = "harbour ferry storm mayor bridge".split()
_SENTENCES = st.lists(st.sampled_from(_WORDS), min_size=1, max_size=8).map(" ".join)


def _statement(place: int, words: str, *, headline: bool, denied: bool) -> Statement:
    return Statement(
        id=f"{place:03}",
        span=Span(article="a", start=0, end=len(words), quote=words),
        role=Role.HEADLINE if headline else Role.BODY,
        predicate=None,
        polarity=Polarity.DENIED if denied else Polarity.AFFIRMED,
    )


_STATEMENTS = st.lists(st.tuples(_SENTENCES, st.booleans(), st.booleans()), max_size=10).map(
    lambda rows: [_statement(n, words, headline=h, denied=d) for n, (words, h, d) in enumerate(rows)]
)


def _best_home(head: int, homes: Sequence[list[int]], profiles: Sequence[Profile], weights: TermWeights) -> int | None:
    """The home that holds most of a headline, no less than six tenths, and has nothing against it."""
    terms = profiles[head].terms
    shares = [max(weights.of(terms & profiles[s].terms) for s in home) / weights.of(terms) for home in homes]
    fitting = [
        (-share, home[0], number)
        for number, (share, home) in enumerate(zip(shares, homes, strict=True))
        if share >= 0.6 and not any(clash(profiles[head], profiles[s]) for s in home)
    ]
    return min(fitting)[2] if fitting else None


@given(statements=_STATEMENTS)
def test_a_headline_joins_the_best_statement_that_does_not_clash_with_it(statements: list[Statement]) -> None:
    profiles = [profile_of(s) for s in statements]
    weights = TermWeights.among(p.terms for p in profiles)
    homes = [[place] for place, s in enumerate(statements) if s.role is Role.BODY]
    alone = []
    for head in (place for place, s in enumerate(statements) if s.role is Role.HEADLINE):
        best = _best_home(head, homes, profiles, weights)
        if best is None:
            alone.append([head])
        else:
            homes[best].append(head)
    groups = [[place] for place in range(len(statements))]
    joined = join_headlines(groups, statements, profiles, hold_terms(profiles), weights)
    assert joined == sorted(sorted(group) for group in (*homes, *alone))
