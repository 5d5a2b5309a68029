"""Which mentions of an article mean the same one: surnames, acronyms, shorter forms.

Policy: a short form is linked only where exactly one fuller name is left; two candidates leave it as it stands. A
surname that stands alone before a relative of that surname is introduced ("Roe came with his wife, Anna Roe") is not
the relative's.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from twosource.annotate.entities.gazetteer import load_words
from twosource.annotate.entities.protocol import SUFFIXES, Name
from twosource.annotate.entities.tokens import Tokens
from twosource.model import EntityKind

_SMALL = frozenset("of the and for de la del der van von bin al on &".split())


def link_names(tokens: Tokens, names: Sequence[Name]) -> list[tuple[Name, str]]:
    """Each name with its entity: the fullest form in the article, or the gazetteer's canonical form.

    A name typed by context alone takes the kind of the fuller name it is linked to.
    """
    surfaces = [_surface(tokens, name) for name in names]
    names = _of_one_kind(names, surfaces)
    canonical = _fullest(names, surfaces)
    shorter = _short_forms(names, surfaces)
    for surname, relative in _relatives(tokens, names, surfaces):
        shorter[surname].discard((canonical[relative], EntityKind.PERSON))
    linked: list[tuple[Name, str]] = []
    for name, text in zip(names, surfaces, strict=True):
        target = None if name.canonical or name.kind is EntityKind.EVENT else _fuller(_untitled(text), shorter)
        titled = target is not None and target[1] is EntityKind.PERSON and _untitled(text) != text.casefold()
        if target is None or (_clashes(name, target[1]) and not titled):
            linked.append((name, name.canonical or canonical[text.casefold()]))
        else:
            linked.append((name._replace(kind=target[1]), target[0]))
    return linked


def _relatives(tokens: Tokens, names: Sequence[Name], surfaces: Sequence[str]) -> list[tuple[str, str]]:
    """Surnames that stood alone before a relative of that surname was introduced, each with the relative's name."""
    met: set[str] = set()
    found: list[tuple[str, str]] = []
    for name, text in zip(names, surfaces, strict=True):
        folded = text.casefold()
        surname = folded.rpartition(" ")[2]
        if folded not in met and name.kind is EntityKind.PERSON and surname in met - {folded}:
            found += [(surname, folded)] if _is_kin(tokens, name.first) else []
        met.add(folded)
    return found


def _is_kin(tokens: Tokens, first: int) -> bool:
    """Whether a word of kinship, or "first lady", stands before the token at `first`, with a comma or none between."""
    before = [form.lower() for form in tokens.forms[max(0, first - 3) : first] if form != ","]
    return bool(before) and (before[-1] in load_words().kin or before[-2:] == ["first", "lady"])


def _of_one_kind(names: Sequence[Name], surfaces: Sequence[str]) -> list[Name]:
    """Names with the same words are of one kind: that of a sure one, else of the first that is not merely other."""
    kinds: dict[str, EntityKind] = {}
    for wanted in (True, False):
        for name, text in zip(names, surfaces, strict=True):
            if name.sure is wanted and (name.sure or name.kind is not EntityKind.OTHER):
                kinds.setdefault(text, name.kind)
    return [
        name if name.sure else name._replace(kind=kinds.get(text, name.kind))
        for name, text in zip(names, surfaces, strict=True)
    ]


def _surface(tokens: Tokens, name: Name) -> str:
    """The words of a name as they stand."""
    return tokens.text[tokens.starts[name.first] : tokens.ends[name.after - 1]]


def _fullest(names: Sequence[Name], surfaces: Sequence[str]) -> dict[str, str]:
    """For each folded form the first way it is written."""
    first: dict[str, str] = {}
    for name, text in zip(names, surfaces, strict=True):
        first.setdefault(text.casefold(), name.canonical or text)
    return first


def _short_forms(names: Sequence[Name], surfaces: Sequence[str]) -> dict[str, set[tuple[str, EntityKind]]]:
    """Short form -> the fuller names it may stand for."""
    first = _fullest(names, surfaces)
    shorter: dict[str, set[tuple[str, EntityKind]]] = defaultdict(set)
    for name, text in zip(names, surfaces, strict=True):
        for form in _short_forms_of(text, name.kind):
            shorter[form.casefold()].add((first[text.casefold()], name.kind))
    return shorter


def _short_forms_of(text: str, kind: EntityKind) -> set[str]:
    """The shorter forms a full name may be met under.

    >>> sorted(_short_forms_of("Xi Jinping", EntityKind.PERSON))
    ['Jinping', 'Xi']
    >>> sorted(_short_forms_of("Chinese Foreign Ministry", EntityKind.ORGANISATION))
    ['CFM', 'Foreign Ministry', 'Ministry']
    """
    words = text.split()
    if len(words) < 2 or kind not in {EntityKind.PERSON, EntityKind.ORGANISATION, EntityKind.PLACE}:
        return set()
    if kind is EntityKind.PERSON:
        words = [word for word in words if word not in SUFFIXES] or words
        return {words[0], words[-1], " ".join(words[-2:]), f"{words[0]} {words[-1]}"} - {text}
    if text.isupper() and len(words) > _MOST_SHOUTED:
        return set()
    acronym = acronym_of(text)
    tails = {" ".join(words[at:]) for at in range(1, len(words)) if words[at].lower() not in _SMALL}
    return tails | {acronym} if kind is EntityKind.ORGANISATION else {acronym}


_MOST_SHOUTED = 4  # words in capitals: longer ones are headlines that were taken for a name


def acronym_of(text: str) -> str:
    """The first letters of the capitalised words of a longer name; empty for one word.

    >>> acronym_of("Organisation for Security and Co-operation in Europe"), acronym_of("NATO")
    ('OSCE', '')
    """
    words = text.split()
    letters = (word[0] for word in words if word.lower() not in _SMALL and word[0].isupper())
    return "".join(letters) if len(words) > 1 else ""


def _untitled(text: str) -> str:
    """A name in lower case without the title it was found with: "song" for "Mr Song"."""
    first, _, rest = text.casefold().partition(" ")
    return rest if rest and first.rstrip(".") in _COURTESY else text.casefold()


_COURTESY = frozenset({"mr", "mrs", "ms", "miss", "dr"})


def _fuller(short: str, shorter: Mapping[str, set[tuple[str, EntityKind]]]) -> tuple[str, EntityKind] | None:
    """The only fuller name that a form may stand for: "Ann Roe" beside "Ann J. Roe" is no second one."""
    named = {(_only(shorter.get(name.casefold())) or (name, kind)) for name, kind in shorter.get(short, ())}
    return _only(named)


def _only(candidates: set[tuple[str, EntityKind]] | None) -> tuple[str, EntityKind] | None:
    return next(iter(candidates)) if candidates and len(candidates) == 1 else None


def _clashes(name: Name, kind: EntityKind) -> bool:
    """Whether a name that is sure of its kind would be linked to one of another kind."""
    return name.sure and name.kind is not kind
