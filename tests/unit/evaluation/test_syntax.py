from __future__ import annotations

from pathlib import Path

import pytest

from twosource.evaluation.conllu import read_trees
from twosource.evaluation.syntax import count_raw, count_words
from twosource.evaluation.vectors import best_threshold, f1_at, spearman
from twosource.model import ParsedSentence

GOLD = """# sent_id = 1
# text = Crews can't stay.
1\tCrews\tcrew\tNOUN\tNNS\t_\t4\tnsubj\t_\t_
2-3\tcan't\t_\t_\t_\t_\t_\t_\t_\t_
2\tca\tcan\tAUX\tMD\t_\t4\taux\t_\t_
3\tn't\tnot\tPART\tRB\t_\t4\tadvmod\t_\t_
4\tstay\tstay\tVERB\tVB\t_\t0\troot\t_\tSpaceAfter=No
4.1\tx\tx\tX\tX\t_\t_\t_\t_\t_
5\t.\t.\tPUNCT\t.\t_\t4\tpunct\t_\t_

"""
FOUND = ParsedSentence(
    places=((0, 5), (6, 8), (8, 11), (12, 16), (16, 17)),
    upos=("NOUN", "AUX", "PART", "VERB", "PUNCT"),
    xpos=("NNS", "MD", "RB", "VB", "."),
    lemmas=("crew", "can", "not", "stay", "."),
    heads=(3, 3, 3, -1, 3),
    relations=("nsubj:pass", "aux", "obj", "root", "punct"),
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    path = tmp_path / "en-dev.conllu"
    path.write_text(GOLD)
    return path


def test_a_treebank_gives_words_with_their_places_and_heads_in_the_sentence(folder: Path) -> None:
    (gold,) = read_trees(folder)
    assert [gold.text[s:e] for s, e in gold.places] == ["Crews", "ca", "n't", "stay", "."]
    assert gold.heads == (3, 3, 3, -1, 3)


def test_subtypes_count_in_full_only(folder: Path) -> None:
    (gold,) = read_trees(folder)
    counts = count_words(gold, FOUND)
    assert (counts.uas, counts.las, counts.las_full, counts.lemma) == (5, 4, 3, 5)


def test_a_word_cut_otherwise_is_wrong_and_so_is_what_hangs_on_it(folder: Path) -> None:
    (gold,) = read_trees(folder)
    joined = ParsedSentence(
        places=((0, 5), (6, 11), (12, 17)),
        upos=("NOUN", "AUX", "VERB"),
        xpos=("NNS", "MD", "VB"),
        lemmas=("crew", "can", "stay"),
        heads=(2, 2, -1),
        relations=("nsubj", "aux", "root"),
    )
    counts = count_raw(gold, [joined])
    assert (counts.words, counts.found, counts.upos, counts.las) == (5, 3, 1, 0)


def test_the_threshold_of_paraphrases_is_the_lowest_of_the_best() -> None:
    judged = [(0.9, 1.0), (0.7, 1.0), (0.4, 0.0)]
    assert best_threshold(judged) == pytest.approx(0.41)
    assert f1_at(best_threshold(judged), judged) == 100.0


def test_ties_share_their_rank() -> None:
    assert spearman([(0.1, 1.0), (0.1, 1.0), (0.9, 2.0)]) == pytest.approx(100.0)
