"""The format for people, to the letter."""

from __future__ import annotations

import time
import unicodedata

import pytest
from hypothesis import given, settings, strategies as st
from wcwidth import wcwidth

from lint_reports.finding import Confidence, Edit, Finding, Fix, Label, Safety, Severity
from lint_reports.language import Say
from lint_reports.located import located
from lint_reports.readers import read
from lint_reports.report import Failure, Outcome, Report
from lint_reports.reporters import Style
from lint_reports.reporters.text import render
from lint_reports.text import Span

SOURCE = """\
某某市司法局2023年工作总结
2023年，某某市司法局坚持依法行政，各项工作取得新的进展。
一、2023年工作成效
（一）加强学习。组织培训三期，参训120人次。
（一）强化监督。开展检查2次，整改问题5个。
"""


def finding(source: str, part: str, message: str = "有误", *, nth: int = 0, **fields) -> Finding:
    """A finding at the n-th place where a part stands in a text."""
    start = -1
    for _ in range(nth + 1):
        start = source.index(part, start + 1)
    span = Span(start, start + len(part))
    found = Finding("t/rule", Severity.ERROR, Confidence.CERTAIN, message, span, (), None, ())
    return found._replace(**fields)


def report(source: str, *findings: Finding, name: str = "报告.txt", problems=()) -> Report:
    return Report(read(source.encode(), name), findings, problems=problems)


def shown(*outcomes: Outcome, lang="zh", color=False, quiet=True, statistics=False) -> str:
    return "".join(render(map(located, outcomes), Style(lang, color, quiet, statistics)))


def test_a_finding_with_wide_characters() -> None:
    assert (
        shown(report(SOURCE, finding(SOURCE, "120人次", "数字与单位之间不留空")))
        == """\
报告.txt:4:18: 错误 t/rule 数字与单位之间不留空
    4 │ （一）加强学习。组织培训三期，参训120人次。
      │                                   ^^^^^^^
"""
    )


def test_in_english() -> None:
    found = finding(SOURCE, "120人次", "no space between figure and unit", severity=Severity.WARNING)
    assert (
        shown(report(SOURCE, found), lang="en")
        == """\
报告.txt:4:18: warning t/rule no space between figure and unit
    4 │ （一）加强学习。组织培训三期，参训120人次。
      │                                   ^^^^^^^
"""
    )


def test_related_places_and_a_fix() -> None:
    first, second = finding(SOURCE, "（一）").span, finding(SOURCE, "（一）", nth=1).span
    fix = Fix((Edit(Span(second.start + 1, second.start + 2), "二"),), Safety.UNSAFE)
    found = finding(SOURCE, "（一）", "序号重复", nth=1, related=(Label(first, "前一个在此"),), fix=fix)
    assert (
        shown(report(SOURCE, found))
        == """\
报告.txt:5:1: 错误 t/rule 序号重复
    5 │ （一）强化监督。开展检查2次，整改问题5个。
      │ ^^^^^^
  第4行第1列：前一个在此
    4 │ （一）加强学习。组织培训三期，参训120人次。
      │ ^^^^^^
  建议（需人工确认）：“一” → “二”
"""
    )
    assert (
        shown(report(SOURCE, found), lang="en")
        == """\
报告.txt:5:1: error t/rule 序号重复
    5 │ （一）强化监督。开展检查2次，整改问题5个。
      │ ^^^^^^
  line 4, column 1: 前一个在此
    4 │ （一）加强学习。组织培训三期，参训120人次。
      │ ^^^^^^
  suggestion (to be confirmed): “一” → “二”
"""
    )


