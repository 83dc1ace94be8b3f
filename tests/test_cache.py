"""Plans kept between runs: when they are used, and when they are made again."""

from __future__ import annotations

import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from lint_reports import cache
from lint_reports.cache import cache_folder, cached_plan, kept
from lint_reports.digest import digest
from lint_reports.finding import Confidence, Severity
from lint_reports.language import Say
from lint_reports.plan import Rule, entry_of, with_options

PLAN = (
    entry_of(
        Rule(
            id="t/rule",
            kind="text",
            severity=Severity.WARNING,
            enabled=True,
            confidence=Confidence.CERTAIN,
            message=Say("有误", "wrong"),
            basis=(),
            scope={},
            applies=None,
            at="match",
            related=(),
            fix=None,
            options={"pattern": {"source": "[截止]止", "literals": ("止",)}},
            trusted=True,
        ),
        ("止",),
    ),
)


@pytest.fixture
def made() -> list[str]:
    """A line for every time that a plan was made."""
    return []


@pytest.fixture
def make(made):
    def make():
        made.append("once more")
        return PLAN

    return make


@pytest.fixture
def folder(tmp_path, monkeypatch) -> Path:
    folder = tmp_path / "cache"
    monkeypatch.setenv("LINT_REPORTS_CACHE_DIR", str(folder))
    return folder


@pytest.fixture
def rules(tmp_path) -> Path:
    path = tmp_path / "t.yaml"
    path.write_text("pack: t", encoding="utf-8")
    return path


def test_a_plan_is_made_once(folder, rules, make, made) -> None:
    assert cached_plan([str(rules)], 1, make) == PLAN
    assert cached_plan([str(rules)], 1, make) == PLAN
    assert len(made) == 1
    assert [path.name[:5] + path.suffix for path in folder.iterdir()] == ["plan-.bin"]


CHANGES = {
    "content": lambda rules, _: rules.write_text("pack: u", encoding="utf-8"),
    "version": lambda _, monkeypatch: monkeypatch.setattr(cache, "__version__", "0.0.9"),
    "program": lambda _, monkeypatch: monkeypatch.setattr(cache, "_changed", lambda: 1),
    "Python": lambda _, monkeypatch: monkeypatch.setattr(sys, "hexversion", 1),
}

FILES = {"version": 2, "Python": 2}  # two versions used in turn do not drive each other out


@pytest.mark.parametrize("name", CHANGES)
def test_what_the_plan_depends_on_has_changed(folder, rules, monkeypatch, name, make, made) -> None:
    cached_plan([str(rules)], 1, make)
    CHANGES[name](rules, monkeypatch)
    assert cached_plan([str(rules)], 1, make) == PLAN
    assert len(made) == 2
    assert len(list(folder.iterdir())) == FILES.get(name, 1)


