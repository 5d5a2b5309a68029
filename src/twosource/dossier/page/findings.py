"""Findings as a reader wants them: one entry a disagreement, with everybody who has either value."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date

from msgspec.structs import replace

from twosource.dossier.dates import show_value
from twosource.dossier.page.desk import Desk
from twosource.dossier.page.holders import Holder, find_holders
from twosource.dossier.page.records import Dispute, DisputeSide, Panel, Quote
from twosource.dossier.sameness import REWRITE_OVERLAP, content_words, overlap
from twosource.model import OLDER_LATER, QUOTED_TWO_WAYS, SPELLED_TWO_WAYS, TWO_AGES, Finding, ReadingOf, Side
from twosource.text.months import MONTHS
from twosource.text.words import find_words

_QUESTIONS = {
    "number": "How many?",
    "date": "When?",
    "time": "At what hour?",
    "place": "Where?",
    "person": "Who?",
    "organisation": "Which body?",
    "polarity": "Is it so?",
}
_PANELS = {
    ReadingOf.CONFLICT: Panel.DISPUTED,
    ReadingOf.DISAGREEMENT: Panel.DISPUTED,
    ReadingOf.UPDATE: Panel.CHANGED,
    ReadingOf.CORRECTION: Panel.CHANGED,
    ReadingOf.UNCLEAR: Panel.CHANGED,
    ReadingOf.SCOPE: Panel.COMPATIBLE,
}
_ORDER = list(ReadingOf)
_DURATION = re.compile(r"\d (?:second|minute|hour|day|night|week|month|year|decade)s?$")
_AGE = re.compile(r"\b(?:year|month|week|day)s?[- ]old\b|\baged? ", re.IGNORECASE)


def compose_disputes(findings: Sequence[Finding], desk: Desk) -> tuple[Dispute, ...]:
    """Findings other than agreement, gathered by question and values, conflicts first.

    Policy: three copies of one text against a fourth article are one dispute, not three; three values of one question
    are one dispute with three sides. Two findings are about one question when they are read alike, bind the same slot,
    share a value, and the same words stand around their values; equal values alone make no dispute, or "four people"
    hurt and "four people" missing would be one. What one article says against itself stands in a panel of its own,
    because it says nothing about sources. Values that can stand together come last: they are no difference.
    """
    pairs: dict[tuple[object, ...], list[Finding]] = defaultdict(list)
    for finding in findings:
        if finding.reading is not ReadingOf.AGREEMENT:
            pairs[_key_of(finding)].append(finding)
    groups = (g for same in pairs.values() for g in _by_wording(sorted(same, key=lambda f: f.id), desk))
    drafts = [_draft_of(group, desk) for group in groups]
    return tuple(_without_weaker(sorted(_merge_questions(sorted(drafts, key=_rank_of)), key=_rank_of)))


def _without_weaker(disputes: Iterable[Dispute]) -> list[Dispute]:
    """The disputes without those that repeat a stronger one: the same values in the same places, read less surely."""
    kept: list[Dispute] = []
    found = list(disputes)
    for dispute in found:
        places = _places_of(dispute)
        if _is_note_on_figures(dispute, found):
            continue
        if not any(d.slot == dispute.slot and places <= _places_of(d) for d in kept):
            kept.append(dispute)
    return kept


def _is_note_on_figures(dispute: Dispute, others: Iterable[Dispute]) -> bool:
    """Whether it says only that something was corrected where another correction of the same words says what."""
    if frozenset(side.value for side in dispute.sides) != {"said before", "said now"}:
        return False
    figures = [d for d in others if d is not dispute and d.reading is dispute.reading]
    return any(all(_meets(side, d) for side in dispute.sides) for d in figures)


def _meets(side: DisputeSide, other: Dispute) -> bool:
    theirs = [q for s in other.sides for q in s.quotes]
    return any(q.article == t.article and q.start < t.end and t.start < q.end for q in side.quotes for t in theirs)


def _places_of(dispute: Dispute) -> set[tuple[str, str, int]]:
    return {(side.value, quote.article, quote.start) for side in dispute.sides for quote in side.quotes}


def _key_of(finding: Finding) -> tuple[object, ...]:
    values = tuple(sorted((finding.left.value, finding.right.value)))
    return (_panel_of(finding), finding.reading, finding.slot, values, finding.within_article and finding.left.span)


def _by_wording(findings: Sequence[Finding], desk: Desk) -> list[list[Finding]]:
    """Findings with the same two values, parted where neither a claim nor the words around the values are shared."""
    groups: list[list[Finding]] = []
    for finding in findings:
        home = next((g for g in groups if any(_one_claim(finding, f) or _alike(finding, f, desk) for f in g)), None)
        if home is None:
            groups.append([finding])
        else:
            home.append(finding)
    return groups


def _one_claim(a: Finding, b: Finding) -> bool:
    claims = {side.claim for side in (b.left, b.right) if side.claim is not None}
    return a.left.claim in claims or a.right.claim in claims


def _alike(a: Finding, b: Finding, desk: Desk) -> bool:
    pairs = ((x, y) for x in (a.left, a.right) for y in (b.left, b.right) if x.value == y.value)
    words = ((content_words(desk.quote(x.span).whole), content_words(desk.quote(y.span).whole)) for x, y in pairs)
    return any(overlap(one, other) >= REWRITE_OVERLAP for one, other in words)


def _panel_of(finding: Finding) -> Panel:
    if finding.reading is ReadingOf.SCOPE:
        return Panel.COMPATIBLE
    if finding.rule in {SPELLED_TWO_WAYS, QUOTED_TWO_WAYS}:
        return Panel.CHANGED
    corrected = finding.reading is ReadingOf.CORRECTION
    return Panel.INSIDE if finding.within_article and not corrected else _PANELS[finding.reading]


def _rank_of(dispute: Dispute) -> tuple[int, int, int, int, str]:
    origins = len({c.letter for side in dispute.sides for c in side.origins})
    panel = list(Panel).index(dispute.panel)
    first = dispute.sides[0]
    return (panel, _ORDER.index(dispute.reading), -origins, first.quotes[0].start, first.value)


def _draft_of(group: Sequence[Finding], desk: Desk) -> Dispute:
    first = group[0]
    sides: dict[str, list[Side]] = defaultdict(list)
    for side in (s for finding in group for s in (finding.left, finding.right)):
        sides[side.value].append(side)
    inside = first.left.span.article if _panel_of(first) is Panel.INSIDE else None
    held = [_side_of(members, first.slot, desk, only=inside) for members in sides.values()]
    return Dispute(
        panel=_panel_of(first),
        reading=first.reading,
        slot=first.slot,
        question=_question_of(first.slot, held, first.rule),
        topic=_topic_of(held[0].quotes[0], held[-1].quotes[0]),
        sides=_by_report(held),
        rules=tuple(sorted({f.rule for f in group})),
    )


def _question_of(slot: str, sides: Sequence[DisputeSide], rule: str) -> str:
    """The question a slot answers; an age, a length of time, a sum, a spelling and a quotation have their own."""
    values = frozenset(side.value for side in sides)
    asked = (
        (rule == SPELLED_TWO_WAYS, "How is the name spelled?"),
        (rule == QUOTED_TWO_WAYS, "What were the words?"),
        (rule in {TWO_AGES, OLDER_LATER}, "How old?"),
        (values in _OF_STATES, _OF_STATES.get(values, "")),
        (all(map(_MOVE.fullmatch, values)) and any(v[0] in "-udl" for v in values), "Up or down?"),
        (all(_AGE.search(side.quotes[0].quote) for side in sides), "How old?"),
        (all(map(_DURATION.search, values)), "How long?"),
    )
    return next((question for fits, question in asked if fits), "") or _count_question(slot, sides)


def _count_question(slot: str, sides: Sequence[DisputeSide]) -> str:
    """The question of a slot by what is counted on all sides, where that is one thing."""
    counted = {_NUMBER_BEFORE.sub("", side.shown) for side in sides}
    noun = counted.pop() if len(counted) == 1 else ""
    noun = _UNITS.get(noun, noun)
    if slot == "number" and _PLAIN_NOUN.fullmatch(noun):
        return f"How many {noun}?"
    return "How much?" if slot == "number" and _MONEY.fullmatch(noun) else _QUESTIONS.get(slot, "What?")


_MOVE = re.compile(r"-?[\d.]+ percent|up|down|little changed")
_NUMBER_BEFORE = re.compile(r"^(?:(?:at least|at most|about) )?[\d.,–-]+ (?:(?:m|b|tr)illion )?")
_PLAIN_NOUN = re.compile(r"[a-z]{3,}(?: [a-z]{3,})?")
_OF_STATES = {
    frozenset({"not known", "told"}): "Is it known?",
    frozenset({"said before", "said now"}): "What was corrected?",
}
"""Values that are no answers, but say what became of one, and the question they answer."""
_UNITS = {"lb": "pounds", "kg": "kilograms", "km": "kilometres", "m": "metres", "cm": "centimetres", "g": "grams"}
_MONEY = re.compile(r"(?:(?:m|b|tr)illion )?[A-Z]{3}")


def _by_report(sides: Iterable[DisputeSide]) -> tuple[DisputeSide, ...]:
    """The earliest reported value first; inside one article, the one that stands first."""
    found = list(sides)
    one_article = len({quote.article for side in found for quote in side.quotes}) == 1
    if one_article:
        return tuple(sorted(found, key=lambda s: s.quotes[0].start))
    return tuple(sorted(found, key=lambda s: (s.reported or date.max, s.value)))


def _merge_questions(disputes: Iterable[Dispute]) -> list[Dispute]:
    merged: list[Dispute] = []
    for dispute in disputes:
        home = next((place for place, other in enumerate(merged) if _one_question(other, dispute)), None)
        if home is None:
            merged.append(dispute)
        else:
            merged[home] = _join(merged[home], dispute)
    return merged


def _one_question(a: Dispute, b: Dispute) -> bool:
    """Whether they have a value in common: under the same heading, or in the same words in the same place."""
    alike = (a.panel, a.reading, a.slot) == (b.panel, b.reading, b.slot) and a.panel is not Panel.INSIDE
    shared = {s.value for s in a.sides} & {s.value for s in b.sides}
    return alike and bool(shared) and (bool(a.topic and a.topic == b.topic) or bool(_places_of(a) & _places_of(b)))


def _join(a: Dispute, b: Dispute) -> Dispute:
    sides = {side.value: side for side in (*b.sides, *a.sides)}
    topic = a.topic if a.topic == b.topic else ""
    return replace(a, topic=topic, sides=_by_report(sides.values()), rules=tuple(sorted({*a.rules, *b.rules})))


def _side_of(sides: Sequence[Side], slot: str, desk: Desk, *, only: str | None) -> DisputeSide:
    """One side with everybody who holds it, or with what one article says where only that is in question."""
    held: dict[str, Holder] = {}
    for holder in (h for side in sides for h in find_holders(side, slot, desk)):
        if only is not None and holder.span.article != only:
            continue
        known = held.get(holder.statement)
        if known is None or holder.span.length < known.span.length:
            held[holder.statement] = holder
    ordered = sorted(held.values(), key=lambda h: (desk.place.get(h.span.article, 0), h.span.start))
    reported = (desk.reported(h.span.article) for h in ordered)
    return DisputeSide(
        value=sides[0].value,
        shown=_with_capitals(show_value(sides[0].value), ordered[0].span.quote),
        origins=desk.cites(h.span.article for h in ordered),
        quotes=tuple(desk.quote(h.span, said_by=(h.voice,) if h.voice else ()) for h in ordered),
        voices=tuple({h.voice.casefold(): h.voice for h in reversed(ordered) if h.voice}.values())[::-1],
        reported=min((day for day in reported if day), default=None),
    )


def _with_capitals(shown: str, quote: str) -> str:
    """The value with the capitals of its words in the article: a noun that is counted is kept in small letters.

    >>> _with_capitals("10 americans", "Ten Americans died")
    '10 Americans'
    """
    written = {word.lower(): word for word in re.findall(r"(?<=[\w,] )[A-Z][a-z]+", quote)}
    return re.sub(r"[a-z]+", lambda found: written.get(found.group(), found.group()), shown)


_DAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday today yesterday tomorrow".split())
_WEAK = _DAYS | frozenset(
    """
    about ago all also at beginning day days earlier early end first half hour hours last late least middle more most
    month months one quarter start than there three time two week weeks when who with year years
    """.split()
)


def _topic_of(left: Quote, right: Quote) -> str:
    """The words both sentences share beside their values, where they say what it is about: not only a name or a day."""
    shared = shared_words(left.whole, right.whole)
    content = content_words(shared)
    telling = [word for word in shared.split() if word.islower() and word.isalpha() and word in content - _WEAK]
    beside = _stands_beside(shared, left) and _stands_beside(shared, right)
    return shared if telling and beside and len(content - _DAYS - MONTHS.keys()) >= _TOPIC_MIN_WORDS else ""


def _stands_beside(shared: str, quote: Quote) -> bool:
    """Whether hardly a word parts the shared words from the value: what stands far from it is not what is counted."""
    forms, words = [w.form for w in find_words(shared)], find_words(quote.whole)
    begin, end = len(quote.before), len(quote.before) + len(quote.quote)
    for place in range(len(words) - len(forms) + 1):
        run = words[place : place + len(forms)]
        if run and [w.form for w in run] == forms:
            between = (w for w in words if (run[-1].end <= w.start < begin) or (end <= w.start < run[0].start))
            return sum(1 for _ in between) <= _BESIDE_MAX_WORDS
    return False


_BESIDE_MAX_WORDS = 3  # "was shut for repairs from 2 May"; in the demonstration corpus wrong heads stand 8 words away
_TOPIC_MIN_WORDS = 2  # one shared word ("people") is no topic
_TOPIC_MAX_WORDS = 9


def shared_words(left: str, right: str) -> str:
    """The longest run of words that both quotes share, as the left one writes it; empty where there is none.

    >>> shared_words("Talvik last visited Vestria in September", "He last visited Vestria in October")
    'last visited Vestria in'
    """
    a, b = find_words(left), find_words(right)
    best = (0, 0)
    row = [0] * (len(b) + 1)
    for i, word in enumerate(a):
        row = [0] + [row[j] + 1 if word.form == other.form else 0 for j, other in enumerate(b)]
        best = max(best, (max(row), -(i + 1)))
    length, end = min(best[0], _TOPIC_MAX_WORDS), -best[1]
    if length < _TOPIC_MIN_WORDS:
        return ""
    return left[a[end - best[0]].start : a[end - best[0] + length - 1].end]