FIXES = {
    "replace": (((0, 2, "截至"),), Safety.SAFE, "可改为：“截止” → “截至”", "fix: “截止” → “截至”"),
    "insert": (((2, 2, "、"),), Safety.SAFE, "可改为：此处加“、”", "fix: insert “、” here"),
    "lines": (((0, 0, "甲\n乙\n"),), Safety.SAFE, "可改为：此处加“甲…”", "fix: insert “甲…” here"),
    "delete": (((0, 2, ""),), Safety.SAFE, "可改为：删去“截止”", "fix: delete “截止”"),
    "several": (
        ((0, 1, "甲"), (1, 2, "")),
        Safety.UNSAFE,
        "建议（需人工确认）：“截” → “甲”；删去“止”",
        "suggestion (to be confirmed): “截” → “甲”；delete “止”",
    ),
    "many": (
        tuple((at, at + 1, "甲") for at in range(5)),
        Safety.SAFE,
        "可改为：“截” → “甲”；“止” → “甲”；“6” → “甲”；“月” → “甲”……共 5 处",
        "fix: “截” → “甲”；“止” → “甲”；“6” → “甲”；“月” → “甲” … 5 places in all",
    ),
}


@pytest.mark.parametrize("name", FIXES)
def test_how_a_fix_is_told(name) -> None:
    edits, safety, zh, en = FIXES[name]
    fix = Fix(tuple(Edit(Span(start, end), text) for start, end, text in edits), safety)
    outcome = report("截止6月。", finding("截止6月。", "截止", fix=fix))
    assert shown(outcome).splitlines()[-1] == f"  {zh}"
    assert shown(outcome, lang="en").splitlines()[-1] == f"  {en}"


def test_a_line_that_does_not_fit_is_cut_on_both_sides() -> None:
    source = "甲" * 100 + "截止" + "乙" * 100
    assert (
        shown(report(source, finding(source, "截止")))
        == f"""\
报告.txt:1:101: 错误 t/rule 有误
    1 │ …{"甲" * 12}截止{"乙" * 24}…
      │ {" " * 25}^^^^
"""
    )


def test_a_line_that_fits_is_shown_whole() -> None:
    source = "甲" * 36 + "截止"
    assert (
        shown(report(source, finding(source, "截止")))
        == f"""\
报告.txt:1:37: 错误 t/rule 有误
    1 │ {source}
      │ {" " * 72}^^^^
"""
    )


CUTS = {
    "at the start": ("截止" + "乙" * 100, "截止", f"截止{'乙' * 36}…", "^^^^"),
    "at the end": ("甲" * 100 + "截止", "截止", f"…{'甲' * 12}截止", " " * 25 + "^^^^"),
    "one column too long": ("甲" * 37 + "abc", "abc", f"…{'甲' * 12}abc", " " * 25 + "^^^"),
    "long itself": ("甲" * 20 + "乙" * 90, "乙" * 90, f"…{'甲' * 12}{'乙' * 26}…", " " * 25 + "^" * 52),
    "half of a wide character does not fit": ("a" * 3 + "甲" * 50, "a", f"aaa{'甲' * 36}…", "^"),
    "narrow": ("a" * 100 + "x" + "b" * 100, "x", f"…{'a' * 24}x{'b' * 51}…", " " * 25 + "^"),
    "a character beyond the basic plane": ("𠮷" * 50 + "截止", "截止", f"…{'𠮷' * 12}截止", " " * 25 + "^^^^"),
    "combining marks": ("e\u0301" * 3 + "截止", "截止", "e\u0301e\u0301e\u0301截止", "   ^^^^"),
    "zero-width characters": ("甲\u200b乙截止", "截止", "甲\u200b乙截止", "    ^^^^"),
}


@pytest.mark.parametrize("name", CUTS)
def test_what_is_shown_of_a_line(name) -> None:
    source, part, line, carets = CUTS[name]
    assert shown(report(source, finding(source, part))).splitlines()[1:] == [f"    1 │ {line}", f"      │ {carets}"]


def test_a_place_over_several_lines_is_marked_to_the_end_of_the_first() -> None:
    assert shown(report(SOURCE, finding(SOURCE, "进展。\n一、2023年"))).splitlines()[1:] == [
        "    2 │ 2023年，某某市司法局坚持依法行政，各项工作取得新的进展。",
        "      │ " + " " * 50 + "^^^^^^",
    ]


