"""Files that hold for all below them, such as `.lint-reports-ignore.yaml`: the nearest one above a path."""

from __future__ import annotations

import os
from collections.abc import Iterator

SIDE_FILE = ".lint-reports-ignore.yaml"
"""Excuses beside the documents; `sidefile` reads them."""
BASELINE = "lint-reports-baseline.yaml"
"""Known findings; `baseline_file` reads them."""


class Nearest:
    """Finds the files of one name above paths; each folder is looked into once.

    Args:
        name: how the files are called.
    """

    def __init__(self, name: str) -> None:
        self._name = name
        self._known: dict[str, str | None] = {}
        self._found: dict[str, str | None] = {}

    def above(self, path: str) -> str | None:
        """The file in the folder of a path, or in the nearest above it, up to the root of the repository.

        Returns:
            its path, from here if it is below; `None` if there is none.
        """
        folder = folder_of(path)
        if folder not in self._found:
            self._found[folder] = self._search(os.path.abspath(folder))
        return self._found[folder]

    def _search(self, folder: str) -> str | None:
        waiting = []
        found = None
        for above in upwards(folder):
            if above in self._known:
                found = self._known[above]
                break
            waiting.append(above)
            file = os.path.join(above, self._name)
            if os.path.isfile(file):
                found = file.removeprefix(os.path.join(os.getcwd(), ""))
                break
        self._known.update(dict.fromkeys(waiting, found))
        return found


def folder_of(path: str) -> str:
    """The folder of a path, with a separator at its end; `os.path.dirname` takes four times as long."""
    if os.altsep:
        path = path.replace(os.altsep, os.sep)
    return path[: path.rfind(os.sep) + 1]


def inside(path: str) -> str:
    """A path in a folder, or that of a file as it is: what holds there holds for what is checked."""
    return os.path.join(path, "_") if os.path.isdir(path) else path


def repository_of(path: str) -> str:
    """The root of the repository that a path is in, as people see it from here; this folder if there is none."""
    root = root_of(os.path.abspath(path))
    return "" if root is None or root == os.getcwd() else root


def root_of(folder: str) -> str | None:
    """The root of the repository that a folder is in, given by its absolute path; `None` if there is none."""
    *_, highest = upwards(folder)
    return highest if is_root(highest) else None


def upwards(folder: str) -> Iterator[str]:
    """A folder, given by its absolute path, and those above it, up to the root of its repository."""
    yield folder
    while not is_root(folder) and os.path.dirname(folder) != folder:
        folder = os.path.dirname(folder)
        yield folder


def is_root(folder: str) -> bool:
    """Whether a folder is the root of a repository. A worktree has a file there, and a link may lead nowhere."""
    return os.path.lexists(os.path.join(folder, ".git"))
