"""The lineage stage as a join: how articles find each other, what a pair is, and what a group amounts to."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

import numpy as np

from twosource.lineage.direction import Standing, read_standing
from twosource.lineage.evidence import Evidence, pair_words, read_evidence, read_evidences
from twosource.lineage.families import Families, load_families
from twosource.lineage.fingerprint import hash_words, sample_keys, sort_unique
from twosource.lineage.options import LineageOptions, Strictness
from twosource.lineage.origins import Kin, settle_alone, settle_kin
from twosource.lineage.relation import compare_evidence
from twosource.model import Descent, Lineage, Reading
from twosource.stage import Channel, Join, Keys

_HELD = 2_048
"""Articles whose words are kept at hand, 24 KB each at 390 words. They are read again where more are needed."""
_READ_AT_ONCE = 32
"""Articles that are read together: their words are 14,000 hashes, which a processor still keeps near."""
_NO_KEYS = np.empty(0, dtype=np.uint64)


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
        compare=desk.compare,
        settle=desk.settle,
        ends_of=lambda edge: (edge.child, edge.parent),
        expect=desk.expect,
    )


def _day_of(reading: Reading) -> str:
    published = reading.article.published
    return published.day.isoformat() if published else ""


class _Known(NamedTuple):
    """What is kept of every article that was read."""

    reading: Reading
    standing: Standing
    size: int


@dataclass
class _Desk:
    """The stage with its options, and the evidence of the articles last used: it saves time and changes no answer."""

    options: LineageOptions
    families: Families
    held: OrderedDict[int, Evidence] = field(default_factory=OrderedDict)
    known: dict[int, _Known] = field(default_factory=dict)

    def channels(self) -> tuple[Channel[Reading], ...]:
        # Of pairs of 20,032 Reuters reports that share less than 0.06 of their runs, one in twenty has an edge,
        # mostly a form that is filled in again; from 0.12 on it is two in three.
        words = Channel(keys=self._run_keys, min_shared=5, min_share=0.06, max_bucket=24, reach=24)
        facts = Channel(keys=self._fact_keys, min_shared=6, min_share=0.1, max_bucket=24)
        wire = Channel(keys=self._wire_keys, min_shared=8, min_share=0.1, max_bucket=24, reach=24)
        by_strictness = {
            Strictness.OFF: (),
            Strictness.NEAR_IDENTICAL: (words,),
            Strictness.REWRITE: (words, facts, wire),
        }
        return by_strictness[self.options.strictness]

    def expect(self, readings: Sequence[Reading]) -> None:
        """Read those of `readings` that are not at hand."""
        missing = [r for r in readings if self._at_hand(r) is None]
        for first in range(0, len(missing), _READ_AT_ONCE):
            for evidence in read_evidences(missing[first : first + _READ_AT_ONCE]):
                self._hold(evidence)

    def look_at(self, reading: Reading) -> Evidence:
        return self._at_hand(reading) or self._hold(read_evidence(reading))

    def _at_hand(self, reading: Reading) -> Evidence | None:
        found = self.held.get(id(reading))
        if found is None or found.reading is not reading:
            return None
        self.held.move_to_end(id(reading))
        return found

    def _hold(self, evidence: Evidence) -> Evidence:
        self._know(evidence.reading, evidence)
        self.held[id(evidence.reading)] = evidence
        if len(self.held) > _HELD:
            self.held.popitem(last=False)
        return evidence

    def _know(self, reading: Reading, evidence: Evidence | None = None) -> _Known:
        found = self.known.get(id(reading))
        if found is None or found.reading is not reading:
            size = (evidence or read_evidence(reading)).size
            found = self.known[id(reading)] = _Known(reading, read_standing(reading, self.families), size)
        return found

    def compare(self, left: Reading, right: Reading) -> Lineage | None:
        ours, theirs = self.look_at(left), self.look_at(right)
        standings = (self._know(left).standing, self._know(right).standing)
        return compare_evidence(ours, theirs, standings=standings, options=self.options)

    def settle(self, members: Sequence[Reading], edges: Sequence[Lineage]) -> Iterator[Lineage | Descent]:
        known = [self._know(r) for r in members]
        if not edges:
            return (found for k in known for found in settle_alone(k.reading, k.standing))
        kin = Kin(
            readings={k.reading.article.id: k.reading for k in known},
            standings={k.reading.article.id: k.standing for k in known},
            sizes={k.reading.article.id: k.size for k in known},
            edges=edges,
        )
        return settle_kin(kin, same_text_share=self.options.same_text_share)

    def _run_keys(self, reading: Reading) -> Keys:
        return self._sample(self.look_at(reading).grams, self.options.sample_share)

    def _fact_keys(self, reading: Reading) -> Keys:
        return self._sample(self._all_pairs(reading), self.options.sample_share / 2)

    def _wire_keys(self, reading: Reading) -> Keys:
        """All pairs of content words of a text credited to an agency, bound to that agency; none for other texts."""
        agency = self._know(reading).standing.credited
        if agency is None:
            return _NO_KEYS
        return sort_unique(self._all_pairs(reading) ^ hash_words(agency).forms[0])

    def _all_pairs(self, reading: Reading) -> Keys:
        """Pairs of content words, quoted or not: to find a pair may cost a comparison, to miss one costs an edge."""
        evidence = self.look_at(reading)
        return pair_words(evidence.stems[evidence.is_content])

    def _sample(self, hashes: Keys, share: float) -> Keys:
        return sample_keys(hashes, share=share, floor=self.options.sample_floor)
