"""Counting: whether texts and origins of built coverages are exact, and whether one agency is counted twice."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import msgspec

from twosource.engine.run import read_raws, run_account
from twosource.evaluation.coverages import BuiltCoverage, build_coverage
from twosource.evaluation.gold import read_rows
from twosource.evaluation.lineage import LEAST_WORDS, SETS, STORIES, read_row, trace
from twosource.evaluation.metric import Metric, ratio
from twosource.model import Claim, CreditLevel, MediaType, Raw, Reading, count_four_numbers
from twosource.options import Options
from twosource.plan import plan_of

Row = Mapping[str, Any]
_MOST_WORDS = 600  # longer reports make the coverages slow and no harder


def evaluate_counting(data: Path, *, coverages: int = 500) -> tuple[Metric, ...]:
    """Exactness on coverages built of the lineage sets in `data`, and false corroboration in stories beside them."""
    return (*evaluate_built(data, coverages=coverages), *evaluate_wire(data.parent / "stories"))


def evaluate_built(data: Path, *, coverages: int) -> Iterator[Metric]:
    """Share of the built coverages whose counts are exact: texts, origins, which articles share one, all of it."""
    rows = [r for name in SETS if (data / name).is_dir() for r in read_rows(data / name / "articles.jsonl")]
    pool = [r for r in rows if LEAST_WORDS <= len(r["text"].split()) <= _MOST_WORDS]
    if not pool:
        return
    right: Counter[str] = Counter()
    for number in range(coverages):
        right.update(name for name, holds in check_coverage(build_coverage(number, pool)).items() if holds)
    for name in ("texts", "origins", "origins of each article", "everything"):
        yield _metric("built", f"{name} exact", ratio(right[name], coverages), coverages)


def check_coverage(built: BuiltCoverage) -> dict[str, bool]:
    """What of a built coverage is counted exactly."""
    readings = [r for row in built.rows if (r := read_row(row)) is not None]
    descents = {d.article: d for d in trace(readings)[1]}
    numbers = count_four_numbers((r.article.id for r in readings), descents, None, of_claim=False)
    groups: defaultdict[str, set[str]] = defaultdict(set)
    for article, origin in built.origins.items():
        groups[origin].add(descents[article].origin if article in descents else "")
    apart = [next(iter(found)) for found in groups.values() if len(found) == 1]
    checks = {
        "texts": len(numbers.texts) == built.texts,
        "origins": len(numbers.origins) == len(groups),
        "origins of each article": len(apart) == len(groups) == len(set(apart)),
    }
    return checks | {"everything": all(checks.values()) and len(numbers.articles) == len(built.rows)}


def evaluate_wire(folder: Path) -> Iterator[Metric]:
    """Of claims that two origins or more carry in stories with wire copy, the share that one agency carries alone.

    An upper bound on false corroboration: a second dispatch of an agency can be new reporting.
    """
    found: Counter[str] = Counter()
    for name in STORIES:
        if (folder / name).is_dir():
            for rows in _stories_with_wire(folder / name):
                found.update(_judge_story(rows))
    if found["two origins"]:
        share = ratio(found["one agency"], found["two origins"])
        yield _metric("wire", "two origins that are one agency", share, found["two origins"], higher_is_better=False)


def _stories_with_wire(folder: Path) -> Iterator[list[Row]]:
    """The rows of each gold story in which two articles are credited whole to an agency."""
    rows = {str(r["id"]): r for r in read_rows(folder / "articles.jsonl")}
    stories: defaultdict[str, list[Row]] = defaultdict(list)
    for row in read_rows(folder / "stories.jsonl"):
        stories[str(row["story"])].append(rows[str(row["article"])])
    for story in sorted(stories):
        members = stories[story]
        read = [r for row in members if (r := read_row(row)) is not None] if len(members) > 1 else []
        if sum(bool(agencies_of(r)) for r in read) > 1:
            yield members


def agencies_of(reading: Reading) -> frozenset[str]:
    """The agencies that the whole article is credited to."""
    return frozenset(c.agency for c in reading.credits if c.level is CreditLevel.WHOLE)


def _judge_story(rows: Sequence[Row]) -> Counter[str]:
    options = Options()
    fields = ("id", "text", "title", "published", "outlet", "url")
    bodies = ({k: row[k] for k in fields if row.get(k)} for row in rows)
    raws = [
        Raw(id=row["id"], body=msgspec.json.encode(row), locators=(row["id"],), media_type=MediaType.JSON)
        for row in bodies
    ]
    account = run_account(read_raws(raws, rejected=(), plan=plan_of(options)), options=options)
    agencies = {r.article.id: agencies_of(r) for r in account.readings}
    return judge_claims(account.claims, agencies)


def judge_claims(claims: Sequence[Claim], agencies: Mapping[str, frozenset[str]]) -> Counter[str]:
    """How many claims of two articles with a credit two origins carry, and how many of these are one agency's."""
    found: Counter[str] = Counter()
    for claim in claims:
        credited = [agencies[a] for a in claim.numbers.articles if agencies[a]]
        if len(claim.numbers.origins) > 1 and len(credited) > 1:
            alone = len(credited) == len(claim.numbers.articles) and bool(frozenset.intersection(*credited))
            found.update(["two origins", "one agency"] if alone else ["two origins"])
    return found


def _metric(dataset: str, name: str, value: float, units: int, *, higher_is_better: bool = True) -> Metric:
    return Metric(
        area="counting", dataset=dataset, name=name, value=value, units=units, higher_is_better=higher_is_better
    )
