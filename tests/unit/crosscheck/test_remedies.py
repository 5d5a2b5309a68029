"""What one voice calls for and another opposes."""

from __future__ import annotations

import pytest

from drawn_reading import draw, own_descents, story_of
from twosource.claims import align_statements, extract_statements
from twosource.crosscheck import check_story

_CALL = "[said:Orla Stone|She called for a curfew on the quays]."


def opposed(first: str, second: str) -> list[tuple[str, str]]:
    readings = [draw("a", first, published="2031-04-02"), draw("b", second, published="2031-04-03")]
    groups = align_statements([s for r in readings for s in extract_statements(r)])
    findings = check_story(story_of(*readings), readings, groups, own_descents(*readings)).findings
    return [(f.left.value, f.right.value) for f in findings if f.rule.startswith("one voice calls for")]


@pytest.mark.parametrize(
    "second",
    [
        "[said:Tor Lind|A curfew will not work in a port].",
        "[said:Tor Lind|The council rejected a curfew on the quays].",
        "[said:Tor Lind|There is no need for a curfew here].",
    ],
    ids=["will not work", "rejected", "no need"],
)
def test_a_word_against_it_stands_against_the_call(second: str) -> None:
    assert opposed(_CALL, second) == [("called for", "opposed")]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (_CALL, "[said:Orla Stone|A curfew will not work in a port]."),
        (_CALL, "[said:Tor Lind|A curfew was lifted in the port on Sunday]."),
        (_CALL, "[said:Tor Lind|They would leave if the council rejected a curfew]."),
        ("[said:Orla Stone|She called for an end to the curfew].", "[said:Tor Lind|A curfew will not work here]."),
        (_CALL, "[said:Tor Lind|The council rejected a curfew bell]."),
        (_CALL, "[said:Tor Lind|The council rejected a curfew]."),
        (_CALL, "[said:Tor Lind|She condemned a curfew on the quays]."),
        (
            "[said:Orla Stone|Those supporting a curfew are few].",
            "[said:Tor Lind|A curfew will not work].",
        ),
        (_CALL, "[said:Tor Lind|Until the council opposed a curfew, all went well]."),
        (_CALL, "[said:39 percent|They opposed a curfew]."),
        ("[said:Orla Stone|The proposed curfew was on the list].", "[said:Tor Lind|The council rejected a curfew]."),
        ("[said:Orla Stone|They heard of her support for curfews].", "[said:Tor Lind|A curfew will not work here]."),
        ("[said:Orla Stone|The board's call for a curfew came].", "[said:Tor Lind|A curfew will not work here]."),
        ("[said:Orla Stone|She opposed pushing for a curfew].", "[said:Tor Lind|A curfew will not work here]."),
        ("[said:Orla Stone|They dropped demands for a curfew].", "[said:Tor Lind|A curfew will not work here]."),
        ("[said:Orla Stone|Sailors call for a curfew, which is pointless].", "[said:Tor Lind|A curfew will not work]."),
    ],
    ids=[
        "the same voice",
        "nothing against it",
        "only if",
        "a call for its end",
        "another thing",
        "perhaps another curfew",
        "only blamed",
        "by the way",
        "until",
        "a share of a poll",
        "a thing that somebody proposed",
        "only spoken of",
        "another's call",
        "opposes a call",
        "no longer called for",
        "a call that the speaker himself is against",
    ],
)
def test_without_two_stands_nothing_is_opposed(first: str, second: str) -> None:
    assert opposed(first, second) == []
