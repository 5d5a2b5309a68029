"""Sentences: a bar stands behind each sentence in the drawn text."""

from __future__ import annotations

import pytest

from twosource.text.sentences import split_sentences


@pytest.mark.parametrize(
    "drawn",
    [
        "He sat.| Then she left.| She was ill.| Nobody came.",
        "Sen. Reed spoke.| Gen. Roe and Lt. Col. Fox did not.",
        "Dr. Vane met Mr. Fox in St. Petersburg on Jan. 5.| They spoke.",
        "They lost two of the team - Drs. Vane and Fox. | Sens. Ash and Roe mourned with Revs. Li and Oss.",
        "J. K. Roe wrote it.| He is taller than I.| So what?",
        "It rose 3.5 percent.| In Jan. 2024 it fell to 1,200.5 points.",
        "The U.S. Army left at 5 a.m. Monday.| It was cold.",
        "He spoke for the U.S.| It was brief.",
        "His brother, C.J. Roe-Fox, was hurt.| He knew C.J.| The A.B.C. Orrin is a boat.",
        "The shots fell at 9 p.m.| Police came.| It was dark by 6 p.m. Monday and 5 p.m. New Year's Eve.",
        "He rang at 9 p.m. Eastern.| She rang at 9 p.m. Orrin time.| At 9 p.m. EST.",
        "We all rang him at 9 p.m. West Orrin time.",
        "Around 9 p.m. Ann Roe heard a shot.| A few minutes after 9 p.m. Roe fled.",
        "Acme Inc. said so.| Acme Inc.| The firm agreed.",
        "He was born in Phoenix, Ariz.| He died in Ga. on Monday.",
        '"Is it so?" he asked.| "Yes!"| Nobody moved.',
        '"Is it so?" Mr. Fox asked.| "It is."| He left.',
        "“We go.”| “When?”| “Now!” she said.",
        "Wait... what now?| It fell…| And then … it rose.",
        "(He left.)| She stayed [in the car].| End.",
        "See No. 5 and Fig. 2.| He said no.| She agreed.",
        "One line\n|Another line\n|\nA third. |And a fourth.",
        "Vitamin C helps.| So does rest.",
        "He paid $5.50 vs. $6.| Prices rose.",
        "They met at 10 p.m.| The talks went on.",
        "No full stop at all",
        "",
        "   \n\n  ",
        "...",
    ],
)
def test_sentences_end_where_they_are_drawn_to_end(drawn: str) -> None:
    text = drawn.replace("|", "")
    assert [text[start:end] for start, end in split_sentences(text)] == [
        s.strip() for s in drawn.split("|") if s.strip()
    ]


def test_a_part_of_a_text_is_split_by_its_own_ends() -> None:
    text = "Not this. But this. And this. Not that."
    assert [text[s:e] for s, e in split_sentences(text, 10, 29)] == ["But this.", "And this."]


@pytest.mark.xfail(reason="a firm's own exclamation mark ends a sentence", strict=True)
def test_a_mark_inside_a_name_ends_no_sentence() -> None:
    assert len(split_sentences("He works for Yahoo! Inc. in the north.")) == 1
