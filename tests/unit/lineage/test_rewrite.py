from __future__ import annotations

from math import inf

import pytest

from lineage_readings import derived_text, make_reading, make_text, trace
from twosource.evaluation.derivations import Derivation
from twosource.lineage.rewrite import RewriteFeatures, score_rewrite
from twosource.model import LineageReason


def features(*, content_words: int = 200, **more: float) -> RewriteFeatures:
    given = {"word_pairs": 0.2, "pairs": 3.0, "order": 1.0, "verbatim": 0.1, **more}
    return RewriteFeatures(content_words=content_words, **given)


@pytest.mark.parametrize("name", ["word_pairs", "pairs", "order", "verbatim"])
def test_whatever_two_texts_share_makes_a_rewrite_more_likely(name: str) -> None:
    more = features(**{name: getattr(features(), name) + 0.1})
    assert score_rewrite(more, same_dispatch=False) > score_rewrite(features(), same_dispatch=False)


def test_the_shorter_a_brief_the_more_it_must_share_unless_one_agency_sent_both() -> None:
    whole, brief = features(content_words=110), features(content_words=40)
    assert score_rewrite(brief, same_dispatch=False) < score_rewrite(whole, same_dispatch=False)
    assert score_rewrite(brief, same_dispatch=True) == score_rewrite(whole, same_dispatch=True)
    assert score_rewrite(features(content_words=400), same_dispatch=False) == score_rewrite(whole, same_dispatch=False)


@pytest.mark.parametrize(("words", "same_dispatch", "says"), [
    (19, False, False), (20, False, True), (9, True, False), (10, True, True),
])  # fmt: skip
def test_of_a_few_words_nothing_is_said(words: int, *, same_dispatch: bool, says: bool) -> None:
    assert (score_rewrite(features(content_words=words), same_dispatch=same_dispatch) > -inf) == says


def test_a_rewrite_says_what_it_rests_on() -> None:
    wire = make_text(50, sentences=24)
    rewritten = derived_text(Derivation.REPLACED_20, wire, make_text(52, sentences=30), 3)
    [edge] = trace(make_reading(wire, name="a"), make_reading(rewritten, name="b"))[0]
    wanted = {LineageReason.VERBATIM_RUNS, LineageReason.ORDER_OF_FACTS, LineageReason.PARAPHRASED_RUNS}
    assert wanted <= set(edge.reasons)
