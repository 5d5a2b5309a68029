"""What a run of capitalised words names: the rules, each with its cases.

Order: gazetteer, head word ("... Ministry", "Lake ..."), title or given name, acronym, then what stands around it. A
name that only its context types is marked unsure, so that a fuller form elsewhere in the article can correct it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from twosource.annotate.entities.gazetteer import Gazetteer, Known, Words
from twosource.annotate.entities.protocol import SUFFIXES, Name, unsure
from twosource.annotate.entities.tokens import Tokens
from twosource.model import EntityKind

_ARTICLES = frozenset({"The", "A", "An"})
_PRONOUNS = frozenset({"I", "He", "She", "It", "We", "They", "You", "The", "A", "In", "On", "At", "For"})
# The number behind a name: "World War II".
_NUMERALS = re.compile(r"[IVX]+|\d+")
_ACRONYM_MAX_CHARS = 5  # longer runs of capitals are shouting, not names
_BEFORE_PERSON = frozenset(", and that when while as but because before after ; if where by with than".split())
_WEAK_OPENERS = frozenset({"el", "al", "great", "new", "la", "los"})
# What an unknown word that opens a sentence is followed by when it is a name.
_NAME_VERBS = frozenset("'s ’s was is has had also".split())
# Endings of common nouns, adjectives and plurals: an unknown word that has one is hardly anybody's name.
_ABSTRACT = re.compile(
    r"(?:ing|tion|sion|ment|ness|ity|ance|ence|ism|ist|ics?|als?|ies|ure|age|ship|hood|ful|less|ous|ive|able|ly|ed|ware|"
    r"phy|logy|[^s]s)$"
)
# An unknown word that opens a sentence before these is a name, though not of a person: "Suspilne reported".
_REPORTS = frozenset({"reported", "reports"})
_SPEAKS = frozenset(
    "said says told adds added wrote replied claimed argued tweeted died resigned himself herself who".split()
)


_Step = tuple[Name | None, int]  # the name that a rule found, if any, and where the run goes on


@dataclass(frozen=True, slots=True)
class Page:
    """One text with everything the rules ask about it."""

    tokens: Tokens
    words: Words
    gazetteer: Gazetteer
    elsewhere: frozenset[str]
    """Words capitalised somewhere inside a sentence."""
    common: frozenset[str]
    """Words that also stand in lower case."""
    shouted: frozenset[int]
    """Sentences whose words are nearly all capitalised: headlines."""


def name_run(page: Page, first: int, after: int) -> Iterator[Name]:
    """The names in one run, left to right."""
    place = _skip_openers(page, first, after)
    end = _trim_end(page, place, after)
    while place < end:
        if page.tokens.forms[place].islower() or page.tokens.forms[place] == "&":
            place += 1
            continue
        name, place = _next_name(page, place, end)
        if name is not None:
            yield name


def _skip_openers(page: Page, first: int, after: int) -> int:
    """Past the words that are capitalised only because they open a sentence or a title: "The Kremlin"."""
    place = first
    while place < after and page.tokens.forms[place].lower() in page.words.common_openers:
        if place not in page.tokens.opening and page.tokens.forms[place] not in _ARTICLES:
            break
        if _longest_known(page, place, after)[1] > place + 1:
            break
        place += 1
    return place


def _trim_end(page: Page, place: int, after: int) -> int:
    """Before a pronoun or a verb that stands capitalised behind a name: "Basically I", "North Korea Says"."""
    forms, end = page.tokens.forms, after
    while end > place and (forms[end - 1] in _PRONOUNS or forms[end - 1].lower() in page.words.headline_verbs):
        end -= 1
    return end


def _longest_known(page: Page, place: int, after: int) -> tuple[Known | None, int]:
    """The longest name of the gazetteer that begins at `place`, and where it ends."""
    forms, names = page.tokens.forms, page.gazetteer.names
    for end in range(min(after, place + page.gazetteer.longest), place, -1):
        known = names.get(" ".join(forms[place:end]))
        if known is not None:
            return known, end
    return None, place


def _next_name(page: Page, place: int, after: int) -> _Step:
    """The name that begins at `place`, or None with the place to go on from."""
    for rule in (_known_or_headed, _nation_or_people, _title_or_date):
        found = rule(page, place, after)
        if found is not None:
            return found
    return _plain_name(page, place, after)


def _known_or_headed(page: Page, place: int, after: int) -> _Step | None:
    known, end = _longest_known(page, place, after)
    if known and end == after:
        return _known_name(page, place, end, known), end
    nation = _nation(page, place, after)
    if nation is not None and nation.after == place + 2:
        return nation, nation.after
    headed = _by_head(page, place, after)
    if headed is not None:
        return headed, headed.after
    if known and not _opens_person(page, place, after, end):
        return _known_name(page, place, end, known), end
    return None


def _nation_or_people(page: Page, place: int, after: int) -> _Step | None:
    nation = _nation(page, place, after)
    if nation is not None:
        return nation, nation.after
    if page.tokens.forms[place] in page.gazetteer.peoples:
        return Name(place, place + 1, EntityKind.OTHER), place + 1
    return None


def _title_or_date(page: Page, place: int, after: int) -> _Step | None:
    dated = page.tokens.forms[place].lower() in page.words.calendar
    if dated or _is_title(page, place, after) or _after_role_of(page, place):
        return None, place + 1
    return None


def _nation(page: Page, place: int, after: int) -> Name | None:
    """A demonym of one word or two: "Slovak", "South African"."""
    for end in range(min(after, place + 2), place, -1):
        land = page.gazetteer.nations.get(" ".join(page.tokens.forms[place:end]))
        if land is not None:
            return Name(place, end, EntityKind.OTHER, land)
    return None


def _known_name(page: Page, place: int, end: int, known: Known) -> Name | None:
    text = page.tokens.forms[place]
    if end == place + 1 and place in page.tokens.opening and text.lower() in page.words.common_openers:
        return None
    return Name(place, end, known.kind, known.canonical)


def _opens_person(page: Page, place: int, after: int, end: int) -> bool:
    """Whether a place of one word opens a person's name: "Victoria Nuland", "Irvine Gall"."""
    forms = page.tokens.forms
    if end != place + 1 or end >= after:
        return False
    if forms[place] in page.gazetteer.first_names:
        return True
    follower = forms[end]
    known = follower in page.gazetteer.names or follower.lower() in page.words.place_openers
    return after == end + 1 and not known and page.gazetteer.names[forms[place]].kind is EntityKind.PLACE


