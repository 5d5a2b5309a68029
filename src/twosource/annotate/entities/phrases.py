"""The noun phrase around a name, by the syntax: "the late mayor Ann Roe, who led the town" for "Ann Roe"."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict

from twosource.model import EntityKind, Extent, ParsedSentence, Reading, Span, span_of

_IN_FRONT = frozenset("det det:predet amod compound nummod nmod:poss nmod:desc flat".split())
_BEHIND = frozenset("flat case nmod nmod:unmarked nmod:desc compound amod acl:relcl".split())
_ASIDE = frozenset("appos nmod:unmarked list dep".split())
_TITLED = frozenset({"appos", "flat"})
_MARKS = frozenset(".,;:-–—!?")
_COMMA = ", "
_SEATED = frozenset({EntityKind.PLACE, EntityKind.ORGANISATION})
_BRACKETS = frozenset("([{")


def find_phrases(reading: Reading) -> tuple[Span, ...]:
    """The noun phrase of each name in `reading.entities`, in their order: all that the text calls it in one breath.

    Articles, titles, adjectives, what "of" and "in" add, a possessive ending and a relative clause are part of it, and
    the place that a place lies in ("Springfield, Illinois"). What else is set beside the name is not ("Ann Roe, the
    mayor"), nor others that "and" joins to it, nor a bracket. A name that only narrows another noun ("the Kremlin
    spokesman") is its own phrase. Expects `reading.syntax` by Universal Dependencies; a name that no sentence of it
    holds stays as it is.

    >>> from twosource.annotate.news_model import ModelOptions, read_with_model
    >>> from twosource.model import Article, EntityKind, EntityMention
    >>> article = Article(id="a", raw="r", text="The bridge was opened by the late mayor Ann Roe, who led the town.")
    >>> roe = EntityMention(span=span_of(article, 40, 47), kind=EntityKind.PERSON, entity="Ann Roe")
    >>> syntax = read_with_model(ModelOptions(), article.text).syntax
    >>> [phrase.quote for phrase in find_phrases(Reading(article=article, entities=(roe,), syntax=syntax))]
    ['the late mayor Ann Roe, who led the town']
    """
    starts = [sentence.places[0][0] for sentence in reading.syntax]
    trees = [_Tree(sentence, reading.article.text) for sentence in reading.syntax]
    places = {m.span.start: m.span.extent for m in reading.entities if m.kind is EntityKind.PLACE}
    found = []
    for mention in reading.entities:
        at = bisect_right(starts, mention.span.start) - 1
        extent = trees[at].phrase(mention.span.extent) if at >= 0 else mention.span.extent
        while mention.kind in _SEATED and (wider := places.get(extent[1] + len(_COMMA))):
            if not trees[at].stands_aside(extent, wider):
                break
            extent = extent[0], wider[1]
        found.append(span_of(reading.article, *extent))
    return tuple(found)


class _Tree:
    """One sentence with what hangs on each of its words."""

    def __init__(self, sentence: ParsedSentence, text: str) -> None:
        self._sentence = sentence
        self._places = sentence.places
        self._forms = [text[start:end] for start, end in sentence.places]
        self._ends = [end for _, end in sentence.places]
        self._children: dict[int, list[int]] = defaultdict(list)
        self._members: dict[int, list[int]] = defaultdict(list)
        for word, (head, relation) in enumerate(zip(sentence.heads, sentence.relations, strict=True)):
            self._children[head].append(word)
            if relation in (_IN_FRONT if word < head else _BEHIND):
                self._members[head].append(word)

    def phrase(self, name: Extent) -> Extent:
        """The phrase of a name; the name itself where it lies in none of the words."""
        words = self._words(name)
        if not words:
            return name
        first, after = self._trimmed(words.start, words.stop, self._belonging(self._with_title(words)))
        return min(name[0], self._places[first][0]), max(name[1], self._places[after - 1][1])

    def stands_aside(self, phrase: Extent, other: Extent) -> bool:
        """Whether another name only tells more of a phrase, and is no further item of a list."""
        inside, beside = self._words(phrase), self._words(other)
        heads, relations = self._sentence.heads, self._sentence.relations
        return any(heads[word] in inside and relations[word] in _ASIDE for word in beside)

    def _words(self, extent: Extent) -> range:
        """The words that a range touches."""
        after = bisect_left(self._places, extent[1], key=lambda place: place[0])
        return range(bisect_right(self._ends, extent[0]), after)

    def _with_title(self, name: range) -> range:
        """A name with the noun right in front of it that it is set beside: "mayor Ann Roe", where "mayor" is above."""
        front = name.start - 1
        heads, relations = self._sentence.heads, self._sentence.relations
        is_titled = any(heads[word] == front and relations[word] in _TITLED for word in name)
        return range(front, name.stop) if front >= 0 and is_titled else name

    def _belonging(self, name: range) -> set[int]:
        """The words of a name, what belongs to them, and all that hangs on that."""
        found = set(name)
        open_ = [child for word in name for child in self._members[word]]
        while open_:
            word = open_.pop()
            if word not in found:
                found.add(word)
                open_ += self._children[word]
        return found

    def _trimmed(self, first: int, after: int, words: set[int]) -> tuple[int, int]:
        """The unbroken row of words around a name up to a bracket, without marks at its ends."""
        begin, stop = first, after
        while begin - 1 in words:
            begin -= 1
        while stop in words and self._forms[stop] not in _BRACKETS:
            stop += 1
        while begin < first and self._forms[begin] in _MARKS:
            begin += 1
        while stop > after and self._forms[stop - 1] in _MARKS:
            stop -= 1
        return begin, stop
