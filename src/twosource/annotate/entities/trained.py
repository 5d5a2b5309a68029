"""Names by the news model, with what lists and rules are sure of."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from twosource.annotate.entities.find import find_names
from twosource.annotate.entities.joined import joined
from twosource.annotate.entities.model_names import before_glue, names_of, with_given_name
from twosource.annotate.entities.protocol import Name, NameFinder
from twosource.annotate.entities.tokens import Tokens
from twosource.annotate.news_model import ModelReading
from twosource.model import EntityKind


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
        read = [name for place in self._read(tokens.text).names for name in names_of(tokens, place)]
        found = [with_given_name(tokens, name, read) for name in read]
        namesakes = _namesakes(tokens, found)
        by_rule = [name for name in self._rules(tokens) if name.sure and (name.first, name.after) not in namesakes]
        by_rule = [name for name in by_rule if before_glue(tokens, name.first, name.after) == name.after]
        longer = [name for name in found if any(_is_part(rule, name) for rule in by_rule)]
        return joined(tokens, sorted(_first_come([*longer, *by_rule, *found])))


def _namesakes(tokens: Tokens, found: Sequence[Name]) -> frozenset[tuple[int, int]]:
    """The single words that are persons to the model and the surname of somebody named in full, whatever lists know.

    "John Jackson left. Jackson said so" names no town.
    """
    people = [name for name in found if name.kind is EntityKind.PERSON]
    surnames = {tokens.forms[name.after - 1] for name in people if len(_tokens(name)) > 1}
    return frozenset(
        (name.first, name.after) for name in people if len(_tokens(name)) == 1 and tokens.forms[name.first] in surnames
    )


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
