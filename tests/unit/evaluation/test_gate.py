from __future__ import annotations

import math
from pathlib import Path

import pytest
from msgspec.structs import replace

from twosource.errors import ConfigError
from twosource.evaluation.areas import AREAS, choose_areas, digests_of, folder_of
from twosource.evaluation.gate import (
    Floor,
    Standing,
    Verdict,
    judge,
    raise_floors,
    read_floors,
    write_floors,
)
from twosource.evaluation.metric import Metric

_KEY = "time/set/value"


def _metric(value: float, *, name: str = "value", higher_is_better: bool = True) -> Metric:
    return Metric(area="time", dataset="set", name=name, value=value, units=10, higher_is_better=higher_is_better)


def _floor(value: float, *, gold: str = "gold") -> Floor:
    return Floor(floor=value * 0.995, measured=value, gold=gold, command="twosource evaluate time")


def _verdict(metric: Metric | None, floor: Floor | None, *, gold: str = "gold") -> Verdict:
    (verdict,) = judge([metric] if metric else [], {_KEY: floor} if floor else {}, gold={_KEY: gold}, areas=["time"])
    return verdict


@pytest.mark.parametrize(
    ("value", "higher_is_better", "standing"),
    [
        (0.80, True, Standing.HELD),
        (0.90, True, Standing.HELD),
        (0.797, True, Standing.HELD),
        (0.79, True, Standing.BELOW),
        (math.nan, True, Standing.BELOW),
        (0.79, False, Standing.HELD),
        (0.90, False, Standing.BELOW),
    ],
)
def test_a_figure_holds_at_its_floor_and_fails_below(value: float, higher_is_better: bool, standing: Standing) -> None:
    assert _verdict(_metric(value, higher_is_better=higher_is_better), _floor(0.8)).standing is standing


def test_other_gold_fails_even_where_the_figure_is_better() -> None:
    assert _verdict(_metric(0.99), _floor(0.8), gold="other gold").standing is Standing.OTHER_GOLD


def test_a_figure_without_a_floor_is_new_and_a_floor_without_a_figure_is_missing() -> None:
    assert _verdict(_metric(0.5), None).standing is Standing.NEW
    assert _verdict(None, _floor(0.5)).standing is Standing.MISSING


def test_a_figure_that_rests_on_nothing_was_not_measured() -> None:
    empty = Metric(area="time", dataset="set", name="value", value=0.9, units=0)
    assert _verdict(empty, _floor(0.5)).standing is Standing.MISSING
    assert judge([empty], {}, gold={}, areas=["time"]) == []


def test_floors_of_other_areas_are_not_missed() -> None:
    assert judge([], {"stories/set/f1": _floor(0.5)}, gold={}, areas=["time"]) == []


def test_gain_is_better_than_what_the_floor_was_set_by() -> None:
    assert _verdict(_metric(0.9), _floor(0.8)).gain == pytest.approx(0.1)
    assert _verdict(_metric(0.9, higher_is_better=False), _floor(0.8)).gain == pytest.approx(-0.1)


def _raised(metric: Metric | None, floor: Floor | None, *, gold: str = "gold", lower: bool = False) -> float | None:
    verdict = _verdict(metric, floor, gold=gold)
    before = {_KEY: floor} if floor else {}
    after = raise_floors(before, [verdict], gold={_KEY: gold}, command="twosource evaluate", lower=lower)
    return after[_KEY].measured if _KEY in after else None


@pytest.mark.parametrize(
    ("value", "lower", "measured"),
    [(0.9, False, 0.9), (0.798, False, 0.8), (0.7, False, 0.8), (0.7, True, 0.7)],
    ids=["better raises", "a little worse keeps", "worse keeps", "worse lowers only when asked for"],
)
def test_a_floor_only_gets_stricter_unless_asked(value: float, lower: bool, measured: float) -> None:
    assert _raised(_metric(value), _floor(0.8), lower=lower) == measured


def test_what_was_measured_is_noted_under_a_floor_that_holds_and_never_lowers_it() -> None:
    held = replace(_floor(0.8), floor=0.78)
    for value in (0.79, 0.795, 0.785):
        metric = _metric(value)
        [verdict] = judge([metric], {_KEY: held}, gold={_KEY: "gold"}, areas=["time"])
        held = raise_floors({_KEY: held}, [verdict], gold={_KEY: "gold"}, command="twosource evaluate", lower=True)[
            _KEY
        ]
        assert held.measured == value
        assert held.floor >= 0.78


