"""What an investigation tells later, and what only looks like it."""

from __future__ import annotations

import pytest

from checked_story import findings_of
from drawn_reading import draw
from twosource.crosscheck.courses.investigations import MATTERS

RULES = {matter.decision.rule for matter in MATTERS}
HEAD = "Three people were shot at the pier."


def told_later(one: str, two: str, *, later: str | None = "2025-03-13") -> list[str]:
    readings = [draw("a", f"{HEAD}\n{one}", published="2025-03-11"), draw("b", two, published=later)]
    found = findings_of(*readings)
    return [_matter(f.rule) for f in found if f.rule in RULES]


def _matter(rule: str) -> str:
    if "hospital" in rule:
        return "wounded"
    return "none" if "none brought" in rule else rule.split(" ", 2)[1]


@pytest.mark.parametrize(
    ("open_one", "news", "matter"),
    [
        ("No arrests have been made.", "Police have arrested two men over the fire at the pier.", "sought"),
        ("Police have not made any arrests.", "A pilot was charged with setting the fire at the pier.", "sought"),
        ("No one has been arrested.", "Two men are in custody after the fire at the pier.", "sought"),
        ("Officers are looking for two suspects.", "A dockworker was booked into jail on Friday.", "sought"),
        ("The gunman is still at large.", "Police arrested the gunman at his sister's house.", "sought"),
        (
            "The names of the victims were withheld.",
            "The victims were identified as [person:Orla Brandt|Orla Brandt], 31, and her son.",
            "name",
        ),
        ("A third, unidentified victim died.", "[person:Ivo Stone|Ivo Stone], 25, died at the scene.", "name"),
        ("Charges against the gunman are pending.", "The gunman was charged with two counts of murder.", "to"),
        ("Police do not know the motive for the attack.", "The attack was in retaliation for a theft.", "motive"),
        ("One of the victims is in critical condition.", "One of the three victims died overnight.", "state"),
        ("The condition of a deputy is not known.", "The deputy is expected to recover.", "state"),
        ("Officers will work until they find the gunman.", "A dockworker is charged with murder.", "sought"),
        ("No arrests have been made.", "A pilot pleaded guilty to setting the fire at the pier.", "sought"),
        ("No arrests have been made.", "A pilot turned himself in at the harbour office.", "sought"),
        ("Police have not yet identified any suspects.", "Police have identified a total of 12 suspects.", "suspect"),
        ("There are no known suspects.", "Two suspects are now in detention.", "suspect"),
        ("No charges have been filed.", "The owner of the pier was charged in the fire.", "to"),
        ("Charges are possible, officers said.", "Officers charged him with arson.", "to"),
        ("Two men were rushed to Farhaven Medical Center.", "One of the men remains in the hospital.", "wounded"),
        ("Two girls were taken to a hospital.", "Both girls were released from the hospital.", "wounded"),
        ("Charges are pending, officers said.", "The owner was slapped with arson charges.", "to"),
        ("A search was under way Thursday for the assailants.", "A pilot was arrested on Friday.", "sought"),
        ("No arrests have been made.", "= Ivo Stone, 21, was arrested after a month on the run.", "sought"),
        ("The owner could face charges.", "The owner was sentenced to three years.", "to"),
        ("The owner could face charges.", "The owner faces one count of arson.", "to"),
        ("The owner could face charges.", "No charges will be filed against the owner.", "none"),
        ("The owner could face charges.", "Prosecutors declined to file charges against him.", "none"),
        ("The motive for the attack is unclear.", "The man was shot after an argument about the pier.", "motive"),
        ("The motive for the attack is unclear.", "The fire was set out of revenge, the mayor said.", "motive"),
        ("The verdict can be appealed.", "His lawyer said that he would appeal the verdict.", "judgment"),
        (
            "Officials have not yet confirmed the identities of the dead.",
            "One of the dead is [person:Orla Brandt|Orla Brandt], 31.",
            "name",
        ),
    ],
)
def test_what_an_investigation_leaves_open_is_updated_by_a_later_report(open_one: str, news: str, matter: str) -> None:
    assert matter in told_later(open_one, news)


