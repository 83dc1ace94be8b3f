"""What `check` leaves out because it is excused, in the document or beside it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

ERROR = "坚持依法行政，截止六月办结五件。\n"
WARNING = "坚持依法行政，认真布署各项工作。\n"


def write(name: str, text: str) -> str:
    Path(name).parent.mkdir(parents=True, exist_ok=True)
    Path(name).write_text(text, encoding="utf-8")
    return name


def side(*excuses: str, folder: str = ".") -> None:
    write(f"{folder}/.lint-reports-ignore.yaml", "excuses:\n" + "".join(f"  - {{{excuse}}}\n" for excuse in excuses))


@pytest.fixture
def found(check):
    """What a run reports: path, line and rule; and how many findings are excused."""

    def found(*arguments: object, select: str = "t,excuse"):
        done = check(*arguments, "--format", "json", "--select", select)
        report = json.loads(done.out)
        return [
            f"{file['path']}:{finding['line']}:{finding['rule']}"
            for file in report["files"]
            for finding in file["findings"]
        ], report["summary"]["suppressed"]

    return found


def test_comments(check, found) -> None:
    text = "<!-- lint-reports: ignore t/rule 引文 -->\n" + ERROR + ERROR
    assert found(write("a.txt", text)) == (["a.txt:3:t/rule"], 1)
    assert check("a.txt").out.endswith("共检查 1 个文件：1 个错误，0 个警告（1 处有修改建议）；另有 1 处已豁免。\n")


def test_a_reason_must_be_given_in_strict_mode(found) -> None:
    write("a.txt", "<!-- lint-reports: ignore t/rule -->\n" + ERROR)
    assert found("a.txt") == ([], 1)
    assert found("a.txt", "--strict-excuses") == (["a.txt:1:excuse/reason-missing"], 1)
    write("lint-reports.yaml", "strict-excuses: true\n")
    assert found("a.txt") == (["a.txt:1:excuse/reason-missing"], 1)


@pytest.mark.parametrize(
    "name, value, findings",
    [
        ("LINT_REPORTS_TODAY", "2025-06-30", []),
        ("LINT_REPORTS_TODAY", "2025-07-01", ["a.txt:1:excuse/expired", "a.txt:2:t/rule"]),
        ("SOURCE_DATE_EPOCH", "1751241600", []),
        ("SOURCE_DATE_EPOCH", "1751328000", ["a.txt:1:excuse/expired", "a.txt:2:t/rule"]),
    ],
)
def test_the_day_may_be_set(found, monkeypatch, name, value, findings) -> None:
    write("a.txt", "<!-- lint-reports: ignore t/rule until 2025-06-30 待改 -->\n" + ERROR)
    monkeypatch.setenv(name, value)
    assert found("a.txt")[0] == findings


@pytest.mark.parametrize(
    "name, value, zh",
    [
        ("LINT_REPORTS_TODAY", "tomorrow", "环境变量 LINT_REPORTS_TODAY=tomorrow 应为 2026-12-31 这样的日期。"),
        ("SOURCE_DATE_EPOCH", "x", "环境变量 SOURCE_DATE_EPOCH=x 应为 1970 年以来的秒数。"),
    ],
)
def test_a_day_that_is_none(check, monkeypatch, name, value, zh) -> None:
    monkeypatch.setenv(name, value)
    assert check(write("a.txt", ERROR)) == (2, "", f"lint-reports: {zh}\n")


def test_a_file_of_excuses(found) -> None:
    write("a.txt", ERROR + WARNING)
    write("b/a.txt", ERROR)
    side("rule: t/rule, path: a.txt, text: 截止六月, reason: 引文")
    assert found(".") == (["./a.txt:2:t/soft"], 2)


def test_the_nearest_file_of_excuses_holds(found) -> None:
    write("b/a.txt", ERROR)
    side("rule: t/rule, path: a.txt")
    side(folder="b")
    assert found("b") == (["b/a.txt:1:t/rule"], 0)


def test_no_file_of_excuses_is_taken_from_outside_the_repository(found) -> None:
    write("b/a.txt", ERROR)
    Path("b/.git").mkdir()
    side("rule: t/rule, path: a.txt")
    assert found("b") == (["b/a.txt:1:t/rule"], 0)


JUDGED = {
    "a file that was checked": ("rule: t/rule, path: b.txt", ["b.txt"], ["excuse/unused"]),
    "another file": ("rule: t/rule, path: c.txt", ["b.txt"], []),
    "a pattern, and some files": ("rule: t/rule, path: '*.txt'", ["b.txt"], []),
    "a pattern, and all files": ("rule: t/soft, path: '*.txt'", ["."], ["excuse/unused"]),
    "a file that is none, and all files": ("rule: t/rule, path: c.txt", ["."], ["excuse/unused"]),
    "a rule that was not run": ("rule: t/style, path: b.txt", ["b.txt"], []),
    "a text that does not occur": ("rule: t/rule, path: a.txt, text: 七月", ["a.txt"], ["t/rule", "excuse/unused"]),
    "a rule that is none": ("rule: t/rul, path: b.txt", ["b.txt"], ["excuse/unknown-rule"]),
    "its day is over": ("rule: t/rule, path: a.txt, until: 2000-01-01", ["a.txt"], ["t/rule", "excuse/expired"]),
}


@pytest.mark.parametrize("name", JUDGED)
def test_what_is_said_of_excuses_beside_documents(found, name: str) -> None:
    excuse, paths, rules = JUDGED[name]
    write("a.txt", ERROR)
    write("b.txt", WARNING.replace("布署", "部署"))
    side("rule: t/rule, path: d.txt" if paths != ["."] else "rule: t/rule, path: a.txt", excuse)
    assert [finding.rpartition(":")[2] for finding in found(*paths)[0]] == rules


def test_an_excuse_can_be_taken_out_with_its_lines(check) -> None:
    text = (
        "excuses:\n  - rule: t/rule\n    path: a.txt\n  # 待改\n  - rule: t/soft\n    path: a.txt\n    reason: 引文\n"
    )
    write(".lint-reports-ignore.yaml", text)
    write("a.txt", WARNING)
    done = check("a.txt", "--format", "json", "--select", "t,excuse")
    (finding,) = json.loads(done.out)["files"][1]["findings"]
    (edit,) = finding["fix"]["edits"]
    assert finding["message"] == "这条豁免（t/rule）没有豁免任何问题，可删去。"
    assert (finding["line"], finding["column"], finding["text"]) == (2, 5, "rule: t/rule")
    assert (edit["line"], edit["column"], edit["end_line"], edit["end_column"]) == (2, 1, 4, 1)
    assert edit["text"] == ""
    assert finding["fix"]["safety"] == "safe"


def test_mistakes_in_a_file_of_excuses_stop_the_run(check) -> None:
    write("a.txt", ERROR)
    side("rule: t/rule, pth: a.txt")
    done = check("a.txt")
    assert (done.code, done.out) == (2, "")
    assert done.err.startswith("lint-reports: .lint-reports-ignore.yaml:2:20: 没有名为“pth”的字段，是否想写“path”？")
