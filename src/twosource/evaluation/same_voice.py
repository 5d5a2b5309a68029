"""Whether two names of a speaker are the same one's, case, articles, small numbers and British spelling aside."""

from __future__ import annotations

from collections.abc import Iterable

from twosource.text.words import find_words

_IDLE = frozenset("the a an two three four five his her its their".split())


def name_words(name: str) -> tuple[str, ...]:
    """The words of a name that tell it from others.

    >>> name_words("The Hague"), name_words("two diplomats")
    (('hague',), ('diplomats',))
    """
    words = (word.form.replace("isation", "ization") for word in find_words(name))
    return tuple(word for word in words if word not in _IDLE)


def is_same_voice(found: str | None, accepted: Iterable[str]) -> bool:
    """Whether a voice is one of the accepted names; no voice is none of them."""
    return found is not None and any(name_words(found) == name_words(name) for name in accepted)
