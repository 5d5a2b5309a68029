"""Sentences that were true as they were written and are soon overtaken: a search that goes on, somebody at large."""

from __future__ import annotations

import re

_ACTING = (
    "searching|seeking|hunting|looking for|trying to|working to|scrambling|racing|battling|fighting|awaiting|"
    "responding|evacuating|digging|combing|questioning|interviewing|examining|following|pursuing|treating|"
    "being (?:used|treated|held|sought|questioned|evacuated)"
)
_UNDER_WAY = re.compile(
    rf"\b(?:is|are|has been|have been) (?:still |now |currently |also |desperately |actively )?(?:{_ACTING}"
    r"|on (?:the )?scene|at large|on the run|trapped|under ?way)\b"
    r"|\b(?:was|were) (?:still |now )?(?:(?:searching|seeking|hunting|looking) for|(?:searching|hunting) \w+day)\b"
    r"|\b(?:continues?|remains?) (?:to (?:search|seek|look|hunt)|at large|on the (?:run|loose)|under ?way|trapped)\b"
    r"|\bon (?:the )?scene now\b|\bas of (?:this )?writing\b"
)
_CUES = ("ing ", "being ", "scene", "at large", "on the ", "trapped", "way", "to s", "to look", "to hunt", "writing")


def is_under_way(words: str) -> bool:
    """Whether a sentence tells what goes on as it is written: "are searching", "is under way", "remains at large".

    >>> [is_under_way(words) for words in ("Crews are searching the lake.", "Crews searched it on Monday morning.")]
    [True, False]
    """
    return any(cue in words for cue in _CUES) and _UNDER_WAY.search(words) is not None
