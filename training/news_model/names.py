"""Names: sentences of the openly licensed sets in one scheme of five kinds.

The sets do not mark the same things. Where a set knows only persons, organisations and places, what it leaves unmarked
may still be an event or another name: such words are `OPEN`, and the loss asks only that they be none of the three.
Mentions of GUM are whole noun phrases: they are cut to the run of proper nouns around their head, without titles. What
is proper the tag of the Penn treebank says: by its universal class "United" of "the United States" is an adjective.
Where the cut leaves a bare title ("the President"), a people ("Americans") or nothing, the proper nouns of the mention
are asked nothing.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from pathlib import Path
from typing import Any

from training.news_model.examples import IGNORED, Example, words_of
from training.news_model.variants import told_again

from twosource.annotate.news_model.grid import find_grid
from twosource.evaluation.conllu import GoldSentence
from twosource.evaluation.entities import WIKIGOLD_TRAIN
from twosource.evaluation.gold import read_rows

KINDS = ("PER", "ORG", "LOC", "EVT", "MISC")
TAGS = ("O", *(f"{mark}-{kind}" for kind in KINDS for mark in "BI"))
OPEN = len(TAGS)
"""The target of a word that is none of the three common kinds."""
MAX_WORDS = 120
KIND_OF: Mapping[str, str] = {
    **dict.fromkeys(("PER", "person", "politician"), "PER"),
    **dict.fromkeys(("ORG", "organisation", "organization", "politicalparty", "corporation", "group"), "ORG"),
    **dict.fromkeys(("LOC", "place", "location", "country"), "LOC"),
    **dict.fromkeys(("event", "election"), "EVT"),
    **dict.fromkeys(("MISC", "misc", "creative-work", "product", "object", "abstract", "animal", "plant"), "MISC"),
}
_TITLES = frozenset(
    """mr mr. mrs mrs. ms ms. dr dr. sir dame lord lady president senator sen. rep. gov. governor king queen prince
    princess pope professor prof. judge justice general gen. col. capt. captain sgt. minister chancellor speaker
    secretary chief leader chairman congressman ambassador""".split()
)
_LINKS = frozenset({"of", "the", "for", "-", "'s", "’s", "de", "&", "al", "von", "van"})
_ONLY_THREE = frozenset({"btc"})
_TOLD_AGAIN = {"wikigold": 3, "crossner_politics": 6, "wnut17": 1, "btc": 0}
"""How often each set is told again: tweets outnumber edited text by far."""


def read_examples(folder: Path) -> list[Example]:
    """Every training sentence of the sets, as it is and told again: wikigold's first four fifths, train, all of btc."""
    found: list[Example] = []
    for name, times in _TOLD_AGAIN.items():
        rows = list(read_rows(folder / name / "sentences.jsonl"))[: WIKIGOLD_TRAIN if name == "wikigold" else None]
        train = [row for row in rows if row.get("split", "train") == "train"]
        again = (row for time in range(times) for row in told_again(train, f"{name}/{time}"))
        for row in (*train, *again):
            found += _example(row, only_three=name in _ONLY_THREE)
    return found


def _example(row: dict[str, Any], *, only_three: bool) -> Iterator[Example]:
    places = find_grid(row["text"])
    if not 0 < len(places) <= MAX_WORDS:
        return
    example = Example()
    example.add(words_of(row["text"][s:e] for s, e in places), 0)
    spans = [(e["start"], e["end"], KIND_OF[e["label"]]) for e in row["entities"] if e["label"] in KIND_OF]
    example.targets = {"name": [IGNORED, *tag_words(places, spans, other=OPEN if only_three else 0)]}
    yield example


def tag_words(places: Sequence[tuple[int, int]], spans: Sequence[tuple[int, int, str]], *, other: int = 0) -> list[int]:
    """The tag of each word; of overlapping spans the longest counts."""
    tags = [other] * len(places)
    taken = [False] * len(places)
    starts = [start for start, _ in places]
    for start, end, kind in sorted(spans, key=lambda span: (span[0] - span[1], span)):
        first, after = bisect_left(starts, start), bisect_left(starts, end)
        first -= first > 0 and places[first - 1][1] > start
        if first < after and not any(taken[first:after]):
            taken[first:after] = [True] * (after - first)
            begin = 1 + 2 * KINDS.index(kind)
            tags[first:after] = [begin, *[begin + 1] * (after - first - 1)]
    return tags


def names_of_trees(trees: Sequence[GoldSentence], sentences: Path) -> dict[str, list[int]]:
    """Sentence id -> tags of names, for the sentences of GUM."""
    gold = {row["id"]: row["entities"] for row in read_rows(sentences)}
    return {tree.id: _tags_of_tree(tree, gold[tree.id]) for tree in trees if tree.id in gold}


def _tags_of_tree(tree: GoldSentence, entities: Sequence[dict[str, Any]]) -> list[int]:
    named = [e for e in entities if e["named"] and e["label"] in KIND_OF]
    begun = {e["start"] for e in named}
    names = [_name(tree, entity, begun) for entity in named]
    tags = tag_words(tree.places, [name for name in names if name is not None])
    for entity, name in zip(named, names, strict=True):
        if name is None:
            for at in _inside(tree, entity):
                tags[at] = IGNORED if tags[at] == 0 and _proper(tree, at) else tags[at]
    return tags


def _inside(tree: GoldSentence, entity: dict[str, Any]) -> list[int]:
    return [at for at, (s, e) in enumerate(tree.places) if s >= entity["start"] and e <= entity["end"]]


def _name(tree: GoldSentence, entity: dict[str, Any], begun: AbstractSet[int]) -> tuple[int, int, str] | None:
    """The name of a mention: the proper nouns around its head without titles; `None` where that is no name."""
    kind = KIND_OF[entity["label"]]
    first, after = _core(tree, _inside(tree, entity), begun if kind == "ORG" else None)
    while first < after and tree.forms[first].lower() in _TITLES:
        first += 1
    if first == after or tree.forms[first].lower() in _LINKS or (kind == "PER" and tree.xpos[after - 1] == "NNPS"):
        return None
    return tree.places[first][0], tree.places[after - 1][1], kind


def _core(tree: GoldSentence, inside: Sequence[int], begun: AbstractSet[int] | None) -> tuple[int, int]:
    """The run of proper nouns around the head, over links between them; empty where the head is none."""
    head = next((at for at in inside if tree.heads[at] not in inside), None)
    if head is None or not _proper(tree, head):
        return 0, 0
    first, after = head, head + 1
    while first - 1 in inside and _proper(tree, first - 1):
        first -= 1
    while (end := _next_proper(tree, inside, after, begun)) is not None:
        after = end
    return first, after


def _next_proper(tree: GoldSentence, inside: Sequence[int], after: int, begun: AbstractSet[int] | None) -> int | None:
    """The end of the run if it goes on over links, and over "and" where no mention of `begun` starts behind it."""
    at = after
    while at in inside and tree.forms[at].lower() in _LINKS and at - after < 2:
        at += 1
    if begun is not None and at == after and at + 1 in inside and tree.forms[at] == "and":
        at += tree.places[at + 1][0] not in begun
    return at + 1 if at in inside and _proper(tree, at) else None


def _proper(tree: GoldSentence, at: int) -> bool:
    return tree.xpos[at] in ("NNP", "NNPS") or (tree.forms[at] == "-" and at + 1 < len(tree.forms))
