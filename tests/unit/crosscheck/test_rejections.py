"""Who rejects what stands right before him, and what only sounds like a rejection."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

import pytest
from msgspec.structs import replace

from drawn_reading import draw, own_descents, story_of
from twosource.claims import align_statements, extract_statements
from twosource.crosscheck import check_story
from twosource.model import Attribution, Reading, Span, Stance, span_of

_CLAIM = ("Tor Lind", "said", "the pier was closed at night by the mayor")
_STONE = "Orla Stone"

Saying = tuple[str, str, str]
"""Source, cue and content, in the words of the text."""


def rejected(
    text: str, *sayings: Saying, stances: Mapping[str, Stance] = MappingProxyType({})
) -> list[tuple[str, str, str]]:
    """The rules that fire, and the words of both sides."""
    reading = draw("a", text)
    said = tuple(
        Attribution(
            id=str(n),
            article="a",
            source=(source,),
            cue=(cue,),
            content=(content,),
            voice=source.quote,
            stance=stances.get(source.quote, Stance.SAID),
        )
        for n, (source, cue, content) in enumerate(places(reading, saying) for saying in sayings)
    )
    reading = replace(reading, attributions=said)
    groups = align_statements(list(extract_statements(reading)))
    found = check_story(story_of(reading), [reading], groups, own_descents(reading)).findings
    rules = ("one voice rejects", "one voice answers")
    return [(f.rule, f.left.span.quote, f.right.span.quote) for f in found if f.rule.startswith(rules)]


def places(reading: Reading, saying: Saying) -> tuple[Span, Span, Span]:
    text = reading.article.text
    begin = text.rindex(saying[0], 0, text.index(saying[2]))
    starts = [text.index(part, begin) for part in saying]
    source, cue, content = (
        span_of(reading.article, at, at + len(part)) for at, part in zip(starts, saying, strict=True)
    )
    return source, cue, content


@pytest.mark.parametrize(
    ("second", "saying", "rule"),
    [
        (
            "Orla Stone denied any closure of the pier.",
            (_STONE, "denied", "any closure of the pier"),
            "one voice rejects what stands before",
        ),
        (
            "Orla Stone said that was nonsense, for every gate stood open.",
            (_STONE, "said", "that was nonsense, for every gate stood open"),
            "one voice answers what another said",
        ),
    ],
    ids=["a word of denial", "that was nonsense"],
)
def test_a_rejection_stands_against_what_stands_before_it(second: str, saying: Saying, rule: str) -> None:
    found = rejected(f"Tor Lind said the pier was closed at night by the mayor. {second}", _CLAIM, saying)
    assert [r for r, _, _ in found] == [rule]
    assert found[0][1].startswith("Tor Lind said")


def test_who_contests_an_account_rejects_it() -> None:
    saying = (_STONE, "contested", "the mayor's account of the closure of the pier")
    text = f"Tor Lind said the pier was closed at night by the mayor. {' '.join(saying)}."
    assert [r for r, _, _ in rejected(text, _CLAIM, saying)] == ["one voice rejects what stands before"]


def test_a_claim_at_the_head_of_an_article_is_answered_at_its_end() -> None:
    between = "The fair opened on Sunday. A band played. It rained. Two boats sank. The bakers were late. "
    denial = (_STONE, "denied", "that any pier was closed by the mayor")
    text = f"Tor Lind said the pier was closed at night by the mayor. {between}Orla Stone denied {denial[2]}."
    assert [left for _, left, _ in rejected(text, _CLAIM, denial)] == [
        "Tor Lind said the pier was closed at night by the mayor."
    ]


def test_what_stands_far_before_is_rejected_only_where_its_owner_is_named() -> None:
    between = "".join(
        f"The boat {name} sank on Sunday. " for name in "Aster Birch Cedar Elder Fern Gorse Hazel".split()
    )
    claim = "Tor Lind said the pier was closed at night by the mayor."
    plain, owned = "that any pier was closed by the mayor", "Lind's claim about the pier"
    assert rejected(f"{claim} {between}Orla Stone denied {plain}.", _CLAIM, (_STONE, "denied", plain)) == []
    [(_, left, _)] = rejected(f"{claim} {between}Orla Stone denied {owned}.", _CLAIM, (_STONE, "denied", owned))
    assert left == claim


def test_an_hour_owns_no_claim() -> None:
    text = "Tor Lind said the pier was closed at night by the mayor. Orla Stone dismissed remarks from last night."
    assert rejected(text, _CLAIM, (_STONE, "dismissed", "remarks from last night"))[0][1].startswith("Tor Lind")


def test_a_claim_told_without_its_teller_stands_against_nobody_named_beside_it() -> None:
    denied = "reports that he closed the pier, after Lind's account of the night"
    text = f"Tor Lind said the pier was closed at night by the mayor. Orla Stone denied {denied}."
    assert rejected(text, _CLAIM, (_STONE, "denied", denied)) == []


def test_the_claim_of_somebody_who_is_not_near_is_no_neighbours() -> None:
    text = "Tor Lind said the pier was closed at night by the mayor. Orla Stone denied Roe's claims of a closed pier."
    assert rejected(text, _CLAIM, (_STONE, "denied", "Roe's claims of a closed pier")) == []
    named = text.replace("the mayor", "Roe")
    claim = ("Tor Lind", "said", "the pier was closed at night by Roe")
    assert rejected(named, claim, (_STONE, "denied", "Roe's claims of a closed pier")) != []


def test_the_owner_of_a_claim_need_not_be_named_where_he_makes_it() -> None:
    text = (
        "Tor Lind spoke. The pier was closed at night by the mayor. Orla Stone denied Lind's claims of a closed pier."
    )
    spoke = ("Tor Lind", "spoke", "The pier was closed at night by the mayor")
    found = rejected(text, spoke, (_STONE, "denied", "Lind's claims of a closed pier"))
    assert [left for _, left, _ in found] == ["The pier was closed at night by the mayor."]


def test_what_nobody_says_is_not_rejected() -> None:
    text = "The pier was closed at night by the mayor. Orla Stone denied any closure of the pier at night."
    assert rejected(text, (_STONE, "denied", "any closure of the pier at night")) == []


def test_who_calls_the_same_false_is_not_rejected() -> None:
    first = "the claims about the pier of the mayor are false"
    text = f"Tor Lind said {first}. Orla Stone denied any closure of the pier."
    stone = (_STONE, "denied", "any closure of the pier")
    assert rejected(text, ("Tor Lind", "said", first), stone) == []


def test_a_claim_whose_owner_is_named_is_his() -> None:
    text = (
        "Tor Lind said the pier was closed at night by the mayor. Mia Roe said the band played well. "
        "Orla Stone disputed Lind's claim."
    )
    mia = ("Mia Roe", "said", "the band played well")
    found = rejected(text, _CLAIM, mia, (_STONE, "disputed", "Lind's claim"))
    assert [left for _, left, _ in found] == ["Tor Lind said the pier was closed at night by the mayor."]


def test_a_rejection_that_names_the_claim_stands_against_its_own_words() -> None:
    claim = "a report in which sailors said the pier was closed to them"
    [(_, left, right)] = rejected(f"Orla Stone denied {claim}.", (_STONE, "denied", claim))
    assert left.startswith("a report in which sailors said")
    assert right.strip() == "Orla Stone denied"


@pytest.mark.parametrize(
    "claim",
    [
        "Lind's allegation that sailors had closed the pier",
        "U.S. allegations that sailors had closed the pier",
        "rebel claims that sailors had closed the pier",
        "a newspaper report that sailors had closed the pier",
        "a report in the national press that sailors had closed the pier",
        "suggestions from sailors that the mayor had closed the pier",
    ],
    ids=["a person's", "a country's", "a side's", "a paper's", "in the press", "from somebody"],
)
def test_a_rejection_tells_whose_claim_it_rejects(claim: str) -> None:
    [(_, left, _)] = rejected(f"Orla Stone rejected {claim}.", (_STONE, "rejected", claim))
    assert left.rstrip(".").endswith("had closed the pier")
    assert left in f"{claim}."


@pytest.mark.parametrize(
    "claim",
    [
        "the idea that sailors had closed the pier",
        "speculation it had closed the pier",
        "the idea of a pier closed at night",
        "reports that piers were cut off from taxes by the mayor",
    ],
)
def test_a_rejection_that_tells_the_claim_and_no_owner_stands_against_nothing_before_it(claim: str) -> None:
    text = f"Tor Lind said the pier was closed at night by the mayor. Orla Stone dismissed {claim}."
    assert rejected(text, _CLAIM, (_STONE, "dismissed", claim)) == []


def test_the_reason_behind_a_rejection_is_no_other_voices() -> None:
    claim = "a report in which sailors said the pier was closed to them"
    text = f"Orla Stone denied {claim}. Mia Roe said it never rains."
    [(_, _, right)] = rejected(text, (_STONE, "denied", claim), ("Mia Roe", "said", "it never rains"))
    assert "Mia Roe" not in right


@pytest.mark.parametrize(
    ("second", "saying"),
    [
        ("Orla Stone denied bail to two sailors of the pier.", (_STONE, "denied", "bail to two sailors of the pier")),
        ("Orla Stone denied the Mayor a pier.", (_STONE, "denied", "the Mayor a pier")),
        (
            "Orla Stone acknowledged that such reports of the pier were false.",
            (_STONE, "acknowledged", "that such reports of the pier were false"),
        ),
        ("Orla Stone did not deny a closure of the pier.", (_STONE, "did not deny", "a closure of the pier")),
        ("Tor Lind denied any quarrel about the pier.", ("Tor Lind", "denied", "any quarrel about the pier")),
        ("Orla Stone denied that taxes rise.", (_STONE, "denied", "that taxes rise")),
        ("Orla Stone didn't directly deny a closed pier.", (_STONE, "didn't directly deny", "a closed pier")),
        ("Asked about his remarks, Orla Stone said piers age.", (_STONE, "said piers", "age")),
        ("Nothing contradicts the closure of the pier.", ("Nothing", "contradicts", "the closure of the pier")),
        (
            "Orla Stone said such reports of a closed pier were without merit.",
            (_STONE, "said", "such reports of a closed pier were without merit"),
        ),
        (
            "Orla Stone rejected a version of the plan for the closed pier.",
            (_STONE, "rejected", "a version of the plan for the closed pier"),
        ),
    ],
    ids=[
        "a refusal",
        "something kept from somebody",
        "a concession",
        "denies no denial",
        "the same voice",
        "another topic",
        "does not quite deny",
        "only asked",
        "nobody",
        "is only said to be false",
        "a draft is turned down",
    ],
)
def test_what_only_sounds_like_a_rejection_stands_against_nothing(second: str, saying: Saying) -> None:
    assert rejected(f"Tor Lind said the pier was closed at night by the mayor. {second}", _CLAIM, saying) == []


def test_what_a_surer_rule_sets_against_its_claim_is_not_shown_again() -> None:
    denied = "that the pier was closed at night by the mayor"
    text = f"Tor Lind said the pier was closed at night by the mayor. Orla Stone denied {denied}."
    stance = {"Orla Stone": Stance.DENIED}
    assert rejected(text, _CLAIM, (_STONE, "denied", denied)) != []
    assert rejected(text, _CLAIM, (_STONE, "denied", denied), stances=stance) == []
