"""Whose voice it is, against gold: own cases across sentences, and the coreference of GUM.

Own: 150 texts written for this project, each with one source drawn into it, or a quotation that stands alone, and the
voice it has; a case without a voice leaves two candidates, and the right answer is none. GUM: source, cue and content
are the gold ones, so that only the voice is judged; it is right where it names what a mention of the source's
coreference cluster names. `voice_right` counts answers only, a voice where none is due among them; `answered` is the
share of the cases with a voice that got one, right or wrong; `abstained` the share of those without that got none.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from msgspec.structs import replace

from twosource.annotate.attribution import Speech, annotate_attribution
from twosource.annotate.entities import annotate_entities
from twosource.annotate.news_model import ModelOptions
from twosource.evaluation.drawing import undraw
from twosource.evaluation.gold import halves_of, read_own_rows, read_rows
from twosource.evaluation.metric import Metric, measure, ratio
from twosource.evaluation.reader import read_closely
from twosource.evaluation.same_voice import is_same_voice, name_words
from twosource.model import Article, Attribution, Extent, Reading

OWN_SPEAKERS = "own_speakers"
_DEVELOPMENT = "dev"
_PRONOUNS = frozenset(
    "i me my we us our you your he him his she her it its they them their this that these those who which".split()
)


class Verdict(NamedTuple):
    """One case: whether a voice is due, whether one was given, and whether it is the right one."""

    due: bool
    given: bool
    right: bool
    pronoun: bool = False


def evaluate_own_speakers(model: ModelOptions, prefix: str = "") -> Iterator[Metric]:
    """Figures of the own cases in percent, in each half and in all."""
    for half, rows in halves_of(read_own_rows(OWN_SPEAKERS)).items():
        yield from _metrics(OWN_SPEAKERS, prefix + half, [judge_case(row, model) for row in rows])


def evaluate_gum_speakers(attribution: Path, entities: Path) -> Iterator[Metric]:
    """Figures of GUM's sources with gold coreference in percent: of `dev` and of all, of pronouns alone, too."""
    judged = [*judge_gum(attribution, entities)]
    for part, verdicts in (
        ("dev", [v for split, v in judged if split == _DEVELOPMENT]),
        ("all", [v for _, v in judged]),
    ):
        yield from _metrics(attribution.name, f"{part}_speakers", verdicts)
        yield from _metrics(attribution.name, f"{part}_pronoun", [v for v in verdicts if v.pronoun])


def _metrics(dataset: str, part: str, verdicts: Sequence[Verdict]) -> Iterator[Metric]:
    for score in (voice_right, answered, abstained):
        units = _UNITS[score](verdicts)
        if units:
            yield measure(score, units, area="attribution", dataset=dataset, name=f"{part}_{score.__name__}")


def voice_right(verdicts: Sequence[Verdict]) -> float:
    """Share of right voices among those given, in percent."""
    return 100 * ratio(sum(v.right for v in verdicts), sum(v.given for v in verdicts))


def answered(verdicts: Sequence[Verdict]) -> float:
    """Share of cases with a voice due that got one, in percent."""
    return 100 * ratio(sum(v.given and v.due for v in verdicts), sum(v.due for v in verdicts))


def abstained(verdicts: Sequence[Verdict]) -> float:
    """Share of cases with no voice due that got none, in percent."""
    return 100 * ratio(sum(not v.given and not v.due for v in verdicts), sum(not v.due for v in verdicts))


_UNITS: Mapping[Callable[[Sequence[Verdict]], float], Callable[[Sequence[Verdict]], list[Verdict]]] = {
    voice_right: lambda verdicts: [v for v in verdicts if v.given],
    answered: lambda verdicts: [v for v in verdicts if v.due],
    abstained: lambda verdicts: [v for v in verdicts if not v.due],
}


def judge_case(row: Mapping[str, Any], model: ModelOptions) -> Verdict:
    """What became of one own case: the voice of the attribution whose source, or content, is the drawn one."""
    drawing = undraw(row["text"])
    found = read_closely(row["id"], drawing.text, model=model).attributions
    sourced, content = drawing.extents("s"), drawing.extents("c")
    at = [a for a in found if _touches(a.source, sourced) or _touches(a.content, content)]
    voice = next((a.voice for a in at if a.voice is not None), None)
    return Verdict(bool(row["voice"]), voice is not None, is_same_voice(voice, row["voice"]))


