"""What a body was to decide in one report and has decided in a later one: a bill, a resolution, a case."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from twosource.crosscheck.courses.reports import Reports
from twosource.crosscheck.decision import Decision
from twosource.crosscheck.framing import FRAME
from twosource.crosscheck.quoting import clause_at
from twosource.crosscheck.sides import Pairing, side_at
from twosource.model import Descent, Extent, Reading, ReadingOf, Role, Statement
from twosource.text.cued import Cued
from twosource.text.terms import groups_in

_HEAD_STATEMENTS = 8  # what has been decided is the news of the later report
_SHARED = 3  # content words of both, beside the body and the words of deciding
_SURE = 0.6
_DECIDED = Decision(ReadingOf.UPDATE, "to be decided in one report, and decided in a later one")
_DECIDE = r"(?:vote|decide|rule|pass|approve|adopt|consider|take up|sign|debate|ratify|hear|weigh)"
_AHEAD = Cued(
    re.compile(
        rf"\b(?:(?:will|could|would|may|might|must|should|to) (?:\w+ ){{0,2}}?{_DECIDE}\b"
        r"|(?:is|are|was|were) (?:\w+ )?(?:considering|debating|weighing|voting|drafting)"
        r"|(?:vote|decision|ruling|hearing) (?:\w+ ){0,3}?(?:is |was )?(?:expected|scheduled|planned|set|due|looms?)"
        r"|draft|ahead of (?:a|the) (?:\w+ )?vote|pending (?:before|in))\b",
        re.IGNORECASE,
    ),
    (
        *("vot", "deci", "rul", "pass", "approv", "adopt", "consider", "take up", "sign", "debat", "ratif", "hear"),
        *("weigh", "draft", "pending "),
    ),
)
"""Something is before a body that decides."""
_DONE = Cued(
    re.compile(
        r"\b(?:approved|approves|passed|passes|adopted|adopts|rejected|rejects|defeated|defeats|ratified|enacted|vetoed"
        r"|voted|votes (?=\d|to|against|down|unanim|overwhelm)|ruled|rules that|struck down|strikes down|upheld|upholds"
        r"|overturned|blocked|signed|killed (?:a|the) bill|failed to (?:pass|advance|override))\b",
        re.IGNORECASE,
    ),
    (
        *("approve", "pass", "adopt", "reject", "defeat", "ratif", "enact", "veto", "vote", "rule", "str", "uph"),
        *("overturn", "block", "sign", "bill", "failed"),
    ),
)
"""A body has decided."""
_NOT_NEWS = re.compile(
    r"\b(?:not|never|no(?!-)|if|would|could|may|might|should|whether|unless|had|ago"
    r"|last (?:year|month|week|fall|spring|summer)"
    r"|earlier|previously|already|after|since|once|when|who|which|in (?:\d{4}|january|february|march|april|may|june"
    r"|july|august|september|october|november|december)|will|to be|until|before)\b|n['’]t\b",
    re.IGNORECASE,
)
_BODY = re.compile(
    r"\b(?:(?:(?:Supreme|Appeals|Federal|High|District|Circuit) )?Court|(?:supreme|appeals|federal|high) court|court"
    r"|[Jj]ustices|[Ss]enat(?:e|ors)|(?<!White )House(?! (?:[Ss]peaker|[Mm]inority|[Mm]ajority))|Congress|[Pp]arliament"
    r"|(?:(?:Security|City|County|[Cc]ity|[Cc]ounty) )?[Cc]ouncil|(?:General )?Assembly|[Cc]ommittee|[Cc]ommission"
    r"|[Cc]abinet|[Ll]egislature|Knesset|Bundestag|[Jj]ury|[Jj]urors|[Bb]oard|[Jj]udge|[Vv]oters|[Ll]awmakers)\b"
)
"""Who decides."""
_BODY_LETTERS = (
    *("ourt", "stices", "enat", "House", "ongress", "arliament", "ouncil", "ssembly", "ommi", "abinet"),
    *("egislature", "Knesset", "Bundestag", "ury", "uror", "oard", "udge", "oters", "awmakers"),
)
_ALSO = {"senators": "senate", "justices": "supreme court", "jurors": "jury"}
_NAMELESS = """
    vote voted bill measure law legislation resolution decision ruling approve pass adopt reject congress senate house
    court judge council committee president republican democrat lawmaker member leader party lrb rrb
"""
"""Words of any decision: what two of them share besides is what is decided."""


@dataclass(frozen=True)
class _Told:
    """A clause that tells what a body is to decide, or has decided."""

    statement: Statement
    clause: Extent
    body: str
    words: frozenset[str]


def pair_measures(
    statements: Sequence[Statement], readings: Mapping[str, Reading], descents: Mapping[str, Descent]
) -> list[Pairing]:
    """Each decision that one report has ahead and a report of a later day tells at its head.

    Policy: one body in both clauses ("the Senate"), some words for what is decided, and none of the past: a body
    decides much, and often the same thing twice.
    """
    reports = Reports.of((s for s in statements if s.role is not Role.CAPTION), readings, descents)
    if not reports.has_days:
        return []
    asking, telling = reports.that_may_say(_AHEAD), reports.that_may_say(_DONE)
    if not any(reports.days[a] > reports.days[asking[0]] for a in telling if asking):
        return []
    done = {a: list(_told(_DONE, reports.told[a][:_HEAD_STATEMENTS], reports)) for a in telling}
    last = max((reports.days[a] for a, news in done.items() if news), default=reports.days[asking[0]])
    before = [a for a in asking if reports.days[a] < last]
    return list(_pairs({a: list(_told(_AHEAD, reports.told[a], reports)) for a in before}, done, reports))


def _pairs(
    ahead: Mapping[str, Sequence[_Told]], done: Mapping[str, Sequence[_Told]], reports: Reports
) -> Iterator[Pairing]:
    shown: set[str] = set()
    for asked, open_ones in ahead.items():
        news = [n for a in reports.after(asked) for n in done.get(a, ())]
        for one in open_ones if news else ():
            told = next((n for n in news if _are_of_one(one, n) and n.statement.id not in shown), None)
            if told is not None and not any(_are_of_one(one, n) for n in done.get(asked, ())):
                shown.add(told.statement.id)
                left = side_at(one.statement, one.clause, reports.readings, "to be decided")
                right = side_at(told.statement, told.clause, reports.readings, "decided")
                yield Pairing("other", left, right, _DECIDED, _SURE)
                break


def _told(cue: Cued, statements: Sequence[Statement], reports: Reports) -> Iterator[_Told]:
    for statement in statements:
        if not any(letters in statement.span.quote for letters in _BODY_LETTERS):
            continue
        text = reports.text_of(statement)
        found = cue.search(text, *statement.span.extent)
        if found is None:
            continue
        clause = clause_at(text, statement, found.start())
        body = _BODY.search(text, *clause)
        past = _DONE if cue is _AHEAD else None
        settled = past.search(text, *statement.span.extent) if past else _NOT_NEWS.search(text, *clause)
        if body is not None and settled is None:
            words = groups_in(statement.span.quote) - FRAME - _nameless()
            name = body[0].lower()
            yield _Told(statement, clause, _ALSO.get(name, name), words)


@cache
def _nameless() -> frozenset[str]:
    return groups_in(_NAMELESS)


def _are_of_one(ahead: _Told, done: _Told) -> bool:
    return ahead.body == done.body and len(ahead.words & done.words) >= _SHARED
