"""Which lines are site furniture, and where furniture that runs into text on one line ends.

The rules with their cases are in `furniture_rules`. Prose may mention subscriptions, shares and breaking news freely:
no rule looks for words inside a paragraph.
"""

from __future__ import annotations

import re
from functools import cache

from twosource.article.furniture_rules import MAX_PHRASE_CHARS, MENU_GAP, MENU_WORD, RULES, STRONG_MENU

MAX_CHARS = 420
"""Longer lines are never furniture: the longest of 5,787 in three development sets has 248 characters."""
_SECTION_LABEL = re.compile(MENU_WORD, re.IGNORECASE)
# A row of menu words, one of them a strong one, before the text that it runs into: "Menu Explore Miners end ...".
_LEADING_MENU = re.compile(
    rf"(?:{MENU_WORD}{MENU_GAP})*(?:{STRONG_MENU})(?:{MENU_GAP}{MENU_WORD})+(?=[ ]+[A-Z“\"'‘])"
    r"|skip to (?:main )?content\b",
    re.IGNORECASE,
)
# The date that some collections put before a text.
_STAMP = re.compile(r"\s*date[ ]+\d{4}-\d\d-\d\d\b")
# What stands for a player or a post: "Skip Ad Ad Loading... x Embed x Share", "Skip Twitter post by @annroe".
_PLAYER = re.compile(
    r"(?:Skip Ad )?Ad Loading\.{3}(?: x Embed)?(?: x Share)?(?: CLOSE)?(?!\w)"
    r"|Skip (?:Twitter|Facebook|Instagram|YouTube) post(?: \d+)?(?: by @?\w+)?(?= [A-Z“\"‘'#@])"
)
# A pointer to other pages that fills its line: "Read more:", "You may also like".
_LINKS_FOLLOW = re.compile(
    r"(?:(?:read|see) (?:more|also)|more stories|related(?: (?:stories|articles|news))?|recommended(?: stories)?|"
    r"trending(?: now)?|most (?:read|popular)|top stories|latest news|you (?:may|might) also like|"
    r"more from [\w ]{2,40}):?",
    re.IGNORECASE,
)
_PAPER = (
    "Post|Times|News|Herald|Tribune|Journal|Gazette|Independent|Guardian|Mail|Express|Standard|Observer|Star|Sun|Globe|"
    "Press|Today|Telegraph|Chronicle|Courier|Monitor|Review|Wire|Online|Radio|Network|Media|Magazine|Daily|Examiner|"
    "Dispatch|Mirror|Ledger|Weekly|Record|Bulletin|Mercury|Argus|Echo|Register|Sentinel|Inquirer|Reporter|Advertiser"
)
# A station's call sign, or a name that ends as newspapers' names do: "KMIZ 17", "The Harbour Post".
_MASTHEAD = re.compile(
    r"[KW][A-Z]{2,3}(?: (?:TV|Radio|News))?(?: \d{1,2})?|"
    r"(?!More |Local |World |Breaking |By |Copyright )(?:The )?(?:[A-Z][\w&.’'-]* ){0,3}"
    rf"(?:{_PAPER})(?: (?:[A-Z][\w-]*|of [A-Z]\w+|\d{{1,2}}))?"
)
_WRITES = "reporter|correspondent|journalist|writer|editor|columnist|contributor|producer"
# "Marta Vane is a reporter ...", "Marta Vane covers ports ... Reach her at ...".
_AUTHOR_NOTE = re.compile(
    r"(?!The |But |This |And |In |For |On )[A-ZÀ-Þ][\w.’'-]+(?: [A-ZÀ-Þ][\w.’'-]+){1,3},? "
    rf"(?:is (?:[\w’'-]+,? ){{0,6}}(?:{_WRITES})\b.{{0,300}}"
    r"|(?:covers|writes (?:for|about)|reports (?:for|on)) .{0,200}"
    r"(?:@|\bTwitter\b|\b[Rr]each (?:him|her|them)\b).{0,100})"
)


def is_furniture(line: str) -> bool:
    """Whether the trimmed line is site furniture by itself, wherever it stands.

    >>> is_furniture("2 min read"), is_furniture("Subscribers rose by two million, the company said.")
    (True, False)
    """
    if len(line) > MAX_CHARS:
        return False
    if _whole_line().fullmatch(line) is not None:
        return True
    return len(line) <= MAX_PHRASE_CHARS and _says_site_phrase(line) and not _is_speech(line)


@cache
def _whole_line() -> re.Pattern[str]:
    """The patterns of whole lines as one, compiled at the first call."""
    return re.compile("|".join(f"(?:{pattern})" for rule in RULES for pattern in rule.lines), re.IGNORECASE)


def _says_site_phrase(line: str) -> bool:
    lowered = line.lower()
    return any(literal in lowered and pattern.search(line) for literal, pattern in _phrases())


@cache
def _phrases() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((literal, re.compile(phrase, re.IGNORECASE)) for rule in RULES for literal, phrase in rule.phrases)


def _is_speech(line: str) -> bool:
    return line[0] in "\"“'‘" or " said" in line


def is_section_label(line: str) -> bool:
    """Whether the line is one section name; such a line is furniture above an article and a heading inside one."""
    return _SECTION_LABEL.fullmatch(line) is not None


def is_masthead(line: str) -> bool:
    """Whether the line, above a story, is an outlet's name and no headline.

    >>> is_masthead("The Harbour Post"), is_masthead("Mine at Orsk closes")
    (True, False)
    """
    return _MASTHEAD.fullmatch(line) is not None


def is_author_note(line: str) -> bool:
    """Whether the line, below a story, says who its writer is.

    >>> is_author_note("Marta Vane is a reporter at the Herald.")
    True
    """
    return _AUTHOR_NOTE.fullmatch(line) is not None


def opens_link_list(line: str) -> bool:
    """Whether the line announces links to other pages on the lines that follow."""
    return _LINKS_FOLLOW.fullmatch(line) is not None


def end_of_leading_furniture(text: str, start: int, end: int) -> int:
    """Where furniture that runs into text on the same line ends: a stamp, a row of menu words, a player; else `start`.

    >>> end_of_leading_furniture(" date 2024-11-02 The mine", 0, 25)
    16
    """
    for pattern in (_STAMP, _LEADING_MENU, _PLAYER):
        match = pattern.match(text, start, end)
        if match is not None:
            return match.end()
    return start
