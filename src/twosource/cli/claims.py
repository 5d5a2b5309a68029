"""`twosource claims`: what is said to be so, and how many stand behind it."""

from __future__ import annotations

from twosource.cli.output import STDOUT, write_lines
from twosource.cli.parameters import OptionsFile, Output, Paths
from twosource.cli.read import account_for, finish
from twosource.contract import claim_line


def claims(paths: Paths, /, *, output: Output = STDOUT, options: OptionsFile = None) -> int:
    """One JSON object a claim."""
    corpus, account = account_for(paths, options, outputs=[output])
    if corpus.readings:
        write_lines(map(claim_line, account.claims), output)
    return finish(corpus)
