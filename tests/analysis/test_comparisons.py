"""Balances, multiples, averages and ranks."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from lint_reports.analysis import Analysis
from lint_reports.figures import Figures

Read = Callable[[str], Figures]


@pytest.fixture
def figures(analysis: Callable[[str], Analysis]) -> Read:
    """The figures of one paragraph of a report."""
    return lambda text: analysis(f"某某市司法局2023年工作总结\n{text}\n").figures


@pytest.mark.parametrize(
    "text, expected",
    [
        ("上年结转5件、新收20件、办结22件、未结4件。", [("4件", "3")]),
        ("上年結轉申請5件,新收20件,答復22件,結轉下年度繼續辦理4件。", [("4件", "3")]),
        ("共有旧存案件20件，新收200件，审结198件，未审结25件。", [("25件", "22")]),
        ("年初未结案件12件，全年新收110件，办结115件，年末未结10件。", [("10件", "7")]),
        ("共受理25件（含上年结转5件），办结22件，未结3件。", []),
        ("上年结转5件，共受理25件，办结22件，未结3件。", []),  # the new figure holds the old one
        ("上年结转5件，新收20件，办结22件，其中撤销2件，未结4件。", [("4件", "3")]),
        ("上年结转5件，新收20件，办结12件，审结10件，未结3件。", []),  # which of the two is closed
        ("上年结转5件，新收20人，办结22件，未结4件。", []),
    ],
)
def test_balances(figures: Read, text: str, expected: list[tuple[str, str]]) -> None:
    assert [(one.stated.text, one.expected) for one in figures(text).balances] == expected


@pytest.mark.parametrize(
    "text, expected",
    [
        ("受理复议60件、诉讼30件，复议是诉讼的3倍。", [("60件", "30件", "3倍", "2")]),
        ("受理复议30件、诉讼60件，后者是前者的3倍。", [("60件", "30件", "3倍", "2")]),
        ("复议60件，是诉讼30件的3倍。", [("60件", "30件", "3倍", "2")]),
        ("案件由30件增至60件，是上年的3倍。", [("60件", "30件", "3倍", "2")]),
        ("新收复议2291件，是行政诉讼的2.3倍。", []),
        ("复议60件、诉讼30件，是全省平均数的3倍。", []),
    ],
)
def test_multiples(figures: Read, text: str, expected: list[tuple[str, str, str, str]]) -> None:
    found = [(one.one.text, one.other.text, one.stated.text, one.expected) for one in figures(text).multiples]

    assert found == expected


@pytest.mark.parametrize(
    "text, expected",
    [
        ("全所8人共办案件80件，人均12件。", [("80件", "8人", "12件", "10")]),
        ("15名公证员共办理公证3000件，人均办证250件。", [("3000件", "15名", "250件", "200")]),
        ("开展活动50场，参加群众5000人次，场均120人次。", [("5000人次", "50场", "120人次", "100")]),
        ("改造危房120户，投入资金600万元，户均补助3万元。", []),  # not all of it is aid
        ("8人办案80件，10人办证30件，人均12件。", []),  # which of the two
        ("8人办案近80件，人均12件。", []),
        ("全县居民人均可支配收入2.5万元。", []),
    ],
)
def test_averages(figures: Read, text: str, expected: list[tuple[str, str, str, str]]) -> None:
    found = [(one.total.text, one.among.text, one.stated.text, one.expected) for one in figures(text).averages]

    assert found == expected


def test_an_average_may_be_rounded(figures: Read) -> None:
    (average,) = figures("8人办案85件，人均11件。").averages

    assert average.low <= 10
    assert 11 <= average.high < 12


@pytest.mark.parametrize(
    "text, expected",
    [
        ("在全市9个县区中列第10位。", [("9个", "10位")]),
        ("在全省十三個設區市中綜合排名第十五名。", [("十三個", "十五名")]),
        ("在72个评价城市中由第30位升至第24位。", [("72个", "30位")]),
        ("连续三年获得第十名，在第3个园区中列第5位。", []),
        ("居全省第10位，在2019年排行榜中列第5位。", []),
    ],
)
def test_rankings(figures: Read, text: str, expected: list[tuple[str, str]]) -> None:
    assert [(one.field.text, one.rank.text) for one in figures(text).rankings] == expected
