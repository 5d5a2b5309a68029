"""Numbers that are names: of a street, a house, a court, a broadcaster, a bond, an index, a war, an hour."""

from __future__ import annotations

import re

from twosource.text.streets import KIND_OF_STREET

_WITH_TH = r"\d{1,3}(?:st|nd|rd|th)"
_BLOCK = re.compile(r"\d{1,3}00[\s-](?:block\b(?! (?:area|radius|stretch))|blocks of [A-Z\d])", re.IGNORECASE)
_STREET = re.compile(rf"{_WITH_TH}(?: (?:and|or|to|&) {_WITH_TH})? (?:{KIND_OF_STREET}s?|streets?|avenues?)\b")
_HOUSE = re.compile(rf"\d{{1,5}} (?:(?:[NSEW]{{1,2}}\.?|[A-Z][\w'’]+|{_WITH_TH}) ){{1,3}}?{KIND_OF_STREET}\b")
_BEFORE_A_HOUSE = re.compile(r"(?:\b(?:at|near|outside)|[,(])\s+$")
_STATION = re.compile(r"(?:\b(?:[KW][A-Z]{2,3}|ABC|BBC|CBS|FOX|Fox|ITV|NBC)(?:-TV)?|\b(?:Action|Channel|News))[ -]?$")
_ITS_NUMBER = re.compile(r"\d{1,2}(?:['’]s\b| report(?:s|ed|er|ers)\b)")  # "told KVXQ 4 people were hurt" counts them
_OF_A_STATION = re.compile(r"\d{1,2} (?:Action |Eyewitness )?News\b")
_HOUR = re.compile(r"\d{1,2} [ap] \. ?m\b", re.IGNORECASE)  # whose marks are set apart: "11 : 30 p . m ."
_OF_A_BODY = re.compile(
    rf"(?:{_WITH_TH}|(?i:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh)) "
    r"(?:U\.S\. )?(?:Circuit|Amendment|Fleet|Ward|Precinct|Congressional District|District Court)\b"
    r"|(?i:three) Percenters?\b|60 Minutes\b|52-week (?:highs?|lows?)\b|(?i:one) [Cc]ountry, (?i:two) [Ss]ystems"
)
_OF_A_BOND = re.compile(
    r"(?:\d{1,2}|two|three|five|six|seven|ten|thirty)[ -](?:month|year)s? (?:(?-i:[A-Z])[\w.]+ ){0,3}"
    r"(?:(?:government|sovereign|benchmark|interbank|interest|mortgage|loan|index-linked) )?"
    r"(?:bonds?|bills?|notes?|rates?|yields?|treasur(?:y|ies)|gilts?|bunds?|swaps?|libor)\b",
    re.IGNORECASE,
)  # "the three-month rate", "10-year bond yields"
_INDEX = re.compile(r"(?:S&P|Poor['’]?s|Fortune|Nikkei|FTSE|Russell|Stoxx|STOXX|CSI|Dow(?: Jones)?)[ -]$")
_OF_AN_INDEX = re.compile(r"(?!19\d\d|20\d\d)\d{2,4}\b(?![.,]\d| (?:percent|per cent|points?|shares?)\b|%)")
_OF_A_WAR = re.compile(r"[A-Z][a-z]+[ -][A-Z]\w+['’]? War\b")  # "the Six Day War", "the Seven Years' War"
_BEFORE_CHARS = 12


def is_name_number(text: str, place: int) -> bool:
    """Whether the number at a place is part of a name, or the hour or minutes of a clock.

    Policy: a house number needs the word that leads to it ("at 12 Mill Road", ", 1802 Mill Road"), for what stands
    before a street may be counted, and a street before a plural may own it.

    >>> [is_name_number(t, t.index("1")) for t in ("the 1200 block of Mill Road", "off 16th and 18th streets")]
    [True, True]
    >>> [is_name_number(t, t.index("4")) for t in ("KVXQ 4 reports that", "about 4 reports", "some 400 blocks away")]
    [True, False, False]
    """
    whole = (_BLOCK, _STREET, _OF_A_STATION, _OF_A_BODY, _OF_A_BOND, _OF_A_WAR, _HOUR)
    if any(rule.match(text, place) for rule in whole):
        return True
    start = max(0, place - _BEFORE_CHARS)
    if _OF_AN_INDEX.match(text, place) is not None and _INDEX.search(text, start, place) is not None:
        return True
    house = _HOUSE.match(text, place) is not None and _BEFORE_A_HOUSE.search(text, start, place) is not None
    return house or (_ITS_NUMBER.match(text, place) is not None and _STATION.search(text, start, place) is not None)
