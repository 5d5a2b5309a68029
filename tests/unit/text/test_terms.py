"""Lemmas of plurals: what loses a letter, what loses two, and what is no plural."""

from __future__ import annotations

import pytest

from twosource.text.terms import lemma_of


@pytest.mark.parametrize(
    ("plural", "lemma"),
    [
        ("cases", "case"),
        ("diseases", "disease"),
        ("nurses", "nurse"),
        ("causes", "cause"),
        ("houses", "house"),
        ("prizes", "prize"),
        ("headaches", "headache"),
        ("viruses", "virus"),
        ("classes", "class"),
        ("boxes", "box"),
        ("churches", "church"),
        ("waltzes", "waltz"),
        ("buses", "bus"),
        ("crises", "crisis"),
        ("analysis", "analysis"),
        ("crew", "crew"),
    ],
)
def test_a_plural_loses_what_it_added(plural: str, lemma: str) -> None:
    assert lemma_of(plural) == lemma
    assert lemma_of(lemma) == lemma
