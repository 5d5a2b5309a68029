"""Whose voice each attribution is, across sentences: the voices expected stand beside the text, in order."""

from __future__ import annotations

import msgspec
import pytest

from twosource.annotate.attribution import Speech, annotate_attribution
from twosource.annotate.entities import annotate_entities
from twosource.model import Article, Attribution, EntityKind, EntityMention, Reading, span_of


def _annotate(text: str) -> tuple[Attribution, ...]:
    bare = Reading(article=Article(id="a", raw="r", text=text))
    return annotate_attribution(msgspec.structs.replace(bare, entities=annotate_entities(bare)))


VOICES = [
    # names and bodies
    ("Vladimir Putin said it was late.", ["Vladimir Putin"]),
    ("President Vladimir Putin arrived. Putin said it was late.", ["Vladimir Putin"]),
    ("The Kremlin said it was late.", ["Kremlin"]),
    ("The EU said it was late.", ["European Union"]),
    ("The Chinese foreign ministry said it was late.", ["Chinese foreign ministry"]),
    ("The Chinese Foreign Ministry statement said it was late.", ["Chinese Foreign Ministry"]),
    ("Anna Price, the mayor of Leeds, said it was late.", ["Anna Price"]),
    ("A senior aide, Anna Price, said it was late.", ["Anna Price"]),
    # spokespeople
    ("Kremlin spokesman Dmitry Peskov said it was late.", ["Dmitry Peskov"]),
    ("A Kremlin spokesman said it was late.", ["Kremlin"]),
    ("A spokesperson of the Chinese foreign ministry said it was late.", ["Chinese foreign ministry"]),
    ("A spokeswoman for Google said it was late.", ["Google"]),
    ("Kremlin spokesman Dmitry Peskov arrived. The spokesman said it was late.", ["Dmitry Peskov"]),
    # "it": the last body that spoke, or the subject
    ("The Kremlin said Xi was visiting. Putin and Xi will sign papers, it said.", ["Kremlin", "Kremlin"]),
    ("NATO said the drill was over. “It went well,” it said.", ["NATO", "NATO"]),
    (
        "The Kremlin said it was late. The Chinese foreign ministry said it was early. “All is well,” it said.",
        ["Kremlin", "Chinese foreign ministry", "Chinese foreign ministry"],
    ),
    (
        "Officials arrived in Orrin. The presidential office said it was late. “All is well,” it said.",
        ["presidential office", "presidential office"],
    ),
    ("Google closed. The zoo’s website said it was late.", ["zoo’s website"]),
    # "the statement": whose it is
    (
        "The Kremlin said it was late. In a statement NATO said it was early. The talks go on, the statement said.",
        ["Kremlin", "NATO", "NATO"],
    ),
    # "he" and "she"
    ("Robert Fico said it was late. He said the talks had failed.", ["Robert Fico", "Robert Fico"]),
    ("“It is late,” Robert Fico said. “Go home,” he said.", ["Robert Fico", "Robert Fico"]),
    ("Ms. Anna Price met Mr. Robert Fico. Mr. Fico left. She said it was late.", ["Anna Price"]),
    (
        "Anna Price left. “Mr. Fico is late,” she said. Fico said it was early. “It is not,” she said.",
        ["Anna Price", "Fico", "Anna Price"],
    ),
    (
        "Ethan Fico said it was early. Anna Price said it was late. “It is not,” he said.",
        ["Ethan Fico", "Anna Price", "Ethan Fico"],
    ),
    ("Robert Fico said it was late. Robin Price disagreed. He said the talks had failed.", ["Robert Fico", None]),
    # roles and bodies named before
    ("Slovak Prime Minister Robert Fico arrived. The prime minister said it was late.", ["Robert Fico"]),
    ("The Ukrainian Defence Ministry met. The ministry said it was late.", ["Ukrainian Defence Ministry"]),
    # two are left, or nobody
    ("Moscow and Kyiv said it was late.", [None]),
    ("They said it was late.", [None]),
    ("It was announced on Sunday that the talks had failed.", [None]),
    # speakers without a name
    ("Police said it was late.", ["police"]),
    ("Local residents said it was late.", ["local residents"]),
    ("Costa Rican investigators said it was late.", ["Costa Rican investigators"]),
    # no speakers: a clause about one, an earlier text of the article itself
    ("An earlier version of this article said that it was late.", [None]),
    ("On Sunday Chinese security analysts said it was late.", ["Chinese security analysts"]),
    ("On Sunday the Harbour Line captains said it was late.", ["Harbour Line captains"]),
    # those named before, who are no speaker of their own
    ("Moscow met Kyiv. The leaders said it was late.", [None]),
    ("Moscow met Kyiv. The two ministers said it was late.", [None]),
    ("Leaders of the strike said it was late. The leaders said nobody had come.", ["leaders", "leaders"]),
    # what cannot speak
    ("The talks showed that it was late.", [None]),
    ("The growing number of visits suggests that it is late.", [None]),
    ("Harvest Day showed that it was late.", [None]),
    ("A quarter said it was late.", [None]),
    ("We’re saying it was late.", [None]),
    ("The new round says it was late.", [None]),
    ("The last bits said it was late.", [None]),
    ("Image copyright Google said it was late.", [None]),
    ("Photo: Google said it was late.", [None]),
    # what can, though it is a thing: its words are somebody's
    ("A court filing said it was late.", ["court filing"]),
    # descriptions: who has the role, who was called so, the only one named
    ("Danish Prime Minister Anna Reed left. The prime minister said it was late.", ["Anna Reed"]),
    ("Samsung shares fell. The Korean company said it was late.", ["Samsung"]),
    ("The Bank of Ghana met. The central bank said it was late.", ["Bank of Ghana"]),
    ("Anna Reed wept. The former mayor said it was late.", ["Anna Reed"]),
    ("Jacob Reed, 82, wept. The 82-year-old said it was late.", ["Jacob Reed"]),
    ("The Coast Guard boarded a ship. A spokesman said it was late.", ["Coast Guard"]),
    ("The Energy Ministry met. A ministry spokesman said it was late.", ["Energy Ministry"]),
    ("Anna Reed wept. A doctor came. The doctor said it was late.", ["doctor"]),
    ("Anna Reed wept. Her lawyer said it was late.", ["lawyer"]),
    ("Secretary of State Anna Reed said it was late.", ["Anna Reed"]),
    ("The Ministry of Health said it was late.", ["Ministry of Health"]),
    ("A statement by Anna Reed said it was late.", ["Anna Reed"]),
    ("Some residents said it was late. They said it would rain.", ["residents", "residents"]),
    # given names tell "he" from "she"
    ("Anna Reed met Robert Fico. She said it was late.", ["Anna Reed"]),
    ("Anna Reed met Robert Fico. He said it was late.", ["Robert Fico"]),
    # an office in full before its holder
    ("On Monday Ambassador to the United Nations Anna Reed said it was late.", ["Anna Reed"]),
    ("The Kremlin statements said it was late.", ["Kremlin"]),
    ("A Berlin police spokesman said it was late.", ["Berlin police"]),
    # who is told by another person's name; two who speak together
    ("Roe's mother Anna Price said it was late.", ["Anna Price"]),
    ("Roe's Secretary of State Anna Price said it was late.", ["Anna Price"]),
    ("Anna Price and Robin Roe said it was late.", [None]),
    ("Members of the town council said it was late.", ["members of the town council"]),
    ("The head of the national mint said it was late.", ["head of the national mint"]),
    ("Residents of Leeds said it was late.", ["residents"]),
    ("The lead author, Professor Anna Price, said it was late.", ["Anna Price"]),
    ("Anna Price today said it was late.", ["Anna Price"]),
    ("Company chairman Anna Price said it was late. The company said it was dark.", ["Anna Price", "company"]),
    ("The Energy Ministry met. A statement from the ministry said it was late.", ["Energy Ministry"]),
    ("Boxer's Facebook page said it was late.", ["Boxer's Facebook page"]),
    # a release is its issuer's; a day is nobody
    ("It was late, according to a Google news release.", ["Google"]),
    ("A Google news editor said it was late.", ["Google news editor"]),
    ("March 11 said it was late.", [None]),
    ("A spokesman for organisers of the Denmark event said it was late.", ["organisers"]),
    ("A police spokesman said it was late.", ["police"]),
    ("Google grew. A spokesman for the rebels said it was late.", ["rebels"]),
    ("A spokeswoman for the district attorney's office said it was late.", ["district attorney's office"]),
    ("Aides to Anna Reed said it was late.", ["aides"]),
    # a speaker's own words: as they stand, without what only leads to them or follows
    ("The dockworkers' union said it was late.", ["dockworkers' union"]),
    ("A senior U.S. general said it was late.", ["senior U.S. general"]),
    ("FARMERS in Orrin said it was late.", ["farmers"]),
    ("A photo shows it was late.", [None]),
    # who was brought in since the last speaker, to speak; not one to whom something was done
    (
        "Anna Price said it was late. Mary Roe is with the harbour watch. “It rained,” she said.",
        ["Anna Price", "Mary Roe"],
    ),
    ("Anna Price said it was late. Mary Roe was arrested. “It rained,” she said.", ["Anna Price", "Anna Price"]),
    (
        "Anna Price said it was late. The suspect was named as Mary Roe. “It rained,” she said.",
        ["Anna Price", "Anna Price"],
    ),
    (
        "Anna Price met Mary Roe. Price said it was late. Roe is a judge. “It rained,” she said.",
        ["Anna Price", "Anna Price"],
    ),
    (
        "Anna Price said it was late. Mary Roe is a judge. Lisa Reed is a clerk. “It was dry,” she said.",
        ["Anna Price", "Anna Price"],
    ),
    # who is only told of is not the last speaker
    (
        "Robert Fico said Mark Reed claimed he was late. “It rained,” he said.",
        ["Robert Fico", "Mark Reed", "Robert Fico"],
    ),
    # nobody names himself
    (
        "Robert Fico said it was late. Mark Reed said it was early. “Reed is tired,” he said.",
        ["Robert Fico", "Mark Reed", "Robert Fico"],
    ),
    ("Mark Reed left. Roe and Mark Reed had met. He said Reed was late.", [None]),
    # a speaker without a name is taken up, too: at once, or behind his words
    (
        "Anna Price said it was late. A neighbor said it was dry. “It did,” she said.",
        ["Anna Price", "neighbor", "neighbor"],
    ),
    (
        "Anna Price said it was late. An uncle said it was dry. “It did,” she said.",
        ["Anna Price", "uncle", "Anna Price"],
    ),
    ("Anna Price left.\nA neighbor said it was dry.\nShe said it was late.", ["neighbor", None]),
    ("Jacob Reed fell. The boy's uncle said it was late. The man said it was dry.", ["boy's uncle", "boy's uncle"]),
    ("Jacob Reed fell. The boy's aunt said it was late. The man said it was dry.", ["boy's aunt", "Jacob Reed"]),
    (
        "Jacob Reed fell. His uncle said it was late. A man came. The man said it was dry.",
        ["uncle", "man"],
    ),
    # his own things tell a man, her own a woman
    ("Roe Orrin sold her boat. Roe Orrin said it was late. “It rained,” he said.", ["Roe Orrin", None]),
    (
        "Roe Orrin met her boat. Orrin met his. Roe Orrin said it was late. “It did,” he said.",
        ["Roe Orrin", "Roe Orrin"],
    ),
    ("Roe Orrin met her on Friday. Roe Orrin said it was late. “It did,” he said.", ["Roe Orrin", "Roe Orrin"]),
    (
        "Roe Orrin sold Anna Price her boat. Roe Orrin said it was late. “It was,” he said.",
        ["Roe Orrin", "Roe Orrin"],
    ),
    # an office and a relation: who was called so right before his name, nobody else
    ("The coroner Anna Reed left. The coroner said it was late.", ["Anna Reed"]),
    ("Anna Reed wept. The coroner said it was late.", ["coroner"]),
    ("The Sheriff Department said it was late. The sheriff said it was early.", ["Sheriff Department", "sheriff"]),
    ("The boy's uncle, Mark Reed, left. The uncle said it was late.", ["Mark Reed"]),
    ("The boy's uncle, Mark Reed, met the girl's uncle, Ethan Fico. The uncle said it was late.", ["uncle"]),
    ("The boy's uncle, Mark Reed, left. Her uncle said it was late.", ["uncle"]),
    ("The coroner said it was late. “It was dry,” she said.", ["coroner", "coroner"]),
    # one noun phrase, not the next; not who tells it
    ("A short alert a few minutes later said it was late.", ["short alert"]),
    ("A member of a club said it was late.", ["member of a club"]),
    ("Police say witnesses told Roe it was late.", ["police", "witnesses"]),
    ("A boat believed to be lost was found.", []),
    # two candidates left
    ("Mark Reed met Robert Fico. He said it was late.", [None]),
    ("The UN and the Red Cross left. The agency said it was late.", [None]),
    ("Interior Minister Mark Reed met Justice Minister Anna Fico. The minister said it was late.", [None]),
    ("Shell met Pfizer. A spokesman said it was late.", [None]),
]


