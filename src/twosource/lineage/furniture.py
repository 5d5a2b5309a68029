"""Furniture that only a corpus shows: words that return in articles of one publisher that have nothing else in common.

A rule knows a newsletter box by its wording; this knows it by its coming back. What returns in the reports of one
running story is background and no furniture, however often it returns, so the articles must be about different things.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

import numpy as np
import numpy.typing as npt
from msgspec.structs import replace

from twosource.lineage.evidence import Mask, is_content
from twosource.lineage.families import load_families
from twosource.lineage.fingerprint import GRAM, Hashes, Offsets, Words, hash_grams, hash_texts
from twosource.lineage.options import LineageOptions
from twosource.lineage.statements import join_ranges
from twosource.model import Extent, Passage, Reading, Role, span_of
from twosource.text.sentences import split_sentences
from twosource.text.trim import trim

_LEAST_WORDS = 8
"""Words that must return in a row. Shorter ones are as often plain sentences: "No one was injured in the crash." """
_LEAST_RUNS = _LEAST_WORDS - GRAM + 1
_INLINE_WORDS = 20
"""Words in a row that are cut out of a sentence: links between names of 411 pages of one outlet have 25 to 60."""
_MOSTLY = 0.8
"""Share of a line or sentence that must return for the whole of it to be furniture."""
_LEAST_SHARE = 0.002
"""Share of a publisher's articles, so that among 20,000 of one agency a stock phrase does not count for furniture."""
_HEAD_CHARS = 1_200
_HEAD_STEMS = 100
_ALIKE = 0.2
# Two articles count as related that share so much of the content words of their beginnings. Of pairs of one event and
# one site 95 in 100 share more than .18, of random pairs of one site half share less than .10.
_LOOKED_AT = 200
"""Articles that are looked through for unrelated ones, in order of their words: no box needed more than 40."""


def mark_furniture(readings: Sequence[Reading], *, options: LineageOptions | None = None) -> tuple[Reading, ...]:
    """The readings in the same order, with passages that turned out to be their publisher's furniture marked as such.

    Policy: whole lines and sentences of at least eight words are marked, and longer stretches inside a sentence. Texts
    that are equal count once, so that a copy teaches nothing. A headline is never furniture. The result depends on the
    words, addresses and outlets of the articles, never on their order or ids.
    """
    settings = options or LineageOptions()
    if not settings.furniture_articles:
        return tuple(readings)
    families = load_families(settings.families)
    publishers: defaultdict[str | None, set[str]] = defaultdict(set)
    owners = [families.site_of(r.article) for r in readings]
    for owner, reading in zip(owners, readings, strict=True):
        publishers[owner].add(reading.article.text)
    found: dict[tuple[str | None, str], list[Extent]] = {
        (owner, text): extents
        for owner, texts in publishers.items()
        if owner is not None
        for text, extents in _find_returning(sorted(texts), least=settings.furniture_articles)
    }
    return tuple(
        _cut_out(reading, found.get((owner, reading.article.text), []))
        for owner, reading in zip(owners, readings, strict=True)
    )


def _find_returning(texts: Sequence[str], *, least: int) -> Iterator[tuple[str, list[Extent]]]:
    """The texts of a publisher that have any, with the stretches that return, sorted and separate."""
    enough = max(least, int(len(texts) * _LEAST_SHARE))
    if len(texts) < enough:
        return
    words, bounds = hash_texts(texts)
    judge = _Judge(words, bounds, _count_runs(hash_grams(words.forms), bounds, enough), enough=least)
    found: defaultdict[int, list[Extent]] = defaultdict(list)
    for first, last in judge.find_stretches():
        text = int(np.searchsorted(bounds, first, side="right")) - 1
        found[text].append((int(words.starts[first]), int(words.ends[last + GRAM - 1])))
    yield from ((texts[number], stretches) for number, stretches in found.items())


@dataclass(frozen=True, slots=True)
class _Runs:
    """Every run of words of a publisher's texts in order; those that stand in enough texts, and in which ones."""

    grams: Hashes
    returns: Mask
    """Which of them stand in enough texts."""
    often: Hashes
    """The different runs that do, sorted."""
    first: Offsets
    """Where the texts of each of these begin in `texts`."""
    counts: Offsets
    texts: Offsets


def _count_runs(grams: Hashes, bounds: Offsets, enough: int) -> _Runs:
    text_of = np.repeat(np.arange(len(bounds) - 1), np.diff(bounds))
    owners = text_of[: len(grams)]
    whole = (owners == text_of[len(text_of) - len(grams) :]).nonzero()[0]
    places = whole[np.argsort(grams[whole], kind="stable")]
    hashes, texts = grams[places], owners[places]
    starts = _changes(hashes)
    lengths = np.diff(np.append(starts, len(hashes)))
    first_in_text = np.zeros(len(hashes), dtype=np.int64)
    first_in_text[_changes(hashes, texts)] = 1
    counts = np.add.reduceat(first_in_text, starts) if len(starts) else starts
    kept = counts >= enough
    rows = np.repeat(kept, lengths)
    returns = np.zeros(len(grams), dtype=np.bool_)
    returns[places[rows]] = True
    first = np.cumsum(np.append(0, counts[kept]))[:-1]
    return _Runs(grams, returns, hashes[starts[kept]], first, counts[kept], texts[rows & (first_in_text == 1)])


