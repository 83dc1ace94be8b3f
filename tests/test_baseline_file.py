"""The file of a baseline: the same for the same findings, and clear about what is wrong with it."""

from __future__ import annotations

from collections import Counter
from contextlib import suppress

import pytest
import yaml
from hypothesis import given, strategies as st

from lint_reports.baseline import Key
from lint_reports.baseline_file import read_entries, written
from lint_reports.errors import RuleFileError
from lint_reports.rulelang.located import MAX_SOURCE, Wrong
from lint_reports.sidefile import read_side_file

HEAD = """\
# 已知的问题：检查时不再报出，新出现的照常报出。由 lint-reports baseline 维护，一行一处，按路径排序。
# Known findings: no longer reported; new ones are. Kept by `lint-reports baseline`, one to a line, sorted.
version: 1
findings:"""
ENTRIES = {
    Key("b.txt", "t/a", (), "", "误", ""): 1,
    Key("a.txt", "t/b", ("一、情况", "（一）公开"), "依法行政，", "误", "，满意。"): 2,
}
FILE = f"""\
{HEAD}
- {{"path": "a.txt", "rule": "t/b", "section": ["一、情况", "（一）公开"], "before": "依法行政，", "text": "误", "after": "，满意。", "count": 2}}
- {{"path": "b.txt", "rule": "t/a", "text": "误"}}
"""


def test_what_is_written() -> None:
    assert written(ENTRIES) == FILE
    assert written({}) == f"{HEAD} []\n"


READ = {
    "as it is written": FILE,
    "with other line ends": FILE.replace("\n", "\r\n"),
    "in another order": "\n".join([HEAD, *reversed(FILE.splitlines()[4:]), ""]),
    "an entry twice, as merging by lines leaves it": FILE + FILE.splitlines()[5] + "\n",
    "an entry twice with other counts": FILE + FILE.splitlines()[4].replace('"count": 2', '"count": 1') + "\n",
    "rearranged by hand": """\
version: 1
findings:
  - path: a.txt
    rule: t/b
    section: [一、情况, （一）公开]
    before: 依法行政，
    text: 误
    after: ，满意。
    count: 2
  - {path: b.txt, rule: t/a, text: 误}   # 待改
""",
    "without remarks": FILE[FILE.index("version") :],
}


@pytest.mark.parametrize("name", READ)
def test_what_is_read(name: str) -> None:
    assert read_entries(READ[name], "b.yaml") == ENTRIES


@pytest.mark.parametrize("text", [f"{HEAD} []\n", f"{HEAD}\n"[:-1] + " []", "version: 1\nfindings: []\n"])
def test_an_empty_one(text: str) -> None:
    assert read_entries(text, "b.yaml") == {}


TEXT = st.text(max_size=8)
KEYS = st.builds(
    Key, TEXT.filter(str.strip), TEXT.filter(str.strip), st.lists(TEXT, max_size=2).map(tuple), TEXT, TEXT, TEXT
)


@given(st.dictionaries(KEYS, st.integers(1, 99), max_size=5))
def test_any_text_comes_back_and_is_yaml(entries) -> None:
    text = written(entries)
    assert text.isprintable() or "\n" in text
    assert read_entries(text, "b.yaml") == Counter(entries)
    assert len(yaml.safe_load(text)["findings"]) == len(entries)


def test_names_that_are_no_text_survive() -> None:
    entries = {Key("\udcff.txt", "t/a", (), "", "", ""): 1}
    assert written(entries).isascii() is False
    assert read_entries(written(entries).encode().decode(), "b.yaml") == entries


WRONG = {
    "nothing": ("", (1, 1), "文件是空的。"),
    "a conflict of git": (
        FILE.replace("- {", "<<<<<<< HEAD\n- {", 1),
        (5, 1),
        "基线文件里有 git 合并冲突的标记：保留两边的行，删去 <<<<<<<、=======、>>>>>>> 三种标记行，再运行 lint-reports baseline prune。",
    ),
    "the middle of one": (
        FILE + "=======\n",
        (7, 1),
        "基线文件里有 git 合并冲突的标记：保留两边的行，删去 <<<<<<<、=======、>>>>>>> 三种标记行，再运行 lint-reports baseline prune。",
    ),
    "a key that is none": (
        FILE.replace('"rule": "t/a"', '"rul": "t/a"'),
        (6, 21),
        "没有名为“rul”的字段，是否想写“rule”？可用的有：path、rule、section、before、text、after、count。",
    ),
    "no rule": (FILE.replace('"rule": "t/a", ', ""), (6, 3), "缺少字段 rule。"),
    "no count": (FILE.replace('"count": 2', '"count": 0'), (5, 124), "应为 1 到 999999 的整数，而不是“0”。"),
    "half a line": (
        FILE[:-8],
        (6, 36),
        "不是合法的 YAML：found unexpected end of stream。请检查缩进、冒号后的空格和引号。",
    ),
    "another version": (FILE.replace("version: 1", "version: 2"), (3, 10), "没有名为“2”的取值。可用的有：1。"),
    "an alias": (
        "version: 1\nfindings: &a [*a]\n",
        (2, 11),
        "不支持锚点和别名（& 与 *）；含这些字符的文字请加引号。",
    ),
    "a list": ("- a\n", (1, 1), "应为“键: 值”。"),
}


@pytest.mark.parametrize("name", WRONG)
def test_what_is_wrong_is_shown_where_it_stands(name: str) -> None:
    text, (line, column), zh = WRONG[name]
    with pytest.raises(Wrong) as caught:
        read_entries(text, "b.yaml")
    place = caught.value.place
    assert (place.file, place.line, place.column, caught.value.say.zh) == ("b.yaml", line, column, zh)


def test_a_damaged_line_of_a_large_file() -> None:
    line = FILE.splitlines()[4]
    lines = [line] * (MAX_SOURCE // len(line) + 1)
    lines[7] = line[:-9]
    with pytest.raises(Wrong) as caught:
        read_entries("\n".join([HEAD, *lines, ""]), "b.yaml")
    assert (caught.value.place.line, caught.value.say.zh) == (
        12,
        "基线文件的这一行不合格式；请删去这一行，或从 git 恢复此文件。",
    )


def test_nothing_is_nested_too_deep() -> None:
    with pytest.raises(Wrong):
        read_entries(f"{HEAD}\n- {{" + '"a": [' * 100_000, "b.yaml")


@given(st.text("-{}[]:,\"'&*!|>#%@` \n\tversionfdgpathrul1aé", max_size=60))
def test_any_file_is_read_or_wrong(text: str) -> None:
    for source in (text, f"{HEAD}\n- {text}"):
        with suppress(Wrong):
            assert all(count >= 1 for count in read_entries(source, "b.yaml").values())


@given(st.text("-{}[]:,\"'&*!|>#%@` \n\texcusrlpaht1é", max_size=60))
def test_any_file_of_excuses_is_read_or_wrong(tmp_path_factory, text: str) -> None:
    path = tmp_path_factory.getbasetemp() / "side.yaml"
    for source in (text, f"excuses:\n  - {text}"):
        path.write_text(source, encoding="utf-8")
        with suppress(RuleFileError):
            assert isinstance(read_side_file(str(path)).excuses, tuple)
