"""The whole result, ready to read."""

from __future__ import annotations

from datetime import date

from twosource.model.article import Rejected, Span
from twosource.model.claim import Claim, Finding, FourNumbers, Voice
from twosource.model.lineage import Descent, Lineage, Story
from twosource.model.reading import Reading, When
from twosource.model.record import Record, digest_of


class CitedSentence(Record, frozen=True, kw_only=True):
    """A sentence of the account, with the words it is and the origins that carry it."""

    span: Span
    origins: tuple[str, ...]
    articles: tuple[str, ...]
    reported: date | None = None


class TimelineRow(Record, frozen=True, kw_only=True):
    """One time of the story: when it happened, when it was reported, and who says so."""

    when: When
    sentences: tuple[CitedSentence, ...]
    origins: tuple[str, ...]
    planned: bool = False
    """Announced for this time when it was reported, not yet happened."""
    said: bool = False
    """All that is told of this time is that somebody said something then."""
    articles: tuple[str, ...] = ()
    """Every article whose words state this time, cited in a sentence or not."""


class Run(Record, frozen=True, kw_only=True):
    """What was run: enough to run it again."""

    version: str
    options: str
    inputs: str
    stages: tuple[tuple[str, int], ...]
    with_model: bool = True
    """Names and speech were read by the news model; else by rules alone. The options say so, too: no part of the id."""

    @property
    def id(self) -> str:
        """Digest of the run: the same inputs, options and versions give the same id."""
        return digest_of(self.version, self.options, self.inputs, *(f"{n}={v}" for n, v in self.stages))


class Dossier(Record, frozen=True, kw_only=True):
    """Everything for one story, ready to read."""

    story: Story
    numbers: FourNumbers
    brief: tuple[CitedSentence, ...]
    timeline: tuple[TimelineRow, ...]
    claims: tuple[Claim, ...]
    findings: tuple[Finding, ...]
    lineage: tuple[Lineage, ...]
    descents: tuple[Descent, ...]
    readings: tuple[Reading, ...]
    voices: tuple[Voice, ...]
    locators: tuple[tuple[str, str], ...]
    """(article id, file or URL it was read from)."""


class Account(Record, frozen=True, kw_only=True):
    """The whole result of one run over one input."""

    run: Run
    readings: tuple[Reading, ...]
    lineage: tuple[Lineage, ...]
    descents: tuple[Descent, ...]
    stories: tuple[Story, ...]
    claims: tuple[Claim, ...]
    findings: tuple[Finding, ...]
    voices: tuple[tuple[str, Voice], ...]
    """(story id, voice)."""
    rejected: tuple[Rejected, ...]
    locators: tuple[tuple[str, str], ...]
