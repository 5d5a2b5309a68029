"""Letters that are looked for before a pattern stand in whatever the pattern matches, so nothing is passed over."""

from __future__ import annotations

import re

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from twosource.claims import ages, elliptic, modality
from twosource.crosscheck.courses import (
    course_words,
    investigations,
    notes,
    open_questions,
    sequels,
    silences,
    stoppages,
    turn_words,
)
from twosource.crosscheck.opposition import accusations, defences, disputed, dissent, positions, rejections, remedies
from twosource.crosscheck.slots import corrections
from twosource.text.cued import Cued

_MODULES = (
    accusations,
    ages,
    corrections,
    defences,
    disputed,
    dissent,
    elliptic,
    modality,
    notes,
    open_questions,
    rejections,
    remedies,
    silences,
    stoppages,
    turn_words,
)
_CUED = [
    cued
    for module in _MODULES
    for _, value in sorted(vars(module).items())
    for cued in (value if isinstance(value, tuple) else (value,))
    if isinstance(cued, Cued)
] + [cued for course in sequels._COURSES for cued in (course.not_yet, course.happened)]
_CUED += [cued for matter in investigations.MATTERS for cued in (matter.open, matter.settled)]
_CUED += [cued for course in course_words.COURSES for cued in (course.state, course.ended)]
_NEGATED = re.compile(r"(?<!or )\bnot\b|n\s?['’]\s?t\b|\bno\b|\bnever\b|\bnon\b", re.IGNORECASE)
_PIECES = st.sampled_from(["no", "not", "non", "never", "n", "t", "'", "’", " ", "or ", "o", "nobody", "NOT", ".", "a"])


def _matched(pattern: re.Pattern[str]) -> st.SearchStrategy[str]:
    """Words in ASCII that a pattern matches; what may stand around a match is left out, for it is in no text here."""
    ascii_only = re.compile(pattern.pattern, (pattern.flags & re.IGNORECASE) | re.ASCII)
    found = st.from_regex(
        ascii_only, alphabet=st.characters(max_codepoint=126, min_codepoint=32, include_characters="’")
    )
    return found.filter(lambda words: pattern.search(words) is not None)


def test_every_module_that_uses_such_patterns_is_looked_at() -> None:
    assert len(_CUED) >= len(_MODULES)


@pytest.mark.parametrize("cued", _CUED, ids=lambda cued: cued.letters[0])
@settings(max_examples=12, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_the_letters_stand_in_whatever_the_pattern_matches(cued: Cued, data: st.DataObject) -> None:
    words = data.draw(_matched(cued.pattern))
    plain, found = cued.pattern.search(words), cued.search(words)
    assert plain is not None
    assert found is not None
    assert found.span() == plain.span()
    assert any(each in plain[0].lower() for each in cued.letters)


@given(st.lists(_PIECES, max_size=8).map("".join))
def test_a_negation_is_found_in_lower_case_as_by_the_plain_pattern(words: str) -> None:
    assert (positions._NEGATED.search(words.lower()) is None) == (_NEGATED.search(words) is None)
