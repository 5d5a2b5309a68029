"""Run the plan on this machine: files to readings, readings to the whole account."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from twosource.article import settle_ids
from twosource.crosscheck import StoryCheck
from twosource.dossier import assemble_dossiers, render_html
from twosource.engine.local import JoinReport, run_join
from twosource.engine.reading import choose_processes, read_one, read_side_by_side
from twosource.ingest import find_raws, merge_raws
from twosource.model import (
    Account,
    Descent,
    Lineage,
    Raw,
    Reading,
    Rejected,
    Run,
    Story,
    digest_of,
)
from twosource.options import Options
from twosource.plan import STAGES, STANDARD, Layer, Plan, plan_of
from twosource.stage import Earlier
from twosource.version import __version__

Progress = Callable[[str, int, int], None]
"""Told the stage, how many records are done, and how many there are."""


def _silent(stage: str, done: int, total: int) -> None:
    """Tell nobody."""


@dataclass(frozen=True, kw_only=True)
class Corpus:
    """What was read: readings in order of id, what was rejected, and where each article was found."""

    readings: tuple[Reading, ...]
    rejected: tuple[Rejected, ...]
    locators: tuple[tuple[str, str], ...]
    raws: tuple[Raw, ...] = ()
    """The bytes behind the readings, in order of id: what a store keeps beside them."""

    @property
    def digest(self) -> str:
        """Identifies the input by the articles in it: no file name and no order changes it."""
        return digest_of(*(part for r in self.readings for part in (r.article.id, r.article.text)))


def read_corpus(
    paths: Sequence[str],
    *,
    options: Options | None = None,
    layers: Sequence[Layer] = STANDARD,
    stdin: BinaryIO | None = None,
    leave_out: Collection[Path] = (),
    progress: Progress = _silent,
    processes: int | None = 1,
) -> Corpus:
    """Everything readable under `paths`, read closely; what cannot be read is in `rejected` with its reason.

    The absolute paths in `leave_out` are passed over in folders: the files that this run itself writes. More than one
    of `processes` read side by side, with the same result; None takes as many as there are cores and articles enough.
    They are started anew, so a script that asks for them needs its `if __name__ == "__main__":`.
    """
    settings = options or Options()
    found = list(find_raws(paths, options=settings.ingest, stdin=stdin, leave_out=leave_out))
    merged = merge_raws([f for f in found if isinstance(f, Raw)])
    raws = [r for r in merged if isinstance(r, Raw)]
    count = processes or choose_processes(len(raws), options=settings)
    return _gather(
        raws,
        read_side_by_side(raws, options=settings, layers=layers, processes=count),
        rejected=[r for r in (*found, *merged) if isinstance(r, Rejected)],
        furniture=plan_of(settings, layers=layers).furniture,
        progress=progress,
    )


def read_raws(raws: Sequence[Raw], *, rejected: Sequence[Rejected], plan: Plan, progress: Progress = _silent) -> Corpus:
    """The same for bytes already in hand, by this process."""
    results = (read_one(raw, plan) for raw in raws)
    return _gather(raws, results, rejected=rejected, furniture=plan.furniture, progress=progress)


def _gather(
    raws: Sequence[Raw],
    read_in_turn: Iterable[Reading | Rejected],
    *,
    rejected: Sequence[Rejected],
    furniture: Callable[[Sequence[Reading]], tuple[Reading, ...]],
    progress: Progress,
) -> Corpus:
    """What each of `raws` was read as, as one corpus."""
    results: list[Reading | Rejected] = []
    for done, result in enumerate(read_in_turn, start=1):
        results.append(result)
        progress("reading", done, len(raws))
    where = {raw.id: raw.locators[0] for raw in raws if raw.locators}
    read = [r for r in results if isinstance(r, Reading)]
    readings, doubles = settle_ids(read, where=where)
    failed = [r for r in results if isinstance(r, Rejected)]
    words = {r.article.id: r.article.text for r in readings}
    kept = {r.article.raw: r.article.id for r in read if words[r.article.id] == r.article.text}
    return Corpus(
        readings=furniture(readings),
        rejected=tuple(sorted((*rejected, *failed, *doubles), key=lambda r: (r.what, r.stage, r.reason))),
        locators=tuple(sorted((kept[raw.id], locator) for raw in raws if raw.id in kept for locator in raw.locators)),
        raws=tuple(sorted((raw for raw in raws if raw.id in kept), key=lambda raw: raw.id)),
    )


@dataclass(frozen=True, kw_only=True)
class LineageResult:
    """Edges and descents in canonical order, and what the join compared and dropped."""

    edges: tuple[Lineage, ...]
    descents: tuple[Descent, ...]
    report: JoinReport


def trace_lineage(readings: Sequence[Reading], *, plan: Plan, earlier: Earlier[Lineage] | None = None) -> LineageResult:
    """Who took what from whom among `readings`; with what an `earlier` run compared, the same in less time."""
    results, report = run_join(plan.lineage, readings, earlier=earlier)
    edges = (r for r in results if isinstance(r, Lineage))
    descents = (r for r in results if isinstance(r, Descent))
    return LineageResult(
        edges=tuple(sorted(edges, key=lambda e: (e.child, e.parent))),
        descents=tuple(sorted(descents, key=lambda d: d.article)),
        report=report,
    )


def run_of(corpus: Corpus, *, options: Options | None = None) -> Run:
    """What identifies an account of this corpus with these options."""
    settings = options or Options()
    return Run(
        version=__version__,
        options=settings.digest,
        inputs=corpus.digest,
        stages=STAGES,
        with_model=settings.model.use,
    )


def run_account(
    corpus: Corpus,
    *,
    options: Options | None = None,
    earlier: Earlier[Lineage] | None = None,
    progress: Progress = _silent,
) -> Account:
    """The whole account of a corpus: lineage, stories, claims, findings.

    With what an account of some of these articles compared (`store.find_earlier`), only pairs of articles with a new
    one in them are compared; the account is the same.
    """
    settings = options or Options()
    plan = plan_of(settings)
    progress("lineage", 0, len(corpus.readings))
    lineage = trace_lineage(corpus.readings, plan=plan, earlier=earlier)
    progress("stories", 0, len(corpus.readings))
    stories = plan.stories(corpus.readings, lineage.descents)
    checks = check_stories(stories, corpus.readings, lineage.descents, plan=plan, progress=progress)
    return Account(
        run=run_of(corpus, options=settings),
        readings=corpus.readings,
        lineage=lineage.edges,
        descents=lineage.descents,
        stories=stories,
        claims=tuple(claim for check in checks for claim in check.claims),
        findings=tuple(finding for check in checks for finding in check.findings),
        voices=tuple((s.id, voice) for s, check in zip(stories, checks, strict=True) for voice in check.voices),
        rejected=corpus.rejected,
        locators=corpus.locators,
    )


def report_on(paths: Sequence[str], *, options: Options | None = None) -> str:
    """The dossier of everything under `paths` as one HTML page that needs no network."""
    account = run_account(read_corpus(paths, options=options), options=options)
    return render_html(account, assemble_dossiers(account))


def check_stories(
    stories: Sequence[Story],
    readings: Sequence[Reading],
    descents: Sequence[Descent],
    *,
    plan: Plan,
    progress: Progress = _silent,
) -> list[StoryCheck]:
    """Claims, findings and voices of each story, in the order of the stories; memory is bounded by the largest."""
    reading_of = {r.article.id: r for r in readings}
    descent_of = {d.article: d for d in descents}
    checks = []
    for done, story in enumerate(stories, start=1):
        members = [reading_of[article] for article in story.articles]
        groups = plan.align([s for reading in members for s in plan.statements(reading)])
        checks.append(plan.check(story, members, groups, [descent_of[article] for article in story.articles]))
        progress("claims", done, len(stories))
    return checks
