"""Articles read with every layer: one, or many on several processes, with the same records in the same order."""

from __future__ import annotations

import multiprocessing
import signal
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from functools import cache, partial

from msgspec.structs import replace

from twosource.annotate.news_model import count_cores
from twosource.errors import ConfigError, ModelMissing, StageError
from twosource.model import Raw, Reading, Reason, Rejected
from twosource.options import Options
from twosource.plan import Layer, Plan, plan_of

_BATCH = 4  # articles handed over at once: what Ctrl-C waits for
_WORTH = 24  # articles a process: 3 seconds of reading with the model, where a process takes one to start
_WORTH_BY_RULES = 200  # rules alone read seven times as fast
_MOST = 8  # processes: each holds the weights, 200 MB


def read_one(raw: Raw, plan: Plan) -> Reading | Rejected:
    """One article with every layer, or why not: a fault of ours in one article is no reason to lose the others.

    A wrong option and a missing package are nobody's article: they end the run with what to do.
    """
    where = raw.locators[0] if raw.locators else raw.id
    stage = "article"
    try:
        result = plan.read(raw)
        if isinstance(result, Rejected):
            return result
        for annotator in plan.annotators:
            stage = annotator.layer.value
            result = annotator.add(result)
    except (ConfigError, ModelMissing):  # every other article would fail on it
        raise
    except Exception as error:  # noqa: BLE001 - recorded as rejected, with its cause; the rest of the run goes on
        detail = f"{type(error).__name__}: {error}; this is a bug of twosource, please report it with the article"
        return Rejected(what=where, stage=stage, reason=Reason.STAGE_FAILED, detail=detail)
    return result


def read_side_by_side(
    raws: Sequence[Raw], *, options: Options, layers: Sequence[Layer], processes: int
) -> Iterator[Reading | Rejected]:
    """Every article in order, read by so many processes of one thread each; one process is this one.

    Raises `StageError` where a process died: the records of the others are not told for a whole.
    """
    if processes == 1:
        plan = plan_of(options, layers=layers)
        yield from (read_one(raw, plan) for raw in raws)
        return
    alone = replace(options, model=replace(options.model, threads=1))
    read = partial(_read_batch, options=alone, layers=tuple(layers))
    batches = [raws[at : at + _BATCH] for at in range(0, len(raws), _BATCH)]
    pool = ProcessPoolExecutor(processes, mp_context=multiprocessing.get_context("spawn"))
    try:
        with _without_interrupts():
            found = pool.map(read, batches)
        for results in found:
            yield from results
    except BrokenProcessPool as error:
        message = "a process that reads articles died; if memory was short, set threads = 1 under [model]"
        raise StageError(message, stage="reading", record=f"one of {len(raws)} articles") from error
    finally:
        pool.shutdown(cancel_futures=True)


@contextmanager
def _without_interrupts() -> Iterator[None]:
    """Whatever is started meanwhile never hears of Ctrl-C: who started it hears it, and ends it."""
    masked = getattr(signal, "pthread_sigmask", None)
    before = masked(signal.SIG_BLOCK, {signal.SIGINT}) if masked else None
    try:
        yield
    finally:
        if masked:
            masked(signal.SIG_SETMASK, before)


def _read_batch(raws: Sequence[Raw], *, options: Options, layers: tuple[Layer, ...]) -> list[Reading | Rejected]:
    plan = _plan(options, layers)
    return [read_one(raw, plan) for raw in raws]


@cache
def _plan(options: Options, layers: tuple[Layer, ...]) -> Plan:
    return plan_of(options, layers=layers)


def choose_processes(articles: int, *, options: Options) -> int:
    """How many processes read so many articles soonest: no more than the option for threads allows, one for a few.

    >>> choose_processes(20, options=Options())
    1
    """
    worth = _WORTH if options.model.use else _WORTH_BY_RULES
    cores = options.model.threads or count_cores()
    return max(1, min(cores, _MOST, articles // worth))
