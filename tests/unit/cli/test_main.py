from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from twosource.cli import main as entry
from twosource.cli.commands import COMMANDS, Command
from twosource.cli.exits import Exit
from twosource.cli.main import main
from twosource.errors import BrokenInvariant, StoreLocked

_PROGRAM = (sys.executable, "-m", "twosource")


def _run(*arguments: str, **settings: str) -> subprocess.CompletedProcess[str]:
    environment = {"PATH": "/usr/bin:/bin", **settings}
    return subprocess.run([*_PROGRAM, *arguments], capture_output=True, text=True, check=False, env=environment)  # noqa: S603 - our own program


def test_help_lists_every_command_with_its_purpose(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--help"]) == Exit.DONE
    shown = " ".join(capsys.readouterr().out.replace("│", " ").split())
    for command in COMMANDS:
        assert f"{command.name} {command.purpose}" in shown


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.name)
def test_help_of_a_command_gives_an_example_and_the_exit_codes(
    command: Command, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([command.name, "--help"]) == Exit.DONE
    shown = capsys.readouterr().out
    assert f"$ twosource {command.name}" in shown
    assert "Exit codes\n  0  " in shown


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.name)
def test_a_purpose_is_one_line_of_the_help_page(command: Command) -> None:
    assert len(command.purpose) <= 63
    assert command.purpose.endswith(".")


def test_help_loads_no_command_and_nothing_heavy() -> None:
    program = (
        "import sys; from twosource.cli.main import main; main(['--help']);"
        "heavy = {'numpy', 'scipy', 'lxml', 'trafilatura', 'jinja2', 'sqlite3', 'msgspec', 'twosource.plan'};"
        "sys.exit(', '.join(sorted(heavy & set(sys.modules))) or None)"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)  # noqa: S603 - our own program
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["reprot", "a.txt"], "reprot"),
        (["report"], "PATHS"),
        (["report", "a.txt", "--jsn", "x"], "unknown option --jsn"),
        (["report", "a.txt", "-z"], "unknown option -z"),
        (["report", "a.txt", "--jsn", "x"], "--help lists; for a file of that name write ./--jsn"),
        (["check", "It rained."], "given neither PATHS nor --db, allowed: files or folders after the text"),
        (["check", " ", "a.txt"], "nothing to look for"),
        (["timeline", "a.txt", "--dates", "0"], "--dates"),
        (["timeline", "a.txt", "--dates", "few"], "few"),
        (["schema", "weather"], "lineage-groups"),
        (["evaluate", "weather", "--data", "."], "no such area"),
        (["evaluate", "time", "--data", "nowhere"], "a folder with time/ in it"),
        (["evaluate", "time", "--data", ".", "--lower-floors"], "--update-floors"),
        (["evaluate", "time", "--data", ".", "--gate", "--floors", "none.json"], "none.json"),
        (["why", "abc"], "--db FILE, or PATHS"),
        (["why", "abc", "--db", "none.db"], "no such store"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_wrong_usage_is_explained_without_a_traceback(
    arguments: list[str], message: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(arguments) == Exit.REFUSED
    shown = capsys.readouterr()
    assert shown.out == ""
    assert message in " ".join(shown.err.replace("│", " ").split())
    assert "Traceback" not in shown.err


class _Raises:
    def __init__(self, error: BaseException) -> None:
        self.error = error

    def __call__(self, *_: object, **__: object) -> int:
        raise self.error


@pytest.mark.parametrize(
    ("error", "code", "message"),
    [
        (StoreLocked("a.db: another process is writing to it"), Exit.REFUSED, "twosource: a.db: another process"),
        (BrokenInvariant("a span does not hold"), Exit.OUR_BUG, "Please report it"),
        (ZeroDivisionError("oops"), Exit.OUR_BUG, "ZeroDivisionError: oops"),
    ],
    ids=["expected", "invariant", "unexpected"],
)
def test_every_failure_has_a_message_and_a_code(
    error: Exception,
    code: Exit,
    message: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setattr(entry, "build_app", lambda: _Raises(error))
    assert main([]) == code
    assert message in capsys.readouterr().err


def test_a_reader_that_stops_reading_ends_the_command_in_silence() -> None:
    command = [*_PROGRAM, "schema", "claims"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:  # noqa: S603 - our own program
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        assert process.stderr.read() == ""
    assert process.returncode == Exit.BROKEN_PIPE


def test_no_colour_where_no_color_is_set() -> None:
    assert "\x1b[" in _run("--help", FORCE_COLOR="1").stdout
    assert "\x1b[3" not in _run("--help", FORCE_COLOR="1", NO_COLOR="1").stdout


def test_a_terminal_without_our_characters_is_no_reason_to_stop() -> None:
    done = _run("--help", PYTHONIOENCODING="ascii")
    assert (done.returncode, done.stderr) == (Exit.DONE, "")
    assert "report" in done.stdout


def test_schemas_and_names_are_printed_and_nothing_else(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["schema"]) == Exit.DONE
    names = capsys.readouterr().out.split()
    for name in names:
        assert main(["schema", name]) == Exit.DONE
        assert json.loads(capsys.readouterr().out)["$schema"].startswith("https://json-schema.org/")


def test_the_module_runs_as_a_program(tmp_path: Path) -> None:
    done = _run("schema", "stories", HOME=str(tmp_path))
    assert (done.returncode, done.stderr) == (Exit.DONE, "")
    assert json.loads(done.stdout)["title"] == "twosource stories line"
