"""The role a person is named with, and the body that the role speaks for.

    Kremlin spokesman Dmitry Peskov                       role "Kremlin spokesman", speaks for the Kremlin
    Slovak Prime Minister Robert Fico                     role "Slovak Prime Minister"
    Anna Price, a spokeswoman for the Foreign Office      role "spokeswoman", speaks for the Foreign Office

Only spokespeople speak for a body: a president's or a minister's word is his own.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from twosource.annotate.entities.classify import Page

_ARTICLES = frozenset({"the", "a", "an", "his", "her", "its", "their"})
_POSSESSIVE = frozenset({"'s", "’s"})
_MAX_ROLE_TOKENS = 7


class RoleOf(NamedTuple):
    """Role words, and the entity that the role speaks for."""

    role: str
    speaks_for: str | None


def find_role(page: Page, first: int, after: int, entity_at: Mapping[int, str]) -> RoleOf | None:
    """The role bound to the person at tokens `first`..`after`; `entity_at` gives the entity that covers a token."""
    closed = after < len(page.tokens) and page.tokens.forms[after] in {",", "."}
    return _before(page, first, entity_at, closed=closed) or _behind(page, after, entity_at)


def _before(page: Page, first: int, entity_at: Mapping[int, str], *, closed: bool) -> RoleOf | None:
    """The role in front; behind a comma only where another comma closes the name: "a spokeswoman, Anna Price, said"."""
    end = first
    if end and page.tokens.forms[end - 1] == "," and closed and _is_head(page, end - 2):
        end -= 1
    if end < 1 or not _is_head(page, end - 1) or not page.tokens.glued(end - 1):
        return None
    start = end - 1
    while start > max(0, end - _MAX_ROLE_TOKENS) and _in_role(page, start - 1, entity_at):
        start -= 1
    while start < end - 1 and (page.tokens.forms[start] in _POSSESSIVE or page.tokens.forms[start] == "and"):
        start += 1
    return _role(page, start, end, entity_at)


def _is_head(page: Page, place: int) -> bool:
    if place < 0:
        return False
    form = page.tokens.forms[place].lower().rstrip(".")
    return form in page.words.role_heads or form in page.words.titles


def _in_role(page: Page, place: int, entity_at: Mapping[int, str]) -> bool:
    form = page.tokens.forms[place]
    if not page.tokens.glued(place):
        return False
    return (
        form.lower() in page.words.role_modifiers or form in _POSSESSIVE or place in entity_at or _is_head(page, place)
    )


def _behind(page: Page, after: int, entity_at: Mapping[int, str]) -> RoleOf | None:
    forms, size = page.tokens.forms, len(page.tokens)
    if after + 1 >= size or forms[after] != ",":
        return None
    start = after + 2 if forms[after + 1].lower() in _ARTICLES else after + 1
    at = start
    while at < min(size, start + _MAX_ROLE_TOKENS) and _in_role_behind(page, at, entity_at):
        at += 1
    while at > start and not _is_head(page, at - 1):
        at -= 1
    if at == start:
        return None
    return _role(page, start, at, entity_at)


def _in_role_behind(page: Page, place: int, entity_at: Mapping[int, str]) -> bool:
    form = page.tokens.forms[place].lower()
    return form in page.words.role_modifiers or form in _POSSESSIVE or place in entity_at or _is_head(page, place)


def _role(page: Page, start: int, end: int, entity_at: Mapping[int, str]) -> RoleOf:
    tokens = page.tokens
    words = tokens.text[tokens.starts[start] : tokens.ends[end - 1]]
    if tokens.forms[end - 1].lower() not in page.words.speaking_roles:
        return RoleOf(words, None)
    inside = [entity_at[at] for at in range(start, end - 1) if at in entity_at]
    return RoleOf(words, inside[-1] if inside else body_after(page, end, entity_at))


def body_after(page: Page, place: int, entity_at: Mapping[int, str]) -> str | None:
    """The body after "of", "for" or "at" at `place`: "spokesman for the Foreign Office"."""
    forms, size = page.tokens.forms, len(page.tokens)
    if place >= size or forms[place] not in {"of", "for", "at", "from"}:
        return None
    at = place + 1
    while at < size and forms[at].lower() in _ARTICLES:
        at += 1
    return entity_at.get(at)
