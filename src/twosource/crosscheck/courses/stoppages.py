"""What was closed or stopped in one report and is open or goes on in another: a bridge, a race, talks, flights."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from twosource.crosscheck.courses.reports import Reports
from twosource.crosscheck.decision import Decision
from twosource.crosscheck.quoting import clause_at
from twosource.crosscheck.sides import Pairing, side_at
from twosource.model import Descent, Extent, Reading, ReadingOf, Role, Statement
from twosource.text.cued import Cued
from twosource.text.terms import find_terms, groups_in

_NEWS = Decision(ReadingOf.UPDATE, "closed or stopped in one report, and open or going on in another")
_STOPPED = Cued(
    re.compile(
        r"\b(?:is|are|was|were|been|being|remains?) (?:\w+ly |still |now )?"
        r"(?:closed(?! (?:to|on|by|in on)\b)|shut(?: down)?|halted|stopped|suspended|grounded|red-flagged|locked down"
        r"|called off|brought to a (?:halt|stop|standstill))\b",
        re.IGNORECASE,
    ),
    ("closed", "shut", "halt", "stopped", "suspended", "grounded", "flagged", "locked down", "called off", "to a st"),
)
_GOES_ON = Cued(
    re.compile(
        r"(?:(?<!\bto )\bre-?open(?:s|ed)?|\b(?:cleared|allowed|able)\b[^.;]{0,20} to re-?open|\bre-?start(?:s|ed)"
        r"|\bresum(?:es|ed)|\b(?:got|getting) (?:going|under way) again|\bopen again"
        r"|\bback (?:in operation|in service))\b",
        re.IGNORECASE,
    ),
    ("open", "start", "resum", "again", "back "),
)
_NOT_SO = re.compile(
    r"\b(?:not|never|no|nor|until|before|unless|if|whether|when|could|may|might|should|would|will|to be|expected|hopes?"
    r"|hoped|plans?|scheduled|unclear|due|cannot|unable)\b|n['’]t\b",
    re.IGNORECASE,
)
_BACK = re.compile(r"\b(?:it|they|them)\b", re.IGNORECASE)
"""Points to what the sentence before names: "engineers cleared it to reopen"."""
_ASIDE = re.compile(r"\b(?:as|after|while|whilst|since|once)\b", re.IGNORECASE)
"""Before the verb: it is told by the way, and may be of another time."""
_SURE, _WITHIN_A_DAY = 0.6, 0.5


@dataclass(frozen=True)
class _Told:
    """A clause that tells that something stopped or goes on, and the words for what."""

    statement: Statement
    clause: Extent
    what: frozenset[str]


def pair_stoppages(
    statements: Sequence[Statement], readings: Mapping[str, Reading], descents: Mapping[str, Descent]
) -> list[Pairing]:
    """Each thing that one report has closed or stopped and another, of no earlier day, has open or going on.

    Policy: the thing is the noun before the verb and stands in the sentence that tells that it goes on, or in the one
    before. A report that tells this itself leaves nothing shut, and what is "to reopen" or told by the way ("as the
    race resumed") has not. Of two reports of one day the one that tells it is the later, whatever the clocks of two
    outlets say, for no outlet tells its zone.
    """
    reports = Reports.of((s for s in statements if s.role is not Role.CAPTION), readings, descents)
    if len(reports.days) < 2:
        return []
    asking, telling = reports.that_may_say(_STOPPED), reports.that_may_say(_GOES_ON)
    ends = {a: list(_ends(reports.told[a], reports)) for a in telling} if asking else {}
    return list(_pairs(asking, ends, reports)) if any(ends.values()) else []


def _pairs(asking: Sequence[str], ends: Mapping[str, Sequence[_Told]], reports: Reports) -> Iterator[Pairing]:
    shown: set[str] = set()
    for asked in sorted(asking, key=lambda a: _order(a, reports)):
        own = {word for end in ends.get(asked, ()) for word in end.what}
        later = [end for article in _later(asked, reports) for end in ends.get(article, ())]
        for state in _states(reports.told[asked], reports):
            end = next((e for e in later if state.what <= e.what), None)
            if end is not None and not state.what & (own | shown):
                shown |= state.what
                yield _pairing(state, end, reports)


def _later(asked: str, reports: Reports) -> list[str]:
    """The other reports of the same day and of later ones that are no copies, in order."""
    others = (a for a in reports.days if a != asked and reports.days[a] >= reports.days[asked])
    return sorted((a for a in others if reports.is_another(asked, a)), key=lambda a: _order(a, reports))


def _pairing(state: _Told, end: _Told, reports: Reports) -> Pairing:
    one_day = reports.days[end.statement.span.article] == reports.days[state.statement.span.article]
    left = side_at(state.statement, state.clause, reports.readings, "stopped")
    right = side_at(end.statement, end.clause, reports.readings, "going on")
    return Pairing("other", left, right, _NEWS, _WITHIN_A_DAY if one_day else _SURE)


def _order(article: str, reports: Reports) -> tuple[str, str, str]:
    """By day, and within a day by the minute where it is told."""
    published = reports.readings[article].article.published
    return str(reports.days[article]), str(published.moment or "") if published else "", article


def _states(statements: Sequence[Statement], reports: Reports) -> Iterator[_Told]:
    for statement in statements:
        text = reports.text_of(statement)
        cue = _STOPPED.search(text, *statement.span.extent)
        if cue is None:
            continue
        clause = clause_at(text, statement, cue.start())
        named = find_terms(text, clause[0], cue.start())[-1:]
        if named:
            yield _Told(statement, clause, frozenset(t.group for t in named))


def _ends(statements: Sequence[Statement], reports: Reports) -> Iterator[_Told]:
    for before, statement in zip((None, *statements), statements, strict=False):
        text = reports.text_of(statement)
        cue = _GOES_ON.search(text, *statement.span.extent)
        if cue is None:
            continue
        clause = clause_at(text, statement, cue.start())
        aside = _ASIDE.search(text, clause[0], cue.start()) is not None
        if not aside and _NOT_SO.search(text, *clause) is None:
            back = before is not None and _BACK.search(text, clause[0], cue.end()) is not None
            told = f"{before.span.quote} {statement.span.quote}" if back and before else statement.span.quote
            yield _Told(statement, clause, groups_in(told))
