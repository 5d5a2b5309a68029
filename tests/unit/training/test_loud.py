"""Neurons too loud for int8, and maps in int8."""

import numpy as np
import pytest
from training.news_model.loud import find_loud, quantise_columns


@pytest.mark.parametrize(
    ("loudest", "found"),
    [
        pytest.param({}, [], id="all alike"),
        pytest.param({7: 9.9}, [], id="less than twice the usual"),
        pytest.param({7: 10.1}, [7], id="more than twice the usual"),
        pytest.param({7: 22.7, 3: 31.0}, [3, 7], id="two, in order"),
    ],
)
def test_a_neuron_is_loud_beside_the_tenth_loudest(loudest: dict[int, float], found: list[int]) -> None:
    largest = np.full(40, 5.0, dtype=np.float32)
    for at, value in loudest.items():
        largest[at] = value
    assert find_loud(largest) == found


def test_each_column_has_its_own_scale_and_comes_back_within_half_a_step() -> None:
    weights = np.array([[1.0, 100.0, 0.0], [-0.25, 50.0, 0.0], [0.5, -127.0, 0.0]], dtype=np.float32)
    whole, scales = quantise_columns(weights)
    assert whole.dtype == np.int8
    assert np.abs(whole).max(0).tolist() == [127, 127, 0]
    assert (np.abs(whole * scales - weights) <= scales / 2 + 1e-6).all()
