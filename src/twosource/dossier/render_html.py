"""The dossier as one HTML file that opens from disk and asks the network for nothing."""

from __future__ import annotations

import base64
import hashlib
import json
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from importlib.resources import files

import msgspec
from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from twosource.dossier.dates import note_grain, show_day
from twosource.dossier.drawing import draw_lineage
from twosource.dossier.labels import Label, name_articles
from twosource.dossier.page import compose_page
from twosource.dossier.page.desk import Desk
from twosource.dossier.page.records import DIFFERENCES, FIRST_CLAIMS, FIRST_VOICES, Pair, Panel, Quote, StoryPage
from twosource.dossier.reader import Block, read_blocks
from twosource.dossier.wording import count_of
from twosource.model import Account, Dossier

_PALETTE = 8
"""Colours and patterns for origins; after the eighth they begin again, and the letter tells them apart."""


def render_html(account: Account, dossiers: Sequence[Dossier]) -> str:
    """The whole page with its styles, script and drawings inside; the same account gives the same bytes.

    Policy: everything that comes from an article is escaped by the template engine. The content security policy allows
    the one style sheet and the one script by their digests and nothing else, so that no markup that slipped through
    could run or load anything. Without the script all proofs still open; only the free side-by-side view needs it.
    """
    page = compose_page(account, dossiers)
    labels = name_articles(account.readings, account.locators)
    texts = [_blocks_of(d, s, labels) for d, s in zip(dossiers, page.stories, strict=True)]
    style, script = read_asset("page.css"), read_asset("page.js")
    return (
        environment()
        .get_template("page.html.j2")
        .render(
            page=page,
            texts=texts,
            drawings=[draw_lineage(story.origins) for story in page.stories],
            pairs=[_pairs_as_json(story) for story in page.stories],
            panels=DIFFERENCES,
            Panel=Panel,
            first_claims=FIRST_CLAIMS,
            first_voices=FIRST_VOICES,
            style=Markup(style),  # noqa: S704 - our own package data
            script=Markup(script),  # noqa: S704 - our own package data
            policy=_policy(style, script),
        )
    )


@cache
def environment() -> Environment:
    """The templates, with autoescape on and undefined names refused."""
    made = Environment(
        loader=PackageLoader("twosource.dossier"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters["day"] = show_day
    made.filters["grain"] = note_grain
    made.filters["palette"] = lambda place: place % _PALETTE
    made.filters["place"] = place_of_letter
    made.filters["count"] = count_of
    made.filters["slug"] = slug_of
    return made


def slug_of(label: str) -> str:
    """A label as part of an element's id: letters and digits as they are, all else by its code, so none collide.

    >>> slug_of("feed:3"), slug_of("000")
    ('feed_3a_3', '000')
    """
    return "".join(c if c.isascii() and c.isalnum() else f"_{ord(c):x}_" for c in label)


def place_of_letter(letter: str) -> int:
    """The place of an origin by its letter: 0 for A, 26 for AA.

    >>> place_of_letter("A"), place_of_letter("AA")
    (0, 26)
    """
    place = 0
    for character in letter:
        place = place * 26 + max(ord(character) - ord("A") + 1, 0)
    return max(place - 1, 0)


def read_asset(name: str) -> str:
    """A style sheet or script of the package."""
    return (files("twosource.dossier") / "templates" / name).read_text(encoding="utf-8")


def _policy(style: str, script: str) -> str:
    return (
        f"default-src 'none'; style-src '{digest_of(style)}'; script-src '{digest_of(script)}'; "
        "img-src data:; base-uri 'none'; form-action 'none'"
    )


def digest_of(text: str) -> str:
    """How a content security policy names one style sheet or script."""
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()


def _blocks_of(dossier: Dossier, story: StoryPage, labels: Mapping[str, Label]) -> dict[str, tuple[Block, ...]]:
    anchors: dict[str, set[int]] = defaultdict(set)
    for quote in _quotes_in(story):
        anchors[quote.article].add(quote.start)
    return read_blocks(Desk(dossier, labels), anchors)


def _quotes_in(record: object) -> Iterator[Quote]:
    """Every quote on the page, at any depth."""
    if isinstance(record, Quote):
        yield record
    elif isinstance(record, msgspec.Struct):
        for name in record.__struct_fields__:
            yield from _quotes_in(getattr(record, name))
    elif isinstance(record, tuple):
        for item in record:
            yield from _quotes_in(item)


def _pairs_as_json(story: StoryPage) -> Markup:
    """The aligned passages for the side-by-side view; `<` is escaped so that no text can end the element."""
    data = [_pair_as_json(pair) for pair in story.pairs]
    text = json.dumps(data, ensure_ascii=True, separators=(",", ":"))
    return Markup(text.replace("<", "\\u003c").replace("&", "\\u0026"))  # noqa: S704 - escaped just here


def _pair_as_json(pair: Pair) -> dict[str, object]:
    return {
        "left": pair.left,
        "right": pair.right,
        "what": pair.what,
        "passages": [[p.left.start, p.left.end, p.right.start, p.right.end, p.verbatim] for p in pair.passages],
    }
