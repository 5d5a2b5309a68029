"""Syntax from Universal Dependencies: windows of sentences in order, with word class, tag, lemma, head and relation."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from training.news_model.examples import IGNORED, Example, size_of, words_of

from twosource.annotate.news_model.lemma import script_of
from twosource.evaluation.conllu import GoldSentence

WINDOW = 192
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


def pack_trees(
    trees: Sequence[GoldSentence], labels: Labels, names: Mapping[str, list[int]], taught: Mapping[str, int]
) -> Iterator[Example]:
    """Windows of neighbouring sentences; `names` has the tags of names of the sentences that are annotated for them."""
    example, sentence = Example(), 0
    for tree in trees:
        words = words_of(tree.forms)
        full = len(example) + size_of(words) > WINDOW
        if sentence and full:
            yield example
            example, sentence = Example(), 0
        if size_of(words) < WINDOW:
            _add(example, tree, labels, (sentence, names.get(tree.id)))
            example.taught.append(taught.get(tree.text, -1))
            sentence += 1
    if sentence:
        yield example


def _add(example: Example, tree: GoldSentence, labels: Labels, of_sentence: tuple[int, list[int] | None]) -> None:
    sentence, names = of_sentence
    before = len(example.words)
    example.add(words_of(tree.forms), sentence)
    columns = {
        "upos": [_place(labels.upos, label) for label in tree.upos],
        "xpos": [_place(labels.xpos, label) for label in tree.xpos],
        "lemma": [_place(labels.scripts, script) for script in _scripts(tree)],
        "head": [head + before if head >= 0 else 0 for head in tree.heads],
        "rel": [_place(labels.rels, label) for label in tree.relations],
        "name": names if names is not None else [IGNORED] * len(tree.forms),
    }
    for task, values in columns.items():
        example.targets.setdefault(task, [IGNORED]).extend(values)


def _place(labels: Sequence[str], label: str) -> int:
    return labels.index(label) if label in labels else IGNORED
