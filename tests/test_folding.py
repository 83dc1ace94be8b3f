"""The folded view: widths and scripts made one, every offset kept."""

from __future__ import annotations

import pytest
from hypothesis import example, given, strategies as st

from lint_reports.folding import fold, fold_character, fold_script, fold_width, odd_characters


@pytest.mark.parametrize(
    "text, expected",
    [
        pytest.param("全年,共办理(含补办)12件;", "全年，共办理（含补办）12件；", id="marks beside Han"),
        pytest.param("共1,000件，10:30开始", "共1,000件，10:30开始", id="marks between digits stay"),
        pytest.param("见https://a.cn/b?c=1:2", "见https://a.cn/b?c=1:2", id="addresses keep theirs"),
        pytest.param("Hello, world", "Hello, world", id="Latin prose keeps its comma"),
        pytest.param("增长12%,达98%(同比)", "增长12%，达98%（同比）", id="a mark after a percentage"),
        pytest.param("２０２４年１２％", "2024年12%", id="full-width digits"),
        pytest.param("ＡＢ岗", "AB岗", id="full-width letters"),
        pytest.param("甲\u00a0乙\u3000丙\t丁", "甲 乙 丙 丁", id="spaces"),
        pytest.param("開展「一件事」改革『試點』", "開展“一件事”改革‘試點’", id="corner brackets"),
        pytest.param("好｡甲､乙", "好。甲、乙", id="half-width stops"),
    ],
)  # fmt: skip
def test_width(text: str, expected: str):
    assert fold_width(text) == expected


@pytest.mark.parametrize(
    "text, expected",
    [
        pytest.param("行政復議與應訴", "行政复议与应诉", id="Traditional"),
        pytest.param("行政复议与应诉", "行政复议与应诉", id="Simplified stays"),
        pytest.param("推進依法行政", "推进依法行政", id="one Traditional character"),
        pytest.param("第 1 條", "第 1 条", id="an article"),
        pytest.param("乾隆年間曬乾", "乾隆年间晒干", id="words decide"),
        pytest.param("答覆，覆蓋\n回覆", "答复，覆盖\n回复", id="words in two lines"),
        pytest.param("後\uf914與\uf972默", "后乐与沉默", id="characters that Unicode has twice"),
    ],
)  # fmt: skip
def test_script(text: str, expected: str):
    assert fold_script(text) == expected


@given(st.text(alphabet=st.characters(exclude_categories=("Cs",))))
@example("\0")
@example("後\ufe00")
@example("\U000e0100")
def test_every_offset_holds(text: str):
    """The first character has OpenCC asked."""
    assert len(fold(f"條{text}")) == 1 + len(text)


@pytest.mark.parametrize(
    "char, expected",
    [
        pytest.param("條", "条", id="Traditional"),
        pytest.param("条", "条", id="Simplified"),
        pytest.param("\uf914", "乐", id="once more in Unicode"),
        pytest.param("８", "8", id="full-width"),
        pytest.param(",", ",", id="ASCII"),
    ],
)
def test_one_character(char: str, expected: str):
    assert fold_character(char) == expected


@given(st.text(alphabet="全年共辦理案件,;:()１2％「」 。，縣關於"))
def test_folding_twice_is_folding_once(text: str):
    assert fold(fold(text)) == fold(text)


def test_what_has_another_width_is_odd():
    characters = "".join(map(chr, [*range(0x80, 0xD800), *range(0xE000, 0x10000)]))
    usual = "".join(set(characters) - odd_characters(characters))
    assert fold_width(usual, frozenset(characters)) == usual


def test_reports_seldom_have_odd_characters():
    assert odd_characters("2023年，全市（县）“甲”——乙：100%、《丙》·丁…\n") == frozenset()
    assert odd_characters("２０年\u3000甲") == {"２", "０", "\u3000"}
