"""Who did what to whom in a statement of coverage, and whether it was done, as against a text that is asked about."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from twosource.crosscheck.asked.asked import Asked, find_content, is_past
from twosource.model import Modality, Named, Polarity, Stance, Statement
from twosource.text.clauses import split_clauses
from twosource.text.terms import Term, group_of

_NEGATES = re.compile(
    r"\b(?:not|cannot|never|no longer|neither|nobody|no one|without|refus\w+|fail(?:ed|s|ing)? to|unable to"
    r"|declin\w+ to|den(?:y|ies|ied|ying)|reject\w*|ruled out|cancel\w*|call\w* off|prevent\w*|avoid\w*|instead of"
    r"|rather than)\b"
    r"|n['’]t\b|\bno\s+(?!doubt\b|less\b|more\b)",
    re.IGNORECASE,
)
_HARMLESS = re.compile(
    r"\bnot (?:only|just|yet clear|known (?:if|how|who|why|what))\b|\bwhether or not\b", re.IGNORECASE
)
_SAME_LENGTH = 1.3  # a sentence hardly longer than the text has no room for a negation of something else
_BEFORE_CHARS, _AFTER_CHARS = 32, 12  # where a negation bears on a verb, "did not, he said, visit" included
_PASSIVE = re.compile(
    r"\b(?:is|are|was|were|be|been|being)\s+(?:(?:\w+ly|not|never|last|also|been)\s+)*$", re.IGNORECASE
)
_BY = re.compile(r"\s+by\b", re.IGNORECASE)
_OFFICES = frozenset(
    """president minister premier chancellor leader king queen mayor governor senator chief head chairman
    official""".split()
)
"""Stand for somebody named elsewhere: "the US President also imposed" may be the text's doer."""
_ASIDE = re.compile(r", \w+,")
_REDUCED = re.compile(r"\w+(?:ed|en)\s+(?:in|at|by|on|during|from|when)\b", re.IGNORECASE)
"""May be a passive without its "was": "the people killed in the blast"."""
_AHEAD = re.compile(
    r"\b(?:will|would|shall|plans?|planned|due|set|expected|expects|scheduled|going|intends?|wants?|hopes?)"
    r" [^.;,]{0,24}$",
    re.IGNORECASE,
)
_PERHAPS = re.compile(r"\b(?:may|might|could|can|would|whether|if) [^.;,]{0,16}$", re.IGNORECASE)
_IF = re.compile(r"\b(?:if|unless|in case)\b", re.IGNORECASE)

_OPPOSITES = """
rise:drop rise:fall arrive:leave open:close begin:finish win:lose accept:reject buy:sell build:destroy support:oppose
free:arrest admit:deny praise:criticize include:exclude hire:dismiss increase:decrease strengthen:weaken import:export
approve:reject expand:shrink convict:acquit kill:save survive:die confirm:deny allow:ban lift:impose
"""


@cache
def _opposites() -> Mapping[str, frozenset[str]]:
    """Verb group -> the groups that say the opposite; a pair that one class holds is none."""
    found: dict[str, set[str]] = {}
    for one, two in (pair.split(":") for pair in _OPPOSITES.split()):
        a, b = group_of(one), group_of(two)
        if a != b:
            found.setdefault(a, set()).add(b)
            found.setdefault(b, set()).add(a)
    return {verb: frozenset(others) for verb, others in found.items()}


def has_opposite(asked: Asked, statement: Statement) -> bool:
    """Whether the statement has a verb that says the opposite of the text's."""
    others = _opposites().get(asked.verb or "", frozenset())
    return any(_places(statement.span.quote, other) for other in sorted(others))


def is_denied(asked: Asked, statement: Statement) -> bool:
    """Whether the statement denies what is asked: at the text's verb, or by a speaker who denies it."""
    words, own = statement.span.quote, asked.statement.span.quote
    if _differ_in_one_word(words, own) and _count_negations(words) != _count_negations(own):
        return not asked.denied
    cue = _negates(words) or statement.stance is Stance.DENIED
    if cue != _negates(own) and (not cue or len(words) < _SAME_LENGTH * len(own)):
        return not asked.denied
    verbs = _places(words, asked.verb or "")
    if not verbs:
        return statement.polarity is Polarity.DENIED
    return statement.stance is Stance.DENIED or any(_negates(_around(words, term)) for term in verbs)


def _negates(words: str) -> bool:
    return _NEGATES.search(_HARMLESS.sub(" ", words)) is not None


def _count_negations(words: str) -> int:
    return len(_NEGATES.findall(_HARMLESS.sub(" ", words)))


