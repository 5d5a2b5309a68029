"""Values of findings in words: no more precision than was stated, and no machine form on the page."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from golden.account import at, make_account
from twosource.dossier import assemble_dossiers
from twosource.dossier.dates import read_when, show_value, show_when
from twosource.dossier.page import compose_page
from twosource.model import Basis, Grain, Side, Slot, SlotName, When


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        ("2016", "2016"),
        ("2024-09", "September 2024"),
        ("2024-09-01/2024-09-30", "September 2024"),
        ("2016-03-01/2016-05-31", "March 2016 – May 2016"),
        ("2013-01-01/2015-12-31", "2013 – 2015"),
        ("2025-05-07", "7 May 2025"),
        ("2017-12-25/2018-01-02", "25 December 2017 – 2 January 2018"),
        ("2025-03-11T07:20", "11 March 2025, 07:20"),
        ("2013-01-01/..", "since 2013"),
        ("2025-05-07/..", "since 7 May 2025"),
        ("../2025-06-30", "until June 2025"),
    ],
)
def test_a_date_or_hour_is_shown_in_words(value: str, shown: str) -> None:
    assert show_value(value) == shown


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        ("6644", "6,644"),
        ("2070000000 USD", "2.07 billion USD"),
        ("145500000 people", "145.5 million people"),
        ("2071234567 USD", "2,071,234,567 USD"),
        ("1200-1300 people", "1,200–1,300 people"),
        ("about 1677 mile", "about 1,677 miles"),
        ("1 mile", "1 mile"),
        ("118 m", "118 m"),
        ("27 leaders", "27 leaders"),
        ("asserted", "asserted"),
        ("2025-13-45", "2025-13-45"),
    ],
)
def test_what_is_no_date_keeps_its_words(value: str, shown: str) -> None:
    assert read_when(value) is None
    assert show_value(value) == shown


@pytest.mark.parametrize(
    ("grain", "first", "last", "shown"),
    [
        (Grain.SEASON, "2024-12-01", "2025-02-28", "winter 2024–25"),
        (Grain.SEASON, "2025-06-01", "2025-08-31", "summer 2025"),
        (Grain.QUARTER, "2025-04-01", "2025-06-30", "second quarter of 2025"),
        (Grain.DECADE, "1990-01-01", "1999-12-31", "the 1990s"),
        (Grain.CENTURY, "1800-01-01", "1899-12-31", "the 1800s"),
        (Grain.WEEK, "2025-05-05", "2025-05-11", "5–11 May 2025"),
    ],
)
def test_a_time_is_shown_at_its_grain(grain: Grain, first: str, last: str, shown: str) -> None:
    when = replace(_day(first), latest=_day(last).latest, grain=grain)
    assert show_when(when) == shown


def _day(iso: str) -> When:
    when = read_when(iso)
    assert when is not None
    return replace(when, basis=Basis.STATED)


def test_who_names_another_hour_of_the_day_does_not_hold_this_one() -> None:
    """Two articles in one claim, alike in their words and in their day, with two hours bound."""
    account = make_account()
    first, second = account.claims[1].statements[:2]
    hours = {first.id: _day("2025-05-30T07:20"), second.id: _day("2025-05-30T09:40")}
    claims = tuple(
        replace(
            claim,
            statements=tuple(
                replace(s, slots=(Slot(name=SlotName.WHEN, value=hours[s.id], span=at(s.span.article, "March 2019")),))
                if s.id in hours
                else s
                for s in claim.statements
            ),
        )
        for claim in account.claims
    )
    sides = [
        Side(span=s.span, value=f"2025-05-30T{hours[s.id].clock:%H:%M}", statement=s.id, claim=account.claims[1].id)
        for s in (first, second)
    ]
    finding = replace(account.findings[0], slot="time", left=sides[0], right=sides[1])
    changed = replace(account, claims=claims, findings=(finding,))
    [dispute] = compose_page(changed, assemble_dossiers(changed)).stories[0].disputes
    held = [(side.shown, [q.label for q in side.quotes]) for side in dispute.sides]
    assert held == [("30 May 2025, 07:20", ["000"]), ("30 May 2025, 09:40", ["001"])]
