"""Publisher families: which outlets are one publisher, which are agencies, which only carry other people's texts."""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, cached_property
from importlib import resources
from pathlib import Path

import msgspec
from publicsuffixlist import PublicSuffixList

from twosource.errors import ConfigError
from twosource.model import Article, Record

_BRACKETS = re.compile(r"\s*\([^)]*\)")
_DESK = re.compile(r"\s+[-–—|]\s+(?:news|opinion|editorial|online|politics|world|blogs?)$")
_CALLS_ITSELF_AGENCY = re.compile(r"\b(?:news|press|information) (?:agency|service)$|\bnewswire$")
_HOST = re.compile(r"\w+://(?:[^/@]*@)?([^/:?#]+)")
_DOMAIN = re.compile(r"[\w-]+(?:\.[\w-]+)+$")


class FamilyKind(StrEnum):
    """What a family does with texts."""

    AGENCY = "agency"
    OUTLET = "outlet"
    TRANSPORT = "transport"


class Family(Record, frozen=True, kw_only=True):
    """One publisher under all its labels and domains."""

    name: str
    labels: tuple[str, ...]
    kind: FamilyKind = FamilyKind.OUTLET
    owner: str | None = None
    """Who owns it, for the reader; owners do not merge families, for newsrooms of one owner report on their own."""


class WirePath(Record, frozen=True, kw_only=True):
    """Parts of an address under which publishers run one agency's texts."""

    agency: str
    parts: tuple[str, ...]


class FamilyFile(Record, frozen=True, kw_only=True):
    """The file as it is written."""

    version: int
    family: dict[str, Family]
    wire_path: tuple[WirePath, ...] = ()


@dataclass(frozen=True)
class Families:
    """The families of one file, ready to be asked."""

    file: FamilyFile

    @cached_property
    def _by_label(self) -> Mapping[str, str]:
        return {plain_label(label): key for key, family in self.file.family.items() for label in family.labels}

    def find(self, label: str) -> str | None:
        """The family that lists this label or domain, or a domain above it.

        >>> load_families().find("edition.cnn.com"), load_families().find("Marrowick Mercury")
        ('cnn', None)
        """
        plain = plain_label(label)
        known = self._by_label.get(plain)
        while known is None and _DOMAIN.fullmatch(plain) and plain.count(".") > 1:
            plain = plain.partition(".")[2]
            known = self._by_label.get(plain)
        return known

    def family_of(self, article: Article) -> str | None:
        """The family of the outlet that published `article`; None where only a transport, or nothing, is known.

        Policy: a label that no family lists is a family of its own, because to merge two newsrooms by mistake hides a
        source, and to split one only repeats it.
        """
        outlet = article.outlet.value if article.outlet is not None else ""
        family = self._family_of_label(outlet) if outlet.strip() else None
        if family is None and article.url:
            host = _HOST.match(article.url)
            family = self._family_of_label(host.group(1)) if host else None
        return family

    def site_of(self, article: Article) -> str | None:
        """On whose pages `article` stands: the domain of its address, or else the family of its outlet.

        Columnists and desks that are given as outlets share the pages of the paper that prints them.
        """
        host = _HOST.match(article.url.lower()) if article.url else None
        return _own_family(host.group(1)) if host else self.family_of(article)

    def _family_of_label(self, label: str) -> str | None:
        """The family of a label, its own where no family lists it, None for a transport."""
        if label not in self._met:
            key = self.find(label)
            own = _own_family(plain_label(label)) if key is None else key
            self._met[label] = None if key and self.file.family[key].kind is FamilyKind.TRANSPORT else own
        return self._met[label]

    @cached_property
    def _met(self) -> dict[str, str | None]:
        """The families of labels that were asked for: a corpus has far fewer labels than articles."""
        return {}

    def is_agency(self, family: str | None) -> bool:
        """Whether this family is an agency: listed as one, or one that is not listed and calls itself so.

        >>> load_families().is_agency("marrow news agency"), load_families().is_agency("cnn")
        (True, False)
        """
        known = self.file.family.get(family) if family else None
        if known is None:
            return family is not None and _CALLS_ITSELF_AGENCY.search(family) is not None
        return known.kind is FamilyKind.AGENCY

    def agency_family(self, agency: str) -> str:
        """The family of an agency named in a credit; an agency that is not listed is its own.

        >>> load_families().agency_family("AP"), load_families().agency_family("Marrow News Agency")
        ('ap', 'marrow news agency')
        """
        return self.find(agency) or _own_family(plain_label(agency))

    def agency_of_address(self, url: str | None) -> str | None:
        """The agency whose texts stand under this address, if it says so.

        >>> load_families().agency_of_address("https://www.example.com/wires/ap/2017/article-1.html")
        'ap'
        """
        if not url:
            return None
        address = url.lower()
        return next((agency for part, agency in self._wire_parts if part in address), None)

    @cached_property
    def _wire_parts(self) -> tuple[tuple[str, str], ...]:
        return tuple((part, wire.agency) for wire in self.file.wire_path for part in wire.parts)


