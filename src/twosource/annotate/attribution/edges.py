"""Contents that a trained finder cut in mid phrase, made whole.

A model that marks word by word stops now and then a word or two early: "a strike on the", "said it fired three North".
Such words say nothing as they stand, and what follows them is known: the phrase goes on to the next mark.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import cache

from twosource.annotate.attribution.lexicon_reader import load_grammar
from twosource.annotate.attribution.protocol import Speech
from twosource.annotate.attribution.speakers import load_speakers
from twosource.model import Extent
from twosource.text.sentences import split_sentences
from twosource.text.terms import lemma_of

_LAST_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*$")
_NEXT_WORD = re.compile(r"[^\S\n]+[\w$€£]")
_MARK = re.compile(r"[,:](?=\s)|[;()\[\]\"“”«»\n]|\s[–—-]+\s|—|[.!?…]+[\"”’')\]]*\s*$")
_ALONE = frozenset(
    "that this these those all both each many most some several few more one another other such her so yet like".split()
)  # a phrase may end in them


class Edges:
    """The sentences and names of one text, by which the edges of a content are judged.

    Policy: what ends in an article, a possessive, "of" or "to" and goes on behind a blank is continued to the next
    mark, but never into a cue, a source or another part of the same attribution, nor over the end of its sentence.
    Behind another preposition or "and" the rest may be about the saying ("... in an interview on Sunday"): two words
    are taken in, else the word is given back, as is one that opens a sentence. A part that is one such word is left
    as it is, and no edge parts a name.

    >>> text = "He said a man was found in the harbour."
    >>> mended = Edges(text, []).mend(Speech(cue=((3, 7),), content=((8, 30),), source=((0, 2),)))
    >>> [text[start:end] for start, end in mended.content]
    ['a man was found in the harbour']
    """

    def __init__(self, text: str, names: Iterable[Extent]) -> None:
        self._text = text
        self._names = sorted(names)
        self._sentences = split_sentences(text)
        self._starts = [start for start, _ in self._sentences]

    def mend(self, speech: Speech) -> Speech:
        """The attribution with whole phrases and names as its content."""
        others = sorted([*speech.cue, *speech.source, *speech.content])
        parts = [self._mended(part, others) for part in speech.content]
        joined = self._joined(parts, (*speech.cue, *speech.source))
        content = [(begin, end) for start, end in joined if (begin := self._begin((start, end), speech)) < end]
        return replace(speech, content=tuple(content)) if tuple(content) != speech.content else speech

    def _joined(self, parts: Sequence[Extent], others: Sequence[Extent]) -> list[Extent]:
        """The parts, those one between which the finder missed a few words that are no other part's."""
        joined = list(parts[:1])
        for start, end in parts[1:]:
            first, last = joined[-1]
            gap = self._text[last:start]
            free = not any(last <= other[0] < start for other in others) and not _PARTS.search(gap)
            if free and len(gap.split()) <= _MOST_MISSED and self._sentence(last - 1) == self._sentence(start):
                joined[-1] = (first, end)
            else:
                joined.append((start, end))
        return joined

    def _begin(self, part: Extent, speech: Speech) -> int:
        """Where a part begins: no name and no word with a hyphen is parted, and whom it was told says none of it."""
        start, end = part
        told = any(_TOLD.search(self._text, *cue) for cue in speech.cue)
        cue_end = max((cue[1] for cue in speech.cue if cue[1] <= start), default=start)
        at = bisect_left(self._names, (start, len(self._text))) - 1
        first, last = self._names[at] if at >= 0 else (0, 0)
        if first < start < last < end or (last + 1 == start and _NUMBER.match(self._text, start)):
            heard = told and not self._text[cue_end:first].strip()
            return self._next_word(max(last, start), end) if heard else min(first, start) if start < last else start
        if self._text[start - 1 : start] == "-" and (
            word := _COMPOUND.search(self._text, max(0, start - _LONGEST), start)
        ):
            return word.start()
        if not told or self._text[cue_end:start].strip():
            return start
        hearers = _HEARERS.match(self._text, start, end)
        if hearers and _are_hearers(hearers["noun"]):
            return hearers.end()
        clause = _CLAUSE.match(self._text, last, end) if first == start else None
        return clause.end() if clause else start

    def _next_word(self, place: int, end: int) -> int:
        """Where the word behind a place begins."""
        blank = self._text.find(" ", place, end)
        return blank + 1 if blank >= 0 else place

    def _mended(self, part: Extent, others: Sequence[Extent]) -> Extent:
        start, end = part
        after = next((other[0] for other in others if other[0] >= end), len(self._text))
        compound = _REST.match(self._text, end) if self._text[end - 1 : end].isalnum() else None
        if compound and compound.end() <= after:
            return start, self._name_end(compound.end())
        end = min(self._name_end(end), after)
        end = self._whole_end(end, after)
        word = _LAST_WORD.search(self._text, max(start, end - _LONGEST), end)
        small = word[0].lower() if word else ""
        if word is None or small not in _openers() or not _NEXT_WORD.match(self._text, end):
            return start, end
        first, last = self._sentence(word.start())
        mark = _MARK.search(self._text, end, last)
        whole = len(self._text[: min(after, mark.start() if mark else last)].rstrip())
        bare = len(self._text[start : word.start()].rstrip(" ,\n")) + start
        short = len(self._text[end:whole].split()) <= _MOST_BEHIND
        if bare <= start:
            return start, whole if short else end
        if word.start() == first or not (short or small in _binding()):
            return start, bare
        return start, max(end, whole)

    def _whole_end(self, end: int, after: int) -> int:
        """The end, or that of a name that is all the sentence has left: "in neighbouring [Orrin]."."""
        at = bisect_left(self._names, (end, 0))
        first, last = self._names[at] if at < len(self._names) else (0, 0)
        left = self._text[last : self._sentence(end - 1)[1]].strip()
        free = self._text[end - 1 : end].isalnum() and self._text[end:first] == " " and last <= after
        return last if free and left in {".", ""} else end

    def _name_end(self, end: int) -> int:
        """The end of the name that a place lies in, else the place."""
        at = bisect_left(self._names, (end, 0)) - 1
        return self._names[at][1] if at >= 0 and self._names[at][1] > end else end

    def _sentence(self, place: int) -> Extent:
        at = bisect_right(self._starts, place) - 1
        return self._sentences[at] if at >= 0 else (0, len(self._text))


