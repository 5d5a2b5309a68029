"""Findings against story packs that were read article by article: precision and recall by reading, traps, top claims.

Agrees with the reference scorer: a finding is right where both sides lie at the gold's sides, or one does and both
values are the gold's. The gold lists every conflict, update, correction and disagreement, so one too many counts;
agreements and scope traps are samples.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import msgspec

from twosource.engine.run import read_raws, run_account
from twosource.evaluation.gold import read_rows
from twosource.evaluation.metric import Metric, ratio
from twosource.model import Account, Claim, Finding, MediaType, Raw, Side
from twosource.options import Options
from twosource.plan import plan_of

Row = Mapping[str, Any]

HARD = ("conflict", "update", "correction", "disagreement")
_BOUND_SLOTS = frozenset({"number", "date", "time"})
_SLACK_CHARS = 40
_SHOWN_CLAIMS = 12


def evaluate_findings(data: Path) -> tuple[Metric, ...]:
    """Figures over all packs in `data`, through the whole pipeline: articles in, findings and claims out."""
    packs = [_score_pack(folder) for folder in sorted(data.iterdir()) if (folder / "findings.jsonl").exists()]
    total = Tally.sum_of(packs)
    return tuple(_metrics(total, units=len(packs)))


def account_of(folder: Path) -> Account:
    """The account of a pack's articles, by the plan as it is shipped."""
    fields = ("id", "text", "title", "published", "outlet", "url")
    rows = ({k: row[k] for k in fields if row.get(k)} for row in read_rows(folder / "articles.jsonl"))
    raws = [
        Raw(
            id=row["id"],
            body=msgspec.json.encode(row),
            locators=(f"{folder.name}:{line}",),
            media_type=MediaType.JSON,
        )
        for line, row in enumerate(rows, start=1)
    ]
    options = Options()
    return run_account(read_raws(raws, rejected=(), plan=plan_of(options)), options=options)


@dataclass
class Tally:
    """Counts by (what, measure): what was asked for, found, fired and right."""

    counts: Counter[tuple[str, str]] = field(default_factory=Counter)

    @classmethod
    def sum_of(cls, tallies: Iterable[Tally]) -> Tally:
        """All counts added up."""
        total = cls()
        for tally in tallies:
            total.counts.update(tally.counts)
        return total

    def add(self, what: str, *, found: Iterable[bool] = (), right: Iterable[bool] = ()) -> None:
        """`found`: for each gold item, whether it was found; `right`: for each answer, whether it is right."""
        asked, fired = list(found), list(right)
        self.counts[what, "gold"] += len(asked)
        self.counts[what, "found"] += sum(asked)
        self.counts[what, "fired"] += len(fired)
        self.counts[what, "right"] += sum(fired)

    def precision(self, what: str) -> float:
        """Share of the answers that are right."""
        return ratio(self.counts[what, "right"], self.counts[what, "fired"])

    def recall(self, what: str) -> float:
        """Share of the gold that was found."""
        return ratio(self.counts[what, "found"], self.counts[what, "gold"])


def _score_pack(folder: Path) -> Tally:
    gold = read_rows(folder / "findings.jsonl")
    account = account_of(folder)
    tally = score_findings(account.findings, gold)
    shown = _first_claims(account)
    first = [c for c in read_rows(folder / "claims.jsonl") if c["importance"] == 1]
    tally.add("top claims", found=[_shows(shown, claim["evidence"]) for claim in first])
    return tally


def _first_claims(account: Account) -> list[Claim]:
    """The first claims of the story that holds most of the pack's articles: what a reader of its dossier sees first."""
    largest = max(account.stories, key=lambda s: (len(s.articles), s.id)).id
    claims = [c for c in account.claims if c.story == largest]
    return sorted(claims, key=lambda c: (-c.weight, c.id))[:_SHOWN_CLAIMS]


def score_findings(findings: Sequence[Finding], gold: Sequence[Row]) -> Tally:
    """The tally of one pack's findings against its gold rows."""
    tally = Tally()
    for reading in (*HARD, "agreement"):
        wanted = [g for g in gold if g["reading"] == reading and _is_firm(g)]
        fired = [f for f in findings if f.reading.value == reading]
        if reading == "agreement":
            fired = [f for f in fired if any(_same(f, g) for g in gold)]
        tally.add(reading, found=[_is_found(g, fired) for g in wanted], right=[_is_right(f, gold) for f in fired])
    hard = [f for f in findings if f.reading.value in HARD]
    bound = [g for g in gold if g["reading"] in HARD and _is_firm(g) and g["slot"] in _BOUND_SLOTS]
    tally.add(
        "bound slots",
        found=[_is_found(g, [f for f in hard if f.reading.value == g["reading"]]) for g in bound],
        right=[_is_right(f, gold) for f in hard if f.slot in _BOUND_SLOTS],
    )
    traps = [g for g in gold if g["reading"] == "scope" and _is_firm(g)]
    conflicts = [f for f in findings if f.reading.value == "conflict"]
    tally.add("traps called conflict", found=[_is_found(g, conflicts) for g in traps])
    for measure in ("gold", "found", "fired", "right"):
        tally.counts["hard", measure] = sum(tally.counts[reading, measure] for reading in HARD)
    return tally


def _is_firm(gold: Row) -> bool:
    """Whether the second reader, where there was one, reads it the same way."""
    return gold.get("second") in {None, gold["reading"]}


def _is_found(gold: Row, fired: Sequence[Finding]) -> bool:
    return any(_same(f, gold) for f in fired)


def _is_right(finding: Finding, gold: Sequence[Row]) -> bool:
    return any(_same(finding, g) for g in gold if finding.reading.value in {g["reading"], g.get("second")})


def _same(finding: Finding, gold: Row) -> bool:
    left, right, a, b = finding.left, finding.right, gold["a"], gold["b"]
    if (_near(left, a) and _near(right, b)) or (_near(left, b) and _near(right, a)):
        return True
    one = any(_near(x, y) for x in (left, right) for y in (a, b))
    return one and {_plain(left.value), _plain(right.value)} == {_plain(a["value"]), _plain(b["value"])}


def _near(side: Side, gold: Row) -> bool:
    span = side.span
    overlaps = span.start < gold["end"] + _SLACK_CHARS and gold["start"] < span.end + _SLACK_CHARS
    return bool(span.article == gold["article"] and overlaps)


def _plain(value: object) -> str:
    return re.sub(r"[^0-9a-z.]+", " ", str(value).lower().replace(",", "")).strip()


def _shows(claims: Sequence[Claim], evidence: Sequence[Row]) -> bool:
    """Whether one of the claims rests on words that the gold claim rests on."""
    return any(
        s.span.article == e["article"] and s.span.start < e["end"] and e["start"] < s.span.end
        for claim in claims
        for s in claim.statements
        for e in evidence
    )


def _metrics(total: Tally, *, units: int) -> Iterable[Metric]:
    for what in ("hard", "bound slots", *HARD):
        for measure, value in (("precision", total.precision(what)), ("recall", total.recall(what))):
            yield _metric(f"{measure} of {what}", value, units)
    traps = total.recall("traps called conflict")
    yield _metric("traps called conflict", traps, units, higher_is_better=False)
    yield _metric("recall of agreement", total.recall("agreement"), units)
    yield _metric("top claims among the first twelve", total.recall("top claims"), units)


def _metric(name: str, value: float, units: int, *, higher_is_better: bool = True) -> Metric:
    return Metric(
        area="findings", dataset="packs", name=name, value=value, units=units, higher_is_better=higher_is_better
    )
