"""Messages and replacements with named places."""

from __future__ import annotations

import pytest

from lint_reports.rulelang.templates import fill, placeholders, render, stray_brace


@pytest.mark.parametrize(
    "template, names",
    [
        ("没有名字", []),
        ("落款日期为{signed}", [("signed", 6)]),
        ("{a}{b}", [("a", 1), ("b", 4)]),
        ("{published.year + 1}", [("published.year + 1", 1)]),
        ("{}", [("", 1)]),
        ("{a{b}", [("b", 3)]),
    ],
)
def test_names_and_where_they_begin(template, names) -> None:
    assert list(placeholders(template)) == names


@pytest.mark.parametrize(
    "template, offset",
    [("没有", -1), ("{a}", -1), ("{a", 0), ("a}", 1), ("{a}}", 3), ("{a}{", 3), ("{{a}}", 0), ("{a{b}", 0)],
)
def test_the_first_brace_without_a_pair(template, offset) -> None:
    assert stray_brace(template) == offset


def test_every_name_is_replaced() -> None:
    assert render("{a}、{b}、{a}", {"a": "甲", "b": "{b}"}) == "甲、{b}、甲"


def test_a_value_is_asked_for_as_often_as_it_is_named() -> None:
    asked: list[str] = []

    def value_of(name: str) -> str:
        asked.append(name)
        return str(len(asked))

    assert fill("{x}-{y}-{x}", value_of) == "1-2-3"
    assert asked == ["x", "y", "x"]
