"""The clause patterns: one unit in, the attributions in it out.

S V (that) C          "The Kremlin said Xi was visiting"
C, S V                "..., the Kremlin confirmed"        also inverted: "..., said Peskov"
C1, S V, C2           "The two, he added, will meet"
S V Q / Q, S V        with a quotation for C
according to S, C     "C, according to S"
it was V-ed (that) C  no source
X is V-ed to C        no source
S's N that C          "Kyiv's claim that ..."
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from twosource.annotate.attribution.content import (
    end_of_clause,
    end_of_object,
    end_of_unit,
    extent_of,
    is_light,
    skip_adverbials,
)
from twosource.annotate.attribution.lexicon_reader import Form, Frame, Verb, load_cues, load_grammar
from twosource.annotate.attribution.protocol import Speech
from twosource.annotate.attribution.subject import Subject, find_subject, noun_phrase_after, verb_group_start
from twosource.annotate.attribution.units import QUOTE, Unit
from twosource.model import Extent, Stance

_CLAUSAL = frozenset({Frame.CLAUSE, Frame.CLAUSE_OR_OBJECT, Frame.QUOTATION, Frame.THAT})
_OPENED = frozenset({Frame.CLAUSE, Frame.CLAUSE_OR_OBJECT, Frame.THAT})
_JOINING = frozenset({"and", "but", "while", "though", "although", "or", "as"})
_MIN_CLAUSE_TOKENS = 3


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
    subject: Subject | None
    inverted: bool = False
    carried: bool = False
    """Shares the subject of the verb before it: "praised Kyiv and accused Moscow"."""


def find_hits(unit: Unit) -> list[Hit]:
    """The reporting verbs of a unit that have a subject, left to right."""
    hits: list[Hit] = []
    for place in range(len(unit)):
        hit = _hit_at(unit, place, hits)
        if hit is not None:
            hits.append(hit)
    return hits


def _hit_at(unit: Unit, place: int, earlier: list[Hit]) -> Hit | None:
    cues = load_cues()
    form = unit.forms[place]
    verb = cues.verbs.get(form)
    if (verb is None and form not in cues.phrases) or (unit.capital(place) and place > 0 and unit.raw(place) != "Said"):
        return None
    after, frames, lemma = place + 1, verb.frames if verb else frozenset(), verb.lemma if verb else form
    for phrase in cues.phrases.get(form, ()):
        if tuple(unit.forms[place + 1 : place + 1 + len(phrase.tail)]) == phrase.tail:
            after, frames, lemma = place + 1 + len(phrase.tail), frozenset({phrase.frame}), phrase.lemma
            break
    if not frames:
        return None
    kind = verb.form if verb else _form_of(form)
    return _with_subject(unit, (place, after), (lemma, kind, frames, verb.stance if verb else Stance.SAID), earlier)


def _form_of(form: str) -> Form:
    return (
        Form.ING
        if form.endswith("ing")
        else Form.PAST
        if form.endswith("ed") or form in {"spoke", "wrote"}
        else Form.BASE
    )


def _with_subject(
    unit: Unit, at: tuple[int, int], kind: tuple[str, Form, frozenset[Frame], Stance], earlier: list[Hit]
) -> Hit | None:
    place, after = at
    lemma, form, frames, stance = kind
    grammar = load_grammar()
    group = verb_group_start(unit, place)
    before = unit.forms[group:place]
    if form is Form.PAST and any(word in grammar.passive_auxiliaries for word in before):
        return None
    if form is Form.ING and not any(word in grammar.passive_auxiliaries for word in before):
        return _participle(unit, Hit(group, place, after, lemma, form, frames, stance, None), earlier)
    subject = find_subject(unit, group)
    inverted = carried = False
    if subject is None and frames & _CLAUSAL and group == place and _can_invert(unit, place):
        subject, inverted = _inverted(unit, after), True
    if subject is None and group > 0 and unit.forms[group - 1] in {"and", "but", "or", "then"} and earlier:
        subject, carried = earlier[-1].subject, True
        if form in {Form.BASE} and earlier[-1].form is not form:
            return None
    if subject is None or not _plausible(unit, group, place, form):
        return None
    return Hit(group, place, after, lemma, form, frames, stance, subject, inverted, carried)


def _plausible(unit: Unit, group: int, place: int, form: Form) -> bool:
    """Whether a word that may be a noun ("plans", "reports") stands as a verb here."""
    follower = unit.forms[place + 1] if place + 1 < len(unit) else "."
    if form is Form.PAST:
        return follower != "by"
    if form is Form.ING or group != place:
        return True
    grammar = load_grammar()
    subject = unit.forms[group - 1] if group else ""
    pronoun = subject in grammar.subject_pronouns or subject in grammar.relatives
    if follower in grammar.auxiliaries or follower == "of":
        return False
    if form is Form.BASE:
        return (
            pronoun
            or subject.endswith("s")
            or subject in {"people", "police", "women", "men", "some", "many", "most", "others"}
        )
    return pronoun or _singular_subject(unit, group, follower)


def _singular_subject(unit: Unit, group: int, follower: str) -> bool:
    """A name, or a noun with its article; not "swing states" or "police reports show"."""
    grammar = load_grammar()
    if (
        follower in load_cues().verbs
        and load_cues().verbs[follower].form is not Form.ING
        and not unit.capital(group + 1)
    ):
        return False
    if unit.capital(group - 1):
        return not unit.forms[group - 1].endswith(("ern", "ican", "ish")) and follower not in {",", "."} or group > 1
    first = group - 1
    while first > 0 and first > group - 6 and unit.forms[first - 1][0].isalnum():
        if unit.forms[first - 1] in grammar.determiners:
            return True
        first -= 1
    return False


def _participle(unit: Unit, hit: Hit, earlier: list[Hit]) -> Hit | None:
    """ "..., saying that": the subject of the verb before it, or the phrase the sentence opens with."""
    if hit.group > 0 and unit.forms[hit.group - 1] not in {",", "and", "while", "by", "-", "–", "—"}:
        subject = (
            find_subject(unit, hit.group) if unit.forms[hit.group - 1] not in load_grammar().prepositions else None
        )
    else:
        subject = earlier[-1].subject if earlier else _opening_subject(unit)
    if subject is None:
        return None
    return Hit(hit.group, hit.verb, hit.after, hit.lemma, hit.form, hit.frames, hit.stance, subject)


def _opening_subject(unit: Unit) -> Subject | None:
    found = noun_phrase_after(unit, 0)
    if found is None:
        return None
    cues = load_cues()
    for place in range(found.first + 1, found.after):
        if unit.forms[place].endswith("ed") or unit.forms[place] in cues.verbs:
            return Subject(found.first, place)
    return Subject(found.first, min(found.after, found.first + 4))


def _can_invert(unit: Unit, place: int) -> bool:
    return place > 0 and unit.forms[place - 1] in {QUOTE, ",", "-", "–", "—"}


def _inverted(unit: Unit, after: int) -> Subject | None:
    """The subject behind its verb: "..., said Peskov, a spokesman"."""
    subject = noun_phrase_after(unit, after)
    if subject is None or unit.forms[subject.first] in load_grammar().prepositions:
        return None
    end = subject.after
    if (
        end < end_of_unit(unit)
        and unit.forms[end] not in {",", ".", QUOTE, ";", "–", "—", "-", "(", "who"}
        and (unit.forms[end] not in load_grammar().time_words)
    ):
        return None
    return (
        subject
        if unit.forms[subject.first] not in load_grammar().subject_pronouns or end >= end_of_unit(unit)
        else None
    )


def apply_rules(unit: Unit) -> list[Speech]:
    """Every attribution of one unit; what somebody only does or wants is left out inside another's speech."""
    hits = find_hits(unit)
    stops = _stops(unit, hits)
    found = [speech for hit in hits if (speech := _speech_of(unit, hit, hits, stops)) is not None]
    found.extend(_according(unit, stops))
    found.extend(_passives(unit, stops))
    found.extend(_nouns(unit, stops))
    found.extend(_colons(unit, hits))
    strong = [speech.content for speech in found if not speech.weak]
    return [speech for speech in found if not speech.weak or not any(_inside(speech, content) for content in strong)]


