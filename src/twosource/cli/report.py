"""`twosource report`: the main job."""

from __future__ import annotations

from contextlib import ExitStack
from pathlib import Path
from typing import Annotated

from cyclopts import Parameter
from rich.console import Console

from twosource.cli.exits import Exit
from twosource.cli.head import print_head
from twosource.cli.output import STDOUT, messages, tell_rejected, write_bytes
from twosource.cli.parameters import OptionsFile, Output, Paths, refuse_missing_folder
from twosource.cli.read import account_for, finish
from twosource.dossier import assemble_dossiers, render_html, render_json, render_markdown
from twosource.engine.run import Corpus
from twosource.model import Account, Dossier
from twosource.store import Store, open_store, save_account

_JSON = Annotated[Path | None, Parameter(help="Also write the report as JSON here.", validator=refuse_missing_folder)]
_MARKDOWN = Annotated[
    Path | None, Parameter(help="Also write the report as Markdown here.", validator=refuse_missing_folder)
]
_DB = Annotated[
    Path | None,
    Parameter(
        help="Also keep everything in this SQLite store, for `twosource why` and SQL.", validator=refuse_missing_folder
    ),
]


def report(
    paths: Paths,
    /,
    *,
    output: Output = "report.html",
    json: _JSON = None,
    markdown: _MARKDOWN = None,
    db: _DB = None,
    options: OptionsFile = None,
) -> int:
    """Reads coverage, writes the report, and shows its head."""
    with ExitStack() as stack:
        store = stack.enter_context(open_store(db)) if db else None
        corpus, account = account_for(paths, options, outputs=[output, json, markdown, db], store=store)
        if not corpus.readings:
            return finish(corpus)
        dossiers = assemble_dossiers(account)
        write_bytes(render_html(account, dossiers).encode(), output)
        if json:
            write_bytes(render_json(account, dossiers).encode(), str(json))
        if markdown:
            write_bytes(render_markdown(account, dossiers).encode(), str(markdown))
        if store:
            _keep(store, corpus, account)
    _show_end(corpus, account, dossiers, output)
    return Exit.SOME_REJECTED if corpus.rejected else Exit.DONE


def _keep(store: Store, corpus: Corpus, account: Account) -> None:
    saved = save_account(store, account, raws=corpus.raws)
    if saved.dropped_accounts:
        dropped = f"{saved.dropped_accounts} earlier accounts rested on words that have changed, and were dropped"
        messages().print(f"{store.path}: {dropped}", markup=False)


def _show_end(corpus: Corpus, account: Account, dossiers: tuple[Dossier, ...], output: str) -> None:
    """The head of the report, its path, and what was not read; beside the report where that goes to the output."""
    console = messages() if output == STDOUT else Console(highlight=False, soft_wrap=True)
    print_head(account, dossiers, console)
    if output != STDOUT:
        console.print(f"Report: {output}", markup=False)
    tell_rejected(corpus.rejected, console)
