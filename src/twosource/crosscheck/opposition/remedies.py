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
        r"\b(?:call(?:s|ed|ing)? for|push(?:es|ed|ing)? for|press(?:es|ed|ing)? for|needs? more"
        r"|(?:in favou?r|supportive|in support) of|back(?:s|ed|ing)|(?<!of )support(?:s|ed|ing)?"
        r"|favou?r(?:s|ed|ing)?|propos(?:e|es|ed|ing)|advocat(?:e[sd]?|ing)|demand(?:s|ed|ing)?|intensifying of"
        r"|(?:to|and|must|should) (?:intensify|increase|strengthen|step up)|better off|endors(?:e|es|ed|ing))\b"
        r"(?! (?:an? |the |any )?(?:\w+ )?(?:end|halt|stop|ban|withdrawal|removal|repeal|cessation)\b)",
        re.IGNORECASE,
    ),
    (
        *("call", "push", "press", "need", "favo", "support", "back", "propos", "advocat", "demand", "intensif"),
        *("increase", "strengthen", "step up", "better off", "endors"),
    ),
)
_CANNOT = r"(?:(?:will|would|does|do|did|can|could)(?: not|n['’]t)|cannot|can['’]t|won['’]t)"
_IS_NO_USE = Cued(
    re.compile(
        r"\b(?:(?P<it>oppos(?:e|es|ed)|object(?:s|ed) to|reject(?:s|ed|ing)?|rul(?:e|es|ed|ing) out"
        rf"|(?:is|are|was|were|strongly) against|{_CANNOT} (?:\w+ly )?support)"
        r"|no (?:need|appetite|case|justification) for"
        rf"|{_CANNOT} (?:\w+ly )?(?:work|solve|help|achieve|make sense|be effective)"
        r"|non-?starter|pointless|counter-?productive|wrong (?:approach|way|answer)"
        r"|(?:is|are|was) (?:not|never) (?:the (?:answer|solution|way)))\b",
        re.IGNORECASE,
    ),
    (
        *("oppos", "object", "reject", "rul", "not", "n't", "n’t", "no ", "against", "starter"),
        *("pointless", "productive", "wrong ", "never"),
    ),
)
"""Somebody is against it (`it` stands behind), or it is of no use (it stands before)."""
_NO_STAND = re.compile(
    r"\b(?:if|unless|until|whether|unable|fail\w*|who|to|would|previously|call(?:s|ed|ing)? for)\s+(?:\w+\s+){0,4}$",
    re.IGNORECASE,
)
"""Before a word against something: nobody has taken this stand."""
_NO_CALL = re.compile(
    r"(?:\b(?:those|who|that|past|previously|once|instead of|not|whether|if|would|to|of|dropped"
    r"|abandoned|withdrew|ignored|resisted|rejected|faced)|n['’]t)\s+(?:\w+ly\s+)?$",
    re.IGNORECASE,
)
"""Right before a word for something: those who are for it are only spoken of."""
_OF_A_THING = re.compile(
    r"(?:\b(?:an?|the|any|its|his|her|their|our|my|this|that|these|those|for|of|receiving|with|without)|['’]s?)\s+$",
    re.IGNORECASE,
)
"""Before a participle or noun: "a proposed ceasefire", "her support for rights" are no stand of the speaker's."""
_MAY_BE_NO_VERB = ("ed", "support", "demand", "demands", "call for", "calls for")
_COMMON = frozenset(
    """people woman man person child country government year day time thing way world employee worker student family
    state leader president company percent percentage administration decision document special fully white election
    """.split()
)
"""Stand in what many call for and many condemn, and are what neither is about."""
_IS_SHARE = re.compile(r"\d|\b(?:percent|polls?|surveys?|respondents)\b", re.IGNORECASE)  # no speaker
_NOBODY = PRONOUNS | {"this", "these", "those"}
_REACH_TERMS = 3  # content words between "call for" and what is called for
_NEAR_TERMS = 5  # in which the two must share a second word
_SHARED = 2  # one noun is called for by many and opposed by many, each time of another thing
_SUBJECT_TERMS = 4  # "pressure and sanctions against the North cannot solve this"
_NEAR_CHARS, _NEAR = 1500, 0.3
_PERHAPS = 0.35  # 1 of 3 that were read outside the packs are right, and 4 of 4 in them
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
    near: frozenset[str]
    """What stands next to the verb, whatever it is: "gun" and "control" of "gun control"."""
    is_no_use: bool
    """Whether it says that something is of no use, and not only that somebody is against it."""
    terms: frozenset[str]


