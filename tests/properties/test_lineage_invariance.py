from __future__ import annotations

from itertools import combinations
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lineage_readings import derived_text, make_reading, make_text, trace
from twosource.engine.local import keep_earlier, run_join
from twosource.evaluation.derivations import Derivation
from twosource.lineage import lineage_join
from twosource.lineage.fingerprint import hash_words
from twosource.model import Descent, Lineage, Reading, count_four_numbers

PARENTS = [make_text(n, sentences=16) for n in range(100, 104)]
OWN = make_text(99, sentences=40)


@st.composite
def corpora(draw: st.DrawFn) -> list[Reading]:
    """A few invented texts and articles derived from them, with and without clocks."""
    size = draw(st.integers(2, 7))
    made = []
    for number in range(size):
        parent = draw(st.sampled_from(PARENTS))
        kind = draw(st.sampled_from([None, *Derivation]))
        text = derived_text(kind, parent, OWN, number) if kind else parent
        at = draw(st.sampled_from([None, "2025-05-04", "2025-05-04T10:00", "2025-05-05T10:00"]))
        outlet = draw(st.sampled_from([None, "A", "B", "AP"]))
        credit = draw(st.sampled_from([None, None, "AP", "PTI"]))
        made.append(make_reading(text, name=f"article-{number}", outlet=outlet, at=at, credit=credit))
    return made


@given(corpora(), st.randoms(use_true_random=False))
@settings(max_examples=25, deadline=None)
def test_order_and_repetition_of_articles_change_nothing(readings: list[Reading], draw: Random) -> None:
    expected = run_join(lineage_join(), readings)
    shuffled = readings * 2
    draw.shuffle(shuffled)
    assert run_join(lineage_join(), shuffled) == expected


@given(corpora(), st.data())
@settings(max_examples=25, deadline=None)
def test_one_run_and_two_give_the_same_edges_texts_and_origins(readings: list[Reading], draw: st.DataObject) -> None:
    first = draw.draw(st.lists(st.sampled_from(readings), unique_by=id))
    other = make_reading(PARENTS[0], name=readings[0].article.id, outlet="B")
    before = [other if reading is readings[0] and draw.draw(st.booleans()) else reading for reading in first]
    edges = [found for found in run_join(lineage_join(), before)[0] if isinstance(found, Lineage)]
    join = lineage_join()
    results, report = run_join(join, readings, earlier=keep_earlier(join, before, edges))
    alone, report_alone = run_join(lineage_join(), readings)
    assert results == alone
    assert report.pairs_compared + report.pairs_known == report_alone.pairs_compared


@given(corpora())
@settings(max_examples=25, deadline=None)
def test_pairs_that_are_compared_together_do_not_touch_each_other(readings: list[Reading]) -> None:
    pairs = list(combinations(readings, 2))
    assert lineage_join().compare(pairs) == [lineage_join().compare([pair])[0] for pair in pairs]


@given(corpora())
@settings(max_examples=25, deadline=None)
def test_a_copy_never_adds_a_text_or_an_origin(readings: list[Reading]) -> None:
    copied = readings[0].article
    copy = make_reading(copied.text, name="copy", outlet="Another", at="2025-05-09T10:00")
    before, after = trace(*readings)[1], trace(*readings, copy)[1]
    assert len({d.text for d in after.values()}) <= len({d.text for d in before.values()})
    for of_claim in (True, False):
        counted = [len(count_four_numbers(d, d, None, of_claim=of_claim).origins) for d in (before, after)]
        assert counted[1] <= counted[0]


@pytest.mark.parametrize("replaced", [Derivation.REPLACED_20, Derivation.REPLACED_30])
def test_a_text_printed_again_does_not_descend_from_its_rewrite(replaced: Derivation) -> None:
    rewritten = derived_text(replaced, PARENTS[0], OWN, 3)
    first = make_reading(PARENTS[0], name="first", at="2025-05-04", credit="AP")
    rewrite = make_reading(rewritten, name="rewrite", at="2025-05-05T10:00", credit="PTI")
    again = make_reading(PARENTS[0], name="again", outlet="Another", at="2025-05-09T10:00")
    origins = {descent.origin for descent in trace(first, rewrite, again)[1].values()}
    assert origins == {descent.origin for descent in trace(first, rewrite)[1].values()}
    assert all(origin.startswith("unseen:ap:") for origin in origins)


@given(corpora())
@settings(max_examples=25, deadline=None)
def test_every_edge_lies_within_its_articles(readings: list[Reading]) -> None:
    texts = {r.article.id: r.article.text for r in readings}
    for edge in trace(*readings)[0]:
        for passage in edge.aligned:
            for article, (start, end) in ((edge.child, passage.child), (edge.parent, passage.parent)):
                assert 0 <= start < end <= len(texts[article])
        assert 0 <= edge.coverage_child_unquoted <= 1
        assert 0 <= edge.coverage_parent <= 1
        assert 0 <= edge.score <= 1


@given(corpora())
@settings(max_examples=15, deadline=None)
def test_new_names_change_no_text_and_no_origin(readings: list[Reading]) -> None:
    def named(descents: dict[str, Descent], rank: dict[str, int]) -> list[tuple[str, str]]:
        return [(d.text, d.origin) for d in sorted(descents.values(), key=lambda d: rank[d.article])]

    rank = {r.article.id: n for n, r in enumerate(readings)}
    renamed = [_renamed(r, f"z{99 - n}") for n, r in enumerate(readings)]
    rank_after = {r.article.id: n for n, r in enumerate(renamed)}
    assert named(trace(*readings)[1], rank) == named(trace(*renamed)[1], rank_after)


@given(st.text(max_size=200))
def test_words_of_any_text_are_in_order_and_not_empty(text: str) -> None:
    words = hash_words(text)
    bounds = [place for pair in zip(words.starts.tolist(), words.ends.tolist(), strict=True) for place in pair]
    assert bounds == sorted(bounds)
    assert all(text[s:e].strip() for s, e in zip(words.starts, words.ends, strict=True))


def _renamed(reading: Reading, name: str) -> Reading:
    article = reading.article
    outlet = article.outlet.value if article.outlet else None
    at = None
    if article.published:
        at = (article.published.moment or article.published.day).isoformat()
    credit = reading.credits[0].agency if reading.credits else None
    return make_reading(article.text, name=name, outlet=outlet, at=at, credit=credit)
