"""Nouns to lines: pure functions that choose and rename, and decide nothing."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from datetime import date

from msgspec import UNSET

from twosource.contract.lines import (
    AlignedEntry,
    AnnotatedLine,
    AttributionEntry,
    CheckCounts,
    CheckedPart,
    CheckEvidenceEntry,
    CheckLine,
    ClaimLine,
    CreditEntry,
    DescentLine,
    EntityEntry,
    EvidenceEntry,
    FindingLine,
    LineageLine,
    PredicateEntry,
    QuantityEntry,
    SentenceEntry,
    SideEntry,
    SlotEntry,
    StoryChangeLine,
    StoryLabelLine,
    StoryLine,
    TimeEntry,
    TimelineLine,
    UnmeasuredEntry,
    WordEntry,
)
from twosource.model import (
    Attribution,
    CheckedStatement,
    Claim,
    Credit,
    Descent,
    EntityMention,
    Evidence,
    Extent,
    Finding,
    FourNumbers,
    Grain,
    Lineage,
    Named,
    ParsedSentence,
    Predicate,
    Quantity,
    QuantityMention,
    Reading,
    Side,
    Slot,
    Span,
    Story,
    TextCheck,
    TimelineRow,
    TimeMention,
    When,
)
from twosource.stories import StoryChange


def annotated_line(reading: Reading, *, layers: Collection[str]) -> AnnotatedLine:
    """The layers asked for, of one article, by the names of `AnnotatedLine`; one not asked for is absent."""
    return AnnotatedLine(
        article=reading.article.id,
        time=[_time(t) for t in reading.times] if "time" in layers else UNSET,
        attribution=[_attribution(a) for a in reading.attributions] if "attribution" in layers else UNSET,
        entities=[_entity(e) for e in reading.entities] if "entities" in layers else UNSET,
        quantities=[_quantity(q) for q in reading.quantities] if "quantities" in layers else UNSET,
        syntax=[_words(s) for s in reading.syntax] if "syntax" in layers else UNSET,
        factuality=[_predicate(p) for p in reading.predicates] if "factuality" in layers else UNSET,
    )


def _words(sentence: ParsedSentence) -> list[WordEntry]:
    columns = (
        sentence.places,
        sentence.lemmas,
        sentence.upos,
        sentence.xpos,
        sentence.heads,
        sentence.relations,
    )
    return [
        WordEntry(start=place[0], end=place[1], lemma=lemma, upos=upos, xpos=xpos, head=head, relation=relation)
        for place, lemma, upos, xpos, head, relation in zip(*columns, strict=True)
    ]


def _predicate(found: Predicate) -> PredicateEntry:
    span = found.span
    return PredicateEntry(
        start=span.start, end=span.end, quote=span.quote, lemma=found.lemma, actuality=found.actuality
    )


def _time(mention: TimeMention) -> TimeEntry:
    when = mention.when
    return TimeEntry(
        start=mention.span.start,
        end=mention.span.end,
        quote=mention.span.quote,
        type=mention.type,
        value=mention.value,
        earliest=when.earliest if when else None,
        latest=when.latest if when else None,
        grain=when.grain if when else None,
    )


def _attribution(attribution: Attribution) -> AttributionEntry:
    return AttributionEntry(
        id=attribution.id,
        source=_extents(attribution.source),
        cue=_extents(attribution.cue),
        content=_extents(attribution.content),
        voice=attribution.voice,
        manner=attribution.manner,
        stance=attribution.stance,
        parent=attribution.parent,
    )


def _extents(spans: Iterable[Span]) -> list[Extent]:
    return [span.extent for span in spans]


def _entity(mention: EntityMention) -> EntityEntry:
    span = mention.span
    return EntityEntry(start=span.start, end=span.end, quote=span.quote, kind=mention.kind)


def _quantity(mention: QuantityMention) -> QuantityEntry:
    return QuantityEntry(
        start=mention.span.start,
        end=mention.span.end,
        quote=mention.span.quote,
        low=mention.value.low,
        high=mention.value.high,
        bound=mention.value.bound,
        unit=mention.value.unit,
        noun=mention.value.noun,
        ordinal=mention.value.ordinal,
    )


def lineage_line(edge: Lineage) -> LineageLine:
    """One edge of lineage."""
    return LineageLine(
        child=edge.child,
        parent=edge.parent,
        relation=edge.relation,
        direction=edge.direction,
        reasons=list(edge.reasons),
        coverage_child=edge.coverage_child,
        coverage_parent=edge.coverage_parent,
        coverage_child_unquoted=edge.coverage_child_unquoted,
        aligned=[AlignedEntry(child=a.child, parent=a.parent) for a in edge.aligned],
        score=edge.score,
    )


def descent_line(descent: Descent, credits: Iterable[Credit]) -> DescentLine:  # noqa: A002 - our noun, not the builtin
    """Where one article stands, with the agencies it names."""
    return DescentLine(
        article=descent.article,
        text=descent.text,
        origin=descent.origin,
        credit=[CreditEntry(start=c.span.start, end=c.span.end, agency=c.agency, level=c.level) for c in credits],
    )


def story_lines(stories: Iterable[Story]) -> Iterator[StoryLine]:
    """One line an article, story after story."""
    return (StoryLine(article=article, story=story.id) for story in stories for article in story.articles)


def story_label_line(story: Story) -> StoryLabelLine:
    """One story with what a reader tells it by."""
    return StoryLabelLine(
        story=story.id,
        articles=list(story.articles),
        lead=story.lead,
        label=story.label,
        first=story.first,
        last=story.last,
        follows=story.follows,
        terms=list(story.terms),
        places=list(story.places),
        voices=list(story.voices),
    )


def story_change_line(change: StoryChange) -> StoryChangeLine:
    """One change between two runs."""
    return StoryChangeLine(
        story=change.story,
        change=change.kind,
        reason=change.reason,
        into=list(change.into),
        articles=list(change.articles),
    )


def timeline_lines(rows: Iterable[TimelineRow]) -> Iterator[TimelineLine]:
    """One line for each row that is pinned to one day, in the order given.

    The contract has one date a line, so a month, a year or a journey of several days has no place here: the report
    shows those.
    """
    return (_timeline_line(row.when.earliest, row) for row in rows if row.when.earliest and _is_one_day(row.when))


_DAY_OR_FINER = frozenset({Grain.DAY, Grain.PART_OF_DAY, Grain.HOUR, Grain.MINUTE})


def _is_one_day(when: When) -> bool:
    return when.earliest == when.latest and when.grain in _DAY_OR_FINER


def _timeline_line(day: date, row: TimelineRow) -> TimelineLine:
    spans = dict.fromkeys(sentence.span for sentence in row.sentences)
    return TimelineLine(
        date=day,
        sentences=[SentenceEntry(article=s.article, start=s.start, end=s.end, text=s.quote) for s in spans],
    )


def claim_line(claim: Claim) -> ClaimLine:
    """One claim: its words, its evidence, and the four numbers."""
    numbers = claim.numbers
    return ClaimLine(
        claim=claim.id,
        text=claim.text,
        evidence=[_evidence(statement.span) for statement in claim.statements],
        slots=[_slot(slot) for statement in claim.statements for slot in statement.slots],
        voices=None if numbers.voices is None else list(numbers.voices),
        articles=len(numbers.articles),
        texts=len(numbers.texts),
        origins=len(numbers.origins),
        contested=claim.contested,
    )


def _evidence(span: Span) -> EvidenceEntry:
    return EvidenceEntry(article=span.article, start=span.start, end=span.end, quote=span.quote)


def _slot(slot: Slot) -> SlotEntry:
    span = slot.span
    value = value_text(slot.value)
    return SlotEntry(
        name=slot.name, value=value, article=span.article, start=span.start, end=span.end, quote=span.quote
    )


def value_text(value: Named | When | Quantity) -> str:
    """A slot's value in one normalised line: a name, an ISO date or interval, or a number with unit and noun.

    What is read by programs; a finding's values are worded for people where they are found.

    >>> from datetime import date
    >>> from twosource.model import Basis, Bound
    >>> value_text(Quantity(low=20, high=None, bound=Bound.AT_LEAST, noun="leader"))
    '20.. leader'
    >>> value_text(When(earliest=date(2025, 5, 7), latest=date(2025, 5, 10), grain=Grain.DAY, basis=Basis.STATED))
    '2025-05-07/2025-05-10'
    """
    if isinstance(value, Named):
        return value.name
    if isinstance(value, When):
        return _when_text(value)
    return " ".join(filter(None, ("number" if value.ordinal else "", _number_text(value), value.unit, value.noun)))


def _when_text(when: When) -> str:
    if when.earliest == when.latest and when.earliest is not None:
        return when.earliest.isoformat()
    return f"{when.earliest or '..'}/{when.latest or '..'}"


def _number_text(quantity: Quantity) -> str:
    if quantity.low == quantity.high and quantity.low is not None:
        return f"{quantity.low:.12g}"
    low, high = ("" if end is None else f"{end:.12g}" for end in (quantity.low, quantity.high))
    return f"{low}..{high}"


def finding_line(finding: Finding) -> FindingLine:
    """One finding with its two sides."""
    return FindingLine(
        reading=finding.reading,
        slot=finding.slot,
        left=_side(finding.left),
        right=_side(finding.right),
        rule=finding.rule,
        score=finding.score,
    )


def _side(side: Side) -> SideEntry:
    span = side.span
    return SideEntry(article=span.article, start=span.start, end=span.end, quote=span.quote, value=side.value)


def check_line(check: TextCheck) -> CheckLine:
    """What coverage makes of one text."""
    return CheckLine(
        text=check.text,
        answer=check.answer,
        searched=check.articles,
        parts=[_checked_part(s) for s in check.statements],
        unmeasured=[UnmeasuredEntry(gap=u.gap, what=list(u.what)) for u in check.unmeasured],
    )


def _checked_part(checked: CheckedStatement) -> CheckedPart:
    return CheckedPart(
        text=checked.text,
        answer=checked.answer,
        numbers=_counts(checked.numbers),
        against=_counts(checked.against),
        evidence_for=[_check_evidence(e) for e in checked.evidence_for],
        evidence_against=[_check_evidence(e) for e in checked.evidence_against],
        nearest=[_check_evidence(e) for e in checked.nearest],
    )


def _counts(numbers: FourNumbers) -> CheckCounts:
    return CheckCounts(
        articles=len(numbers.articles),
        texts=len(numbers.texts),
        origins=len(numbers.origins),
        voices=None if numbers.voices is None else list(numbers.voices),
    )


def _check_evidence(evidence: Evidence) -> CheckEvidenceEntry:
    span = evidence.span
    return CheckEvidenceEntry(
        article=span.article,
        start=span.start,
        end=span.end,
        quote=span.quote,
        bearing=evidence.bearing,
        value=evidence.value,
        voice=evidence.voice,
        published=evidence.reported,
        share=evidence.share,
    )
