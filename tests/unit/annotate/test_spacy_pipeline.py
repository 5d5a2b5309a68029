"""A spaCy pipeline in the place of the news model: blank ones with rules of their own, as no trained one is needed."""

from __future__ import annotations

from functools import partial
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest

from twosource.annotate.entities import TrainedNames, annotate_entities
from twosource.annotate.news_model import ModelOptions, TextReader
from twosource.annotate.spacy_pipeline import SpacyReader, load_spacy, read_with_spacy
from twosource.errors import ConfigError, ModelMissing
from twosource.model import Article, EntityKind, Reading
from twosource.options import Options
from twosource.plan import Layer, plan_of

_HAS_SPACY = find_spec("spacy") is not None
with_spacy = pytest.mark.skipif(not _HAS_SPACY, reason="spaCy is not installed: pip install twosource[spacy]")
_PATTERNS = [
    {"label": "PERSON", "pattern": "Ana Roe"},
    {"label": "GPE", "pattern": "Freedonia"},
    {"label": "DATE", "pattern": "Monday"},
    {"label": "FERRY", "pattern": "Blue Star"},
]
_TEXT = "Ana Roe left  Freedonia on Monday.\n\nThe Blue Star stayed."


def _blank(*, patterns: bool = True) -> Any:
    import spacy  # noqa: PLC0415 - an extra

    pipeline = spacy.blank("en")
    pipeline.add_pipe("sentencizer")
    if patterns:
        pipeline.add_pipe("entity_ruler").add_patterns(_PATTERNS)  # type: ignore[attr-defined, unused-ignore]
    return pipeline


def _with_parse() -> Any:
    """A pipeline whose parser hangs every word on the first of its sentence, blanks among them."""
    from spacy.language import Language  # noqa: PLC0415 - an extra

    def parse(doc: Any) -> Any:
        starts = [token.i for token in doc if token.is_sent_start]
        for token in doc:
            first = max((start for start in starts if start <= token.i), default=0)
            token.head = doc[first]
            token.dep_ = "ROOT" if first == token.i else "nsubj"
        return doc

    Language.component("hang_on_first", func=parse)
    pipeline = _blank()
    pipeline.add_pipe("hang_on_first")
    return pipeline


@with_spacy
def test_entities_are_names_and_dates_are_left_to_their_rules() -> None:
    reader: TextReader = SpacyReader(_blank())
    found = [(_TEXT[slice(*name.place)], name.kind) for name in reader(_TEXT).names]
    assert found == [
        ("Ana Roe", EntityKind.PERSON),
        ("Freedonia", EntityKind.PLACE),
        ("Blue Star", EntityKind.OTHER),
    ]


@with_spacy
def test_its_names_are_linked_as_those_of_the_model_are() -> None:
    text = "Ana Roe left Freedonia. Nobody saw Roe."
    reading = Reading(article=Article(id="a", raw="a", text=text))
    found = annotate_entities(reading, finder=TrainedNames(SpacyReader(_blank())))
    assert [(m.span.quote, m.entity) for m in found][:2] == [("Ana Roe", "Ana Roe"), ("Freedonia", "Freedonia")]


@with_spacy
def test_without_a_parser_there_is_no_syntax() -> None:
    assert SpacyReader(_blank())(_TEXT).syntax == ()


@with_spacy
def test_a_parse_becomes_sentences_without_blanks_each_with_one_root() -> None:
    first, second = SpacyReader(_with_parse())(_TEXT).syntax
    assert [_TEXT[slice(*place)] for place in first.places] == "Ana Roe left Freedonia on Monday .".split()
    assert first.heads == (-1, 0, 0, 0, 0, 0, 0)
    assert first.relations[:2] == ("root", "nsubj")
    assert next(_TEXT[slice(*place)] for place in second.places) == "The"
    assert second.heads.count(-1) == 1


@with_spacy
@pytest.mark.parametrize("text", ["", " \n", "\ud83d Ana Roe", "x" * 40 + "\n" + "Ana Roe\n" * 9, "Ana Roe " * 20])
def test_any_text_is_read_in_parts_as_long_as_the_pipeline_takes(text: str) -> None:
    pipeline = _with_parse()
    pipeline.max_length = 24
    found = SpacyReader(pipeline)(text)
    assert all(text[slice(*name.place)].strip() for name in found.names)
    places = [place for sentence in found.syntax for place in sentence.places]
    assert places == sorted(places)
    assert "".join(text[slice(*place)] for place in places) == "".join(text.split())


@with_spacy
def test_a_pipeline_in_a_folder_is_named_in_the_options(tmp_path: Path) -> None:
    _blank().to_disk(tmp_path / "pipe")
    options = Options(model=ModelOptions(use=False, spacy=str(tmp_path / "pipe")))
    reading = Reading(article=Article(id="a", raw="a", text=_TEXT))
    names, syntax = plan_of(options, layers=(Layer.ENTITIES, Layer.SYNTAX)).annotators
    assert [m.span.quote for m in names.add(reading).entities] == ["Ana Roe", "Freedonia", "Blue Star"]
    with pytest.raises(ConfigError, match="does not parse"):
        syntax.add(reading)


@with_spacy
def test_a_pipeline_that_finds_no_names_is_refused(tmp_path: Path) -> None:
    _blank(patterns=False).to_disk(tmp_path / "pipe")
    with pytest.raises(ConfigError, match="finds no names"):
        load_spacy(str(tmp_path / "pipe"))


@with_spacy
def test_a_pipeline_that_is_not_there_is_refused_by_name() -> None:
    with pytest.raises(ConfigError, match=r"model\.spacy"):
        read_with_spacy("no_such_pipeline", "A word.")


@pytest.mark.skipif(_HAS_SPACY, reason="spaCy is installed: nothing is missing")
def test_without_spacy_the_error_says_what_to_install() -> None:
    read = partial(read_with_spacy, "en_core_web_sm")
    with pytest.raises(ModelMissing, match=r"pip install twosource\[spacy\]"):
        read("A word.")
