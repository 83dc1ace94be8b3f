"""Kind `table`: figures that must add up, and figures that the text quotes."""

from __future__ import annotations

import time

import pytest

from lint_reports.language import Say

ROWS = "kind: table\nadd: rows\ntotal: ^合计$"
COLUMNS = "kind: table\nadd: columns\ntotal: ^合计$"


def table(*rows: str) -> str:
    """A Markdown table of rows whose cells are parted by spaces; `.` is an empty cell."""
    first, *rest = [" | ".join("" if cell == "." else cell for cell in row.split()) for row in rows]
    return "\n".join(f"| {row} |" for row in (first, " | ".join("-" for _ in rows[0].split()), *rest)) + "\n"


# The fields, and a table with ⟦⟧ round what must be reported.
SUMS = {
    "a column": (ROWS, table("单位 数", "甲 3", "乙 4", "合计 ⟦8⟧")),
    "a column that is right": (ROWS, table("单位 数", "甲 3", "乙 4", "合计 7")),
    "a row": (COLUMNS, table("单位 子 丑 合计", "甲 3 4 ⟦8⟧", "乙 4 4 8")),
    "two columns": (ROWS, table("单位 子 丑", "甲 3 1", "乙 4 2", "合计 ⟦8⟧ ⟦5⟧")),
    "the total first": (ROWS, table("单位 数", "合计 ⟦8⟧", "甲 3", "乙 4")),
    "a total in the middle": (ROWS, table("单位 数", "甲 3", "乙 4", "合计 ⟦8⟧", "丙 1", "丁 2")),
    "two totals": (ROWS, table("单位 数", "甲 3", "乙 4", "合计 ⟦8⟧", "丙 1", "丁 2", "合计 3")),
    "two totals, the first on top": (ROWS, table("单位 数", "合计 8", "甲 3", "乙 4", "合计 8")),
    "two groups of columns": (COLUMNS, table("子 丑 合计 寅 卯 合计", "1 2 3 4 5 ⟦8⟧")),
    "a single part": (ROWS, table("单位 数", "甲 3", "合计 4")),
    "separators": (ROWS, table("单位 数", "甲 1,200", "乙 300", "合计 ⟦1,501⟧")),
    "decimals": (ROWS, table("单位 数", "甲 1.5", "乙 2.5", "合计 ⟦5.0⟧")),
    "decimals that are rounded": (ROWS, table("单位 数", "甲 1.46", "乙 2.46", "合计 3.9")),
    "whole numbers that may be rounded": (ROWS, table("单位 产值（亿元） 件", "甲 3 3", "乙 4 4", "合计 8 ⟦8⟧")),
    "万 in the cell": (ROWS, table("单位 数", "甲 1.5万", "乙 5000", "合计 ⟦3万⟧")),
    "one unit": (ROWS, table("单位 数", "甲 3件", "乙 4件", "合计 ⟦8件⟧")),
    "two units": (ROWS, table("单位 数", "甲 3件", "乙 4人", "合计 8件")),
    "negative figures": (ROWS, table("单位 数", "甲 -3", "乙 4", "合计 ⟦2⟧")),
    "a word among the figures": (ROWS, table("单位 数", "甲 3", "乙 约4", "合计 8")),
    "a share": (ROWS, table("单位 数", "甲 30%", "乙 40%", "合计 80%")),
    "an empty cell leaves it open": (ROWS, table("单位 数 件", "甲 3 1", "乙 4 1", "丙 . 1", "合计 8 ⟦4⟧")),
    "an empty line is a heading": (ROWS, table("单位 数", "甲 3", "乙 4", "丙 .", "合计 ⟦8⟧")),
    "too much, in spite of an empty cell": (ROWS, table("单位 数", "甲 3", "乙 4", "丙 -", "合计 ⟦6⟧")),
    "an empty total": (ROWS, table("单位 数", "甲 3", "乙 4", "合计 .")),
    "a skipped line": (ROWS + "\nskip: 其中", table("单位 数", "甲 3", "其中：女 2", "乙 4", "合计 ⟦8⟧")),
    "a doubtful line that is a part": (ROWS + "\ndoubt: 率", table("单位 数", "甲 3", "率先 2", "乙 4", "合计 9")),
    "a doubtful line that is none": (ROWS + "\ndoubt: 率", table("单位 数", "甲 3", "比率 2", "乙 4", "合计 7")),
    "wrong with the doubtful line and without": (ROWS + "\ndoubt: 率", table("单位 数", "甲 3", "率 2", "乙 4", "合计 ⟦8⟧")),
    "a doubtful column": (ROWS + "\ndoubt: 率", table("单位 数 率", "甲 3 9", "乙 4 8", "合计 ⟦8⟧ 9")),
    "too few parts": (ROWS + "\nleast: 3", table("单位 数", "甲 3", "乙 4", "合计 8")),
    "too many parts": (ROWS + "\nmost: 2", table("单位 数", "甲 3", "乙 4", "丙 1", "合计 9")),
    "figures that merged cells have moved": (ROWS, table("单位 . 数", "甲 子 3", "丑 4 .", "合计 ⟦8⟧ .")),
    "figures that nothing puts in line": (ROWS, table("单位 . 数 .", "甲 子 3 .", "丑 . 4 .", "寅 . . 5", "合计 8 . .")),
    "figures in line though labels differ": (ROWS, table("单位 . 数", "甲 子 3", "丑 . 4", "合计 . ⟦8⟧")),
    "a total in the last place": (COLUMNS + "\nfigures: 3", table("单位 子 丑 寅 .", "甲 3 4 ⟦8⟧ .", "乙 1 3 4 4", "丙 5 6 . .")),
    "a total that has its label": (COLUMNS + "\nfigures: 3", table("单位 子 丑 合计", "甲 3 4 ⟦8⟧")),
    "another table": (ROWS + "\nwithin: [单位, 甲]", table("单位 数", "丙 3", "乙 4", "合计 8")),
    "the table that is meant": (ROWS + "\nwithin: [单位, 甲]", table("单位 数", "甲 3", "乙 4", "合计 ⟦8⟧")),
    "a table that is not meant": (ROWS + "\nwithout: 小计", table("单位 数", "甲 3", "小计 3", "乙 4", "合计 8")),
    "the total is as wrong as its part": (ROWS, table("单位 子 丑 总数", "甲 3 1 4", "乙 4 2 6", "合计 ⟦8⟧ 3 11")),
}  # fmt: skip


