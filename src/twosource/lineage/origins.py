"""From verified edges to texts and origins: where each article stands. Never by transitivity of weak edges."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from twosource.lineage.direction import Standing
from twosource.lineage.second_hand import find_second_hand
from twosource.model import UNSEEN, Descent, Lineage, LineageReason, Reading, Relation, digest_of, is_unseen


@dataclass(frozen=True)
class Kin:
    """One connected group: its articles with their standing and size in words, and the edges between them."""

    readings: Mapping[str, Reading]
    standings: Mapping[str, Standing]
    sizes: Mapping[str, int]
    edges: Sequence[Lineage]

    def text_of(self, article: str) -> str:
        """The words of an article."""
        return self.readings[article].article.text

    def rank_of(self, article: str) -> tuple[str, ...]:
        """What decides where nothing better does: words, publisher, agency, date; a name only where all are equal."""
        return self._ranks[article]

    @cached_property
    def second_hand(self) -> frozenset[tuple[str, str]]:
        """Child and parent of the edges that a text of an earlier article explains."""
        return find_second_hand(self.edges)

    def is_first_hand(self, edge: Lineage) -> bool:
        """Whether the words of an edge are its parent's own, as far as is known."""
        return (edge.child, edge.parent) not in self.second_hand

    @cached_property
    def _ranks(self) -> Mapping[str, tuple[str, ...]]:
        return {article: self._rank(article) for article in self.readings}

    def _rank(self, article: str) -> tuple[str, ...]:
        standing = self.standings[article]
        dated = self.dated(article)
        return (self.text_of(article), standing.family or "", standing.credited or "", *dated, article)

    def dated(self, article: str) -> tuple[str, str]:
        """When an article was published, day and moment, to compare by; empty where that is not known."""
        published = self.standings[article].published
        return (published.day.isoformat(), str(published.moment or "")) if published else ("", "")

    def strength(self, edge: Lineage) -> tuple[float, float, tuple[str, ...], tuple[str, ...]]:
        """How sure an edge is; of two that are equally sure, the ranks of their articles decide."""
        return (edge.score, edge.coverage_child, self.rank_of(edge.child), self.rank_of(edge.parent))


def settle_kin(kin: Kin, *, same_text_share: float) -> Iterator[Lineage | Descent]:
    """The edges of the group, edges to origins that are not in the corpus, and one descent for each article."""
    texts = group_texts(kin, same_text_share=same_text_share)
    roots = find_origins(kin, texts)
    text_names = {leader: "text:" + digest_of(kin.text_of(leader)) for leader in roots}
    unseen = _find_unseen(kin, texts, roots)
    origins = {r: _unseen_name(a, kin.text_of(r)) if a else text_names[r] for r, a in unseen.items()}
    agencies = _find_agencies(kin, texts)
    yield from kin.edges
    parents, nearest = _best_edges(kin), _nearest_edges(kin)
    for article in kin.readings:
        origin, edge = origins[roots[texts[article]]], parents.get(article)
        if is_unseen(origin) and (edge is None or edge.direction == "unknown"):
            edge = _unseen_edge(kin, article, origin, nearest.get(article))
            yield edge
        yield Descent(
            article=article,
            text=text_names[texts[article]],
            origin=origin,
            family=kin.standings[article].family,
            agency=unseen[roots[texts[article]]] or agencies.get(roots[texts[article]]),
            parent=edge.parent if edge else None,
            relation=edge.relation if edge else None,
        )


def settle_alone(reading: Reading, standing: Standing) -> Iterator[Lineage | Descent]:
    """What an article without any edge amounts to: its own text; its own origin, or that of the agency it credits."""
    text = "text:" + digest_of(reading.article.text)
    origin = _unseen_name(standing.credited, reading.article.text) if standing.credited else text
    article = reading.article.id
    if standing.credited:
        yield _credit_edge(article, origin)
    yield Descent(
        article=article,
        text=text,
        origin=origin,
        family=standing.family,
        agency=standing.agency,
        parent=origin if standing.credited else None,
        relation=Relation.COPY if standing.credited else None,
    )


