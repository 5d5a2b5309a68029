"""Names by rules: the finder that runs where no trained one is given."""

from __future__ import annotations

from twosource.annotate.entities.bodies import find_common_bodies
from twosource.annotate.entities.classify import Page, name_run
from twosource.annotate.entities.gazetteer import load_gazetteer, load_words
from twosource.annotate.entities.protocol import Name
from twosource.annotate.entities.runs import find_runs
from twosource.annotate.entities.tokens import Tokens

_HEADLINE_SHARE = 0.85  # of the longer words capitalised: headlines in title case, not sentences full of names
_HEADLINE_MIN_WORDS = 5
_LONG_CHARS = 4
_PLAIN_SHARE = 0.41  # of all words in lower case: a sentence full of names; below it wnut17 and btc lose names


def find_names(tokens: Tokens) -> list[Name]:
    """The names among `tokens`, in order, not overlapping."""
    words = load_words()
    page = _read_page(tokens)
    found = [name for first, after in find_runs(tokens, words) for name in name_run(page, first, after)]
    return find_common_bodies(page, found)


def _read_page(tokens: Tokens) -> Page:
    """What the whole text says about its words: which also stand capitalised inside a sentence, which in lower case."""
    shouted = _headlines(tokens)
    common = frozenset(form for form in set(tokens.forms) if form[0].islower())
    elsewhere = frozenset(
        form
        for place, form in enumerate(tokens.forms)
        if form[0].isupper() and place not in tokens.opening and tokens.sentence_of[place] not in shouted
    )
    return Page(tokens, load_words(), load_gazetteer(), elsewhere, common, shouted)


def _headlines(tokens: Tokens) -> frozenset[int]:
    """The sentences in title case; one that a full stop closes is none where many of its small words are lower case."""
    closed = {sentence for sentence, form in zip(tokens.sentence_of, tokens.forms, strict=True) if form == "."}
    count = tokens.sentence_of[-1] + 1 if tokens.forms else 0
    words, lower, longer, capital = ([0] * count for _ in range(4))
    for sentence, form in zip(tokens.sentence_of, tokens.forms, strict=True):
        first = form[0]
        if first.isalpha():
            words[sentence] += 1
            lower[sentence] += first.islower()
            if len(form) >= _LONG_CHARS:
                longer[sentence] += 1
                capital[sentence] += first.isupper()
    return frozenset(
        sentence
        for sentence in range(count)
        if longer[sentence] >= _HEADLINE_MIN_WORDS
        and capital[sentence] > _HEADLINE_SHARE * longer[sentence]
        and not (sentence in closed and lower[sentence] > _PLAIN_SHARE * words[sentence])
    )
