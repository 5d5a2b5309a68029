"""Findings as a reader wants them: one entry a disagreement, with everybody who has either value."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from twosource.dossier.dates import show_value
from twosource.dossier.page.desk import Desk
from twosource.dossier.page.records import Dispute, DisputeSide, Panel
from twosource.model import Finding, ReadingOf, Side
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
    ReadingOf.SCOPE: Panel.CHANGED,
}
_ORDER = list(ReadingOf)


def compose_disputes(findings: Sequence[Finding], desk: Desk) -> tuple[Dispute, ...]:
    """Findings other than agreement, gathered by slot and values, conflicts first.

    Policy: three copies of one text against a fourth article are one dispute, not three. Two findings are one when
    they bind the same two values of the same slot and are read alike. What one article says against itself stands in a
    panel of its own, because it says nothing about sources.
    """
    groups: dict[tuple[object, ...], list[Finding]] = defaultdict(list)
    for finding in findings:
        if finding.reading is not ReadingOf.AGREEMENT:
            groups[_key_of(finding)].append(finding)
    disputes = [_dispute_of(group, desk) for group in groups.values()]
    return tuple(sorted(disputes, key=_rank_of))


def _key_of(finding: Finding) -> tuple[object, ...]:
    values = tuple(sorted((finding.left.value, finding.right.value)))
    return (_panel_of(finding), finding.reading, finding.slot, values, finding.within_article and finding.left.span)


def _panel_of(finding: Finding) -> Panel:
    corrected = finding.reading is ReadingOf.CORRECTION
    return Panel.INSIDE if finding.within_article and not corrected else _PANELS[finding.reading]


def _rank_of(dispute: Dispute) -> tuple[int, int, int, int, str]:
    origins = len({c.letter for side in (dispute.left, dispute.right) for c in side.origins})
    where = dispute.left.quotes[0]
    panel = list(Panel).index(dispute.panel)
    return (panel, _ORDER.index(dispute.reading), -origins, where.start, dispute.left.value)


def _dispute_of(group: Sequence[Finding], desk: Desk) -> Dispute:
    first = group[0]
    sides: dict[str, list[Side]] = defaultdict(list)
    for finding in group:
        sides[finding.left.value].append(finding.left)
        sides[finding.right.value].append(finding.right)
    left, right = _earlier_first(first.left.value, first.right.value, sides)
    one, two = _side_of(sides[left], desk), _side_of(sides[right], desk)
    return Dispute(
        panel=_panel_of(first),
        reading=first.reading,
        slot=first.slot,
        question=_QUESTIONS.get(first.slot, "What?"),
        topic=shared_words(one.quotes[0].whole, two.quotes[0].whole),
        left=one,
        right=two,
        rules=tuple(sorted({f.rule for f in group})),
    )


def _earlier_first(a: str, b: str, sides: dict[str, list[Side]]) -> tuple[str, str]:
    def when(value: str) -> tuple[str, str]:
        return (min(str(s.reported or "9999") for s in sides[value]), value)

    return (a, b) if when(a) <= when(b) else (b, a)


def _side_of(sides: Iterable[Side], desk: Desk) -> DisputeSide:
    seen = {s.span: s for s in sides}
    ordered = sorted(seen.values(), key=lambda s: (desk.place.get(s.span.article, 0), s.span.start))
    return DisputeSide(
        value=ordered[0].value,
        shown=_shown(ordered[0]),
        origins=desk.cites(s.span.article for s in ordered),
        quotes=tuple(desk.quote(s.span, said_by=(s.voice,) if s.voice else ()) for s in ordered),
        voices=tuple(dict.fromkeys(s.voice for s in ordered if s.voice)),
        reported=min((s.reported for s in ordered if s.reported), default=None),
    )


_SHOWN_MAX_CHARS = 32  # a value's own words read better than its normal form, as long as they are no clause


def _shown(side: Side) -> str:
    """The value for the eye: days in full, anything else in the article's own words where they are short."""
    shown = show_value(side.value)
    return side.span.quote if shown == side.value and len(side.span.quote) <= _SHOWN_MAX_CHARS else shown


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
