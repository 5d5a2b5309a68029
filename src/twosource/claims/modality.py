"""Whether a statement affirms or denies, and how firmly it holds what it says."""

from __future__ import annotations

import re

from twosource.model import Modality, Polarity, Stance

_NEGATED = re.compile(
    r"\b(?:not|never|no longer|neither|nor|without|none of|nobody|refus\w+|den(?:y|ies|ied|ying|ial)|reject\w*"
    r"|dismiss\w*|rul\w+ out|rebuff\w*|refut\w+|disput\w+)\b|n['’]t\b|\bno\s+(?!longer\b|doubt\b|one\b|less\b|more\b)",
    re.IGNORECASE,
)
_HARMLESS = re.compile(
    r"\bnot (?:only|just|yet|immediately|clear|known)\b|\bdid not (?:immediately )?(?:respond|reply|comment)\b"
    r"|\bnot be reached\b|\bno comment\b|\bnot surprising\w*\b",
    re.IGNORECASE,
)
_PLANNED = re.compile(
    r"\b(?:will|shall|plans? to|planned to|is to|are to|set to|due to|expected to|scheduled|going to|poised to|about to"
    r"|likely to|is expected|are expected|expects?|intends? to|would)\b|['’]ll\b",
    re.IGNORECASE,
)
_ALLEGED = re.compile(
    r"\b(?:alleg\w+|reported(?:ly)?|purported\w*|suspected|apparently|claim(?:s|ed|ing)?|accus\w+|believed to"
    r"|thought to|said to be|supposed(?:ly)?|unconfirmed|rumou?r\w*)\b",
    re.IGNORECASE,
)
_CONDITIONAL = re.compile(r"\b(?:if|unless|could|might|may(?! \d)|whether|provided that|in case)\b", re.IGNORECASE)
_CLAIMING = frozenset({Stance.CLAIMED, Stance.ACCUSED, Stance.BELIEVED})


def polarity_of(words: str, stance: Stance | None = None) -> Polarity:
    """DENIED for a negated clause or a denied content, not for both at once.

    Policy: "not only", "not yet", "did not respond" deny nothing that anybody said.

    >>> polarity_of("The station is not out of control").value, polarity_of("He did not immediately respond").value
    ('denied', 'affirmed')
    """
    negated = _NEGATED.search(_HARMLESS.sub(" ", words)) is not None
    denied = stance is Stance.DENIED and not re.search(r"\bden(?:y|ies|ied|ying)\b", words, re.IGNORECASE)
    return Polarity.DENIED if negated != denied else Polarity.AFFIRMED


def modality_of(words: str, stance: Stance | None = None) -> Modality:
    """How a clause holds what it says; the weakest marker wins.

    >>> [modality_of(w).value for w in ("Xi arrived", "Xi will arrive", "Xi allegedly arrived", "Xi may arrive")]
    ['asserted', 'planned', 'alleged', 'conditional']
    """
    if _CONDITIONAL.search(words):
        return Modality.CONDITIONAL
    if stance in _CLAIMING or _ALLEGED.search(words):
        return Modality.ALLEGED
    return Modality.PLANNED if _PLANNED.search(words) else Modality.ASSERTED
