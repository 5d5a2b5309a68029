"""Mentions of a treebank cut to names, and sentences told again."""

import json
from pathlib import Path
from typing import Any

import pytest
from training.news_model.examples import IGNORED
from training.news_model.names import TAGS, names_of_trees
from training.news_model.variants import capitalise_words, told_again

from twosource.evaluation.conllu import GoldSentence

ORG, PLACE, PERSON, ABSTRACT = "organization", "place", "person", "abstract"


def tree_of(drawn: str, head: int) -> GoldSentence:
    """A sentence of `word/TAG`, all words but one hanging on one head, which hangs outside."""
    pairs = [word.rsplit("/", 1) for word in drawn.split()]
    forms, tags = tuple(form for form, _ in pairs), tuple(tag for _, tag in pairs)
    starts = [sum(len(form) + 1 for form in forms[:at]) for at in range(len(forms))]
    return GoldSentence(
        id="s",
        text=" ".join(forms),
        places=tuple((start, start + len(form)) for start, form in zip(starts, forms, strict=True)),
        forms=forms,
        lemmas=forms,
        upos=("X",) * len(forms),
        xpos=tags,
        heads=tuple(-1 if at == head else head for at in range(len(forms))),
        relations=("dep",) * len(forms),
    )


@pytest.mark.parametrize(
    ("drawn", "head", "label", "name"),
    [
        ("the/DT United/NNP States/NNPS", 2, PLACE, "United States"),
        ("the/DT White/NNP House/NNP", 2, ORG, "White House"),
        ("Governor/NNP Ana/NNP Reyes/NNP ,/, of/IN Orla/NNP", 2, PERSON, "Ana Reyes"),
        ("the/DT University/NNP of/IN Orla/NNP", 1, ORG, "University of Orla"),
        ("the/DT Department/NNP of/IN Roads/NNP and/CC Harbours/NNPS", 1, ORG, "Department of Roads and Harbours"),
        ("Orla/NNP and/CC Brel/NNP", 0, PLACE, "Orla"),
    ],
)
def test_a_mention_is_cut_to_the_proper_nouns_around_its_head(
    drawn: str, head: int, label: str, name: str, tmp_path: Path
) -> None:
    tree = tree_of(drawn, head)
    tags = tags_of(tree, label, tmp_path)
    words = [form for form, tag in zip(tree.forms, tags, strict=True) if tag > 0]
    assert " ".join(words) == name
    assert [TAGS[tag][0] for tag in tags if tag > 0] == ["B", *"I" * (len(words) - 1)]


@pytest.mark.parametrize(
    ("drawn", "head", "label"),
    [
        ("the/DT President/NNP", 1, PERSON),
        ("President/NNP of/IN the/DT Union/NNP", 0, PERSON),
        ("the/DT Orlans/NNPS", 1, PERSON),
        ("the/DT rest/NN of/IN Orla/NNP", 1, PLACE),
    ],
)
def test_titles_peoples_and_what_is_no_name_ask_nothing_of_their_proper_nouns(
    drawn: str, head: int, label: str, tmp_path: Path
) -> None:
    tree = tree_of(drawn, head)
    tags = tags_of(tree, label, tmp_path)
    assert tags == [IGNORED if tag in ("NNP", "NNPS") else 0 for tag in tree.xpos]


def test_over_and_no_body_reaches_into_the_next_mention(tmp_path: Path) -> None:
    tree = tree_of("the/DT Senate/NNP and/CC Parliament/NNP", 1)
    begins = tree.places[3][0]
    inner = {"start": begins, "end": len(tree.text), "label": ORG, "named": True}
    assert [TAGS[tag] for tag in tags_of(tree, ORG, tmp_path, inner)] == ["O", "B-ORG", "O", "B-ORG"]


def tags_of(tree: GoldSentence, label: str, folder: Path, *others: dict[str, object]) -> list[int]:
    whole = {"start": 0, "end": len(tree.text), "label": label, "named": True}
    path = folder / "sentences.jsonl"
    path.write_text(json.dumps({"id": tree.id, "entities": [whole, *others]}) + "\n")
    return names_of_trees([tree], path)[tree.id]


ROWS: list[dict[str, Any]] = [
    {
        "text": f"{name} flew to {place} on Monday",
        "entities": [
            {"start": 0, "end": len(name), "label": "PER"},
            {"start": len(name) + 9, "end": len(name) + 9 + len(place), "label": "LOC"},
        ],
    }
    for name, place in (("Ana Reyes", "Orla"), ("Bo Li", "New Brel"), ("Straße", "Tem"), ("Cy", "Old Tem")) * 20
]


def test_sentences_told_again_keep_their_names_in_place_and_in_kind() -> None:
    known = {kind: {quote(row, at).lower() for row in ROWS} for at, kind in enumerate(("PER", "LOC"))}
    again = list(told_again(ROWS, "seed"))
    assert len(again) > len(ROWS) / 2
    for row in again:
        assert [entity["label"] for entity in row["entities"]] == ["PER", "LOC"]
        assert [quote(row, at).lower() in known[kind] for at, kind in enumerate(("PER", "LOC"))] == [True, True]
    texts = {row["text"] for row in again}
    assert texts - {row["text"] for row in ROWS}
    assert any(text.isupper() for text in texts)
    assert any(text.islower() for text in texts)
    assert again == list(told_again(ROWS, "seed"))


def quote(row: dict[str, Any], at: int) -> str:
    entity = row["entities"][at]
    return str(row["text"][entity["start"] : entity["end"]])


def test_a_headline_has_small_words_only_inside() -> None:
    assert capitalise_words("the end of the road") == "The End of the Road"
