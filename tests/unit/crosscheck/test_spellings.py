"""One name in two spellings, and the names that only look alike."""

from __future__ import annotations

import pytest

from drawn_reading import draw, own_descents, story_of
from twosource.claims import align_statements, extract_statements
from twosource.crosscheck import check_story
from twosource.crosscheck.wordings.spellings import is_slip
from twosource.model import Descent, Reading


def spellings(*readings: Reading, descents: list[Descent] | None = None) -> list[tuple[str, str, str]]:
    groups = align_statements([s for r in readings for s in extract_statements(r)])
    found = check_story(story_of(*readings), readings, groups, descents or own_descents(*readings)).findings
    return [(f.reading.value, f.left.value, f.right.value) for f in found if f.slot == "person"]


@pytest.mark.parametrize(
    ("one", "two", "slip"),
    [
        ("Petersen", "Peterson", True),
        ("Corley", "Corely", True),
        ("Wilkerson", "Wilkson", True),
        ("Hall", "Hill", False),
        ("Steve", "Steven", False),
        ("Katherine", "Catherine", True),
        ("Stephen", "Steven", True),
        ("Jon", "John", True),
        ("Lenny", "Lennie", True),
        ("Charlie", "Charles", False),
        ("Dmitri", "Dmitriy", False),
        ("Phillip", "Philip", True),
        ("Khattab", "Khatab", False),
        ("Zoltan", "Soltan", True),
        ("LaTonya", "Latonya", False),
        ("Süder", "Suder", False),
        ("Josef", "Joseph", False),
        ("Viktor", "Victor", False),
        ("Erika", "Erica", True),
    ],
)
def test_a_slip_is_a_letter_or_two_and_no_other_way_to_write_it(one: str, two: str, *, slip: bool) -> None:
    assert is_slip(one, two) is slip
    assert is_slip(two, one) is slip


def test_two_spellings_of_a_last_name_are_a_conflict_told_once() -> None:
    a = draw("a", "Rescuers found [person:Duncan Raitt|Duncan Raitt] on the ridge.", published="2025-03-11")
    b = draw("b", "[person:Duncan Raite|Duncan Raite] was found alive. They flew [person:Duncan Raite|Raite] home.")
    assert spellings(a, b) == [("conflict", "Duncan Raitt", "Duncan Raite")]


def test_a_last_name_with_a_letter_behind_it_is_a_second_spelling_and_a_plural_noun_is_none() -> None:
    drawing = "“Go,” said [person:Orla Meyer|Orla Meyer]. Later [person:Orla Meyers|Orla Meyers] left the quay."
    assert spellings(draw("a", drawing)) == [("conflict", "Orla Meyer", "Orla Meyers")]
    noun = """
    Reporters met [person:Norhaven County Sheriff|Norhaven County Sheriff] deputies.
    The [person:Norhaven County Sheriffs|Norhaven County Sheriffs] spoke, as a sheriff does.
    """
    assert spellings(draw("a", noun)) == []


def test_two_first_names_that_sound_the_same_are_one_in_one_article_too() -> None:
    alike = "The jury saw [person:Zachary Holm|Zachary Holm] twice. Then [person:Zackary Holm|Zackary Holm] left."
    assert spellings(draw("a", alike)) == [("conflict", "Zachary Holm", "Zackary Holm")]
    sisters = "The jury saw [person:Marina Holm|Marina Holm] twice. Then [person:Martina Holm|Martina Holm] left."
    assert ("conflict", "Marina Holm", "Martina Holm") not in spellings(draw("a", sisters))


def test_a_lone_slip_is_held_against_the_name_of_its_own_article() -> None:
    drawing = """
    The site was built by [person:Nora Sweeting|Nora Sweeting] in March.
    Later mails sent readers to [person:Sweening|Sweening] and her site by mistake.
    """
    assert spellings(draw("a", drawing)) == [("conflict", "Nora Sweeting", "Sweening")]
    elsewhere = draw("b", "A [person:Sweening|Sweening] of Norhaven won the regatta that day.")
    assert spellings(draw("a", "The site was built by [person:Nora Sweeting|Nora Sweeting]."), elsewhere) == []


