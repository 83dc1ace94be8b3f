"""The folded view: widths and scripts made one, every offset kept."""

from __future__ import annotations

import pytest
from hypothesis import example, given, strategies as st
from opencc import OpenCC

from lint_reports import simplified
from lint_reports.folding import fold, fold_character, fold_script, fold_width

WORDS = simplified.WORDS.split()


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
def test_every_offset_holds(text: str):
    assert len(fold(text)) == len(text)


@given(st.text(alphabet="全年共辦理案件,;:()１2％「」 。，縣關於"))
def test_folding_twice_is_folding_once(text: str):
    assert fold(fold(text)) == fold(text)


def test_characters_are_those_of_the_dictionaries():
    characters = [chr(code) for code in range(0x80, 0x30000) if not 0xD800 <= code < 0xE000]
    expected = OpenCC("t2s").convert("\n".join(map(fold_width, characters))).split("\n")
    assert [
        one for one in zip(characters, map(fold_character, characters), expected, strict=True) if one[1] != one[2]
    ] == []


@given(
    st.lists(
        st.one_of(st.sampled_from(WORDS), st.sampled_from(sorted(set("".join(WORDS)))), st.sampled_from("，\n\uf914"))
    )
)
@example(["答覆", "率", "\n", "覆"])
def test_words_are_those_of_the_dictionaries(pieces: list[str]):
    text = "條" + "".join(pieces)
    assert fold_script(text) == OpenCC("t2s").convert(text)
