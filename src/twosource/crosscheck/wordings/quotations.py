"""One quotation in two wordings: nobody said both "do they want" and "do we want"."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations

from twosource.crosscheck.attributed import holder_of, share_a_word
from twosource.crosscheck.by_article import group_by_article
from twosource.crosscheck.decision import Decision
from twosource.crosscheck.quoting import quote_around
from twosource.crosscheck.sides import Pairing, is_one_text, side_of, when_reported
from twosource.crosscheck.voices import VoiceBook
from twosource.crosscheck.wordings.quoted_words import Difference, Said, find_differences, is_telling, read_words
from twosource.model import QUOTED_TWO_WAYS, Article, Descent, Reading, ReadingOf, Role, Side, Statement
from twosource.text.quotes import find_quotes

_FEWEST = 4  # words of a quotation that is looked at
_MOST = 30  # quotations with one run of three words; what more of them share is a formula
_ONE_OCCASION_DAYS = 7  # between two reports of one utterance
_OF_NOBODY = 9  # words that two quotations share where no speaker of either is known
_SURE = 0.7  # a choice; see the page on findings for how many that were read are right
_TWO_WORDINGS = Decision(ReadingOf.CONFLICT, QUOTED_TWO_WAYS)
_BESIDE = frozenset({Role.HEADLINE, Role.CAPTION})

Printed = tuple[str, ...]


@dataclass(frozen=True)
class _Quoted:
    """A quoted stretch of an article; most are never read word by word."""

    article: Article
    role: Role
    start: int
    end: int

    @cached_property
    def words(self) -> tuple[Said, ...]:
        """Its words as they are compared."""
        return read_words(self.article.text, self.start, self.end)

    @property
    def printed(self) -> Printed:
        """Its words as they are printed, in lower case."""
        return tuple(self.article.text[self.start : self.end].replace("’", "'").lower().split())

    def says(self, wording: str) -> bool:
        """Whether words, with a blank before and behind them, stand in it."""
        return wording in f" {' '.join(w.form for w in self.words)} "

    def around(self, places: range) -> str:
        """Some of its words, with the word before and behind them."""
        return f" {' '.join(w.form for w in self.words[max(0, places.start - 1) : places.stop + 1])} "


def pair_quotations(
    statements: Sequence[Statement], readings: Mapping[str, Reading], descents: Mapping[str, Descent], book: VoiceBook
) -> list[Pairing]:
    """For each two wordings of one utterance, the first place of each, and the words in which they part.

    Policy: what an editor may do to a quotation is no second wording (`is_telling`). Where one article has both
    wordings, the speaker said both; where two speakers are named, each said his own. Of two quotations the first
    difference is shown, and of two wordings the earliest report of each.
    """
    desk = _Desk(group_by_article(statements, readings), readings, descents, book)
    quoted = _first_quoted(readings)
    found: dict[frozenset[str], Pairing] = {}
    for one, two in _alike(list(quoted)):
        pairing = next(_pair(quoted[one], quoted[two], desk), None)
        if pairing is not None:
            found.setdefault(frozenset((pairing.left.value.lower(), pairing.right.value.lower())), pairing)
    return list(found.values())


def _first_quoted(readings: Mapping[str, Reading]) -> dict[Printed, _Quoted]:
    """Every quotation of some words by these words, where it was first printed."""
    found: dict[Printed, _Quoted] = {}
    for reading in sorted(readings.values(), key=_by_report):
        for quoted in _quoted_in(reading):
            found.setdefault(quoted.printed, quoted)
    return {words: quoted for words, quoted in found.items() if len(words) >= _FEWEST}


def _by_report(reading: Reading) -> tuple[bool, str, str]:
    published = reading.article.published
    return (published is None, str(published.day if published else ""), reading.article.id)


def _quoted_in(reading: Reading) -> Iterator[_Quoted]:
    article, passages = reading.article, reading.passages
    for quote in find_quotes(article.text):
        role = next((p.role for p in passages if p.span.start <= quote.start < p.span.end), Role.FURNITURE)
        if role is not Role.FURNITURE:
            yield _Quoted(article, role, quote.start, quote.end)


def _alike(quoted: Sequence[Printed]) -> list[tuple[Printed, Printed]]:
    """Every two quotations with some words in a row in common, in order."""
    holders: dict[Printed, list[int]] = defaultdict(list)
    for place, words in enumerate(quoted):
        for run in set(zip(words, words[1:], words[2:], strict=False)):
            holders[run].append(place)
    pairs = {pair for places in holders.values() if 1 < len(places) <= _MOST for pair in combinations(places, 2)}
    return [(quoted[i], quoted[j]) for i, j in sorted(pairs)]


@dataclass(frozen=True)
class _Desk:
    """A story's statements, articles and voices, where two quotations of it are laid side by side."""

    told: Mapping[str, Sequence[Statement]]
    readings: Mapping[str, Reading]
    descents: Mapping[str, Descent]
    book: VoiceBook

    def side_at(self, quoted: _Quoted, places: range) -> Side | None:
        """The words of a quotation as a side, with the first statement that has some of it."""
        words, last = quoted.words, max(places.stop - 1, places.start)
        extent = (words[places.start].start, words[last].end)
        whole = (quoted.start, quoted.end)
        told = self.told[quoted.article.id]
        holder = holder_of(extent, told) or holder_of(whole, told)
        if holder is None:
            return None
        quote = quote_around(quoted.article, whole, extent)
        return side_of(self.readings[quoted.article.id], holder, quote, quoted.article.text[slice(*extent)])

    def may_both_be_said(self, one: _Quoted, two: _Quoted, apart: Difference) -> bool:
        """Whether an article has both wordings, so that somebody said both.

        Policy: a headline or a caption only repeats, and so does a quotation that is another from its first word to its
        last.
        """
        if one.article.id == two.article.id:
            return not apart.whole and _BESIDE.isdisjoint((one.role, two.role))
        return self._says(two.article, one.around(apart.left)) or self._says(one.article, two.around(apart.right))

    def _says(self, article: Article, wording: str) -> bool:
        return any(quoted.says(wording) for quoted in _quoted_in(self.readings[article.id]))

    def may_hold(self, left: Side, right: Side, apart: Difference) -> bool:
        """Whether two texts may print one utterance.

        Policy: what nobody is named for must be more than a phrase, and who speaks again days later says it otherwise.
        """
        if left.reported and right.reported and abs((left.reported - right.reported).days) > _ONE_OCCASION_DAYS:
            return False
        if left.voice is None and right.voice is None and apart.shared < _OF_NOBODY and not apart.whole:
            return False
        return self.may_be_one_voice(left, right) and not is_one_text(left, right, self.descents)

    def may_be_one_voice(self, left: Side, right: Side) -> bool:
        """Whether no two speakers are named; "the official" is no name."""
        if left.voice is None or right.voice is None or left.voice.islower() or right.voice.islower():
            return True
        return share_a_word(left.voice, right.voice) or self.book.resolve(left.voice) == self.book.resolve(right.voice)


def _pair(one: _Quoted, two: _Quoted, desk: _Desk) -> Iterator[Pairing]:
    texts = (one.article.text, two.article.text)
    for apart in find_differences(one.words, two.words, texts):
        differing = [[q.words[n] for n in places] for q, places in ((one, apart.left), (two, apart.right))]
        if is_telling(differing[0], differing[1], texts) and not desk.may_both_be_said(one, two, apart):
            left, right = desk.side_at(one, apart.left), desk.side_at(two, apart.right)
            if left is not None and right is not None and desk.may_hold(left, right, apart):
                earlier, later = sorted((left, right), key=when_reported)
                yield Pairing("other", earlier, later, _TWO_WORDINGS, _SURE)
