"""Sources of which only the last example was seen: "states including Orre and [Lund] said"."""

from __future__ import annotations

import re
from dataclasses import replace

from twosource.annotate.attribution.protocol import Speech

_NAME = r"(?:the )?[A-Z][\w.’'-]*(?: [A-Z][\w.’'-]*){0,3}"
_EXAMPLES = re.compile(rf"\b(?P<head>[a-z]+) (?:including|such as) (?:{_NAME}, ){{0,4}}{_NAME},? and (?:the )?$")
_REACH = 120  # characters


def from_its_head(text: str, speech: Speech) -> Speech:
    """The speech with its source from the head on, of which what was seen is an example.

    >>> text = "But states including Orre and Lund said it fell."
    >>> seen = Speech(cue=((35, 39),), content=((40, 47),), source=((30, 34),))
    >>> [text[s:e] for s, e in from_its_head(text, seen).source]
    ['states including Orre and Lund']
    """
    if not speech.source:
        return speech
    start, end = speech.source[0]
    opened = _EXAMPLES.search(text, max(0, start - _REACH), start)
    return replace(speech, source=((opened.start("head"), end), *speech.source[1:])) if opened else speech
