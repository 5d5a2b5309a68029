"""Names that the news model cut, made one: "Board of Housing and Urban Renewal", "Washington, D.C.", "Reed, Inc."."""

from __future__ import annotations

from collections.abc import Sequence

from twosource.annotate.entities.gazetteer import load_gazetteer, load_words
from twosource.annotate.entities.protocol import Name
from twosource.annotate.entities.tokens import POSSESSIVES, Tokens
from twosource.model import EntityKind

_CAPITAL = {"Washington": frozenset({"D.C.", "DC", "D.C"})}
_FIRMS = frozenset("Inc Inc. Ltd Ltd. LTD LTD. LLC L.L.C. LLP Corp Corp. PLC Plc plc GmbH S.A. N.V.".split())
_UNITING = frozenset("society commission alliance council federation union association party league church".split())
_OFFICE = 2  # words behind a holder: "'s Office"
_OFFICES = frozenset({"office", "department", "bureau"})
_HOLDERS = frozenset("coroner examiner attorneys general defender clerk auditor treasurer marshal constable".split())
_PARTICLES = frozenset(
    "de du des del della delle dei di da dos das der den dem von van zu für und et pour y la le".split()
)
_MOST_PARTICLES = 2
_KINDS_OF_PARTY = frozenset("social democratic liberal conservative national christian labour labor agrarian".split())


def joined(tokens: Tokens, names: Sequence[Name]) -> list[Name]:
    """The names in order, those one that "and", a comma or a word of another language joins, with the kind of a firm.

    Policy: bodies are one where the first tells its field, its bent or its lands ("of Housing and ...", "Social
    Democratic and ... Party", "Society of England and Wales") and the second tells only more of it; two that may stand
    alone stay two. What "du" or "für" joins is one name, whose end the model may have missed.
    """
    found: list[Name] = []
    for name in (_whole(tokens, name) for name in names):
        if found and name.first < found[-1].after:
            found[-1] = found[-1]._replace(after=max(found[-1].after, name.after))
        elif found and (_is_one_body(tokens, found[-1], name) or _is_of_lands(tokens, found[-1], name)):
            found[-1] = found[-1]._replace(after=name.after)
        elif found and _is_capital(tokens, found[-1], name):
            found[-1] = found[-1]._replace(after=name.after, canonical=tokens.forms[found[-1].first])
        else:
            found.append(name)
    return found


def _whole(tokens: Tokens, name: Name) -> Name:
    """A name with what a foreign particle joins to it, a body with the kind of firm it is, a holder with his office."""
    office = _behind_office(tokens, name)
    if office > name.after:
        words = tokens.text[tokens.starts[name.first] : tokens.starts[office - 1]].replace("’", "'")
        called = words + tokens.forms[office - 1].capitalize()
        return name._replace(after=office, kind=EntityKind.ORGANISATION, canonical=called)
    after = _behind_particles(tokens, name.after)
    if name.kind is EntityKind.ORGANISATION and after < len(tokens.forms):
        comma = tokens.forms[after] == "," and after + 1 < len(tokens.forms)
        after = after + comma + 1 if tokens.forms[after + comma] in _FIRMS else after
    return name._replace(after=after)


def _behind_office(tokens: Tokens, name: Name) -> int:
    """Where a name ends that goes on as the office of its holder: "Orrin County Sheriff's Office", not "Roe's office".

    The holder is told by what he is; the name may end before or behind that.
    """
    forms = tokens.forms
    holder = next((at for at in range(name.after - 1, name.after + 2) if _holds_office(tokens, at)), None)
    if name.kind is EntityKind.PERSON or holder is None or holder + _OFFICE >= len(forms) or holder == name.first:
        return name.after
    return holder + _OFFICE + 1


def _holds_office(tokens: Tokens, at: int) -> bool:
    """Whether a role stands here that has an office: "Sheriff's Office"."""
    forms = tokens.forms[at : at + _OFFICE + 1]
    if len(forms) <= _OFFICE or forms[1] not in POSSESSIVES or forms[_OFFICE].lower() not in _OFFICES:
        return False
    return forms[0].istitle() and forms[0].lower() in load_words().role_heads | _HOLDERS


def _behind_particles(tokens: Tokens, after: int) -> int:
    """Where a name ends that goes on with "du Roe" or "von der Roe"; `after` where it does not."""
    forms, at = tokens.forms, after
    while at < len(forms) and at - after < _MOST_PARTICLES and forms[at] in _PARTICLES and tokens.glued(at - 1):
        at += 1
    goes_on = after < at < len(forms) and forms[at][0].isupper() and tokens.glued(at - 1)
    return at + 1 if goes_on else after


def _is_of_lands(tokens: Tokens, name: Name, other: Name) -> bool:
    """Whether a place is the second that a body is of: "the Law Society of England and Wales"."""
    forms = tokens.forms[name.first : name.after]
    if not (name.kind is EntityKind.ORGANISATION and other.kind is EntityKind.PLACE and "of" in forms):
        return False
    heads = {form.lower() for form in forms[: forms.index("of")]}
    return other.first == name.after + 1 and tokens.forms[name.after] == "and" and not heads.isdisjoint(_UNITING)


def _is_capital(tokens: Tokens, city: Name, name: Name) -> bool:
    known = _CAPITAL.get(" ".join(tokens.forms[city.first : city.after]), frozenset())
    gap = tokens.text[tokens.ends[city.after - 1] : tokens.starts[name.first]].replace(" ", "")
    return city.kind is name.kind is EntityKind.PLACE and tokens.forms[name.first] in known and gap in {"", ","}


def _is_one_body(tokens: Tokens, name: Name, other: Name) -> bool:
    forms, place = tokens.forms, name.after
    if not (name.kind is other.kind is EntityKind.ORGANISATION and other.first == place + 1 and forms[place] == "and"):
        return False
    if not (tokens.glued(place - 1) and tokens.glued(place)):
        return False
    if _of_field(forms[name.first : place]):
        return _tells_field(forms[other.first]) and not _stands_alone(forms[other.first : other.after])
    bent = place - name.first > 1 and all(form.lower() in _KINDS_OF_PARTY for form in forms[name.first : place])
    return bent and forms[other.after - 1].lower() in load_words().organisation_heads


def _stands_alone(forms: Sequence[str]) -> bool:
    """Whether lists know a body by these words."""
    return " ".join(forms) in load_gazetteer().names


def _of_field(forms: Sequence[str]) -> bool:
    """Whether a body is told with its field: "U.S. Department of Housing"."""
    of = next((at for at, form in enumerate(forms) if form in {"of", "for"}), 0)
    return any(form.lower() in load_words().organisation_heads for form in forms[:of])


def _tells_field(form: str) -> bool:
    """Whether a word opens what a body is for: a field of ministries, or those it unites."""
    words = load_words()
    return form.lower() in words.ministry_fields | words.field_openers
