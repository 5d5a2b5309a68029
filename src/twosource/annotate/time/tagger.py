"""The tagger: text in, time mentions out."""

from __future__ import annotations

import re
from datetime import date

from twosource.annotate.time.algebra import Vague
from twosource.annotate.time.chronicle import is_chronicle
from twosource.annotate.time.confidence import confidence_of
from twosource.annotate.time.grow import grow
from twosource.annotate.time.interval import tie_ranges
from twosource.annotate.time.join import join_clocks
from twosource.annotate.time.meaning import find_meaning
from twosource.annotate.time.place import Place
from twosource.annotate.time.scan import Scan, scan
from twosource.annotate.time.seeds import Seed, drop_overlaps, find_seeds
from twosource.annotate.time.story import Story
from twosource.model import Reading, Span, TimeMention

# "412-263-1878", "(412) 263-1878", "1-800-555-1999", "263-1950": four figures at the end that are no year.
_PHONE = re.compile(r"(?<![\d-])(?:1[-. ])?(?:\(\d{3}\) ?|\d{3}[-.])?\d{3}[-.](?P<line>\d{4})(?![\d-])")


def annotate_time(reading: Reading) -> tuple[TimeMention, ...]:
    """Every time expression of an article, furniture and all; relative ones against its day of publication.

    Without a day of publication a relative expression keeps its TIMEX3 value with X for what is not known, and no
    interval: the day somebody runs the program is never used.
    """
    article = reading.article
    day = article.published.day if article.published else None
    return find_times(article.text, published=day, article=article.id)


def find_times(text: str, *, published: date | None, article: str = "") -> tuple[TimeMention, ...]:
    """Every time expression of `text` in order, not overlapping; never raises, whatever the text.

    >>> for m in find_times("Talks failed on Saturday; they met in July 2024.", published=date(2025, 5, 4)):
    ...     print(m.span.quote, m.type, m.value)
    Saturday DATE 2025-05-03
    July 2024 DATE 2024-07
    """
    tokens = scan(text)
    lines = {match.start("line") for match in _PHONE.finditer(text)}
    grown = [grow(tokens, seed) for seed in find_seeds(tokens) if tokens.starts[seed.start] not in lines]
    seeds = join_clocks(tokens, drop_overlaps(grown))
    story = Story(published, is_chronicle(seeds, published))
    if story.chronicle:
        seeds = [seed for seed in seeds if seed.expression is not Vague.FUTURE]
    mentions = _read_in_order(tokens, seeds, story, article)
    return tuple(tie_ranges(tokens, seeds, mentions))


def _read_in_order(tokens: Scan, seeds: list[Seed], story: Story, article: str) -> list[TimeMention]:
    """The mentions, one after the other: what each tells is what the next may count from."""
    return [_mention(Place(tokens, seed, story, tuple(seeds[i : i + 2])), article) for i, seed in enumerate(seeds, 1)]


def _mention(place: Place, article: str) -> TimeMention:
    tokens, seed = place.scan, place.seed
    start, end = tokens.starts[seed.start], tokens.ends[seed.end - 1]
    span = Span(article=article, start=start, end=end, quote=tokens.text[start:end])
    meaning = find_meaning(place, span)
    return TimeMention(
        span=span,
        type=meaning.type,
        value=meaning.value,
        rule=seed.rule,
        when=meaning.when,
        mod=seed.mod.value if seed.mod else None,
        freq=meaning.freq,
        quant=meaning.quant,
        confidence=confidence_of(seed.rule),
    )
