"""`twosource demo`: the main job on the bundled corpus."""

from __future__ import annotations

import webbrowser
from pathlib import Path
from typing import Annotated

from cyclopts import Parameter

from twosource.cli.output import STDOUT
from twosource.cli.parameters import Output
from twosource.cli.report import report
from twosource.demo import demo_articles


def demo(
    *,
    output: Output = "report.html",
    open_it: Annotated[bool, Parameter(name="--open", help="Open the report in the browser.")] = False,
) -> int:
    """Writes the report on the bundled corpus of invented articles."""
    code = report([str(demo_articles())], output=output)
    if open_it and output != STDOUT:
        webbrowser.open(Path(output).resolve().as_uri())
    return code
