"""`lint-reports` alone, its help, and what is said to a command that does not exist."""

from __future__ import annotations

import pytest

from lint_reports import __version__
from lint_reports.cli import COMMANDS

USAGE = "  lint-reports 命令 [选项]"


def test_without_arguments_it_says_how_it_is_used(cli) -> None:
    done = cli()
    assert (done.code, done.err) == (2, "")
    assert USAGE in done.out.splitlines()


@pytest.mark.parametrize("arguments", [["--help"], ["-h"], ["--lang", "zh", "--help"], ["--lang=zh", "-h"]])
def test_help(cli, arguments) -> None:
    done = cli(*arguments)
    assert (done.code, done.err) == (0, "")
    assert USAGE in done.out.splitlines()


@pytest.mark.parametrize("arguments", [["--lang", "en", "--help"], ["--lang=en", "-h"], ["--help", "--lang", "en"]])
def test_help_in_english(cli, arguments) -> None:
    done = cli(*arguments)
    assert (done.code, done.err) == (0, "")
    assert "  lint-reports COMMAND [OPTIONS]" in done.out.splitlines()


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_help_names_every_command_and_exit_code(cli, lang) -> None:
    lines = cli("--lang", lang, "--help").out.splitlines()
    for name, say in COMMANDS.items():
        assert f"  {name:<10} {say.text(lang)}" in lines
    (codes,) = [line for line in lines if line.startswith(("退出码", "Exit codes"))]
    assert [digit for digit in codes if digit.isdigit()] == ["0", "1", "2", "3"]


@pytest.mark.parametrize("argument", ["--version", "-V"])
def test_the_version(cli, argument) -> None:
    assert cli(argument) == (0, f"lint-reports {__version__}\n", "")


MISTAKES = {
    "slip of the pen": (
        ["chck"],
        "没有命令“chck”。是否想用 lint-reports check？",
        "no command “chck”; did you mean lint-reports check?",
    ),
    "file": (
        ["报告.txt"],
        "没有命令“报告.txt”。检查文件请用 lint-reports check 报告.txt。",
        "no command “报告.txt”; to check files: lint-reports check 报告.txt",
    ),
    "option": (["--fix"], "没有选项 --fix。用法见 lint-reports --help。", "no option --fix; see lint-reports --help"),
    "option before a command": (
        ["-q", "check"],
        "没有选项 -q。用法见 lint-reports --help。",
        "no option -q; see lint-reports --help",
    ),
}


@pytest.mark.parametrize("name", MISTAKES)
def test_mistakes(cli, name) -> None:
    arguments, zh, en = MISTAKES[name]
    assert cli(*arguments) == (2, "", f"lint-reports: {zh}\n")
    assert cli("--lang", "en", *arguments) == (2, "", f"lint-reports: {en}\n")


@pytest.mark.parametrize("arguments", [["--lang", "fr", "--help"], ["--lang=fr"], ["--lang"]])
def test_a_language_that_it_does_not_speak(cli, arguments) -> None:
    assert cli(*arguments) == (2, "", "lint-reports: --lang 应为 zh 或 en。\n")


@pytest.mark.parametrize("place", [0, 1, 2])
def test_the_language_may_stand_anywhere(cli, place) -> None:
    arguments = ["rules", "list"]
    arguments[place:place] = ["--lang", "en"]
    done = cli(*arguments)
    assert done.code == 0
    assert "  dates and periods" in done.out


def test_an_interrupt_in_the_middle(cli, monkeypatch) -> None:
    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("lint_reports.cli.overview.overview", interrupted)
    assert cli("--help") == (130, "", "")
