"""Whether and how the news model runs."""

from __future__ import annotations

from typing import Annotated

from msgspec import Meta

from twosource.model import Record


class ModelOptions(Record, frozen=True, kw_only=True):
    """Options of the news model."""

    use: Annotated[bool, Meta(description="Read with the news model; without it by rules alone.")] = True
    # 0: one thread a core. Results are the same for every number.
    threads: Annotated[int, Meta(ge=0, description="Threads of the model; 0 takes every core.")] = 0
    # None: no pipeline is shipped, and nothing is known of how well a reader's own reads.
    spacy: Annotated[
        str | None, Meta(description="A spaCy pipeline, by name or folder, to read names, and syntax where it parses.")
    ] = None
