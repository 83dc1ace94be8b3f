"""Files that hold for all below them, such as `.lint-reports-ignore.yaml`: the nearest one above a path."""

from __future__ import annotations

import os

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
        folder = os.path.dirname(path)
        if folder not in self._found:
            self._found[folder] = self._search(os.path.abspath(folder))
        return self._found[folder]

    def _search(self, folder: str) -> str | None:
        waiting = []
        while folder not in self._known:
            waiting.append(folder)
            file, parent = os.path.join(folder, self._name), os.path.dirname(folder)
            if os.path.isfile(file):
                self._known[folder] = file.removeprefix(os.path.join(os.getcwd(), ""))
            elif parent == folder or _is_repository(folder):
                self._known[folder] = None
            else:
                folder = parent
        found = self._known[folder]
        self._known.update(dict.fromkeys(waiting, found))
        return found


def inside(path: str) -> str:
    """A path in a folder, or that of a file as it is: what holds there holds for what is checked."""
    return os.path.join(path, "_") if os.path.isdir(path) else path


def repository_of(path: str) -> str:
    """The root of the repository that a path is in, as people see it from here; this folder if there is none."""
    folder = os.path.abspath(path)
    while not _is_repository(folder):
        parent = os.path.dirname(folder)
        if parent == folder:
            return ""
        folder = parent
    here = os.getcwd()
    return "" if folder == here else folder


def _is_repository(folder: str) -> bool:
    return os.path.exists(os.path.join(folder, ".git"))
