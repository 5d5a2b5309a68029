"""What stands on the page: one set of records that HTML, Markdown and JSON all write down, in one order."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from twosource.dossier.error_rates import ErrorRate
from twosource.dossier.refusals import Gathered
from twosource.dossier.wording import count_of, excerpt, explain_rule
from twosource.model import QUOTED_TWO_WAYS, SPELLED_TWO_WAYS, Extent, Grain, ReadingOf, Record, Relation, Role, Stance


class Cite(Record, frozen=True, kw_only=True):
    """One origin with the articles that carry it, as it stands in a citation: `A: 000 001`."""

    letter: str
    articles: tuple[str, ...]
    """Short names."""


class Quote(Record, frozen=True, kw_only=True):
    """Exact words, and where they stand."""

    article: str
    label: str
    start: int
    end: int
    quote: str
    before: str = ""
    """The rest of the sentence before the words."""
    after: str = ""
    """The rest of the sentence after them."""
    reported: date | None = None
    said_by: tuple[str, ...] = ()
    role: Role | None = None
    """Where in the article the words stand, where that matters to a reader: in a headline or a caption."""

    @property
    def whole(self) -> str:
        """The words inside their sentence."""
        return self.before + self.quote + self.after


class Opposed(Record, frozen=True, kw_only=True):
    """The value on the other side of a dispute, and who has it."""

    shown: str
    origins: tuple[Cite, ...]


class Cited(Record, frozen=True, kw_only=True):
    """A sentence of the account with its proof."""

    words: Quote
    origins: tuple[Cite, ...]
    disputed: bool = False
    """A value in it stands on one side of a dispute."""
    against: tuple[Opposed, ...] = ()
    """What stands on the other sides."""
    stress: tuple[Extent, ...] = ()
    """Ranges of the article to stress in the sentence: the words of the time it stands under."""


class Numbers(Record, frozen=True, kw_only=True):
    """The four numbers, always in this order; voices are None where they were not measured."""

    articles: int
    texts: int
    origins: int
    voices: int | None

    @property
    def in_words(self) -> tuple[str, str, str, str]:
        """Each with its noun.

        >>> Numbers(articles=5, texts=4, origins=1, voices=None).in_words
        ('5 articles', '4 texts', 'at most 1 origin', 'voices not measured')
        """
        return (
            count_of(self.articles, "article"),
            count_of(self.texts, "text"),
            f"at most {count_of(self.origins, 'origin')}",
            "voices not measured" if self.voices is None else count_of(self.voices, "voice"),
        )


class Panel(StrEnum):
    """Which part of the findings a disagreement belongs to."""

    DISPUTED = "disputed"
    CHANGED = "changed or unclear"
    INSIDE = "inside one article"
    COMPATIBLE = "not in conflict: different scope, bounds or rounding"
    """Values that can stand together; they are listed, and counted nowhere."""


DIFFERENCES = (Panel.DISPUTED, Panel.CHANGED, Panel.INSIDE)
"""The panels that say where articles differ, in the order of the page."""


class DisputeSide(Record, frozen=True, kw_only=True):
    """One value, and everybody who has it."""

    value: str
    shown: str
    origins: tuple[Cite, ...]
    quotes: tuple[Quote, ...]
    voices: tuple[str, ...]
    reported: date | None


_LABELS: dict[tuple[str, ...], str] = {(SPELLED_TWO_WAYS,): "spelling", (QUOTED_TWO_WAYS,): "wording"}


class Dispute(Record, frozen=True, kw_only=True):
    """Two values of one slot or more, side by side."""

    panel: Panel
    reading: ReadingOf
    slot: str
    question: str
    topic: str
    """The words that the sides share; empty where they share none that say what it is about."""
    sides: tuple[DisputeSide, ...]
    rules: tuple[str, ...]

    @property
    def label(self) -> str:
        """What the sides are to each other, in a word."""
        return _LABELS.get(self.rules, self.reading.value)

    @property
    def reasons(self) -> tuple[str, ...]:
        """Why the sides are read so, in words."""
        return tuple(map(explain_rule, self.rules))

    @property
    def about(self) -> str:
        """What is in question: the words that the sides share, or else the words of each side around its value."""
        if self.topic:
            return f"…\u00a0{self.topic}\u00a0…"
        near = (excerpt(q.before, q.quote, q.after, _NEAR_CHARS) for q in (side.quotes[0] for side in self.sides[:2]))
        return " / ".join(f"“{words}”" for words in near)


_NEAR_CHARS = 48  # two of them fill a line and a half of the page, three on a telephone


class OriginProof(Record, frozen=True, kw_only=True):
    """What one origin says for a claim."""

    origin: Cite
    quotes: tuple[Quote, ...]


class VoiceProof(Record, frozen=True, kw_only=True):
    """What one voice is quoted with for a claim."""

    voice: str
    quotes: tuple[Quote, ...]


class ClaimEntry(Record, frozen=True, kw_only=True):
    """A claim, its four numbers, and the words under each."""

    id: str
    text: str
    numbers: Numbers
    notes: tuple[str, ...]
    contested: bool
    origins: tuple[OriginProof, ...]
    voices: tuple[VoiceProof, ...]
    texts: tuple[tuple[str, ...], ...]
    """Short names of the articles of each text."""


FIRST_CLAIMS = 12
"""Claims a page shows at once; the rest are folded under them."""


FIRST_VOICES = 12
"""Voices a page shows at once, those most origins quote; the rest are folded under them."""


class TimelineEntry(Record, frozen=True, kw_only=True):
    """One time on two clocks."""

    happened: str
    earliest: date | None
    latest: date | None
    grain: Grain
    planned: bool
    said: bool
    """All that is told of this time is that somebody said something then."""
    reported: str | None
    sentences: tuple[Cited, ...]
    origins: tuple[Cite, ...]
    """Everybody whose words state this time."""
    also: tuple[Cite, ...]
    """Those of them whom none of the sentences cites."""


class Said(Record, frozen=True, kw_only=True):
    """One thing a voice is quoted with, and through whom it reached the page."""

    words: Quote
    part: bool
    """Too few words to be read by themselves: they are shown inside their sentence."""
    stance: Stance | None
    verb: str
    """The article's own word for the saying ("dismissed"); the stance where there is no single plain one."""
    hedges: tuple[str, ...]
    chain: tuple[str, ...]
    """Speakers from the outlet inwards, the voice last."""
    origins: tuple[Cite, ...]


