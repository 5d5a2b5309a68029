"""What the model finds, drawn into the text, as names and attributions of the pipeline."""

from __future__ import annotations

import re

import numpy as np
import pytest
from msgspec.structs import replace

from twosource.annotate.attribution import TrainedSpeech, annotate_attribution
from twosource.annotate.entities import TrainedNames, annotate_entities
from twosource.annotate.news_model import FoundName, FoundSpeech, ModelReading
from twosource.model import Article, EntityKind, Reading, Stance

_MARK = re.compile(r"\[(\w+):([^\]]*)\]")
_KINDS = {"per": EntityKind.PERSON, "org": EntityKind.ORGANISATION, "loc": EntityKind.PLACE, "misc": EntityKind.OTHER}


def _undraw(drawn: str) -> tuple[str, list[tuple[str, int, int]]]:
    """The text without marks, and each mark with its range."""
    text, marks, at = "", [], 0
    for match in _MARK.finditer(drawn):
        text += drawn[at : match.start()]
        marks.append((match[1], len(text), len(text) + len(match[2])))
        text += match[2]
        at = match.end()
    return text + drawn[at:], marks


def _reading(speech: tuple[FoundSpeech, ...] = (), names: tuple[FoundName, ...] = ()) -> ModelReading:
    return ModelReading(speech=speech, names=names, syntax=(), vectors=np.zeros((0, 384), dtype=np.float32))


def _speech(drawn: str) -> tuple[str, FoundSpeech]:
    """The text without marks, and the one attribution drawn into it."""
    text, marks = _undraw(drawn)
    parts = {role: tuple((s, e) for r, s, e in marks if r == role) for role in ("source", "content", "cue")}
    return text, FoundSpeech(cue=parts["cue"], content=parts["content"], source=parts["source"])


def _names(drawn: str) -> list[tuple[str, str, str]]:
    text, marks = _undraw(drawn)
    names = tuple(FoundName((start, end), _KINDS[kind]) for kind, start, end in marks)
    reading = Reading(article=Article(id="a", raw="a", text=text))
    found = annotate_entities(reading, finder=TrainedNames(lambda _: _reading(names=names)))
    return [(m.span.quote, m.kind.value, m.entity) for m in found]


