"""What is not documented, or documented wrongly, fails: commands, options, exported names, and every example."""

from __future__ import annotations

import doctest
import importlib
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType

import pytest

import twosource
from twosource.cli.commands import COMMANDS
from twosource.cli.exits import Exit
from twosource.cli.main import build_app
from twosource.contract import SCHEMA_NAMES, schema_of
from twosource.demo import demo_articles

_ROOT = Path(__file__).resolve().parents[2]
_PAGES = sorted([_ROOT / "README.md", *(_ROOT / "docs").glob("*.md")])
_FENCE = re.compile(r"^```(?P<kind>console|python)\n(?P<code>.*?)^```$", re.MULTILINE | re.DOTALL)
_FLAGS = doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE


def _cli_section(command: str) -> str:
    page = (_ROOT / "docs" / "cli.md").read_text(encoding="utf-8")
    found = re.search(rf"^## twosource {command}\n(.*?)(?=^## |\Z)", page, re.MULTILINE | re.DOTALL)
    return found.group(1) if found else ""


@pytest.mark.parametrize("command", [command.name for command in COMMANDS])
def test_every_command_and_option_is_documented(command: str) -> None:
    section = _cli_section(command)
    arguments = build_app()[command].assemble_argument_collection()
    options = [name for argument in arguments for name in argument.names if name.startswith("-")]
    assert section, f"docs/cli.md has no section on {command}"
    assert [name for name in options if f"`{name}`" not in section and f"`{name} " not in section] == []


def test_no_command_is_documented_that_is_not_there() -> None:
    page = (_ROOT / "docs" / "cli.md").read_text(encoding="utf-8")
    assert re.findall(r"^## twosource (\w+)$", page, re.MULTILINE) == [command.name for command in COMMANDS]


def test_every_exit_code_is_documented() -> None:
    page = (_ROOT / "docs" / "cli.md").read_text(encoding="utf-8")
    assert [code.name for code in Exit if f"| {code.value} |" not in page] == []


@pytest.mark.parametrize("name", SCHEMA_NAMES)
def test_every_line_is_documented_with_its_fields(name: str) -> None:
    page = (_ROOT / "docs" / "contract.md").read_text(encoding="utf-8")
    schema = schema_of(name)
    top = schema["$defs"][schema["$ref"].rpartition("/")[2]]
    assert f"## {name}\n" in page or f"schema `{name}`" in page
    assert [field for field in top["properties"] if f'"{field}"' not in page] == []


# ---- exported names ------------------------------------------------------------------------------------------------


def _packages() -> Iterator[str]:
    for init in sorted((_ROOT / "src" / "twosource").rglob("__init__.py")):
        if "__all__" in init.read_text(encoding="utf-8"):
            yield ".".join(init.parent.relative_to(_ROOT / "src").parts)


def _is_public(name: str, value: object) -> bool:
    ours = str(getattr(value, "__module__", "twosource")).startswith("twosource")
    return ours and not name.startswith("_") and not isinstance(value, ModuleType)


@pytest.mark.parametrize("name", list(_packages()))
def test_every_public_name_of_a_package_is_exported_and_described(name: str) -> None:
    package = importlib.import_module(name)
    exported = list(package.__all__)
    public = {n for n, value in vars(package).items() if _is_public(n, value)} - {"annotations", "TYPE_CHECKING"}
    assert public - set(exported) == set(), "public, but not in __all__"
    assert len(exported) == len(set(exported))
    assert [name for name in exported if not (getattr(package, name).__doc__ or "").strip()] == [], "no docstring"


def test_every_name_of_the_library_is_in_its_page() -> None:
    page = (_ROOT / "docs" / "library.md").read_text(encoding="utf-8")
    assert [name for name in twosource.__all__ if f"`{name}`" not in page and f"`{name}(" not in page] == []


# ---- examples ------------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class _Example:
    """One command of a `console` block and what it is shown to print."""

    command: str
    shown: str


def _examples(code: str) -> Iterator[_Example]:
    for block in re.split(r"^\$ ", code, flags=re.MULTILINE)[1:]:
        command, _, shown = block.partition("\n")
        yield _Example(command=command, shown=shown)


@pytest.fixture(scope="module")
def sandbox(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder as the examples have it: `coverage/` with some articles, and `feed.jsonl`."""
    folder = tmp_path_factory.mktemp("examples")
    shutil.copytree(demo_articles(), folder / "coverage")
    shutil.copy(folder / "coverage" / "feed.jsonl", folder)
    return folder


def _environment(home: Path) -> dict[str, str]:
    programs = f"{Path(sys.executable).parent}{os.pathsep}{os.environ.get('PATH', '')}"
    return {"PATH": programs, "HOME": str(home), "NO_COLOR": "1", "COLUMNS": "100"}


def _run_example(example: _Example, sandbox: Path) -> None:
    done = subprocess.run(  # noqa: S602 - the examples of our own documentation
        example.command,
        shell=True,
        cwd=sandbox,
        env=_environment(sandbox),
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    assert done.returncode == 0, f"$ {example.command}\n{done.stderr}"
    checker = doctest.OutputChecker()
    if example.shown.strip() and not checker.check_output(example.shown, done.stdout, _FLAGS):
        pytest.fail(f"$ {example.command}\nshown:\n{example.shown}\nprinted:\n{done.stdout}")


def _run_python(code: str, names: dict[str, object], page: Path) -> None:
    runner = doctest.DocTestRunner(optionflags=_FLAGS)
    test = doctest.DocTestParser().get_doctest(code, names, page.name, str(page), 0)
    messages: list[str] = []
    runner.run(test, out=messages.append, clear_globs=False)
    names.update(test.globs)
    assert not runner.failures, "".join(messages)


@pytest.mark.slow
@pytest.mark.parametrize("page", _PAGES, ids=lambda page: page.name)
def test_every_example_on_the_page_runs(page: Path, sandbox: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(sandbox)
    names: dict[str, object] = {}
    for block in _FENCE.finditer(page.read_text(encoding="utf-8")):
        if block["kind"] == "python":
            _run_python(block["code"], names, page)
            continue
        for example in _examples(block["code"]):
            if "twosource" in example.command:
                _run_example(example, sandbox)


def test_links_between_pages_lead_somewhere() -> None:
    broken = [
        f"{page.name}: {target}"
        for page in _PAGES
        for target in re.findall(r"\]\((?!https?:|#|mailto:)([^)\s]+)\)", page.read_text(encoding="utf-8"))
        if not (page.parent / target.partition("#")[0]).exists()
    ]
    assert broken == []
