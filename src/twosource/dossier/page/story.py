"""The whole page, composed from dossiers: what HTML, Markdown and JSON write down."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from msgspec.structs import replace

from twosource.dossier.dates import show_days, show_when
from twosource.dossier.error_rates import error_rates_of
from twosource.dossier.labels import Label, gather_places, name_articles
from twosource.dossier.page.about import spell_terms
from twosource.dossier.page.claims import compose_claims, count_numbers
from twosource.dossier.page.desk import Desk
from twosource.dossier.page.findings import compose_disputes
from twosource.dossier.page.lineage import compose_origins, compose_pairs, describe_shared_sources
from twosource.dossier.page.records import (
    AccountPage,
    ArticleEntry,
    Cited,
    Coverage,
    Dispute,
    DisputeSide,
    Earlier,
    Opposed,
    Panel,
    StoryPage,
    TimelineEntry,
)
from twosource.dossier.page.voices import compose_voices
from twosource.dossier.refusals import gather_refused
from twosource.dossier.timeline import count_times
from twosource.model import Account, Dossier, Reading, ReadingOf, TimelineRow, When


def compose_page(account: Account, dossiers: Sequence[Dossier]) -> AccountPage:
    """Everything that stands on the page, in reading order. Nothing is found here that the account does not hold."""
    labels = name_articles(account.readings, account.locators)
    places = {d.story.id: Earlier(place=at, title=d.story.label) for at, d in enumerate(dossiers, start=1)}
    stories = tuple(_compose_story(dossier, places, labels) for dossier in dossiers)
    return AccountPage(title=_title_of(stories), stories=stories, coverage=_compose_coverage(account, labels))


def _title_of(stories: Sequence[StoryPage]) -> str:
    if not stories:
        return "Nothing was read"
    return stories[0].title if len(stories) == 1 else f"{len(stories)} stories"


def _compose_story(dossier: Dossier, places: Mapping[str, Earlier], labels: Mapping[str, Label]) -> StoryPage:
    desk = Desk(dossier, labels)
    disputes = compose_disputes(dossier.findings, desk)
    return StoryPage(
        id=dossier.story.id,
        place=places[dossier.story.id].place,
        title=dossier.story.label,
        reported=show_days(dossier.story.first, dossier.story.last) if dossier.story.first else None,
        terms=spell_terms(dossier.story.terms, dossier.story.places, dossier.readings),
        scenes=dossier.story.places,
        follows=places.get(dossier.story.follows) if dossier.story.follows else None,
        numbers=count_numbers(dossier.numbers),
        texts=desk.text_groups(dossier.story.articles),
        brief=tuple(_mark_disputed(desk.cited(sentence), disputes) for sentence in dossier.brief),
        disputes=disputes,
        agreements=sum(f.reading is ReadingOf.AGREEMENT for f in dossier.findings),
        origins=compose_origins(desk),
        shared_sources=describe_shared_sources(desk),
        claims=compose_claims(dossier.claims, desk),
        timeline=_without_sayings_told([_timeline_entry(row, desk) for row in dossier.timeline]),
        times_left_out=count_times(dossier.readings, dossier.descents) - len(dossier.timeline),
        voices=compose_voices(dossier.voices, desk),
        articles=_compose_articles(desk),
        pairs=compose_pairs(desk),
        unmeasured=_unmeasured(desk),
    )


def _mark_disputed(sentence: Cited, disputes: Sequence[Dispute]) -> Cited:
    """The sentence, marked where it holds words of one side of a dispute, with what stands on the others."""
    disputed = [d for d in disputes if d.panel is Panel.DISPUTED and any(_holds(sentence, side) for side in d.sides)]
    others = (side for d in disputed for side in d.sides if not _holds(sentence, side))
    against = tuple(Opposed(shown=side.shown, origins=side.origins) for side in others)
    return replace(sentence, disputed=True, against=against) if disputed else sentence


def _holds(sentence: Cited, side: DisputeSide) -> bool:
    words = sentence.words
    return any(q.article == words.article and words.start <= q.start < words.end for q in side.quotes)


def _timeline_entry(row: TimelineRow, desk: Desk) -> TimelineEntry:
    shown = {article for s in row.sentences for article in s.articles}
    stating = shown | set(row.articles)
    days = [day for article in stating if (day := desk.reported(article))]
    return TimelineEntry(
        happened=show_when(row.when),
        earliest=row.when.earliest,
        latest=row.when.latest,
        grain=row.when.grain,
        planned=row.planned,
        said=row.said,
        reported=show_days(min(days), max(days)) if days else None,
        sentences=tuple(_stress_time(desk.cited(sentence), row.when, desk) for sentence in row.sentences),
        origins=desk.cites(sorted(stating)),
        also=desk.cites(sorted(stating - shown)),
    )


def _without_sayings_told(rows: Sequence[TimelineEntry]) -> tuple[TimelineEntry, ...]:
    """The rows without those that tell only that something was said on the day of the report, and stands elsewhere too.

    "He will come in May, the office said on Sunday", printed that Sunday, stands under May alone.
    """
    told = {_place_of(s) for row in rows if not row.said for s in row.sentences}
    return tuple(
        row
        for row in rows
        if not (row.said and row.happened == row.reported and all(_place_of(s) in told for s in row.sentences))
    )


def _place_of(sentence: Cited) -> tuple[str, int]:
    return sentence.words.article, sentence.words.start


def _stress_time(sentence: Cited, when: When, desk: Desk) -> Cited:
    """The sentence with the words that state this time stressed."""
    words = sentence.words
    times = (t for t in desk.readings[words.article].times if t.when and words.start <= t.span.start < words.end)
    same = (t for t in times if t.when and (t.when.earliest, t.when.latest) == (when.earliest, when.latest))
    return replace(sentence, stress=tuple(t.span.extent for t in same))


def _compose_articles(desk: Desk) -> tuple[ArticleEntry, ...]:
    groups = desk.text_groups(desk.dossier.story.articles)
    number = {short: place for place, group in enumerate(groups, start=1) for short in group}
    places = gather_places(desk.dossier.locators)
    return tuple(
        _article_entry(reading, desk, number.get(desk.short(reading.article.id)), places.get(reading.article.id, ()))
        for reading in desk.dossier.readings
    )


def _article_entry(reading: Reading, desk: Desk, text_group: int | None, places: Sequence[str]) -> ArticleEntry:
    article = reading.article
    return ArticleEntry(
        id=article.id,
        label=desk.short(article.id),
        outlet=article.outlet.value if article.outlet else None,
        title=article.title.value if article.title else None,
        opening=desk.opening(article.id),
        byline=article.byline.value if article.byline else None,
        published=article.published.day if article.published else None,
        published_known_by=article.published.known_by.value if article.published else None,
        url=article.url,
        locators=tuple(places),
        origin=desk.letters.get(desk.origin_of(article.id)),
        text_group=text_group,
        credits=tuple((c.agency, c.level.value, c.span.quote) for c in reading.credits),
        text=article.text,
    )


def _unmeasured(desk: Desk) -> tuple[str, ...]:
    """What could not be known of this story, each with the articles it concerns."""
    readings = desk.dossier.readings
    gaps = (
        ("no date in", [r for r in readings if r.article.published is None]),
        ("no outlet known for", [r for r in readings if r.article.outlet is None]),
        ("lineage not measured for", [r for r in readings if r.article.id not in desk.descents]),
        ("not English, so read for lineage only", [r for r in readings if r.article.language not in {None, "en"}]),
    )
    lines = [f"{words} {', '.join(desk.shorts(r.article.id for r in found))}" for words, found in gaps if found]
    if desk.dossier.numbers.voices is None:
        lines.append("voices")
    return tuple(lines)


def _compose_coverage(account: Account, labels: Mapping[str, Label]) -> Coverage:
    places = gather_places(account.locators)
    repeated = {labels[a].short: at for a, at in places.items() if len(at) > 1 and a in labels}
    return Coverage(
        articles=len(account.readings),
        inputs=len(account.locators),
        repeated=tuple(sorted(repeated.items())),
        rejected=gather_refused(account.rejected),
        not_read=len(account.rejected),
        run=account.run.id,
        version=account.run.version,
        options=account.run.options,
        inputs_digest=account.run.inputs,
        stages=account.run.stages,
        with_model=account.run.with_model,
        error_rates=error_rates_of(with_model=account.run.with_model),
    )
