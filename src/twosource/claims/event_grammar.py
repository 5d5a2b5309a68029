"""How a word stands in its parsed sentence: what hangs on it, and who or what takes part in the event that it names."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from enum import StrEnum

from twosource.model import ParsedSentence, Reading
from twosource.text.terms import group_of, lemma_of

_NOT_CONTENT = frozenset("PUNCT DET ADP PRON AUX CCONJ PART SCONJ SYM".split())
_NOT_TAKING_PART = frozenset("PUNCT DET PRON SYM".split())
_JOINED = frozenset("conj appos flat".split())
_SHORTEST = 3


class Role(StrEnum):
    """What somebody or something is in an event."""

    DOER = "doer"
    DONE_TO = "done to"
    OTHER = "other"
    MODIFIER = "modifier"


def names_by_place(reading: Reading) -> Mapping[int, str]:
    """For each place in a name of an article the last word of the fullest form of that name."""
    return {
        place: group_of(words[-1])
        for mention in reading.entities
        if (words := mention.entity.lower().split())
        for place in range(mention.span.start, mention.span.end)
    }


class Grammar:
    """One sentence of an article; words are named by their number in it."""

    def __init__(self, sentence: ParsedSentence, text: str, names: Mapping[int, str]) -> None:
        self.parsed = sentence
        self.written = tuple(text[start:end] for start, end in sentence.places)
        self.forms = tuple(form.lower() for form in self.written)
        self._names = names
        self._children: Mapping[int, Sequence[int]] = _children(sentence)
        self._keys: dict[int, str] = {}

    def children(self, word: int) -> Sequence[int]:
        """The words that hang on a word, in order."""
        return self._children.get(word, ())

    def relation(self, word: int) -> str:
        """The relation of a word to its head."""
        return self.parsed.relations[word]

    def key(self, word: int) -> str:
        """What two reports of one thing call alike: a name, or the class of the word."""
        if word not in self._keys:
            name = self._names.get(self.parsed.places[word][0])
            self._keys[word] = name or group_of(lemma_of(self.forms[word]))
        return self._keys[word]

    def content(self) -> Iterator[int]:
        """The words that say what a sentence is about."""
        for word, kind in enumerate(self.parsed.upos):
            if kind not in _NOT_CONTENT and len(self.key(word)) >= _SHORTEST:
                yield word

    def is_passive(self, word: int) -> bool:
        """Whether a verb tells what is done to its subject, or to the noun it hangs on."""
        relations = {self.relation(child) for child in self.children(word)}
        bare = self.parsed.xpos[word] == "VBN" and self.relation(word) in {"acl", "amod"}
        return bare or bool(relations & {"nsubj:pass", "aux:pass"})

    def roles(self, word: int) -> Mapping[Role, frozenset[str]]:
        """Who and what takes part in the event that a word names; pronouns are left out: nothing tells who they are."""
        found: dict[Role, set[str]] = defaultdict(set)
        verb = self.parsed.upos[word] == "VERB"
        for role, other in self._around_verb(word) if verb else self._around_noun(word):
            found[role].update(self._keys_of(other, depth=2))
        return {role: frozenset(keys) for role, keys in found.items() if keys}

    def _keys_of(self, word: int, depth: int) -> Iterator[str]:
        if self.parsed.upos[word] not in _NOT_TAKING_PART:
            yield self.key(word)
        for child in self.children(word) if depth else ():
            name = self.relation(child) == "compound" and self.parsed.upos[child] == "PROPN"
            if name or self.relation(child) in _JOINED:
                yield from self._keys_of(child, depth - 1)

    def _around_verb(self, verb: int) -> Iterator[tuple[Role, int]]:
        subject = Role.DONE_TO if self.is_passive(verb) else Role.DOER
        for child in self.children(verb):
            relation = self.relation(child)
            if relation in {"nsubj", "nsubj:pass"}:
                yield subject, child
            elif relation == "obj":
                yield Role.DONE_TO, child
            elif relation.startswith("obl"):
                yield Role.DOER if self.is_passive(verb) and self._case(child) == "by" else Role.OTHER, child
        head = self.parsed.heads[verb]
        if head >= 0:
            yield from ((subject, other) for other in self._subjects_elsewhere(verb, head))

    def _subjects_elsewhere(self, verb: int, head: int) -> Iterator[int]:
        """The subject of a verb that has none of its own, or whose own is "who" or "which"."""
        relation = self.relation(verb)
        own = [child for child in self.children(verb) if self.relation(child).startswith("nsubj")]
        if relation == "acl:relcl" and any(self.parsed.upos[child] == "PRON" for child in own):
            yield head
        elif own:
            return
        elif relation in {"acl", "acl:relcl", "amod"}:
            yield head
        elif relation in {"conj", "xcomp", "advcl", "parataxis"}:
            above = {"nsubj", "nsubj:pass", "obj"} if relation == "xcomp" else {"nsubj", "nsubj:pass"}
            yield from (child for child in self.children(head) if self.relation(child) in above)

    def _around_noun(self, noun: int) -> Iterator[tuple[Role, int]]:
        for child in self.children(noun):
            relation, case = self.relation(child), self._case(child)
            if relation == "nmod:poss":
                yield from ((Role.DOER, child), (Role.DONE_TO, child))
            elif relation == "nsubj" or (relation.startswith("nmod") and case == "of"):
                yield Role.DONE_TO, child
            elif relation.startswith("nmod"):
                yield Role.DOER if case == "by" else Role.OTHER, child
            elif relation in {"compound", "amod"}:
                yield from ((Role.DONE_TO, child), (Role.MODIFIER, child))
        head = self.parsed.heads[noun]
        if head >= 0 and self.relation(noun) in {"compound", "nmod"}:
            yield Role.MODIFIER, head
        if head >= 0 and self.parsed.upos[head] == "VERB":
            yield from self._around_carrier(head, noun)

    def _around_carrier(self, verb: int, noun: int) -> Iterator[tuple[Role, int]]:
        """Who takes part in the event that a noun names through the verb it hangs on ("police made an arrest in X")."""
        for child in self.children(verb):
            if child != noun and self.relation(child).startswith("nsubj"):
                yield Role.DOER, child
            elif child != noun and self.relation(child).startswith("obl"):
                yield Role.OTHER, child

    def _case(self, word: int) -> str | None:
        cases = (self.forms[child] for child in self.children(word) if self.relation(child) == "case")
        return next(cases, None)


def _children(sentence: ParsedSentence) -> Mapping[int, Sequence[int]]:
    found: dict[int, list[int]] = defaultdict(list)
    for word, head in enumerate(sentence.heads):
        found[head].append(word)
    return found