def _inside(speech: Speech, content: tuple[Extent, ...]) -> bool:
    cue = speech.cue[0]
    return any(start <= cue[0] and cue[1] <= end for start, end in content)


def _stops(unit: Unit, hits: list[Hit]) -> frozenset[int]:
    """Tokens at which another speaker's clause begins, so that content before it ends there."""
    found = {stop for hit in hits if not hit.carried and (stop := _stop_before(unit, _clause_begin(hit))) is not None}
    for place in range(1, len(unit) - 1):
        if unit.forms[place] == "according" and unit.forms[place + 1] == "to":
            found.add(place - 1 if unit.forms[place - 1] == "," else place)
    return frozenset(found)


def _clause_begin(hit: Hit) -> int:
    if hit.form is Form.ING or hit.inverted or hit.subject is None:
        return hit.group
    return min(hit.group, hit.subject.first)


def _stop_before(unit: Unit, begin: int) -> int | None:
    """The comma or conjunction that sets a clause off from what is before it."""
    if begin < 1:
        return None
    before = unit.forms[begin - 1]
    if before in {",", ";", "-", "–", "—"}:
        return begin - 1
    if before in _JOINING and begin >= 2:
        return begin - 2 if unit.forms[begin - 2] == "," else begin - 1
    return None


def _own_stops(unit: Unit, hit: Hit, hits: list[Hit], stops: frozenset[int]) -> frozenset[int]:
    """The stops behind a verb, with those of verbs that share its subject."""
    own = {
        stop
        for other in hits
        if other.carried and other.subject == hit.subject and (stop := _stop_before(unit, other.group)) is not None
    }
    return frozenset(stop for stop in stops | own if stop > hit.after)