@pytest.mark.parametrize(
    ("area", "name", "slack"),
    [("time", "strict", 0.005), ("names", "model_f", 0.02), ("syntax", "las", 0.02), ("findings", "recall", 0.05)],
)
def test_what_the_news_model_reads_has_wider_floors(area: str, name: str, slack: float) -> None:
    metric = replace(_metric(0.8), area=area, name=name)
    [verdict] = judge([metric], {}, gold={metric.key: "gold"}, areas=[area])
    [floor] = raise_floors({}, [verdict], gold={metric.key: "gold"}, command="twosource evaluate").values()
    assert floor.floor == pytest.approx(0.8 * (1 - slack), abs=0.0001)


def test_other_gold_and_vanished_figures_are_accepted_only_when_lowering_is_asked_for() -> None:
    assert _raised(_metric(0.9), _floor(0.8), gold="other gold") == 0.8
    assert _raised(_metric(0.9), _floor(0.8), gold="other gold", lower=True) == 0.9
    assert _raised(None, _floor(0.8)) == 0.8
    assert _raised(None, _floor(0.8), lower=True) is None


@pytest.mark.parametrize("value", [0.123456, 0.00159, 0.00143, 0.0])
def test_a_new_floor_holds_for_what_it_was_set_by(value: float) -> None:
    for higher_is_better in (True, False):
        metric = _metric(value, higher_is_better=higher_is_better)
        verdicts = judge([metric], {}, gold={_KEY: "gold"}, areas=["time"])
        floors = raise_floors({}, verdicts, gold={_KEY: "gold"}, command="twosource evaluate")
        assert abs(floors[_KEY].floor - value) <= 0.005 * value + 0.0001, "half a percent, and the last digit"
        assert judge([metric], floors, gold={_KEY: "gold"}, areas=["time"])[0].standing is Standing.HELD
        assert floors[_KEY].command == "twosource evaluate time"


def test_floors_are_written_in_order_and_read_back(tmp_path: Path) -> None:
    floors = {"b/s/x": _floor(0.5), "a/s/x": _floor(0.25)}
    path = tmp_path / "eval" / "floors.json"
    write_floors(path, floors)
    assert read_floors(path) == floors
    assert path.read_text().index('"a/s/x"') < path.read_text().index('"b/s/x"')
    assert read_floors(tmp_path / "none.json") == {}


def test_a_damaged_floors_file_is_named(tmp_path: Path) -> None:
    path = tmp_path / "floors.json"
    path.write_text('{"a": {"flor": 1}}')
    with pytest.raises(ConfigError, match=r"floors\.json"):
        read_floors(path)


def test_the_gold_digest_follows_the_dataset_and_nothing_else(tmp_path: Path) -> None:
    for dataset in ("set", "other"):
        (tmp_path / dataset).mkdir()
        (tmp_path / dataset / "gold.jsonl").write_text(dataset)
    before = digests_of([_metric(0.5)], tmp_path)
    (tmp_path / "other" / "gold.jsonl").write_text("changed")
    (tmp_path / "set" / "README.md").write_text("prose")
    assert digests_of([_metric(0.5)], tmp_path) == before
    (tmp_path / "set" / "gold.jsonl").write_text("changed")
    assert digests_of([_metric(0.5)], tmp_path) != before


def test_gold_that_is_borrowed_from_another_area_is_found(tmp_path: Path) -> None:
    for place in ("time", "stories/set", "packs"):
        (tmp_path / place).mkdir(parents=True)
        (tmp_path / place / "gold.jsonl").write_text(place)
    packs = Metric(area="time", dataset="packs", name="value", value=0.5, units=10)
    assert list(digests_of([packs], tmp_path / "time").values()) == list(digests_of([packs], tmp_path).values())
    borrowed = digests_of([_metric(0.5)], tmp_path / "time")
    assert borrowed == digests_of([_metric(0.5)], tmp_path / "stories")
    (tmp_path / "stories" / "set" / "gold.jsonl").write_text("changed")
    assert digests_of([_metric(0.5)], tmp_path / "time") != borrowed


def test_the_data_folder_may_be_the_whole_or_the_areas_own(tmp_path: Path) -> None:
    (tmp_path / "lineage").mkdir()
    assert folder_of("credits", tmp_path) == folder_of("credits", tmp_path / "lineage") == tmp_path / "lineage"
    with pytest.raises(ConfigError, match="a folder with time/ in it"):
        folder_of("time", tmp_path)


def test_all_means_every_area_and_an_unknown_area_is_refused() -> None:
    assert choose_areas("all") == tuple(AREAS)
    with pytest.raises(ConfigError, match="no such area"):
        choose_areas("weather")
