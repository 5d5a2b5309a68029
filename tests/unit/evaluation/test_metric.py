from __future__ import annotations

from twosource.evaluation.metric import bootstrap


def test_the_interval_leaves_out_a_fortieth_at_either_end() -> None:
    scores = iter(reversed(range(1_000)))
    assert bootstrap(["unit"], lambda _: next(scores), rounds=1_000) == (24, 974)


def test_whole_units_are_drawn_and_the_same_ones_every_time() -> None:
    units = [0.0, 0.2, 0.4, 1.0]
    interval = bootstrap(units, lambda drawn: sum(drawn) / len(drawn))
    assert 0.0 <= interval[0] < 0.4 < interval[1] <= 1.0
    assert bootstrap(units, lambda drawn: sum(drawn) / len(drawn)) == interval
    assert bootstrap([0.7], max) == (0.7, 0.7)
