"""The options of `check` that make it change files. What they do is in `fixing`, which few runs need."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lint_reports.cli.adding import adding
from lint_reports.language import Lang, Say

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace  # most runs need none of it


def add_options(made: ArgumentParser, lang: Lang) -> None:
    """Adds what makes a run change files."""
    add = adding(made, lang, Say("修改", "fixes"))
    add("--fix", action="store_true", zh="把能安全修改的改掉，写回文件", en="apply safe fixes to the files")
    add(
        "--unsafe-fixes",
        action="store_true",
        zh="其余的修改建议也一并写回；请过目后再用",
        en="apply the other fixes as well; read them first",
    )
    add(
        "--diff",
        action="store_true",
        zh="只显示会改什么，不写文件；有要改的，退出码为 1",
        en="show what would be changed and write nothing; the exit code is 1 if there is anything",
    )


def is_fixing(options: Namespace) -> bool:
    """Whether files are to be changed."""
    return bool(options.fix or options.unsafe_fixes) and not options.diff


def is_filter(options: Namespace) -> bool:
    """Whether the document comes from standard input and goes to standard output."""
    return is_fixing(options) and "-" in options.paths
