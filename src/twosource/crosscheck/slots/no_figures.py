"""Values that state nothing to agree on: ways of speaking, names with a day or a year in them, one of two choices."""

from __future__ import annotations

import re

from twosource.crosscheck.slots.slot_use import SlotUse
from twosource.model import Quantity, When
from twosource.text.number_words import NUMBER_WORDS

_VAGUE = re.compile(r"\b(?:dozens|scores|hundreds|thousands|millions|billions)\b", re.IGNORECASE)
_IDLE_RANKS = frozenset(
    {"step", "reported", "thing", "thought", "guess", "nature", "chance", "look", "impression", "half", "term"}
)
"""Of which "first" and "second" count none: "a first step", "a second term", "the first half"."""
_RANK_OF_WORTH = re.compile(r"\w+[\s-](?:rate|hand|class|guess\w*)\b", re.IGNORECASE)  # "a third rate book"
_COUNTLESS = re.compile(
    r"(?:a|one) (?:\w+ )?(?:hundred|thousand|million|billion) (?:\w+ ){0,2}"
    r"(?:ways?|times|reasons?|things?|questions?|words)$",
    re.IGNORECASE,
)
_ONE_OF_ALL = re.compile(r"[^.;,]{0,30}?\b(?:too many|or (?:the other|another)|after another)\b")
_ONE_STEP = re.compile(r"one (?:step|thing|way|too many)\b", re.IGNORECASE)
_EVEN = re.compile(r"\b(?:even|number|no\.?) $", re.IGNORECASE)  # "even one life", "my number one duty"
_RANKED = re.compile(r"\b(?:[Tt]op|G|Group of) $")  # "the top 10 finishes", "all G 20 leaders"
_ALL = 100.0
_SHARE_OF = re.compile(r"\b(?:of|to|by|at|from|the|a) (?:nearly |about |almost )?$", re.IGNORECASE)
_NUMBER = rf"(?:\d[\d.,]*|{'|'.join(sorted(NUMBER_WORDS))})"
_NUMBER_BEFORE = re.compile(rf"\b{_NUMBER} or $", re.IGNORECASE)
_MONTH = r"(?:January|February|March|April|May|June|July|August|September|October|November|December)"
_DAY = rf"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|{_MONTH}|\d{{4}})"
_CHOICE_BEFORE = re.compile(rf"\b{_DAY},? or (?:on |in |the )?$")
_CHOICE_BEHIND = re.compile(rf"(?:, {_DAY})?,? or (?:on |in |the )?{_DAY}\b|(?:, {_DAY})?,? (?:or )?whatever\b")
_COMPARES = re.compile(r"\b(?:earlier|later)$", re.IGNORECASE)
_NEGATED = re.compile(r"\bnot (?:in |on )?$", re.IGNORECASE)  # "removed in August, not July"
_AS_ONE_IS = re.compile(r"\b(?:I|you|he|she|we|they) (?:am|are|is) $")  # "the man he is today"
_FISCAL = re.compile(r"\bfiscal\b", re.IGNORECASE)  # whose years begin when each country likes
_THAN = re.compile(r" than\b")
_HOLIDAY = re.compile(rf"(?!{_MONTH}|\w+day\b)[A-Z][a-z]+$")  # "put a mask on for Halloween"
_FOR = re.compile(r"\b(?:for|about) $")
_NAMED = re.compile(r"(?<=\S )(?P<name>[A-Z]\w+) $")  # no word that begins the sentence
_NUMBER_OF_A_NAME = re.compile(r"(?:One|Two|Three)\b")  # "Air Force One", "Formula One"
_SHOW = re.compile(r"[\"”']? [Ss]how\b")
_NIGHT_OF_A_NAME = re.compile(r"\w+day (?:Night|Morning)$")  # "the Saturday Night Massacre"
_CAPITAL = re.compile(r"['’]?s? [A-Z]")
_DAY_OF_A_NAME = re.compile(r"\b(?:Patch|Giving|Cyber|Taco|Casual|Meatless) $")
_AT_MIDNIGHT = re.compile(
    r"\b(?:at|by|after|before|until|till|past|around|about|near|from|to|of|since|every|this|that|between|and|shortly) $"
)
_OF_THE_CLOCK = re.compile(r" (?:deadline|hour|on|local|GMT|UTC|[A-Z]{1,3}T|tonight|tomorrow|\w+day)\b|[.,;:)]|$")
_COMPARED = re.compile(r"\b(?:compar\w+|versus|against|from|than|down|up)\b[^.;]{0,80}$", re.IGNORECASE)
_OF_COMPARISON = re.compile(
    r"(?:(?:a|one|the) year (?:earlier|ago|before)|year-(?:earlier|ago)"
    r"|the (?:previous|prior|year-ago) (?:quarter|year|month))",
    re.IGNORECASE,
)
_LINK = re.compile(r"[a-z]{2}(?=[A-Z][\w’']* )")  # "Warren" runs into "GOP" of "Elizabeth WarrenGOP senators balk"
_LINK_ENDS = re.compile(r"[^.]{0,300}?\bMORE\b")
_LINK_CHARS = 300


