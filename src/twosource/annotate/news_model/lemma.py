"""Lemmas as edits of the form, so that a closed set of classes covers an open set of words."""

from __future__ import annotations

from functools import lru_cache

from twosource.annotate.news_model.verb_forms import lemma_of_plural, lemma_of_verb

_LONGEST_EDIT = 5
_KEPT = 100_000  # lemmas remembered: of 194,891 words of PolNeAR 0.87 had been asked for before, the others take 24,720


def script_of(form: str, lemma: str) -> str:
    """The edit that makes a lemma of a form: how the letters are written, what falls off each end, what is put on.

    >>> script_of("said", "say"), script_of("troops", "troop"), script_of("Reed", "Reed"), script_of("went", "go")
    ('l|2|y', 'l|1|', 'k|0|', '=go')
    """
    lowered = form.lower()
    for case, word in (("k", form), ("l", lowered)):
        shared = _shared_start(word, lemma)
        if (shared or not lemma) and len(word) - shared <= _LONGEST_EDIT and shared * 2 >= len(word):
            if case == "k" and word != lowered and lemma[:1].islower():
                continue
            return f"{'k' if case == 'k' and word != lowered else 'l'}|{len(word) - shared}|{lemma[shared:]}"
    return f"={lemma}"


@lru_cache(maxsize=_KEPT)
def lemma_of(form: str, script: str, upos: str, xpos: str) -> str:
    """The lemma of a tagged form by an edit, mended.

    >>> lemma_of("denied", "l|2|e", "VERB", "VBD")
    'deny'
    """
    return mend_lemma(form, apply_script(form, script), upos, xpos)


def apply_script(form: str, script: str) -> str:
    """The lemma of a form by an edit.

    >>> apply_script("said", "l|2|y"), apply_script("Reed", "k|0|"), apply_script("went", "=go")
    ('say', 'Reed', 'go')
    """
    if script.startswith("="):
        return script[1:]
    case, cut, ending = script.split("|", 2)
    word = form if case == "k" else form.lower()
    return (word[: len(word) - int(cut)] if len(word) > int(cut) else word) + ending


def mend_lemma(form: str, lemma: str, upos: str, xpos: str) -> str:
    """The lemma with what spelling is surer of than a class of edits: verbs by their form, plurals in "-ies" and "-es".

    Policy: a word that is tagged as another class keeps the lemma found.

    >>> mend_lemma("refused", "refus", "VERB", "VBD"), mend_lemma("has", "have", "AUX", "VBZ")
    ('refuse', 'have')
    """
    if upos == "VERB" and xpos.startswith("VB"):
        return lemma_of_verb(form, xpos) or lemma
    return lemma_of_plural(form, lemma) if xpos == "NNS" else lemma


def _shared_start(word: str, lemma: str) -> int:
    count = 0
    for a, b in zip(word, lemma, strict=False):
        if a != b:
            break
        count += 1
    return count
