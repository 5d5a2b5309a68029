"""Names by the news model, with what lists and rules are sure of."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence

from twosource.annotate.entities.find import find_names
from twosource.annotate.entities.gazetteer import load_words
from twosource.annotate.entities.protocol import Name, NameFinder, unsure
from twosource.annotate.entities.tokens import POSSESSIVES, Tokens
from twosource.annotate.news_model import FoundName, ModelReading
from twosource.model import EntityKind

_SMALL = frozenset({"of", "the", "and", "in", "for", "to", "at"})  # neither open a name nor end one


class TrainedNames:
    """Finds names with the model; the finder to pass to `annotate_entities`.

    What lists know and rules are sure of is theirs, where the model found no longer name: countries, peoples, bodies
    named by a common noun ("the foreign ministry"), persons by given name or title. All other names are the model's:
    without titles, and open to correction by a fuller form elsewhere in the article, as is every name that only its
    context types.
    """

    def __init__(self, read: Callable[[str], ModelReading], *, rules: NameFinder = find_names) -> None:
        self._read = read
        self._rules = rules

    def __call__(self, tokens: Tokens, /) -> list[Name]:
        """The names among `tokens`, in order, not overlapping."""
        by_rule = [name for name in self._rules(tokens) if name.sure]
        read = (_name_of(tokens, found) for found in self._read(tokens.text).names)
        found = [name for name in read if name is not None]
        longer = [name for name in found if any(_is_part(rule, name) for rule in by_rule)]
        return sorted(_first_come([*longer, *by_rule, *found]))


def _name_of(tokens: Tokens, found: FoundName) -> Name | None:
    """A name of the model in tokens; None for one that holds no whole token, or is a title and nothing else."""
    start, end = found.place
    first, after = bisect_right(tokens.ends, start), bisect_left(tokens.starts, end)
    while after > first and tokens.forms[after - 1] in _SMALL:
        after -= 1
    while first < after and tokens.forms[first] in _SMALL:
        first += 1
    while after > first and not tokens.forms[after - 1][-1].isalnum() and not tokens.forms[after - 1].endswith("."):
        after -= 1
    if found.kind is EntityKind.PERSON:
        first, after = _person_in(tokens, first, after)
        while first < after and _is_title(tokens, first):
            first += 1
        after = first if first < after and _is_title(tokens, after - 1) else after
    return unsure(first, after, found.kind) if first < after else None


def _person_in(tokens: Tokens, first: int, after: int) -> tuple[int, int]:
    """The name itself in what the model took for one: without the verb behind it, and what kin the person is of others.

    "Reed wrote" is Reed, "Doe’s sister Ann Reed wrote" is Ann Reed, and al-Sharaa is a name. What has no capital, and
    an address, is left as it is.
    """
    capital = [place for place in range(first, after) if any(map(str.isupper, tokens.forms[place]))]
    if not capital or "@" in tokens.forms[first:after]:
        return first, after
    after = capital[-1] + 1
    kin = [at for at in range(first + 1, after - 1) if tokens.forms[at] in POSSESSIVES and _is_common(tokens, at + 1)]
    return (min(at for at in capital if at > kin[-1]) if kin else first), after


def _is_common(tokens: Tokens, place: int) -> bool:
    return tokens.forms[place].islower()


def _is_title(tokens: Tokens, place: int) -> bool:
    words = load_words()
    return tokens.forms[place].lower().rstrip(".") in words.titles | words.role_heads


def _is_part(name: Name, other: Name) -> bool:
    """Whether a name is a part of a longer other one."""
    return other.first <= name.first and name.after <= other.after and len(_tokens(name)) < len(_tokens(other))


def _first_come(names: Sequence[Name]) -> list[Name]:
    """The names that no earlier one of the row overlaps."""
    taken: set[int] = set()
    kept = []
    for name in names:
        if taken.isdisjoint(_tokens(name)):
            taken.update(_tokens(name))
            kept.append(name)
    return kept


def _tokens(name: Name) -> range:
    return range(name.first, name.after)
