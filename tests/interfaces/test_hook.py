"""The pre-commit hook, installed as its users install it: a faulty report is refused, a mended one accepted."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

FAULTY = "坚持依法行政，截止六月办结五件。\n"
CONFIG = """\
repos:
  - repo: {tool}
    rev: {revision}
    hooks:
      - id: lint-reports
        args: [--rules, house.yaml, --select, t]
"""


@pytest.fixture
def run(offline):
    """Runs a command in a folder and gives its output, if it ends as it should."""

    def run(folder: Path, *command: str, fails: bool = False) -> str:
        done = subprocess.run(
            command, cwd=folder, env=offline, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False
        )
        output = done.stdout.decode()
        assert done.returncode == int(fails), output
        return output

    return run


@pytest.fixture
def commit(run):
    """Commits everything in a folder and gives what git and its hooks print."""

    def commit(folder: Path, *, fails: bool = False) -> str:
        run(folder, "git", "add", "--all")
        return run(folder, "git", "commit", "--message", "a report", fails=fails)

    return commit


@pytest.mark.skipif(shutil.which("git") is None, reason="git is not installed")
def test_a_faulty_report_is_refused_and_a_mended_one_accepted(checkout, tmp_path, run, commit, pack) -> None:
    run(checkout, "git", "init", "--quiet")
    commit(checkout)
    revision = run(checkout, "git", "rev-parse", "HEAD").strip()

    reports = tmp_path / "reports"
    reports.mkdir()
    run(reports, "git", "init", "--quiet")
    house = pack("kind: text\npattern: 截止\nmessage: {zh: 应为截至, en: write 截至}")
    (reports / "house.yaml").write_text(house, encoding="utf-8")
    config = CONFIG.format(tool=checkout, revision=revision)
    (reports / ".pre-commit-config.yaml").write_text(config, encoding="utf-8")
    run(reports, sys.executable, "-m", "pre_commit", "install")
    assert "(no files to check)Skipped" in commit(reports)

    (reports / "报告.txt").write_text(FAULTY, encoding="utf-8")
    (reports / "notes.log").write_text(FAULTY, encoding="utf-8")
    output = commit(reports, fails=True)
    assert "- hook id: lint-reports\n- exit code: 1\n" in output
    assert "报告.txt:1:8: 错误 t/rule 应为截至\n" in output
    assert "notes.log" not in output

    (reports / "报告.txt").write_text(FAULTY.replace("截止", "截至"), encoding="utf-8")
    assert "Passed" in commit(reports)
    assert run(reports, "git", "status", "--porcelain") == ""


@pytest.mark.skipif(shutil.which("git") is None, reason="git is not installed")
def test_the_hook_that_mends(checkout, tmp_path, run, commit) -> None:
    run(checkout, "git", "init", "--quiet")
    commit(checkout)
    revision = run(checkout, "git", "rev-parse", "HEAD").strip()

    reports = tmp_path / "reports"
    reports.mkdir()
    run(reports, "git", "init", "--quiet")
    config = CONFIG.format(tool=checkout, revision=revision).replace("id: lint-reports", "id: lint-reports-fix")
    config = config.replace("[--rules, house.yaml, --select, t]", "[--select, wording/jiezhi]")
    (reports / ".pre-commit-config.yaml").write_text(config, encoding="utf-8")
    run(reports, sys.executable, "-m", "pre_commit", "install")
    faulty = FAULTY.replace("六月", "六月底")
    (reports / "报告.txt").write_text(faulty, encoding="utf-8")
    output = commit(reports, fails=True)
    assert "- hook id: lint-reports-fix\n- files were modified by this hook\n" in output
    assert (reports / "报告.txt").read_text(encoding="utf-8") == faulty.replace("截止", "截至")
    assert "Passed" in commit(reports)
    assert run(reports, "git", "status", "--porcelain") == ""
