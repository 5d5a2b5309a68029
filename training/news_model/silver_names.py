"""Names of a treebank that nobody marked: its proper nouns say where names are, the weights before say of which kind.

Where the weights saw a name without a proper noun there is none. A name that stops inside a run of proper nouns goes on
to its ends. A run that the weights saw no name in is asked nothing.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from training.news_model.examples import IGNORED
from training.news_model.names import KINDS, TITLES, tag_words

from twosource.annotate.news_model import ModelOptions
from twosource.evaluation.conllu import GoldSentence
from twosource.evaluation.reader import read_closely

_KIND_OF: Mapping[str, str] = dict(zip(("person", "organisation", "place", "event", "other"), KINDS, strict=True))
_PROPER = frozenset({"NNP", "NNPS"})


def silver_tags(trees: Sequence[GoldSentence], cache: Path) -> dict[str, list[int]]:
    """Sentence id -> tags of names, for each sentence of a treebank whose names are not marked; kept in `cache`."""
    if not cache.is_file():
        found = {tree.id: mark_names(tree, list(_names(tree))) for tree in trees}
        cache.write_text(json.dumps(found))
    kept: dict[str, list[int]] = json.loads(cache.read_text())
    return kept


def _names(tree: GoldSentence) -> Iterator[tuple[int, int, str]]:
    """First word, word after the last, kind, as the shipped weights read the sentence."""
    for mention in read_closely(tree.id, tree.text, model=ModelOptions()).entities:
        inside = [at for at, (s, e) in enumerate(tree.places) if s < mention.span.end and e > mention.span.start]
        if inside and mention.kind.value in _KIND_OF:
            yield inside[0], inside[-1] + 1, _KIND_OF[mention.kind.value]


def mark_names(tree: GoldSentence, names: Sequence[tuple[int, int, str]]) -> list[int]:
    """The tag of each word: the names that were seen, out to the ends of their runs of proper nouns."""
    found = [(*_whole(tree, first, after), kind) for first, after, kind in names if _has_proper(tree, first, after)]
    spans = [(tree.places[a][0], tree.places[b - 1][1], kind) for a, b, kind in found]
    tags = tag_words(tree.places, spans)
    return [IGNORED if tag == 0 and tree.xpos[at] in _PROPER else tag for at, tag in enumerate(tags)]


def _has_proper(tree: GoldSentence, first: int, after: int) -> bool:
    return any(tree.xpos[at] in _PROPER for at in range(first, after))


def _whole(tree: GoldSentence, first: int, after: int) -> tuple[int, int]:
    """The name out to the ends of its run of proper nouns, without titles and common words at its ends."""
    while first > 0 and tree.xpos[first - 1] in _PROPER:
        first -= 1
    while after < len(tree.forms) and tree.xpos[after] in _PROPER:
        after += 1
    while tree.xpos[first] not in _PROPER or (after - first > 1 and tree.forms[first].lower() in TITLES):
        first += 1
    while tree.xpos[after - 1] not in _PROPER:
        after -= 1
    return first, after
