"""Places as people and machines name them: lines, columns, bytes, and the words around."""

from __future__ import annotations

import pickle

import pytest
from hypothesis import given, strategies as st

from lint_reports.finding import Basis, Confidence, Edit, Finding, Fix, Label, Safety, Severity
from lint_reports.language import Say
from lint_reports.located import (
    Checked,
    Excerpt,
    LocatedEdit,
    LocatedFinding,
    LocatedFix,
    LocatedLabel,
    Place,
    Places,
    located,
)
from lint_reports.readers import read
from lint_reports.report import Failure, Report
from lint_reports.text import ByteIndex, Position, Span

SOURCE = "某某市工作总结\r\n(三)加强学习。\r\n(三)强化监督。\r\n"
FOUND = Finding(
    rule="outline/duplicate",
    severity=Severity.ERROR,
    confidence=Confidence.CERTAIN,
    message="序号“(三)”重复",
    span=Span(19, 22),
    related=(Label(Span(9, 12), "前一个在此"),),
    fix=Fix((Edit(Span(20, 21), "四"),), Safety.UNSAFE),
    basis=(Basis("逻辑", "", "逻辑"),),
    section=("一、工作成效",),
)


def report(source: str, *findings: Finding, name: str = "报告.txt") -> Report:
    return Report(read(source.encode(), name), findings, 2, ("t/a",), (Say("已放弃。", "given up"),))


def place(source: str, start: int, end: int, name: str = "报告.txt") -> Place:
    return Places(read(source.encode(), name)).at(Span(start, end))


def test_a_finding() -> None:
    assert located(report(SOURCE, FOUND)) == Checked(
        name="报告.txt",
        findings=(
            LocatedFinding(
                rule="outline/duplicate",
                severity=Severity.ERROR,
                confidence=Confidence.CERTAIN,
                message="序号“(三)”重复",
                place=Place(Position(3, 1), Position(3, 4), 1, 6, "(三)", Excerpt("", "(三)", "强化监督。", 0, 8)),
                related=(
                    LocatedLabel(
                        Place(Position(2, 1), Position(2, 4), 1, 6, "(三)", Excerpt("", "(三)", "加强学习。", 0, 8)),
                        "前一个在此",
                    ),
                ),
                fix=LocatedFix(
                    (
                        LocatedEdit(
                            Place(Position(3, 2), Position(3, 3), 2, 5, "三", Excerpt("(", "三", ")强化监督。", 1, 8)),
                            "四",
                        ),
                    ),
                    Safety.UNSAFE,
                ),
                basis=(Basis("逻辑", "", "逻辑"),),
                section=("一、工作成效",),
            ),
        ),
        suppressed=2,
        not_applicable=("t/a",),
        problems=(Say("已放弃。", "given up"),),
        source=None,
    )


def test_a_failure_stays_as_it_is() -> None:
    failure = Failure("图.txt", Say("读不了。", "no"))
    assert located(failure, keep_source=True) is failure


@pytest.mark.parametrize("findings, source", [((FOUND,), SOURCE), ((), None)], ids=["faulty", "clean"])
def test_the_source_is_kept_of_files_with_findings(findings, source) -> None:
    checked = located(report(SOURCE, *findings), keep_source=True)
    assert isinstance(checked, Checked)
    assert checked.source == source


def test_it_goes_to_another_process_and_back() -> None:
    checked = located(report(SOURCE, FOUND), keep_source=True)
    assert pickle.loads(pickle.dumps(checked)) == checked


PLACES = {
    "in a Markdown file": ("# 总结\r\n\r\n**截止**六月。\r\n", "a.md", 3, 5, (3, 3), (3, 5), (3, 9)),
    "after characters of 1, 2, 3 and 4 bytes": ("aé甲𠮷截止", "a.txt", 4, 6, (1, 5), (1, 7), (11, 17)),
    "empty": ("甲截止", "a.txt", 1, 1, (1, 2), (1, 2), (4, 4)),
    "over two lines": ("甲乙\n丙丁", "a.txt", 1, 4, (1, 2), (2, 2), (4, 4)),
    "at the end": ("甲\n乙", "a.txt", 3, 3, (2, 2), (2, 2), (4, 4)),
}


@pytest.mark.parametrize("name", PLACES)
def test_lines_columns_and_bytes(name) -> None:
    source, file, start, end, first, last, columns = PLACES[name]
    found = place(source, start, end, file)
    assert (found.start, found.end, (found.start_byte, found.end_byte)) == (first, last, columns)


EXCERPTS = {
    "a short line": ("甲截止乙\n丙", 1, 3, Excerpt("甲", "截止", "乙", 1, 4)),
    "a long line": ("甲" * 100 + "截止" + "乙" * 100, 100, 102, Excerpt("甲" * 76, "截止", "乙" * 76, 100, 202)),
    "a long place": ("甲" + "乙" * 90 + "丙", 1, 91, Excerpt("甲", "乙" * 76, "", 1, 92)),
    "two lines": ("甲乙\r\n丙丁", 1, 5, Excerpt("甲", "乙", "", 1, 2)),
    "a line end": ("甲乙\r\n丙丁", 2, 4, Excerpt("甲乙", "", "", 2, 2)),
}


@pytest.mark.parametrize("name", EXCERPTS)
def test_what_is_kept_of_the_line(name) -> None:
    source, start, end, excerpt = EXCERPTS[name]
    assert place(source, start, end).excerpt == excerpt


@given(text=st.text("a é甲𠮷\n", max_size=40), times=st.integers(1, 200), data=st.data())
def test_bytes_before_an_offset(text: str, times: int, data: st.DataObject) -> None:
    text *= times
    index = ByteIndex(text)
    for offset in data.draw(st.lists(st.integers(0, len(text)), min_size=1, max_size=5)):
        assert index.before(offset) == len(text[:offset].encode())
