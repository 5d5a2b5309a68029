"""Lemmas that spelling settles: each form stands beside its dictionary form."""

from __future__ import annotations

import pytest

from twosource.annotate.news_model.lemma import mend_lemma

VERBS = {
    "VBD": "refused refuse added add denied deny stopped stop called call controlled control treated treat voted vote "
    "visited visit developed develop agreed agree fought fight said say withheld withhold focused focus "
    "ruined ruin galloped gallop biased bias combated combat refocused refocus",
    "VBG": "losing lose occurring occur lying lie freeing free chasing chase setting set acting act arguing argue",
    "VBZ": "goes go expresses express catches catch accuses accuse focuses focus studies study causes cause",
    "VBN": "announced announce postponed postpone invoked invoke struggled struggle collapsed collapse",
    "VB": "receive receive Oppose oppose",
    "VBP": "are be govern govern",
}
PAIRS = [
    (tag, form, lemma)
    for tag, row in VERBS.items()
    for form, lemma in zip(row.split()[::2], row.split()[1::2], strict=True)
]


@pytest.mark.parametrize(("tag", "form", "lemma"), PAIRS, ids=[form for _, form, _ in PAIRS])
def test_a_verb_has_the_lemma_of_its_spelling(tag: str, form: str, lemma: str) -> None:
    assert mend_lemma(form, "wrong", "VERB", tag) == lemma


@pytest.mark.parametrize(
    ("form", "found", "lemma"),
    [
        ("parties", "partie", "party"),
        ("movies", "movie", "movie"),
        ("losses", "losse", "loss"),
        ("clashes", "clashe", "clash"),
        ("men", "man", "man"),
    ],
)
def test_a_plural_keeps_nothing_of_its_ending(form: str, found: str, lemma: str) -> None:
    assert mend_lemma(form, found, "NOUN", "NNS") == lemma


@pytest.mark.parametrize(
    ("form", "upos", "xpos"), [("’ve", "VERB", "VBP"), ("red", "ADJ", "JJ"), ("has", "AUX", "VBZ")]
)
def test_what_spelling_cannot_tell_keeps_the_lemma_found(form: str, upos: str, xpos: str) -> None:
    assert mend_lemma(form, "found", upos, xpos) == "found"
