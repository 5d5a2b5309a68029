"""The dictionary form of a regular English verb by spelling alone: "voted" is "vote", "added" is "add".

What an ending leaves of a verb mostly tells whether an "e" fell off: a "v", a "u" or a "dg" ends no verb, and a single
vowel with a single consonant would have been doubled without one ("hoped" and "hopped").
"""

from __future__ import annotations

import re
from functools import cache

from twosource.text.word_classes import load_word_classes

_VOWELS = "aeiouy"
_NO_E = re.compile(r"(?:focus|bias|combat)$")
_MUTE_E = re.compile(
    r"""(?:
      [vuz] | [aeiounrl]c | [dlr]g | [aeiou]g | (?:[er]|[cr]ha|ra)ng     # receive, argue, size, force, judge, manage
    | [aeiou]s | [lnpr]s | [bcdfgkptz]l                                  # refuse, license, struggle
    | (?<![aeo])(?:a[dkpr] | at) | [iou]at                               # invade, escape, violate, evaluate
    | (?<![aeo])(?:i[bdklr]) | (?<![aeou])in | (?:v|nn?)it | cit | unit  # decide, require, define, invite
    | (?<![aeo])(?:o[dkt]) | (?:pl|gn|st|d)or | (?:l|tp|nd)on | com      # provoke, devote, explore, postpone
    | (?<![aeo])(?:u[dlmrt])                                             # include, schedule, assume, execute
    | [aeo]eth | eath | [eou]ced | sed | adher | ven                     # breathe, concede, supersede, intervene
    )$""",
    re.VERBOSE,
)


def lemma_of_verb(form: str, tag: str) -> str | None:
    """The lemma of a verb by its form and its Penn tag; None where spelling cannot tell.

    >>> [lemma_of_verb(*word) for word in (("fought", "VBD"), ("withheld", "VBN"), ("Oppose", "VB"), ("’ve", "VBP"))]
    ['fight', 'withhold', 'oppose', None]
    """
    word = form.lower()
    if not word.isalpha():
        return None
    if tag in _BARE:
        return "be" if word in {"are", "am"} else word
    irregular = _irregular()
    if word in irregular:
        return irregular[word]
    prefix = next((p for p in _PREFIXES if word.startswith(p) and word.removeprefix(p) in irregular), None)
    return prefix + irregular[word.removeprefix(prefix)] if prefix else base_of_verb(word)


@cache
def _irregular() -> dict[str, str]:
    """The irregular forms that are verbs: "fought", no "lives"."""
    classes = load_word_classes()
    return {form: lemma for form, lemma in classes.irregular.items() if lemma in classes.verbs}


_BARE = frozenset({"VB", "VBP"})
_PREFIXES = ("over", "under", "out", "with", "re", "mis", "un", "fore")


def base_of_verb(form: str) -> str | None:
    """The dictionary form of a verb that ends in -s, -ed or -ing; None for another one.

    >>> [base_of_verb(form) for form in ("refused", "killed", "denies", "stopping", "announced", "goes", "sing")]
    ['refuse', 'kill', 'deny', 'stop', 'announce', 'go', None]
    """
    for ending in ("ied", "ies"):
        if form.endswith(ending) and len(form) > _SHORTEST + 1:
            return form[:-3] + "y"
    for ending in ("ing", "ed", "s"):
        stem = form.removesuffix(ending)
        if stem != form and any(letter in _VOWELS for letter in stem) and len(stem) > 1:
            return _third(stem) if ending == "s" else _whole(stem)
    return None


_SHORTEST = 3


def lemma_of_plural(form: str, lemma: str) -> str:
    """The lemma of a plural noun, where the one found keeps too much of its ending.

    >>> lemma_of_plural("parties", "partie"), lemma_of_plural("losses", "losse"), lemma_of_plural("movies", "movie")
    ('party', 'loss', 'movie')
    """
    if form.lower().endswith("ies") and lemma.endswith("ie") and lemma.lower() not in _IN_IE:
        return lemma[:-2] + "y"
    return lemma[:-1] if re.search(r"(?:sse|she|tche|xe|zze)$", lemma) and lemma.lower() != "axe" else lemma


_IN_IE = frozenset(
    "movie cookie zombie pie tie die lie calorie selfie rookie hippie brownie prairie genie junkie".split()
)


def _third(stem: str) -> str:
    """Of a third person without its "s": "goe" is "go", "cause" is whole."""
    return stem[:-1] if re.search(r"(?:sse|she|che|xe|zze|[^h]oe|ocuse)$", stem) else stem


def _whole(stem: str) -> str:
    """A stem with the letter that the ending took, or without the one that it doubled."""
    known = load_word_classes().verbs
    single = stem[:-1] if len(stem) > _SHORTEST and stem[-1] == stem[-2] and stem[-1] in "bdgmnprtl" else stem
    for candidate in (stem, stem + "e", single):
        if candidate in known:
            return candidate
    if stem in _IE:
        return _IE[stem]
    if single != stem and not (stem.endswith("ll") and _is_one_syllable(stem)):
        return single
    return stem + "e" if _takes_e(stem) else stem


_IE = {"ty": "tie", "ly": "lie", "dy": "die", "vy": "vie"}


def _takes_e(stem: str) -> bool:
    """Whether a stem that no list knows has lost an "e"."""
    if _NO_E.search(stem):
        return False
    closed = _is_one_syllable(stem) and re.search(f"(?:^|[^{_VOWELS}]|qu)[{_VOWELS}][^{_VOWELS}wx]$", stem)
    return bool(closed or _MUTE_E.search(stem))


def _is_one_syllable(stem: str) -> bool:
    return len(re.findall(f"[{_VOWELS}]+", stem)) == 1
