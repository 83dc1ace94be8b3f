"""Numbering labels: which class, and when something that looks like one is none."""

from __future__ import annotations

import pytest

from lint_reports.analysis.markers import label_at, relabelled, stands_between
from lint_reports.facts import Form, Marker
from lint_reports.folding import fold
from lint_reports.text import Span


def label(text: str) -> Marker | None:
    return label_at(fold(text), text, Span(0, len(text)), 0)


@pytest.mark.parametrize(
    "text, form, value, style",
    [
        ("一、工作情况", Form.HAN, 1, "#、"), ("十五、保障措施", Form.HAN, 15, "#、"), ("二.主要做法", Form.HAN, 2, "#."), ("三，存在问题", Form.HAN, 3, "#，"),
        ("一、三年来的工作", Form.HAN, 1, "#、"), ("二、二〇二三年工作", Form.HAN, 2, "#、"), ("壹、總則", Form.HAN, 1, "#、"),
        ("（一）加强领导", Form.HAN_PAREN, 1, "（#）"), ("(三)强化保障", Form.HAN_PAREN, 3, "(#)"), ("一）加强领导", Form.HAN_PAREN, 1, "#）"),
        ("㈡完善机制", Form.HAN_PAREN, 2, "#"), ("（二）项目建设提速", Form.HAN_PAREN, 2, "（#）"), ("（二）及时编入", Form.HAN_PAREN, 2, "（#）"),
        ("1.抓学习", Form.ARABIC, 1, "#."), ("12、抓宣传", Form.ARABIC, 12, "#、"), ("3．抓落实", Form.ARABIC, 3, "#．"), ("5．年审栏", Form.ARABIC, 5, "#．"),
        ("⒊抓落实", Form.ARABIC, 3, "#"), ("（1）做法", Form.ARABIC_PAREN, 1, "（#）"), ("(2)做法", Form.ARABIC_PAREN, 2, "(#)"), ("3）做法", Form.ARABIC_PAREN, 3, "#）"),
        ("⑵做法", Form.ARABIC_PAREN, 2, "#"), ("①做法", Form.CIRCLED, 1, "#"), ("⑫做法", Form.CIRCLED, 12, "#"),
        ("第一章 总则", Form.CHAPTER, 1, "第#章"), ("第 1 條", Form.ARTICLE, 1, "第 # 條"), ("第二十三条 本办法", Form.ARTICLE, 23, "第#条"),
        ("第三节　监督", Form.SECTION, 3, "第#节"), ("第二编 分则", Form.PART, 2, "第#编"), ("1.2 背景", Form.DECIMAL, 2, "1.#"), ("1.2.3 背景", Form.DECIMAL, 3, "1.2.#"),
    ],
)  # fmt: skip
def test_label(text: str, form: Form, value: int, style: str):
    marker = label(text)

    assert marker is not None
    assert (marker.form, marker.value, marker.style) == (form, value, style)
    assert text.startswith(marker.text)


@pytest.mark.parametrize(
    "text",
    [
        "一、二产业协同", "三、四季度投资", "一、二审判决", "（四）、（五）项所列人员", "（一）至（三）项所列材料", "（二）项的规定", "（一）和（二）款",
        "4.8%的增幅", "3.5%", "1.2万件", "12月4日", "2023.5", "2023年", "第二条规定的人员", "第三章所称", "第十条第（一）项", "第一，加强领导",
        "一是完善制度", "十分重要", "一定要", "第一责任人", "1名干部", "",
    ],
)  # fmt: skip
def test_no_label(text: str):
    assert label(text) is None


def test_sub_article_does_not_count():
    assert label("第十条之一 补充规定") is None


@pytest.mark.parametrize(
    "text, value, expected",
    [("（三）抓落实", 4, "（四）"), ("(三)抓落实", 4, "(四)"), ("3.抓落实", 12, "12."), ("③抓落实", 4, "④"), ("第三章 监督", 10, "第十章"), ("一）抓落实", 2, "二）")],
)  # fmt: skip
def test_relabelled(text: str, value: int, expected: str):
    marker = label(text)

    assert marker is not None
    assert relabelled(marker, value) == expected


@pytest.mark.parametrize(
    "between, expected",
    [
        pytest.param("拍卖标的第三章　拍卖当事人", True, id="glued to the line before"),
        pytest.param("见第三章", True, id="an ordinary mention counts, too: better silent than wrong"),
        pytest.param("拍卖标的", False, id="not there"),
    ],
)  # fmt: skip
def test_stands_between(between: str, expected: bool):
    marker = label("第四章 程序")

    assert marker is not None
    assert stands_between(fold(between), marker, 3, Span(0, len(between))) is expected


def test_a_reference_is_no_label_in_between():
    marker = label("（三）抓落实")

    assert marker is not None
    assert not stands_between("依照第（二）项办理", marker, 2, Span(0, 9))
    assert stands_between("夯实基础（二）抓宣传", marker, 2, Span(0, 10))
