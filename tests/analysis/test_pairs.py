"""Quotation marks, title marks and brackets (GB/T 15834—2011, 4.8, 4.9, 4.15)."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given, strategies as st

from lint_reports.analysis import Analysis, analyse
from lint_reports.readers import read


def strays(analysis: Analysis) -> list[str]:
    """Each stray as its mark, its fault and its offset, with that of the second mark."""
    return [
        f"{stray.mark} {stray.fault} {stray.offset}" + (f" {stray.other}" if stray.other >= 0 else "")
        for stray in analysis.pairs.strays
    ]


@pytest.mark.parametrize(
    "text, expected",
    [
        pytest.param("“甲”（乙）《丙》〈丁〉", [], id="right"),
        pytest.param("“甲‘乙’丙”", [], id="quotes inside quotes"),
        pytest.param("争创示范市”。", ["” unopened 5"], id="no opening quote"),
        pytest.param("推进“一件事改革。", ["“ unclosed 2"], id="no closing quote"),
        pytest.param("印发《方案，明确分工。", ["《 unclosed 2"], id="no closing title mark"),
        pytest.param("开展学法”“实操不断", ["” unopened 4 5"], id="the outer marks lost: one fault"),
        pytest.param("（见《通知）》", ["） crossed 5 6"], id="crossed"),
        pytest.param("”一件事“改革", ["” reversed 0 4"], id="both turned round"),
        pytest.param("“一件事“改革", ["“ reversed 4 0"], id="the closing one turned round"),
        pytest.param("”一件事”改革", ["” reversed 0 4"], id="the opening one turned round"),
        pytest.param("一）领导；二）责任；1）调度；a）通报", [], id="half brackets of labels"),
        pytest.param("（一领导，（二）责任", ["（ unclosed 0"], id="a label without its end"),
        pytest.param("’99活动和don’t，2013’大会，‘2013’年", [], id="apostrophes"),
        pytest.param("他说：“甲。\n“乙。\n“丙。”", [], id="a quotation of several paragraphs"),
        pytest.param("他说：“甲。\n乙。\n丙。”", [], id="a quotation that opens once"),
        pytest.param("“甲，乙\n丙”，丁。", [], id="torn by a line break"),
        pytest.param("推进“甲，乙。\n丙”，丁。", ["“ unclosed 2", "” unopened 9"], id="not torn: a sentence ended"),
        pytest.param("“《甲。\n“乙。\n“《丙。\n“丁。", ["“ unclosed 0", "《 unclosed 1", "《 unclosed 10"], id="a mark in between does not cut a quotation"),
        pytest.param("推进“甲，" + "乙\n" * 11 + "丙”，丁。", [], id="torn over as many lines as may be"),
        pytest.param("推进“甲，" + "乙\n" * 14 + "丙”，丁。", ["“ unclosed 2", "” unopened 34"], id="torn over more lines"),
        pytest.param("”" + "甲" * 31 + "“乙", ["” unopened 0", "“ unclosed 32"], id="too far apart to be one mistake"),
        pytest.param("「甲」『乙』「丙", ["“ unclosed 6"], id="corner brackets"),
        pytest.param("(甲))", ["） unopened 3"], id="half-width"),
    ],
)  # fmt: skip
def test_strays(text: str, expected: list[str], analysis: Callable[[str], Analysis]):
    assert strays(analysis(text)) == expected


def test_nesting_is_known(analysis: Callable[[str], Analysis]):
    pairs = analysis("《关于印发《办法》的通知》").pairs

    assert sorted(pairs.inside["《"]) == [(1, 12), (6, 8)]
    assert [(pair.opener, pair.closer, pair.mark, pair.parent) for pair in pairs.nested] == [(5, 8, "《", "《")]


@pytest.mark.parametrize(
    "text, expected",
    [
        pytest.param("（甲“乙”丙）“丁”", [(2, "（")], id="plain inside plain"),
        pytest.param("“甲‘乙’”。\n“甲”", [(2, "“")], id="what may be an apostrophe"),
        pytest.param("“甲《乙（丙）》《丁》”", [(2, "“"), (4, "《"), (8, "“")], id="three deep"),
        pytest.param("“甲\n“乙《丙》", [(5, "“")], id="inside a mark that nothing closes"),
    ],
)
def test_nested(text: str, expected: list[tuple[int, str]], analysis: Callable[[str], Analysis]):
    assert sorted((pair.opener, pair.parent) for pair in analysis(text).pairs.nested) == expected


@given(st.text(alphabet="“”‘’（）《》〈〉甲。，：\n", max_size=80))
def test_every_mark_is_paired_or_stray_but_never_both(text: str):
    analysis = analyse(read(text.encode(), "a.txt"))
    within = [(start - 1, end) for spans in analysis.pairs.inside.values() for start, end in spans]
    across = [(pair.opener, pair.closer) for pair in analysis.pairs.across]
    paired = [offset for pair in within + across for offset in pair]
    stray = {stray.offset for stray in analysis.pairs.strays if stray.fault in ("unopened", "unclosed")}

    assert len(set(paired)) == len(paired)
    assert stray.isdisjoint(paired)
    assert all(opener < closer for opener, closer in within + across)


def test_many_marks_take_linear_time(analysis: Callable[[str], Analysis]):
    assert len(strays(analysis("（" * 50_000 + "\n" + "》" * 50_000))) == 100_000
