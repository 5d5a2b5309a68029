"""What is a denial of what, and what only sounds like one."""

from __future__ import annotations

import pytest

from twosource.crosscheck.opposition.positions import denies_in_words
from twosource.model import Stance


@pytest.mark.parametrize(
    ("words", "denies"),
    [
        ("denied that the girls were exchanged", True),
        ("denied being a gangster", True),
        ("dismissed the allegations as false", True),
        ("denied the release of one of the juveniles", False),
        ("denied his offer to plead guilty", False),
        ("denied bond to the driver on Monday", False),
    ],
)
def test_a_refusal_is_no_denial(words: str, *, denies: bool) -> None:
    assert denies_in_words(words, Stance.DENIED) is denies
