"""Months: "March 2023", "October that year", "January last year", and a bare "July"."""

from __future__ import annotations

from twosource.annotate.time.algebra import Point, Toward
from twosource.annotate.time.calendar import Cal, day_exists
from twosource.annotate.time.lexicon import MONTHS
from twosource.annotate.time.numbers import read_year_words
from twosource.annotate.time.rules.rule import Case, Phrase, Rule

TOWARD = {
    "last": Toward.LAST,
    "past": Toward.LAST,
    "previous": Toward.LAST,
    "preceding": Toward.LAST,
    "next": Toward.NEXT,
    "coming": Toward.NEXT,
    "upcoming": Toward.NEXT,
    "following": Toward.NEXT,
    "this": Toward.THIS,
    "current": Toward.THIS,
    "that": Toward.THAT,
    "same": Toward.THAT,
}
_LEADS = frozenset(
    """
    in by since until till through throughout during from between to before after of for and or early late mid last
    next this that each every until around about ending ended beginning starting on
    """.split()
)
_SURE_LEADS = _LEADS - {"to", "and", "or", "of", "for", "on", "after", "before", "about", "from"}
_ARTICLES = frozenset("the a its their his her".split())
_PHASE_NOUNS = frozenset("end beginning start middle month".split())
_NAMES_TOO = frozenset("may march april june august jan".split())
_NEVER_AFTER_MONTH = frozenset("madness fools".split())


def build_month_year(phrase: Phrase) -> Point | None:
    """A month of a stated year."""
    if phrase.has("yw"):
        spelled = read_year_words(phrase.words("yw"))
        return Point(Cal(year=spelled, month=MONTHS[phrase.word("m").rstrip(".")])) if spelled else None
    year = phrase.word("y").lstrip("'’`")
    full = int(year) if len(year) == 4 else int(year) + (2000 if int(year) < 50 else 1900)
    return Point(Cal(year=full, month=MONTHS[phrase.word("m").rstrip(".")]))


def build_month_of(phrase: Phrase) -> Point | None:
    """A month of this, last, next or that year."""
    if phrase.word("u") not in {"year", "year's"}:
        return None
    toward = TOWARD.get(phrase.word("r"))
    number, day = MONTHS[phrase.word("m").rstrip(".")], phrase.word("d").rstrip("stndrh")
    if day and not day_exists(number, int(day)):
        return None
    month = Cal(month=number, day=int(day) if day else None)
    shift = {Toward.LAST: -1, Toward.THIS: 0, Toward.NEXT: 1}.get(toward) if toward else None
    return Point(month, toward=Toward.THAT if shift is None else None, year_shift=shift)


def build_month(phrase: Phrase) -> Point | None:
    """A bare month. "May", "March" and the months that are also names need a lead-in, and must not follow a name."""
    word = phrase.word("m").rstrip(".")
    raw = phrase.scan.raw(phrase.match.start("m"))
    toward = TOWARD.get(phrase.word("r")) if phrase.has("r") else None
    if toward is None and not _reads_as_month(phrase, word, raw):
        return None
    return Point(Cal(month=MONTHS[word]), toward=toward)


def _reads_as_month(phrase: Phrase, word: str, raw: str) -> bool:
    lead, follower = phrase.before(), phrase.scan.raw(phrase.end)
    if follower.lower() in _NEVER_AFTER_MONTH:
        return False
    named = follower[:1].isupper() and phrase.scan.code(phrase.end) == "_"
    if len(word) <= 3 and word != "may" and not raw.endswith("."):
        return lead in _LEADS and raw[0].isupper() and not named
    if word in {"may", "march"}:
        phase = lead == "-" and phrase.before(2) in {"mid", "early", "late"}
        described = phase or (lead in _ARTICLES and follower.islower() and phrase.scan.code(phrase.end) == "_")
        return (
            lead in _SURE_LEADS
            or described
            or (lead == "of" and phrase.before(2) in _PHASE_NOUNS)
            or _ends_range(phrase)
        )
    if word not in _NAMES_TOO:
        return True
    before = phrase.scan.raw(phrase.start - 1)
    after_name = before[:1].isupper() and phrase.scan.code(phrase.start - 1) == "_" and lead not in _LEADS
    return not (named and lead not in _SURE_LEADS) and not after_name


def _ends_range(phrase: Phrase) -> bool:
    """A reading of "From October to March": what a month opened, a month may end."""
    return phrase.before() in {"to", "and", "through", "-", "–"} and phrase.scan.code(phrase.start - 2) in "MYD"


MONTH_YEAR = Rule(
    "month-year",
    r"(?P<m>M),?f?(?:(?P<y>Y|Q)(?!-?V)|(?P<yw>w-?w(?:-?w)?)(?!-?[wUV]))",
    build_month_year,
    (
        Case("Xu came in [March 2023].", ("2023-03",)),
        Case("It began in [February of 1940].", ("1940-02",)),
        Case("Since [Sept. 1998] it has grown.", ("1998-09",)),
    ),
    needs="M",
)
MONTH_OF = Rule(
    "month-of-year",
    r"(?P<m>M)(?P<d>[Do])?,?f?[dy]?(?P<r>[xylnc])(?P<u>U)",
    build_month_of,
    (
        Case("They met in [March 2023], and again in [October that year].", ("2023-03", "2023-10")),
        Case("They met in [March 2023], and again in [October of the same year].", ("2023-03", "2023-10")),
        Case("In [June last year] the bank failed.", ("2024-06",)),
        Case("In [January this year] it failed again.", ("2025-01",)),
    ),
    needs="M",
)
BARE_MONTH = Rule(
    "month",
    r"(?:(?<!d)(?P<r>[xln]))?(?P<m>M)(?!-?[DoO])(?<![Do].)",
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
    needs="M",
)
RULES = (MONTH_YEAR, MONTH_OF, BARE_MONTH)