def test_a_slip_that_was_taken_for_no_name_is_held_against_its_own_article() -> None:
    drawing = """
    The lighthouse was built by [person:Orla Harringay|Orla Harringay] in March.
    Later letters sent sailors to Harringoy's house by mistake.
    """
    assert spellings(draw("a", drawing)) == [("conflict", "Orla Harringay", "Harringoy")]
    assert spellings(draw("a", drawing.replace("Harringoy", "Norhaven"))) == []


@pytest.mark.parametrize(
    "drawing",
    [
        "[person:Marina Stone|Marina Stone] and her sister [person:Martina Stone|Martina Stone] were found alive.",
        "[person:Ana Martin|Ana Martin] was found outside a house at 1106 [place:Marlin|Marlin] on Monday.",
    ],
    ids=["sisters", "a street"],
)
def test_names_that_are_alike_may_be_two(drawing: str) -> None:
    assert spellings(draw("a", drawing)) == []


def test_two_articles_of_one_text_are_not_held_against_each_other() -> None:
    a = draw("a", "Rescuers found [person:Duncan Raitt|Duncan Raitt] on the ridge.")
    b = draw("b", "Rescuers found [person:Duncan Raite|Duncan Raite] on the ridge.")
    assert spellings(a, b, descents=[Descent(article=x, text="t", origin="o") for x in "ab"]) == []


def test_what_stands_for_an_accent_and_the_many_ways_of_one_name_are_no_slip() -> None:
    assert not is_slip("Sueddeutsche", "Suddeutsche")
    assert not is_slip("Muhammad", "Mohammod")
    assert not is_slip("Ghadafi", "Gadhafi")
    assert not is_slip("Abdul", "Abdel")
    assert not is_slip("Charlie", "Charles")
    assert is_slip("Makhlouf", "Makhkouf")


def test_a_lone_slip_may_be_taken_for_an_organisation() -> None:
    drawing = """
    The site was built by [person:Nora Sweeting|Nora Sweeting] in March.
    Later mails sent readers to [org:Sweening|Sweening]'s site by mistake.
    """
    assert spellings(draw("a", drawing)) == [("conflict", "Nora Sweeting", "Sweening")]


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("Tarek al-Nasir", "Tarek al-Nasser"),
        ("Bin Tarrin", "Bin Tarren"),
        ("Abu Halim", "Abu Hlim"),
        ("Khaled Moussari", "Khaled Musari"),
        ("Najib Abdelnur", "Nagib Abdelnur"),
    ],
)
def test_two_ways_to_write_a_name_of_another_script_are_no_slip(one: str, two: str) -> None:
    a = draw("a", f"[person:{one}|{one}] spoke in Norhaven on Monday.", published="2025-03-11")
    b = draw("b", f"[person:{two}|{two}] was seen in Norhaven on Monday.", published="2025-03-11")
    assert spellings(a, b) == []


@pytest.mark.parametrize(
    ("one", "two", "slips"),
    [
        ("Hamed Fawri", "Hamad Fawri", 0),
        ("Hamed Fawri", "Haemd Fawri", 1),
        ("Hamed Fawri", "Hamed Fawrni", 1),
        ("Clark Dewers", "Clark Dewars", 1),
    ],
    ids=["other vowels", "letters changed over", "a letter put in", "a Latin name"],
)
def test_a_story_from_a_country_of_another_script_lends_its_names_other_vowels(one: str, two: str, slips: int) -> None:
    scene = "Officials in Egypt said so. The Egyptian ministry did not answer."
    a = draw("a", f"[person:{one}|{one}] spoke on Monday. {scene}", published="2025-03-11")
    b = draw("b", f"[person:{two}|{two}] was seen on Monday. {scene}", published="2025-03-11")
    assert len(spellings(a, b)) == slips
    elsewhere = [
        draw("a", f"[person:{one}|{one}] spoke on Monday.", published="2025-03-11"),
        draw("b", f"[person:{two}|{two}] was seen on Monday.", published="2025-03-11"),
    ]
    assert len(spellings(*elsewhere)) == 1


