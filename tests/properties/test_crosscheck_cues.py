"""Letters that are looked for before a pattern stand in whatever the pattern matches, so nothing is passed over."""

from __future__ import annotations

import re
from collections.abc import Sequence

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from twosource.claims import elliptic, modality
from twosource.crosscheck import notes, open_questions, positions, remedies, silences

_LOOKED_FOR: tuple[tuple[re.Pattern[str], Sequence[str]], ...] = (
    (modality._PLANNED, modality._OF_PLANS),
    (modality._ALLEGED, modality._OF_ALLEGATIONS),
    (modality._CONDITIONAL, modality._OF_CONDITIONS),
    (modality._NO_SUBJECT, ("no",)),
    (elliptic._FIGURE, elliptic._OF_FIGURES),
    (open_questions._OPEN, open_questions._OF_THE_OPEN),
    (open_questions._SILENT, open_questions._OF_SILENCE),
    (silences._SILENT, silences._OF_SILENCE),
    (notes._AGAINST_REPORTS, notes._OF_REPORTS),
    *remedies._LETTERS.items(),
)
_NEGATED = re.compile(r"(?<!or )\bnot\b|n\s?['’]\s?t\b|\bno\b|\bnever\b|\bnon\b", re.IGNORECASE)
_PIECES = st.sampled_from(["no", "not", "non", "never", "n", "t", "'", "’", " ", "or ", "o", "nobody", "NOT", ".", "a"])


def _matched(pattern: re.Pattern[str]) -> st.SearchStrategy[str]:
    """Words in ASCII that a pattern matches; what may stand around a match is left out, for it is in no text here."""
    ascii_only = re.compile(pattern.pattern, (pattern.flags & re.IGNORECASE) | re.ASCII)
    found = st.from_regex(
        ascii_only, alphabet=st.characters(max_codepoint=126, min_codepoint=32, include_characters="’")
    )
    return found.filter(lambda words: pattern.search(words) is not None)


@pytest.mark.parametrize("place", range(len(_LOOKED_FOR)))
@settings(max_examples=12, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_the_letters_stand_in_whatever_the_pattern_matches(place: int, data: st.DataObject) -> None:
    pattern, letters = _LOOKED_FOR[place]
    found = pattern.search(data.draw(_matched(pattern)))
    assert found is not None
    assert any(each in found[0].lower() for each in letters)


@given(st.lists(_PIECES, max_size=8).map("".join))
def test_a_negation_is_found_in_lower_case_as_by_the_plain_pattern(words: str) -> None:
    assert (positions._NEGATED.search(words.lower()) is None) == (_NEGATED.search(words) is None)
