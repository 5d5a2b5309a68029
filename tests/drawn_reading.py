"""A reading drawn in the test's own text, so that stages after annotation are tested without annotators.

    [person:Xi Jinping|Xi]  [place:Russia|Russia]  [when:2024-09-01..2024-09-30/month|in September 2024]
    [when:2024-09-03/day/relative|on Tuesday]  [count:27 leader|27 leaders]  [money:105000000000 USD|$105 billion]
    [measure:2 year|two years]
    [said:Kremlin|content words]

A leading `#` makes a line the headline, `=` a caption, `~` furniture; the first other line is the lede.
"""

from __future__ import annotations

import re
from datetime import date, time

from twosource.model import (
    Article,
    Attribution,
    Basis,
    Bound,
    Descent,
    EntityKind,
    EntityMention,
    Grain,
    KnownBy,
    Passage,
    Published,
    Quantity,
    QuantityMention,
    Reading,
    Role,
    Stance,
    Story,
    TimeMention,
    TimexType,
    When,
    span_of,
)

_MARK = re.compile(r"\[(\w+):([^|\[\]]*)\|")
_ROLES = {"#": Role.HEADLINE, "=": Role.CAPTION, "~": Role.FURNITURE}
_KINDS = {"person": EntityKind.PERSON, "org": EntityKind.ORGANISATION, "place": EntityKind.PLACE}


def draw(article: str, drawing: str, *, published: str | None = None) -> Reading:
    """The reading that `drawing` shows; marks may be nested."""
    lines = [line.strip() for line in drawing.strip().splitlines() if line.strip()]
    roles, bare = [], []
    for line in lines:
        role = _ROLES.get(line[0])
        roles.append(role)
        bare.append(line[1:].strip() if role else line)
    text, marks = _strip("\n".join(bare))
    day = date.fromisoformat(published) if published else None
    record = Article(
        id=article,
        raw="r",
        text=text,
        published=Published(day=day, known_by=KnownBy.FIELD) if day else None,
    )
    return _mark(Reading(article=record, passages=_passages(record, roles)), marks)


def _strip(drawing: str) -> tuple[str, list[tuple[str, str, int, int]]]:
    """The text without marks, and the marks with their places in it."""
    text: list[str] = []
    marks: list[tuple[str, str, int, int]] = []
    stack: list[tuple[str, str, int]] = []
    place = length = 0
    while place < len(drawing):
        mark = _MARK.match(drawing, place)
        if mark:
            stack.append((mark[1], mark[2], length))
            place = mark.end()
            continue
        if drawing[place] == "]" and stack:
            kind, value, start = stack.pop()
            marks.append((kind, value, start, length))
        else:
            text.append(drawing[place])
            length += 1
        place += 1
    return "".join(text), sorted(marks, key=lambda m: (m[2], -m[3]))


def _passages(article: Article, roles: list[Role | None]) -> tuple[Passage, ...]:
    passages: list[Passage] = []
    start, seen, lede = 0, set(), False
    for line, role in zip(article.text.split("\n"), roles, strict=True):
        chosen = role or (Role.BODY if lede else Role.LEDE)
        lede = lede or role is None
        span = span_of(article, start, start + len(line))
        passages.append(Passage(span=span, role=chosen, repeats=line in seen))
        seen.add(line)
        start += len(line) + 1
    return tuple(passages)


def _mark(reading: Reading, marks: list[tuple[str, str, int, int]]) -> Reading:
    article = reading.article
    entities, times, quantities, attributions = [], [], [], []
    for kind, value, start, end in marks:
        span = span_of(article, start, end)
        if kind in _KINDS:
            entities.append(EntityMention(span=span, kind=_KINDS[kind], entity=value))
        elif kind == "when":
            times.append(TimeMention(span=span, type=TimexType.DATE, value=value, rule="drawn", when=_when(value)))
        elif kind in {"count", "money", "measure", "ordinal"}:
            quantities.append(QuantityMention(span=span, value=_quantity(kind, value)))
        else:
            stance = Stance(kind)
            name = f"{article.id}-{start}"
            attributions.append(
                Attribution(id=name, article=article.id, cue=(), content=(span,), voice=value or None, stance=stance)
            )
    return Reading(
        article=article,
        passages=reading.passages,
        entities=tuple(entities),
        times=tuple(times),
        quantities=tuple(quantities),
        attributions=tuple(attributions),
    )


def _when(value: str) -> When:
    days, grain, basis = (*value.split("/"), "", "")[:3]
    days, _, hour = days.partition("@")
    first, _, last = days.partition("..")
    return When(
        earliest=date.fromisoformat(first) if first else None,
        latest=date.fromisoformat(last or first) if last or ".." not in days else None,
        grain=Grain(grain or ("minute" if hour else "day")),
        clock=time.fromisoformat(hour) if hour else None,
        basis=Basis(basis or "stated"),
    )


def _quantity(kind: str, value: str) -> Quantity:
    bound, number, noun = Bound.EXACT, *value.split(" ", 1)
    if number.startswith(">"):
        bound, number = Bound.AT_LEAST, number[1:]
    amount = float(number)
    return Quantity(
        low=amount,
        high=None if bound is Bound.AT_LEAST else amount,
        bound=bound,
        unit=noun if kind in {"money", "measure"} else None,
        noun=noun if noun and kind not in {"money", "measure"} else None,
        ordinal=kind == "ordinal",
    )


def story_of(*readings: Reading) -> Story:
    """One story of these readings."""
    ids = tuple(sorted(r.article.id for r in readings))
    return Story(id="story", articles=ids, lead=ids[0], label="")


def own_descents(*readings: Reading) -> list[Descent]:
    """Every article its own text and origin."""
    return [Descent(article=r.article.id, text=f"t-{r.article.id}", origin=f"o-{r.article.id}") for r in readings]
