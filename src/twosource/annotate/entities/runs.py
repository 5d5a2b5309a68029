"""Runs of capitalised words: where names may stand."""

from __future__ import annotations

from collections.abc import Iterator

from twosource.annotate.entities.gazetteer import Words
from twosource.annotate.entities.tokens import Tokens

_PARTICLES = frozenset("de la del della der den van von bin ibn bint al el da dos das di du le ten ter zu y ul".split())
_JOINERS = frozenset({"of", "for", "on", "&"})
_ARTICLES = frozenset({"the", "a"})


def _is_capital(form: str) -> bool:
    """Whether a token begins as a name does.

    >>> [_is_capital(form) for form in ("Putin", "al-Assad", "iPhone", "2024")]
    [True, True, False, False]
    """
    return form[0].isupper() or ("-" in form and _has_particle(form))


def _has_particle(form: str) -> bool:
    particle, _, name = form.partition("-")
    return name[:1].isupper() and particle in _PARTICLES


def find_runs(tokens: Tokens, words: Words) -> Iterator[tuple[int, int]]:
    """Ranges of tokens that begin and end with a capitalised word, on one line, joined by particles or by "of"."""
    after = 0
    for place in [place for place, form in enumerate(tokens.forms) if _is_capital(form)]:
        if place >= after:
            after = place + 1
            while (further := _extend(tokens, place, after, words)) > after:
                after = further
            yield place, after


def _extend(tokens: Tokens, first: int, after: int, words: Words) -> int:
    """The end of the run with one more capitalised word, or `after` where there is none."""
    forms, size = tokens.forms, len(tokens)
    if after >= size or not tokens.glued(after - 1):
        return after
    if _is_capital(forms[after]) and after not in tokens.opening:
        return after + 1
    if forms[after] in _PARTICLES:
        return _over(tokens, after, _PARTICLES) or after
    if forms[after] in _JOINERS and _joins(forms, first, after, words):
        return _over(tokens, after, _JOINERS | _ARTICLES) or after
    return after


def _joins(forms: list[str], first: int, place: int, words: Words) -> bool:
    """Whether a name goes on over "of", "for" or "on": behind a head word, or behind an "of" of its own."""
    if forms[place] == "&":
        return True
    head = forms[place - 1].lower()
    named = head in words.organisation_heads or head in words.place_heads
    if forms[place] == "of":
        return named or head in words.event_heads or head in words.other_heads or "of" in forms[first + 1 : place]
    return named


def _over(tokens: Tokens, place: int, small: frozenset[str]) -> int | None:
    """The end of a capitalised word that follows at most three small words, else None."""
    at = place
    while at < min(place + 3, len(tokens) - 1) and tokens.forms[at] in small and tokens.glued(at):
        at += 1
    return at + 1 if at < len(tokens) and _is_capital(tokens.forms[at]) and at > place else None
