"""Results kept between runs: whole or not at all, whatever happens to the program or to the file."""

from __future__ import annotations

import os
import sqlite3
import stat
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from lint_reports import results
from lint_reports.results import FILE, Results, count

KEYS = [bytes([number]) * 33 for number in range(20)]


@pytest.fixture
def folder(tmp_path) -> str:
    return str(tmp_path / "cache")


def keep(folder: str, **entries: bytes) -> None:
    with closing(Results(folder)) as kept:
        for name, content in entries.items():
            kept.keep(name.encode(), content)


def find(folder: str, *names: str) -> dict[bytes, bytes]:
    with closing(Results(folder)) as kept:
        return kept.find([name.encode() for name in names])


def test_what_is_kept_is_found_by_its_key(folder) -> None:
    keep(folder, first=b"one", second=b"")
    assert find(folder, "first", "second", "third") == {b"first": b"one", b"second": b""}
    keep(folder, first=b"other")
    assert find(folder, "first") == {b"first": b"other"}
    assert find(folder) == {}
    assert count(folder) == 2


def test_it_is_one_file_that_only_its_owner_may_read(folder) -> None:
    keep(folder, first=b"one")
    (path,) = Path(folder).iterdir()
    assert path.name == FILE
    assert os.name != "posix" or stat.S_IMODE(path.stat().st_mode) == 0o600
    assert os.name != "posix" or stat.S_IMODE(Path(folder).stat().st_mode) == 0o700


def overwrite(path: Path, content: bytes, at: int = 0) -> None:
    with path.open("r+b") as file:
        file.seek(at)
        file.write(content)


DAMAGES = {
    "empty": lambda path: path.write_bytes(b""),
    "another file": lambda path: path.write_bytes(b"nothing of ours\n" * 1000),
    "cut off": lambda path: path.write_bytes(path.read_bytes()[:5000]),
    "overwritten": lambda path: overwrite(path, b"\xff" * 4000, 4096),
    "head overwritten": lambda path: overwrite(path, b"\0" * 50, 20),
    "a folder": lambda path: (path.unlink(), path.mkdir()),
    "another table": lambda path: change(path, "DROP TABLE results"),
    "another kind of value": lambda path: change(path, "UPDATE results SET content = 7, used = 'x'"),
}


def change(path: Path, statement: str) -> None:
    with closing(sqlite3.connect(path)) as base, base:
        base.execute(statement)


@pytest.mark.parametrize("name", DAMAGES)
def test_a_damaged_file_gives_no_answer_and_does_no_harm(folder, name) -> None:
    with closing(Results(folder)) as kept:
        for key in KEYS:
            kept.keep(key, key * 30)
    DAMAGES[name](Path(folder, FILE))
    found = []
    for _ in range(3):  # one run may be needed to see the damage
        with closing(Results(folder)) as kept:
            found.append(kept.find(KEYS))
            kept.keep(KEYS[0], b"new")
    assert found[0] == {}
    assert found[2] == ({} if name == "a folder" else {KEYS[0]: b"new"})


def test_an_entry_with_one_wrong_bit_is_none(folder) -> None:
    keep(folder, first=b"the answer", second=b"another")
    path = Path(folder, FILE)
    stored = path.read_bytes()
    assert stored.count(b"the answer") == 1
    path.write_bytes(stored.replace(b"the answer", b"the answes"))
    assert find(folder, "first", "second") == {b"second": b"another"}


def test_an_entry_with_the_number_of_another_key_is_none(folder) -> None:
    keep(folder, first=b"the answer", second=b"another")
    change(
        Path(folder, FILE),
        f"UPDATE results SET number = {results._number(b'third')} WHERE content = x'{b'the answer'.hex()}'",
    )
    assert find(folder, "first", "second", "third") == {b"second": b"another"}


def test_every_byte_of_a_key_matters(folder) -> None:
    keys = {bytes(at) + b"\1" + bytes(32 - at) for at in range(33)}
    assert len({results._number(key) for key in keys}) == 33


@pytest.mark.skipif(os.name != "posix" or os.getuid() != 0, reason="only root can give files to others")
@pytest.mark.parametrize("change_", ["owner", "rights"])
def test_what_others_may_have_written_is_not_believed(folder, change_) -> None:
    keep(folder, first=b"one")
    path = Path(folder, FILE)
    os.chown(path, 54321, 54321) if change_ == "owner" else path.chmod(0o666)
    assert find(folder, "first") == {}