_TOLD = re.compile(r"\b(?:told|tells?|telling)$")
_CLAUSE = re.compile(r" (?=(?:that|he|she|it|they|there|we|I|the|a|an|his|her|their)\b)")
_HEARERS = re.compile(
    r"(?:(?:the|local|state|other|his|her|their|emergency) ){0,2}(?P<noun>[a-z]+) "
    r"(?:(?:at|in|on|from|with) (?:the |a )?[a-z]+ )?(?=(?:that|he|she|they|there|it)\b)"
)
_NUMBER = re.compile(r"\d+ ")
_COMPOUND = re.compile(r"(?:\w+-)+$")
_REST = re.compile(r"(?:-\w+)+")


def _are_hearers(noun: str) -> bool:
    """Whether a noun in the plural, or one for a body of people, is for those who may be told something."""
    speakers, single = load_speakers(), lemma_of(noun)
    people = speakers.roles | speakers.people | speakers.men | speakers.women | speakers.anyone | speakers.hearers
    return noun in speakers.bodies or (single != noun and single in people)


_MOST_MISSED = 6
_PARTS = re.compile(r"[\n\"“”«»;:]")
_LONGEST = 24  # characters of a small word, and some
_MOST_BEHIND = 2  # 170 articles of PolNeAR train: 24 contents come nearer to gold, 12 further off; 16 and 26 without it


@cache
def _binding() -> frozenset[str]:
    """Words that are nothing without the next."""
    return (load_grammar().determiners | {"of", "to", "whose", "than"}) - _ALONE


@cache
def _openers() -> frozenset[str]:
    """Words that a phrase begins with and never ends in."""
    grammar = load_grammar()
    return (_binding() | grammar.prepositions | grammar.conjunctions) - _ALONE
