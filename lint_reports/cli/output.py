"""Where results go: the screen, or a file that is never half-written."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from io import TextIOWrapper
from typing import TextIO

from lint_reports.atomic import leave_cleanly, replacing
from lint_reports.errors import OutputError
from lint_reports.language import Say

Write = Callable[[str], object]


@contextmanager
def writing(path: str | None, screen: TextIO | None = None) -> Iterator[tuple[Write, bool]]:
    """Something to write to, and whether it is a terminal.

    A file is written beside its place and moved there at the end: until then the old one stays. What is no file, such
    as `/dev/stdout`, is written to as it is.

    Args:
        path: the file; `None` for the screen.
        screen: where that is; standard output if left out.

    Raises:
        OutputError: if it cannot be written.
    """
    if path is None:
        screen = screen or sys.stdout
        yield screen.write, screen.isatty()
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
    leave_cleanly()
    with replacing(os.path.realpath(path)) as binary:
        file = TextIOWrapper(binary, encoding="utf-8", errors="backslashreplace", newline="\n")
        yield file.write
        file.flush()
        file.detach()


def _cannot_write(path: str, error: OSError) -> OutputError:
    reason = error.strerror or str(error)
    return OutputError(
        Say(f"写不了 {path}：{reason}。原有内容未动。", f"cannot write {path}: {reason}; what was there is unchanged")
    )
