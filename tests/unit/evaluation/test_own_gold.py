"""The sets written for this project: whole, well drawn, and judged as their pages say."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from twosource.evaluation.areas import digests_of
from twosource.evaluation.chains import is_found_whole
from twosource.evaluation.drawing import Mark, undraw
from twosource.evaluation.gold import OWN_GOLD, digest_of_files, read_own_rows
from twosource.evaluation.metric import Metric
from twosource.evaluation.reader import RULES
from twosource.evaluation.same_voice import is_same_voice
from twosource.evaluation.speakers import Verdict, abstained, answered, judge_case, voice_right


def _chain(text: str, *voices: str) -> dict[str, object]:
    return {"id": "a", "text": text, "chain": [[voice] for voice in voices]}


@pytest.mark.parametrize(("name", "count"), [("own_chains", 100), ("own_speakers", 150), ("own_names", 200)])
def test_a_set_has_its_cases_once_each(name: str, count: int) -> None:
    rows = read_own_rows(name)
    assert len({row["id"] for row in rows}) == len({row["text"] for row in rows}) == len(rows) == count


@pytest.mark.parametrize("name", ["own_chains", "own_speakers"])
def test_half_of_a_set_is_kept_from_those_who_write_rules(name: str) -> None:
    halves = Counter(row["half"] for row in read_own_rows(name))
    assert halves["first"] == halves["second"]


@pytest.mark.parametrize("name", ["own_chains", "own_speakers", "own_names"])
def test_every_drawing_is_closed_and_holds_words(name: str) -> None:
    for row in read_own_rows(name):
        drawing = undraw(row["text"])
        assert drawing.marks, row["id"]
        assert "<" not in drawing.text, row["id"]
        assert ">" not in drawing.text, row["id"]
        assert all(drawing.text[mark.start : mark.end].strip() for mark in drawing.marks), row["id"]


def test_every_level_of_a_chain_has_its_content_drawn() -> None:
    for row in read_own_rows("own_chains"):
        levels = "".join(mark.name for mark in undraw(row["text"]).marks)
        assert set(levels) == set("123"[: len(row["chain"])]), row["id"]


def test_marks_may_be_nested_and_share_a_place() -> None:
    assert undraw("A <1:b <2:c>>.").marks == (Mark("1", 2, 5), Mark("2", 4, 5))


def test_a_chain_is_whole_with_every_voice_content_and_parent() -> None:
    text = "Interfax reported <1:that the Kremlin had confirmed <2:that the visit would go ahead>>."
    assert is_found_whole(_chain(text, "Interfax", "Kremlin"), RULES)


@pytest.mark.parametrize(
    ("text", "voices"),
    [
        ("Interfax reported <1:that the Kremlin had confirmed <2:that the visit was on>>.", ("Interfax", "Pentagon")),
        ("Interfax reported <1:that the Kremlin had confirmed <2:that the visit was on>>.", ("Kremlin",)),
        ("<1:Interfax> reported <2:that the Kremlin had confirmed that the visit was on>.", ("Interfax", "Kremlin")),
    ],
    ids=["another voice", "a level left out", "another content"],
)
def test_a_chain_with_one_link_wrong_is_not_whole(text: str, voices: tuple[str, ...]) -> None:
    assert not is_found_whole(_chain(text, *voices), RULES)


def test_a_voice_is_compared_without_case_and_articles() -> None:
    assert is_same_voice("the kremlin", ["Kremlin"])
    assert not is_same_voice("Kremlin spokesman", ["Kremlin"])
    assert not is_same_voice(None, ["Kremlin"])


def test_a_case_is_judged_by_the_attribution_with_the_drawn_source() -> None:
    text = "The Kremlin said it was late. <s:Anna Reed> said it was early."
    assert judge_case({"id": "a", "text": text, "voice": ["Anna Reed"]}, RULES) == Verdict(
        due=True, given=True, right=True
    )
    assert judge_case({"id": "a", "text": text, "voice": []}, RULES) == Verdict(due=False, given=True, right=False)


def test_abstention_is_stated_beside_what_was_answered() -> None:
    right, silent, due = (
        Verdict(due=True, given=True, right=True),
        Verdict(due=True, given=False, right=False),
        Verdict(due=False, given=True, right=False),
    )
    assert (voice_right([right, due]), answered([right, silent]), abstained([due])) == (50.0, 50.0, 0.0)


def test_a_figure_of_our_own_set_is_pinned_to_that_set(tmp_path: Path) -> None:
    (tmp_path / "attribution").mkdir()
    metric = Metric(area="attribution", dataset="own_chains", name="all_chains_whole", value=1.0, units=1)
    assert digests_of([metric], tmp_path / "attribution") == {
        metric.key: digest_of_files((OWN_GOLD / "own_chains").glob("*.json*"))
    }
