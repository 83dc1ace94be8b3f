"""From the arguments of `check` to what each file comes to."""

from __future__ import annotations

import os
import sys
from argparse import Namespace
from collections.abc import Iterator

from lint_reports.cli.configuring import chosen_files
from lint_reports.configuration import Configuration
from lint_reports.errors import UsageError
from lint_reports.language import Say
from lint_reports.linter import Linter, Linters
from lint_reports.located import Located, located
from lint_reports.readers.encoding import MAX_BYTES
from lint_reports.report import Failure
from lint_reports.reporters import REPORTERS


def outcomes(configuration: Configuration, linters: Linters, options: Namespace) -> Iterator[Located]:
    """What each file comes to, when it is asked for.

    Raises:
        UsageError: at once, for a mistake in the paths.
    """
    whole = REPORTERS[options.format].whole
    if "-" not in options.paths:
        files = _inputs(configuration, options)
        files = _inputs(configuration, options)
        return (_check_file(linters.of(configuration.settings(path)), path, keep_source=whole) for path in files)
    if len(options.paths) > 1:
        raise UsageError(
            Say("- 表示标准输入，不能同时给出其他路径。", "- is standard input and cannot stand beside other paths")
        )
    if sys.stdin is None:
        raise UsageError(Say("标准输入已关闭，读不了 -。", "standard input is closed and - cannot be read"))
    linter = linters.of(configuration.settings(options.stdin_name))
    data = sys.stdin.buffer.read(MAX_BYTES + 1)
    return iter([located(linter.check(data, options.stdin_name), keep_source=whole)])


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


def _check_file(linter: Linter, path: str, *, keep_source: bool) -> Located:
    try:
        with open(path, "rb") as file:
            data = file.read(MAX_BYTES + 1)
    except OSError as error:
        reason = error.strerror or str(error)
        return Failure(path, Say(f"读不了：{reason}。请检查文件是否存在、是否有权限。", f"cannot be read: {reason}"))
    return located(linter.check(data, path), keep_source=keep_source)
