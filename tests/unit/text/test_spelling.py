"""Two ways to write one word."""

from __future__ import annotations

import pytest

from twosource.text.spelling import fold_american, letters_apart


def test_letters_changed_over_are_one_letter_apart() -> None:
    assert letters_apart("freida", "frieda") == 1


@pytest.mark.parametrize(
    ("british", "american"), [("Theatre", "theater"), ("organised", "organized"), ("favour", "favor")]
)
def test_british_and_american_spelling_are_one(british: str, american: str) -> None:
    assert fold_american(british) == fold_american(american)
