"""The stage as a whole, on short invented articles."""

from __future__ import annotations

from datetime import date
from itertools import permutations

from twosource.model import Article, Descent, Found, KnownBy, Published, Reading, Relation, Role, Story, span_of
from twosource.model import Passage as Stretch
from twosource.stories import Decision, LeadRule, StoryOptions, group_stories

HARBOUR = (
    "A fire broke out on the ferry Marlunda in Port Selby on Monday and killed four passengers, the coast guard said.\n"
    "Forty-one people were taken off the Marlunda by lifeboats before it sank near the Selby light."
)
HARBOUR_AGAIN = (
    "Four people died when the Marlunda, a car ferry, burned off Port Selby, rescuers said on Monday.\n"
    "Lifeboats from Port Selby saved 41 others. The coast guard is looking into the cause of the blaze."
)
ELECTION = (
    "Voters in Tarvania go to the polls on Sunday to choose a new parliament after months of street protests in Olm.\n"
    "Prime Minister Ilse Brandt is trailing the Farmers' Union in the latest survey."
)


ANOTHER_FIRE = (
    "A fire broke out on the ferry Gerlund in Port Selby on Friday and killed two sailors, the coast guard said.\n"
    "Ninety people were taken off the Gerlund by lifeboats before she was towed to Olm."
)


def reading(
    name: str,
    text: str,
    *,
    day: int | None = 2,
    month: int = 3,
    title: str | None = None,
    outlet: str | None = None,
) -> Reading:
    return Reading(
        article=Article(
            id=name,
            raw=f"raw-{name}",
            text=text,
            title=Found(value=title, known_by=KnownBy.FIELD) if title else None,
            outlet=Found(value=outlet, known_by=KnownBy.FIELD) if outlet else None,
            published=Published(day=date(2024, month, day), known_by=KnownBy.FIELD) if day else None,
        )
    )


def members(stories: tuple[Story, ...]) -> set[frozenset[str]]:
    return {frozenset(story.articles) for story in stories}


def test_two_reports_of_one_fire_are_one_story_and_an_election_is_another() -> None:
    stories = group_stories([reading("a", HARBOUR), reading("b", HARBOUR_AGAIN, day=3), reading("c", ELECTION)], ())
    assert members(stories) == {frozenset("ab"), frozenset("c")}


def test_no_article_gives_no_story() -> None:
    assert group_stories([], ()) == ()


def test_an_article_without_words_is_a_story_of_its_own() -> None:
    assert members(group_stories([reading("a", "..."), reading("b", "…")], ())) == {frozenset("a"), frozenset("b")}


def test_an_article_without_date_finds_its_story_by_content() -> None:
    stories = group_stories(
        [reading("a", HARBOUR), reading("b", HARBOUR_AGAIN, day=None), reading("c", ELECTION, day=None)], ()
    )
    assert members(stories) == {frozenset("ab"), frozenset("c")}


def test_members_stand_in_order_of_publication_and_those_without_date_last() -> None:
    (story,) = group_stories(
        [reading("a", HARBOUR, day=None), reading("b", HARBOUR, day=4), reading("c", HARBOUR_AGAIN, day=3)], ()
    )
    assert story.articles == ("c", "b", "a")
    assert (story.first, story.last) == (date(2024, 3, 3), date(2024, 3, 4))


def test_articles_of_one_text_stay_together_whatever_their_words() -> None:
    descents = [Descent(article=a, text="t", origin="t") for a in ("a", "c")]
    stories = group_stories([reading("a", HARBOUR), reading("b", HARBOUR_AGAIN), reading("c", ELECTION)], descents)
    assert frozenset("abc") in members(stories)


def test_the_order_of_articles_changes_nothing() -> None:
    articles = [reading("a", HARBOUR), reading("b", HARBOUR_AGAIN, day=3), reading("c", ELECTION)]
    expected = group_stories(articles, ())
    for shuffled in permutations(articles):
        assert group_stories(shuffled, ()) == expected


