"""`lint-reports cache`: says what is kept between runs, and removes it."""

from __future__ import annotations

import os
from argparse import ArgumentParser
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress

from lint_reports.cache import cache_folder, is_ours
from lint_reports.cli.adding import add_common
from lint_reports.cli.parsing import parser
from lint_reports.errors import ExitCode, UsageError
from lint_reports.language import Lang, Say
from lint_reports.patterns import lazy

_OURS = lazy(r"results-\d+\.sqlite(-journal)?|[a-z]+-[0-9a-f]{8}\.bin|\.plan-\w+|\.lint-reports-\w+\.tmp")
"""How our files are called, unfinished ones included: what else is in the folder is not ours to remove."""


def run(arguments: Sequence[str], lang: Lang) -> int:
    """Runs `cache info` or `cache clear`."""
    about = Say("查看或清除两次运行之间保存的内容。", "Say what is kept between runs, or remove it.")
    made = parser("cache", about, lang)
    commands = made.add_subparsers(dest="command", required=True, metavar="info | clear")
    for name, say in _ABOUT.items():
        part: ArgumentParser = commands.add_parser(name, help=say.text(lang), add_help=False)
        add_common(part, lang)
        part.add_argument("--cache-dir", metavar="DIR", help=_FOLDER.text(lang))
    options = made.parse_args(arguments)
    folder = options.cache_dir or cache_folder()
    if folder is None:
        raise UsageError(Say("没有缓存文件夹：此用户没有主目录。", "there is no cache folder: this user has no home"))
    return _COMMANDS[options.command](folder, options.lang)


_ABOUT = {
    "info": Say("说明缓存在哪里、有多大", "say where the caches are and how big"),
    "clear": Say("清除缓存", "remove the caches"),
}
_FOLDER = Say("缓存文件夹", "the folder of the caches")


def _info(folder: str, lang: Lang) -> int:
    results = sum(os.path.getsize(path) for path in _files(folder) if _is_of_results(path))
    plans = sum(os.path.getsize(path) for path in _files(folder) if not _is_of_results(path))
    entries = _entries(folder)
    say = Say(
        f"文件夹：{folder}\n检查结果：{entries} 个，{_size(results)}\n规则：{_size(plans)}",
        f"folder: {folder}\nresults: {entries}, {_size(results)}\nrules: {_size(plans)}",
    )
    print(say.text(lang))
    return ExitCode.CLEAN


def _entries(folder: str) -> int:
    from lint_reports.results import FILE, count  # needs SQLite, which takes 7 ms to load

    return count(folder) if os.path.exists(os.path.join(folder, FILE)) else 0


def _clear(folder: str, lang: Lang) -> int:
    files = list(_files(folder))
    for path in files:
        with suppress(FileNotFoundError):
            os.unlink(path)
    say = Say(f"已清除 {folder} 中的 {len(files)} 个文件。", f"removed {len(files)} files from {folder}")
    print(say.text(lang))
    return ExitCode.CLEAN


_COMMANDS: Mapping[str, Callable[[str, Lang], int]] = {"info": _info, "clear": _clear}


def _files(folder: str) -> Iterator[str]:
    if not os.path.isdir(folder):
        return
    for name in sorted(os.listdir(folder)):
        path = os.path.join(folder, name)
        if _OURS.fullmatch(name) and os.path.isfile(path) and is_ours(path):
            yield path


def _is_of_results(path: str) -> bool:
    return os.path.basename(path).startswith("results-")


def _size(size: int) -> str:
    return f"{size / 1e6:.1f} MB"
