"""The small English news model: who says what, names, syntax and sentence vectors in one pass."""

from __future__ import annotations

from twosource.annotate.news_model.cores import count_cores
from twosource.annotate.news_model.options import ModelOptions
from twosource.annotate.news_model.read import NewsReader, load_reader, read_with_model
from twosource.annotate.news_model.reading import FoundName, FoundSpeech, ModelReading, TextReader

__all__ = [
    "FoundName",
    "FoundSpeech",
    "ModelOptions",
    "ModelReading",
    "NewsReader",
    "TextReader",
    "count_cores",
    "load_reader",
    "read_with_model",
]
