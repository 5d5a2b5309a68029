"""`twosource stories`: which articles tell of one event."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Annotated

import msgspec
from cyclopts import Parameter

from twosource.cli.output import STDOUT, write_lines
from twosource.cli.parameters import OptionsFile, Output, Paths
from twosource.cli.read import finish, read_input
from twosource.contract import StoryLine, story_change_line, story_label_line, story_lines
from twosource.engine.run import trace_lineage
from twosource.errors import ConfigError
from twosource.model import Story
from twosource.options import Options, load_options
from twosource.plan import STANDARD, Layer, plan_of
from twosource.stories import track_changes

_LAYERS: tuple[Layer, ...] = (Layer.TIME,)  # all that grouping looks at; the rest would be work for nothing


def stories(
    paths: Paths,
    /,
    *,
    labels: Annotated[
        bool, Parameter(help="One line a story: its articles, headline, key terms, places and voices.")
    ] = False,
    since: Annotated[
        Path | None, Parameter(help="Lines this command wrote before: what became of each story since, one line each.")
    ] = None,
    output: Output = STDOUT,
    options: OptionsFile = None,
) -> int:
    """One JSON object an article: the story it belongs to."""
    settings = load_options(options)
    before = None if since is None else _read_before(since)
    corpus = read_input(paths, settings, layers=STANDARD if labels else _LAYERS, outputs=[output, since])
    if corpus.readings:
        plan = plan_of(settings)
        grouped = plan.stories(corpus.readings, trace_lineage(corpus.readings, plan=plan).descents)
        write_lines(_lines(grouped, before, settings, labels=labels), output)
    return finish(corpus)


def _lines(
    grouped: Sequence[Story], before: Sequence[Story] | None, settings: Options, *, labels: bool
) -> Iterable[msgspec.Struct]:
    if before is not None:
        return map(story_change_line, track_changes(before, grouped, settings.stories.decisions))
    return map(story_label_line, grouped) if labels else story_lines(grouped)


def _read_before(path: Path) -> list[Story]:
    """The stories of an earlier run, from its lines.

    Raises `ConfigError` where they cannot be read.
    """
    members: dict[str, list[str]] = defaultdict(list)
    try:
        for line in path.read_bytes().splitlines():
            found = msgspec.json.decode(line, type=StoryLine)
            members[found.story].append(found.article)
    except (OSError, msgspec.DecodeError) as error:
        raise ConfigError(
            f"cannot be read ({error})", option="--since", given=str(path), allowed="lines of `twosource stories`"
        ) from error
    return [Story(id=i, articles=tuple(a), lead=a[0], label="") for i, a in sorted(members.items())]
