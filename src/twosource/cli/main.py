"""The entry point: parse, run one command, and turn every failure into a message and an exit code."""

from __future__ import annotations

import io
import os
import sys
import traceback
from collections.abc import Sequence

from cyclopts import App, CycloptsError, Parameter

from twosource.cli.commands import COMMANDS
from twosource.cli.exits import Exit
from twosource.errors import BrokenInvariant, TwosourceError
from twosource.version import __version__

_PURPOSE = """Reads news coverage and works out what it amounts to: which article was taken from which, what happened
when, who said what, how many independent origins and voices stand behind each claim, and where they disagree."""

_BEGIN = """Begin with
  $ twosource demo
  $ twosource report coverage/ -o report.html

`twosource COMMAND --help` explains one command with examples and exit codes."""


def build_app() -> App:
    """The application with every command registered and none of them loaded."""
    app = App(
        name="twosource",
        help=_PURPOSE,
        help_epilogue=_BEGIN,
        help_format="plaintext",
        version=__version__,
    )
    for place, command in enumerate(COMMANDS):
        app.command(
            command.place,
            name=command.name,
            help=command.purpose,
            help_epilogue=command.epilogue,
            default_parameter=Parameter(negative=()),
            sort_key=place,
        )
    return app


def run() -> None:
    """What the installed `twosource` calls."""
    sys.exit(main(sys.argv[1:]))


def main(arguments: Sequence[str]) -> int:
    """The exit code of one command line; everything it prints is printed."""
    _print_whatever_comes()
    try:
        code = build_app()(list(arguments), exit_on_error=False, result_action="return_value")
        sys.stdout.flush()
    except CycloptsError:
        return Exit.REFUSED
    except BrokenPipeError:
        _forget_stdout()
        return Exit.BROKEN_PIPE
    except BrokenInvariant as error:
        return _tell_bug(str(error))
    except TwosourceError as error:
        sys.stderr.write(f"twosource: {error}\n")
        return Exit.REFUSED
    except Exception:  # noqa: BLE001 - the last resort: told with everything a report needs, never swallowed
        return _tell_bug(traceback.format_exc())
    return code if isinstance(code, int) else Exit.DONE


def _print_whatever_comes() -> None:
    """A terminal that cannot show a quotation mark shows something else; it is no reason to stop."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")


def _tell_bug(what: str) -> int:
    sys.stderr.write(
        f"twosource {__version__}: {what}\nThis is a bug of twosource, not of your input. "
        "Please report it with this message and, if you can, the input that shows it.\n"
    )
    return Exit.OUR_BUG


def _forget_stdout() -> None:
    """Nobody reads it any more: what is still buffered must not raise again when Python ends."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


if __name__ == "__main__":
    run()