def _differ_in_one_word(one: str, two: str) -> bool:
    """Whether a word put into one sentence makes the other: where both negate something, one more negation tells."""
    shorter, longer = sorted((one.lower().split(), two.lower().split()), key=len)
    at = next((n for n, (a, b) in enumerate(zip(shorter, longer, strict=False)) if a != b), len(shorter))
    return len(longer) - len(shorter) == 1 and longer[at + 1 :] == shorter[at:]


def _around(words: str, term: Term) -> str:
    return words[max(0, term.start - _BEFORE_CHARS) : term.end + _AFTER_CHARS]


def _places(words: str, group: str) -> list[Term]:
    """Where a verb stands; the "left" of a caption ("Rooke, left, and Orre") is none."""
    return [
        t
        for t in find_content(words)
        if t.group == group and _ASIDE.fullmatch(words, max(0, t.start - 2), t.end + 1) is None
    ]


def is_weaker(asked: Asked, statement: Statement) -> bool:
    """Whether coverage only plans, or holds possible, what the text tells as done or as certain."""
    own = asked.statement.modality
    if own is Modality.CONDITIONAL or statement.modality not in {Modality.CONDITIONAL, Modality.PLANNED}:
        return False
    words = statement.span.quote
    befores = [words[: verb.start] for verb in _places(words, asked.verb or "")] or [words]
    if all(_PERHAPS.search(before) for before in befores) or _IF.search(words):
        return statement.modality is Modality.CONDITIONAL
    return asked.past and own is not Modality.PLANNED and all(_AHEAD.search(before) for before in befores)


def is_past_for_plan(asked: Asked, statement: Statement) -> bool:
    """Whether the text tells of what is to come and coverage of what is over."""
    words = statement.span.quote
    verbs = _places(words, asked.verb or "")
    planned = asked.statement.modality is Modality.PLANNED
    return planned and bool(verbs) and all(is_past(words, v.start, v.end) for v in verbs)


def is_turned_round(asked: Asked, statement: Statement) -> bool:
    """Whether what stands before the verb of the text stands behind it here, and what stands behind it before it."""
    words = statement.span.quote
    verbs = _places(words, asked.verb or "")
    if not verbs or _is_passive(asked):
        return False
    return all(_is_turned_at(words, verb, asked) for verb in verbs)


def _is_turned_at(words: str, verb: Term, asked: Asked) -> bool:
    before = {t.group for t in find_content(words, 0, verb.start)}
    after = {t.group for t in find_content(words, verb.end)}
    if _is_undergone(words, verb):
        return _are_exchanged(asked, after, before)
    return _are_exchanged(asked, before, after) and _REDUCED.match(words, verb.start) is None


def _are_exchanged(asked: Asked, before: set[str], after: set[str]) -> bool:
    """Whether no doer is left before the verb, and what is done to stands there: all of it, or every name in it."""
    doers, others = asked.doers - asked.others, asked.others - asked.doers
    if not doers & after or doers & before:
        return False
    named = others & asked.named
    return bool(others & before and not others & after) or bool(named & before and not named & after)


def _is_undergone(words: str, verb: Term) -> bool:
    """Whether who stands before the verb is not the doer: a passive, or the dying of a killing."""
    if words[verb.start : verb.end].lower().endswith("ing"):
        return False
    passive = _PASSIVE.search(words, 0, verb.start) or _BY.match(words, verb.end)
    return passive is not None or verb.lemma in {"die", "death"}


def _is_passive(asked: Asked) -> bool:
    words = asked.statement.span.quote
    return any(_is_undergone(words, verb) for verb in _places(words, asked.verb or ""))


def is_others_act(asked: Asked, statement: Statement) -> bool:
    """Whether the text's verb stands in a clause with a doer of its own that the text does not name."""
    words = statement.span.quote
    verbs = _places(words, asked.verb or "")
    if not asked.doers or not verbs or _is_passive(asked):
        return False
    return all(not _is_undergone(words, verb) and _has_other_doer(asked, statement, verb) for verb in verbs)


def _has_other_doer(asked: Asked, statement: Statement, verb: Term) -> bool:
    words, start = statement.span.quote, statement.span.start
    begin = next((s for s, e in split_clauses(words, 0, len(words)) if s <= verb.start < e), 0)
    before = find_content(words, begin, verb.start)
    named = [s.span for s in statement.slots if isinstance(s.value, Named)]
    if asked.doers & {t.group for t in before} or not any(begin <= s.start - start < verb.start for s in named):
        return False
    return before[-1].lemma not in _OFFICES if before else True
