"""Voices that an article opposes by its own words, and neighbours that it does not oppose."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from drawn_reading import draw, own_descents, story_of
from twosource.claims import align_statements, extract_statements
from twosource.crosscheck import check_story
from twosource.crosscheck.opposition.side_by_side import voice_of
from twosource.model import Attribution, span_of


def opposed(drawing: str) -> list[tuple[str, str]]:
    reading = draw("a", drawing)
    groups = align_statements(list(extract_statements(reading)))
    found = check_story(story_of(reading), [reading], groups, own_descents(reading)).findings
    return [(f.left.value, f.right.value) for f in found if f.reading.value == "disagreement"]


@pytest.mark.parametrize(
    "drawing",
    [
        "[said:Harbour Board|The ferry was sunk by a mine], but [believed:Orla Stone|the ferry ran onto a reef].",
        "[said:Harbour Board|The ferry was sunk by a mine], but [said:Orla Stone|there never was a mine].",
        """
        [said:Harbour Board|The ferry was sunk by a mine near the reef].
        [denied:Orla Stone|But Orla Stone denied that a mine was near the reef].
        """,
        "[said:Harbour Board|The mayor may close the harbour for a year].\nOn Monday [denied:Orla Stone|the idea].",
    ],
    ids=["believes otherwise", "says it is not so", "but at the head of the next sentence", "rejects the idea"],
)
def test_an_article_sets_two_voices_against_each_other(drawing: str) -> None:
    assert opposed(drawing) == [("Harbour Board", "Orla Stone")]


@pytest.mark.parametrize(
    "drawing",
    [
        "[said:Harbour Board|The ferry was sunk by a mine], and [believed:Orla Stone|the mine was an old one].",
        "[said:Harbour Board|The ferry was sunk by a mine], but [said:Harbour Board|there never was another].",
        "[said:Harbour Board|The ferry was sunk by a mine], but [said:Orla Stone|the cause is not yet known to her].",
        "[said:Harbour Board|The ferry was sunk by a mine], but [said:She|there never was a mine].",
        "[said:Harbour Board|The ferry was sunk by a mine], but [said:Orla Stone|all aboard are well and at home].",
        "[said:Harbour Board|For the mine are 40 percent], but [said:Orla Stone|of the town not even 30 percent are].",
        "[said:Harbour Board|The ferry was sunk by a mine], but [said:Orla Stone|no child was aboard at that hour].",
        "[believed:Harbour Board|The ferry would sail on Monday], but [said:Orla Stone|all of it burned at dawn].",
        "[denied:Harbour Board|The ferry hit a mine].\nOn Monday [denied:Orla Stone|the idea].",
        """
        [said:Harbour Board|The ferry was sunk by a mine near the reef].
        However [said:Orla Stone|on Monday that a mine on the reef is no danger to a ferry].
        """,
        """
        [said:Harbour Board|The ferry was sunk by a mine near the reef].
        However [said:Orla Stone|on Monday that a mine on the reef is no danger to a ferry, only a nuisance].
        """,
    ],
    ids=[
        "and",
        "one voice",
        "knows nothing",
        "a pronoun",
        "a but alone",
        "two shares of a poll",
        "a not of another question",
        "what was expected, and what came",
        "both reject it",
        "a not at the head of the next sentence",
        "a not and an only, and no speaker at the head",
    ],
)
def test_neighbours_are_not_thereby_opposed(drawing: str) -> None:
    assert opposed(drawing) == []


def read_aloud(text: str, *sayings: tuple[str, str, str]) -> list[tuple[str, str]]:
    """The voices opposed where each saying is given as source, cue and content, in the words of the text."""
    reading = draw("a", text)
    said = []
    for number, parts in enumerate(sayings):
        source, cue, content = (
            span_of(reading.article, place, place + len(part))
            for part in parts
            for place in [reading.article.text.index(part)]
        )
        said.append(
            Attribution(
                id=str(number), article="a", cue=(cue,), content=(content,), source=(source,), voice=source.quote
            )
        )
    reading = replace(reading, attributions=tuple(said))
    groups = align_statements(list(extract_statements(reading)))
    found = check_story(story_of(reading), [reading], groups, own_descents(reading)).findings
    return [(f.left.value, f.right.value) for f in found if f.reading.value == "disagreement"]


_BOARD = ("The harbour board", "wrote", "the pier was closed by the police")


def test_a_speaker_right_behind_but_stands_against_the_last_one() -> None:
    text = """
    The harbour board wrote that the pier was closed by the police.
    But police captain Orla Stone told the council that her officers only asked for a fence at the pier.
    """
    stone = ("police captain Orla Stone", "told the council", "her officers only asked for a fence at the pier")
    assert len(read_aloud(text, _BOARD, stone)) == 1


@pytest.mark.parametrize(
    ("source", "cue", "content", "opposed"),
    [
        ("Orla Stone", "said", "her officers set up a fence at the pier", 0),
        ("Orla Stone", "said", "her officers merely set up a fence at the pier", 1),
        ("Orla Stone", "complained", "her officers had to fence the pier", 1),
        ("Orla Stone", "complained", "her cat was ill all Sunday", 0),
    ],
    ids=["another matter of the pier", "sets it right", "contends", "of nothing that was said"],
)
def test_but_at_the_head_opposes_who_contends_or_sets_right(source: str, cue: str, content: str, opposed: int) -> None:
    text = f"The harbour board wrote that the pier was closed by the police. But {source} {cue} {content}."
    assert len(read_aloud(text, _BOARD, (source, cue, content))) == opposed


@pytest.mark.parametrize(("what", "opposed"), [("launch", 1), ("harvest", 0)])
def test_what_a_relative_clause_is_about_is_spoken_of(what: str, opposed: int) -> None:
    text = f"""
    The harbour board held a launch which, according to the Orre agency, put the new buoy out to sea.
    But countries around Lund said the {what} was a failure.
    """
    agency = ("the Orre agency", "according to", "put the new buoy out to sea")
    countries = ("countries around Lund", "said", f"the {what} was a failure")
    assert len(read_aloud(text, agency, countries)) == opposed


@pytest.mark.parametrize(
    ("cue", "opposed"),
    [("said", 1), ("later said", 0), ("acknowledged", 0)],
    ids=["says", "by now", "grants it"],
)
def test_who_says_so_by_now_or_grants_it_opposes_nobody(cue: str, opposed: int) -> None:
    text = f"The harbour board wrote the pier was closed by the police, but Orla Stone {cue} the pier was never closed."
    assert len(read_aloud(text, _BOARD, ("Orla Stone", cue, "the pier was never closed"))) == opposed


def test_a_claim_that_somebody_denies_stands_against_him() -> None:
    drawing = "[said:Harbour Board|The ferry was sunk by a mine], [denied:Orla Stone|a charge] denied on Sunday."
    assert opposed(drawing) == [("Harbour Board", "Orla Stone")]


def test_a_speaker_behind_but_takes_up_what_was_said() -> None:
    text = "The harbour board wrote the pier was closed by the police, but many sailors see this as a mere excuse."
    assert len(read_aloud(text, _BOARD, ("many sailors", "see", "this as a mere excuse"))) == 1


@pytest.mark.parametrize(
    ("title", "who", "opposed"),
    [("board spokesman", "Jan Lind", 0), ("city spokesman", "Jan Lind", 1), ("", "this author", 0)],
)
def test_the_own_spokesman_and_the_same_author_go_on(title: str, who: str, opposed: int) -> None:
    text = f"The harbour board wrote the pier was closed by the police, but {title} {who} said this was not at all so."
    assert len(read_aloud(text, _BOARD, (who, "said", "this was not at all so"))) == opposed


def test_a_lawyer_may_contradict_who_spoke_of_his_client() -> None:
    text = "The harbour board wrote the pier was closed by the police, but its lawyer said this was not at all so."
    assert len(read_aloud(text, _BOARD, ("its lawyer", "said", "this was not at all so"))) == 1


def test_who_does_not_deny_it_opposes_nobody() -> None:
    text = (
        "The harbour board wrote the pier was closed by the police, but Orla Stone did not deny that it never was open."
    )
    assert read_aloud(text, _BOARD, ("Orla Stone", "did not deny", "that it never was open")) == []


def test_who_doubts_that_claim_stands_against_it() -> None:
    text = "The harbour board wrote the pier was closed by the police. Many sailors are sceptical of that claim."
    assert len(read_aloud(text, _BOARD, ("Many sailors", "are sceptical of", "that claim"))) == 1


def test_of_a_source_that_is_half_a_sentence_the_words_are_the_voice_that_stand_before_the_cue() -> None:
    reading = draw("a", "Orla Stone wrote the pier was closed, a day after the mayor and the board of sailors had met.")
    text = reading.article.text
    source = [
        span_of(reading.article, text.index(part), text.index(part) + len(part))
        for part in ("Orla Stone", "a day after the mayor and the board of sailors")
    ]
    cue = span_of(reading.article, text.index("wrote"), text.index("wrote") + 5)
    assert voice_of(Attribution(id="0", article="a", cue=(cue,), content=(), source=tuple(source))) == "Orla Stone"
    assert voice_of(Attribution(id="0", article="a", cue=(cue,), content=(), source=(source[0],))) == "Orla Stone"


@pytest.mark.parametrize(
    ("text", "second"),
    [
        (
            "The harbour board wrote the pier was closed by the police, but it added that this would not last long.",
            ("it", "added", "this would not last long"),
        ),
        (
            "The harbour board wrote the pier was closed by the police. But some sailors ignored it on the pier today.",
            ("some sailors", "ignored", "it on the pier today"),
        ),
        (
            "The harbour board wrote the pier was closed by the police. But the sailors were told the pier was theirs.",
            ("the sailors", "were told", "the pier was theirs"),
        ),
        (
            "The harbour board wrote the pier was closed by the police, but later said this was not at all so.",
            ("later", "said", "this was not at all so"),
        ),
        (
            "The harbour board wrote the pier was closed by the police, but its yearly report said it was not closed.",
            ("its yearly report", "said", "it was not closed"),
        ),
        (
            "The harbour board wrote the pier was closed by the police. But Al Stone said in the statement it was not.",
            ("Al Stone", "said in the statement", "it was not"),
        ),
    ],
    ids=["the same speaker", "a verb that holds no view", "who is told", "an adverb", "its report", "one statement"],
)
def test_who_only_goes_on_or_hears_stands_against_nobody(text: str, second: tuple[str, str, str]) -> None:
    assert read_aloud(text, _BOARD, second) == []


def test_a_speaker_right_before_the_cue_outweighs_a_source_before_the_turn() -> None:
    said, believed = "[said:Iria|it was testing a new ferry]", "[believed:Iria|it was laying mines]"
    drawing = f"Iria said {said}, but Teral and Osk believed {believed}."
    reading = draw("a", drawing)
    first, second = reading.attributions
    words = {word: reading.article.text.index(word) for word in ("Iria", "believed")}
    cue, source = (span_of(reading.article, words[w], words[w] + len(w)) for w in ("believed", "Iria"))
    misread = replace(reading, attributions=(first, replace(second, cue=(cue,), source=(source,))))
    groups = align_statements(list(extract_statements(misread)))
    found = check_story(story_of(misread), [misread], groups, own_descents(misread)).findings
    assert [(f.left.value, f.right.value) for f in found] == [("Iria", "Teral and Osk")]


@pytest.mark.parametrize(
    ("cues", "opposed"),
    [(("said", "said"), 1), (("set up", "said"), 0), (("said", "later said"), 0)],
    ids=["two say so", "one says nothing", "by now"],
)
def test_who_speaks_against_whoever_spoke_is_opposed_to_a_view(cues: tuple[str, str], opposed: int) -> None:
    text = f"The town {cues[0]} a fence of the pier for Sunday. But activists {cues[1]} two boats were lost in a gale."
    town = ("The town", cues[0], "a fence of the pier for Sunday")
    assert len(read_aloud(text, town, ("activists", cues[1], "two boats were lost in a gale"))) == opposed


def test_the_words_by_which_views_differ_are_no_view() -> None:
    text = (
        "Analysts are divided on whether the pier of the town will fall. "
        "Orla Stone said it stands on sound rock. Tor Lind said all of it may go in a gale."
    )
    told = [
        ("Orla Stone", "said", "it stands on sound rock"),
        ("Tor Lind", "said", "all of it may go in a gale"),
    ]
    divided = ("Analysts", "are divided on", "whether the pier of the town will fall")
    assert read_aloud(text, divided, *told) == [("Orla Stone", "Tor Lind")]
