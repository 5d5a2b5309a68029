"""Agency credits against development data: byline fields, and datelines and photo credits in running text.

The patterns here are deliberately not those of the rules: a plain list of names in a byline, a name in brackets before
a dash at the start of a line, a name in brackets with a photographer or the word photo.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec

from twosource.article import credit_of_byline, read_article
from twosource.evaluation.gold import read_rows
from twosource.evaluation.metric import Metric, ratio
from twosource.model import Credit, CreditLevel, MediaType, Raw, Reading, digest_of

BYLINES, TEXTS = "wire_credit_mizzou", "allsides_silver"
_AGENCY_IN_BYLINE = re.compile(
    r"\b(?:associated press|agence france|afp|reuters|upi|bloomberg|newsource|tribune news service|cnn wire)\b"
    r"|^(?:ap|stacker|talker|sportradar)$",
    re.IGNORECASE,
)
_DATELINE = re.compile(r"^[^\n()]{0,60}\((AP|Reuters|AFP)\)[ ]*[-—–]", re.MULTILINE)
_PHOTO = re.compile(
    r"\((?:AP Photo|Reuters photo|AFP photo|REUTERS/|Reuters/|AP/|AFP/|[^()\n]{2,60}/(?:AP|Reuters|AFP|REUTERS))"
    r"[^()\n]{0,60}\)"
    r"|REUTERS/[A-Z]\w+ \w+"
)


def evaluate_credits(data: Path) -> tuple[Metric, ...]:
    """Shares of agency bylines found, of wrongly flagged rows called agency, of datelines whole, of photo credits none.

    `data` is the folder of the lineage sets.
    """
    found: list[Metric] = []
    if (data / BYLINES).is_dir():
        found.extend(_evaluate_bylines(read_rows(data / BYLINES / "credits.jsonl")))
    if (data / TEXTS).is_dir():
        found.extend(_evaluate_texts(read_rows(data / TEXTS / "articles.jsonl")))
    return tuple(found)


def _evaluate_bylines(rows: list[dict[str, Any]]) -> Iterator[Metric]:
    named = [row["byline"] for row in rows if row["byline"] and _AGENCY_IN_BYLINE.search(row["byline"])]
    other = [row["byline"] for row in rows if row["byline"] and row["label"] == "not_wire"]
    yield _share(BYLINES, "agency bylines found", sum(map(_is_agency, named)), len(named))
    yield _share(BYLINES, "not wire called agency", sum(map(_is_agency, other)), len(other), higher_is_better=False)


def _is_agency(byline: str) -> bool:
    return credit_of_byline(byline) is not None


def _evaluate_texts(rows: list[dict[str, Any]]) -> Iterator[Metric]:
    datelines: list[CreditLevel | None] = []
    photos: list[CreditLevel | None] = []
    for row in rows:
        dated = [match.span(1) for match in _DATELINE.finditer(row["text"])]
        pictured = [match.span() for match in _PHOTO.finditer(row["text"])]
        credits_ = _credits_of(row) if dated or pictured else ()
        datelines.extend(_level_at(credits_, extent) for extent in dated)
        photos.extend(_level_at(credits_, extent) for extent in pictured)
    whole = sum(level is CreditLevel.WHOLE for level in datelines)
    nothing = sum(level in {CreditLevel.NONE, None} for level in photos)
    yield _share(TEXTS, "datelines whole", whole, len(datelines))
    yield _share(TEXTS, "photo credits none", nothing, len(photos))


def _credits_of(row: dict[str, Any]) -> tuple[Credit, ...]:
    body = msgspec.json.encode({"id": row["id"], "text": row["text"], "title": row["title"]})
    raw = Raw(id=digest_of(body), body=body, locators=(str(row["id"]),), media_type=MediaType.JSON)
    reading = read_article(raw)
    return reading.credits if isinstance(reading, Reading) else ()


def _level_at(credits_: tuple[Credit, ...], extent: tuple[int, int]) -> CreditLevel | None:
    start, end = extent
    return next((c.level for c in credits_ if c.span.start < end and c.span.end > start), None)


def _share(dataset: str, name: str, part: int, whole: int, *, higher_is_better: bool = True) -> Metric:
    return Metric(
        area="credits",
        dataset=dataset,
        name=name,
        value=ratio(part, whole),
        units=whole,
        higher_is_better=higher_is_better,
    )