def _touches(spans: Sequence[Any], drawn: Sequence[Extent]) -> bool:
    return any(span.start < end and start < span.end for span in spans for start, end in drawn)


def judge_gum(attribution: Path, entities: Path) -> Iterator[tuple[str, Verdict]]:
    """Split and verdict of every source that names or stands for somebody, in the documents with gold coreference."""
    sentences, gold = (
        _by_key(read_rows(entities / "sentences.jsonl"), "doc"),
        _by_key(read_rows(attribution / "attributions.jsonl"), "article"),
    )
    for row in read_rows(attribution / "articles.jsonl"):
        if row["id"] in sentences:
            clusters = _clusters(row["text"], sentences[row["id"]])
            for verdict in _judge_document(row, gold.get(row["id"], []), clusters):
                yield row["split"], verdict


def _by_key(rows: Sequence[dict[str, Any]], key: str) -> dict[str, list[dict[str, Any]]]:
    found: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for row in rows:
        found[row[key]].append(row)
    return found


class _Clusters(NamedTuple):
    """The mentions of one document by place, and what each cluster is called."""

    mentions: list[tuple[int, int, str]]
    names: dict[str, set[tuple[str, ...]]]


def _clusters(text: str, sentences: Sequence[Mapping[str, Any]]) -> _Clusters:
    mentions: list[tuple[int, int, str]] = []
    names: dict[str, set[tuple[str, ...]]] = defaultdict(set)
    place = 0
    for sentence in sentences:
        place = text.index(sentence["text"], place)
        for entity in sentence["entities"]:
            mentions.append((place + entity["start"], place + entity["end"], entity["coref"]))
            words = name_words(entity["quote"])
            if words and not set(words) <= _PRONOUNS:
                names[entity["coref"]].add(words)
        place += len(sentence["text"])
    return _Clusters(mentions, names)


def _judge_document(
    row: Mapping[str, Any], gold: Sequence[Mapping[str, Any]], clusters: _Clusters
) -> Iterator[Verdict]:
    sourced = [g for g in gold if g["source"] and g["content"] and g["cue_from"] != "rest"]
    for given in _voices(row, sourced):
        start, end = given.source[0].start, given.source[-1].end
        mention = _mention_at(clusters, start, end)
        names = clusters.names.get(mention, set()) if mention is not None else set()
        pronoun = row["text"][start:end].lower() in _PRONOUNS
        if mention is not None:
            right = given.voice is not None and _is_one_of(name_words(given.voice), names)
            yield Verdict(bool(names), given.voice is not None, right, pronoun)


def _voices(row: Mapping[str, Any], gold: Sequence[Mapping[str, Any]]) -> tuple[Attribution, ...]:
    """The gold attributions of a document with the voices that we give them."""
    speeches = [Speech(_extents(g["cue"]), _extents(g["content"]), _extents(g["source"])) for g in gold]
    bare = Reading(article=Article(id=row["id"], raw=row["id"], text=row["text"]))
    return annotate_attribution(replace(bare, entities=annotate_entities(bare)), finder=lambda _: speeches)


def _extents(ranges: Sequence[Sequence[int]]) -> tuple[Extent, ...]:
    return tuple((start, end) for start, end in ranges)


def _mention_at(clusters: _Clusters, start: int, end: int) -> str | None:
    """The cluster of the smallest mention that holds a source, else of the longest one inside it."""
    holding = [m for m in clusters.mentions if m[0] <= start and end <= m[1]]
    if holding:
        return min(holding, key=lambda m: m[1] - m[0])[2]
    inside = [m for m in clusters.mentions if start <= m[0] and m[1] <= end]
    return max(inside, key=lambda m: m[1] - m[0])[2] if inside else None


def _is_one_of(words: tuple[str, ...], names: set[tuple[str, ...]]) -> bool:
    """Whether a voice is what a cluster is called: all its words are among those of a mention, or the other way."""
    return bool(words) and any(set(words) <= set(name) or set(name) <= set(words) for name in names)
