"""Every command with its purpose and examples: what `--help` shows without loading any of them."""

from __future__ import annotations

from dataclasses import dataclass

_READING = """Exit codes
  0  all input was read
  1  some input was not read; the rest was, and the result is written
  2  wrong usage or options, or a file that cannot be written
  3  nothing could be read"""

_ASKING = """Exit codes
  0  done
  2  wrong usage or options"""

_STORE = """Exit codes
  0  found
  1  found, but some input was not read
  2  wrong usage, no such record, or no such store
  3  nothing could be read"""

_GATE = """Exit codes
  0  measured; with --gate: no figure is below its floor
  2  wrong usage, or no gold data there
  4  a figure is below its floor, or was measured on other gold"""


@dataclass(frozen=True, kw_only=True)
class Command:
    """One command: its name is the name of its module and of the function in it, with `-` for `_`."""

    name: str
    purpose: str
    examples: tuple[str, ...]
    exits: str = _READING

    @property
    def place(self) -> str:
        """Where the function is, loaded when the command runs."""
        return f"twosource.cli.{self.name}:{self.name}"

    @property
    def epilogue(self) -> str:
        """What stands below the options."""
        lines = "\n".join(f"  $ {example}" for example in self.examples)
        return f"Examples\n{lines}\n\n{self.exits}"


COMMANDS: tuple[Command, ...] = (
    Command(
        name="report",
        purpose="Read coverage and write the account of it: one HTML file that opens from disk, without a network.",
        examples=(
            "twosource report coverage/ -o report.html",
            "twosource report a.txt b.html feed.jsonl.gz --json report.json --db coverage.db",
            "cat feed.jsonl | twosource report - -o report.html",
        ),
    ),
    Command(
        name="demo",
        purpose="Write the report on a bundled corpus of invented articles, and print its path.",
        examples=("twosource demo", "twosource demo -o demo.html --open"),
    ),
    Command(
        name="annotate",
        purpose="What is inside each article: times, names, quantities, who says what. One JSON line an article.",
        examples=("twosource annotate feed.jsonl --layers time,attribution",),
    ),
    Command(
        name="lineage",
        purpose="Which article was taken from which. One JSON line an edge; with --groups, one an article.",
        examples=(
            "twosource lineage feed.jsonl",
            "twosource lineage feed.jsonl --groups",
            "twosource lineage coverage/ --explain first.txt second.txt",
        ),
    ),
    Command(
        name="stories",
        purpose="Which articles tell of one developing event. One JSON line an article.",
        examples=("twosource stories feed.jsonl",),
    ),
    Command(
        name="timeline",
        purpose="What happened on which day, in the articles' own sentences. One JSON line a day.",
        examples=("twosource timeline feed.jsonl --dates 20 --sentences-per-date 2",),
    ),
    Command(
        name="claims",
        purpose="What is said to be so, with the articles, texts, origins and voices behind it. One JSON line a claim.",
        examples=("twosource claims feed.jsonl",),
    ),
    Command(
        name="findings",
        purpose="Where articles agree, conflict, or were only updated. One JSON line a finding.",
        examples=("twosource findings feed.jsonl -o findings.jsonl",),
    ),
    Command(
        name="why",
        purpose="The way from any record back to the exact words and the file they came from.",
        examples=(
            "twosource why 4f1c9a2b77d01e58 --db coverage.db",
            "twosource why ARTICLE:120:164 --db coverage.db",
            "twosource why 4f1c9a2b77d01e58 coverage/",
        ),
        exits=_STORE,
    ),
    Command(
        name="evaluate",
        purpose="Measure one area (or all) against gold data, and hold the figures against their floors.",
        examples=("twosource evaluate time --data data/time", "twosource evaluate all --data data --gate"),
        exits=_GATE,
    ),
    Command(
        name="schema",
        purpose="The JSON Schema of the input line or of an output line; the list of them without a name.",
        examples=("twosource schema claims", "twosource schema input > article.schema.json"),
        exits=_ASKING,
    ),
    Command(
        name="options",
        purpose="Every option of every stage with its default, as a TOML file to start from.",
        examples=("twosource options > twosource.toml",),
        exits=_ASKING,
    ),
    Command(
        name="version",
        purpose="The versions of twosource, its stages, and what it runs on.",
        examples=("twosource version",),
        exits=_ASKING,
    ),
)
"""In the order in which the help page lists them."""