def test_a_folder_that_cannot_be_made_keeps_nothing(tmp_path) -> None:
    (tmp_path / "file").touch()
    keep(str(tmp_path / "file" / "cache"), first=b"one")
    assert find(str(tmp_path / "file" / "cache"), "first") == {}


def test_a_file_that_is_busy_for_long_is_done_without(folder, monkeypatch) -> None:
    keep(folder, first=b"one")
    monkeypatch.setattr(results, "_PATIENCE", 0.05)
    with closing(sqlite3.connect(Path(folder, FILE), isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        assert find(folder, "first") == {}
        keep(folder, first=b"two")
        other.execute("ROLLBACK")
    assert find(folder, "first") == {b"first": b"one"}


def test_its_size_is_bounded_and_what_is_used_stays(folder, monkeypatch) -> None:
    content = b"x" * 10_000
    now = 1_000_000_000
    for week in range(8):
        monkeypatch.setattr(results.time, "time", lambda: now + week * results._WEEK)  # noqa: B023 - used at once
        with closing(Results(folder, limit=400_000)) as kept:
            assert week == 0 or kept.find([b"always"]) == {b"always": b"!"}
            kept.keep(b"always", b"!")
            for number in range(20):
                kept.keep(f"{week} {number}".encode(), content)
    assert Path(folder, FILE).stat().st_size < 700_000
    left = {week: len(find(folder, *(f"{week} {number}" for number in range(20)))) for week in range(8)}
    assert find(folder, "always") == {b"always": b"!"}
    assert left[0] == left[1] == 0
    assert left[7] > 10


KILLED = """
import os, random, signal, sqlite3, sys, time
from contextlib import closing
from pathlib import Path
from lint_reports import results
from lint_reports.results import FILE, Results

folder, kills = sys.argv[1], int(sys.argv[2])
results._ENTRIES_AT_ONCE = 2
chance = random.Random(1)
keys = [bytes([number % 256, number // 256]) * 16 for number in range(400)]

def content(key):
    return key * (1 + key[0])

def write(seed):
    order = random.Random(seed)
    kept = Results(folder)
    while True:
        key = order.choice(keys)
        kept.keep(key, content(key))

for kill in range(kills):
    children = []
    for writer in range(2):
        child = os.fork()
        if not child:
            try:
                write(2 * kill + writer)
            finally:
                os._exit(1)
        children.append(child)
    time.sleep(chance.uniform(0, 0.02))
    for child in children:
        os.kill(child, signal.SIGKILL)
    for child in children:
        assert os.WTERMSIG(os.waitpid(child, 0)[1]) == signal.SIGKILL, "a writer has failed"
    with closing(Results(folder)) as kept:
        found = kept.find(keys)
        assert all(found[key] == content(key) for key in found), "another answer"
    with closing(sqlite3.connect(Path(folder, FILE))) as base:
        assert base.execute("PRAGMA integrity_check").fetchall() == [("ok",)], "a damaged file"
print(len(found), sorted(os.listdir(folder)))
"""


@pytest.mark.skipif(not hasattr(os, "fork"), reason="processes of another kind")
def test_two_writers_killed_at_any_moment_leave_a_whole_file(folder) -> None:
    done = subprocess.run(
        [sys.executable, "-c", KILLED, folder, "100"], capture_output=True, text=True, check=False, timeout=600
    )
    assert (done.stderr, done.returncode) == ("", 0)
    found, files = done.stdout.split(" ", 1)
    assert int(found) > 100
    assert files in (f"['{FILE}']\n", f"['{FILE}', '{FILE}-journal']\n")


def test_several_processes_at_once_lose_nothing(folder) -> None:
    script = (
        "import sys\n"
        "from contextlib import closing\n"
        "from lint_reports import results\n"
        "results._ENTRIES_AT_ONCE = 1\n"
        "with closing(results.Results(sys.argv[1])) as kept:\n"
        "    for number in range(50):\n"
        "        kept.keep(f'{sys.argv[2]} {number}'.encode(), sys.argv[2].encode())\n"
    )
    running = [subprocess.Popen([sys.executable, "-c", script, folder, name]) for name in "abc"]
    assert [process.wait(timeout=60) for process in running] == [0, 0, 0]
    for name in "abc":
        assert set(find(folder, *(f"{name} {number}" for number in range(50))).values()) == {name.encode()}
    assert count(folder) == 150
