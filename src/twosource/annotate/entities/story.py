"""The names of several articles as one list: who and what a story is about, with every way it is called.

Within one article `link` has joined short forms already; here the fullest forms of the articles meet. Persons are one
where their names differ in spelling only, or where a last or first name is that of one full name of the story. Bodies
are one where their names are equal, or where an acronym is that of one full name. A bare common noun (a "Foreign
Ministry") is another body in every article: nothing tells whose it is. Demonyms count for their country.
"""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from twosource.annotate.entities.gazetteer import load_words
from twosource.annotate.entities.geonames import find_geoname
from twosource.annotate.entities.link import acronym_of
from twosource.model import EntityKind, EntityMention, Reading, Record, Span
from twosource.text.spelling import fold_spelling

_Key = tuple[EntityKind, str]


class StoryName(Record, frozen=True, kw_only=True):
    """One person, body, place, event or other named thing in the articles of a story."""

    name: str
    """Its fullest name; of two equally full ones the first in the alphabet."""
    kind: EntityKind
    aliases: tuple[str, ...]
    """The other words it is named with, in order: "Zelenskyy", "Ukrainian"."""
    mentions: tuple[Span, ...]
    geoname: int | None = None
    """GeoNames id of a place, where one is clearly meant."""


def group_names(readings: Sequence[Reading]) -> tuple[StoryName, ...]:
    """The names of some articles, most mentioned first, in any order of the articles the same.

    Policy: a short name with two full ones in the story stays alone, and an id is given to a clear winner only.
    """
    members: dict[_Key, list[EntityMention]] = defaultdict(list)
    for reading in readings:
        kinds = {m.entity: m.kind for m in reading.entities if m.kind is not EntityKind.OTHER}
        for mention in reading.entities:
            kind = kinds.get(mention.entity, _kind_of_demonym(mention))
            members[kind, _key(mention.entity, kind, reading.article.id)].append(mention)
    homes = _homes(members)
    groups: dict[_Key, list[EntityMention]] = defaultdict(list)
    for key in sorted(members):
        groups[homes.get(key, key)].extend(members[key])
    found = [_story_name(kind, mentions) for (kind, _), mentions in groups.items()]
    return tuple(sorted(found, key=lambda name: (-len(name.mentions), name.name, name.kind)))


def _kind_of_demonym(mention: EntityMention) -> EntityKind:
    """A people's name whose entity is its country names a place."""
    other = mention.kind is EntityKind.OTHER and mention.entity != mention.span.quote
    return EntityKind.PLACE if other else mention.kind


def _key(entity: str, kind: EntityKind, article: str) -> str:
    """What equal names of a story share: no accents, no case, no endings that transliterations differ in."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", entity) if not unicodedata.combining(c)).casefold()
    words = plain.split()
    if kind is EntityKind.PERSON:
        return " ".join(fold_spelling(word) for word in words)
    if kind is EntityKind.ORGANISATION and _is_common(words):
        return f"{plain} of {article}"
    return plain


def _is_common(words: Sequence[str]) -> bool:
    """Whether a body is named by common nouns alone: "Defence Ministry", "Ministry of Defence", "Parliament"."""
    known = load_words()
    common = (
        known.common_bodies | known.ministry_fields | {"of", "and", "the", "department", "affairs", "supreme", "court"}
    )
    return all(word in common for word in words)


def _homes(members: Mapping[_Key, Sequence[EntityMention]]) -> dict[_Key, _Key]:
    """The one longer name that a short one stands for, by key; short ones with two or none are left out."""
    fuller: dict[_Key, set[_Key]] = defaultdict(set)
    for key, mentions in members.items():
        for short in _short_keys(key, mentions):
            if short != key:
                fuller[short].add(key)
    return {short: next(iter(full)) for short, full in fuller.items() if len(full) == 1 and short in members}


def _short_keys(key: _Key, mentions: Sequence[EntityMention]) -> Iterable[_Key]:
    kind, words = key[0], key[1].split()
    if kind is EntityKind.PERSON and len(words) > 1:
        return [(kind, words[0]), (kind, words[-1])]
    if kind is EntityKind.ORGANISATION:
        return [(kind, acronym.casefold()) for m in mentions if (acronym := acronym_of(m.entity))]
    return ()


def _story_name(kind: EntityKind, mentions: Sequence[EntityMention]) -> StoryName:
    names = sorted({mention.entity for mention in mentions}, key=lambda name: (-len(name.split()), name))
    words = {mention.span.quote for mention in mentions} | set(names[1:])
    return StoryName(
        name=names[0],
        kind=kind,
        aliases=tuple(sorted(words - {names[0]})),
        mentions=tuple(sorted((m.span for m in mentions), key=lambda span: (span.article, span.start))),
        geoname=find_geoname(names[0]) if kind is EntityKind.PLACE else None,
    )
