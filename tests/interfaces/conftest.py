"""The checkout as others get it, and an environment without a network."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
WHEELS = ROOT / ".venv" / "wheels"
PARTS = ("pyproject.toml", "README.md", "LICENSE", ".pre-commit-hooks.yaml", "lint_reports", "rules")


@pytest.fixture(scope="session")
def wheels() -> Path:
    """The folder where `make` keeps all wheels."""
    if not WHEELS.is_dir():
        pytest.skip("no wheels in .venv/wheels to install from; `make` downloads them")
    return WHEELS


@pytest.fixture
def checkout(tmp_path) -> Path:
    """A copy of what an installation needs, changes that are not committed included."""
    folder = tmp_path / "lint-reports"
    folder.mkdir()
    for name in PARTS:
        if (ROOT / name).is_dir():
            shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(ROOT / name, folder / name)
    return folder


@pytest.fixture
def offline(tmp_path, wheels) -> dict[str, str]:
    """Variables for processes: everything is installed from the wheels, and no setting of this machine is used."""
    home = tmp_path / "home"
    home.mkdir()
    kept = {key: value for key, value in os.environ.items() if not key.startswith(("GIT_", "PIP_", "PYTEST_", "COV_"))}
    return kept | {
        "HOME": str(home),
        "PIP_NO_INDEX": "1",
        "PIP_FIND_LINKS": str(wheels),
        "PIP_CONFIG_FILE": os.devnull,
        "PIP_DISABLE_PIP_VERSION_CHECK": "1",
        "PRE_COMMIT_HOME": str(tmp_path / "pre-commit"),
        "GIT_CONFIG_GLOBAL": os.devnull,
        "GIT_CONFIG_NOSYSTEM": "1",
        **{f"GIT_{role}_{part}": value for role in ("AUTHOR", "COMMITTER") for part, value in _PERSON.items()},
    }


_PERSON = {"NAME": "somebody", "EMAIL": "somebody@example.invalid"}
