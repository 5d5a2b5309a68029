"""Metres written with one letter, told from millions: "a 40m well", "dug 13m down", but "$40m" and "40m people"."""

from __future__ import annotations

import re

from twosource.annotate.entities.quantities.line import Line
from twosource.annotate.entities.quantities.numerals import Number

_LETTERED = re.compile(r"(\d{1,3}(?:,\d{3})?|\d{1,4}(?:\.\d+)?)m$")
_EXTENTS = frozenset("deep high long wide tall thick diameter radius drop".split())
_WAYS = frozenset(
    "thick down up below above underground away apart ahead tall deep high long wide offshore downstream".split()
)
_MEASURES = frozenset("depth height length width altitude distance radius diameter elevation".split())
_GOES = frozenset(
    "fell fall falls falling dug dig climbed climb dropped plunged plunge walked ran swam dived drilled stands stood"
    " measuring measures measured descended".split()
)
_LONG_THINGS = frozenset(
    "well wells shaft drop fall wall tower tunnel pool cliff wave waves yacht boat vessel ship bridge runway crater"
    " trench hole statue fence crane mast peak asteroid telescope chimney tree rope ladder cable tank turbine ravine"
    " gorge final sprint freestyle butterfly backstroke breaststroke hurdles relay dash medley".split()
)
_SIGNS = frozenset("$€£¥₹₽₴₺₩₪")
_ROUGHLY = frozenset({"about", "around", "some", "nearly", "almost", "only", "just", "over", "roughly"})
_REACH = 2  # tokens between the number and the thing: "a 40m dry well"


def read_metres(line: Line, place: int) -> Number | None:
    """The number at a token whose letter means metres; None where nothing near it has a length.

    Policy: millions where nothing says otherwise. A sign of money before it always makes it money.
    """
    found = _LETTERED.match(line.forms[place])
    if found is None or line.before(place) in _SIGNS or not _has_length(line, place):
        return None
    return Number(float(found[1].replace(",", "")), place + 1, suffix="metre")


def _has_length(line: Line, place: int) -> bool:
    at = place + 2 if line.at(place + 1) == "-" else place + 1
    after = line.forms[at : at + _REACH]
    extent = line.at(at) in (_EXTENTS if at > place + 1 else _WAYS) or (line.at(at), line.at(at + 1)) == (
        "in",
        "diameter",
    )
    of_measure = line.before(place) == "of" and line.before(place - 1) in _MEASURES
    return extent or of_measure or _verb_before(line, place) in _GOES or not _LONG_THINGS.isdisjoint(after)


def _verb_before(line: Line, place: int) -> str:
    """The word before a number and the word that rounds it: "fell" of "fell about 60m"."""
    return line.before(place - 1) if line.before(place) in _ROUGHLY else line.before(place)
