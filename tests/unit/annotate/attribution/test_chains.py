"""Chains of speakers, from the outermost to the one who said it: who says that who says."""

from __future__ import annotations

import msgspec
import pytest

from twosource.annotate.attribution import annotate_attribution
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
    ("Kyiv said that it had rejected Moscow's claim that the bridge was hit.", ["Kyiv", "Kyiv", "Moscow"]),
]


def _chain_to(found: tuple[Attribution, ...], inner: Attribution) -> list[str | None]:
    by_id = {a.id: a for a in found}
    voices = [inner.voice]
    while inner.parent is not None:
        inner = by_id[inner.parent]
        voices.insert(0, inner.voice)
    return voices


@pytest.mark.parametrize(("text", "chain"), CHAINS, ids=[text for text, _ in CHAINS])
def test_the_chain_of_speakers_is_whole(text: str, chain: list[str]) -> None:
    bare = Reading(article=Article(id="a", raw="r", text=text))
    found = annotate_attribution(msgspec.structs.replace(bare, entities=annotate_entities(bare)))
    assert chain in [_chain_to(found, inner) for inner in found]
