"""The names of several articles as one list, and places with their GeoNames ids."""

from __future__ import annotations

from itertools import permutations

import msgspec
import pytest

from twosource.annotate.entities import StoryName, annotate_entities, group_names
from twosource.annotate.entities.geonames import find_geoname
from twosource.model import Article, EntityKind, Reading


def _readings(*texts: str) -> list[Reading]:
    bare = [Reading(article=Article(id=f"a{n}", raw="r", text=text)) for n, text in enumerate(texts)]
    return [msgspec.structs.replace(reading, entities=annotate_entities(reading)) for reading in bare]


def _named(found: tuple[StoryName, ...], kind: EntityKind) -> dict[str, tuple[str, ...]]:
    return {name.name: name.aliases for name in found if name.kind is kind}


PERSONS = [
    (("Volodymyr Zelensky spoke.", "Volodymyr Zelenskyy spoke."), {"Volodymyr Zelensky": ("Volodymyr Zelenskyy",)}),
    (("Xi Jinping spoke.", "They thanked President Xi."), {"Xi Jinping": ("Xi",)}),
    (("Dmitry Peskov spoke.", "They met Mr. Peskov."), {"Dmitry Peskov": ("Peskov",)}),
    (
        ("Bill Clinton spoke.", "Hillary Clinton spoke.", "They met Mr. Clinton."),
        {"Bill Clinton": (), "Hillary Clinton": (), "Clinton": ()},
    ),
]


@pytest.mark.parametrize(("texts", "expected"), PERSONS, ids=[" ".join(texts) for texts, _ in PERSONS])
def test_persons_of_a_story_are_joined_where_one_full_name_is_left(
    texts: tuple[str, ...], expected: dict[str, tuple[str, ...]]
) -> None:
    assert _named(group_names(_readings(*texts)), EntityKind.PERSON) == expected


def test_an_acronym_in_another_article_is_the_body_with_that_full_name() -> None:
    found = group_names(_readings("The Kovno Trade Bureau met.", "He left the KTB in May."))
    assert _named(found, EntityKind.ORGANISATION) == {"Kovno Trade Bureau": ("KTB",)}


def test_a_bare_ministry_is_another_one_in_every_article() -> None:
    found = group_names(_readings("The Foreign Ministry denied it.", "The Foreign Ministry denied it."))
    assert [name.name for name in found] == ["Foreign Ministry", "Foreign Ministry"]


def test_a_demonym_counts_for_its_country() -> None:
    (slovakia,) = group_names(_readings("A Slovak judge ruled.", "They live in Slovakia."))
    assert (slovakia.kind, slovakia.aliases, len(slovakia.mentions)) == (EntityKind.PLACE, ("Slovak",), 2)
    assert slovakia.geoname == find_geoname("Slovakia")


def test_the_order_of_articles_changes_nothing() -> None:
    readings = _readings("Xi Jinping met Putin.", "Vladimir Putin left Russia.", "The Russian leader met Xi.")
    assert {group_names(order) for order in permutations(readings)} == {group_names(readings)}


@pytest.mark.parametrize(
    ("name", "geoname"),
    [
        ("Ukraine", 690791),
        ("Kyiv", 703448),
        ("Kiev", 703448),
        ("Paris", 2988507),
        # two of a name, and neither is clearly meant
        ("Georgia", None),
        ("Washington", None),
        ("Birmingham", None),
        ("Odessa", None),
        # too small, unknown, a code
        ("Palestine", None),
        ("Atlantis", None),
        ("SEA", None),
    ],
)
def test_a_place_has_an_id_where_one_is_clearly_meant(name: str, geoname: int | None) -> None:
    assert find_geoname(name) == geoname
