"""Many files: the same outcomes with and without processes and with and without a cache."""

from __future__ import annotations

import gc
import os
import signal
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from lint_reports import known, linter, parallel
from lint_reports.finding import Severity
from lint_reports.linter import Linters
from lint_reports.report import Failure
from lint_reports.results import count
from lint_reports.running import File, How, check_files
from lint_reports.settings import Settings

CLEAN = "坚持依法行政，截至六月办结五件。\n"
ERROR = "坚持依法行政，截止六月底办结五件。\n"


@pytest.fixture
def settings(tmp_path, pack) -> Settings:
    (tmp_path / "t.yaml").write_text(pack("kind: text\npattern: 截止"), encoding="utf-8")
    return Settings(rule_files=(str(tmp_path / "t.yaml"),), select=("t",))


@pytest.fixture
def files(tmp_path, monkeypatch, settings) -> list[File]:
    """Forty files: faulty, clean, no text, and one that does not exist."""
    monkeypatch.setattr(parallel, "START", 100)  # so that processes start
    folder = tmp_path / "reports"
    folder.mkdir()
    paths = [folder / f"{number:02}.txt" for number in range(40)]
    for number, path in enumerate(paths):
        path.write_text((ERROR if number % 4 == 0 else CLEAN) + f"编号{number}。\n", encoding="utf-8")
    paths[7].write_bytes(b"\x89PNG\r\n\x1a\n")
    paths[9].unlink()
    return [File(str(path), settings) for path in paths]


@pytest.fixture
def cache(tmp_path) -> str:
    return str(tmp_path / "results")


@pytest.fixture
def checks(monkeypatch) -> list[str]:
    """The names of the files that are checked in this process."""
    names: list[str] = []
    check = linter.Linter.check_all

    def noted(self: linter.Linter, files: list[tuple[bytes, str]]):
        names.extend(os.path.basename(name) for _, name in files)
        return check(self, files)

    monkeypatch.setattr(linter.Linter, "check_all", noted)
    return names


def run(files: list[File], **how: object) -> list[object]:
    return list(check_files(files, Linters(), How(**how)))


WAYS = {"processes": {"workers": 3}, "cache": {}, "both": {"workers": 2}}


@pytest.mark.parametrize("name", WAYS)
def test_the_outcomes_are_the_same_in_every_way(files, cache, name) -> None:
    plain = run(files)
    assert [isinstance(outcome, Failure) for outcome in plain].count(True) == 2
    assert sum(len(outcome.findings) for outcome in plain if not isinstance(outcome, Failure)) == 10
    way = WAYS[name] | ({} if name == "processes" else {"cache": cache})
    assert [run(files, **way) for _ in range(2)] == [plain, plain]


def test_what_is_known_is_not_checked_again(files, cache, checks) -> None:
    run(files, cache=cache)
    assert len(checks) == 39
    assert count(cache) == 39
    checks.clear()
    run(files, cache=cache)
    assert checks == []
    Path(files[3].path).write_text(ERROR, encoding="utf-8")
    assert len(run(files, cache=cache)[3].findings) == 1
    assert checks == ["03.txt"]


def test_the_same_bytes_are_known_under_another_name(files, cache, checks) -> None:
    run(files[:2], cache=cache)
    os.rename(files[0].path, files[9].path)
    checks.clear()
    (outcome, _) = run([files[9], files[1]], cache=cache)
    assert (outcome.name, len(outcome.findings), checks) == (files[9].path, 1, [])


@pytest.mark.parametrize("collects", [True, False], ids=["collecting", "not collecting"])
def test_garbage_is_looked_for_afterwards_as_it_was_before(files, monkeypatch, collects) -> None:
    within = []
    check = linter.Linter.check_all

    def noted(self: linter.Linter, files: list[tuple[bytes, str]]):
        within.append(gc.isenabled())
        return check(self, files)

    monkeypatch.setattr(linter.Linter, "check_all", noted)
    was = gc.isenabled()
    try:
        (gc.enable if collects else gc.disable)()
        list(check_files(files[:3], Linters(), How()))
        assert gc.isenabled() is collects
    finally:
        (gc.enable if was else gc.disable)()
    assert set(within) == {False}


