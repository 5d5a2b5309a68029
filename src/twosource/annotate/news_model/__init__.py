"""The small English news model: who says what, names, syntax and sentence vectors in one pass."""

from __future__ import annotations

from twosource.annotate.news_model.options import ModelOptions
from twosource.annotate.news_model.read import (
    FoundName,
    FoundSpeech,
    ModelReading,
    NewsReader,
    load_reader,
    read_with_model,
)

__all__ = ["FoundName", "FoundSpeech", "ModelOptions", "ModelReading", "NewsReader", "load_reader", "read_with_model"]
