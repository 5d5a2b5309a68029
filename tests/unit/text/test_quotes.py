"""Quotation marks: the quoted words stand in ⟦ ⟧ in the drawn text, in ⟦ ⟫ where the paragraph ends first."""

from __future__ import annotations

import re

import pytest

from twosource.text.quotes import find_quotes


@pytest.mark.parametrize(
    "drawn",
    [
        'He said “⟦no⟧” and "⟦maybe so⟧".',
        "“⟦One paragraph.⟫\n\n“⟦A second one.⟫\n\n“⟦The last,⟧” he said.",
        '"⟦One paragraph.⟫\n"⟦The last,⟧" he said.',
        "“⟦He called it ‘a lie’,⟧” she said.",
        "\"⟦He called it 'a lie',⟧\" she said.",
        "‘⟦It was a lie,⟧’ she said, and the boys’ club agreed.",
        "'⟦It's over,⟧' said the boys' coach. '⟦We lost.⟧'",
        "The boys' club's '90s records, rock 'n' roll and '95 too.",
        "``⟦No way,⟧'' he said.",
        "He said ''⟦no way⟧'' and left.",
        "«⟦Да⟧», — сказал он. „⟦Ja⟧“, sagte sie. „⟦Tak⟧” too.",
        'A 6" gun and a 5\'6" man, then "⟦words⟧".',
        '"⟦never closed⟫',
        '"⟦never closed⟫\nand this is "⟦another⟧".',
        'He said "',
        '""',
        "“”",
        "“",
        "’’’ ''' \" \n ” »",
        "",
    ],
)
def test_quotations_are_found_as_drawn(drawn: str) -> None:
    text = re.sub("[⟦⟧⟫]", "", drawn)
    found = [(text[quote.start : quote.end], quote.closed) for quote in find_quotes(text)]
    wanted = [(m[1], m[2] == "⟧") for m in re.finditer("⟦([^⟧⟫]*)([⟧⟫])", drawn)]
    assert found == wanted
