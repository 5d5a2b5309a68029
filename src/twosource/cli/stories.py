"""`twosource stories`: which articles tell of one event."""

from __future__ import annotations

from twosource.cli.output import STDOUT, write_lines
from twosource.cli.parameters import OptionsFile, Output, Paths
from twosource.cli.read import finish, read_input
from twosource.contract import story_lines
from twosource.engine.run import trace_lineage
from twosource.options import load_options
from twosource.plan import Layer, plan_of

_LAYERS: tuple[Layer, ...] = (Layer.TIME,)  # all that this command looks at; the rest would be work for nothing


def stories(paths: Paths, /, *, output: Output = STDOUT, options: OptionsFile = None) -> int:
    """One JSON object an article: the story it belongs to."""
    settings = load_options(options)
    corpus = read_input(paths, settings, layers=_LAYERS, outputs=[output])
    if corpus.readings:
        plan = plan_of(settings)
        grouped = plan.stories(corpus.readings, trace_lineage(corpus.readings, plan=plan).descents)
        write_lines(story_lines(grouped), output)
    return finish(corpus)
