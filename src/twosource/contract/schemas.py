"""JSON Schemas (2020-12) of the input line and of every output line, by name."""

from __future__ import annotations

from typing import Any

import msgspec

from twosource.contract.lines import (
    AnnotatedLine,
    CheckLine,
    ClaimLine,
    DescentLine,
    FindingLine,
    LineageLine,
    StoryChangeLine,
    StoryLabelLine,
    StoryLine,
    TimelineLine,
)
from twosource.errors import ConfigError
from twosource.model.input_row import InputRow

_LINES: dict[str, type[msgspec.Struct]] = {
    "input": InputRow,
    "annotate": AnnotatedLine,
    "lineage": LineageLine,
    "lineage-groups": DescentLine,
    "stories": StoryLine,
    "stories-labels": StoryLabelLine,
    "stories-changes": StoryChangeLine,
    "timeline": TimelineLine,
    "claims": ClaimLine,
    "findings": FindingLine,
    "check": CheckLine,
}

SCHEMA_NAMES: tuple[str, ...] = tuple(_LINES)
"""What `schema_of` knows: the input line, then a name for each kind of output line."""

_DIALECT = "https://json-schema.org/draft/2020-12/schema"


def schema_of(name: str) -> dict[str, Any]:
    """The JSON Schema of one line.

    Raises `ConfigError` for a name that is not in `SCHEMA_NAMES`.

    >>> schema_of("stories")["$ref"]
    '#/$defs/StoryLine'
    """
    if name not in _LINES:
        raise ConfigError("no such schema", option="schema", given=name, allowed=", ".join(SCHEMA_NAMES))
    return {"$schema": _DIALECT, "title": f"twosource {name} line", **msgspec.json.schema(_LINES[name])}
