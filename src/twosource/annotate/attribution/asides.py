"""Who is cited in an aside, inside the report of another or around it.

    Reuters, citing Interfax, said C                 Reuters says that Interfax says C
    C, Reuters reported, citing Interfax, which quoted the Kremlin
    According to a report in Dawn, which cited the army, C
    C, according to the army, as quoted by Mehr      Mehr says that the army says C
    In remarks carried by Mehr, Araghchi said C

The clause rules read the sentence without its asides, so that no aside breaks a clause; then each gets the content of
the report it belongs to.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from twosource.annotate.attribution.lexicon_reader import load_cues, load_grammar
from twosource.annotate.attribution.protocol import Speech
from twosource.annotate.attribution.speakers import load_speakers
from twosource.annotate.attribution.subject import Subject, noun_phrase_after
from twosource.annotate.attribution.units import Unit
from twosource.model import Extent
from twosource.text.terms import lemma_of

_CITING = frozenset({"citing", "quoting"})
_CITED = frozenset({"cited", "quoted", "cites", "quotes"})
_CARRIED = frozenset({"quoted", "cited", "carried", "published", "reported", "aired", "broadcast", "relayed"})
_RELATIVES = frozenset({"which", "who"})
_COMMAS = frozenset({",", "-", "–", "—"})
_WORDS_OF = frozenset(
    "remarks comments statement statements interview letter post speech message video article words".split()
)


class Aside(NamedTuple):
    """Tokens `first`..`after` left out of the clause, and who is cited in them."""

    first: int
    after: int
    cited: tuple[tuple[Extent, Extent], ...]
    """Cue and source of each one cited, the outermost first."""
    around: bool = False
    """Whether those cited report the speaker ("as quoted by") rather than the speaker them ("citing")."""


def find_asides(unit: Unit) -> list[Aside]:
    """The asides of a unit, left to right, not overlapping."""
    found: list[Aside] = []
    for place, form in enumerate(unit.forms):
        if form in _CITING or form in _CITED or form in _CARRIED:
            aside = _aside_at(unit, place)
            if aside is not None and (not found or found[-1].after <= aside.first):
                found.append(aside)
    return found


def _aside_at(unit: Unit, place: int) -> Aside | None:
    forms = unit.forms
    before = forms[place - 1] if place else ","
    if forms[place] in _CITING and (before in _COMMAS or before in load_cues().reporting):
        return _citing(unit, place, place)
    if forms[place] in _CITED and before in _RELATIVES and place > 1 and forms[place - 2] == ",":
        return _citing(unit, place - 1, place)
    if forms[place] in _CARRIED and forms[place + 1 : place + 2] == ["by"]:
        return _carried(unit, place)
    return None


def _citing(unit: Unit, first: int, cue: int) -> Aside | None:
    """An aside that begins at `first`, with those whom its source cites in turn."""
    named = noun_phrase_after(unit, cue + 1)
    if named is None or "as" in unit.forms[named.first : named.after] or not _is_speaker(unit, named):
        return None
    cited = [(unit.extent(cue, cue + 1), unit.extent(named.first, named.after))]
    after = named.after
    while (inner := _cited_in_turn(unit, after)) is not None:
        cited.append((unit.extent(after + 2, after + 3), unit.extent(inner.first, inner.after)))
        after = inner.after
    return _with_commas(unit, first, after, cited)


def _cited_in_turn(unit: Unit, comma: int) -> Subject | None:
    """Who is named behind ", which cited"."""
    forms = unit.forms[comma : comma + 3]
    if len(forms) < 3 or forms[0] != "," or forms[1] not in _RELATIVES or forms[2] not in _CITED:
        return None
    named = noun_phrase_after(unit, comma + 3)
    return named if named is not None and _is_speaker(unit, named) else None


def _carried(unit: Unit, place: int) -> Aside | None:
    """Who carries the words of another: "as quoted by Mehr", "in remarks carried by Mehr"."""
    named = noun_phrase_after(unit, place + 2)
    before = unit.forms[place - 1] if place else ""
    if named is None or not unit.capital(named.after - 1) or (before != "as" and before not in _WORDS_OF):
        return None
    first = place - 1 if before == "as" else place
    cited = [(unit.extent(first, place + 2), unit.extent(named.first, named.after))]
    return _with_commas(unit, first, named.after, cited, around=True)


def _with_commas(
    unit: Unit, first: int, after: int, cited: Sequence[tuple[Extent, Extent]], *, around: bool = False
) -> Aside:
    """The aside with the commas that only set it off: both before a verb or "that", else the first one."""
    begin = first - 1 if first and unit.forms[first - 1] in _COMMAS else first
    closed = after < len(unit) and unit.forms[after] in _COMMAS
    follower = unit.forms[after + 1] if closed and after + 1 < len(unit) else ""
    goes_on = follower == "that" or follower in load_cues().verbs or follower in load_grammar().auxiliaries
    end = after + 1 if closed and (goes_on or begin == 0) and "according" not in unit.forms[:begin] else after
    return Aside(begin, end, tuple(cited), around)


def _is_speaker(unit: Unit, named: Subject) -> bool:
    """A name or a noun for people or documents, not a thing that is pointed to."""
    speakers, known = load_grammar().cited_speakers, load_speakers()
    forms = {form for word in unit.forms[named.first : named.after] for form in (word, lemma_of(word))}
    return unit.capital(named.after - 1) or bool(forms & (speakers | known.roles | known.people | known.bodies))


def without_asides(unit: Unit, asides: Sequence[Aside]) -> Unit:
    """The unit with the tokens of its asides left out."""
    left_out = {place for aside in asides for place in range(aside.first, aside.after)}
    kept = [place for place in range(len(unit)) if place not in left_out]
    return replace(
        unit,
        forms=[unit.forms[place] for place in kept],
        starts=[unit.starts[place] for place in kept],
        ends=[unit.ends[place] for place in kept],
    )


def join_asides(unit: Unit, asides: Sequence[Aside], speeches: Sequence[Speech]) -> list[Speech] | None:
    """The attributions of a unit with those of its asides; None where an aside belongs to none of them."""
    found = list(speeches)
    for aside in asides:
        owner = _owner(unit, aside, [speech for speech in found if speech.cue and not speech.weak])
        if owner is None:
            return None
        if aside.around:
            found[found.index(owner)] = replace(owner, within=(aside.cited[-1][0],))
        found.extend(_cited_speeches(aside, owner))
    return found


def _cited_speeches(aside: Aside, owner: Speech) -> Iterator[Speech]:
    within = owner.within if aside.around else owner.cue
    for cue, source in aside.cited:
        yield Speech((cue,), owner.content, (source,), within=within)
        within = (cue,)


def _owner(unit: Unit, aside: Aside, speeches: Sequence[Speech]) -> Speech | None:
    """The report an aside belongs to: that of the source right before it, else of the cue before it, else the next."""
    start, before = unit.starts[min(aside.first, len(unit) - 1)], unit.ends[aside.first - 1] if aside.first else 0
    after_source = [speech for speech in speeches if speech.source and speech.source[-1][1] == before]
    if after_source:
        return after_source[0]
    earlier = [speech for speech in speeches if speech.cue[0][0] < start]
    if earlier and aside.first:
        return _outermost(earlier)
    return min(speeches, key=lambda speech: speech.cue[0], default=None)


def _outermost(earlier: Sequence[Speech]) -> Speech:
    """The last report whose cue stands in the content of none of the others."""
    free = [
        speech
        for speech in earlier
        if not any(
            start <= speech.cue[0][0] < end
            for other in earlier
            if other is not speech and not other.within
            for start, end in other.content
        )
    ]
    return max(free or earlier, key=lambda speech: speech.cue[0])