def _is_title(page: Page, place: int, after: int) -> bool:
    """A title, or a word of a role that a name follows: "Defence" in "Defence Minister Rajnath Singh"."""
    words = page.words
    lower = page.tokens.forms[place].lower().rstrip(".")
    if lower in words.titles:
        return True
    if place + 1 >= after:
        return lower in words.role_heads and place not in page.tokens.opening
    follower = page.tokens.forms[place + 1].lower()
    return lower in words.role_heads or (
        lower in words.role_modifiers and (follower in words.role_heads | words.titles | words.role_modifiers)
    )


def _by_head(page: Page, place: int, after: int) -> Name | None:
    """A name told by its head word: the last ("Foreign Ministry"), or the first before "of" ("Bank of Japan")."""
    forms, words = page.tokens.forms, page.words
    first = forms[place].lower()
    if first.endswith(".") and first.rstrip(".") in words.titles:
        return None
    if first in words.event_openers and after - place > 1:
        return Name(place, after, EntityKind.EVENT)
    kind = _head_at_end(page, place, after)
    if "of" in forms[place:after]:
        before = forms[forms.index("of", place) - 1].lower()
        if before in words.role_heads or before in words.titles:
            return None
        kind = _head_kind(before, words) or kind
    elif kind is None and first in words.place_openers and after - place in {2, 3}:
        kind = EntityKind.PLACE if first not in _WEAK_OPENERS else None
    if kind is None:
        return None
    return _headed(page, place, after, kind)


def _head_at_end(page: Page, place: int, after: int) -> EntityKind | None:
    """The kind that the last word tells; a number behind it counts for nothing ("World War II")."""
    forms = page.tokens.forms
    last = after - 1
    while last > place and _NUMERALS.fullmatch(forms[last]):
        last -= 1
    return _head_kind(forms[last].lower(), page.words)


def _headed(page: Page, place: int, after: int, kind: EntityKind) -> Name | None:
    forms, words = page.tokens.forms, page.words
    if after - place > 1:
        split = (
            any(form.lower() in words.titles for form in forms[place + 1 : after - 1])
            and "of" not in forms[place:after]
        )
        return None if split else Name(place, after, kind)
    inside = place not in page.tokens.opening and page.tokens.sentence_of[place] not in page.shouted
    if kind is not EntityKind.ORGANISATION or not inside or _after_role_of(page, place):
        return None
    return unsure(place, after, kind)


def _after_role_of(page: Page, place: int) -> bool:
    """Whether a word ends a role: "State" in "Minister of State"."""
    forms = page.tokens.forms
    return place > 1 and forms[place - 1] == "of" and forms[place - 2].lower() in page.words.role_heads


def _head_kind(lower: str, words: Words) -> EntityKind | None:
    """What a name with this head word names.

    >>> from twosource.annotate.entities.gazetteer import load_words
    >>> [_head_kind(w, load_words()).value for w in ("ministry", "river", "war", "treaty")]
    ['organisation', 'place', 'event', 'other']
    """
    if lower in words.organisation_heads:
        return EntityKind.ORGANISATION
    if lower in words.place_heads:
        return EntityKind.PLACE
    if lower in words.event_heads:
        return EntityKind.EVENT
    return EntityKind.OTHER if lower in words.other_heads else None


