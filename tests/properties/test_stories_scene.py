"""Where events are set, on any text: the quick search finds what the plain one would."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from twosource.stories.scene import SET_IN

_PLAIN = re.compile(
    r"\b(?:[Ii]n|[Aa]t|[Nn]ear|[Oo]ff|[Oo]utside|[Aa]cross)(?: the)?(?: (?:northern|southern|eastern|western|central))?"
    r" ((?:[A-Z][\w'’-]+[ ,]{1,2}){0,2}[A-Z][\w'’-]+)"
)

_PIECES = st.sampled_from(
    "in|In|At|at|near|Off|outside|Across|tin|_at| the| northern| |, |-|\n|Olm|Brem|St|O’Hara|é|3".split("|")
)


@given(st.lists(_PIECES, max_size=12).map("".join) | st.text(max_size=40))
def test_a_place_is_found_where_a_plain_search_finds_it(text: str) -> None:
    quick, plain = SET_IN.search(text), _PLAIN.search(text)
    assert (quick and (quick.span(), quick.group(1))) == (plain and (plain.span(), plain.group(1)))
