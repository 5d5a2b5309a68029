"""One voice for all the names that one speaker goes by: spokesman and body, short and full name, two spellings."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from twosource.model import EntityKind, EntityMention, Reading, Statement, Voice
from twosource.text.spelling import fold_spelling

_ROLE = re.compile(
    r"\b(?:the|a|an|its|official|senior|chief|deputy|acting|spokes(?:man|woman|person|people)|representative|press"
    r"|secretary|service|for|of|in|statement|office)\b",
    re.IGNORECASE,
)
_TITLE = re.compile(
    r"\b(?:president|prime|minister|chancellor|premier|king|queen|mr|mrs|ms|dr|sir|gen|general|col|sen|rep|gov"
    r"|governor|senator|mayor|judge|chairman|ceo|leader|foreign minister)\b\.?",
    re.IGNORECASE,
)
_BODY = re.compile(
    r"\b(?:ministry|department|agency|company|government|police|university|council|comm?itt?ee?|comm?iss?ion|court|party"
    r"|bureau|board)\b",
    re.IGNORECASE,
)  # met in keys, too, where no letter is double
_FIRM = re.compile(
    r"(?:[\s,]+(?:inc|incorporated|ltd|limited|corp|corporation|co|company|plc|llc|llp|nv|sa|ag|gmbh|group|holdings)\b"
    r"\.?)+\W*$",
    re.IGNORECASE,
)
_DEPARTMENT = re.compile(r"(?<= police) department\b")  # "Orrin police" and "Orrin Police Department" are one
_OF_COUNTRIES = frozenset({EntityKind.OTHER, EntityKind.PLACE})
_COMMON_NOUN = re.compile(r"\b[a-z]{4,}\b")
_NO_NATIONS: Mapping[str, str] = {}
_FAR_MORE = 3  # times as many articles, a choice: a neighbour is taken into a name by a slip, and slips are few


@dataclass(frozen=True)
class VoiceBook:
    """Every voice of a story, and which one each name in a `said_by` chain belongs to."""

    voices: tuple[Voice, ...]
    voice_of: Mapping[str, str]

    def resolve(self, name: str) -> str:
        """The voice's id for a name; a name that is not in the book is its own voice."""
        return self.voice_of.get(name, name)


def resolve_voices(statements: Iterable[Statement], readings: Sequence[Reading]) -> VoiceBook:
    """One voice for each speaker of a story, after aliases and roles.

    Policy: who speaks for a body is the body ("Dmitry Peskov", "Kremlin spokesman", "the Kremlin" are the Kremlin). A
    short name is the only full name of the story that it may stand for, and stays alone where two are: a person's by
    any part of it, a body's by its last word or, for a firm, its first ("Acme", "Acme Ore Ltd."). Spellings that
    differ by transliteration only ("Zelensky", "Zelenskyy") are one, as are "Danish government" and "Denmark's
    government". A capital is no body: "Moscow said" may be any office of the state, so Moscow stays a voice of its own
    and is never merged with the Kremlin. The id of a voice is its fullest name without the form of a firm; of two
    equally full ones the first in the alphabet.
    """
    bodies = _bodies(readings)
    used = {name for s in statements for name in s.said_by}
    spread = Counter(entity for reading in readings for entity in {m.entity for m in reading.entities})
    voices, voice_of = [], {}
    for members in _group_names(used | {n for r in readings for n in _named(r)}, readings, bodies):
        if not used.isdisjoint(members):
            best = _best_name([bodies.get(m, m) for m in members], spread)
            voices.append(Voice(id=best, aliases=tuple(m for m in members if m != best)))
            voice_of.update(dict.fromkeys(members, best))
    return VoiceBook(tuple(sorted(voices, key=lambda v: v.id)), voice_of)