@pytest.mark.parametrize(
    ("drawn", "expected"),
    [
        ("Later [per:Governor Oleh Syniehubov] spoke.", [("Oleh Syniehubov", "person", "Oleh Syniehubov")]),
        ("He told the New [loc:York] Times so.", [("New York Times", "organisation", "New York Times")]),
        (
            "A [misc:Chinese] foreign ministry spokesman left.",
            [("Chinese foreign ministry", "organisation", "Chinese foreign ministry")],
        ),
        (
            "He met [per:Ana Roe] twice. [per:Roe] left.",
            [("Ana Roe", "person", "Ana Roe"), ("Roe", "person", "Ana Roe")],
        ),
        ("They left [loc:the].", []),
        # roles of any length in front of a person; a surname that is a role; an office without its holder
        ("Then [per:Fire Chief Ana Roe] spoke.", [("Ana Roe", "person", "Ana Roe")]),
        ("Then [per:Deputy Secretary of State Ana Roe] spoke.", [("Ana Roe", "person", "Ana Roe")]),
        ("Then [per:Secretary of State Orr Poe] spoke.", [("Orr Poe", "person", "Orr Poe")]),
        ("Then [per:Franklin Mayor Joe Roe] spoke.", [("Joe Roe", "person", "Joe Roe")]),
        ("Then [per:Franklin Police Chief Tim Roe] spoke.", [("Tim Roe", "person", "Tim Roe")]),
        ("Then [per:Martin Luther King Jr.] spoke.", [("Martin Luther King Jr.", "person", "Martin Luther King Jr.")]),
        ("Then [per:Ana Roe of Orrin] spoke.", [("Ana Roe", "person", "Ana Roe")]),
        ("Then [per:Ana Roe (R]) spoke.", [("Ana Roe", "person", "Ana Roe")]),
        ("Then [per:Ana Roe, R-Ore.], spoke.", [("Ana Roe", "person", "Ana Roe")]),
        ("Then [per:Ana Roe, Jr.] spoke.", [("Ana Roe, Jr.", "person", "Ana Roe, Jr.")]),
        ("It met at [org:Acme Steel on October] 3.", [("Acme Steel", "organisation", "Acme Steel")]),
        ("Then [per:he] added this.", []),
        ("Then [per:Larry King] spoke.", [("Larry King", "person", "Larry King")]),
        ("Then [per:Ambassador to the Bodaks] spoke.", []),
        # persons that are joined, and the body one is of
        (
            "Then [per:Ana Roe and President Bo Poe] met.",
            [("Ana Roe", "person", "Ana Roe"), ("Bo Poe", "person", "Bo Poe")],
        ),
        ("Then [per:Roe of the Institute] spoke.", [("Roe", "person", "Roe")]),
        # mail addresses and signs are no part of a name
        ("Write to [per:ana.roe@acme.org] now.", []),
        ("[per:Ana Roe ana@acme.org] wrote.", [("Ana Roe", "person", "Ana Roe")]),
        ("Closed: [loc:# Orrin] road.", [("Orrin", "place", "Orrin")]),
        # an office with its holder, whether the model took the holder along or not; no person's office
        (
            "The [loc:Orrin County] Sheriff's Office left. The [org:Orrin County Sheriff]’s office left.",
            [
                ("Orrin County Sheriff's Office", "organisation", "Orrin County Sheriff's Office"),
                ("Orrin County Sheriff’s office", "organisation", "Orrin County Sheriff's Office"),
            ],
        ),
        (
            "The [loc:Orrin] Medical Examiner's Office left.",
            [("Orrin Medical Examiner's Office", "organisation", "Orrin Medical Examiner's Office")],
        ),
        ("In [loc:Orrin]'s office he left.", [("Orrin", "place", "Orrin")]),
        ("In [per:Ana Roe]'s office he left.", [("Ana Roe", "person", "Ana Roe")]),
        ("In [per:Ana King]'s office he left.", [("Ana King", "person", "Ana King")]),
        ("The [org:Sheriff]'s Office left.", [("Sheriff", "organisation", "Sheriff")]),
        # what kind of firm it is; words of other languages within a name, whose end the model missed
        ("At [org:Acme Steel], Inc. he left.", [("Acme Steel, Inc", "organisation", "Acme Steel, Inc")]),
        ("At [org:Acme Steel] Ltd he left.", [("Acme Steel Ltd", "organisation", "Acme Steel Ltd")]),
        (
            "The [org:Parti des Orrins] et des [org:Roes] left.",
            [("Parti des Orrins et des Roes", "organisation", "Parti des Orrins et des Roes")],
        ),
        ("Then [per:Joop] den Roe left.", [("Joop den Roe", "person", "Joop den Roe")]),
        ("The men of [loc:Orrin] de facto left.", [("Orrin", "place", "Orrin")]),
        # two lands of one body, and bodies of one land each
        (
            "The [org:Law Society of Orrin] and [loc:Roden] left.",
            [("Law Society of Orrin and Roden", "organisation", "Law Society of Orrin and Roden")],
        ),
        (
            "The [org:University of Orrin] and [loc:Roden] left.",
            [("University of Orrin", "organisation", "University of Orrin"), ("Roden", "place", "Roden")],
        ),
        # a given name left out, but no title, no other name and no opening of a sentence
        ("The mate Ole [per:Roe] spoke.", [("Ole Roe", "person", "Ole Roe")]),
        ("The mate J. [per:Roe] spoke.", [("J. Roe", "person", "J. Roe")]),
        ("Then Dr. [per:Roe] spoke.", [("Roe", "person", "Roe")]),
        ("Men of Denmark [per:Roe] met.", [("Roe", "person", "Roe")]),
        ("The mill [org:Ore] [per:Roe] runs.", [("Ore", "organisation", "Ore"), ("Roe", "person", "Roe")]),
        ("Yesterday [per:Roe] spoke.", [("Roe", "person", "Roe")]),
        # a town's name is a person's where that is his surname
        (
            "[per:Ana Jackson] left. [per:Jackson] wept in [loc:Orrin].",
            [
                ("Ana Jackson", "person", "Ana Jackson"),
                ("Jackson", "person", "Ana Jackson"),
                ("Orrin", "place", "Orrin"),
            ],
        ),
        ("Then [per:Ana Roe of Acme Steel] spoke.", [("Ana Roe", "person", "Ana Roe")]),
        ("Then [per:Ana of Orrin] spoke.", [("Ana of Orrin", "person", "Ana of Orrin")]),
        # a headline in capitals that was taken for a name is nobody's full name
        (
            "[org:ORE BOARD WARNS OF ACME STEEL] They met [org:Acme Steel] there.",
            [
                ("ORE BOARD WARNS OF ACME STEEL", "organisation", "ORE BOARD WARNS OF ACME STEEL"),
                ("Acme Steel", "organisation", "Acme Steel"),
            ],
        ),
        # what the model takes along: a comma, the verb behind a name, whose kin a person is
        ("[per:Mark Noll,] a coach, left.", [("Mark Noll", "person", "Mark Noll")]),
        ("He left, [per:Ana Roe wrote] today.", [("Ana Roe", "person", "Ana Roe")]),
        ("A [per:kin’s sister Ana Poe wrote] then.", [("Ana Poe", "person", "Ana Poe")]),
        ("It is by [per:Sammy Davis Jr.] again.", [("Sammy Davis Jr.", "person", "Sammy Davis Jr.")]),
        ("He met [per:Ahmed al-Sharaa] there.", [("Ahmed al-Sharaa", "person", "Ahmed al-Sharaa")]),
        ("They call him [per:bell] there.", [("bell", "person", "bell")]),
        ("[per:Both Roe] and he left.", [("Roe", "person", "Roe")]),
        # a name told again in full that a page glued to a headline
        ("Then [per:Ana Roe Ana Bea RoeMiners win] left.", [("Ana Roe", "person", "Ana Roe")]),
        ("Then [per:Roe Ana RoeNew] left.", [("Roe", "person", "Roe")]),
        ("Then [per:Ana McRoe] left.", [("Ana McRoe", "person", "Ana McRoe")]),
    ],
)
def test_names_of_the_model_meet_what_lists_and_rules_know(drawn: str, expected: list[tuple[str, str, str]]) -> None:
    assert _names(drawn) == expected


