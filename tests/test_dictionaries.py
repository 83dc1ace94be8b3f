"""What OpenCC is asked: whole texts, and never a text of another length back."""

from __future__ import annotations

import pytest

from lint_reports import dictionaries
from lint_reports.dictionaries import same_character, simplified, traditional


@pytest.mark.parametrize(
    "text, expected",
    [
        pytest.param("行政復議與應訴", "行政复议与应诉", id="characters"),
        pytest.param("乾隆年間曬乾", "乾隆年间晒干", id="words decide"),
        pytest.param("皇后\n以後", "皇后\n以后", id="lines"),
        pytest.param("\uf914意", "乐意", id="a character that Unicode has twice"),
        pytest.param("", "", id="nothing"),
    ],
)
def test_simplified(text: str, expected: str):
    assert simplified(text) == expected


@pytest.mark.parametrize(
    "text, expected",
    [
        pytest.param("关于后来", "關於後來", id="characters"),
        pytest.param("皇后，批准，标准", "皇后，批准，標準", id="words decide"),
        pytest.param("皇天后土\n之后", "皇天后土\n之後", id="lines"),
    ],
)
def test_traditional(text: str, expected: str):
    assert traditional(text) == expected


@pytest.mark.parametrize(
    "one, other, same",
    [
        pytest.param("為", "爲", True, id="Taiwan"),
        pytest.param("説", "說", True, id="Hong Kong"),
        pytest.param("\uf914", "樂", True, id="the same once more in Unicode"),
        pytest.param("后", "後", False, id="two characters"),
        pytest.param("规", "規", False, id="two scripts"),
    ],
)
def test_same_character(one: str, other: str, same: bool):
    assert same_character(one, other) is same


@pytest.mark.parametrize(
    "text, expected",
    [
        pytest.param("甲乙", "子丑", id="a word"),
        pytest.param("甲乙\n丙丁", "子丑\n??", id="only in its line"),
        pytest.param("甲乙丙", "子乙?", id="in the end each character alone"),
        pytest.param("辛", "辛", id="a character that vanishes"),
    ],
)
def test_what_changes_the_length_is_converted_in_parts(monkeypatch, text: str, expected: str):
    """In this OpenCC 甲 is 子, 甲乙 is 子丑, 丙 is two marks, so is 丁, and 辛 is nothing."""
    table = (("甲乙", "子丑"), ("甲", "子"), ("丙", "?!"), ("丁", "?!"), ("辛", ""))

    def convert(whole: str) -> str:
        for wrong, right in table:
            whole = whole.replace(wrong, right)
        return whole

    monkeypatch.setattr(dictionaries, "_converter", lambda _: convert)
    assert simplified(text) == expected
