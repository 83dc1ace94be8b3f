"""The end of the process: nothing that was written is lost, and its exit code holds whoever listens."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest

ERROR = "坚持依法行政，截止六月办结五件。\n"
USAGE = {
    "no such file": ("check", "nothing"),
    "no such option": ("check", "--nonsense", "a.txt"),
    "no such command": ("chekc", "a.txt"),
}


@pytest.fixture
def command(tmp_path, monkeypatch) -> list[str]:
    monkeypatch.chdir(tmp_path)
    Path("a.txt").write_text(ERROR, encoding="utf-8")
    Path("b.txt").write_text(ERROR * 2, encoding="utf-8")
    return [sys.executable, "-m", "lint_reports"]


def ended(arguments: list[str], **streams: object) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(arguments, check=False, **streams)


def test_all_is_written_to_a_pipe(command) -> None:
    """As a hook calls it: with the files of a commit. One file takes another way than several."""
    for names in (["a.txt"], ["a.txt", "b.txt"]):
        done = ended([*command, "check", *names, "--format", "json", "--select", "wording"], capture_output=True)
        assert [file["path"] for file in json.loads(done.stdout)["files"]] == names
        assert (done.returncode, done.stderr) == (1, b"")


def test_all_is_written_to_a_file(command) -> None:
    for out, arguments in (("said", ["--version"]), ("told", ["check", "nothing"])):
        with open(out, "wb") as file:
            ended([*command, *arguments], **{"stdout" if out == "said" else "stderr": file})
    assert Path("said").read_text(encoding="utf-8").startswith("lint-reports ")
    assert Path("told").read_text(encoding="utf-8").endswith("请检查路径。\n")


@pytest.mark.skipif(os.name != "posix", reason="pipes of another kind")
@pytest.mark.parametrize("arguments", [("check", "a.txt"), ("check", "a.txt", "b.txt"), ("--help",), ("--version",)])
def test_a_reader_that_has_gone(command, arguments) -> None:
    reader, writer = os.pipe()
    os.close(reader)
    try:
        done = ended([*command, *arguments], stdout=writer, stderr=subprocess.PIPE)
    finally:
        os.close(writer)
    assert (done.returncode, done.stderr) == (1, b"")


@pytest.mark.skipif(os.name != "posix", reason="pipes of another kind")
@pytest.mark.parametrize("listener", ["gone", "full"])
@pytest.mark.parametrize("name", USAGE)
def test_what_cannot_be_told_changes_no_exit_code(command, name, listener) -> None:
    if listener == "full" and not Path("/dev/full").exists():
        pytest.skip("no full disk to try")
    reader, writer = os.pipe()
    os.close(reader)
    if listener == "full":
        os.close(writer)
        writer = os.open("/dev/full", os.O_WRONLY)
    try:
        done = ended([*command, *USAGE[name]], stderr=writer)
    finally:
        os.close(writer)
    assert done.returncode == 2


def test_what_others_do_at_the_end_is_done_and_heard(command) -> None:
    """Coverage writes down what it has seen, and a library may say something."""
    script = """
        import atexit, sys
        atexit.register(print, "last words")
        atexit.register(print, "last complaints", file=sys.stderr)
        from lint_reports.cli import run
        sys.argv[1:] = ["check", "nothing"]
        run()
    """
    done = ended([sys.executable, "-c", textwrap.dedent(script)], capture_output=True)
    assert (done.returncode, done.stdout) == (2, f"last words{os.linesep}".encode())
    assert done.stderr.decode().splitlines()[-1] == "last complaints"
