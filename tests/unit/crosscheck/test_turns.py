"""Turns that an article tells of itself, and sentences that only look like them."""

from __future__ import annotations

import pytest

from drawn_reading import draw, own_descents, story_of
from twosource.claims import align_statements, extract_statements
from twosource.crosscheck import check_story
from twosource.crosscheck.courses import turn_words
from twosource.crosscheck.courses import turns as turns_of
from twosource.text.terms import groups_in


def turns(*drawings: str) -> list[tuple[str, str]]:
    readings = [draw(name, drawing) for name, drawing in zip("abc", drawings, strict=False)]
    groups = align_statements([s for r in readings for s in extract_statements(r)])
    findings = check_story(story_of(*readings), readings, groups, own_descents(*readings)).findings
    told = [f for f in findings if f.rule.startswith("the article ") and f.reading.value == "update"]
    return [(f.left.span.quote.strip(), f.right.span.quote.strip()) for f in told]


@pytest.mark.parametrize(
    ("drawing", "before", "after"),
    [
        (
            "The mayor called the pier a death trap. She later softened her remarks.",
            "The mayor called the pier a death trap.",
            "She later softened her remarks.",
        ),
        (
            "The board refused to fund the pier, but it later relented and paid for the planks.",
            "The board refused to fund the pier",
            "but it later relented and paid for the planks.",
        ),
        (
            "The mayor was planning a concert on the old pier. That idea was scrapped when the planks broke.",
            "The mayor was planning a concert on the old pier.",
            "That idea was scrapped",
        ),
        (
            "The pilot was charged with setting the fire. The charges were later dropped.",
            "The pilot was charged with setting the fire.",
            "The charges were later dropped.",
        ),
        (
            "Police initially said that the ferry had struck a rock, but now say that it was overloaded.",
            "Police initially said that the ferry had struck a rock",
            "but now say that it was overloaded.",
        ),
        (
            "The captain was meant to spend five years in prison. Now, after a month, he has been released.",
            "The captain was meant to spend five years in prison.",
            "Now, after a month, he has been released.",
        ),
        (
            "The ferries will stay to guard the oil. This is a shift from what she said on Friday about the crews.",
            "what she said on Friday about the crews.",
            "The ferries will stay to guard the oil.",
        ),
        (
            "A judge initially ruled against the pier. The court has since allowed it to be built.",
            "A judge initially ruled against the pier.",
            "The court has since allowed it to be built.",
        ),
        (
            "The mayor, after initially denying the talks, paid for a second pier.",
            "after initially denying the talks",
            "paid for a second pier.",
        ),
        (
            "The mayor called for a new pier on Monday. Until now, the mayor had kept silent about it.",
            "Until now, the mayor had kept silent about it.",
            "The mayor called for a new pier on Monday.",
        ),
        (
            "Her promise of a concert on the pier, a plan that she later backed away from, cost the town a year.",
            "Her promise of a concert on the pier",
            "a plan that she later backed away from, cost the town a year.",
        ),
        (
            "The paper said that Anna Berg wanted the pier closed. After a night of talks, Berg backed down.",
            "The paper said that Anna Berg wanted the pier closed.",
            "After a night of talks, Berg backed down.",
        ),
        (
            "The mayor said that the pier was safe. The mayor, in that case, quickly reversed course.",
            "The mayor said that the pier was safe.",
            "The mayor, in that case, quickly reversed course.",
        ),
    ],
    ids=[
        "softened",
        "one sentence",
        "an idea",
        "charges",
        "initially",
        "meant to",
        "a shift",
        "has since",
        "after",
        "until now",
        "turned from",
        "named in both",
        "named at the head",
    ],
)
def test_what_an_article_tells_to_have_turned_is_an_update(drawing: str, before: str, after: str) -> None:
    assert turns(drawing) == [(before, after)]


