"""Claims and findings that a later report tells of, and reports that only look like them."""

from __future__ import annotations

import pytest

from checked_story import findings_of
from drawn_reading import draw

IN_A_LATER_REPORT = " in a later report"


def told_later(one: str, two: str, *, later: str | None = "2025-03-13") -> list[tuple[str, str, str]]:
    readings = [draw("a", one, published="2025-03-11"), draw("b", two, published=later)]
    found = findings_of(*readings)
    return [(f.reading.value, f.left.value, f.right.value) for f in found if f.rule.endswith(IN_A_LATER_REPORT)]


@pytest.mark.parametrize(
    ("open_one", "news"),
    [
        ("No group has claimed responsibility.", "The Harbour Front claimed responsibility for the fire."),
        ("A pilot is still missing.", "The pilot was found alive on a raft."),
        ("The condition of the pilot is unknown.", "The pilot of the burned ship was found dead."),
        ("There was no claim of responsibility.", "The Harbour Front claimed responsibility for the fire."),
    ],
)
def test_what_had_not_happened_is_updated_by_a_later_report_of_it(open_one: str, news: str) -> None:
    assert told_later(f"A fire burned the pier.\n{open_one}", news) == [("update", "not known", "told")]


@pytest.mark.parametrize(
    ("open_one", "news", "later"),
    [
        ("A pilot is still missing.", "The pilot was found alive on a raft.", "2025-03-11"),
        ("A pilot is still missing.", "The pilot was found alive on a raft.", None),
        ("No group has claimed responsibility.", "Police have arrested two men over the fire.", "2025-03-13"),
        ("A pilot is still missing.", "The cook was found alive on a raft.", "2025-03-13"),
        ("The burned pilot is missing a hand.", "The pilot was found alive on a raft.", "2025-03-13"),
    ],
    ids=[
        "one day",
        "no date",
        "another question",
        "somebody else",
        "without a hand",
    ],
)
def test_what_came_about_on_one_day_or_for_something_else_is_no_update(
    open_one: str, news: str, later: str | None
) -> None:
    assert told_later(f"A fire burned the pier.\n{open_one}", news, later=later) == []
