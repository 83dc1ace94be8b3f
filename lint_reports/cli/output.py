"""Where results go: the screen, or a file that is never half-written."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress

from lint_reports.errors import OutputError
from lint_reports.language import Say

Write = Callable[[str], object]


@contextmanager
def writing(path: str | None) -> Iterator[tuple[Write, bool]]:
    """Something to write to, and whether it is a terminal.

    A file is written beside its place and moved there at the end: until then the old one stays. What is no file, such
    as `/dev/stdout`, is written to as it is.

    Raises:
        OutputError: if it cannot be written.
    """
    if path is None:
        yield sys.stdout.write, sys.stdout.isatty()
        return
    if not path or path.endswith(os.sep):
        zh = f"--output 要写文件名，“{path}”不是。"
        raise OutputError(Say(zh, f"--output takes the name of a file, and “{path}” is none"))
    try:
        with _device(path) if os.path.exists(path) and not os.path.isfile(path) else _file(path) as write:
            yield write, False
    except BrokenPipeError:
        raise
    except OSError as error:
        raise _cannot_write(path, error) from None


@contextmanager
def _device(path: str) -> Iterator[Write]:
    with open(path, "w", encoding="utf-8", errors="backslashreplace", newline="\n") as file:
        yield file.write


@contextmanager
def _file(path: str) -> Iterator[Write]:
    import tempfile  # 4 ms, and only when a file is written

    target = os.path.realpath(path)
    _leave_cleanly()
    handle, beside = tempfile.mkstemp(dir=os.path.dirname(target), prefix=f".{os.path.basename(target)}-")
    try:
        with os.fdopen(handle, "w", encoding="utf-8", errors="backslashreplace", newline="\n") as file:
            yield file.write
            file.flush()
            os.fsync(file.fileno())
        _keep_mode(target, beside)
        os.replace(beside, target)
    finally:
        with suppress(FileNotFoundError):
            os.unlink(beside)


def _leave_cleanly() -> None:
    """Being told to stop ends the program as an exception does, so that no unfinished file is left behind."""
    import signal  # only when a file is written

    def leave(number: int, _frame: object) -> None:
        sys.exit(128 + number)

    for name in ("SIGTERM", "SIGHUP"):
        if hasattr(signal, name):
            with suppress(ValueError):  # not in the main thread
                signal.signal(getattr(signal, name), leave)


def _keep_mode(target: str, beside: str) -> None:
    """The file gets the rights of the one it replaces, or those that a new file gets here."""
    if os.path.exists(target):
        mode = os.stat(target).st_mode & 0o777
    else:
        mask = os.umask(0)
        os.umask(mask)
        mode = 0o666 & ~mask
    os.chmod(beside, mode)


def _cannot_write(path: str, error: OSError) -> OutputError:
    reason = error.strerror or str(error)
    return OutputError(
        Say(f"写不了 {path}：{reason}。原有内容未动。", f"cannot write {path}: {reason}; what was there is unchanged")
    )
