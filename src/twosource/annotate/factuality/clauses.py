"""One parsed sentence: which words are predicates, and how each is held by what hangs on it and stands above it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from twosource.annotate.factuality import words as w
from twosource.model import Actuality, ParsedSentence

_NO_CLAUSE = frozenset("amod compound fixed flat case mark cc aux aux:pass auxpass cop det nummod".split())
_COMPLEMENTS = frozenset("xcomp ccomp advcl acl csubj pcomp".split())
_SUBJECTS = frozenset("nsubj nsubj:pass nsubjpass csubj expl".split())
_AUXILIARIES = frozenset("aux aux:pass auxpass cop".split())


class Clauses:
    """The clauses of one sentence, each by the place of its predicate.

    Policy: what somebody merely says counts as happened, as told by that voice; a negated plan is denied; what may be
    is hypothetical whether negated or not. A verb that only carries another on ("began to", "had to") hands down how it
    is held itself.
    """

    def __init__(self, sentence: ParsedSentence, forms: Sequence[str]) -> None:
        self._sentence = sentence
        self._forms = [form.lower() for form in forms]
        self._children: dict[int, list[int]] = defaultdict(list)
        for word, head in enumerate(sentence.heads):
            self._children[head].append(word)
        self._known: dict[int, Actuality] = {}

    def predicates(self) -> list[int]:
        """The places of verbs that open a clause, and of nouns and adjectives behind a copula."""
        return [word for word in range(len(self._forms)) if self._is_predicate(word)]

    def actuality(self, word: int) -> Actuality:
        """How a predicate is held."""
        if word not in self._known:
            self._known[word] = Actuality.HAPPENED  # a circle of heads, which no parser should give, ends here
            self._known[word] = self._own(word) or self._from_above(word) or Actuality.HAPPENED
        return self._known[word]

    def _is_predicate(self, word: int) -> bool:
        kind, relation = self._sentence.upos[word], self._sentence.relations[word]
        if relation in _NO_CLAUSE:
            return False
        return kind in {"VERB", "AUX"} or any(self._sentence.relations[c] == "cop" for c in self._children[word])

    def _own(self, word: int) -> Actuality | None:
        """By auxiliaries, negations, adverbs and conjunctions of the clause; None where there is no mark."""
        forms = {self._forms[child] for child in self._children[word]}
        helpers = {self._forms[c] for c in self._children[word] if self._sentence.relations[c] in _AUXILIARIES}
        if self._is_asked(word) or helpers & w.SUPPOSING or forms & (w.CONDITIONS | w.GUESSING):
            return Actuality.HYPOTHETICAL
        if forms & w.NEGATING or self._has_nobody(word) or {"no", "longer"} <= self._forms_around(word):
            return Actuality.DENIED
        if forms & w.HEARSAY:
            return Actuality.ALLEGED
        return Actuality.PLANNED if helpers & w.PLANNING else None

    def _is_asked(self, word: int) -> bool:
        return self._sentence.heads[word] < 0 and any(self._forms[child] == "?" for child in self._children[word])

    def _has_nobody(self, word: int) -> bool:
        subjects = [c for c in self._children[word] if self._sentence.relations[c] in _SUBJECTS]
        negated = (self._forms[c] == "no" for subject in subjects for c in self._children[subject])
        return any(self._forms[subject] in w.NOBODY for subject in subjects) or any(negated)

    def _forms_around(self, word: int) -> set[str]:
        children = self._children[word]
        return {self._forms[c] for c in (*children, *(below for child in children for below in self._children[child]))}

    def _from_above(self, word: int) -> Actuality | None:
        """By the clause that this one completes or goes on; None where it stands for itself."""
        head, relation = self._sentence.heads[word], self._sentence.relations[word]
        if head < 0:
            return None
        if relation == "conj":
            return None if self._has_subject(word) else self._handed_on(head)
        if relation.partition(":")[0] not in _COMPLEMENTS or relation == "acl:relcl":
            return None
        infinitive = any(self._forms[child] == "to" for child in self._children[word])
        held = w.below(self._sentence.lemmas[head].lower(), finite=not infinitive and relation == "ccomp")
        if held is not None:
            return held
        if relation == "xcomp":
            return self._handed_on(head)
        return Actuality.PLANNED if infinitive and relation in {"advcl", "acl"} else None

    def _has_subject(self, word: int) -> bool:
        return any(self._sentence.relations[child] in _SUBJECTS for child in self._children[word])

    def _handed_on(self, head: int) -> Actuality | None:
        return self.actuality(head) if self._is_predicate(head) else None
