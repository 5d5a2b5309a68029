"""Reading input for a command: with progress on a terminal, and what could not be read told at the end."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence
from pathlib import Path

from twosource.cli.exits import Exit, exit_for
from twosource.cli.output import messages, tell_rejected
from twosource.cli.progress import show_progress
from twosource.engine.run import Corpus, read_corpus, run_account, run_of
from twosource.model import Account
from twosource.options import Options, load_options
from twosource.plan import STANDARD, Layer
from twosource.store import Store, find_earlier


def read_input(
    paths: Sequence[str],
    options: Options,
    *,
    layers: Sequence[Layer] = STANDARD,
    outputs: Iterable[str | Path | None] = (),
) -> Corpus:
    """Everything readable under `paths`, read closely; what this command writes is no input of it."""
    if not options.model.use and not {Layer.ENTITIES, Layer.ATTRIBUTION}.isdisjoint(layers):
        messages().print("twosource: names and speech are read by rules alone: [model] use = false", markup=False)
    with show_progress(messages()) as progress:
        return read_corpus(
            paths,
            options=options,
            layers=layers,
            stdin=sys.stdin.buffer,
            leave_out=_own_files(outputs),
            progress=progress,
            processes=None,
        )


def _own_files(outputs: Iterable[str | Path | None]) -> frozenset[Path]:
    """The files themselves, and those that SQLite keeps beside a store."""
    named = [Path(output).resolve() for output in outputs if output is not None]
    return frozenset(path.with_name(path.name + end) for path in named for end in ("", "-wal", "-shm", "-journal"))


def account_for(
    paths: Sequence[str],
    options: Path | None,
    *,
    outputs: Iterable[str | Path | None] = (),
    store: Store | None = None,
) -> tuple[Corpus, Account]:
    """The whole account of what is readable under `paths`; pairs of articles that `store` knows are not compared."""
    settings = load_options(options)
    corpus = read_input(paths, settings, outputs=outputs)
    like = run_of(corpus, options=settings)
    earlier = find_earlier(store, corpus.readings, like=like) if store else None
    with show_progress(messages()) as progress:
        return corpus, run_account(corpus, options=settings, earlier=earlier, progress=progress)


def finish(corpus: Corpus) -> Exit:
    """Tells what was not read; the exit code of the command."""
    tell_rejected(corpus.rejected, messages())
    if not corpus.readings:
        messages().print("twosource: nothing could be read, so there is nothing to write")
    return exit_for(corpus.readings, corpus.rejected)
