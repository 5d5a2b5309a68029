"""The lineage stage as a join: how articles find each other, what a pair is, and what a group amounts to."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

import numpy as np

from twosource.lineage.direction import Standing, read_standing
from twosource.lineage.evidence import Evidence, read_evidence
from twosource.lineage.families import Families, load_families
from twosource.lineage.fingerprint import hash_words, sample_keys
from twosource.lineage.options import LineageOptions, Strictness
from twosource.lineage.origins import Kin, settle_kin
from twosource.lineage.relation import compare_evidence
from twosource.lineage.rewrite import content_stems, pair_words
from twosource.model import Descent, Lineage, Reading
from twosource.stage import Channel, Join, Keys

_HELD = 2_048
"""Articles whose words are kept at hand; 20 MB at 450 words. They are read again where more are needed."""


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
    )


def _day_of(reading: Reading) -> str:
    published = reading.article.published
    return published.day.isoformat() if published else ""


@dataclass
class _Desk:
    """The stage with its options, and the evidence of the articles last used: it saves time and changes no answer."""

    options: LineageOptions
    families: Families
    held: OrderedDict[int, Evidence] = field(default_factory=OrderedDict)

    def channels(self) -> tuple[Channel[Reading], ...]:
        # max_bucket: on 20,032 Reuters reports no copy or version is lost by it, and a stock phrase costs 24 pairs a
        # report instead of hundreds.
        words = Channel(keys=self._run_keys, min_shared=3, min_share=0.04, max_bucket=24)
        facts = Channel(keys=self._fact_keys, min_shared=6, min_share=0.12, max_bucket=24)
        wire = Channel(keys=self._wire_keys, min_shared=8, min_share=0.1, max_bucket=24)
        by_strictness = {
            Strictness.OFF: (),
            Strictness.NEAR_IDENTICAL: (words,),
            Strictness.REWRITE: (words, facts, wire),
        }
        return by_strictness[self.options.strictness]

    def evidence(self, reading: Reading) -> Evidence:
        found = self.held.pop(id(reading), None)
        if found is None or found.reading is not reading:
            found = read_evidence(reading)
        self.held[id(reading)] = found
        if len(self.held) > _HELD:
            self.held.popitem(last=False)
        return found

    def standing(self, reading: Reading) -> Standing:
        return read_standing(reading, self.families)

    def compare(self, left: Reading, right: Reading) -> Lineage | None:
        standings = (self.standing(left), self.standing(right))
        return compare_evidence(self.evidence(left), self.evidence(right), standings=standings, options=self.options)

    def settle(self, members: Sequence[Reading], edges: Sequence[Lineage]) -> Iterator[Lineage | Descent]:
        kin = Kin(
            readings={r.article.id: r for r in members},
            standings={r.article.id: self.standing(r) for r in members},
            sizes={r.article.id: self.evidence(r).size if edges else 0 for r in members},
            edges=edges,
        )
        return settle_kin(kin, same_text_share=self.options.same_text_share)

    def _run_keys(self, reading: Reading) -> Keys:
        return self._sample(self.evidence(reading).grams)

    def _fact_keys(self, reading: Reading) -> Keys:
        return self._sample(pair_words(content_stems(self.evidence(reading), quoted=True)))

    def _wire_keys(self, reading: Reading) -> Keys:
        """All pairs of content words of a text credited to an agency, bound to that agency; none for other texts."""
        agency = self.standing(reading).credited
        if agency is None:
            return np.empty(0, dtype=np.uint64)
        pairs = pair_words(content_stems(self.evidence(reading), quoted=True))
        return np.sort(pairs ^ hash_words(agency).forms[0])

    def _sample(self, hashes: Keys) -> Keys:
        return sample_keys(hashes, share=self.options.sample_share, floor=self.options.sample_floor)
