"""What was not read, gathered: forty lines of one file with one fault are one entry, and none is left out."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from twosource.model import Record, Rejected

_LINE = re.compile(r"(?P<path>.+):(?P<line>\d+)$")


class Gathered(Record, frozen=True, kw_only=True):
    """Inputs that were not read for one reason."""

    what: str
    """A file or address, or a file with its lines: "feed.jsonl:3-7, 9"."""
    inputs: int
    reason: str
    detail: str


def gather_refused(rejected: Iterable[Rejected]) -> tuple[Gathered, ...]:
    """The rejected inputs, lines of one file with one reason together, in order of names and lines.

    >>> from twosource.model import Reason
    >>> rows = [Rejected(what=f"a.jsonl:{n}", stage="ingest", reason=Reason.BAD_JSON, detail="x") for n in (10, 2, 1)]
    >>> [(g.what, g.inputs) for g in gather_refused(rows)]
    [('a.jsonl:1-2, 10', 3)]
    """
    groups: dict[tuple[str, str, str], list[int | None]] = defaultdict(list)
    for one in rejected:
        found = _LINE.match(one.what)
        groups[found["path"] if found else one.what, one.reason.value, one.detail].append(
            int(found["line"]) if found else None
        )
    ordered = sorted(groups.items(), key=lambda item: (item[0][0], min((n for n in item[1] if n), default=0), item[0]))
    return tuple(
        Gathered(what=_named(path, lines), inputs=len(lines), reason=reason, detail=detail)
        for (path, reason, detail), lines in ordered
    )


def _named(path: str, lines: Sequence[int | None]) -> str:
    numbers = sorted({n for n in lines if n is not None})
    return f"{path}:{', '.join(_runs(numbers))}" if numbers else path


def _runs(numbers: Sequence[int]) -> Iterator[str]:
    """Numbers in a row as a range.

    >>> list(_runs([1, 2, 3, 7]))
    ['1-3', '7']
    """
    start = last = numbers[0]
    for number in [*numbers[1:], None]:
        if number is not None and number == last + 1:
            last = number
            continue
        yield str(start) if start == last else f"{start}-{last}"
        if number is not None:
            start = last = number
