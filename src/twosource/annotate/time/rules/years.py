"""Years: "1812", "nineteen ninety-four", "the year 2000", "fiscal 1989", "323 BC"."""

from __future__ import annotations

from twosource.annotate.time.algebra import Point, Range
from twosource.annotate.time.calendar import Cal
from twosource.annotate.time.lexicon import SEASONS
from twosource.annotate.time.numbers import read_year_words
from twosource.annotate.time.rules.parts import month_of
from twosource.annotate.time.rules.rule import Case, Phrase, Rule
from twosource.annotate.time.tokens import SENTENCE_ENDS, Token

_LEADS = frozenset(
    """
    in since until till by from to between and through throughout during of for circa about around before after
    early late mid to year fall summer spring autumn winter the or over into than ( - , [ — –
    """.split()
)
_COUNTED = frozenset(
    """
    people men women troops soldiers votes points percent % workers miles km kilometres kilometers metres meters
    feet tons tonnes jobs homes houses employees members times degrees deaths dead wounded prisoners aircraft tanks
    ships copies words pages students patients cases others more megawatts barrels acres shares euros dollars pounds
    francs marks yen children families inches yards hp rpm mhz killed refugees civilians square cubic guns rounds
    villages police
    """.split()
)
_NUMBERED = frozenset(
    "no no. number flight room highway route interstate page section article bus boeing hotel".split()
)
_LEADS_TO_ROUND = frozenset("in by since".split())
_USUAL = range(1900, 2041)
_LONGEST_SPAN = 30  # years
_ZONE_REACH = 6  # tokens, brackets as tokenised text writes them among them


def build_year(phrase: Phrase) -> Point | None:
    """A year in four digits, unless it counts or numbers something. Unusual years need a lead-in like "in"."""
    year = int(phrase.word("year"))
    counted = phrase.after() in _COUNTED or phrase.before() in _NUMBERED or phrase.code_after() == Token.FRACTION
    if counted or _is_clock(phrase):
        return None
    usual = year in _USUAL or _is_beside_year(phrase)
    return Point(Cal(year=year)) if usual or phrase.before() in _LEADS else None


def _is_clock(phrase: Phrase) -> bool:
    """Whether the same hour follows with its zone: "by 1100 (1600 GMT)"."""
    behind = [phrase.scan.code(phrase.end + at) for at in range(_ZONE_REACH)]
    return Token.ZONE in behind and SENTENCE_ENDS.isdisjoint(behind[: behind.index(Token.ZONE)])


def _is_beside_year(phrase: Phrase) -> bool:
    """Whether a hyphen ties the year to another one."""
    before = phrase.code_before() == Token.HYPHEN and phrase.code_before(2) == Token.YEAR
    return before or (phrase.code_after() == Token.HYPHEN and phrase.scan.code(phrase.end + 1) == Token.YEAR)


def build_spelled_year(phrase: Phrase) -> Point | None:
    """A year in words; a round thousand only where words lead to it."""
    year = read_year_words(phrase.words("year"))
    if year is None or (year % 1000 == 0 and not phrase.has("led") and phrase.before() not in _LEADS_TO_ROUND):
        return None
    return Point(Cal(year=year))


def build_era(phrase: Phrase) -> Point | None:
    """A year before or after Christ, perhaps with its month or season."""
    figures = phrase.word("number").replace(",", "")
    if not figures.isdecimal() or not 1 <= int(figures) <= 9999:
        return None
    year = -int(figures) if phrase.word("era").startswith("b") else int(figures)
    month = month_of(phrase) if phrase.has("month") else None
    return Point(Cal(year=year, month=month, season=SEASONS.get(phrase.word("season"))))


def build_years(phrase: Phrase) -> Range | None:
    """Neighbouring years of one century, the last in two digits: "1915-16"."""
    first, figures = int(phrase.word("first")), phrase.word("last")
    last = first // 100 * 100 + int(figures)
    if len(figures) != 2 or not first < last <= first + _LONGEST_SPAN or not 1500 <= first <= 2100:
        return None
    return Range(Point(Cal(year=first)), Point(Cal(year=last)))


def build_fiscal(phrase: Phrase) -> Point:
    """A fiscal year, named by its number; where it begins is not known."""
    figures = phrase.word("year").removeprefix("fy")
    return Point(Cal(year=int(figures) if len(figures) == 4 else 2000 + int(figures)))


YEAR = Rule(
    "year",
    "(THE? UNIT)? <!(FIGURE COMMA) year=YEAR !(HYPHEN? ANY_UNIT | NUMERAL | HUNDRED)",
    build_year,
    (
        Case("It was founded in [1813].", ("1813",)),
        Case("The [1996] campaign failed.", ("1996",)),
        Case("By [the year 2030] it will be gone.", ("2030",)),
        Case("Some 2000 people and 1,999 dogs at $1990 came on flight 1549.", ()),
    ),
    needs=(Token.YEAR,),
)
SPELLED_YEAR = Rule(
    "spelled-year",
    "led=(THE? UNIT)? year=(NUMERAL HYPHEN? (NUMERAL | HUNDRED) (HYPHEN? NUMERAL){0,2}) "
    "!(HYPHEN? (ANY_UNIT | NUMERAL | HUNDRED))",
    build_spelled_year,
    (
        Case("In [nineteen ninety-four] it began.", ("1994",)),
        Case("By [the year two thousand] it ended.", ("2000",)),
        Case("Two thousand came with twenty four friends.", ()),
    ),
    needs=(Token.NUMERAL,),
)
ERA = Rule(
    "era-year",
    "(month=MONTH | THE? season=SEASON)? OF? number=(DIGITS | FIGURE | YEAR) era=ERA",
    build_era,
    (Case("It fell in [323 BC].", ("BC0323",)), Case("It fell in [410 AD].", ("0410",))),
    needs=(Token.ERA,),
)
YEARS = Rule(
    "years",
    "first=YEAR HYPHEN last=DIGITS !(HYPHEN | AM_PM)",
    build_years,
    (Case("It raged through [1915-16] and beyond.", ("1915/1916",)), Case("It raged in [1998–99].", ("1998/1999",))),
    needs=(Token.YEAR,),
)
FISCAL = Rule(
    "fiscal-year",
    "FISCAL UNIT? year=YEAR | year2=FISCAL_YEAR",
    build_fiscal,
    (Case("In [fiscal 1989] and in [FY24] it earned little.", ("1989", "2024")),),
    needs=(Token.YEAR, Token.FISCAL_YEAR),
)
RULES = (YEAR, YEARS, SPELLED_YEAR, ERA, FISCAL)
