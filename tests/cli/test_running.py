"""How `check` goes over many files: processes, cache, revisions, times, progress, watching."""

from __future__ import annotations

import json
import os
import re
import select
import shutil
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from lint_reports import parallel
from lint_reports.results import count

CLEAN = "坚持依法行政，截至六月办结五件。\n"
ERROR = "坚持依法行政，截止六月办结五件。\n"


def write(name: str, text: str) -> str:
    Path(name).parent.mkdir(parents=True, exist_ok=True)
    Path(name).write_text(text, encoding="utf-8")
    return name


@pytest.fixture
def reports(folder, monkeypatch) -> Path:
    """A folder of thirty reports, every third of them faulty."""
    monkeypatch.setattr(parallel, "START", 100)  # so that processes start
    for number in range(30):
        write(f"reports/{number:02}.txt", (CLEAN if number % 3 else ERROR) + f"编号{number}。\n")
    return folder / "reports"


def paths(out: str) -> list[str]:
    return re.findall(r"^(\S+?):\d+:\d+:", out, re.MULTILINE)


@pytest.mark.parametrize("format_", ["text", "json"])
def test_the_bytes_are_the_same_with_any_number_of_processes(check, reports, format_) -> None:
    found = [
        check("reports", "--format", format_, *more)
        for more in (["--workers", "1", "--no-cache"], ["--workers", "3", "--no-cache"], [], ["--workers=2"])
    ]
    assert found[1:] == found[:1] * 3
    assert found[0].code == 1


def test_caches_stand_where_they_are_told_to(check, cli, reports, tmp_path) -> None:
    place = tmp_path / "elsewhere"
    check("reports", "--cache-dir", place)
    assert sorted(re.sub("[0-9a-f]{8}", "*", path.name) for path in place.iterdir()) == [
        "plan-*.bin",
        "results-2.sqlite",
    ]
    assert cli("cache", "info", "--cache-dir", place).out.splitlines()[:2] == [
        f"文件夹：{place}",
        "检查结果：30 个，0.0 MB",
    ]
    (place / "mine.txt").touch()
    assert cli("cache", "clear", "--cache-dir", place, "--lang", "en").out == f"removed 2 files from {place}\n"
    assert [path.name for path in place.iterdir()] == ["mine.txt"]
    assert cli("cache", "clear", "--cache-dir", place).out == f"已清除 {place} 中的 0 个文件。\n"
    assert cli("cache", "info", "--cache-dir", tmp_path / "no").out.splitlines()[1] == "检查结果：0 个，0.0 MB"


def test_without_a_cache_nothing_is_kept(check, cli, reports, tmp_path) -> None:
    check("reports", "--no-cache", "--cache-dir", tmp_path / "c")
    assert cli("cache", "info", "--cache-dir", tmp_path / "c").out.splitlines()[1] == "检查结果：0 个，0.0 MB"


MISUSES = {
    "no number": (("--workers", "many"), "--workers 应为不小于 1 的整数，不能是“many”"),
    "no process": (("--workers", "0"), "--workers 应为不小于 1 的整数，不能是“0”"),
    "lines of nothing": (("--changed-lines",), "--changed-lines 要与 --changed-since 一起用。"),
    "an option for a revision": (("--changed-since=--output=x",), "“--output=x”不是版本名，不能以 - 开头。"),
    "fixing and watching": (("--fix", "--watch"), "--watch 只用于检查，不能与 --fix、--diff 同时使用。"),
    "differences of lines": (
        ("--diff", "--changed-lines"),
        "--changed-lines 只用于检查，不能与 --fix、--diff 同时使用。",
    ),
    "no revision": (("--changed-since", ""), "“”不是版本名，不能以 - 开头。"),
}


@pytest.mark.parametrize("name", MISUSES)
def test_mistakes_in_the_options(check, reports, name) -> None:
    arguments, said = MISUSES[name]
    done = check("reports", *arguments)
    assert (done.code, done.out) == (2, "")
    assert done.err.startswith(f"lint-reports: {said}")


def test_standard_input_is_not_measured(check, folder) -> None:
    assert check("-", "--timings") == (2, "", "lint-reports: 标准输入不测用时，--timings 要给出文件。\n")


# Changes since a revision


needs_git = pytest.mark.skipif(shutil.which("git") is None, reason="git is not installed")


