"""What one voice says is so and another says is not."""

from __future__ import annotations

import pytest

from drawn_reading import draw, own_descents, story_of
from twosource.claims import align_statements, extract_statements
from twosource.crosscheck import check_story

_SAYS = "[said:Orla Stone|The harbour is a disgrace to the town]."


def echoed(first: str, second: str) -> list[tuple[str, str]]:
    readings = [draw("a", first, published="2031-04-02"), draw("b", second, published="2031-04-03")]
    groups = align_statements([s for r in readings for s in extract_statements(r)])
    findings = check_story(story_of(*readings), readings, groups, own_descents(*readings)).findings
    return [(f.left.value, f.right.value) for f in findings if f.rule.startswith("one voice says it is not so")]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (_SAYS, "[said:Tor Lind|The harbour is not a disgrace]."),
        (_SAYS, "[said:Tor Lind|There is no disgrace in old planks]."),
        ("[said:Orla Stone|Strangers are always welcome here].", "[said:Tor Lind|Strangers are not welcome here]."),
        ("[said:Orla Stone|She spoke of “a famine” in the hills].", "[said:Tor Lind|There is no famine there]."),
    ],
    ids=["is no such thing", "there is none", "a word that may be a verb", "in quotation marks"],
)
def test_what_one_says_is_so_stands_against_what_another_says_is_not(first: str, second: str) -> None:
    assert echoed(first, second) == [("asserted", "denied")]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (_SAYS, "[said:Orla Stone|The harbour is not a disgrace]."),
        (_SAYS, "[said:Tor Lind|The harbour is not only a disgrace]."),
        (_SAYS, "[said:Tor Lind|There is no disgrace tax]."),
        (_SAYS, "[said:Tor Lind|Is the harbour not a disgrace?]"),
        ("[said:Orla Stone|If the harbour is a disgrace, mend it].", "[said:Tor Lind|The harbour is not a disgrace]."),
        ("[said:Orla Stone|The harbour is a problem].", "[said:Tor Lind|That is not a problem]."),
        ("[said:Orla Stone|He asked for a famine fund].", "[said:Tor Lind|There is no famine]."),
    ],
    ids=[
        "one voice",
        "not only",
        "another thing",
        "a question",
        "only if",
        "a word of everything",
        "a part of a phrase",
    ],
)
def test_without_the_two_nothing_is_opposed(first: str, second: str) -> None:
    assert echoed(first, second) == []


def test_each_voice_stands_against_one_other() -> None:
    second = "[said:Tor Lind|It is not a disgrace]. Rain fell. [said:Mia Roe|It is not a disgrace at all]."
    assert echoed(_SAYS, second) == [("asserted", "denied")]
