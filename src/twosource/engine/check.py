"""What an account makes of a text: the text is read like an article, and each thing it says is looked for."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from functools import cache

from msgspec.structs import replace

from twosource.article.language import guess_language
from twosource.crosscheck import Asked, Coverage, answer_statement, read_asked
from twosource.model import (
    Account,
    Answer,
    Article,
    CheckedStatement,
    Gap,
    KnownBy,
    Passage,
    Published,
    Reading,
    Role,
    Statement,
    TextCheck,
    TimeMention,
    TimexType,
    Unmeasured,
    span_of,
)
from twosource.options import Options
from twosource.plan import Plan, plan_of
from twosource.text.terms import find_terms

_ASKED = "asked"
_READ_LANGUAGES = frozenset({None, "en"})
"""English, and articles too short to tell."""
_LEAST_TERMS = 2  # a text of one word of content is a topic and no claim
_YEAR_OPEN = re.compile(r"XXXX-\d\d")
_GRAVITY = (Answer.CONTESTED, Answer.NOT_FOUND, Answer.UNMEASURED, Answer.FOUND)


def check_text(text: str, account: Account, *, day: date | None = None, options: Options | None = None) -> TextCheck:
    """Whether an account says what `text` says: evidence for and against, the four numbers, and what is unmeasured.

    Policy: each thing that the text says is looked for by itself, and the whole is only found where every one is. A
    day without a year is read as of the day of each article. Any other time that depends on when the text was said
    ("on Friday") is settled by `day` and by nothing else: without it the text is unmeasured. So is a question, and a
    text of one word. Nothing here says what is true.

    >>> from importlib.resources import files
    >>> from twosource.engine.run import read_corpus, run_account
    >>> account = run_account(read_corpus([str(files("twosource") / "demo" / "articles" / "feed.jsonl")]))
    >>> check_text("Talvik last visited Vestria in September 2022.", account).answer.value
    'contested'
    """
    settings = options or Options()
    plan = plan_of(replace(settings, claims=replace(settings.claims, min_words=1)))
    as_of = cache(lambda when: _read(" ".join(text.split()), when, plan))
    asked = _statements(as_of(day), plan) if guess_language(text) in _READ_LANGUAGES else []
    readable = [r for r in account.readings if r.article.language in _READ_LANGUAGES]
    open_times = _open_times(as_of(day))
    checked: tuple[CheckedStatement, ...] = ()
    if asked and readable and not open_times:
        coverage = Coverage.of(account)
        checked = tuple(answer_statement(_asked_on(s, as_of, day, plan), coverage) for s in asked)
    return TextCheck(
        text=text,
        answer=_answer(checked),
        articles=len(readable),
        statements=checked,
        unmeasured=tuple(_gaps(asked, open_times, readable, account, checked)),
    )


def _answer(checked: Sequence[CheckedStatement]) -> Answer:
    """The gravest answer of all parts; of nothing that could be looked for, none."""
    answers = {c.answer for c in checked}
    return next((a for a in _GRAVITY if a in answers), Answer.UNMEASURED)


def _read(text: str, day: date | None, plan: Plan) -> Reading:
    """The text as an article of one passage, said on `day`."""
    published = Published(day=day, known_by=KnownBy.FIELD) if day else None
    article = Article(id=_ASKED, raw=_ASKED, text=text, published=published)
    passages = (Passage(span=span_of(article, 0, len(text)), role=Role.BODY),) if text else ()
    reading = Reading(article=article, passages=passages)
    for annotator in plan.annotators:
        reading = annotator.add(reading)
    return reading


def _statements(reading: Reading, plan: Plan) -> list[Statement]:
    """What the text says, each part once; what has too few words of content says nothing to look for."""
    found = [s for s in plan.statements(reading) if len(find_terms(s.span.quote)) >= _LEAST_TERMS]
    return [s for s in found if not any(_is_part(s, other) for other in found)]


def _is_part(one: Statement, other: Statement) -> bool:
    a, b = one.span, other.span
    return one.id != other.id and b.start <= a.start and a.end <= b.end


def _asked_on(
    statement: Statement, as_of: Callable[[date | None], Reading], day: date | None, plan: Plan
) -> Callable[[date | None], Asked]:
    """The statement as it reads on the day of an article, where the text has no day of its own."""
    year_is_open = day is None and any(_year_is_open(t) for t in as_of(None).times)

    @cache
    def read_on(when: date | None) -> Asked:
        reading = as_of(when if year_is_open else day)
        same = next((s for s in plan.statements(reading) if s.span.extent == statement.span.extent), statement)
        return read_asked(reading, same)

    return read_on


def _open_times(reading: Reading) -> list[TimeMention]:
    """The times of the text that nothing settles: "on Friday" of a text without a day."""
    undecided = (t for t in reading.times if t.when is None and t.type in {TimexType.DATE, TimexType.TIME})
    return [t for t in undecided if not _year_is_open(t)]


def _year_is_open(mention: TimeMention) -> bool:
    return mention.when is None and _YEAR_OPEN.match(mention.value) is not None and mention.value[5:7] != "XX"


def _gaps(
    asked: Sequence[Statement],
    open_times: Sequence[TimeMention],
    readable: Sequence[Reading],
    account: Account,
    checked: Sequence[CheckedStatement],
) -> Iterable[Unmeasured]:
    """Everything that was not measured, the text's own gaps first."""
    evidence = [e for c in checked for e in (*c.evidence_for, *c.evidence_against)]
    others = {r.article.id for r in account.readings} - {r.article.id for r in readable}
    attributed = {s.span for c in account.claims for s in c.statements if s.attribution and not s.said_by}
    found = (
        (Gap.NO_STATEMENT, [] if asked else [""]),
        (Gap.OPEN_TIME, [t.span.quote for t in open_times]),
        (Gap.NO_COVERAGE, [] if readable else [""]),
        (Gap.NOT_READ, [r.what for r in account.rejected]),
        (Gap.OTHER_LANGUAGE, others),
        (Gap.NO_DATE, {e.span.article for e in evidence if e.reported is None}),
        (Gap.NO_SPEAKER, {e.span.article for e in evidence if e.span in attributed}),
    )
    for gap, what in found:
        if what:
            yield Unmeasured(gap=gap, what=tuple(sorted(w for w in set(what) if w)))
