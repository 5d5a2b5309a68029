"""The place an article opens with: `Beijing/Moscow:`, `CITY (AP) —`, `GENEVA, May 4 -`."""

from __future__ import annotations

import re

from twosource.model import Extent

_CAPITAL = r"(?:[A-ZÀ-Þ][\wÀ-ÿ.’'-]*)"
_LINK = r"(?:de|da|del|do|la|le|el|al|of|the|upon|sur|am|and|in)"
# Up to seven capitalised words, joined by blanks, commas, strokes and small words: "Beijing/Moscow", "RIO DE JANEIRO".
_PLACE = rf"{_CAPITAL}(?:(?:[ ]|,[ ]|/)(?:{_CAPITAL}|{_LINK}(?=[ ]))){{0,6}}"
# ", May 4", " 4 May 2025".
_DAY = r"(?:[,.]?[ ]+(?:[A-Z][a-z]{2,8}\.?[ ]+\d{1,2}|\d{1,2}[ ]+[A-Z][a-z]{2,8})(?:,?[ ]+\d{4})?\.?)?"
# " (Reuters)", " (CBS/AP)", " /TASS/".
_AGENCY = r"(?:[ ,]*(?:\([^()\n]{2,40}\)|/[^()\n/]{2,40}/))?"
_DATELINE = re.compile(
    rf"(?P<place>{_PLACE})(?:[ ]\[[A-Z]\w+\])?{_DAY}{_AGENCY}[ ]*(?:[ ][–—-]{{1,2}}|[–—]|:)[ ]*(?=[A-Z\d“\"'‘’\[(])"
)
_ALL_CAPITALS = re.compile(r"[A-ZÀ-Þ]{3,}")
_MAX_PLACE_CHARS = 60
_NOT_PLACES = frozenset(
    """analysis opinion exclusive breaking update updated watch video explainer explained factbox editorial interview
    correction live fact check review obituary feature summary note editor's editors background timeline quote quotes
    question answer report reports special sources source key points highlights here what why how when who
    where""".split()
)


def find_dateline(text: str, start: int, end: int) -> Extent | None:
    """The place that the paragraph `text[start:end]` opens with, as written, None where there is none.

    Policy: before a colon only "City:" or "City/City:" in up to three words counts, because "Xi: we will visit" opens
    the same way; the caller looks at the first paragraphs of prose only.

    >>> text = "ORSK, May 4 (Reuters) - Miners left the pit on Sunday."
    >>> text[slice(*find_dateline(text, 0, len(text)))]
    'ORSK'
    """
    match = _DATELINE.match(text, start, end)
    if match is None:
        return None
    place = match["place"]
    if len(place) > _MAX_PLACE_CHARS or place.split()[0].lower().strip(".,") in _NOT_PLACES:
        return None
    if not _is_marked(match, place):
        return None
    written = place if place.endswith(".") else place.rstrip(" ,.")
    return match.start("place"), match.start("place") + len(written)


def _is_marked(match: re.Match[str], place: str) -> bool:
    """Whether something besides the dash says that this is a dateline: capitals, an agency, a day, a pair of cities."""
    between = match.group()[len(place) :]
    if any(mark in between for mark in "(/") or re.search(r"\d", between):
        return True
    if _ALL_CAPITALS.match(place):
        return True
    return len(place.split()) <= 3 and (":" in between or "/" in place or "," in place)
