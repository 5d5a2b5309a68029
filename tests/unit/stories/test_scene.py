"""Where an event is set, and what a report says it has nothing to do with."""

from __future__ import annotations

import pytest

from twosource.stories.scene import cut_denials, find_scene

_NONE: frozenset[str] = frozenset()


@pytest.mark.parametrize(
    ("title", "text", "places"),
    [
        ("Fire at Port Wessen silo", "Two were hurt, the brigade said.", {"wessen"}),
        ("Two hurt in silo fire", "A silo burned near Wessen on Monday.", {"wessen"}),
        ("Two hurt in silo fire", "WESSEN (NNA) - A silo burned on Monday.", {"wessen"}),
        ("Two hurt", "A silo burned down on Monday, firefighters said. A year ago one burned in Hallowby.", set()),
        ("Two hurt in March", "A silo burned in April.", set()),
    ],
)
def test_the_place_stands_in_headline_dateline_or_first_sentence(title: str, text: str, places: set[str]) -> None:
    assert find_scene(title, text, _NONE).places == places


@pytest.mark.parametrize(
    "denial",
    [
        "It was not connected with the blast in Hallowby.",
        "The fire is unrelated to that of Hallowby.",
        "There was no link to Hallowby, police said.",
    ],
)
def test_a_sentence_that_denies_a_connection_is_cut_and_its_names_kept(denial: str) -> None:
    assert cut_denials(f"A silo burned. {denial} It was put out.") == (
        "A silo burned. It was put out.",
        frozenset({"hallowby"}),
    )


def test_each_sentence_that_denies_is_cut_whole_and_no_other() -> None:
    text = "It is not linked to Olm. One died!\nIt has no link, no connection to Brem or Selby\nTwo left? no link"
    assert cut_denials(text) == (" One died!\n\nTwo left?", frozenset({"olm", "brem", "selby"}))


def test_a_text_without_denial_stays_as_it_is() -> None:
    assert cut_denials("The two are linked by a road.") == ("The two are linked by a road.", _NONE)
