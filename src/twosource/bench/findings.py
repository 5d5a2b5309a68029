"""From articles in stories to findings: statements, claims, the four numbers, findings, voices; throughput and memory.

The stories are those of the development sets that have more than one article, 2,438 articles in 655 stories, read by
rules, so that no time of the news model is in it. A run over more articles goes over them again from the beginning:
what is kept of sentences at hand is that of some 500 articles, so nothing of a story is left when it comes round. A
story is forgotten when it is checked, so that memory beyond the readings is what the largest story takes. Every article
is its own origin: what lineage would leave out as a copy is compared, too.

`findings/one story` takes one article of each story as one story: nothing in it belongs together, and time for an
article must not grow with the story.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from itertools import cycle, islice

import msgspec

from twosource.annotate.news_model import ModelOptions
from twosource.bench.harness import DATA, Case, Work
from twosource.engine.run import read_raws
from twosource.evaluation.gold import read_rows
from twosource.model import Descent, MediaType, Raw, Reading, Story
from twosource.options import Options
from twosource.plan import Plan, plan_of

_DATA = DATA / "data/stories"
_SETS = ("news_cluster_5w1h", "ecbplus", "violent_corpus")
_FIELDS = ("id", "text", "title", "published", "outlet", "url")


@dataclass(frozen=True)
class Told:
    """One story with its readings, and every article its own origin."""

    story: Story
    readings: tuple[Reading, ...]
    descents: tuple[Descent, ...]


def read_stories(size: int) -> list[Told]:
    """Gold stories of more than one article until they have `size` articles, or all there are."""
    plan = plan_of(Options(model=ModelOptions(use=False)))
    told: list[Told] = []
    read = 0
    for raws in _gold_stories():
        if read >= size:
            break
        told.append(_tell(read_raws(raws, rejected=(), plan=plan).readings))
        read += len(raws)
    return told


def read_one_story(size: int) -> Told:
    """The first article of each of `size` gold stories, as if they were one story."""
    plan = plan_of(Options(model=ModelOptions(use=False)))
    firsts = [raws[0] for raws in islice(_gold_stories(), size)]
    return _tell(read_raws(firsts, rejected=(), plan=plan).readings)


def _gold_stories() -> Iterator[list[Raw]]:
    for name in _SETS:
        gold = {str(r["article"]): str(r["story"]) for r in read_rows(_DATA / name / "stories.jsonl")}
        members: dict[str, list[Raw]] = defaultdict(list)
        for row in read_rows(_DATA / name / "articles.jsonl"):
            body = msgspec.json.encode({k: row[k] for k in _FIELDS if row.get(k)})
            members[gold[str(row["id"])]].append(
                Raw(id=str(row["id"]), body=body, locators=(name,), media_type=MediaType.JSON)
            )
        yield from (members[story] for story in sorted(members) if len(members[story]) > 1)


def _tell(readings: tuple[Reading, ...]) -> Told:
    ids = tuple(r.article.id for r in readings)
    return Told(
        Story(id=ids[0], articles=ids, lead=ids[0], label=ids[0]),
        readings,
        tuple(Descent(article=name, text=name, origin=name) for name in ids),
    )


def prepare_findings(size: int) -> Work:
    """Checking stories one after the other, each forgotten when it is done."""
    return partial(_check, read_stories(size), size, plan_of(Options()))


def prepare_one_story(size: int) -> Work:
    """Checking one story of articles that have nothing to do with each other."""
    return partial(_check, [read_one_story(size)], size, plan_of(Options()))


def _check(stories: list[Told], size: int, plan: Plan) -> int:
    done = 0
    for told in cycle(stories):
        groups = plan.align([s for reading in told.readings for s in plan.statements(reading)])
        plan.check(told.story, told.readings, groups, told.descents)
        done += len(told.readings)
        if done >= size:
            break
    return done


CASES: tuple[Case, ...] = (
    Case(
        name="findings/stories",
        what="statements, claims and findings of stories that are read and grouped",
        prepare=prepare_findings,
        sizes=(2_000, 10_000),
        needs=_DATA,
    ),
    Case(
        name="findings/one story",
        what="the same of one story in which nothing belongs together",
        prepare=prepare_one_story,
        sizes=(50, 200, 600),
        needs=_DATA,
    ),
)
