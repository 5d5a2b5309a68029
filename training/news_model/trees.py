"""Syntax from Universal Dependencies: sentences with word class, tag, lemma, head and relation."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from training.news_model.examples import IGNORED, Example, words_of

from twosource.annotate.news_model.lemma import script_of
from twosource.evaluation.conllu import GoldSentence

MIN_SCRIPTS = 3  # how often a lemma script must be seen to be learned


@dataclass(frozen=True, slots=True)
class Labels:
    """The labels that syntax is spoken of in, most frequent first."""

    upos: tuple[str, ...]
    xpos: tuple[str, ...]
    rels: tuple[str, ...]
    scripts: tuple[str, ...]


def labels_of(trees: Sequence[GoldSentence]) -> Labels:
    """Every label of the trees; lemma scripts that are rare are left out."""
    scripts = Counter(script for tree in trees for script in _scripts(tree))
    return Labels(
        upos=_ranked(Counter(label for tree in trees for label in tree.upos)),
        xpos=_ranked(Counter(label for tree in trees for label in tree.xpos)),
        rels=_ranked(Counter(label for tree in trees for label in tree.relations)),
        scripts=_ranked(Counter({script: count for script, count in scripts.items() if count >= MIN_SCRIPTS})),
    )


def _scripts(tree: GoldSentence) -> list[str]:
    return [script_of(form, lemma) for form, lemma in zip(tree.forms, tree.lemmas, strict=True)]


def _ranked(counts: Counter[str]) -> tuple[str, ...]:
    return tuple(sorted(counts, key=lambda label: (-counts[label], label)))


def read_trees(
    trees: Sequence[GoldSentence], labels: Labels, names: Mapping[str, list[int]], taught: Mapping[str, int]
) -> Iterator[Example]:
    """Each sentence with its targets; `names` has the tags of names of the sentences that are annotated for them."""
    for tree in trees:
        example = Example()
        example.add(words_of(tree.forms), 0)
        columns = {
            "upos": [_place(labels.upos, label) for label in tree.upos],
            "xpos": [_place(labels.xpos, label) for label in tree.xpos],
            "lemma": [_place(labels.scripts, script) for script in _scripts(tree)],
            "head": [head + 1 if head >= 0 else 0 for head in tree.heads],
            "rel": [_place(labels.rels, label) for label in tree.relations],
            "name": names.get(tree.id, [IGNORED] * len(tree.forms)),
        }
        example.targets = {task: [IGNORED, *values] for task, values in columns.items()}
        example.taught = [taught.get(tree.text, -1)]
        yield example


def _place(labels: Sequence[str], label: str) -> int:
    return labels.index(label) if label in labels else IGNORED
