"""Writing a file so that nobody ever meets half of it: beside its place, then moved there in one step."""

from __future__ import annotations

import os
import stat
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from functools import cache
from typing import BinaryIO

PREFIX = ".lint-reports-"
SUFFIX = ".tmp"
"""How unfinished files are called. `discovery` passes over names that begin with a dot."""

_STALE = 3600
"""Seconds after which an unfinished file belongs to a run that was killed."""


@contextmanager
def replacing(target: str) -> Iterator[BinaryIO]:
    """A file to write to, which takes the place of another when the block ends without an exception.

    It gets the rights and, where this is permitted, the owner of the file that it replaces, or the rights of a new
    file. Whenever the process ends, the old content is there or the new, whole.

    Args:
        target: a path that is no symbolic link.

    Raises:
        OSError: it cannot be written; the old file is as it was.
    """
    with _beside(target) as (file, beside):
        yield file
        file.flush()
        _keep_rights(target, beside)
        os.fsync(file.fileno())
    _sync(os.path.dirname(target) or os.curdir)


@contextmanager
def swapped(target: str) -> Iterator[BinaryIO]:
    """The same for what can be made again: nobody else may read it, and a loss of power may cost it."""
    with _beside(target) as (file, _):
        yield file


@contextmanager
def _beside(target: str) -> Iterator[tuple[BinaryIO, str]]:
    """A file and its path, which becomes that of the target at the end."""
    import tempfile  # 4 ms, and only when a file is written

    folder = os.path.dirname(target) or os.curdir
    _clear(folder)
    handle, beside = tempfile.mkstemp(dir=folder, prefix=PREFIX, suffix=SUFFIX)
    try:
        with os.fdopen(handle, "wb") as file:
            yield file, beside
        os.replace(beside, target)
    except BaseException:
        with suppress(OSError):
            os.unlink(beside)
        raise


def leave_cleanly() -> None:
    """Being told to stop ends the program as an exception does, so that no unfinished file is left behind."""
    import signal  # only when a file is written
    import sys

    def leave(number: int, _frame: object) -> None:
        sys.exit(128 + number)

    for name in ("SIGTERM", "SIGHUP"):
        if hasattr(signal, name):
            with suppress(ValueError):  # not in the main thread
                signal.signal(getattr(signal, name), leave)


def _keep_rights(target: str, beside: str) -> None:
    try:
        old = os.stat(target)
    except FileNotFoundError:
        mask = os.umask(0)
        os.umask(mask)
        os.chmod(beside, 0o666 & ~mask)
        return
    if hasattr(os, "chown"):
        for owner in ((old.st_uid, old.st_gid), (-1, old.st_gid)):  # who is not root may still give it to a group
            with suppress(OSError):
                os.chown(beside, *owner)
                break
    for name in _attributes(target):
        with suppress(OSError):
            os.setxattr(beside, name, os.getxattr(target, name))
    os.chmod(beside, stat.S_IMODE(old.st_mode))


def _attributes(path: str) -> Sequence[str]:
    """The names of what else is kept beside a file, such as access lists; where the system has such things."""
    with suppress(OSError, AttributeError):
        return os.listxattr(path)
    return ()


def _sync(folder: str) -> None:
    """Makes the new name last through a loss of power, where the system can do that for a folder."""
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


@cache
def _clear(folder: str) -> None:
    """Removes what killed runs have left in a folder; once in a run, for a folder may have many files."""
    old = time.time() - _STALE
    with suppress(OSError), os.scandir(folder) as entries:
        for entry in entries:
            if entry.name.startswith(PREFIX) and entry.name.endswith(SUFFIX) and entry.is_file(follow_symlinks=False):
                with suppress(OSError):
                    if entry.stat(follow_symlinks=False).st_mtime < old:
                        os.unlink(entry.path)