def test_an_edit_shows_that_leaves_size_and_time_as_they_were(folder, rules, make, made) -> None:
    """The clock of a file system may tick hundred times a second; an editor and a script are quicker."""
    cached_plan([str(rules)], 0, make)
    before = rules.stat()
    rules.write_text("pack: u", encoding="utf-8")
    os.utime(rules, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert rules.stat().st_size == before.st_size
    assert cached_plan([str(rules)], 0, make) == PLAN
    assert len(made) == 2


def test_a_rule_file_of_ones_own_that_is_only_touched_is_not_read_again(folder, rules, make, made) -> None:
    cached_plan([str(rules)], 0, make)
    os.utime(rules, ns=(1, 1))
    cached_plan([str(rules)], 0, make)
    assert len(made) == 1


@pytest.mark.parametrize("change", ["contents", "gone"])
def test_a_data_file_has_changed(folder, rules, tmp_path, change) -> None:
    data, made = tmp_path / "terms.txt", []

    def make():
        made.append("once more")
        content = data.read_bytes() if data.exists() else b""
        return (with_options(PLAN[0], {"terms": {"file": str(data), "digest": digest(content)}}),)

    data.write_text("统筹推进", encoding="utf-8")
    plans = [cached_plan([str(rules)], 1, make) for _ in range(2)]
    assert (plans[0] == plans[1], len(made)) == (True, 1)
    if change == "gone":
        data.unlink()
    else:
        data.write_text("责任追究", encoding="utf-8")
    assert cached_plan([str(rules)], 1, make) != plans[0]
    assert len(made) == 2
    assert len(list(folder.iterdir())) == 1


def test_what_is_trusted_and_what_a_file_is_called_matter(folder, rules, tmp_path, make, made) -> None:
    cached_plan([str(rules)], 1, make)
    cached_plan([str(rules)], 0, make)
    other = tmp_path / "u.yaml"
    other.write_bytes(rules.read_bytes())
    cached_plan([str(other)], 1, make)
    cached_plan([str(rules), str(other)], 1, make)
    cached_plan([str(other), str(rules)], 1, make)
    assert len(made) == 5


DAMAGES = {
    "empty": lambda _: b"",
    "cut off": lambda stored: stored[:-1],
    "only the head": lambda stored: stored[:20],
    "longer": lambda stored: stored + b"0",
    "one bit": lambda stored: stored[:-3] + bytes([stored[-3] ^ 1]) + stored[-2:],
    "of another program": lambda stored: b"other" + stored[5:],
    "a folder": None,
}


@pytest.mark.parametrize("name", DAMAGES)
def test_a_damaged_file_is_made_again(folder, rules, name, make, made) -> None:
    cached_plan([str(rules)], 1, make)
    (path,) = folder.iterdir()
    if DAMAGES[name] is None:
        path.unlink()
        path.mkdir()
    else:
        path.write_bytes(DAMAGES[name](path.read_bytes()))
    assert cached_plan([str(rules)], 1, make) == PLAN
    assert len(made) == 2
    assert [found.name for found in folder.iterdir()] == [path.name]
    if DAMAGES[name] is not None:
        assert cached_plan([str(rules)], 1, make) == PLAN
        assert len(made) == 2


def test_a_folder_that_cannot_be_made_is_no_reason_not_to_check(tmp_path, rules, monkeypatch, make, made) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    monkeypatch.setenv("LINT_REPORTS_CACHE_DIR", str(tmp_path / "file"))
    assert cached_plan([str(rules)], 1, make) == PLAN
    assert cached_plan([str(rules)], 1, make) == PLAN
    assert len(made) == 2


@pytest.mark.skipif(sys.platform == "win32", reason="no rights of this kind")
def test_only_its_owner_may_look_into_it(folder, rules, make) -> None:
    cached_plan([str(rules)], 1, make)
    (path,) = folder.iterdir()
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_what_making_raises_is_passed_on_and_nothing_is_kept(folder, rules) -> None:
    def make():
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        cached_plan([str(rules)], 1, make)
    assert not folder.exists()


def test_a_rule_file_that_cannot_be_read_is_left_to_the_reader(folder, tmp_path, make) -> None:
    assert cached_plan([str(tmp_path / "no.yaml")], 0, make) == PLAN
    assert not folder.exists()


FOLDERS = {
    "named": ({"LINT_REPORTS_CACHE_DIR": "/cache/here"}, "linux", "/cache/here"),
    "Linux": ({"HOME": "/home/wang"}, "linux", "/home/wang/.cache/lint-reports"),
    "XDG": ({"HOME": "/home/wang", "XDG_CACHE_HOME": "/var/cache"}, "linux", "/var/cache/lint-reports"),
    "macOS": ({"HOME": "/Users/wang"}, "darwin", "/Users/wang/Library/Caches/lint-reports"),
    "Windows": ({"LOCALAPPDATA": "/Users/wang/AppData"}, "win32", "/Users/wang/AppData/lint-reports"),
    "not absolute": ({"XDG_CACHE_HOME": "cache"}, "linux", None),
}


@pytest.mark.skipif(os.name != "posix", reason="paths of another system")
@pytest.mark.parametrize("name", FOLDERS)
def test_where_caches_go(monkeypatch, name) -> None:
    environment, platform, folder = FOLDERS[name]
    monkeypatch.setattr(os, "environ", environment)
    monkeypatch.setattr(sys, "platform", platform)
    assert cache_folder() == folder


@pytest.mark.skipif(os.name != "posix" or os.getuid() != 0, reason="only root can become somebody unknown")
def test_somebody_without_a_home_has_no_cache() -> None:
    """In a container the process may run as a user that nobody has heard of."""
    script = (
        "import os\n"
        "from lint_reports.cache import cache_folder, cached_plan\n"
        "os.setuid(54321)\n"
        "print(cache_folder(), cached_plan([], 0, lambda: ()))"
    )
    environment = {key: value for key, value in os.environ.items() if key not in _HOMES}
    done = subprocess.run([sys.executable, "-c", script], env=environment, capture_output=True, text=True, check=False)
    assert (done.stdout, done.stderr) == ("None ()\n", "")


_HOMES = ("HOME", "XDG_CACHE_HOME", "LINT_REPORTS_CACHE_DIR")


def test_several_processes_at_once(folder, tmp_path) -> None:
    report = tmp_path / "报告.txt"
    report.write_text("截止6月底，办结五件。\n", encoding="utf-8")
    command = [sys.executable, "-m", "lint_reports", "check", str(report), "--format", "json"]
    running = [subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) for _ in range(4)]
    outputs = {process.communicate() for process in running}
    assert len(outputs) == 1
    assert outputs.pop()[1] == b""
    assert [path.name[:5] + path.suffix for path in folder.iterdir()] == ["plan-.bin"]


