"""Chains of speakers, from the outermost to the one who said it: who says that who says."""

from __future__ import annotations

import dataclasses

import msgspec
import pytest

from twosource.annotate.attribution import Speech, SpeechFinder, annotate_attribution
from twosource.annotate.attribution.find import find_speech
from twosource.annotate.entities import annotate_entities
from twosource.model import Article, Attribution, Reading

CHAINS = [
    ("Interfax reported that the Kremlin had confirmed that the visit would go ahead.", ["Interfax", "Kremlin"]),
    ("The visit will go ahead, Interfax reported, citing the Kremlin.", ["Interfax", "Kremlin"]),
    (
        "The visit will go ahead, Interfax reported, citing Kremlin spokesman Dmitry Peskov.",
        ["Interfax", "Dmitry Peskov"],
    ),
    ("According to Reuters, Anna Reed said that the talks had failed.", ["Reuters", "Anna Reed"]),
    ("Anna Reed said the talks had failed, according to Reuters.", ["Reuters", "Anna Reed"]),
    ("The talks had failed, Anna Reed said, according to Reuters.", ["Reuters", "Anna Reed"]),
    ("“Robert Fico said that the talks had failed on Sunday,” Anna Reed said.", ["Anna Reed", "Robert Fico"]),
    ("Anna Reed told reporters that NATO had denied that any ships were lost.", ["Anna Reed", "NATO"]),
    (
        "Reuters said Anna Reed claimed that Robert Fico had denied that he met Putin.",
        ["Reuters", "Anna Reed", "Robert Fico"],
    ),
    ("Xinhua reported that Wang Yi had accused NATO of stoking tension.", ["Xinhua", "Wang Yi"]),
    ("The BBC reported that the mayor had said that the bridge was safe.", ["BBC", "mayor"]),
    # asides: who is cited inside a report, and who carries it
    ("Reuters, citing two officials, said the bridge was safe.", ["Reuters", "officials"]),
    ("Citing the Kremlin, Reuters said the bridge was safe.", ["Reuters", "Kremlin"]),
    ("Reuters reported, citing Interfax, that the Kremlin had denied it.", ["Reuters", "Interfax", "Kremlin"]),
    (
        "The bridge is safe, Reuters reported, citing Interfax, which quoted the Kremlin.",
        ["Reuters", "Interfax", "Kremlin"],
    ),
    ("According to a report in Haaretz, which cited the army, the bridge is safe.", ["Haaretz", "army"]),
    ("The bridge is safe, according to NATO, as quoted by Xinhua.", ["Xinhua", "NATO"]),
    ("In remarks carried by Xinhua, Anna Reed said the bridge was safe.", ["Xinhua", "Anna Reed"]),
    ("Reuters reported, citing a statement by Anna Reed, that the bridge was safe.", ["Reuters", "Anna Reed"]),
    # quoted as saying
    ("Xinhua quoted Anna Reed as saying the bridge was safe.", ["Xinhua", "Anna Reed"]),
    ("The bridge is safe, Xinhua quoted Mayor Anna Reed as saying.", ["Xinhua", "Anna Reed"]),
    ("“The bridge is safe,” Anna Reed was quoted as saying by Xinhua.", ["Xinhua", "Anna Reed"]),
    ("Anna Reed was quoted by Xinhua as saying that the bridge was safe.", ["Xinhua", "Anna Reed"]),
    ("Reuters said Anna Reed had threatened to resign over the bridge.", ["Reuters", "Anna Reed"]),
    ("Kyiv said that it had rejected Moscow's claim that the bridge was hit.", ["Kyiv", "Kyiv", "Moscow"]),
]


def _annotate(text: str, finder: SpeechFinder = find_speech) -> tuple[Attribution, ...]:
    bare = Reading(article=Article(id="a", raw="r", text=text))
    return annotate_attribution(msgspec.structs.replace(bare, entities=annotate_entities(bare)), finder=finder)


def _outermost(text: str, /) -> list[Speech]:
    """What a finder that reads one level would give: each sentence's first speaker, and nothing inside his words."""
    whole = _annotate(text)
    outer = {a.cue[0].extent for a in whole if a.parent is None}
    return [_free(speech) for speech in find_speech(text) if speech.cue[0] in outer]


def _free(speech: Speech) -> Speech:
    return dataclasses.replace(speech, within=())


def _chain_to(found: tuple[Attribution, ...], inner: Attribution) -> list[str | None]:
    by_id = {a.id: a for a in found}
    voices = [inner.voice]
    while inner.parent is not None:
        inner = by_id[inner.parent]
        voices.insert(0, inner.voice)
    return voices


@pytest.mark.parametrize(("text", "chain"), CHAINS, ids=[text for text, _ in CHAINS])
def test_the_chain_of_speakers_is_whole(text: str, chain: list[str]) -> None:
    found = _annotate(text)
    assert chain in [_chain_to(found, inner) for inner in found]


@pytest.mark.parametrize(("text", "chain"), CHAINS, ids=[text for text, _ in CHAINS])
def test_the_chain_is_as_whole_for_a_finder_that_reads_one_level(text: str, chain: list[str]) -> None:
    found = _annotate(text, _outermost)
    assert chain in [_chain_to(found, inner) for inner in found]


def test_what_another_finder_found_stays_as_it_is() -> None:
    text = "Reuters said that the Kremlin had said that the bridge was hit."
    speech = Speech(cue=((8, 12),), content=((13, 62),), source=((0, 7),))
    outer, inner = _annotate(text, lambda _: [speech])
    assert [span.extent for span in outer.content] == [(13, 62)]
    assert (inner.voice, inner.parent) == ("Kremlin", outer.id)


def test_a_thing_that_is_pointed_to_is_nobody_cited() -> None:
    (found,) = _annotate("Citing high costs, the mayor said the bridge would close.")[-1:]
    assert (found.voice, found.parent) == ("mayor", None)


def test_links_that_another_finder_runs_together_are_those_of_the_rules() -> None:
    text = "According to the BBC, President Anna Reed said the bridge was safe."
    merged = Speech(cue=((0, 12), (42, 46)), content=((47, 66),), source=((13, 20), (22, 41)))
    found = _annotate(text, lambda _: [merged])
    assert ["BBC", "Anna Reed"] in [_chain_to(found, inner) for inner in found]
    assert len(found) == 2


def test_a_speaker_that_another_finder_missed_is_taken_from_the_rules() -> None:
    text = "The bridge is safe, the Kremlin said."
    (found,) = _annotate(text, lambda _: [Speech(cue=((32, 36),), content=((0, 18),))])
    assert (found.voice, [span.extent for span in found.content]) == ("Kremlin", [(0, 18)])


def test_a_source_with_a_part_in_another_sentence_has_the_voice_of_the_part_at_its_cue() -> None:
    text = "Robert Fico met Anna Reed. The mayor, Kim Vane, said it was late."
    speech = Speech(cue=((49, 53),), content=((54, 65),), source=((0, 6), (38, 42)))
    (found,) = _annotate(text, lambda _: [speech])
    assert found.voice == "Kim Vane"
