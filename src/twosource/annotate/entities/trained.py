"""Names by the news model, with what lists and rules know of them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence

from twosource.annotate.entities.find import find_names
from twosource.annotate.entities.gazetteer import load_gazetteer, load_words
from twosource.annotate.entities.protocol import Name, NameFinder
from twosource.annotate.entities.tokens import Tokens
from twosource.annotate.news_model import FoundName, ModelReading
from twosource.model import EntityKind

_SMALL = frozenset({"of", "the", "and", "in", "for", "to", "at"})  # end no name
_THREE = frozenset({EntityKind.PERSON, EntityKind.ORGANISATION, EntityKind.PLACE})


class TrainedNames:
    """Finds names with the model; the finder to pass to `annotate_entities`.

    Persons, organisations and places are the model's, persons without the titles before them. A name that a list knows
    and that holds one of the model's is taken whole, as its list says. What the model leaves free is filled by rules
    where they are sure of a people, an event or a body named by a common noun ("Russian", "the foreign ministry"),
    which no set teaches.
    """

    def __init__(self, read: Callable[[str], ModelReading], *, rules: NameFinder = find_names) -> None:
        self._read = read
        self._rules = rules

    def __call__(self, tokens: Tokens, /) -> list[Name]:
        """The names among `tokens`, in order, not overlapping."""
        by_rule = self._rules(tokens)
        known = {(name.first, name.after): name for name in by_rule}
        read = (_name_of(tokens, found, known) for found in self._read(tokens.text).names)
        found = _without_parts([name for name in read if name is not None], by_rule)
        bodies = [name for name in by_rule if _is_body(tokens, name)]
        others = [name for name in by_rule if name.kind not in _THREE]
        sure = [name for name in found if name.kind in {EntityKind.PERSON, EntityKind.ORGANISATION}]
        return sorted(_first_come([*sure, *bodies, *found, *others]))


def _is_body(tokens: Tokens, name: Name) -> bool:
    """Whether a name ends in the common noun of a body: "Chinese foreign ministry"."""
    last = tokens.forms[name.after - 1].lower()
    return name.kind is EntityKind.ORGANISATION and last in load_words().common_bodies | {"ministry", "department"}


def _first_come(names: Sequence[Name]) -> list[Name]:
    """The names that no earlier one of the row overlaps."""
    taken: set[int] = set()
    kept = []
    for name in names:
        if taken.isdisjoint(_tokens(name)):
            taken.update(_tokens(name))
            kept.append(name)
    return kept


def _name_of(tokens: Tokens, found: FoundName, known: dict[tuple[int, int], Name]) -> Name | None:
    """A name in tokens; None for one that cuts no token out of the text. What lists are sure of is theirs."""
    start, end = found.place
    first, after = bisect_right(tokens.ends, start), bisect_left(tokens.starts, end)
    while after > first and tokens.forms[after - 1].islower() and tokens.forms[after - 1] in _SMALL:
        after -= 1
    if found.kind is EntityKind.PERSON:
        first = _behind_titles(tokens, first, after)
    if first >= after:
        return None
    rule = known.get((first, after))
    if rule is not None and rule.kind is EntityKind.OTHER and rule.canonical is not None:
        return rule
    listed = load_gazetteer().names.get(tokens.text[tokens.starts[first] : tokens.ends[after - 1]])
    if listed is not None and listed.kind is EntityKind.ORGANISATION:
        return Name(first, after, listed.kind, listed.canonical, sure=True)
    canonical = rule.canonical if rule is not None and rule.kind is found.kind else None
    if canonical is None:
        canonical = listed.canonical if listed is not None and listed.kind is found.kind else None
    return Name(first, after, found.kind, canonical, sure=True)


def _behind_titles(tokens: Tokens, first: int, after: int) -> int:
    words = load_words()
    while first < after - 1 and tokens.forms[first].lower().rstrip(".") in words.titles | words.role_heads:
        first += 1
    return first


def _without_parts(names: Sequence[Name], by_rule: Sequence[Name]) -> list[Name]:
    """The names, with those that are a part of one longer name of the lists replaced by it ("York Times")."""
    longer = {at: rule for rule in by_rule if rule.canonical and rule.after - rule.first > 1 for at in _tokens(rule)}
    found: dict[tuple[int, int], Name] = {}
    for name in names:
        rule = longer.get(name.first)
        whole = rule if rule is not None and rule.first <= name.first and name.after <= rule.after else name
        found.setdefault((whole.first, whole.after), whole)
    return list(found.values())


def _tokens(name: Name) -> range:
    return range(name.first, name.after)
