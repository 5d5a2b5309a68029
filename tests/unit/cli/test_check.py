"""`twosource check`: what it prints, and what its exit code tells."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest

from twosource.cli.exits import Exit
from twosource.cli.main import main
from twosource.contract import schema_of

Captured = pytest.CaptureFixture[str]

_RAIN = (
    "President Ida Orre visited Vesmark on 4 March 2024 and opened the bridge, her office said. The ferry is closed."
)
_TEXTS = {
    "Orre visited Vesmark.": Exit.DONE,
    "Orre visited Vesmark on Friday.": Exit.UNMEASURED,
    "Orre did not visit Vesmark.": Exit.CONTESTED,
    "Orre visited Dunmere.": Exit.NOT_FOUND,
}


@pytest.fixture
def coverage(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with one article, and it is the working folder."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "news").mkdir()
    (tmp_path / "news" / "rain.jsonl").write_text(json.dumps({"id": "r", "text": _RAIN, "published": "2024-03-05"}))
    return tmp_path


@pytest.mark.usefixtures("coverage")
@pytest.mark.parametrize(("text", "code"), list(_TEXTS.items()))
def test_the_exit_code_tells_the_answer_from_paths_and_from_a_store(text: str, code: Exit) -> None:
    main(["report", "news", "--db", "news.db"])
    assert main(["check", text, "news"]) == code
    assert main(["check", text, "--db", "news.db"]) == code
    assert main(["check", text, "--store", "news.db"]) == code


def test_found_in_part_of_the_input_is_told(coverage: Path, capsys: Captured) -> None:
    (coverage / "news" / "bad.jsonl").write_text("{")
    assert main(["check", "Orre visited Vesmark.", "news"]) == Exit.SOME_REJECTED
    printed = capsys.readouterr()
    assert "input that was not read" in printed.out
    assert "bad.jsonl" in printed.err


@pytest.mark.usefixtures("coverage")
def test_nothing_read_is_no_answer(capsys: Captured) -> None:
    assert main(["check", "Orre visited Vesmark.", "none"]) == Exit.NOTHING_READ
    assert capsys.readouterr().out == ""


@pytest.mark.usefixtures("coverage")
def test_the_day_of_the_text_settles_its_weekday() -> None:
    assert main(["check", "Orre visited Vesmark on Monday.", "news", "--said-on", "2024-03-05"]) == Exit.DONE


@pytest.mark.usefixtures("coverage")
@pytest.mark.parametrize("places", [[], ["news", "--db", "news.db"]])
def test_it_needs_one_place_to_look(places: list[str], capsys: Captured) -> None:
    assert main(["check", "Orre visited Vesmark.", *places]) == Exit.REFUSED
    assert "one place to look" in capsys.readouterr().err


@pytest.mark.usefixtures("coverage")
def test_json_is_one_line_of_its_schema(capsys: Captured) -> None:
    main(["check", "Orre did not visit Vesmark.", "news", "--format", "json"])
    (line,) = (json.loads(row) for row in capsys.readouterr().out.splitlines())
    jsonschema.validate(line, schema_of("check"))
    evidence = line["parts"][0]["evidence_against"]
    assert [_RAIN[e["start"] : e["end"]] == e["quote"] for e in evidence] == [True]


@pytest.mark.parametrize("form", ["text", "markdown", "json"])
def test_every_format_goes_to_a_file(form: str, coverage: Path, capsys: Captured) -> None:
    main(["check", "Orre visited Vesmark.", "news", "--format", form])
    printed = capsys.readouterr().out
    main(["check", "Orre visited Vesmark.", "news", "--format", form, "-o", "answer"])
    assert (coverage / "answer").read_text(encoding="utf-8") == printed
    assert "found" in printed.lower()


@pytest.mark.usefixtures("coverage")
def test_the_answer_names_articles_by_file_and_days_in_words(capsys: Captured) -> None:
    assert main(["check", "Orre visited Vesmark on 4 March 2024.", "news"]) == Exit.DONE
    printed = capsys.readouterr().out
    assert "r, 5 March 2024" in printed
    assert ": 4 March 2024: “" in printed
    assert "2024-03" not in printed
