"""The forms of an English verb: from the list of irregular ones, else by its ending."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files


@cache
def _irregular() -> dict[str, tuple[str, str, str]]:
    source = files("twosource.annotate.attribution.lexicon").joinpath("irregular.toml").read_text("utf-8")
    return {lemma: (third, past, ing) for lemma, (third, past, ing) in tomllib.loads(source).items()}


def forms_of(lemma: str) -> list[tuple[str, str]]:
    """Each form of a verb with its kind: base, third, past, ing.

    >>> forms_of("deny")
    [('deny', 'base'), ('denies', 'third'), ('denied', 'past'), ('denying', 'ing')]
    >>> [form for form, _ in forms_of("state")]
    ['state', 'states', 'stated', 'stating']
    """
    third, past, ing = _irregular().get(lemma) or (_third(lemma), _past(lemma), _ing(lemma))
    return [
        (lemma, "base"),
        *((form, "third") for form in third.split()),
        *((form, "past") for form in past.split()),
        *((form, "ing") for form in ing.split()),
    ]


@cache
def irregular_pasts() -> frozenset[str]:
    """Past forms and participles that no rule gives and no base form equals.

    >>> sorted(irregular_pasts() & {"shown", "put", "held"})
    ['held', 'shown']
    """
    return frozenset(form for _, past, _ in _irregular().values() for form in past.split()) - frozenset(_irregular())


def _third(lemma: str) -> str:
    if lemma.endswith("y") and lemma[-2] not in "aeiou":
        return lemma[:-1] + "ies"
    return lemma + ("es" if lemma.endswith(("s", "x", "z", "ch", "sh")) else "s")


def _past(lemma: str) -> str:
    if lemma.endswith("e"):
        return lemma + "d"
    if lemma.endswith("y") and lemma[-2] not in "aeiou":
        return lemma[:-1] + "ied"
    return lemma + "ed"


def _ing(lemma: str) -> str:
    return (lemma[:-1] if lemma.endswith("e") and not lemma.endswith(("ee", "ye")) else lemma) + "ing"
