"""Which live articles share strong terms with a new one."""

from __future__ import annotations

from bisect import bisect_left
from heapq import nsmallest

from twosource.stories.rows import Row

_NOWHERE: list[int] = []
_ENOUGH = 0.15  # of shared weight; of 828 true pairs of 2015 0.1 met 741, 0.2 met 734 and 0.3 met 702
_SLACK = 1e-9  # more than sums of strengths are rounded by
_ASKED = 24  # terms a new article asks for
_RECENT = 48  # latest articles looked at for one term: bounds the cost of a term that a large story made common


class Index:
    """Term number -> places of the articles that hold it among their strongest terms, latest last."""

    def __init__(self) -> None:
        self._places: dict[int, list[int]] = {}

    def __bool__(self) -> bool:
        return bool(self._places)

    def add(self, place: int, row: Row) -> None:
        """Make an article findable; places must come in rising order."""
        for number in row.keys:
            places = self._places.get(number)
            if places is None:
                self._places[number] = [place]
            else:
                places.append(place)

    def find(self, row: Row, *, limit: int, since: int, but: int) -> list[int]:
        """Up to `limit` places from `since` on, other than `but`, that share the weightiest terms with `row`.

        A place first met at a term after which too little weight is left could never have enough, and is passed over.
        """
        weight: dict[int, float] = {}
        seen = weight.get
        left = sum(row.strengths[:_ASKED]) + _SLACK
        for number, strength in zip(row.keys[:_ASKED], row.strengths, strict=False):
            places = self._places.get(number, _NOWHERE)[-_RECENT:]
            if left >= _ENOUGH:
                for place in places:
                    weight[place] = seen(place, 0.0) + strength
            else:
                for place in places:
                    if place in weight:
                        weight[place] += strength
            left -= strength
        weight.pop(but, None)
        enough = [(-w, p) for p, w in weight.items() if w >= _ENOUGH and p >= since]
        return [p for _, p in nsmallest(limit, enough)]

    def drop(self, before: int) -> None:
        """Forget all places below `before`."""
        for number in list(self._places):
            places = self._places[number]
            if places[0] < before:
                self._places[number] = places[bisect_left(places, before) :]
                if not self._places[number]:
                    del self._places[number]