def git(*arguments: str) -> str:
    person = {
        f"GIT_{role}_{part}": "x@example.invalid" for role in ("AUTHOR", "COMMITTER") for part in ("NAME", "EMAIL")
    }
    kept = {key: value for key, value in os.environ.items() if not key.startswith("GIT_")}
    environment = kept | person | {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"}
    done = subprocess.run(["git", *arguments], env=environment, capture_output=True, text=True, check=True)
    return done.stdout.strip()


def commit() -> str:
    git("add", "--all")
    git("commit", "--quiet", "--allow-empty", "--message", "reports")
    return git("rev-parse", "HEAD")


@pytest.fixture
def repository(reports) -> str:
    """The reports in git; gives the revision."""
    git("init", "--quiet", "--initial-branch=main")
    return commit()


@needs_git
def test_only_what_has_changed_is_checked(check, repository) -> None:
    write("reports/00.txt", ERROR + "改了。\n")  # not added
    write("reports/03.txt", ERROR + "也改了。\n")
    git("add", "reports/03.txt")
    write("reports/新 “的”.txt", ERROR)  # unknown to git
    Path("reports/06.txt").unlink()
    git("mv", "reports/09.txt", "reports/90.txt")
    write("reports/01.txt", CLEAN * 2)
    write(".gitignore", "out.txt\n")
    write("reports/out.txt", ERROR)
    names = [f"reports/{name}" for name in ("00.txt", "01.txt", "03.txt", "90.txt", "新 “的”.txt")]
    done = check("reports", "--changed-since", repository, "--format", "json")
    assert [file["path"] for file in json.loads(done.out)["files"]] == names
    assert done.code == 1
    assert paths(check("reports/03.txt", "reports/06.txt", "reports/12.txt", "--changed-since", "HEAD").out) == []
    done = check("reports/03.txt", "reports/12.txt", "--changed-since", "HEAD")
    assert paths(done.out) == ["reports/03.txt"]


@needs_git
def test_only_what_has_changed_is_mended(check, repository) -> None:
    write("reports/00.txt", ERROR + "改了。\n")
    assert check("reports", "--changed-since", "HEAD", "--fix").code == 0
    assert git("status", "--porcelain").split() == ["M", "reports/00.txt"]
    assert Path("reports/00.txt").read_text(encoding="utf-8") == CLEAN + "改了。\n"
    assert Path("reports/03.txt").read_text(encoding="utf-8") == ERROR + "编号3。\n"


@needs_git
@pytest.mark.parametrize("more", [(), ("--fix",)], ids=["check", "fix"])
def test_excuses_of_files_that_have_not_changed_are_not_judged(check, repository, more) -> None:
    excuse = "  - {rule: t/rule, path: reports/%s.txt, text: %s, reason: 原文如此}\n"
    write(".lint-reports-ignore.yaml", "excuses:\n" + excuse % ("03", "截止") + excuse % ("06", "没有的"))
    commit()
    write("reports/00.txt", CLEAN + "改了。\n")
    assert check(".", "--changed-since", "HEAD", "--select", "t,excuse", *more) == (0, "", "")
    write("reports/06.txt", CLEAN + "改了。\n")
    done = check(".", "--changed-since", "HEAD", "--select", "t,excuse", *more)
    assert paths(done.out) == [".lint-reports-ignore.yaml"]


@needs_git
def test_nothing_has_changed(check, repository) -> None:
    assert check("reports", "--changed-since", "HEAD") == (0, "", "")


@needs_git
def test_what_others_have_changed_meanwhile_does_not_count(check, repository) -> None:
    git("checkout", "--quiet", "-b", "work")
    write("reports/00.txt", ERROR + "改了。\n")
    commit()
    git("checkout", "--quiet", "main")
    write("reports/03.txt", ERROR + "改了。\n")
    commit()
    git("checkout", "--quiet", "work")
    assert paths(check("reports", "--changed-since", "main").out) == ["reports/00.txt"]


LINES = "甲截止一。\n\n乙截止二。\n\n丙截止三。\n\n丁截止四。\n\n"
EDITS = {
    "a line": (LINES.replace("乙截止二", "乙截止五"), [3]),
    "a new line": (LINES.replace("乙", "新的一行。\n\n乙"), []),
    "a new finding": (LINES.replace("乙", "戊截止六。\n\n乙"), [3]),
    "two lines": (LINES.replace("甲", "新").replace("丁", "新"), [1, 7]),
    "a line goes": (LINES.replace("\n丙截止三。\n", ""), [5]),
    "everything": (LINES.replace("截止", "，截止"), [1, 3, 5, 7]),
    "the end of lines": (LINES.replace("\n", "\r\n"), [1, 3, 5, 7]),
    "what looks like a diff": (LINES.replace("丙", "++ b/x\n@@ -1 +7 @@ 己\n\n丙"), []),
}


@needs_git
@pytest.mark.parametrize("name", EDITS)
def test_only_changed_lines_count(check, repository, name) -> None:
    text, lines = EDITS[name]
    write("reports/a b.txt", LINES)
    commit()
    write("reports/a b.txt", text)
    done = check("reports", "--changed-since", "HEAD", "--changed-lines", "--format", "json")
    (file,) = json.loads(done.out)["files"]
    assert [finding["line"] for finding in file["findings"]] == lines
    assert done.code == bool(lines)


@needs_git
def test_all_lines_of_a_new_file_and_none_of_a_renamed_one(check, repository) -> None:
    write("reports/new.txt", ERROR)
    git("mv", "reports/00.txt", "reports/99.txt")
    done = check("reports", "--changed-since", "HEAD", "--changed-lines")
    assert paths(done.out) == ["reports/new.txt"]


@needs_git
def test_the_settings_of_the_user_change_nothing(check, repository, monkeypatch) -> None:
    write("reports/“a”\t1.txt", LINES)
    commit()
    write("reports/“a”\t1.txt", LINES.replace("乙截止二", "乙截止五"))
    for key, value in {
        "diff.noprefix": "true",
        "diff.mnemonicPrefix": "true",
        "color.ui": "always",
        "diff.external": "false",
        "core.quotePath": "true",
    }.items():
        git("config", key, value)
    done = check("reports", "--changed-since", "HEAD", "--changed-lines", "--format", "json")
    assert [finding["line"] for finding in json.loads(done.out)["files"][0]["findings"]] == [3]


@needs_git
def test_a_revision_that_git_does_not_know(check, repository) -> None:
    done = check("reports", "--changed-since", "origin/main")
    said = (
        "lint-reports: git 不认识版本 origin/main。若是浅克隆，请先取得它，如 git fetch origin origin/main，"
        "在 GitHub Actions 中为 fetch-depth: 0。\n"
    )
    assert (done.code, done.out, done.err) == (2, "", said)


@needs_git
def test_a_folder_that_is_no_repository(check, reports, monkeypatch) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(reports.parent.parent))
    done = check("reports", "--changed-since", "HEAD", "--lang", "en")
    assert (done.code, done.out) == (2, "")
    assert done.err.startswith(
        "lint-reports: reports is in no git repository, which --changed-since needs (git: fatal: "
    )


