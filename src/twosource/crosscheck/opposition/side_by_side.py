"""Two voices that an article sets against each other: "The navy said ..., but the watchdog said ..."."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from twosource.crosscheck.attributed import PRONOUNS, extent_of, extent_over, holder_of
from twosource.crosscheck.by_article import group_by_article
from twosource.crosscheck.decision import Decision
from twosource.crosscheck.framing import FRAME
from twosource.crosscheck.opposition.positions import denies_in_words
from twosource.crosscheck.quoting import beginning_of
from twosource.crosscheck.sides import Pairing, side_of
from twosource.crosscheck.voices import VoiceBook
from twosource.model import Attribution, Extent, Reading, ReadingOf, Side, Stance, Statement
from twosource.text.sentences import split_sentences
from twosource.text.terms import country_groups, find_terms, groups_in, is_verb, lemma_of
from twosource.text.words import find_words

_TURNS = re.compile(r"(?:^|[\s,;.”\"'’–—-])(?:but|although|though|yet)\s", re.IGNORECASE)
_TURN_TO = re.compile(
    r"[^.;?!]*[,;–—-]\s*(?:but|although|though|while|whereas)\s+"
    r"(?P<who>[A-Za-z][^,.;:?!“”\"]{2,60}?(?:, [A-Z][\w’'-]+(?:,? and [A-Z][\w’'-]+)?)?)\s+"
)
"""Between a source and a cue that do not belong together."""
_OPENS_AGAINST = re.compile(r"\W*(?:but|however)\b|[^.;]{3,60},\s+however,", re.IGNORECASE)
_NEGATED = re.compile(r"\b(?:not|no|never|cannot|none|nothing|unlikely|false|wrong)\b|n\s?['’]\s?t\b", re.IGNORECASE)
_TAKEN_UP = re.compile(
    r"\W*(?:the|this|that|those|these|such|any|an?|his|her|its|their)?\s*"
    r"(?:possibility|idea|notion|claim|allegation|accusation|suggestion|assertion|rumou?r|theory|criticism|report|it|this"
    r"|that|them|charge(?!s))s?\W*$",
    re.IGNORECASE,
)
KNOWS_NOTHING = re.compile(
    r"(?:(?:\bnot|n['’]t) (?:(?:yet|immediately|been|have) )*(?:clear|known?|sure|certain|say|said|saying|comments?"
    r"|confirm(?:ed)?|release|identify|determined?|disclosed?)|\bno (?:comment|details|word|information)"
    r"|\bhard to (?:say|tell|determine|know)"
    r"|\bunder investigation|\binvestigation (?:is|remains)|\bongoing|\bunclear|\bdeclin(?:e|ed)|\brefus(?:e|ed) to"
    r"|\bunable to|\bstill)\b",
    re.IGNORECASE,
)
_HEAD = re.compile(r"\W*(?:but|however),?\s", re.IGNORECASE)
_JOINED = re.compile(r"[\s,;–—-](?:but|although|though)\s+(?:the\s+)?$", re.IGNORECASE)
_POINTS_BACK = re.compile(r"\b(?:this|these|those|such)\b", re.IGNORECASE)  # "it would go on flying" is the speaker
_DISPUTES = re.compile(
    r"\b(?:s[ck]eptical (?:of|about)|doubtful (?:of|about)|disagree(?:s|d)? with|(?:take|took|takes|taken) issue with"
    r"|cast(?:s|ing)? doubt on|disput(?:e|es|ed)|question(?:s|ed)|challeng(?:es|ed)|contradict(?:s|ed)|refut(?:es|ed)"
    r"|reject(?:s|ed)|dismiss(?:es|ed))\s+(?:that|this|such|those|these)\s+(?:\w+\s+)?"
    r"(?:claim|assertion|assessment|account|report|view|notion|idea|suggestion|allegation|accusation|criticism"
    r"|explanation|theory|conclusion|argument|estimate|version|possibility)s?\b",
    re.IGNORECASE,
)
_CORRECTS = re.compile(
    r"\b(?:only|merely|simply|just|rather|instead|actually|in fact|foremost|remain(?:s|ed)?|fail(?:s|ed|ure)?|false"
    r"|wrong|untrue|misleading)\b",
    re.IGNORECASE,
)
"""In what the second says: it is so, and not as the first has it. A "not" alone is as often of another question."""
_CONTENDS = frozenset(
    """
    argue claim insist maintain contend allege complain counter dispute deny dismiss reject accuse assert doubt
    """.split()
)
"""Verbs that a reporter takes where somebody else says otherwise."""
_TIME_PASSES = re.compile(
    r"\b(?:initially|originally|at first|previously|earlier|later|since|no longer)\b", re.IGNORECASE
)
"""Next to a verb of speech: one side has turned, and two voices are not opposed."""
_CONCEDES = frozenset("acknowledge admit concede confirm".split())
_FIRM_FIRST = frozenset({Stance.DENIED, Stance.CLAIMED, Stance.ACCUSED})
_FIRM = _FIRM_FIRST | {Stance.BELIEVED}  # what was expected at first and what came are no dispute
_TO_SOURCE_CHARS = 45  # "But on Thursday, the harbour's chief engineer, Orla Stone": the speaker stands at the head
_SPEAKS = frozenset(
    """
    say tell claim insist maintain argue deny dispute believe think see view regard consider call describe suspect
    counter contend assert declare announce state warn criticize criticise condemn question doubt estimate suggest reply
    respond stress note find add write post tweet accuse reject dismiss characterize characterise report show conclude
    acknowledge admit confirm complain urge propose disagree agree fear feel label brand predict expect explain
    """.split()
)
"""Verbs by which somebody holds a view; who only notices, ignores or echoes something opposes nobody."""
_NOBODY = frozenset("also earlier far later meanwhile now previously since so still then today yet".split())
"""Words that begin the next clause and name no voice: "police said ..., but later said ..."."""
_OWN = re.compile(
    r"\b(?:his|her|their|its) (?:own )?(?:[\w’'-]+ ){0,2}(?:['’]s )?"
    r"(?:report|statement|office|spokes\w+|letter|testimony)\b",
    re.IGNORECASE,
)
"""What speaks for a speaker; his lawyer may contradict who spoke of him."""
_OF_THE_SAME = re.compile(r"\bin (?:the|that|this|its|his|her) (?:same )?(?:statement|interview|letter)\b")
_SPOKESMAN = re.compile(r"\bspokes(?:man|woman|person|people)\b", re.IGNORECASE)
_ALSO = re.compile(r"\b(?:also|too|likewise|similarly|agree[sd]?)\b", re.IGNORECASE)
_AGREES = re.compile(r"\b(?:also|likewise|similarly|(?:did|does|do)(?: not|n[’']t) deny)\b", re.IGNORECASE)
_SHARE = re.compile(r"\d ?(?:%|percent\b)")  # two shares of one poll deny nobody
_HEAD_CHARS = 15
_IS_TOLD = re.compile(r"\b(?:was|were|been|is|are) told\b", re.IGNORECASE)  # who is told says nothing
_OWN_CHARS = 12
_MIN_WORDS = 4
_MAX_NAME_WORDS = 6
_SHARED = 2  # a "but" at the head of a sentence turns against the last speaker only where both speak of one thing
_NEXT_CHARS = 300  # further on, "but" turns against something else
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


Sayings = Mapping[str, Sequence[Saying]]
"""The sayings of each article of a story, in order."""


def pair_voices_side_by_side(
    statements: Sequence[Statement], readings: Mapping[str, Reading], sayings: Sayings
) -> list[Pairing]:
    """Each two sayings of an article that it opposes by its own words.

    Policy: only neighbours are opposed: by "but" inside one sentence, by "but" or "however" at the head of the next
    where both speak of one thing and one denies, or by a voice that dismisses "the idea" just spoken of. One voice
    never opposes itself, and who only knows nothing yet opposes nobody.
    """
    told = group_by_article(statements, readings)
    return [pairing for article in told for pairing in _opposed_in(readings[article], told[article], sayings[article])]


def _opposed_in(reading: Reading, statements: Sequence[Statement], sayings: Sequence[Saying]) -> Iterator[Pairing]:
    for first, second in pairwise(sayings):
        if are_two(first.voice, second.voice) and _is_against(reading.article.text, first, second):
            sides = [side_of_saying(reading, s, statements) for s in (first, second)]
            if sides[0] is not None and sides[1] is not None and sides[0].span != sides[1].span:
                yield Pairing("polarity", sides[0], sides[1], _SET_AGAINST, _TOLD_OUTRIGHT)


def are_two(one: str, two: str) -> bool:
    """Whether two voices share no word, and neither is a pronoun, an adverb or a verb taken for a name."""
    a, b = (set(voice.lower().split()) for voice in (one, two))
    if a <= _NOBODY or b <= _NOBODY:
        return False
    verbs = any(len(words) == 1 and is_verb(lemma_of(next(iter(words)))) for words in (a, b))
    return not a & b and not (a | b) & PRONOUNS and not verbs


def sayings_of(readings: Mapping[str, Reading], book: VoiceBook) -> Sayings:
    """The sayings of all articles of a story."""
    return {article: list(_find_sayings(readings[article], book)) for article in readings}


def _find_sayings(reading: Reading, book: VoiceBook) -> Iterator[Saying]:
    """The sayings of an article in order, each outermost; an attribution without a voice says nothing here."""
    text = reading.article.text
    starts = [start for start, _ in split_sentences(text, 0, len(text))]
    end = -1
    for attribution in sorted(reading.attributions, key=_place):
        turned = _speaker_behind_turn(text, attribution)
        name = text[turned[0] : turned[1]] if turned else attribution.speaks_for or voice_of(attribution)
        if not attribution.content or not name:
            continue
        content, whole = extent_over(attribution.content), extent_of(attribution)
        whole = (turned[0], whole[1]) if turned else whole
        if content[1] <= end or len(find_words(text, *content)) < 1:
            continue
        end = content[1]
        sentence = bisect_right(starts, whole[0])
        yield Saying(attribution, book.resolve(name), whole, content, sentence)


def _speaker_behind_turn(text: str, attribution: Attribution) -> Extent | None:
    """Who stands right before the cue, where the source found stands before a "but": "Iria said ..., but Teral saw"."""
    if not attribution.source or not attribution.cue:
        return None
    source, cue = max(s.end for s in attribution.source), min(s.start for s in attribution.cue)
    turn = _TURN_TO.fullmatch(text, source, cue) if source < cue else None
    return turn.span("who") if turn else None


def voice_of(attribution: Attribution) -> str | None:
    """The name of who speaks; of a name that is half a sentence, the part of the source next before the cue."""
    voice = attribution.voice or " ".join(s.quote for s in attribution.source)
    if len(voice.split()) > _MAX_NAME_WORDS and attribution.cue:
        before = [s for s in attribution.source if s.end <= attribution.cue[0].start]
        return before[-1].quote if before else None
    return voice or None


def _place(attribution: Attribution) -> tuple[int, int, str]:
    spans = attribution.content
    return (spans[0].start, -spans[-1].end, attribution.id) if spans else (0, 0, attribution.id)


def _is_against(text: str, first: Saying, second: Saying) -> bool:
    """Whether the article opposes two neighbours by its words for both; who knows nothing yet opposes nobody."""
    if second.whole[0] - first.whole[1] > _NEXT_CHARS or (_denies(first) and _denies(second)):
        return False
    if first.whole[1] > second.content[0] or not _turns_against(text, first, second):
        return False
    told = (text[first.whole[0] : first.whole[1]], text[second.whole[0] : second.whole[1]])
    if any(KNOWS_NOTHING.search(words) for words in told) or all(_SHARE.search(words) for words in told):
        return False
    return _AGREES.search(text, second.whole[0], second.content[0] + _HEAD_CHARS) is None


def _turns_against(text: str, first: Saying, second: Saying) -> bool:
    words = (text[first.content[0] : first.content[1]], text[second.content[0] : second.content[1]])
    apart = second.sentence - first.sentence
    if _takes_up(second, words[1]) or _DISPUTES.search(text[second.whole[0] : second.whole[1]]):
        return apart <= 1 and not _is_rejected_twice(first, second)
    views = holds_a_view(first, "according") and holds_a_view(second) and not goes_on(text, second, first)
    if not views or min(len(find_words(w)) for w in words) < _MIN_WORDS:
        return False
    opposed = bool(_NEGATED.search(words[0])) != bool(_NEGATED.search(words[1])) or _denies(second)
    opposes = _opposes_at_the_head if apart else _opposes_inside
    return opposes(text, first, second, opposed=opposed)


def _opposes_inside(text: str, first: Saying, second: Saying, *, opposed: bool) -> bool:
    """Whether one sentence turns by "but", and the two are opposed or the second takes up the first."""
    if _TURNS.search(text, first.content[1] - 1, second.content[0]) is None or has_turned(text, first, second):
        return False
    opposed = opposed and (_speaks_of_the_same(text, first, second) or _contends(first, second))
    return opposed or _is_firm(first, second) or _answers(text, second)


def _opposes_at_the_head(text: str, first: Saying, second: Saying, *, opposed: bool) -> bool:
    """Whether the next sentence opens with "But": and its speaker, or a denial, and both speak of one thing."""
    contends = _contends(first, second)
    if not (contends or _CORRECTS.search(text, *second.content)):
        return False
    if _speaks_against(text, first, second) and _speaks_of_the_same(text, first, second):
        return True
    many = len(_shared(text, first, second)) >= _SHARED
    return contends and opposed and many and _opens_against(text, second)


def _speaks_of_the_same(text: str, first: Saying, second: Saying) -> bool:
    """Whether the second saying has a word of the first, or points back to it."""
    return bool(_shared(text, first, second)) or _POINTS_BACK.search(text, *second.content) is not None


def _shared(text: str, first: Saying, second: Saying) -> set[str]:
    """The words of content that two sayings share, without countries; what a relative clause is about counts for it."""
    words = [text[_about(text, first) : first.content[1]], text[second.content[0] : second.content[1]]]
    return (_terms(words[0], first) & _terms(words[1], second)) - country_groups()


def _about(text: str, saying: Saying) -> int:
    """Where the words begin that a content goes on with: "a launch which, according to Roe, put it in orbit"."""
    opened = _RELATIVE.search(text, max(0, saying.whole[0] - _RELATIVE_CHARS), saying.whole[0])
    if opened is None:
        return saying.content[0]
    return max(text.rfind(mark, 0, opened.start()) for mark in ("\n", ". ")) + 1


_RELATIVE_CHARS = 8
_RELATIVE = re.compile(r"\b(?:which|that|who),? ?$")


def _contends(*sayings: Saying) -> bool:
    """Whether one of two says it by a verb that a reporter takes where somebody says otherwise."""
    return any(s.attribution.stance in _FIRM_FIRST or not _CONTENDS.isdisjoint(_cue_lemmas(s)) for s in sayings)


def _cue_lemmas(saying: Saying) -> list[str]:
    return [lemma_of(word.form) for span in saying.attribution.cue for word in find_words(span.quote)]


def has_turned(text: str, first: Saying, second: Saying) -> bool:
    """Whether one side says so by now, or grants it: "officials at first said ..., but later said"."""
    heads = (text[s.whole[0] : s.content[0]] + " ".join(c.quote for c in s.attribution.cue) for s in (first, second))
    granted = not _CONCEDES.isdisjoint(_cue_lemmas(second))
    return granted or any(_TIME_PASSES.search(words) is not None for words in heads)


def holds_a_view(saying: Saying, *others: str) -> bool:
    """Whether the cue is a verb of speech or belief, or a word of denial; a cue that is left out says "said"."""
    if any(_IS_TOLD.search(span.quote) for span in saying.attribution.cue):
        return False
    cue = _cue_lemmas(saying)
    return not cue or saying.attribution.stance is Stance.DENIED or not (_SPEAKS | set(others)).isdisjoint(cue)


def goes_on(text: str, second: Saying, first: Saying) -> bool:
    """Whether the speaker is taken up: "although he added", "but her report said", "an aide said in the statement"."""
    source = " ".join(s.quote for s in second.attribution.source).lower()
    place = _source_start(second)
    owned = place is not None and _OWN.search(text, max(0, place - _OWN_CHARS), place + len(source)) is not None
    same = _OF_THE_SAME.search(text, second.whole[0], second.content[0]) is not None
    same = same or source.startswith(("this ", "the same ")) or _is_own_spokesman(text, second, first)
    return second.sentence - first.sentence <= 1 and (source in PRONOUNS or owned or same)


def _is_own_spokesman(text: str, second: Saying, first: Saying) -> bool:
    """Whether a spokesman who is called by a word of the first speaker's name speaks second."""
    words = text[first.whole[1] : second.content[0]]
    return _SPOKESMAN.search(words) is not None and not groups_in(words).isdisjoint(groups_in(first.voice) - FRAME)


