"""From the arguments of a command to the files that it means."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence

from lint_reports.errors import UsageError
from lint_reports.language import Say
from lint_reports.readers import READERS

_SUFFIXES = (".txt", *READERS)
_SKIPPED = frozenset({"node_modules", "__pycache__", "site-packages"})
"""Folders that hold no reports; so do all whose name begins with a dot."""


def find_files(paths: Sequence[str]) -> Iterator[str]:
    """The files that some paths mean, each once: a file itself, a folder's documents in the order of their names.

    Raises:
        UsageError: at once, if a path does not exist.
    """
    for path in paths:
        if not os.path.lexists(path):
            raise UsageError(
                Say(f"没有这个文件或文件夹：{path}。请检查路径。", f"no such file or folder: {path}; check the path")
            )
    return _each_once(file for path in paths for file in _files(path))


def _each_once(files: Iterable[str]) -> Iterator[str]:
    seen: set[str] = set()
    for file in files:
        name = file if ".." in file else os.path.normpath(file)
        if name not in seen:
            seen.add(name)
            yield file


def _files(path: str) -> Iterator[str]:
    if not os.path.isdir(path):
        yield path
        return
    for folder, folders, files in os.walk(path):
        folders[:] = sorted(name for name in folders if not name.startswith(".") and name not in _SKIPPED)
        for name in sorted(files):
            if name.lower().endswith(_SUFFIXES) and not name.startswith("."):
                yield os.path.join(folder, name)
