"""Syntax against treebanks: word classes, tags, lemmas and trees.

`uas` and `las` are the shares of words with the right head, and with the right head and relation; `las` compares
relations without their subtypes (`nsubj:pass` is `nsubj`), as the shared tasks of Universal Dependencies do, `las_full`
with them. Words are given as the treebank cuts them; `raw_` figures are F1 on the text as it stands, cut by us.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from twosource.annotate.news_model import NewsReader, load_reader
from twosource.evaluation.conllu import GoldSentence, read_trees
from twosource.evaluation.metric import Metric, measure, ratio
from twosource.model import ParsedSentence, Record

DATASETS = ("ud_ewt", "ud_gum_open")
_THREADS = 1  # figures are the same for every number


class SyntaxCounts(Record, frozen=True, kw_only=True):
    """What is right in one sentence."""

    words: int
    found: int
    upos: int = 0
    xpos: int = 0
    lemma: int = 0
    uas: int = 0
    las: int = 0
    las_full: int = 0


def evaluate_syntax(data: Path) -> tuple[Metric, ...]:
    """Accuracies in percent on the development part of every treebank in the folder `data`, with intervals."""
    reader = load_reader(_THREADS)
    return tuple(m for name in DATASETS if (data / name).is_dir() for m in _evaluate_set(data / name, reader))


def _evaluate_set(folder: Path, reader: NewsReader) -> Iterator[Metric]:
    gold = [sentence for path in sorted(folder.glob("*-dev.conllu")) for sentence in read_trees(path)]
    given = [count_words(g, f) for g, f in zip(gold, reader.read_words([g.forms for g in gold]), strict=True)]
    yield from _metrics(folder.name, "", given, ("upos", "xpos", "lemma", "uas", "las", "las_full"))
    raw = [count_raw(sentence, reader.read(sentence.text).syntax) for sentence in gold]
    yield from _metrics(folder.name, "raw_", raw, ("upos", "uas", "las"))


def _metrics(dataset: str, prefix: str, counts: Sequence[SyntaxCounts], names: Sequence[str]) -> Iterator[Metric]:
    for name in names:
        score = _score(name)
        yield measure(score, counts, area="syntax", dataset=dataset, name=prefix + name)


def _score(name: str) -> Callable[[Sequence[SyntaxCounts]], float]:
    def share(counts: Sequence[SyntaxCounts]) -> float:
        """F1; where the words are given it is the share of words."""
        return 100 * ratio(2 * sum(getattr(c, name) for c in counts), sum(c.words + c.found for c in counts))

    return share


def count_words(gold: GoldSentence, found: ParsedSentence) -> SyntaxCounts:
    """The counts of a sentence whose words were given."""
    heads = [g == f for g, f in zip(gold.heads, found.heads, strict=True)]
    full = [g == f for g, f in zip(gold.relations, found.relations, strict=True)]
    plain = [_plain(g) == _plain(f) for g, f in zip(gold.relations, found.relations, strict=True)]
    return SyntaxCounts(
        words=len(gold.forms),
        found=len(gold.forms),
        upos=_equal(gold.upos, found.upos),
        xpos=_equal(gold.xpos, found.xpos),
        lemma=_equal(gold.lemmas, found.lemmas),
        uas=sum(heads),
        las=sum(h and r for h, r in zip(heads, plain, strict=True)),
        las_full=sum(h and r for h, r in zip(heads, full, strict=True)),
    )


def _equal(gold: Sequence[str], found: Sequence[str]) -> int:
    return sum(g == f for g, f in zip(gold, found, strict=True))


def _plain(relation: str) -> str:
    return relation.partition(":")[0]


def count_raw(gold: GoldSentence, found: Sequence[ParsedSentence]) -> SyntaxCounts:
    """The counts of a sentence that we cut into words ourselves: a word is right where it stands where gold's does."""
    ours = {place: word for sentence in found for place, word in _words(sentence)}
    theirs = dict(_gold_words(gold))
    shared = [(theirs[place], ours[place]) for place in theirs if place in ours]
    return SyntaxCounts(
        words=len(theirs),
        found=len(ours),
        upos=sum(g[0] == f[0] for g, f in shared),
        uas=sum(g[1] == f[1] for g, f in shared),
        las=sum(g[1:] == f[1:] for g, f in shared),
    )


Place = tuple[int, int]
_ROOT = (-1, -1)


def _words(sentence: ParsedSentence) -> Iterator[tuple[Place, tuple[str, Place, str]]]:
    for place, upos, head, relation in zip(
        sentence.places, sentence.upos, sentence.heads, sentence.relations, strict=True
    ):
        yield place, (upos, sentence.places[head] if head >= 0 else _ROOT, _plain(relation))


def _gold_words(gold: GoldSentence) -> Iterator[tuple[Place, tuple[str, Place, str]]]:
    for place, upos, head, relation in zip(gold.places, gold.upos, gold.heads, gold.relations, strict=True):
        yield place, (upos, gold.places[head] if head >= 0 else _ROOT, _plain(relation))
