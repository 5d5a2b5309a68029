"""Which outlet published it, from the address."""

from __future__ import annotations

import re
from datetime import date
from functools import cache
from typing import Protocol, cast

from twosource.text.months import MONTHS

_HOST = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*://(?:[^/?#@]*@)?([^/?#:@\[\]\s]+)")
_DATED_PATH = re.compile(r"/((?:19|20)\d\d)[/-](\d\d?|[a-z]{3})[/-](\d\d?)(?:/|-|$)")


class _Suffixes(Protocol):
    def privatesuffix(self, domain: str) -> str | None: ...


@cache
def _suffixes() -> _Suffixes:
    from publicsuffixlist import PublicSuffixList  # noqa: PLC0415 - reads its list on import of the object; not at start

    return cast("_Suffixes", PublicSuffixList())


def outlet_of_url(url: str) -> str | None:
    """The registered domain of the address, None where it has none.

    >>> outlet_of_url("https://news.herald.co.uk/a/1"), outlet_of_url("not an address")
    ('herald.co.uk', None)
    """
    host = _HOST.match(url)
    return _suffixes().privatesuffix(host[1].lower().rstrip(".")) if host else None


def day_in_url(url: str) -> date | None:
    """The day that the path of the address states, None where it states none.

    >>> day_in_url("https://herald.example/2018/oct/24/harbour-strike/").isoformat()
    '2018-10-24'
    """
    match = _DATED_PATH.search(url.lower())
    if match is None:
        return None
    month = match[2]
    try:
        return date(int(match[1]), MONTHS.get(month) or int(month), int(match[3]))
    except ValueError:
        return None