class VoiceEntry(Record, frozen=True, kw_only=True):
    """A voice under all its names, and what it says."""

    id: str
    aliases: tuple[str, ...]
    said: tuple[Said, ...]


class LineageEntry(Record, frozen=True, kw_only=True):
    """One article in the drawing of who took what from whom."""

    article: str
    label: str
    outlet: str | None
    opening: str
    published: date | None
    parent: str | None
    """Short name of the parent article, None for a root or an unseen parent."""
    relation: Relation | None
    what: str
    """The relation, credit and gaps in words: "rewrite, no credit, no date"."""
    share: float | None
    """Share of its own words that stand in the parent."""


class OriginEntry(Record, frozen=True, kw_only=True):
    """One origin and everything that descends from it."""

    id: str
    letter: str
    unseen: bool
    what: str
    entries: tuple[LineageEntry, ...]


class SharedPassage(Record, frozen=True, kw_only=True):
    """A stretch of the left article and the stretch of the right one beside it."""

    left: Quote
    right: Quote
    verbatim: bool
    quoted: bool


class Pair(Record, frozen=True, kw_only=True):
    """Two articles that share words, the child left."""

    left: str
    right: str
    relation: Relation
    direction_known: bool
    what: str
    reasons: tuple[str, ...]
    coverage_left: float
    coverage_right: float
    coverage_left_unquoted: float
    passages: tuple[SharedPassage, ...]
    shorter: int
    """Aligned runs too short to show."""


class ArticleEntry(Record, frozen=True, kw_only=True):
    """One article as it was read."""

    id: str
    label: str
    outlet: str | None
    title: str | None
    opening: str
    """The title, or the first words of the article where it has none."""
    byline: str | None
    published: date | None
    published_known_by: str | None
    url: str | None
    locators: tuple[str, ...]
    origin: str | None
    """Letter."""
    text_group: int | None
    credits: tuple[tuple[str, str, str], ...]
    """(agency, level, the words)."""
    text: str


class Earlier(Record, frozen=True, kw_only=True):
    """The story that another one seems to go on from, by its place on the page."""

    place: int
    title: str


class StoryPage(Record, frozen=True, kw_only=True):
    """One story, ready to be written down."""

    id: str
    place: int
    title: str
    reported: str | None
    terms: tuple[str, ...]
    """Words that tell it apart from other stories."""
    scenes: tuple[str, ...]
    """The places that most of its texts name."""
    follows: Earlier | None
    numbers: Numbers
    texts: tuple[tuple[str, ...], ...]
    brief: tuple[Cited, ...]
    disputes: tuple[Dispute, ...]
    agreements: int
    origins: tuple[OriginEntry, ...]
    shared_sources: tuple[str, ...]
    """Sentences on pairs that share only what others said."""
    claims: tuple[ClaimEntry, ...]
    timeline: tuple[TimelineEntry, ...]
    times_left_out: int
    """Times the articles state that the timeline does not show."""
    voices: tuple[VoiceEntry, ...]
    articles: tuple[ArticleEntry, ...]
    pairs: tuple[Pair, ...]
    unmeasured: tuple[str, ...]

    def disputes_in(self, panel: Panel) -> tuple[Dispute, ...]:
        """The disputes of one panel, in order."""
        return tuple(d for d in self.disputes if d.panel is panel)


class Coverage(Record, frozen=True, kw_only=True):
    """What was read, left out, and not measured."""

    articles: int
    inputs: int
    repeated: tuple[tuple[str, tuple[str, ...]], ...]
    """(short name, locators) of articles found at more than one place."""
    rejected: tuple[Gathered, ...]
    not_read: int
    """How many inputs; `rejected` gathers lines of one file with one fault."""
    run: str
    version: str
    options: str
    inputs_digest: str
    stages: tuple[tuple[str, int], ...]
    with_model: bool
    """Names and speech were read by the news model; else by rules alone."""
    error_rates: tuple[ErrorRate, ...]


class AccountPage(Record, frozen=True, kw_only=True):
    """The whole page: the stories in order of weight, then what the account rests on."""

    title: str
    stories: tuple[StoryPage, ...]
    coverage: Coverage
