"""Furniture: every rule's own cases, and prose that must never be taken for it."""

from __future__ import annotations

import re

import pytest

from twosource.article.furniture import end_of_leading_furniture, is_furniture, is_masthead
from twosource.article.furniture_rules import RULES

_TAKES = [(rule.name, line) for rule in RULES for line in rule.takes]
_LEAVES = [(rule.name, line) for rule in RULES for line in rule.leaves]


@pytest.mark.parametrize(("rule", "line"), _TAKES)
def test_a_rule_takes_its_lines(rule: str, line: str) -> None:
    assert is_furniture(line), rule


def test_every_pattern_of_a_rule_takes_a_line_of_its_rule() -> None:
    idle = [
        pattern
        for rule in RULES
        for pattern in (*(f"(?:{line})$" for line in rule.lines), *(f".*{phrase}" for _, phrase in rule.phrases))
        if not any(re.match(pattern, line, re.IGNORECASE) for line in rule.takes)
    ]
    assert idle == []


@pytest.mark.parametrize(("rule", "line"), _LEAVES)
def test_a_rule_leaves_prose_that_looks_like_its_lines(rule: str, line: str) -> None:
    assert not is_furniture(line), rule


@pytest.mark.parametrize(
    "line",
    [
        "People who subscribe to the service will pay 20 percent more from May, the company said.",
        "Subscribe to his view or not, the minister has changed the port for good.",
        "“Subscribe now and you lose,” the judge told the firm.",
        "Readers were told to sign up for the newsletter before the law changes in June, according to the regulator.",
        "The newspaper said all rights reserved to the state would be returned to the islands by 2030.",
        "Breaking news alerts reached 4 million phones within a minute of the quake, the agency said.",
        "Share prices of the two banks fell by a third on Monday.",
        "Related talks about the fishing zone were put off until the autumn.",
        "Follow the money and you find the mayor, the prosecutor said in her closing speech.",
        "Watch Officer Ann Roe saw the ship turn at 2 a.m. and raised the alarm.",
        "Home prices rose by 3 percent in May while rents were flat.",
        "More than 20 countries sent ships to the parade.",
        "Like Instagram and Facebook, the network sells what it knows about its users.",
        "Support for independent media fell, the survey says.",
        "For more than a year the family waited for news of its son.",
        "Join forces or lose, the general told the two parties on Sunday.",
        "Cookies were handed out to children at the border crossing.",
        "Editors: what they decide is read by millions, the study says.",
        "By using the side door you agree to nothing, the guard joked.",
        "Listen, he said: the ice is thin.",
        "Politics is a trade like any other.",
        "Advertisement spending in the region fell by 12 percent in the third quarter.",
        "Next week the two ministers meet again in the harbour town.",
        "The comments section was closed.",
        "Print newspapers lost a tenth of their readers last year.",
    ],
)
def test_prose_about_sites_and_subscriptions_is_no_furniture(line: str) -> None:
    assert not is_furniture(line)


@pytest.mark.parametrize(
    ("marked", "after"),
    [
        (" date 2024-11-02| The mine closed.", "a date stamp"),
        ("Menu Explore| Mine at Orsk closes", "a row of menu words"),
        ("Home News World Sign in Search| Mine at Orsk closes", "a longer row"),
        ("Skip to main content| Mine at Orsk closes", "a skip link"),
        ("|World leaders explore the mine at Orsk", "nothing"),
        ("|Home prices rose in May.", "nothing"),
        ("|Search teams found the boat.", "nothing"),
    ],
)
def test_leading_furniture_is_cut_behind(marked: str, after: str) -> None:
    text = marked.replace("|", "")
    assert end_of_leading_furniture(text, 0, len(text)) == marked.index("|"), after


@pytest.mark.parametrize("line", ["The Harbour Post", "Harbour News 17", "KMIZ 17", "Herald of Orsk"])
def test_the_name_of_an_outlet_is_a_masthead(line: str) -> None:
    assert is_masthead(line)


@pytest.mark.parametrize("line", ["Mine at Orsk closes", "Local News", "Harbour News 1,700", "Sun sets on the mine"])
def test_what_only_looks_like_an_outlets_name_is_no_masthead(line: str) -> None:
    assert not is_masthead(line)


@pytest.mark.parametrize(
    ("furniture", "rest"),
    [
        ("Skip Ad Ad Loading... x Embed x Share", " A ferry sank off Orrin."),
        ("Ad Loading...", " A ferry sank off Orrin."),
        ("Skip Twitter post by @annroe", " The pier is shut."),
        ("", "Skip Roe, the captain, left the pier."),
    ],
)
def test_a_player_or_a_post_that_runs_into_the_text_ends_before_it(furniture: str, rest: str) -> None:
    text = furniture + rest
    assert end_of_leading_furniture(text, 0, len(text)) == len(furniture)
