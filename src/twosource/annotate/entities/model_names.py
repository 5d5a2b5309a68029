"""What the news model takes for a name, made one: without titles, verbs, addresses and what else it took along."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from itertools import pairwise

from twosource.annotate.entities.gazetteer import load_gazetteer, load_words
from twosource.annotate.entities.protocol import SUFFIXES, Name, unsure
from twosource.annotate.entities.tokens import POSSESSIVES, Tokens
from twosource.annotate.news_model import FoundName
from twosource.model import EntityKind, Extent
from twosource.text.months import MONTHS

_SMALL = frozenset({"of", "the", "and", "in", "for", "to", "at"})  # neither open a name nor end one
_OPENERS = frozenset("Both Neither Either Unlike While Whereas Although Though Because Whether".split())  # of sentences
_PRONOUNS = frozenset({"he", "she", "it", "they", "we", "you"})  # "he added" is no name
_SIGNS = frozenset("#-–—*•|.")
_ADDRESS = re.compile(r"[\w.+-]{1,64}@\w[\w-]*(?:\.\w+)+")


def names_of(tokens: Tokens, found: FoundName) -> Iterator[Name]:
    """A name of the model in tokens: none where it holds no whole token or a title alone; each of joined persons."""
    start, end = _without_address(tokens.text, found.place)
    first, after = _trimmed(tokens, bisect_right(tokens.ends, start), bisect_left(tokens.starts, end))
    after = _before_month(tokens, first, after)
    parts = [(first, after)]
    if found.kind is EntityKind.PERSON:
        parts = [_without_titles(tokens, *_person_in(tokens, *part)) for part in _parted(tokens, first, after)]
    for begin, stop in parts:
        if begin < stop and tokens.forms[begin] not in _PRONOUNS:
            yield unsure(begin, stop, found.kind)


@lru_cache(maxsize=2)  # asked for each name of one text
def _addresses(text: str) -> tuple[Extent, ...]:
    """The mail addresses of a text."""
    return tuple(match.span() for match in _ADDRESS.finditer(text))


def _without_address(text: str, place: Extent) -> Extent:
    """A range up to the mail address that it runs into; empty where it lies in one."""
    found = _addresses(text)
    at = bisect_right(found, (place[0], len(text))) - 1
    if at >= 0 and found[at][1] > place[0]:
        return place[0], place[0]
    return (place[0], min(place[1], found[at + 1][0])) if at + 1 < len(found) else place


def _trimmed(tokens: Tokens, first: int, after: int) -> tuple[int, int]:
    """A range of tokens without small words and marks at its ends."""
    while after > first and (tokens.forms[after - 1] in _SMALL or (after > first + 1 and _is_verb(tokens, after - 1))):
        after -= 1
    while first < after and (tokens.forms[first] in _SMALL or tokens.forms[first] in _SIGNS):
        first += 1
    while after > first and not tokens.forms[after - 1][-1].isalnum() and not tokens.forms[after - 1].endswith("."):
        after -= 1
    return first, after


def _is_verb(tokens: Tokens, place: int) -> bool:
    """Whether the verb of a headline stands here, which has a capital as all its words have: "North Korea Says"."""
    return tokens.forms[place].istitle() and tokens.forms[place].lower() in load_words().headline_verbs


def _parted(tokens: Tokens, first: int, after: int) -> Iterator[tuple[int, int]]:
    """The persons that "and" joins, each without the body he is of: "Doe of the Reed Institute and President Roe"."""
    joints = [at for at in range(first + 1, after - 1) if tokens.forms[at] == "and"]
    for begin, stop in pairwise([first - 1, *joints, after]):
        ofs = (at for at in range(begin + 2, stop - 1) if tokens.forms[at] == "of" and _opens_body(tokens, begin, at))
        yield begin + 1, next(ofs, stop)


def _opens_body(tokens: Tokens, begin: int, of: int) -> bool:
    """Whether a body or a place follows "of": "Ann Roe of Acme Steel", no "Anne of Orrin"."""
    return tokens.forms[of + 1] == "the" or of - begin - 1 >= _FULL_NAME


_FULL_NAME = 2


def _without_titles(tokens: Tokens, first: int, after: int) -> tuple[int, int]:
    """A person without the role in front, whatever words it has: "Fire Chief Ann Reed", "NATO Secretary General Roe".

    A role that ends the name, or stands behind a given name, is a surname ("Larry King"), but where another given name
    follows it ("Franklin Mayor Joe Roe"); a role alone, with what it is for ("Ambassador to the United Nations"), is no
    name.
    """
    names = load_gazetteer().first_names
    called = [at for at in range(first + 1, after - 2) if _is_title(tokens, at) and tokens.forms[at + 1] in names]
    first = called[-1] + 1 if called else first
    given = next((at for at in range(first, after) if tokens.forms[at] in names), after)
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

    "Reed wrote" is Reed, "Both Reed" too; "Doe’s sister Ann Reed wrote" is Ann Reed, and al-Sharaa is a name. What
    has no capital, and an address, is left as it is.
    """
    capital = [place for place in range(first, after) if any(map(str.isupper, tokens.forms[place]))]
    if not capital or "@" in tokens.forms[first:after]:
        return first, after
    after = _before_aside(tokens, first, after)
    capital = [place for place in capital if place < after]
    after = before_glue(tokens, first, capital[-1] + 1)
    while first < after - 1 and tokens.forms[first] in _OPENERS:
        first += 1
    kin = [at for at in range(first + 1, after - 1) if tokens.forms[at] in POSSESSIVES and _is_common(tokens, at + 1)]
    return (min(at for at in capital if at > kin[-1]) if kin else first), after


