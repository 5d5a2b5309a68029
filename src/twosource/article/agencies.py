"""The news agencies we know by name: an editable list, and the pattern that finds their names in a text."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import msgspec

from twosource.model import Extent, Record
from twosource.text.alternatives import pattern_of

_UNLISTED_HINT = re.compile(r"(?:Agency|Service|Newswire)\b")
UNLISTED = re.compile(
    r"\b(?!By |BY |From |With |And |Source )(?:The )?(?:[A-ZÀ-Þ][\w’'-]+ ){1,4}"
    r"(?:News Agency|Press Agency|News Service|Wire Service|Newswire)\b"
)
"""An agency that no list has but that says what it is: "Northland News Agency"."""


class Agency(Record, frozen=True, kw_only=True):
    """One news agency and the ways its name is written."""

    name: str
    """Canonical: the form that credits use."""
    country: str
    """ISO 3166 code of the seat, or `XX` for a generic label."""
    names: tuple[str, ...] = ()
    """Full forms that mean nothing else, wherever they stand."""
    short: tuple[str, ...] = ()
    """Short forms that nearly always mean the agency in news."""
    ambiguous: tuple[str, ...] = ()
    """Short forms that often mean something else (AP, PA, AA): read only where a credit stands, never as a mention."""


@dataclass(frozen=True)
class AgencyIndex:
    """Names to agencies, and the patterns that find them."""

    canonical: dict[str, str]
    """Case-folded written form to canonical name."""
    ambiguous: frozenset[str]
    """Written forms that are read only in credit positions."""
    mention: re.Pattern[str]
    """Any written form, as a whole word, in its own case."""
    alternatives: str
    """The written forms as a regular-expression alternation, longest first."""

    def name_of(self, written: str) -> str:
        """The canonical name of a written form; an agency that is not listed is its own name, without an article."""
        plain = " ".join(written.split())
        return self.canonical.get(plain.casefold()) or plain.removeprefix("The ")

    def find_mentions(self, text: str, start: int, end: int) -> list[Extent]:
        """Every agency's name in `text[start:end]`, listed or not, in order; a listed one wins over a longer other."""
        listed = [match.span() for match in self.mention.finditer(text, start, end)]
        if _UNLISTED_HINT.search(text, start, end) is None:
            return listed
        others = [match.span() for match in UNLISTED.finditer(text, start, end)]
        return sorted([*listed, *(span for span in others if not any(a < span[1] and span[0] < b for a, b in listed))])


@cache
def shipped_agencies() -> tuple[Agency, ...]:
    """The list in `agencies.toml`, read at the first call."""
    table = tomllib.loads(files("twosource.article").joinpath("agencies.toml").read_text("utf-8"))
    return msgspec.convert(table["agency"], tuple[Agency, ...])


@cache
def index_agencies(extra: tuple[Agency, ...] = ()) -> AgencyIndex:
    """The index over the shipped list and `extra`, which wins where a name is in both.

    >>> index = index_agencies()
    >>> index.name_of("Press Trust of India"), "ap" in index.ambiguous
    ('PTI', True)
    """
    merged = {agency.name: agency for agency in (*shipped_agencies(), *extra)}
    canonical: dict[str, str] = {}
    written: list[str] = []
    for agency in merged.values():
        for form in (*agency.names, *agency.short, *agency.ambiguous):
            canonical.setdefault(form.casefold(), agency.name)
            written.append(form)
    alternatives = pattern_of(written)
    ambiguous = frozenset(form.casefold() for agency in merged.values() for form in agency.ambiguous)
    return AgencyIndex(canonical, ambiguous, re.compile(rf"\b(?:{alternatives})(?!\w|[’'](?!S\b)[A-Z])"), alternatives)
