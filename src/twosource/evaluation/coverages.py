"""Built coverages: reports that have nothing to do with each other, and what was taken from each in known ways.

Nothing of them is kept: every coverage is made from development articles when it is asked for, by its number.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from random import Random
from typing import Any

from twosource.evaluation.derivations import Derivation, derive
from twosource.evaluation.lineage import read_row
from twosource.model import Role

Row = Mapping[str, Any]


class Taking(StrEnum):
    """What an article of a built coverage is to the report it comes from."""

    INDEPENDENT = "independent"
    COPY = "copy"
    CUT = "cut"
    REWRITE = "rewrite"
    EMBED = "embed"


_MADE_BY: dict[Taking, tuple[Derivation, ...]] = {
    Taking.COPY: (Derivation.REFILED,),
    Taking.CUT: (Derivation.CUT_50, Derivation.CUT_30, Derivation.BRIEF),
    Taking.REWRITE: (Derivation.REPLACED_20, Derivation.REORDERED),
    Taking.EMBED: (Derivation.EMBEDDED_40, Derivation.EMBEDDED_20),
}
_OWN_TEXT = frozenset({Taking.INDEPENDENT, Taking.REWRITE, Taking.EMBED})
"""What has words of its own, and so is a text of its own: copies and cuts are not."""
_ABOVE = frozenset({Role.HEADLINE, Role.CAPTION, Role.FURNITURE})
_MARKS = re.compile(r"[\"“”‘’()]")
_FIRST = datetime(2015, 5, 1, 6, 0)  # noqa: DTZ001 - a day like any other; articles are kept without a zone
_MOST_TAKEN = 16  # four reports with four articles each
_OUTLETS = 40  # more than any coverage has articles


@dataclass(frozen=True)
class BuiltCoverage:
    """Rows to be read as input, and what they amount to: how many texts, and which rows have one origin."""

    rows: tuple[Row, ...]
    takings: tuple[Taking, ...]
    origins: Mapping[str, str]
    texts: int


def build_coverage(number: int, pool: Sequence[Row]) -> BuiltCoverage:
    """Coverage `number`: one to four reports drawn from the pool, and up to four articles taken from each.

    Policy: half of the coverages of two reports and more set one quotation into all of their reports, for a shared
    statement is no shared origin. Words of its own come to each article from another month. An embed is counted with
    the report that it took in, as lineage does. A cut begins where the report does, below the captions and headlines
    of its page: nobody cuts a report to the caption of its picture.
    """
    draw = Random(number)  # noqa: S311 - inputs, not secrets
    sources = _of_different_months(pool, draw.randint(1, 4) + 1 + _MOST_TAKEN, draw)
    reports, speech, others = sources[: -_MOST_TAKEN - 1], sources[-_MOST_TAKEN - 1], iter(sources[-_MOST_TAKEN:])
    quotation = _quotation(speech["text"]) if len(reports) > 1 and draw.random() < 0.5 else ""
    rows: list[Row] = []
    takings: list[Taking] = []
    origins: dict[str, str] = {}
    for place, report in enumerate(reports):
        base = report["text"] + quotation
        for taking in (Taking.INDEPENDENT, *draw.choices(tuple(_MADE_BY), k=draw.randint(0, 4))):
            text = base if taking is Taking.INDEPENDENT else _taken(taking, base, next(others)["text"], draw)
            row = _row(f"c{number}-{len(rows)}", text, len(rows), first=taking is Taking.INDEPENDENT, draw=draw)
            rows.append(row)
            takings.append(taking)
            origins[row["id"]] = f"c{number}-{place}"
    texts = sum(taking in _OWN_TEXT for taking in takings)
    return BuiltCoverage(rows=tuple(rows), takings=tuple(takings), origins=origins, texts=texts)


def _of_different_months(pool: Sequence[Row], size: int, draw: Random) -> list[Row]:
    """Articles of as many months: what an agency prints on one day is seldom as unrelated as it looks."""
    found: dict[str, Row] = {}
    while len(found) < size:
        row = draw.choice(pool)
        found.setdefault(str(row["published"])[:7], row)
    return list(found.values())


def _taken(taking: Taking, base: str, other: str, draw: Random) -> str:
    text = _begun_at_body(base) if taking is Taking.CUT else base
    return derive(draw.choice(_MADE_BY[taking]), text, other, draw).text


def _begun_at_body(text: str) -> str:
    """The text from the first passage of the report itself; all of it where none is marked as such."""
    reading = read_row({"id": "report", "text": text})
    passages = reading.passages if reading else ()
    return text[next((p.span.start for p in passages if p.role not in _ABOVE), 0) :]


def _quotation(text: str) -> str:
    """Forty words from the middle of another article as somebody's statement, without quotation marks of their own."""
    words = " ".join(_MARKS.sub("", text).split()[60:100])
    return f'\n\n"{words}," the ministry said in a statement.'


def _row(name: str, text: str, place: int, *, first: bool, draw: Random) -> Row:
    """A row of input in an outlet of its own; what is taken comes one to twenty hours after the first reports."""
    at = _FIRST + timedelta(minutes=place if first else draw.randint(60, 1_200))
    return {"id": name, "text": text, "outlet": f"Paper {place % _OUTLETS}", "published": at.isoformat()}
