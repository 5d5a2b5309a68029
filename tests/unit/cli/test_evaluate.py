from __future__ import annotations

import json
from pathlib import Path

import pytest

from twosource.cli import evaluate as command
from twosource.cli.exits import Exit
from twosource.cli.main import main
from twosource.evaluation.metric import Metric


class _Measures:
    """Stands for the areas: gives one figure, whatever is asked."""

    value = 0.8

    def __call__(self, area: str, folder: Path) -> tuple[Metric, ...]:
        assert folder.is_dir()
        return (Metric(area=area, dataset="set", name="f1", value=self.value, units=3, low=0.7, high=0.9),)


@pytest.fixture
def measured(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> _Measures:
    (tmp_path / "data" / "time" / "set").mkdir(parents=True)
    (tmp_path / "data" / "time" / "set" / "gold.jsonl").write_text("{}\n")
    monkeypatch.chdir(tmp_path)
    stand_in = _Measures()
    monkeypatch.setattr(command, "evaluate_area", stand_in)
    return stand_in


_TIME = ["evaluate", "time", "--data", "data"]


@pytest.mark.usefixtures("measured")
def test_a_figure_is_shown_with_its_interval(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(_TIME) == Exit.DONE
    printed = capsys.readouterr()
    assert "time/set/f1 │ 0.800 │ 0.700 - 0.900 │     3" in printed.out
    assert "no floor yet" in printed.out
    assert "1 figures" in printed.err


def test_the_gate_opens_at_the_floor_and_closes_below_it(
    measured: _Measures, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([*_TIME, "--update-floors"]) == Exit.DONE
    assert main([*_TIME, "--gate"]) == Exit.DONE
    measured.value = 0.7
    assert main(_TIME) == Exit.DONE, "without --gate a loss is shown, not punished"
    assert main([*_TIME, "--gate"]) == Exit.BELOW_FLOOR
    assert "gate: time/set/f1: below its floor; `twosource evaluate time --data DIR` measures it" in (
        capsys.readouterr().err
    )


def test_a_floor_is_lowered_only_by_asking_for_it(measured: _Measures) -> None:
    main([*_TIME, "--update-floors"])
    measured.value = 0.7
    assert main([*_TIME, "--update-floors", "--gate"]) == Exit.BELOW_FLOOR
    assert main([*_TIME, "--update-floors", "--lower-floors"]) == Exit.DONE
    assert main([*_TIME, "--gate"]) == Exit.DONE


@pytest.mark.usefixtures("measured")
def test_other_gold_closes_the_gate(tmp_path: Path) -> None:
    main([*_TIME, "--update-floors"])
    (tmp_path / "data" / "time" / "set" / "gold.jsonl").write_text('{"more": 1}\n')
    assert main([*_TIME, "--gate"]) == Exit.BELOW_FLOOR


@pytest.mark.usefixtures("measured")
def test_a_floor_whose_figure_is_gone_closes_the_gate(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main([*_TIME, "--update-floors"])
    floors = tmp_path / "eval" / "floors.json"
    floors.write_text(floors.read_text().replace("time/set/f1", "time/set/gone"))
    assert main([*_TIME, "--gate"]) == Exit.BELOW_FLOOR
    assert "gate: time/set/gone: not measured" in capsys.readouterr().err


@pytest.mark.usefixtures("measured")
def test_figures_for_programs_are_json_lines(capsys: pytest.CaptureFixture[str]) -> None:
    assert main([*_TIME, "--json"]) == Exit.DONE
    (line,) = capsys.readouterr().out.splitlines()
    assert json.loads(line)["metric"]["value"] == 0.8


def test_errors_are_listed_by_rule(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = tmp_path / "time" / "timebank"
    folder.mkdir(parents=True)
    article = {"id": "a", "text": "They left on Monday and came back.", "published": "2025-05-04"}
    gold = {"article": "a", "start": 13, "end": 19, "quote": "Monday", "type": "DATE", "value": "2025-01-01"}
    (folder / "articles.jsonl").write_text(json.dumps(article) + "\n")
    (folder / "timex.jsonl").write_text(json.dumps(gold) + "\n")
    assert main(["evaluate", "time", "--data", str(tmp_path), "--errors"]) == Exit.DONE
    [line] = capsys.readouterr().out.splitlines()
    error = json.loads(line)
    assert (error["rule"], error["gold_value"], error["value"]) == ("weekday", "2025-01-01", "2025-04-28")


def test_an_area_that_lists_no_errors_says_so(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "stories").mkdir()
    assert main(["evaluate", "stories", "--data", str(tmp_path), "--errors"]) == Exit.REFUSED
    assert "lists no errors" in capsys.readouterr().err
