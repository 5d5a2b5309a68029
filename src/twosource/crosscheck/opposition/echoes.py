"""What one voice says is so and another says is not: "an invasion" and "there is no invasion"."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from msgspec.structs import replace

from twosource.crosscheck.attributed import (
    PRONOUNS,
    do_meet,
    extent_of,
    extent_over,
    holder_of,
    share_a_word,
    speaker_of,
)
from twosource.crosscheck.decision import Decision
from twosource.crosscheck.framing import FRAME
from twosource.crosscheck.sides import Pairing, side_at, when_reported
from twosource.crosscheck.voices import VoiceBook
from twosource.model import Attribution, Descent, Extent, Reading, ReadingOf, Side, Statement, text_of
from twosource.text.cued import Cued
from twosource.text.terms import Term, country_groups, find_terms, groups_in, is_verb

_BETWEEN = r"(?:(?:really|at all|an?|the|any|[a-z]+ly|always|very|quite|truly|too|indeed)\s+){0,3}[“\"'‘]?"
_IS_NOT = Cued(
    re.compile(
        r"(?:\b(?:is|are|was|were|am|be|been|[’']s|[’']re|[’']m)\s+(?:\w+ly\s+)?(?:not|never|no|hardly|far from)"
        r"|\b(?:is|are|was|were)n[’']t|\bthere\s+(?:is|was|are|were|has been)\s+(?:no|not an?|not any)"
        r"|(?<=[“\"‘])(?:not|never)|\bas not)"
        r"\s+(?!only|just|necessarily|merely|yet|simply|so\b|as\b|about|for\b|in\b|to\b|that\b|this\b)"
        rf"{_BETWEEN}(?P<word>[A-Za-z][a-z]+)(?!-)",
        re.IGNORECASE,
    ),
    ("not", "never", "no ", "hardly", "far from", "n't", "n’t"),
)
_IS = re.compile(
    r"(?:\b(?:is|are|was|were|be|been|am|remain(?:s|ed)?|represent(?:s|ed)?|call(?:s|ed|ing)? (?:\w+ ){1,3}"
    r"|(?:describ|regard|portray|label|brand|denounc|condemn|dismiss)\w* (?:[\w’'-]+ ){1,6}as"
    r"|(?:it|that|this|there|he|she|what|who)[’']s|(?:they|we|you)[’']re|i[’']m)"
    rf")\s+{_BETWEEN}$",
    re.IGNORECASE,
)
"""Right before a word that something is said to be."""
_QUOTED = re.compile(r"[“\"‘](?:an? |the )?$"), re.compile(r"(?: [a-z]+){0,3}[,.]?[”\"’]")
"""Around a word that is put in quotation marks with few others."""
_NOT_SAID = re.compile(
    r"(?:\b(?:not|never|no|none|nobody|without|neither|nor|if|whether|unless|would|could|should|hardly|far from)\b"
    r"|\b(?:deny|denied|denies|denying)\b|\b(?:dismiss|reject|disput)\w*|n[’']t\b)[^.;!?]{0,45}$",
    re.IGNORECASE,
)
_IDLE = FRAME | frozenset(
    """
    way thing time people person reason comment information doubt idea matter place day year man woman case point good
    bad new able clear sure true right immediately available part number plan question answer problem sign indication
    evidence word detail decision statement anything someone something enough different same other longer first last
    only alone likely possible important available responsible surprise intention chance well either perfect product
    example option kind sort lot group government country company one two alone ready aware alive issue use need threat
    member money law end start work help
    """.split()
)
"""Words that are not so in many sentences, each time of something else."""
_MANY = 20  # sayings of a story; what more speak of is its topic, and is denied of all sorts of things
_BEFORE_CHARS = 60
_NEAR_CHARS = 800
_ENOUGH_SHARED = 2  # more words tell nothing; of two sayings the earlier is shown
_SAME_WORDS = 0.6  # of the shorter of two: one sentence quoted twice
_PERHAPS = 0.45  # 11 of 15 that were read outside the packs are right
_SAID_NOT = Decision(ReadingOf.DISAGREEMENT, "one voice says it is not so, in the words of another")


@dataclass(frozen=True)
class Said:
    """What one voice says in one place."""

    voice: str
    article: str
    extent: Extent
    content: Extent
    words: tuple[str, ...]

    @property
    def terms(self) -> frozenset[str]:
        """The groups of its words, looked up where they are asked for."""
        return frozenset().union(*map(groups_in, self.words))


@dataclass(frozen=True)
class Word:
    """A word of a saying: what something is said to be, or not to be."""

    said: Said
    place: Extent


def pair_echoes(
    statements: Sequence[Statement], readings: Mapping[str, Reading], descents: Mapping[str, Descent], book: VoiceBook
) -> list[Pairing]:
    """For each word by which a voice says that something is not so, the voice that most likely says it is.

    Policy: the word must be what something is said to be ("is always welcome", "“an invasion”"), and denied as that
    ("is not welcome", "there is no invasion"); no verb, no name, no word of everything, none that the whole story
    speaks of. What stands in the same article comes first, then what shares more words. A voice that is read to say
    both is left out.
    """
    denied: dict[str, list[Word]] = {}
    sayings = list(_sayings(readings, book))
    for said in sayings:
        for group, word in _denied_in(readings[said.article].article.text, said):
            denied.setdefault(group, []).append(word)
    _leave_out_names(denied, readings)
    heard = Counter(group for said in sayings for group in said.terms & denied.keys()) if denied else Counter[str]()
    found: list[Pairing] = []
    for group in sorted(g for g in denied if heard[g] <= _MANY):
        claims = list(_said_to_be(group, sayings, readings))
        for claim, denial in _choose(claims, denied[group], descents):
            sides = [_side(w, statements, readings, v) for w, v in ((claim, "asserted"), (denial, "denied"))]
            found.extend(_pairing([side for side in sides if side is not None]))
    return found


def _choose(
    claims: Sequence[Word], denials: Sequence[Word], descents: Mapping[str, Descent]
) -> Iterator[tuple[Word, Word]]:
    """Claims and denials of one word, the most alike first; each voice stands in one pair."""
    of_both = {w.said.voice for w in claims} & {w.said.voice for w in denials}
    able = [(c, d) for d in denials for c in claims if _may_stand_against(c.said, d.said, descents)]
    for claim, denial in sorted(able, key=lambda pair: -_likeness(pair[0].said, pair[1].said)):
        voices = {claim.said.voice, denial.said.voice}
        if of_both.isdisjoint(voices):
            of_both |= voices
            yield claim, denial


def _sayings(readings: Mapping[str, Reading], book: VoiceBook) -> Iterator[Said]:
    """Every saying of a story with somebody who says it, in order of report and place."""
    for article in sorted(readings, key=lambda a: _when(readings[a])):
        for attribution in sorted(readings[article].attributions, key=_place):
            name = speaker_of(attribution)
            if name and attribution.content:
                words = tuple(s.quote for s in attribution.content)
                content = extent_over(attribution.content)
                yield Said(book.resolve(name), article, extent_of(attribution), content, words)


def _place(attribution: Attribution) -> tuple[int, str]:
    return (attribution.content[0].start if attribution.content else 0, attribution.id)


def _when(reading: Reading) -> tuple[bool, str, str]:
    published = reading.article.published
    return (published is None, str(published.day) if published else "", reading.article.id)


def _denied_in(text: str, said: Said) -> Iterator[tuple[str, Word]]:
    """Each word that something is said not to be, with its group."""
    if said.voice.lower() in PRONOUNS or not _IS_NOT.may_match(text, *said.content):
        return
    terms = find_terms(text, *said.content)
    for found in _IS_NOT.finditer(text, *said.content):
        term = _head_at(found.start("word"), terms, text)
        if term is not None and _may_be_opposed(term, text) and not _is_asked(text, term.end):
            yield term.group, Word(said, (found.start(), term.end))


def _head_at(start: int, terms: Sequence[Term], text: str) -> Term | None:
    """The last word of the phrase that begins at a place: "antitrust issue" ends in "issue"."""
    here = [t for t in terms if t.start >= start]
    if not here or here[0].start != start:
        return None
    for term, behind in pairwise(here):
        if not _leads_on(term, behind, text):
            return term
    return here[-1]


def _leads_on(term: Term, behind: Term, text: str) -> bool:
    """Whether a word only tells of which kind the next is; "comment" may be a verb, "commented" is one."""
    is_inflected = is_verb(behind.lemma) and text[behind.start : behind.end].lower() != behind.lemma
    return text[term.end : behind.start] in {" ", "-"} and not is_inflected


def _may_be_opposed(term: Term, text: str) -> bool:
    """Whether a word may be what something is: no verb but in its bare form, which no "is" stands before."""
    acts = is_verb(term.lemma) and text[term.start : term.end].lower() != term.lemma
    idle = not _IDLE.isdisjoint((term.lemma, term.group)) or term.group in country_groups() or acts
    return not idle and not term.lemma.endswith(("ing", "ed", "ly")) and text[term.start - 1] != "-"


def _is_asked(text: str, place: int) -> bool:
    mark = re.search(r"[.!?\n]", text[place : place + _BEFORE_CHARS])
    return mark is not None and mark[0] == "?"


def _leave_out_names(denied: dict[str, list[Word]], readings: Mapping[str, Reading]) -> None:
    """What some name of the story has in it is no word of its own."""
    for reading in readings.values():
        for mention in reading.entities if denied else ():
            for group in groups_in(mention.span.quote):
                denied.pop(group, None)


def _said_to_be(group: str, sayings: Sequence[Said], readings: Mapping[str, Reading]) -> Iterator[Word]:
    """Each place where somebody says that something is what the word says."""
    for said in sayings:
        if group not in said.terms:
            continue
        text = readings[said.article].article.text
        terms = find_terms(text, *said.content)
        for term, behind in zip(terms, [*terms[1:], None], strict=True):
            modifies = behind is not None and _leads_on(term, behind, text)
            if term.group == group and not modifies and _is_said(text, said, term):
                yield Word(said, (term.start, term.end))


def _is_said(text: str, said: Said, term: Term) -> bool:
    begin = max(said.content[0], term.start - _BEFORE_CHARS)
    opens, closes = _QUOTED
    quoted = (
        text[term.start].islower()
        and closes.match(text, term.end)
        and opens.search(text, max(0, begin - 2), term.start)
    )
    if not (quoted or _IS.search(text, begin, term.start)) or _is_asked(text, term.end):
        return False
    return _NOT_SAID.search(text, max(0, term.start - _BEFORE_CHARS), term.start) is None


def _likeness(claim: Said, denial: Said) -> int:
    beside = claim.article == denial.article
    near = beside and abs(claim.extent[0] - denial.extent[0]) <= _NEAR_CHARS
    return min(len(claim.terms & denial.terms), _ENOUGH_SHARED) + beside + near


def _may_stand_against(claim: Said, denial: Said, descents: Mapping[str, Descent]) -> bool:
    one, two = claim.article, denial.article
    if share_a_word(claim.voice, denial.voice) or (one == two and do_meet(claim.extent, denial.extent)):
        return False
    shared = len(claim.terms & denial.terms)
    quoted = shared > 2 and shared >= _SAME_WORDS * min(len(claim.terms), len(denial.terms))
    return not quoted and (one == two or text_of(one, descents) != text_of(two, descents))


def _pairing(sides: Sequence[Side]) -> Iterator[Pairing]:
    """The pairing of two sides, the earlier reported first; none where a side stands in no statement."""
    if len(sides) == 2:
        left, right = sorted(sides, key=when_reported)
        yield Pairing(slot="polarity", left=left, right=right, decision=_SAID_NOT, score=_PERHAPS)


def _side(word: Word, statements: Sequence[Statement], readings: Mapping[str, Reading], value: str) -> Side | None:
    """The words around a word, as a side; None where no statement holds them."""
    said = word.said
    holder = holder_of(said.extent, (s for s in statements if s.span.article == said.article))
    if holder is None:
        return None
    start = max(said.extent[0], word.place[0] - _BEFORE_CHARS)
    text = readings[said.article].article.text
    start = text.find(" ", start, word.place[0]) + 1 if start > said.extent[0] else start
    side = side_at(holder, (start, max(word.place[1], said.extent[1])), readings, value)
    return replace(side, voice=said.voice)
