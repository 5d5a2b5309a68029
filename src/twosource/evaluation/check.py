"""Texts looked up in story packs: sentences of the coverage as they are, and each changed so that it is not said there.

The changed texts are synthetic. What counts is how many of them are still called found: a text that nobody says must
never be. How many texts in other words are found is not measured here.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from enum import StrEnum
from pathlib import Path
from random import Random

from twosource.engine.check import check_text
from twosource.evaluation.findings import account_of
from twosource.evaluation.metric import Metric, ratio
from twosource.model import Account, Answer, EntityKind, Named, Polarity, Quantity, Role, Slot, Statement
from twosource.text.terms import groups_in

_SENTENCES = 40  # a pack: enough to see one error in four hundred
_WORDS = range(7, 23)
_AUXILIARY = re.compile(r"\b(?:will|was|were|is|are|has|have|had|would|could)\b(?! not)")
_NUMBER = re.compile(r"\d[\d,]*(?:\.\d+)?")
_STRANGERS = {EntityKind.PERSON: "Harlan Voss", EntityKind.PLACE: "Kestrelia"}
"""Names that no development set holds."""


class Change(StrEnum):
    """What was done to a sentence of coverage before it was looked up."""

    NONE = "word for word"
    NEGATED = "negated"
    NUMBER = "another number"
    NAME = "another name"
    EXCHANGED = "two names exchanged"


def evaluate_check(data: Path) -> tuple[Metric, ...]:
    """How many sentences of the packs are found again, and how many are found although they were changed."""
    answers: dict[Change, Counter[Answer]] = defaultdict(Counter)
    for folder in sorted(p.parent for p in data.glob("*/findings.jsonl")):
        account = account_of(folder)
        days = {r.article.id: r.article.published for r in account.readings}
        for statement in _sample(account):
            published = days[statement.span.article]
            for change, text in change_text(statement):
                found = check_text(text, account, day=published.day if published else None)
                answers[change][found.answer] += 1
    return tuple(_metrics(answers))


def _sample(account: Account) -> list[Statement]:
    """Sentences of the text with a verb, short enough to be somebody's question."""
    usable = [
        s
        for claim in account.claims
        for s in claim.statements
        if s.role is not Role.CAPTION and s.predicate and "\n" not in s.span.quote
        if len(s.span.quote.split()) in _WORDS
    ]
    Random(1).shuffle(usable)  # noqa: S311 - a sample, not secrets
    return usable[:_SENTENCES]


def change_text(statement: Statement) -> Iterator[tuple[Change, str]]:
    """The words of a statement as they are, then with each change that can be made to them."""
    text = statement.span.quote
    yield Change.NONE, text
    helper = _AUXILIARY.search(text)
    if helper and statement.polarity is Polarity.AFFIRMED:
        yield Change.NEGATED, f"{text[: helper.end()]} not{text[helper.end() :]}"
    number = next((s for s in statement.slots if isinstance(s.value, Quantity) and _NUMBER.search(s.span.quote)), None)
    if number is not None:
        yield Change.NUMBER, _with_other_number(statement, number)
    names = [s for s in statement.slots if isinstance(s.value, Named)]
    known = next((s for s in names if isinstance(s.value, Named) and s.value.kind in _STRANGERS), None)
    if known is not None and isinstance(known.value, Named):
        yield Change.NAME, _replaced(statement, known, _STRANGERS[known.value.kind])
    if len(names) > 1 and names[0].span.end <= names[1].span.start and _are_apart(names[0], names[1]):
        yield Change.EXCHANGED, _exchanged(statement, names[0], names[1])


def _are_apart(first: Slot, second: Slot) -> bool:
    """Whether two names share no word: "US" in the place of "US State Department" says nothing else, nor does "The"."""
    one, two = groups_in(first.span.quote), groups_in(second.span.quote)
    return bool(one) and bool(two) and one.isdisjoint(two)


def _replaced(statement: Statement, slot: Slot, words: str) -> str:
    text, start = statement.span.quote, statement.span.start
    return text[: slot.span.start - start] + words + text[slot.span.end - start :]


def _with_other_number(statement: Statement, slot: Slot) -> str:
    """The first figure of the slot three times as large and four more: beyond any rounding."""

    def other(found: re.Match[str]) -> str:
        return f"{3 * float(found.group().replace(',', '')) + 4:,.0f}"

    return _replaced(statement, slot, _NUMBER.sub(other, slot.span.quote, count=1))


def _exchanged(statement: Statement, first: Slot, second: Slot) -> str:
    text, start = statement.span.quote, statement.span.start
    between = text[first.span.end - start : second.span.start - start]
    head, tail = text[: first.span.start - start], text[second.span.end - start :]
    return head + second.span.quote + between + first.span.quote + tail


def _metrics(answers: dict[Change, Counter[Answer]]) -> Iterable[Metric]:
    for change in Change:
        found = answers[change]
        units = sum(found.values())
        right = change is Change.NONE
        hits = found[Answer.FOUND] + (found[Answer.CONTESTED] if right else 0)
        yield Metric(
            area="check",
            dataset="packs",
            name="found or contested, word for word" if right else f"found though {change.value}",
            value=ratio(hits, units),
            units=units,
            higher_is_better=right,
        )
