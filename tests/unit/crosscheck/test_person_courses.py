"""What became of one person in a later report, and what became of somebody else."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from drawn_reading import draw, own_descents, story_of
from twosource.claims import align_statements, extract_statements
from twosource.crosscheck import check_story

_CHARGED = "[person:Ivo Talvik|Ivo Talvik] was charged with setting the fire at the pier."
_ARRESTED = "Police arrested [person:Ivo Talvik|Ivo Talvik] on a ferry."
_JAILED = "[person:Ivo Talvik|Talvik] remains in jail."
_JUDGED = "[person:Ivo Talvik|Talvik] was found guilty of setting the fire at the pier."


def courses(one: str, two: str, *, later: str | None = "2031-06-03") -> list[tuple[str, str]]:
    readings = [draw("a", one, published="2031-04-02"), draw("b", two, published=later)]
    groups = align_statements([s for r in readings for s in extract_statements(r)])
    findings = check_story(story_of(*readings), readings, groups, own_descents(*readings)).findings
    return [(f.left.value, f.right.value) for f in findings if f.rule.endswith("in a later one")]


@pytest.mark.parametrize(
    ("one", "two"),
    [
        (_CHARGED, _JUDGED),
        (
            "Police are searching for [person:Ivo Talvik|Ivo Talvik].",
            "[person:Ivo Talvik|Talvik] was arrested on a ferry on Monday.",
        ),
        ("A 4-year-old girl is in critical condition.", "A 4-year-old girl has died after the fire."),
        (
            "The board revoked the pass of [person:Orla Stone|Orla Stone].",
            "[person:Orla Stone|Orla Stone] has returned to her post at the pier.",
        ),
        (
            "The board called on [person:Orla Stone|Orla Stone] to resign.",
            "[person:Orla Stone|Orla Stone] resigned on Monday.",
        ),
        (
            "Detectives are still searching for [person:Ivo Talvik|Ivo Talvik].",
            "[person:Ivo Talvik|Talvik] was booked into the county jail.",
        ),
        (
            "[person:Ivo Talvik|Talvik] remains in jail.",
            "[person:Ivo Talvik|Talvik] was released on Monday.",
        ),
        (
            "[person:Ivo Talvik|Talvik] has been missing for a week.",
            "[person:Ivo Talvik|Talvik] was released on Monday.",
        ),
        (
            "The pilot, [person:Orla Stone|Orla Stone], is in critical condition.",
            "[person:Orla Stone|Stone] was upgraded and is getting better.",
        ),
        (
            "The governor named [person:Orla Stone|Orla Stone] as her choice for the board.",
            "[person:Orla Stone|Orla Stone] said on Thursday that she was withdrawing her name.",
        ),
        (
            "[person:Orla Stone|Orla Stone] is running for mayor.",
            "[person:Orla Stone|Stone] is ending her campaign.",
        ),
        (
            "[person:Orla Stone|Orla Stone] underwent surgery on Monday.",
            "The navy named the pilot as [person:Orla Stone|Orla Stone] of Farhaven, who left behind a husband.",
        ),
        ("[person:Orla Stone|Stone] was taken to the hospital.", "[person:Orla Stone|Stone] passed away at noon."),
        (
            "[person:Ivo Talvik|Talvik] is expected to be arraigned on Monday.",
            "Sentencing for [person:Ivo Talvik|Ivo Talvik] is set for June.",
        ),
        (_CHARGED, "\n".join(f"Witness {name} saw smoke." for name in "abcdefghijklmn") + f"\n{_JUDGED}"),
        (
            "[person:Jon Talvik|Jon Talvik] was charged with theft.",
            "[person:Jonathan Talvik|Jonathan Talvik] was found guilty of theft.",
        ),
        (
            "[person:Ivo Talvik|Ivo Talvik] is one of two suspected robbers.",
            "[person:Ivo Talvik|Talvik] was handed nine years in prison.",
        ),
        (_CHARGED, "[person:Ivo Talvik|Talvik] was sentenced last week."),
        (_ARRESTED, "A judge ordered 29-year-old [person:Ivo Talvik|Ivo Talvik] released on Friday."),
        (_ARRESTED, "[person:Ivo Talvik|Talvik] was released on bond."),
        (_ARRESTED, "Charges against [person:Ivo Talvik|Talvik] were dismissed."),
        (_CHARGED, "[person:Ivo Talvik|Ivo Talvik] reached a plea agreement in July and was sentenced to six years."),
        (_CHARGED, "[person:Ivo Talvik|Talvik] pleaded guilty in 2031."),
        (f"= {_CHARGED}", f"= {_JUDGED}"),
    ],
    ids=[
        "judged",
        "caught",
        "dead",
        "back",
        "gone",
        "booked",
        "let out",
        "missing",
        "better",
        "withdrawn",
        "out of a race",
        "left behind",
        "passed away",
        "sentencing",
        "far down",
        "short first name",
        "suspected",
        "sentenced last week",
        "ordered released",
        "on bond",
        "charges dropped",
        "subject left out",
        "of the year",
        "galleries",
    ],
)
def test_what_became_of_somebody_is_told_by_a_report_of_a_later_day(one: str, two: str) -> None:
    assert courses(one, two) == [("at first", "in the end")]


@pytest.mark.parametrize(
    ("one", "two", "later"),
    [
        (_CHARGED, _JUDGED, "2031-04-02"),
        (_CHARGED, _JUDGED, None),
        (_CHARGED, _JUDGED.replace("Talvik", "Stone").replace("Ivo", "Orla"), "2031-06-03"),
        (f"{_CHARGED} {_JUDGED}", _JUDGED, "2031-06-03"),
        (_CHARGED, "[person:Ivo Talvik|Talvik] was not convicted of setting the fire at the pier.", "2031-06-03"),
        ("A 4-year-old girl is in critical condition.", "A 9-year-old boy has died after the fire.", "2031-06-03"),
        (_JAILED, "A jury has returned a verdict against [person:Ivo Talvik|Ivo Talvik].", "2031-06-03"),
        (_JAILED, "A newly released letter tells how [person:Ivo Talvik|Talvik] fled.", "2031-06-03"),
        (_JAILED, "[person:Ivo Talvik|Talvik] will be released, his son said.", "2031-06-03"),
        (_CHARGED, _JUDGED.replace("Ivo Talvik|", "Orrin Talvik|Orrin "), "2031-06-03"),
        (
            "[person:Orla Stone|Stone] had been hospitalized in her youth.",
            "[person:Orla Stone|Stone] passed away at noon.",
            "2031-06-03",
        ),
        (
            "Police met [person:Ivo Talvik|Ivo Talvik] and [person:Jan Moor|Jan Moor], who was charged with theft.",
            _JUDGED,
            "2031-06-03",
        ),
        (_CHARGED, "[person:Ivo Talvik|Talvik] pleaded guilty to theft in 2029.", "2031-06-03"),
        ("In 2024, [person:Ivo Talvik|Ivo Talvik] was charged with theft.", _JUDGED, "2031-06-03"),
        (_CHARGED, f"The harbour was calm on Monday.\n= {_JUDGED}", "2031-06-03"),
        (f"The harbour was calm on Monday.\n= {_CHARGED}", _JUDGED, "2031-06-03"),
        (
            _CHARGED,
            "[person:Jan Moor|Jan Moor] met [person:Ivo Talvik|Talvik] and was sentenced to a year.",
            "2031-06-03",
        ),
        (_ARRESTED, "As part of a plea of [person:Ivo Talvik|Talvik], a charge of theft was dismissed.", "2031-06-03"),
        (_ARRESTED, "Charges against [person:Ivo Talvik|Talvik] could be dismissed.", "2031-06-03"),
    ],
    ids=[
        "one day",
        "no date",
        "somebody else",
        "told already",
        "denied",
        "another child",
        "a verdict",
        "a letter",
        "not yet",
        "his brother",
        "long before",
        "the person before who",
        "judged years before",
        "charged years before",
        "an old picture",
        "an old picture first",
        "either of two",
        "one charge of several",
        "not dismissed yet",
    ],
)
def test_another_person_or_an_end_that_is_not_later_is_no_update(one: str, two: str, later: str | None) -> None:
    assert courses(one, two, later=later) == []


def test_each_person_of_a_course_is_told_of_once() -> None:
    sought = "Detectives are searching for [person:Ivo Talvik|Ivo Talvik]. Police hunt for [person:Jan Moor|Jan Moor]."
    caught = "[person:Ivo Talvik|Talvik] was arrested on Monday. [person:Jan Moor|Moor] was arrested on Monday."
    assert courses(sought, f"{caught} {caught}") == [("at first", "in the end")] * 2


def test_whose_lawyer_was_charged_is_not_told_of() -> None:
    assert courses("[person:Ivo Talvik|Ivo Talvik]'s lawyer was charged with theft.", _JUDGED) == []


def test_a_text_filed_again_on_a_later_day_with_the_end_tells_it() -> None:
    body = "\n".join(
        f"The {word} of the pier burned for an hour, the keeper said." for word in "roof floor rail".split()
    )
    readings = [draw("a", f"{body}\n{_CHARGED}", published="2031-04-02")]
    readings += [draw("b", f"{body}\n{_JUDGED}", published="2031-06-03")]
    groups = align_statements([s for r in readings for s in extract_statements(r)])
    one, two = own_descents(*readings)
    findings = check_story(story_of(*readings), readings, groups, [one, replace(two, text=one.text)]).findings
    assert [f.rule for f in findings if f.rule.endswith("in a later one")] == [
        "accused in one report, and judged in a later one"
    ]
