"""Articles read by several processes: the same records in the same order, and the same errors."""

from __future__ import annotations

import pickle
from pathlib import Path

import pytest
from msgspec import structs

from twosource.engine.reading import choose_processes, read_side_by_side
from twosource.engine.run import read_corpus
from twosource.errors import ConfigError, InputError, ModelMissing, TwosourceError
from twosource.model import MediaType, Raw
from twosource.options import Options
from twosource.plan import STANDARD

RULES = structs.replace(Options(), model=structs.replace(Options().model, use=False))


def _raws(count: int) -> list[Raw]:
    told = "Ferry {0} runs aground\n\nPolice said on Monday that {0} people were hurt near Port {0}."
    return [
        Raw(id=f"r{n}", body=told.format(n).encode(), locators=(f"{n}.txt",), media_type=MediaType.PLAIN)
        for n in range(count)
    ]


def test_two_processes_read_the_same_in_the_same_order() -> None:
    raws = [*_raws(19), Raw(id="odd", body=b"\x00\x01", locators=("odd.txt",), media_type=MediaType.PLAIN)]
    alone, together = (
        list(read_side_by_side(raws, options=RULES, layers=STANDARD, processes=count)) for count in (1, 2)
    )
    assert alone == together
    assert len(alone) == len(raws)


def test_what_every_article_would_fail_on_comes_back_from_a_process() -> None:
    options = structs.replace(RULES, model=structs.replace(RULES.model, spacy="no_such_pipeline"))
    with pytest.raises(ModelMissing, match="spaCy"):
        list(read_side_by_side(_raws(2), options=options, layers=STANDARD, processes=2))


def test_a_corpus_is_the_same_however_many_read_it(tmp_path: Path) -> None:
    for raw in _raws(12):
        (tmp_path / raw.locators[0]).write_bytes(raw.body)
    alone, together = (read_corpus([str(tmp_path)], options=RULES, processes=count) for count in (1, 2))
    assert alone == together
    assert len(alone.readings) == 12


@pytest.mark.parametrize(
    "error",
    [
        ConfigError("no such list", option="article.agencies", given="x", allowed="names"),
        InputError("no text", where="a.txt"),
        ModelMissing("install it", stage="entities", record="names"),
    ],
)
def test_an_error_is_whole_after_it_went_to_another_process(error: TwosourceError) -> None:
    copy = pickle.loads(pickle.dumps(error))  # noqa: S301 - our own bytes
    assert (type(copy), str(copy), vars(copy)) == (type(error), str(error), vars(error))


@pytest.mark.parametrize(("articles", "threads", "most"), [(20, 0, 1), (10_000, 1, 1), (10_000, 2, 2), (50, 8, 2)])
def test_no_more_processes_than_threads_are_allowed_and_articles_are_worth(
    articles: int, threads: int, most: int
) -> None:
    options = structs.replace(Options(), model=structs.replace(Options().model, threads=threads))
    assert choose_processes(articles, options=options) == most
