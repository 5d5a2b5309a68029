"""The dated reports of a story in order: what one leaves open, those of a later day and another text may tell."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from twosource.crosscheck.by_article import group_by_article
from twosource.crosscheck.earlier import is_earlier
from twosource.crosscheck.quoting import clause_at
from twosource.crosscheck.sides import side_at
from twosource.model import Descent, Extent, Reading, Role, Side, Statement, text_of
from twosource.text.cued import Cued

OF_ANOTHER_ACT = re.compile(
    r"\b(?:that|those|these|other|earlier|previous) (?:\w+ )?(?:incidents?|cases?|shootings?)", re.IGNORECASE
)
"""Words of a statement that leaves nothing of this act open."""


def leave_captions(statements: Sequence[Statement]) -> list[Statement]:
    """All statements but the captions of the articles that have other words.

    Policy: a picture may be old, and its caption with it; of a gallery nothing else is left, and it tells its news.
    """
    worded = {s.span.article for s in statements if s.role not in {Role.CAPTION, Role.HEADLINE}}
    return [s for s in statements if s.role is not Role.CAPTION or s.span.article not in worded]


@dataclass(frozen=True)
class Reports:
    """The articles of a story that have a date, by day, and what each states."""

    told: Mapping[str, Sequence[Statement]]
    days: Mapping[str, date]
    readings: Mapping[str, Reading]
    descents: Mapping[str, Descent]

    @classmethod
    def of(
        cls, statements: Iterable[Statement], readings: Mapping[str, Reading], descents: Mapping[str, Descent]
    ) -> Reports:
        """The reports that hold these statements, by day."""
        told = group_by_article(statements, readings)
        dated = {a: published.day for a in told if (published := readings[a].article.published) is not None}
        ordered = sorted(dated, key=lambda article: (dated[article], article))
        return cls(told, {a: dated[a] for a in ordered}, readings, descents)

    @property
    def has_days(self) -> bool:
        """Whether they are of more than one day; the order of reports of one day is not known."""
        return len(set(self.days.values())) > 1

    def after(self, asked: str) -> list[str]:
        """The reports of a later day, in order.

        Policy: a copy too, for a text is filed again with what has become known since.
        """
        return [a for a, day in self.days.items() if day > self.days[asked]]

    def of_one_day(self, asked: str) -> list[str]:
        """The reports of the same day that are no copy of it and are not known to be earlier."""
        here = self.readings[asked]
        same = (a for a, day in self.days.items() if day == self.days[asked] and self.is_another(asked, a))
        return [a for a in same if not is_earlier(self.readings[a], here)]

    def is_another(self, asked: str, article: str) -> bool:
        """Whether two reports are no copies of one text."""
        return text_of(asked, self.descents) != text_of(article, self.descents)

    def that_may_say(self, cue: Cued) -> list[str]:
        """The reports that have letters of a cue somewhere, in order: no statement of the others can match it."""
        return [a for a, words in self._in_small_letters.items() if cue.stands_in(words)]

    @cached_property
    def _in_small_letters(self) -> Mapping[str, str]:
        return {a: self.readings[a].article.text.lower() for a in self.days}

    def text_of(self, statement: Statement) -> str:
        """The text of the article that a statement stands in."""
        return self.readings[statement.span.article].article.text

    def clause_at(self, statement: Statement, cue: Cued) -> Extent:
        """The clause of a statement that holds the words of a cue."""
        text = self.text_of(statement)
        found = cue.search(text, *statement.span.extent)
        return clause_at(text, statement, found.start() if found else statement.span.start)

    def side_at(self, statement: Statement, cue: Cued, value: str) -> Side:
        """That clause as the side of a finding."""
        return side_at(statement, self.clause_at(statement, cue), self.readings, value)
