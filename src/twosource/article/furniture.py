"""Which lines are site furniture, and where furniture that runs into text on one line ends.

The rules with their cases are in `furniture_rules`. Prose may mention subscriptions, shares and breaking news freely:
no rule looks for words inside a paragraph.
"""

from __future__ import annotations

import re

from twosource.article.furniture_rules import MAX_PHRASE_CHARS, MENU_GAP, MENU_WORD, RULES, STRONG_MENU

MAX_CHARS = 420
"""Longer lines are never furniture: the longest of 5,787 in three development sets has 248 characters."""
_LINE = re.compile("|".join(f"(?:{pattern})" for rule in RULES for pattern in rule.lines), re.IGNORECASE)
_PHRASES = tuple((literal, re.compile(pattern, re.IGNORECASE)) for rule in RULES for literal, pattern in rule.phrases)
_SECTION_LABEL = re.compile(MENU_WORD, re.IGNORECASE)
_LEADING_MENU = re.compile(
    rf"(?:{MENU_WORD}{MENU_GAP})*(?:{STRONG_MENU})(?:{MENU_GAP}{MENU_WORD})+(?=[ ]+[A-Z“\"'‘])|"
    rf"skip to (?:main )?content\b",
    re.IGNORECASE,
)
_STAMP = re.compile(r"\s*date[ ]+\d{4}-\d\d-\d\d\b")
_LINKS_FOLLOW = re.compile(
    r"(?:read|see) (?:more|also):?|more stories:?|related(?: (?:stories|articles|news))?:?|more from [\w ]{2,40}:",
    re.IGNORECASE,
)


def is_furniture(line: str) -> bool:
    """Whether the trimmed line is site furniture by itself, wherever it stands.

    >>> is_furniture("2 min read"), is_furniture("Subscribers rose by two million, the company said.")
    (True, False)
    """
    if len(line) > MAX_CHARS:
        return False
    if _LINE.fullmatch(line) is not None:
        return True
    return len(line) <= MAX_PHRASE_CHARS and _says_site_phrase(line) and not _is_speech(line)


def _says_site_phrase(line: str) -> bool:
    lowered = line.lower()
    return any(literal in lowered and pattern.search(line) for literal, pattern in _PHRASES)


def _is_speech(line: str) -> bool:
    return line[0] in "\"“'‘" or " said" in line


def is_section_label(line: str) -> bool:
    """Whether the line is one section name; such a line is furniture above an article and a heading inside one."""
    return _SECTION_LABEL.fullmatch(line) is not None


def opens_link_list(line: str) -> bool:
    """Whether the line announces links to other pages on the lines that follow."""
    return _LINKS_FOLLOW.fullmatch(line) is not None


def end_of_leading_furniture(text: str, start: int, end: int) -> int:
    """Where furniture that runs into text on the same line ends: a date stamp, a row of menu words; `start` if none.

    >>> end_of_leading_furniture(" date 2024-11-02 The mine", 0, 25)
    16
    """
    for pattern in (_STAMP, _LEADING_MENU):
        match = pattern.match(text, start, end)
        if match is not None:
            return match.end()
    return start