def test_furniture_never_counts() -> None:
    menu = "Marlunda ferry fire Port Selby coast guard lifeboats passengers killed"
    article = Article(id="m", raw="r", text=f"{menu}\n{ELECTION}", published=reading("x", "y").article.published)
    start = len(menu) + 1
    with_menu = Reading(
        article=article,
        passages=(
            Stretch(span=span_of(article, 0, len(menu)), role=Role.FURNITURE),
            Stretch(span=span_of(article, start, len(article.text)), role=Role.BODY),
        ),
    )
    stories = group_stories([reading("a", HARBOUR), with_menu, reading("c", ELECTION)], ())
    assert members(stories) == {frozenset("a"), frozenset("mc")}


def test_a_story_keeps_its_id_when_a_later_article_joins_it() -> None:
    before = group_stories([reading("a", HARBOUR)], ())
    after = group_stories([reading("a", HARBOUR), reading("b", HARBOUR_AGAIN, day=3)], ())
    assert [s.id for s in after] == [s.id for s in before]


def test_a_like_event_months_later_is_a_story_of_its_own_that_follows_the_first() -> None:
    articles = [reading("a", HARBOUR), reading("b", HARBOUR_AGAIN, day=3), reading("c", ANOTHER_FIRE, month=5)]
    first, second = group_stories(articles, ())
    assert (first.articles, second.articles) == (("a", "b"), ("c",))
    assert (first.follows, second.follows) == (None, first.id)


def test_what_people_join_follows_nothing() -> None:
    articles = [reading("a", HARBOUR), reading("b", HARBOUR_AGAIN, day=3), reading("c", ANOTHER_FIRE, month=5)]
    options = StoryOptions(decisions=(Decision(together=("a", "c")),))
    assert [s.follows for s in group_stories(articles, (), options=options)] == [None]


def test_the_lead_rule_chooses_what_stands_for_a_story() -> None:
    articles = [
        reading("a", HARBOUR, day=2, outlet="Selby Post"),
        reading(
            "b", HARBOUR_AGAIN + "\nA memorial service is planned for the ferry's dead.", day=3, outlet="Olm Daily"
        ),
    ]
    descents = [
        Descent(article="a", text="a", origin="b", parent="b", relation=Relation.REWRITE),
        Descent(article="b", text="b", origin="b"),
    ]

    def lead(**options: LeadRule | str) -> str:
        return group_stories(articles, descents, options=StoryOptions(**options))[0].lead  # type: ignore[arg-type]

    assert lead() == "a"
    assert lead(lead=LeadRule.LONGEST) == "b"
    assert lead(lead=LeadRule.ORIGINAL) == "b"
    assert lead(lead=LeadRule.OUTLET, lead_outlet="Olm Daily") == "b"
    assert lead(lead=LeadRule.OUTLET, lead_outlet="Nobody's Gazette") == "a"


def test_the_longest_article_is_the_longest_to_its_end() -> None:
    more = "\nThe coast guard said on Monday that the fire on the ferry Marlunda was out."
    articles = [reading("short", HARBOUR + 50 * more), reading("long", HARBOUR_AGAIN + 90 * more, day=3)]
    (story,) = group_stories(articles, (), options=StoryOptions(lead=LeadRule.LONGEST))
    assert story.lead == "long"


def test_the_label_is_the_headline_that_most_texts_carry() -> None:
    articles = [
        reading("a", HARBOUR, title="What we know so far"),
        reading("b", HARBOUR_AGAIN, title="Four die in Port Selby ferry blaze", day=3),
    ]
    assert group_stories(articles, ())[0].label == "Four die in Port Selby ferry blaze"


def test_without_any_headline_the_first_sentence_labels_a_story() -> None:
    (story,) = group_stories([reading("a", HARBOUR)], ())
    assert story.label.startswith("A fire broke out on the ferry Marlunda")


def test_a_persons_merge_outlives_a_run() -> None:
    options = StoryOptions(decisions=(Decision(together=("a", "c")),))
    stories = group_stories(
        [reading("a", HARBOUR), reading("b", HARBOUR_AGAIN), reading("c", ELECTION)], (), options=options
    )
    assert members(stories) == {frozenset("abc")}


def test_a_persons_split_outlives_a_run() -> None:
    options = StoryOptions(decisions=(Decision(together=("b",), apart=("a",)),))
    stories = group_stories([reading("a", HARBOUR), reading("b", HARBOUR_AGAIN)], (), options=options)
    assert members(stories) == {frozenset("a"), frozenset("b")}
