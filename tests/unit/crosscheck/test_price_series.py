"""Prices of a thing from moment to moment are steps of one series, told once and never a conflict."""

from __future__ import annotations

from checked_story import findings_of
from drawn_reading import draw
from twosource.model import Reading

HARD = {"conflict", "update"}


def findings(*readings: Reading) -> list[tuple[str, str, str]]:
    found = findings_of(*readings)
    return sorted((f.reading.value, f.left.value, f.right.value) for f in found if f.reading.value in HARD)


def test_a_running_page_is_read_by_its_clock() -> None:
    page = draw(
        "a",
        """
        Bitcoin is now priced at [money:6116 USD|$6,116] after a bad night.
        3.54pm - UPDATE - The coin is still wild. Bitcoin is valued at [money:7348 USD|$7,348] this hour.
        11.04am - UPDATE - A pause for breath. Bitcoin is trading at [money:6427 USD|$6,427] in London.
        """,
    )
    assert findings(page) == [("update", "6116 USD", "6427 USD"), ("update", "6427 USD", "7348 USD")]


def test_the_lead_of_a_report_is_its_latest_word() -> None:
    report = draw(
        "a",
        """
        Oil has fallen to [money:52 USD|$52] a barrel.
        Early in the day oil was trading at [money:55 USD|$55] a barrel.
        """,
    )
    assert findings(report) == [("update", "55 USD", "52 USD")]


def test_a_price_of_another_day_is_an_update_and_one_of_the_same_day_nothing() -> None:
    a = draw("a", "Gold was trading at [money:1250 USD|$1,250] an ounce.", published="2025-03-11")
    b = draw("b", "Gold was trading at [money:1290 USD|$1,290] an ounce.", published="2025-03-13")
    c = draw("c", "Gold was trading at [money:1254 USD|$1,254] an ounce.", published="2025-03-11")
    assert findings(a, b) == [("update", "1250 USD", "1290 USD")]
    assert findings(a, c) == []


def test_a_low_and_another_contract_are_no_step() -> None:
    report = draw(
        "a",
        """
        September crude rose to [money:83 USD|$83] a barrel. October crude rose to [money:84 USD|$84] a barrel.
        Crude touched a low of [money:79 USD|$79] a barrel.
        """,
    )
    assert findings(report) == []


def test_crude_of_two_seas_has_two_prices() -> None:
    drawing = """
        Crude settled at [money:63 USD|$63] a barrel after the news.
        London {} settled at [money:61 USD|$61] a barrel.
        """
    assert findings(draw("a", drawing.format("Brent crude"))) == []
    assert findings(draw("a", drawing.format("crude"))) == [("update", "61 USD", "63 USD")]


def test_what_a_price_lies_above_is_no_price() -> None:
    first = (
        "Gold traded at [money:1900 USD|$1,900] on the day.\nGold is trading at [money:400 USD|$400]{}, a sign of fear."
    )
    assert findings(draw("a", first.format(" above its average"))) == []
    assert findings(draw("a", first.format(""))) == [("update", "400 USD", "1900 USD")]
