from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from twosource.annotate.news_model.grid import find_grid
from twosource.annotate.news_model.lemma import apply_script, script_of

# A blank or a bar ends a word; the bar is not in the text.
CUTS = (
    "The Kremlin|'s spokesman did|n't say|.",
    "U.S. officials met at 10:30 a.m. on Sept. 9|.",
    "They ca|n't and will not|; you can|not|.",
    "A 15|-|year|-|old won $|1,200.50 (|5|%|)|.",
    "“|We|’re done|,|” said J. Roe|, Jr.",
    "See https://example.org/a_b?c=1 or mail a.b@example.org|.",
    "Wait|... what|?! Kyiv -- no|.",
    "O'Brien and N'Golo met Putin|'s aide|.",
)


@pytest.mark.parametrize("drawn", CUTS)
def test_text_is_cut_into_the_words_drawn(drawn: str) -> None:
    text = drawn.replace("|", "")
    assert [text[s:e] for s, e in find_grid(text)] == drawn.replace("|", " ").split()


@given(st.text(max_size=200))
def test_words_lie_in_order_and_leave_only_blanks(text: str) -> None:
    at = 0
    for start, end in find_grid(text):
        assert at <= start < end <= len(text)
        assert not any(c.isalnum() for c in text[at:start])
        at = end


@given(st.text(min_size=1, max_size=20), st.text(min_size=1, max_size=20))
def test_a_script_makes_the_lemma_it_was_made_of(form: str, lemma: str) -> None:
    assert apply_script(form, script_of(form, lemma)) == lemma