def test_who_bears_a_title_is_held_against_no_first_name() -> None:
    drawing = """
    The cup was won by [person:Ostara Lindberg|Ostara Lindberg] in March.
    Later the club sent {} [person:Ostora|Ostora] a letter by mistake.
    """
    assert spellings(draw("a", drawing.format("President"))) == []
    assert spellings(draw("a", drawing.format("young swimmer"))) == [("conflict", "Ostara Lindberg", "Ostora")]


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("Dorvid Petrake", "Dorvis"),  # a last name that is like a first name
        ("Marek Obema", "Osema"),  # another consonant in a short name
    ],
)
def test_another_consonant_in_a_first_or_a_short_name_makes_another_name(one: str, two: str) -> None:
    drawing = f"""
    The general [person:{one}|{one}] made no secret of his doubts about the withdrawal.
    In the letters page a reader wrote that the row over [person:{two}|{two}] had hurt everybody.
    """
    assert spellings(draw("a", drawing)) == []


@pytest.mark.parametrize(
    "drawing",
    [
        """
        The parcels bore the name of [person:Debora Schulte|Debora Schulte], the mayor said.
        Each parcel came "from [person:Debora Shulte|Debora Shulte]" [sic], the police wrote.
        """,
        """
        The mayor praised [person:Elva Warren|Elva Warren] for the new harbour.
        There are few among the [person:Elva Warrens|Elva Warrens] of the party, he wrote.
        """,
        """
        The radio hour of [person:Dennis Prager|Dennis Prager] is sent from the harbour.
        The Lord's [person:Prayer|Prayer], a prayer of the old town, is read before it.
        """,
        """
        President [person:François Hollund|François Hollund] spoke in the harbour on Monday.
        Thousands came when [person:Francis|Francis] blessed the boats.
        """,
    ],
    ids=["marked as written so", "several of a kind", "a common word, too", "of another language"],
)
def test_what_is_no_slip_of_the_article(drawing: str) -> None:
    assert spellings(draw("a", drawing)) == []


def test_two_names_in_one_phrase_are_two() -> None:
    apart = """
    The doubts of general [person:Marek Obemar|Marek Obemar] are known.
    In the letters page [person:Obimar|Obimar] was blamed for the row of Monday.
    """
    assert len(spellings(draw("a", apart))) == 1
    together = f"{apart}\nThe letter that [person:Obimar|Obimar] and [person:Marek Obemar|Marek Obemar] wrote was read."
    assert spellings(draw("a", together)) == []


def test_a_people_is_no_slip_of_a_man_who_is_named_for_it() -> None:
    drawing = "[person:Nabil Norhani|Nabil Norhani] spoke of the [person:Norhans|Norhans] and their ships."
    assert spellings(draw("a", drawing)) == []


def test_a_people_is_no_slip_of_a_last_name() -> None:
    drawing = "Yields of {} bonds rose. The report was written by [person:Brian Gorman|Brian Gorman] in town."
    assert spellings(draw("a", drawing.format("[org:German|German]"))) == []
    assert len(spellings(draw("a", drawing.format("[org:Garman|Garman]")))) == 1


def test_a_noun_that_is_written_large_is_no_slip_of_a_name() -> None:
    drawing = """
    The lighthouse was built by [person:Orla Harbens|Orla Harbens] in March.
    Later letters told of {} Harbons there by mistake.
    """
    assert spellings(draw("a", drawing.format("many"))) == []
    assert spellings(draw("a", drawing.format("young"))) == [("conflict", "Orla Harbens", "Harbons")]


@pytest.mark.parametrize("firm", ["Goldmar Sachsen", "Talvik Rail"])
def test_a_name_that_begins_that_of_a_firm_is_no_slip_of_a_last_name(firm: str) -> None:
    told = draw(
        "a",
        f"[person:Peter Goodmar|Peter Goodmar] spoke for the growers. [org:{firm}|{firm}] did not answer. "
        "The growers say that [person:Goldmar|Goldmar] knew.",
    )
    assert bool(spellings(told)) is (firm == "Talvik Rail")
