from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations, permutations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from twosource.engine.local import find_codes, keep_earlier, run_join
from twosource.engine.meet import label_components
from twosource.stage import Channel, Join, KeyRows

Numbers = tuple[str, tuple[int, ...]]
"""A record of the tests: a name, and the keys it is found by."""


def keys_of(records: Sequence[Numbers]) -> list[KeyRows]:
    keys = np.array([key for _, keys in records for key in keys], dtype=np.uint64) << np.uint64(40)
    return [KeyRows(keys, np.repeat(np.arange(len(records)), [len(keys) for _, keys in records]))]


def shared(pairs: Sequence[tuple[Numbers, Numbers]]) -> list[tuple[str, str] | None]:
    return [(left[0], right[0]) if set(left[1]) & set(right[1]) else None for left, right in pairs]


def names(members: Sequence[Numbers], edges: Sequence[tuple[str, str]]) -> Iterator[str]:
    yield "+".join(m[0] for m in members) + f":{len(edges)}"


def join(**channel: float) -> Join[Numbers, tuple[str, str], str]:
    return Join(
        name="numbers",
        id_of=lambda r: r[0],
        channels=(Channel(**channel),),  # type: ignore[arg-type]
        keys=keys_of,
        compare=shared,
        settle=names,
        ends_of=lambda e: e,
        state_of=repr,
    )


RECORDS: list[Numbers] = [("a", (1, 2)), ("b", (2, 3)), ("c", (9,)), ("d", (3, 4, 5))]


def test_records_that_share_a_key_are_compared_and_settled_together() -> None:
    results, report = run_join(join(), RECORDS)
    assert results == ["a+b+d:2", "c:0"]
    assert (report.records, report.pairs_compared, report.edges, report.groups) == (4, 2, 2, 2)


@pytest.mark.parametrize("order", list(permutations(RECORDS)))
def test_the_order_of_records_does_not_matter(order: tuple[Numbers, ...]) -> None:
    assert run_join(join(), order) == run_join(join(), RECORDS)


def test_a_record_given_twice_counts_once() -> None:
    assert run_join(join(), RECORDS * 3) == run_join(join(), RECORDS)


def test_nothing_comes_of_nothing() -> None:
    results, report = run_join(join(), [])
    assert results == []
    assert report.records == report.groups == 0


def test_records_without_keys_are_settled_alone() -> None:
    assert run_join(join(), [("a", ()), ("b", ())])[0] == ["a:0", "b:0"]


def test_too_few_shared_keys_are_no_reason_to_compare() -> None:
    records: list[Numbers] = [("a", (1, 2, 3)), ("b", (2, 3, 4)), ("c", (3, 8, 9))]
    assert run_join(join(min_shared=2), records)[1].pairs_compared == 1


def test_the_share_is_of_the_record_with_fewer_keys() -> None:
    records: list[Numbers] = [("long", tuple(range(100))), ("short", (1, 2, 3, 500)), ("other", (1, *range(600, 700)))]
    assert run_join(join(min_share=0.5), records)[0] == ["long+short:1", "other:0"]


def test_a_wide_bucket_is_no_evidence_and_is_reported() -> None:
    crowd: list[Numbers] = [(f"r{n}", (7,)) for n in range(5)]
    _, report = run_join(join(max_bucket=4), crowd)
    assert (report.pairs_compared, report.buckets_narrowed) == (0, 1)


def test_with_a_reach_the_members_of_a_wide_bucket_meet_their_neighbours() -> None:
    crowd: list[Numbers] = [(f"r{n}", (7,)) for n in range(5)]
    results, report = run_join(join(max_bucket=4, reach=1), crowd)
    assert (report.pairs_compared, report.buckets_narrowed) == (4, 1)
    assert results == ["r0+r1+r2+r3+r4:4"]


def test_records_that_are_added_are_compared_and_what_was_there_is_not() -> None:
    added: list[Numbers] = [("e", (2, 9)), ("f", (4,))]
    earlier = keep_earlier(join(), RECORDS, [("a", "b"), ("b", "d")])
    results, report = run_join(join(), [*RECORDS, *added], earlier=earlier)
    assert results == run_join(join(), [*RECORDS, *added])[0]
    assert (report.pairs_compared, report.pairs_known) == (4, 2)


def test_where_a_record_is_gone_pairs_without_an_edge_are_compared_again() -> None:
    crowd: list[Numbers] = [(f"r{n}", (7,)) for n in range(5)]
    earlier = keep_earlier(join(max_bucket=4), crowd, [])
    results, report = run_join(join(max_bucket=4), crowd[:4], earlier=earlier)
    assert results == ["r0+r1+r2+r3:6"]
    assert (report.pairs_compared, report.pairs_known) == (6, 0)


@given(
    st.lists(st.frozensets(st.integers(0, 12), max_size=6), max_size=30),
    st.sets(st.integers(0, 29)),
    st.sets(st.integers(0, 29)),
    st.integers(1, 4),
    st.integers(0, 2),
)
def test_an_earlier_run_over_any_of_the_records_changes_no_result(
    keys: list[frozenset[int]], missing: set[int], changed: set[int], max_bucket: int, reach: int
) -> None:
    now: list[Numbers] = [(f"r{n:02}", tuple(sorted(k))) for n, k in enumerate(keys)]
    before = [(name, (*k, 5) if n in changed else k) for n, (name, k) in enumerate(now) if n not in missing]
    rule = join(max_bucket=max_bucket, reach=reach)
    edges = [e for e in shared(list(combinations(before, 2))) if e is not None]
    codes, _ = find_codes(rule.channels, rule.keys, before)
    met = {(before[c // len(before)][0], before[c % len(before)][0]) for c in codes.tolist()}
    earlier = keep_earlier(rule, before, [e for e in edges if e in met])
    assert run_join(rule, now, earlier=earlier)[0] == run_join(rule, now)[0]


@given(st.lists(st.frozensets(st.integers(0, 30), max_size=6), max_size=40))
def test_exactly_the_pairs_that_share_a_key_meet(keys: list[frozenset[int]]) -> None:
    records = [(f"r{n:02}", tuple(k)) for n, k in enumerate(keys)]
    codes, _ = find_codes((Channel(),), keys_of, records)
    expected = [i * len(keys) + j for j in range(len(keys)) for i in range(j) if keys[i] & keys[j]]
    assert codes.tolist() == sorted(expected)


@given(st.integers(1, 12), st.lists(st.tuples(st.integers(0, 11), st.integers(0, 11)), max_size=20))
def test_components_are_what_walking_the_links_reaches(size: int, drawn: list[tuple[int, int]]) -> None:
    links = [(a % size, b % size) for a, b in drawn]
    reached = [{i} for i in range(size)]
    for _ in range(size):
        for a, b in links:
            both = reached[a] | reached[b]
            for i in both:
                reached[i] = reached[i] | both
    assert label_components(size, links) == [min(r) for r in reached]
