from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from typing import Any

import jsonschema
import msgspec
import pytest

from sample_account import TEXTS, sample_account, span
from twosource.contract import (
    SCHEMA_NAMES,
    annotated_line,
    claim_line,
    descent_line,
    finding_line,
    lineage_line,
    schema_of,
    story_change_line,
    story_label_line,
    story_lines,
    timeline_lines,
)
from twosource.contract.convert import value_text
from twosource.errors import ConfigError
from twosource.model import Basis, Bound, EntityKind, Grain, Named, Quantity, When
from twosource.stories import track_changes

_ACCOUNT = sample_account()
_LAYERS = ("time", "attribution", "entities", "quantities")

_MAKERS: dict[str, Callable[[], Iterable[msgspec.Struct]]] = {
    "annotate": lambda: (annotated_line(r, layers=_LAYERS) for r in _ACCOUNT.readings),
    "lineage": lambda: map(lineage_line, _ACCOUNT.lineage),
    "lineage-groups": lambda: (
        descent_line(d, r.credits) for d, r in zip(_ACCOUNT.descents, _ACCOUNT.readings, strict=True)
    ),
    "stories": lambda: story_lines(_ACCOUNT.stories),
    "stories-labels": lambda: map(story_label_line, _ACCOUNT.stories),
    "stories-changes": lambda: map(story_change_line, track_changes((), _ACCOUNT.stories)),
    "claims": lambda: map(claim_line, _ACCOUNT.claims),
    "findings": lambda: map(finding_line, _ACCOUNT.findings),
}


def _lines(name: str) -> list[dict[str, Any]]:
    return [msgspec.json.decode(msgspec.json.encode(line)) for line in _MAKERS[name]()]


@pytest.mark.parametrize("name", list(_MAKERS))
def test_every_line_is_what_its_schema_says(name: str) -> None:
    lines = _lines(name)
    assert lines
    for line in lines:
        jsonschema.validate(line, schema_of(name))


@pytest.mark.parametrize("name", SCHEMA_NAMES)
def test_every_schema_is_a_json_schema(name: str) -> None:
    jsonschema.Draft202012Validator.check_schema(schema_of(name))


def test_a_schema_refuses_a_line_with_a_field_missing_or_wrong() -> None:
    line = _lines("claims")[0]
    for broken in ({**line, "origins": "two"}, {k: v for k, v in line.items() if k != "evidence"}):
        with pytest.raises(jsonschema.ValidationError):
            jsonschema.validate(broken, schema_of("claims"))


def test_the_input_schema_asks_for_text_only_and_allows_other_fields() -> None:
    jsonschema.validate({"text": "Rain fell.", "rating": 5}, schema_of("input"))
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate({"title": "Rain"}, schema_of("input"))


def test_an_unknown_schema_names_those_there_are() -> None:
    with pytest.raises(ConfigError, match="lineage-groups"):
        schema_of("weather")


_FIELDS = {
    "annotate": "article time attribution entities quantities",
    "lineage": "child parent relation direction reasons coverage_child coverage_parent coverage_child_unquoted aligned "
    "score",
    "lineage-groups": "article text origin credit",
    "stories": "article story",
    "claims": "claim text evidence slots voices articles texts origins contested",
    "findings": "reading slot left right rule score",
}


@pytest.mark.parametrize("name", list(_FIELDS))
def test_the_published_fields_are_there_in_order(name: str) -> None:
    assert list(_lines(name)[0]) == _FIELDS[name].split()


def test_nested_fields_are_the_published_ones() -> None:
    annotated = _lines("annotate")[1]
    assert list(annotated["time"][0]) == "start end quote type value earliest latest grain".split()
    assert list(annotated["attribution"][0]) == "id source cue content voice manner stance parent".split()
    assert list(annotated["entities"][0]) == "start end quote kind".split()
    assert list(annotated["quantities"][0]) == "start end quote low high bound unit noun ordinal".split()
    assert list(_lines("lineage")[0]["aligned"][0]) == ["child", "parent"]
    assert list(_lines("lineage-groups")[1]["credit"][0]) == "start end agency level".split()
    assert list(_lines("claims")[0]["evidence"][0]) == "article start end quote".split()
    assert list(_lines("findings")[0]["left"]) == "article start end quote value".split()


