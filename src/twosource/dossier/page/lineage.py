"""Who took what from whom: origins with their descendants, and pairs of articles with the passages they share."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from twosource.dossier.labels import moment_key
from twosource.dossier.page.desk import Desk
from twosource.dossier.page.records import LineageEntry, OriginEntry, Pair, SharedPassage
from twosource.model import (
    AlignedPassage,
    Credit,
    CreditLevel,
    Descent,
    Lineage,
    LineageReason,
    Reading,
    Relation,
    is_unseen,
    span_of,
)

_NO_CREDIT = "no credit"
_RELATIONS = {
    Relation.COPY: "copy",
    Relation.CUT: "cut",
    Relation.EMBED: "takes it in whole",
    Relation.REWRITE: "rewrite",
    Relation.UPDATE: "later version",
    Relation.SHARED_SOURCE: "shares only what others said",
    Relation.TEMPLATE: "same template",
}


def compose_origins(desk: Desk) -> tuple[OriginEntry, ...]:
    """The origins of the story in order of their letters, each with its articles in order of publication."""
    members: dict[str, list[Reading]] = defaultdict(list)
    for reading in desk.dossier.readings:
        members[desk.origin_of(reading.article.id)].append(reading)
    return tuple(_origin_entry(origin, members[origin], desk) for origin in desk.origin_ids if members[origin])


def _origin_entry(origin: str, members: Sequence[Reading], desk: Desk) -> OriginEntry:
    unseen = is_unseen(origin)
    ordered = sorted(members, key=lambda r: (moment_key(r.article.published), desk.place.get(r.article.id, 0)))
    return OriginEntry(
        id=origin,
        letter=desk.letters[origin],
        unseen=unseen,
        what=_describe_origin(origin, ordered),
        entries=tuple(_lineage_entry(reading, desk) for reading in ordered),
    )


def _describe_origin(origin: str, members: Iterable[Reading]) -> str:
    if not is_unseen(origin):
        return "in this corpus"
    agencies = sorted({c.agency for r in members for c in r.credits if c.level is CreditLevel.WHOLE})
    agencies = agencies or _agency_in(origin)
    if not agencies:
        return "a text that is not in this corpus"
    return f"agency text, credited to {' and '.join(agencies)}, not in this corpus"


def _agency_in(origin: str) -> list[str]:
    """The agency that the id of an unseen origin names, for credits that stand in a field and not in the text.

    >>> _agency_in("unseen:afp:93"), _agency_in("unseen:northland-news:1f"), _agency_in("unseen:93")
    (['AFP'], ['Northland News'], [])
    """
    parts = origin.split(":")
    if len(parts) != 3:
        return []
    name = parts[1]
    return [name.upper() if len(name) <= _INITIALS else name.replace("-", " ").title()]


_INITIALS = 4  # AP, AFP, PTI, ANSA: longer names are words


def _lineage_entry(reading: Reading, desk: Desk) -> LineageEntry:
    article = reading.article
    descent = desk.descents.get(article.id)
    edge = _edge_up(article.id, descent, desk.dossier.lineage)
    seen = descent is not None and descent.parent in desk.readings
    return LineageEntry(
        article=article.id,
        label=desk.short(article.id),
        outlet=desk.labels[article.id].further,
        opening=desk.opening(article.id),
        published=article.published.day if article.published else None,
        parent=desk.short(descent.parent) if descent and descent.parent and seen else None,
        relation=descent.relation if descent else None,
        what=", ".join(_describe(reading, descent, edge)),
        share=edge.coverage_child if edge and seen else None,
    )


def _edge_up(article: str, descent: Descent | None, edges: Iterable[Lineage]) -> Lineage | None:
    if descent is None or descent.parent is None:
        return None
    return next((e for e in edges if e.child == article and e.parent == descent.parent), None)


def _describe(reading: Reading, descent: Descent | None, edge: Lineage | None) -> list[str]:
    """Relation, credit and gaps. Where only a credit points to a text nobody has seen, no relation is claimed."""
    relation = descent.relation if descent else None
    credit = _describe_credit(reading.credits, taken=relation is not None)
    if edge and is_unseen(edge.parent) and set(edge.reasons) == {LineageReason.CREDIT}:
        words = [
            credit if credit != _NO_CREDIT else f"credited to {' and '.join(_agency_in(edge.parent)) or 'another'}"
        ]
    else:
        words = [_RELATIONS[relation] if relation else "its own text", credit]
    if reading.article.published is None:
        words.append("no date")
    return [word for word in words if word]


def _describe_credit(credits: Sequence[Credit], *, taken: bool) -> str:  # noqa: A002 - our noun, not the builtin
    for level, word in ((CreditLevel.WHOLE, "credited to"), (CreditLevel.PART, "with inputs from")):
        agencies = sorted({c.agency for c in credits if c.level is level})
        if agencies:
            return f"{word} {' and '.join(agencies)}"
    if taken:
        return _NO_CREDIT
    cited = sorted({c.agency for c in credits if c.level is CreditLevel.CLAIM})
    return f"cites {' and '.join(cited)}" if cited else ""


def compose_pairs(desk: Desk) -> tuple[Pair, ...]:
    """Pairs of articles of the story that share passages, the most shared first."""
    edges = [e for e in desk.dossier.lineage if e.child in desk.readings and e.parent in desk.readings and e.aligned]
    ordered = sorted(edges, key=lambda e: (e.relation is Relation.SHARED_SOURCE, -e.coverage_child, e.child, e.parent))
    return tuple(_pair_of(edge, desk) for edge in ordered)


def _pair_of(edge: Lineage, desk: Desk) -> Pair:
    known = edge.direction == "known"
    child, parent = desk.short(edge.child), desk.short(edge.parent)
    return Pair(
        left=child,
        right=parent,
        relation=edge.relation,
        direction_known=known,
        what=_describe_pair(child, parent, edge.relation, known=known),
        reasons=tuple(reason.value for reason in edge.reasons),
        coverage_left=round(edge.coverage_child, 3),
        coverage_right=round(edge.coverage_parent, 3),
        coverage_left_unquoted=round(edge.coverage_child_unquoted, 3),
        passages=tuple(_shared_passage(edge, passage, desk) for passage in edge.aligned if _is_telling(passage)),
        shorter=sum(not _is_telling(passage) for passage in edge.aligned),
    )


_TELLING_CHARS = 18  # shorter runs are single names and dates: counted, not shown


def _is_telling(passage: AlignedPassage) -> bool:
    return passage.child[1] - passage.child[0] >= _TELLING_CHARS


def _describe_pair(child: str, parent: str, relation: Relation, *, known: bool) -> str:
    if relation is Relation.SHARED_SOURCE:
        return f"{child} and {parent} share only what others said"
    if not known:
        return f"{child} and {parent}: {_RELATIONS[relation]}, which came first is not known"
    return f"{child} from {parent}: {_RELATIONS[relation]}"


def _shared_passage(edge: Lineage, passage: AlignedPassage, desk: Desk) -> SharedPassage:
    child, parent = desk.readings[edge.child].article, desk.readings[edge.parent].article
    return SharedPassage(
        left=desk.quote(span_of(child, *passage.child)),
        right=desk.quote(span_of(parent, *passage.parent)),
        verbatim=passage.verbatim,
        quoted=passage.quoted,
    )


def describe_shared_sources(desk: Desk) -> tuple[str, ...]:
    """A sentence for each pair of origins that share only quoted words; one for all where they are many."""
    edges = [e for e in desk.dossier.lineage if e.relation is Relation.SHARED_SOURCE]
    partners: dict[tuple[str, str], set[str]] = defaultdict(set)
    for edge in edges:
        ends = [end for end in (edge.child, edge.parent) if end in desk.readings]
        if len(ends) == 2:
            letters = sorted(desk.letters[desk.origin_of(end)] for end in ends)
            partners[letters[0], letters[1]].update(ends)
    apart = {pair: ends for pair, ends in sorted(partners.items()) if pair[0] != pair[1]}
    if len(apart) > _PAIRS_TOLD:
        return (f"{'; '.join(_fold(apart))}: they share only what others said; no taking.",)
    return tuple(
        f"{a} and {b} share only what others said ({', '.join(desk.shorts(ends))}); no taking."
        for (a, b), ends in apart.items()
    )


_PAIRS_TOLD = 2  # more of them say one thing over and over, and stand in one sentence


def _fold(pairs: Iterable[tuple[str, str]]) -> Iterator[str]:
    """The pairs by their first letter: "A and B, C"."""
    others: dict[str, list[str]] = defaultdict(list)
    for first, second in pairs:
        others[first].append(second)
    yield from (f"{first} and {', '.join(rest)}" for first, rest in others.items())
