"""Names that proper nouns and the weights before tell together."""

import pytest
from tests.unit.training.test_gold_names import tree_of
from training.news_model.examples import IGNORED
from training.news_model.names import TAGS
from training.news_model.silver_names import mark_names


@pytest.mark.parametrize(
    ("drawn", "seen", "tags"),
    [
        ("Ida/NNP Moss/NNP Dell/NNP left/VBD", [(1, 2, "PER")], "B-PER I-PER I-PER O"),  # to both ends of the run
        ("President/NNP Moss/NNP left/VBD", [(0, 2, "PER")], "? B-PER O"),  # no title
        ("the/DT Tarn/NNP Institute/NNP said/VBD", [(0, 3, "ORG")], "O B-ORG I-ORG O"),  # no article
        ("Great/JJ service/NN here/RB", [(0, 2, "ORG")], "O O O"),  # no proper noun, no name
        ("Dell/NNP and/CC Moss/NNP met/VBD", [(2, 3, "PER")], "? O B-PER O"),  # unseen: asked nothing
        ("University/NNP of/IN Tarn/NNP", [(0, 3, "ORG")], "B-ORG I-ORG I-ORG"),  # over links
    ],
)
def test_a_seen_name_takes_its_run_of_proper_nouns(drawn: str, seen: list[tuple[int, int, str]], tags: str) -> None:
    wanted = [IGNORED if tag == "?" else TAGS.index(tag) for tag in tags.split()]
    assert mark_names(tree_of(drawn, 0), seen) == wanted