@needs_git
def test_a_shallow_clone_compares_with_the_revision_itself(check, repository, folder, monkeypatch) -> None:
    git("checkout", "--quiet", "-b", "work")
    write("reports/00.txt", ERROR + "改了。\n")
    commit()
    git("clone", "--quiet", "--depth=1", "--branch=work", f"file://{folder}", "../shallow")
    monkeypatch.chdir("../shallow")
    git("fetch", "--quiet", "--depth=1", "origin", "main:refs/remotes/origin/main")
    assert paths(check("reports", "--changed-since", "origin/main").out) == ["reports/00.txt"]


def test_git_is_missing(check, reports, monkeypatch) -> None:
    monkeypatch.setenv("PATH", os.devnull)
    done = check("reports", "--changed-since", "HEAD")
    assert (done.code, done.err) == (2, "lint-reports: 没有找到 git，无法使用 --changed-since。\n")


# Times


def test_the_table_of_times(check, reports) -> None:
    done = check("reports", "--timings", "--workers", "2")
    assert (done.code, done.out) == check("reports")[:2]
    lines = done.err.splitlines()
    assert re.fullmatch(r"用时 \d+ 毫秒（各进程合计），30 个文件：", lines[0])
    assert lines[1] == "      毫秒    占比    文件  项目"
    rows = [re.fullmatch(r" *[\d.]+ +([\d.]+)% +(\d+)  (\S+ .+)", line) for line in lines[2:]]
    files = {row[3]: int(row[2]) for row in rows if row}
    assert len(files) == len(lines) - 2
    assert (files["规则 t/rule"], files["步骤 读取文件、整理结果"], files["事实 folded"]) == (10, 30, 30)
    assert abs(sum(float(row[1]) for row in rows if row) - 100) < 3
    assert "  rule t/rule\n" in check("reports", "--timings", "--lang", "en").err