def _group_names(names: Iterable[str], readings: Sequence[Reading], bodies: Mapping[str, str]) -> list[list[str]]:
    """The names of one voice each, in order."""
    nations, kinds, ordered = _nations(readings), _kinds(readings), sorted(names)
    keys = {name: _key(bodies.get(name, name), nations) for name in ordered}
    kind_of = {keys[n]: kind for n in ordered if "(" not in n and (kind := kinds.get(bodies.get(n, n)))}
    homes = _merge_short_names(sorted({*keys.values(), *_people(readings, bodies, nations)}), kind_of)
    groups: dict[str, list[str]] = {}
    for name in ordered:
        groups.setdefault(homes[keys[name]], []).append(name)
    return list(groups.values())


def _people(readings: Sequence[Reading], bodies: Mapping[str, str], nations: Mapping[str, str]) -> set[str]:
    """The keys of those named in full, speakers or not: "Roe" is not the son where the father is named as often.

    Who stands in few articles beside a namesake who stands in most makes nobody's surname doubtful.
    """
    named = (m.entity for r in readings for m in {m.entity: m for m in r.entities if _is_full(m)}.values())
    spread = Counter(_key(bodies.get(name, name), nations) for name in named)
    most: dict[str, int] = {}
    for key, count in spread.items():
        most[key.rpartition(" ")[2]] = max(count, most.get(key.rpartition(" ")[2], 0))
    return {key for key, count in spread.items() if 2 * count >= most[key.rpartition(" ")[2]]}


def _is_full(mention: EntityMention) -> bool:
    return mention.kind is EntityKind.PERSON and " " in mention.entity


def _named(reading: Reading) -> Iterable[str]:
    """Names of speakers of an article, and of the bodies they speak for."""
    for attribution in reading.attributions:
        yield from (n for n in (attribution.voice, attribution.speaks_for) if n)


def _bodies(readings: Sequence[Reading]) -> dict[str, str]:
    """Speaker to body, where every article of the story that says so says the same body."""
    said: dict[str, set[str]] = {}
    for reading in readings:
        for attribution in reading.attributions:
            if attribution.voice and attribution.speaks_for:
                said.setdefault(attribution.voice, set()).add(attribution.speaks_for)
        for mention in reading.entities:
            if mention.speaks_for:
                said.setdefault(mention.entity, set()).add(mention.speaks_for)
    return {name: next(iter(bodies)) for name, bodies in said.items() if len({_key(b) for b in bodies}) == 1}


def _nations(readings: Sequence[Reading]) -> dict[str, str]:
    """Each way to name a country or its people, in lower case, with the country: "danish", "us", "south korean"."""
    found: dict[str, str] = {}
    for mention in (m for reading in readings for m in reading.entities):
        word = mention.span.quote.lower().replace(".", "")
        if mention.kind in _OF_COUNTRIES and word.replace(" ", "").isalpha() and mention.entity != mention.span.quote:
            found.setdefault(word, mention.entity.lower())
    return found


def _kinds(readings: Sequence[Reading]) -> dict[str, EntityKind]:
    """What each name of the story names in most of its mentions; no body with a common noun in it ("Acme unit Roe")."""
    found: dict[str, Counter[EntityKind]] = {}
    for mention in (m for reading in readings for m in reading.entities):
        found.setdefault(mention.entity, Counter())[mention.kind] += 1
    kinds = {name: min(counts, key=lambda kind: (-counts[kind], kind)) for name, counts in found.items()}
    return {n: k for n, k in kinds.items() if k is not EntityKind.ORGANISATION or not _COMMON_NOUN.search(n)}


def _key(name: str, nations: Mapping[str, str] = _NO_NATIONS) -> str:
    """A name without articles, roles, titles, case, accents and the letters that transliterations differ in.

    >>> _key("Kremlin spokesman") == _key("the Kremlin"), _key("Volodymyr Zelenskyy") == _key("Volodymyr Zelensky")
    (True, True)
    >>> _key("Danish government", {"danish": "denmark"}) == _key("Denmark's government"), _key("Acme Ore Co.")
    (True, 'acme ore')
    """
    plain = "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c)).lower()
    plain = _FIRM.sub("", re.sub(r"['’]s\b", "", plain.partition(" (")[0]).replace(".", ""))
    plain = _DEPARTMENT.sub("", plain.removeprefix("the ").replace("isation", "ization"))
    nation = next((n for n in _openings(plain) if n in nations), "")
    rest = _bare_words(plain[len(nation) :]) if nation else []
    words = [*nations[nation].split(), *rest] if rest else _bare_words(plain) or re.findall(r"\w+", plain)
    inner = [w for w in words[1:-1] if len(w) > 1]  # "James P. Roe" is James Roe
    return " ".join(fold_spelling(w) for w in (*words[:1], *inner, *words[1:][-1:]))


