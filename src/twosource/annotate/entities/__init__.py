"""Names and quantities in an article, by the news model or by rules, with word lists."""

from __future__ import annotations

from twosource.annotate.entities.annotate import annotate_entities
from twosource.annotate.entities.find import find_names
from twosource.annotate.entities.phrases import find_phrases
from twosource.annotate.entities.protocol import Name, NameFinder
from twosource.annotate.entities.quantities.annotate import annotate_quantities
from twosource.annotate.entities.story import StoryName, group_names
from twosource.annotate.entities.trained import TrainedNames

__all__ = [
    "Name",
    "NameFinder",
    "StoryName",
    "TrainedNames",
    "annotate_entities",
    "annotate_quantities",
    "find_names",
    "find_phrases",
    "group_names",
]
