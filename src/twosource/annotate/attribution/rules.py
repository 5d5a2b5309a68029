"""All the clause patterns on one sentence: verbs with their subjects first, then what has no verb of its own."""

from __future__ import annotations

from dataclasses import replace

from twosource.annotate.attribution.asides import find_asides, join_asides, without_asides
from twosource.annotate.attribution.clauses import find_content
from twosource.annotate.attribution.hits import Hit, find_hits
from twosource.annotate.attribution.lexicon_reader import Form
from twosource.annotate.attribution.protocol import Speech
from twosource.annotate.attribution.quoted import find_quoted
from twosource.annotate.attribution.units import Unit
from twosource.annotate.attribution.unsourced import find_according, find_asked, find_colons, find_nouns, find_passives
from twosource.model import Extent, Stance

_SETTING_OFF = frozenset({",", ";", "-", "–", "—"})
_JOINING = frozenset({"and", "but", "while", "though", "although", "or", "as"})
_SUBORDINATING = frozenset({"while", "although", "though", "when", "after", "since", "because", "if", "as"})
_SPOKEN = frozenset({Stance.ACCUSED, Stance.DENIED})  # an accusation is made in words, though a noun follows it
_THIRD_PERSONS = frozenset({"he", "she", "it", "they"})
_ACTS_OF_SPEECH = frozenset({Stance.PROMISED, Stance.ASKED, Stance.CONFIRMED})
_PLANNING = ("plan", "intend", "offer", "want")


def apply_rules(unit: Unit) -> list[Speech]:
    """Every attribution of one unit; what somebody only does or wants is left out inside another's speech."""
    asides = find_asides(unit)
    rest = without_asides(unit, asides)
    if asides and len(rest):
        joined = join_asides(unit, asides, _read_clauses(rest))
        if joined is not None:
            return joined
    return _read_clauses(unit)


def _read_clauses(unit: Unit) -> list[Speech]:
    hits = find_hits(unit)
    stops = _stops(unit, hits)
    found = _speeches(unit, hits, stops)
    found.extend(find_quoted(unit, stops))
    found.extend(find_according(unit, stops))
    found.extend(find_passives(unit, stops))
    found.extend(find_nouns(unit, stops))
    found.extend(find_colons(unit, hits))
    found.extend(find_asked(unit))
    found = list({speech.cue: speech for speech in reversed(found)}.values())[::-1]
    strong = [speech.content for speech in found if not speech.weak]
    found = [replace(speech, weak=False) if _is_named_act(unit, speech) else speech for speech in found]
    return [
        speech
        for speech in found
        if not (speech.weak or _is_own_belief(unit, speech)) or not any(_inside(speech, content) for content in strong)
    ]


def _is_own_belief(unit: Unit, speech: Speech) -> bool:
    """Whether a pronoun believes, hopes or fears: inside a speech that is the speaker himself, in his own words."""
    words = {unit.text[start:end].lower() for start, end in speech.source}
    return speech.stance is Stance.BELIEVED and words <= _THIRD_PERSONS


def _is_named_act(unit: Unit, speech: Speech) -> bool:
    """Whether somebody named promises, asks or agrees: his own words even inside another's speech. A plan is none."""
    if not speech.weak or speech.stance not in _ACTS_OF_SPEECH or not speech.source:
        return False
    named = unit.text[: speech.source[-1][1]].split()[-1][:1].isupper()
    return named and not unit.text[slice(*speech.cue[-1])].startswith(_PLANNING)


def _inside(speech: Speech, content: tuple[Extent, ...]) -> bool:
    cue = speech.cue[0]
    return any(start <= cue[0] and cue[1] <= end for start, end in content)


def _speeches(unit: Unit, hits: list[Hit], stops: frozenset[int]) -> list[Speech]:
    read = (_speech_of(unit, hit, _own_stops(unit, hit, hits, stops)) for hit in hits)
    return [speech for speech in read if speech is not None]


def _speech_of(unit: Unit, hit: Hit, stops: frozenset[int]) -> Speech | None:
    content = find_content(unit, hit, stops)
    if not content.parts or hit.subject is None:
        return None
    source = (unit.extent(hit.subject.first, hit.subject.after),)
    cue = (unit.extent(hit.group, hit.after),)
    weak = content.weak and hit.stance not in _SPOKEN
    return Speech(cue, content.parts, source, hit.stance, weak)


def _stops(unit: Unit, hits: list[Hit]) -> frozenset[int]:
    """Tokens at which another speaker's clause begins, so that content before it ends there."""
    found = {
        stop
        for hit in hits
        if not hit.carried
        and not _backshifted(unit, hit)
        and (stop := _stop_before(unit, _clause_begin(hit))) is not None
    }
    for place in [place for place, form in enumerate(unit.forms[:-1]) if form == "according" and place]:
        if unit.forms[place + 1] == "to":
            found.add(place - 1 if unit.forms[place - 1] == "," else place)
    return frozenset(found)


def _backshifted(unit: Unit, hit: Hit) -> bool:
    """Whether a clause goes on with what somebody said before: "the leaders would discuss"."""
    return any(form in {"would", "will", "could", "should", "had"} for form in unit.forms[hit.group : hit.verb])


def _clause_begin(hit: Hit) -> int:
    if hit.form is Form.ING or hit.inverted or hit.subject is None:
        return hit.group
    return min(hit.group, hit.subject.first)


def _stop_before(unit: Unit, begin: int) -> int | None:
    """The comma or conjunction that sets a clause off from what is before it."""
    if begin < 1:
        return None
    before = unit.forms[begin - 1]
    if before in _SETTING_OFF:
        return begin - 1
    if before in _JOINING and begin >= 2:
        return begin - 2 if unit.forms[begin - 2] == "," else begin - 1
    return None


def _own_stops(unit: Unit, hit: Hit, hits: list[Hit], stops: frozenset[int]) -> frozenset[int]:
    """The stops of a unit, with those of verbs that share the subject of this one."""
    shared = [other for other in hits if other.carried and other.subject == hit.subject]
    own = {stop for other in shared if (stop := _stop_before(unit, other.group)) is not None}
    return stops | own | _main_clause(unit, hit)


def _main_clause(unit: Unit, hit: Hit) -> set[int]:
    """The comma behind which the main clause follows: "While the mayor said C, the council disagreed"."""
    if hit.subject is None or hit.subject.first != 1 or unit.forms[0] not in _SUBORDINATING:
        return set()
    comma = unit.find(",", hit.after)
    return set() if comma is None else {comma}


def shifted(speech: Speech, by: int) -> Speech:
    """The same attribution `by` characters further on."""
    return replace(
        speech,
        cue=_moved(speech.cue, by),
        content=_moved(speech.content, by),
        source=_moved(speech.source, by),
        within=_moved(speech.within, by),
    )


def _moved(extents: tuple[Extent, ...], by: int) -> tuple[Extent, ...]:
    return tuple((start + by, end + by) for start, end in extents)