@pytest.mark.parametrize(("text", "voices"), VOICES, ids=[text for text, _ in VOICES])
def test_each_attribution_has_the_voice_beside_it(text: str, voices: list[str | None]) -> None:
    assert [a.voice for a in _annotate(text)] == voices


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("Kremlin spokesman Dmitry Peskov said it was late.", "Kremlin"),
        ("Kremlin spokesman Dmitry Peskov arrived. Peskov said it was late.", "Kremlin"),
        ("Anna Price, a spokeswoman for Google, said it was late.", "Google"),
        ("Russian President Vladimir Putin said it was late.", None),
        ("Anna Price, spokeswoman for Danish President Robin Roe, said it was late.", None),
        ("Anna Price, a spokeswoman for the Denmark event, said it was late.", None),
        ("Anna Price, a spokeswoman for Denmark, said it was late.", "Denmark"),
    ],
)
def test_only_spokespeople_speak_for_a_body(text: str, body: str | None) -> None:
    assert _annotate(text)[0].speaks_for == body


def test_a_pronoun_too_far_from_its_speaker_has_no_voice() -> None:
    filler = "It rained. " * 8
    assert _annotate(f"Robert Fico said it was late. {filler}“Go home,” he said.")[-1].voice is None


@pytest.mark.parametrize(
    "text",
    ["The mayor asked not to be named.", "All four workers reported missing were found."],
)
def test_a_wish_to_stay_unnamed_and_a_participle_say_nothing(text: str) -> None:
    assert _annotate(text) == ()


@pytest.mark.parametrize(
    ("source", "voice"), [("HarbourNews Orrin", "HarbourNews Orrin"), ("The Orrin", "Orrin"), ("In Orrin", "Orrin")]
)
def test_a_place_that_only_ends_a_name_is_not_the_speaker(source: str, voice: str) -> None:
    article = Article(id="a", raw="r", text=f"{source} said it was late.")
    start = len(source) - len("Orrin")
    place = EntityMention(kind=EntityKind.PLACE, entity="Orrin", span=span_of(article, start, len(source)))
    speech = Speech(((len(source) + 1, len(source) + 5),), ((len(source) + 6, len(source) + 17),), ((0, len(source)),))
    (found,) = annotate_attribution(Reading(article=article, entities=(place,)), finder=lambda _: [speech])
    assert found.voice == voice
