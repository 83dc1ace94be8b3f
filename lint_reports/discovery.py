"""From the arguments of a command to the files that it means."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from operator import attrgetter
from typing import Protocol

from lint_reports.errors import UsageError
from lint_reports.language import Say
from lint_reports.readers import READERS

SUFFIXES = (".txt", *READERS)
"""The endings of documents, in lower case."""
_SKIPPED = frozenset({"node_modules", "__pycache__", "site-packages"})
"""Folders that hold no reports; so do all whose name begins with a dot."""


class Sieve(Protocol):
    """What leaves files and folders out."""

    def within(self, folder: str) -> Callable[[str, bool], bool] | None:
        """Says of a name in a folder, and whether it is a folder, if it is left out; `None` if nothing in it is."""


def find_files(paths: Sequence[str], named: Sequence[Sieve] = (), walked: Sequence[Sieve] = ()) -> Iterator[str]:
    """The files that some paths mean, each once: a file itself, a folder's documents in the order of their names.

    Args:
        paths: files and folders.
        named: what leaves files out wherever they come from.
        walked: what leaves files out that are found in a folder, but not those that are named themselves.

    Raises:
        UsageError: at once, if a path does not exist.
    """
    for path in paths:
        if _is_missing(path):
            raise UsageError(
                Say(f"没有这个文件或文件夹：{path}。请检查路径。", f"no such file or folder: {path}; check the path")
            )
    files = (file for path in paths for file in _files(path, named, (*named, *walked)))
    return files if len(paths) == 1 else _each_once(files)


def _each_once(files: Iterable[str]) -> Iterator[str]:
    seen: set[str] = set()
    for file in files:
        name = file if ".." in file else os.path.normpath(file)
        if name not in seen:
            seen.add(name)
            yield file


def _is_missing(path: str) -> bool:
    try:
        os.lstat(path)
    except (FileNotFoundError, NotADirectoryError, ValueError):
        return True
    except OSError:
        return False  # there may be something that may not be looked at; reading it will tell
    return False


def _files(path: str, named: Sequence[Sieve], walked: Sequence[Sieve]) -> Iterator[str]:
    """The documents of a folder, and what in it cannot be looked into: reading that will tell why."""
    if not os.path.isdir(path):
        if not _is_left_out(path, named):
            yield path
        return
    folders = [path]
    while folders:
        folder = folders.pop()
        try:
            with os.scandir(folder) as found:
                entries = sorted(found, key=attrgetter("name"))
        except OSError:
            yield folder
            continue
        judges = _judges(folder, walked)
        documents, inner = filter(_is_document, entries), filter(_is_folder, entries)
        yield from [entry.path for entry in documents if not (judges and _any(judges, entry.name, False))]
        folders += reversed([entry.path for entry in inner if not (judges and _any(judges, entry.name, True))])


def _is_left_out(path: str, sieves: Sequence[Sieve]) -> bool:
    return bool(sieves) and _any(_judges(os.path.dirname(path), sieves), os.path.basename(path), False)


def _judges(folder: str, sieves: Sequence[Sieve]) -> list[Callable[[str, bool], bool]]:
    return [judge for judge in (sieve.within(folder) for sieve in sieves) if judge is not None]


def _any(judges: Sequence[Callable[[str, bool], bool]], name: str, is_folder: bool) -> bool:  # noqa: FBT001 - as a judge
    return any(judge(name, is_folder) for judge in judges)


def _is_folder(entry: os.DirEntry[str]) -> bool:
    return entry.is_dir(follow_symlinks=False) and not entry.name.startswith(".") and entry.name not in _SKIPPED


def _is_document(entry: os.DirEntry[str]) -> bool:
    """Whether it is a file of ours, or a link to nothing; no pipe or device, which might never end."""
    if not entry.name.lower().endswith(SUFFIXES) or entry.name.startswith("."):
        return False
    return entry.is_file() or (entry.is_symlink() and not os.path.exists(entry.path))
