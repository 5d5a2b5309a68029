"""Whether two sentences of the same words have their names in each other's places."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import combinations

from twosource.crosscheck.asked.asked import find_content, name_words
from twosource.model import Named, Statement
from twosource.text.terms import Term

_BESIDE = 2  # content words on each side of a name: its verb and its noun stand there
_SAME_WORDS = 0.85  # sentences this alike that are both active, or both passive, have their names in one order
_PASSIVE = re.compile(r"\b(?:is|are|was|were|be|been|being) (?:\w+ly )?\w+(?:ed|en|ne|wn|ght|ck|de|ld|t) by\b")
_MOST_NAMES = 8  # a list of more names has no places to exchange

Places = dict[frozenset[str], frozenset[str]]
"""A name, and the content words beside it."""


def are_names_exchanged(own: Statement, other: Statement) -> bool:
    """Whether, of two names that both sentences have, each stands among the words that are the other's.

    Policy: a passive moves a name and takes its words along ("Orre struck Talvik", "Talvik was struck by Orre"), so
    only the words right beside the names are compared; and both names must be at home in the other's place. Of
    sentences that share nearly all words, and are both active or both passive, the order of the names is enough.
    """
    names = list(dict.fromkeys(name_words(s) for s in other.slots if isinstance(s.value, Named)))[:_MOST_NAMES]
    ours, theirs = _places(own, names), _places(other, names)
    both = [name for name in names if name in ours and name in theirs]
    pairs = [(a, b) for a, b in combinations(both, 2) if not a & b]
    if any(_is_exchange(ours, theirs, a, b) for a, b in pairs):
        return True
    return _are_alike(own, other) and _order_of_names(own, other) != _order_of_names(other, own)


def _are_alike(own: Statement, other: Statement) -> bool:
    ours, theirs = ({t.group for t in find_content(s.span.quote)} for s in (own, other))
    passives = [_PASSIVE.search(s.span.quote) is not None for s in (own, other)]
    return passives[0] is passives[1] and len(ours & theirs) >= _SAME_WORDS * max(len(ours), len(theirs))


def _order_of_names(statement: Statement, other: Statement) -> list[str]:
    """The words that both have and either writes with a capital inside the sentence, in order, each once."""
    capital = _capitals(statement) | _capitals(other)
    both = {t.group for t in find_content(other.span.quote)}
    content = find_content(statement.span.quote)
    return list(dict.fromkeys(t.group for t in content if t.group in capital and t.group in both))


def _capitals(statement: Statement) -> set[str]:
    words = statement.span.quote
    return {t.group for t in find_content(words)[1:] if words[t.start].isupper()}


def _is_exchange(ours: Places, theirs: Places, a: frozenset[str], b: frozenset[str]) -> bool:
    at_home = len(ours[a] & theirs[a] - b) + len(ours[b] & theirs[b] - a)
    moved_a, moved_b = len(ours[a] & theirs[b] - a - b), len(ours[b] & theirs[a] - a - b)
    return moved_a > 0 and moved_b > 0 and moved_a + moved_b > at_home


def _places(statement: Statement, names: Sequence[frozenset[str]]) -> Places:
    """The content words around each name, at its first mention; every word of a name may stand for it."""
    content = find_content(statement.span.quote)
    found: Places = {}
    for name in names:
        at = [i for i, term in enumerate(content) if term.group in name]
        if at:
            found[name] = _around(content, at[0], _end_of(content, at, name), name)
    return found


def _end_of(content: Sequence[Term], at: Sequence[int], name: frozenset[str]) -> int:
    """The place of the last word of the first mention."""
    last = at[0]
    while last + 1 < len(content) and content[last + 1].group in name:
        last += 1
    return last


def _around(content: Sequence[Term], first: int, last: int, name: frozenset[str]) -> frozenset[str]:
    beside = (*content[max(0, first - _BESIDE) : first], *content[last + 1 : last + 1 + _BESIDE])
    return frozenset(t.group for t in beside) - name