@pytest.mark.parametrize("trusted", [True, False], ids=["re", "regex"])
@pytest.mark.parametrize("name", SUMS)
def test_sums(marked, name, trusted) -> None:
    fields, sample = SUMS[name]
    assert marked(fields, sample, trusted=trusted, name="表.md") == sample


OTHERS = {
    "right elsewhere": table("单位 子 丑 寅", "甲 3 1 1", "乙 4 2 2", "合计 7 3 ⟦4⟧"),
    "as often right as wrong": table("单位 子 丑", "甲 3 1", "乙 4 2", "合计 7 ⟦8⟧"),
    "more often wrong": table("单位 子 丑 寅", "甲 3 1 1", "乙 4 2 2", "合计 7 8 9"),
    "no other, nearly right": table("单位 数", "甲 30", "乙 40", "合计 ⟦75⟧"),
    "no other, far away": table("单位 数", "甲 30", "乙 40", "合计 140"),
    "none and nought are no witnesses": table("单位 子 丑 寅", "甲 30 0 .", "乙 40 0 5", "合计 140 0 5"),
    "an empty line may be a part": table("单位 数", "甲 30", "乙 40", "丙 .", "合计 75"),
    "an empty line, and too much": table("单位 数", "甲 30", "乙 40", "丙 .", "合计 ⟦65⟧"),
    "parts of two levels": table("单位 数", "一、甲 30", "（一）乙 4", "（二）丙 6", "合计 35"),
    "parts of one level": table("单位 数", "（一）甲 30", "（二）乙 40", "合计 ⟦75⟧"),
}


@pytest.mark.parametrize("name", OTHERS)
def test_a_total_that_the_table_shows_to_be_one(marked, name) -> None:
    assert marked(ROWS + "\nothers: true", OTHERS[name], name="表.md") == OTHERS[name]


