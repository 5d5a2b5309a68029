"""What one article does not know and a later one tells: "the cause is not known", "officials say ice was the cause"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from twosource.crosscheck.decision import Decision
from twosource.crosscheck.earlier import is_earlier
from twosource.crosscheck.framing import FRAME
from twosource.crosscheck.quoting import clause_at
from twosource.crosscheck.sides import Pairing, side_at
from twosource.model import (
    Descent,
    EntityKind,
    Extent,
    Named,
    Reading,
    ReadingOf,
    Role,
    Statement,
    text_of,
)
from twosource.text.cued import Cued
from twosource.text.terms import Term, TermWeights, find_terms, group_of, groups_in
from twosource.text.words import find_words

_ADVERBS = r"(?:(?:yet|immediately|been|be|being|publicly|independently|officially|have|has|had|so far) )*"
_OPEN = Cued(
    re.compile(
        rf"(?:(?:\b(?:not|never)|n['’]t) {_ADVERBS}(?:known?|clear|releas(?:e|ed)|identif(?:y|ied)|nam(?:e|ed)"
        r"|disclos(?:e|ed)|confirm(?:ed)?|determined?|charged?|made public|specif(?:y|ied)|reveal(?:ed)?|verif(?:y|ied)"
        r"|announced?)"
        r"|\b(?:unclear|unknown|yet to (?:be \w+ed|determine|identify|release|establish|confirm)"
        r"|await(?:s|ed|ing)? (?:[\w’'-]+ ){0,4}(?:names?|identit\w+|identification)"
        r"|declin(?:e|ed|es|ing) to (?:say|name|identify|disclose|reveal|confirm|specify)"
        r"|no (?:word|details|information) (?:on|about|of)))\b",
        re.IGNORECASE,
    ),
    ("not ", "never ", "n't ", "n’t ", "unclear", "unknown", "yet to", "await", "declin", "no "),
)
_SILENT = Cued(
    re.compile(
        r"(?:(?:\b(?:not|never)|n['’]t) (?:(?:yet|immediately|been) )*(?:respond(?:ed)?|repl(?:y|ied)"
        r"|receive (?:a|any) (?:response|reply|comment))|\b(?:yet to (?:respond|reply|comment)"
        r"|could not (?:immediately )?be reached|declin(?:e|ed|es|ing) to comment))\b",
        re.IGNORECASE,
    ),
    ("respon", "repl", "comment", "reached"),
)
_UPDATED = re.compile(
    r"\W*updated?\b[^:\n]{0,30}[:–—-].*\b(?:said|says|sent|told|statement|responded|replied)\b",
    re.IGNORECASE | re.DOTALL,
)
_DENIES = re.compile(
    r"\b(?:not|no|never|neither|nor|none|nobody|cannot|without|unable|any|struggl\w+|trying"
    r"|still|investigat(?:e|es|ing|ions?)|refus\w+|previous|in charge|look(?:s|ed|ing)? (?:at|into)|prob(?:e|es|ing)"
    r"|seek\w*|identified (?:only|himself|herself)|whether|could|might|(?-i:may)|should|would|if"
    r"|unlikely|prohibit\w*)\b|n ?['’] ?t\b",
    re.IGNORECASE,
)
"""Words of a statement that settles nothing: "police are still trying to establish a motive"."""
_TOPICS = """
cause: cause reason motive
name: name identity identify identification
charge: charge indict
condition: condition
"""
_NAMES_NOBODY = frozenset({"name", "identity"})  # "a dog named Rex" identifies none of the victims
_CHARGE = "charge"  # is open only where somebody is "not charged": "how they plead to the charges" asks something else
_NEVER = re.compile(r"\b(?:never|(?:did|do|does|could|would) not|(?:did|do|does|could|would)n['’]t)\b", re.IGNORECASE)
"""Who "was never charged", or whom an office "did not charge", waits for no charge."""
_ON_PURPOSE = re.compile(
    r"\W*(?:(?:for|over) (?:\w+ )?(?:safety|security|privacy|legal|fear)|because|out of|due to|as a)\b", re.IGNORECASE
)
"""Behind "not identified": a source whose name is kept, and nobody waits for it."""
_WHICH = re.compile(r"\b(?:first|second|third|fourth|fifth|other|last|federal)", re.IGNORECASE)
"""Of several victims or courts, which is asked about: an answer must name the same."""
_HIS, _HER = (re.compile(rf"\b(?:{words})\b", re.IGNORECASE) for words in ("his|him|man|boy", "her|she|woman|girl"))
_OF_ANYBODY = frozenset({"man", "person", "police", "age", "year"})  # two such words identify nobody
_OF_ANYTHING = frozenset({"detail", "information", "word", "further", "immediately"})
_REACH_TERMS = 5  # content words between "not known" and what is not known
_WHOSE_TERMS = 3  # "the cause of the crash was not known": whose cause it is stands as near
_STATED = 0.7  # a choice: both say it outright, and only the pairing can err
_BEFORE_CHARS = 200  # a sentence that begins with "their" is about what the sentence before names
_BACK = re.compile(r"\W*(?:his|her|its|their) (?:names?|identit|condition)", re.IGNORECASE)
_SPOKEN = Decision(ReadingOf.UPDATE, "no answer at first, and one in a note below")
_ANSWERED = Decision(ReadingOf.UPDATE, "not known in one report and told in another")


Order = tuple[int, float, str, str, str, int, str, int]


@cache
def _topics() -> dict[str, str]:
    """Lemma -> the topic that it asks about or settles; the first line wins where several stand in a clause."""
    rows = (line.split(": ") for line in _TOPICS.strip().splitlines())
    return {word: topic for topic, words in rows for word in words.split()}


@cache
def _settling() -> frozenset[str]:
    return frozenset(_topics()) - _NAMES_NOBODY


@cache
def _settling_groups() -> frozenset[str]:
    return frozenset(map(group_of, _settling()))


@dataclass(frozen=True)
class Question:
    """What a statement says is not known: its topic, whose it is, the words of the statement, and the clause."""

    statement: Statement
    topic: str
    whose: frozenset[str]
    terms: frozenset[str]
    clause: Extent


@dataclass(frozen=True)
class Answer:
    """A statement that speaks to a topic, its content words, and which of them settles the topic."""

    statement: Statement
    terms: tuple[Term, ...]
    place: int


def pair_open_questions(
    statements: Sequence[Statement], readings: Mapping[str, Reading], descents: Mapping[str, Descent]
) -> list[Pairing]:
    """For each topic that an article leaves open, the surest answer of another; and who was silent, and spoke later.

    Policy: only causes, names, charges and conditions are looked for, for the words that settle them are few. What is
    known grows, so an answer may be undated or of the same day, but never earlier. What an article denies, or is still
    looking for, answers nothing, and only one question of a topic is shown.
    """
    told = [s for s in statements if s.role not in {Role.CAPTION, Role.HEADLINE}]
    questions = [q for s in told if (q := _question(s, readings)) is not None]
    return [*_told_later(questions, told, readings, descents), *_answered_below(told, readings)]


def _told_later(
    questions: Sequence[Question],
    told: Sequence[Statement],
    readings: Mapping[str, Reading],
    descents: Mapping[str, Descent],
) -> list[Pairing]:
    """The surest answer to each topic that is asked about; where nothing is asked, no answer is looked for."""
    if not questions:
        return []
    weights = TermWeights.among(groups_in(s.span.quote) for s in told)
    answers = _answers_among(told)
    best: dict[str, tuple[Order, Question, Answer]] = {}
    for question in questions:
        for answer in answers.get(question.topic, ()):
            if _may_answer(question, answer.statement, readings, descents) and _is_of_one(question, answer):
                key = _order(_score(question, answer, weights), question.statement, answer.statement, readings)
                if question.topic not in best or key < best[question.topic][0]:
                    best[question.topic] = (key, question, answer)
    return [_pairing(question, answer, readings) for _, (_, question, answer) in sorted(best.items())]


def _answers_among(statements: Sequence[Statement]) -> dict[str, list[Answer]]:
    """The statements that speak to each topic and deny nothing."""
    found: dict[str, list[Answer]] = {}
    for statement in statements:
        words = statement.span.quote
        if _settling_groups().isdisjoint(groups_in(words)):
            continue
        terms = find_terms(words)
        places = {_topics()[t.lemma]: n for n, t in reversed(list(enumerate(terms))) if t.lemma in _settling()}
        if places and not _OPEN.search(words) and not _DENIES.search(words):
            for topic, place in places.items():
                found.setdefault(topic, []).append(Answer(statement, tuple(terms), place))
    return found


def _order(score: float, question: Statement, answer: Statement, readings: Mapping[str, Reading]) -> Order:
    """Dated reports first, then the surest to a tenth, then the earliest."""
    asked, told = (readings[s.span.article].article.published for s in (question, answer))
    days = (str(asked.day) if asked else "", str(told.day) if told else "")
    left, right = question.span, answer.span
    return days.count(""), -round(score, 1), *days, left.article, left.start, right.article, right.start


def _question(statement: Statement, readings: Mapping[str, Reading]) -> Question | None:
    text = readings[statement.span.article].article.text
    cue = _OPEN.search(text, *statement.span.extent)
    if cue is None:
        return None
    clause = clause_at(text, statement, cue.start())
    if _ON_PURPOSE.match(text, cue.end()):
        return None
    terms = find_terms(text, *clause)
    before = [t for t in terms if t.end <= cue.start()][-_REACH_TERMS:]
    after = [t for t in terms if t.start >= cue.start()][: _REACH_TERMS + 1]
    found = {_topics()[t.lemma] for t in (*before, *after) if t.lemma in _topics()}
    if "charge" not in cue[0].lower() or _NEVER.search(text, clause[0], cue.end()):
        found.discard(_CHARGE)
    topic = next((t for t in dict.fromkeys(_topics().values()) if t in found), None)
    if topic is None:
        return None
    start = max(0, clause[0] - _BEFORE_CHARS) if _BACK.match(text, clause[0]) else clause[0]
    around = [t for t in find_terms(text, start, statement.span.end) if _is_content(t.lemma)]
    close = [t for t in before if _is_content(t.lemma)][-_WHOSE_TERMS:]
    close += [t for t in after if _is_content(t.lemma)][:_WHOSE_TERMS]
    near = close if start == clause[0] else around
    whose, words = (frozenset(t.group for t in part) for part in (near, around))
    return Question(statement, topic, whose, words, clause)


def _is_content(lemma: str) -> bool:
    return lemma not in _topics() and lemma not in FRAME and lemma not in _OF_ANYTHING


def _may_answer(
    question: Question, answer: Statement, readings: Mapping[str, Reading], descents: Mapping[str, Descent]
) -> bool:
    left, right = question.statement.span.article, answer.span.article
    return text_of(left, descents) != text_of(right, descents) and not is_earlier(readings[right], readings[left])


def _score(question: Question, answer: Answer, weights: TermWeights) -> float:
    """How much of the question's words the answer takes up."""
    shared = question.terms & frozenset(t.group for t in answer.terms)
    return weights.of(shared) / weights.of(question.terms)


