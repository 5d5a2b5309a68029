"""`twosource findings`: where articles agree, conflict, or were only updated."""

from __future__ import annotations

from twosource.cli.output import STDOUT, write_lines
from twosource.cli.parameters import OptionsFile, Output, Paths
from twosource.cli.read import account_for, finish
from twosource.contract import finding_line


def findings(paths: Paths, /, *, output: Output = STDOUT, options: OptionsFile = None) -> int:
    """One JSON object a finding."""
    corpus, account = account_for(paths, options, outputs=[output])
    if corpus.readings:
        write_lines(map(finding_line, account.findings), output)
    return finish(corpus)
