"""Days of the week: "Saturday", "last Friday", "Monday next", and the weekend."""

from __future__ import annotations

from twosource.annotate.time.algebra import Point
from twosource.annotate.time.calendar import Cal
from twosource.annotate.time.lexicon import WEEKDAYS
from twosource.annotate.time.rules.months import TOWARD
from twosource.annotate.time.rules.rule import Case, Phrase, Rule

_PAPERS = frozenset("times telegraph herald mirror post express star independent mail sun world tribune".split())
_ADJECTIVES = frozenset("black bloody good holy ash palm maundy fat shrove super cyber easter ruby".split())
_SHORT = frozenset("sun sat mon wed fri thu tue".split())


def build_weekday(phrase: Phrase) -> Point | None:
    """A day of the week, with the direction its words give; the rest is `resolve`'s policy."""
    word = phrase.word("w").rstrip(".")
    follower = phrase.scan.raw(phrase.end)
    if phrase.before() in _ADJECTIVES or (follower[:1].isupper() and follower.lower() in _PAPERS):
        return None
    if word in _SHORT and not phrase.scan.raw(phrase.match.start("w")).endswith(".") and phrase.before() != "on":
        return None
    return Point(Cal(), weekday=WEEKDAYS[word], toward=TOWARD.get(phrase.word("r")) if phrase.has("r") else None)


WEEKDAY = Rule(
    "weekday",
    r"(?:(?:[dx](?=[lnc]))?(?P<r>[xylnc]))?(?P<w>W)",
    build_weekday,
    (
        Case("The minister resigned [Saturday].", ("2025-05-03",)),
        Case("The minister spoke on [Sunday].", ("2025-05-04",)),
        Case("She will speak on [Tuesday].", ("2025-05-06",)),
        Case("The deadline passed [last Friday].", ("2025-05-02",)),
        Case("He returns [next Monday].", ("2025-05-05",)),
        Case("The Sunday Times broke the story on Black Friday prices.", ()),
    ),
    needs="W",
)
RULES = (WEEKDAY,)