def _is_of_one(question: Question, answer: Answer) -> bool:
    """Whether both speak of the same crash, victim or man; of a name, by the words next to "identified"."""
    people = _people_in(question.statement, question.clause)
    if question.topic == _CHARGE and not people:
        return False
    if people and not people & {word.form for word in find_words(answer.statement.span.quote)}:
        return False
    if _are_of_two(question.statement.span.quote, answer.statement.span.quote):
        return False
    if question.topic != "name":
        return not question.whose.isdisjoint(t.group for t in answer.terms)
    around = answer.terms[max(0, answer.place - _WHOSE_TERMS) : answer.place + 2]
    whose = question.whose - _OF_ANYBODY
    return _names_somebody(answer.statement) and not whose.isdisjoint(t.group for t in around)


def _are_of_two(asked: str, told: str) -> bool:
    """Whether "his name" is asked and a woman is told of, or "the first victim" and another one."""
    if not {w.lower() for w in _WHICH.findall(asked)} <= {w.lower() for w in _WHICH.findall(told)}:
        return True
    pairs = ((_HIS, _HER), (_HER, _HIS))
    return any(
        one.search(asked) and not two.search(asked) and two.search(told) and not one.search(told) for one, two in pairs
    )


def _people_in(statement: Statement, clause: Extent) -> set[str]:
    """The words of the names of people in a clause: what is not known of one is not answered by news of another."""
    names = (
        s.span
        for s in statement.slots
        if isinstance(s.value, Named) and s.value.kind is EntityKind.PERSON and clause[0] <= s.span.start < clause[1]
    )
    return {word.form for span in names for word in find_words(span.quote)}