def _plain_name(page: Page, place: int, after: int) -> _Step:
    end = _end_of_plain(page, place, after)
    forms = page.tokens.forms
    shouted = page.tokens.sentence_of[place] in page.shouted
    given = forms[place] in page.gazetteer.first_names
    if shouted:
        surname = next((at for at in range(place + 1, end) if not forms[at].islower()), None)
        if not given or surname is None:
            return None, place + 1
        return Name(place, surname + 1, EntityKind.PERSON), surname + 1
    role = _role_between(page, place, end)
    if end - place == 1 or role is not None:
        return (None, role) if role is not None else (_single(page, place), end)
    if given or _titled(page, place):
        return Name(place, end, EntityKind.PERSON), end
    if all(form.isupper() and len(form) > 1 for form in forms[place:end]):
        return (unsure(place, end, EntityKind.ORGANISATION) if end - place == 2 else None), end
    return unsure(place, end, _by_context(page, place, end) or _by_shape(page, end)), end


def _role_between(page: Page, place: int, end: int) -> int | None:
    """Where a role stands before a given name, so that what is in front is no part of it: "Franklin Mayor Joe Roe"."""
    forms, words = page.tokens.forms, page.words
    titles = (at for at in range(place + 1, end - 2) if forms[at].lower() in words.titles | words.role_heads)
    return next((at for at in titles if forms[at + 1] in page.gazetteer.first_names), None)


def _by_shape(page: Page, end: int) -> EntityKind:
    """An unknown name of several words is a person's, unless its last word is a common noun of this text."""
    last = page.tokens.forms[end - 1]
    return EntityKind.OTHER if _ABSTRACT.search(last) and last.lower() in page.common else EntityKind.PERSON


def _end_of_plain(page: Page, place: int, after: int) -> int:
    """A plain name goes on to the end of its run, but not over a demonym, a month, or "&" between two full names."""
    forms = page.tokens.forms
    for at in range(place + 1, after):
        lower = forms[at].lower()
        if lower in page.words.calendar and (lower != "may" or at + 1 < after or _number_follows(page, at)):
            return at
        if forms[at] in page.gazetteer.nations and at + 1 < after:
            return at
        if forms[at] == "&" and at - place > 1 and after - at > 2:
            return at
    return after


def _number_follows(page: Page, place: int) -> bool:
    return place + 1 < len(page.tokens) and page.tokens.forms[place + 1][0].isdigit()


def _titled(page: Page, place: int) -> bool:
    """Whether a title or a role stands right before: "President Xi", "spokesman Peskov"."""
    if place == 0 or not page.tokens.glued(place - 1):
        return False
    before = page.tokens.forms[place - 1].lower().rstrip(".")
    return before in page.words.titles or before in page.words.role_heads


def _single(page: Page, place: int) -> Name | None:
    tokens, forms = page.tokens, page.tokens.forms
    form = forms[place]
    if form.lower() in page.words.common_openers or len(form.rstrip(".")) < 2:
        return None
    if _titled(page, place):
        return Name(place, place + 1, EntityKind.PERSON)
    if form.isupper() and form.isalpha() and len(form) <= _ACRONYM_MAX_CHARS:
        return unsure(place, place + 1, EntityKind.ORGANISATION)
    if place in tokens.opening and not _seen_as_name(page, place):
        return None
    kind = _by_context(page, place, place + 1)
    if kind is None:
        kind = EntityKind.PERSON if form in page.gazetteer.first_names else EntityKind.OTHER
    return unsure(place, place + 1, kind)


def _seen_as_name(page: Page, place: int) -> bool:
    form = page.tokens.forms[place]
    if form.lower() in page.common:
        return False
    if form in page.elsewhere or form in page.gazetteer.first_names:
        return True
    follower = page.tokens.forms[place + 1] if place + 1 < len(page.tokens) else ""
    if follower in _SPEAKS or (follower in _REPORTS and not _ABSTRACT.search(form)):
        return True
    return follower in _NAME_VERBS and not _ABSTRACT.search(form)


def _by_context(page: Page, place: int, end: int) -> EntityKind | None:
    forms = page.tokens.forms
    before = forms[place - 1].lower() if place else ""
    if _acts(forms, place, end, before):
        return EntityKind.PERSON
    if before in page.words.place_prepositions or _place_follows(page, end):
        return EntityKind.PLACE
    if before == "the":
        return EntityKind.ORGANISATION if forms[end - 1].endswith("s") or end - place > 1 else EntityKind.OTHER
    return None


def _acts(forms: Sequence[str], place: int, end: int, before: str) -> bool:
    """Whether somebody speaks or bears a suffix: "Vane said", "..., and Vane had", "Vane Jr."."""
    follower = forms[end] if end < len(forms) else ""
    has = follower in _NAME_VERBS and end - place == 1 and before in _BEFORE_PERSON
    return follower in _SPEAKS or has or forms[end - 1] in SUFFIXES


def _place_follows(page: Page, end: int) -> bool:
    """Whether a known place stands behind a comma: "Orsk, Russia"."""
    forms = page.tokens.forms
    known = page.gazetteer.names.get(forms[end + 1]) if end + 1 < len(forms) and forms[end] == "," else None
    return known is not None and known.kind is EntityKind.PLACE
