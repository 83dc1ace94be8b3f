"""Edits in the bytes of a file: what is not edited keeps its bytes, and the file is never half-written."""

from __future__ import annotations

import codecs
import os
import stat
import sys
from pathlib import Path

import pytest
from hypothesis import assume, given, settings, strategies as st

from lint_reports.engine import Engine
from lint_reports.errors import OutputError
from lint_reports.finding import Edit
from lint_reports.placing import apply
from lint_reports.plan import make_plan
from lint_reports.readers import read
from lint_reports.text import Span
from lint_reports.writeback import Writing, edited, mend_data, write_back, writing_of

TEXT = "云溪县坚持依法行政，\r\n截止六月办结五件。\n"
AFTER = TEXT.replace("截止", "截至")
AT = TEXT.index("止")
EDIT = Edit(Span(AT, AT + 1), "至")

WRITTEN = {
    "UTF-8": (b"", "utf-8", "utf-8"),
    "UTF-8 with a mark": (codecs.BOM_UTF8, "utf-8", "utf-8-sig"),
    "UTF-16, little end first": (codecs.BOM_UTF16_LE, "utf-16-le", "utf-16"),
    "UTF-16, big end first": (codecs.BOM_UTF16_BE, "utf-16-be", "utf-16"),
    "UTF-32, little end first": (codecs.BOM_UTF32_LE, "utf-32-le", "utf-32"),
    "UTF-32, big end first": (codecs.BOM_UTF32_BE, "utf-32-be", "utf-32"),
    "UTF-16 without a mark": (b"", "utf-16-be", "utf-16-be"),
    "UTF-16 of this machine without a mark": (b"", f"utf-16-{sys.byteorder[0]}e", "utf-16"),
    "GB18030": (b"", "gb18030", "gb18030"),
    "Big5": (b"", "cp950", "cp950"),
    "Big5 of Hong Kong": (b"", "big5hkscs", "big5hkscs"),
    "named UTF-8 with a mark, but has none": (b"", "utf-8", "utf-8-sig"),
}


def traditional(text: str, codec: str) -> str:
    table = str.maketrans("县坚据执办结", "縣堅據執辦結")
    return text.translate(table) if "big5" in codec or codec == "cp950" else text


@pytest.mark.parametrize("name", WRITTEN)
def test_encoding_mark_and_line_ends_are_kept(name) -> None:
    mark, codec, encoding = WRITTEN[name]
    data = mark + traditional(TEXT, codec).encode(codec)
    after = edited(data, writing_of(data, encoding), [EDIT])
    assert after == mark + traditional(AFTER, codec).encode(codec)


def test_what_can_be_written_in_two_ways_keeps_its_bytes() -> None:
    data = b"\xa2\xcc" + "，截止\r\n".encode("cp950") + b"\xa2\xcc"
    assert data.decode("cp950") == "十，截止\r\n十"
    after = edited(data, writing_of(data, "cp950"), [Edit(Span(3, 4), "至")])
    assert after == b"\xa2\xcc" + "，截至\r\n".encode("cp950") + b"\xa2\xcc"


def test_a_sequence_of_two_characters_is_not_cut() -> None:
    data = b"\x88\x62" + "，截止".encode("big5hkscs")
    writing = writing_of(data, "big5hkscs")
    assert data.decode("big5hkscs") == "Ê̄，截止"
    with pytest.raises(OutputError):
        edited(data, writing, [Edit(Span(0, 1), "")])
    assert edited(data, writing, [Edit(Span(4, 5), "至")]) == b"\x88\x62" + "，截至".encode("big5hkscs")


@pytest.mark.parametrize("codec", ["utf-7", "hz"])
def test_an_encoding_of_which_no_part_stands_alone_is_refused(codec) -> None:
    data = TEXT.encode(codec)
    with pytest.raises(OutputError) as raised:
        edited(data, writing_of(data, codec), [EDIT])
    assert raised.value.say.zh == f"无法在 {codec} 编码的文件里只改一部分，未写；可将文件另存为 UTF-8 后重试。"


