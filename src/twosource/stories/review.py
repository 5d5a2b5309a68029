"""Second looks at settled stories: what has come apart is split, what goes on from an ended one is linked to it.

A split needs more than a doubtful join: its articles, grouped anew by themselves, must fall into parts although parts
are joined far more easily than new articles are (three times the hysteresis of merges, the other way round). A part of
one article is no reason for a split. A story is looked at again when it has grown by half, and not while its pairs are
more likely than not to be of one event.

A sequel is a story that begins a week or more after another one has ended and that comes near to being joined with it:
the appeal months after the verdict, the thirteenth package of sanctions after the twelfth.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from twosource.stories.assign import Group, Groups, Rule, assign, join_features

_SMALLEST = 4  # articles: two parts of two
_GROWTH = 1.5
_RELUCTANCE = 3  # of 1, 1.5, 2 and 3 times the hysteresis the first to split no true story of the five evaluation sets
_QUIET_DAYS = 7  # with 1 day 14 of 28 links in violent_corpus were of one gold story, with 7 days 13 of 18
_NEAR = -1.0  # log-odds from a join; at -1.5 17 of 31 links were of one gold story


def split_apart(groups: Groups, keys: Iterable[int], rule: Rule) -> None:
    """Split those of these groups that have come apart."""
    for key in sorted(keys):
        group = groups.by_key[key]
        if len(group.places) < _SMALLEST or len(group.places) < _GROWTH * group.checked:
            continue
        group.checked = len(group.places)
        parts = _find_parts(group, groups, rule)
        if len(parts) > 1:
            groups.divide(group, parts)


def _find_parts(group: Group, groups: Groups, rule: Rule) -> list[list[int]]:
    """The group grouped anew; single articles stay with the largest part."""
    size = len(group.places)
    missing = size * (size - 1) // 2 - group.compared
    if round(group.total + missing * rule.weights.unseen, 4) > 0:
        return [group.places]
    inside = set(group.places)
    near = {p: [(q, s) for q, s in groups.scores.get(p, ()) if q in inside] for p in sorted(inside)}
    alone = Groups()
    for place in sorted(inside):
        alone.add(place, groups.days[place])
    assign(alone, near, replace(rule, threshold=rule.threshold - _RELUCTANCE * rule.hysteresis, observe=None))
    found = sorted((g.places for g in alone.by_key.values()), key=lambda places: (-len(places), min(places)))
    parts = [found[0], *(places for places in found[1:] if len(places) > 1)]
    parts[0] = parts[0] + [place for places in found[1:] if len(places) == 1 for place in places]
    return parts


def find_sequels(ended: Group, groups: Groups, rule: Rule) -> Iterator[tuple[Group, float]]:
    """The groups that go on from an ended one, and how near they come to being joined with it."""
    least = rule.worth_asking(rule.threshold + _NEAR, dated=True)
    for key, link in ended.links.items():
        if link[1] < least:
            continue
        later = groups.by_key[key]
        if ended.last is not None and later.first is not None and later.first - ended.last >= _QUIET_DAYS:
            score = rule.weights.judge(join_features(ended, later, link, rule.weights.unseen)) - rule.threshold
            if score > _NEAR:
                yield later, round(score, 4)