def _speech_of(unit: Unit, hit: Hit, hits: list[Hit], stops: frozenset[int]) -> Speech | None:
    content, weak = _content_of(unit, hit, _own_stops(unit, hit, hits, stops))
    parts = tuple(part for part in content if part is not None)
    if not parts or hit.subject is None:
        return None
    source = (unit.extent(hit.subject.first, hit.subject.after),)
    return Speech((unit.extent(hit.group, hit.after),), parts, source, hit.stance, hit.lemma, weak)


def _content_of(unit: Unit, hit: Hit, stops: frozenset[int]) -> tuple[list[Extent | None], bool]:
    """The content of a verb, and whether it is a thing or an act rather than words."""
    if hit.frames & _CLAUSAL:
        behind = _behind(unit, hit, stops)
        if behind:
            return behind, False
    if Frame.TOLD in hit.frames or (Frame.ASKED in hit.frames and not hit.frames & _CLAUSAL):
        told = _told(unit, hit, stops)
        if told:
            return told, False
    return _ahead(unit, hit, stops)


def _behind(unit: Unit, hit: Hit, stops: frozenset[int]) -> list[Extent | None]:
    """Content that stands before its verb, whole or broken around it."""
    if hit.subject is None or hit.form is Form.ING:
        return []
    left = min(hit.group, hit.subject.first)
    right = hit.subject.after if hit.inverted else hit.after
    if left < 2 and not (left == 1 and unit.quoted(0)):
        return []
    comma = unit.forms[left - 1] in {",", "-", "–", "—"}
    if not comma and not unit.quoted(left - 1):
        return []
    end = left - 1 if comma else left
    start = _clause_start(unit, end)
    if hit.inverted or is_light(unit, right):
        if _introduces(unit, start, end) and not {QUOTE, ","} & set(unit.forms[start:end]):
            return []
        return [extent_of(unit, start, end), *_quote_after(unit, right)] if end - start >= 1 else []
    if QUOTE in unit.forms[start:end] and _carries(unit, start, end):
        return [extent_of(unit, start, end), *_rest_after(unit, right)]
    if unit.forms[right] == "," and right + 2 < end_of_unit(unit) and not _introduces(unit, start, end):
        return [extent_of(unit, start, end), extent_of(unit, right + 1, end_of_clause(unit, right + 1, stops))]
    return []


