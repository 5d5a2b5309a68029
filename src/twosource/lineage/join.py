"""The lineage stage as a join: how articles find each other, what a pair is, and what a group amounts to."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

import numpy as np

from twosource.lineage.direction import Standing, read_standing
from twosource.lineage.evidence import Evidence, is_content, read_evidences, read_words
from twosource.lineage.families import Families, load_families
from twosource.lineage.fingerprint import (
    Hashes,
    Offsets,
    count_word_pairs,
    find_grams,
    find_word_pairs,
    hash_words,
    owners_of,
    sample_keys,
)
from twosource.lineage.options import LineageOptions, Strictness
from twosource.lineage.origins import Kin, settle_alone, settle_kin
from twosource.lineage.relation import compare_evidences
from twosource.model import Descent, Lineage, Reading, digest_of_record
from twosource.stage import Channel, Join, KeyRows

_HELD = 1_024
"""Articles whose words are kept at hand, 10 KB each at 390 words. They are read again where more are needed."""
_READ_AT_ONCE = 64
"""Articles that are read together: their words are 25,000 hashes, which a processor still keeps near."""


def lineage_join(*, options: LineageOptions | None = None) -> Join[Reading, Lineage, Lineage | Descent]:
    """The join that finds who took what from whom: edges, then one descent for each article.

    Articles find each other by sampled runs of five words, or, for rewrites, by sampled pairs of content words. Texts
    and origins are named by their content, so no name of a file and no order of input shows in any result.
    """
    settings = options or LineageOptions()
    desk = _Desk(settings, load_families(settings.families))
    return Join(
        name="lineage",
        id_of=lambda reading: reading.article.id,
        order_of=_day_of,
        channels=desk.channels(),
        keys=desk.find_keys,
        compare=desk.compare,
        settle=desk.settle,
        ends_of=lambda edge: (edge.child, edge.parent),
        state_of=digest_of_record,
    )


def _day_of(reading: Reading) -> str:
    published = reading.article.published
    return published.day.isoformat() if published else ""


@dataclass(slots=True)
class _Known:
    """What is kept of every article that was met."""

    reading: Reading
    standing: Standing
    size: int | None = None
    """Words that count, where they were counted."""


@dataclass
class _Desk:
    """The stage with its options, and the evidence of the articles last used: it saves time and changes no answer."""

    options: LineageOptions
    families: Families
    held: OrderedDict[int, Evidence] = field(default_factory=OrderedDict)
    known: dict[int, _Known] = field(default_factory=dict)

    def channels(self) -> tuple[Channel, ...]:
        # Of pairs of 20,032 Reuters reports that share less than 0.06 of their runs, one in twenty has an edge,
        # mostly a form that is filled in again; from 0.12 on it is two in three.
        words = Channel(min_shared=5, min_share=0.06, max_bucket=24, reach=24)
        facts = Channel(min_shared=6, min_share=0.1, max_bucket=24)
        wire = Channel(min_shared=8, min_share=0.1, max_bucket=24, reach=24)
        by_strictness = {
            Strictness.OFF: (),
            Strictness.NEAR_IDENTICAL: (words,),
            Strictness.REWRITE: (words, facts, wire),
        }
        return by_strictness[self.options.strictness]

    def find_keys(self, readings: Sequence[Reading]) -> list[KeyRows]:
        """Sampled runs of words; sampled pairs of content words, quoted or not; and all of those under an agency.

        To find a pair of articles may cost a comparison, to miss one costs an edge.
        """
        if self.options.strictness is Strictness.OFF:
            return []
        words, bounds = read_words(readings)
        owners, share = owners_of(bounds), self.options.sample_share
        grams, begins = find_grams(words.forms, owners)
        sizes = np.diff(begins.searchsorted(bounds))
        found = [self._sample(grams, owners[begins], sizes, share)]
        if self.options.strictness is Strictness.REWRITE:
            content = is_content(words.stems).nonzero()[0]
            facts = find_word_pairs(words.stems[content], owners[content])
            sizes = count_word_pairs(np.diff(content.searchsorted(bounds)))
            found += [self._sample(*facts, sizes, share / 2), self._bind_to_agencies(readings, *facts)]
        return found

    def _sample(self, hashes: Hashes, owners: Offsets, sizes: Offsets, share: float) -> KeyRows:
        return KeyRows(*sample_keys(hashes, owners, sizes=sizes, share=share, floor=self.options.sample_floor))

    def _bind_to_agencies(self, readings: Sequence[Reading], hashes: Hashes, owners: Offsets) -> KeyRows:
        """All keys of texts credited to an agency, bound to that agency; none of other texts."""
        credited = [self._know(reading).standing.credited for reading in readings]
        bound = np.array([hash_words(agency).forms[0] if agency else 0 for agency in credited], dtype=np.uint64)
        wire = (bound[owners] != 0).nonzero()[0]
        return KeyRows(hashes[wire] ^ bound[owners[wire]], owners[wire])

    def compare(self, pairs: Sequence[tuple[Reading, Reading]]) -> list[Lineage | None]:
        self._read([reading for pair in pairs for reading in pair])
        standings = [(self._know(left).standing, self._know(right).standing) for left, right in pairs]
        sides = [(self.held[id(left)], self.held[id(right)]) for left, right in pairs]
        while len(self.held) > _HELD:
            self.held.popitem(last=False)
        return compare_evidences(sides, standings, options=self.options)

    def _read(self, readings: Sequence[Reading]) -> None:
        """Have the words of all of these at hand."""
        missing: dict[int, Reading] = {}
        for reading in readings:
            if id(reading) in self.held:
                self.held.move_to_end(id(reading))
            else:
                missing[id(reading)] = reading
        waiting = list(missing.values())
        for first in range(0, len(waiting), _READ_AT_ONCE):
            for evidence in read_evidences(waiting[first : first + _READ_AT_ONCE]):
                self.held[id(evidence.reading)] = evidence
                self._know(evidence.reading).size = evidence.size

    def _know(self, reading: Reading) -> _Known:
        found = self.known.get(id(reading))  # what is known holds the reading, so that no other gets its number
        if found is None:
            found = self.known[id(reading)] = _Known(reading, read_standing(reading, self.families))
        return found

    def settle(self, members: Sequence[Reading], edges: Sequence[Lineage]) -> Iterator[Lineage | Descent]:
        if not edges:
            [alone] = members
            return settle_alone(alone, self._know(alone).standing)
        known = {reading.article.id: self._know(reading) for reading in members}
        self._count_words([k for k in known.values() if k.size is None])  # their edges come from an earlier run
        kin = Kin(
            readings={article: k.reading for article, k in known.items()},
            standings={article: k.standing for article, k in known.items()},
            sizes={article: k.size or 0 for article, k in known.items()},
            edges=edges,
        )
        return settle_kin(kin, same_text_share=self.options.same_text_share)

    def _count_words(self, known: Sequence[_Known]) -> None:
        if known:
            sizes = np.diff(read_words([k.reading for k in known])[1]).tolist()
            for k, size in zip(known, sizes, strict=True):
                k.size = size
