"""Units of measure, by what they measure and in which proportion: enough to lay miles beside kilometres."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple


class Measure(NamedTuple):
    """What a unit measures, and how many base units one of it is."""

    dimension: str
    factor: float


_TABLE = """
length: km=1000 kilometre=1000 kilometer=1000 m=1 metre=1 meter=1 cm=0.01 centimetre=0.01 centimeter=0.01 mm=0.001
  mile=1609.344 mi=1609.344 foot=0.3048 ft=0.3048 feet=0.3048 inch=0.0254 yard=0.9144 nautical_mile=1852
mass: kg=1 kilogram=1 kilo=1 g=0.001 gram=0.001 t=1000 tonne=1000 ton=1000 metric_ton=1000 lb=0.45359237
  pound=0.45359237 ounce=0.028349523 oz=0.028349523
area: km2=1000000 square_kilometre=1000000 square_kilometer=1000000 square_mile=2589988.11 hectare=10000 ha=10000
  acre=4046.8564 square_metre=1 square_meter=1 square_foot=0.09290304
speed: km/h=0.277777778 kph=0.277777778 kmh=0.277777778 mph=0.44704 m/s=1 knot=0.514444
energy: joule=1 kwh=3600000 mwh=3600000000 gwh=3600000000000 kt=4184000000000 kiloton=4184000000000
power: watt=1 kw=1000 mw=1000000 gw=1000000000
volume: litre=1 liter=1 l=1 gallon=3.785411784 barrel=158.987294928
duration: second=1 minute=60 min=60 hour=3600 day=86400 week=604800 month=2629800 year=31557600
share: percent=1 %=1 per_cent=1
points: percentage_point=1 point=1
"""


@cache
def _measures() -> dict[str, Measure]:
    found: dict[str, Measure] = {}
    dimension = ""
    for token in _TABLE.split():
        if token.endswith(":"):
            dimension = token[:-1]
        else:
            name, _, factor = token.rpartition("=")
            found[name] = Measure(dimension, float(factor))
    return found


def measure_of(unit: str) -> Measure:
    """The measure of a unit; a unit that is not in the table (a currency) measures itself.

    Policy: currencies are never converted: the rate of the day is not in the text.

    >>> measure_of("miles").dimension, measure_of("km").dimension, measure_of("USD")
    ('length', 'length', Measure(dimension='USD', factor=1.0))
    """
    key = unit.strip().lower().replace(" ", "_").replace("-", "_")
    measures = _measures()
    for form in (key, key.removesuffix("s"), key.removesuffix("es")):
        if form in measures:
            return measures[form]
    return Measure(unit, 1.0)
