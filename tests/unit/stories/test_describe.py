"""What a reader tells a story by: headline, key terms, places, voices."""

from __future__ import annotations

from datetime import date

from msgspec.structs import replace

from twosource.model import (
    Article,
    Attribution,
    Descent,
    EntityKind,
    EntityMention,
    Found,
    KnownBy,
    Published,
    Reading,
    Relation,
    span_of,
)
from twosource.stories import group_stories
from twosource.stories.describe import choose_places, choose_terms, choose_voices
from twosource.stories.label import choose_labels
from twosource.stories.openings import Telling, find_tellings, read_openings
from twosource.stories.wording import Wording

FERRY = "The ferry Marlunda burned off Port Selby and 4 people died."
FERRY_AGAIN = "Four died when the ferry Marlunda burned; the coast guard of Selby saved 41."


def reading(name: str, text: str, *, title: str | None = None) -> Reading:
    return Reading(
        article=Article(
            id=name,
            raw=name,
            text=text,
            title=Found(value=title, known_by=KnownBy.FIELD) if title else None,
            published=Published(day=date(2024, 3, 2), known_by=KnownBy.FIELD),
        )
    )


def naming(one: Reading, *places: str) -> Reading:
    found = [(one.article.text.index(p), p) for p in places]
    return replace(
        one,
        entities=tuple(
            EntityMention(span=span_of(one.article, at, at + len(p)), kind=EntityKind.PLACE, entity=p)
            for at, p in sorted(found)
        ),
    )


def quoting(one: Reading, *voices: str | None) -> Reading:
    span = span_of(one.article, 0, 3)
    return replace(
        one,
        attributions=tuple(
            Attribution(id=f"{one.article.id}{n}", article=one.article.id, cue=(span,), content=(span,), voice=voice)
            for n, voice in enumerate(voices)
        ),
    )


def key_terms(*stories: list[Telling]) -> list[tuple[str, ...]]:
    return choose_terms(read_openings(stories, Wording()), stories=len(stories))


def label(members: list[Reading], descents: dict[str, Descent]) -> str:
    tellings = [find_tellings(members, descents)]
    (found,) = choose_labels([members], tellings, descents, held=read_openings(tellings, Wording()))
    return found


def test_key_terms_are_the_rare_words_that_texts_share_as_they_are_first_written() -> None:
    tellings = find_tellings([reading("a", FERRY), reading("b", FERRY_AGAIN)], {})
    assert key_terms(tellings)[0][:2] == ("Marlunda", "Selby")


def test_a_dateline_in_capitals_is_not_how_a_term_is_written() -> None:
    tellings = find_tellings([reading("a", f"SELBY (NNA) - {FERRY}"), reading("b", FERRY_AGAIN)], {})
    assert "Selby" in key_terms(tellings)[0]


def test_what_is_read_beside_a_story_changes_nothing_in_it() -> None:
    ferry = find_tellings([reading("a", FERRY), reading("b", FERRY_AGAIN)], {})
    shop = find_tellings([reading(n, f"A shop in Olm sells Brandt lamps{n}.") for n in "cd"], {})
    alone = find_tellings([reading("e", FERRY)], {})
    assert key_terms(shop, alone, ferry) == [*key_terms(shop), (), *key_terms(ferry)]


def test_where_every_headline_was_taken_from_another_any_may_label() -> None:
    members = [
        reading("a", FERRY, title="Marlunda: all we know"),
        reading("b", FERRY_AGAIN, title="Ferry Marlunda burned"),
    ]
    taken = {n: Descent(article=n, text=n, origin="c", parent="c", relation=Relation.REWRITE) for n in "ab"}
    assert label(members, taken) == "Ferry Marlunda burned"


def test_one_text_alone_has_no_key_terms() -> None:
    assert key_terms(find_tellings([reading("a", FERRY)], {})) == [()]


def test_a_number_is_no_key_term() -> None:
    tellings = find_tellings([reading("a", FERRY), reading("b", FERRY)], {})
    assert not {"4", "four"} & {term.lower() for term in key_terms(tellings)[0]}


def test_copies_of_one_text_are_one_telling() -> None:
    descents = {name: Descent(article=name, text="t", origin="t") for name in "ab"}
    assert [t.reading.article.id for t in find_tellings([reading("a", FERRY), reading("b", FERRY)], descents)] == ["a"]


def test_places_are_those_that_half_of_the_texts_name() -> None:
    members = [naming(reading("a", FERRY), "Port Selby"), naming(reading("b", FERRY), "Port Selby", "Marlunda")]
    members.append(reading("c", FERRY_AGAIN))
    assert choose_places(find_tellings(members, {})) == ("Port Selby",)


def test_voices_are_those_of_most_texts_and_one_that_is_not_known_is_none() -> None:
    members = [
        quoting(reading("a", FERRY), "A. Brandt", None),
        quoting(reading("b", FERRY_AGAIN), "I. Olm", "A. Brandt"),
    ]
    assert choose_voices(find_tellings(members, {})) == ("A. Brandt", "I. Olm")


def test_the_headline_of_an_original_is_taken_before_that_of_a_copy() -> None:
    members = [
        reading("a", FERRY, title="Marlunda: what we know"),
        reading("b", FERRY_AGAIN, title="Ferry Marlunda burned"),
    ]
    descents = {"b": Descent(article="b", text="b", origin="a", parent="a", relation=Relation.REWRITE)}
    assert label(members, {}) == "Ferry Marlunda burned"
    assert label(members, descents) == "Marlunda: what we know"


def test_a_story_carries_its_terms_places_and_voices() -> None:
    members = [reading("a", FERRY), reading("b", FERRY_AGAIN)]
    (story,) = group_stories([quoting(naming(r, "Selby"), "A. Brandt") for r in members], ())
    assert (story.terms[0], story.places, story.voices) == ("Marlunda", ("Selby",), ("A. Brandt",))


def test_a_name_that_a_number_follows_is_no_place_to_tell_a_story_by() -> None:
    text = "It lay at Pier 9 in Selby."
    members = [naming(reading("a", text), "Pier", "Selby")]
    assert choose_places(find_tellings(members, {})) == ("Selby",)


def test_a_place_in_the_capitals_of_a_dateline_is_the_same_place() -> None:
    members = [naming(reading("a", "SELBY (NNA) - It rained."), "SELBY"), naming(reading("b", FERRY_AGAIN), "Selby")]
    members.append(naming(reading("c", "The UAE sent help."), "UAE"))
    assert choose_places(find_tellings(members, {})) == ("Selby",)
