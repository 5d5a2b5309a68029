"""One agency, one day, one place: one event or two."""

from __future__ import annotations

import pytest

from lineage_readings import make_reading, make_text, trace
from twosource.lineage.direction import read_standing
from twosource.lineage.dispatch import is_one_dispatch
from twosource.lineage.evidence import read_evidence
from twosource.lineage.families import load_families
from twosource.model import Reading

LEAD = make_text(80, sentences=3)
OTHER_LEAD = make_text(81, sentences=3)
QUOTATION = '\n\n"' + " ".join(make_text(82, sentences=4).split()[:40]) + '," the ministry said in a statement.'


def _report(name: str, lead: str, seed: int, *, credit: str | None = "AP", at: str = "2025-05-04") -> Reading:
    text = lead + "\n\n" + make_text(seed, sentences=12) + QUOTATION
    return make_reading(text, name=name, outlet=name, at=at, credit=credit)


def _are_one(left: Reading, right: Reading) -> bool:
    families = load_families()
    standings = (read_standing(left, families), read_standing(right, families))
    return is_one_dispatch(read_evidence(left), read_evidence(right), standings)


@pytest.mark.parametrize(
    ("what", "right", "expected"),
    [
        ("that begin with the same things", _report("b", LEAD, 91), True),
        ("that begin with other things", _report("b", OTHER_LEAD, 91), False),
        ("of two agencies", _report("b", LEAD, 91, credit="Reuters"), False),
        ("of which one has no credit", _report("b", LEAD, 91, credit=None), False),
        ("of two days", _report("b", LEAD, 91, at="2025-05-09"), False),
    ],
)
def test_two_texts_are_one_dispatch(what: str, right: Reading, expected: bool) -> None:
    assert _are_one(_report("a", LEAD, 90), right) is expected, what


def test_an_article_without_words_that_count_is_no_dispatch_of_anything() -> None:
    empty = make_reading("", name="b", outlet="b", at="2025-05-04", credit="AP")
    assert not _are_one(_report("a", LEAD, 90), empty)


def test_two_dispatches_of_one_day_that_share_a_quotation_are_two_origins() -> None:
    _, descents = trace(_report("a", LEAD, 90), _report("b", OTHER_LEAD, 91))
    assert len({d.origin for d in descents.values()}) == 2
