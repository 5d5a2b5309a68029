"""What was shut or stopped in one report and goes on in another, and what only sounds like it."""

from __future__ import annotations

import pytest

from checked_story import findings_of
from drawn_reading import draw


def gone_on(one: str, two: str, *, days: tuple[str, str] = ("2031-04-02", "2031-04-03")) -> int:
    readings = [draw("a", one, published=days[0]), draw("b", two, published=days[1])]
    return sum(f.rule.startswith("closed or stopped") for f in findings_of(*readings))


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("The bridge has been closed as a precaution.", "The bridge over the harbour reopened at noon."),
        ("The bridge is still closed.", "The bridge was shut for hours, but engineers cleared it to reopen on Monday."),
        ("The regatta was halted after the second lap.", "The regatta resumed in the rain."),
        ("The pilots left when the regatta was stopped.", "The regatta restarted shortly after noon."),
        ("Ferries were suspended for the day.", "Ferries are back in service, the harbour office said."),
    ],
)
def test_what_was_shut_and_goes_on_is_an_update(one: str, two: str) -> None:
    assert gone_on(one, two) == 1
    assert gone_on(one, two, days=("2031-04-02", "2031-04-02")) == 1


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("The bridge was closed.", "The tunnel reopened at noon."),
        ("The bridge was closed.", "The bridge is expected to reopen at noon."),
        ("The bridge was closed.", "The mayor asked engineers to reopen the bridge."),
        ("The bridge was closed.", "A lorry broke down as the bridge reopened."),
        ("The bridge was closed. The bridge reopened at noon.", "The bridge reopened at noon, drivers said."),
        ("The bridge was closed to lorries in spring.", "The bridge reopened at noon."),
        ("The bridge reopened at noon.", "The bridge was closed."),
    ],
    ids=["another", "expected", "asked", "by the way", "told already", "to lorries", "the other way"],
)
def test_what_is_to_go_on_or_is_another_thing_is_none(one: str, two: str) -> None:
    assert gone_on(one, two) == 0
