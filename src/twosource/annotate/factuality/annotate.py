"""Predicates of an article with how each is held, from its syntax and its attributions."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from twosource.annotate.factuality.clauses import Clauses
from twosource.model import Actuality, Extent, ParsedSentence, Predicate, Reading, Stance, span_of

_DOUBTED = frozenset({Stance.CLAIMED, Stance.ACCUSED, Stance.BELIEVED})


def annotate_factuality(reading: Reading) -> tuple[Predicate, ...]:
    """The predicates of an article in order, each as happened, planned, denied, alleged or hypothetical.

    Expects `reading.syntax`, and `reading.attributions` for what is merely claimed. By rules over the parse: the sets
    that are annotated for factuality may not train weights. Policy: the writer's or speaker's own stand, not the truth:
    "happened" is all that is told without reserve, whoever tells it. States count too ("the bridge is safe").

    >>> from twosource.annotate.news_model import ModelOptions, read_with_model
    >>> from twosource.model import Article
    >>> article = Article(id="a", raw="r", text="The mayor left. He refused to speak.")
    >>> reading = Reading(article=article, syntax=read_with_model(ModelOptions(), article.text).syntax)
    >>> [(p.span.quote, p.actuality.value) for p in annotate_factuality(reading)]
    [('left', 'happened'), ('refused', 'happened'), ('speak', 'denied')]
    """
    claimed = (attribution for attribution in reading.attributions if attribution.stance in _DOUBTED)
    doubted = [span.extent for attribution in claimed for span in attribution.content]
    return tuple(found for sentence in reading.syntax for found in _predicates(reading, sentence, doubted))


def _predicates(reading: Reading, sentence: ParsedSentence, doubted: Sequence[Extent]) -> Iterator[Predicate]:
    text = reading.article.text
    clauses = Clauses(sentence, [text[start:end] for start, end in sentence.places])
    for word in clauses.predicates():
        start, end = sentence.places[word]
        held = clauses.actuality(word)
        if held is Actuality.HAPPENED and any(first <= start and end <= after for first, after in doubted):
            held = Actuality.ALLEGED
        yield Predicate(span=span_of(reading.article, start, end), lemma=sentence.lemmas[word], actuality=held)