@pytest.mark.parametrize(
    "drawing",
    [
        "The pilot stood near the gate. He walked back to the pier to find his bag.",
        "The mayor called the pier a death trap. She has not backed down.",
        "The mayor called the pier a death trap. The harbour board backed away from the loan.",
        "The mayor called the pier a death trap. The town has many engineers who have reversed course on old piers.",
        "The mayor called the pier a death trap. Trust in the harbour board fell as it changed its story.",
        "“We saw the cracks in the old pier and the planks that broke,” the mayor later admitted.",
        "The mayor told the board to pay and to mend the old pier by the spring, at which the board backed down.",
        "The mayor called the pier a death trap. Rain fell for days on the whole coast. She softened her words.",
        "A paper of the town reported on Monday night that the mayor backed away from the loan.",
        "The mayor backed away from the loan, said the board. She now says that the pier is safe.",
        "The mayor called the pier a death trap. She has already changed her mind twice.",
        "The ferry was blue. That idea was scrapped.",
        "At first I thought that the pier was safe, but later the planks broke.",
        "The site was supposed to be a school, but never had a roof.",
        "At first glance the pier looks old, but it is now ten years of age.",
        "The pilot said that he would rather leave the service, and the mayor backed down.",
        "The mayor said that she would look for a new pilot, and later admitted that she had asked one.",
        "The mayor said that no boat would sail until the board changed its stance.",
        "The mayor vowed to fight the ban on old boats together with Roe. Roe has since changed her plea.",
        "The pilot said that the old ferry was seen and then reversed course and fled from the pier.",
        "The pilot planned a party on the old pier at night. He later apologized for it.",
        "The mayor said that the pier is unsafe. Even the mayor now concedes this.",
        "The board welcomed the move of the mayor. The move was dismissed by the pilots.",
        "The board welcomed the new plan of the mayor. The plan may have been scrapped, said a pilot.",
        "The ferries will stay to guard the oil. This is a change from what she said on Friday about the crews.",
        "The board will stay out of the talks. In a shift from earlier meetings, it asked for more boats.",
        "Rates rose again on Monday in the whole of the town. Until recently, rates were low in the town.",
    ],
    ids=[
        "on foot",
        "denied",
        "somebody else",
        "who",
        "by the way",
        "words of saying",
        "too far on",
        "not next",
        "reported",
        "a second turn",
        "already",
        "no plan",
        "the writer",
        "a purpose",
        "at first glance",
        "another than who spoke",
        "admits something more",
        "not yet",
        "named by the way",
        "a ship",
        "sorry for a deed",
        "even",
        "dismissed by somebody",
        "may be undone",
        "a change",
        "a shift in the sentence",
        "until recently",
    ],
)
def test_what_only_looks_like_a_turn_updates_nothing(drawing: str) -> None:
    assert turns(drawing) == []


def test_who_apologizes_for_words_has_turned() -> None:
    told = "The pilot called the mayor a crook. He later apologized for it."
    assert turns(told) == [("The pilot called the mayor a crook.", "He later apologized for it.")]


def test_what_readers_write_below_an_article_is_no_report() -> None:
    turned = "The mayor called the pier a death trap. She later softened her remarks."
    stamps = "4 May at 9:15 am | Reply\nI agree. 4 May at 9:40 am | Reply\n{}\n{}"
    assert turns(f"The pier is shut. {stamps.format(turned, '4 May at 9:41 am | Reply')}") == []
    assert len(turns(f"The pier is shut. {stamps.format(turned, 'Nobody else wrote.')}")) == 1


def test_a_turn_that_two_articles_tell_is_shown_once() -> None:
    one = "The mayor called the pier a death trap. She later softened her remarks."
    two = "In May the mayor said that the pier was unsafe. She later softened her words about it."
    assert len(turns(one, two)) == 1


@pytest.mark.parametrize(
    "words",
    """softened|retracted|recanted|relented|backtracked|back-pedaled|back-pedalled|backpedaled|backpedalled
    |thought better of|walked back his|walked it back|walked the claims back|reversed course|changed their tune
    |had a change of heart|did an about-face on|made a U-turn on|backed away from|later clarified|later admitted
    |now acknowledged|since conceded|later rescinded|finally amended|later revised|since been reversed|later withdrew
    |ultimately agreed to|later apologized|later apologised|now admits|now concedes|now acknowledges|he now says
    |it now claims|she now denies|they now insist|is softening|was backtracking
    |are backing down|is walking back those"""
    .replace("\n    ", "").split("|"),
)  # fmt: skip
def test_every_way_to_turn_has_one_of_the_words_that_are_looked_for_first(words: str) -> None:
    assert turn_words.TURNED.search(f"{words} remarks") is not None
    known = not turns_of.turned_groups().isdisjoint(groups_in(f"{words} remarks"))
    assert known or "now say" in words


@pytest.mark.parametrize(
    "words",
    """scrapped|dropped|abandoned|shelved|canceled|cancelled|called off|withdrawn|reversed|rescinded|overturned|scuttled
    |axed|ditched|revoked|retracted|lifted|nixed|pushed back|postponed|repealed|suspended|put on hold|deleted|removed
    |thrown out|dismissed|halted"""
    .replace("\n    ", "").split("|"),
)  # fmt: skip
def test_every_way_to_undo_a_plan_has_one_of_the_words_that_are_looked_for_first(words: str) -> None:
    told = f"That plan was {words} on Monday"
    assert turn_words.UNDONE.search(told) is not None
    assert not turns_of.undone_groups().isdisjoint(groups_in(told))