NEW = {
    "GBK, as programs that know no more of GB18030 read it": ("gb18030", "截止", "〇", True),
    "not in GBK": ("gb18030", "截止", "𠮷", False),
    "in GB18030, which the file is": ("gb18030", "截止𠮷", "𠮶", True),
    "not in Big5": ("cp950", "截止", "〇", False),
    "in Big5 of Hong Kong": ("big5hkscs", "截止喺", "〇", True),
    "in UTF-8": ("utf-8", "截止", "𠮷", True),
}


@pytest.mark.parametrize("name", NEW)
def test_what_a_file_can_hold(name) -> None:
    encoding, text, new, can = NEW[name]
    assert writing_of(text.encode(encoding), encoding).has(new) is can


CODECS = ["utf-8", "utf-16-le", "utf-32-be", "gb18030", "cp950", "big5hkscs"]


@given(st.text(max_size=30), st.data(), st.sampled_from(CODECS), st.sampled_from([b"", codecs.BOM_UTF8]))
@settings(max_examples=300, deadline=None)
def test_bytes_outside_the_edits_are_kept(text, data, codec, mark) -> None:
    assume(_fits(text, codec))
    offsets = sorted(data.draw(st.lists(st.integers(0, len(text)), max_size=6).filter(lambda some: len(some) % 2 == 0)))
    edits = [Edit(Span(*offsets[at : at + 2]), data.draw(st.sampled_from(["", "至", "xy"]))) for at in range(0, len(offsets), 2)]  # fmt: skip
    written = mark + text.encode(codec)
    pieces = [
        text[done:start].encode(codec)
        for done, start in zip([0, *offsets[1::2]], [*offsets[::2], len(text)], strict=True)
    ]
    expected = mark + b"".join(piece + new.encode(codec) for piece, new in zip(pieces, [*(edit.text for edit in edits), ""], strict=True))  # fmt: skip
    assume(expected[len(mark) :].decode(codec) == apply(text, edits))
    assert edited(written, Writing(codec, len(mark), codec), edits) == expected


def _fits(text: str, codec: str) -> bool:
    try:
        return text.encode(codec).decode(codec) == text
    except UnicodeError:
        return False


RULE = (
    "kind: text\npattern: 截止\nfix: {replace: match, with: 截至, safety: safe}\nexamples: [{bad: ⟦截止⟧}, {good: 正}]"
)


def test_the_fixes_of_a_report_in_bytes(spec) -> None:
    engine = Engine(make_plan([spec(RULE)]))
    data = codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be")
    done = mend_data(data, engine.run(read(data, "a.txt")), engine.run, unsafe=False)
    assert done.data == codecs.BOM_UTF16_BE + AFTER.encode("utf-16-be")
    assert (done.fixed.mended, done.fixed.report.findings) == (1, ())


def test_a_file_that_would_be_read_in_another_way_is_not_changed(spec) -> None:
    rule = "kind: text\npattern: 截止.*\nfix: {replace: match, with: ίԱίԱίԱ, safety: safe}\nexamples: [{bad: ⟦截止⟧}, {good: 正}]"  # fmt: skip
    engine = Engine(make_plan([spec(rule)]))
    data = "截止。".encode()
    with pytest.raises(OutputError) as raised:
        mend_data(data, engine.run(read(data, "a.txt")), engine.run, unsafe=False)
    assert raised.value.say.en == "its encoding could no longer be told after the fixes; name it with --encoding"


@pytest.fixture
def file(tmp_path) -> Path:
    path = tmp_path / "a.txt"
    path.write_bytes(b"old")
    return path


def names(path: Path) -> list[str]:
    return sorted(os.listdir(path.parent))


def test_new_content_in_the_place_of_old(file) -> None:
    write_back(str(file), b"old", b"new")
    assert (file.read_bytes(), names(file)) == (b"new", ["a.txt"])


