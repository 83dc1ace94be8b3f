"""How far one wording is from another."""

from __future__ import annotations

import pytest

from lint_reports.analysis.alignment import distance, distances, nearest_beginning, nearest_end, pieces, slips_in

DISTANCES = {
    "the same": ("行政复议法", "行政复议法", 0),
    "one exchanged": ("行政复议法", "行政复意法", 1),
    "one left out": ("行政复议法", "行政议法", 1),
    "one put in": ("行政复议法", "行政的复议法", 1),
    "two in the wrong order": ("行政复议法", "行复政议法", 1),
    "two apart in the wrong order": ("行政复议法", "行议复政法", 2),
    "nothing": ("行政复议法", "", 5),
    "both nothing": ("", "", 0),
}


@pytest.mark.parametrize("name", DISTANCES)
def test_the_distance_both_ways(name) -> None:
    left, right, slips = DISTANCES[name]
    assert (distance(left, right), distance(right, left)) == (slips, slips)


def test_the_distances_to_every_beginning() -> None:
    assert distances("共和国", "共合国家") == [3, 2, 2, 1, 2]


BEGINNINGS = {
    "right": ("共和国", "共和国家", (0, 3)),
    "one exchanged": ("共和国", "共合国家", (1, 3)),
    "one left out": ("共和国", "共国家的", (1, 2)),
    "ends as the name does": ("主义思想", "主义思思想", (1, 5)),
    "of equals as long": ("共和国", "共和过了", (1, 3)),
    "nothing is left": ("", "国家", (0, 0)),
}


@pytest.mark.parametrize("name", BEGINNINGS)
def test_the_nearest_beginning_and_end(name) -> None:
    wanted, text, found = BEGINNINGS[name]
    assert (nearest_beginning(wanted, text), nearest_end(wanted[::-1], text[::-1])) == (found, found)


def test_one_piece_more_than_slips() -> None:
    assert (slips_in("九个字的名称是这样"), pieces("九个字的名称是这样")) == (1, [(0, "九个字的"), (4, "名称是这样")])
    assert (slips_in("十个字的名称是这样的"), pieces("十个字的名称是这样的")) == (
        2,
        [(0, "十个字"), (3, "的名称"), (6, "是这样的")],
    )
