"""How long it takes to begin: help, import, and the whole way from a cold start."""

from __future__ import annotations

from twosource.bench.harness import DATA, Command

_SEEDS = DATA / "seeds"

CASES = (
    Command(name="startup/help", what="the top help page", arguments=("--help",), wall_limit_s=0.3),
    Command(name="startup/report help", what="the help page of one command", arguments=("report", "--help")),
    Command(name="startup/import", what="import twosource", program=("-c",), arguments=("import twosource",)),
    Command(
        name="startup/seeds report",
        what="five real articles to a dossier, from a cold start",
        arguments=("report", str(_SEEDS), "-o", "report.html"),
        wall_limit_s=5.0,
        needs=_SEEDS,
    ),
    Command(name="startup/demo", what="the bundled corpus to a dossier", arguments=("demo", "-o", "report.html")),
)
