"""`twosource lineage`: which article was taken from which."""

from __future__ import annotations

from typing import Annotated

from cyclopts import Parameter

from twosource.cli.explain import choose_reading, explain_pair, write_pair
from twosource.cli.output import STDOUT, write_lines
from twosource.cli.parameters import OptionsFile, Output, Paths
from twosource.cli.read import finish, read_input
from twosource.contract import descent_line, lineage_line
from twosource.engine.run import Corpus, trace_lineage
from twosource.lineage import LineageOptions, explain_edge
from twosource.options import load_options
from twosource.plan import Layer, Plan, plan_of

_LAYERS: tuple[Layer, ...] = ()  # all that this command looks at; the rest would be work for nothing


def lineage(
    paths: Paths,
    /,
    *,
    groups: Annotated[bool, Parameter(help="One line an article: its text group, origin and credits.")] = False,
    explain: Annotated[
        tuple[str, str] | None,
        Parameter(help="Show two articles (ids or file names) side by side instead; with -o as an HTML page."),
    ] = None,
    output: Output = STDOUT,
    options: OptionsFile = None,
) -> int:
    """One JSON object an edge, or an article with --groups."""
    settings = load_options(options)
    corpus = read_input(paths, settings, layers=_LAYERS, outputs=[output])
    if corpus.readings and explain:
        _explain(corpus, explain, settings.lineage, output)
    elif corpus.readings:
        _write(corpus, plan_of(settings), output, groups=groups)
    return finish(corpus)


def _write(corpus: Corpus, plan: Plan, output: str, *, groups: bool) -> None:
    traced = trace_lineage(corpus.readings, plan=plan)
    if groups:
        credits_of = {reading.article.id: reading.credits for reading in corpus.readings}
        write_lines((descent_line(d, credits_of.get(d.article, ())) for d in traced.descents), output)
    else:
        write_lines(map(lineage_line, traced.edges), output)


def _explain(corpus: Corpus, names: tuple[str, str], options: LineageOptions, output: str) -> None:
    left, right = sorted((choose_reading(corpus, name) for name in names), key=lambda r: r.article.id)
    explained = explain_edge(left, right, options=options)
    if output == STDOUT:
        explain_pair(left, right, explained, locators=corpus.locators)
    else:
        write_pair(left, right, explained, locators=corpus.locators, output=output)
