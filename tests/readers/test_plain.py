"""Plain text: paragraphs and where they stand."""

from __future__ import annotations

import time

import pytest

from lint_reports.document import BlockKind, Document, Origin
from lint_reports.readers import read
from lint_reports.text import Span


def paragraphs(document: Document) -> list[str]:
    return [block.span.of(document.text) for block in document.blocks]


@pytest.mark.parametrize(
    "text, expected",
    [
        pytest.param("甲\n乙\n", ["甲", "乙"], id="LF"),
        pytest.param("甲\r\n乙", ["甲", "乙"], id="CRLF"),
        pytest.param("甲\r乙\r\r丙", ["甲", "乙", "丙"], id="CR"),
        pytest.param("\n\n  \n\u3000\n甲\n\n", ["甲"], id="blank lines"),
        pytest.param("\u3000\u3000甲 乙\t \n \t丙\u00a0\n", ["甲 乙", "丙"], id="white space at the edges"),
        pytest.param(
            "\u2002\u2002甲\u3000\u200b\ufeff\n\u200b\u2060丙\u00ad\n",
            ["甲", "丙"],
            id="what shows nothing at the edges",
        ),
        pytest.param("\u200b\n\ufeff\n甲\u200b乙\n", ["甲\u200b乙"], id="what shows nothing, alone and inside"),
        pytest.param("甲\f乙\n\f\n丙", ["甲", "乙", "丙"], id="a page ends"),
        pytest.param("甲\v乙\u2028丙\u2029丁", ["甲", "乙", "丙", "丁"], id="line breaks of word processors"),
        pytest.param("甲\u0085乙\x1c丙\n", ["甲\u0085乙\x1c丙"], id="other controls are characters"),
        pytest.param("甲", ["甲"], id="no line end"),
    ],
)
def test_every_line_that_is_not_blank_is_a_paragraph(text: str, expected: list[str]):
    document = read(text.encode(), "a.txt")

    assert paragraphs(document) == expected
    assert {block.kind for block in document.blocks} <= {BlockKind.PARAGRAPH}


def test_the_text_is_the_file_itself():
    document = read("甲\r\n　　乙\f丙".encode(), "a.txt")

    assert document.text is document.source
    assert document.origins == ()
    assert document.to_source(document.blocks[1].span) == Span(5, 6)


FIRST = "青禾区深入推进依法行政，全年组织执法检查一百二十次，覆盖全部重点领域，发现并督促整改各类问题三百余个，群众满意度稳步提升。"
SECOND = "云溪县持续优化营商环境，全面推行告知承诺制，取消证明事项四十二项，企业开办时间压缩至半个工作日以内，改革成效得到各方面肯定。"


def wrapped(text: str, width: int) -> str:
    return "\n".join(text[at : at + width] for at in range(0, len(text), width))


@pytest.mark.parametrize("indent", ["", "　　"])
@pytest.mark.parametrize("between", ["\n", "\n\n"])
@pytest.mark.parametrize("width", [20, 25, 33])
@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_wrapped_lines_are_joined(indent: str, between: str, width: int, newline: str):
    text = between.join(wrapped(indent + paragraph, width) for paragraph in [FIRST, SECOND, FIRST, SECOND])
    document = read(text.replace("\n", newline).encode(), "a.txt")

    assert paragraphs(document) == [FIRST, SECOND, FIRST, SECOND]


def test_joined_lines_remember_where_they_came_from():
    lines = [FIRST[:20], FIRST[20:40], FIRST[40:60], FIRST[60:]]
    source = "\r\n　　".join(lines) + "\r\n\r\n" + wrapped(SECOND, 20).replace("\n", "\r\n") + "\r\n"
    document = read(source.encode(), "a.txt")

    assert document.source == source
    assert document.text == f"{FIRST}\n{SECOND}"
    assert document.origins[:5] == (
        Origin(0, Span(0, 20)),
        Origin(20, Span(24, 44)),
        Origin(40, Span(48, 68)),
        Origin(60, Span(72, 72 + len(lines[3]))),
        Origin(len(FIRST), Span(72 + len(lines[3]), 72 + len(lines[3]))),
    )
    assert document.to_source(Span(18, 22)) == Span(18, 26)


def test_words_of_an_alphabet_are_joined_by_a_space():
    lines = wrapped(FIRST, 20).split("\n")
    source = "\n".join([*lines[:-1], "全区各部门协同推广并持续完善平台“Smart", "City”，服务群众。", *lines])
    document = read(source.encode(), "a.txt")
    space = document.text.index("Smart City") + 5

    assert "平台“Smart City”，服务" in document.text
    assert document.to_source(Span(space, space + 1)).of(source) == "\n"
    assert document.to_source(Span(space - 5, space + 5)).of(source) == "Smart\nCity"


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("云溪县司法局\n青禾区财政局\n白沙镇人民政府\n" * 9, id="names"),
        pytest.param("某某市云溪县青禾街道综合行政执法队第一中队\n" * 9, id="long names of one length"),
        pytest.param("云溪县\t2023年\t受理一百二十件\t办结一百一十八件，其中调解四十件\n" * 9, id="a table with tabs"),
        pytest.param(
            "云溪县　　二〇二三年　　受理一百二十件　　办结一百一十八件，调解\n" * 9, id="a table with spaces"
        ),
        pytest.param("一、全面推进依法行政，持续优化法治化营商环境\n" * 9, id="labelled headings of one length"),
        pytest.param("坚持党的全面领导，坚持以人民为中心的发展思想\n" * 9, id="slogans of one length"),
        pytest.param("负责全区行政复议、行政应诉和行政赔偿工作的指导；\n" * 9, id="list items of one length"),
        pytest.param(f"{FIRST}\n{SECOND}\n" * 5, id="paragraphs of one length"),
        pytest.param(f"一、工作情况\n{FIRST}\n二、工作打算\n{SECOND}\n" * 5, id="headings and paragraphs"),
        pytest.param("\n".join([FIRST[:20], FIRST[20:40], FIRST[40:]]), id="too few lines to know"),
        pytest.param(
            "\n".join([*wrapped(FIRST, 20).split("\n"), FIRST + SECOND, SECOND + FIRST, FIRST, SECOND]),
            id="one wrapped paragraph among whole ones",
        ),
    ],
)
def test_whole_lines_are_never_joined(text: str):
    document = read(text.encode(), "a.txt")

    assert document.text is document.source
    assert paragraphs(document) == [line for line in text.split("\n") if line]


@pytest.mark.parametrize(
    "data",
    [
        pytest.param("中文，" * 1_000_000, id="one line"),
        pytest.param("工作。\n" * 500_000, id="many lines"),
        pytest.param("a" + " " * 5_000_000 + "b", id="spaces inside"),
        pytest.param(" " * 5_000_000, id="spaces only"),
        pytest.param("\n" * 5_000_000, id="line ends only"),
        pytest.param(("。" * 100_000 + "x\n") * 10, id="stops without end"),
        pytest.param((FIRST[:30] + "\n") * 100_000, id="wrapped without end"),
        pytest.param(("“（" * 50_000 + "\n") * 20, id="opening marks"),
    ],
)
def test_cost_grows_with_the_length(data: str):
    start = time.perf_counter()
    read(data.encode(), "a.txt")

    assert time.perf_counter() - start < 30
