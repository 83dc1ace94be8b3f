"""Rule files on disk: which there are, and all their mistakes in one message."""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path

import pytest

from lint_reports.errors import RuleFileError
from lint_reports.kinds import KINDS
from lint_reports.language import Say
from lint_reports.rulelang.loading import check_unique, load_packs, rule_files

TEXT = "kind: text\npattern: 截止\n"


def said(*paths: Path) -> Say:
    with pytest.raises(RuleFileError) as caught:
        load_packs(paths, KINDS, trusted=False)
    return caught.value.say


@pytest.fixture
def write(tmp_path, pack):
    """Writes a rule file with one rule and returns its path."""

    def write(name: str, fields: str = TEXT, rule: str = "t/rule") -> Path:
        source = pack(fields).replace("t/rule", rule).replace("pack: t", f"pack: {rule.partition('/')[0]}")
        path = tmp_path / name
        path.write_text(source, encoding="utf-8")
        return path

    return write


def test_several_rules_wrong_at_once_are_all_reported(complaint) -> None:
    source = """\
pack: t
title: {zh: 试验, en: trial}
rules:
  - id: t/one
    kind: txet
  - 二
  - id: t/three
    kind: text
    severity: 错误
  - {id: t/four}
"""
    kinds = ", ".join(KINDS)
    assert complaint(source) == Say(
        f"""\
t.yaml:5:11: 规则 t/one：没有名为“txet”的规则种类，是否想写“text”？可用的有：{kinds.replace(", ", "、")}。
        kind: txet
              ^
t.yaml:6:5: 应为“键: 值”。
      - 二
        ^
t.yaml:7:5: 规则 t/three：缺少字段 title。
      - id: t/three
        ^
t.yaml:10:5: 规则 t/four：缺少字段 kind。
      - {{id: t/four}}
        ^""",
        f"""\
t.yaml:5:11: rule t/one: unknown kind “txet”; did you mean “text”? Allowed: {kinds}.
        kind: txet
              ^
t.yaml:6:5: expected a mapping of keys to values
      - 二
        ^
t.yaml:7:5: rule t/three: the field title is missing
      - id: t/three
        ^
t.yaml:10:5: rule t/four: the field kind is missing
      - {{id: t/four}}
        ^""",
    )


def test_the_caret_stands_under_the_place_behind_wide_characters(complaint, pack) -> None:
    said = complaint(pack("kind: text\npattern: '截止ＡＢ，〔“\\w”〕'"))
    assert said.zh.split("\n")[1:] == ["        pattern: '截止ＡＢ，〔“\\w”〕'", "                  　　　　　　 ^"]


def test_of_a_long_line_the_part_round_the_place_is_shown(complaint, pack) -> None:
    fields = "kind: text\npattern: 截止\ntitle: {zh: " + "甲" * 100 + ", en: wrong, fr: " + "乙" * 100 + "}"
    assert complaint(pack(fields)).zh == (
        "t.yaml:7:130: 规则 t/rule：没有名为“fr”的字段。可用的有：zh、en。\n"
        f"    {'甲' * 46}, en: wrong, fr: {'乙' * 57}\n"
        f"    {'　' * 46}             ^"
    )


def test_mistakes_in_several_files_are_all_reported(write) -> None:
    one, two = write("1.yaml", "kind: text"), write("2.yaml", "kind: text", "u/rule")
    assert said(one, two).en == (
        f"{one}:4:5: rule t/rule: the field pattern is missing\n      - id: t/rule\n        ^\n"
        f"{two}:4:5: rule u/rule: the field pattern is missing\n      - id: u/rule\n        ^"
    )


def test_a_broken_file_does_not_hide_the_mistakes_of_another(write, tmp_path) -> None:
    broken = tmp_path / "1.yaml"
    broken.write_text("", encoding="utf-8")
    other = write("2.yaml", "kind: text")
    assert said(tmp_path).zh == (
        f"{broken}:1:1: 文件是空的。\n    \n    ^\n"
        f"{other}:4:5: 规则 t/rule：缺少字段 pattern。\n      - id: t/rule\n        ^"
    )


def test_an_id_that_stands_in_two_files(write) -> None:
    one, two = write("1.yaml"), write("2.yaml")
    assert said(one, two) == Say(
        f"{two}:4:5: 规则 t/rule 重复，{one}:4 已有。", f"{two}:4:5: rule t/rule stands twice, first in {one}:4"
    )


