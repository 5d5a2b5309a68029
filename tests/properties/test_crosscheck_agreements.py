"""Whether two reports agree does not depend on which of them is named first, and no report agrees with itself."""

from __future__ import annotations

from hypothesis import example, given
from hypothesis import strategies as st

from checked_story import findings_of
from drawn_reading import draw
from twosource.model import ReadingOf

COUNTS = ["[count:12 worker|12 workers]", "[count:1 quarry|one quarry]", "[measure:100 percent|100 percent]"]
DAYS = ["[when:2025-03-11/day|today]", "[when:2025-03-12/day/relative|on Wednesday]", "[when:2025-03-06/day|Thursday]"]
WORDS = [
    "the quarry",
    "of Oderfeld",
    "the mayor said",
    "that",
    "in favor of",
    "against",
    "or Friday",
    "not",
    "top",
    "even",
]

sentences = st.lists(st.sampled_from(WORDS), min_size=2, max_size=8).flatmap(
    lambda words: st.tuples(st.just(words), st.sampled_from(COUNTS + DAYS), st.integers(0, len(words)))
)


def told(drawn: tuple[list[str], str, int]) -> str:
    words, value, place = drawn
    return " ".join(["In Oderfeld the quarry killed", *words[:place], value, *words[place:]]) + "."


def agreed(**texts: str) -> list[str]:
    readings = [draw(name, text, published="2025-03-12") for name, text in texts.items()]
    return sorted(f.left.value for f in findings_of(*readings) if f.reading is ReadingOf.AGREEMENT)


@given(sentences, sentences)
@example((["the quarry", "the quarry"], COUNTS[0], 0), (["the mayor said", "that"], COUNTS[0], 0))
def test_agreement_does_not_depend_on_which_report_is_first(
    one: tuple[list[str], str, int], two: tuple[list[str], str, int]
) -> None:
    assert agreed(a=told(one), b=told(two)) == agreed(a=told(two), b=told(one))


@given(sentences)
def test_a_long_sentence_printed_twice_is_no_agreement(one: tuple[list[str], str, int]) -> None:
    text = told((["of", "the lower terrace above the old mill", *one[0]], one[1], one[2]))
    assert agreed(a=text, b=text) == []
