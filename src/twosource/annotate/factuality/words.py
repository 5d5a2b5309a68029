"""Words that say how a clause is held: auxiliaries, adverbs, and what verbs and nouns make of the clause below them."""

from __future__ import annotations

from twosource.model import Actuality

_BY_ACTUALITY = {
    Actuality.PLANNED: """plan intend prepare agree promise pledge vow decide choose schedule expect set due poise slate
        aim go about commit arrange prepared decision intention agreement""",
    Actuality.HYPOTHETICAL: """want wish hope seek try attempt ask urge demand threaten offer propose need call require
        encourage order advise recommend allow let invite request warn consider suggest likely unlikely willing ready
        eager reluctant possible impossible chance effort bid threat proposal appeal opportunity right pressure ability
        desire""",
    Actuality.DENIED: """refuse fail decline avoid prevent deny reject doubt forget refusal failure denial unable
        inability""",
    Actuality.ALLEGED: """allege claim accuse suspect believe think rumour rumor purport assume speculate seem appear
        charge allegation accusation suspicion belief suppose report""",
}
HELD_BELOW = {word: actuality for actuality, words in _BY_ACTUALITY.items() for word in words.split()}
"""What a verb, noun or adjective makes of the clause that is its complement."""
_FINITE: dict[str, Actuality | None] = {
    "expect": Actuality.PLANNED,
    "suggest": Actuality.ALLEGED,
    "warn": None,
    "report": None,
    "think": Actuality.ALLEGED,
    "believe": Actuality.ALLEGED,
    "ask": Actuality.HYPOTHETICAL,
    "charge": Actuality.ALLEGED,
    "call": None,
    "go": None,
    "set": None,
}
"""The same for a finite clause, where it differs from an infinitive."""
PLANNING = frozenset("will shall 'll ’ll wo".split())
SUPPOSING = frozenset("may might could would can ca should must ought 'd ’d".split())
NEGATING = frozenset("not n't n’t never neither nor".split())
NOBODY = frozenset("nobody none nothing neither".split())
CONDITIONS = frozenset("if unless whether lest".split())
HEARSAY = frozenset("allegedly reportedly purportedly supposedly apparently seemingly".split())
GUESSING = frozenset("perhaps maybe possibly probably presumably".split())


def below(lemma: str, *, finite: bool) -> Actuality | None:
    """What a word makes of the clause below it; None where it leaves it as it is.

    A lemma that the model cut a letter too short or too long is read all the same.

    >>> below("refus", finite=False), below("say", finite=True), below("report", finite=False)
    (<Actuality.DENIED: 'denied'>, None, <Actuality.ALLEGED: 'alleged'>)
    """
    for word in (lemma, f"{lemma}e", f"{lemma[:-1]}y", lemma[:-1]):
        if word in HELD_BELOW:
            return _FINITE[word] if finite and word in _FINITE else HELD_BELOW[word]
    return None