def _carries(unit: Unit, start: int, end: int) -> bool:
    """Whether the quotation before the verb is speech rather than a name or a scare quote."""
    return any(unit.quoted(at) and unit.ends[at] - unit.starts[at] > 20 for at in range(start, end))


def _introduces(unit: Unit, start: int, end: int) -> bool:
    grammar = load_grammar()
    first = unit.forms[start]
    return (
        end - start < _MIN_CLAUSE_TOKENS
        or first in grammar.prepositions
        or first in grammar.subordinators
        or first in grammar.adverbs
        or first in grammar.time_words
        or first in {"asked", "speaking"}
        or first.endswith(("ing", "ly"))
    )


def _quote_after(unit: Unit, right: int) -> list[Extent | None]:
    places = [at for at in range(right, len(unit)) if unit.quoted(at)]
    return [extent_of(unit, places[0], places[-1] + 1)] if places else []


def _rest_after(unit: Unit, right: int) -> list[Extent | None]:
    return _quote_after(unit, right)


def _clause_start(unit: Unit, end: int) -> int:
    start = 0
    for place in range(end - 1, 0, -1):
        if unit.forms[place] == ";":
            return place + 1
    return start


def _told(unit: Unit, hit: Hit, stops: frozenset[int]) -> list[Extent | None]:
    """ "told reporters on Monday (that) C": past the person told."""
    end = end_of_unit(unit)
    behind = _behind_told(unit, hit)
    if behind:
        return behind
    start = _past_addressee(unit, hit.after, end)
    if start is None or start >= end:
        return []
    return [extent_of(unit, start, end_of_clause(unit, start, stops))]


def _behind_told(unit: Unit, hit: Hit) -> list[Extent | None]:
    if hit.subject is None:
        return []
    left = min(hit.group, hit.subject.first)
    if left >= 1 and (
        unit.quoted(left - 1) or (unit.forms[left - 1] == "," and left > 3 and not _introduces(unit, 0, left - 1))
    ):
        end = left if unit.quoted(left - 1) else left - 1
        return [extent_of(unit, _clause_start(unit, end), end), *_quote_after(unit, hit.after)]
    return []


def _past_addressee(unit: Unit, start: int, end: int) -> int | None:
    grammar = load_grammar()
    if start >= end:
        return None
    place = start
    if unit.forms[place] in grammar.object_pronouns:
        return skip_adverbials(unit, place + 1)
    if unit.forms[place] in grammar.determiners:
        place += 1
    words = 0
    while place < end:
        form = unit.forms[place]
        if form in {"that", QUOTE, "how", "why", "what", "whether", "to", "if"}:
            return place
        if form in {",", ":"}:
            return place + 1 if form == ":" or (place + 1 < end and unit.quoted(place + 1)) else None
        if words and form in grammar.prepositions | grammar.time_words and form not in {"of"}:
            return skip_adverbials(unit, place)
        if words and (form in grammar.subject_pronouns or form in grammar.determiners):
            return place
        if words and unit.capital(place) != unit.capital(place - 1):
            return place
        words += 1
        place += 1
    return None


