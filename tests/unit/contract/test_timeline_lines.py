from __future__ import annotations

from datetime import date, timedelta

import jsonschema
import msgspec
import pytest

from twosource.contract import schema_of, timeline_lines
from twosource.model import Basis, CitedSentence, Grain, Span, TimelineRow, When

_DAY = date(2024, 3, 5)


def _row(day: int, *quotes: str, origins: int = 1, grain: Grain = Grain.DAY, length: int = 1) -> TimelineRow:
    first = _DAY + timedelta(days=day)
    return TimelineRow(
        when=When(earliest=first, latest=first + timedelta(days=length - 1), grain=grain, basis=Basis.STATED),
        sentences=tuple(
            CitedSentence(
                span=Span(article=quote, start=0, end=len(quote), quote=quote), origins=("o",), articles=(quote,)
            )
            for quote in quotes
        ),
        origins=tuple(f"o{number}" for number in range(origins)),
    )


def _said(rows: list[TimelineRow], **limits: int) -> dict[str, list[str]]:
    lines = timeline_lines(rows, **limits)
    return {line.date.isoformat(): [sentence.text for sentence in line.sentences] for line in lines}


def test_days_come_in_order_and_rows_of_one_day_are_one_line() -> None:
    rows = [_row(2, "c"), _row(0, "a"), _row(0, "b", grain=Grain.HOUR)]
    assert _said(rows) == {"2024-03-05": ["a", "b"], "2024-03-07": ["c"]}


def test_what_is_not_pinned_to_one_day_has_no_line() -> None:
    open_end = msgspec.structs.replace(
        _row(0, "since"), when=When(earliest=_DAY, latest=None, grain=Grain.DAY, basis=Basis.STATED)
    )
    assert _said([_row(0, "month", grain=Grain.MONTH, length=31), _row(0, "trip", length=4), open_end]) == {}


def test_the_days_that_most_origins_speak_of_are_kept_and_stay_in_order() -> None:
    rows = [_row(0, "a", origins=1), _row(1, "b", origins=3), _row(2, "c", origins=1), _row(3, "d", origins=2)]
    assert list(_said(rows, dates=2)) == ["2024-03-06", "2024-03-08"]
    assert list(_said(rows, dates=3)) == ["2024-03-05", "2024-03-06", "2024-03-08"], "ties go to the earlier day"


def test_a_day_keeps_its_first_sentences_and_says_each_once() -> None:
    rows = [_row(0, "a", "b"), _row(0, "a", "c")]
    assert _said(rows) == {"2024-03-05": ["a", "b", "c"]}
    assert _said(rows, sentences_per_date=2) == {"2024-03-05": ["a", "b"]}


@pytest.mark.parametrize("rows", [[_row(0, "a", "b"), _row(4, "c")]])
def test_every_line_is_what_the_schema_says(rows: list[TimelineRow]) -> None:
    for line in timeline_lines(rows):
        jsonschema.validate(msgspec.json.decode(msgspec.json.encode(line)), schema_of("timeline"))
