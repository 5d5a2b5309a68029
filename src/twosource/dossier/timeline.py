"""What happened when, on two clocks: when it happened, and when it was reported."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date
from enum import StrEnum

from msgspec.structs import replace

from twosource.dossier.central import Centrality, choose_central
from twosource.dossier.moments import Key, Moment, Told, find_moments, is_one_day, settle_copies, settle_tomorrows
from twosource.dossier.sameness import REWRITE_OVERLAP, overlap
from twosource.model import Basis, CitedSentence, Descent, Reading, Record, Role, TimelineRow


class CountBy(StrEnum):
    """What counts as one mention of a day: the unit that ranks the dates."""

    ARTICLES = "articles"
    TEXTS = "texts"
    ORIGINS = "origins"


class TimelineOptions(Record, frozen=True, kw_only=True):
    """How long a timeline is, what ranks its dates, and which sentences may stand in it."""

    dates: int | None = None
    """Rows to keep, the highest ranked; None lets content set the length by `least_share`."""
    least_share: float = 0.2
    """Without a number, leave out rows lighter than this share of the heaviest, so that content sets the length; 0
    keeps all that fit a page. .2 comes nearest to the lengths of gold timelines."""
    least_rows: int = 12
    """Rows that stay however light, so that a short account loses nothing."""
    max_rows: int = 24  # a page of the dossier; beyond it single mentions of background years crowd the account out
    sentences_per_date: int = 2  # two wordings show agreement at a glance; more hides the row below
    count_by: CountBy = CountBy.ORIGINS  # timeline17 date F1: articles .576, texts .579, origins .588
    reach: Told = Told.STATED  # the dossier shows only what words state; AR-1 on timeline17 .111 so, .128 reported
    live_weight: float = 0.001
    """What a mention weighs that announces a day or reports on it live, where looking back weighs 1. Editors keep what
    later reports come back to: timeline17 date F1 .566 at 1, .581 at .3, .589 here. The dossier sets 1, because a page
    must not lose what is planned."""
    days_only: bool = False
    """Leave out months, years and intervals."""
    first: date | None = None
    """Leave out what begins before this day."""
    last: date | None = None
    """Leave out what ends after this day."""
    same_origin_overlap: float = REWRITE_OVERLAP
    same_fact_overlap: float = 0.7  # a choice: the closest sentences of independent reports share .2-.8 there


def build_timeline(
    readings: Sequence[Reading], descents: Sequence[Descent], *, options: TimelineOptions | None = None
) -> tuple[TimelineRow, ...]:
    """The times that the articles speak of, in order, each with its grain and the sentences that say so.

    Policy: a time is in the timeline because words of an article state it. The day of publication is never silently
    taken for the day of an event; it is the second clock, `reported`, of each sentence. Times are ranked by how many
    independent origins mention them, and on how many days, so that a text printed twenty times counts once. Sets
    ("every Monday"), durations and vague references are no rows. An interval is one row. A time that everybody reported
    before it came is `planned`.
    """
    chosen = options or TimelineOptions()
    groups = _gather(readings, descents, chosen.reach)
    stated = {key: s for key, group in groups.items() if (s := [m for m in group if m.told is Told.STATED])}
    centrality = Centrality(m.sentence for key in sorted(stated, key=_place_of) for m in stated[key])
    kept = sorted(_choose_keys(stated, chosen), key=_place_of)
    return tuple(_row_of(stated[key], groups[key], centrality, chosen) for key in kept)


def count_times(readings: Sequence[Reading], descents: Sequence[Descent]) -> int:
    """How many times the articles state, whether a timeline shows them or not."""
    return len(_gather(readings, descents, Told.STATED))


def _gather(readings: Sequence[Reading], descents: Sequence[Descent], reach: Told) -> dict[Key, list[Moment]]:
    """The sentences that tell of each time."""
    descent_of = {d.article: d for d in descents}
    groups: dict[Key, list[Moment]] = defaultdict(list)
    ordered = sorted(readings, key=lambda r: r.article.id)
    found = (m for r in ordered for m in find_moments(r, descent_of.get(r.article.id), reach=reach))
    for moment in settle_tomorrows(settle_copies(found)):
        groups[moment.key].append(moment)
    return groups


def _place_of(key: Key) -> tuple[date, bool, date, str]:
    """Order on the page: by beginning; what is open at the end, or longer, comes first."""
    first, last, grain = key
    return (first or last or date.min, first is not None, _backwards(last), grain.value)


def _backwards(day: date | None) -> date:
    return date.fromordinal(date.max.toordinal() - (day or date.max).toordinal() + 1)


def _choose_keys(stated: Mapping[Key, Sequence[Moment]], options: TimelineOptions) -> list[Key]:
    """The keys that stand, by how many independent units mention them; ties go to the earlier place in an article."""
    weights = {key: _weight_of(stated[key], options) for key in stated if _is_allowed(key, options)}
    ranked = sorted(weights, key=lambda key: (*weights[key], _place_of(key)))
    if options.dates is not None:
        return ranked[: options.dates]
    heaviest = min((weight[0] for weight in weights.values()), default=0.0)
    heavy = sum(weight[0] <= options.least_share * heaviest for weight in weights.values())
    return ranked[: min(max(heavy, options.least_rows), options.max_rows)]


def _is_allowed(key: Key, options: TimelineOptions) -> bool:
    first, last, _ = key
    if options.days_only and not is_one_day(key):
        return False
    early = options.first is not None and (first is None or first < options.first)
    late = options.last is not None and (last is None or last > options.last)
    return not early and not late


def _weight_of(moments: Sequence[Moment], options: TimelineOptions) -> tuple[float, int, int]:
    """An origin counts once for each day it speaks on; looking back tells more than announcing or reporting live."""
    units: dict[tuple[str, date | None], float] = {}
    for moment in moments:
        last = moment.when.latest
        back = moment.reported is None or (last is not None and moment.reported > last)
        unit = (_unit_of(moment, options.count_by), moment.reported)
        units[unit] = max(units.get(unit, 0.0), 1.0 if back else options.live_weight)
    sayings = {(m.origin, m.sentence.span.quote) for m in moments}
    return (-round(sum(units.values()), 6), -len(sayings), min(m.sentence.place for m in moments))


def _unit_of(moment: Moment, count_by: CountBy) -> str:
    if count_by is CountBy.ARTICLES:
        return moment.article
    return moment.text if count_by is CountBy.TEXTS else moment.origin


def _row_of(
    stated: Sequence[Moment], told: Sequence[Moment], centrality: Centrality, options: TimelineOptions
) -> TimelineRow:
    first, last, grain = stated[0].key
    when = min((m.when for m in stated), key=lambda w: (w.basis is not Basis.STATED, str(w)))
    return TimelineRow(
        when=replace(when, earliest=first, latest=last, grain=grain, clock=None),
        sentences=tuple(_cite(group) for group in _choose_sayings(told, centrality, options)),
        origins=tuple(sorted({m.origin for m in stated})),
        planned=_is_planned(stated, first or last),
        said=all(m.saying for m in stated),
        articles=tuple(sorted({m.article for m in stated})),
    )


def _choose_sayings(told: Sequence[Moment], centrality: Centrality, options: TimelineOptions) -> list[list[Moment]]:
    """The sentences that stand for the row, each at the head of everything that says the same."""
    ranked = sorted(told, key=lambda m: m.rank)
    fit = [m for m in ranked if _MIN_WORDS <= m.sentence.length_words <= _MAX_WORDS] or ranked
    middle = centrality.middle((m.sentence, _sentence_weight(m)) for m in fit)
    vectors = {m.sentence.span: centrality.vector(m.sentence) for m in fit}
    bonuses = {m.sentence.span: _bonus(m, centrality) for m in fit}
    apart = len({m.origin for m in fit}) >= options.sentences_per_date
    heads = choose_central(
        fit,
        options.sentences_per_date,
        vector_of=lambda m: vectors[m.sentence.span],
        middle=middle,
        bonus_of=lambda m: bonuses[m.sentence.span],
        same=lambda a, b: (apart and a.origin == b.origin) or _says_the_same(a, b, options),
    )
    return [sorted((m for m in ranked if _says_the_same(h, m, options)), key=lambda m: m is not h) for h in heads]


_MIN_WORDS = 5
_MAX_WORDS = 60  # timeline17: AR-1 .097 with all, .098 with 40; longer ones are lists
_QUOTE_PENALTY = 0.8  # a quotation tells what was said of the day, not what happened: AR-1 .113 to .115
_CAPTION_PENALTY = 0.5  # a caption is dated by its photographer, not by the story
_TOPIC_BONUS = 2.0  # AR-1 .1255 at 1, .1280 at 2


def _sentence_weight(moment: Moment) -> float:
    """Later reports weigh double in the middle of a day: AR-1 .113 to .123 on timeline17, no more at four times."""
    last = moment.when.latest
    return 2.0 if moment.reported is not None and last is not None and moment.reported > last else 1.0


def _bonus(moment: Moment, centrality: Centrality) -> float:
    bonus = 1.0 + _TOPIC_BONUS * centrality.topicality(moment.sentence)
    if moment.sentence.role is Role.CAPTION:
        bonus *= _CAPTION_PENALTY
    words = moment.sentence.span.quote
    return bonus * _QUOTE_PENALTY if any(mark in words for mark in ('"', "“", "``", "''")) else bonus


def _says_the_same(a: Moment, b: Moment, options: TimelineOptions) -> bool:
    needed = options.same_origin_overlap if a.origin == b.origin else options.same_fact_overlap
    return a.sentence.span == b.sentence.span or overlap(a.sentence.content, b.sentence.content) >= needed


def _cite(group: Sequence[Moment]) -> CitedSentence:
    return CitedSentence(
        span=group[0].sentence.span,
        origins=tuple(sorted({m.origin for m in group})),
        articles=tuple(sorted({m.article for m in group})),
        reported=min((m.reported for m in group if m.reported), default=None),
    )


def _is_planned(moments: Sequence[Moment], first: date | None) -> bool:
    """Whether everybody whose day of publication is known wrote before it began; nobody dated says nothing."""
    reported = [m.reported for m in moments if m.reported]
    return bool(reported) and first is not None and max(reported) < first
