"""From an account to dossiers: one for each story, with everything that belongs to it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from twosource.dossier.brief import choose_brief
from twosource.dossier.timeline import TimelineOptions, build_timeline
from twosource.model import Account, Descent, Dossier, FourNumbers, Reading, Story, Voice, count_four_numbers, is_unseen

_ON_A_PAGE = TimelineOptions(live_weight=1.0, least_rows=16)
"""What is planned weighs as much as what is past, and sixteen rows, most of a screen, stand however light."""


def assemble_dossiers(account: Account) -> tuple[Dossier, ...]:
    """One dossier for each story: the stories with most independent origins first, then those with most articles.

    Policy: nothing is decided here. What stages found is gathered by story; the brief and the timeline choose among
    sentences that are there. The four numbers of a story count its articles, texts and origins, and the voices that
    its claims name.
    """
    dossiers = [_assemble_one(account, story) for story in account.stories]
    return tuple(
        sorted(dossiers, key=lambda d: (-len(d.numbers.origins), -len(d.numbers.articles), d.story.id)),
    )


def _assemble_one(account: Account, story: Story) -> Dossier:
    members = frozenset(story.articles)
    readings = _in_order(story, account.readings)
    descents = tuple(d for d in account.descents if d.article in members)
    claims = tuple(c for c in account.claims if c.story == story.id)
    findings = tuple(f for f in account.findings if f.story == story.id)
    voices = tuple(voice for owner, voice in account.voices if owner == story.id)
    return Dossier(
        story=story,
        numbers=_numbers_of(story, descents, voices),
        brief=choose_brief(story, readings, claims, descents, findings=findings),
        timeline=build_timeline(readings, descents, options=_ON_A_PAGE),
        claims=tuple(sorted(claims, key=lambda c: (-c.weight, c.id))),
        findings=findings,
        lineage=tuple(
            e for e in account.lineage if e.child in members and (e.parent in members or is_unseen(e.parent))
        ),
        descents=descents,
        readings=readings,
        voices=voices,
        locators=tuple(pair for pair in account.locators if pair[0] in members),
    )


def _in_order(story: Story, readings: Sequence[Reading]) -> tuple[Reading, ...]:
    by_id = {r.article.id: r for r in readings}
    return tuple(by_id[article] for article in story.articles if article in by_id)


def _numbers_of(story: Story, descents: Iterable[Descent], voices: Sequence[Voice]) -> FourNumbers:
    by_article = {d.article: d for d in descents}
    return count_four_numbers(story.articles, by_article, (voice.id for voice in voices), of_claim=False)
