"""One voice for every name that one speaker goes by."""

from __future__ import annotations

from twosource.crosscheck.voices import resolve_voices
from twosource.model import Article, EntityKind, EntityMention, Reading, Role, Span, Statement

ARTICLE = Article(id="a", raw="r", text="Dmitry Peskov spoke.")


def said(number: int, *chain: str) -> Statement:
    span = Span(article="a", start=0, end=20, quote=ARTICLE.text)
    return Statement(id=f"s{number}", span=span, role=Role.BODY, predicate="speak", said_by=chain)


def reading(speaks_for: str | None = None) -> Reading:
    span = Span(article="a", start=0, end=13, quote="Dmitry Peskov")
    mention = EntityMention(span=span, kind=EntityKind.PERSON, entity="Dmitry Peskov", speaks_for=speaks_for)
    return Reading(article=ARTICLE, entities=(mention,))


def voices(*names: str, speaks_for: str | None = None) -> list[str]:
    book = resolve_voices([said(i, name) for i, name in enumerate(names)], [reading(speaks_for)])
    return [v.id for v in book.voices]


def test_a_spokesman_his_office_and_the_body_are_one_voice() -> None:
    assert voices("Kremlin", "the Kremlin", "Kremlin spokesman", "Dmitry Peskov", speaks_for="Kremlin") == ["Kremlin"]


def test_a_police_department_is_the_police_of_its_town() -> None:
    assert voices("Orrin police", "Orrin Police Department") == ["Orrin Police Department"]
    assert len(voices("Orrin fire", "Orrin Fire Department", "Orrin Department")) == 3


def test_a_last_name_joins_the_only_full_name_that_ends_in_it() -> None:
    assert voices("Dmitry Peskov", "Peskov") == ["Dmitry Peskov"]


def test_a_last_name_of_two_people_stays_alone() -> None:
    assert voices("Anna Reed", "John Reed", "Reed") == ["Anna Reed", "John Reed", "Reed"]


def test_spellings_that_differ_by_transliteration_are_one_voice() -> None:
    assert voices("Volodymyr Zelensky", "Zelenskyy", "President Zelenskiy") == ["Volodymyr Zelensky"]


def test_a_capital_is_not_the_body_that_sits_there() -> None:
    assert voices("Moscow", "Kremlin") == ["Kremlin", "Moscow"]


def test_aliases_are_kept_beside_the_voice() -> None:
    book = resolve_voices([said(0, "Dmitry Peskov"), said(1, "Kremlin")], [reading("Kremlin")])
    assert [(v.id, v.aliases) for v in book.voices] == [("Kremlin", ("Dmitry Peskov",))]
    assert book.resolve("Dmitry Peskov") == "Kremlin"


def named(*names: tuple[str, EntityKind]) -> Reading:
    """A reading that names these, each with its kind; a people's name stands as `word=country`."""
    mentions = []
    for name, kind in names:
        quote, _, entity = name.partition("=")
        span = Span(article="a", start=0, end=len(quote), quote=quote)
        mentions.append(EntityMention(span=span, kind=kind, entity=entity or quote))
    return Reading(article=ARTICLE, entities=tuple(mentions))


def merged(*names: tuple[str, EntityKind] | str) -> list[str]:
    """The voices of speakers, of which those given with a kind are names of the article."""
    called = [name if isinstance(name, str) else name[0] for name in names]
    spoken = [name for name in called if "=" not in name]
    known = named(*(name for name in names if not isinstance(name, str)))
    return [v.id for v in resolve_voices([said(i, name) for i, name in enumerate(spoken)], [known]).voices]


PERSON, BODY, OTHER = EntityKind.PERSON, EntityKind.ORGANISATION, EntityKind.OTHER


def test_a_person_is_one_voice_under_any_part_of_the_name() -> None:
    assert merged(("Luis Roe Poe", PERSON), ("Luis", PERSON)) == ["Luis Roe Poe"]
    assert merged(("Luis Roe Poe", PERSON), ("Roe", PERSON)) == ["Luis Roe Poe"]
    assert merged(("Luis Roe Poe", PERSON), ("Luis Roe", PERSON)) == ["Luis Roe Poe"]


