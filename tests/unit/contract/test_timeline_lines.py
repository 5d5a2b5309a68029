from __future__ import annotations

from datetime import date, timedelta

import jsonschema
import msgspec
import pytest

from twosource.contract import schema_of, timeline_lines
from twosource.model import Basis, CitedSentence, Grain, Span, TimelineRow, When

_DAY = date(2024, 3, 5)


def _row(day: int, *quotes: str, grain: Grain = Grain.DAY, length: int = 1) -> TimelineRow:
    first = _DAY + timedelta(days=day)
    return TimelineRow(
        when=When(earliest=first, latest=first + timedelta(days=length - 1), grain=grain, basis=Basis.STATED),
        sentences=tuple(
            CitedSentence(
                span=Span(article=quote, start=0, end=len(quote), quote=quote), origins=("o",), articles=(quote,)
            )
            for quote in quotes
        ),
        origins=("o",),
    )


def _said(rows: list[TimelineRow]) -> dict[str, list[str]]:
    return {line.date.isoformat(): [sentence.text for sentence in line.sentences] for line in timeline_lines(rows)}


def test_a_row_of_one_day_is_one_line_with_its_sentences() -> None:
    rows = [_row(0, "a", "b", grain=Grain.HOUR), _row(2, "c")]
    assert _said(rows) == {"2024-03-05": ["a", "b"], "2024-03-07": ["c"]}


def test_what_is_not_pinned_to_one_day_has_no_line() -> None:
    open_end = msgspec.structs.replace(
        _row(0, "since"), when=When(earliest=_DAY, latest=None, grain=Grain.DAY, basis=Basis.STATED)
    )
    assert _said([_row(0, "month", grain=Grain.MONTH, length=31), _row(0, "trip", length=4), open_end]) == {}


def test_a_line_says_each_sentence_once() -> None:
    assert _said([_row(0, "a", "b", "a")]) == {"2024-03-05": ["a", "b"]}


@pytest.mark.parametrize("rows", [[_row(0, "a", "b"), _row(4, "c")]])
def test_every_line_is_what_the_schema_says(rows: list[TimelineRow]) -> None:
    for line in timeline_lines(rows):
        jsonschema.validate(msgspec.json.decode(msgspec.json.encode(line)), schema_of("timeline"))
