"""Two articles side by side: what they share, and why that makes one the child of the other, or not."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePath

from rich.console import Console
from rich.table import Table
from rich.text import Text

from twosource.engine.run import Corpus
from twosource.errors import ConfigError
from twosource.model import AlignedPassage, Extent, Lineage, Reading


def choose_reading(corpus: Corpus, name: str) -> Reading:
    """The only article with this id, or found in a file with this name.

    Raises `ConfigError` where none fits, or more than one.
    """
    named = {article for article, locator in corpus.locators if name in _names_of(locator)}
    exact = [r for r in corpus.readings if r.article.id == name]
    fitting = exact or [r for r in corpus.readings if r.article.id in named]
    if len(fitting) != 1:
        ids = ", ".join(r.article.id for r in (fitting or corpus.readings)[:12])
        raise ConfigError(f"{len(fitting)} articles fit, expected one", option="--explain", given=name, allowed=ids)
    return fitting[0]


def _names_of(locator: str) -> Iterator[str]:
    yield locator
    yield PurePath(locator).name
    yield PurePath(locator).stem


def explain_pair(left: Reading, right: Reading, edge: Lineage | None) -> None:
    """What two articles are to each other, with every aligned passage."""
    console = Console(highlight=False)
    if edge is None:
        console.print(
            f"{left.article.id} and {right.article.id}: no edge; they share too little to say more", markup=False
        )
        return
    child, parent = (left, right) if edge.child == left.article.id else (right, left)
    for line in _facts(edge):
        console.print(line)
    console.print(_passages(edge, child, parent))


def _facts(edge: Lineage) -> Iterator[Text]:
    known = "taken from" if edge.direction == "known" else "or the other way round; direction unknown; beside"
    yield Text(f"{edge.child}: {edge.relation.value}, {known} {edge.parent}")
    yield Text(f"reasons: {', '.join(reason.value for reason in edge.reasons)}; score {edge.score:.2f}")
    yield Text(
        f"share of its own words that stand in the other: child {edge.coverage_child:.0%}, parent "
        f"{edge.coverage_parent:.0%}; without quoted speech: child {edge.coverage_child_unquoted:.0%}, parent "
        f"{edge.coverage_parent_unquoted:.0%}"
    )


def _passages(edge: Lineage, child: Reading, parent: Reading) -> Table:
    table = Table(show_lines=True)
    for heading in (f"child {edge.child}", f"parent {edge.parent}"):
        table.add_column(Text(heading), ratio=1, overflow="fold")
    for passage in edge.aligned:
        table.add_row(
            _cell(child.article.text, passage.child, passage), _cell(parent.article.text, passage.parent, passage)
        )
    return table


def _cell(text: str, extent: Extent, passage: AlignedPassage) -> Text:
    start, end = extent
    kind = ("verbatim" if passage.verbatim else "reworded") + (", quoted speech" if passage.quoted else "")
    return Text.assemble((f"{start}..{end} {kind}\n", "dim"), text[start:end])
