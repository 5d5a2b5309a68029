"""What people decided about stories, applied to what the program found."""

from __future__ import annotations

from collections.abc import Sequence

from twosource.stories.options import Decision

Partition = list[list[str]]
"""Groups of article ids, one a story."""


def apply_decisions(partition: Partition, decisions: Sequence[Decision]) -> Partition:
    """The partition with every decision carried out in order; articles that are not there are passed over.

    A merge joins the whole stories that its articles are in. A split takes `together` out of the stories that hold any
    of `apart`; what neither side names stays with `apart`. A later merge across an earlier split wins.

    >>> apply_decisions([["a", "b"], ["c"]], [Decision(together=("b", "c"))])
    [['a', 'b', 'c']]
    >>> apply_decisions([["a", "b", "c"]], [Decision(together=("c",), apart=("a",))])
    [['a', 'b'], ['c']]
    """
    if not decisions:
        return sorted(sorted(group) for group in partition)
    home = {article: group for group in partition for article in group}
    for decision in decisions:
        together = [a for a in decision.together if a in home]
        apart = {a for a in decision.apart if a in home}
        if not together:
            continue
        if apart:
            _take_out(home, set(together), apart)
        _merge(home, together)
    groups = {id(group): sorted(group) for group in home.values()}
    return sorted(groups.values())


def _take_out(home: dict[str, list[str]], together: set[str], apart: set[str]) -> None:
    """Move each of `together` that is in one story with any of `apart` into a story of their own."""
    mixed = {id(home[a]) for a in apart}
    moved = [a for a in sorted(together) if id(home[a]) in mixed]
    fresh: list[str] = []
    for article in moved:
        home[article].remove(article)
        fresh.append(article)
        home[article] = fresh


def _merge(home: dict[str, list[str]], together: Sequence[str]) -> None:
    target = home[together[0]]
    for article in together[1:]:
        source = home[article]
        if source is not target:
            target.extend(source)
            for moved in source:
                home[moved] = target
