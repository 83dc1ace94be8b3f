"""`check --fix`, `--unsafe-fixes`, `--diff`."""

from __future__ import annotations

import io
import json
import os
import sys
from pathlib import Path

import pytest

from lint_reports.cli.fixing import Wanted, fix
from lint_reports.cli.output import writing
from lint_reports.linter import Linter
from lint_reports.plan import make_plan

FAULTY = "坚持依法行政，截止六月办结五件。\n"
MENDED = "坚持依法行政，截至六月办结五件。\n"


@pytest.fixture
def report(folder, pack) -> Path:
    """A file with a fault that has a safe fix; t/guess has an unsafe one."""
    rules = folder.parent / "t.yaml"
    guess = pack("kind: text\npattern: 帐号\nfix: {replace: match, with: 账号, safety: unsafe}").replace(
        "t/rule", "t/guess"
    )
    rules.write_text(rules.read_text(encoding="utf-8") + "".join(guess.splitlines(keepends=True)[3:]), encoding="utf-8")
    path = Path("a.txt")
    path.write_text(FAULTY, encoding="utf-8")
    return path


def text(path: Path) -> str:
    return path.read_bytes().decode()


def test_a_safe_fix_is_written(check, report) -> None:
    assert check("--fix", report) == (0, "已改 1 处（1 个文件）；共检查 1 个文件：0 个错误，0 个警告。\n", "")
    assert text(report) == MENDED
    assert os.listdir() == ["a.txt"]
    assert check("--fix", report) == (0, "", "")


def test_what_remains_is_reported(check, report) -> None:
    report.write_text(FAULTY + "布署工作。\n帐号三个。\n", encoding="utf-8")
    done = check("--fix", report, "--lang", "en")
    assert done.code == 1
    assert [line for line in done.out.splitlines() if line.startswith("a.txt")] == [
        "a.txt:2:1: warning t/soft it is wrong",
        "a.txt:3:1: error t/guess it is wrong",
    ]
    assert done.out.splitlines()[-1] == (
        "1 fixed in 1 file; 1 file checked: 1 error, 1 warning (1 with a suggested fix)."
    )
    assert text(report) == MENDED + "布署工作。\n帐号三个。\n"


def test_unsafe_fixes_are_those_as_well(check, report) -> None:
    report.write_text(FAULTY + "帐号三个。\n", encoding="utf-8")
    assert check("--unsafe-fixes", report).code == 0
    assert text(report) == MENDED + "账号三个。\n"


def test_only_what_is_reported_is_mended(check, report) -> None:
    assert check("--fix", report, "--ignore", "t/rule") == (0, "", "")
    assert text(report) == FAULTY


def test_a_clean_file_is_not_touched(check, report) -> None:
    report.write_text(MENDED, encoding="utf-8")
    before = report.stat()
    assert check("--fix", report) == (0, "", "")
    assert (report.stat().st_ino, report.stat().st_mtime_ns) == (before.st_ino, before.st_mtime_ns)


def test_the_machine_format_counts(check, report) -> None:
    found = json.loads(check("--fix", report, "--format", "json").out)
    assert (found["summary"]["fixed"], found["files"][0]["fixed"], found["files"][0]["findings"]) == (1, 1, [])


DIFF = """\
--- a.txt
+++ a.txt
@@ -1 +1 @@
-坚持依法行政，截止六月办结五件。
+坚持依法行政，截至六月办结五件。
"""


def test_a_diff_writes_nothing(check, report) -> None:
    assert check("--diff", report) == (1, DIFF, "有 1 个文件会被改动，没有写入。\n")
    assert check("--diff", "--fix", report, "--lang", "en") == (
        1,
        DIFF,
        "1 file would be changed; nothing was written\n",
    )
    assert check("--diff", report, "--quiet") == (1, DIFF, "")
    assert text(report) == FAULTY


def test_a_diff_has_no_other_format(check, report) -> None:
    said = "lint-reports: --diff 只输出差异，不能与 --format 同时使用。\n"
    assert check("--diff", report, "--format", "json") == (2, "", said)


def test_a_diff_of_nothing(check, report) -> None:
    report.write_text(MENDED + "帐号三个。\n", encoding="utf-8")
    assert check("--diff", report) == (0, "", "")
    assert check("--diff", "--unsafe-fixes", report).code == 1


def test_a_diff_goes_to_a_file_and_can_be_applied(check, report) -> None:
    assert check("--diff", report, "--output", "a.diff", "--quiet") == (1, "", "")
    assert text(Path("a.diff")) == DIFF


def test_a_diff_in_colour(check, report) -> None:
    lines = check("--diff", report, "--color", "always").out.splitlines()
    assert [line[:5].replace("\x1b", "") for line in lines] == ["[1m-", "[1m+", "[36m", "[31m", "[32m"]


def test_a_file_that_cannot_be_read_does_not_stop_a_diff(check, report) -> None:
    Path("b.txt").write_bytes(b"\xff\x00\xfe" * 9)
    done = check("--diff", "a.txt", "b.txt")
    assert (done.code, done.out) == (2, DIFF)
    assert done.err.startswith("b.txt: ")


