"""A process that is killed at any moment while it mends a file leaves the old one or the new one, whole."""

from __future__ import annotations

import os
import random
import signal
import sys
import time

import pytest

from lint_reports.cli.fixing import Wanted, fix
from lint_reports.linter import Linter
from lint_reports.plan import make_plan
from lint_reports.writeback import write_back

KILLS = 200
OLD = ("云溪县坚持依法行政，截止六月办结五件。\n" * 400).encode()
NEW = OLD.decode().replace("截止", "截至").encode()
RULE = "kind: text\npattern: 截止\nfix: {replace: match, with: 截至, safety: safe}\nexamples: [{bad: ⟦截止⟧六月。}, {good: 正}]"

forks = pytest.mark.skipif(
    not hasattr(os, "fork") or sys.platform == "darwin", reason="needs processes that are forked"
)


def killed_after(seconds: float, work) -> bool:
    """Whether a process that does something was killed before it was done."""
    child = os.fork()
    if child == 0:  # neither pytest nor its files are the child's business
        try:
            work()
        finally:
            os._exit(0)
    time.sleep(seconds)
    os.kill(child, signal.SIGKILL)
    return os.WIFSIGNALED(os.waitpid(child, 0)[1])


@forks
def test_writing(tmp_path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(OLD)
    chance = random.Random(4)
    kills = 0

    def turn() -> None:
        while True:
            now = path.read_bytes()
            write_back(str(path), now, NEW if now == OLD else OLD)

    seen = set()
    while kills < KILLS:
        kills += killed_after(chance.uniform(0, 0.02), turn)
        content = path.read_bytes()
        assert content in (OLD, NEW)
        seen.add(content == NEW)
    assert seen == {True, False}
    assert {name[:14] for name in os.listdir(tmp_path)} <= {"a.txt", ".lint-reports-"}


@forks
def test_mending(tmp_path, spec) -> None:
    linter = Linter(make_plan([spec(RULE)]))
    path = tmp_path / "a.txt"

    def turn() -> None:
        fix(linter, path.read_bytes(), str(path), Wanted(unsafe=False, filter=False, lang="zh"))

    path.write_bytes(OLD)
    started = time.monotonic()
    turn()  # once to the end, so that its time is known
    longest = (time.monotonic() - started) * 1.1
    assert path.read_bytes() == NEW
    chance = random.Random(4)
    kills = 0
    while kills < KILLS:
        path.write_bytes(OLD)
        kills += killed_after(chance.uniform(0, longest), turn)
        assert path.read_bytes() in (OLD, NEW)
    turn()
    assert path.read_bytes() == NEW
