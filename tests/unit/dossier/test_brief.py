"""The brief: whole sentences, said once, each with everybody who says it and nobody else."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import pytest
from msgspec.structs import replace

from golden.account import STORY, make_account
from twosource.dossier import assemble_dossiers
from twosource.dossier.brief import BriefOptions, choose_brief
from twosource.model import (
    PRICE_MOVED,
    Article,
    KnownBy,
    Modality,
    Passage,
    Published,
    Reading,
    ReadingOf,
    Role,
    Statement,
    Story,
    span_of,
)


def brief_of_the_small_account() -> list[tuple[str, tuple[str, ...]]]:
    [dossier] = assemble_dossiers(make_account())
    return [(s.span.quote[:22], s.articles) for s in dossier.brief]


def test_each_sentence_is_cited_with_every_article_that_carries_it() -> None:
    assert ("The Orrin bridge will ", ("a0", "a1", "a2")) in brief_of_the_small_account()


def test_what_most_origins_say_opens_the_brief() -> None:
    [dossier] = assemble_dossiers(make_account())
    assert len(dossier.claims[0].numbers.origins) == 1
    assert dossier.brief[0].span.quote.startswith('"The bearings are worn through,"')
    assert len(dossier.brief[0].origins) == 2


def test_a_claim_of_many_does_not_open_the_brief_in_the_words_of_one() -> None:
    [dossier] = assemble_dossiers(make_account())
    repaired = dossier.claims[1]
    assert len(repaired.numbers.origins) == 2
    [once] = [s for s in dossier.brief if "May 2020" in s.span.quote]
    assert once.articles == ("a3",)


def test_an_article_that_says_otherwise_is_not_cited_nor_are_its_copies() -> None:
    assert ("The bridge at Orrin wa", ("a3",)) in brief_of_the_small_account()


def test_a_sentence_that_leans_on_another_is_passed_over() -> None:
    assert all(not words.startswith("It ") for words, _ in brief_of_the_small_account())


def test_no_more_sentences_than_asked_for() -> None:
    account = make_account()
    options = BriefOptions(max_sentences=2)
    chosen = choose_brief(STORY, account.readings, account.claims, account.descents, options=options)
    assert len(chosen) == 2


def test_without_claims_the_lead_article_opens() -> None:
    account = replace(make_account(), claims=(), findings=())
    [dossier] = assemble_dossiers(account)
    assert [s.span.article for s in dossier.brief] == ["a0", "a0"]


def test_the_latest_of_a_changed_value_follows_the_first_sentence() -> None:
    account = make_account()
    unclear = account.findings[2]
    before = replace(unclear.right, reported=date(2025, 5, 1))
    update = replace(unclear, reading=ReadingOf.UPDATE, left=before, right=unclear.left)
    [dossier] = assemble_dossiers(replace(account, findings=(update,)))
    assert dossier.brief[1].span.quote == "About 40 trucks cross it every morning."


def test_a_price_that_moves_is_no_development() -> None:
    account = make_account()
    unclear = account.findings[2]
    before = replace(unclear.right, reported=date(2025, 5, 1))
    rule = PRICE_MOVED
    moved = replace(unclear, reading=ReadingOf.UPDATE, left=before, right=unclear.left, rule=rule)
    [dossier] = assemble_dossiers(replace(account, findings=(moved,)))
    assert dossier.brief[1].span.quote != "About 40 trucks cross it every morning."


def test_who_announced_a_thing_is_not_cited_for_its_having_happened() -> None:
    account = make_account()
    third = account.claims[2]
    planned = tuple(replace(s, modality=Modality.PLANNED) if s.span.article == "a3" else s for s in third.statements)
    [dossier] = assemble_dossiers(replace(account, claims=(replace(third, statements=planned),)))
    assert dossier.brief[0].articles == ("a0", "a1")


def sentences_of_a_story(*texts: str, days: str = "", role: Role = Role.BODY) -> list[str]:
    """The brief of one article a sentence, each a claim of its own, the weightiest first; a digit is a day of May."""
    known = [Published(day=date(2025, 5, int(day)), known_by=KnownBy.FIELD) for day in days]
    dates: Sequence[Published | None] = known or [None] * len(texts)
    from_them = [
        Article(id=f"n{n}", raw=f"n{n}", text=text, published=day)
        for n, (text, day) in enumerate(zip(texts, dates, strict=True))
    ]
    spans = [span_of(article, 0, len(article.text)) for article in from_them]
    claims = tuple(
        replace(
            make_account().claims[0],
            id=f"k{n}",
            text=span.quote,
            statements=(Statement(id=f"t{n}", span=span, role=Role.BODY, predicate="close"),),
            weight=1 - n / 10,
        )
        for n, span in enumerate(spans)
    )
    story = Story(id="n", articles=tuple(a.id for a in from_them), lead="n0", label="Bridge at Orrin to close")
    readings = [
        Reading(article=a, passages=(Passage(span=s, role=role),)) for a, s in zip(from_them, spans, strict=True)
    ]
    return [s.span.quote for s in choose_brief(story, readings, claims, [])]


CLOSE = "The bridge at Orrin will close for repairs in June, the roads office said."
ASIDE = "The mayor of Selby has lately bought himself a large brown dog, neighbours say."
MORE = [
    "The bridge was last repaired in May, says a plate at Orrin.",
    "Repairs of the Orrin piers will cost two million, the office thinks.",
]


SEARCH = "Crews are searching the water at the Orrin bridge, which will close, for a driver."
FOUND = "The driver sought at the Orrin bridge has been found asleep in her kitchen."


def test_what_was_under_way_opens_no_brief_once_a_later_day_tells_more() -> None:
    assert sentences_of_a_story(SEARCH, FOUND, *MORE, days="1211", role=Role.LEDE)[0] == FOUND
    assert SEARCH not in sentences_of_a_story(SEARCH, FOUND, *MORE, days="1211", role=Role.LEDE)
    assert sentences_of_a_story(SEARCH, FOUND, *MORE, days="1111", role=Role.LEDE)[0] == SEARCH
    assert SEARCH in sentences_of_a_story(SEARCH, FOUND, days="12")


def test_the_opening_of_the_last_report_follows_the_first_sentence() -> None:
    last = "Cars cross the bridge at Orrin again and nobody wants to close it."
    assert sentences_of_a_story(CLOSE, *MORE, last, days="1112", role=Role.LEDE)[:2] == [CLOSE, last]
    assert sentences_of_a_story(CLOSE, *MORE, last, days="1111", role=Role.LEDE)[1] == MORE[0]
    assert sentences_of_a_story(CLOSE, *MORE, last, days="1112")[1] == MORE[0]


def test_a_last_report_of_something_else_does_not_follow_the_first_sentence() -> None:
    note = "The editor of the Selby Post bought himself dogs, cats and a parrot."
    told = [f"{words[:-1]} {again}." for again in ("now", "soon", "in time", "at last") for words in (CLOSE, *MORE)]
    assert sentences_of_a_story(*told, note, days="1" * len(told) + "2", role=Role.LEDE)[1] != note


def test_an_aside_is_left_out_where_there_is_enough_to_tell() -> None:
    assert sentences_of_a_story(CLOSE, ASIDE, *MORE) == [CLOSE, *MORE]


def test_an_aside_stands_where_there_is_little_else() -> None:
    assert sentences_of_a_story(CLOSE, ASIDE) == [CLOSE, ASIDE]


def test_the_sentence_nearest_to_the_headline_opens_whatever_weighs_most() -> None:
    assert sentences_of_a_story(MORE[1], MORE[0], CLOSE)[0] == CLOSE


def test_a_figure_is_told_once() -> None:
    once = "The roads office will close the bridge at Orrin for 94 days."
    again = "For 94 days drivers will find Orrin bridge shut, says a newspaper of the lake towns."
    other = "For 30 days drivers have found Orrin bridge open, says a newspaper of the lake towns."
    assert len([s for s in sentences_of_a_story(once, again, *MORE) if "days" in s]) == 1
    assert len([s for s in sentences_of_a_story(once, other, *MORE) if "days" in s]) == 2


def test_a_year_is_no_figure() -> None:
    once = "The roads office will close the bridge at Orrin in 2027."
    other = "In 2027 drivers will find Orrin bridge shut, says a newspaper of the lake towns."
    assert len([s for s in sentences_of_a_story(once, other, *MORE) if "2027" in s]) == 2


def test_an_act_is_told_once_unless_a_figure_comes_with_it() -> None:
    once = "Ann Roe opened Orrin road bridge to close it again soon, at Orrin, in heavy rain."
    again = "Ann Roe opened Orrin road bridge beside her husband, a tall baker of brown bread at the lake."
    counted = "Ann Roe opened Orrin road bridge beside 300 tall bakers of brown bread, who live at the lake."
    assert len([s for s in sentences_of_a_story(once, again, *MORE) if "opened" in s]) == 1
    assert len([s for s in sentences_of_a_story(CLOSE, once, counted, *MORE) if "opened" in s]) == 2


ROUND = "very boat on the lake has to go around the bridge at Orrin."


@pytest.mark.parametrize("words", [f"“E{ROUND}”", f"We think that e{ROUND}"])
def test_words_of_nobody_are_passed_over(words: str) -> None:
    assert words not in sentences_of_a_story(CLOSE, words, *MORE)
    assert f"E{ROUND}" in sentences_of_a_story(CLOSE, f"E{ROUND}", *MORE)
