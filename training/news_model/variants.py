"""Sentences told again: with other names in their places, or in the capitals of a headline, of a shout, of a chat."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from random import Random
from typing import Any

Row = dict[str, Any]

EXCHANGED = 0.6
"""The share of sentences that are told with other names."""
OF_NAMES = 0.5
"""The share of their names that are exchanged."""
HEADLINE, SHOUT, CHAT = 0.12, 0.05, 0.06
"""The shares that are told in Title Case, in capitals, and without any."""


def told_again(rows: Sequence[Row], seed: str) -> Iterator[Row]:
    """The variants of a set's sentences, drawn by the seed; names are exchanged for others of one label of the set."""
    order = Random(seed)
    known: dict[str, list[str]] = defaultdict(list)
    for row in rows:
        for entity in row["entities"]:
            known[entity["label"]].append(row["text"][entity["start"] : entity["end"]])
    for row in rows:
        if row["entities"] and order.random() < EXCHANGED:
            yield exchange_names(row, known, order)
        drawn = order.random()
        if drawn < HEADLINE:
            yield {**row, "text": capitalise_words(row["text"])}
        elif drawn < HEADLINE + SHOUT:
            yield {**row, "text": "".join(_keep_length(c, c.upper()) for c in row["text"])}
        elif drawn < HEADLINE + SHOUT + CHAT:
            yield {**row, "text": "".join(_keep_length(c, c.lower()) for c in row["text"])}


def exchange_names(row: Row, known: Mapping[str, Sequence[str]], order: Random) -> Row:
    """The sentence with some names exchanged and the places of all moved; names that overlap stay as they are."""
    text, entities, at = "", [], 0
    for entity in sorted(row["entities"], key=lambda e: (e["start"], e["end"])):
        if entity["start"] < at:
            continue
        name = row["text"][entity["start"] : entity["end"]]
        if order.random() < OF_NAMES:
            name = order.choice(known[entity["label"]])
        text += row["text"][at : entity["start"]]
        entities.append({"start": len(text), "end": len(text) + len(name), "label": entity["label"]})
        text += name
        at = entity["end"]
    return {**row, "text": text + row["text"][at:], "entities": entities}


def capitalise_words(text: str) -> str:
    """The text as a headline writes it.

    >>> capitalise_words("police say two men were held in the old town")
    'Police Say Two Men Were Held in the Old Town'
    """
    words = text.split(" ")
    return " ".join(word if at and word in _SMALL else _raise(word) for at, word in enumerate(words))


_SMALL = frozenset(("a", "an", "the", "of", "in", "on", "at", "to", "for", "and", "or", "by", "as", "but", "nor", "up"))


def _raise(word: str) -> str:
    return _keep_length(word[:1], word[:1].upper()) + word[1:]


def _keep_length(before: str, after: str) -> str:
    return after if len(after) == len(before) else before