def _openings(plain: str) -> tuple[str, str]:
    """The first two words, and the first."""
    one, *others = plain.split(" ", 2)
    return " ".join((one, *others[:1])), one


def _bare_words(plain: str) -> list[str]:
    """The words that roles and titles leave."""
    return re.findall(r"\w+", _TITLE.sub(" ", _ROLE.sub(" ", plain)))


def _merge_short_names(keys: Sequence[str], kinds: Mapping[str, EntityKind]) -> dict[str, str]:
    """Each key to the only longer key that it may stand for; a body is never shortened to its last word."""
    fuller: dict[str, list[str]] = {}
    for key in keys:
        for part in _parts_of(key):
            fuller.setdefault(part, []).append(key)
    homes: dict[str, str] = {}
    for key in keys:
        longer = [k for k in fuller.get(key, ()) if _may_stand_for(key, k, kinds)]
        outermost = [k for k in longer if not any(o != k and o.endswith(" " + k) for o in longer)]
        homes[key] = outermost[0] if len(outermost) == 1 else _in_one_order(key, homes, kinds)
    return homes


def _in_one_order(key: str, earlier: Mapping[str, str], kinds: Mapping[str, EntityKind]) -> str:
    """The key, or the same two names of a person in the other order where that came first: "abe shinzo"."""
    turned = " ".join(reversed(key.split(" ")))
    return turned if turned in earlier and key.count(" ") == 1 and kinds.get(key) is EntityKind.PERSON else key


def _parts_of(key: str) -> set[str]:
    """Every run of words of a key but the whole."""
    words = key.split(" ")
    ends = range(1, len(words) + 1)
    return {" ".join(words[start:end]) for end in ends for start in range(end) if end - start < len(words)}


def _may_stand_for(short: str, full: str, kinds: Mapping[str, EntityKind]) -> bool:
    """Whether a key is a short form of another: its end, for a person any part, for a firm its start."""
    if _BODY.search(full):
        return False
    kind = kinds.get(short)
    if kind is not None and kind is kinds.get(full):
        if kind is EntityKind.PERSON:
            return f" {short} " in f" {full} "
        if kind is EntityKind.ORGANISATION and full.startswith(short + " "):
            return True
    return full.endswith(" " + short)


def _best_name(names: Sequence[str], spread: Mapping[str, int]) -> str:
    """The fullest name, or a shorter one in it that far more articles use: the fullest may have taken in more."""
    clean = {re.sub(r"^(?:the|The)\s+", "", n) for n in names}
    best = min(clean, key=_rank)
    usual = [n for n in clean if " " in n and n != best and n in best and _is_usual(n, best, spread)]
    best = min(usual, key=_rank) if usual else best
    return max(n for n in clean if n.casefold() == best.casefold())  # "officials" is no name, however a sentence opens


def _is_usual(name: str, other: str, spread: Mapping[str, int]) -> bool:
    return spread.get(name, 0) >= _FAR_MORE * max(1, spread.get(other, 0))


def _rank(name: str) -> tuple[bool, bool, bool, bool, int, str]:
    """Names without roles, titles, forms of firms and shouting first, of these the fullest."""
    shouted = name.isupper() and " " in name
    return (
        _has_role(name),
        bool(_TITLE.search(name)),
        bool(_FIRM.search(name)) or "(" in name,
        shouted,
        -len(name.split()),
        name,
    )


def _has_role(name: str) -> bool:
    return bool(re.search(r"spokes|statement|official|press", name, re.IGNORECASE))
