"""Which bodies an article tells of at its head: whose figures it gives where a clause names nobody."""

from __future__ import annotations

from twosource.model import EntityKind, Reading

_HEAD_CHARS = 260  # a choice: an article names whom its figures are of in its first sentence or two


def named_at_the_head(reading: Reading) -> tuple[str, ...]:
    """The bodies at the head of an article, also where their names were seen further down only."""
    head = reading.article.text[:_HEAD_CHARS]
    bodies = {e.span.quote for e in reading.entities if e.kind is EntityKind.ORGANISATION}
    return tuple(sorted(name for name in bodies if _has_name(head, name)))


def _has_name(text: str, name: str) -> bool:
    """Whether a text has a name in whole words."""
    at = text.find(name)
    while at >= 0 and (text[at - 1 : at].isalnum() or text[at + len(name) : at + len(name) + 1].isalnum()):
        at = text.find(name, at + 1)
    return at >= 0
