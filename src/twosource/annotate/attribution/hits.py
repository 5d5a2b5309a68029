"""Reporting verbs in place: which words of a sentence are one, and whose they are."""

from __future__ import annotations

from dataclasses import dataclass, replace

from twosource.annotate.attribution.content import end_of_unit
from twosource.annotate.attribution.lexicon_reader import (
    CLAUSAL,
    Form,
    Frame,
    load_cues,
    load_grammar,
)
from twosource.annotate.attribution.subject import (
    POSSESSIVES,
    Subject,
    find_subject,
    noun_phrase_after,
    verb_group_start,
)
from twosource.annotate.attribution.units import QUOTE, Unit
from twosource.model import Stance

_CARRIERS = frozenset({"and", "but", "or", "then"})
_DETACHED = frozenset({",", "and", "while", "by", "-", "–", "—"})
_BEFORE_INVERTED = frozenset({QUOTE, ",", "-", "–", "—"})
_AFTER_INVERTED = frozenset({",", ".", QUOTE, ";", "–", "—", "-", "(", "who", "when", "as", "after", "in", "on", "at"})
_PLURAL_SUBJECTS = frozenset({"people", "police", "women", "men", "some", "many", "most", "others"})
_OF_OTHERS = frozenset({"believe", "think", "say", "report", "know", "understand", "consider", "allege"})
_TO_BE = (["to", "be"], ["to", "have"])  # behind these one is believed and does not believe: "a man believed to be ..."
_ARTICLE_REACH = 5  # words between an article and its noun
_ADJECTIVE_ENDS = ("ern", "ican", "ish")


@dataclass(frozen=True, slots=True)
class Hit:
    """A reporting verb in place: its group `group`..`after`, its subject, and what it opens."""

    group: int
    verb: int
    after: int
    lemma: str
    form: Form
    frames: frozenset[Frame]
    stance: Stance
    subject: Subject | None = None
    inverted: bool = False
    carried: bool = False
    """Shares the subject of the verb before it: "praised Kyiv and accused Moscow"."""


def find_hits(unit: Unit) -> list[Hit]:
    """The reporting verbs of a unit that have a subject, left to right."""
    openers = load_cues().openers
    hits: list[Hit] = []
    for place in [place for place, form in enumerate(unit.forms) if form in openers]:
        hit = _hit_at(unit, place, hits)
        if hit is not None:
            hits.append(hit)
    return hits


def _hit_at(unit: Unit, place: int, earlier: list[Hit]) -> Hit | None:
    if unit.capital(place) and place > 0 and not unit.titled:
        return None
    bare = _word_at(unit, place)
    if bare is None:
        return None
    hit = _with_subject(unit, bare, earlier)
    return hit if hit is not None and _plausible(unit, hit) else None


def _word_at(unit: Unit, place: int) -> Hit | None:
    """The verb or phrase that begins at a token, without its subject."""
    cues = load_cues()
    form = unit.forms[place]
    verb = cues.verbs.get(form)
    kind = verb.form if verb else cues.forms[form]
    stance = verb.stance if verb else Stance.SAID
    group = verb_group_start(unit, place)
    for phrase in cues.phrases.get(form, ()):
        after = place + 1 + len(phrase.tail)
        if tuple(unit.forms[place + 1 : after]) == phrase.tail:
            own = cues.stances.get(phrase.lemma, stance)
            return Hit(group, place, after, phrase.lemma, kind, frozenset({phrase.frame}), own)
    return Hit(group, place, place + 1, verb.lemma, kind, verb.frames, stance) if verb else None


def _with_subject(unit: Unit, hit: Hit, earlier: list[Hit]) -> Hit | None:
    passive = any(word in load_grammar().passive_auxiliaries for word in unit.forms[hit.group : hit.verb])
    if hit.form is Form.PAST and passive:
        return None
    if hit.form is Form.ING and not passive:
        return _participle(unit, hit, earlier)
    subject = find_subject(unit, hit.group)
    if subject is not None:
        return replace(hit, subject=subject)
    if hit.frames & CLAUSAL and hit.group == hit.verb and hit.group and unit.forms[hit.group - 1] in _BEFORE_INVERTED:
        inverted = _inverted(unit, hit.after)
        if inverted is not None:
            return replace(hit, subject=inverted, inverted=True)
    return _carried(unit, hit, earlier)


def _carried(unit: Unit, hit: Hit, earlier: list[Hit]) -> Hit | None:
    """A verb that goes on with the subject of the one before it."""
    if not earlier or hit.group == 0 or unit.forms[hit.group - 1] not in _CARRIERS:
        return None
    if hit.form is Form.BASE and earlier[-1].form is not Form.BASE:
        return None
    return replace(hit, subject=earlier[-1].subject, carried=True)


def _plausible(unit: Unit, hit: Hit) -> bool:
    """Whether a word that may be a noun ("plans", "reports") stands as a verb here."""
    if hit.inverted or hit.carried:
        return True
    follower = unit.forms[hit.verb + 1] if hit.verb + 1 < len(unit) else "."
    if hit.form is Form.PAST and hit.lemma in _OF_OTHERS and unit.forms[hit.verb + 1 : hit.verb + 3] in _TO_BE:
        return False
    if hit.form is Form.PAST:
        return follower != "by" and not (hit.lemma == "expect" and follower == "to" and _after_plural(unit, hit))
    if hit.form is Form.ING or hit.group != hit.verb:
        return hit.form is not Form.ING or follower != "by"
    return follower not in load_grammar().auxiliaries and follower != "of" and _agrees(unit, hit, follower)


