from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from twosource.bench import harness
from twosource.bench.harness import Case, Command, Measured, NotMeasured, find_cases, measure
from twosource.bench.report import compare_rows, render_lines, render_table
from twosource.bench.text import make_texts, prepare_words
from twosource.bench.time import make_news
from twosource.errors import ConfigError


def test_a_case_is_measured_in_a_process_of_its_own_at_each_size() -> None:
    case = Case(name="text/words", what="words", prepare=prepare_words, sizes=(1, 3))
    found = list(measure(case, repeats=1))
    assert [(m.size, m.units) for m in found if isinstance(m, Measured)] == [(1, 1), (3, 3)]
    assert all(isinstance(m, Measured) and m.cpu_s > 0 and m.peak_mib > 1 for m in found)


def test_a_peer_that_is_not_installed_says_what_to_install() -> None:
    case = Case(name="x/peer", what="", prepare=prepare_words, sizes=(1,), peer_of="x/y", requires=("no-such-thing",))
    assert list(measure(case)) == [NotMeasured(name="x/peer", why="pip install no-such-thing")]


def test_a_case_or_command_without_what_it_needs_is_not_measured() -> None:
    nowhere = Path("/nowhere/at/all")
    command = Command(name="x/y", what="", arguments=("--help",), needs=nowhere)
    case = Case(name="x/y", what="", prepare=prepare_words, sizes=(1,), needs=nowhere)
    expected = [NotMeasured(name="x/y", why="needs /nowhere/at/all")]
    assert list(measure(command)) == list(measure(case)) == expected


def test_a_command_that_fails_is_told_and_the_rest_goes_on() -> None:
    case = Command(name="x/y", what="", program=("-c",), arguments=("raise SystemExit('oops')",))
    (found,) = measure(case, repeats=1)
    assert isinstance(found, NotMeasured)
    assert found.failed
    assert "oops" in found.why


def test_the_best_of_the_repeats_counts(monkeypatch: pytest.MonkeyPatch) -> None:
    runs = iter([_measured(cpu_s=c, wall_s=w) for c, w in ((2.0, 9.0), (1.0, 8.0), (3.0, 7.0)) * 2])
    monkeypatch.setattr(harness, "_run_case", lambda *_: next(runs))
    monkeypatch.setattr(harness, "_run_command", lambda *_: next(runs))
    (case,) = measure(Case(name="a/x", what="", prepare=prepare_words, sizes=(1,)), repeats=3)
    (command,) = measure(Command(name="a/y", what="", arguments=()), repeats=3)
    assert isinstance(case, Measured)
    assert isinstance(command, Measured)
    assert (case.cpu_s, command.wall_s) == (1.0, 7.0), "work by CPU time, a command by the clock"


def test_a_broken_limit_is_seen() -> None:
    case = Command(name="x/y", what="", program=("-c",), arguments=("pass",), wall_limit_s=1e-9)
    (found,) = measure(case, repeats=1)
    assert isinstance(found, Measured)
    assert not found.kept


def test_cases_are_found_by_their_place_and_chosen_by_prefix() -> None:
    assert [case.name for case in find_cases(["startup/help", "text/w"])] == ["startup/help", "text/words"]
    with pytest.raises(ConfigError, match="startup/help"):
        find_cases(["weather"])


def test_every_case_has_a_name_of_its_own_and_every_peer_somebody_to_compare_with() -> None:
    cases = find_cases()
    names = [case.name for case in cases]
    sizes = {case.name: set(case.sizes) for case in cases if isinstance(case, Case)}
    peers = [case for case in cases if isinstance(case, Case) and case.peer_of]
    assert len(names) == len(set(names))
    assert [peer.name for peer in peers if not set(peer.sizes) & sizes.get(peer.peer_of or "", set())] == []


def _measured(**fields: Any) -> Measured:
    known = {"name": "a/x", "size": 1, "unit": "d", "units": 1000, "cpu_s": 0.5, "wall_s": 1.0, "peak_mib": 1.0}
    return Measured(**{**known, "grown_mib": 0.0, **fields})


def test_the_rate_is_of_cpu_time() -> None:
    assert _measured(units=1000, cpu_s=0.5, wall_s=4.0).rate == 2000.0


def test_a_peer_is_compared_at_its_own_size_only() -> None:
    rows = compare_rows([_measured(size=1), _measured(size=2, cpu_s=0.1), _measured(name="a/p", size=2, peer_of="a/x")])
    assert [row.peer_ratio for row in rows] == [None, None, pytest.approx(5.0)]


def test_a_unit_of_known_size_gives_megabytes_a_cpu_second() -> None:
    assert _measured(unit_bytes=2_500.0).megabytes_rate == pytest.approx(5.0)
    assert _measured().megabytes_rate is None


def test_the_table_shows_megabytes_where_the_size_of_a_unit_is_known() -> None:
    table = render_table(compare_rows([_measured(unit_bytes=2_500.0), _measured(name="a/y")]))
    (column,) = [column for column in table.columns if column.header == "MB/CPU-s"]
    assert list(column.cells) == ["5", ""]


def test_the_table_shows_the_memory_that_each_unit_took_above_the_inputs() -> None:
    table = render_table(compare_rows([_measured(units=1024, grown_mib=4.0), _measured(name="a/y", units=1)]))
    (column,) = [column for column in table.columns if column.header == "KB/unit"]
    assert list(column.cells) == ["4.1", ""]


def test_the_stated_bytes_of_a_unit_are_those_of_the_texts() -> None:
    texts, news = make_texts(1_000), make_news(300_000)
    stated = {c.name: c.unit_bytes for c in find_cases(["text/", "time/"]) if isinstance(c, Case)}
    assert stated["text/fold"] == pytest.approx(sum(len(text.encode()) for text in texts) / len(texts), rel=1e-3)
    assert stated["time/articles"] == pytest.approx(len(news.encode()) / len(news), rel=1e-3)


def test_lines_for_programs_hold_what_was_measured_and_what_was_not() -> None:
    measured = Measured(name="a/x", size=1, unit="d", units=1, cpu_s=1.0, wall_s=1.0, peak_mib=1.0, grown_mib=0.0)
    lines = render_lines(compare_rows([measured]), [NotMeasured(name="a/y", why="pip install y")]).splitlines()
    assert [b'"a/x"' in lines[0], b'"a/y"' in lines[1], len(lines)] == [True, True, 2]