def test_a_path_without_a_folder(file, monkeypatch) -> None:
    monkeypatch.chdir(file.parent)
    write_back("a.txt", b"old", b"new")
    assert file.read_bytes() == b"new"


posix = pytest.mark.skipif(os.name != "posix", reason="rights of another kind")


@posix
@pytest.mark.parametrize("mode", [0o600, 0o664, 0o755, 0o2755])
def test_the_rights_are_kept(file, mode) -> None:
    file.chmod(mode)
    write_back(str(file), b"old", b"new")
    assert (file.read_bytes(), stat.S_IMODE(file.stat().st_mode)) == (b"new", mode)


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only root gives files away")
def test_the_owner_is_kept(file) -> None:
    os.chown(file, 1234, 5678)
    write_back(str(file), b"old", b"new")
    assert (file.stat().st_uid, file.stat().st_gid) == (1234, 5678)


@posix
def test_a_symbolic_link_stays_one(file) -> None:
    (file.parent / "folder").mkdir()
    link = file.parent / "folder" / "link.txt"
    link.symlink_to("../a.txt")
    write_back(str(link), b"old", b"new")
    assert (file.read_bytes(), link.is_symlink(), names(link)) == (b"new", True, ["link.txt"])


@posix
def test_a_file_of_several_names_is_left_alone(file) -> None:
    other = file.parent / "b.txt"
    os.link(file, other)
    with pytest.raises(OutputError) as raised:
        write_back(str(file), b"old", b"new")
    assert raised.value.say.zh == (
        f"没有写入 {file}：它有 2 个硬链接，写入会使它与其他名字分开；请先复制为单独的文件。原有内容未动。"
    )
    assert (file.read_bytes(), other.read_bytes()) == (b"old", b"old")


@posix
def test_a_file_that_may_not_be_written(file) -> None:
    file.chmod(0o444)
    with pytest.raises(OutputError) as raised:
        write_back(str(file), b"old", b"new")
    assert raised.value.say.en == f"{file} was not written: it is read-only; change its rights first; it is unchanged"
    assert (file.read_bytes(), names(file)) == (b"old", ["a.txt"])


@pytest.mark.parametrize("now", [b"", b"older", b"new"])
def test_a_file_that_somebody_else_has_changed(file, now) -> None:
    file.write_bytes(now)
    with pytest.raises(OutputError) as raised:
        write_back(str(file), b"old", b"mine")
    assert raised.value.say.zh == f"没有写入 {file}：检查期间文件已被别的程序改动。原有内容未动。"
    assert (file.read_bytes(), names(file)) == (now, ["a.txt"])


def test_a_file_that_has_gone(file) -> None:
    file.unlink()
    with pytest.raises(OutputError) as raised:
        write_back(str(file), b"old", b"new")
    assert raised.value.say.en == f"{file} was not written: No such file or directory; it is unchanged"
    assert names(file) == []


@pytest.mark.parametrize("step", ["fsync", "replace"])
def test_a_disk_that_is_full_changes_nothing(file, monkeypatch, step) -> None:
    def full(*_arguments: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, step, full)
    with pytest.raises(OutputError) as raised:
        write_back(str(file), b"old", b"new")
    assert raised.value.say.en == f"{file} was not written: No space left on device; it is unchanged"
    assert (file.read_bytes(), names(file)) == (b"old", ["a.txt"])


def test_what_killed_runs_have_left_goes_after_an_hour(file) -> None:
    for name, age in ((".lint-reports-old.tmp", 7200), (".lint-reports-new.tmp", 60), (".lint-reports-x.txt", 7200)):
        left = file.parent / name
        left.write_bytes(b"half")
        os.utime(left, (left.stat().st_mtime - age,) * 2)
    write_back(str(file), b"old", b"new")
    assert names(file) == [".lint-reports-new.tmp", ".lint-reports-x.txt", "a.txt"]
