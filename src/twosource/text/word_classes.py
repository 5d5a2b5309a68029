"""Words that news uses for one another: classes, demonyms, verbs and their forms, read once at first use."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

STOPWORDS = frozenset(
    """
    a an the this that these those it its he him his she her hers they them their theirs we us our you your i my me
    who whom whose which what where when why how there here and or but nor so yet if then than as at by for from in
    into of off on onto out over to up with within without about after against along among around before behind below
    between beyond during except inside near outside per since through throughout toward towards under until upon via
    while because though although be have do will would shall should can could may might must not no also just only
    even still very more most much many such other another some any all both each every few own same too now ever
    again once say s t mr mrs ms dr that's it's one according accordingly however meanwhile nevertheless moreover
    last first next earlier later ago today yesterday tomorrow
    """.split()
)
"""Function words, and the few content words that stand in any report."""


@dataclass(frozen=True, slots=True)
class WordClasses:
    """The word lists of `word_classes.toml`."""

    groups: dict[str, str]
    """Word -> the word that stands for its class; "arms" -> "weapon"."""
    countries: dict[str, str]
    """Demonym or capital -> country; "russian" -> "russia"."""
    verbs: frozenset[str]
    irregular: dict[str, str]
    """Form -> dictionary form; "flew" -> "fly"."""


@cache
def load_word_classes() -> WordClasses:
    """The word lists; of two classes that share a word the first has it.

    >>> load_word_classes().groups["arms"], load_word_classes().irregular["flew"]
    ('weapon', 'fly')
    """
    table = tomllib.loads(files("twosource.text").joinpath("word_classes.toml").read_text("utf-8"))
    groups: dict[str, str] = {}
    for words in (line.split() for line in table["classes"].strip().splitlines()):
        for word in words:
            groups.setdefault(word, words[0])
    return WordClasses(
        groups=groups,
        countries=_pairs(table["demonyms"]),
        verbs=frozenset(table["verbs"].split()),
        irregular=_pairs(table["irregular"]),
    )


def _pairs(source: str) -> dict[str, str]:
    return dict(pair.split("=") for pair in source.split())