def group_texts(kin: Kin, *, same_text_share: float) -> dict[str, str]:
    """For each article the fullest article that carries the same words; itself where there is none.

    Articles are taken from the longest to the shortest, and each joins the leader whose words it shares most, by an
    edge of its own to that leader, if it is a copy or cut of anyone in that text. A chain of partial overlaps therefore
    never makes one text, and a report that took in a whole agency text and went on is not the agency's text.
    Articles of exactly the same words are one text, whoever published them.
    """
    order = sorted(kin.readings, key=lambda a: (-kin.sizes[a], kin.rank_of(a)))
    first: dict[str, str] = {}
    twin = {article: first.setdefault(kin.text_of(article), article) for article in order}
    shared, same = _shared_words(kin, twin, same_text_share=same_text_share)
    leaders: dict[str, str] = {}
    for article in first.values():
        open_texts = {leaders[other] for other in same[article] if other in leaders}
        known = [(share, kin.rank_of(other)) for other, share in shared[article].items() if other in open_texts]
        leaders[article] = max(known)[1][-1] if known else article
    return {article: leaders[twin[article]] for article in kin.readings}


def _shared_words(
    kin: Kin, twin: Mapping[str, str], *, same_text_share: float
) -> tuple[Mapping[str, Mapping[str, float]], Mapping[str, set[str]]]:
    """What share of words articles have in common, and which are copies, cuts or versions; twins count as one."""
    shared: dict[str, dict[str, float]] = defaultdict(dict)
    same: dict[str, set[str]] = defaultdict(set)
    for edge in filter(kin.is_first_hand, kin.edges):
        child, parent = twin[edge.child], twin[edge.parent]
        share = max(edge.coverage_child, edge.coverage_parent)
        version = edge.relation is Relation.UPDATE and share >= max(same_text_share, 0.75)
        if version or edge.relation in (Relation.COPY, Relation.CUT, Relation.EMBED):
            shared[child][parent] = shared[parent][child] = max(share, shared[child].get(parent, 0.0))
        if version or edge.relation in (Relation.COPY, Relation.CUT):
            same[child].add(parent)
            same[parent].add(child)
    return shared, same


def find_origins(kin: Kin, texts: Mapping[str, str]) -> dict[str, str]:
    """For each text its root text: every text follows its one best edge to a parent, surest edges first.

    Policy: one parent a text. A round-up that took from two reports descends from the one it took most of, and does
    not make the two reports one, nor one of what was taken from them. A text that is printed again after it was
    rewritten does not descend from the rewrite.
    """
    root = {leader: leader for leader in texts.values()}
    placed: set[str] = set()
    late = _find_late(kin, texts)
    for edge in sorted(kin.edges, key=kin.strength, reverse=True):
        if not (edge.relation.is_taking and kin.is_first_hand(edge)):
            continue
        child, parent = texts[edge.child], texts[edge.parent]
        if edge.direction == "known" and (child, parent) in late:
            continue
        if edge.direction == "unknown" and child in placed and parent not in placed:
            child, parent = parent, child
        if child in placed or _root(root, child) == _root(root, parent):
            continue
        placed.add(child)
        root[child] = parent
    return {leader: _root(root, leader) for leader in root}


def _find_late(kin: Kin, texts: Mapping[str, str]) -> set[tuple[str, str]]:
    """Child and parent of the texts that each took from the other by the clock, where the other took first."""
    taken: defaultdict[tuple[str, str], list[tuple[str, str]]] = defaultdict(list)
    for edge in kin.edges:
        if edge.relation.is_taking and edge.direction == "known" and any(at := kin.dated(edge.child)):
            taken[texts[edge.child], texts[edge.parent]].append(at)
    return {
        (child, parent)
        for (child, parent), times in taken.items()
        if (parent, child) in taken and min(times) > min(taken[parent, child])
    }


