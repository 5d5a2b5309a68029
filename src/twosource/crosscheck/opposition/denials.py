"""Where one voice denies what another says: a disagreement between voices, never a conflict of facts."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from msgspec.structs import replace

from twosource.crosscheck.decision import Decision
from twosource.crosscheck.opposition.positions import OUTLET, Position, find_positions, tells_of_denial
from twosource.crosscheck.sides import Pairing, side_of, when_reported
from twosource.crosscheck.voices import VoiceBook
from twosource.model import Descent, Reading, ReadingOf, Side, Statement, text_of
from twosource.text.terms import TermWeights

_MIN_SHARED = 3  # two shared words are the topic; three are a claim
_BESIDE = 0.1  # an article that sets one beside the other has done the matching for us
_VERBS = 0.2  # of two assertions that share as much, the one that shares the verbs is denied
_OFFICERS = frozenset("police officer officers authorities investigators detectives deputies officials sheriff".split())
_OF_A_BODY = frozenset(
    """
    alliance spokesman spokeswoman spokesperson representative representatives office statement source sources
    """.split()
)
"""Say who speaks for a body, and not which body it is."""
_TURN = re.compile(r"\b(?:but|although|though|while|however|which)\b", re.IGNORECASE)
_OF_DENIAL = {True: 0.34, False: 0.5}  # share of the denial's weight that is shared, by three words and by two
_OF_ASSERTION = {True: 0.2, False: 0.3}  # and of the assertion's: a long sentence may assert other things too


def pair_denials(
    statements: Sequence[Statement],
    readings: Mapping[str, Reading],
    descents: Mapping[str, Descent],
    book: VoiceBook,
) -> list[Pairing]:
    """For each voice that denies something, the assertion of another voice that it denies most plainly.

    Policy: the denial must have a voice and a word of denial; the assertion may be anybody's, the outlet's own
    included. Both must share a verb and two more words of content, and these must carry a good part of what each speaks
    of. A named voice is preferred to the outlet's own words.
    """
    denials, claims = find_positions(statements, readings, book)
    weights = TermWeights.among(p.terms for p in (*denials, *claims))
    best: dict[str, tuple[float, Position, Position]] = {}
    for denial, claim in _share_a_verb(denials, claims):
        score = _score(denial, claim, weights) if _may_stand_against(denial, claim, descents) else 0.0
        key = denial.voice
        if score and (key not in best or _order(score, denial, claim) < _order(*best[key])):
            best[key] = (score, denial, claim)
    return [_pairing(*best[key], readings) for key in sorted(best)]


def _share_a_verb(denials: Sequence[Position], claims: Sequence[Position]) -> Iterator[tuple[Position, Position]]:
    """Each denial with each assertion that has one of its verbs, in order."""
    holders: dict[str, list[int]] = {}
    for place, claim in enumerate(claims):
        for verb in claim.verbs:
            holders.setdefault(verb, []).append(place)
    for denial in denials:
        places = {place for verb in denial.verbs for place in holders.get(verb, ())}
        yield from ((denial, claims[place]) for place in sorted(places))


def _order(score: float, denial: Position, claim: Position) -> tuple[bool, bool, float, str, int, int]:
    """A named voice first, then words that tell of no denial themselves, then the plainest."""
    told = tells_of_denial(claim.span.quote)
    return (claim.voice == OUTLET, told, -score, claim.span.article, claim.span.start, denial.span.start)


def _may_stand_against(denial: Position, claim: Position, descents: Mapping[str, Descent]) -> bool:
    one, two = denial.span.article, claim.span.article
    if _is_one_voice(claim.voice, denial.voice) or claim.statement.id == denial.statement.id:
        return False
    return one == two or text_of(one, descents) != text_of(two, descents)


def _is_one_voice(one: str, two: str) -> bool:
    """Whether two voices may be one: one last name in two articles, two words for the police, or for one body.

    >>> _is_one_voice("LaRue", "Fred LaRue"), _is_one_voice("police", "detectives"), _is_one_voice("Iran", "Israel")
    (True, True, False)
    >>> _is_one_voice("Ardent alliance", "Ardent spokesman")
    True
    """
    a, b = (re.findall(r"\w+", name.lower()) for name in (one, two))
    if not a or not b or OUTLET in (one, two):
        return one == two
    if a[-1] == b[-1] or (a[-1] in _OFFICERS and b[-1] in _OFFICERS):
        return True
    one_body, other = (set(words) - _OF_A_BODY for words in (a, b))
    return bool(one_body) and one_body == other


def _only_tells_of_denial(claim: Position) -> bool:
    """Whether a claim is that somebody denies it: "she reported that he denied it too"."""
    return tells_of_denial(claim.span.quote) and _TURN.search(claim.span.quote) is None


def _score(denial: Position, claim: Position, weights: TermWeights) -> float:
    shared = denial.terms & claim.terms
    beside = denial.span.article == claim.span.article
    close = beside and claim.voice != OUTLET
    if len(shared) < _MIN_SHARED - close or not denial.verbs & claim.verbs:
        return 0.0
    if claim.conditional or _only_tells_of_denial(claim):
        return 0.0
    weight = weights.of(shared)
    of_denial = weight / weights.of(denial.terms)
    of_claim = weight / weights.of(claim.terms)
    sure = len(shared) >= _MIN_SHARED
    if of_denial < _OF_DENIAL[sure] or of_claim < _OF_ASSERTION[sure]:
        return 0.0
    of_verbs = len(denial.verbs & claim.verbs) / len(denial.verbs)
    return min(1.0, (of_denial + of_claim) / 2 + _VERBS * of_verbs + (_BESIDE if beside else 0.0))


def _pairing(score: float, denial: Position, claim: Position, readings: Mapping[str, Reading]) -> Pairing:
    sides = _side(claim, readings, value="asserted"), _side(denial, readings, value="denied")
    left, right = sorted(sides, key=when_reported)
    decision = Decision(ReadingOf.DISAGREEMENT, "one voice denies what another says")
    return Pairing(slot="polarity", left=left, right=right, decision=decision, score=score)


def _side(position: Position, readings: Mapping[str, Reading], *, value: str) -> Side:
    side = side_of(readings[position.span.article], position.statement, position.span, value)
    return side if position.voice == OUTLET else replace(side, voice=position.voice)