def test_a_middle_initial_makes_no_other_person() -> None:
    assert merged(("Luis P. Roe", PERSON), ("Luis Roe", PERSON)) == ["Luis P. Roe"]


def test_a_name_that_took_in_a_neighbour_gives_way_to_the_one_that_most_articles_use() -> None:
    readings = [*(named(("Luis Roe", PERSON)) for _ in range(3)), named(("Manger Luis Roe", PERSON))]
    book = resolve_voices([said(0, "Luis Roe"), said(1, "Manger Luis Roe")], readings)
    assert [v.id for v in book.voices] == ["Luis Roe"]


def test_a_part_that_two_persons_share_stays_alone() -> None:
    assert merged(("Luis Roe", PERSON), ("Luis Poe", PERSON), ("Luis", PERSON)) == ["Luis", "Luis Poe", "Luis Roe"]


def test_a_surname_is_not_the_speakers_where_another_of_it_is_named_as_often() -> None:
    family = [named(("Luis Roe", PERSON), ("Ana Roe", PERSON)) for _ in range(2)]
    book = resolve_voices([said(0, "Luis Roe"), said(1, "Roe")], family)
    assert [v.id for v in book.voices] == ["Luis Roe", "Roe"]


def test_who_is_named_once_makes_no_surname_doubtful() -> None:
    readings = [*(named(("Luis Roe", PERSON)) for _ in range(2)), named(("Luis Roe", PERSON), ("Ana Roe", PERSON))]
    book = resolve_voices([said(0, "Luis Roe"), said(1, "Roe")], readings)
    assert [v.id for v in book.voices] == ["Luis Roe"]


def test_a_surname_that_stands_first_makes_no_other_person() -> None:
    assert merged(("Abe Shinzo", PERSON), ("Shinzo Abe", PERSON)) == ["Abe Shinzo"]
    assert merged(("Acme Ore", BODY), ("Ore Acme", BODY)) == ["Acme Ore", "Ore Acme"]


def test_a_firm_is_one_voice_with_its_form_and_without() -> None:
    assert merged(("Acme Ore Group Inc.", BODY), ("Acme Ore", BODY), ("Acme", BODY), "Acme (AC") == ["Acme Ore"]


def test_a_station_is_no_short_form_of_its_affiliate() -> None:
    assert merged(("Acme", BODY), ("Acme affiliate Ore", BODY)) == ["Acme", "Acme affiliate Ore"]


def test_a_house_is_no_short_form_of_its_committee() -> None:
    assert merged(("Senate", BODY), ("Senate Trade Committee", BODY)) == ["Senate", "Senate Trade Committee"]


def test_a_people_and_its_country_name_one_government() -> None:
    assert merged(("Danish=Denmark", OTHER), "Danish government", "Denmark's government") == ["Danish government"]


def test_a_people_of_two_words_names_one_government_too() -> None:
    army = ("Costa Rican army", "Costa Rica’s army")
    assert merged(("Costa Rican=Costa Rica", OTHER), *army) == ["Costa Rican army"]


def test_an_unnamed_minister_is_not_his_country() -> None:
    assert merged(("Danish=Denmark", OTHER), "Danish minister", "Denmark") == ["Danish minister", "Denmark"]


def test_a_body_is_one_voice_in_british_and_american_spelling() -> None:
    assert merged("Acme Organisation for Ore", "Acme Organization for Ore") == ["Acme Organisation for Ore"]


def test_a_name_in_capitals_is_not_chosen_where_another_stands() -> None:
    assert merged("ACME ORE", "Acme Ore") == ["Acme Ore"]


def test_a_common_noun_is_chosen_without_the_capital_of_a_sentence() -> None:
    assert merged("Zoo officials", "zoo officials") == ["zoo officials"]