@pytest.mark.parametrize(
    ("open_one", "news", "later"),
    [
        ("No arrests have been made.", "Police have arrested two men over the fire.", None),
        ("No arrests were made in that incident.", "Police have arrested two men over the fire.", "2025-03-13"),
        ("No arrests have been made.", "The dead man had been charged with theft last year.", "2025-03-13"),
        ("No arrests have been made.", "Officers arrested a guard on unrelated charges.", "2025-03-13"),
        ("No arrests have been made.", "In May, the guard was charged with theft.", "2025-03-13"),
        ("The gunman is still at large.", "Two deaths were captured on a camera.", "2025-03-13"),
        ("The names of the victims were withheld.", "Two victims were identified.", "2025-03-13"),
        (
            "The names of the victims were withheld.",
            "[person:Ivo Stone|Ivo Stone], 25, has worked on the pier for a year.",
            "2025-03-13",
        ),
        ("Police do not know the motive.", "Police are still looking for a motive.", "2025-03-13"),
        ("A deputy is in critical condition.", "A girl died in a crash on the bridge.", "2025-03-13"),
        ("The gunman is still at large.", "Rebels captured the pier on Friday.", "2025-03-13"),
        ("There are no known suspects.", "Nobody has been charged with a crime.", "2025-03-13"),
        ("The verdict can be appealed.", "She appealed for calm.", "2025-03-13"),
        ("No suspect or vehicle description was given.", "A guard was charged with theft.", "2025-03-13"),
        ("No arrests have been made.", "Earlier this month police arrested a guard.", "2025-03-13"),
        ("Police do not know the motive.", "It is premature to talk of the motive, she said.", "2025-03-13"),
        ("Police do not know the motive.", "The sheriff speculated on the motive for an hour.", "2025-03-13"),
        ("No arrests have been made.", "The guard was originally charged with theft.", "2025-03-13"),
        (
            "[person:Ivo Stone|Ivo Stone] and a gunman are still at large.",
            "The mayor said [person:Ole Lind|Ole Lind] was captured near the pier.",
            "2025-03-13",
        ),
        (
            "The names of the victims were withheld.",
            "[person:Ivo Stone|Ivo Stone], 25, was arraigned for the death of two victims.",
            "2025-03-13",
        ),
        (
            "The gunman shot an unidentified man.",
            "The gunman then met [person:Orla Brandt|Orla Brandt], 52, at the pier.",
            "2025-03-13",
        ),
        (
            "A man was taken to a hospital, where he was pronounced dead.",
            "A man remains in the hospital.",
            "2025-03-13",
        ),
        ("A woman was taken to a hospital.", "The gunman remains in the hospital.", "2025-03-13"),
        ("A man was taken to a hospital.", "One man remains hospitalized.", "2025-03-11"),
    ],
    ids=[
        "no date",
        "of another act",
        "long before",
        "unrelated",
        "of a month before",
        "on a camera",
        "nobody named",
        "none of the dead",
        "still open",
        "somebody else",
        "a place captured",
        "nobody charged",
        "an appeal for calm",
        "no description",
        "earlier",
        "premature",
        "speculation",
        "charged at first",
        "another caught",
        "who is accused",
        "no suspect named",
        "dead at the hospital",
        "one of the others",
        "of one day",
    ],
)
def test_an_arrest_without_a_date_of_another_act_or_for_something_else_is_no_update(
    open_one: str, news: str, later: str | None
) -> None:
    assert told_later(open_one, news, later=later) == []


@pytest.mark.parametrize(
    ("open_one", "news", "matters"),
    [
        ("No arrests have been made.", "Police have arrested two men over the fire at the pier.", ["sought"]),
        ("Charges against the gunman are pending.", "The gunman was charged with two counts of murder.", ["to"]),
        ("The condition of the victims was not known.", "None of the hurt has life-threatening injuries.", ["state"]),
        ("One of the victims is in critical condition.", "One of the three victims died at the pier.", []),
        ("Police do not know the motive for the attack.", "Police were unsure of the motive.", []),
    ],
)
def test_of_two_reports_of_one_day_the_one_that_tells_it_is_the_later(
    open_one: str, news: str, matters: list[str]
) -> None:
    assert told_later(open_one, news, later="2025-03-11") == matters


def test_each_kind_of_people_is_told_of_for_itself() -> None:
    two = "The names of the victims were withheld.\nThe name of the suspect was withheld."
    news = "The victim was identified as [person:Orla Brandt|Orla Brandt], 31.\n"
    news += "The suspect was identified as [person:Ivo Stone|Ivo Stone], 25."
    assert told_later(two, news) == ["name", "name"]


def test_what_the_report_itself_tells_it_does_not_leave_open() -> None:
    both = "Officers were looking for a suspect.\nPolice arrested a man at noon."
    assert told_later(both, "Police arrested a second man at the pier.") == []


@pytest.mark.parametrize(("known", "count"), [("was gang related", 0), ("had three sources", 1)])
def test_what_a_sentence_tells_beside_its_question_is_not_open(known: str, count: int) -> None:
    far_down = "\n".join(f"Witness {name} saw smoke over the quay." for name in "abcdefghijkl")
    asked = f"{far_down}\nOfficers said that the fire {known} but the motive for it is unclear."
    assert len(told_later(asked, "The fire was gang related, the mayor said.")) == count


@pytest.mark.parametrize(("whose", "count"), [("[person:Ivo Stone|Ivo Stone]", 1), ("the guard", 0)])
def test_news_far_down_in_a_report_is_of_this_act_where_it_names_who_was_asked_about(whose: str, count: int) -> None:
    far_down = "\n".join(f"Witness {name} saw smoke over the quay." for name in "abcdefghijklm")
    asked = f"The motive of {whose} for the break-in is not known."
    assert len(told_later(asked, f"{far_down}\nPolice said {whose} was trying to rob the house.")) == count


def test_who_was_caught_is_told_once_of_two_questions() -> None:
    both = "There are no known suspects.\nPolice are looking for a gunman."
    assert told_later(both, "A dockworker was arrested on Friday.") == ["sought"]


def test_what_settles_one_matter_of_a_person_settles_what_was_sought() -> None:
    readings = [
        draw("a", "Officers will work until they find the gunman.", published="2025-03-11"),
        draw("b", "[person:Ivo Stone|Ivo Stone] is charged with murder at the pier.", published="2025-03-13"),
        draw("c", "[person:Ivo Stone|Stone] was found guilty.", published="2025-05-13"),
    ]
    rules = [f.rule for f in findings_of(*readings)]
    assert [rule.split(" ", 1)[0] for rule in sorted(rules)] == ["accused", "somebody"]


def test_who_was_sought_by_name_and_caught_is_told_once() -> None:
    readings = [
        draw("a", "Police are searching for the gunman, [person:Ivo Stone|Ivo Stone].", published="2025-03-11"),
        draw("b", "[person:Ivo Stone|Ivo Stone] was arrested at the pier.", published="2025-03-13"),
    ]
    assert len([f for f in findings_of(*readings) if f.rule.endswith("a later one")]) == 1
