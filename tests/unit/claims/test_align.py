"""Which statements of one story are one claim."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from drawn_reading import draw
from twosource.claims import align_statements, extract_statements
from twosource.model import Statement


def groups_of(**drawings: str) -> list[list[str]]:
    statements = [s for name in sorted(drawings) for s in extract_statements(draw(name, drawings[name]))]
    return [sorted(s.span.article for s in group) for group in align_statements(statements)]


VISIT_A = "[person:Ana Reyes|Reyes] will visit [place:Norland|Norland] [when:2025-05-07..2025-05-10|from May 7-10]."
VISIT_B = "[person:Ana Reyes|Reyes] pays a visit to [place:Norland|Norland] [when:2025-05-07..2025-05-10|on May 7-10]."


def test_two_wordings_of_one_visit_are_one_claim() -> None:
    assert groups_of(a=VISIT_A, b=VISIT_B) == [["a", "b"]]


def test_visits_of_two_months_are_two_claims() -> None:
    other = "[person:Ana Reyes|Reyes] will visit [place:Norland|Norland] [when:2025-06-07..2025-06-10|from June 7-10]."
    assert groups_of(a=VISIT_A, b=other) == [["a"], ["b"]]


def test_other_counts_of_the_same_thing_are_two_claims() -> None:
    assert groups_of(
        a="The blast killed [count:12 person|12 people] at the quarry.",
        b="The blast killed [count:19 person|19 people] at the quarry.",
    ) == [["a"], ["b"]]


def test_the_first_and_the_last_visit_are_two_claims() -> None:
    assert groups_of(
        a="[person:Ana Reyes|Reyes] first visited [place:Norland|Norland] as a young minister.",
        b="[person:Ana Reyes|Reyes] last visited [place:Norland|Norland] as a young minister.",
    ) == [["a"], ["b"]]


def test_a_denial_is_not_one_claim_with_what_it_denies() -> None:
    assert groups_of(
        a="The quarry company was warned about dust in the tunnel.",
        b="The quarry company was not warned about dust in the tunnel.",
    ) == [["a"], ["b"]]


def test_the_same_words_are_one_claim_whatever_they_say() -> None:
    words = "The quarry company was not warned about dust in the tunnel."
    assert groups_of(a=words, b=words, c=words) == [["a", "b", "c"]]


def test_a_chain_of_wordings_does_not_drift_to_another_claim() -> None:
    assert groups_of(
        a="The storm closed the harbour bridge and the ferry quay.",
        b="The storm closed the ferry quay and flooded the tunnel.",
        c="Water flooded the tunnel and the quarry near the ferry quay.",
    ) == [["a", "b"], ["c"]]


def test_the_order_of_statements_changes_nothing() -> None:
    texts = {"a": VISIT_A, "b": VISIT_B, "c": "The blast killed [count:12 person|12 people] at the quarry."}
    statements = [s for name in sorted(texts) for s in extract_statements(draw(name, texts[name]))]
    assert align_statements(statements) == align_statements(statements[::-1])


def test_a_statement_given_twice_stands_once() -> None:
    statements: list[Statement] = list(extract_statements(draw("a", VISIT_A)))
    assert align_statements(statements * 2) == align_statements(statements)


def test_a_headline_joins_the_statement_that_it_shortens() -> None:
    text = "The old bridge over the Orla was closed by the mayor on Monday after an inspection of its piers."
    assert groups_of(a=f"# Mayor closes old bridge over the Orla\n{text}") == [["a", "a"]]


def test_a_headline_of_another_count_stays_alone() -> None:
    text = "A blast at the old quarry by the Orla killed [count:12 person|12 people] on Monday."
    assert groups_of(a=f"# Blast at old quarry by the Orla kills [count:19 person|19 people]\n{text}") == [["a"], ["a"]]


def test_a_caption_in_words_of_its_own_is_a_claim_of_its_own() -> None:
    shown = "Workers inspect the closed bridge over the Orla."
    assert groups_of(a=f"= {shown[:-1]} today.", b=f"{shown}") == [["a"], ["b"]]


def said(article: str, words: str, frame: str) -> Statement:
    """A statement with the words that say who says it marked as its frame."""
    [statement] = extract_statements(draw(article, words))
    start = statement.span.quote.index(frame)
    return replace(statement, attribution="x", frame=((start, start + len(frame)),))


HARBOUR = "Harbour Police Captain Dora Reed said"


@pytest.mark.parametrize(
    ("words", "others", "together"),
    [
        ("Crews were called to 7050 Old Quay Road.", "Crews met at 7050 Old Quay Road.", False),
        (
            "A gull slept in the 700 block of Old Quay Street.",
            "He sells maps in the 700 block of Old Quay Street.",
            False,
        ),
        ("The fire at 7050 Old Quay Road hurt six.", "Six were hurt in the fire at 7050 Old Quay Road.", True),
    ],
)
def test_an_address_makes_no_claim_of_two_sayings(words: str, others: str, together: bool) -> None:
    one, two = (extract_statements(draw(article, text))[0] for article, text in (("a", words), ("b", others)))
    assert (len(align_statements([one, two])) == 1) == together


@pytest.mark.parametrize(
    ("words", "others", "together"),
    [
        ("he did not know why the pilot left.", "he did not know of another boat.", False),
        ("the pilot boat sank at dusk.", "the pilot of that boat knew more.", False),
        ("the boy slept in a ward of the hospital on Monday.", "the boy was asleep in a ward of the hospital.", True),
    ],
)
def test_one_speaker_makes_no_claim_of_two_sayings(words: str, others: str, together: bool) -> None:
    groups = align_statements([said("a", f"{HARBOUR} {words}", HARBOUR), said("b", f"{HARBOUR} {others}", HARBOUR)])
    assert len(groups) == (1 if together else 2)


def test_a_caption_in_the_words_of_the_story_is_its_claim() -> None:
    words = "The quarry company was warned about dust in the tunnel."
    assert groups_of(a=f"The storm closed the ferry quay.\n{words}", b=f"= {words}") == [["a"], ["a", "b"]]
