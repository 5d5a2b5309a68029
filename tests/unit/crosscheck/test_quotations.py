"""One quotation in two wordings, and what an editor may do to one."""

from __future__ import annotations

import pytest

from checked_story import findings_of
from drawn_reading import draw
from twosource.crosscheck.wordings.quoted_words import read_words
from twosource.model import QUOTED_TWO_WAYS, Reading


def wordings(*readings: Reading) -> list[tuple[str, str]]:
    found = findings_of(*readings)
    return [(f.left.value, f.right.value) for f in found if f.rule == QUOTED_TWO_WAYS]


def wordings_of(one: str, two: str) -> list[tuple[str, str]]:
    first, second = (f"“{quote}” the harbour pilot told reporters." for quote in (one, two))
    return wordings(draw("a", first, published="2025-03-11"), draw("b", second, published="2025-03-12"))


@pytest.mark.parametrize(
    ("one", "two", "parted"),
    [
        ("How many of our boats do they want to sink?", "How many of our boats do we want to sink?", ("they", "we")),
        ("We saw the mast fall on the old quay.", "We heard the mast fall on the old quay.", ("saw", "heard")),
        (
            "If you compress the old hull, the mast of the boat will fall.",
            "If you comprise the old hull, the mast of the boat will fall.",
            ("compress", "comprise"),
        ),
        ("We will leave the port by noon today.", "We will not leave the port by noon today.", None),
        ("For me and for the crew, it is time now.", "For me and for the crew, that time is now.", ("it is", "that")),
    ],
)
def test_words_that_cannot_both_have_been_said_part_two_wordings(
    one: str, two: str, parted: tuple[str, str] | None
) -> None:
    found = wordings_of(one, two)
    assert len(found) == 1
    assert parted is None or all(words.startswith(start) for words, start in zip(found[0], parted, strict=True))


LEAVE = "I will never leave this old quay or its boats"
PIER = "I will never forget this pier"


@pytest.mark.parametrize(
    ("one", "two", "parted"),
    [
        (f"{LEAVE} for a crown,", f"{LEAVE} in my sleep.", []),
        (f"{LEAVE} for a crown. I mean it.", f"{LEAVE} in my sleep.", [("for a crown", "in my sleep")]),
        (f"{LEAVE} for a crown.", LEAVE, []),
        (f"{LEAVE}. For a crown.", f"{LEAVE}. In my sleep.", []),
        (f"{LEAVE} for a crown.", f"{LEAVE} and the people who built it.", []),
        (f"So {LEAVE} for a crown.", f"And yes, {LEAVE} in my sleep.", []),
        (
            f"{PIER}, all of these boats, all of the crews are going to be inside my heart surely for a crown.",
            f"{PIER}. All these boats, all the crews will be in my heart tonight.",
            [("surely for a crown", "tonight")],
        ),
    ],
)
def test_two_sentences_that_begin_alike_part_in_their_last_words(
    one: str, two: str, parted: list[tuple[str, str]]
) -> None:
    assert wordings_of(one, two) == parted


def test_the_last_words_of_one_speaker_need_fewer_that_are_shared() -> None:
    one, two = (
        draw(name, f"[said:Orla Stone|“I will never leave this old quay {last}.”] Orla Stone said.", published=day)
        for name, last, day in (("a", "for a crown", "2025-03-11"), ("b", "in my sleep", "2025-03-12"))
    )
    assert wordings(one, two) == [("for a crown", "in my sleep")]


@pytest.mark.parametrize(
    "edited",
    [
        "We saw the old mast fall on the quay and on the northern pier.",
        "We saw the mast fall on the quay and on the pier, um, at dawn.",
        "We saw [the Vesna] fall on the quay and on the pier at dawn.",
        "We saw the mast … on the quay and on the pier at dawn.",
        "We saw a mast fall on to the quay and on the pier at dawn.",
        "We see the mast falling on the quay and on the pier at dawn.",
        "We saw the mast fall on the quay and on the pier at daun.",
        "I saw it when the crane came down and hit the mast, the quay and the pier at dawn.",
    ],
)
def test_what_an_editor_does_to_a_quotation_is_no_second_wording(edited: str) -> None:
    assert wordings_of("We saw the mast fall on the quay and on the pier at dawn.", edited) == []


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("We can't favour the twelve crews on this old pier.", "We cannot favor the 12 crews on this old pier."),
        (
            "Nobody in the harbour office sent us an e-mail today.",
            "No one in the harbour office sent us an email today.",
        ),
        (
            "All of us at the HHO are with the families tonight.",
            "All of us at the Harbour Heads Office are with the families tonight.",
        ),
        ("I told Orla to cut the rope before the storm came.", "I told her to cut the rope before the storm came."),
    ],
)
def test_another_spelling_a_short_form_or_a_name_for_a_pronoun_is_no_second_wording(one: str, two: str) -> None:
    assert wordings_of(one, two) == []


def test_who_said_both_said_both() -> None:
    a = draw("a", "“To my friends in the north, I say stay on the pier,” she said.")
    b = """
    “To my friends in the south, I say stay on the pier,” she said.
    “To my friends in the north, I say stay on the pier,” she said.
    """
    assert wordings(a, draw("b", b)) == []


def test_a_last_word_that_sounds_like_another_was_misheard() -> None:
    a = draw("a", "[said:Orla Stone|“This is just bad, just careless,”] Orla Stone said.", published="2025-03-11")
    b = draw("b", "[said:Orla Stone|“This is just mad,”] Orla Stone said over the radio.", published="2025-03-12")
    assert wordings(a, b) == [("bad", "mad")]


def test_a_phrase_of_which_nobody_knows_who_said_it_is_everybodys() -> None:
    a = draw("a", "“We came at noon and this is the best feeling in the world,” one of them said.")
    b = draw("b", "Fans cheered. “This is the greatest feeling in the world,” another said on the quay.")
    assert wordings(a, b) == []


def test_two_named_speakers_each_said_their_own() -> None:
    a = draw(
        "a", "[said:Orla Stone|“Our thoughts are with the crew and with their families tonight,”] Orla Stone said."
    )
    b = draw("b", "[said:Ana Reyes|“Our hearts are with the crew and with their families tonight,”] Ana Reyes said.")
    assert wordings(a, b) == []


def test_a_caption_repeats_what_its_article_quotes_and_the_body_of_an_article_does_not() -> None:
    caption = """
    = The pilot said: “Somebody is dragged under, I can't look at this”
    The call came at noon. “Somebody is drowning there, I can't look at this,” the pilot said.
    """
    assert len(wordings(draw("a", caption))) == 1
    body = """
    The call came at noon. “We will do our utmost to protect the people on the old quay,” she said.
    Later she wrote: “And we will do everything to protect the people who live near the sea.”
    """
    assert wordings(draw("a", body)) == []


def test_contractions_are_written_out() -> None:
    text = "He's sure they won't, and we've gotta go"
    assert [w.form for w in read_words(text, 0, len(text))] == [
        *("he", "is", "sure", "they", "will", "not", "and", "we", "have", "got", "to", "go"),
    ]


@pytest.mark.parametrize("hidden", ["d***ed crane", "d–ed crane", "d--ed crane"])
def test_an_oath_that_an_editor_hides_is_no_second_wording(hidden: str) -> None:
    told = "The first boat of the town will hit that {} on the old quay."
    assert wordings_of(told.format(hidden), told.format("damned crane")) == []
    assert len(wordings_of(told.format("rotten crane"), told.format("damned crane"))) == 1