# What follows needs a process of its own.


def command(*arguments: object) -> list[str]:
    return [sys.executable, "-m", "lint_reports", *map(str, arguments)]


@pytest.fixture
def own(folder) -> list[object]:
    """The options for the pack of the test alone."""
    return ["--rules", folder.parent / "t.yaml", "--select", "t"]


@pytest.mark.parametrize("seed", ["1", "2"])
def test_what_one_process_has_found_the_next_one_knows(check, reports, own, tmp_path, seed) -> None:
    check("reports", "--cache-dir", tmp_path / "c")
    call = command("check", "reports", "--cache-dir", tmp_path / "c", *own)
    done = subprocess.run(call, env=os.environ | {"PYTHONHASHSEED": seed}, capture_output=True, check=False)
    assert (done.returncode, done.stdout.decode().count("t/rule")) == (1, 10)
    assert count(str(tmp_path / "c")) == 30  # another key would be another entry


SLOW = """
import sys, time
from lint_reports import linter, parallel
from lint_reports.cli import main, progress

check = linter.Linter.check_all
def slow(self, files):
    time.sleep({delay} * len(files))
    return check(self, files)

linter.Linter.check_all = slow
parallel.START = 100
progress._PATIENCE = {patience}
sys.exit(main(sys.argv[1:]))
"""


@pytest.mark.skipif(os.name != "posix", reason="terminals of another kind")
@pytest.mark.parametrize(
    "patience, environment, shown",
    [(0.1, {}, True), (60, {}, False), (0.1, {"CI": "true"}, False), (0.1, {"TERM": "dumb"}, False)],
    ids=["long", "short", "CI", "dumb terminal"],
)
def test_a_bar_on_a_terminal_for_long_runs(reports, own, patience, environment, shown) -> None:
    import termios  # no such thing elsewhere

    main_end, terminal = os.openpty()
    termios.tcsetwinsize(terminal, (24, 80))
    script = SLOW.format(delay=0.03, patience=patience)
    kept = {key: value for key, value in os.environ.items() if key != "CI"}
    done = subprocess.run(
        [sys.executable, "-c", script, "check", "reports", "--workers", "2", "--no-cache", *map(str, own)],
        env=kept | {"TERM": "xterm"} | environment,
        stdout=subprocess.PIPE,
        stderr=terminal,
        check=False,
    )
    os.close(terminal)
    drawn = b""
    while select.select([main_end], [], [], 0.2)[0]:
        try:
            drawn += os.read(main_end, 10_000)
        except OSError:
            break
    os.close(main_end)
    assert done.returncode == 1
    assert done.stdout.decode().count("t/rule") == 10
    assert ("/30 |" in drawn.decode()) is shown
    assert shown or drawn == b""


def test_no_bar_in_pipes(reports, own) -> None:
    script = SLOW.format(delay=0.03, patience=0)
    call = [sys.executable, "-c", script, "check", "reports", "--workers", "1", "--no-cache", *map(str, own)]
    done = subprocess.run(call, capture_output=True, check=False)
    assert (done.returncode, done.stderr) == (1, b"")


@pytest.mark.skipif(os.name != "posix", reason="signals of another kind")
def test_an_interrupt_stops_all_processes_at_once(reports, own) -> None:
    script = SLOW.format(delay=5, patience=60)
    call = [sys.executable, "-c", script, "check", "reports", "--workers", "2", "--no-cache", *map(str, own)]
    running = subprocess.Popen(call, stdout=subprocess.PIPE, stderr=subprocess.PIPE, start_new_session=True)
    for _ in range(600):  # the first file is checked by the program itself, the others by its processes
        if len(members(running.pid)) > 2:
            break
        time.sleep(0.05)
    begun = members(running.pid)
    os.killpg(running.pid, signal.SIGINT)  # as a terminal does
    start = time.monotonic()
    out, err = running.communicate(timeout=30)
    assert time.monotonic() - start < 4
    assert len(begun) > 2
    assert (running.returncode, err) == (130, b"")
    assert members(running.pid) == []
    assert out.decode().count("t/rule") <= 1


