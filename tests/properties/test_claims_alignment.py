"""Alignment is a partition that no order and no repetition changes."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from drawn_reading import draw
from twosource.claims import align_statements, extract_statements
from twosource.model import Statement

SENTENCES = st.sampled_from(
    [
        "The harbour board closed the old bridge on Monday.",
        "The old bridge was closed by the harbour board.",
        "The blast killed [count:12 person|12 people] at the quarry.",
        "The blast killed [count:19 person|19 people] at the quarry.",
        "The quarry company was warned about dust in the tunnel.",
        "The quarry company was not warned about dust in the tunnel.",
        "[person:Ana Reyes|Reyes] visited [place:Norland|Norland] [when:2024-09-07|on September 7].",
        "[person:Ana Reyes|Reyes] visited [place:Norland|Norland] [when:2024-10-07|on October 7].",
    ]
)
STORIES = st.lists(st.lists(SENTENCES, min_size=1, max_size=4), min_size=1, max_size=5)


def statements_of(story: list[list[str]]) -> list[Statement]:
    readings = [draw(f"a{i}", "\n".join(sentences)) for i, sentences in enumerate(story)]
    return [s for reading in readings for s in extract_statements(reading)]


@given(STORIES)
def test_every_statement_is_in_exactly_one_claim(story: list[list[str]]) -> None:
    statements = statements_of(story)
    placed = [s.id for group in align_statements(statements) for s in group]
    assert sorted(placed) == sorted({s.id for s in statements})


@given(STORIES, st.randoms(use_true_random=False))
def test_order_and_repetition_change_nothing(story: list[list[str]], random: object) -> None:
    statements = statements_of(story)
    shuffled = statements * 2
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert align_statements(shuffled) == align_statements(statements)


@given(STORIES)
def test_no_claim_holds_two_counts_of_one_thing(story: list[list[str]]) -> None:
    for group in align_statements(statements_of(story)):
        counts = {s.slots[0].span.quote for s in group if s.slots and s.slots[0].span.quote.endswith("people")}
        assert len(counts) <= 1
