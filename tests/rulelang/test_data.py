"""Data files beside rule files: what they may hold, and how their mistakes are told."""

from __future__ import annotations

import os

import pytest

from lint_reports.digest import digest
from lint_reports.errors import RuleFileError
from lint_reports.kinds import KINDS
from lint_reports.language import Say
from lint_reports.rulelang import data
from lint_reports.rulelang.data import read_terms
from lint_reports.rulelang.loading import load_packs
from lint_reports.rulelang.located import Place, Scalar, Wrong


@pytest.fixture
def read(tmp_path):
    """Reads a data file from its contents, as a rule file beside the folder `data` names it."""

    def read(content: bytes | None, name: str = "data/terms.txt"):
        if content is not None:
            path = tmp_path / name
            path.parent.mkdir(exist_ok=True)
            path.write_bytes(content)
        return read_terms(Scalar(Place(str(tmp_path / "t.yaml"), 7, 12), name, plain=True))

    return read


def wrong(read, *arguments) -> tuple[Place, Say]:
    with pytest.raises(Wrong) as caught:
        read(*arguments)
    return caught.value.place, caught.value.say


TERMS = {
    "one on each line": ("统筹推进\n责任追究\n", ("统筹推进", "责任追究")),
    "comments and blank lines": ("# 来源\n\n统筹推进\n  # 另注\n责任追究", ("统筹推进", "责任追究")),
    "blanks at both ends": ("  统筹推进 \r\n责任追究\t\n", ("统筹推进", "责任追究")),
    "a byte order mark": ("\ufeff统筹推进", ("统筹推进",)),
    "blanks inside": ("GB/T 9704\n", ("GB/T 9704",)),
}


@pytest.mark.parametrize("name", TERMS)
def test_the_terms_of_a_file(read, tmp_path, name) -> None:
    text, terms = TERMS[name]
    found = read(text.encode())
    assert found == {"file": str(tmp_path / "data" / "terms.txt"), "digest": digest(text.encode()), "terms": terms}


AT_FIELD = {
    "missing": (None, "读不了：No such file or directory。", "cannot be read: No such file or directory"),
    "not UTF-8": (
        b"# list\n\xff\xfe",
        "不是 UTF-8 编码（第 7 字节），须存为 UTF-8。",
        "is not UTF-8 (byte 7); save it as UTF-8",
    ),
    "empty": (b"", "里没有词。", "has no terms"),
    "only comments": ("# 来源\n".encode(), "里没有词。", "has no terms"),
    "too large": (b"a\n" * 250_001, "过大：至多 500000 字节。", "is larger than 500000 bytes"),
}


@pytest.mark.parametrize("name", AT_FIELD)
def test_a_file_that_cannot_be_used_is_told_at_the_field(read, tmp_path, name) -> None:
    content, zh, en = AT_FIELD[name]
    place, say = wrong(read, content)
    assert place == Place(str(tmp_path / "t.yaml"), 7, 12)
    assert say.zh.startswith("词表 ")
    assert (say.zh.endswith(zh), say.en.endswith(en)) == (True, True)


AT_LINE = {
    "twice": ("# 来源\n统筹推进\n责任追究\n统筹推进\n", 4, "“统筹推进”重复，第 2 行已有。"),
    "too long": ("统筹推进\n" + "长" * 41, 2, "过长：一行至多 40 字。"),
    "not folded": ("统筹推进\n責任追究\n", 2, "折叠后的文本里没有“責”，写作“责”；照现在这样永远不会匹配。"),
}


@pytest.mark.parametrize("name", AT_LINE)
def test_a_line_that_is_wrong_is_told_in_the_data_file(read, tmp_path, name) -> None:
    text, line, zh = AT_LINE[name]
    place, say = wrong(read, text.encode())
    assert (place, say.zh) == (Place(str(tmp_path / "data" / "terms.txt"), line, 1), zh)


@pytest.mark.parametrize(
    "name", ["../terms.txt", "/etc/terms.txt", "data\\terms.txt", "data/terms.csv", "data/../../t.txt"]
)
def test_a_name_that_leads_elsewhere_is_refused(read, name) -> None:
    _, say = wrong(read, None, name)
    assert say.zh.startswith(f"“{name}”不是词表的名字：")


def test_a_link_that_leads_elsewhere_is_refused(read, tmp_path_factory, tmp_path) -> None:
    outside = tmp_path_factory.mktemp("outside") / "secret.txt"
    outside.write_text("统筹推进", encoding="utf-8")
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "terms.txt").symlink_to(outside)
    _, say = wrong(read, None)
    assert say.zh.startswith("“data/terms.txt”不是词表的名字：")


@pytest.mark.skipif(os.name != "posix", reason="no pipes of this kind")
def test_a_pipe_is_not_waited_for(read, tmp_path) -> None:
    (tmp_path / "data").mkdir()
    os.mkfifo(tmp_path / "data" / "terms.txt")
    _, say = wrong(read, None)
    assert say.en.endswith("terms.txt is no file")


def test_the_limits_are_those_of_the_page() -> None:
    assert (data.MAX_BYTES, data.MAX_TERM) == (500_000, 40)


def test_a_mistake_in_a_data_file_is_shown_without_a_line_of_the_rule_file(tmp_path, pack) -> None:
    (tmp_path / "terms.txt").write_text("统筹推进\n统筹推进\n", encoding="utf-8")
    rules = tmp_path / "t.yaml"
    rules.write_text(pack("kind: swap\nterms: terms.txt\n"), encoding="utf-8")
    with pytest.raises(RuleFileError) as caught:
        load_packs([str(rules)], KINDS, trusted=False)
    assert caught.value.say.zh == f"{tmp_path / 'terms.txt'}:2:1: 规则 t/rule：“统筹推进”重复，第 1 行已有。"