def members(group: int) -> list[str]:
    """The processes of a group."""
    found = subprocess.run(["pgrep", "-g", str(group)], capture_output=True, text=True, check=False)
    return found.stdout.split()


# Watching


def test_what_cannot_be_watched(check, reports, monkeypatch) -> None:
    assert check("-", "--watch").err == "lint-reports: 标准输入不能用 --watch 监视。\n"
    assert check("reports", "--watch", "--format", "json").err == ("lint-reports: --watch 只用于屏幕上的 text 格式。\n")
    monkeypatch.setitem(sys.modules, "watchfiles", None)
    done = check("reports", "--watch", "--lang", "en")
    assert (done.code, done.out) == (2, "")
    assert done.err == "lint-reports: --watch needs watchfiles: pip install 'lint-reports[watch]'\n"


@pytest.fixture
def watching(reports, own, monkeypatch):
    """A program that watches the reports; the function gives what it prints up to its next line about a run."""
    pytest.importorskip("watchfiles")
    running = subprocess.Popen(
        command("check", "reports", "--watch", "--quiet", *own),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        env=os.environ | {"PYTHONUNBUFFERED": "1"},
    )

    def printed() -> list[str]:
        lines = []
        while not lines or not re.match(r"\d\d:\d\d:\d\d ", lines[-1]):
            line = running.stdout.readline().decode()
            assert line, lines  # it has ended
            lines.append(line.rstrip("\n"))
        return lines

    ending = threading.Timer(120, running.kill)
    ending.start()
    yield running, printed
    ending.cancel()
    running.kill()
    running.communicate()


@pytest.mark.skipif(os.name != "posix", reason="signals of another kind")
def test_files_that_change_are_checked_again(watching, folder, pack) -> None:
    running, printed = watching
    first = printed()
    assert len(paths("\n".join(first))) == 10
    assert first[-1][9:] == "已检查全部文件：有问题，见上。继续监视，按 Ctrl-C 结束。"

    write("reports/04.txt", ERROR)
    second = printed()
    assert paths("\n".join(second)) == ["reports/04.txt"]
    assert second[-1][9:] == "已检查1 个改动的文件：有问题，见上。继续监视，按 Ctrl-C 结束。"

    write("reports/new.log", ERROR)  # no document
    write("reports/beside", CLEAN)
    os.replace("reports/beside", "reports/04.txt")  # as many editors save
    assert printed()[0][9:] == "已检查1 个改动的文件：没有问题。继续监视，按 Ctrl-C 结束。"

    rules = folder.parent / "t.yaml"
    good = rules.read_text(encoding="utf-8")
    rules.write_text("pack: t\n", encoding="utf-8")
    assert "缺少字段" in "\n".join(printed())
    rules.write_text(good, encoding="utf-8")
    assert len(paths("\n".join(printed()))) == 10

    running.send_signal(signal.SIGINT)
    out, _ = running.communicate(timeout=30)
    assert (running.returncode, out) == (130, b"")


@pytest.mark.skipif(os.name != "posix", reason="signals of another kind")
def test_all_files_are_checked_again_when_what_holds_for_them_changes(watching, pack) -> None:
    _, printed = watching
    good = pack("kind: text\npattern: 布署").replace("t/rule", "house/rule").replace("pack: t", "pack: house")
    write("rules/house.yaml", good)
    assert len(paths("\n".join(printed()))) == 10
    excuse = "  - {rule: t/rule, path: reports/00.txt, text: 截止, reason: 原文如此}\n"
    for name, text, said, left in (
        (".lint-reports-ignore.yaml", "excuses:\n" + excuse, "", 9),
        ("lint-reports.yaml", "packs: [rules/house.yaml]\n", "", 9),
        ("rules/house.yaml", "pack: house\n", "缺少字段", 0),
        ("rules/house.yaml", good, "", 9),
    ):
        write(name, text)
        lines = printed()
        assert "已检查全部文件" in lines[-1]
        assert said in "\n".join(lines)
        assert len(paths("\n".join(lines))) == left, lines
