"""How common a word is in general: document counts made once, before any corpus is seen."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files


@dataclass(frozen=True)
class Background:
    """`counts[word]` of `passages` passages hold the word; `names` are words that nearly always stand capitalised."""

    passages: int
    counts: Mapping[str, int]
    names: frozenset[str]


@cache
def load_background() -> Background:
    """The shipped table, made by `training/stories/build_background.py` from openly licensed text.

    >>> table = load_background()
    >>> table.counts["police"] > table.counts.get("sanction", 0)
    True
    """
    lines = files("twosource.stories").joinpath("background.tsv").read_text(encoding="utf-8").splitlines()
    counts: dict[str, int] = {}
    names: set[str] = set()
    for line in lines[1:]:
        word, count, *mark = line.split("\t")
        counts[word] = int(count)
        if mark:
            names.add(word)
    return Background(passages=int(lines[0].rpartition("\t")[2]), counts=counts, names=frozenset(names))
