"""Arguments, read by `argparse`, with help and mistakes in the language asked for."""

from __future__ import annotations

import argparse
import os
import re
import sys
from typing import NoReturn

from lint_reports.cli.adding import add_common
from lint_reports.errors import UsageError
from lint_reports.language import Lang, Say

# What argparse says of the mistakes that people make.
_CHINESE = (
    (r"the following arguments are required: (.+)", r"缺少参数 \1"),
    (r"unrecognized arguments: (.+)", r"没有选项 \1"),
    (r"argument (.+): '(.*)' is no whole number of at least 1", r"\1 应为不小于 1 的整数，不能是“\2”"),
    (r"argument (.+): expected one argument", r"选项 \1 后面缺少取值"),
    (r"argument (.+): invalid choice: '?(.+?)'? \(choose from (.+)\)", r"\1 不能是“\2”，可用的有：\3"),
)
_HEADINGS = (("usage: ", "用法："), ("\npositional arguments:\n", "\n参数:\n"), ("\noptions:\n", "\n选项:\n"))


class Parser(argparse.ArgumentParser):
    """A parser that raises `UsageError` instead of leaving the program."""

    def error(self, message: str) -> NoReturn:
        """A mistake in the arguments."""
        raise UsageError(
            Say(f"{_in_chinese(message)}。用法见 {self.prog} --help。", f"{message}; see {self.prog} --help")
        )


class _ChineseParser(Parser):
    """The same with help in Chinese, also that of its parts; `argparse` itself has no Chinese."""

    def format_help(self) -> str:
        """What `--help` prints."""
        text = super().format_help()
        for english, chinese in _HEADINGS:
            text = text.replace(english, chinese, 1)
        return text


def _formatter(prog: str) -> argparse.HelpFormatter:
    return argparse.HelpFormatter(prog, width=_columns() - 2)


def _columns() -> int:
    """How wide help is set. `argparse` would ask `shutil`, which takes 3 ms to load, also when no help is asked for."""
    named = os.environ.get("COLUMNS", "")
    if named.isdecimal() and int(named):
        return int(named)
    try:
        return os.get_terminal_size(sys.__stdout__.fileno()).columns or 80  # type: ignore[union-attr]
    except (AttributeError, ValueError, OSError):
        return 80


def _in_chinese(message: str) -> str:
    for english, chinese in _CHINESE:
        found = re.fullmatch(english, message)
        if found:
            return found.expand(chinese).replace("'", "")
    return f"参数有误：{message}"


def parser(command: str, about: Say, lang: Lang) -> Parser:
    """The parser of a command, with the options that all commands have."""
    made = (_ChineseParser if lang == "zh" else Parser)(
        prog=f"lint-reports {command}",
        description=about.text(lang),
        formatter_class=_formatter,
        add_help=False,
        allow_abbrev=False,
    )
    add_common(made, lang)
    return made
