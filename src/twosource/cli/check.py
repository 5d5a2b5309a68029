"""`twosource check`: what coverage makes of a text."""

from __future__ import annotations

from datetime import date, datetime
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import msgspec
from cyclopts import Parameter

from twosource.cli.exits import Exit
from twosource.cli.output import STDOUT, messages, tell_rejected, write_bytes
from twosource.cli.parameters import OptionsFile, Output, refuse_unknown_options
from twosource.cli.read import account_for, finish
from twosource.contract import check_line
from twosource.dossier import render_check_markdown, render_check_text
from twosource.engine.check import check_text
from twosource.errors import ConfigError
from twosource.model import Account, Answer, TextCheck
from twosource.options import load_options
from twosource.store import open_readonly, read_account

_Paths = Annotated[
    list[str],
    Parameter(
        help="Look in these files and folders instead of a store; - is standard input.",
        allow_leading_hyphen=True,
        validator=refuse_unknown_options,
    ),
]


class Format(StrEnum):
    """How the answer is written."""

    TEXT = "text"
    MARKDOWN = "markdown"
    JSON = "json"


def check(
    text: Annotated[str, Parameter(help="What to look for: one sentence or a few.")],
    paths: _Paths = [],  # noqa: B006 - read by the parser, never changed
    /,
    *,
    db: Annotated[
        Path | None, Parameter(name=("--db", "--store"), help="The store that `twosource report --db` wrote.")
    ] = None,
    said_on: Annotated[datetime | None, Parameter(help="The day the text was said, for times such as Friday.")] = None,
    form: Annotated[Format, Parameter(name="--format", help="How to write the answer.")] = Format.TEXT,
    output: Output = STDOUT,
    options: OptionsFile = None,
) -> int:
    """Writes the evidence for and against the text with the four numbers of each, and what was not measured."""
    if (db is None) == (not paths):
        given = "both" if paths else "neither PATHS nor --db"
        allowed = "files or folders after the text, or --db FILE that `twosource report --db FILE` wrote"
        raise ConfigError("needs one place to look in", option="check", given=given, allowed=allowed)
    if not text.strip():
        raise ConfigError("has nothing to look for", option="check", given='""', allowed="a sentence or a few")
    day = said_on.date() if said_on else None
    if db is not None:
        with open_readonly(db) as store:
            account = read_account(store)
        return _answer(text, account, day, (form, output, options))
    corpus, account = account_for(paths, options, outputs=[output])
    if not corpus.readings:
        return finish(corpus)
    tell_rejected(corpus.rejected, messages())
    return _answer(text, account, day, (form, output, options))


def _answer(text: str, account: Account, day: date | None, how: tuple[Format, str, Path | None]) -> Exit:
    form, output, options = how
    found = check_text(text, account, day=day, options=load_options(options))
    write_bytes(_written(found, account, form).encode(), output)
    return _exit_for(found, account)


def _written(found: TextCheck, account: Account, form: Format) -> str:
    match form:
        case Format.JSON:
            return msgspec.json.encode(check_line(found)).decode() + "\n"
        case Format.MARKDOWN:
            return render_check_markdown(found, account)
        case Format.TEXT:
            return render_check_text(found, account)


_EXITS = {Answer.CONTESTED: Exit.CONTESTED, Answer.NOT_FOUND: Exit.NOT_FOUND, Answer.UNMEASURED: Exit.UNMEASURED}


def _exit_for(found: TextCheck, account: Account) -> Exit:
    if found.answer is Answer.FOUND:
        return Exit.SOME_REJECTED if account.rejected else Exit.DONE
    return _EXITS[found.answer]
