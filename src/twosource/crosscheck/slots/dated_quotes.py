"""The same quoted words said at two times: "said in November that it was ..." and "in December she said ..."."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import combinations

from twosource.crosscheck.decision import Decision
from twosource.crosscheck.sides import Pairing, side_of_use
from twosource.crosscheck.slots.slot_use import SlotKind, SlotUse
from twosource.model import Descent, Grain, Reading, ReadingOf, When, text_of
from twosource.text.normalise import fold
from twosource.text.words import find_forms

_QUOTED = re.compile(r"[\"“](?P<words>[^\"“”]{20,})[\"”]")
_MARKS = ('"', "“")
_RUN = 6  # words; a slogan of a campaign is shorter
_NEAR_DAYS = 2  # two papers, two time zones
_NAMED = re.compile(r"TODAY")
_AHEAD = re.compile(r"\b(?:this|next|coming)\b", re.IGNORECASE)  # "the coming week" is that of which he speaks
_GRAINS = frozenset({Grain.DAY, Grain.WEEK, Grain.MONTH, Grain.YEAR})
_DATED_TWICE = Decision(ReadingOf.CONFLICT, "the same words said at two times")
_SCORE = 0.7  # see the page on findings for how many that were read are right


def pair_dated_quotes(
    uses: Iterable[SlotUse], readings: Mapping[str, Reading], descents: Mapping[str, Descent]
) -> list[Pairing]:
    """Each two dates that two articles give one saying, known by six words in a row that both quote.

    Policy: the date must stand outside the quotation, with who says it; a statement with two such dates tells of two
    sayings, and a date before a noun ("the 1944 massacre") is that of the noun. Dates next to each other may be one
    evening in two time zones.
    """
    found: list[Pairing] = []
    told = [
        use
        for use in uses
        if use.kind is SlotKind.DATE and use.saying and not use.dated and _may_quote(use) and not _is_to_come(use)
    ]
    for one, two in _of_one_saying(told):
        apart = text_of(one.article, descents) != text_of(two.article, descents) and one.article != two.article
        if apart and _are_apart(one, two):
            left, right = (side_of_use(use, readings) for use in sorted((one, two), key=_when_told))
            found.append(Pairing(slot="date", left=left, right=right, decision=_DATED_TWICE, score=_SCORE))
    return found


def _is_to_come(use: SlotUse) -> bool:
    """Whether a date lies after the report: nobody has said anything on it yet."""
    value = use.slot.value
    begins = value.earliest if isinstance(value, When) else None
    return begins is not None and use.reported is not None and begins > use.reported.date()


def _may_quote(use: SlotUse) -> bool:
    return any(mark in use.statement.span.quote for mark in _MARKS)


def _of_one_saying(told: Iterable[SlotUse]) -> Iterator[tuple[SlotUse, SlotUse]]:
    """Each two dates whose statements quote one run of words, once."""
    runs: dict[tuple[str, ...], list[SlotUse]] = {}
    dates: dict[str, int] = {}
    for use in told:
        dates[use.statement.id] = dates.get(use.statement.id, 0) + 1
        for run in _quoted_runs(use):
            runs.setdefault(run, []).append(use)
    seen: set[tuple[object, object]] = set()
    for uses in runs.values():
        for one, two in combinations(uses, 2):
            alone = dates[one.statement.id] == 1 and dates[two.statement.id] == 1
            if alone and (one.key, two.key) not in seen:
                seen.add((one.key, two.key))
                yield one, two


def _quoted_runs(use: SlotUse) -> set[tuple[str, ...]]:
    """Every six words in a row of what the statement quotes, where the date stands outside."""
    runs: set[tuple[str, ...]] = set()
    place = use.slot.span.start - use.statement.span.start
    for quoted in _QUOTED.finditer(use.statement.span.quote):
        if quoted.start() <= place < quoted.end():
            return set()
        forms = find_forms(quoted["words"])
        runs.update(tuple(forms[at : at + _RUN]) for at in range(len(forms) - _RUN + 1))
    return runs


def _are_apart(one: SlotUse, two: SlotUse) -> bool:
    """Whether two dates are two, and are told in two ways: "on May 26" in both is one, whatever year was worked out."""
    a, b = one.slot.value, two.slot.value
    if not (isinstance(a, When) and isinstance(b, When)) or not {a.grain, b.grain} <= _GRAINS:
        return False
    if not (a.earliest and a.latest and b.earliest and b.latest) or any(_is_name(use) for use in (one, two)):
        return False
    quotes = [fold(use.slot.span.quote).text for use in (one, two)]
    if any(map(_AHEAD.search, quotes)) or quotes[0] in quotes[1] or quotes[1] in quotes[0]:
        return False
    gap = max((a.earliest - b.latest).days, (b.earliest - a.latest).days)
    return gap >= _NEAR_DAYS or (gap > 0 and Grain.DAY not in {a.grain, b.grain})


def _is_name(use: SlotUse) -> bool:
    """Whether a "today" is that of a newspaper."""
    start = use.slot.span.start - use.statement.span.start
    words = use.statement.span.quote
    return _NAMED.match(use.slot.span.quote) is not None or words[:start].endswith("USA ")


def _when_told(use: SlotUse) -> tuple[bool, str, tuple[str, int, int, str]]:
    return (use.reported is None, str(use.reported), use.key)
