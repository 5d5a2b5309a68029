"""What stands for a story: its lead article and its label."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date

import numpy as np

from twosource.model import Descent, Reading
from twosource.stories.openings import Held, Telling, headline_of
from twosource.stories.options import LeadRule, StoryOptions
from twosource.stories.profile import opening_of, story_passages
from twosource.stories.runs import starts_of
from twosource.text.sentences import split_sentences

_SENTENCE_CHARS = 600  # looked through for the end of a first sentence, of which no more than a label is told
_LABEL_CHARS = 140  # a first sentence is cut at a word beyond this; nine of ten headlines are shorter than 100


def order_of(reading: Reading) -> tuple[bool, date, str, str]:
    """The order of publication: day, then moment where one is known, then id; articles without a date come last."""
    published = reading.article.published
    if published is None:
        return True, date.max, "", reading.article.id
    moment = published.moment.isoformat() if published.moment is not None else "~"
    return False, published.day, moment, reading.article.id


def choose_lead(members: Sequence[Reading], descents: Mapping[str, Descent], options: StoryOptions) -> Reading:
    """The article that stands for a story; `members` in order of publication.

    A chosen outlet that has no article in the story leaves the choice to the earliest.
    """
    if options.lead is LeadRule.LONGEST:
        return max(members, key=_length_of)
    if options.lead is LeadRule.EARLIEST:
        return members[0]
    fits = _is_original(descents) if options.lead is LeadRule.ORIGINAL else _is_from(options.lead_outlet)
    return next((r for r in members if fits(r)), members[0])


def _length_of(reading: Reading) -> int:
    """Characters of the story's own words; of the whole text where passages are not known."""
    return sum(p.span.length for p in story_passages(reading)) if reading.passages else len(reading.article.text)


def _is_original(descents: Mapping[str, Descent]) -> Callable[[Reading], bool]:
    def fits(reading: Reading) -> bool:
        descent = descents.get(reading.article.id)
        return descent is None or descent.relation is None or not descent.relation.is_taking

    return fits


def _is_from(outlet: str | None) -> Callable[[Reading], bool]:
    def fits(reading: Reading) -> bool:
        return outlet is not None and reading.article.outlet is not None and reading.article.outlet.value == outlet

    return fits


def choose_labels(
    stories: Sequence[Sequence[Reading]],
    tellings: Sequence[Sequence[Telling]],
    descents: Mapping[str, Descent],
    *,
    held: Held,
) -> list[str]:
    """For each story the headline whose words most of its texts carry, among those of texts not taken from another.

    Where no such text has one, any headline of the story will do; without any the first sentence of the lead labels it.
    `stories` are in order of publication each; `held` says which words their texts hold.
    """
    headlines = [_find_headlines(*story, descents) for story in zip(stories, tellings, strict=True)]
    central = _find_central(headlines, held)
    return [
        central.get(at) or next(iter(found), None) or _first_sentence(members)
        for at, (members, found) in enumerate(zip(stories, headlines, strict=True))
    ]


def _find_headlines(
    members: Sequence[Reading], tellings: Sequence[Telling], descents: Mapping[str, Descent]
) -> list[str]:
    """The headlines that may label a story, each once."""
    fits = _is_original(descents)
    found = dict.fromkeys(t.headline for t in tellings if t.headline and fits(t.reading))
    return list(found or dict.fromkeys(filter(None, map(headline_of, members))))


def _find_central(headlines: Sequence[Sequence[str]], held: Held) -> dict[int, str]:
    """For each story with several headlines the first of those of whose words the texts carry most, on average."""
    several = [at for at, found in enumerate(headlines) if len(found) > 1]
    lines = [headline for at in several for headline in headlines[at]]
    story = np.repeat(np.array(several, dtype=np.int64), [len(headlines[at]) for at in several])
    line, word = held.read(lines)
    carried = np.bincount(line, weights=held.count_texts(story[line], word), minlength=len(lines))
    share = carried / np.maximum(np.bincount(line, minlength=len(lines)), 1)
    order = np.lexsort((-share, story))
    best = order[starts_of(story[order])].tolist()
    return {int(story[at]): lines[at] for at in best}


def _first_sentence(members: Sequence[Reading]) -> str:
    for reading in members:
        text = opening_of(reading, _SENTENCE_CHARS)
        for start, end in split_sentences(text):
            sentence = " ".join(text[start:end].split())
            if len(sentence) <= _LABEL_CHARS:
                return sentence
            return sentence[:_LABEL_CHARS].rsplit(" ", 1)[0] + " …"
    return members[0].article.id
