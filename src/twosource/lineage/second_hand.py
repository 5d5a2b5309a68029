"""Words that a piece took from elsewhere: whoever shares only these with it has them from there."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from twosource.model import Extent, Lineage, Relation

_SHARE = 0.9
# Of what a copy of an embedded report shares with the piece that took it in, all lies within the report; one word of
# a headline that stands in the piece by chance may not. Of a cut that goes beyond it, a paragraph and more does not.


def find_second_hand(edges: Sequence[Lineage]) -> frozenset[tuple[str, str]]:
    """Child and parent of each edge whose shared words the parent itself embeds from an earlier article.

    Policy: a report that a longer piece took in whole is not that piece, and neither are copies, cuts and rewrites of
    the report that come later, though all their words stand in it. What has words of the piece's own comes from the
    piece. Where it is not known which of the two was first, or the article has no edge to the report itself, nothing is
    at second hand; nor where the piece is a copy of a text that the report was cut from, for then it took nothing in.
    """
    embedded = _find_embedded(edges)
    taken = {frozenset((edge.child, edge.parent)) for edge in edges if edge.relation.is_taking}
    return frozenset(
        (edge.child, edge.parent)
        for edge in edges
        for embed in embedded.get(edge.parent, ())
        if frozenset((edge.child, embed.parent)) in taken and _lies_within(edge, embed)
    )


def _find_embedded(edges: Sequence[Lineage]) -> Mapping[str, Sequence[Lineage]]:
    """For each article its edges to what it took in whole, unless both are the words of a third."""
    found: defaultdict[str, list[Lineage]] = defaultdict(list)
    wholes = _find_wholes(edges)
    for edge in edges:
        is_known = edge.relation is Relation.EMBED and edge.direction == "known"
        if is_known and not wholes[edge.child] & wholes[edge.parent]:
            found[edge.child].append(edge)
    return found


def _find_wholes(edges: Sequence[Lineage]) -> defaultdict[str, set[str]]:
    """For each article those in which all its words stand as they are: what it was cut from, and its copies."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for edge in edges:
        if edge.relation in (Relation.COPY, Relation.CUT):
            found[edge.child].add(edge.parent)
        if edge.relation is Relation.COPY:
            found[edge.parent].add(edge.child)
    return found


def _lies_within(edge: Lineage, embed: Lineage) -> bool:
    """Whether the words that the child shares with its parent are words that the parent took in."""
    shared = sorted(passage.parent for passage in edge.aligned)
    within = _overlap(shared, sorted(passage.child for passage in embed.aligned))
    return within >= _SHARE * sum(end - start for start, end in shared)


def _overlap(ours: Sequence[Extent], theirs: Sequence[Extent]) -> int:
    """Characters that lie in ranges of both, each sorted and separate.

    >>> _overlap([(0, 10), (20, 30)], [(5, 25)])
    10
    """
    found = at = 0
    for start, end in ours:
        while at < len(theirs) and theirs[at][1] <= start:
            at += 1
        for other_start, other_end in theirs[at:]:
            if other_start >= end:
                break
            found += min(end, other_end) - max(start, other_start)
    return found
