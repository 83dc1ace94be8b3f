"""Runs the command line inside the test."""

from __future__ import annotations

from typing import NamedTuple

import pytest

from lint_reports.cli import main


class Done(NamedTuple):
    """How a command ended."""

    code: int
    out: str
    err: str


@pytest.fixture
def cli(capsys):
    """Runs a command and says how it ended."""

    def cli(*arguments: object) -> Done:
        code = main([str(argument) for argument in arguments])
        printed = capsys.readouterr()
        return Done(code, printed.out, printed.err)

    return cli


@pytest.fixture
def folder(tmp_path, monkeypatch, pack):
    """An empty working folder with a pack of rules beside it: t/rule (error), t/soft (warning), t/style (info), t/off."""
    rules = [
        pack(
            "kind: text\npattern: 截止\nmessage: {zh: 应为截至, en: write 截至}\nfix: {replace: match, with: 截至, safety: safe}"
        )
    ]
    for name, severity, pattern, more in (
        ("soft", "warning", "布署", ""),
        ("style", "info", "，，", ""),
        ("off", "error", "己经", "\nenabled: false"),
    ):
        fields = f"kind: text\npattern: {pattern}\nseverity: {severity}{more}"
        rules.append("".join(pack(fields).replace("t/rule", f"t/{name}").splitlines(keepends=True)[3:]))
    (tmp_path / "t.yaml").write_text("".join(rules), encoding="utf-8")
    work = tmp_path / "work"
    work.mkdir()
    monkeypatch.chdir(work)
    return work


@pytest.fixture
def check(cli, folder):
    """Runs `check` with that pack alone."""

    def check(*arguments: object) -> Done:
        return cli(
            "check",
            *arguments,
            "--rules",
            folder.parent / "t.yaml",
            *([] if "--select" in arguments else ["--select", "t"]),
        )

    return check