def test_one_file_needs_no_cache_and_no_process(files, cache, monkeypatch) -> None:
    monkeypatch.setattr(parallel, "in_order", None)
    assert len(run(files[:1], workers=4, cache=cache)[0].findings) == 1
    assert not os.path.exists(cache)


OTHERS = {
    "another ending": (lambda file: File(file.path.replace(".txt", ".md"), file.settings), 1),
    "another ending of the same kind": (lambda file: File(file.path.replace(".txt", ".text"), file.settings), 0),
    "another language": (lambda file: changed(file, lang="en"), 1),
    "an encoding": (lambda file: changed(file, encoding="utf-8"), 1),
    "a severity": (lambda file: changed(file, levels=(("t/rule", Severity.WARNING),)), 1),
    "other rules": (lambda file: changed(file, select=("t", "wording")), 1),
    "the same rules by another name": (lambda file: changed(file, select=("t/rule",)), 0),
    "another verdict": (lambda file: changed(file, fail_on=None), 0),
    "a baseline": (lambda file: changed(file, baseline="b.json"), 0),
}


def changed(file: File, **settings: object) -> File:
    return File(file.path, file.settings._replace(**settings))


@pytest.mark.parametrize("name", OTHERS)
def test_what_an_outcome_depends_on(files, cache, checks, name) -> None:
    change, checked = OTHERS[name]
    run(files[:2], cache=cache)
    checks.clear()
    other = change(files[0])
    if other.path != files[0].path:
        os.rename(files[0].path, other.path)
    outcome, _ = run([other, files[1]], cache=cache)
    assert outcome == run([other])[0]
    assert checks.count(os.path.basename(other.path)) == checked + 1


@pytest.mark.parametrize("name", ["rule file", "program", "library"])
def test_changes_of_the_program_and_its_rules(files, cache, checks, pack, monkeypatch, name) -> None:
    run(files[:2], cache=cache)
    checks.clear()
    if name == "rule file":
        Path(files[0].settings.rule_files[0]).write_text(pack("kind: text\npattern: 办结"), encoding="utf-8")
    else:
        part = {"program": "_modules", "library": "_libraries"}[name]
        monkeypatch.setattr(known, part, lambda *_: [__file__])
    run(files[:2], cache=cache)
    assert checks == ["00.txt", "01.txt"]


EXCUSES = {
    "for ever": ("<!-- lint-reports: ignore-file t/rule 原文如此 -->", [], 0),
    "until a day": ("<!-- lint-reports: ignore-file t/rule until 2026-06-30 原文如此 -->", ["00.md"], 1),
}


@pytest.mark.parametrize("name", EXCUSES)
def test_an_excuse_that_expires(files, cache, checks, name) -> None:
    comment, again, findings = EXCUSES[name]
    excused = files[0]._replace(path=files[0].path.replace(".txt", ".md"))
    Path(excused.path).write_text(f"{comment}\n\n{ERROR}", encoding="utf-8")
    (first, _) = check_files([excused, files[1]], Linters("2026-06-30"), How(cache=cache))
    checks.clear()
    (second, _) = check_files([excused, files[1]], Linters("2026-07-01"), How(cache=cache))
    assert (len(first.findings), len(second.findings), checks) == (0, findings, again)


def test_with_the_source_and_without(files, cache) -> None:
    assert [outcome.source for outcome in run(files[:2], cache=cache)] == [None, None]
    for _ in range(2):
        assert [outcome.source for outcome in run(files[:2], cache=cache, keep_source=True)] == [
            ERROR + "编号0。\n",
            None,
        ]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes with names")
