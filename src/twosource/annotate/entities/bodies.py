"""Bodies named by a country and a common noun: "the Chinese foreign ministry", "Ukraine's defence ministry"."""

from __future__ import annotations

from twosource.annotate.entities.classify import Page
from twosource.annotate.entities.protocol import Name
from twosource.model import EntityKind

_POSSESSIVE = frozenset({"'s", "’s"})


def find_common_bodies(page: Page, names: list[Name]) -> list[Name]:
    """The names, with each country or demonym that a body's common noun follows grown over that noun.

    The possessive form keeps the country as a name of its own and adds the body after it.
    """
    grown: list[Name] = []
    for position, name in enumerate(names):
        stop = names[position + 1].first if position + 1 < len(names) else len(page.tokens)
        end = _body_end(page, name.after, stop) if _is_nation(page, name) else None
        grown.append(name if end is None else Name(name.first, end, EntityKind.ORGANISATION, None))
    return grown


def _is_nation(page: Page, name: Name) -> bool:
    return page.tokens.forms[name.first] in page.gazetteer.nations and name.after == name.first + 1


def _body_end(page: Page, place: int, stop: int) -> int | None:
    """Where a body's common noun that begins at `place` ends, or None: "foreign ministry", "government"."""
    forms, words = page.tokens.forms, page.words
    if place >= stop or not page.tokens.glued(place - 1):
        return None
    if forms[place] in words.common_bodies:
        return place + 1
    pair = place + 1 < stop and forms[place] in words.ministry_fields and forms[place + 1] in {"ministry", "department"}
    return place + 2 if pair else None
