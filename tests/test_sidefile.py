"""Files of excuses: what is read, what is wrong with them, and which findings an excuse means."""

from __future__ import annotations

import pytest

from lint_reports.errors import RuleFileError
from lint_reports.finding import Confidence, Severity
from lint_reports.located import Excerpt, LocatedFinding, Place
from lint_reports.normal import bare
from lint_reports.sidefile import SideExcuse, holds_for, is_for, read_side_file
from lint_reports.text import Position

FILE = """\
# 说明
excuses:
  - rule: outline/gap
    path: 归档/2023.docx
    text: （四） 存在的问题
    reason: 原件序号如此
    owner: 办公室
    until: 2026-3-5
  - {rule: [time, punct/*], path: '*.md'}
"""


@pytest.fixture
def read(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)

    def read(text: str):
        (tmp_path / ".lint-reports-ignore.yaml").write_text(text, encoding="utf-8")
        return read_side_file(".lint-reports-ignore.yaml")

    return read


def test_what_is_read(read, tmp_path) -> None:
    file = read(FILE)
    first, second = file.excuses
    assert (file.path, file.folder) == (".lint-reports-ignore.yaml", str(tmp_path))
    assert first[1:] == (
        (("outline/gap", (file.path, 3, 11)),),
        "归档/2023.docx",
        "(四)存在的问题",
        "原件序号如此",
        "办公室",
        "2026-03-05",
    )
    assert [name for name, _ in second.rules] == ["time", "punct/*"]
    assert second[2:] == ("*.md", "", "", "", "")
    assert [excuse.place.line for excuse in file.excuses] == [3, 9]


@pytest.mark.parametrize("text", ["", "# 空\n", "excuses:\n", "excuses: []\n", "excuses:   # 已全部处理\n"[:10]])
def test_one_without_excuses(read, text: str) -> None:
    assert read(text).excuses == ()


WRONG = {
    "a key that is none": (
        FILE.replace("reason", "reson"),
        "6:5: 没有名为“reson”的字段，是否想写“reason”？可用的有：rule、path、text、reason、owner、until。",
    ),
    "no path": ("excuses:\n  - rule: time\n", "2:5: 缺少字段 path。"),
    "no such day": (FILE.replace("2026-3-5", "2026-2-30"), "8:12: 没有“2026-2-30”这一天，写作 2026-12-31。"),
    "another top": ("ignore: []\n", "1:1: 没有名为“ignore”的字段。可用的有：excuses。"),
    "no list": ("excuses: {rule: time}\n", "1:10: 应为列表，且不能为空。"),
    "no YAML": (
        "excuses: [\n",
        "2:1: 不是合法的 YAML：did not find expected node content。请检查缩进、冒号后的空格和引号。",
    ),
    "a pattern that takes nothing": (
        "excuses:\n  - {rule: time, path: '!a'}\n",
        "2:24: “!a”不是路径通配符，写法同 .gitignore。",
    ),
}


@pytest.mark.parametrize("name", WRONG)
def test_mistakes_are_shown_where_they_stand(read, name: str) -> None:
    text, zh = WRONG[name]
    with pytest.raises(RuleFileError) as caught:
        read(text)
    assert caught.value.say.zh.splitlines()[0] == f".lint-reports-ignore.yaml:{zh}"


def test_all_mistakes_are_shown_at_once(read) -> None:
    with pytest.raises(RuleFileError) as caught:
        read("excuses:\n  - rule: time\n  - path: a\n")
    assert [line for line in caught.value.say.en.splitlines() if "yaml" in line] == [
        ".lint-reports-ignore.yaml:2:5: the field path is missing",
        ".lint-reports-ignore.yaml:3:5: the field rule is missing",
    ]


def test_one_that_is_no_text(read, tmp_path) -> None:
    (tmp_path / ".lint-reports-ignore.yaml").write_bytes(b"excuses: \xff")
    with pytest.raises(RuleFileError) as caught:
        read_side_file(".lint-reports-ignore.yaml")
    assert caught.value.say.zh == ".lint-reports-ignore.yaml:1:1: 不是 UTF-8 编码（第 9 字节），须存为 UTF-8。"


def excuse(text="", path="a.txt", rules=("t/a",)) -> SideExcuse:
    return SideExcuse(
        (".lint-reports-ignore.yaml", 1, 1), tuple((rule, None) for rule in rules), path, bare(text), "", "", ""
    )


FOR = {
    "the file": ("a.txt", "a.txt", True),
    "in any folder": ("a.txt", "b/a.txt", True),
    "in this folder": ("/a.txt", "b/a.txt", False),
    "in that folder": ("b/a.txt", "b/a.txt", True),
    "in that folder only": ("b/a.txt", "c/b/a.txt", False),
    "a folder": ("b/", "b/c/a.txt", True),
    "a folder anywhere": ("b", "c/b/a.txt", True),
    "part of a name": ("a.txt", "aa.txt", False),
    "a pattern": ("*.md", "b/a.md", True),
    "a pattern in a folder": ("b/*.md", "b/c/a.md", False),
    "a pattern over folders": ("b/**/*.md", "b/c/a.md", True),
    "a pattern for folders": ("202?/", "2023/b/a.md", True),
}


@pytest.mark.parametrize("name", FOR)
def test_which_files_one_is_for(name: str) -> None:
    pattern, path, expected = FOR[name]
    assert is_for(excuse(path=pattern), path) is expected


def finding(before: str, marked: str, after: str, rule="t/a") -> LocatedFinding:
    text = before + marked + after
    place = Place(
        Position(1, len(before) + 1),
        Position(1, len(before + marked) + 1),
        1,
        1,
        marked,
        Excerpt(before, marked, after, len(before), len(text)),
    )
    return LocatedFinding(rule, Severity.ERROR, Confidence.CERTAIN, "", place, (), None, (), ())


HOLDS = {
    "any text": ("", True),
    "what is reported": ("截止", True),
    "part of it": ("止", True),
    "more than that": ("行政，截止六月", True),
    "the whole line": ("坚持依法行政，截止六月。截止七月。", True),
    "up to it": ("依法行政，", False),
    "from it on": ("六月。", False),
    "the same words elsewhere": ("截止七月", False),
    "other words": ("截至", False),
}


@pytest.mark.parametrize("name", HOLDS)
def test_which_findings_one_means(name: str) -> None:
    text, expected = HOLDS[name]
    assert holds_for(excuse(text), finding("坚持依法行政，", "截止", "六月。截止七月。")) is expected


def test_a_place_without_text() -> None:
    at = finding("坚持依法行政", "", "群众满意。")
    assert [holds_for(excuse(text), at) for text in ("行政群众", "行政", "群众", "满意")] == [True, True, True, False]


def test_rules_of_an_excuse() -> None:
    at = finding("", "误", "", rule="time/a")
    assert [holds_for(excuse(rules=(rule,)), at) for rule in ("time/a", "time", "*/a", "tim", "time/b")] == [
        True,
        True,
        True,
        False,
        False,
    ]
