"""The lookups that every part of one story's page shares: labels, letters, and citations made of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from twosource.dossier.labels import Label, letter_of, order_origins
from twosource.dossier.page.records import Cite, Cited, Quote
from twosource.dossier.sameness import content_words
from twosource.dossier.sentences import Sentence, find_sentences, sentence_at, words_after_dateline
from twosource.dossier.wording import shorten
from twosource.model import CitedSentence, Descent, Dossier, Reading, Role, Span, Statement, origin_of, text_of

_TOLD_ROLES = frozenset({Role.HEADLINE, Role.CAPTION})
_OPENING_CHARS = 64  # one line in the drawing and in the list of articles


class Desk:
    """One story's articles by id, their labels, and the letters of its origins.

    Built once a page and read only. Letters follow `order_origins`, so that A is the origin most articles carry.
    """

    def __init__(self, dossier: Dossier, labels: Mapping[str, Label]) -> None:
        self.dossier = dossier
        self.labels = labels
        self.readings: dict[str, Reading] = {r.article.id: r for r in dossier.readings}
        self.descents: dict[str, Descent] = {d.article: d for d in dossier.descents}
        self.origin_ids = order_origins(dossier.descents, dossier.readings)
        self.letters = {origin: letter_of(place) for place, origin in enumerate(self.origin_ids)}
        self.statements = {s.id: s for claim in dossier.claims for s in claim.statements}
        self.claim_of = {s.id: claim.id for claim in dossier.claims for s in claim.statements}
        self._content: dict[str, frozenset[str]] = {}
        self._sentences: dict[str, tuple[Sentence, ...]] = {}
        self.place = {article: place for place, article in enumerate(dossier.story.articles)}

    def short(self, article: str) -> str:
        """Short name of an article."""
        label = self.labels.get(article)
        return label.short if label else article

    def shorts(self, articles: Iterable[str]) -> tuple[str, ...]:
        """Short names in their own order: the reader looks for a file, not for a date."""
        return tuple(sorted(self.short(a) for a in set(articles)))

    def origin_of(self, article: str) -> str:
        """Id of the origin of an article; itself where lineage was not measured."""
        return origin_of(article, self.descents)

    def reported(self, article: str) -> date | None:
        """Day of publication of an article."""
        reading = self.readings.get(article)
        return reading.article.published.day if reading and reading.article.published else None

    def content_of(self, statement: Statement) -> frozenset[str]:
        """The words a statement is compared by."""
        if statement.id not in self._content:
            self._content[statement.id] = content_words(statement.span.quote)
        return self._content[statement.id]

    def opening(self, article: str) -> str:
        """The title of an article, or its first words where it has none."""
        reading = self.readings[article]
        if reading.article.title:
            return reading.article.title.value
        first = next(iter(self._sentences_of(article)), None)
        return shorten(first.span.quote if first else reading.article.text, _OPENING_CHARS)

    def cites(self, articles: Iterable[str]) -> tuple[Cite, ...]:
        """One citation an origin, in order of letters, for the articles given."""
        groups: dict[str, list[str]] = defaultdict(list)
        for article in articles:
            groups[self.origin_of(article)].append(article)
        ordered = sorted(groups, key=lambda o: (len(self.letters.get(o, "ZZZ")), self.letters.get(o, "ZZZ"), o))
        return tuple(Cite(letter=self.letters.get(o, "?"), articles=self.shorts(groups[o])) for o in ordered)

    def quote(self, span: Span, *, said_by: Sequence[str] = ()) -> Quote:
        """The words of a span under the short name of their article."""
        before, after = self._around(span)
        return Quote(
            article=span.article,
            label=self.short(span.article),
            start=span.start,
            end=span.end,
            quote=span.quote,
            before=before,
            after=after,
            reported=self.reported(span.article),
            said_by=tuple(said_by),
            role=self._told_role(span),
        )

    def wording(self, span: Span) -> str:
        """The words of a span as they are read on their own: without the dateline that they open with."""
        reading = self.readings.get(span.article)
        return words_after_dateline(reading.article, span) if reading else span.quote

    def _told_role(self, span: Span) -> Role | None:
        """The role of the passage, where words weigh otherwise there than in the story: a headline or a caption."""
        reading = self.readings.get(span.article)
        passages = reading.passages if reading else ()
        here = (p.role for p in passages if p.span.start <= span.start < p.span.end)
        return next((role for role in here if role in _TOLD_ROLES), None)

    def _around(self, span: Span) -> tuple[str, str]:
        """The rest of the sentence on both sides; nothing where the words go beyond one sentence."""
        if span.article not in self.readings:
            return "", ""
        sentence = sentence_at(self._sentences_of(span.article), span.start)
        if sentence is None or span.end > sentence.span.end:
            return "", ""
        text = self.readings[span.article].article.text
        return text[sentence.span.start : span.start], text[span.end : sentence.span.end]

    def _sentences_of(self, article: str) -> tuple[Sentence, ...]:
        if article not in self._sentences:
            self._sentences[article] = find_sentences(self.readings[article])
        return self._sentences[article]

    def cited(self, sentence: CitedSentence) -> Cited:
        """A sentence of the account with its citation."""
        return Cited(words=self.quote(sentence.span), origins=self.cites(sentence.articles))

    def text_groups(self, articles: Iterable[str]) -> tuple[tuple[str, ...], ...]:
        """The articles gathered by text, short names, the largest text first."""
        groups: dict[str, list[str]] = defaultdict(list)
        for article in articles:
            groups[text_of(article, self.descents)].append(article)
        ordered = sorted(groups.values(), key=lambda g: (-len(g), min(self.place.get(a, 0) for a in g)))
        return tuple(self.shorts(group) for group in ordered)
