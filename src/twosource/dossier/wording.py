"""Small wordings: numbers with their nouns, and long lines made short at a word."""

from __future__ import annotations


def count_of(number: int, noun: str) -> str:
    """A number with its noun, singular or plural.

    >>> count_of(1, "origin"), count_of(1200, "voice")
    ('1 origin', '1,200 voices')
    """
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"


def shorten(text: str, most_chars: int) -> str:
    r"""The text on one line, cut after a whole word where it is too long, with an ellipsis that says so.

    >>> shorten("The bridge will\nclose", 16), shorten("The bridge", 16)
    ('The bridge will…', 'The bridge')
    """
    line = " ".join(text.split())
    if len(line) <= most_chars:
        return line
    return line[:most_chars].rsplit(" ", 1)[0].rstrip(" ,;:") + "…"


def excerpt(before: str, quote: str, after: str, most_chars: int) -> str:
    """The quote with as many of the words around it as fit, most of them from before it; ellipses say what was cut.

    >>> excerpt("Talvik last visited Vestria in ", "May 2023", " for the opening of the bridge.", 36)
    '…Vestria in May 2023 for the…'
    >>> excerpt("It closed in ", "May", ".", 40)
    'It closed in May.'
    """
    room = most_chars - len(quote)
    if room < 3:
        return shorten(quote, most_chars)
    spare = max(room - len(after), room * 2 // 3)
    head = before[-spare:]
    tail = after[: room - len(head)]
    if len(head) < len(before):
        head = "…" + head.partition(" ")[2]
    if len(tail) < len(after):
        tail = tail.rpartition(" ")[0].rstrip(" ,;:") + "…"
    return " ".join((head + quote + tail).split())


_RULES = {
    "dates apart": "the dates cannot both be right",
    "numbers apart": "the numbers cannot both be right",
    "names apart": "the names cannot both be right",
    "times of day apart": "the times of day cannot both be right",
    "counts with different scope": "not the same is counted",
    "a value that moves, reported later": "reported later, and such a number moves",
    "a value that moves, said to have changed": "said to have changed",
}


def explain_rule(rule: str) -> str:
    """The rule behind a finding, as a reader would put it.

    >>> explain_rule("dates apart"), explain_rule("a plan that moved")
    ('the dates cannot both be right', 'a plan that moved')
    """
    return _RULES.get(rule, rule)