def _root(root: Mapping[str, str], text: str) -> str:
    while root[text] != text:
        text = root[text]
    return text


def _find_unseen(kin: Kin, texts: Mapping[str, str], roots: Mapping[str, str]) -> dict[str, str | None]:
    """For each root text the agency whose text it is, where one is credited and is not here itself.

    What the articles of the root text credit comes before what those credit that descend from it.
    """
    members, kindred = defaultdict(list), defaultdict(list)
    for article in kin.readings:
        members[texts[article]].append(article)
        kindred[roots[texts[article]]].append(article)
    return {root: _find_agency(kin, members[root], kindred[root]) for root in kindred}


def _find_agency(kin: Kin, members: Sequence[str], kindred: Sequence[str]) -> str | None:
    """The agency credited most, unless it is the publisher of one of the kindred: then its own text is here."""
    for group in (members, kindred):
        credited = Counter(c for a in group if (c := kin.standings[a].credited))
        if credited:
            agency = min(credited, key=lambda c: (-credited[c], c))
            if all(kin.standings[a].family != agency for a in kindred):
                return agency
    return None


def _find_agencies(kin: Kin, texts: Mapping[str, str]) -> dict[str, str]:
    """For each text that an agency published, or is credited with, that agency; of several the one found most."""
    found: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for article, text in texts.items():
        agency = kin.standings[article].agency
        if agency is not None:
            found[text][agency] += 1
    return {text: min(counts, key=lambda agency: (-counts[agency], agency)) for text, counts in found.items()}


def _unseen_name(agency: str, text: str) -> str:
    return f"{UNSEEN}{re.sub(r'[^a-z0-9.]+', '-', agency)}:{digest_of(text)}"


def _best_edges(kin: Kin) -> dict[str, Lineage]:
    """For each article the edge to its most likely parent."""
    best: dict[str, Lineage] = {}
    for edge in sorted(kin.edges, key=lambda e: (e.direction == "known", kin.is_first_hand(e), *kin.strength(e))):
        if edge.relation.is_taking:
            best[edge.child] = edge
    return best


def _nearest_edges(kin: Kin) -> dict[str, Lineage]:
    """For each article its surest edge in either direction."""
    nearest: dict[str, Lineage] = {}
    for edge in sorted(kin.edges, key=kin.strength):
        if edge.relation.is_taking:
            nearest[edge.child] = nearest[edge.parent] = edge
    return nearest


def _unseen_edge(kin: Kin, article: str, origin: str, kindred: Lineage | None) -> Lineage:
    """From an article to the agency text that is not here, resting on its credit or else on its nearest kin."""
    if kin.standings[article].credited is not None or kindred is None:
        return _credit_edge(article, origin)
    turned = kindred.parent == article
    return Lineage(
        child=article,
        parent=origin,
        relation=kindred.relation,
        direction="known",
        reasons=kindred.reasons,
        coverage_child=kindred.coverage_parent if turned else kindred.coverage_child,
        coverage_parent=0.0,
        coverage_child_unquoted=kindred.coverage_parent_unquoted if turned else kindred.coverage_child_unquoted,
        coverage_parent_unquoted=0.0,
        aligned=(),
        score=kindred.score,
    )


def _credit_edge(article: str, origin: str) -> Lineage:
    """From an article to the agency text it credits; nothing of that text is here, so nothing is covered."""
    return Lineage(
        child=article,
        parent=origin,
        relation=Relation.COPY,
        direction="known",
        reasons=(LineageReason.CREDIT,),
        coverage_child=0.0,
        coverage_parent=0.0,
        coverage_child_unquoted=0.0,
        coverage_parent_unquoted=0.0,
        aligned=(),
        score=0.9,
    )
