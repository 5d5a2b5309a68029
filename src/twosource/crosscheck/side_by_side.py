"""Two voices that an article sets against each other: "The navy said ..., but the watchdog said ..."."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from twosource.crosscheck.decide import Decision
from twosource.crosscheck.positions import FRAME, denies_in_words
from twosource.crosscheck.sides import Pairing, side_of
from twosource.crosscheck.voices import VoiceBook
from twosource.model import Attribution, Extent, Reading, ReadingOf, Side, Span, Stance, Statement, span_of
from twosource.text.sentences import split_sentences
from twosource.text.terms import find_terms, is_verb, lemma_of
from twosource.text.words import find_words

_TURNS = re.compile(r"(?:^|[\s,;.”\"'’–—-])(?:but|although|though|yet)\s", re.IGNORECASE)
_OPENS_AGAINST = re.compile(r"\W*(?:but|however)\b|[^.;]{3,60},\s+however,", re.IGNORECASE)
_NEGATED = re.compile(r"\b(?:not|no|never|cannot|none|nothing|unlikely|false|wrong)\b|n\s?['’]\s?t\b", re.IGNORECASE)
_TAKEN_UP = re.compile(
    r"\W*(?:the|this|that|those|these|such|any|his|her|its|their)?\s*"
    r"(?:possibility|idea|notion|claim|allegation|accusation|suggestion|assertion|rumou?r|theory|criticism|report|it|this"
    r"|that|them)s?\W*$",
    re.IGNORECASE,
)
_KNOWS_NOTHING = re.compile(
    r"\b(?:(?:not|n['’]t) (?:(?:yet|immediately|been|have) )*(?:clear|known?|sure|certain|say|said|saying|comments?"
    r"|confirm(?:ed)?|release|identify|determined?|disclosed?)|no (?:comment|details|word|information)"
    r"|under investigation|investigation (?:is|remains)|ongoing|unclear|declin(?:e|ed)|refus(?:e|ed) to|unable to"
    r"|still)\b",
    re.IGNORECASE,
)
_TURNS_ON = re.compile(
    r"\b(?:actually|in fact|otherwise|instead|rather|contrary|initially|originally|later)\b", re.IGNORECASE
)
_FIRM = frozenset({Stance.DENIED, Stance.CLAIMED, Stance.ACCUSED, Stance.BELIEVED})
_PRONOUNS = frozenset("i he she it they we you there who".split())
_MIN_WORDS = 4
_SHARED = 2  # a "but" at the head of a sentence turns against the last speaker only where both speak of one thing
_NEXT_CHARS = 300  # further on, "but" turns against something else
_MAX_WORDS = 25
_SET_AGAINST = Decision(ReadingOf.DISAGREEMENT, "the article sets two voices against each other")
_TOLD_OUTRIGHT = 0.6  # a choice: the article's own "but" or "dismissed", and not our reading, opposes the two


@dataclass(frozen=True)
class Saying:
    """What one voice says in one place: the attribution, its words from first to last, and those of the content."""

    attribution: Attribution
    voice: str
    whole: Extent
    content: Extent
    sentence: int


def pair_voices_side_by_side(
    statements: Sequence[Statement], readings: Mapping[str, Reading], book: VoiceBook
) -> list[Pairing]:
    """For each two voices of an article that it opposes by its own words, the two sayings.

    Policy: only neighbours are opposed: by "but" inside one sentence, by "but" or "however" at the head of the next
    where both speak of one thing and one denies, or by a voice that dismisses "the idea" just spoken of. One voice
    never opposes itself, and who only knows nothing yet opposes nobody.
    """
    return [
        pairing
        for article in sorted(readings)
        for pairing in _opposed_in(readings[article], [s for s in statements if s.span.article == article], book)
    ]


def _opposed_in(reading: Reading, statements: Sequence[Statement], book: VoiceBook) -> Iterator[Pairing]:
    sayings = list(_sayings(reading, book))
    seen: set[frozenset[str]] = set()
    for first, second in pairwise(sayings):
        key = frozenset((first.voice, second.voice))
        if _are_two(first.voice, second.voice) and key not in seen and _is_against(reading.article.text, first, second):
            sides = [_side(reading, s, statements) for s in (first, second)]
            if sides[0] is not None and sides[1] is not None and sides[0].span != sides[1].span:
                seen.add(key)
                yield Pairing("polarity", sides[0], sides[1], _SET_AGAINST, _TOLD_OUTRIGHT)


def _are_two(one: str, two: str) -> bool:
    """Whether two voices share no word, and neither is a pronoun or a verb taken for a name."""
    a, b = (set(voice.lower().split()) for voice in (one, two))
    verbs = any(len(words) == 1 and is_verb(lemma_of(next(iter(words)))) for words in (a, b))
    return not a & b and not (a | b) & _PRONOUNS and not verbs


def _sayings(reading: Reading, book: VoiceBook) -> Iterator[Saying]:
    """The sayings of an article in order, each outermost; an attribution without a voice says nothing here."""
    text = reading.article.text
    starts = [start for start, _ in split_sentences(text, 0, len(text))]
    end = -1
    for attribution in sorted(reading.attributions, key=_place):
        name = attribution.speaks_for or attribution.voice or _source_of(attribution)
        if not attribution.content or not name:
            continue
        content = _extent(attribution.content)
        whole = _extent((*attribution.content, *attribution.cue, *attribution.source))
        if content[1] <= end or len(find_words(text, *content)) < 1:
            continue
        end = content[1]
        sentence = sum(1 for start in starts if start <= whole[0])
        yield Saying(attribution, book.resolve(name), whole, content, sentence)


def _source_of(attribution: Attribution) -> str | None:
    return " ".join(s.quote for s in attribution.source) or None


def _place(attribution: Attribution) -> tuple[int, int, str]:
    spans = attribution.content
    return (spans[0].start, -spans[-1].end, attribution.id) if spans else (0, 0, attribution.id)


def _extent(spans: Sequence[Span]) -> Extent:
    return min(s.start for s in spans), max(s.end for s in spans)


def _is_against(text: str, first: Saying, second: Saying) -> bool:
    words = [text[s.content[0] : s.content[1]] for s in (first, second)]
    told = [text[s.whole[0] : s.whole[1]] for s in (first, second)]
    if any(_KNOWS_NOTHING.search(w) for w in told) or second.whole[0] - first.whole[1] > _NEXT_CHARS:
        return False
    if _takes_up(second, words[1]):
        return second.sentence - first.sentence <= 1
    if min(len(find_words(w)) for w in words) < _MIN_WORDS:
        return False
    opposed = bool(_NEGATED.search(words[0])) != bool(_NEGATED.search(words[1])) or _denies(second)
    if first.sentence == second.sentence:
        turned = _TURNS.search(text, first.content[1] - 1, second.content[0]) is not None
        return turned and (opposed or _is_firm(first, second) or any(_TURNS_ON.search(t) for t in told))
    shared = _terms(words[0], first) & _terms(words[1], second)
    return opposed and len(shared) >= _SHARED and _opens_against(text, second)


def _is_firm(first: Saying, second: Saying) -> bool:
    """Whether one of the two claims or believes, which a reporter writes where another says it is not so."""
    return not _FIRM.isdisjoint((first.attribution.stance, second.attribution.stance))


def _takes_up(saying: Saying, content: str) -> bool:
    """Whether a voice rejects what stands before: "dismissed the possibility"."""
    return saying.attribution.stance is Stance.DENIED and _TAKEN_UP.match(content) is not None


def _denies(saying: Saying) -> bool:
    cue = " ".join(s.quote for s in (*saying.attribution.cue, *saying.attribution.content))
    return saying.attribution.stance is Stance.DENIED and denies_in_words(cue, Stance.DENIED)


def _opens_against(text: str, saying: Saying) -> bool:
    begin = text.rfind("\n", 0, saying.whole[0]) + 1
    stop = max((text.rfind(mark, begin, saying.whole[0]) for mark in (". ", "? ", "! ", "” ")), default=-1)
    return _OPENS_AGAINST.match(text, stop + 2 if stop >= 0 else begin, saying.whole[1]) is not None


def _terms(words: str, saying: Saying) -> set[str]:
    own = set(saying.voice.lower().split())
    return {t.group for t in find_terms(words) if t.group not in FRAME and t.lemma not in FRAME | own}


def _side(reading: Reading, saying: Saying, statements: Sequence[Statement]) -> Side | None:
    start, end = saying.whole
    holder = next((s for s in statements if s.span.start <= saying.content[0] < s.span.end), None)
    if holder is None:
        return None
    words = find_words(reading.article.text, start, end)
    stop = words[_MAX_WORDS - 1].end if len(words) > _MAX_WORDS else end
    return side_of(reading, holder, span_of(reading.article, start, stop), saying.voice)
