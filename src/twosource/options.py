"""Every option, one record per stage, read strictly from one TOML file."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

import msgspec

from twosource.annotate.news_model.options import ModelOptions
from twosource.article.options import ArticleOptions
from twosource.claims.options import ClaimOptions
from twosource.crosscheck.options import CrosscheckOptions
from twosource.errors import ConfigError
from twosource.ingest.options import IngestOptions
from twosource.lineage.options import LineageOptions
from twosource.model import Record, digest_of
from twosource.stories.options import StoryOptions


class Options(Record, frozen=True, kw_only=True):
    """All options, a table of `twosource.toml` each. Defaults are measured; `explain_options` tells them all.

    >>> Options().digest == Options().digest
    True
    """

    ingest: IngestOptions = IngestOptions()
    article: ArticleOptions = ArticleOptions()
    model: ModelOptions = ModelOptions()
    lineage: LineageOptions = LineageOptions()
    stories: StoryOptions = StoryOptions()
    claims: ClaimOptions = ClaimOptions()
    crosscheck: CrosscheckOptions = CrosscheckOptions()

    @property
    def digest(self) -> str:
        """Identifies the options: two runs with one digest were asked the same."""
        return digest_of(msgspec.json.encode(self, order="deterministic"))


class OptionLine(Record, frozen=True, kw_only=True):
    """One option, explained."""

    table: str
    name: str
    default: str
    """As it is written in TOML; empty where the default is to have none."""
    description: str


def load_options(path: Path | None = None) -> Options:
    """The options in the TOML file at `path`, defaults for all it does not name; all defaults without a file.

    Raises `ConfigError` for a file that cannot be read, an unknown table or option, or a value outside its range, and
    names the option. Unknown names are refused because a misspelt option that is silently ignored changes results.
    """
    if path is None:
        return Options()
    try:
        return msgspec.convert(tomllib.loads(path.read_text(encoding="utf-8")), Options, strict=True)
    except msgspec.ValidationError as error:
        raise ConfigError(
            str(error), option=_option_in(str(error)), given=str(path), allowed="see `twosource options`"
        ) from error
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise ConfigError(str(error), option="file", given=str(path), allowed="a readable TOML file") from error


def _option_in(message: str) -> str:
    """The option that a message of msgspec speaks of.

    >>> _option_in("Expected `int` >= 1 - at `$.claims.min_words`"), _option_in("Expected `object`, got `int`")
    ('claims.min_words', 'file')
    >>> _option_in("Object contains unknown field `size`"), _option_in("... unknown field `size` - at `$.claims`")
    ('size', 'claims.size')
    """
    _, _, path = message.partition(" - at `$.")
    unknown = re.search("unknown field `([^`]*)`", message)
    return ".".join(part for part in (path.strip("`"), unknown[1] if unknown else "") if part) or "file"


def explain_options() -> Iterator[OptionLine]:
    """Every option in order, with its default and what it does.

    >>> next(explain_options()).table
    'ingest'
    """
    for table in msgspec.structs.fields(Options):
        for field in msgspec.structs.fields(table.type):
            yield OptionLine(
                table=table.encode_name,
                name=field.encode_name,
                default=_as_toml(field.default),
                description=_description(field.type),
            )


def _description(kind: object) -> str:
    for meta in getattr(kind, "__metadata__", ()):
        if isinstance(meta, msgspec.Meta) and meta.description:
            return meta.description
    return ""


def _as_toml(value: object) -> str:
    """A default as TOML writes it.

    >>> _as_toml(True), _as_toml(0.5), _as_toml("a"), _as_toml(("a", "b")), _as_toml(None)
    ('true', '0.5', '"a"', '["a", "b"]', '')
    """
    plain = msgspec.to_builtins(value) if value is not msgspec.NODEFAULT else None
    return "" if plain is None else msgspec.json.format(msgspec.json.encode(plain), indent=0).decode()