@pytest.mark.skipif(sys.platform == "win32", reason="no rights of this kind")
def test_what_others_may_write_is_not_believed(folder, rules, make, made) -> None:
    cached_plan([str(rules)], 1, make)
    (path,) = folder.iterdir()
    path.chmod(0o666)
    assert cached_plan([str(rules)], 1, make) == PLAN
    assert len(made) == 2


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes with names")
def test_a_pipe_in_place_of_the_file_does_not_stop_the_program(folder, rules, make, made) -> None:
    cached_plan([str(rules)], 1, make)
    (path,) = folder.iterdir()
    path.unlink()
    os.mkfifo(path)
    assert cached_plan([str(rules)], 1, make) == PLAN
    assert len(made) == 2


def test_what_is_made_of_a_file_is_kept_by_its_content(folder, made) -> None:
    def make():
        made.append("once more")
        return {"severity": ("info", len(made))}

    first = [kept("config", b"severity: info", make) for _ in range(2)]
    assert first == [{"severity": ("info", 1)}] * 2
    assert kept("config", b"severity: error", make) == {"severity": ("info", 2)}
    assert kept("ignore", b"severity: info", make) == {"severity": ("info", 3)}
    assert sorted(path.name[:7] for path in folder.iterdir()) == ["config-", "config-", "ignore-"]


@pytest.mark.parametrize("name", ["version", "program", "Python"])
def test_what_else_it_depends_on_has_changed(folder, monkeypatch, name, made) -> None:
    def make():
        made.append("once more")
        return len(made)

    assert kept("config", b"", make) == 1
    CHANGES[name](None, monkeypatch)
    assert kept("config", b"", make) == 2
    assert len(list(folder.iterdir())) == FILES.get(name, 1)


def test_what_cannot_be_read_from_the_cache_is_made_again(folder, made) -> None:
    def make():
        made.append("once more")
        return len(made)

    kept("config", b"", make)
    (path,) = folder.iterdir()
    path.write_bytes(path.read_bytes()[:-1])
    assert kept("config", b"", make) == 2
    assert kept("config", b"", make) == 2


def test_nothing_is_kept_of_a_mistake(folder) -> None:
    def make():
        raise ValueError("no")

    with pytest.raises(ValueError, match="no"):
        kept("config", b"", make)
    assert not folder.exists()
