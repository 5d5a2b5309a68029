"""The brief: what the coverage says, in at most eight of its own sentences."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import islice

from twosource.dossier.central import Centrality, cosine, norm
from twosource.dossier.sameness import COPY_OVERLAP, SAYING_OVERLAP, content_words, overlap
from twosource.dossier.sentences import Sentence, find_sentences, sentence_at
from twosource.dossier.under_way import is_under_way
from twosource.model import (
    PRICE_MOVED,
    CitedSentence,
    Claim,
    Descent,
    Finding,
    Reading,
    ReadingOf,
    Record,
    Role,
    Statement,
    Story,
    origin_of,
)
from twosource.text.quotes import is_bare_quotation
from twosource.text.terms import is_verb, lemma_of
from twosource.text.words import find_words


class BriefOptions(Record, frozen=True, kw_only=True):
    """How long the brief is, and which sentences can stand alone in it."""

    max_sentences: int = 8  # a minute of reading
    min_words: int = 7  # shorter ones of the demonstration corpus lean on others ("It was rung 12 times.")
    max_words: int = 48  # a choice, to keep lists out: its longest sentence has 39
    same_overlap: float = SAYING_OVERLAP
    figure_overlap: float = 0.35  # ten packs: 9 sentences tell only what others told, 13 with .6
    topic_words: int = 2  # one is a name that any aside may hold; with two, asides of the development packs stay out
    least_sentences: int = 3  # so many stand even where they share little with the headline and the first


_LEANING = frozenset(
    "he she it they his her its their this that these those but and also however meanwhile both such there we our i my"
    " or plus so yet".split()
)
_LEANS_INSIDE = re.compile(
    r"[,”\"’] (?:he|she|it|they) (?:said|says|added|told)\b"
    r"|^(?:during|at|in|on|after|before|since|despite) (?:this|that|these|those|the same)\b"
    r"|^(?:one|some|many|most|both|all|none) of (?:them|these|those|the two)\b"
    r"|^correction\b|^(?:earlier|later|then|afterwards?|instead|in (?:addition|response|return|the meantime)),? "
    r"|^\w+, (?:he|she|it|they)\b",
    re.IGNORECASE,
)
_TELLING = frozenset({Role.LEDE, Role.BODY, Role.QUOTATION})


def choose_brief(
    story: Story,
    readings: Sequence[Reading],
    claims: Sequence[Claim],
    descents: Sequence[Descent],
    *,
    findings: Sequence[Finding] = (),
    options: BriefOptions | None = None,
) -> tuple[CitedSentence, ...]:
    """Up to eight sentences of the articles, what most origins say first, each with every origin that carries it.

    Policy: extractive; no word is changed. A sentence stands alone: one that opens with "he" or ends in "it said" is
    passed over for another article's wording of the same claim. Nothing is said twice. A contested claim may stand in
    the brief; the page marks it. How the last day's reports open, and the latest of values that changed, follow the
    first sentence; what was under way when an earlier report was written gives way to them, for it is over or has gone
    on. Where no claim was found, the opening sentences of the lead article stand in. A sentence that shares no two
    words with the headline, the key terms and the first sentence is an aside, and stands only where there is little
    else.
    """
    chosen = options or BriefOptions()
    sentences = {r.article.id: find_sentences(r) for r in readings}
    reported = {r.article.id: r.article.published.day if r.article.published else None for r in readings}
    support = _Support(findings, descents, reported)
    from_claims = _from_claims(claims, story, sentences, support, chosen)
    leads = _from_lead(story, sentences, support, chosen)
    candidates = (*from_claims, *(c for c in leads if not claims or not support.is_passing(c[0])))
    most = chosen.max_sentences if claims else min(chosen.max_sentences, chosen.least_sentences)
    return tuple(_cited(candidate, reported) for candidate in islice(_told_once(candidates, chosen), most))


_Wording = tuple[Sentence, Statement]
_Candidate = tuple[Sentence, tuple[str, ...], tuple[str, ...]]
"""A sentence, the origins that stand behind it, and the articles that carry it."""


def _cited(candidate: _Candidate, reported: Mapping[str, date | None]) -> CitedSentence:
    """A sentence of the brief, with the first day on which one of its articles was published."""
    sentence, origins, articles = candidate
    day = min((day for a in articles if (day := reported.get(a))), default=None)
    return CitedSentence(span=sentence.span, origins=origins, articles=articles, reported=day)


def _told_once(candidates: Iterable[_Candidate], options: BriefOptions) -> Iterator[_Candidate]:
    """The candidates that tell something none before them told."""
    taken: list[Sentence] = []
    for candidate in candidates:
        if not any(_tell_the_same(candidate[0], other, options) for other in taken):
            taken.append(candidate[0])
            yield candidate


def _tell_the_same(a: Sentence, b: Sentence, options: BriefOptions) -> bool:
    """Whether a reader learns the same from `a` as from `b`: most words, or fewer with a figure or an act alike.

    An act alike tells the same only where `a` has no figure of its own.
    """
    words, others = (frozenset(lemma_of(word) for word in sentence.content) for sentence in (a, b))
    figures = {word for word in words if word[0].isdigit() and not _YEAR.fullmatch(word)}
    alike = bool(figures & others) or (figures <= others and not _acts(a).isdisjoint(_acts(b)))
    return overlap(words, others) >= (options.figure_overlap if alike else options.same_overlap)


def _acts(sentence: Sentence) -> set[tuple[str, ...]]:
    """The rows of four words in it with a verb among them: "welcomed home three hostages"."""
    forms = [word.form for word in find_words(sentence.span.quote) if word.form in sentence.content]
    rows = (forms[at : at + _ACT_WORDS] for at in range(len(forms) - _ACT_WORDS + 1))
    return {tuple(map(lemma_of, row)) for row in rows if any(f.endswith("ed") or is_verb(lemma_of(f)) for f in row)}


_ACT_WORDS = 4  # three are a name and a verb of any sentence of the story
_YEAR = re.compile(r"(?:19|20)\d\d")


class _Support:
    """Which statements of a claim stand behind one wording of it."""

    def __init__(
        self, findings: Sequence[Finding], descents: Iterable[Descent], reported: Mapping[str, date | None]
    ) -> None:
        self._reported = reported
        days = {day for day in reported.values() if day is not None}
        self._last = max(days, default=date.min)
        self._has_days = len(days) > 1
        self._descents = {d.article: d for d in descents}
        changes = [f for f in findings if f.reading is ReadingOf.UPDATE and f.rule != PRICE_MOVED]
        self._latest = {max((f.left, f.right), key=lambda side: side.reported or date.min).statement for f in changes}
        self._against: dict[str, set[str]] = defaultdict(set)
        for finding in findings:
            if finding.reading is not ReadingOf.AGREEMENT:
                self._against[finding.left.statement].add(finding.right.statement)
                self._against[finding.right.statement].add(finding.left.statement)

    def candidate(self, wording: _Wording, claim: Claim) -> _Candidate:
        """One wording of a claim, with those who say it."""
        sentence, statement = wording
        articles = self.articles(statement, claim)
        return sentence, self.origins(articles), articles

    def articles(self, statement: Statement, claim: Claim) -> tuple[str, ...]:
        """The articles that say it too: not those that bind another value, nor copies of what they say.

        Who announced a thing did not say that it happened: another origin must affirm it in the same way.
        """
        others = [s for s in claim.statements if s.id in self._against[statement.id]]
        against = [content_words(s.span.quote) for s in others]
        alike = [s for s in claim.statements if self._affirms_alike(s, statement)]
        kept = (s for s in alike if s.id == statement.id or not self._is_among(s, others, against))
        return tuple(sorted({s.span.article for s in kept}))

    def _affirms_alike(self, a: Statement, b: Statement) -> bool:
        one_origin = self.origins([a.span.article]) == self.origins([b.span.article])
        return one_origin or (a.modality, a.polarity) == (b.modality, b.polarity)

    def _is_among(self, statement: Statement, others: Sequence[Statement], against: Iterable[frozenset[str]]) -> bool:
        words = content_words(statement.span.quote)
        return statement in others or any(overlap(words, other) >= COPY_OVERLAP for other in against)

    def is_latest(self, statement: Statement) -> bool:
        """Whether it carries the latest of the values that changed while the story ran."""
        return statement.id in self._latest

    def is_undated(self, sentence: Sentence) -> bool:
        """Whether the day of its article is not known."""
        return self._reported.get(sentence.span.article) is None

    def opens_the_newest(self, sentence: Sentence) -> bool:
        """Whether a report of the last day opens with it, in a story of several days."""
        newest = self._has_days and self._reported.get(sentence.span.article) == self._last
        return newest and sentence.role is Role.LEDE

    def is_passing(self, sentence: Sentence) -> bool:
        """Whether it tells what was under way on a day before the last one that the story is reported on."""
        day = self._reported.get(sentence.span.article)
        return day is not None and day < self._last and is_under_way(sentence.span.quote)

    def readability(self, sentence: Sentence) -> tuple[bool, bool, bool, int, int, str]:
        """What is dated and not over first, then ledes, then what stands high in its article; the id breaks ties."""
        faults = (self.is_undated(sentence), self.is_passing(sentence), sentence.role is not Role.LEDE)
        return (*faults, sentence.place, sentence.length_words, sentence.span.article)

    def origins(self, articles: Iterable[str]) -> tuple[str, ...]:
        """The origins of these articles."""
        return tuple(sorted({origin_of(a, self._descents) for a in articles}))


def _from_claims(
    claims: Sequence[Claim],
    story: Story,
    sentences: Mapping[str, tuple[Sentence, ...]],
    support: _Support,
    options: BriefOptions,
) -> Iterator[_Candidate]:
    """What most origins carry, then what changed while the story ran, then the other claims by weight, no asides."""
    ranked = sorted(claims, key=lambda c: (-c.weight, c.id))
    usable = [(claim, _usable(claim.statements, sentences, options)) for claim in ranked]
    latest = [
        (claim, [w for w in found if support.is_latest(w[1]) and not support.is_passing(w[0])])
        for claim, found in usable
    ]
    candidates = [_best_of(claim, found, support) for claim, found in usable if found]
    opening = _opening(usable, story, sentences, support)
    changed = (_best_of(claim, found, support) for claim, found in latest if found)
    lasting = _without_passing(candidates, support, options)
    yield from (*opening, *changed, *_without_asides(lasting, opening, story, options))


def _opening(
    usable: Sequence[tuple[Claim, Sequence[_Wording]]],
    story: Story,
    sentences: Mapping[str, tuple[Sentence, ...]],
    support: _Support,
) -> list[_Candidate]:
    """The wording of a claim that comes closest to how the articles open, then the one of the last day's openings.

    What was under way when an earlier report was written opens nothing. Empty where no claim can stand alone.
    """
    centre = _Opening(sentences, story.label, support)
    candidates = (support.candidate(wording, claim) for claim, wordings in usable for wording in wordings)
    ranked = sorted(candidates, key=lambda c: (-centre.fitness(c), c[0].span.article, c[0].span.start))
    lasting = [c for c in ranked if not support.is_passing(c[0])]
    least = _NEWEST_FITNESS * max((centre.fitness(c) for c in ranked[:1]), default=0.0)
    newest = next((c for c in lasting if support.opens_the_newest(c[0]) and centre.fitness(c) >= least), None)
    if lasting[:1] == ranked[:1]:
        return [*ranked[:1], *([newest] if newest else [])]
    return [newest] if newest else lasting[:1] or ranked[:1]


_NEWEST_FITNESS = 0.5  # of that of the opening: below, the last report is a comment or a note of the editor
_OPENING_SENTENCES = 3  # of an article: its headline and lede
_LABEL_GAIN = 1.5  # words of the story's headline count half as much again
_LEDE_GAIN = 1.3
_BORNE_GAIN = 1.25  # a second origin says it too
_LONG_WORDS = 40
_LOSS = 0.85  # for each of: long, and of no known day
"""With these, 9 of ten packs open with what their readers put first (8 before); of 22 other stories that open
otherwise than before, 9 open nearer to the event of their headline and 2 further off."""


class _Opening:
    """How well a sentence can open a story."""

    def __init__(self, sentences: Mapping[str, tuple[Sentence, ...]], label: str, support: _Support) -> None:
        self._support = support
        self._centre = Centrality(s for found in sentences.values() for s in found)
        self._middle = self._centre.middle((s, 1.0) for found in sentences.values() for s in found[:_OPENING_SENTENCES])
        for word in content_words(label):
            self._middle[word] = self._middle.get(word, 0.0) * _LABEL_GAIN
        self._length = norm(self._middle)

    def fitness(self, candidate: _Candidate) -> float:
        """How close it is to the headline and the openings; a lede, and what two origins say, counts for more."""
        sentence, origins, _ = candidate
        close = cosine(self._centre.vector(sentence), self._middle, self._length)
        close *= _LEDE_GAIN if sentence.role is Role.LEDE else 1.0
        close *= _BORNE_GAIN if len(origins) > 1 else 1.0
        close *= _LOSS if sentence.length_words > _LONG_WORDS else 1.0
        return close * (_LOSS if self._support.is_undated(sentence) else 1.0)


def _without_asides(
    candidates: Sequence[_Candidate], opening: Sequence[_Candidate], story: Story, options: BriefOptions
) -> Sequence[_Candidate]:
    """The candidates that share words with the headline, the terms or the opening; all, where those are too few."""
    topic = content_words(" ".join((story.label, *story.terms))).union(*(c[0].content for c in opening[:1]))
    near = [c for c in candidates if len(c[0].content & topic) >= options.topic_words]
    return near if len({c[0].span for c in near}) >= options.least_sentences else candidates


def _without_passing(
    candidates: Sequence[_Candidate], support: _Support, options: BriefOptions
) -> Sequence[_Candidate]:
    """The candidates without what was under way before the last report; all, where those are too few."""
    lasting = [c for c in candidates if not support.is_passing(c[0])]
    return lasting if len({c[0].span for c in lasting}) >= options.least_sentences else candidates


def _best_of(claim: Claim, found: Sequence[_Wording], support: _Support) -> _Candidate:
    """The most readable wording of a claim, with those who say it."""
    return support.candidate(min(found, key=lambda wording: support.readability(wording[0])), claim)


def _usable(
    statements: Iterable[Statement], sentences: Mapping[str, tuple[Sentence, ...]], options: BriefOptions
) -> list[_Wording]:
    """The sentences that carry the statements and can stand alone."""
    found = [(sentence_at(sentences.get(s.span.article, ()), s.span.end - 1), s) for s in statements]
    return [(sentence, s) for sentence, s in found if sentence is not None and _stands_alone(sentence, options)]


def _from_lead(
    story: Story, sentences: Mapping[str, tuple[Sentence, ...]], support: _Support, options: BriefOptions
) -> Iterator[_Candidate]:
    usable = [s for s in sentences.get(story.lead, ()) if _stands_alone(s, options)]
    yield from ((s, support.origins([story.lead]), (story.lead,)) for s in usable[:3])


def _stands_alone(sentence: Sentence, options: BriefOptions) -> bool:
    first = sentence.span.quote.split(None, 1)[0].strip("\"“”'‘’,.").lower()
    words = sentence.span.quote
    if _LEANS_INSIDE.search(words) or _is_torn(words) or is_bare_quotation(words):
        return False
    inside = options.min_words <= sentence.length_words <= options.max_words
    return inside and sentence.role in _TELLING and first not in _LEANING and sentence.span.quote[-1] in '.!?”"’'


def _is_torn(words: str) -> bool:
    """Whether a quotation is opened and not closed, or closed and not opened: half of what somebody said.

    >>> _is_torn("“The right choice was made."), _is_torn('"It held," he said.')
    (True, False)
    """
    return words.count("“") != words.count("”") or words.count('"') % 2 == 1
