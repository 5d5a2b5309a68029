"""Voices: who said what, how surely, and through whom it reached the page."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from msgspec.structs import replace

from twosource.dossier.page.desk import Desk
from twosource.dossier.page.records import Said, VoiceEntry
from twosource.dossier.sameness import SAYING_OVERLAP, content_words, overlap
from twosource.model import Attribution, Span, Voice


@dataclass
class _Saying:
    """One thing said, and every article that carries it."""

    attribution: Attribution
    words: frozenset[str]
    articles: list[str]


def compose_voices(voices: Sequence[Voice], desk: Desk) -> tuple[VoiceEntry, ...]:
    """Each voice once under all its names, those quoted by most origins first; what copies repeat stands once."""
    entries = [_entry_of(voice, desk) for voice in voices]
    return tuple(sorted(entries, key=lambda e: (-_reach(e), -len(e.said), e.id)))


def _reach(entry: VoiceEntry) -> int:
    return len({cite.letter for said in entry.said for cite in said.origins})


def _entry_of(voice: Voice, desk: Desk) -> VoiceEntry:
    names = {voice.id.casefold(), *(alias.casefold() for alias in voice.aliases)}
    sayings: list[_Saying] = []
    for reading in desk.dossier.readings:
        for attribution in reading.attributions:
            if _speaks(attribution, names) and any(_says_something(span.quote) for span in attribution.content):
                _add(sayings, attribution)
    said = tuple(_said_of(saying, desk) for saying in sayings)
    return VoiceEntry(id=voice.id, aliases=_other_names(voice), said=said)


def _other_names(voice: Voice) -> tuple[str, ...]:
    """The aliases, each once however it is capitalised."""
    names = {voice.id.casefold(): voice.id}
    for alias in voice.aliases:
        names.setdefault(alias.casefold(), alias)
    return tuple(name for name in names.values() if name != voice.id)


def _says_something(words: str) -> bool:
    """Whether there is a word in it that carries anything: no bare "The", no colon."""
    return any((form.isalpha() and form not in _BARE) or form.isdigit() for form in content_words(words))


_BARE = frozenset("what who when where why how as so it".split())
_MOST_BETWEEN = 80  # characters: a cue with its speaker and role
_LEAST_WORDS = 5  # fewer, as "allegations" or "the pilot as Ann Reed", say something in their sentence alone


def _without_that(content: Span) -> Span:
    """What was said without the word that only joins it to the verb: "that the bridge is shut"."""
    bare = content.quote.removeprefix("that ")
    return replace(content, start=content.end - len(bare), quote=bare) if _says_something(bare) else content


_OF_NUMBERS = frozenset({"about", "around", "some"})  # they hedge a figure, which stands in the words anyhow
_NOBODY = frozenset("he she it they who which that his her its their".split())  # a chain names people and bodies


def _speaks(attribution: Attribution, names: Iterable[str]) -> bool:
    spoken = (attribution.voice, attribution.speaks_for)
    return any(name is not None and name.casefold() in names for name in spoken)


def _add(sayings: list[_Saying], attribution: Attribution) -> None:
    words = content_words(" ".join(span.quote for span in attribution.content))
    for saying in sayings:
        if overlap(saying.words, words) >= SAYING_OVERLAP:
            saying.articles.append(attribution.article)
            return
    sayings.append(_Saying(attribution=attribution, words=words, articles=[attribution.article]))


def _said_of(saying: _Saying, desk: Desk) -> Said:
    attribution = saying.attribution
    words = _without_that(_whole(attribution, desk.readings[attribution.article].article.text))
    return Said(
        words=desk.quote(words),
        part=len(words.quote.split()) < _LEAST_WORDS and words.quote[0] not in '"“',
        stance=attribution.stance,
        verb=_verb_of(attribution),
        hedges=tuple(hedge for hedge in attribution.hedges if hedge.casefold() not in _OF_NUMBERS),
        chain=_chain_of(attribution, desk),
        origins=desk.cites(saying.articles),
    )


def _verb_of(attribution: Attribution) -> str:
    """The word by which the article passes the words on: "dismissed" says more than that somebody denied.

    It stands without auxiliaries, day and medium, a refusal with its "did not". What only points to the speaker
    ("according to"), tells whom he told, or has him undergo it ("was asked by") does not read as his verb; the stance
    stands in.
    """
    cue = " ".join(span.quote for span in attribution.cue).strip(" ,:").casefold()
    cue = _REFUSED.sub(lambda found: f"{_WHOLE.get(found['verb'], found['verb'])} not", cue)
    words = [word for word in _MEDIUM.sub("", cue).split() if word not in _IDLE]
    if words[1:] and words[0] in _GOING_ON and words[1].endswith("ing"):
        del words[0]
    if words[1:2] == ["not"] and words[0] in _REFUSING and len(words) in _REFUSAL:
        return " ".join(words)
    plain = 0 < len(words) <= _MOST_IN_VERB and all(word.isalpha() for word in words)
    if not plain or words == ["not"] or words[0] in _NO_VERBS or words[-1] == "by" or _TOLD.intersection(words):
        return attribution.stance.value
    return words[0] if words[0] in _PLAINEST else " ".join(words)


_PLAINEST = frozenset({"said", "says", "say", "saying", "added", "adding", "stated", "announced"})
_MEDIUM = re.compile(
    r" (?:(?:on )?(?:late |early )?(?:mon|tues|wednes|thurs|fri|satur|sun|yester|to)day(?: night| morning)?"
    r"|(?:on|in|at|via|to) (?:an? |the )?"
    r"(?:statement|interview|tweet|briefing|letter|email|twitter|facebook|reporters)|(?:in|at)(?: (?:an?|the) \w+)?)$"
)
_MOST_IN_VERB = 4
_REFUSED = re.compile(r"\b(?P<verb>[a-z]+)n['’]t\b")
_WHOLE = {"ca": "can", "wo": "will"}
_GOING_ON = frozenset({"is", "are", "was", "were"})
_REFUSING = frozenset({"did", "does", "do", "can", "could", "would", "will"})
_REFUSAL = range(3, 5)  # words: "did not release", "did not immediately say"
_IDLE = frozenset(
    """
    has have had having also previously simultaneously earlier later recently repeatedly already then again first
    """.split()
)
_TOLD = frozenset({"told", "tells", "tell", "according"})
_NO_VERBS = frozenset(
    """
    as to is are was were be been being can could may might must shall should will would do does did at in on by for
    from of the a an and but if when it he she they
    """.split()
)


def _whole(attribution: Attribution, text: str) -> Span:
    """What was said from its first word to its last, over a cue or a few other words between two parts of it."""
    first, *others = (span for span in attribution.content if _says_something(span.quote))
    end = first.end
    for span in others:
        if span.start - end > _MOST_BETWEEN or "\n" in text[end : span.start]:
            break
        end = max(end, span.end)
    return replace(first, end=end, quote=text[first.start : end])


def _chain_of(attribution: Attribution, desk: Desk) -> tuple[str, ...]:
    """Speakers from the outlet inwards: an attribution inside another's content came through its speaker."""
    reading = desk.readings[attribution.article]
    by_id = {a.id: a for a in reading.attributions}
    names: list[str] = []
    step: Attribution | None = attribution
    while step is not None and len(names) <= len(by_id):
        name = step.voice or (step.source[0].quote if step.source else None)
        names.extend([name] if name and name.casefold() not in _NOBODY else [])
        step = by_id.get(step.parent) if step.parent else None
    outlet = reading.article.outlet.value if reading.article.outlet else desk.short(attribution.article)
    return (outlet, *reversed(names))
