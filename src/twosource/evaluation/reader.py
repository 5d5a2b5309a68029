"""Texts read closely as the pipeline reads them, with the news model or by rules alone."""

from __future__ import annotations

from functools import cache

from twosource.annotate.news_model import ModelOptions
from twosource.model import Article, Reading
from twosource.options import Options
from twosource.plan import Annotator, Layer, plan_of

RULES = ModelOptions(use=False)
MODEL = ModelOptions(use=True)


def read_closely(
    article: str, text: str, *, model: ModelOptions, layers: tuple[Layer, ...] = (Layer.ATTRIBUTION,)
) -> Reading:
    """The reading of a bare text: names and attributions, or the layers asked for."""
    reading = Reading(article=Article(id=article, raw=article, text=text))
    for annotator in _annotators(model, layers):
        reading = annotator.add(reading)
    return reading


@cache
def _annotators(model: ModelOptions, layers: tuple[Layer, ...]) -> tuple[Annotator, ...]:
    return plan_of(Options(model=model), layers=layers).annotators