def _ahead(unit: Unit, hit: Hit, stops: frozenset[int]) -> tuple[list[Extent | None], bool]:
    """Content that follows its verb."""
    end = end_of_unit(unit)
    first = hit.subject.after if hit.inverted and hit.subject else hit.after
    if first >= end:
        return [], False
    if hit.frames & _CLAUSAL:
        start = skip_adverbials(unit, first)
        if start < end and _opens_content(unit, start, hit):
            return [extent_of(unit, start, end_of_clause(unit, start, stops))], Frame.THAT in hit.frames
    if unit.forms[first] == "to" and Frame.INFINITIVE in hit.frames:
        return [extent_of(unit, first, end_of_object(unit, first, stops))], True
    if Frame.OBJECT_TO in hit.frames and "to" in unit.forms[first : first + 12]:
        return [extent_of(unit, first, end_of_clause(unit, first, stops))], False
    if (
        hit.frames & {Frame.OBJECT, Frame.CLAUSE_OR_OBJECT}
        and _opens_object(unit, first)
        and not _only_names(unit, hit)
    ):
        return [extent_of(unit, first, end_of_object(unit, first, stops))], True
    return [], False


def _only_names(unit: Unit, hit: Hit) -> bool:
    """ "a group called Black Rose": a name is given, nobody is called anything."""
    if hit.lemma not in {"call", "dub", "brand", "label", "term"} or unit.capital(hit.verb - 1):
        return False
    at = hit.after
    while at < len(unit) and (unit.capital(at) or unit.quoted(at)):
        at += 1
    return at > hit.after and (
        at >= len(unit)
        or not unit.forms[at][0].isalpha()
        or unit.forms[at] in load_grammar().prepositions | load_grammar().relatives
    )


def _opens_content(unit: Unit, start: int, hit: Hit) -> bool:
    form = unit.forms[start]
    if form == QUOTE:
        return True
    if not hit.frames & _OPENED:
        return False
    if form == "that":
        return True
    if Frame.CLAUSE not in hit.frames:
        return form in load_grammar().subject_pronouns or form in {
            "how",
            "why",
            "what",
            "whether",
            "if",
            "when",
            "who",
            "where",
        }
    return end_of_unit(unit) - start >= _MIN_CLAUSE_TOKENS and form not in {",", "and", "but", "or", ")"}


def _opens_object(unit: Unit, start: int) -> bool:
    grammar = load_grammar()
    form = unit.forms[start]
    if form in grammar.determiners or form in grammar.object_pronouns or unit.capital(start) or form == QUOTE:
        return True
    return not (
        form in grammar.prepositions
        or form in grammar.conjunctions
        or form in grammar.subordinators
        or form in grammar.auxiliaries
        or not form[0].isalnum()
    )


def _according(unit: Unit, stops: frozenset[int]) -> Iterator[Speech]:
    for place in range(len(unit) - 2):
        if unit.forms[place] == "according" and unit.forms[place + 1] == "to":
            source = noun_phrase_after(unit, place + 2)
            if source is not None:
                yield from _according_at(unit, place, source, stops)


def _according_at(unit: Unit, place: int, source: Subject, stops: frozenset[int]) -> Iterator[Speech]:
    end = end_of_unit(unit)
    before = place - 1 if place and unit.forms[place - 1] == "," else place
    if before >= _MIN_CLAUSE_TOKENS or (before and unit.quoted(before - 1)):
        content = (extent_of(unit, _clause_start(unit, before), before),)
    else:
        comma = next((at for at in range(source.after, end) if unit.forms[at] == ","), None)
        if comma is None or comma + 1 >= end:
            return
        content = (
            extent_of(unit, comma + 1, end_of_clause(unit, comma + 1, frozenset(s for s in stops if s > comma + 1))),
        )
    parts = tuple(part for part in content if part is not None)
    if parts:
        yield Speech(
            (unit.extent(place, place + 2),), parts, (unit.extent(source.first, source.after),), rule="according_to"
        )


def _passives(unit: Unit, stops: frozenset[int]) -> Iterator[Speech]:
    cues, grammar = load_cues(), load_grammar()
    for place in range(1, len(unit)):
        form = unit.forms[place]
        if form not in cues.passive_it and form not in cues.passive_to:
            continue
        group = verb_group_start(unit, place)
        if group < 1 or not any(word in grammar.passive_auxiliaries for word in unit.forms[group:place]):
            continue
        speech = _passive_at(unit, group, place, stops)
        if speech is not None:
            yield speech


