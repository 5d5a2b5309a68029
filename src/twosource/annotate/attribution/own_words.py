"""A speaker that no name is known for, called by his own words: "hospital officials", "dockworkers' union"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from twosource.annotate.attribution.floor import Floor
from twosource.annotate.attribution.inflect import irregular_pasts
from twosource.annotate.attribution.lexicon_reader import load_grammar
from twosource.annotate.attribution.speakers import can_speak, load_speakers
from twosource.model import EntityKind, Extent
from twosource.text.months import MONTHS
from twosource.text.words import Word, find_words

_MOST_WORDS = 7  # of 1,426 such speakers in 43 development stories 4 are longer, 3 of them whole clauses
_BREAK = re.compile(r"[—–|:;\n]|\s-+\s")
_QUOTE = re.compile(r"[\"“«]")
_FIRST_PERSONS = frozenset({"i", "we", "you"})  # in a source that is a clause: "what I would ask this court"
_SAYS = frozenset({"say", "says", "said"})  # what another is told to say: "police say a [woman] admitted it"
_SHORTEST_PAST = 5  # "polled", no "red" or "bed"


def name_in_own_words(floor: Floor, head: Extent) -> str | None:
    """The noun phrase in the head of a source, as it stands in the text; None where it names no speaker.

    Policy: no article or number word, no preposition in front ("among analysts"), no participle behind ("statistics
    released"), no picture credit ("AFP Residents"). What opens a sentence loses its capital, unless the capital belongs
    to it: in a name, before another capital ("Costa Rican officials"), or where the article writes the word so inside
    a sentence, too ("Isaac's family"). Events, amounts, times and clauses speak for nobody.
    """
    words = find_words(floor.text, *head)
    phrase = _noun_phrase(floor, words)
    if not phrase or len(phrase) > _MOST_WORDS or not _can_speak(floor, words, phrase):
        return None
    first, called = phrase[0], floor.text[phrase[0].start : phrase[-1].end]
    opening = first.start == floor.sentence_start(first.start)
    named = any(m.span.start <= first.start and first.end <= m.span.end for m in floor.inside(head))
    if opening and not named and not _is_proper(floor, first, phrase[1] if len(phrase) > 1 else None):
        capital = floor.text[first.start : first.end]
        called = (first.form if capital.isupper() else first.form[:1] + capital[1:]) + called[len(capital) :]
    return " ".join(called.split())


def _noun_phrase(floor: Floor, words: Sequence[Word]) -> list[Word]:
    """The words from the first that can open a speaker's name to the last that can end it."""
    grammar = load_grammar()
    idle = grammar.determiners | grammar.prepositions | grammar.conjunctions | grammar.negations | {"s"}
    phrase = _without_clause(floor.text, words)
    while phrase and (phrase[0].form in idle or _is_credit(floor, phrase)):
        del phrase[0]
    while len(phrase) > 1 and (_is_past(phrase[-1].form) or phrase[-1].form in idle | grammar.adverbs):
        del phrase[-1]
    return phrase


def _without_clause(text: str, words: Sequence[Word]) -> list[Word]:
    """The words behind the last dash or colon, up to the verb where a source was found that is a whole clause."""
    first, last = 0, len(words)
    for place in range(1, len(words)):
        between = text[words[place - 1].end : words[place].start]
        ends = _QUOTE.search(between) or _is_verb(text, words, place)
        if _BREAK.search(between) or (place > first + 1 and words[place - 1].form in _SAYS):
            first, last = place, len(words)
        elif ends and last == len(words) and _is_some(words[first:place]):
            last = place
    return list(words[first:last])


def _is_verb(text: str, words: Sequence[Word], place: int) -> bool:
    """Whether a clause goes on with its verb here: "the group released a video", "the SPD are against"."""
    grammar, form = load_grammar(), words[place].form
    followed = place + 1 < len(words) and words[place + 1].form in {"a", "an", "the"}
    apart = text[words[place].start - 1].isspace()
    return (
        form in grammar.auxiliaries | {"also"}
        or _is_second(text, words, place)
        or (apart and followed and (_is_past(form) or form.endswith("ing")))
    )


def _is_second(text: str, words: Sequence[Word], place: int) -> bool:
    """Whether another phrase begins behind a noun: "an alert [a few minutes later]", not "a member of a club"."""
    grammar = load_grammar()
    joined = words[place - 1].form in grammar.prepositions | grammar.conjunctions
    return text[words[place - 1].end : words[place].end] in {" a", " an"} and not joined


def _is_some(words: Sequence[Word]) -> bool:
    """Whether words hold more than articles."""
    return any(word.form not in load_grammar().determiners for word in words)


def _is_credit(floor: Floor, phrase: Sequence[Word]) -> bool:
    """Whether a phrase opens with the agency of a picture that a caption without a mark was run on to."""
    if len(phrase) < 2 or not floor.text[phrase[1].start].isupper():
        return False
    first = [m for m in floor.within(phrase[0].start, phrase[0].end) if m.kind is EntityKind.ORGANISATION]
    return any(m.span.end <= phrase[1].start and m.entity.lower() in load_speakers().picture_agencies for m in first)


def _is_past(form: str) -> bool:
    return (form.endswith("ed") and len(form) >= _SHORTEST_PAST) or form in irregular_pasts()


def _can_speak(floor: Floor, words: Sequence[Word], phrase: Sequence[Word]) -> bool:
    """Whether a phrase names a speaker: no pronoun, no bare number, no clause, no event or thing."""
    grammar, noun = load_grammar(), phrase[-1].form
    head = [word.form for word in phrase]
    pronoun = noun.partition("'")[0] in grammar.pronouns | grammar.relatives | grammar.object_pronouns
    clause = head[0] in grammar.relatives | grammar.subject_pronouns or not _FIRST_PERSONS.isdisjoint(head)
    dated = any(form[0].isdigit() for form in head)
    number = not any(form[0].isalpha() for form in head if not (dated and form in MONTHS))
    verb = len(phrase) == 1 and _is_past(noun) and words[0].form not in grammar.determiners
    if pronoun or clause or number or verb or not can_speak(noun):
        return False
    return not any(
        m.kind is EntityKind.EVENT and m.span.end >= phrase[-1].end
        for m in floor.inside((words[0].start, words[-1].end))
    )


def _is_proper(floor: Floor, word: Word, beside: Word | None) -> bool:
    """Whether the capital of a word that opens a sentence belongs to it."""
    bare = floor.text[word.start : word.end].removesuffix("'s").removesuffix("’s")
    if beside is not None and floor.text[beside.start].isupper() and bare.istitle():
        return True
    inside = re.search(rf"[a-z,] {re.escape(bare)}\b", floor.text)
    return bare[0].isupper() and inside is not None
