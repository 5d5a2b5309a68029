"""Times that come again: "every Monday", "each year", "daily", "a year" after an amount."""

from __future__ import annotations

from twosource.annotate.time.algebra import Repeat
from twosource.annotate.time.calendar import Unit
from twosource.annotate.time.lexicon import PARTS, REPEATS, SEASONS, WEEKDAYS
from twosource.annotate.time.numbers import read_number
from twosource.annotate.time.rules.parts import unit_of
from twosource.annotate.time.rules.rule import Case, Phrase, Rule
from twosource.annotate.time.scan import Scan
from twosource.annotate.time.tokens import SENTENCE_ENDS, Token
from twosource.text.months import MONTHS

_PERIODS = {
    Unit.SECOND: "PT1S",
    Unit.MINUTE: "PT1M",
    Unit.HOUR: "PT1H",
    Unit.DAY: "P1D",
    Unit.NIGHT: "XXXX-XX-XXTNI",
    Unit.WEEKEND: "XXXX-WXX-WE",
    Unit.WEEK: "P1W",
    Unit.FORTNIGHT: "P2W",
    Unit.MONTH: "P1M",
    Unit.QUARTER: "P1Q",
    Unit.YEAR: "P1Y",
    Unit.DECADE: "P10Y",
    Unit.CENTURY: "P100Y",
}
_ADVERBS = frozenset("annually daily weekly monthly hourly nightly".split())
_AMOUNT_CODES = frozenset({Token.FIGURE, Token.DIGITS, Token.NUMERAL})
_AMOUNTS = frozenset(
    """
    hundreds thousands millions dozens once twice times million billion thousand percent % dollars tons
    barrels hours days
    """.split()
)
_CURRENCIES = frozenset("$£€")
_BEFORE_LENGTH = frozenset("in for within of than about nearly almost over after to and is".split())
_AFTER_LENGTH = frozenset("ago earlier later after before of -".split())
_REACH = 3  # tokens


def build_every_unit(phrase: Phrase) -> Repeat | None:
    """Every so many units: "every two weeks", "each month"."""
    value = _period_of(phrase)
    if value is None:
        return None
    number = read_number(phrase.words("count")) if phrase.has("count") else None
    if number and value.startswith("P"):
        value = value.replace("1", str(int(number)), 1)
    return Repeat(value, quant=phrase.word("every").upper())


def _period_of(phrase: Phrase) -> str | None:
    unit = unit_of(phrase)
    return _PERIODS.get(unit) if unit else None


def build_every_name(phrase: Phrase) -> Repeat | None:
    """Every time of one name: "every Monday", "each July", "every morning"."""
    value = _value_of_name(phrase.word("name").rstrip("."))
    return Repeat(value, quant=phrase.word("every").upper()) if value else None


def _value_of_name(name: str) -> str | None:
    if name in WEEKDAYS:
        return f"XXXX-WXX-{WEEKDAYS[name] + 1}"
    if name in MONTHS:
        return f"XXXX-{MONTHS[name]:02d}"
    if name in SEASONS:
        return f"XXXX-{SEASONS[name]}"
    return f"XXXX-XX-XXT{PARTS[name]}" if name in PARTS else None


def build_adverb(phrase: Phrase) -> Repeat | None:
    """An adverb of repetition; adjectives ("daily newspaper") are read too."""
    word = phrase.word("adverb")
    value, freq = REPEATS[word]
    return Repeat(value, freq=freq) if word in _ADVERBS else None


def build_rate(phrase: Phrase) -> Repeat | None:
    """A unit after an amount: "50,000 cars a year", "300 barrels per day"."""
    value = _period_of(phrase)
    if value is None or unit_of(phrase) is Unit.SECOND:
        return None
    return Repeat(value) if phrase.has("per") or _follows_amount(phrase) else None


def _follows_amount(phrase: Phrase) -> bool:
    """Whether an amount stands just before in the sentence, and nothing makes a length of the unit."""
    near = range(max(0, phrase.start - _REACH), phrase.start)
    if phrase.before() in _BEFORE_LENGTH or phrase.after() in _AFTER_LENGTH:
        return False
    if any(phrase.scan.code(i) in SENTENCE_ENDS for i in near):
        return False
    return any(_is_amount(phrase.scan, i) for i in near)


def _is_amount(scan: Scan, index: int) -> bool:
    word = scan.word(index)
    return scan.code(index) in _AMOUNT_CODES or word in _AMOUNTS or word[:1] in _CURRENCIES


EVERY_UNIT = Rule(
    "every-unit",
    "every=EVERY count=(NUMBER | ORDINAL | FEW)? unit=ANY_UNIT !OF",
    build_every_unit,
    (Case("They meet [every week].", ("P1W",)), Case("They meet [every two weeks].", ("P2W",))),
    needs=(Token.EVERY,),
)
EVERY_NAME = Rule(
    "every-name",
    "every=EVERY name=(WEEKDAY | MONTH | SEASON | DAY_PART)",
    build_every_name,
    (Case("They meet [every Monday].", ("XXXX-WXX-1",)), Case("They march [each July].", ("XXXX-07",))),
    needs=(Token.EVERY,),
)
ADVERB = Rule(
    "repeat-adverb",
    "adverb=REPEATEDLY",
    build_adverb,
    (Case("The rate is set [annually].", ("P1Y",)),),
    needs=(Token.REPEATEDLY,),
)
RATE = Rule(
    "rate",
    "(A | per=PER) unit=UNIT",
    build_rate,
    (Case("It sells 50,000 cars [a year].", ("P1Y",)), Case("It pumps oil at 300 barrels [per day].", ("P1D",))),
    needs=(Token.UNIT,),
)
RULES = (EVERY_UNIT, EVERY_NAME, ADVERB, RATE)
