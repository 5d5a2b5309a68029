"""Words that news uses for one another, verbs and their forms, stop words: read from a list once, at first use."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class WordClasses:
    """The word lists of `word_classes.toml`."""

    groups: dict[str, str]
    """Word -> the word that stands for its class; "arms" -> "weapon"."""
    countries: dict[str, str]
    """Demonym or capital -> country; "russian" -> "russia"."""
    verbs: frozenset[str]
    """Dictionary forms, those of irregular verbs among them."""
    irregular: dict[str, str]
    """Form -> dictionary form; "flew" -> "fly", "wives" -> "wife"."""
    stopwords: frozenset[str]
    """Function words, and the few content words that stand in any report."""


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
    irregular_verbs = _pairs(table["irregular_verbs"])
    return WordClasses(
        groups=groups,
        countries=_pairs(table["demonyms"]),
        verbs=frozenset(table["verbs"].split()) | frozenset(irregular_verbs.values()),
        irregular=irregular_verbs | _pairs(table["irregular_nouns"]),
        stopwords=frozenset(table["stopwords"].split()),
    )


def _pairs(source: str) -> dict[str, str]:
    return dict(pair.split("=") for pair in source.split())
