"""Names a reader can use: which file an article came from, and a letter for each origin."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import PurePosixPath

from twosource.dossier.dates import show_day
from twosource.model import Descent, Published, Reading, Record

_LINE = re.compile(r"^(?P<path>.+):(?P<line>\d+)$")
_URL = re.compile(r"^https?://(?:www\.)?(?P<host>[^/?#]+)(?P<path>[^?#]*)")
_DIGEST = re.compile(r"^[0-9a-f]{16}$")
_LEADING = re.compile(r"^[^\W_]{1,12}(?=[_ .]|$)")
_HOST = re.compile(r"(?:www\.)?(?P<name>[\w-]+(?:\.[\w-]+)+)$")
_SHORT_MAX_CHARS = 24  # a row id longer than this is a hash or a URL, and names nothing to a reader


class Label(Record, frozen=True, kw_only=True):
    """What an article is called on the page: short enough for a citation, exact enough to find the file."""

    article: str
    short: str
    outlet: str | None

    @property
    def further(self) -> str | None:
        """The outlet where the short name does not already name it.

        >>> Label(article="x", short="courier.example:2", outlet="www.courier.example").further is None
        True
        """
        host = _HOST.match(self.outlet) if self.outlet else None
        return None if host and self.short.startswith(host["name"]) else self.outlet


def name_articles(readings: Sequence[Reading], locators: Sequence[tuple[str, str]]) -> dict[str, Label]:
    """A label for each article, no two alike.

    Policy: the leading part of the file name ("000" of 000_bdfa.txt), or a readable row id, or the end of the URL; for
    rows without a readable id the host of the outlet ("courier.example"), with the day where an outlet has several, and
    with the line where those are of one day. Where two would be alike the whole file name is taken, then the article's
    id is added.
    """
    places = gather_places(locators)
    wishes = {r.article.id: _wishes(r, min(places.get(r.article.id, ()), default=None)) for r in readings}
    shorts = _settle_names(wishes)
    return {
        r.article.id: Label(
            article=r.article.id,
            short=shorts[r.article.id],
            outlet=r.article.outlet.value if r.article.outlet else None,
        )
        for r in readings
    }


def gather_places(locators: Iterable[tuple[str, str]]) -> dict[str, tuple[str, ...]]:
    """Every file and address that each article was read from, in order.

    >>> gather_places([("x", "b.txt"), ("x", "a.txt")])
    {'x': ('a.txt', 'b.txt')}
    """
    places: dict[str, list[str]] = defaultdict(list)
    for article, locator in locators:
        places[article].append(locator)
    return {article: tuple(sorted(found)) for article, found in places.items()}


def _wishes(reading: Reading, locator: str | None) -> tuple[str, ...]:
    """Names from the shortest to the surest."""
    article = reading.article.id
    readable = article if len(article) <= _SHORT_MAX_CHARS and not _DIGEST.match(article) else None
    sure = article[:8]
    if locator is None:
        return (readable or sure, article)
    if url := _URL.match(locator):
        tail = PurePosixPath(url["path"]).stem or url["host"]
        return (readable or tail[:_SHORT_MAX_CHARS], f"{url['host']}/{tail}", article)
    line = _LINE.match(locator)
    stem = PurePosixPath((line["path"] if line else locator).replace("\\", "/")).stem.removesuffix(".jsonl")
    whole = f"{stem}:{line['line']}" if line else stem
    leading = _LEADING.match(stem)
    if line:
        host = _host_of(reading)
        named = (host, *_dated(host, reading), f"{host}:{line['line']}") if host and not readable else ()
        return (*named, readable or whole, whole, f"{whole}-{sure}", f"{whole}-{article}")
    return (leading.group() if leading else stem[:_SHORT_MAX_CHARS], whole, f"{whole}-{sure}", f"{whole}-{article}")


def _dated(host: str, reading: Reading) -> tuple[str, ...]:
    """The outlet with the day of the article, where that is known: "courier.example 4 May 2025"."""
    published = reading.article.published
    return (f"{host} {show_day(published.day)}",) if published else ()


def _host_of(reading: Reading) -> str | None:
    """The outlet where it is the name of a host, short enough for a citation."""
    found = _HOST.match(reading.article.outlet.value) if reading.article.outlet else None
    return found["name"] if found and len(found["name"]) <= _SHORT_MAX_CHARS else None


def _settle_names(wishes: dict[str, tuple[str, ...]]) -> dict[str, str]:
    names = {article: wish[0] for article, wish in wishes.items()}
    for step in range(1, max(map(len, wishes.values()), default=0)):
        used = Counter(names.values())
        for article, wish in wishes.items():
            if used[names[article]] > 1:
                names[article] = wish[min(step, len(wish) - 1)]
    return names


def letter_of(place: int) -> str:
    """A, B, ... Z, AA, AB for 0, 1, ... 25, 26, 27.

    >>> letter_of(0), letter_of(25), letter_of(26)
    ('A', 'Z', 'AA')
    """
    head, tail = divmod(place, 26)
    return ("" if head == 0 else letter_of(head - 1)) + chr(ord("A") + tail)


def moment_key(published: Published | None) -> tuple[date, str]:
    """Order of publication; what has no date comes last.

    >>> moment_key(None)[0].year
    9999
    """
    if published is None:
        return (date.max, "")
    return (published.day, published.moment.isoformat() if published.moment else "")


def order_origins(descents: Iterable[Descent], readings: Sequence[Reading]) -> tuple[str, ...]:
    """The origins of a story: the most carried first, then the earliest; file names play no part."""
    published = {r.article.id: r.article.published for r in readings}
    members: dict[str, list[str]] = defaultdict(list)
    for descent in descents:
        if descent.article in published:
            members[descent.origin].append(descent.article)
    return tuple(
        sorted(members, key=lambda o: (-len(members[o]), min(moment_key(published[a]) for a in members[o]), o))
    )
