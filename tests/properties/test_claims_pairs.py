"""Pairs of statements found all at once are those that one look at every two would find."""

from __future__ import annotations

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from twosource.claims.pairs import best_scores, find_pairs, hold_terms
from twosource.claims.profile import Profile, are_apart, profile_of, score_pair
from twosource.model import Polarity, Role, Span, Statement
from twosource.text.terms import TermWeights

_WORDS = "harbour ferry storm mayor bridge flood first last said denied lake 12 40".split()
_SENTENCES = st.lists(st.sampled_from(_WORDS), min_size=1, max_size=8).map(" ".join)


def _profile(place: int, words: str, *, denied: bool, caption: bool) -> Profile:
    statement = Statement(
        id=f"{place:03}",
        span=Span(article="a", start=0, end=len(words), quote=words),
        role=Role.CAPTION if caption else Role.BODY,
        predicate=None,
        polarity=Polarity.DENIED if denied else Polarity.AFFIRMED,
    )
    return profile_of(statement)


_PROFILES = st.lists(st.tuples(_SENTENCES, st.booleans(), st.booleans()), max_size=12).map(
    lambda rows: [_profile(n, words, denied=d, caption=c) for n, (words, d, c) in enumerate(rows)]
)


@given(profiles=_PROFILES, most=st.integers(2, 6))
def test_two_statements_are_a_pair_that_share_two_words_one_of_them_rare_and_do_not_clash_at_first_sight(
    profiles: list[Profile], most: int
) -> None:
    weights = TermWeights.among(p.terms for p in profiles)
    holders = {term: sum(term in p.terms for p in profiles) for p in profiles for term in p.terms}
    size = len(profiles)
    expected = {
        i * size + j: weights.overlap(a.terms, b.terms)
        for (i, a), (j, b) in combinations(enumerate(profiles), 2)
        if len(a.terms & b.terms) > 1 and any(holders[t] <= most for t in a.terms & b.terms) and not are_apart(a, b)
    }
    assert find_pairs(profiles, hold_terms(profiles), weights, most).by_code(size) == expected


@given(profiles=_PROFILES)
def test_no_pair_scores_more_than_its_best_score(profiles: list[Profile]) -> None:
    pairs = find_pairs(profiles, hold_terms(profiles), TermWeights.among(p.terms for p in profiles), 60)
    overlaps, size = pairs.by_code(len(profiles)), len(profiles)
    for (code, overlap), best in zip(overlaps.items(), best_scores(profiles, pairs).tolist(), strict=True):
        assert score_pair(profiles[code // size], profiles[code % size], overlap) <= best + 1e-9