def _agrees(unit: Unit, hit: Hit, follower: str) -> bool:
    """Whether a verb without auxiliary has a subject of its number."""
    grammar = load_grammar()
    subject = unit.forms[hit.group - 1] if hit.group else ""
    if subject in grammar.subject_pronouns or subject in grammar.relatives:
        return True
    if hit.form is Form.BASE:
        return subject.endswith("s") or subject in _PLURAL_SUBJECTS
    return unit.forms[hit.verb] not in grammar.noun_like or _is_singular_subject(unit, hit.group, follower)


def _after_plural(unit: Unit, hit: Hit) -> bool:
    """Whether those before the verb are expected and do not expect: "leaders expected to attend"."""
    before = unit.forms[hit.group - 1] if hit.group else ""
    return hit.group == hit.verb and before.endswith("s") and not unit.capital(hit.group - 1)


def _is_singular_subject(unit: Unit, group: int, follower: str) -> bool:
    """A name, or a noun with its article; not "swing states" or "police reports show"."""
    verb = load_cues().verbs.get(follower)
    if verb is not None and verb.form is not Form.ING and not unit.capital(group + 1):
        return False
    if unit.capital(group - 1):
        named = not unit.forms[group - 1].endswith(_ADJECTIVE_ENDS)
        return group > 1 or (named and follower not in {",", "."})
    return unit.forms[group - 1] == "," or _has_article(unit, group - 1)


def _has_article(unit: Unit, noun: int) -> bool:
    """Whether an article or a possessive stands before a noun, with nothing but words between."""
    for place in range(noun - 1, max(-1, noun - _ARTICLE_REACH - 1), -1):
        form = unit.forms[place]
        if form in POSSESSIVES or form in load_grammar().determiners:
            return True
        if not form[0].isalnum():
            return False
    return False


def _participle(unit: Unit, hit: Hit, earlier: list[Hit]) -> Hit | None:
    """A participle with the subject of the verb before it, or of its sentence: "..., saying that"."""
    before = unit.forms[hit.group - 1] if hit.group else ","
    if before in _DETACHED:
        subject = _main_subject(earlier) or (_opening_subject(unit) if hit.group else _following_subject(unit, hit))
    else:
        subject = None if before in load_grammar().prepositions else find_subject(unit, hit.group)
    return replace(hit, subject=subject) if subject else None


def _main_subject(earlier: list[Hit]) -> Subject | None:
    """The subject of the last verb of saying, which a participle goes on from; of any verb where there is none."""
    finite = [hit for hit in earlier if hit.form is not Form.ING]
    saying = [hit for hit in finite if hit.frames & CLAUSAL or Frame.TOLD in hit.frames]
    chosen = saying or finite or earlier
    return chosen[-1].subject if chosen else None


def _following_subject(unit: Unit, hit: Hit) -> Subject | None:
    """The phrase behind the comma of a participle that opens its sentence: "Citing costs, the mayor resigned"."""
    comma = unit.find(",", hit.after)
    return _opening_subject(unit, comma + 1) if comma is not None else None


def _opening_subject(unit: Unit, start: int = 0) -> Subject | None:
    """The phrase a sentence or its main clause opens with, up to its verb."""
    found = noun_phrase_after(unit, start)
    if found is None:
        return None
    for place in range(found.first + 1, found.after):
        form = unit.forms[place]
        if form.endswith("ed") or form in load_cues().verbs or form in load_grammar().plain_verbs:
            return Subject(found.first, place)
    return Subject(found.first, min(found.after, found.first + 4))


def _inverted(unit: Unit, after: int) -> Subject | None:
    """The subject behind its verb: "..., said Peskov, a spokesman"."""
    grammar = load_grammar()
    subject = noun_phrase_after(unit, after)
    if subject is None or unit.forms[subject.first] in grammar.prepositions:
        return None
    end, last = subject.after, end_of_unit(unit)
    pronoun = unit.forms[subject.first] in grammar.subject_pronouns
    if end >= last:
        return subject
    if unit.forms[end] == "," and not pronoun:
        return _with_apposition(unit, subject)
    closed = unit.forms[end] in _AFTER_INVERTED or unit.forms[end] in grammar.time_words
    return subject if closed and not pronoun else None


def _with_apposition(unit: Unit, subject: Subject) -> Subject:
    """The subject with what is said of it up to another comma or the end: "said Orlov, a spokesman"."""
    start = subject.after + 1
    phrase = noun_phrase_after(unit, start)
    opens = start < len(unit) and (unit.forms[start] in load_grammar().determiners or unit.capital(start))
    if phrase is None or not opens:
        return subject
    closed = phrase.after >= end_of_unit(unit) or unit.forms[phrase.after] in {",", "."}
    return Subject(subject.first, phrase.after) if closed else subject
