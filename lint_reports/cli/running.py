"""From the arguments of `check` to what each file comes to."""

from __future__ import annotations

import os
import sys
from argparse import Namespace
from collections.abc import Callable, Iterator
from typing import TypeVar

from lint_reports.cli.configuring import chosen_files
from lint_reports.configuration import Configuration
from lint_reports.errors import UsageError
from lint_reports.language import Say
from lint_reports.linter import Linters
from lint_reports.located import Located, located
from lint_reports.readers.encoding import MAX_BYTES
from lint_reports.report import Failure
from lint_reports.reporters import REPORTERS

Result = TypeVar("Result")


def outcomes(configuration: Configuration, linters: Linters, options: Namespace) -> Iterator[Located]:
    """What each file comes to, when it is asked for.

    Raises:
        UsageError: at once, for a mistake in the paths.
    """
    whole = REPORTERS[options.format].whole

    def check(data: bytes, name: str) -> Located:
        return located(linters.of(configuration.settings(name)).check(data, name), keep_source=whole)

    return each_file(check, configuration, options)


def each_file(
    check: Callable[[bytes, str], Result], configuration: Configuration, options: Namespace
) -> Iterator[Result | Failure]:
    """What is made of each file, when it is asked for.

    Args:
        check: takes the bytes of a file and its name.
        configuration: the settings of files.
        options: those of the command.

    Raises:
        UsageError: at once, for a mistake in the paths.
    """
    if "-" not in options.paths:
        return (_read_and(check, path) for path in _inputs(configuration, options))
    if len(options.paths) > 1:
        raise UsageError(
            Say("- 表示标准输入，不能同时给出其他路径。", "- is standard input and cannot stand beside other paths")
        )
    if sys.stdin is None:
        raise UsageError(Say("标准输入已关闭，读不了 -。", "standard input is closed and - cannot be read"))
    return (check(sys.stdin.buffer.read(MAX_BYTES + 1), options.stdin_name) for _ in range(1))


def _inputs(configuration: Configuration, options: Namespace) -> Iterator[str]:
    """The files to check, without the one that the findings go to.

    Raises:
        UsageError: a path does not exist, or the findings would replace a file that is to be checked.
    """
    files = chosen_files(options.paths, configuration, options)
    if options.output is None or not os.path.isfile(options.output):
        return files
    if any(os.path.isfile(path) and os.path.samefile(path, options.output) for path in options.paths):
        raise UsageError(
            Say(
                f"--output {options.output} 是要检查的文件，结果会盖掉它；请写到别处。",
                f"--output {options.output} is a file to be checked, which the findings would replace; write elsewhere",
            )
        )
    return (path for path in files if not (os.path.isfile(path) and os.path.samefile(path, options.output)))


def _read_and(check: Callable[[bytes, str], Result], path: str) -> Result | Failure:
    try:
        with open(path, "rb") as file:
            data = file.read(MAX_BYTES + 1)
    except OSError as error:
        reason = error.strerror or str(error)
        return Failure(path, Say(f"读不了：{reason}。请检查文件是否存在、是否有权限。", f"cannot be read: {reason}"))
    return check(data, path)
