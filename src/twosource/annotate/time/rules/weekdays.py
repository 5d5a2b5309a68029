"""Days of the week: "Saturday", "last Friday", "next Monday"."""

from __future__ import annotations

from twosource.annotate.time.algebra import Point
from twosource.annotate.time.calendar import Cal
from twosource.annotate.time.lexicon import WEEKDAYS
from twosource.annotate.time.rules.parts import toward_of
from twosource.annotate.time.rules.rule import Case, Phrase, Rule
from twosource.annotate.time.tokens import Token

_PAPERS = frozenset("times telegraph herald mirror post express star independent mail sun world tribune".split())
_ADJECTIVES = frozenset("black bloody good holy ash palm maundy fat shrove super cyber easter ruby".split())
_SHORT = frozenset("sun sat mon wed fri thu tue".split())


def build_weekday(phrase: Phrase) -> Point | None:
    """A day of the week, with the direction its words give; the rest is `resolve`'s policy."""
    raw = phrase.raw("weekday")
    paper = phrase.raw_after()[:1].isupper() and phrase.after() in _PAPERS
    if phrase.before() in _ADJECTIVES or paper or (raw.lower() in _SHORT and phrase.before() != "on"):
        return None
    return Point(Cal(), weekday=WEEKDAYS[raw.lower().rstrip(".")], toward=toward_of(phrase))


WEEKDAY = Rule(
    "weekday",
    "(((THE | THIS) &(LAST | NEXT | CURRENT))? which=WHICH)? weekday=WEEKDAY",
    build_weekday,
    (
        Case("The minister resigned [Saturday].", ("2025-05-03",)),
        Case("The minister spoke on [Sunday].", ("2025-05-04",)),
        Case("She will speak on [Tuesday].", ("2025-05-06",)),
        Case("The deadline passed [last Friday].", ("2025-05-02",)),
        Case("The deadline passed [last Saturday].", ("2025-04-26",)),
        Case("He returns [next Monday].", ("2025-05-05",)),
        Case("The Sunday Times broke the story on Black Friday prices.", ()),
    ),
    needs=(Token.WEEKDAY,),
)
RULES = (WEEKDAY,)
