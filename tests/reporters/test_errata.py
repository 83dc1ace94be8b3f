"""The 勘误表, as a table for Excel and as a page."""

from __future__ import annotations

import csv
from html.parser import HTMLParser
from io import StringIO

HEADS = ["序号", "文件", "位置", "章节", "原文", "改为", "说明", "级别", "规则", "依据", "备注"]
ROWS = [
    ["1", "报告 1.txt", "第2行第1列", "", "⟦(⟧三)加强学习。", "", "宜用全角括号", "提示", "punct/style", "", ""],
    ["2", "报告 1.txt", "第3行第1列", "一、工作成效 / (三)强化监督", "(⟦三⟧)强化监督，截止…", "(⟦四⟧)强化监督，截止…", "序号“(三)”重复；前一个在此（第2行第1列）", "错误", "outline/duplicate", "《某标准》 4.1（应）；逻辑（逻辑）", "建议，需人工确认"],
    ["3", "报告 1.txt", "第3行第9列", "", "…三)强化监督，截⟦止⟧六月办结五件。", "…三)强化监督，截⟦至⟧六月办结五件。", "应为“截至”", "警告", "wording/jiezhi", "词典（应）", ""],
    ["4", "c.txt", "", "", "", "", "规则 t/a 已放弃。", "未检查", "", "", ""],
    ["5", "图.txt", "", "", "", "", "这是图片。", "未检查", "", "", ""],
]  # fmt: skip


def test_csv(render, outcomes) -> None:
    written = render("errata-csv", outcomes)
    assert written.startswith("\ufeff序号,")
    assert written.count("\r\n") == 6
    assert list(csv.reader(StringIO(written.removeprefix("\ufeff"), newline=""))) == [HEADS, *ROWS]


def test_csv_in_english(render, outcomes) -> None:
    rows = list(csv.reader(StringIO(render("errata-csv", outcomes, "en"))))
    assert rows[0] == [
        "\ufeffNo.", "File", "Place", "Section", "As it stands", "Correction", "Reason", "Severity", "Rule", "Basis", "Note",
    ]  # fmt: skip
    assert rows[2][6:] == [
        "序号“(三)”重复; 前一个在此 (line 2, column 1)", "error", "outline/duplicate", "《某标准》 4.1 (应); 逻辑 (逻辑)", "to be confirmed",
    ]  # fmt: skip


def test_nothing_that_excel_would_calculate(render, hostile) -> None:
    for row in csv.reader(StringIO(render("errata-csv", hostile).removeprefix("\ufeff"))):
        assert [cell for cell in row if cell.startswith(tuple("=+-@＝＋－＠\t\r"))] == []


class Table(HTMLParser):
    """The cells of a page, and the tags it has."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: list[list[str]] = []
        self.tags: set[str] = set()
        self.marks = 0

    def handle_starttag(self, tag, attrs) -> None:
        self.tags.add(tag)
        if tag == "tr":
            self.rows.append([])
        elif tag in ("td", "th"):
            self.rows[-1].append("")
        self.marks += tag == "mark"

    def handle_data(self, data) -> None:
        if self.rows and self.rows[-1]:
            self.rows[-1][-1] += data.removesuffix("\n")


def table(text: str) -> Table:
    read = Table()
    read.feed(text)
    read.close()
    return read


def test_html(render, outcomes) -> None:
    read = table(render("errata-html", outcomes))
    assert read.rows == [
        ["序号", "位置", "原文", "改为", "说明", "依据"],
        ["报告 1.txt"],
        ["1", "第2行第1列", "(三)加强学习。", "", "宜用全角括号提示 · punct/style", ""],
        ["2", "第3行第1列一、工作成效 / (三)强化监督", "(三)强化监督，截止…", "(四)强化监督，截止…建议，需人工确认", "序号“(三)”重复；前一个在此（第2行第1列）错误 · outline/duplicate", "《某标准》 4.1（应）；逻辑（逻辑）"],
        ["3", "第3行第9列", "…三)强化监督，截止六月办结五件。", "…三)强化监督，截至六月办结五件。", "应为“截至”警告 · wording/jiezhi", "词典（应）"],
        ["c.txt"],
        ["4", "", "", "", "规则 t/a 已放弃。未检查", ""],
        ["图.txt"],
        ["5", "", "", "", "这是图片。未检查", ""],
    ]  # fmt: skip
    assert read.marks == 5


def test_html_of_a_clean_run(render, outcomes) -> None:
    assert "<p>无。</p>" in render("errata-html", outcomes[1:2])


def test_html_of_a_hostile_document(render, hostile) -> None:
    written = render("errata-html", hostile)
    read = table(written)
    assert "script" not in read.tags
    assert "\x00" not in written
    assert len(read.rows) == 1 + 2 * len(hostile)
