"""Results in a file: never half of one."""

from __future__ import annotations

import json
import os
import signal
import stat
import subprocess
import sys
import time
from pathlib import Path

import pytest

from lint_reports.cli.output import writing
from lint_reports.errors import OutputError
from lint_reports.language import Say

ERROR = "坚持依法行政，截止六月办结五件。\n"


@pytest.fixture
def report(folder) -> str:
    Path("a.txt").write_text(ERROR, encoding="utf-8")
    return "a.txt"


def test_a_file_instead_of_the_screen(check, report) -> None:
    assert check(report, "--output", "found.json", "--format", "json") == (1, "", "")
    assert [file["path"] for file in json.loads(Path("found.json").read_text(encoding="utf-8"))["files"]] == ["a.txt"]
    assert sorted(os.listdir()) == ["a.txt", "found.json"]


def test_it_is_utf_8_with_plain_line_ends_and_without_colour(check, report, monkeypatch) -> None:
    monkeypatch.setenv("LC_ALL", "C")
    check(report, "--output", "found.txt")
    content = Path("found.txt").read_bytes()
    assert content.decode("utf-8").splitlines()[0] == "a.txt:1:8: 错误 t/rule 应为截至"
    assert b"\r" not in content
    assert b"\x1b" not in content


def test_colour_in_a_file_if_it_is_asked_for(check, report) -> None:
    check(report, "--output", "found.txt", "--color", "always")
    assert b"\x1b[31;1m" in Path("found.txt").read_bytes()


def test_an_old_file_is_replaced(check, report) -> None:
    Path("found.txt").write_text("old" * 10_000, encoding="utf-8")
    check(report, "--output", "found.txt")
    assert "old" not in Path("found.txt").read_text(encoding="utf-8")


@pytest.mark.skipif(os.name != "posix", reason="rights of another kind")
@pytest.mark.parametrize("mode", [0o600, 0o664, 0o755])
def test_an_old_file_keeps_its_rights(check, report, mode) -> None:
    Path("found.txt").touch()
    Path("found.txt").chmod(mode)
    check(report, "--output", "found.txt")
    assert stat.S_IMODE(Path("found.txt").stat().st_mode) == mode


@pytest.mark.skipif(os.name != "posix", reason="rights of another kind")
@pytest.mark.parametrize("mask, mode", [(0o022, 0o644), (0o077, 0o600)])
def test_a_new_file_gets_the_rights_of_new_files(check, report, mask, mode) -> None:
    before = os.umask(mask)
    try:
        check(report, "--output", "found.txt")
    finally:
        os.umask(before)
    assert stat.S_IMODE(Path("found.txt").stat().st_mode) == mode


@pytest.mark.skipif(os.name != "posix", reason="needs symbolic links")
def test_a_link_is_followed(check, report) -> None:
    Path("folder").mkdir()
    Path("folder/real.txt").write_text("old", encoding="utf-8")
    Path("found.txt").symlink_to("folder/real.txt")
    Path("new.txt").symlink_to("folder/new.txt")
    check(report, "--output", "found.txt")
    check(report, "--output", "new.txt")
    assert Path("found.txt").is_symlink()
    assert Path("folder/real.txt").read_text(encoding="utf-8").startswith("a.txt:1:8:")
    assert Path("folder/new.txt").read_text(encoding="utf-8").startswith("a.txt:1:8:")


NOWHERE = {
    "no such folder": ("no/found.txt", "No such file or directory"),
    "a file as folder": ("a.txt/found.txt", "Not a directory"),
    "a folder": ("folder", "Is a directory"),
}


@pytest.mark.skipif(os.name != "posix", reason="other systems say it in other words")
@pytest.mark.parametrize("name", NOWHERE)
def test_a_place_where_nothing_can_be_written(check, report, name) -> None:
    Path("folder").mkdir()
    path, reason = NOWHERE[name]
    before = sorted(os.listdir())
    said = f"lint-reports: 写不了 {path}：{reason}。原有内容未动。\n"
    assert check(report, "--output", path) == (2, "", said)
    said = f"lint-reports: cannot write {path}: {reason}; what was there is unchanged\n"
    assert check(report, "--output", path, "--lang", "en") == (2, "", said)
    assert sorted(os.listdir()) == before


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no full disk to try")
def test_a_full_disk(check, report) -> None:
    said = "lint-reports: 写不了 /dev/full：No space left on device。原有内容未动。\n"
    assert check(report, "--output", "/dev/full") == (2, "", said)
    assert stat.S_ISCHR(os.stat("/dev/full").st_mode)


@pytest.mark.skipif(os.name != "posix", reason="needs devices")
def test_a_device_stays_a_device(check, report) -> None:
    assert check(report, "--output", "/dev/null").code == 1
    assert stat.S_ISCHR(os.stat("/dev/null").st_mode)


@pytest.mark.skipif(sys.platform != "linux", reason="needs /dev/stdout")
def test_the_screen_by_its_name(folder, report) -> None:
    command = [sys.executable, "-m", "lint_reports", "check", report, "--rules", str(folder.parent / "t.yaml")]
    done = subprocess.run([*command, "--select", "t", "--output", "/dev/stdout"], capture_output=True, check=False)
    assert done.stdout.decode().splitlines()[0] == "a.txt:1:8: 错误 t/rule 应为截至"


def test_a_run_that_fails_leaves_the_old_file(check, report, monkeypatch) -> None:
    Path("found.txt").write_text("old", encoding="utf-8")

    def broken(*_: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr("lint_reports.engine.analyse", broken)
    assert check(report, "--output", "found.txt").code == 3
    assert Path("found.txt").read_text(encoding="utf-8") == "old"
    assert sorted(os.listdir()) == ["a.txt", "found.txt"]


@pytest.mark.skipif(sys.platform != "linux", reason="names of files that are no text")
def test_a_name_that_is_no_text_is_written_somehow(check, folder) -> None:
    Path(os.fsdecode(b"a\xff.txt")).write_text(ERROR, encoding="utf-8")
    assert check(".", "--format", "json", "--output", "found.json").code == 1
    assert json.loads(Path("found.json").read_bytes())["files"][0]["path"] == "./a\udcff.txt"


def test_a_disk_that_fills_up_half_way_leaves_the_old_file(tmp_path) -> None:
    target = tmp_path / "found.txt"
    target.write_text("old", encoding="utf-8")

    def fill_up() -> None:
        with writing(str(target)) as (write, _):
            write("new")
            raise OSError(28, "No space left on device")

    with pytest.raises(OutputError) as caught:
        fill_up()
    assert caught.value.say == Say(
        f"写不了 {target}：No space left on device。原有内容未动。",
        f"cannot write {target}: No space left on device; what was there is unchanged",
    )
    assert [path.name for path in tmp_path.iterdir()] == ["found.txt"]
    assert target.read_text(encoding="utf-8") == "old"


@pytest.mark.skipif(sys.platform == "win32", reason="no such signal")
def test_being_told_to_stop_leaves_no_unfinished_file(folder) -> None:
    for number in range(400):
        Path(f"{number}.txt").write_text(ERROR * 300, encoding="utf-8")
    command = [sys.executable, "-m", "lint_reports", "check", ".", "--output", "../found.txt"]
    running = subprocess.Popen(command)
    while not any(name.startswith(".lint-reports-") for name in os.listdir("..")):
        assert running.poll() is None
        time.sleep(0.01)
    running.send_signal(signal.SIGTERM)
    assert running.wait() == 128 + signal.SIGTERM
    assert [name for name in os.listdir("..") if "found" in name or name.startswith(".")] == []
