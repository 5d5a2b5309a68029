"""The real articles: each speaker found, with the right voice."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest

from shared_data import shared_or_skip
from twosource.annotate.attribution import annotate_attribution
from twosource.annotate.entities import annotate_entities
from twosource.model import Article, Attribution, Reading

pytestmark = pytest.mark.shared


def _seed(number: str) -> tuple[Attribution, ...]:
    (path,) = Path(shared_or_skip("seeds")).glob(f"{number}_*.txt")
    bare = Reading(article=Article(id=number, raw=number, text=path.read_text("utf-8")))
    return annotate_attribution(msgspec.structs.replace(bare, entities=annotate_entities(bare)))


@pytest.mark.parametrize(
    ("number", "source", "cue", "voice"),
    [
        ("000", "The Kremlin", "said", "Kremlin"),
        ("000", "it", "said", "Kremlin"),
        ("000", "Moscow", "accused", "Moscow"),
        ("000", "Zelenskyy", "said", "Volodymyr Zelenskyy"),
        ("001", "the Kremlin", "confirmed", "Kremlin"),
        ("001", "Zelenskyy", "has stated", "Volodymyr Zelenskyy"),
        ("001", "Moscow", "having accused", "Moscow"),
        ("002", "the Kremlin", "confirmed", "Kremlin"),
        ("002", "it", "said", "Kremlin"),
        ("003", "the Russian state news agency Ria Novosti", "reported", "RIA Novosti"),
        ("003", "The Kremlin", "had previously announced", "Kremlin"),
        ("003", "Xi", "said", "Xi Jinping"),
        ("003", "Kremlin spokesman Dmitry Peskov", "according to", "Dmitry Peskov"),
        ("003", "Putin", "emphasized", "Vladimir Putin"),
        ("003", "NATO", "has labeled", "NATO"),
        ("003", "President Volodymyr Zelensky", "claimed", "Volodymyr Zelensky"),
        ("003", "the Foreign Ministry", "reported", "Foreign Ministry"),
        ("004", "a spokesperson of the Chinese foreign ministry", "said", "Chinese foreign ministry"),
        ("004", "the statement", "said", "Chinese foreign ministry"),
        ("004", "the Kremlin", "said", "Kremlin"),
        ("004", "the White House", "according to", "White House"),
        ("004", "China", "denied", "China"),
        ("004", "Chinese security analysts", "also say", "Chinese security analysts"),
        ("004", "the Chinese Foreign Ministry statement", "said", "Chinese foreign ministry"),
    ],
)
def test_each_speaker_of_the_seeds_is_found_with_its_voice(number: str, source: str, cue: str, voice: str) -> None:
    found = {(a.source[0].quote, a.cue[0].quote, a.voice) for a in _seed(number) if a.source}
    assert (source, cue, voice) in found


def test_it_said_means_the_body_that_spoke_last() -> None:
    voices = [a.voice for a in _seed("004") if a.source and (a.source[0].quote, a.cue[0].quote) == ("it", "said")]
    assert voices == ["Kremlin", "Chinese foreign ministry"]


def test_peskov_speaks_for_the_kremlin() -> None:
    assert {a.speaks_for for a in _seed("003") if a.voice == "Dmitry Peskov"} == {"Kremlin"}


def test_an_announcement_without_a_source_has_no_voice() -> None:
    assert [a.voice for a in _seed("004") if a.cue[0].quote == "was announced"] == [None]
