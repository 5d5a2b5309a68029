"""The rules, one kind of expression a module, each with the cases that show and test it."""

from __future__ import annotations

from functools import cache

from twosource.annotate.time.rules import (
    clock,
    dates,
    deictics,
    durations,
    eras,
    festivals,
    months,
    periods,
    quarters,
    references,
    seasons,
    sets,
    weekdays,
    years,
)
from twosource.annotate.time.rules.rule import Case, Phrase, Rule

__all__ = ["Case", "Phrase", "Rule", "all_rules", "render_rules"]


@cache
def all_rules() -> tuple[Rule, ...]:
    """Every rule, in the order in which equals are preferred."""
    shelves = (
        dates,
        festivals,
        months,
        weekdays,
        years,
        eras,
        quarters,
        periods,
        seasons,
        deictics,
        clock,
        sets,
        durations,
        references,
    )
    return tuple(rule for shelf in shelves for rule in shelf.RULES)


def render_rules() -> str:
    """The rules as a Markdown table for the documentation, each with its first case."""
    rows = [f"| `{rule.id}` | {rule.cases[0].text} | {', '.join(rule.cases[0].values)} |" for rule in all_rules()]
    return "\n".join(
        ("| rule | reads (the day of publication is Sunday, 4 May 2025) | value |", "|---|---|---|", *rows)
    )