def _before_aside(tokens: Tokens, first: int, after: int) -> int:
    """Where a name ends before a bracket or a comma, but for "Jr.": "Rick Roe (R", "Ann Roe, R-Ore."."""
    marks = (at for at in range(first + 1, after) if tokens.forms[at] in {"(", ","})
    return next((at for at in marks if at + 1 == after or tokens.forms[at + 1] not in SUFFIXES), after)


def before_glue(tokens: Tokens, first: int, after: int) -> int:
    """Where a name ends that the page told again and glued to a headline: "Ann Reed Ann Mary ReedMiners win"."""
    for at in range(first + 1, after):
        glued = _GLUED.match(tokens.forms[at])
        if glued and glued[0] in tokens.forms[first:at]:
            return first + tokens.forms[first:at].index(glued[0]) + 1
    return after


def _before_month(tokens: Tokens, first: int, after: int) -> int:
    """Where a name ends before a day that it took along: "White House on October"."""
    is_dated = after - first > _DATE_WORDS and tokens.forms[after - 2] in {"on", "in"}
    return after - _DATE_WORDS if is_dated and tokens.forms[after - 1].lower() in MONTHS else after


_DATE_WORDS = 2
_GLUED = re.compile(r"\w+[a-z](?=[A-Z])")


def _is_common(tokens: Tokens, place: int) -> bool:
    return tokens.forms[place].islower()


def _is_title(tokens: Tokens, place: int) -> bool:
    words = load_words()
    return tokens.forms[place].lower().rstrip(".") in words.titles | words.role_heads


def with_given_name(tokens: Tokens, name: Name, others: Sequence[Name]) -> Name:
    """A person with the capitalised word before him, where the model left it out: "the mate Ole [Roe] said".

    It must stand behind a word in lower case, so that no title in capitals and no opening of a sentence is taken in, or
    be a given name or initials; what lists know as something else is left.
    """
    at = name.first - 1
    if name.kind is not EntityKind.PERSON or name.after - name.first > 1 or at < 0 or not tokens.glued(at):
        return name
    form, gazetteer = tokens.forms[at], load_gazetteer()
    given = form in gazetteer.first_names or _INITIALS.fullmatch(form) is not None
    inside = at > 0 and tokens.glued(at - 1) and tokens.forms[at - 1].islower() and form.istitle() and form.isalpha()
    known = form in gazetteer.names or form in gazetteer.nations or form.lower().rstrip(".") in _idle_words()
    taken = any(other.first <= at < other.after for other in others)
    return name._replace(first=at) if (given or inside) and not known and not taken else name


_INITIALS = re.compile(r"(?:[A-Z]\.){1,3}")


@cache
def _idle_words() -> frozenset[str]:
    words = load_words()
    return words.titles | words.role_heads | words.role_modifiers | words.calendar | words.common_openers
