"""What one voice calls for and another opposes: "called for more pressure", "pressure will not work"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import product

from msgspec.structs import replace

from twosource.crosscheck.attributed import PRONOUNS, do_meet, extent_of, holder_of, share_a_word, speaker_of
from twosource.crosscheck.by_article import group_by_article
from twosource.crosscheck.decision import Decision
from twosource.crosscheck.framing import FRAME
from twosource.crosscheck.sides import Pairing, side_at, when_reported
from twosource.crosscheck.voices import VoiceBook
from twosource.model import Attribution, Descent, Extent, Reading, ReadingOf, Statement, text_of
from twosource.text.clauses import split_clauses
from twosource.text.cued import Cued
from twosource.text.terms import Term, TermWeights, country_groups, find_terms, is_verb

_CALLS_FOR = Cued(
    re.compile(
        r"\b(?:call(?:s|ed|ing)? for|push(?:es|ed|ing)? for|press(?:es|ed|ing)? for|needs? (?:for|more)"
        r"|(?:in favou?r|supportive|in support) of|back(?:s|ed|ing)|(?<!of )support(?:s|ed|ing)?|favou?r(?:s|ed|ing)?"
        r"|propos(?:e|es|ed|ing)|advocat\w+|demand(?:s|ed|ing)?|intensifying of"
        r"|(?:to|and|must|should|will) (?:intensify|increase|strengthen|step up)|better off|endors(?:e|es|ed|ing)"
        r"|approv(?:e|es|ed) of|welcom(?:e|es|ed|ing)|prais(?:e|es|ed|ing)|defend(?:s|ed|ing)?)\b"
        r"(?! (?:an? |the |any )?(?:\w+ )?(?:end|halt|stop|ban|withdrawal|removal|repeal)\b)",
        re.IGNORECASE,
    ),
    (
        *("call", "push", "press", "need", "favo", "support", "back", "propos", "advocat", "demand", "intensif"),
        *("increase", "strengthen", "step up", "better off", "endors", "approv", "welcom", "prais", "defend"),
    ),
)
_CANNOT = r"(?:(?:will|would|does|do|did|can|could)(?: not|n['’]t)|cannot|can['’]t|won['’]t)"
_IS_NO_USE = Cued(
    re.compile(
        r"\b(?:oppos(?:e|es|ed)|object(?:s|ed) to|reject(?:s|ed|ing)?|rul(?:e|es|ed|ing) out|dismiss(?:es|ed|ing)?"
        rf"|{_CANNOT} (?:\w+ly )?(?:work|solve|help|stop|change|bring|achieve|need|support|accept|make sense"
        r"|be (?:effective|acceptable|tolerated|justified))"
        r"|no (?:need|appetite|case|reason|place|point|support|justification) (?:for|in|to)|non-?starter|unnecessary"
        r"|unacceptable|unjustified|pointless|counter-?productive|taboo|wrong (?:approach|way|answer)"
        r"|(?:is|are|was) (?:not|never) (?:acceptable|necessary|the (?:answer|solution|way))|resist(?:s|ed|ing)"
        r"|(?:is|are|was|were|strongly) against|condemn(?:s|ed|ing)?|criticis(?:e|es|ed|ing)|criticiz(?:e|es|ed|ing)"
        r"|denounc(?:e|es|ed|ing))\b",
        re.IGNORECASE,
    ),
    (
        *("oppos", "object", "reject", "rul", "dismiss", "not", "n't", "n’t", "no ", "starter", "unnecessary"),
        *("unacceptable", "unjustified", "pointless", "productive", "taboo", "wrong ", "never", "resist", "against"),
        *("condemn", "critici", "denounc"),
    ),
)
_NO_STAND = re.compile(
    r"\b(?:if|unless|until|whether|unable|fail\w*|who|to|would|call(?:s|ed|ing)? for)\s+(?:\w+\s+){0,4}$", re.IGNORECASE
)
"""Before a word against something: nobody has taken this stand."""
_OF_A_THING = re.compile(r"(?:\b(?:an?|the|any|its|his|her|their|this|that|these|those)|['’]s?)\s+$", re.IGNORECASE)
"""Before a participle that describes a thing: "a proposed ceasefire" is no proposal of the speaker's."""
_COMMON = frozenset(
    """people woman man person child country government year day time thing way world employee worker student family
    state leader president company percent percentage administration decision document special fully white election
    """.split()
)
"""Stand in what many call for and many condemn, and are what neither is about."""
_IS_SHARE = re.compile(r"\d|\bpercent\b")  # "39 percent" of a poll is no speaker
_NOBODY = PRONOUNS | {"this", "these", "those"}
_REACH_TERMS = 3  # content words between "call for" and what is called for
_SUBJECT_TERMS = 4  # "pressure and sanctions against the North cannot solve this"
_NEAR_CHARS, _NEAR = 1500, 0.3
_PERHAPS = 0.45  # 14 of 24 that were read in 150 stories of politics are right
_OPPOSED = Decision(ReadingOf.DISAGREEMENT, "one voice calls for what another opposes")


Order = tuple[float, str, int, int, str, int, int]


@dataclass(frozen=True)
class Stand:
    """What one voice calls for or opposes, in the words around the verb, and where it says so."""

    attribution: Attribution
    voice: str
    statement: Statement
    extent: Extent
    about: frozenset[str]
    terms: frozenset[str]


