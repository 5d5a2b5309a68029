"""Lengths of time: "two years", "a couple of weeks", "the past three months", "four-day", "at least 30 days"."""

from __future__ import annotations

from twosource.annotate.time.algebra import Duration, Expression, Toward
from twosource.annotate.time.calendar import Unit
from twosource.annotate.time.numbers import read_number
from twosource.annotate.time.rules.deictics import unit_named
from twosource.annotate.time.rules.rule import COUNT, NUMBER, Case, Phrase, Rule

_WINDOW = {"last": Toward.LAST, "past": Toward.LAST, "previous": Toward.LAST, "preceding": Toward.LAST}
_WINDOW |= {"next": Toward.NEXT, "coming": Toward.NEXT, "following": Toward.NEXT, "ensuing": Toward.NEXT}
_BARE_LEADS = frozenset("for within in over of after just many".split())


def build_counted(phrase: Phrase) -> Duration | None:
    """A number of units; ages ("six years old"), "one day" to come and quarters as fractions are none."""
    unit = unit_named(phrase.word("u"))
    number = read_number(phrase.words("n"))
    if unit is None or _is_no_length(phrase, unit) or (number is None and not _vague(phrase.words("n"))):
        return None
    amounts: list[tuple[float | None, Unit]] = [(number, unit)]
    if phrase.has("half"):
        amounts = [((number or 1) + 0.5, unit)]
    if phrase.has("also") and (second := unit_named(phrase.word("also_unit"))):
        amounts.append((read_number(phrase.words("also")), second))
    return Duration(tuple(amounts), _WINDOW.get(phrase.word("r")))


def _is_no_length(phrase: Phrase, unit: Unit) -> bool:
    age = phrase.has("old") or (phrase.scan.code(phrase.end) == "-" and phrase.after(2) == "old")
    to_come = phrase.words("n") == ["one"] and phrase.before() in {"will", "would", "may", "could"}
    fraction = unit is Unit.QUARTER and not (phrase.has("r") or _vague(phrase.words("n")))
    ordinal = unit is Unit.SECOND and phrase.scan.code(phrase.match.start("u")) == "U"
    is_age = (age and unit is Unit.YEAR) or phrase.after() == "old" or phrase.after(2) == "age"
    return is_age or (to_come and unit is Unit.DAY) or fraction or ordinal


def _vague(words: list[str]) -> bool:
    return bool({"few", "several", "many", "some", "dozens", "numerous"} & set(words))


def build_single(phrase: Phrase) -> Expression | None:
    """A reading of "A week", "an hour" as a length, where the words around it make it one."""
    unit, lead, follower = unit_named(phrase.word("u")), phrase.before(), phrase.after()
    if unit is None or unit in {Unit.SECOND, Unit.QUARTER}:
        return None
    if phrase.has("half"):
        return Duration(((1.5, unit),))
    measured = lead in {
        "in",
        "for",
        "within",
        "than",
        "about",
        "nearly",
        "almost",
        "over",
        "under",
        "only",
        "just",
        "barely",
        "after",
        "every",
        "spent",
        "took",
        "lasted",
        "half",
        "roughly",
        "around",
    }
    measured = measured or follower in {"after", "before"}
    if unit is Unit.NIGHT or (unit is Unit.DAY and not measured):
        return None
    return Duration(((1.0, unit),)) if measured else None


def build_bare(phrase: Phrase) -> Duration | None:
    """A reading of "For years", "within weeks": some number of them."""
    unit, lead = unit_named(phrase.word("u")), phrase.before()
    if unit is None or lead not in {"for", "within", "in", "over", "after"} or unit is Unit.NIGHT:
        return None
    if phrase.after() == "of" and lead != "for":
        return None
    return Duration(((None, unit),))


def build_long(phrase: Phrase) -> Duration | None:
    """A reading of "decades-long", "day-long"."""
    unit = unit_named(phrase.word("u"))
    if unit is None or phrase.word("x") != "long" or unit is Unit.SECOND:
        return None
    return Duration(((1.0 if phrase.scan.code(phrase.start) == "U" else None, unit),))


def build_recent(phrase: Phrase) -> Expression | None:
    """A reading of "Recent years", "the coming weeks": past or future, near, and no more."""
    unit = unit_named(phrase.word("u"))
    if unit is None:
        return None
    word = phrase.word("r")
    if word in {"recent", "past", "previous"}:
        return Duration(((None, unit),), Toward.LAST)
    if word in {"coming", "ensuing", "future", "following"}:
        return Duration(((None, unit),), Toward.NEXT)
    return None


COUNTED = Rule(
    "duration",
    rf"(?:d?(?P<r>[ln])|d(?!{COUNT}-)|e)?(?:O)?(?P<n>{COUNT})-?(?:n|q|z)?(?P<u>[UV])(?P<old>-r)?"
    rf"(?:&(?P<half>aG)|(?:&|,&?)?(?P<also>{NUMBER})(?P<also_unit>V)(?!g))?",
    build_counted,
    (
        Case("It lasted [two years].", ("P2Y",)),
        Case("Stocks fell in [the past three months].", ("P3M",)),
        Case("The [four-day] visit ended.", ("P4D",)),
        Case("It took [2 1/2 years].", ("P2Y6M",)),
        Case("It took [two years and six months].", ("P2Y6M",)),
        Case("It fell in [the last twenty four hours].", ("PT24H",)),
        Case("It went on for [several weeks].", ("PXW",)),
        Case("She is 37 years old and has a six-year-old son.", ()),
    ),
    needs="UV",
)
SINGLE = Rule(
    "single-duration",
    r"(?:a|w(?=U))(?P<u>U)(?:&(?P<half>aG))?",
    build_single,
    (Case("It took [about a week] to mend.", ("P1W",)), Case("It took [a year and a half].", ("P1Y6M",))),
    needs="U",
)
BARE = Rule(
    "bare-units",
    r"(?P<u>V)(?:&V)?",
    build_bare,
    (Case("The city was ruled from afar for [centuries].", ("PXC",)),),
    needs="V",
)
LONG = Rule(
    "units-long",
    r"(?P<u>[UV])-(?P<x>_)",
    build_long,
    (Case("The [decades-long] feud ended with a [month-long] siege.", ("PXE", "P1M")),),
    needs="UV",
)
RECENT = Rule(
    "recent-units",
    r"(?:d(?=[ln]))?(?P<r>[ln45])(?P<u>V)(?:&V)?",
    build_recent,
    (Case("It has grown in [recent years].", ("PXY",)), Case("It will grow in [coming weeks].", ("PXW",))),
    needs="V",
)
RULES = (COUNTED, SINGLE, BARE, LONG, RECENT)
