"""The wheel has everything, and what is installed from it finds its rules."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from zipfile import ZipFile

import pytest

from lint_reports import __version__
from lint_reports.rules import load_specs


def run(*command: object, env: dict[str, str]) -> str:
    done = subprocess.run(
        [str(part) for part in command], env=env, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False
    )
    assert done.returncode == 0, done.stdout.decode()
    return done.stdout.decode()


@pytest.fixture
def wheel(checkout, offline, tmp_path) -> Path:
    pip = (sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--no-build-isolation")
    run(*pip, "--wheel-dir", tmp_path / "dist", checkout, env=offline)
    (built,) = (tmp_path / "dist").iterdir()
    return built


def test_the_wheel_and_what_is_installed_from_it(wheel, checkout, offline, tmp_path) -> None:
    assert wheel.name == f"lint_reports-{__version__}-py3-none-any.whl"
    names = set(ZipFile(wheel).namelist())
    packs = {f"lint_reports/rules/{path.name}" for path in (checkout / "rules").glob("*.yaml")}
    lists = {f"lint_reports/rules/data/{path.name}" for path in (checkout / "rules" / "data").glob("*.txt")}
    modules = {path.relative_to(checkout).as_posix() for path in (checkout / "lint_reports").rglob("*.py")}
    profiles = {f"lint_reports/rules/profiles/{path.name}" for path in (checkout / "rules" / "profiles").glob("*.yaml")}
    assert packs
    assert profiles
    assert lists
    assert packs | lists | profiles | modules | {"lint_reports/py.typed"} <= names
    assert not [
        name for name in names if not name.startswith(("lint_reports/", f"lint_reports-{__version__}.dist-info/"))
    ]

    folder = tmp_path / "installed"
    run(sys.executable, "-m", "venv", folder, env=offline)
    scripts = folder / ("Scripts" if sys.platform == "win32" else "bin")
    run(scripts / "python", "-m", "pip", "install", "--quiet", wheel, env=offline)
    program = scripts / "lint-reports"
    assert run(program, "--version", env=offline) == f"lint-reports {__version__}\n"
    listed = run(program, "rules", "list", env=offline)
    rules = [rule.id for pack in load_specs() for rule in pack.rules]
    assert [line.split()[1] for line in listed.splitlines() if line.startswith("  ")] == rules
    assert run(program, "rules", "test", env=offline).splitlines()[-1].endswith("，0 个与标注不符。")

    report = tmp_path / "报告.txt"
    report.write_text("坚持依法行政，各项工作取得新的进展。\n", encoding="utf-8")
    assert run(program, "check", report, env=offline) == ""
