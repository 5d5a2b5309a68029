"""Whether a statement affirms or denies, and how firmly it holds what it says."""

from __future__ import annotations

import re

from twosource.model import Extent, Modality, Polarity, Stance
from twosource.text.cued import Cued

# All patterns read words in lower case: twice as fast as patterns that ignore case.
_NEGATED = re.compile(
    r"\b(?:(?:not|never|no longer|neither|nobody|refus\w+|den(?:y|ies|ied|ying)|reject\w*|dismiss\w*|rul\w+ out"
    r"|rebuff\w*|refut\w+|disput(?:es|ed|ing))\b|no\s+(?!(?:longer|doubt|one|less|more)\b))|(?<=\w\w)n['’]t\b"
)
_NO_SUBJECT = Cued(
    re.compile(r"(?:^|[,“\"]\s?|\bthat )no\s+(?:[\w-]+\s+){1,5}(?:is|are|was|were|has|have|had|will|can)\b"), ("no",)
)
_DENIAL = re.compile(r"den|reject|dismiss|rul|rebuff|refut|disput|refus")
_HARMLESS = re.compile(
    r"\bwhether or not\b|\bnot (?:only|just|yet|immediately|clear|known|know)\b|n['’]t know\b"
    r"|\bdid not (?:immediately )?(?:respond|reply|comment)\b"
    r"|\bnot be reached\b|\bno comment\b|\bnot surprising\w*\b"
)
_PLANNED = Cued(
    re.compile(
        r"\b(?:will|shall|plans? to|planned to|is to|are to|set to|due to|expected to|scheduled|going to|poised to"
        r"|about to|likely to|is expected|are expected|expects?|intends? to|would)\b|['’]ll\b"
    ),
    (
        *("will", "shall", "plan", "is to", "are to", "set to", "due to", "expect", "schedul", "going to", "poised"),
        *("about to", "likely", "intend", "would", "'ll", "’ll"),
    ),
)
_ALLEGED = Cued(
    re.compile(
        r"\b(?:alleg\w+|reported(?:ly)?|purported\w*|suspected|apparently|claim(?:s|ed|ing)?|accus\w+|believed to"
        r"|thought to|said to be|supposed(?:ly)?|unconfirmed|rumou?r\w*)\b"
    ),
    (
        *("alleg", "reported", "purport", "suspected", "apparently", "claim", "accus", "believed", "thought"),
        *("said to be", "suppos", "unconfirmed", "rumo"),
    ),
)
_CONDITIONAL = Cued(
    re.compile(r"\b(?:if|unless|can|could|might|may(?! \d)|whether|provided that|in case)\b"),
    ("if", "unless", "can", "could", "might", "may", "whether", "provided that", "in case"),
)
_CLAIMING = frozenset({Stance.CLAIMED, Stance.ACCUSED, Stance.BELIEVED})


_BEFORE_CHARS, _AFTER_CHARS = 24, 14  # "has so far not been", "poses no threat": where a negation bears on the verb


def polarity_of(words: str, stance: Stance | None = None, *, verb: Extent | None = None) -> Polarity:
    """DENIED for a negated verb or a denied content, not for both at once.

    Policy: `verb` is the place of the main verb in `words`; a negation elsewhere ("talks that have not begun") denies
    another clause and not this one. "Not only", "not yet", "did not respond" deny nothing that anybody said.

    >>> polarity_of("The station is not out of control").value, polarity_of("He did not immediately respond").value
    ('denied', 'affirmed')
    """
    scope = (words if verb is None else words[max(0, verb[0] - _BEFORE_CHARS) : verb[1] + _AFTER_CHARS]).lower()
    negation = _NEGATED.search(scope) and _NEGATED.search(_HARMLESS.sub(" ", scope))
    plain = words.lower()
    if negation is None:
        negation = _NO_SUBJECT.search(plain)
    if stance is Stance.DENIED and (negation is None or _DENIAL.match(negation.group())):
        return Polarity.DENIED
    return Polarity.DENIED if (negation is not None) != (stance is Stance.DENIED) else Polarity.AFFIRMED


def modality_of(words: str, stance: Stance | None = None) -> Modality:
    """How a clause holds what it says; the weakest marker wins.

    >>> [modality_of(w).value for w in ("Xi arrived", "Xi will arrive", "Xi allegedly arrived", "Xi may arrive")]
    ['asserted', 'planned', 'alleged', 'conditional']
    """
    plain = words.lower()
    if _CONDITIONAL.search(plain):
        return Modality.CONDITIONAL
    if stance in _CLAIMING or _ALLEGED.search(plain):
        return Modality.ALLEGED
    return Modality.PLANNED if _PLANNED.search(plain) else Modality.ASSERTED
