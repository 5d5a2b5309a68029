"""What is counted: the head noun after a number, and the words that narrow it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from twosource.annotate.entities.quantities.numerals import load_lexicon
from twosource.annotate.entities.tokens import POSSESSIVES

_MAX_PHRASE_TOKENS = 5
_MAX_SCOPE_TOKENS = 12
_AUXILIARY = frozenset("is are was were be been has have had will would can could may might must do does did".split())
_SCOPE_STOPS = frozenset('.,;:!?()"“”–—[]') | _AUXILIARY | {"and", "but", "who", "which", "that", "said", "while"}
_SCOPE_RESTARTS = frozenset({"since", "after", "before", "including", "excluding"})
_LISTING = frozenset({"including", "excluding"})
_PER = frozenset({"day", "week", "month", "year", "hour", "night", "head"})
_OBJECT_OPENERS = frozenset({"the", "a", "an", "his", "her", "its", "their"})
_HANGING = frozenset("of in on at by for from with to the a an or than as into".split())


class Counted(NamedTuple):
    """The head noun of a quantity, the token after it, and its premodifiers."""

    noun: str | None
    after: int
    modifiers: tuple[str, ...] = ()


def singular(word: str) -> str:
    """The singular of a noun, lower case.

    >>> [singular(w) for w in ("countries", "people", "leaders", "crosses", "houses", "series")]
    ['country', 'person', 'leader', 'cross', 'house', 'series']
    """
    low = word.lower()
    plurals = load_lexicon().plurals
    if low in plurals:
        return plurals[low]
    if low.endswith("ies") and len(low) > 4:
        return low[:-3] + "y"
    if low.endswith(("sses", "ches", "shes", "xes", "zzes")):
        return low[:-2]
    return low[:-1] if low.endswith("s") and not low.endswith(("ss", "us", "is")) else low


def is_plural(word: str) -> bool:
    """Whether a word looks like a plural noun."""
    return word in load_lexicon().plurals or (
        word.endswith("s") and not word.endswith(("ss", "us", "is")) and len(word) > 3
    )


def find_counted(forms: Sequence[str], raws: Sequence[str], start: int, *, plural: bool | None) -> Counted:
    """The noun that follows a number.

    Where a plural is due the first plural word, or nothing; where a singular is due the last word of the phrase; where
    either may stand (None: "5 kg of bananas") the first plural word, else the last.

    >>> forms = ["400,000", "uk", "consumers", "were", "hit"]
    >>> find_counted(forms, forms, 1, plural=True)
    Counted(noun='consumer', after=3, modifiers=('uk',))
    """
    end = _phrase_end(forms, start)
    head = next((at + 1 for at in range(start, end) if plural is not False and _is_counted(forms, at)), None)
    if head is None:
        if plural or end == start:
            return _without_plural(forms, start, end)
        head = _singular_head(forms, start, end)
    return Counted(singular(raws[head - 1]), head, tuple(forms[start : head - 1]))


def _phrase_end(forms: Sequence[str], start: int) -> int:
    stops, end = load_lexicon().stops, start
    while end < len(forms) and end - start < _MAX_PHRASE_TOKENS and _in_phrase(forms[end], stops):
        end += 1
    return end


def _is_counted(forms: Sequence[str], at: int) -> bool:
    """A plural noun that owns nothing: "members", not "members' votes"."""
    return is_plural(forms[at]) and not (at + 1 < len(forms) and forms[at + 1] in POSSESSIVES)


def _in_phrase(form: str, stops: frozenset[str]) -> bool:
    return (form[0].isalpha() or form in POSSESSIVES) and form not in stops


def _without_plural(forms: Sequence[str], start: int, end: int) -> Counted:
    """No plural in the phrase: a compound that carries the number ("2 million strong") is not a count of anything."""
    alone = end - start == 1 and (end >= len(forms) or not forms[end][0].isalnum())
    return Counted(singular(forms[start]), start + 1) if alone else Counted(None, start)


def _singular_head(forms: Sequence[str], start: int, end: int) -> int:
    """The end of a singular noun phrase: before a verb in -ed, or a plural verb, that follows a noun."""
    for at in range(start + 1, end):
        if forms[at].endswith("ed") or forms[at].endswith("ly"):
            return at
    return end


def governing_noun(forms: Sequence[str], place: int) -> str | None:
    """The noun before "of": "leaders" in "leaders of 20 countries"."""
    if place >= 2 and forms[place - 1] == "of" and forms[place - 2][0].isalpha():
        noun = forms[place - 2]
        return noun if noun not in load_lexicon().stops and noun not in load_lexicon().cardinals else None
    return None


def elided_noun(forms: Sequence[str], place: int) -> str | None:
    """The subject of the verb "be" before a bare ordinal: "visit" in "Orre's visit to Halmark will be his third"."""
    at = place - 1
    while at > 0 and forms[at] in {"his", "her", "its", "their", "the", "only", "be", "become"}:
        at -= 1
    if at <= 0 or forms[at] not in {"is", "was", "will", "would", "marks", "marked", "became"}:
        return None
    for begin in range(at - 1, -1, -1):
        if forms[begin] in POSSESSIVES or forms[begin] in {"the", "this", "that", "his", "her", "their"}:
            noun = forms[begin + 1]
            return singular(noun) if noun[0].isalpha() and noun not in load_lexicon().stops else None
    return None


def find_scope(forms: Sequence[str], raws: Sequence[str], place: int) -> tuple[str, ...]:
    """The phrases behind the noun that narrow it, lower case: "since February 2022", "killed in the attack".

    >>> forms = "visit since february 2022 , officials said".split()
    >>> find_scope(forms, forms, 1)
    ('since february 2022',)
    """
    found: list[str] = []
    at = place
    while at < len(forms) and len(found) < 3:
        at = _past_comma(forms, at)
        if not _opens_scope(forms, raws, at):
            break
        end = _scope_end(forms, raws, at)
        found.append(" ".join(forms[at:end]).replace(" 's", "'s").replace(" ’s", "’s").replace(" ,", ","))
        at = end
    return tuple(found)


def _past_comma(forms: Sequence[str], at: int) -> int:
    joins = (
        forms[at : at + 1] == [","] and forms[at + 1 : at + 2] and forms[at + 1] in {"including", "excluding", "among"}
    )
    return at + 1 if joins else at


def _opens_scope(forms: Sequence[str], raws: Sequence[str], at: int) -> bool:
    if at >= len(forms):
        return False
    form = forms[at]
    following = forms[at + 1] if at + 1 < len(forms) else "."
    if form in load_lexicon().scope_openers or form == "of":
        return True
    if form == "to":
        return raws[at + 1 : at + 2] != [] and (raws[at + 1][0].isupper() or following in {"the", "a", "an"})
    if form == "a":
        return following in _PER
    return form in load_lexicon().participles and following in load_lexicon().stops and following not in _OBJECT_OPENERS


def _scope_end(forms: Sequence[str], raws: Sequence[str], at: int) -> int:
    """The end of a narrowing phrase: its clause or list, without a preposition left hanging."""
    if forms[at] == "a":
        return at + 2
    end = at + 1
    listing = forms[at] in _LISTING
    while end < len(forms) and end - at < _MAX_SCOPE_TOKENS:
        if listing and forms[end] in {",", "and"} and raws[end + 1 : end + 2] and raws[end + 1][0].isupper():
            end += 1
        elif (forms[end] in _SCOPE_STOPS and raws[end] != "May") or forms[end] in _SCOPE_RESTARTS:
            break
        else:
            end += 1
    while end > at + 1 and forms[end - 1] in _HANGING:
        end -= 1
    return end