def plain_label(label: str) -> str:
    """The form in which labels are compared.

    >>> plain_label("CNN (Web News)"), plain_label("www.CNN.com"), plain_label("Newsmax - Opinion")
    ('cnn', 'cnn.com', 'newsmax')
    """
    plain = _BRACKETS.sub("", label).strip().lower().removeprefix("www.")
    return _DESK.sub("", plain)


@cache
def load_families(path: str | None = None) -> Families:
    """The families in the file at `path`, or those that come with the package.

    Raises `ConfigError` for a file that is not whole, and names what is wrong with it.
    """
    try:
        data = Path(path).read_bytes() if path else _packaged()
        file = msgspec.convert(tomllib.loads(data.decode("utf-8")), FamilyFile, strict=True)
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError, msgspec.ValidationError) as error:
        raise ConfigError(str(error), option="lineage.families", given=str(path), allowed="a families file") from error
    problems = list(find_problems(file))
    if problems:
        raise ConfigError(
            "; ".join(problems), option="lineage.families", given=str(path), allowed="a families file without conflicts"
        )
    return Families(file)


def find_problems(file: FamilyFile) -> Iterator[str]:
    """What is wrong with a families file: labels of two families, families without labels, wire paths to nowhere.

    >>> list(find_problems(FamilyFile(version=1, family={"a": Family(name="A", labels=())})))
    ['family a has no labels: it can never be met']
    """
    rows = [(plain_label(label), key) for key, family in file.family.items() for label in family.labels]
    for label, times in Counter(label for label, _ in rows).items():
        owners = sorted({key for row, key in rows if row == label})
        if len(owners) > 1:
            yield f"label {label!r} stands in the families {', '.join(owners)}: it can mean only one"
        elif times > 1:
            yield f"label {label!r} stands twice in the family {owners[0]}"
    yield from (f"family {key} has no labels: it can never be met" for key, f in file.family.items() if not f.labels)
    for label, key in rows:
        if not label or (_DOMAIN.fullmatch(label) and _registered(label) is None):
            yield f"label {label!r} of the family {key} is a public suffix: it would merge everybody under it"
    for wire in file.wire_path:
        if wire.agency not in file.family:
            yield f"wire path of {wire.agency!r}, which is no family"


def _packaged() -> bytes:
    return resources.files("twosource.lineage").joinpath("families.toml").read_bytes()


@cache
def _own_family(label: str) -> str:
    """The name of a family of its own: a domain counts with all its subdomains."""
    return (_registered(label) or label) if _DOMAIN.fullmatch(label) else label


@cache
def _suffixes() -> PublicSuffixList:
    return PublicSuffixList()


def _registered(domain: str) -> str | None:
    return _suffixes().privatesuffix(domain)
