"""Folders with configurations."""

from __future__ import annotations

import pytest

from lint_reports.cli import main
from lint_reports.configuration import Asked, Configuration
from lint_reports.linter import Linters


@pytest.fixture(scope="session")
def linters() -> Linters:
    """Reads the shipped rules once."""
    return Linters()


@pytest.fixture
def tree(tmp_path, monkeypatch):
    """Writes files below an empty working folder, which is the root of a repository."""
    (tmp_path / ".git").mkdir()
    monkeypatch.chdir(tmp_path)

    def write(files: dict[str, str]) -> None:
        for name, content in files.items():
            path = tmp_path / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(content, encoding="utf-8")

    return write


@pytest.fixture
def settings(tree, linters):
    """The settings of a file, given configuration files and what the command line says."""

    def settings(files: dict[str, str], path: str, **asked: object):
        tree(files)
        return Configuration(Asked({key.replace("_", "-"): value for key, value in asked.items()}), linters).settings(
            path
        )

    return settings


@pytest.fixture
def cli_output(capsys):
    """What a command prints that ends well."""

    def cli_output(*arguments: str) -> str:
        assert main(list(arguments)) == 0
        return str(capsys.readouterr().out)

    return cli_output