def _passive_at(unit: Unit, group: int, place: int, stops: frozenset[int]) -> Speech | None:
    cues = load_cues()
    form, follower = unit.forms[place], unit.forms[place + 1] if place + 1 < len(unit) else "."
    cue = (unit.extent(group, place + 1),)
    later = frozenset(stop for stop in stops if stop > place + 1)
    if unit.forms[group - 1] == "it" and form in cues.passive_it:
        if group >= 4 and unit.forms[group - 2] == "," and is_light(unit, place + 1):
            part = extent_of(unit, _clause_start(unit, group - 2), group - 2)
            return Speech(cue, (part,), rule="passive_it") if part else None
        start = skip_adverbials(unit, place + 1)
        part = extent_of(unit, start, end_of_clause(unit, start, later))
        return Speech(cue, (part,), rule="passive_it") if part else None
    if form in cues.passive_to and follower == "to":
        subject = find_subject(unit, group)
        if subject is None:
            return None
        what, rest = (
            unit.extent(subject.first, subject.after),
            extent_of(unit, place + 1, end_of_object(unit, place + 1, later)),
        )
        return Speech(cue, tuple(p for p in (what, rest) if p), stance=Stance.BELIEVED, rule="passive_to", weak=True)
    return None


def _nouns(unit: Unit, stops: frozenset[int]) -> Iterator[Speech]:
    cues, grammar = load_cues(), load_grammar()
    for place in range(len(unit) - 2):
        if unit.forms[place] not in cues.nouns or unit.forms[place + 1] != "that":
            continue
        if unit.forms[place + 2] in grammar.auxiliaries or _is_bare_verb(unit, place + 2):
            continue
        start = place + 1
        later = frozenset(stop for stop in stops if stop > start)
        part = extent_of(unit, start, end_of_object(unit, start, later))
        owner: tuple[Extent, ...] = ()
        first = place
        while first > 0 and place - first < 4 and unit.forms[first - 1] not in {"'s", "'"} | grammar.determiners:
            first -= 1
        if first > 1 and unit.forms[first - 1] in {"'s", "'"}:
            from twosource.annotate.attribution.subject import noun_phrase_before

            holder = noun_phrase_before(unit, first - 1)
            owner = (unit.extent(holder.first, holder.after),) if holder else ()
        elif first > 0 and unit.forms[first - 1] in {"his", "her", "their", "its", "my", "our"}:
            owner = (unit.extent(first - 1, first),)
        if part:
            yield Speech((unit.extent(place, place + 1),), (part,), owner, rule="noun_that", weak=not owner)


def _is_bare_verb(unit: Unit, place: int) -> bool:
    """Whether a relative clause follows: "reports that question his past"."""
    verb = load_cues().verbs.get(unit.forms[place])
    return verb is not None and verb.form in {Form.BASE, Form.PAST} and not unit.capital(place)


def _colons(unit: Unit, hits: list[Hit]) -> Iterator[Speech]:
    """ "Peskov: ..." with a quotation, or in a headline."""
    if ":" not in unit.forms[:9]:
        return
    colon = unit.forms.index(":")
    if colon == 0 or any(hit.after <= colon for hit in hits) or colon + 1 >= len(unit):
        return
    source = noun_phrase_after(unit, 0)
    if source is None or source.after != colon or unit.forms[0] in load_grammar().not_speakers:
        return
    if not unit.quoted(colon + 1) and not (unit.paragraph == 0 and all(unit.capital(at) for at in range(colon))):
        return
    part = extent_of(unit, colon + 1, end_of_unit(unit))
    if part:
        yield Speech((unit.extent(colon, colon + 1),), (part,), (unit.extent(0, colon),), rule="colon")
