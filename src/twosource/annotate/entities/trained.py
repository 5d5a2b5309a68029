"""Names by the news model, with what lists and rules know of them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable

from twosource.annotate.entities.find import find_names
from twosource.annotate.entities.gazetteer import load_gazetteer
from twosource.annotate.entities.protocol import Name, NameFinder
from twosource.annotate.entities.tokens import Tokens
from twosource.annotate.news_model import FoundName, ModelReading
from twosource.model import EntityKind

_THREE = frozenset({EntityKind.PERSON, EntityKind.ORGANISATION, EntityKind.PLACE})


class TrainedNames:
    """Finds names with the model; the finder to pass to `annotate_entities`.

    Persons, organisations and places are the model's. What it leaves free is filled by rules where they are sure of a
    people, an event or a body named by a common noun ("Russian", "the foreign ministry"), which no set teaches.
    """

    def __init__(self, read: Callable[[str], ModelReading], *, rules: NameFinder = find_names) -> None:
        self._read = read
        self._rules = rules

    def __call__(self, tokens: Tokens, /) -> list[Name]:
        """The names among `tokens`, in order, not overlapping."""
        by_rule = self._rules(tokens)
        known = {(name.first, name.after): name for name in by_rule}
        found = [n for n in (_name_of(tokens, f, known) for f in self._read(tokens.text).names) if n is not None]
        taken = {at for name in found for at in range(name.first, name.after)}
        more = [name for name in by_rule if name.kind not in _THREE and taken.isdisjoint(range(name.first, name.after))]
        return sorted([*found, *more])


def _name_of(tokens: Tokens, found: FoundName, known: dict[tuple[int, int], Name]) -> Name | None:
    """A name in tokens; None for one that cuts no token out of the text."""
    start, end = found.place
    first, after = bisect_right(tokens.ends, start), bisect_left(tokens.starts, end)
    if first >= after:
        return None
    rule = known.get((first, after))
    canonical = rule.canonical if rule is not None and rule.kind is found.kind else None
    if canonical is None:
        listed = load_gazetteer().names.get(tokens.text[tokens.starts[first] : tokens.ends[after - 1]])
        canonical = listed.canonical if listed is not None and listed.kind is found.kind else None
    return Name(first, after, found.kind, canonical, sure=True)
