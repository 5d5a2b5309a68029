"""What raw news coverage really amounts to: a narrow, typed door to everything below.

    >>> import twosource
    >>> from importlib.resources import files
    >>> corpus = twosource.read([str(files("twosource") / "demo" / "articles")])
    >>> account = twosource.account(corpus)
    >>> numbers = max((d.numbers for d in twosource.assemble_dossiers(account)), key=lambda n: len(n.articles))
    >>> len(numbers.articles), len(numbers.texts), len(numbers.origins)
    (11, 8, 6)

`read` gives readings (articles read closely), `account` brings them together, `assemble_dossiers` makes them ready to
read, `report` does it all in one call. The stages are here too, each a plain function on the nouns of
`twosource.model`. Nothing here prints, and one bad article never ends a run: it is in `rejected`, with its reason.
Names are loaded when they are first used, so that importing the package costs nothing.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from twosource.annotate.attribution import annotate_attribution
    from twosource.annotate.entities import annotate_entities, annotate_quantities
    from twosource.annotate.time import annotate_time, find_times
    from twosource.article import read_article
    from twosource.claims import align_statements, extract_statements
    from twosource.crosscheck import check_story
    from twosource.dossier import assemble_dossiers, build_timeline, render_html, render_json, render_markdown
    from twosource.engine.check import check_text
    from twosource.engine.run import Corpus, trace_lineage
    from twosource.engine.run import read_corpus as read
    from twosource.engine.run import report_on as report
    from twosource.engine.run import run_account as account
    from twosource.errors import TwosourceError
    from twosource.ingest import find_raws
    from twosource.lineage import lineage_join
    from twosource.options import Options, load_options
    from twosource.stories import group_stories
    from twosource.version import __version__

_HOMES = {
    "Corpus": "twosource.engine.run:Corpus",
    "Options": "twosource.options:Options",
    "TwosourceError": "twosource.errors:TwosourceError",
    "__version__": "twosource.version:__version__",
    "account": "twosource.engine.run:run_account",
    "align_statements": "twosource.claims:align_statements",
    "annotate_attribution": "twosource.annotate.attribution:annotate_attribution",
    "annotate_entities": "twosource.annotate.entities:annotate_entities",
    "annotate_quantities": "twosource.annotate.entities:annotate_quantities",
    "annotate_time": "twosource.annotate.time:annotate_time",
    "assemble_dossiers": "twosource.dossier:assemble_dossiers",
    "build_timeline": "twosource.dossier:build_timeline",
    "check_story": "twosource.crosscheck:check_story",
    "check_text": "twosource.engine.check:check_text",
    "extract_statements": "twosource.claims:extract_statements",
    "find_raws": "twosource.ingest:find_raws",
    "find_times": "twosource.annotate.time:find_times",
    "group_stories": "twosource.stories:group_stories",
    "lineage_join": "twosource.lineage:lineage_join",
    "load_options": "twosource.options:load_options",
    "read": "twosource.engine.run:read_corpus",
    "read_article": "twosource.article:read_article",
    "render_html": "twosource.dossier:render_html",
    "render_json": "twosource.dossier:render_json",
    "render_markdown": "twosource.dossier:render_markdown",
    "report": "twosource.engine.run:report_on",
    "trace_lineage": "twosource.engine.run:trace_lineage",
}

__all__ = [
    "Corpus",
    "Options",
    "TwosourceError",
    "__version__",
    "account",
    "align_statements",
    "annotate_attribution",
    "annotate_entities",
    "annotate_quantities",
    "annotate_time",
    "assemble_dossiers",
    "build_timeline",
    "check_story",
    "check_text",
    "extract_statements",
    "find_raws",
    "find_times",
    "group_stories",
    "lineage_join",
    "load_options",
    "read",
    "read_article",
    "render_html",
    "render_json",
    "render_markdown",
    "report",
    "trace_lineage",
]


def __getattr__(name: str) -> object:
    """Load a public name at its first use."""
    if name not in _HOMES:
        raise AttributeError(f"module 'twosource' has no attribute {name!r}; public names are in twosource.__all__")
    module, _, attribute = _HOMES[name].partition(":")
    value: object = getattr(import_module(module), attribute)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return __all__
