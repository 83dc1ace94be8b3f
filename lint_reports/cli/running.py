"""From the arguments of `check` to what each file comes to."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from lint_reports.cache import CACHE_VARIABLE, cache_folder
from lint_reports.cli.adding import adding, positive
from lint_reports.cli.configuring import chosen_files
from lint_reports.configuration import Configuration
from lint_reports.errors import UsageError
from lint_reports.language import Lang, Say
from lint_reports.linter import Linters
from lint_reports.located import Located, located
from lint_reports.readers.encoding import MAX_BYTES
from lint_reports.report import Failure
from lint_reports.reporters import REPORTERS
from lint_reports.running import File, How, check_files, content, default_workers, unreadable

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace  # most runs need none of it

    from lint_reports.revisions import Changes  # few runs compare with a revision
    from lint_reports.timings import Ledger  # and few are measured

Result = TypeVar("Result")
Selection = Callable[[str], bool]
"""Whether a file is to be checked, by its path."""


def add_options(made: ArgumentParser, lang: Lang) -> None:
    """Adds how files are checked, and which of them."""
    add_processes(made, lang)
    add = adding(made, lang)
    add(
        "--changed-since",
        metavar="REV",
        zh="只检查离开 git 版本 REV 以后改动过的文件",
        en="only files that have changed since the work left the git revision REV",
    )
    add(
        "--changed-lines",
        action="store_true",
        zh="与 --changed-since 合用：只报改动过的行",
        en="with --changed-since: only what concerns changed lines",
    )
    add(
        "--timings",
        action="store_true",
        zh="末尾列出各步骤、各规则的用时",
        en="what each step and rule takes, at the end",
    )
    add("--watch", action="store_true", zh="文件改动后随即再检查", en="check files again when they change")


def add_processes(made: ArgumentParser, lang: Lang) -> None:
    """Adds how files are checked."""
    add = adding(made, lang)
    add(
        "--workers",
        type=positive,
        metavar="N",
        zh="最多用几个进程检查（默认为处理器个数；1 表示不另开进程）；结果与进程数无关",
        en="processes at most (default: the number of processors; 1 starts none); the result is the same with any",
    )
    add("--no-cache", action="store_true", zh="不用、也不保存以前检查的结果", en="neither use nor keep results of runs")
    add(
        "--cache-dir",
        metavar="DIR",
        zh="缓存文件夹（默认在用户的缓存文件夹内）",
        en="where caches are kept (default: in the user's cache folder)",
    )


def use_cache(options: Namespace) -> None:
    """Lets everything in this run, other processes too, keep its caches where the options say."""
    if options.cache_dir:
        os.environ[CACHE_VARIABLE] = os.path.abspath(options.cache_dir)


class Run(NamedTuple):
    """What is checked, and what comes of it.

    Attributes:
        total: how many files there are.
        outcomes: what each comes to, when it is asked for. To be closed, or used up.
        changes: what has changed, if only the changes count.
        ledger: where the time goes, if that is asked for.
    """

    total: int
    outcomes: Generator[Located]
    changes: Changes | None = None
    ledger: Ledger | None = None

    def counting(self, outcomes: Iterable[Located]) -> Iterable[Located]:
        """The outcomes with the findings that count: those of changed lines, if only they are asked for."""
        changes = self.changes
        if changes is None:
            return outcomes
        return (outcome if isinstance(outcome, Failure) else changes.within(outcome) for outcome in outcomes)


def begun(configuration: Configuration, linters: Linters, options: Namespace, only: Selection | None = None) -> Run:
    """The run that the options ask for.

    Args:
        configuration: the settings of files.
        linters: for these settings.
        options: of `check`.
        only: which of the files to check; all if left out.

    Raises:
        UsageError: for a mistake in the paths or in what they are compared with.
    """
    whole = REPORTERS[options.format].whole
    if "-" in options.paths:

        def check(data: bytes, name: str) -> Located:
            return located(linters.of(configuration.settings(name)).check(data, name), keep_source=whole)

        _check_standard_input(options)
        return Run(1, each_file(check, [], options))
    changes = _changes(options)
    names = [path for path in inputs(configuration, options, changes) if only is None or only(path)]
    named = frozenset(options.paths)
    files = [File(path, configuration.settings(path), path not in named) for path in names]
    how = _how(options)._replace(keep_source=whole)
    return Run(len(files), check_files(files, linters, how), changes if options.changed_lines else None, how.ledger)


def _changes(options: Namespace) -> Changes | None:
    if options.changed_since is None:
        if options.changed_lines:
            raise UsageError(
                Say("--changed-lines 要与 --changed-since 一起用。", "--changed-lines needs --changed-since")
            )
        return None
    from lint_reports.revisions import changes_since  # only where something is compared

    return changes_since(options.changed_since, options.paths)


def each_file(
    check: Callable[[bytes, str], Result], names: Sequence[str], options: Namespace
) -> Generator[Result | Failure]:
    """What is made of each file, or of standard input if that is asked for, when it is asked for.

    Args:
        check: takes the bytes of a file and its name.
        names: the files.
        options: those of the command.
    """
    if "-" in options.paths:
        return (check(sys.stdin.buffer.read(MAX_BYTES + 1), options.stdin_name) for _ in range(1))
    return (_read_and(check, path) for path in names)


def _read_and(check: Callable[[bytes, str], Result], path: str) -> Result | Failure:
    try:
        data = content(path)
    except OSError as error:
        return unreadable(path, error)
    return check(data, path)


def _how(options: Namespace) -> How:
    ledger = None
    if options.timings:
        from lint_reports.timings import Ledger  # only where time is measured

        ledger = Ledger()
    cache = None if options.no_cache else cache_folder()
    return How(options.workers or default_workers(), cache, ledger=ledger)


def inputs(configuration: Configuration, options: Namespace, changes: Changes | None = None) -> list[str]:
    """The files to check, without the one that the findings go to; none for standard input.

    Args:
        configuration: says what is excluded.
        options: those of the command.
        changes: what has changed, if that is known already.

    Raises:
        UsageError: a path does not exist, the findings would replace a file that is to be checked, or options do not
            go together.
    """
    if "-" in options.paths:
        _check_standard_input(options)
        return []
    changes = changes or _changes(options)
    return [path for path in _inputs(configuration, options) if changes is None or changes.has(path)]


def _check_standard_input(options: Namespace) -> None:
    if len(options.paths) > 1:
        raise UsageError(
            Say("- 表示标准输入，不能同时给出其他路径。", "- is standard input and cannot stand beside other paths")
        )
    if options.changed_since is not None:
        raise UsageError(
            Say("标准输入没有版本可比，不能用 --changed-since。", "standard input has no revisions for --changed-since")
        )
    if options.timings:
        raise UsageError(
            Say("标准输入不测用时，--timings 要给出文件。", "standard input is not measured; name files for --timings")
        )
    if sys.stdin is None:
        raise UsageError(Say("标准输入已关闭，读不了 -。", "standard input is closed and - cannot be read"))


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
