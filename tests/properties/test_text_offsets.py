"""Whatever is found in a text stands where it is said to stand."""

from __future__ import annotations

import itertools
import re

from hypothesis import example, given
from hypothesis import strategies as st

from twosource.text.alternatives import pattern_of
from twosource.text.encoding import Decoded, decode_bytes
from twosource.text.normalise import fold
from twosource.text.quotes import find_quotes
from twosource.text.sentences import split_sentences
from twosource.text.words import find_forms, find_words

_PROSE = st.text(st.sampled_from("ab AZ.,!?…'’‘\"“”„«»`\n\r\t\u00a0éŽﬁ½İß漢-–0 5"), max_size=60)
_WORDS = r"[^\W\d_]+(?:'[^\W\d_]+)*|\d+(?:[.,:]\d+)*|\w+"
"""What a word is, without the short way for plain letters."""
_ANY = st.text(max_size=60) | _PROSE


@given(_ANY)
def test_a_folded_text_has_a_place_for_every_character_in_order(text: str) -> None:
    folded = fold(text)
    assert len(folded.origin) == len(folded.text) + 1
    assert list(folded.origin) == sorted(folded.origin)
    assert folded.origin[-1] == len(text)


@given(_ANY)
@example("´ ")
def test_folding_twice_is_folding_once(text: str) -> None:
    once = fold(text).text
    assert fold(once).text == once


@given(_ANY, st.data())
def test_a_folded_range_maps_to_source_that_folds_to_it(text: str, data: st.DataObject) -> None:
    folded = fold(text)
    start = data.draw(st.integers(0, len(folded.text)))
    end = data.draw(st.integers(start, len(folded.text)))
    first, last = folded.to_source(start, end)
    assert 0 <= first <= last <= len(text)
    assert folded.text[start:end].strip() in fold(text[first:last]).text


@given(_ANY)
def test_words_stand_where_they_are_said_to_stand(text: str) -> None:
    words = find_words(text)
    assert all(a.end <= b.start for a, b in itertools.pairwise(words))
    assert all(text[w.start : w.end].replace("’", "'").replace("İ", "I").lower() == w.form for w in words)


@given(_ANY)
def test_words_without_places_are_the_same_words(text: str) -> None:
    assert list(find_forms(text)) == [w.form for w in find_words(text)]
    assert list(find_forms(text)) == re.findall(_WORDS, text.replace("’", "'").replace("İ", "I").lower())


@given(_ANY)
def test_sentences_are_trimmed_in_order_and_leave_only_white_space_out(text: str) -> None:
    sentences = split_sentences(text)
    assert all(text[s:e] == text[s:e].strip() != "" for s, e in sentences)
    edges = [0, *(edge for sentence in sentences for edge in sentence), len(text)]
    assert edges == sorted(edges)
    assert all(not text[s:e].strip() for s, e in zip(edges[::2], edges[1::2], strict=True))


@given(_ANY)
def test_quotations_are_in_order_not_nested_and_within_one_paragraph(text: str) -> None:
    quotes = find_quotes(text)
    assert all(0 <= q.start < q.end <= len(text) and "\n" not in text[q.start : q.end] for q in quotes)
    assert all(a.end <= b.start for a, b in itertools.pairwise(quotes))


@given(_ANY)
def test_every_text_comes_back_from_its_utf_8_bytes(text: str) -> None:
    decoded = decode_bytes(text.encode("utf-8", "ignore"))
    assert isinstance(decoded, Decoded)
    assert decoded.text == text.encode("utf-8", "ignore").decode().removeprefix("\ufeff")


@given(st.lists(st.text(st.sampled_from("ab. A("), min_size=1, max_size=6).filter(str.strip), min_size=1, max_size=6))
def test_a_pattern_of_phrases_matches_each_of_them_and_nothing_else(phrases: list[str]) -> None:
    pattern = re.compile(pattern_of(phrases))
    plain = {" ".join(phrase.split()) for phrase in phrases}
    assert all(pattern.fullmatch(phrase) for phrase in plain)
    assert pattern.fullmatch("never a phrase") is None
