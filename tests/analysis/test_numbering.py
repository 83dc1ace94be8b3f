"""One anomaly for each cause (rules catalogue §4.6)."""

from __future__ import annotations

import pytest
from hypothesis import given, strategies as st

from lint_reports.analysis.numbering import diagnose


@pytest.mark.parametrize(
    "values, expected",
    [
        pytest.param([1, 2, 3, 4], [], id="right"),
        pytest.param([], [], id="empty"),
        pytest.param([1], [], id="one"),
        pytest.param([1, 2, 3, 3, 4], [("duplicate", 3, 4), ("follow-on", 4, 5)], id="a duplicate, and what follows on"),
        pytest.param([1, 3, 4], [("gap", 1, 2)], id="a gap"),
        pytest.param([1, 2, 5], [("gap", 2, 3)], id="a wide gap at the end"),
        pytest.param([1, 2, 2, 4, 5], [("duplicate", 2, 3)], id="a duplicate that stands for the next"),
        pytest.param([1, 2, 5, 4, 5], [("out-of-order", 2, 3)], id="a wrong digit"),
        pytest.param([1, 2, 4, 3, 5], [("out-of-order", 2, 3)], id="neighbours changed"),
        pytest.param([1, 2, 3, 13, 4], [("out-of-order", 3, 4)], id="a slip of the keys"),
        pytest.param([1, 2, 3, 2], [("out-of-order", 3, 4)], id="a step back at the end"),
        pytest.param([2, 3, 4], [("bad-start", 0, 1)], id="does not begin at one"),
        pytest.param([1, 2, 3, 3, 4, 6, 7], [("duplicate", 3, 4), ("follow-on", 4, 5)], id="a gap that makes up for a duplicate"),
        pytest.param([1, 2, 3, 3, 3, 4], [("duplicate", 3, 4), ("duplicate", 4, 5), ("follow-on", 5, 6)], id="three alike"),
        pytest.param([1, 3, 3, 4], [("out-of-order", 1, 2)], id="the first of two alike is wrong"),
        pytest.param([3, 1, 7, 2, 9], [], id="no series at all"),
    ],
)  # fmt: skip
def test_diagnose(values: list[int], expected: list[tuple[str, int, int]]):
    assert [(str(anomaly.fault), anomaly.at, anomaly.expected) for anomaly in diagnose(values)] == expected


def test_a_series_that_goes_on_may_begin_anywhere():
    assert diagnose([4, 5, 6], from_one=False) == ()


@given(st.integers(1, 30), st.data())
def test_one_number_left_out_is_one_anomaly(length: int, data: st.DataObject):
    values = list(range(1, length + 3))
    del values[data.draw(st.integers(1, length))]

    assert len(diagnose(values)) == 1


@given(st.lists(st.integers(0, 60), max_size=40))
def test_no_more_anomalies_than_numbers(values: list[int]):
    anomalies = diagnose(values)

    assert len({anomaly.at for anomaly in anomalies}) == len(anomalies)
    assert all(0 <= anomaly.at < len(values) for anomaly in anomalies)