def pair_remedies(
    statements: Sequence[Statement], readings: Mapping[str, Reading], descents: Mapping[str, Descent], book: VoiceBook
) -> list[Pairing]:
    """For each thing called for and each voice against it, the call that is most like the words against it.

    Two voices are shown against each other once.

    Policy: the noun must stand right behind the call, and beside the word against it, so that both are about it; names
    and countries are on every side and are left out.
    """
    calls = list(_stands(statements, readings, book, _CALLS_FOR, before=0))
    against = list(_stands(statements, readings, book, _IS_NO_USE, before=_SUBJECT_TERMS)) if calls else []
    weights = TermWeights.among(s.terms for s in (*calls, *against))
    best: dict[tuple[str, str], tuple[Order, Stand, Stand]] = {}
    for call, other in product(calls, against):
        if call.about & other.about and _may_oppose(call, other, descents):
            order = _order(weights.overlap(call.terms, other.terms), call, other)
            for noun in call.about & other.about:
                key = (noun, other.voice)
                if key not in best or order < best[key][0]:
                    best[key] = (order, call, other)
    shown: dict[frozenset[str], tuple[Stand, Stand]] = {}
    for _, call, other in sorted(best.values(), key=lambda found: found[0]):
        shown.setdefault(frozenset((call.voice, other.voice)), (call, other))
    return [_pairing(call, other, readings) for call, other in shown.values()]


def _order(likeness: float, call: Stand, other: Stand) -> Order:
    """The most alike first, then by place; an article that prints both near each other has done the matching for us."""
    beside = call.statement.span.article == other.statement.span.article
    near = beside and abs(call.extent[0] - other.extent[0]) <= _NEAR_CHARS
    return (
        -likeness - _NEAR * near,
        call.statement.span.article,
        *call.extent,
        other.statement.span.article,
        *other.extent,
    )


def _stands(
    statements: Sequence[Statement],
    readings: Mapping[str, Reading],
    book: VoiceBook,
    cue: Cued,
    *,
    before: int,
) -> Iterator[Stand]:
    for article, here in group_by_article(statements, readings).items():
        reading = readings[article]
        if not cue.may_match(reading.article.text):
            continue
        for attribution in sorted(reading.attributions, key=lambda a: a.id):
            name, extent = speaker_of(attribution), extent_of(attribution)
            holder = holder_of(extent, here)
            if not name or holder is None or name.lower() in _NOBODY or _IS_SHARE.search(name) is not None:
                continue
            about = frozenset(_about(reading.article.text, extent, cue, before=before))
            if about and (about := about - _named(reading)):
                terms = frozenset(t.group for s in attribution.content for t in find_terms(s.quote))
                yield Stand(attribution, book.resolve(name), holder, extent, about, terms)


def _named(reading: Reading) -> frozenset[str]:
    """The words of all names of an article."""
    return frozenset(t.group for m in reading.entities for t in find_terms(m.span.quote))


def _about(text: str, extent: Extent, cue: Cued, *, before: int) -> Iterator[str]:
    """The nouns next to each cue, in its clause."""
    if not cue.may_match(text, *extent):
        return
    for clause in split_clauses(text, *extent):
        for found in cue.pattern.finditer(text, *clause):
            if found[0].endswith("ed") and _OF_A_THING.search(text, clause[0], found.start()):
                continue
            if before and _NO_STAND.search(text, clause[0], found.start()):
                continue
            ahead = find_terms(text, clause[0], found.start())
            behind = find_terms(text, found.end(), clause[1])
            near = [*ahead[max(0, len(ahead) - before) :], *behind[:_REACH_TERMS]]
            beside = [*near[1:], *behind[_REACH_TERMS : _REACH_TERMS + 1], None]
            yield from (t.group for t, following in zip(near, beside, strict=False) if _is_thing(text, t, following))


def _is_thing(text: str, term: Term, following: Term | None) -> bool:
    """Whether a word names a thing, and not only of which kind the next word is: "gun" in "gun control"."""
    modifies = following is not None and text[term.end : following.start] in {" ", "-"} and _is_noun(following)
    return _is_noun(term) and not modifies


def _is_noun(term: Term) -> bool:
    out = term.lemma in FRAME or term.group in FRAME or term.lemma in _COMMON or term.group in country_groups()
    return not out and not is_verb(term.lemma)


def _may_oppose(call: Stand, other: Stand, descents: Mapping[str, Descent]) -> bool:
    a, b = call.statement.span.article, other.statement.span.article
    if share_a_word(call.voice, other.voice) or call.attribution.id == other.attribution.id:
        return False
    nested = a == b and do_meet(call.extent, other.extent)
    return not nested and (a == b or text_of(a, descents) != text_of(b, descents))


def _pairing(call: Stand, other: Stand, readings: Mapping[str, Reading]) -> Pairing:
    sides = [
        replace(side_at(stand.statement, stand.extent, readings, value), voice=stand.voice)
        for stand, value in ((call, "called for"), (other, "opposed"))
    ]
    left, right = sorted(sides, key=when_reported)
    return Pairing(slot="polarity", left=left, right=right, decision=_OPPOSED, score=_PERHAPS)
