"""The head of the dossier for the terminal: what a reader must know before opening the page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.console import Console
from rich.text import Text

from twosource.dossier.page import compose_page
from twosource.dossier.page.records import ClaimEntry, Dispute, DisputeSide, Numbers, Panel, StoryPage
from twosource.model import Account, Dossier

_STORIES = 5  # a screen; the page lists them all
_LINES = 4  # disputes, and single-origin claims, for each story; the page shows them all


def print_head(account: Account, dossiers: Sequence[Dossier], console: Console) -> None:
    """Title, the four numbers, what is disputed, and claims with a single origin, of each story."""
    stories = compose_page(account, dossiers).stories
    for story in stories[:_STORIES]:
        for line in _story_lines(story):
            console.print(line)
        console.print()
    if len(stories) > _STORIES:
        console.print(f"and {_count(len(stories) - _STORIES, 'more story', 'more stories')} in the report\n")


def _story_lines(story: StoryPage) -> Iterator[Text]:
    reported = f"   reported {story.reported}" if story.reported else ""
    yield Text.assemble((story.title.upper(), "bold"), (reported, "dim"))
    yield Text("  " + show_numbers(story.numbers))
    disputed = [d for d in story.disputes if d.panel is Panel.DISPUTED]
    yield from _section("Disputed", [line for d in disputed[:_LINES] for line in _dispute_lines(d)], len(disputed))
    single = [c for c in story.claims if c.numbers.origins == 1]
    title = f"Single origin: {len(single)} of {_count(len(story.claims), 'claim', 'claims')}"
    yield from _section(title, [_claim_line(c) for c in single[:_LINES]], len(single))


def show_numbers(numbers: Numbers) -> str:
    """The four numbers, always in this order.

    >>> show_numbers(Numbers(articles=5, texts=4, origins=3, voices=None))
    '5 articles   4 texts   at most 3 origins   voices not measured'
    """
    voices = "voices not measured" if numbers.voices is None else _count(numbers.voices, "voice", "voices")
    return "   ".join(
        (
            _count(numbers.articles, "article", "articles"),
            _count(numbers.texts, "text", "texts"),
            f"at most {_count(numbers.origins, 'origin', 'origins')}",
            voices,
        )
    )


def _count(number: int, one: str, many: str) -> str:
    return f"{number:,} {one if number == 1 else many}"


def _section(title: str, lines: Sequence[Text], found: int) -> Iterator[Text]:
    """A heading with its lines; says so where there is nothing, and where more is in the report."""
    if not found:
        yield Text(f"  {title}: none found" if title == "Disputed" else f"  {title}")
        return
    yield Text(f"  {title}", style="bold")
    yield from lines
    if found > _LINES:
        yield Text(f"    and {found - _LINES} more in the report", style="dim")


def _dispute_lines(dispute: Dispute) -> Iterator[Text]:
    topic = f" ({dispute.topic})" if dispute.topic else ""
    yield Text(f"    {dispute.question}{topic}")
    for side in dispute.sides:
        yield _side_line(side)


def _side_line(side: DisputeSide) -> Text:
    cites = "; ".join(f"{cite.letter}: {' '.join(cite.articles)}" for cite in side.origins)
    return Text.assemble("      ", (side.shown, "bold"), f"  [{cites}]  “{_one_line(side.quotes[0].quote)}”")


def _claim_line(claim: ClaimEntry) -> Text:
    cites = "; ".join(f"{proof.origin.letter}: {' '.join(proof.origin.articles)}" for proof in claim.origins)
    return Text(f"    {_one_line(claim.text)}  [{cites}]")


def _one_line(words: str, most: int = 160) -> str:
    r"""The words without line breaks, cut at a word where they are long.

    >>> _one_line("Rain fell\nall day", most=12)
    'Rain fell…'
    """
    flat = " ".join(words.split())
    return flat if len(flat) <= most else flat[:most].rsplit(" ", 1)[0] + "…"