def _answers(text: str, saying: Saying) -> bool:
    """Whether "but" stands right before the speaker, and his words point back: "but analysts see this as a test"."""
    place = _source_start(saying)
    joined = place is not None and _JOINED.search(text, max(0, place - _TO_SOURCE_CHARS), place) is not None
    return joined and _POINTS_BACK.search(text, *saying.content) is not None


def _speaks_against(text: str, first: Saying, second: Saying) -> bool:
    """Whether the next sentence opens with "But" and then its speaker."""
    place, head = _source_start(second), _sentence_start(text, second)
    if place is None or second.sentence - first.sentence != 1 or _HEAD.match(text, head, place) is None:
        return False
    if _ALSO.search(text, place, second.content[1]) is not None:
        return False
    return place - head <= _TO_SOURCE_CHARS and second.content[0] > place


def _source_start(saying: Saying) -> int | None:
    return min((s.start for s in saying.attribution.source), default=None)


def _is_firm(first: Saying, second: Saying) -> bool:
    """Whether one of the two claims or believes, which a reporter writes where another says it is not so."""
    return first.attribution.stance in _FIRM_FIRST or second.attribution.stance in _FIRM


def _takes_up(saying: Saying, content: str) -> bool:
    """Whether a voice rejects what stands before: "dismissed the possibility"."""
    return saying.attribution.stance is Stance.DENIED and _TAKEN_UP.match(content) is not None


