"""Time expressions: throughput on invented news, growth with length, hostile text; two peers beside."""

from __future__ import annotations

import importlib
import random
from collections.abc import Callable, Sequence
from datetime import date
from functools import partial

from twosource.annotate.time import find_times
from twosource.bench.harness import Case, Work

_PUBLISHED = date(2025, 5, 4)
_ARTICLE_CHARS = 3_000
_CHAR_BYTES = 1.005  # of `make_news`: its few curly quotation marks take three
_SENTENCES = (
    "The harbour council said {when} that the ferry would stay in port until {then}, after a crew of 24 refused.",
    "“Nobody asked us,” the mate told reporters, adding that wages had not moved while prices for fuel and bread rose.",
    "The mayor, a former teacher, denied it and called the report a mistake that the council would answer in full.",
    "Officials counted 1,200 passengers and $3 million in lost fares; the owner gave no figure of its own.",
    "A court heard the case {when}, and lawyers for both sides asked the judge to hear the captain first.",
    "No one was hurt, the fire service said, but the quay stays shut while divers look for the anchor and the chain.",
    "Shopkeepers along the front said trade had fallen by a third, and some of them blamed the council for it.",
    "The union, which speaks for most of the crew, wants a larger share of the fares and a second cook on board.",
)
_WHENS = ("on Saturday", "last week", "on April 17", "three days later", "yesterday", "early this month", "at 8:52 AM")
_THENS = ("May 10", "March 2023", "the end of the year", "next Monday", "the third quarter", "2013", "noon Thursday")


def make_news(chars: int) -> str:
    """Invented news of about `chars` characters, a time expression in every 280 or so, the same on every machine."""
    draw = random.Random(5)  # noqa: S311 - inputs, not secrets
    parts: list[str] = []
    length = 0
    while length < chars:
        parts.append(draw.choice(_SENTENCES).format(when=draw.choice(_WHENS), then=draw.choice(_THENS)))
        length += len(parts[-1]) + 1
    return "\n\n".join(" ".join(parts[i : i + 3]) for i in range(0, len(parts), 3))


def make_articles(chars: int) -> list[str]:
    """The same news, cut into articles of three thousand characters."""
    text = make_news(chars)
    return [text[i : i + _ARTICLE_CHARS] for i in range(0, len(text), _ARTICLE_CHARS)]


def read_each(texts: Sequence[str], read: Callable[[str], object]) -> int:
    """The characters of all texts, after each was read."""
    for text in texts:
        read(text)
    return sum(map(len, texts))


def prepare_articles(chars: int) -> Work:
    """Articles of three thousand characters."""
    texts = make_articles(chars)
    return lambda: read_each(texts, _find)


def _find(text: str) -> object:
    return find_times(text, published=_PUBLISHED)


def prepare_one_text(chars: int) -> Work:
    """One text of this length: growth must be linear."""
    text = make_news(chars)
    return lambda: read_each([text], _find)


def prepare_hostile(chars: int) -> Work:
    """Words of time and nothing else."""
    unit = "from the early twenty-four May 7- 1, 2 of the last few a couple of a.m. "
    text = (unit * (chars // len(unit) + 1))[:chars]
    return lambda: read_each([text], _find)


def prepare_dateparser(chars: int) -> Work:
    """The same articles by dateparser's search."""
    peer = importlib.import_module("dateparser.search")
    texts = make_articles(chars)
    return lambda: read_each(texts, lambda text: peer.search_dates(text, languages=["en"]))


def prepare_recognizers(chars: int) -> Work:
    """The same articles by Microsoft's Recognizers, warmed up."""
    peer = importlib.import_module("recognizers_date_time")
    texts = make_articles(chars)
    peer.recognize_datetime("today", "en-us")
    return lambda: read_each(texts, lambda text: peer.recognize_datetime(text, "en-us"))


_case = partial(Case, unit="characters", unit_bytes=_CHAR_BYTES)
_peer = partial(_case, sizes=(30_000,), peer_of="time/articles")

CASES = (
    _case(
        name="time/articles",
        what="time expressions of 3,000-character articles",
        prepare=prepare_articles,
        sizes=(30_000, 300_000, 3_000_000),
    ),
    _case(name="time/one text", what="one long text", prepare=prepare_one_text, sizes=(100_000, 1_000_000)),
    _case(
        name="time/hostile",
        what="nothing but words of time",
        prepare=prepare_hostile,
        sizes=(50_000, 200_000),
        unit_bytes=1.0,
    ),
    _peer(
        name="time/articles by dateparser",
        what="search_dates, English",
        prepare=prepare_dateparser,
        requires=("dateparser",),
    ),
    _peer(
        name="time/articles by Recognizers",
        what="recognize_datetime, en-us",
        prepare=prepare_recognizers,
        requires=("recognizers-text-date-time",),
    ),
)
