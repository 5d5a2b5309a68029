"""One article for each id, whatever the order of input."""

from __future__ import annotations

from itertools import permutations

from twosource.article import settle_ids
from twosource.model import Article, Reading, Reason


def _reading(key: str, text: str, raw: str) -> Reading:
    return Reading(article=Article(id=key, raw=raw, text=text))


def test_two_rows_with_one_id_and_different_words_keep_the_longer_and_reject_the_other_in_any_order() -> None:
    readings = [_reading("a", "Rain.", "r1"), _reading("a", "Rain fell.", "r2"), _reading("b", "Snow.", "r3")]
    outcomes = [settle_ids(order, where={"r1": "feed.jsonl:1"}) for order in permutations(readings)]
    assert all(outcome == outcomes[0] for outcome in outcomes)
    kept, dropped = outcomes[0]
    assert [reading.article.text for reading in kept] == ["Rain fell.", "Snow."]
    assert [(rejected.what, rejected.reason) for rejected in dropped] == [("feed.jsonl:1", Reason.DUPLICATE_ID)]


def test_three_rows_with_one_id_reject_two() -> None:
    readings = [_reading("a", "Rain.", "r1"), _reading("a", "Rain fell.", "r2"), _reading("a", "Rain fell on.", "r3")]
    assert {len(settle_ids(order, where={})[1]) for order in permutations(readings)} == {2}


def test_both_inputs_of_the_shorter_article_are_rejected_in_any_order() -> None:
    readings = [_reading("a", "Rain.", "r1"), _reading("a", "Rain.", "r2"), _reading("a", "Rain fell.", "r3")]
    outcomes = [settle_ids(order, where={})[1] for order in permutations(readings)]
    assert [[rejected.what for rejected in dropped] for dropped in outcomes] == [["r1", "r2"]] * 6


def test_the_same_article_from_two_inputs_is_one_article_and_no_error() -> None:
    kept, dropped = settle_ids([_reading("a", "Rain.", "r2"), _reading("a", "Rain.", "r1")], where={})
    assert [reading.article.raw for reading in kept] == ["r1"]
    assert dropped == []
