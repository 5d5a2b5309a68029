"""The bodies at the head of an article, by their words."""

from __future__ import annotations

from twosource.crosscheck.slots.heads import named_at_the_head
from twosource.model import Article, EntityKind, EntityMention, Reading, Span


def _reading(text: str, *names: str) -> Reading:
    """An article in which each body is seen where it stands last."""
    places = {name: text.rindex(name) for name in names}
    mentions = (
        EntityMention(
            span=Span(article="a", start=at, end=at + len(name), quote=name), kind=EntityKind.ORGANISATION, entity=name
        )
        for name, at in places.items()
    )
    return Reading(article=Article(id="a", raw="r", text=text), entities=tuple(mentions))


def test_a_body_that_was_seen_further_down_only_stands_at_the_head() -> None:
    text = f"Acme bids for Orre Inc. today.{' It rained.' * 60} Acme and Orre Inc. and Lund met."
    assert named_at_the_head(_reading(text, "Acme", "Orre Inc.", "Lund")) == ("Acme", "Orre Inc.")


def test_a_part_of_another_word_is_no_name() -> None:
    text = f"Acmeville is wet.{' It rained.' * 60} Acme met."
    assert named_at_the_head(_reading(text, "Acme")) == ()