def test_all_ids_that_stand_twice_are_reported(tmp_path, pack) -> None:
    path = tmp_path / "1.yaml"
    rule = "".join(pack(TEXT).splitlines(keepends=True)[3:])
    path.write_text(pack(TEXT) + rule + rule, encoding="utf-8")
    assert said(path).en == (
        f"{path}:12:5: rule t/rule stands twice, first in {path}:4\n"
        f"{path}:20:5: rule t/rule stands twice, first in {path}:4"
    )


def test_ids_are_compared_over_all_packs(write) -> None:
    packs = load_packs([write("1.yaml"), write("2.yaml", rule="u/rule")], KINDS, trusted=True)
    check_unique(packs)
    assert [(pack.name, [rule.id for rule in pack.rules]) for pack in packs] == [("t", ["t/rule"]), ("u", ["u/rule"])]
    with pytest.raises(RuleFileError):
        check_unique([*packs, packs[0]._replace(rules=(packs[0].rules[0]._replace(kind="swap"),))])


def test_a_file_that_is_not_utf_8(tmp_path) -> None:
    path = tmp_path / "t.yaml"
    path.write_bytes("pack: t # 截止".encode("gb18030"))
    assert said(path) == Say(
        f"{path}:1:1: 不是 UTF-8 编码（第 10 字节），须存为 UTF-8。",
        f"{path}:1:1: not UTF-8 (byte 10); save it as UTF-8",
    )


def test_a_byte_order_mark_is_no_part_of_the_file(write) -> None:
    path = write("t.yaml")
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes())
    assert load_packs([path], KINDS, trusted=False)[0].name == "t"


def test_line_ends_of_windows(write) -> None:
    path = write("t.yaml", "kind: text")
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    assert said(path).en == f"{path}:4:5: rule t/rule: the field pattern is missing\n      - id: t/rule\n        ^"


@pytest.mark.skipif(sys.platform != "linux", reason="needs a file that even root cannot read")
def test_a_file_that_cannot_be_read() -> None:
    path = Path("/proc/self/mem")
    assert said(path) == Say(
        "/proc/self/mem:1:1: 读不了：Input/output error。请检查路径和权限。",
        "/proc/self/mem:1:1: cannot be read: Input/output error; check path and rights",
    )


@pytest.mark.skipif(os.name != "posix", reason="other systems say it in other words")
def test_a_path_that_cannot_be_looked_at(tmp_path) -> None:
    path = tmp_path / ("a" * 300)
    assert said(path) == Say(
        f"{path}：读不了：File name too long。请检查路径和权限。",
        f"{path}: cannot be read: File name too long; check path and rights",
    )


def test_a_path_that_does_not_exist(tmp_path) -> None:
    path = tmp_path / "no.yaml"
    assert said(path) == Say(f"{path}：没有这个规则文件。请检查路径。", f"{path}: no such rule file; check the path")


def test_a_folder_without_rule_files(tmp_path) -> None:
    (tmp_path / "readme.txt").write_text("", encoding="utf-8")
    (tmp_path / "folder.yaml").mkdir()
    assert said(tmp_path) == Say(
        f"{tmp_path}：文件夹里没有规则文件（*.yaml）。", f"{tmp_path}: no rule files (*.yaml) in this folder"
    )


def test_the_files_of_a_folder_are_sorted(tmp_path, write) -> None:
    for name in ("b.yaml", "a.yml", "c.yaml", "d.txt"):
        write(name)
    assert [Path(path).name for path in rule_files(str(tmp_path))] == ["a.yml", "b.yaml", "c.yaml"]
    assert rule_files(str(tmp_path / "d.txt")) == [str(tmp_path / "d.txt")]


def test_a_pack_says_where_it_comes_from(write) -> None:
    path = str(write("t.yaml"))
    (found,) = load_packs([path], KINDS, trusted=True)
    assert (found.name, found.title, found.place) == ("t", Say("试验", "trial"), (path, 1, 1))
    assert found.rules[0].trusted
    assert not load_packs([path], KINDS, trusted=False)[0].rules[0].trusted


def test_ten_thousand_mistakes_take_no_longer_each_than_one(complaint) -> None:
    source = "pack: t\ntitle: {zh: 试验, en: trial}\nrules:\n" + "  - a\n" * 10_000
    start = time.perf_counter()
    assert complaint(source).en.count("expected a mapping of keys to values") == 10_000
    assert time.perf_counter() - start < 30
