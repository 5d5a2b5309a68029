"""Which day each sentence is dated to, and whether it happened then or was only reported then.

A table: each text has its sentences on lines of their own, behind the day that something happened, how that is
known (`stated` by its own words, `inherited` from the sentence before, `-` where nothing dates it), and the day of
the report.
"""

from __future__ import annotations

from datetime import date

import pytest

from twosource.annotate.attribution import annotate_attribution
from twosource.annotate.time import find_times
from twosource.dossier import Told, build_timeline
from twosource.dossier.moments import find_moments
from twosource.model import Article, KnownBy, Published, Reading

TEXTS = [
    """
    2025-05-02 stated    2025-05-08 | The dam at Orrin broke on May 2, 2025, after a week of rain.
    2025-05-02 inherited 2025-05-08 | Water stood in the market.
    2025-05-02 inherited 2025-05-08 | The school was cleared.
    -          -         2025-05-08 | Nobody has said who pays.
    2025-05-06 stated    2025-05-08 | The army came on Tuesday.
    """,
    """
    2025-05-05 stated    2025-05-08 | Police arrested two men on Monday, the court said.
    2025-05-05 inherited 2025-05-08 | Both deny the theft.
    2019-03-01 stated    2025-05-08 | The shop was last robbed in March 2019.
    -          -         2025-05-08 | Its owner has moved since.
    """,
    """
    2025-05-02 stated    2025-05-08 | The dam broke on May 2, 2025.
    2025-05-04 stated    2025-05-08 | Two days later the army came to the valley.
    2025-05-05 stated    2025-05-08 | The next day it rained again in the hills.
    """,
    """
    2024-05-01 stated    2025-05-08 | The two met in Beijing in May 2024.
    2024-10-01 stated    2025-05-08 | The president returned the visit in October that year.
    -          -         2025-05-08 | Trade has grown.
    """,
    """
    -          -         -          | The bridge was closed on Thursday, officials said.
    2024-06-03 stated    -          | It was opened on June 3, 2024.
    2024-06-03 inherited -          | A band played.
    """,
    """
    -          -         2025-05-08 | Trade between the two has grown.
    -          -         2025-05-08 | She was named player of the year.
    """,
]


def parse(drawn: str) -> tuple[Reading, list[tuple[str, str, str]]]:
    """The article, and the expected day, way of knowing and day of the report of each sentence."""
    lines = [line.strip().split(" | ") for line in drawn.strip().splitlines()]
    expected = [tuple(head.split()) for head, _ in lines]
    day = None if expected[0][2] == "-" else date.fromisoformat(expected[0][2])
    known = Published(day=day, known_by=KnownBy.FIELD) if day else None
    article = Article(id="a", raw="r", text=" ".join(sentence for _, sentence in lines), published=known)
    times = find_times(article.text, published=day, article="a")
    return Reading(article=article, times=times), [(happened, how, reported) for happened, how, reported in expected]


def date_sentences(reading: Reading, count: int) -> list[tuple[str, str, str]]:
    """Each sentence with the day it is dated to, at most one here."""
    moments = {m.sentence.place: m for m in find_moments(reading, None, reach=Told.INHERITED)}
    published = reading.article.published
    reported = published.day.isoformat() if published else "-"
    dated = [moments.get(place) for place in range(count)]
    return [
        (m.when.earliest.isoformat(), m.told.name.lower(), reported) if m and m.when.earliest else ("-", "-", reported)
        for m in dated
    ]


@pytest.mark.parametrize("drawn", TEXTS, ids=["chain", "month", "offsets", "that year", "no date", "nothing"])
def test_each_sentence_has_the_day_it_happened_and_the_day_it_was_reported(drawn: str) -> None:
    reading, expected = parse(drawn)
    assert date_sentences(reading, len(expected)) == expected


@pytest.mark.parametrize("drawn", TEXTS, ids=["chain", "month", "offsets", "that year", "no date", "nothing"])
def test_no_row_of_the_dossier_stands_on_the_day_of_publication_alone(drawn: str) -> None:
    reading, expected = parse(drawn)
    rows = build_timeline([reading], [])
    stated = {happened for happened, how, _ in expected if how == "stated"}
    assert {row.when.earliest.isoformat() for row in rows if row.when.earliest} == stated


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("The treaty will be signed soon, the ministry said on Wednesday.", True),
        ("The ministry said that the treaty was signed on Wednesday.", False),
        ('"It shook," said Agnes Loweth, who has lived there since 1974.', False),
        ("The bridge fell into the river on Wednesday.", False),
    ],
)
def test_the_day_of_a_saying_is_told_from_the_day_of_an_event(text: str, said: bool) -> None:
    published = date(2025, 5, 8)
    article = Article(id="a", raw="r", text=text, published=Published(day=published, known_by=KnownBy.FIELD))
    bare = Reading(article=article, times=find_times(text, published=published, article="a"))
    reading = Reading(article=article, times=bare.times, attributions=annotate_attribution(bare))
    [row] = build_timeline([reading], [])
    assert row.said is said
