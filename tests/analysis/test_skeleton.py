"""The text with a mark in the place of each figure."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from lint_reports.analysis import Analysis
from lint_reports.analysis.skeleton import ABOUT, BARE, COUNT, PERCENT, POINTS, TIMES, Skeleton
from lint_reports.analysis.source import Source
from lint_reports.folding import fold
from lint_reports.text import Span

SHOWN = str.maketrans({COUNT: "N", PERCENT: "P", POINTS: "T", TIMES: "X", ABOUT: "A", BARE: "B"})


def skeleton(text: str) -> Skeleton:
    folded = fold(text)
    spans = [Span(line.start(), line.end()) for line in re.finditer("[^\n]+", folded)]
    return Skeleton(Source(text, folded, folded, spans))


@pytest.mark.parametrize(
    "text, expected",
    [
        ("共审结1765件,其中撤销158件,纠错率17.12%。", "共审结N，其中撤销N，纠错率P。\n"),
        ("提高3个百分点，是2.3倍，约20人，达到0.9", "提高T，是X，约A，达到B\n"),
        ("接访264件（重大纠纷97件），立案188件", "接访N，立案N\nN（重大纠纷N）\n"),
        ("接访264件（市、县），立案188件", "接访N，立案N\n"),
        ("（一）受理60件", "受理N\n"),
        ("没有数字的一段\n受理60件", "受理N\n"),
        (f"共1件。{'甲' * 60}。{'乙' * 60}。受理60件", f"共N。{'乙' * 39}。受理N\n"),
        (f"共1件。{'甲' * 60}。\n{'乙' * 60}。2件", f"共N。\n{'乙' * 39}。N\n"),
        (f"受理{COUNT}60件，其中{PERCENT}", "受理□N，其中□\n"),
    ],
)
def test_marks(text: str, expected: str) -> None:
    assert skeleton(text).text.translate(SHOWN) == expected


def test_the_figure_behind_a_mark() -> None:
    one = skeleton("接访264件（重大纠纷97件），立案188件")

    assert [one.at(place).text for place in one.marks(0, len(one.text))] == ["264件", "188件", "264件", "97件"]
    assert one.first_place(one.marks(0, len(one.text))[2]) == 2


def test_sentences_and_clauses() -> None:
    one = skeleton("受理60件；办结50件，维持20件。调解10件")
    place = one.text.index("维持")

    assert one.sentence(place).of(one.text).translate(SHOWN) == "受理N；办结N，维持N"
    assert one.clauses(place).of(one.text).translate(SHOWN) == "办结N，维持N"


def test_a_sentence_without_end_is_read_in_part() -> None:
    one = skeleton("受理1件，" * 1000)
    place = len(one.text) // 2

    assert one.sentence(place) == Span(place - 300, place + 300)


def test_the_words_before_a_mark() -> None:
    one = skeleton("全年受理案件60件，办结50件")

    assert [one.subject(place) for place in one.marks(0, len(one.text))] == ["全年受理案件", "办结"]
    figures = [one.figure(place) for place in one.counts_before(len(one.text) - 1)]
    assert [(figure.label, figure.quantity.text) for figure in figures] == [
        ("全年受理案件", "60件"),
        ("办结", "50件"),
    ]


# A sentence without end; which facts are asked for, and how many there are.
HOSTILE = {
    "wholes and parts": ("共100件，" + "其中1件、" * 20_000, "breakdowns", 2),
    "changes": ("由1件增至2件，增长100%，" * 5_000, "changes", 5_000),
    "rates": ("立案2件，结案1件，结案率50%，" * 5_000, "rates", 5_000),
    "shares": ("共9件，其中1件，占10%、" * 5_000, "rates", 5_000),
    "sums": ("3件、4件合计7件、" * 5_000, "totals", 1),
    "brackets": ("1件（2件）" * 10_000, "breakdowns", 10_000),
    "brackets without figures": ("1件，" + "（甲）乙" * 50_000 + "，增长100%", "growths", 0),
    "figures far apart": ("由1件" + "增长，" * 50_000 + "增长100%，" * 5_000, "changes", 0),
    "numerals": ("一二三四五六七八九十" * 10_000, "intervals", 0),
    "digits": ("1" * 100_000 + "件", "intervals", 0),
    "quotations": ("“甲”" * 20_000 + "三个品牌", "enumerations", 0),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_sentence_without_end_takes_linear_time(analysis: Callable[[str], Analysis], name: str) -> None:
    text, facts, count = HOSTILE[name]
    figures = analysis(f"某某市司法局2023年工作总结\n{text}。\n").figures

    assert len(getattr(figures, facts)) == count
