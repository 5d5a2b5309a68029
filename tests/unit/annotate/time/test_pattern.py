from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest

from twosource.annotate.time.lexicon import token_of_word
from twosource.annotate.time.pattern import PHRASES, compile_pattern
from twosource.annotate.time.rules import Rule, all_rules
from twosource.annotate.time.scan import scan
from twosource.annotate.time.tokens import Token, render_tokens
from twosource.errors import BrokenInvariant


def matched(pattern: str, text: str) -> str | None:
    """The words of `text` that a pattern matches first."""
    tokens = scan(text)
    match = compile_pattern(pattern).search(tokens.codes)
    return text[tokens.starts[match.start()] : tokens.ends[match.end() - 1]] if match else None


@pytest.mark.parametrize(
    ("pattern", "text", "words"),
    [
        ("MONTH YEAR", "It began in May 2024, they said.", "May 2024"),
        ("MONTH COMMA? OF? YEAR", "It began in May of 2024, they said.", "May of 2024"),
        ("(MONTH | SEASON) YEAR", "It began in spring 2024.", "spring 2024"),
        ("NUMERAL{2,3}", "It took twenty two thousand.", "twenty two"),
        ("~OTHER+", "Two years passed.", "Two years"),
        ("OTHER ANY", "Nobody came yesterday.", "Nobody came"),
        ("MONTH !YEAR", "From May 2024 to June.", "June"),
        ("MONTH &YEAR", "From June to May 2024.", "May"),
        ("<(IN THE) UNIT", "The week was long, but in the year it rained.", "year"),
        ("<!THE UNIT", "The week ends a year.", "year"),
        ("COUNT ANY_UNIT", "It lasted a couple of weeks.", "a couple of weeks"),
        ("MONTH STOP YEAR", "It began in May 2024.", None),
    ],
)
def test_a_pattern_in_words_matches_tokens(pattern: str, text: str, words: str | None) -> None:
    assert matched(pattern, text) == words


def test_a_named_part_is_kept() -> None:
    match = compile_pattern("month=MONTH (OF? year=YEAR)?").search(scan("in May of 2024").codes)
    assert match is not None
    assert (match.span("month"), match.span("year")) == ((1, 2), (3, 4))


@pytest.mark.parametrize("pattern", ["MONTH MOUNTH?", "month=MOUNTH", "~MOUNTH", "(YEAR | !MOUNTH)"])
def test_an_unknown_name_is_named_with_its_pattern(pattern: str) -> None:
    with pytest.raises(BrokenInvariant, match="MOUNTH") as raised:
        compile_pattern(pattern)
    assert repr(pattern) in str(raised.value)
    assert "SHORT_YEAR" in str(raised.value)


@pytest.mark.parametrize("pattern", ["MONTH [YEAR]", "month YEAR", "MONTH, YEAR", "MONTH {1}"])
def test_what_is_no_notation_is_refused(pattern: str) -> None:
    with pytest.raises(BrokenInvariant, match="no part of the notation"):
        compile_pattern(pattern)


@pytest.mark.parametrize("rule", all_rules(), ids=lambda rule: rule.id)
def test_a_rule_is_tried_behind_a_class_that_its_cases_have(rule: Rule) -> None:
    for case in rule.cases:
        codes = scan(re.sub(r"[\[\]]", "", case.text)).codes
        assert not case.values or not set(rule.needs).isdisjoint(codes)


def test_every_class_has_a_letter_of_its_own_and_no_phrase_has_its_name() -> None:
    assert max(Counter(token.value for token in Token).values()) == 1
    assert all(len(token.value) == 1 for token in Token)
    assert PHRASES.keys().isdisjoint(Token.__members__)


def test_the_lexicon_knows_words_of_known_classes_only() -> None:
    assert set(token_of_word().values()) <= set(Token)


def test_the_documentation_shows_every_class_of_tokens() -> None:
    page = Path(__file__).parents[4] / "docs" / "time.md"
    assert render_tokens() in page.read_text(encoding="utf-8"), "put the output of render_tokens() into docs/time.md"
