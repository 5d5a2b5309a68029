"""What stands on the page, whatever it is written as."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from golden.account import at, make_account
from twosource.dossier import assemble_dossiers
from twosource.dossier.page import compose_page
from twosource.dossier.page.findings import shared_words
from twosource.dossier.page.records import DIFFERENCES, Panel, StoryPage
from twosource.dossier.render_html import render_html
from twosource.dossier.render_markdown import render_markdown
from twosource.model import Account, Finding, LineageReason, ReadingOf, Relation, Role, Side


def story_of(account: Account) -> StoryPage:
    return compose_page(account, assemble_dossiers(account)).stories[0]


@pytest.fixture(scope="module")
def story() -> StoryPage:
    return story_of(make_account())


def test_the_four_numbers_are_articles_texts_origins_voices(story: StoryPage) -> None:
    numbers = story.numbers
    assert (numbers.articles, numbers.texts, numbers.origins, numbers.voices) == (5, 4, 3, 1)


def test_a_claim_says_why_it_has_fewer_origins_than_are_shown() -> None:
    account = make_account()
    several = next(c for c in account.claims if len(c.numbers.origins) > 1)
    joined = replace(several, numbers=replace(several.numbers, origins=several.numbers.origins[:1]))
    changed = replace(account, claims=tuple(joined if c is several else c for c in account.claims))
    notes = {entry.id: entry.notes for entry in story_of(changed).claims}
    note = "one agency, publisher or wording counts as one origin"
    assert note in notes[several.id]
    assert all(note not in e.notes for e in story_of(account).claims)


def test_copies_against_one_article_are_one_dispute(story: StoryPage) -> None:
    [dispute] = [d for d in story.disputes if d.panel is Panel.DISPUTED]
    sides = [(side.shown, [cite.articles for cite in side.origins]) for side in dispute.sides]
    assert sides == [("March 2019", [("000", "001")]), ("May 2020", [("003",)])]


def test_what_an_article_says_against_itself_stands_apart(story: StoryPage) -> None:
    assert [d.sides[0].quotes[0].label for d in story.disputes if d.panel is Panel.INSIDE] == ["004"]


def test_a_dispute_is_headed_by_the_words_both_sides_share(story: StoryPage) -> None:
    assert story.disputes[0].topic == "was last repaired in"


def test_without_shared_words_a_dispute_is_headed_by_the_words_of_both_sides(story: StoryPage) -> None:
    [inside] = [d for d in story.disputes if d.panel is Panel.INSIDE]
    assert inside.topic == ""
    assert all(word in inside.about for word in ("June 3, 2025", "June 4"))


def finding_of(account: Account, *, read_as: ReadingOf) -> Finding:
    return replace(next(f for f in account.findings if f.reading is ReadingOf.UNCLEAR), reading=read_as)


def test_values_that_can_stand_together_are_listed_and_count_as_no_difference() -> None:
    account = make_account()
    account = replace(account, findings=(finding_of(account, read_as=ReadingOf.SCOPE),))
    [dispute] = story_of(account).disputes
    assert dispute.panel not in DIFFERENCES
    dossiers = assemble_dossiers(account)
    assert "We found nothing on which these articles differ" in render_html(account, dossiers)
    markdown = render_markdown(account, dossiers)
    assert "We found nothing changed or unclear" in markdown
    assert "## Not in conflict: different scope, bounds or rounding" in markdown


@pytest.mark.parametrize("reading_of", [ReadingOf.UPDATE, ReadingOf.CORRECTION, ReadingOf.UNCLEAR])
def test_updates_corrections_and_unclear_values_stand_under_changed(reading_of: ReadingOf) -> None:
    account = make_account()
    [dispute] = story_of(replace(account, findings=(finding_of(account, read_as=reading_of),))).disputes
    assert dispute.panel is Panel.CHANGED


def test_a_reading_less_sure_of_the_same_values_in_the_same_places_is_not_repeated() -> None:
    account = make_account()
    conflict = account.findings[0]
    weaker = replace(conflict, id="weaker", reading=ReadingOf.UNCLEAR)
    [dispute] = story_of(replace(account, findings=(conflict, weaker))).disputes
    assert dispute.panel is Panel.DISPUTED


def test_equal_values_of_two_questions_are_two_disputes() -> None:
    account = make_account()
    one = finding_of(account, read_as=ReadingOf.UNCLEAR)
    [left, right] = [at("a0", "June 2"), at("a4", "June 4")]
    other = replace(
        one, id="other", left=replace(one.left, span=left, statement="x"), right=replace(one.right, span=right)
    )
    found = story_of(replace(account, findings=(one, other))).disputes
    assert len(found) == 2


@pytest.mark.parametrize(("slot", "held"), [("polarity", ["000", "001", "002"]), ("person", ["000", "001"])])
def test_who_says_the_same_of_one_claim_holds_what_is_asserted_of_it_and_no_slot(slot: str, held: list[str]) -> None:
    account = make_account()
    closes, trucks = account.claims[0].statements[0], account.claims[3].statements[0]
    sides = [
        Side(span=s.span, value=value, statement=s.id, claim=claim.id)
        for s, value, claim in ((closes, "asserted", account.claims[0]), (trucks, "denied", account.claims[3]))
    ]
    finding = replace(account.findings[0], slot=slot, reading=ReadingOf.DISAGREEMENT, left=sides[0], right=sides[1])
    story = story_of(replace(account, findings=(finding,)))
    assert [q.label for q in story.disputes[0].sides[0].quotes] == held
    assert [s.disputed for s in story.brief if "bridge will close" in s.words.quote] == [True]


def test_no_topic_is_made_up() -> None:
    assert shared_words("Ten were hurt.", "Nobody came.") == ""


def test_every_quote_shows_its_whole_sentence(story: StoryPage) -> None:
    quote = story.disputes[0].sides[0].quotes[0]
    assert (quote.before, quote.quote, quote.after) == ("It was last repaired in ", "March 2019", ".")


def test_a_claim_carries_its_proof_by_origin(story: StoryPage) -> None:
    proofs = story.claims[0].origins
    assert [(p.origin.letter, [q.label for q in p.quotes]) for p in proofs] == [("A", ["000", "001", "002"])]


@pytest.mark.parametrize(
    ("place", "notes"),
    [
        (0, ("single origin", "no second voice found")),
        (1, ("contested",)),
        (3, ("single origin",)),
    ],
)
def test_numbers_are_read_modestly(story: StoryPage, place: int, notes: tuple[str, ...]) -> None:
    assert story.claims[place].notes == notes


@pytest.mark.parametrize(
    ("reading", "note"),
    [
        (ReadingOf.CONFLICT, "one article contradicts itself"),
        (ReadingOf.DISAGREEMENT, "two voices of one article disagree"),
    ],
)
def test_an_article_at_odds_with_itself_makes_no_claim_contested(reading: ReadingOf, note: str) -> None:
    account = make_account()
    [clash] = [f for f in account.findings if f.within_article]
    repaired = account.claims[1].statements[0]
    inside = replace(clash, reading=reading, left=replace(clash.left, statement=repaired.id))
    notes = {c.id: c.notes for c in story_of(replace(account, findings=(inside,))).claims}
    assert notes["c1"] == (note,)


def test_what_stands_in_captions_alone_comes_last() -> None:
    account = make_account()
    first = account.claims[0]
    caption = replace(first, statements=tuple(replace(s, role=Role.CAPTION) for s in first.statements))
    assert story_of(replace(account, claims=(caption, *account.claims[1:]))).claims[-1].id == first.id


def test_who_took_the_picture_is_no_claim() -> None:
    account = make_account()
    last = account.claims[-1]
    [statement] = last.statements
    span = replace(statement.span, quote="(Ola Brandt/Northland News Agency)")
    credit = replace(last, statements=(replace(statement, role=Role.CAPTION, span=span),))
    assert last.id not in {c.id for c in story_of(replace(account, claims=(*account.claims[:-1], credit))).claims}


def test_an_unseen_origin_says_so_and_names_its_credit(story: StoryPage) -> None:
    first = story.origins[0]
    assert (first.letter, first.unseen) == ("A", True)
    assert first.what == "agency text, credited to Northland News Agency, not in this corpus"


def test_a_rewrite_without_credit_or_date_is_described_so(story: StoryPage) -> None:
    assert story.origins[0].entries[-1].what == "rewrite, no credit, no date"


def test_a_credit_alone_claims_no_relation_to_a_text_nobody_has_seen() -> None:
    account = make_account()
    unseen = "unseen:nna:0123"
    edge = replace(account.lineage[0], child="a0", parent=unseen, aligned=(), reasons=(LineageReason.CREDIT,))
    descents = tuple(
        replace(d, origin=unseen, parent=unseen, relation=Relation.COPY) if d.article == "a0" else d
        for d in account.descents
    )
    story = story_of(replace(account, lineage=(*account.lineage, edge), descents=descents))
    [origin] = [o for o in story.origins if o.id == unseen]
    assert origin.what == "agency text, credited to Northland News Agency, not in this corpus"
    assert [(e.what, e.share) for e in origin.entries] == [("credited to Northland News Agency", None)]


def test_a_shared_quotation_is_no_taking(story: StoryPage) -> None:
    assert story.shared_sources == ("A and B share only what others said (000, 003); no taking.",)


def test_a_voice_stands_once_however_many_copies_carry_it(story: StoryPage) -> None:
    [voice] = story.voices
    assert [(c.letter, c.articles) for c in voice.said[0].origins] == [("A", ("000", "001", "002")), ("B", ("003",))]


def test_what_is_not_known_is_said(story: StoryPage) -> None:
    assert story.unmeasured == ("no date in 002", "no outlet known for 002")


def test_a_second_place_of_one_article_is_reported_and_changes_no_number() -> None:
    account = make_account()
    again = replace(account, locators=(*account.locators, ("a0", "zz/copy.txt")))
    page = compose_page(again, assemble_dossiers(again))
    assert page.coverage.repeated == (("000", ("000_courier.txt", "zz/copy.txt")),)
    assert page.stories[0].numbers == story_of(account).numbers


def test_order_of_input_changes_nothing() -> None:
    account = make_account()
    turned = replace(
        account,
        readings=account.readings[::-1],
        lineage=account.lineage[::-1],
        descents=account.descents[::-1],
        claims=account.claims[::-1],
        findings=account.findings[::-1],
        locators=account.locators[::-1],
    )
    assert compose_page(turned, assemble_dossiers(turned)) == compose_page(account, assemble_dossiers(account))


def test_spans_on_the_page_hold(story: StoryPage) -> None:
    texts = {a.id: a.text for a in story.articles}
    quotes = [q for c in story.claims for p in c.origins for q in p.quotes]
    assert all(texts[q.article][q.start : q.end] == q.quote for q in quotes)
    assert at("a0", "March 2019").quote == "March 2019"


def test_many_pairs_that_share_only_quoted_words_are_told_in_one_sentence() -> None:
    account = make_account()
    edge = next(e for e in account.lineage if e.relation is Relation.SHARED_SOURCE)
    ends = [("a0", "a3"), ("a0", "a4"), ("a3", "a4")]
    edges = tuple(replace(edge, child=child, parent=parent) for child, parent in ends)
    told = story_of(replace(account, lineage=edges)).shared_sources
    assert told == ("A and B, C; B and C: they share only what others said; no taking.",)