def _names_somebody(statement: Statement) -> bool:
    return any(isinstance(s.value, Named) and s.value.kind is EntityKind.PERSON for s in statement.slots)


def _pairing(question: Question, answer: Answer, readings: Mapping[str, Reading]) -> Pairing:
    statement = answer.statement
    place = statement.span.start + answer.terms[answer.place].start
    clause = clause_at(readings[statement.span.article].article.text, statement, place)
    left = side_at(question.statement, question.clause, readings, "not known")
    right = side_at(statement, clause, readings, "told")
    return Pairing(slot="other", left=left, right=right, decision=_ANSWERED, score=_STATED)


def _answered_below(statements: Sequence[Statement], readings: Mapping[str, Reading]) -> Iterator[Pairing]:
    """Each silence that a note of the same article ends: "did not respond", "Update: the board sent a statement"."""
    silent: Statement | None = None
    for statement in statements:
        if silent is not None and silent.span.article != statement.span.article:
            silent = None
        if _SILENT.search(statement.span.quote):
            silent = statement
        elif silent is not None and _UPDATED.match(statement.span.quote):
            sides = [
                side_at(s, s.span.extent, readings, v) for s, v in ((silent, "no answer"), (statement, "answered"))
            ]
            yield Pairing(slot="polarity", left=sides[0], right=sides[1], decision=_SPOKEN, score=_STATED)
            silent = None
