"""Which attribution stands inside which other one: a tree, whatever the marks say."""

from __future__ import annotations

import pytest

from twosource.annotate.attribution.find import find_speech
from twosource.annotate.attribution.nested import add_nested
from twosource.annotate.attribution.nesting import find_parents
from twosource.annotate.attribution.protocol import Speech

CAPTION = "An image taken from a video published by Orla News (ON) on Jan. 16, 2019, shows people at the pier."


def speech(cue: tuple[int, int], content: tuple[int, int], *, within: tuple[tuple[int, int], ...] = ()) -> Speech:
    return Speech(cue=(cue,), content=(content,), source=((90, 95),), within=within)


@pytest.mark.parametrize(
    ("speeches", "parents"),
    [
        ([speech((30, 35), (0, 50)), speech((60, 65), (0, 50), within=((30, 35),))], [None, 0]),
        ([speech((5, 9), (10, 40)), speech((12, 16), (18, 40))], [None, 0]),
        ([speech((30, 35), (0, 50), within=((60, 65),)), speech((60, 65), (0, 50), within=((30, 35),))], [None, 0]),
    ],
    ids=["a marked one in the content that holds the other", "one in another", "each marked in the other"],
)
def test_no_attribution_stands_inside_itself(speeches: list[Speech], parents: list[int | None]) -> None:
    assert find_parents(speeches) == parents


def test_a_caption_in_which_two_cues_share_one_content_is_read_to_its_end() -> None:
    found = find_speech(CAPTION)
    assert {CAPTION[slice(*rule.cue[0])] for rule in found} >= {"published by", "shows"}
    assert add_nested(CAPTION, found)
