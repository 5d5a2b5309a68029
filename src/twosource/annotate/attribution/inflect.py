"""The forms of an English verb."""

from __future__ import annotations

_IRREGULAR = {
    "say": ("says", "said", "saying"),
    "tell": ("tells", "told", "telling"),
    "write": ("writes", "wrote written", "writing"),
    "think": ("thinks", "thought", "thinking"),
    "find": ("finds", "found", "finding"),
    "know": ("knows", "knew known", "knowing"),
    "understand": ("understands", "understood", "understanding"),
    "mean": ("means", "meant", "meaning"),
    "feel": ("feels", "felt", "feeling"),
    "see": ("sees", "saw seen", "seeing"),
    "foresee": ("foresees", "foresaw foreseen", "foreseeing"),
    "show": ("shows", "showed shown", "showing"),
    "hold": ("holds", "held", "holding"),
    "read": ("reads", "read", "reading"),
    "speak": ("speaks", "spoke spoken", "speaking"),
    "swear": ("swears", "swore sworn", "swearing"),
    "forbid": ("forbids", "forbade forbidden", "forbidding"),
    "seek": ("seeks", "sought", "seeking"),
    "beg": ("begs", "begged", "begging"),
    "go": ("goes", "went gone", "going"),
    "make": ("makes", "made", "making"),
    "put": ("puts", "put", "putting"),
    "have": ("has", "had", "having"),
    "take": ("takes", "took taken", "taking"),
    "lay": ("lays", "laid", "laying"),
    "cast": ("casts", "cast", "casting"),
    "set": ("sets", "set", "setting"),
    "be": ("is are", "was were", "being"),
    "dub": ("dubs", "dubbed", "dubbing"),
    "rip": ("rips", "ripped", "ripping"),
    "slam": ("slams", "slammed", "slamming"),
    "rebut": ("rebuts", "rebutted", "rebutting"),
    "plan": ("plans", "planned", "planning"),
    "opt": ("opts", "opted", "opting"),
    "admit": ("admits", "admitted", "admitting"),
    "compel": ("compels", "compelled", "compelling"),
    "quip": ("quips", "quipped", "quipping"),
    "refer": ("refers", "referred", "referring"),
    "spell": ("spells", "spelled spelt", "spelling"),
    "label": ("labels", "labeled labelled", "labeling labelling"),
    "signal": ("signals", "signaled signalled", "signaling signalling"),
    "dream": ("dreams", "dreamed dreamt", "dreaming"),
    "learn": ("learns", "learned learnt", "learning"),
    "shrug": ("shrugs", "shrugged", "shrugging"),
}


def forms_of(lemma: str) -> list[tuple[str, str]]:
    """Each form of a verb with its kind: base, third, past, ing.

    >>> forms_of("deny")
    [('deny', 'base'), ('denies', 'third'), ('denied', 'past'), ('denying', 'ing')]
    >>> [form for form, _ in forms_of("state")]
    ['state', 'states', 'stated', 'stating']
    """
    third, past, ing = _IRREGULAR.get(lemma) or (_third(lemma), _past(lemma), _ing(lemma))
    return [
        (lemma, "base"),
        *((form, "third") for form in third.split()),
        *((form, "past") for form in past.split()),
        *((form, "ing") for form in ing.split()),
    ]


def _third(lemma: str) -> str:
    if lemma.endswith("y") and lemma[-2] not in "aeiou":
        return lemma[:-1] + "ies"
    return lemma + ("es" if lemma.endswith(("s", "x", "z", "ch", "sh")) else "s")


def _past(lemma: str) -> str:
    if lemma.endswith("e"):
        return lemma + "d"
    if lemma.endswith("y") and lemma[-2] not in "aeiou":
        return lemma[:-1] + "ied"
    return lemma + "ed"


def _ing(lemma: str) -> str:
    return (lemma[:-1] if lemma.endswith("e") and not lemma.endswith(("ee", "ye")) else lemma) + "ing"
