"""What coverage makes of a text, as plain text and as Markdown: the same facts in the same order."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum, auto

from twosource.dossier.dates import show_day, show_value
from twosource.dossier.labels import Label, name_articles
from twosource.dossier.render_markdown import plain
from twosource.dossier.wording import count_of, shorten
from twosource.model import (
    Account,
    Answer,
    Bearing,
    CheckedStatement,
    Evidence,
    FourNumbers,
    TextCheck,
    Unmeasured,
)

_SHOWN = 8  # pieces of evidence on a side: a screen holds them; JSON has all
_QUOTE_CHARS = 240

_ANSWERS = {
    Answer.FOUND: "Found",
    Answer.CONTESTED: "Contested",
    Answer.NOT_FOUND: "Not found",
    Answer.UNMEASURED: "Not measured",
}


class _Kind(Enum):
    """What a line is for."""

    ANSWER = auto()
    FACT = auto()
    SECTION = auto()
    ITEM = auto()


@dataclass(frozen=True)
class _Line:
    kind: _Kind
    words: str


def render_check_text(check: TextCheck, account: Account) -> str:
    """The answer for a terminal: the verdict on the coverage first, then the words it rests on."""
    heads = {_Kind.ANSWER: "", _Kind.FACT: "  ", _Kind.SECTION: "\n  ", _Kind.ITEM: "    "}
    return "".join(f"{heads[line.kind]}{line.words}\n" for line in _lines(check, account))


def render_check_markdown(check: TextCheck, account: Account) -> str:
    """The same as Markdown; what comes from the text or an article is escaped, so none of it is mark-up."""
    heads = {_Kind.ANSWER: "\n## ", _Kind.FACT: "\n", _Kind.SECTION: "\n### ", _Kind.ITEM: "- "}
    lines = [heads[line.kind] + plain(line.words) + "\n" for line in _lines(check, account)]
    return "".join(_spaced(lines)).lstrip()


def _spaced(lines: Sequence[str]) -> Iterator[str]:
    """The lines with an empty one before a list."""
    for before, line in zip(["", *lines], lines, strict=False):
        yield "\n" + line if line.startswith("- ") and not before.startswith("- ") else line


def _lines(check: TextCheck, account: Account) -> Iterator[_Line]:
    labels = name_articles(account.readings, account.locators)
    for statement in check.statements:
        yield from _statement(statement, labels)
    if not check.statements:
        yield _Line(_Kind.ANSWER, f"{_ANSWERS[check.answer]}: {shorten(check.text, _QUOTE_CHARS)}")
    yield _Line(_Kind.FACT, f"Searched: {count_of(check.articles, 'article')}. Origins are an upper bound.")
    yield from _section("Not measured", [_gap(gap, labels) for gap in check.unmeasured])


def _statement(checked: CheckedStatement, labels: Mapping[str, Label]) -> Iterator[_Line]:
    yield _Line(_Kind.ANSWER, f"{_ANSWERS[checked.answer]}: {shorten(checked.text, _QUOTE_CHARS)}")
    yield from _side("For", checked.numbers, checked.evidence_for, labels)
    yield from _side("Against", checked.against, checked.evidence_against, labels)
    if checked.answer is Answer.NOT_FOUND:
        yield from _section(
            "Nearest wordings, neither for nor against", [_evidence(e, labels) for e in checked.nearest]
        )


def _side(
    title: str, numbers: FourNumbers, evidence: Sequence[Evidence], labels: Mapping[str, Label]
) -> Iterator[_Line]:
    if not evidence:
        yield _Line(_Kind.FACT, f"{title}: nothing found")
        return
    items = [_evidence(e, labels) for e in evidence[:_SHOWN]]
    if len(evidence) > _SHOWN:
        items.append(f"and {len(evidence) - _SHOWN:,} more; --format json has all")
    yield from _section(f"{title}: {_four(numbers)}", items)


def _section(title: str, items: Sequence[str]) -> Iterator[_Line]:
    if items:
        yield _Line(_Kind.SECTION, title)
        yield from (_Line(_Kind.ITEM, item) for item in items)


def _four(numbers: FourNumbers) -> str:
    """The four numbers of one side, always in this order."""
    voices = "voices not measured" if numbers.voices is None else count_of(len(numbers.voices), "voice")
    names = f" ({', '.join(numbers.voices)})" if numbers.voices else ""
    counts = (count_of(len(numbers.articles), "article"), count_of(len(numbers.texts), "text"))
    return ", ".join((*counts, f"at most {count_of(len(numbers.origins), 'origin')}", voices + names))


def _evidence(evidence: Evidence, labels: Mapping[str, Label]) -> str:
    """One line: article, outlet, day, what it is to the text, the words, and the place that `twosource why` takes."""
    label = labels[evidence.span.article]
    day = show_day(evidence.reported) if evidence.reported else "no date"
    outlet = f", {label.further}" if label.further else ""
    place = f"{evidence.span.article}:{evidence.span.start}:{evidence.span.end}"
    voice = f", said by {evidence.voice}" if evidence.voice else ""
    bearing = "" if evidence.bearing is Bearing.SAYS_SO else f", {evidence.bearing.value}"
    value = f": {show_value(evidence.value)}" if evidence.value else ""
    words = shorten(evidence.span.quote, _QUOTE_CHARS)
    return f"{label.short}{outlet}, {day}{voice}{bearing}{value}: “{words}” [{place}]"


def _gap(gap: Unmeasured, labels: Mapping[str, Label]) -> str:
    """What was not measured, articles by their short names."""
    named = [labels[what].short if what in labels else what for what in gap.what[:_SHOWN]]
    what = f": {', '.join(named)}" if named else ""
    return gap.gap.value + what + (" and more" if len(gap.what) > _SHOWN else "")
