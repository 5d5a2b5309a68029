"""The head of the dossier for the terminal: what a reader must know before opening the page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.console import Console
from rich.text import Text

from twosource.dossier.dates import show_day
from twosource.dossier.page import compose_page
from twosource.dossier.page.records import (
    DIFFERENCES,
    ClaimEntry,
    Dispute,
    DisputeSide,
    Numbers,
    Panel,
    Quote,
    StoryPage,
)
from twosource.dossier.wording import excerpt
from twosource.model import Account, Dossier

_STORIES = 5  # a screen; the page lists them all
_LINES = 4  # disputes of each story; the page shows them all
_CLAIMS = 3  # claims of either kind
_LINE_CHARS = 160  # two lines of a terminal


def print_head(account: Account, dossiers: Sequence[Dossier], console: Console) -> None:
    """Title, the four numbers, what is disputed, and what one origin or several carry, of each story."""
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
    for panel in DIFFERENCES:
        found = story.disputes_in(panel)
        lines = [line for d in found[:_LINES] for line in _dispute_lines(d)]
        if lines or panel is Panel.DISPUTED:
            yield from _section(panel.value.capitalize(), lines, len(found) - _LINES)
    yield from _claims(story.claims)


def _claims(claims: Sequence[ClaimEntry]) -> Iterator[Text]:
    """What more than one origin carries, then the weightiest of what rests on one; no list where all rest on one."""
    several = [c for c in claims if c.numbers.origins > 1]
    single = [c for c in claims if c.numbers.origins == 1]
    if not claims:
        yield Text("  Claims: none found")
    elif not several:
        yield Text(f"  Single origin: every claim, {len(single):,} in all")
    else:
        title = f"Two origins or more: {len(several):,} of {_count(len(claims), 'claim', 'claims')}"
        yield from _section(title, [_claim_line(c) for c in several[:_CLAIMS]], len(several) - _CLAIMS)
        title = f"Single origin: {len(single):,}, the weightiest first"
        yield from _section(title, [_claim_line(c) for c in single[:_CLAIMS]], len(single) - _CLAIMS)


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


def _section(title: str, lines: Sequence[Text], more: int) -> Iterator[Text]:
    """A heading with its lines; says so where there is nothing, and where more is in the report."""
    if not lines:
        yield Text(f"  {title}: none found" if title == "Disputed" else f"  {title}")
        return
    yield Text(f"  {title}", style="bold")
    yield from lines
    if more > 0:
        yield Text(f"    and {more:,} more in the report", style="dim")


def _dispute_lines(dispute: Dispute) -> Iterator[Text]:
    about = f" {dispute.about}" if dispute.topic else ""
    yield Text(f"    {dispute.question}{about} ({dispute.label})")
    for side in dispute.sides:
        yield _side_line(side, dated=dispute.panel is Panel.CHANGED)


def _side_line(side: DisputeSide, *, dated: bool) -> Text:
    """A value with everybody who has it, and its words; what changes stands with the day it was reported."""
    cites = "; ".join(f"{cite.letter}: {' '.join(cite.articles)}" for cite in side.origins)
    day = f", {show_day(side.reported)}" if dated and side.reported else ""
    return Text.assemble("      ", (side.shown, "bold"), f"{day}  [{cites}]  “{_around(side.quotes[0])}”")


def _around(quote: Quote) -> str:
    """The sentence on one line, cut on both sides of the value where it is long."""
    return excerpt(quote.before, quote.quote, quote.after, _LINE_CHARS)


def _claim_line(claim: ClaimEntry) -> Text:
    cites = "; ".join(f"{proof.origin.letter}: {' '.join(proof.origin.articles)}" for proof in claim.origins)
    return Text(f"    {_one_line(claim.text)}  [{cites}]")


def _one_line(words: str, most: int = _LINE_CHARS) -> str:
    r"""The words without line breaks, cut at a word where they are long.

    >>> _one_line("Rain fell\nall day", most=12)
    'Rain fell…'
    """
    flat = " ".join(words.split())
    return flat if len(flat) <= most else flat[:most].rsplit(" ", 1)[0] + "…"
