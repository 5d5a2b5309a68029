from __future__ import annotations

import numpy as np
import pytest

from lineage_readings import make_text
from twosource.lineage.fingerprint import find_grams, find_word_pairs, hash_texts, hash_words, owners_of, sample_keys


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


def sampled(*texts: str) -> list[set[int]]:
    """The sampled runs of words of each text."""
    words, bounds = hash_texts(texts)
    grams, begins = find_grams(words.forms, owners_of(bounds))
    sizes = np.diff(begins.searchsorted(bounds))
    keys, owners = sample_keys(grams, owners_of(bounds)[begins], sizes=sizes, share=0.25, floor=64)
    return [set(keys[owners == number].tolist()) for number in range(len(texts))]


def test_a_short_text_keeps_all_its_keys() -> None:
    assert len(sampled(" ".join(map(str, range(60))))[0]) == 56


def test_a_brief_shares_every_key_that_its_source_keeps() -> None:
    source = make_text(1, sentences=60)
    brief = source[: source.index("\n\n", 300)]
    kept, kept_of_brief = sampled(source, brief)
    grams_of_brief = set(find_grams(hash_words(brief).forms, np.zeros(len(brief.split()), dtype=np.int64))[0].tolist())
    assert kept & kept_of_brief == kept & grams_of_brief
    assert len(kept & kept_of_brief) > 5


def test_texts_that_are_read_together_share_no_words() -> None:
    texts = [make_text(1), "", "Rain.", make_text(2), "a b c d"]
    assert sampled(*texts) == [sampled(text)[0] if text else set() for text in texts]


def test_pairs_of_words_do_not_reach_into_the_next_text() -> None:
    words, bounds = hash_texts(["one two three", "four five"])
    hashes, owners = find_word_pairs(words.stems, owners_of(bounds))
    assert (len(hashes), owners.tolist()) == (4, [0, 0, 1, 0])
