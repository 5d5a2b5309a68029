"""One article for each id, whatever the order of input."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from twosource.model import Reading, Reason, Rejected

_STAGE = "article"


def settle_ids(readings: Iterable[Reading], *, where: Mapping[str, str]) -> tuple[list[Reading], list[Rejected]]:
    """One reading for each article id, in order of id, and a rejection for each other article of the same id.

    Policy: the longer text is kept, then the one that is first in the alphabet: never the first to arrive. The same
    article read from two inputs is one article and no error. `where` tells the file or line of each raw input.
    """
    groups: dict[str, dict[str, Reading]] = {}
    for reading in readings:
        groups.setdefault(reading.article.id, {})[reading.article.raw] = reading
    kept: list[Reading] = []
    dropped: list[Rejected] = []
    for _, group in sorted(groups.items()):
        winner, *losers = sorted(group.values(), key=_rank)
        kept.append(winner)
        dropped.extend(_reject(loser, where) for loser in losers if loser.article.text != winner.article.text)
    return kept, dropped


def _rank(reading: Reading) -> tuple[int, str, str]:
    article = reading.article
    return -len(article.text), article.text, article.raw


def _reject(loser: Reading, where: Mapping[str, str]) -> Rejected:
    article = loser.article
    detail = (
        f"found another article with the id {article.id} and other words; expected one article an id; "
        "the longest was kept; give each its own id"
    )
    return Rejected(what=where.get(article.raw, article.raw), stage=_STAGE, reason=Reason.DUPLICATE_ID, detail=detail)