@pytest.mark.parametrize(
    ("drawn", "expected"),
    [
        # one body, told in two parts; what may stand alone is another
        ("The [org:Board of Housing] and [org:Urban Renewal] met.", ["Board of Housing and Urban Renewal"]),
        ("The [org:Board of Trade] and [org:Industry] met.", ["Board of Trade and Industry"]),
        ("The [org:Social Democratic] and [org:Labour Party] met.", ["Social Democratic and Labour Party"]),
        ("The [org:Social Democratic] and [org:Acme Steel] met.", ["Social Democratic", "Acme Steel"]),
        ("The [org:Conservative] and [org:Labour Party] met.", ["Conservative", "Labour Party"]),
        ("The [org:Board of Housing] and [org:Acme Steel] met.", ["Board of Housing", "Acme Steel"]),
        ("The [org:Board of Housing] and [org:Senate] met.", ["Board of Housing", "Senate"]),
        ("The [org:Board of Housing] and the [org:Workers] met.", ["Board of Housing", "Workers"]),
        ("The [org:Ore Board] and [org:Workers] met.", ["Ore Board", "Workers"]),
        ("In [loc:Washington], [loc:D.C.] they met.", ["Washington, D.C."]),
        ("In [loc:Washington] [loc:DC] they met.", ["Washington DC"]),
        ("In [loc:Orrin], [loc:D.C.] they met.", ["Orrin", "D.C."]),
        ("In [loc:Washington] and [loc:D.C.] they met.", ["Washington", "D.C."]),
    ],
)
def test_one_name_taken_for_two_is_one(drawn: str, expected: list[str]) -> None:
    assert [quote for quote, _, _ in _names(drawn)] == expected


def test_a_capital_with_its_district_is_the_city() -> None:
    found = _names("In [loc:Washington], [loc:D.C.] it is wet. He left [loc:Washington].")
    assert [entity for _, _, entity in found] == ["Washington", "Washington"]


def test_names_of_the_model_that_grow_into_each_other_are_one() -> None:
    assert _names("The New [loc:York] [org:Times] said so.") == [("New York Times", "organisation", "New York Times")]


def test_speech_of_the_model_gets_stance_voice_and_manner() -> None:
    text, speech = _speech("[source:Ana Roe] [cue:denied] [content:that the bridge was hit].")
    roe = FoundName(speech.source[0], EntityKind.PERSON)
    bare = Reading(article=Article(id="a", raw="a", text=text))
    reading = replace(bare, entities=annotate_entities(bare, finder=TrainedNames(lambda _: _reading(names=(roe,)))))
    (found,) = annotate_attribution(reading, finder=TrainedSpeech(lambda _: _reading(speech=(speech,))))
    assert (found.stance, found.voice, found.source[0].quote) == (Stance.DENIED, "Ana Roe", "Ana Roe")


def test_a_name_in_the_next_paragraph_does_not_speak_beside_one_in_the_cues_own() -> None:
    text = "Calder rejects the account\n\nBy Noor Halvard"

    def place(words: str) -> tuple[int, int]:
        return text.index(words), text.index(words) + len(words)

    def sources_of(*names: str) -> tuple[tuple[int, int], ...]:
        found = FoundSpeech((place("rejects"),), (place("the account"),), tuple(map(place, names)))
        return TrainedSpeech(lambda _: _reading(speech=(found,)))(text)[0].source

    assert sources_of("Calder", "Noor Halvard") == (place("Calder"),)
    assert sources_of("Noor Halvard") == (place("Noor Halvard"),)