def test_a_layer_that_was_not_asked_for_is_absent() -> None:
    line = msgspec.to_builtins(annotated_line(_ACCOUNT.readings[0], layers=["time"]))
    assert set(line) == {"article", "time"}


def test_a_layer_that_found_nothing_is_empty_not_absent() -> None:
    bare = msgspec.structs.replace(_ACCOUNT.readings[0], times=())
    assert msgspec.to_builtins(annotated_line(bare, layers=["time"])) == {"article": "copy", "time": []}


def test_an_attribution_inside_another_names_it() -> None:
    reading = next(r for r in _ACCOUNT.readings if r.attributions)
    inner = msgspec.structs.replace(reading.attributions[0], parent="outer")
    line = annotated_line(msgspec.structs.replace(reading, attributions=(inner,)), layers=["attribution"])
    assert msgspec.to_builtins(line)["attribution"][0]["parent"] == "outer"


def _quotes_in(value: object) -> Iterable[dict[str, Any]]:
    if isinstance(value, dict):
        if {"article", "start", "end", "quote"} <= value.keys():
            yield value
        for item in value.values():
            yield from _quotes_in(item)
    elif isinstance(value, list):
        for item in value:
            yield from _quotes_in(item)


@pytest.mark.parametrize("name", ["claims", "findings"])
def test_every_quote_stands_at_its_place(name: str) -> None:
    quotes = list(_quotes_in(_lines(name)))
    assert quotes
    assert all(TEXTS[q["article"]][q["start"] : q["end"]] == q["quote"] for q in quotes)


def test_a_claim_counts_what_stands_behind_it() -> None:
    line = _lines("claims")[0]
    assert [line[k] for k in ("articles", "texts", "origins", "voices")] == [2, 1, 1, ["harbour office"]]
    assert {slot["name"]: slot["value"] for slot in line["slots"]} == {
        "how many": "12 person",
        "when": "2024-03-05",
        "who": "harbour office",
    }


def test_voices_that_were_not_measured_are_null_not_none_at_all() -> None:
    claim = _ACCOUNT.claims[0]
    unmeasured = msgspec.structs.replace(claim, numbers=msgspec.structs.replace(claim.numbers, voices=None))
    assert claim_line(unmeasured).voices is None


def _count(low: float | None, high: float | None, noun: str = "leader", *, ordinal: bool = False) -> Quantity:
    return Quantity(low=low, high=high, bound=Bound.EXACT, noun=noun, ordinal=ordinal)


def _when(earliest: date | None, latest: date | None) -> When:
    return When(earliest=earliest, latest=latest, grain=Grain.DAY, basis=Basis.STATED)


_MAY_7, _MAY_10 = date(2025, 5, 7), date(2025, 5, 10)


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (Named(name="Ida Brandt", kind=EntityKind.PERSON), "Ida Brandt"),
        (_count(20, 20), "20 leader"),
        (_count(20, None), "20.. leader"),
        (_count(None, 20), "..20 leader"),
        (_count(15, 20), "15..20 leader"),
        (_count(3, 3, "visit", ordinal=True), "number 3 visit"),
        (Quantity(low=1.5e9, high=1.5e9, bound=Bound.EXACT, unit="USD"), "1500000000 USD"),
        (_when(_MAY_7, _MAY_7), "2025-05-07"),
        (_when(_MAY_7, _MAY_10), "2025-05-07/2025-05-10"),
        (_when(_MAY_7, None), "2025-05-07/.."),
        (_when(None, _MAY_10), "../2025-05-10"),
        (_when(None, None), "../.."),
    ],
)
def test_a_value_has_one_normalised_line(value: Named | Quantity | When, text: str) -> None:
    assert value_text(value) == text


def test_an_unseen_parent_has_no_aligned_passages() -> None:
    edge = _lines("lineage")[1]
    assert (edge["parent"], edge["aligned"], edge["reasons"]) == ("unseen:NNA", [], ["credit"])


def test_a_finding_gives_both_sides_with_their_values() -> None:
    line = _lines("findings")[0]
    assert line["reading"] == "update"
    assert (line["left"]["value"], line["right"]["value"]) == ("12 person", "15 person")
    assert line["left"]["start"] == span("first", "Twelve people were hurt on Tuesday").start


def test_no_row_gives_no_line() -> None:
    assert list(timeline_lines(())) == []
