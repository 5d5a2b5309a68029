"""Two articles side by side: what they share, and why that makes one the child of the other, or not."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import expm1
from pathlib import PurePath

from rich.console import Console
from rich.table import Table
from rich.text import Text

from twosource.cli.output import write_bytes
from twosource.dossier import name_articles, render_pair
from twosource.engine.run import Corpus
from twosource.errors import ConfigError
from twosource.lineage import Explanation, Row, RowKind
from twosource.model import Extent, Lineage, Reading, Relation


def choose_reading(corpus: Corpus, name: str) -> Reading:
    """The only article with this id, found in a file with this name, or called so in the report.

    Raises `ConfigError` where none fits, or more than one.
    """
    named = {article for article, locator in corpus.locators if name in _names_of(locator)}
    exact = [r for r in corpus.readings if r.article.id == name]
    fitting = exact or [r for r in corpus.readings if r.article.id in named] or _called(corpus, name)
    if len(fitting) != 1:
        ids = ", ".join(r.article.id for r in (fitting or corpus.readings)[:12])
        raise ConfigError(f"{len(fitting)} articles fit, expected one", option="--explain", given=name, allowed=ids)
    return fitting[0]


def _called(corpus: Corpus, name: str) -> list[Reading]:
    labels = name_articles(corpus.readings, corpus.locators)
    return [r for r in corpus.readings if labels[r.article.id].short == name]


def _names_of(locator: str) -> Iterator[str]:
    yield locator
    yield PurePath(locator).name
    yield PurePath(locator).stem


def explain_pair(left: Reading, right: Reading, explained: Explanation, *, locators: Sequence[tuple[str, str]]) -> None:
    """What two articles are to each other, what that rests on, and every stretch of the child in order."""
    console = Console(highlight=False)
    edge = explained.edge
    short = {article: label.short for article, label in name_articles([left, right], locators).items()}
    if edge is None:
        names = f"{short[left.article.id]} and {short[right.article.id]}"
        console.print(f"{names}: no edge; they share too little to say more", markup=False)
        console.print(_features(explained))
        return
    child, parent = (left, right) if edge.child == left.article.id else (right, left)
    for line in _facts(edge, short[edge.child], short[edge.parent]):
        console.print(line)
    console.print(_features(explained))
    console.print(_rows(explained.rows, child, parent, (short[edge.child], short[edge.parent])))


def describe_features(explained: Explanation) -> tuple[tuple[str, str], ...]:
    """What the rewrite model looks at, in words, and what came out."""
    found = explained.features
    return (
        ("pairs of content words that stand close together in both", f"{found.word_pairs:.0%}"),
        ("how many such pairs", f"{round(expm1(found.pairs)):,}"),
        ("facts in one order, against chance (0)", f"{found.order:.1f}"),
        ("words in shared passages, with and without statements the less", f"{found.verbatim:.0%}"),
        ("content words of the shorter article", f"{found.content_words:,}"),
        ("log-odds that one was made from the other (over 0: yes)", f"{explained.log_odds:+.1f}"),
    )


def write_pair(
    left: Reading, right: Reading, explained: Explanation, *, locators: Sequence[tuple[str, str]], output: str
) -> None:
    """The same as one HTML page."""
    labels = name_articles([left, right], locators)
    page = render_pair(
        left,
        right,
        explained.edge,
        labels=labels,
        features=describe_features(explained),
        statements=explained.statements,
    )
    write_bytes(page.encode(), output)


def _features(explained: Explanation) -> Table:
    table = Table(show_header=False, box=None)
    for name, value in describe_features(explained):
        table.add_row(Text(name, "dim"), Text(value))
    return table


_RELATIONS = {
    Relation.COPY: "is a copy of",
    Relation.CUT: "is a cut of",
    Relation.EMBED: "holds much of",
    Relation.REWRITE: "is a rewrite of",
    Relation.UPDATE: "is a later version of",
    Relation.SHARED_SOURCE: "shares only what others said with",
    Relation.TEMPLATE: "is written on the same template as",
}


def _facts(edge: Lineage, child: str, parent: str) -> Iterator[Text]:
    order = "" if edge.direction == "known" else ", or the other way round: which came first is not known"
    yield Text(f"{child} {_RELATIONS[edge.relation]} {parent}{order}", "bold")
    yield Text(f"because of: {', '.join(reason.value for reason in edge.reasons)}; score {edge.score:.2f}")
    yield Text(
        f"share of its own words that stand in the other: {child} {edge.coverage_child:.0%}, {parent} "
        f"{edge.coverage_parent:.0%}; without quoted speech: {child} {edge.coverage_child_unquoted:.0%}, {parent} "
        f"{edge.coverage_parent_unquoted:.0%}"
    )


def _rows(rows: Sequence[Row], child: Reading, parent: Reading, short: tuple[str, str]) -> Table:
    """The child's stretches in order, left, and what they stand beside in the parent."""
    table = Table(show_lines=True)
    for heading in (f"{short[0]} ({child.article.id})", f"{short[1]} ({parent.article.id})"):
        table.add_column(Text(heading), ratio=1, overflow="fold")
    for row in rows:
        table.add_row(_cell(child.article.text, row.child, row.kind), _cell(parent.article.text, row.parent, row.kind))
    return table


def _cell(text: str, extent: Extent | None, kind: RowKind) -> Text:
    if extent is None:
        return Text()
    start, end = extent
    return Text.assemble((f"{start}..{end} {kind.value}\n", "dim"), text[start:end].strip())
