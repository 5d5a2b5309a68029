"""Sentences as ranges, through abbreviations, initials and quotation marks."""

from __future__ import annotations

import re

_ABBREVIATIONS = frozenset(
    """
    mr mrs ms dr prof gen col maj capt lt sgt cpl cmdr adm gov sen rep rev hon st jr sr messrs supt insp det
    jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thurs fri sat sun
    no nos vs inc ltd corp co bros dept univ assn ave blvd rd mt ft pt sq
    approx est fig figs vol pp ed eds al etc cf viz ca u.s u.k u.n e.u u.s.s.r d.c a.m p.m i.e e.g ph.d
    ala ariz ark calif colo conn del fla ga ill ind kan ky la md mass mich minn miss mo mont neb nev okla ore pa tenn
    tex va vt wash wis wyo
    """.split()
)
_OFTEN_LAST = frozenset(
    {"etc", "inc", "ltd", "corp", "co", "jr", "sr", "a.m", "p.m", "u.s", "u.k", "u.n", "e.u", "d.c"}
)
_END = re.compile(r"[.!?…]+[\"”’')\]»]*(?=\s|$)|\n\s*\n|\n")
_LAST_WORD = re.compile(r"(?:[^\W\d_]\.)*[^\W\d_]+$")


def split_sentences(text: str, start: int = 0, end: int | None = None) -> list[tuple[int, int]]:
    """The sentences of `text[start:end]` as trimmed, half-open ranges in order; a line break always ends one.

    >>> text = 'Sen. Reed spoke. "Is it so?" he asked the U.S. Army. Yes.'
    >>> [text[s:e] for s, e in split_sentences(text)]
    ['Sen. Reed spoke.', '"Is it so?" he asked the U.S. Army.', 'Yes.']
    """
    stop = len(text) if end is None else end
    found: list[tuple[int, int]] = []
    begin = start
    for mark in _END.finditer(text, start, stop):
        if mark.group()[0] != "\n" and not _ends_here(text, begin, mark, stop):
            continue
        _append_trimmed(found, text, begin, mark.end())
        begin = mark.end()
    _append_trimmed(found, text, begin, stop)
    return found


def _append_trimmed(found: list[tuple[int, int]], text: str, begin: int, end: int) -> None:
    while begin < end and text[begin].isspace():
        begin += 1
    while end > begin and text[end - 1].isspace():
        end -= 1
    if begin < end:
        found.append((begin, end))


def _ends_here(text: str, begin: int, mark: re.Match[str], stop: int) -> bool:
    follower = _next_visible(text, mark.end(), stop)
    if follower and follower.islower():
        return False
    if mark.group() != ".":
        return True
    last = _LAST_WORD.search(text, begin, mark.start())
    if last is None:
        return True
    word = last.group().lower()
    if len(word) == 1 and last.group().isupper() and word != "i":
        return False
    if word in _OFTEN_LAST:
        return _starts_clause(text, mark.end(), stop)
    return word not in _ABBREVIATIONS


def _next_visible(text: str, place: int, stop: int) -> str:
    for at in range(place, stop):
        if not text[at].isspace() and text[at] not in "\"“'‘(«":
            return text[at]
    return ""


_STARTERS = frozenset(
    "the a an he she it they we i his her its their our this that these those in on at but and for as after when while "
    "if however meanwhile according some many most there".split()
)


def _starts_clause(text: str, place: int, stop: int) -> bool:
    """After "U.S." only a word that commonly opens a sentence ends it: "U.S. Army" goes on, "the U.S. It" does not."""
    rest = text[place : min(stop, place + 24)].lstrip().lstrip("\"“'‘(")
    return not rest or rest.split(None, 1)[0].lower().rstrip(",") in _STARTERS
