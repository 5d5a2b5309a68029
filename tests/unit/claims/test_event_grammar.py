"""Who and what takes part in an event, by how its word stands in the sentence."""

from __future__ import annotations

import pytest

from event_readings import read_lines
from twosource.claims.event_grammar import Grammar, Role, names_by_place


def _roles(line: str, word: str) -> dict[Role, set[str]]:
    (reading,) = read_lines(line)
    grammar = Grammar(reading.syntax[0], line, names_by_place(reading))
    return {role: set(keys) for role, keys in grammar.roles(grammar.written.index(word)).items()}


@pytest.mark.parametrize(
    ("line", "word", "role", "keys"),
    [
        ("The police arrested two robbers in the port.", "arrested", Role.DOER, {"police"}),
        ("The police arrested two robbers in the port.", "arrested", Role.DONE_TO, {"robber"}),
        ("Two dockers were arrested by police.", "arrested", Role.DOER, {"police"}),
        ("Two dockers were arrested by police.", "arrested", Role.DONE_TO, {"docker"}),
        ("The arrest of two dockers shocked the town.", "arrest", Role.DONE_TO, {"docker"}),
        ("The dockers entered the port and burned a ship.", "burned", Role.DOER, {"docker"}),
        ("The dockers tried to leave the port.", "leave", Role.DOER, {"docker"}),
        ("The dockers who burned the ship were jailed.", "burned", Role.DOER, {"docker"}),
        ("The mayor's visit to the port ended.", "visit", Role.DOER, {"mayor"}),
        ("The port fire burned for days.", "fire", Role.MODIFIER, {"port"}),
        ("The fire brigade left the port.", "fire", Role.MODIFIER, {"brigade"}),
        ("Police and guards arrested a docker.", "arrested", Role.DOER, {"police", "guard"}),
        ("Police made an arrest in the port.", "arrest", Role.DOER, {"police"}),
    ],
)
def test_those_who_take_part_are_found_by_their_role(line: str, word: str, role: Role, keys: set[str]) -> None:
    assert _roles(line, word)[role] == keys


def test_a_pronoun_takes_no_part_because_nothing_tells_who_it_is() -> None:
    assert Role.DOER not in _roles("They burned the ship.", "burned")


def test_a_name_is_known_by_the_last_word_of_its_fullest_form() -> None:
    assert _roles("Anna Orre opened the bridge.", "opened")[Role.DOER] == {"orre"}
