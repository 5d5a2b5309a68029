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

_CHECK = """Exit codes
  0  found: coverage says it, and nothing in it stands against that
  1  found, but some input was not read
  2  wrong usage, or no such store
  3  nothing could be read
  6  contested: coverage says something that cannot stand beside it
  7  not found
  8  unmeasured: a question, no statement, or a time that needs --said-on"""

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
        purpose="Read coverage and write the report of it as one HTML file.",
        examples=(
            "twosource report coverage/ -o report.html",
            "twosource report a.txt b.html feed.jsonl.gz --json report.json --db coverage.db",
            "cat feed.jsonl | twosource report - -o report.html",
        ),
    ),
    Command(
        name="demo",
        purpose="Write the report on a bundled corpus of invented articles.",
        examples=("twosource demo", "twosource demo -o demo.html --open"),
    ),
    Command(
        name="annotate",
        purpose="List times, names and who says what, a JSON line an article.",
        examples=("twosource annotate feed.jsonl --layers time,attribution",),
    ),
    Command(
        name="lineage",
        purpose="List which article was taken from which, a JSON line an edge.",
        examples=(
            "twosource lineage feed.jsonl",
            "twosource lineage feed.jsonl --groups",
            "twosource lineage coverage/ --explain first.txt second.txt",
            "twosource lineage coverage/ --explain first.txt second.txt -o pair.html",
        ),
    ),
    Command(
        name="stories",
        purpose="List which articles tell one story, a JSON line an article.",
        examples=("twosource stories feed.jsonl",),
    ),
    Command(
        name="timeline",
        purpose="List what happened on which day, a JSON line a day.",
        examples=("twosource timeline feed.jsonl --dates 20 --sentences-per-date 2",),
    ),
    Command(
        name="claims",
        purpose="List what is claimed and what stands behind it, a line a claim.",
        examples=("twosource claims feed.jsonl",),
    ),
    Command(
        name="findings",
        purpose="List where articles agree, conflict or moved on, a line each.",
        examples=("twosource findings feed.jsonl -o findings.jsonl",),
    ),
    Command(
        name="check",
        purpose="Look a text up in coverage: who says it, who denies it.",
        examples=(
            'twosource check "27 leaders are expected at the parade" coverage/',
            'twosource check "The minister resigned on Friday" --db coverage.db --said-on 2025-05-05',
            'twosource check "China supplies arms to Russia" feed.jsonl --format json',
        ),
        exits=_CHECK,
    ),
    Command(
        name="why",
        purpose="Show the way from a record back to words, article and file.",
        examples=(
            "twosource why 4f1c9a2b77d01e58 --db coverage.db",
            "twosource why ARTICLE:120:164 --db coverage.db",
            "twosource why 4f1c9a2b77d01e58 coverage/",
        ),
        exits=_STORE,
    ),
    Command(
        name="evaluate",
        purpose="Measure an area on gold data and hold it against its floors.",
        examples=("twosource evaluate time --data data/time", "twosource evaluate all --data data --gate"),
        exits=_GATE,
    ),
    Command(
        name="schema",
        purpose="Print the JSON Schema of the input or of an output line.",
        examples=("twosource schema claims", "twosource schema input > article.schema.json"),
        exits=_ASKING,
    ),
    Command(
        name="options",
        purpose="Print every option with its default, as a TOML file.",
        examples=("twosource options > twosource.toml",),
        exits=_ASKING,
    ),
    Command(
        name="version",
        purpose="Print the versions of twosource and of its stages.",
        examples=("twosource version",),
        exits=_ASKING,
    ),
)
"""In the order in which the help page lists them."""
