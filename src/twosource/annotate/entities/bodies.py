"""What a country and a common noun name: "the Chinese foreign ministry", "the 1997 Estonian general election"."""

from __future__ import annotations

from twosource.annotate.entities.classify import Page
from twosource.annotate.entities.protocol import Name
from twosource.model import EntityKind


def find_common_bodies(page: Page, names: list[Name]) -> list[Name]:
    """The names, with each demonym that a body's common noun follows grown over that noun, and elections likewise.

    The possessive form ("Ukraine's defence ministry") keeps the country as a name and names no body.
    """
    grown: list[Name] = []
    for position, name in enumerate(names):
        stop = names[position + 1].first if position + 1 < len(names) else len(page.tokens)
        election = _election_end(page, name.after, stop)
        end = _body_end(page, name.after, stop) if _is_nation(page, name) else None
        if election is not None:
            grown.append(Name(_with_year(page, name.first), election, EntityKind.EVENT))
        else:
            grown.append(name if end is None else Name(name.first, end, EntityKind.ORGANISATION))
    return grown


def _election_end(page: Page, place: int, stop: int) -> int | None:
    """Where "general election" ends that begins at `place`, behind a country's or a body's name."""
    forms, at = page.tokens.forms, place
    while at < stop and forms[at] in page.words.election_kinds:
        at += 1
    return at + 1 if at < stop and forms[at] in {"election", "elections"} and page.tokens.glued(place - 1) else None


def _with_year(page: Page, first: int) -> int:
    year = first > 0 and page.tokens.forms[first - 1].isdigit() and page.tokens.glued(first - 1)
    return first - 1 if year else first


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
