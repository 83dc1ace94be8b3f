"""The parts of knowing wrapped text."""

from __future__ import annotations

import pytest

from lint_reports.readers.wrapping import Line, Wrap, columns, continues, find_wrap, seam, starts_block


@pytest.mark.parametrize(
    "line",
    [
        "一、工作情况", "十一、其他事项", "二．工作打算", "壹、總則", "（一）加强领导", "(三)推进改革", "一）加强领导", "（12）完善机制", "(1)完善机制", "1）完善机制",
        "1.夯实基础", "12．夯实基础", "3、夯实基础", "1. 夯实基础", "①健全制度", "⒈健全制度", "㈠健全制度", "第一条　为了规范", "第十二条 本办法", "第三章 附则",
        "第 3 條", "第二十条之一", "第一编　总则", "一是完善制度。", "第一，加强学习。", "其二，推进落实。", "- 甲", "* 甲", "●甲", "——2024年1月10日在", "发布日期：2024-01-05",
        "来源: 云溪县", "附件：名单", "附件1：名单", "注：均为快报数",
    ],
)  # fmt: skip
def test_labels_begin_a_block(line: str):
    assert starts_block(line)


@pytest.mark.parametrize(
    "line",
    [
        "一、二审案件", "三、四季度", "（四）项规定", "（四）、（五）项所列", "（二）款", "1.2万件", "3.5%", "2023年，", "第一条规定的", "第十二条第一款",
        "第一责任人", "其一贯", "一般项目", "——坚持改革创新", "-5度", "·", "来源于基层", "工作要求：", "",
    ],
)  # fmt: skip
def test_what_looks_like_a_label_begins_nothing(line: str):
    assert not starts_block(line)


@pytest.mark.parametrize(
    "left, right, between",
    [
        ("作", "推", ""),
        ("，", "推", ""),
        ("作", "A", ""),
        ("5", "G", " "),
        ("k", "n", " "),
        (",", "n", " "),
        ("2", "0", ""),
        ("2", ".", ""),
        ("-", "n", ""),
        (")", "(", ""),
    ],
)
def test_seam(left: str, right: str, between: str):
    assert seam(left, right) == between


@pytest.mark.parametrize(
    "text, width",
    [("", 0), ("ab c", 4), ("依法行政", 8), ("2023年，", 8), ("“一”", 6), ("　　甲", 6), ("\t甲", 10), ("·", 1)],
)
def test_columns(text: str, width: int):
    assert columns(text) == width


FULL = Line("依法行政推进法治政府建设各项任务，落实见效", "", follows=True)  # 42 columns


@pytest.mark.parametrize(
    "wrap, line, following, expected",
    [
        pytest.param(Wrap(42, columns), FULL, Line("取得进展。", "", True), True, id="full"),
        pytest.param(Wrap(44, columns), FULL, Line("取得进展。", "", True), False, id="room for one more character"),
        pytest.param(Wrap(44, columns), FULL, Line("“取得进展。", "", True), True, id="an opening quote takes its character along"),
        pytest.param(Wrap(44, columns), FULL, Line("好。取得进展。", "", True), True, id="a character takes its stop along"),
        pytest.param(Wrap(45, columns), FULL, Line("2023年取得进展。", "", True), True, id="a figure is not taken apart"),
        pytest.param(Wrap(21, len), FULL, Line("取得进展。", "", True), True, id="characters are counted"),
        pytest.param(Wrap(42, columns), FULL, Line("取得进展。", "", False), False, id="after a blank line"),
        pytest.param(Wrap(42, columns), FULL, Line("（二）推进改革。", "", True), False, id="a label"),
        pytest.param(Wrap(42, columns, marked=True), FULL, Line("（二）推进改革。", "", True), True, id="a label where paragraphs are marked otherwise"),
        pytest.param(Wrap(42, columns), FULL, Line("取得进展。", "　　", True), True, id="a hanging indent"),
        pytest.param(Wrap(42, columns, indented=True), FULL, Line("取得进展。", "　　", True), False, id="an indented paragraph"),
        pytest.param(Wrap(44, columns), Line("推进法治政府建设各项任务，落实见效取得成绩。", "", True), Line("二〇二三年。", "", True), False, id="a sentence ends at the margin"),
        pytest.param(Wrap(44, columns, long=True), Line("推进法治政府建设各项任务，落实见效取得成绩。", "", True), Line("二〇二三年。", "", True), True, id="a sentence ends at the margin of a long paragraph"),
        pytest.param(Wrap(46, columns), FULL._replace(indent="　　"), Line("取得进展。", "", True), True, id="the indent counts"),
    ],
)  # fmt: skip
def test_continues(wrap: Wrap, line: Line, following: Line, *, expected: bool):
    assert continues(wrap, line, following) is expected


PARAGRAPH = (
    "青禾区深入推进依法行政，全年组织检查一百二十次，覆盖全部重点领域，督促整改问题三百余个，群众满意度稳步提升。"
)


def wrapped(text: str, width: int) -> list[str]:
    return [text[at : at + width] for at in range(0, len(text), width)]


def lines(*texts: str) -> list[Line]:
    return [Line(text.strip(), text[: len(text) - len(text.lstrip())], follows=at > 0) for at, text in enumerate(texts)]


@pytest.mark.parametrize(
    "texts, expected",
    [
        pytest.param(wrapped("　　" + PARAGRAPH, 19) * 2, Wrap(38, columns, indented=True, marked=True), id="indented"),
        pytest.param(wrapped(PARAGRAPH, 19) * 3, Wrap(38, columns), id="short paragraphs"),
        pytest.param(wrapped(PARAGRAPH + PARAGRAPH * 4, 19) * 2, Wrap(38, columns, long=True), id="long paragraphs"),
        pytest.param(["一、工作情况", "", *wrapped(PARAGRAPH, 17)] * 3, Wrap(34, columns), id="headings between"),
        pytest.param(
            wrapped("2023年9月，" + PARAGRAPH.replace("一百二十", "120"), 20) * 3,
            Wrap(20, len),
            id="characters were counted",
        ),
        pytest.param(wrapped(PARAGRAPH, 15) * 3, None, id="too narrow"),
        pytest.param(wrapped(PARAGRAPH, 19), None, id="too few"),
        pytest.param([PARAGRAPH[:19] + "部门"[: at % 3] for at in range(9)], None, id="no line ends a sentence"),
        pytest.param([*wrapped(PARAGRAPH, 19) * 3, PARAGRAPH], None, id="a longer line"),
        pytest.param([], None, id="nothing"),
    ],
)
def test_find_wrap(texts: list[str], expected: Wrap | None):
    assert find_wrap(lines(*texts)) == expected
