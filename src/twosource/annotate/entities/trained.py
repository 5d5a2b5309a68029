"""Names by the news model, with what lists and rules are sure of."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise

from twosource.annotate.entities.find import find_names
from twosource.annotate.entities.gazetteer import load_gazetteer, load_words
from twosource.annotate.entities.protocol import SUFFIXES, Name, NameFinder, unsure
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
        found = [name for read in self._read(tokens.text).names for name in _names_of(tokens, read)]
        longer = [name for name in found if any(_is_part(rule, name) for rule in by_rule)]
        return sorted(_first_come([*longer, *by_rule, *found]))


def _names_of(tokens: Tokens, found: FoundName) -> Iterator[Name]:
    """A name of the model in tokens: none where it holds no whole token or a title alone; each of joined persons."""
    start, end = found.place
    first, after = _trimmed(tokens, bisect_right(tokens.ends, start), bisect_left(tokens.starts, end))
    if found.kind is not EntityKind.PERSON:
        if first < after:
            yield unsure(first, after, found.kind)
        return
    for part in _parted(tokens, first, after):
        begin, stop = _without_titles(tokens, *_person_in(tokens, *part))
        if begin < stop:
            yield unsure(begin, stop, found.kind)


def _trimmed(tokens: Tokens, first: int, after: int) -> tuple[int, int]:
    """A range of tokens without small words and marks at its ends."""
    while after > first and tokens.forms[after - 1] in _SMALL:
        after -= 1
    while first < after and tokens.forms[first] in _SMALL:
        first += 1
    while after > first and not tokens.forms[after - 1][-1].isalnum() and not tokens.forms[after - 1].endswith("."):
        after -= 1
    return first, after


def _parted(tokens: Tokens, first: int, after: int) -> Iterator[tuple[int, int]]:
    """The persons that "and" joins, each without the body he is of: "Doe of the Reed Institute and President Roe"."""
    joints = [at for at in range(first + 1, after - 1) if tokens.forms[at] == "and"]
    for begin, stop in pairwise([first - 1, *joints, after]):
        ofs = (at for at in range(begin + 2, stop - 1) if tokens.forms[at : at + 2] == ["of", "the"])
        yield begin + 1, next(ofs, stop)


def _without_titles(tokens: Tokens, first: int, after: int) -> tuple[int, int]:
    """A person without the role in front, whatever words it has: "Fire Chief Ann Reed", "NATO Secretary General Roe".

    A role that ends the name, or stands behind a given name, is a surname ("Larry King"); a role alone, with what it
    is for ("Ambassador to the United Nations"), is no name.
    """
    given = next((at for at in range(first, after) if tokens.forms[at] in load_gazetteer().first_names), after)
    limit = min(given, after - 1)
    heads = [at for at in range(first, limit) if _is_title(tokens, at) and tokens.forms[at + 1] not in SUFFIXES]
    if heads:
        first = _behind_field(tokens, heads[-1] + 1, after)
    is_role = first < after and (tokens.forms[first] in _SMALL or (_is_title(tokens, after - 1) and given >= after - 1))
    return (first, first) if is_role else (first, after)


def _behind_field(tokens: Tokens, first: int, after: int) -> int:
    """Where the name begins behind the field of an office: "of State Rex Roe", "of Foreign Affairs Ann Reed"."""
    return max(first + 2, after - 2) if first < after and tokens.forms[first] == "of" else first


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
