"""The commands that read coverage, run on the bundled corpus and on input that cannot be read."""

from __future__ import annotations

import io
import json
import os
import shutil
import sys
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import jsonschema
import msgspec
import pytest

import twosource
from twosource.cli.exits import Exit
from twosource.cli.main import main
from twosource.contract import descent_line, lineage_line, schema_of, story_lines
from twosource.demo import demo_articles

Captured = pytest.CaptureFixture[str]

_RAIN = "Rain fell on Vesmark on 4 March 2024, and the lower market was closed until noon, the mayor said.\n"


@pytest.fixture(scope="module")
def coverage(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two articles of the bundled corpus and its feed."""
    folder = tmp_path_factory.mktemp("coverage")
    for name in ("02_courier.txt", "05_unknown.txt", "feed.jsonl"):
        shutil.copy(demo_articles() / name, folder)
    return folder


@pytest.fixture
def somewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def _lines(printed: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in printed.splitlines()]


_COMMANDS = {
    "annotate": ["annotate", "--layers", "time,attribution,entities,quantities"],
    "lineage": ["lineage"],
    "lineage-groups": ["lineage", "--groups"],
    "stories": ["stories"],
    "stories-labels": ["stories", "--labels"],
    "timeline": ["timeline"],
    "claims": ["claims"],
    "findings": ["findings"],
}


@pytest.mark.parametrize("name", list(_COMMANDS))
def test_a_data_command_prints_lines_of_its_schema_and_nothing_else(
    name: str, coverage: Path, capsys: Captured
) -> None:
    assert main([*_COMMANDS[name], str(coverage)]) == Exit.DONE
    printed = capsys.readouterr()
    lines = _lines(printed.out)
    assert lines
    assert printed.err == ""
    for line in lines:
        jsonschema.validate(line, schema_of(name))


@pytest.mark.parametrize("name", list(_COMMANDS))
def test_a_data_command_writes_the_same_bytes_to_a_file(
    name: str, coverage: Path, somewhere: Path, capsys: Captured
) -> None:
    assert main([*_COMMANDS[name], str(coverage)]) == Exit.DONE
    printed = capsys.readouterr().out
    assert main([*_COMMANDS[name], str(coverage), "-o", "lines.jsonl"]) == Exit.DONE
    assert capsys.readouterr().out == ""
    assert (somewhere / "lines.jsonl").read_text(encoding="utf-8") == printed
    assert [path.name for path in somewhere.iterdir()] == ["lines.jsonl"], "no temporary file is left behind"


@pytest.mark.parametrize("name", ["annotate", "lineage", "stories", "claims", "findings"])
def test_names_and_order_of_files_change_nothing(name: str, coverage: Path, somewhere: Path, capsys: Captured) -> None:
    for number, path in enumerate(sorted(coverage.iterdir(), reverse=True)):
        shutil.copy(path, somewhere / f"{number}{path.suffix}")
    main([*_COMMANDS[name], str(coverage)])
    before = capsys.readouterr().out
    main([*_COMMANDS[name], *(str(p) for p in sorted(somewhere.iterdir(), reverse=True)), str(coverage)])
    assert capsys.readouterr().out == before


def test_commands_that_read_fewer_layers_say_what_the_whole_account_says(coverage: Path, capsys: Captured) -> None:
    account = twosource.account(twosource.read([str(coverage)]))
    credits_of = {reading.article.id: reading.credits for reading in account.readings}
    whole = {
        "lineage": map(lineage_line, account.lineage),
        "lineage-groups": (descent_line(d, credits_of[d.article]) for d in account.descents),
        "stories": story_lines(account.stories),
    }
    for name, lines in whole.items():
        assert main([*_COMMANDS[name], str(coverage)]) == Exit.DONE
        assert capsys.readouterr().out == "".join(f"{msgspec.json.encode(line).decode()}\n" for line in lines)


def test_changes_since_an_earlier_run_say_where_old_ids_lead(coverage: Path, somewhere: Path, capsys: Captured) -> None:
    assert main(["stories", str(coverage), "-o", "before.jsonl"]) == Exit.DONE
    assert main(["stories", str(coverage), "--since", "before.jsonl"]) == Exit.DONE
    assert capsys.readouterr().out == ""
    (somewhere / "rain.txt").write_text(_RAIN, encoding="utf-8")
    assert main(["stories", str(coverage), "rain.txt", "--since", "before.jsonl"]) == Exit.DONE
    (change,) = _lines(capsys.readouterr().out)
    jsonschema.validate(change, schema_of("stories-changes"))
    assert (change["change"], change["reason"], len(change["articles"])) == ("new", "articles", 1)


@pytest.mark.parametrize("text", ["no line", '{"article": "a"}'])
def test_what_is_no_earlier_run_is_refused(text: str, coverage: Path, somewhere: Path) -> None:
    (somewhere / "before.jsonl").write_text(text, encoding="utf-8")
    assert main(["stories", str(coverage), "--since", "before.jsonl"]) == Exit.REFUSED
    assert main(["stories", str(coverage), "--since", "gone.jsonl"]) == Exit.REFUSED


def test_standard_input_is_read(coverage: Path, monkeypatch: pytest.MonkeyPatch, capsys: Captured) -> None:
    feed = coverage / "feed.jsonl"
    main(["stories", str(feed)])
    from_file = capsys.readouterr().out
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(feed.read_bytes())))
    assert main(["stories", "-"]) == Exit.DONE
    assert capsys.readouterr().out == from_file


def test_offsets_refer_to_exactly_the_text_given(somewhere: Path, capsys: Captured) -> None:
    text = "  Vesmark — naïve “fog”.\n\nRain fell on 4 March 2024,\u00a0said Ida Brandt.  \n"
    (somewhere / "a.jsonl").write_text(json.dumps({"id": 7, "text": text, "published": "2024-03-05"}) + "\n")
    assert main(["annotate", "a.jsonl"]) == Exit.DONE
    (line,) = _lines(capsys.readouterr().out)
    assert line["article"] == "7"
    entries = line["time"] + line["entities"]
    assert [text[e["start"] : e["end"]] for e in entries] == [e["quote"] for e in entries]
    assert "4 March 2024" in [e["quote"] for e in line["time"]]


def test_syntax_has_the_words_of_each_sentence(coverage: Path, capsys: Captured) -> None:
    assert main(["annotate", str(coverage), "--layers", "syntax"]) == Exit.DONE
    line = _lines(capsys.readouterr().out)[0]
    assert all(sum(word["head"] == -1 for word in sentence) == 1 for sentence in line["syntax"])
    assert "attribution" not in line


def test_without_the_model_a_line_says_so_and_syntax_is_refused(
    coverage: Path, tmp_path: Path, capsys: Captured
) -> None:
    rules = tmp_path / "rules.toml"
    rules.write_text("[model]\nuse = false\n")
    assert main(["annotate", str(coverage), "--options", str(rules)]) == Exit.DONE
    assert "by rules alone" in capsys.readouterr().err
    assert main(["annotate", str(coverage), "--layers", "syntax", "--options", str(rules)]) == Exit.REFUSED
    assert "syntax needs the news model" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("layers", "message"),
    [
        ("events", "this layer is not built yet"),
        ("time,events", "this layer is not built yet"),
        ("weather", "no such layer"),
        (",", "no such layer"),
    ],
)
def test_a_layer_that_is_not_built_is_refused(layers: str, message: str, coverage: Path, capsys: Captured) -> None:
    assert main(["annotate", str(coverage), "--layers", layers]) == Exit.REFUSED
    printed = capsys.readouterr()
    assert printed.out == ""
    assert message in printed.err
    assert "attribution" in printed.err, "the message names the layers there are"


def test_a_timeline_keeps_as_many_days_and_sentences_as_asked(coverage: Path, capsys: Captured) -> None:
    assert main(["timeline", str(coverage), "--dates", "3", "--sentences-per-date", "1"]) == Exit.DONE
    lines = _lines(capsys.readouterr().out)
    assert [len(line["sentences"]) for line in lines] == [1, 1, 1]
    assert [line["date"] for line in lines] == sorted(line["date"] for line in lines)


def test_two_articles_are_explained_side_by_side(coverage: Path, capsys: Captured) -> None:
    assert main(["lineage", str(coverage), "--explain", "02_courier.txt", "01"]) == Exit.DONE
    printed = capsys.readouterr().out
    assert printed.startswith("02 is a copy of 01\n")
    assert "verbatim" in printed
    assert main(["lineage", str(coverage), "--explain", "01", "nobody"]) == Exit.REFUSED
    assert "0 articles fit" in capsys.readouterr().err


def test_two_articles_are_explained_as_one_page_too(coverage: Path, somewhere: Path) -> None:
    assert main(["lineage", str(coverage), "--explain", "02_courier.txt", "01", "-o", "pair.html"]) == Exit.DONE
    page = (somewhere / "pair.html").read_text(encoding="utf-8")
    assert page.startswith("<!doctype html>")
    assert 'class="m-verbatim"' in page


# ---- the main job --------------------------------------------------------------------------------------------------


def test_a_report_is_written_in_every_form_and_ends_with_its_head(
    coverage: Path, somewhere: Path, capsys: Captured
) -> None:
    files = ["--json", "r.json", "--markdown", "r.md", "--db", "r.db"]
    assert main(["report", str(coverage), "-o", "r.html", *files]) == Exit.DONE
    head = capsys.readouterr().out
    assert (somewhere / "r.html").read_text(encoding="utf-8").startswith("<!doctype html>")
    assert json.loads((somewhere / "r.json").read_text(encoding="utf-8"))["format"].startswith("twosource-dossier/")
    assert (somewhere / "r.md").read_text(encoding="utf-8").startswith("#")
    assert " articles   " in head
    assert "origin" in head
    assert "Single origin:" in head
    assert head.endswith("Report: r.html\n")


def test_a_report_goes_to_standard_output_with_its_head_beside_it(coverage: Path, capsys: Captured) -> None:
    assert main(["report", str(coverage / "05_unknown.txt"), "-o", "-"]) == Exit.DONE
    printed = capsys.readouterr()
    assert printed.out.startswith("<!doctype html>")
    assert "1 article " in printed.err


def test_the_same_input_again_leaves_the_store_as_it_was(coverage: Path, somewhere: Path, capsys: Captured) -> None:
    command = ["report", str(coverage), "--db", "a.db"]
    assert main(command) == Exit.DONE
    before = (somewhere / "a.db").read_bytes()
    assert main(command) == Exit.DONE
    assert (somewhere / "a.db").read_bytes() == before
    assert "dropped" not in capsys.readouterr().err


def test_what_a_command_writes_into_the_folder_it_reads_is_no_coverage(somewhere: Path, capsys: Captured) -> None:
    (somewhere / "good.txt").write_text(_RAIN)
    for _ in range(2):
        assert main(["report", ".", "--json", "r.json", "--markdown", "r.md", "--db", "a.db"]) == Exit.DONE
        assert "  1 article " in capsys.readouterr().out
    for name in ("report.html", "r.json", "r.md", "a.db"):
        (somewhere / name).unlink()
    for _ in range(2):
        assert main(["stories", ".", "-o", "lines.jsonl"]) == Exit.DONE


def test_every_line_leads_back_to_raw_words(coverage: Path, somewhere: Path, capsys: Captured) -> None:
    main(["report", str(coverage), "--db", "a.db"])
    main(["claims", str(coverage)])
    claim = _lines(capsys.readouterr().out.partition("Report: report.html\n")[2])[0]
    for place in (["--db", "a.db"], [str(coverage)]):
        assert main(["why", claim["claim"], *place]) == Exit.DONE
        printed = capsys.readouterr().out
        assert all(" ".join(e["quote"].split()) in printed for e in claim["evidence"])
        assert "bytes kept" in printed
    assert main(["why", "no-such-record", "--db", "a.db"]) == Exit.REFUSED
    assert "no such record" in capsys.readouterr().err
    assert (somewhere / "a.db").exists()


def test_the_demo_writes_a_report_and_prints_its_path(somewhere: Path, capsys: Captured) -> None:
    assert main(["demo", "-o", "demo.html"]) == Exit.DONE
    assert capsys.readouterr().out.endswith("Report: demo.html\n")
    assert (somewhere / "demo.html").stat().st_size > 10_000


def test_options_are_written_as_a_file_that_can_be_read(coverage: Path, somewhere: Path, capsys: Captured) -> None:
    assert main(["options"]) == Exit.DONE
    printed = capsys.readouterr().out
    (somewhere / "twosource.toml").write_text(printed.replace("# strictness = ", "strictness = ", 1))
    assert main(["stories", str(coverage), "--options", "twosource.toml"]) == Exit.DONE
    (somewhere / "wrong.toml").write_text("[lineage]\nstrictnes = 'off'\n")
    assert main(["stories", str(coverage), "--options", "wrong.toml"]) == Exit.REFUSED
    assert "strictnes" in capsys.readouterr().err


def test_every_option_says_what_it_does(capsys: Captured) -> None:
    main(["options"])
    lines = capsys.readouterr().out.splitlines()
    options = [place for place, line in enumerate(lines) if " = " in line or line.endswith(" is not set")]
    undescribed = [lines[place] for place in options if not lines[place - 1].startswith("# ")]
    assert undescribed == []


@pytest.mark.parametrize("option", ["-o", "--json", "--markdown", "--db"])
def test_an_output_that_cannot_be_written_is_named_before_the_work(
    option: str, somewhere: Path, capsys: Captured
) -> None:
    assert main(["report", "gone.txt", option, "missing/file"]) == Exit.REFUSED
    printed = capsys.readouterr()
    assert "missing/file cannot be written" in " ".join(printed.err.replace("│", " ").split())
    assert "gone.txt" not in printed.err, "nothing was read"
    assert list(somewhere.iterdir()) == []


def test_an_output_that_is_a_folder_is_named(coverage: Path, somewhere: Path, capsys: Captured) -> None:
    (somewhere / "folder").mkdir()
    assert main(["stories", str(coverage), "-o", "folder"]) == Exit.REFUSED
    assert "given folder, allowed: a file" in capsys.readouterr().err
    assert list(somewhere.iterdir()) == [somewhere / "folder"], "no temporary file is left behind"


# ---- input that cannot be read -------------------------------------------------------------------------------------


def _empty(folder: Path) -> None:
    (folder / "bad").write_bytes(b"")


def _binary(folder: Path) -> None:
    (folder / "bad").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 20)


def _long_line(folder: Path) -> None:
    with (folder / "bad.jsonl").open("wb") as stream:
        stream.write(b'{"text": "')
        for _ in range(50):
            stream.write(b"x" * 1_000_000)
        stream.write(b'"}\n')


def _broken_utf8(folder: Path) -> None:
    (folder / "bad.jsonl").write_bytes(b'{"text": "caf\xe9 \xff\xfe"}\n')


def _malformed(folder: Path) -> None:
    row = json.dumps({"text": _RAIN})
    (folder / "bad.jsonl").write_text(f'{row}\n{{"text": \n{row}\n')


def _no_article(folder: Path) -> None:
    (folder / "bad.html").write_text("<!doctype html><html><body><nav><a href='/'>Home</a></nav></body></html>")


@pytest.mark.parametrize(
    ("make", "where", "reason", "advice"),
    [
        (_empty, "bad", "empty", "check"),
        (_binary, "bad", "binary", "convert it to text"),
        (_long_line, "bad.jsonl:1", "too large", "max_line_bytes"),
        (_broken_utf8, "bad.jsonl:1", "bad encoding", "UTF-8"),
        (_malformed, "bad.jsonl:2", "bad JSON", "expected"),
        (_no_article, "bad.html", "no article found", ""),
    ],
    ids=["empty file", "binary", "50 MB line", "broken UTF-8", "malformed JSON line", "HTML without an article"],
)
def test_what_cannot_be_read_is_named_and_the_rest_is_processed(
    make: Any, where: str, reason: str, advice: str, somewhere: Path, capsys: Captured
) -> None:
    (somewhere / "good.txt").write_text(_RAIN)
    make(somewhere)
    assert main(["stories", "."]) == Exit.SOME_REJECTED
    printed = capsys.readouterr()
    told = [line for line in printed.err.splitlines() if line.startswith(f"not read: {where}: {reason}: ")]
    assert len(told) == 1, printed.err
    assert advice in told[0]
    assert _lines(printed.out)


def test_a_folder_without_permission_is_named_and_the_rest_is_processed(
    somewhere: Path, monkeypatch: pytest.MonkeyPatch, capsys: Captured
) -> None:
    (somewhere / "good.txt").write_text(_RAIN)
    (somewhere / "closed").mkdir()
    scandir = os.scandir

    def refuse(path: Any = ".") -> Any:
        if Path(path).name == "closed":
            raise PermissionError(13, "Permission denied", str(path))
        return scandir(path)

    monkeypatch.setattr(os, "scandir", refuse)
    assert main(["stories", "."]) == Exit.SOME_REJECTED
    printed = capsys.readouterr()
    assert "not read: closed: unreadable: found no permission" in printed.err
    assert "chmod" in printed.err
    assert len(_lines(printed.out)) == 1


def test_a_path_that_is_not_there_is_named(somewhere: Path, capsys: Captured) -> None:
    (somewhere / "good.txt").write_text(_RAIN)
    assert main(["stories", "good.txt", "gone.txt"]) == Exit.SOME_REJECTED
    assert "not read: gone.txt: unreadable: found nothing there" in capsys.readouterr().err


@pytest.mark.parametrize("command", ["stories", "report", "claims"])
def test_nothing_is_written_where_nothing_could_be_read(command: str, somewhere: Path, capsys: Captured) -> None:
    _empty(somewhere)
    before = sorted(somewhere.iterdir())
    assert main([command, "bad"]) == Exit.NOTHING_READ
    printed = capsys.readouterr()
    assert printed.out == ""
    assert "not read: bad: empty" in printed.err
    assert "nothing could be read" in printed.err
    assert sorted(somewhere.iterdir()) == before


def test_a_report_on_partly_bad_input_is_written_and_ends_with_what_was_not_read(
    somewhere: Path, capsys: Captured
) -> None:
    (somewhere / "good.txt").write_text(_RAIN)
    _binary(somewhere)
    assert main(["report", "good.txt", "bad", "-o", "r.html"]) == Exit.SOME_REJECTED
    assert "Report: r.html\nnot read: bad: binary: " in capsys.readouterr().out
    assert "bad" in (somewhere / "r.html").read_text(encoding="utf-8")


def test_two_rows_with_one_id_and_different_words_are_not_silently_one(somewhere: Path, capsys: Captured) -> None:
    rows = [{"id": "a", "text": _RAIN}, {"id": "a", "text": _RAIN.replace("Rain", "Snow")}]
    (somewhere / "a.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows))
    assert main(["stories", "a.jsonl"]) == Exit.SOME_REJECTED
    assert "id used for two different articles" in capsys.readouterr().err


def test_many_lines_of_one_file_with_one_fault_are_told_in_one_line(somewhere: Path, capsys: Captured) -> None:
    (somewhere / "good.txt").write_text(_RAIN)
    (somewhere / "rows.jsonl").write_text('{"title": "x"}\n' * 12 + '{"text": "Rain fell on Orrin."}\n{"a": 1}\n')
    assert main(["stories", "."]) == Exit.SOME_REJECTED
    told = [line for line in capsys.readouterr().err.splitlines() if line.startswith("not read: ")]
    assert [line.split(": ")[1] for line in told] == ["rows.jsonl:1-12, 14"]
