"""Which of the first lines is the headline."""

from __future__ import annotations

import re
from collections.abc import Sequence

from twosource.model import Extent
from twosource.text.normalise import fold
from twosource.text.words import find_words

_PROSE_END = re.compile(r"[.!?…][\"”’'»)\]]*$|[:;]$")
_LOOKED_AT = 8  # the headline is first in the seeds; pages put a kicker, a byline and a deck beside it
_NAME_WORDS = 4
_MIN_WORDS, _MAX_WORDS, _MAX_CHARS = 3, 32, 220


def is_prose(line: str) -> bool:
    """Whether the line reads as a paragraph of the story: a full sentence of some length.

    >>> is_prose("The mine at Orsk closed on Sunday after a strike."), is_prose("Mine at Orsk closes after strike")
    (True, False)
    """
    return len(line) >= 40 and (_PROSE_END.search(line) is not None or len(line) > _MAX_CHARS)


def choose_headline(text: str, candidates: Sequence[Extent], *, title: str | None) -> Extent | None:
    """The line among `candidates` (not furniture, not captions, in order) that is the headline, None where none is.

    Policy: with a known `title`, only a line that says the title. Without one, the first line that is no prose but
    stands above prose; an article that opens with prose has none.
    """
    looked_at = candidates[:_LOOKED_AT]
    if title is not None:
        return next((extent for extent in looked_at if _says(text[slice(*extent)], title)), None)
    prose = next((place for place, extent in enumerate(looked_at) if is_prose(text[slice(*extent)])), None)
    if prose is None:
        return None
    above = [extent for extent in looked_at[:prose] if _may_be_headline(text[slice(*extent)])]
    return next((extent for extent in above if not _may_be_name(text[slice(*extent)])), above[0] if above else None)


def _may_be_name(line: str) -> bool:
    """Whether the line may be an outlet's, section's or writer's name: a few words, every one a capital."""
    words = line.split()
    return len(words) <= _NAME_WORDS and all(word[0].isupper() for word in words)


def _may_be_headline(line: str) -> bool:
    if len(line) > _MAX_CHARS or line.endswith((".", ":", ";", ",")):
        return False
    return _MIN_WORDS <= len(find_words(line)) <= _MAX_WORDS


def _says(line: str, title: str) -> bool:
    if not len(title) / 2 < len(line) < 2 * len(title):
        return False
    if fold(line).text.strip(" \"'.") == fold(title).text.strip(" \"'."):
        return True
    said, wanted = ({word.form for word in find_words(each)} for each in (line, title))
    return len(said) >= _MIN_WORDS and len(said & wanted) >= 0.8 * max(len(said), len(wanted))
