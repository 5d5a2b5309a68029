"""Months: "March 2023", "October that year", "January last year", and a bare "July"."""

from __future__ import annotations

from twosource.annotate.time.algebra import Point, Toward
from twosource.annotate.time.calendar import Cal, Unit, day_exists
from twosource.annotate.time.numbers import read_year_words
from twosource.annotate.time.rules.parts import month_of, toward_of, unit_of, years_away
from twosource.annotate.time.rules.rule import Case, Phrase, Rule
from twosource.annotate.time.tokens import Token

_LEADS = frozenset(
    """
    in by since until till through throughout during from between to before after of for and or early late mid last
    next this that each every until around about ending ended beginning starting on
    """.split()
)
_SURE_LEADS = _LEADS - {"to", "and", "or", "of", "for", "on", "after", "before", "about", "from"}
_ARTICLES = frozenset("the a its their his her".split())
_PHASES = frozenset("mid early late".split())
_PHASE_NOUNS = frozenset("end beginning start middle month".split())
_RANGE_LINKS = frozenset("to and through - –".split())
_WORDS_TOO = frozenset("may march".split())
_NAMES_TOO = frozenset("april june august jan".split())
_NEVER_AFTER_MONTH = frozenset("madness fools".split())
_CENTURY_TURNS = 50  # two digits below are of this century


def build_month_year(phrase: Phrase) -> Point | None:
    """A month of a stated year."""
    if phrase.has("spelled"):
        year = read_year_words(phrase.words("spelled"))
    else:
        year = _full_year(phrase.word("year").lstrip("'’`"))
    return Point(Cal(year=year, month=month_of(phrase))) if year else None


def _full_year(figures: str) -> int:
    if len(figures) == 4:
        return int(figures)
    return int(figures) + (2000 if int(figures) < _CENTURY_TURNS else 1900)


def build_month_of(phrase: Phrase) -> Point | None:
    """A month of this, last, next or that year."""
    if unit_of(phrase) is not Unit.YEAR:
        return None
    figures = phrase.word("day").rstrip("stndrh")
    month, day = month_of(phrase), int(figures) if figures else None
    if day is not None and not day_exists(month, day):
        return None
    shift = years_away(phrase)
    return Point(Cal(month=month, day=day), toward=Toward.THAT if shift is None else None, year_shift=shift)


def build_month(phrase: Phrase) -> Point | None:
    """A bare month. "May", "March" and the months that are also names need a lead-in, and must not follow a name."""
    toward = toward_of(phrase)
    if toward is None and not _reads_as_month(phrase):
        return None
    return Point(Cal(month=month_of(phrase)), toward=toward)


def _reads_as_month(phrase: Phrase) -> bool:
    word, lead = phrase.word("month").rstrip("."), phrase.before()
    if phrase.after() in _NEVER_AFTER_MONTH:
        return False
    if word in _WORDS_TOO:
        return _is_led_in(phrase)
    before_name = phrase.raw_after()[:1].isupper() and phrase.code_after() == Token.OTHER
    if len(word) <= 3 and not phrase.raw("month").endswith("."):
        return lead in _LEADS and phrase.raw("month")[0].isupper() and not before_name
    if word not in _NAMES_TOO:
        return True
    return not (before_name and lead not in _SURE_LEADS) and not _follows_name(phrase)


def _is_led_in(phrase: Phrase) -> bool:
    """Whether the words before make a month of "May" and "March"."""
    lead, earlier = phrase.before(), phrase.before(2)
    phase = (lead == "-" and earlier in _PHASES) or (lead == "of" and earlier in _PHASE_NOUNS)
    return lead in _SURE_LEADS or phase or _describes(phrase) or _ends_range(phrase)


def _describes(phrase: Phrase) -> bool:
    """A month before a noun: "the March accession"."""
    return phrase.before() in _ARTICLES and phrase.raw_after().islower() and phrase.code_after() == Token.OTHER


def _ends_range(phrase: Phrase) -> bool:
    """What a month opened, a month may end: "from October to March"."""
    return phrase.before() in _RANGE_LINKS and phrase.code_before(2) in {Token.MONTH, Token.YEAR, Token.DIGITS}


def _follows_name(phrase: Phrase) -> bool:
    raw = phrase.scan.raw(phrase.start - 1)
    return raw[:1].isupper() and phrase.code_before() == Token.OTHER and phrase.before() not in _LEADS


MONTH_YEAR = Rule(
    "month-year",
    "month=MONTH COMMA? OF? "
    "(year=(YEAR | SHORT_YEAR) !(HYPHEN? UNITS) | spelled=SPELLED_YEAR !(HYPHEN? (NUMERAL | ANY_UNIT)))",
    build_month_year,
    (
        Case("Xu came in [March 2023].", ("2023-03",)),
        Case("It began in [February of 1940].", ("1940-02",)),
        Case("Since [Sept. 1998] it has grown.", ("1998-09",)),
    ),
    needs=(Token.MONTH,),
)
MONTH_OF = Rule(
    "month-of-year",
    "month=MONTH day=DAY? COMMA? OF? (THE | THAT)? which=WHICH unit=UNIT",
    build_month_of,
    (
        Case("They met in [March 2023], and again in [October that year].", ("2023-03", "2023-10")),
        Case("They met in [March 2023], and again in [October of the same year].", ("2023-03", "2023-10")),
        Case("In [June last year] the bank failed.", ("2024-06",)),
        Case("In [January this year] it failed again.", ("2025-01",)),
    ),
    needs=(Token.MONTH,),
)
BARE_MONTH = Rule(
    "month",
    "(<!THE which=(THIS | LAST | NEXT))? month=MONTH !(HYPHEN? (DAY | ORDINAL)) <!(DAY ANY)",
    build_month,
    (
        Case("Talks failed in [February].", ("2025-02",)),
        Case("They met in [May 2024], and in [July] at the lake.", ("2024-05", "2024-07")),
        Case("Prices fell [last October].", ("2024-10",)),
        Case("It will open in [September]; it has rained since [mid-March].", ("2025-09", "2025-03")),
        Case("In [May] the roses bloomed, before the [March] accession.", ("2025-05", "2025-03")),
        Case("Theresa May resigned and they may march.", ()),
        Case("Marchers in Lyon joined the March for Bread.", ()),
    ),
    needs=(Token.MONTH,),
)
RULES = (MONTH_YEAR, MONTH_OF, BARE_MONTH)
