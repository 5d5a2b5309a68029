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
    kept: dict[str, Reading] = {}
    dropped: dict[tuple[str, str], Rejected] = {}
    for reading in readings:
        other = kept.get(reading.article.id)
        if other is None:
            kept[reading.article.id] = reading
            continue
        winner, loser = sorted((reading, other), key=_rank)
        kept[reading.article.id] = winner
        if winner.article.text != loser.article.text:
            dropped[loser.article.id, loser.article.raw] = _reject(loser, where)
    return [kept[key] for key in sorted(kept)], [dropped[key] for key in sorted(dropped)]


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
