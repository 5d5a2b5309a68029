from __future__ import annotations

import numpy as np
import pytest

from lineage_readings import make_text
from twosource.lineage.fingerprint import count_shared, hash_grams, hash_words, sample_keys, sort_unique


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Putin’s 1,200 troops", ["Putin", "s", "1", "200", "troops"]),
        ("“naïve—x” at 5", ["naïve", "x", "at", "5"]),
        ("  \n", []),
        ("a", ["a"]),
        ("Žižek\u00a0said", ["Žižek", "said"]),
    ],
)
def test_words_stand_where_their_offsets_say(text: str, words: list[str]) -> None:
    found = hash_words(text)
    assert [text[s:e] for s, e in zip(found.starts, found.ends, strict=True)] == words


def test_case_and_punctuation_do_not_change_a_word_and_figures_do() -> None:
    plain, marked, other = (hash_words(t).forms.tolist() for t in ("the 12 men", "“The” 12 men!", "the 13 men"))
    assert plain == marked != other


def test_words_of_any_length_differ_from_each_other() -> None:
    words = ["x" * n for n in range(1, 40)]
    forms = hash_words(" ".join(words)).forms
    assert len(np.unique(forms)) == len(words)


def test_inflected_forms_share_a_stem() -> None:
    stems = hash_words("visit visited visiting").stems
    assert len(np.unique(stems)) == 1


def test_hashes_are_the_same_on_every_machine() -> None:
    assert hash_words("Kyiv").forms.tolist() == [KYIV]


KYIV = 10236968992298308367


def test_a_short_text_keeps_all_its_keys() -> None:
    grams = hash_grams(hash_words(" ".join(map(str, range(60)))).forms)
    assert len(sample_keys(grams, share=0.25, floor=64)) == len(grams) == 56


def test_a_brief_shares_every_key_that_its_source_keeps() -> None:
    source = make_text(1, sentences=60)
    brief = source[: source.index("\n\n", 300)]
    keys, brief_keys = (sample_keys(hash_grams(hash_words(t).forms), share=0.25, floor=64) for t in (source, brief))
    kept = {int(k) for k in keys}
    grams_of_brief = {int(g) for g in hash_grams(hash_words(brief).forms)}
    assert count_shared(keys, brief_keys) == len(kept & grams_of_brief) > 5


def test_shared_hashes_are_counted_whichever_side_is_longer() -> None:
    few, many = sort_unique(np.array([5, 1, 9, 5], dtype=np.uint64)), np.arange(8, dtype=np.uint64)
    assert count_shared(few, many) == count_shared(many, few) == 2
    assert count_shared(few, np.empty(0, dtype=np.uint64)) == 0
