"""`twosource why`: the way from a record to raw words."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

from cyclopts import Parameter
from rich.console import Console
from rich.text import Text

from twosource.cli.exits import Exit
from twosource.cli.parameters import OptionsFile, refuse_unknown_options
from twosource.cli.read import account_for, finish
from twosource.errors import ConfigError
from twosource.store import IN_MEMORY, Proof, Trace, open_readonly, open_store, save_account, trace_record

_Record = Annotated[
    str,
    Parameter(
        help="An id (or its beginning) of an article, story, claim, statement, attribution or finding; an edge as "
        "CHILD..PARENT; or a place as ARTICLE:START:END."
    ),
]
_OptionalPaths = Annotated[
    list[str],
    Parameter(
        help="Work the account out from these instead of a store.",
        allow_leading_hyphen=True,
        validator=refuse_unknown_options,
    ),
]


def why(
    record: _Record,
    paths: _OptionalPaths = [],  # noqa: B006 - read by the parser, never changed
    /,
    *,
    db: Annotated[Path | None, Parameter(help="The store that `twosource report --db` wrote.")] = None,
    options: OptionsFile = None,
) -> int:
    """Prints the record, then for each of its spans the words, the article, and the file they came from."""
    if (db is None) == (not paths):
        raise ConfigError("needs one place to look", option="why", given="both or none", allowed="--db FILE, or PATHS")
    if db is not None:
        with open_readonly(db) as store:
            _print_trace(trace_record(store, record))
        return Exit.DONE
    corpus, account = account_for(paths, options)
    if corpus.readings:
        with open_store(IN_MEMORY) as store:
            save_account(store, account, raws=corpus.raws)
            _print_trace(trace_record(store, record))
    return finish(corpus)


def _print_trace(trace: Trace) -> None:
    console = Console(highlight=False, soft_wrap=True)
    console.print(Text.assemble((f"{trace.kind} {trace.id}", "bold"), f"\n  {_flat(trace.says)}"))
    if not trace.proofs:
        console.print("\n  no words of this corpus: the origin is not in it")
    for proof in trace.proofs:
        console.print(_proof_text(proof))


def _proof_text(proof: Proof) -> Text:
    span = proof.span
    named = ", ".join(part for part in (proof.title, proof.outlet, proof.published) if part)
    kept = "bytes not kept" if proof.raw_bytes is None else f"{proof.raw_bytes:,} bytes kept"
    return Text.assemble(
        f"\n  {span.article}:{span.start}:{span.end}\n    ",
        (f"…{_flat(proof.before)} ", "dim"),
        (_flat(span.quote), "bold"),
        (f" {_flat(proof.after)}…", "dim"),
        f"\n    article {span.article}  {_flat(named)}",
        f"\n    raw {proof.raw} ({kept})  {', '.join(proof.locators)}",
    )


def _flat(words: str) -> str:
    return " ".join(words.split())
