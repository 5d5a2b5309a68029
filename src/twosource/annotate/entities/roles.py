"""The role a person is named with, and the body that the role speaks for.

    Kremlin spokesman Dmitry Peskov                       role "Kremlin spokesman", speaks for the Kremlin
    Orrin police spokesman Rex Roe                        role "Orrin police spokesman", speaks for Orrin police
    Slovak Prime Minister Robert Fico                     role "Slovak Prime Minister"
    Secretary of State Anna Price                         role "Secretary of State"
    Anna Price, a spokeswoman for the Foreign Office      role "spokeswoman", speaks for the Foreign Office

Only spokespeople speak for a body: a president's or a minister's word is his own.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from twosource.annotate.entities.gazetteer import load_words
from twosource.annotate.entities.tokens import POSSESSIVES, Tokens

_ARTICLES = frozenset({"the", "a", "an", "his", "her", "its", "their"})
_MAX_ROLE_TOKENS = 7
_MAX_OF_TOKENS = 2  # of a field behind "of": "Secretary of State", "Minister of Foreign Affairs"


class RoleOf(NamedTuple):
    """Role words, and the entity that the role speaks for."""

    role: str
    speaks_for: str | None


def find_role(tokens: Tokens, first: int, after: int, entity_at: Mapping[int, str]) -> RoleOf | None:
    """The role bound to the person at tokens `first`..`after`; `entity_at` gives the entity that covers a token."""
    closed = after < len(tokens) and tokens.forms[after] in {",", "."}
    return _before(tokens, first, entity_at, closed=closed) or _behind(tokens, after, entity_at)


def _before(tokens: Tokens, first: int, entity_at: Mapping[int, str], *, closed: bool) -> RoleOf | None:
    """The role in front; behind a comma only where another comma closes the name: "a spokeswoman, Anna Price, said"."""
    end = first
    if end and tokens.forms[end - 1] == "," and closed and _is_head(tokens, end - 2):
        end -= 1
    if end < 1 or not tokens.glued(end - 1):
        return None
    head = end - 1 if _is_head(tokens, end - 1) else _head_before_of(tokens, end)
    if head is None:
        return None
    start = head
    while start > max(0, end - _MAX_ROLE_TOKENS) and _in_role(tokens, start - 1, entity_at):
        start -= 1
    while start < head and (tokens.forms[start] in POSSESSIVES or tokens.forms[start] == "and"):
        start += 1
    return _role(tokens, start, end, entity_at)


def _head_before_of(tokens: Tokens, end: int) -> int | None:
    """The head of a role that goes on over "of" right up to the name: "Secretary of State Marco Rubio"."""
    for of in range(end - 2, max(0, end - _MAX_OF_TOKENS - 2), -1):
        if tokens.forms[of] == "of":
            return of - 1 if _is_head(tokens, of - 1) else None
        if not tokens.forms[of + 1][0].isupper():
            return None
    return None


def _is_head(tokens: Tokens, place: int) -> bool:
    if place < 0:
        return False
    form = tokens.forms[place].lower().rstrip(".")
    return form in load_words().role_heads or form in load_words().titles


def _in_role(tokens: Tokens, place: int, entity_at: Mapping[int, str]) -> bool:
    form = tokens.forms[place]
    if not tokens.glued(place):
        return False
    if form == "and":
        return place > 0 and (
            tokens.forms[place - 1].lower() in load_words().role_modifiers or _is_head(tokens, place - 1)
        )
    return (
        form.lower() in load_words().role_modifiers
        or form in POSSESSIVES
        or place in entity_at
        or _is_head(tokens, place)
    )


def _behind(tokens: Tokens, after: int, entity_at: Mapping[int, str]) -> RoleOf | None:
    forms, size = tokens.forms, len(tokens)
    if after + 1 >= size or forms[after] != ",":
        return None
    start = after + 2 if forms[after + 1].lower() in _ARTICLES else after + 1
    at = start
    while at < min(size, start + _MAX_ROLE_TOKENS) and _in_role_behind(tokens, at, entity_at):
        at += 1
    while at > start and not _is_head(tokens, at - 1):
        at -= 1
    if at == start:
        return None
    return _role(tokens, start, at, entity_at)


def _in_role_behind(tokens: Tokens, place: int, entity_at: Mapping[int, str]) -> bool:
    form = tokens.forms[place].lower()
    return form in load_words().role_modifiers or form in POSSESSIVES or place in entity_at or _is_head(tokens, place)


def _role(tokens: Tokens, start: int, end: int, entity_at: Mapping[int, str]) -> RoleOf:
    words = tokens.text[tokens.starts[start] : tokens.ends[end - 1]]
    if tokens.forms[end - 1].lower() not in load_words().speaking_roles:
        return RoleOf(words, None)
    inside = [at for at in range(start, end - 1) if at in entity_at]
    return RoleOf(words, _body_at(tokens, inside[-1], entity_at) if inside else _body_after(tokens, end, entity_at))


def _body_at(tokens: Tokens, place: int, entity_at: Mapping[int, str]) -> str:
    """The body that a name before "spokesman" is, with the common noun behind it: "Orrin police spokesman Rex Roe"."""
    noun = place + 1
    if tokens.forms[noun].lower() not in load_words().common_bodies or noun in entity_at:
        return entity_at[place]
    first = place
    while first - 1 in entity_at and entity_at[first - 1] == entity_at[place]:
        first -= 1
    return tokens.text[tokens.starts[first] : tokens.ends[noun]]


def _body_after(tokens: Tokens, place: int, entity_at: Mapping[int, str]) -> str | None:
    """The body after "of", "for" or "at" at `place`: "spokesman for the Foreign Office".

    A name that only tells whose somebody or something is ("for Danish President Roe", "for Berlin's mayor", "for the
    Paris event") is not what is spoken for.
    """
    forms, size = tokens.forms, len(tokens)
    if place >= size or forms[place] not in {"of", "for", "at", "from"}:
        return None
    at = place + 1
    while at < size and forms[at].lower() in _ARTICLES:
        at += 1
    body, after = entity_at.get(at), at
    while body is not None and entity_at.get(after) == body:
        after += 1
    return None if _goes_on(tokens, after) else body


def _goes_on(tokens: Tokens, place: int) -> bool:
    """Whether the token at a place goes on with the phrase before it: a possessive, a capital, a noun."""
    if place >= len(tokens) or not tokens.glued(place - 1):
        return False
    form = tokens.forms[place]
    words = load_words()
    named = form[0].isupper() or form in POSSESSIVES
    closing = form.islower() and place + 1 < len(tokens) and tokens.forms[place + 1] == ","
    return named or closing or form in words.common_bodies | words.role_heads | words.role_modifiers