@pytest.mark.parametrize(
    "offset, line, column, carets",
    [(0, 1, 1, "^"), (15, 1, 16, " " * 26 + "^")],
    ids=["start of a line", "end of a line"],
)
def test_an_empty_place_has_one_caret(offset, line, column, carets) -> None:
    found = finding(SOURCE, "某")._replace(span=Span(offset, offset))
    lines = shown(report(SOURCE, found)).splitlines()
    assert lines[0] == f"报告.txt:{line}:{column}: 错误 t/rule 有误"
    assert lines[2] == f"      │ {carets}"


def test_what_a_terminal_would_obey_is_not_printed() -> None:
    source = "红\x1b[31m字\t截止\x07\u202e目前\x9b0m"
    found = finding(source, "截止", "“红\x1b[31m字”有误\n第二行", related=(Label(Span(0, 2), "\x1b]0;x\x07"),))
    printed = shown(report(source, found, name="a\x1b[2J.txt"))
    assert (
        printed
        == """\
a\ufffd[2J.txt:1:9: 错误 t/rule “红\ufffd[31m字”有误\ufffd第二行
    1 │ 红\ufffd[31m字 截止\ufffd\ufffd目前\ufffd0m
      │           ^^^^
  第1行第1列：\ufffd]0;x\ufffd
    1 │ 红\ufffd[31m字 截止\ufffd\ufffd目前\ufffd0m
      │ ^^^
"""
    )


def test_nothing_of_a_hostile_document_reaches_the_terminal() -> None:
    source = "".join(map(chr, [*range(1, 0x20), *range(0x7F, 0xA0), *range(0x200E, 0x2010), *range(0x2028, 0x202F)]))
    source = "甲" + source.replace("\n", "").replace("\r", "") + "截止"
    printed = shown(report(source, finding(source, "截止", source)), Failure(source, Say(source, source)))
    odd = {char for char in printed if unicodedata.category(char) in ("Cc", "Cf", "Zl", "Zp")}
    assert odd == {"\n"}


def test_failures_and_problems() -> None:
    failure = Failure("图.txt", Say("这是PNG 图片，不是文本文件。", "This is a PNG image."))
    slow = report("甲。", problems=(Say("规则 t/a 运行过久，已放弃。", "rule t/a was given up"),))
    assert (
        shown(failure, slow, quiet=False)
        == """\
图.txt: 未检查 这是PNG 图片，不是文本文件。
报告.txt: 规则 t/a 运行过久，已放弃。
共检查 2 个文件：0 个错误，0 个警告；2 个文件未能完整检查。
"""
    )
    assert (
        shown(failure, slow, lang="en", quiet=False)
        == """\
图.txt: not checked This is a PNG image.
报告.txt: rule t/a was given up
2 files checked: 0 errors, 0 warnings; 2 files could not be checked in full.
"""
    )


def test_a_clean_run_says_nothing() -> None:
    assert shown(report(SOURCE), report("甲。"), quiet=False, statistics=True) == ""
    assert shown(quiet=False) == ""


FIXED = Fix((Edit(Span(0, 2), "截至"),), Safety.SAFE)
ONE = finding("截止。", "截止", fix=FIXED)
SUMMARIES = {
    "one": (
        [ONE],
        "共检查 1 个文件：1 个错误，0 个警告（1 处有修改建议）。",
        "1 file checked: 1 error, 0 warnings (1 with a suggested fix).",
    ),
    "several": (
        [ONE._replace(fix=None), ONE._replace(fix=None), ONE._replace(severity=Severity.WARNING, fix=None)],
        "共检查 1 个文件：2 个错误，1 个警告。",
        "1 file checked: 2 errors, 1 warning.",
    ),
    "style": (
        [ONE._replace(severity=Severity.INFO), ONE._replace(severity=Severity.INFO)],
        "共检查 1 个文件：0 个错误，0 个警告，2 个提示（2 处有修改建议）。",
        "1 file checked: 0 errors, 0 warnings, 2 infos (2 with a suggested fix).",
    ),
}


@pytest.mark.parametrize("name", SUMMARIES)
def test_the_summary(name) -> None:
    findings, zh, en = SUMMARIES[name]
    assert shown(report("截止。", *findings), quiet=False).splitlines()[-1] == zh
    assert shown(report("截止。", *findings), lang="en", quiet=False).splitlines()[-1] == en


