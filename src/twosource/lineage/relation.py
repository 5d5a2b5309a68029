"""What two articles are to each other: rules first, the rewrite model where rules cannot decide, None where neither."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from math import exp

import numpy as np

from twosource.lineage.align import Alignments, align_words
from twosource.lineage.coverage import (
    Coverage,
    Lengths,
    Passages,
    find_passages,
    measure_coverage,
    measure_order,
    measure_runs,
)
from twosource.lineage.direction import (
    Direction,
    Standings,
    are_apart,
    choose_direction,
    days_between,
)
from twosource.lineage.dispatch import is_one_dispatch
from twosource.lineage.evidence import Evidence
from twosource.lineage.options import LineageOptions, Strictness
from twosource.lineage.pairs import Shared, Sides, Sketch, lay_out, sketch_pairs, split_pairs
from twosource.lineage.rewrite import RewriteFeatures, best_cases, measure_rewrites, score_rewrite
from twosource.model import AlignedPassage, Lineage, LineageReason, Relation

_NEAR_IDENTICAL = (Relation.COPY, Relation.CUT, Relation.UPDATE)

_SURE = 2.0
_TELLING_WORDS = 18
_TELLING_ORDER = 2.5
# Of 200 judged edges between outlets 37 came out with log-odds between 0 and _SURE. With so many words in long runs
# that are nobody's statement 17 of 22 were rewrites and one was wrong, without them 3 of 15 and eight, and the order of
# facts of those eight was 2.3 at most. For an agency text and one that retells it in other words throughout it is 3.1.

_BOTH_WHOLE = 0.75
# Two texts made of the same speeches are one text where so much of each stands in the other, what stands between the
# speeches among it. Of 89 pairs that were judged to share a statement and no more none has over .46 of both.
_NEARLY_ALL = 0.9
_SAME_IN_ORDER = 0.8
# Of the pairs that were judged by reading, those called one text have .57 of their words and more in long runs and in
# one order, .85 of the option's share; two rewrites in another order with .72 and .79 in long runs have .48 and .46.


@dataclass(frozen=True, slots=True)
class Pair:
    """Two articles side by side, measured."""

    left: Evidence
    right: Evidence
    standings: Standings
    coverage: Coverage
    runs: Lengths
    rewrite: RewriteFeatures
    log_odds: float
    one_dispatch: bool
    """Whether both are credited to one agency for one event; what then differs is the edition."""

    @property
    def same_family(self) -> bool:
        """Whether one publisher stands behind both."""
        left, right = self.standings
        return left.family is not None and left.family == right.family


@dataclass(frozen=True, slots=True)
class Measured:
    """Many pairs, measured, and the alignments they rest on."""

    pairs: Sequence[Pair]
    alignments: Alignments


def compare_evidences(
    sides: Sequence[Sides], standings: Sequence[Standings], *, options: LineageOptions
) -> list[Lineage | None]:
    """For each pair of articles the edge, or None where they share nothing that says more than that both are news.

    The longer article is put first, so that the order within a pair does not show in the result.
    """
    found: list[Lineage | None] = [None] * len(sides)
    turned = [_longer_first(*row) for row in zip(sides, standings, strict=True)]
    numbers = [n for n, ((_, right), _) in enumerate(turned) if right.size]
    for part in split_pairs([turned[n][0] for n in numbers]):
        own = numbers[part]
        edges = _compare([turned[n][0] for n in own], [turned[n][1] for n in own], options)
        for number, edge in edges.items():
            found[own[number]] = edge
    return found


def _longer_first(sides: Sides, standings: Standings) -> tuple[Sides, Standings]:
    left, right = sides
    return (sides, standings) if _rank(left) <= _rank(right) else ((right, left), standings[::-1])


def _rank(evidence: Evidence) -> tuple[int, str, str]:
    return (-evidence.size, evidence.reading.article.text, evidence.reading.article.id)


def _compare(sides: Sequence[Sides], standings: Sequence[Standings], options: LineageOptions) -> dict[int, Lineage]:
    """The edges by the numbers of their pairs."""
    sketch = sketch_pairs(sides)
    likely = _find_likely(sides, standings, sketch)
    if not likely:
        return {}
    measured = measure_pairs([sides[n] for n in likely], sketch.take(likely), [standings[n] for n in likely])
    passages = find_passages(measured.alignments)
    edges = {
        n: _decide(measured, at, passages=passages, options=options)
        for at, n in enumerate(likely)
        if _is_worth_an_edge(measured.pairs[at])
    }
    near = options.strictness is Strictness.NEAR_IDENTICAL
    return {n: edge for n, edge in edges.items() if not near or edge.relation in _NEAR_IDENTICAL}


def measure_pair(left: Evidence, right: Evidence, standings: Standings) -> Pair:
    """One pair, measured however little it shares."""
    sides = [(left, right)]
    return measure_pairs(sides, sketch_pairs(sides), [standings]).pairs[0]


def measure_pairs(sides: Sequence[Sides], sketch: Sketch, standings: Sequence[Standings]) -> Measured:
    """Alignment, coverage and the rewrite model for many pairs."""
    alignments = align_words(lay_out(sides), sketch.runs)
    coverages = measure_coverage(alignments)
    rewrites = measure_rewrites(sides, coverages, sketch.facts)
    dispatches = _find_dispatches(sides, standings)
    scores = [score_rewrite(r, same_dispatch=one) for r, one in zip(rewrites, dispatches, strict=True)]
    columns = (standings, coverages, measure_runs(alignments), rewrites, scores, dispatches)
    return Measured([Pair(*own, *row) for own, *row in zip(sides, *columns, strict=True)], alignments)


def _find_dispatches(sides: Sequence[Sides], standings: Sequence[Standings]) -> list[bool]:
    return [is_one_dispatch(*own, both) for own, both in zip(sides, standings, strict=True)]


def _find_likely(sides: Sequence[Sides], standings: Sequence[Standings], sketch: Sketch) -> list[int]:
    """The pairs but those of which the whole measurement would hardly make an edge."""
    unquoted, in_quotes = _count_runs(sides, sketch.runs)
    best = best_cases(sides, sketch.facts, runs=unquoted)
    return [
        number
        for number, (case, one) in enumerate(zip(best, _find_dispatches(sides, standings), strict=True))
        if case.verbatim >= 0.5 or in_quotes[number] >= 6 or score_rewrite(case, same_dispatch=one) > 0
    ]


def _count_runs(sides: Sequence[Sides], runs: Shared) -> tuple[list[int], list[int]]:
    """How many of the runs that each pair shares begin outside, and inside, quoted speech of the left article."""
    bounds = np.cumsum([0, *(left.size for left, _ in sides)])
    quoted = np.concatenate([left.quoted for left, _ in sides])[runs.left + bounds[runs.numbers]]
    outside, inside = (np.bincount(runs.numbers[mask], minlength=len(sides)).tolist() for mask in (~quoted, quoted))
    return outside, inside


def _decide(measured: Measured, number: int, *, passages: Passages, options: LineageOptions) -> Lineage:
    pair = measured.pairs[number]
    direction = choose_direction(
        pair.left,
        pair.right,
        coverage=pair.coverage,
        alignment=measured.alignments.of(number),
        standings=pair.standings,
        tie=timedelta(minutes=options.clock_tie_minutes),
    )
    found = passages.of(number)
    relation = choose_relation(pair, direction, found, same_text_share=options.same_text_share)
    return _edge(pair, relation, direction, found)


def choose_relation(
    pair: Pair, direction: Direction, passages: Sequence[AlignedPassage], *, same_text_share: float
) -> Relation:
    """The relation of a measured pair.

    Policy: overlap that lies only in quoted speech is a shared source, however long. A publisher's own later text on
    the same matter is a version of the earlier one, unless only a form is filled in again some days later. A text that
    stands whole in a longer one is a cut, unless the longer one is known to be the child. Words that were changed
    throughout make a rewrite, however many of them are left, and so do changed words in another order.
    """
    coverage = pair.coverage
    if not _is_taken(pair):
        return Relation.SHARED_SOURCE
    if pair.same_family:
        return Relation.TEMPLATE if _is_template(pair) else Relation.UPDATE
    if not _are_same_words(pair, passages, same_text_share=same_text_share):
        return Relation.REWRITE
    if min(coverage.left, coverage.right) >= 0.8:
        return Relation.COPY
    longer_is_child = (coverage.left < coverage.right) == direction.left_is_child
    return Relation.EMBED if longer_is_child and direction.known else Relation.CUT


def _is_worth_an_edge(pair: Pair) -> bool:
    return _is_taken(pair) or pair.coverage.words - pair.coverage.words_unquoted >= 10


def _is_taken(pair: Pair) -> bool:
    """Whether words or facts were taken. Two dispatches of one agency from two places share background, no more."""
    coverage = pair.coverage
    if are_apart(pair.standings) and coverage.most < 0.5:
        return False
    is_whole = coverage.most_unquoted >= 0.5 or min(coverage.left, coverage.right) >= _BOTH_WHOLE
    if is_whole and coverage.words_unquoted >= 15:
        return True
    if pair.log_odds > _SURE or pair.one_dispatch:
        return pair.log_odds > 0
    is_telling = pair.rewrite.order >= _TELLING_ORDER or pair.runs.own_long >= _TELLING_WORDS
    return pair.log_odds > 0 and is_telling


def _are_same_words(pair: Pair, passages: Sequence[AlignedPassage], *, same_text_share: float) -> bool:
    """Whether enough words are the same for one text: nearly all in any order, or else most in the same order."""
    share = _same_words_share(pair)
    if share >= _NEARLY_ALL:
        return True
    return share >= same_text_share and share * measure_order(passages) >= _SAME_IN_ORDER * same_text_share


def _same_words_share(pair: Pair) -> float:
    """Share of the shorter article that stands in the other in long unbroken runs."""
    same = min(pair.runs.long, pair.coverage.words)  # what one of them says twice counts once
    return same / min(pair.left.size, pair.right.size)


def _is_template(pair: Pair) -> bool:
    """A form filled in anew: same publisher, days apart, and equal words only in short runs between changed figures."""
    return days_between(pair.standings) >= 5 and pair.runs.mean < 15


def _edge(pair: Pair, relation: Relation, direction: Direction, passages: tuple[AlignedPassage, ...]) -> Lineage:
    left, right = pair.left.reading.article.id, pair.right.reading.article.id
    c = pair.coverage
    ours, theirs = (c.left, c.left_unquoted), (c.right, c.right_unquoted)
    if not direction.left_is_child:
        left, right, ours, theirs = right, left, theirs, ours
        passages = tuple(sorted((_turned(p) for p in passages), key=lambda p: p.child))
    return Lineage(
        child=left,
        parent=right,
        relation=relation,
        direction="known" if direction.known else "unknown",
        reasons=(*_relation_reasons(pair, relation), *direction.reasons),
        coverage_child=round(ours[0], 4),
        coverage_parent=round(theirs[0], 4),
        coverage_child_unquoted=round(ours[1], 4),
        coverage_parent_unquoted=round(theirs[1], 4),
        aligned=passages,
        score=_score(pair, relation),
    )


def _turned(passage: AlignedPassage) -> AlignedPassage:
    return AlignedPassage(child=passage.parent, parent=passage.child, verbatim=passage.verbatim, quoted=passage.quoted)


def _relation_reasons(pair: Pair, relation: Relation) -> tuple[LineageReason, ...]:
    if relation is Relation.SHARED_SOURCE:
        return (LineageReason.ONLY_QUOTED_SPEECH,)
    found = []
    if pair.coverage.words_unquoted >= 20:
        found.append(LineageReason.VERBATIM_RUNS)
    if relation is Relation.REWRITE and pair.rewrite.order > 1:
        found.append(LineageReason.ORDER_OF_FACTS)
    if relation is Relation.REWRITE and pair.rewrite.word_pairs > 0.2:
        found.append(LineageReason.PARAPHRASED_RUNS)
    if pair.same_family:
        found.append(LineageReason.SAME_FAMILY)
    return tuple(found)


def _score(pair: Pair, relation: Relation) -> float:
    """How sure it is that the two are kin, 0..1: the model's probability; the share of quoted words for a source."""
    if relation is Relation.SHARED_SOURCE:
        return round(pair.coverage.most, 4)
    return round(1 / (1 + exp(-min(30.0, max(-30.0, pair.log_odds)))), 4)