def test_a_source_parted_by_what_it_says_is_the_piece_beside_the_verb() -> None:
    """The agency of a dateline is read as part of the source; the service said it."""
    text, speech = _speech("ORRIN ([source:NNA)] - [content:Rain fell on Orrin], [source:the fire service] [cue:said].")
    nna = FoundName((text.index("NNA"), text.index("NNA") + 3), EntityKind.ORGANISATION)
    bare = Reading(article=Article(id="a", raw="a", text=text))
    reading = replace(bare, entities=annotate_entities(bare, finder=TrainedNames(lambda _: _reading(names=(nna,)))))
    (found,) = annotate_attribution(reading, finder=TrainedSpeech(lambda _: _reading(speech=(speech,))))
    assert found.voice == "fire service"


def _attributed(drawn: str) -> list[tuple[str | None, str]]:
    """Voice and content of every attribution, where the model found the one that is drawn."""
    text, speech = _speech(drawn)
    bare = Reading(article=Article(id="a", raw="a", text=text))
    found = annotate_attribution(bare, finder=TrainedSpeech(lambda _: _reading(speech=(speech,))))
    return [(a.voice, " … ".join(span.quote for span in a.content)) for a in found]


def test_a_noun_with_its_owner_reports_where_the_model_found_nothing() -> None:
    drawn = "[source:A clerk] [cue:said] [content:it rained]. It is Orre's first confirmation that the bridge fell."
    assert _attributed(drawn) == [("clerk", "it rained"), ("Orre", "that the bridge fell")]
    drawn = "[source:A clerk] [cue:welcomed] [content:Orre's first confirmation that the bridge fell]."
    assert ("clerk", "Orre's first confirmation that the bridge fell") in _attributed(drawn)


def test_a_few_words_missed_inside_a_content_are_taken_in() -> None:
    drawn = "[source:A clerk] [cue:accused] [content:Ana Roe] of hiding [content:the bridge]."
    assert _attributed(drawn) == [("clerk", "Ana Roe of hiding the bridge")]
    drawn = "[content:It rained], [source:a clerk] [cue:said], [content:and it fell]."
    assert _attributed(drawn) == [("clerk", "It rained … and it fell")]


def test_a_cue_that_is_an_auxiliary_takes_its_verb() -> None:
    text, speech = _speech("[source:Orre] [cue:having] accused [content:Ana Roe of theft], he left.")
    assert [text[s:e] for s, e in TrainedSpeech(lambda _: _reading(speech=(speech,)))(text)[0].cue] == [
        "having accused"
    ]


def test_a_source_parted_by_its_verb_is_the_piece_beside_it_and_not_the_verb() -> None:
    text, speech = _speech("[source:A clerk] [cue:said] [source:later on] [content:that the bridge fell].")
    bare = Reading(article=Article(id="a", raw="a", text=text))
    (found,) = annotate_attribution(bare, finder=TrainedSpeech(lambda _: _reading(speech=(speech,))))
    assert found.voice == "clerk"


@pytest.mark.parametrize(
    ("drawn", "expected"),
    [
        ("[source:Roe] [cue:said] [content:it fell on the] harbour wall.", ["it fell on the harbour wall"]),
        (
            "[source:Roe] [cue:said] [content:it fell in the harbour of] Orrin, a town.",
            ["it fell in the harbour of Orrin"],
        ),
        ("[source:Roe] [cue:praised] [content:the crew in] a long interview on Monday.", ["the crew"]),
        ("[source:Roe] [cue:said] [content:it fell in] the harbour.", ["it fell in the harbour"]),
        ("[content:It fell. The] rain stopped, [source:Roe] [cue:said].", ["It fell."]),
        ("[source:Roe] [cue:said] [content:it fell and] [content:it broke].", ["it fell and it broke"]),
        ("[source:Roe] [cue:said] [content:it fell in].", ["it fell in"]),
        ("[source:Roe] [cue:praised] [content:the crew and that] of Orrin.", ["the crew and that"]),
    ],
)
def test_no_content_ends_in_mid_phrase(drawn: str, expected: list[str]) -> None:
    assert _contents(drawn)[1] == expected


