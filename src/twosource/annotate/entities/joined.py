"""Names that the news model took for two, made one: "Board of Housing and Urban Renewal", "Washington, D.C."."""

from __future__ import annotations

from collections.abc import Sequence

from twosource.annotate.entities.gazetteer import load_gazetteer, load_words
from twosource.annotate.entities.protocol import Name
from twosource.annotate.entities.tokens import Tokens
from twosource.model import EntityKind

_CAPITAL = {"Washington": frozenset({"D.C.", "DC", "D.C"})}
_KINDS_OF_PARTY = frozenset("social democratic liberal conservative national christian labour labor agrarian".split())


def joined(tokens: Tokens, names: Sequence[Name]) -> list[Name]:
    """The names in order, those one that "and" or a comma joins.

    Policy: bodies are one where the first tells its field or its bent ("of Housing and ...", "Social Democratic and
    ... Party") and the second tells only more of it; two that may stand alone stay two.
    """
    found: list[Name] = []
    for name in names:
        if found and _is_one_body(tokens, found[-1], name):
            found[-1] = found[-1]._replace(after=name.after)
        elif found and _is_capital(tokens, found[-1], name):
            found[-1] = found[-1]._replace(after=name.after, canonical=tokens.forms[found[-1].first])
        else:
            found.append(name)
    return found


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
