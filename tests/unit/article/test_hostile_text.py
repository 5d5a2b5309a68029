"""Texts made to hurt: no rule may need more than linear time, whatever it is given."""

from __future__ import annotations

import pytest

from twosource.article import read_article
from twosource.model import MediaType, Raw, Reading
from twosource.text.quotes import find_quotes
from twosource.text.sentences import split_sentences

_SIZE = 30_000
_HOSTILE = {
    "one line of spaces in words": "Menu" + " " * _SIZE + "Explore" + " " * _SIZE + "x",
    "hyphened capitals": "A-" * (_SIZE // 2) + " (AP) — x",
    "short hyphened capitals": "A-" * 150 + " (AP) — x" + "\n" + "A-" * 150 + ", Reuters",
    "capitals without a gap": "A" * _SIZE,
    "capitals of a line": "\n".join(["A" * 90, "AB" * 45, "Aa " * 30] * 100),
    "digits": "In this " + "1" * 800 + "\n" + "1:" * 300 + "\n" + "1" * _SIZE,
    "open brackets": "(" * _SIZE + "AP" + ")" * _SIZE,
    "brackets in pairs": "(AP) " * (_SIZE // 5),
    "open marks": "‘" * _SIZE,
    "marks of all kinds": "“‘\"'``''" * (_SIZE // 9),
    "apostrophes before words": " 'a" * (_SIZE // 3),
    "full stops": "." * _SIZE + " A. B. C. D." * 2_000,
    "agencies": "AP, Reuters and AFP " * (_SIZE // 20),
    "names and names": "By " + "Ann Roe and " * 60 + "AP",
    "menu words": "Home News World " * (_SIZE // 16) + "end",
    "hashes": "#a" * (_SIZE // 2),
    "white space": " \t\u00a0" * _SIZE + "x",
    "slashes": "A / " * (_SIZE // 4) + "b",
    "signed off": "(Reporting by " + "Ann Roe; " * 3_000 + ")",
    "dates": "May 4, 2025 " * 5_000,
}


@pytest.mark.parametrize("text", _HOSTILE.values(), ids=_HOSTILE.keys())
def test_hostile_text_is_read_to_its_end(text: str) -> None:
    reading = read_article(Raw(id="r", body=text.encode(), locators=("a",), media_type=MediaType.PLAIN))
    assert isinstance(reading, Reading)
    assert reading.passages[-1].span.end == len(text.rstrip())
    assert sum(end - start for start, end in split_sentences(text)) <= len(text)
    assert sum(quote.end - quote.start for quote in find_quotes(text)) <= len(text)