def test_a_quiet_run_has_no_summary() -> None:
    assert "共检查" not in shown(report("截止。", ONE))


def test_statistics_come_before_the_summary_most_often_first() -> None:
    findings = [ONE._replace(rule=rule, fix=None) for rule in ("t/b", "t/c", "t/a", "t/c")]
    lines = shown(report("截止。", *findings), quiet=False, statistics=True).splitlines()
    assert lines[-4:] == ["     2 t/c", "     1 t/a", "     1 t/b", "共检查 1 个文件：4 个错误，0 个警告。"]


def test_colour() -> None:
    outcome = report("截止。", ONE._replace(related=(Label(Span(0, 1), "在此"),), fix=None))
    assert shown(outcome, color=True, quiet=False) == (
        "\x1b[1m报告.txt:1:1:\x1b[0m \x1b[31;1m错误\x1b[0m \x1b[2mt/rule\x1b[0m 有误\n"
        "    1 │ 截止。\n"
        "      │ \x1b[31;1m^^^^\x1b[0m\n"
        "  第1行第1列：在此\n"
        "    1 │ 截止。\n"
        "      │ \x1b[2m^^\x1b[0m\n"
        "\x1b[1m共检查 1 个文件：1 个错误，0 个警告。\x1b[0m\n"
    )
    for severity, color in ((Severity.WARNING, "33;1"), (Severity.INFO, "36;1")):
        assert f"\x1b[{color}m^^^^\x1b[0m" in shown(report("截止。", ONE._replace(severity=severity)), color=True)
    assert (
        shown(Failure("a", Say("读不了。", "no")), color=True) == "\x1b[1ma:\x1b[0m \x1b[31;1m未检查\x1b[0m 读不了。\n"
    )


def test_places_are_counted_in_the_file_as_it_is() -> None:
    source = "# 总结\r\n\r\n**截止**六月，&amp;办结五件。\r\n"
    document = read(source.encode(), "a.md")
    start = document.text.index("截止")
    found = ONE._replace(span=Span(start, start + 2), fix=None)
    assert (
        shown(Report(document, (found,)))
        == """\
a.md:3:3: 错误 t/rule 有误
    3 │ **截止**六月，&amp;办结五件。
      │   ^^^^
"""
    )


LINES = st.text("甲，“…—①あｱＡ　ab 1\t\U0001f600𠮷é·", min_size=1, max_size=120)


def columns(text: str) -> int:
    return sum(wcwidth(char) for char in text)


@settings(max_examples=300)
@given(line=LINES, data=st.data())
def test_the_carets_stand_under_what_was_found(line: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(line)))
    end = data.draw(st.integers(start, len(line)))
    found = ONE._replace(span=Span(start, end), fix=None)
    _, excerpt, under = shown(report(line, found)).split("\n")[:3]
    shown_line, under = excerpt.removeprefix("    1 │ "), under.removeprefix("      │ ")
    carets = under.lstrip(" ")
    before = columns(under) - columns(carets)
    # Every character here takes a column or two, so the columns before the carets lead to what stands over them.
    at = next(at for at in range(len(shown_line) + 1) if columns(shown_line[:at]) == before)
    marked, rest = line[start:end].replace("\t", " "), shown_line[at:]
    seen = rest if rest.startswith(marked) else rest.removesuffix("…")
    marked = marked[: len(seen)]
    assert seen.startswith(marked)
    assert carets == "^" * max(1, columns(marked))
    assert columns(shown_line) <= 78


def test_many_findings_on_one_long_line_take_linear_time() -> None:
    source = "截止，" * 1_000_000
    document = read(source.encode(), "a.txt")
    findings = tuple(ONE._replace(span=Span(start, start + 2)) for start in range(0, 30_000, 3))
    start = time.perf_counter()
    assert "".join(render([located(Report(document, findings))], Style())).count("\n") == 40_001
    assert time.perf_counter() - start < 30
