"""When a sentence that goes on in two ways is still one quotation, and how many words that takes."""

from __future__ import annotations

import pytest

from checked_story import findings_of
from drawn_reading import draw
from twosource.crosscheck.slots import one_wording as rules
from twosource.model import ReadingOf


def agreed(left: str, right: str) -> list[str]:
    found = findings_of(draw("a", left, published="2025-03-11"), draw("b", right, published="2025-03-12"))
    return [f.left.value for f in found if f.reading is ReadingOf.AGREEMENT]


QUOTED = "it lost [count:12 worker|12 workers] when the lower terrace above the old mill gave way"


def test_a_long_run_of_the_same_words_is_one_quotation_however_each_sentence_goes_on() -> None:
    one = f"After a meeting in Oderfeld the mayor wrote that {QUOTED}, and left for home."
    two = f"Nobody had told them, the men of the village say, that {QUOTED} at noon."
    assert agreed(one, two) == []


def test_a_run_that_is_a_word_too_short_is_no_quotation(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rules, "_ONE_SENTENCE", 16)
    one = f"After a meeting in Oderfeld the mayor wrote that {QUOTED}, and left for home."
    two = f"Nobody had told them, the men of the village say, that {QUOTED} at noon."
    assert agreed(one, two) == ["12 workers"]


@pytest.mark.parametrize(
    ("count", "agree"), [("count:1 quarry|one quarry", False), ("count:41 quarry|41 quarries", True)]
)
def test_a_small_count_in_the_same_quoted_words_needs_fewer_of_them(count: str, agree: bool) -> None:
    one = f"“Oderfeld is a village with [{count}],” said the mayor."
    two = f"The mayor spoke of “a village with [{count}]” when he came to Oderfeld."
    assert bool(agreed(one, two)) is agree


def test_today_in_the_same_words_is_one_saying() -> None:
    one = "The quarry of Oderfeld is closed [when:2025-03-11/day|today] and the mayor knows it."
    assert agreed(one, "In Oderfeld the quarry of Oderfeld is closed [when:2025-03-11/day|today].") == []
    assert len(agreed(one, "The Oderfeld quarry was closed by the mayor [when:2025-03-11/day|today].")) == 1