def test_no_content_ends_inside_a_name() -> None:
    text, speech = _speech("[source:Roe] [cue:praised] [content:the Ore] Board.")
    board = FoundName((text.index("Ore"), text.index(".")), EntityKind.ORGANISATION)
    (found,) = TrainedSpeech(lambda _: _reading(speech=(speech,), names=(board,)))(text)
    assert [text[s:e] for s, e in found.content] == ["the Ore Board"]


@pytest.mark.parametrize(
    ("drawn", "source"),
    [
        ("But states including Orre, Lund and the [source:Sund] [cue:said] [content:it fell].", "states including"),
        ("But towns such as Orre and [source:Lund] [cue:said] [content:it fell].", "towns such as"),
        ("He met Orre and [source:Lund] [cue:said] [content:it fell].", "Lund"),
        ("They saw states including Orre. [source:Lund] [cue:said] [content:it fell].", "Lund"),
    ],
)
def test_the_last_of_the_examples_does_not_speak_alone(drawn: str, source: str) -> None:
    text, speech = _speech(drawn)
    bare = Reading(article=Article(id="a", raw="a", text=text))
    found = annotate_attribution(bare, finder=TrainedSpeech(lambda _: _reading(speech=(speech,))))
    assert found[0].source[0].quote.startswith(source)


def test_who_is_told_is_no_speaker() -> None:
    drawn = "[content:Two clerks] [cue:told] [source:Roe Weekly] [content:that it rained]."
    assert _contents(drawn) == (["Two clerks"], ["that it rained"])


def _contents(drawn: str) -> tuple[list[str], list[str]]:
    """The source and the content of the one attribution drawn, as the finder passes them on."""
    text, speech = _speech(drawn)
    (found,) = TrainedSpeech(lambda _: _reading(speech=(speech,)))(text)
    return [text[s:e] for s, e in found.source], [text[s:e] for s, e in found.content]


@pytest.mark.parametrize(
    ("drawn", "voice"),
    [
        ("[source:Bankers polled by Acme] [cue:said] [content:it fell].", "bankers"),
        ("Then [source:statistics released in June] [cue:said] [content:it fell].", "statistics"),
        ("Doubts [source:among local bankers] [cue:said] [content:it fell].", "local bankers"),
        ("[source:The wardens’ club released a video that] [cue:said] [content:it fell].", "wardens’ club"),
        ("[source:The wardens] [cue:are against] [content:it].", "wardens"),
        # a source cut off behind its article goes on to its noun, not into what is said
        ("[content:It fell], [cue:according to] [source:the] wardens’ club.", "wardens’ club"),
        ("[content:It fell], [cue:according to] [source:the] Orrin Board of the Roe Club on Monday.", "Orrin Board"),
        ("[content:It fell], [cue:according to] [source:the] [content:boats that fell].", None),
        ("ORRIN [source:— A harbour warden] [cue:said] [content:it fell].", "harbour warden"),
        ("It rained. [source:Followed] [cue:said] [content:it fell].", None),
        ("[source:Or] [cue:said] [content:it fell].", None),
        ("It fell on Bodak. [source:Bodak officials] [cue:said] [content:it fell].", "Bodak officials"),
        ("[source:The wardens “late again”] [cue:said] [content:it fell].", "wardens"),
        ("[source:The things I and my friends] [cue:said] [content:it fell].", None),
        ("[source:The old small red brick harbour house club wardens] [cue:said] [content:it fell].", None),
        # to whom a question is put does not ask it
        ("[cue:Asked] [content:if it fell], [source:the warden] left.", None),
        ("[source:The warden] left when [cue:asked] [content:if it fell].", None),
        ("[source:The warden] [cue:asked] [content:if it fell].", "warden"),
    ],
)
def test_a_speaker_without_a_name_is_called_by_his_own_words(drawn: str, voice: str | None) -> None:
    text, speech = _speech(drawn)
    reading = Reading(article=Article(id="a", raw="a", text=text))
    (found,) = annotate_attribution(reading, finder=TrainedSpeech(lambda _: _reading(speech=(speech,))))
    assert found.voice == voice


def test_the_agency_of_a_picture_does_not_speak_beside_who_does() -> None:
    text, speech = _speech("The harbour at dusk. [source:AFP Local residents] [cue:said] [content:it fell].")
    afp = FoundName((text.index("AFP"), text.index("AFP") + 3), EntityKind.ORGANISATION)
    bare = Reading(article=Article(id="a", raw="a", text=text))
    reading = replace(bare, entities=annotate_entities(bare, finder=TrainedNames(lambda _: _reading(names=(afp,)))))
    (found,) = annotate_attribution(reading, finder=TrainedSpeech(lambda _: _reading(speech=(speech,))))
    assert found.voice == "Local residents"
