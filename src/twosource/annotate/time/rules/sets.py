"""Times that come again: "every Monday", "each year", "daily", "a year" after an amount, "Mondays"."""

from __future__ import annotations

from twosource.annotate.time.algebra import Repeat
from twosource.annotate.time.calendar import Unit
from twosource.annotate.time.lexicon import MONTHS, PARTS, REPEATS, SEASONS, WEEKDAYS
from twosource.annotate.time.numbers import read_number
from twosource.annotate.time.rules.deictics import unit_named
from twosource.annotate.time.rules.rule import NUMBER, Case, Phrase, Rule

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
_AMOUNTS = frozenset(
    """
    hundreds thousands millions dozens once twice times million billion thousand percent % dollars tons
    barrels hours days
    """.split()
)


def build_every_unit(phrase: Phrase) -> Repeat | None:
    """A reading of "Every two weeks", "each month"."""
    unit = unit_named(phrase.word("u"))
    if unit is None or unit not in _PERIODS:
        return None
    value = _PERIODS[unit]
    if phrase.has("n"):
        number = read_number(phrase.words("n"))
        value = value.replace("1", str(int(number)), 1) if number and value.startswith("P") else value
    return Repeat(value, quant=phrase.word("e").upper())


def build_every_name(phrase: Phrase) -> Repeat | None:
    """A reading of "Every Monday", "each July", "every morning"."""
    word = phrase.word("x").rstrip(".")
    quant = phrase.word("e").upper()
    if word in WEEKDAYS:
        return Repeat(f"XXXX-WXX-{WEEKDAYS[word] + 1}", quant=quant)
    if word in MONTHS:
        return Repeat(f"XXXX-{MONTHS[word]:02d}", quant=quant)
    if word in SEASONS:
        return Repeat(f"XXXX-{SEASONS[word]}", quant=quant)
    part = PARTS.get(word, "")
    return Repeat(f"XXXX-XX-XXT{part}", quant=quant) if part else None


def build_adverb(phrase: Phrase) -> Repeat | None:
    """A reading of "Annually"; adjectives ("daily newspaper") are read too."""
    value, freq = REPEATS[phrase.word("j")]
    return (
        Repeat(value, freq=freq)
        if phrase.word("j") in {"annually", "daily", "weekly", "monthly", "hourly", "nightly"}
        else None
    )


def build_rate(phrase: Phrase) -> Repeat | None:
    """A reading of "A year", "per day" after an amount."""
    unit = unit_named(phrase.word("u"))
    if unit is None or unit not in _PERIODS or unit is Unit.SECOND:
        return None
    if phrase.has("p"):
        return Repeat(_PERIODS[unit])
    scan, start = phrase.scan, phrase.start
    near = [scan.code(i) for i in range(max(0, start - 3), start)]
    words = [scan.word(i) for i in range(max(0, start - 3), start)]
    amount = (
        "N" in near
        or "D" in near
        or "w" in near
        or bool(_AMOUNTS & set(words))
        or any(w[:1] in "$£€" for w in words if w)
    )
    follower = phrase.after()
    blocked = (
        set(near) & set(".|")
        or words[-1:] == ["in"]
        or follower in {"ago", "earlier", "later", "after", "before", "of", "-"}
    )
    led = words[-1:] and words[-1] in {
        "for",
        "within",
        "of",
        "than",
        "about",
        "nearly",
        "almost",
        "over",
        "after",
        "to",
        "and",
        "is",
    }
    return Repeat(_PERIODS[unit]) if amount and not blocked and not led else None


def build_plural_day(phrase: Phrase) -> Repeat:
    """A reading of "Mondays", "Fridays"."""
    return Repeat(f"XXXX-WXX-{WEEKDAYS[phrase.word('w')[:-1]] + 1}")


EVERY_UNIT = Rule(
    "every-unit",
    rf"(?P<e>e)(?P<n>{NUMBER}|O|v)?(?P<u>[UV])(?!f)",
    build_every_unit,
    (Case("They meet [every week].", ("P1W",)), Case("They meet [every two weeks].", ("P2W",))),
    needs="e",
)
EVERY_NAME = Rule(
    "every-name",
    r"(?P<e>e)(?P<x>[WMSP])",
    build_every_name,
    (Case("They meet [every Monday].", ("XXXX-WXX-1",)), Case("They march [each July].", ("XXXX-07",))),
    needs="e",
)
ADVERB = Rule(
    "repeat-adverb",
    r"(?P<j>J)",
    build_adverb,
    (Case("The rate is set [annually].", ("P1Y",)),),
    needs="J",
)
RATE = Rule(
    "rate",
    r"(?:a|(?P<p>p))(?P<u>U)",
    build_rate,
    (Case("It sells 50,000 cars [a year].", ("P1Y",)), Case("It pumps oil at 300 barrels [per day].", ("P1D",))),
    needs="U",
)
RULES = (EVERY_UNIT, EVERY_NAME, ADVERB, RATE)
