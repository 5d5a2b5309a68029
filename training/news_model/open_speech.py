"""Attribution from openly licensed sets: GUM's attribution relations, and verbs of saying and thinking in PropBank EWT.

Both mark less strictly than PolNeAR, and other kinds of text. Relations of GUM without a verb or a word that signals
them are left out; so are, of PropBank, sentences in which such a verb stands that has no clause of its own.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from training.news_model.examples import IGNORED, Example, words_of
from training.news_model.polnear import TAGS, read_articles, read_windows

from twosource.evaluation.conllu import GoldSentence
from twosource.evaluation.gold import read_rows

SENSES = frozenset(
    """say.01 tell.01 think.01 believe.01 hope.01 feel.02 claim.01 state.01 report.01 suggest.01 explain.01 confirm.01
    argue.01 admit.01 announce.01 warn.01 insist.01 note.01 deny.01 conclude.01 indicate.01 mention.01 add.01 hear.01
    fear.01 doubt.01 propose.01 estimate.01 predict.01 allege.01 acknowledge.01 reply.01 stress.01 declare.01 write.01
    expect.01 plan.01 promise.01 complain.01 guess.01 assume.02 agree.01 recommend.01 know.01 decide.01 want.01 find.02
    realize.01 learn.01 understand.01 show.01 reveal.01 imply.01 demand.01 urge.01 vow.01 pledge.01""".split()
)
"""The senses of PropBank that have somebody (ARG0) say, think or plan something (ARG1)."""
MIN_CONTENT = 3
"""How many words a content has at least: less is a thing, no clause."""


def read_gum(folder: Path) -> list[Example]:
    """Every window of the training documents whose text is openly licensed."""
    licensed = {row["text"] for row in read_rows(folder / "articles.jsonl") if row["license_group"] == "open"}
    return [
        example
        for text, attributions in read_articles(folder, "train")
        if text in licensed
        for example in read_windows(text, [a for a in attributions if a["cue"] and a["source"]])
    ]


def read_propbank(path: Path, trees: Sequence[GoldSentence]) -> Iterator[Example]:
    """The sentences of a split of PropBank EWT whose words are those of a tree of the same id."""
    forms = {tree.id: tree.forms for tree in trees}
    for row in read_rows(path):
        if forms.get(row["sent_id"]) == tuple(row["tokens"]) and (tags := _tags(row)) is not None:
            example = Example()
            example.add(words_of(row["tokens"]), 0)
            example.targets = {"tag": [IGNORED, *tags[0]], "anchor": [IGNORED, *tags[1]]}
            yield example


def _tags(row: dict[str, Any]) -> tuple[list[int], list[int]] | None:
    """Tag and cue of each word; None where a verb of saying has no clause, so that nothing is known of the sentence."""
    tags, anchors = [0] * len(row["tokens"]), [IGNORED] * len(row["tokens"])
    for predicate in (p for p in row["preds"] if p["roleset"] in SENSES):
        spans = {role: (first - 1, last) for role, first, last in predicate["args"]}
        source, content = spans.get("ARG0"), spans.get("ARG1")
        if source is None or content is None or content[1] - content[0] < MIN_CONTENT:
            return None
        cue = predicate["i"] - 1
        for role, (first, after) in (("content", content), ("source", source), ("cue", (cue, cue + 1))):
            begin = TAGS.index(f"B-{role}")
            tags[first:after] = [begin, *[begin + 1] * (after - first - 1)]
            anchors[first:after] = [cue + 1] * (after - first)
    return tags, anchors