BALANCE = "kind: table\nadd: rows\nleft: [新收, 结转]\nright: [办结, 未结]"
NAMED = {
    "it balances": (BALANCE, table("项目 甲 乙", "新收 30 2", "结转 2 1", "办结 29 3", "未结 3 0")),
    "one column does not": (BALANCE, table("项目 甲 乙", "新收 30 2", "结转 2 1", "办结 29 3", "未结 ⟦4⟧ 0")),
    "in columns": (BALANCE.replace("rows", "columns"), table("项目 新收 结转 办结 未结", "甲 30 2 29 ⟦4⟧")),
    "a line is missing": (BALANCE, table("项目 甲", "新收 30", "结转 2", "办结 29")),
    "a pattern names two lines": (BALANCE, table("项目 甲", "新收 30", "新收 1", "结转 2", "办结 29", "未结 9")),
    "blanks on both sides": (BALANCE, table("项目 甲", "新收 30", "结转 .", "办结 29", "未结 .")),
    "too little, with a blank": (BALANCE, table("项目 甲 乙", "新收 30 2", "结转 . 1", "办结 29 3", "未结 2 0")),
    "too much, with a blank": (BALANCE, table("项目 甲 乙", "新收 30 2", "结转 . 1", "办结 28 3", "未结 ⟦1⟧ 0")),
    "at least": (
        "kind: table\nadd: columns\nleft: [有效, 废止]\nright: 制发\nrelation: at-least",
        table("文件 制发 废止 有效", "甲 2 1 43", "乙 ⟦12⟧ 1 8", "丙 12 . 8", "丁 . 1 8"),
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", NAMED)
def test_equations(marked, name) -> None:
    fields, sample = NAMED[name]
    assert marked(fields, sample, name="表.md") == sample


QUOTED = "kind: table\nstated: 收到申请(?P<n>\\d+)件\nrow: 新收\ncolumn: 总计\nnot_after: 其中.{0,4}"
CELLS = "\n" + table("项目 个人 总计", "新收 20 25", "办结 18 23")
QUOTES = {
    "the same": f"全年收到申请25件。\n{CELLS}",
    "another": f"全年收到申请⟦26⟧件。\n{CELLS}",
    "what speaks against it": f"全年收到申请25件，其中网上收到申请17件。\n{CELLS}",
    "no table": "全年收到申请26件。\n",
    "no such cell": f"全年收到申请26件。\n{CELLS.replace('新收', '受理')}",
    "two tables": f"全年收到申请26件。\n{CELLS}\n上年\n{CELLS}",
    "a cell without a figure": f"全年收到申请26件。\n{CELLS.replace('25', '约25')}",
    "the words stand in the table": f"全年情况如下。\n{CELLS.replace('办结', '收到申请26件')}",
}


@pytest.mark.parametrize("trusted", [True, False], ids=["re", "regex"])
@pytest.mark.parametrize("name", QUOTES)
def test_figures_in_the_text(marked, name, trusted) -> None:
    assert marked(QUOTED, QUOTES[name], trusted=trusted, name="报告.md") == QUOTES[name]


def test_a_figure_may_be_quoted_from_the_last_place(marked) -> None:
    sample = f"全年收到申请⟦26⟧件。\n{CELLS.replace('总计', '数量')}"
    assert marked(QUOTED + "\nfigures: 3", sample, name="报告.md") == sample.replace("⟦26⟧", "26")
    sample = f"全年收到申请⟦26⟧件。\n\n{table('项目 甲 乙 .', '新收 20 5 25')}"
    assert marked(QUOTED + "\nfigures: 3", sample, name="报告.md") == sample


def test_several_cells_may_be_quoted(marked) -> None:
    fields = QUOTED.replace("row: 新收", "row: 新收|办结")
    sample = f"全年收到申请23件，收到申请25件，收到申请⟦24⟧件。\n{CELLS}"
    assert marked(fields, sample, name="报告.md") == sample


def test_what_it_says(report) -> None:
    fields = ROWS + "\nrelated: [{at: first, zh: '{first}', en: x}]"
    fields += "\nmessage: {zh: '{line}：{terms}={sum}，{label}{total}（{match}）', en: x}"
    text = table("单位 件数", "甲 1,200", "乙 0.5", "合计 1,300")
    (finding,) = report(fields, text, name="表.md").findings
    assert (finding.message, finding.related[0].message) == ("件数：1,200+0.5=1200.5，合计1,300（1,300）", "1,200")


def test_a_long_sum_is_shortened(report) -> None:
    fields = ROWS + "\nmessage: {zh: '{terms}={sum}', en: x}"
    text = table("单位 数", *(f"甲 {number}" for number in range(1, 9)), "合计 40")
    assert report(fields, text, name="表.md").findings[0].message == "1+2+3+4+……+8=36"


def test_what_a_quotation_says(report) -> None:
    fields = QUOTED + "\nrelated: [{at: first, zh: '{first}', en: x}]\nmessage: {zh: '{sum}，{total}{line}', en: x}"
    (finding,) = report(fields, f"全年收到申请26件。\n{CELLS}", name="报告.md").findings
    assert (finding.message, finding.related[0].message) == ("26，25", "25")


def test_only_tables_in_its_scope(marked) -> None:
    text = "# 报告\n\n正文内容如下。\n\n附件1\n\n" + table("单位 数", "甲 3", "乙 4", "合计 8")
    reported = text.replace("8", "⟦8⟧")
    assert marked(ROWS, text, name="表.md") == text
    assert marked(ROWS + "\nscope: {in: attachment}", text, name="表.md") == reported


@pytest.mark.parametrize("shape", ["long", "wide"])
def test_its_time_grows_with_the_table(report, shape) -> None:
    def source(size: int) -> str:
        if shape == "long":
            return table("单位 数", *("甲 3" for _ in range(size)), "合计 8")
        return table(
            " ".join(["单位", *("子" for _ in range(size))]), *[" ".join(["甲", *("3" for _ in range(size))])] * 2
        )

    report(ROWS, source(10), name="表.md")  # imports are no part of it
    taken = []
    for size in (500, 2000):
        text, tries = source(size), []
        for _ in range(3):  # the least of some, of this process alone: others may be at work
            start = time.process_time()
            report(ROWS, text, name="表.md")
            tries.append(time.process_time() - start)
        taken.append(min(tries))
    assert taken[1] < 16 * taken[0]


MISTAKES = {
    "nothing": (
        "kind: table",
        "4:5",
        "应有 add 和 total，或 add、left 和 right，或 stated、row 和 column，三者取一。",
        "a rule has add and total, or add, left and right, or stated, row and column",
    ),
    "two forms": (
        ROWS + "\nleft: 甲\nright: 乙",
        "4:5",
        "应有 add 和 total，或 add、left 和 right，或 stated、row 和 column，三者取一。",
        "a rule has add and total, or add, left and right, or stated, row and column",
    ),
    "no figure in the text": (
        "kind: table\nstated: 收到\\d+件\nrow: 新收\ncolumn: 总计",
        "6:13",
        "stated 的正则要有名为 n 的组：(?P<n>…)。",
        "stated needs a group called n: (?P<n>…)",
    ),
    "unknown name": (
        ROWS + "\nmessage: {zh: '{summ}', en: x}",
        "8:21",
        "没有名为“summ”的占位名，是否想写“sum”？可用的有：match、first、sum、terms、total、line、label。",
        "unknown name “summ”; did you mean “sum”? Allowed: match, first, sum, terms, total, line, label.",
    ),
}


@pytest.mark.parametrize("name", MISTAKES)
def test_a_mistake_is_named_where_it_stands(complaint, mistake, pack, name) -> None:
    fields, place, zh, en = MISTAKES[name]
    source = pack(fields)
    said = Say(mistake(source, place, f"规则 t/rule：{zh}"), mistake(source, place, f"rule t/rule: {en}"))
    assert complaint(source) == said


def test_its_triggers_are_what_must_stand_there(spec) -> None:
    assert spec(ROWS).triggers == ("合计",)
    assert spec(BALANCE).triggers == ("办结",)
    assert spec(QUOTED).triggers == ("收到申请",)
    assert spec(COLUMNS + "\nfigures: 3").triggers is None
    assert spec(COLUMNS + "\nfigures: 3\nwithin: [自然人, 总计]").triggers == ("自然人",)