@pytest.mark.skipif(os.name != "posix", reason="rights of another kind")
def test_a_file_that_cannot_be_written_is_reported_as_it_is(check, report) -> None:
    report.chmod(0o444)
    Path("b.txt").write_text(FAULTY, encoding="utf-8")
    done = check("--fix", "a.txt", "b.txt")
    assert done.code == 2
    assert done.out.splitlines()[:2] == [
        "a.txt: 没有写入 a.txt：文件是只读的，请先改权限。原有内容未动。",
        "a.txt:1:8: 错误 t/rule 应为截至",
    ]
    assert (text(report), text(Path("b.txt"))) == (FAULTY, MENDED)


def test_fixes_that_are_left_out_are_told(check, report) -> None:
    rules = Path("../t.yaml")
    rules.write_text(rules.read_text(encoding="utf-8").replace("with: 截至", "with: 截至〇"), encoding="utf-8")
    report.write_bytes("堅持依法行政，截止六月辦結五件。\r\n".encode("cp950"))
    done = check("--fix", report, "--encoding", "cp950")
    assert (done.code, done.err) == (
        1,
        "a.txt: 文件的编码 cp950 没有“〇”，需要这些字的修改未做；可将文件另存为 UTF-8 后重试。\n",
    )
    assert report.read_bytes() == "堅持依法行政，截止六月辦結五件。\r\n".encode("cp950")


RULE = "kind: text\npattern: 截止\nfix: {replace: match, with: 截至, safety: safe}\nexamples: [{bad: ⟦截止⟧六月。}, {good: 正}]"


def test_what_is_excused_is_left_alone_and_still_seen(folder, spec) -> None:
    linter = Linter(make_plan([spec(RULE)]))
    path = Path("a.txt")
    path.write_text(FAULTY * 2, encoding="utf-8")

    def excuse(checked):
        return checked._replace(findings=tuple(one for one in checked.findings if one.place.start.line != 1))

    left = fix(linter, path.read_bytes(), "a.txt", Wanted(unsafe=False, filter=False, lang="zh", excuse=excuse))
    assert text(path) == FAULTY + MENDED
    assert (left.fixed, [one.place.start.line for one in left.findings]) == (1, [1])
    again = fix(linter, path.read_bytes(), "a.txt", Wanted(unsafe=False, filter=False, lang="zh", excuse=excuse))
    assert (again.fixed, [one.place.start.line for one in again.findings]) == (0, [1])


class Stream:
    """A standard stream that has bytes."""

    def __init__(self, data: bytes = b"") -> None:
        self.buffer = io.BytesIO(data)

    def flush(self) -> None:
        pass


def from_stdin(check, monkeypatch, data: bytes, *options: str):
    out = Stream()
    monkeypatch.setattr(sys, "stdin", Stream(data))
    monkeypatch.setattr(sys, "stdout", out)
    done = check("-", *options)
    monkeypatch.undo()
    return done.code, out.buffer.getvalue(), done.err


STDIN = {
    "mended": (FAULTY.encode(), 0, MENDED.encode()),
    "clean": (MENDED.encode(), 0, MENDED.encode()),
    "with its mark and line ends": (b"\xef\xbb\xbf" + FAULTY.replace("\n", "\r\n").encode(), 0, b"\xef\xbb\xbf" + MENDED.replace("\n", "\r\n").encode()),
    "no text": (b"\xff\x00\xfe\n", 2, b"\xff\x00\xfe\n"),
    "empty": (b"", 0, b""),
}  # fmt: skip


@pytest.mark.parametrize("name", STDIN)
def test_a_document_from_standard_input_goes_to_standard_output(check, report, monkeypatch, name) -> None:
    data, code, after = STDIN[name]
    monkeypatch.chdir(report.parent)
    assert from_stdin(check, monkeypatch, data, "--fix", "--quiet")[:2] == (code, after)


def test_what_is_said_of_it_goes_to_standard_error(check, report, monkeypatch) -> None:
    code, out, err = from_stdin(check, monkeypatch, (FAULTY + "布署。\n").encode(), "--fix", "--stdin-name", "x.txt")
    assert (code, out) == (1, (MENDED + "布署。\n").encode())
    assert err.splitlines()[0] == "x.txt:2:1: 警告 t/soft 有误"


def test_a_document_that_is_too_long_is_passed_on_whole(check, report, monkeypatch) -> None:
    for module in ("lint_reports.cli.running", "lint_reports.cli.fixing", "lint_reports.readers.encoding"):
        monkeypatch.setattr(f"{module}.MAX_BYTES", 100)
    data = FAULTY.encode() * 20
    assert from_stdin(check, monkeypatch, data, "--fix")[:2] == (2, data)


def test_the_screen_may_be_another(capsys) -> None:
    with writing(None, sys.stderr) as (write, _):
        write("x")
    assert capsys.readouterr() == ("", "x")
