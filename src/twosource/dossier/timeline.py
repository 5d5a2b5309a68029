"""What happened when, on two clocks: when it happened, and when it was reported."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from msgspec.structs import replace

from twosource.dossier.sameness import overlap
from twosource.dossier.sentences import Sentence, find_sentences, sentence_at
from twosource.model import (
    Basis,
    CitedSentence,
    Descent,
    Grain,
    Reading,
    Record,
    Role,
    TimelineRow,
    TimeMention,
    TimexType,
    When,
)


class CountBy(StrEnum):
    """What counts as one mention of a day: the unit that ranks the dates."""

    ARTICLES = "articles"
    TEXTS = "texts"
    ORIGINS = "origins"


class TimelineOptions(Record, frozen=True, kw_only=True):
    """How long a timeline is, and what ranks its dates."""

    dates: int | None = None
    """Rows to keep, the highest ranked; None keeps at most `max_rows`."""
    max_rows: int = 24  # a page of the dossier; beyond it single mentions of background years crowd the account out
    sentences_per_date: int = 2  # two wordings show agreement at a glance; more hides the row below
    count_by: CountBy = CountBy.ORIGINS
    same_origin_overlap: float = 0.45  # rewrites in the demonstration corpus share .45-.9 of content words a sentence
    same_fact_overlap: float = 0.7  # independent wordings of one fact there share .3-.6: they stay apart


@dataclass(frozen=True, kw_only=True)
class _Mention:
    """One sentence that mentions one time."""

    when: When
    sentence: Sentence
    article: str
    text: str
    origin: str
    reported: date | None

    @property
    def rank(self) -> tuple[bool, date, int, str]:
        """Captions last, then the earliest report, then the earliest place."""
        return (self.sentence.role is Role.CAPTION, self.reported or date.max, self.sentence.place, self.article)


Key = tuple[date | None, date | None, Grain]

_DAYLIKE = frozenset({Grain.MINUTE, Grain.HOUR, Grain.PART_OF_DAY, Grain.DAY})
_TELLING = frozenset({TimexType.DATE, TimexType.TIME})


def build_timeline(
    readings: Sequence[Reading], descents: Sequence[Descent], *, options: TimelineOptions | None = None
) -> tuple[TimelineRow, ...]:
    """The times that the articles speak of, in order, each with its grain and the sentences that say so.

    Policy: a time is in the timeline because words of an article state it. The day of publication is never taken for
    the day of an event; it is the second clock, `reported`, of each sentence. Times are ranked by how many independent
    origins mention them, so that a text printed twenty times counts once. Sets ("every Monday"), durations and vague
    references are no rows. An interval is one row. A time that everybody reported before it came is `planned`.
    """
    chosen = options or TimelineOptions()
    groups: dict[Key, list[_Mention]] = defaultdict(list)
    descent_of = {d.article: d for d in descents}
    for reading in readings:
        for mention in _mentions_of(reading, descent_of.get(reading.article.id)):
            groups[_key_of(mention.when)].append(mention)
    kept = _choose_keys(groups, chosen)
    return tuple(_row_of(groups[key], chosen) for key in sorted(kept, key=_place_of))


def _key_of(when: When) -> Key:
    return (when.earliest, when.latest, Grain.DAY if when.grain in _DAYLIKE else when.grain)


def _place_of(key: Key) -> tuple[date, bool, date, str]:
    """Order on the page: by beginning; what is open at the end, or longer, comes first."""
    first, last, grain = key
    return (first or last or date.min, first is not None, _backwards(last), grain.value)


def _backwards(day: date | None) -> date:
    return date.fromordinal(date.max.toordinal() - (day or date.max).toordinal() + 1)


def _mentions_of(reading: Reading, descent: Descent | None) -> Iterable[_Mention]:
    sentences = find_sentences(reading)
    article = reading.article
    for time in reading.times:
        when = _telling_when(time)
        sentence = sentence_at(sentences, time.span.start)
        if when is None or sentence is None or _only_labels(time, sentence):
            continue
        yield _Mention(
            when=when,
            sentence=sentence,
            article=article.id,
            text=descent.text if descent else article.id,
            origin=descent.origin if descent else article.id,
            reported=article.published.day if article.published else None,
        )


def _telling_when(time: TimeMention) -> When | None:
    """The interval of a mention that can stand in a timeline."""
    when = time.when
    if when is None or time.type not in _TELLING or when.basis is Basis.PUBLISHED:
        return None
    if (when.earliest is None and when.latest is None) or time.value.endswith("_REF"):
        return None
    return when


_LABEL_MAX_EXTRA_WORDS = 3  # "May 04, 2025 08:41 PM IST", "Author, 8 May 2025": a stamp, nothing happened


def _only_labels(time: TimeMention, sentence: Sentence) -> bool:
    """Whether the sentence is hardly more than the time itself: a stamp, not a statement."""
    rest = sentence.length_words - len(time.span.quote.split())
    return rest <= _LABEL_MAX_EXTRA_WORDS


def _choose_keys(groups: Mapping[Key, Sequence[_Mention]], options: TimelineOptions) -> list[Key]:
    """The keys that stand, by how many independent units mention them; ties go to the earlier place in an article."""
    wanted = options.max_rows if options.dates is None else options.dates
    ranked = sorted(groups, key=lambda key: (*_weight_of(groups[key], options), _place_of(key)))
    return ranked[:wanted]


def _weight_of(mentions: Sequence[_Mention], options: TimelineOptions) -> tuple[int, int, int]:
    units = {_unit_of(m, options.count_by) for m in mentions}
    sayings = {(_unit_of(m, options.count_by), m.sentence.span.quote) for m in mentions}
    return (-len(units), -len(sayings), min(m.sentence.place for m in mentions))


def _unit_of(mention: _Mention, count_by: CountBy) -> str:
    if count_by is CountBy.ARTICLES:
        return mention.article
    return mention.text if count_by is CountBy.TEXTS else mention.origin


def _row_of(mentions: Sequence[_Mention], options: TimelineOptions) -> TimelineRow:
    groups = _group_sayings(sorted(mentions, key=lambda m: m.rank), options)
    groups.sort(key=lambda group: (-len({m.origin for m in group}), group[0].rank))
    first, last, grain = _key_of(mentions[0].when)
    when = min((m.when for m in mentions), key=lambda w: (w.basis is not Basis.STATED, str(w)))
    return TimelineRow(
        when=replace(when, earliest=first, latest=last, grain=grain, clock=None),
        sentences=tuple(_cite(group) for group in groups[: options.sentences_per_date]),
        origins=tuple(sorted({m.origin for m in mentions})),
        planned=_is_planned(mentions, first),
    )


def _group_sayings(ranked: Sequence[_Mention], options: TimelineOptions) -> list[list[_Mention]]:
    """Mentions that say one thing, gathered under the first of them; within one origin less likeness is needed."""
    groups: list[list[_Mention]] = []
    for mention in ranked:
        home = next((group for group in groups if _says_the_same(group[0], mention, options)), None)
        if home is None:
            groups.append([mention])
        else:
            home.append(mention)
    return groups


def _says_the_same(a: _Mention, b: _Mention, options: TimelineOptions) -> bool:
    needed = options.same_origin_overlap if a.origin == b.origin else options.same_fact_overlap
    return a.sentence.span == b.sentence.span or overlap(a.sentence.content, b.sentence.content) >= needed


def _cite(group: Sequence[_Mention]) -> CitedSentence:
    return CitedSentence(
        span=group[0].sentence.span,
        origins=tuple(sorted({m.origin for m in group})),
        articles=tuple(sorted({m.article for m in group})),
        reported=min((m.reported for m in group if m.reported), default=None),
    )


def _is_planned(mentions: Sequence[_Mention], first: date | None) -> bool:
    """Whether everybody whose day of publication is known wrote before it began; nobody dated says nothing."""
    reported = [m.reported for m in mentions if m.reported]
    return bool(reported) and first is not None and max(reported) < first
