"""Sentences on the calendar: which time each one tells of, and how that is known."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import IntEnum

from msgspec import structs

from twosource.dossier.sentences import Sentence, find_sentences, sentence_at
from twosource.model import Attribution, Basis, Descent, Grain, Reading, Role, Span, TimeMention, TimexType, When

Key = tuple[date | None, date | None, Grain]
"""What makes two times one row: both ends and the grain, hours and minutes taken as their day."""

_DAYLIKE = frozenset({Grain.MINUTE, Grain.HOUR, Grain.PART_OF_DAY, Grain.DAY})
_WITHIN_A_DAY = _DAYLIKE - {Grain.DAY}
_TELLING = frozenset({TimexType.DATE, TimexType.TIME})
_LABEL_MAX_EXTRA_WORDS = 3  # "May 04, 2025 08:41 PM IST", "Author, 8 May 2025": a stamp, nothing happened
_NO_PARTICULAR = re.compile(r"the\s(?:day|week|month|season|year|decade|century)$", re.IGNORECASE)
"""\"Player of the Year", "at this time of the year": the kind of time, not one of them."""
_FROM_THE_FILES = re.compile(
    r"^\W{0,2}(?-i:FILE)\b|\b(?:file|archive) (?:photo(?:graph)?|image|picture|pic)\b", re.IGNORECASE
)
_SAYING_WORDS = 6  # "said in a statement in Oslo on Sunday", the longest seen while this was written
_DAY_OF_WEEK = r"(?:mon|tues|wednes|thurs|fri|satur|sun)day"
_WEEKDAY = re.compile(rf"\b{_DAY_OF_WEEK}\b|\b(?:today|yesterday|tomorrow)\b", re.IGNORECASE)
_INHERIT_SENTENCES = 2  # timeline17: AR-1 .111 with none, .115 with one to three; more carries a day too far
_OPENING_SENTENCES = 5  # what news-tls reads of a report too; beyond it background begins
_REPORTED_DAYS = 2  # reports of the day and of the next: AR-1 .125 against .115 without; a third day adds nothing


class Told(IntEnum):
    """How it is known that a sentence tells of a time; the surer, the smaller."""

    STATED = 1
    """Its own words state the time."""
    INHERITED = 2
    """The sentence before it does, and it states none."""
    REPORTED = 3
    """It opens a report published on that day or the next, and states no time."""


@dataclass(frozen=True, kw_only=True)
class Moment:
    """One sentence that tells of one time."""

    when: When
    sentence: Sentence
    article: str
    text: str
    origin: str
    reported: date | None
    told: Told
    words: str
    """The words that state the time, empty where none do."""
    saying: bool = False
    """The words of the time stand beside a verb of speech and outside what is said: it is the time of the saying."""

    @property
    def key(self) -> Key:
        """The row it belongs to; an hour, or "by noon", belongs to its day."""
        first, last, grain = self.when.earliest, self.when.latest, self.when.grain
        if grain in _WITHIN_A_DAY:
            first, last = first or last, last or first
        return (first, last, Grain.DAY if grain in _DAYLIKE else grain)

    @property
    def rank(self) -> tuple[int, bool, date, int, str]:
        """Stated first, captions last, then the earliest report, then the earliest place."""
        caption = self.sentence.role is Role.CAPTION
        return (self.told, caption, self.reported or date.max, self.sentence.place, self.article)


def is_one_day(key: Key) -> bool:
    """Whether a key is a single day.

    >>> is_one_day((date(2025, 5, 9), date(2025, 5, 9), Grain.DAY))
    True
    """
    return key[0] is not None and key[0] == key[1] and key[2] is Grain.DAY


def find_moments(reading: Reading, descent: Descent | None, *, reach: Told = Told.STATED) -> Iterator[Moment]:
    """The sentences of an article with the times they tell of, in order, as far as `reach` allows.

    Policy: clause and sentence first, then the time inherited from the sentence before, then the day of the report;
    which of them it was stays with the moment. Sets, durations, vague references and bare stamps tell nothing.
    """
    sentences = find_sentences(reading)
    stated = _stated_times(reading, sentences)
    told = [(time, s, Told.STATED) for s in sentences for time in stated[s.place]]
    if reach >= Told.INHERITED:
        told += [(_Time(when=when), s, Told.INHERITED) for when, s in _inherited(sentences, stated)]
    if reach >= Told.REPORTED:
        told += [(_Time(when=when), s, Told.REPORTED) for when, s in _reported(reading, sentences, stated)]
    article = reading.article
    for time, sentence, how in told:
        yield Moment(
            when=time.when,
            sentence=sentence,
            article=article.id,
            text=descent.text if descent else article.id,
            origin=descent.origin if descent else article.id,
            reported=article.published.day if article.published else None,
            told=how,
            words=time.words,
            saying=time.saying,
        )


@dataclass(frozen=True, kw_only=True)
class _Time:
    """A telling time, and the words inside a sentence that state it, if any do."""

    when: When
    words: str = ""
    saying: bool = False


_Stated = dict[int, list[_Time]]


def _stated_times(reading: Reading, sentences: tuple[Sentence, ...]) -> _Stated:
    """The telling times of each sentence by its place; the day of a picture from the files is none of the story."""
    stated: _Stated = defaultdict(list)
    for time in reading.times:
        when = _telling_when(time)
        if reading.article.published is None and _hangs_in_the_air(time):
            continue
        sentence = sentence_at(sentences, time.span.start)
        if when is None or sentence is None or _FROM_THE_FILES.search(sentence.span.quote):
            continue
        if not _only_labels(time, sentence):
            saying = _is_of_saying(time, sentence, reading.attributions)
            stated[sentence.place].append(_Time(when=when, words=time.span.quote, saying=saying))
    return stated


def _is_of_saying(time: TimeMention, sentence: Sentence, attributions: Iterable[Attribution]) -> bool:
    """Whether the sentence tells that somebody spoke, and the day stands beside the verb, outside what was said."""
    if time.when is None or not _is_day(time.when):
        return False
    here = [a for a in attributions if any(_within(cue, sentence.span) for cue in a.cue)]
    if any(_within(time.span, content) for a in here for content in a.content):
        return False
    return any(_stand_together(time.span, cue, sentence.span) for a in here for cue in a.cue)


def _stand_together(time: Span, cue: Span, sentence: Span) -> bool:
    """Whether only a few words, and after the verb no comma, part the day from the verb."""
    first, second = sorted((time, cue), key=lambda span: span.start)
    between = sentence.quote[first.end - sentence.start : second.start - sentence.start]
    return len(between.split()) <= _SAYING_WORDS and (first is time or "," not in between)


def _within(inner: Span, outer: Span) -> bool:
    return outer.start <= inner.start and inner.end <= outer.end


def _telling_when(time: TimeMention) -> When | None:
    """The interval of a mention that can stand in a timeline."""
    when = time.when
    if when is None or time.type not in _TELLING or when.basis is Basis.PUBLISHED:
        return None
    if (when.earliest is None and when.latest is None) or time.value.endswith("_REF"):
        return None
    if _NO_PARTICULAR.match(time.span.quote):
        return None
    return when


def _hangs_in_the_air(time: TimeMention) -> bool:
    """Whether only the day of publication could say which day is meant: "on Thursday" in an article without a date."""
    return time.when is not None and time.when.basis is Basis.RELATIVE and bool(_WEEKDAY.search(time.span.quote))


def _only_labels(time: TimeMention, sentence: Sentence) -> bool:
    """Whether the sentence is hardly more than the time itself: a stamp, not a statement."""
    return sentence.length_words - len(time.span.quote.split()) <= _LABEL_MAX_EXTRA_WORDS


def _inherited(sentences: tuple[Sentence, ...], stated: _Stated) -> Iterator[tuple[When, Sentence]]:
    """Sentences without a time that follow closely on one that states exactly one day."""
    current: When | None = None
    since = 0
    for sentence in sentences:
        times = stated.get(sentence.place)
        if times:
            current, since = (times[0].when if len(times) == 1 and _is_day(times[0].when) else None), 0
            continue
        since += 1
        if current is not None and since <= _INHERIT_SENTENCES:
            yield current, sentence


def _is_day(when: When) -> bool:
    return when.grain in _DAYLIKE and when.earliest == when.latest


def _reported(reading: Reading, sentences: tuple[Sentence, ...], stated: _Stated) -> Iterator[tuple[When, Sentence]]:
    """Opening sentences without a time, for the day of publication and the day before."""
    published = reading.article.published
    if published is None:
        return
    for back in range(_REPORTED_DAYS):
        day = published.day - timedelta(days=back)
        when = When(earliest=day, latest=day, grain=Grain.DAY, basis=Basis.PUBLISHED)
        yield from ((when, s) for s in sentences[:_OPENING_SENTENCES] if not stated.get(s.place))


def settle_copies(moments: Iterable[Moment]) -> list[Moment]:
    """The moments, with one sentence of one text telling of one time however late a copy of it was printed.

    "On Tuesday" in a text that another outlet prints a week later is still the first Tuesday: the same words in the
    same sentence of the same text take their time from the copy that was published first.
    """
    found = list(moments)
    first: dict[tuple[str, frozenset[str], str], Moment] = {}
    for moment in sorted(found, key=lambda m: (m.reported or date.max, m.article)):
        first.setdefault((moment.text, moment.sentence.content, moment.words), moment)
    return [
        replace(m, when=first[m.text, m.sentence.content, m.words].when) if m.told is Told.STATED else m for m in found
    ]


def settle_tomorrows(moments: Sequence[Moment]) -> list[Moment]:
    """The moments, with a bare weekday on the day after its report where another origin puts the story there.

    A report stamped on Thursday evening tells of "Friday's test" where it is Friday already. By itself "Friday" is six
    days back; where another origin tells of the next day, and none of the day six days back, the next day is meant.
    """
    origins: dict[date | None, set[str]] = defaultdict(set)
    for moment in moments:
        if is_one_day(moment.key) and _tomorrow(moment) is None:
            origins[moment.when.earliest].add(moment.origin)
    return [_on_the_next_day(moment, origins) for moment in moments]


_BARE_WEEKDAY = re.compile(rf"{_DAY_OF_WEEK}(?:['’]s)?(?: (?:morning|afternoon|evening|night))?")
_WEEK = timedelta(days=7)


def _tomorrow(moment: Moment) -> date | None:
    """The day after the report, where a bare weekday of that name was put a week before it; None otherwise."""
    bare = moment.when.basis is Basis.RELATIVE and _BARE_WEEKDAY.fullmatch(moment.words.lower())
    if not bare or moment.reported is None or not is_one_day(moment.key):
        return None
    tomorrow = moment.reported + timedelta(days=1)
    return tomorrow if moment.when.earliest == tomorrow - _WEEK else None


def _on_the_next_day(moment: Moment, origins: Mapping[date | None, set[str]]) -> Moment:
    """The moment on the day after its report where another origin tells of that day, and none of the other."""
    day, own = _tomorrow(moment), {moment.origin}
    if day is None or not origins[day] - own or origins[moment.when.earliest] - own:
        return moment
    return replace(moment, when=structs.replace(moment.when, earliest=day, latest=day))
