"""Which areas can be evaluated, where their gold lies, and how they are found: by name, loaded when asked for.

An area `x` is a module `evaluation/x.py` with a function `evaluate_x(data)` that takes the folder of its gold and gives
metrics. Data is laid out as `<data>/<folder of the area>/<dataset>/`; a metric's dataset is the name of that folder.
"""

from __future__ import annotations

import glob
import importlib
from collections.abc import Iterable
from pathlib import Path

from twosource.errors import ConfigError
from twosource.evaluation.gold import OWN_GOLD, digest_of_files
from twosource.evaluation.metric import Metric
from twosource.model import Record

AREAS: dict[str, str] = {
    "time": "time",
    "timelines": "timelines",
    "attribution": "attribution",
    "entities": "entities",
    "syntax": "ling",
    "vectors": "claims",
    "stories": "stories",
    "lineage": "lineage",
    "credits": "lineage",
    "claims": "claims",
    "findings": "findings",
    "alignment": "claims",
    "check": "findings",
    "counting": "lineage",
}
"""Name of an area, and the folder that holds its gold."""

ALL = "all"


def choose_areas(name: str) -> tuple[str, ...]:
    """The areas that a name on the command line means. Raises `ConfigError` for a name that is none.

    >>> choose_areas("time"), len(choose_areas("all")) == len(AREAS)
    (('time',), True)
    """
    if name == ALL:
        return tuple(AREAS)
    if name not in AREAS:
        raise ConfigError("no such area", option="area", given=name, allowed=", ".join((*AREAS, ALL)))
    return (name,)


def folder_of(area: str, data: Path) -> Path:
    """Where the gold of an area lies: `data` itself, or the area's folder in it. Raises `ConfigError` where it is not.

    Both `--data data` and `--data data/time` are understood, because `all` needs the first.
    """
    inside = data / AREAS[area]
    if inside.is_dir():
        return inside
    if data.is_dir() and data.name == AREAS[area]:
        return data
    raise ConfigError("no gold there", option="--data", given=str(data), allowed=f"a folder with {AREAS[area]}/ in it")


def evaluate_area(area: str, folder: Path) -> tuple[Metric, ...]:
    """The metrics of one area on the gold in `folder`."""
    module = importlib.import_module(f"twosource.evaluation.{area}")
    metrics: tuple[Metric, ...] = getattr(module, f"evaluate_{area}")(folder)
    return metrics


def errors_of(area: str, folder: Path) -> tuple[Record, ...]:
    """Every error of one area, set by set, each sorted by rule. Raises `ConfigError` for an area that lists none."""
    module = importlib.import_module(f"twosource.evaluation.{area}")
    list_errors = getattr(module, "list_errors", None)
    if list_errors is None:
        raise ConfigError("this area lists no errors", option="--errors", given=area, allowed="time")
    return tuple(error for name in module.DATASETS if (folder / name).is_dir() for error in list_errors(folder / name))


def digests_of(metrics: Iterable[Metric], folder: Path) -> dict[str, str]:
    """A digest of the gold behind each metric, by its key.

    The gold is the folder named like the metric's dataset: in the area's folder, among our own sets, or borrowed from
    another area. A dataset without a folder of its own is made of the whole area.
    """
    digest_by_place: dict[Path, str] = {}
    found: dict[str, str] = {}
    for metric in metrics:
        place = _gold_of(metric.dataset, folder)
        if place not in digest_by_place:
            digest_by_place[place] = digest_of_files(p for p in place.rglob("*.json*") if p.is_file())
        found[metric.key] = digest_by_place[place]
    return found


def _gold_of(dataset: str, folder: Path) -> Path:
    borrowed = sorted(folder.parent.glob(f"*/{glob.escape(dataset)}"))
    places = (folder / dataset, OWN_GOLD / dataset, folder.parent / dataset, *borrowed)
    return next((place for place in places if place.is_dir()), folder)
