"""The shape any finder of names has, rules or a trained model, so that one can stand in for the other."""

from __future__ import annotations

from typing import NamedTuple, Protocol

from twosource.annotate.entities.tokens import Tokens
from twosource.model import EntityKind

SUFFIXES = frozenset({"Jr", "Jr.", "Sr", "Sr.", "II", "III", "IV", "V", "XIV"})
"""What may stand behind a person's surname."""


class Name(NamedTuple):
    """A name found, before it is linked: tokens `first`..`after`, what it names, and what is known of it."""

    first: int
    after: int
    kind: EntityKind
    canonical: str | None = None
    """From the gazetteer ("EU" is "European Union"); None for a name that no list knows."""
    sure: bool = True
    """False where only the context tells the kind: linking may correct it."""


def unsure(first: int, after: int, kind: EntityKind) -> Name:
    """A name whose kind only its context tells."""
    return Name(first, after, kind, canonical=None, sure=False)


class NameFinder(Protocol):
    """Finds the names of one text, in order and not overlapping."""

    def __call__(self, tokens: Tokens, /) -> list[Name]:
        """The names among `tokens`."""
        ...
