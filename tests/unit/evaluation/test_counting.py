"""Built coverages know what they amount to, and counting is held against it."""

from __future__ import annotations

from dataclasses import replace
from random import Random
from typing import Any

import pytest

from twosource.evaluation.counting import check_coverage, judge_claims
from twosource.evaluation.coverages import Taking, build_coverage
from twosource.model import Claim, FourNumbers

_SYLLABLES = "ba ko ri tan del mor vis hal ur sen pel dro gim lac fen tor".split()


def _article(number: int) -> dict[str, Any]:
    """Invented sentences, no two articles with a run of words in common, each of another month."""
    draw = Random(number)  # noqa: S311 - a drawing, not secrets
    words = ["".join(draw.choices(_SYLLABLES, k=draw.randint(2, 4))) for _ in range(320)]
    sentences = [" ".join(words[i : i + 16]).capitalize() + "." for i in range(0, 320, 16)]
    return {"text": " ".join(sentences), "published": f"{2000 + number // 12}-{number % 12 + 1:02}-01T10:00:00"}


_POOL = [_article(number) for number in range(60)]


def test_a_coverage_is_the_same_whenever_it_is_asked_for() -> None:
    assert build_coverage(7, _POOL) == build_coverage(7, _POOL) != build_coverage(8, _POOL)


def test_a_coverage_knows_its_origins_and_texts() -> None:
    for built in (build_coverage(number, _POOL) for number in range(30)):
        independents = [t for t in built.takings if t is Taking.INDEPENDENT]
        own_words = [t for t in built.takings if t not in {Taking.COPY, Taking.CUT}]
        assert len(built.rows) == len(built.takings) == len(built.origins)
        assert len(set(built.origins.values())) == len(independents) <= built.texts == len(own_words)


def test_every_way_of_taking_is_built() -> None:
    found = {t for number in range(30) for t in build_coverage(number, _POOL).takings}
    assert found == set(Taking)


def test_independents_copies_cuts_and_rewrites_are_counted_exactly() -> None:
    built = [b for number in range(40) if Taking.EMBED not in (b := build_coverage(number, _POOL)).takings]
    assert len(built) > 5
    assert [check_coverage(b) for b in built if not all(check_coverage(b).values())] == []


def test_reports_of_one_agency_that_share_a_quotation_are_counted_as_its_several_dispatches() -> None:
    wired = [{**row, "text": "LONDON (Reuters) - " + row["text"]} for row in _POOL]
    built = [build_coverage(number, wired) for number in range(60, 67)]
    assert any(len(set(b.origins.values())) > 2 for b in built)
    assert [check_coverage(b) for b in built if not all(check_coverage(b).values())] == []


def test_a_cut_begins_where_the_report_does() -> None:
    caption = "FILE - In this May 4, 2024, file photo, a ferry leaves. (AP Photo/Ann Roe, File)\n\n"
    captioned = [{**row, "text": caption + row["text"]} for row in _POOL]
    for built in (build_coverage(number, captioned) for number in range(10)):
        for row, taking in zip(built.rows, built.takings, strict=True):
            assert taking is not Taking.CUT or "file photo" not in row["text"]
            assert taking is not Taking.COPY or "file photo" in row["text"]


def test_a_wrong_expectation_is_seen() -> None:
    built = build_coverage(3, _POOL)
    wrong = replace(built, origins=dict.fromkeys(built.origins, "one"), texts=built.texts + 1)
    if len(set(built.origins.values())) > 1:
        assert not any(check_coverage(wrong).values())


def _claim(articles: str, origins: str) -> Claim:
    numbers = FourNumbers(articles=tuple(articles), texts=tuple(articles), origins=tuple(origins), voices=())
    return Claim(id=articles + origins, story="s", text="", statements=(), numbers=numbers)


_AGENCIES = {"a": {"AP"}, "b": {"AP", "AFP"}, "c": {"AFP"}, "d": set[str]()}


@pytest.mark.parametrize(
    ("articles", "origins", "counted"),
    [
        ("ab", "xy", {"two origins": 1, "one agency": 1}),
        ("ac", "xy", {"two origins": 1}),
        ("abd", "xy", {"two origins": 1}),
        ("ab", "x", {}),
        ("ad", "xy", {}),
    ],
)
def test_two_origins_of_one_agency_are_counted_as_false(articles: str, origins: str, counted: dict[str, int]) -> None:
    agencies = {article: frozenset(names) for article, names in _AGENCIES.items()}
    assert judge_claims([_claim(articles, origins)], agencies) == counted
