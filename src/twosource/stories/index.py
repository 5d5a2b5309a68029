"""Which live articles share strong terms with a new one."""

from __future__ import annotations

from bisect import bisect_left

import numpy as np

from twosource.stories.compare import BODY, LEAD_FIELD, Row

_ENOUGH = 0.05  # of shared weight, about that of two middling terms: fewer say nothing
_KEYS = 40  # terms an article is found by
_ASKED = 24  # terms a new article asks for
_RECENT = 48  # latest articles looked at for one term: bounds the cost of a term that a large story made common


class Index:
    """Term number -> places of the articles that hold it among their strongest terms, latest last."""

    def __init__(self) -> None:
        self._places: dict[int, list[int]] = {}

    def add(self, place: int, row: Row) -> None:
        """Make an article findable; places must come in rising order."""
        for number in _strongest(row, _KEYS)[0]:
            self._places.setdefault(number, []).append(place)

    def find(self, row: Row, *, limit: int, since: int, but: int) -> list[int]:
        """Up to `limit` places from `since` on, other than `but`, that share the weightiest terms with `row`."""
        weight: dict[int, float] = {}
        for number, strength in zip(*_strongest(row, _ASKED), strict=True):
            for place in self._places.get(number, ())[-_RECENT:]:
                weight[place] = weight.get(place, 0.0) + strength
        weight.pop(but, None)
        return [p for w, p in sorted((-w, p) for p, w in weight.items() if p >= since and w >= _ENOUGH)[:limit]]

    def drop(self, before: int) -> None:
        """Forget all places below `before`."""
        for number in list(self._places):
            places = self._places[number]
            if places[0] < before:
                self._places[number] = places[bisect_left(places, before) :]
                if not self._places[number]:
                    del self._places[number]


def _strongest(row: Row, limit: int) -> tuple[list[int], list[float]]:
    """The terms that say most about which story this is, with the square of their weight; ties in order of the text."""
    keys = row.weights[:, BODY] + row.weights[:, LEAD_FIELD]
    order = np.argsort(-keys, kind="stable")[:limit]
    return row.numbers[order].tolist(), np.round(keys[order] ** 2, 6).tolist()