def _is_rejected_twice(first: Saying, second: Saying) -> bool:
    """Whether both reject something: "the unions reject the plan, and the mayors reject it"."""
    return first.attribution.stance is Stance.DENIED and second.attribution.stance is Stance.DENIED


def _denies(saying: Saying) -> bool:
    cue = " ".join(s.quote for s in (*saying.attribution.cue, *saying.attribution.content))
    return saying.attribution.stance is Stance.DENIED and denies_in_words(cue, Stance.DENIED)


def _opens_against(text: str, saying: Saying) -> bool:
    return _OPENS_AGAINST.match(text, _sentence_start(text, saying), saying.whole[1]) is not None


def _sentence_start(text: str, saying: Saying) -> int:
    begin = text.rfind("\n", 0, saying.whole[0]) + 1
    stop = max((text.rfind(mark, begin, saying.whole[0]) for mark in (". ", "? ", "! ", "” ")), default=-1)
    return stop + 2 if stop >= 0 else begin


def _terms(words: str, saying: Saying) -> set[str]:
    own = set(saying.voice.lower().split())
    return {t.group for t in find_terms(words) if t.group not in FRAME and t.lemma not in FRAME | own}


def side_of_saying(reading: Reading, saying: Saying, statements: Sequence[Statement]) -> Side | None:
    """A saying as a side, cut to its beginning; None where no statement holds it."""
    start = saying.content[0]
    holder = holder_of((start, start + 1), statements)
    if holder is None:
        return None
    return side_of(reading, holder, beginning_of(reading.article, saying.whole), saying.voice)