def test_a_pipe_is_read_once(files, cache, tmp_path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    pipe = File(str(tmp_path / "pipe.txt"), files[0].settings)
    writing = subprocess.Popen([sys.executable, "-c", f"open({pipe.path!r}, 'wb').write({ERROR.encode()!r})"])
    outcomes = run([files[0], pipe, files[1]], cache=cache)
    writing.wait()
    assert [len(outcome.findings) for outcome in outcomes] == [1, 1, 0]
    assert count(cache) == 2


FAILURES = {
    "killed": (
        lambda: os.kill(os.getpid(), signal.SIGKILL),
        "the process that checked it was ended by signal 9, perhaps for lack of memory; split it, or try --workers 1",
    ),
    "exited": (
        lambda: os._exit(7),
        "the process that checked it ended with exit code 7, perhaps for lack of memory; split it, or try --workers 1",
    ),
    "no memory": (lambda: bytearray(1 << 60), "not enough memory to check it; split it, or use --workers 1"),
}


@pytest.mark.skipif(not hasattr(os, "fork"), reason="processes of another kind")
@pytest.mark.parametrize("name", FAILURES)
def test_a_file_that_ends_its_process_fails_alone_and_is_not_kept(files, cache, monkeypatch, name) -> None:
    fail, reason = FAILURES[name]
    plain = run(files)
    check = linter.Linter.check_all

    def deadly(self: linter.Linter, files: list[tuple[bytes, str]]):
        if any(name.endswith("21.txt") for _, name in files):
            fail()
        return check(self, files)

    monkeypatch.setattr(linter.Linter, "check_all", deadly)
    outcomes = run(files, workers=2, cache=cache)
    assert (outcomes[21].name, outcomes[21].reason.en) == (files[21].path, reason)
    assert outcomes[:21] + outcomes[22:] == plain[:21] + plain[22:]
    assert count(cache) == 38


def test_what_was_found_before_an_end_is_kept(files, cache, checks) -> None:
    with closing(check_files(files, Linters(), How(cache=cache))) as outcomes:
        for _ in range(5):
            next(outcomes)
    assert count(cache) == 5
    checks.clear()
    run(files, cache=cache)
    assert len(checks) == 34


def test_times_are_those_of_all_processes(files, cache) -> None:
    from lint_reports.timings import Ledger

    ledgers = Ledger(), Ledger()
    run(files, cache=cache)
    outcomes = [
        run(files, workers=workers, cache=cache, ledger=one) for workers, one in zip((1, 3), ledgers, strict=True)
    ]
    assert outcomes[0] == outcomes[1] == run(files)
    for ledger in ledgers:
        sums = ledger.sums()
        assert ledger.files == 40
        assert sums["rule t/rule"].files == 10  # the others do not have its characters
        assert {"step read", "step run rules", "step find characters", "fact folded"} <= set(sums)
        assert all(spent.ms > 0 for spent in sums.values())


KILLED = """
import os, random, signal, sys, time
from lint_reports import parallel, results
from lint_reports.linter import Linters
from lint_reports.running import File, How, check_files
from lint_reports.settings import Settings

cache, rules, folder, kills = sys.argv[1:]
parallel.START = 100
results._ENTRIES_AT_ONCE = 2
settings = Settings(rule_files=(rules,), select=("t",))
files = [File(os.path.join(folder, name), settings) for name in sorted(os.listdir(folder))]
linters = Linters()
linters.of(settings)
chance = random.Random(1)
plain = list(check_files(files, linters, How()))
ended = 0
for kill in range(int(kills)):
    with open(files[kill % len(files)].path, "a") as file:
        file.write(str(kill))  # something is new every time
    child = os.fork()
    if not child:
        list(check_files(files, linters, How(1 + kill % 2, cache)))
        os._exit(0)
    time.sleep(chance.uniform(0, 0.03))
    os.kill(child, signal.SIGKILL)
    ended += os.waitpid(child, 0)[1] == signal.SIGKILL
    assert list(check_files(files, linters, How(1, cache))) == list(check_files(files, linters, How()))
print(ended)
"""


@pytest.mark.skipif(not hasattr(os, "fork"), reason="processes of another kind")
def test_runs_that_are_killed_at_any_moment_change_no_answer(files, cache, settings) -> None:
    folder = os.path.dirname(files[0].path)
    command = [sys.executable, "-c", KILLED, cache, settings.rule_files[0], folder, "100"]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=600)
    assert (done.stderr, done.returncode) == ("", 0)
    assert int(done.stdout) > 20
