"""`twosource timeline`: what happened on which day."""

from __future__ import annotations

from typing import Annotated

from cyclopts import Parameter
from cyclopts.validators import Number

from twosource.cli.output import STDOUT, write_lines
from twosource.cli.parameters import OptionsFile, Output, Paths
from twosource.cli.read import finish, read_input
from twosource.contract import timeline_lines
from twosource.dossier import TimelineOptions, Told, build_timeline
from twosource.engine.run import trace_lineage
from twosource.options import load_options
from twosource.plan import Layer, plan_of

_AT_LEAST_ONE = Number(gte=1)
_ALL = 1_000_000_000  # more than any corpus has: no limit
_LAYERS: tuple[Layer, ...] = (Layer.TIME,)  # all that this command looks at; the rest would be work for nothing


def timeline(
    paths: Paths,
    /,
    *,
    dates: Annotated[
        int | None, Parameter(help="Keep this many days; without, those that stand out.", validator=_AT_LEAST_ONE)
    ] = None,
    sentences_per_date: Annotated[
        int | None, Parameter(help="Keep this many sentences a day; all without.", validator=_AT_LEAST_ONE)
    ] = None,
    output: Output = STDOUT,
    options: OptionsFile = None,
) -> int:
    """One JSON object a day, in order of days; days that most independent origins speak of are kept first.

    Without a number, days that far fewer speak of than of the most mentioned one are left out where there are many.
    """
    settings = load_options(options)
    corpus = read_input(paths, settings, layers=_LAYERS, outputs=[output])
    if corpus.readings:
        descents = trace_lineage(corpus.readings, plan=plan_of(settings)).descents
        how = TimelineOptions(
            dates=dates,
            max_rows=_ALL,
            sentences_per_date=sentences_per_date or _ALL,
            days_only=True,
            reach=Told.REPORTED,
        )
        write_lines(timeline_lines(build_timeline(corpus.readings, descents, options=how)), output)
    return finish(corpus)