def _changes(*columns: npt.NDArray[Any]) -> Offsets:
    """Where any of the columns has another value than in the row before; the first row counts."""
    if not len(columns[0]):
        return np.empty(0, dtype=np.int64)
    changed = np.logical_or.reduce([column[1:] != column[:-1] for column in columns])
    return np.append(0, changed.nonzero()[0] + 1)


@dataclass
class _Judge:
    """Tells which returning runs are furniture, and keeps what it has told."""

    words: Words
    bounds: Offsets
    runs: _Runs
    enough: int
    told: dict[int, bool] = field(default_factory=dict)
    heads: dict[int, frozenset[int]] = field(default_factory=dict)

    def find_stretches(self) -> Iterator[tuple[int, int]]:
        """First and last run of each stretch of furniture, in order."""
        places = self.runs.returns.nonzero()[0]
        parted = (places[1:] - places[:-1] != 1).nonzero()[0] + 1
        bounds = np.concatenate(([0], parted, [len(places)]))
        long = (np.diff(bounds) >= _LEAST_RUNS).nonzero()[0]
        for begin, end in zip(places[bounds[long]].tolist(), places[bounds[long + 1] - 1].tolist(), strict=True):
            yield from self._furniture_in(begin, end)

    def _furniture_in(self, begin: int, end: int) -> Iterator[tuple[int, int]]:
        start = begin
        for place in range(begin, end + 2):
            if place <= end and self._is_furniture(int(self.runs.grams[place])):
                continue
            if place - start >= _LEAST_RUNS:
                yield start, place - 1
            start = place + 1

    def _is_furniture(self, gram: int) -> bool:
        if gram not in self.told:
            self.told[gram] = self._has_unrelated(gram)
        return self.told[gram]

    def _has_unrelated(self, gram: int) -> bool:
        """Whether enough of the articles with this run are about different things, each compared with all others."""
        row = int(np.searchsorted(self.runs.often, np.uint64(gram)))
        begin = int(self.runs.first[row])
        chosen: list[frozenset[int]] = []
        for text in self.runs.texts[begin : begin + min(int(self.runs.counts[row]), _LOOKED_AT)].tolist():
            head = self._head_of(text)
            if all(_share_of(head, other) < _ALIKE for other in chosen):
                chosen.append(head)
            if len(chosen) >= self.enough:
                return True
        return False

    def _head_of(self, text: int) -> frozenset[int]:
        """The first content words of a text: those that do not return, where enough of them are left.

        Pages that open with one box would else look related, and no box on them would be found.
        """
        if text not in self.heads:
            own = slice(int(self.bounds[text]), int(self.bounds[text + 1]))
            stems, opening = self.words.stems[own], self.words.starts[own] < _HEAD_CHARS
            content = is_content(stems)
            new = stems[content & ~self._returning[own]][:_HEAD_STEMS]
            head = new if len(new) == _HEAD_STEMS else stems[content & opening][:_HEAD_STEMS]
            self.heads[text] = frozenset(head.tolist())
        return self.heads[text]

    @cached_property
    def _returning(self) -> Mask:
        """Which words stand in runs that return."""
        found = np.zeros(len(self.words.stems), dtype=np.bool_)
        for shift in range(GRAM):
            found[shift : shift + len(self.runs.returns)] |= self.runs.returns
        return found


def _share_of(left: frozenset[int], right: frozenset[int]) -> float:
    """Share of the smaller set that the other has too."""
    return len(left & right) / max(1, min(len(left), len(right)))


def _cut_out(reading: Reading, stretches: Sequence[Extent]) -> Reading:
    """The reading with its passages cut where furniture begins and ends."""
    furniture = list(join_ranges(sorted(_units(reading.article.text, stretches)))) if stretches else []
    if not furniture:
        return reading
    whole = Passage(span=span_of(reading.article, 0, len(reading.article.text)), role=Role.BODY)
    pieces = [piece for p in reading.passages or (whole,) for piece in _cut_passage(reading, p, furniture)]
    return replace(reading, passages=tuple(pieces))


def _units(text: str, stretches: Sequence[Extent]) -> Iterator[Extent]:
    """The lines and sentences that return for the most part, and the long stretches by themselves."""
    for start, end in stretches:
        line = (text.rfind("\n", 0, start) + 1, text.find("\n", end) % (len(text) + 1))
        parts = [trim(text, *line), *split_sentences(text, *line)]
        yield from (part for part in parts if _returns(text, part, stretches))
        if len(text[start:end].split()) >= _INLINE_WORDS:
            yield (start, end)


def _returns(text: str, part: Extent, stretches: Sequence[Extent]) -> bool:
    """Whether a line or sentence lies in stretches for the most part, and is long enough to return by itself."""
    start, end = part
    covered = sum(max(0, min(e, end) - max(s, start)) for s, e in stretches)
    return covered >= _MOSTLY * (end - start) and len(text[start:end].split()) >= GRAM


def _cut_passage(reading: Reading, passage: Passage, furniture: Sequence[Extent]) -> Iterator[Passage]:
    """The passage in pieces: those inside furniture, and what is left between them."""
    begin, stop = passage.span.extent
    inside = [(max(s, begin), min(e, stop)) for s, e in furniture if s < stop and e > begin]
    if not inside or passage.role in (Role.HEADLINE, Role.FURNITURE):
        yield passage
        return
    at = begin
    for start, end in [*inside, (stop, stop)]:
        for extent, role in ((trim(reading.article.text, at, start), passage.role), ((start, end), Role.FURNITURE)):
            if extent[0] < extent[1]:
                yield Passage(span=span_of(reading.article, *extent), role=role, repeats=passage.repeats)
        at = end
