"""Sentences as ranges, through abbreviations, initials and quotation marks."""

from __future__ import annotations

import re

from twosource.text.trim import trim

_NEVER_LAST = frozenset(
    """
    mr mrs ms dr drs prof profs gen gens col maj capt lt sgt cpl cmdr adm gov govs sen sens rep reps rev revs hon messrs
    supt insp det nos vs approx est figs vol pp eds viz ca i.e e.g cf st mt ft pt
    """.split()
)
"""Abbreviations that go on to a name or a number."""
_OFTEN_LAST = frozenset(
    """
    etc inc ltd corp co jr sr a.m p.m u.s u.k u.n e.u d.c u.s.s.r u.s.a ph.d bros dept univ assn ave blvd rd sq al ed
    jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thurs fri sat sun
    ala ariz ark calif colo conn del fla ga ill ind kan ky la md mass mich minn miss mo mont neb nev okla ore pa tenn
    tex va vt wash wis wyo n.y n.j n.c s.c n.h n.m n.d s.d r.i w.va b.c
    """.split()
)
"""Abbreviations that end a sentence where a word follows that opens sentences."""
_ALSO_WORDS = frozenset(
    """mar sat sun wed miss mass ill ind ore wash fig del la co al pa ed rep gen col det rev st pt est ca dec ga md
    mo""".split()
)
"""Abbreviations that, in lower case, are words or nothing."""
_HALVES_OF_DAY = frozenset({"a.m", "p.m"})
# What goes on behind a time of the day: days, months, feasts, time zones.
_AFTER_TIME = frozenset(
    """monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun january
    february march april may june july august september october november december jan feb mar apr jun jul aug sep sept
    oct nov dec
    eastern central mountain pacific atlantic alaska hawaii greenwich moscow beijing london local standard daylight
    christmas easter new thanksgiving halloween good labor memorial independence veterans boxing""".split()
)
_BEFORE_NUMBER = frozenset({"no", "fig", "p", "nr", "art", "sec", "ch"})
# A full stop, question or exclamation mark with the marks that close behind it, or a line break.
_END = re.compile(r"[.!?…]+[\"”’')\]»]*(?=\s|$)|\n")
_LAST_WORD = re.compile(r"(?:[^\W\d_]\.)*[^\W\d_]+$")
_LONGEST_WORD_CHARS = 24
_ITS_TIME = re.compile(r"(?: [A-Z][\w.]*){0,2} time\b")  # "9 a.m. North Korean time"
# A sentence that is a time so far: "Around 9 p.m. Ann Roe heard a shot."
_TIME_ALONE = re.compile(
    r"\W*(?:a few minutes |an hour )?(?:at|around|about|on|by|just|shortly|before|after|from|until)\b(?: \S+){0,7}",
    re.IGNORECASE,
)
_INITIALS = re.compile(r"[^\W\d_a-z](?:\.[^\W\d_a-z]){1,2}")
# The first visible character behind opening marks, and the first word.
_FOLLOWER = re.compile(r"[\s\"“'‘(«\[]*(\S?)")
_NEXT_WORD = re.compile(r"[\s\"“'‘(«\[]*([\w’']+)")
# A name and a verb of speech behind a quoted question: "Is it so?" Ann Roe asked.
_SAYS = re.compile(
    r"\s+(?:[A-Z][\w.’'-]*\s+){1,4}(?:said|says|asked|asks|added|told|wrote|writes|replied|shouted|cried|wondered|tweeted)\b"
)
_STARTERS = frozenset(
    """the a an he she it they we i you his her its their our this that these those in on at but and for as after when
    while if however meanwhile according some many most there no not now then since with by from during both each such
    what who where why how one two three more other another also even still only just so or yet""".split()
)


def split_sentences(text: str, start: int = 0, end: int | None = None) -> list[tuple[int, int]]:
    """The sentences of `text[start:end]` as trimmed, half-open ranges in order; a line break always ends one.

    Policy: a full stop behind an abbreviation, initials or a number ends no sentence unless the next word is one that
    opens sentences; behind "9 p.m." every capitalised word does, but for days and clocks, and names that a sentence
    goes on with that opens with the time. A question or shout in quotation marks goes on where a speaker and a verb of
    speech follow.

    >>> text = 'Sen. Reed spoke. "Is it so?" he asked the U.S. Army. Yes.'
    >>> [text[s:e] for s, e in split_sentences(text)]
    ['Sen. Reed spoke.', '"Is it so?" he asked the U.S. Army.', 'Yes.']
    """
    stop = len(text) if end is None else end
    pieces: list[tuple[int, int]] = []
    begin = start
    for mark in _END.finditer(text, start, stop):
        if mark[0] == "\n" or _ends_here(text, begin, mark, stop):
            pieces.append(trim(text, begin, mark.end()))
            begin = mark.end()
    pieces.append(trim(text, begin, stop))
    return [(first, last) for first, last in pieces if first < last]


def _ends_here(text: str, begin: int, mark: re.Match[str], stop: int) -> bool:
    follower = _FOLLOWER.match(text, mark.end(), stop)
    if follower is not None and follower[1].islower():
        return False
    if mark[0] != ".":
        return mark[0][0] == "." or mark[0][-1] in ".!?…" or _SAYS.match(text, mark.end(), stop) is None
    first = max(begin, mark.start() - _LONGEST_WORD_CHARS)
    last = _LAST_WORD.search(text, max(first, text.rfind(" ", first, mark.start()) + 1), mark.start())
    if last is not None and last[0].lower() in _HALVES_OF_DAY and _TIME_ALONE.fullmatch(text, begin, mark.end()):
        return _starts_clause(text, mark.end(), stop)
    return last is None or _may_be_last(last[0], text, mark.end(), stop)


def _may_be_last(written: str, text: str, place: int, stop: int) -> bool:
    """Whether a sentence may end behind the word `written` and its full stop, given what follows at `place`."""
    word = written.lower()
    if word in _BEFORE_NUMBER:
        following = _FOLLOWER.match(text, place, stop)
        return following is None or not following[1].isdigit()
    if len(word) == 1:
        return not written.isupper() or word == "i"
    if word in _ALSO_WORDS and written.islower():
        return True
    if word in _HALVES_OF_DAY:
        return _starts_clause(text, place, stop) or _leaves_time(text, place, stop)
    if word in _OFTEN_LAST or _INITIALS.fullmatch(written):
        return _starts_clause(text, place, stop)
    return word not in _NEVER_LAST


def _starts_clause(text: str, place: int, stop: int) -> bool:
    """After "U.S." only a word that commonly opens a sentence ends it: "U.S. Army" goes on, "the U.S. It" does not."""
    following = _NEXT_WORD.match(text, place, stop)
    return following is None or following[1].lower() in _STARTERS


def _leaves_time(text: str, place: int, stop: int) -> bool:
    """After "9 p.m." a capitalised word opens a sentence, unless it tells of which day or by whose clock."""
    following = _NEXT_WORD.match(text, place, stop)
    word = following[1] if following is not None else ""
    clock = following is not None and _ITS_TIME.match(text, following.end(), stop)
    return word.istitle() and word.lower().removesuffix("'s").removesuffix("’s") not in _AFTER_TIME and not clock
