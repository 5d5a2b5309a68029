"""Names of one article, found, typed, linked and given their roles."""

from __future__ import annotations

from twosource.annotate.entities.find import find_names
from twosource.annotate.entities.link import link_names
from twosource.annotate.entities.protocol import Name, NameFinder
from twosource.annotate.entities.roles import RoleOf, find_role
from twosource.annotate.entities.tokens import Tokens, find_tokens
from twosource.model import EntityKind, EntityMention, Reading, span_of


def annotate_entities(reading: Reading, *, finder: NameFinder = find_names) -> tuple[EntityMention, ...]:
    """The names in an article in order: persons, organisations, places, events and others.

    Policy: mentions share an `entity` where exactly one fuller form is left; demonyms ("Russian") are mentions of kind
    other whose entity is the country; only spokespeople speak for a body. Never raises on any text.
    `finder` may be a trained one; linking and roles are the same for both.

    >>> from twosource.model import Article
    >>> article = Article(id="a", raw="r", text="Kremlin spokesman Dmitry Peskov spoke. Peskov smiled.")
    >>> [(m.span.quote, m.kind.value, m.entity, m.speaks_for) for m in annotate_entities(Reading(article=article))][1:]
    [('Dmitry Peskov', 'person', 'Dmitry Peskov', 'Kremlin'), ('Peskov', 'person', 'Dmitry Peskov', None)]
    """
    tokens = find_tokens(reading.article.text)
    linked = link_names(tokens, [_at_home(reading, tokens, name) for name in finder(tokens)])
    if not linked:
        return ()
    entity_at = {
        at: entity
        for name, entity in linked
        if name.kind is not EntityKind.PERSON
        for at in range(name.first, name.after)
    }
    return tuple(_mention(reading, tokens, name, (entity, entity_at)) for name, entity in linked)


def _at_home(reading: Reading, tokens: Tokens, name: Name) -> Name:
    """The name, a place where it is the dateline, which stands in capitals and in no sentence that could type it."""
    extent = reading.article.dateline.extent if reading.article.dateline else None
    inside = extent and extent[0] <= tokens.starts[name.first] and tokens.ends[name.after - 1] <= extent[1]
    return name._replace(kind=EntityKind.PLACE) if inside and name.kind is EntityKind.PERSON else name


def _mention(reading: Reading, tokens: Tokens, name: Name, linked: tuple[str, dict[int, str]]) -> EntityMention:
    entity, entity_at = linked
    role: RoleOf | None = None
    if name.kind is EntityKind.PERSON:
        role = find_role(tokens, name.first, name.after, entity_at)
    return EntityMention(
        span=span_of(reading.article, tokens.starts[name.first], tokens.ends[name.after - 1]),
        kind=name.kind,
        entity=entity,
        role=role.role if role else None,
        speaks_for=role.speaks_for if role else None,
    )
