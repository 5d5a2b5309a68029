"""Key terms as a reader knows them."""

from __future__ import annotations

import pytest

from twosource.dossier.page.about import spell_terms
from twosource.model import Article, EntityKind, EntityMention, Reading, span_of

TEXT = "Ann Reed met Bo Lind in Orrin on Friday. The parade in Orrin began. Parade Of The Year at Pier 9"


def reading_naming(*names: tuple[str, EntityKind]) -> Reading:
    article = Article(id="a", raw="r", text=TEXT)
    found = [(TEXT.index(name), name, kind) for name, kind in names]
    return Reading(
        article=article,
        entities=tuple(
            EntityMention(span=span_of(article, at, at + len(name)), kind=kind, entity=name)
            for at, name, kind in sorted(found)
        ),
    )


@pytest.mark.parametrize(
    ("terms", "scenes", "spelled"),
    [
        (("Reed", "Ann"), (), ("Ann Reed",)),  # one name, once
        (("Reed", "Orrin"), ("Orrin",), ("Ann Reed",)),  # the place stands beside
        (("Friday", "Reed"), (), ("Ann Reed",)),  # a day tells nothing
        (("Parade",), (), ("parade",)),  # a headline's capital
        (("Pier", "Reed"), (), ("Ann Reed",)),  # it stands before a number alone
        (("Of",), (), ("Of",)),  # no other spelling is known
        (("silo",), (), ("silo",)),
    ],
)
def test_terms_are_spelled_as_names_and_once(
    terms: tuple[str, ...], scenes: tuple[str, ...], spelled: tuple[str, ...]
) -> None:
    reading = reading_naming(("Ann Reed", EntityKind.PERSON), ("Orrin", EntityKind.PLACE))
    assert spell_terms(terms, scenes, (reading,)) == spelled


def test_a_name_that_runs_into_the_day_widens_nothing() -> None:
    reading = reading_naming(("Orrin on Friday", EntityKind.PLACE))
    assert spell_terms(("Orrin",), (), (reading,)) == ("Orrin",)
