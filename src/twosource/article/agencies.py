"""The news agencies we know by name: an editable list, and the pattern that finds their names in a text."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from twosource.model import Record
from twosource.text.alternatives import pattern_of


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
        """The canonical name of a written form that one of the patterns found."""
        return self.canonical[" ".join(written.split()).casefold()]


@cache
def shipped_agencies() -> tuple[Agency, ...]:
    """The list in `agencies.toml`, read at the first call."""
    import tomllib  # noqa: PLC0415 - read once, at the first article

    text = files("twosource.article").joinpath("agencies.toml").read_text("utf-8")
    return tuple(_agency_of(row) for row in tomllib.loads(text)["agency"])


def _agency_of(row: dict[str, object]) -> Agency:
    import msgspec  # noqa: PLC0415 - conversion happens once, at the first article

    return msgspec.convert(row, Agency)


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
    return AgencyIndex(canonical, ambiguous, re.compile(rf"\b(?:{alternatives})(?!\w)"), alternatives)