def pair_remedies(
    statements: Sequence[Statement], readings: Mapping[str, Reading], descents: Mapping[str, Descent], book: VoiceBook
) -> list[Pairing]:
    """For each thing called for and each voice against it, the call that is most like the words against it.

    Two voices are shown against each other once.

    Policy: the noun must stand right behind the call, and behind the word against it, so that both are about it; where
    that word does not say that it is of no use, the two must share a second word there ("gun control", "border wall").
    Names and countries are on every side and are left out, and so are those who are for something only by the way.
    """
    calls = list(_stands(statements, readings, book, _CALLS_FOR, before=0))
    against = list(_stands(statements, readings, book, _IS_NO_USE, before=_SUBJECT_TERMS)) if calls else []
    weights = TermWeights.among(s.terms for s in (*calls, *against))
    best: dict[tuple[str, str], tuple[Order, Stand, Stand]] = {}
    for call, other in product(calls, against):
        if call.about & other.about and _is_of_one_thing(call, other) and _may_oppose(call, other, descents):
            order = _order(weights.overlap(call.terms, other.terms), call, other)
            for noun in call.about & other.about:
                key = (noun, other.voice)
                if key not in best or order < best[key][0]:
                    best[key] = (order, call, other)
    shown: dict[frozenset[str], tuple[Stand, Stand]] = {}
    for _, call, other in sorted(best.values(), key=lambda found: found[0]):
        shown.setdefault(frozenset((call.voice, other.voice)), (call, other))
    return [_pairing(call, other, readings) for call, other in shown.values()]


def _is_of_one_thing(call: Stand, other: Stand) -> bool:
    return other.is_no_use or len(call.near & other.near) >= _SHARED


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
            for about, near, is_no_use in _about(reading.article.text, extent, cue, before=before):
                if about and (things := about - _named(reading)):
                    terms = frozenset(t.group for s in attribution.content for t in find_terms(s.quote))
                    beside = near - _named(reading)
                    yield Stand(attribution, book.resolve(name), holder, extent, things, beside, is_no_use, terms)


def _named(reading: Reading) -> frozenset[str]:
    """The words of all names of an article."""
    return frozenset(t.group for m in reading.entities for t in find_terms(m.span.quote))


def _about(
    text: str, extent: Extent, cue: Cued, *, before: int
) -> Iterator[tuple[frozenset[str], frozenset[str], bool]]:
    """For each cue the nouns it may be about, the words next to it in its clause, and whether it is of no use."""
    if not cue.may_match(text, *extent):
        return
    for clause in split_clauses(text, *extent):
        for found in cue.pattern.finditer(text, *clause):
            ahead_of_it = (text, clause[0], found.start())
            if found[0].lower().endswith(_MAY_BE_NO_VERB) and _OF_A_THING.search(*ahead_of_it):
                continue
            if (_NO_STAND if before else _NO_CALL).search(*ahead_of_it):
                continue
            if not before and _IS_NO_USE.search(text, *extent) is not None:
                continue  # "calls for war are pointless"
            is_no_use = before > 0 and found["it"] is None
            ahead = find_terms(text, clause[0], found.start())[-before:] if is_no_use else []
            words = [*ahead, *find_terms(text, found.end(), clause[1])]
            reach = len(ahead) + _REACH_TERMS
            pairs = zip(words[:reach], [*words[1:], None], strict=False)
            about = frozenset(t.group for t, following in pairs if _is_thing(text, t, following))
            near = frozenset(t.group for t in words[: len(ahead) + _NEAR_TERMS]) - FRAME - country_groups()
            yield about, near, is_no_use


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