def tells_nothing(use: SlotUse) -> bool:
    """Whether no two reports can agree on a value, for its words state no figure and no date.

    Policy: a number that is a way of speaking ("100 percent honest", "a million ways", "zero support", "a first step")
    is no count; one of two choices ("Wednesday or Thursday") is not said to be so; a day or a year in a name ("Russia
    Today", "Person of the Year") dates nothing; and headlines of other articles that a page strings between two names
    belong to other stories.
    """
    before, after = use.before, use.behind
    if _LINK_ENDS.match(after) is not None and _LINK.search(before[-_LINK_CHARS:]) is not None:
        return True
    if _NEGATED.search(before):
        return True
    if isinstance(use.slot.value, Quantity):
        return _is_spoken(use.slot.value, use.slot.span.quote, before, after)
    return isinstance(use.slot.value, When) and _dates_nothing(use.slot.span.quote, before, after)


def are_in_one_name(left: SlotUse, right: SlotUse) -> bool:
    """Whether both numbers stand right behind the same capital word: "Falcon 9 rockets", "Chapter 11 cases"."""
    values = [use.slot.value for use in (left, right)]
    if not all(isinstance(value, Quantity) and value.unit is None and not value.ordinal for value in values):
        return False
    found = [_NAMED.search(use.before) for use in (left, right)]
    return found[0] is not None and found[1] is not None and found[0]["name"] == found[1]["name"]


def _is_spoken(value: Quantity, words: str, before: str, after: str) -> bool:
    """Whether a number counts and measures nothing.

    >>> from twosource.model import Bound
    >>> whole = Quantity(low=100, high=100, bound=Bound.EXACT, unit="percent")
    >>> _is_spoken(whole, "100%", "You must be ", " honest"), _is_spoken(whole, "100%", "With ", " of precincts")
    (True, False)
    """
    if _VAGUE.search(words) or _COUNTLESS.match(words) or _NUMBER_BEFORE.search(before):
        return True
    if value.ordinal:
        return value.noun in _IDLE_RANKS or _RANK_OF_WORTH.match(words) is not None
    if value.unit is None:
        if _NAMED.search(before) and _NUMBER_OF_A_NAME.match(words):
            return True
        if _RANKED.search(before):
            return True
        spoken = _EVEN.search(before) or _ONE_OF_ALL.match(after) or _ONE_STEP.match(words)
        one = value.low == 1 and spoken is not None
        return one or value.noun == "thing" or value.low == value.high == 0
    whole = value.unit == "percent" and value.low == value.high == _ALL
    return whole and not (" of" in words or after.startswith(" of ") or _SHARE_OF.search(before))


def _dates_nothing(words: str, before: str, after: str) -> bool:
    """Whether a time is one of two choices, what a figure is compared with, a holiday, a shade, or part of a name.

    >>> _dates_nothing("June", "It's now ", ", July, or whatever"), _dates_nothing("June", "It opened in ", ".")
    (True, False)
    """
    if _CHOICE_BEFORE.search(before) or _CHOICE_BEHIND.match(after):
        return True
    if _FISCAL.search(words) or (words == "today" and _AS_ONE_IS.search(before)):
        return True
    if _COMPARES.search(words) and _THAN.match(after):
        return True
    if _OF_COMPARISON.match(words) and _COMPARED.search(before):
        return True
    shade = words.lower() == "midnight" and not (_AT_MIDNIGHT.search(before) or _OF_THE_CLOCK.match(after))
    if shade or (_FOR.search(before) and _HOLIDAY.match(words)):
        return True
    return _is_named(words, before, after)


def _is_named(words: str, before: str, after: str) -> bool:
    """Whether a day is that of a show, a firm or a prize.

    >>> _is_named("Today", "who went on Russia ", ","), _is_named("Today", "", ", prices fell")
    (True, False)
    """
    if words in {"the Year", "TODAY"} or _DAY_OF_A_NAME.search(before):
        return True
    if _NIGHT_OF_A_NAME.match(words) and _CAPITAL.match(after):
        return True
    return words == "Today" and (_NAMED.search(before) is not None or _SHOW.match(after) is not None)
