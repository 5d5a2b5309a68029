"""Years: "1812", "nineteen ninety-four", "the year 2000", "fiscal 1989", "323 BC"."""

from __future__ import annotations

from twosource.annotate.time.algebra import Point, Range
from twosource.annotate.time.calendar import Cal
from twosource.annotate.time.lexicon import MONTHS, SEASONS
from twosource.annotate.time.numbers import read_year_words
from twosource.annotate.time.rules.rule import Case, Phrase, Rule

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


def build_year(phrase: Phrase) -> Point | None:
    """A year in four digits, unless it counts or numbers something. Unusual years need a lead-in like "in"."""
    year = int(phrase.word("y"))
    if phrase.after() in _COUNTED or phrase.before() in _NUMBERED or phrase.scan.code(phrase.end) in {"%", "H"}:
        return None
    usual = 1900 <= year <= 2040 or "Y" in {_beyond_dash(phrase, -1), _beyond_dash(phrase, 1)}
    return Point(Cal(year=year)) if usual or phrase.before() in _LEADS else None


def _beyond_dash(phrase: Phrase, way: int) -> str:
    place = phrase.start - 1 if way < 0 else phrase.end
    return phrase.scan.code(place + way) if phrase.scan.code(place) == "-" else ""


def build_spelled_year(phrase: Phrase) -> Point | None:
    """A year in words."""
    year = read_year_words(phrase.words("y"))
    if year is None or (year % 1000 == 0 and not phrase.has("l") and phrase.before() not in {"in", "by", "since"}):
        return None
    return Point(Cal(year=year))


def build_era(phrase: Phrase) -> Point | None:
    """A year before or after Christ."""
    raw = phrase.word("n").replace(",", "")
    if not raw.isdecimal() or int(raw) == 0 or int(raw) > 9999:
        return None
    year = -int(raw) if phrase.word("e").startswith("b") else int(raw)
    if phrase.has("m"):
        return Point(Cal(year=year, month=MONTHS[phrase.word("m").rstrip(".")]))
    return Point(Cal(year=year, season=SEASONS.get(phrase.word("s")))) if phrase.has("s") else Point(Cal(year=year))


def build_years(phrase: Phrase) -> Range | None:
    """Neighbouring years of one century, the last in two digits: "1915-16"."""
    first, last = int(phrase.word("y")), phrase.word("d")
    end = first // 100 * 100 + int(last)
    if len(last) != 2 or not first < end <= first + 30 or not 1500 <= first <= 2100:
        return None
    return Range(Point(Cal(year=first)), Point(Cal(year=end)))


def build_fiscal(phrase: Phrase) -> Point | None:
    """A fiscal year, named by its number; where it begins is not known."""
    word = phrase.word("y")
    digits = word.lstrip("fy'’`")
    if not digits.isdecimal():
        return None
    return Point(Cal(year=int(digits) if len(digits) == 4 else 2000 + int(digits)))


YEAR = Rule(
    "year",
    r"(?<![-,_A-Za-z/:](?=Y-?[UV]))(?:d?U(?=Y))?(?<!N,)(?P<y>Y)(?!-?[UV](?!l)|[w6:/])",
    build_year,
    (
        Case("It was founded in [1813].", ("1813",)),
        Case("The [1996] campaign failed.", ("1996",)),
        Case("By [the year 2030] it will be gone.", ("2030",)),
        Case("Some 2000 people and 1,999 dogs at $1990 came on flight 1549.", ()),
    ),
    needs="Y",
)
SPELLED_YEAR = Rule(
    "spelled-year",
    r"(?P<l>d?U(?=w))?(?P<y>w-?[w6](?:-?w){0,2})(?!-?[UVw6])",
    build_spelled_year,
    (
        Case("In [nineteen ninety-four] it began.", ("1994",)),
        Case("By [the year two thousand] it ended.", ("2000",)),
        Case("Two thousand came with twenty four friends.", ()),
    ),
    needs="w",
)
ERA = Rule(
    "era-year",
    r"(?:(?P<m>M)|d?(?P<s>S))?f?(?P<n>[DNY])(?P<e>E)",
    build_era,
    (Case("It fell in [323 BC].", ("BC0323",)), Case("It fell in [410 AD].", ("0410",))),
    needs="E",
)
YEARS = Rule(
    "years",
    r"(?P<y>Y)-(?P<d>D)(?![-:/A])",
    build_years,
    (Case("It raged through [1915-16] and beyond.", ("1915/1916",)), Case("It raged in [1998–99].", ("1998/1999",))),
    needs="Y",
)
FISCAL = Rule(
    "fiscal-year",
    r"z(?:U)?(?P<y>Y)|(?P<y2>3)",
    build_fiscal,
    (Case("In [fiscal 1989] and in [FY24] it earned little.", ("1989", "2024")),),
    needs="Y3",
)
RULES = (YEAR, YEARS, SPELLED_YEAR, ERA, FISCAL)
