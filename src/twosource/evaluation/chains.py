"""Chains of speakers against own gold: who reports that who says what.

A hundred texts in the style of news, written for this project, each with one chain drawn into it: the content of every
level, and the voices from the outermost to the one who said it. A chain is whole where every level is found with the
right voice, a content that overlaps the drawn one by half or more, and the level above as its parent; the outermost
has none. The rules were improved on the errors of the first half; the second was only counted.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from twosource.annotate.news_model import ModelOptions
from twosource.evaluation.drawing import Drawing, undraw
from twosource.evaluation.gold import halves_of, read_own_rows
from twosource.evaluation.metric import Metric, measure, ratio
from twosource.evaluation.overlap import MIN_JACCARD, NumberedWords, jaccard
from twosource.evaluation.reader import read_closely
from twosource.evaluation.same_voice import is_same_voice
from twosource.model import Attribution

OWN_CHAINS = "own_chains"


def evaluate_chains(model: ModelOptions, prefix: str = "") -> Iterator[Metric]:
    """The share of chains that are found whole, in percent, in each half and in all."""
    for half, rows in halves_of(read_own_rows(OWN_CHAINS)).items():
        whole = [is_found_whole(row, model) for row in rows]
        yield measure(_share, whole, area="attribution", dataset=OWN_CHAINS, name=f"{prefix}{half}_chains_whole")


def _share(whole: Sequence[bool]) -> float:
    return 100 * ratio(sum(whole), len(whole))


def is_found_whole(row: Mapping[str, Any], model: ModelOptions) -> bool:
    """Whether the chain of one case is found: voices, contents and parents of every level."""
    drawing = undraw(row["text"])
    found = read_closely(row["id"], drawing.text, model=model).attributions
    by_id = {attribution.id: attribution for attribution in found}
    return any(_fits(_chain_to(by_id, inner), row["chain"], drawing) for inner in found)


def _chain_to(by_id: Mapping[str, Attribution], inner: Attribution) -> list[Attribution]:
    """An attribution with those around it, the outermost first."""
    chain = [inner]
    while chain[0].parent is not None:
        chain.insert(0, by_id[chain[0].parent])
    return chain


def _fits(chain: Sequence[Attribution], voices: Sequence[Sequence[str]], drawing: Drawing) -> bool:
    if len(chain) != len(voices):
        return False
    words = NumberedWords(drawing.text)
    return all(
        is_same_voice(attribution.voice, accepted) and _overlaps(words, attribution, drawing, level)
        for level, (attribution, accepted) in enumerate(zip(chain, voices, strict=True), start=1)
    )


def _overlaps(words: NumberedWords, attribution: Attribution, drawing: Drawing, level: int) -> bool:
    """Whether a content is that of a level; a mark named "12" draws the content of levels 1 and 2."""
    drawn = [(mark.start, mark.end) for mark in drawing.marks if str(level) in mark.name]
    found = [span.extent for span in attribution.content]
    return jaccard(words.touched(drawn), words.touched(found)) >= MIN_JACCARD
