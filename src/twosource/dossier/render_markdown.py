"""The dossier as Markdown: the facts of the page in the order of the page."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from twosource.dossier.dates import note_grain, show_day
from twosource.dossier.page import compose_page
from twosource.dossier.page.records import (
    DIFFERENCES,
    FIRST_CLAIMS,
    ArticleEntry,
    Cite,
    Cited,
    ClaimEntry,
    Coverage,
    Dispute,
    DisputeSide,
    Numbers,
    OriginEntry,
    Panel,
    Quote,
    Said,
    StoryPage,
    TimelineEntry,
    VoiceEntry,
)
from twosource.dossier.wording import count_of
from twosource.model import Account, Dossier

_SPECIAL = re.compile(r"([\\`*_\[\]<>#|~])")


def render_markdown(account: Account, dossiers: Sequence[Dossier]) -> str:
    """The whole account as CommonMark with tables; what comes from an article is escaped, so none of it is mark-up."""
    page = compose_page(account, dossiers)
    lines: list[str] = []
    if len(page.stories) != 1:
        lines += [f"# {plain(page.title)}", ""]
        lines += [f"- {plain(s.title)}: {_four(s.numbers)}" for s in page.stories]
        lines.append("")
    for story in page.stories:
        lines.extend(_story(story))
    lines.extend(_coverage(page.coverage, page.stories))
    return "\n".join(lines).rstrip() + "\n"


def plain(text: str) -> str:
    r"""Words that mean themselves in Markdown: on one line, with every special character escaped.

    >>> plain("a *b*\n<script>")
    'a \\*b\\* \\<script\\>'
    """
    return _SPECIAL.sub(r"\\\1", " ".join(text.split()))


def _story(story: StoryPage) -> Iterator[str]:
    yield from (f"# {plain(story.title)}", "", _four(story.numbers), "")
    if story.reported:
        yield from (f"Reported {story.reported}.", "")
    if about := " ".join(_about(story)):
        yield from (about, "")
    yield from _section("Brief", (f"- {_cited(s)}" for s in story.brief), empty="No sentence could stand alone.")
    for panel in DIFFERENCES:
        lines = (line for dispute in story.disputes_in(panel) for line in _dispute(dispute))
        yield from _section(panel.value.capitalize(), lines, empty=f"We found nothing {panel.value}.")
    if together := story.disputes_in(Panel.COMPATIBLE):
        yield from _section(Panel.COMPATIBLE.value.capitalize(), map(_together, together), empty="")
    yield from _section("Who took what from whom", _lineage(story), empty="Lineage was not measured.")
    yield from _section("Claims", _claims(story.claims), empty="No claims were found.")
    yield from _section("Timeline", _timeline(story), empty="No article states a time in its own words.")
    yield from _section("Voices", _voices(story.voices), empty="No voice was found.")
    yield from _section("Articles", (_article(a) for a in story.articles), empty="None.")


def _about(story: StoryPage) -> Iterator[str]:
    """What a reader tells the story by, beside its headline."""
    if story.terms:
        yield f"Key terms: {', '.join(map(plain, story.terms))}."
    if story.scenes:
        yield f"Places: {', '.join(map(plain, story.scenes))}."
    if story.follows:
        yield f"Seems to go on from: {plain(story.follows.title)}."


def _section(title: str, lines: Iterable[str], *, empty: str) -> Iterator[str]:
    yield from (f"## {title}", "")
    found = list(lines)
    yield from found or [empty]
    yield ""


def _four(numbers: Numbers) -> str:
    return " · ".join(numbers.in_words)


def _cites(origins: Iterable[Cite]) -> str:
    return " ".join(f"\\[{cite.letter}: {plain(' '.join(cite.articles))}\\]" for cite in origins)


def _cited(sentence: Cited) -> str:
    others = ", ".join(f"{plain(other.shown)} {_cites(other.origins)}" for other in sentence.against)
    mark = f" (disputed{': ' + others if others else ''})" if sentence.disputed else ""
    return f"{plain(sentence.words.quote)} {_cites(sentence.origins)}{mark}"


def _source(quote: Quote) -> str:
    said = f", said by {plain(', citing '.join(quote.said_by))}" if quote.said_by else ""
    day = f", {show_day(quote.reported)}" if quote.reported else ""
    where = f", in the {quote.role.value}" if quote.role else ""
    return f"({plain(quote.label)}{day}{where}, {quote.start}–{quote.end}{said})"


def _dispute(dispute: Dispute) -> Iterator[str]:
    yield f"- **{dispute.question}** {plain(dispute.about)} ({dispute.label}; {'; '.join(dispute.reasons)})"
    for side in dispute.sides:
        yield from _side(side)


def _together(dispute: Dispute) -> str:
    values = " · ".join(f"{plain(side.shown)} {_cites(side.origins)}" for side in dispute.sides)
    return f"- {dispute.question} {plain(dispute.about)}: {values} ({'; '.join(dispute.reasons)})"


def _side(side: DisputeSide) -> Iterator[str]:
    yield f"  - **{plain(side.shown)}** {_cites(side.origins)}"
    for quote in side.quotes:
        yield f"    - “{plain(quote.whole)}” {_source(quote)}"


def _lineage(story: StoryPage) -> Iterator[str]:
    for origin in story.origins:
        yield from _origin(origin)
    yield from (f"- {plain(line)}" for line in story.shared_sources)
    for pair in story.pairs:
        shares = f"{pair.coverage_left:.0%} of {pair.left}, {pair.coverage_right:.0%} of {pair.right}"
        yield f"- {plain(pair.what)} ({plain(shares)}; reasons: {', '.join(pair.reasons)})"


def _origin(origin: OriginEntry) -> Iterator[str]:
    yield f"- **{origin.letter}** {plain(origin.what)}"
    for entry in origin.entries:
        parent = f", from {plain(entry.parent)}" if entry.parent else ""
        outlet = plain(entry.outlet or entry.opening)
        yield f"  - {plain(entry.label)} {outlet}: {plain(entry.what)}{parent}"


def _claims(claims: Sequence[ClaimEntry]) -> Iterator[str]:
    if not claims:
        return
    yield from _claim_table(claims[:FIRST_CLAIMS])
    if further := claims[FIRST_CLAIMS:]:
        yield from ("", f"### {count_of(len(further), 'further claim')}, in order of weight", "")
        yield from _claim_table(further)
    yield from ("", "### The words under each", "")
    for claim in claims:
        yield f"- {plain(claim.text)}"
        yield from (
            f"  - **{proof.origin.letter}** “{plain(quote.quote)}” {_source(quote)}"
            for proof in claim.origins
            for quote in proof.quotes
        )
        yield from (f"  - voice: {plain(voice.voice)}" for voice in claim.voices)


def _claim_table(claims: Sequence[ClaimEntry]) -> Iterator[str]:
    yield from ("| what is said | articles | texts | origins | voices |", "|---|---:|---:|---:|---:|")
    for claim in claims:
        n = claim.numbers
        note = f" ({'; '.join(claim.notes)})" if claim.notes else ""
        voices = "?" if n.voices is None else n.voices
        yield f"| {plain(claim.text)}{note} | {n.articles} | {n.texts} | {n.origins} | {voices} |"


def _timeline(story: StoryPage) -> Iterator[str]:
    if not story.timeline:
        return
    yield from ("| happened | what the articles say | reported |", "|---|---|---|")
    yield from map(_timeline_row, story.timeline)
    if story.times_left_out:
        yield from ("", f"Not shown: {count_of(story.times_left_out, 'further time')} that fewer origins speak of.")


def _timeline_row(row: TimelineEntry) -> str:
    actuality = "planned" if row.planned else "said" if row.said else ""
    notes = [note for note in (note_grain(row.earliest, row.latest, row.grain), actuality) if note]
    grain = f" ({', '.join(notes)})" if notes else ""
    words = "<br>".join(f"{_stressed(s)} {_told_in(s.words)}{_cites(s.origins)}" for s in row.sentences)
    words += f"<br>also in {_cites(row.also)}" if row.also else ""
    return f"| {row.happened}{grain} | {words} | {row.reported or 'day not known'} |"


def _told_in(words: Quote) -> str:
    return f"(in the {words.role.value}) " if words.role else ""


def _stressed(sentence: Cited) -> str:
    """The sentence with the words of its time in bold."""
    words, pieces, at = sentence.words, list[str](), sentence.words.start
    for start, end in sentence.stress:
        pieces += [words.quote[at - words.start : start - words.start], "\0"]
        pieces += [words.quote[start - words.start : end - words.start], "\0"]
        at = end
    return plain("".join((*pieces, words.quote[at - words.start :]))).replace("\0", "**")


def _voices(voices: Iterable[VoiceEntry]) -> Iterator[str]:
    for voice in voices:
        aliases = f" (also as {plain(', '.join(voice.aliases))})" if voice.aliases else ""
        yield f"- **{plain(voice.id)}**{aliases}"
        for said in voice.said:
            verb = plain(said.verb)
            verb += f", through {plain(', citing '.join(said.chain))}" if len(said.chain) > 2 else ""
            yield f"  - {verb}: “{_saying(said)}” {_source(said.words)} {_cites(said.origins)}"


def _saying(said: Said) -> str:
    """The words, inside their sentence where they are too few to be read alone."""
    words = said.words
    if not said.part or not (words.before or words.after):
        return plain(words.quote)
    return plain(f"{words.before}\0{words.quote}\0{words.after}").replace("\0", "**")


def _article(article: ArticleEntry) -> str:
    day = show_day(article.published) if article.published else "no date"
    place = plain(" and ".join(article.locators))
    title, outlet = plain(article.opening), plain(article.outlet or "outlet not known")
    return f"- {plain(article.label)} **{title}**, {outlet}, {day}; origin {article.origin or '?'}; read from {place}"


def _coverage(coverage: Coverage, stories: Sequence[StoryPage]) -> Iterator[str]:
    yield from ("# What this account rests on", "")
    yield f"- Read: {count_of(coverage.articles, 'article')} from {count_of(coverage.inputs, 'place')}"
    for label, places in coverage.repeated:
        yield f"- {plain(label)} was found {len(places)} times and counted once: {plain(', '.join(places))}"
    for refused in coverage.rejected:
        yield f"- Not read: {plain(refused.what)}: {refused.reason}. {plain(refused.detail)}"
    if not coverage.rejected:
        yield "- Nothing was rejected"
    for story in stories:
        yield from (f"- Not measured in {plain(story.title)}: {plain(line)}" for line in story.unmeasured)
    who = (
        "a small model read names and speech, rules all else" if coverage.with_model else "rules alone, without a model"
    )
    yield f"- How often it errs ({who}; measured while it was being built, so expect somewhat less):"
    yield from (f"  - {plain(rate.in_words)} ({plain(rate.measured_on)})" for rate in coverage.error_rates)
    yield f"- Run {coverage.run}, options {coverage.options}, inputs {coverage.inputs_digest}, "
    yield f"  twosource {coverage.version}; {', '.join(f'{name} {number}' for name, number in coverage.stages)}"
