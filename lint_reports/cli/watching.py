"""`--watch`: files are checked again when they change."""

from __future__ import annotations

import os
import sys
import time
from argparse import Namespace
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress

from lint_reports.cli.running import Selection
from lint_reports.configuration import Asked, Configuration
from lint_reports.configuration.folders import TOML, YAML
from lint_reports.errors import UsageError, UserError
from lint_reports.language import Lang, Say
from lint_reports.linter import Linters
from lint_reports.nearest import BASELINE, SIDE_FILE, inside, upwards

_PACE = 300
"""Milliseconds after which the library comes back without a change."""
_QUIET = 200
"""Milliseconds without a change after which files are read: editors write in several steps."""
_DECIDING = (YAML, TOML, SIDE_FILE, BASELINE)
"""Files of these names hold for all beside and below them."""


def watch(options: Namespace, check: Callable[[Selection | None], int]) -> int:
    """Checks all files, and then those that change, until the user interrupts.

    Args:
        options: of `check`.
        check: checks the files that it is given, or all, and prints; it gives an exit code.

    Raises:
        UsageError: options that do not fit, or the library is missing.
    """
    _refuse(options)
    changes = _changes(options)
    around = _Around(options)
    _say(options.lang, check(None), None)
    for changed in changes:
        if around.has_changed() or any(_decides(path, options) for path in changed):
            around = _Around(options, around.files)
            _say(options.lang, _checked(check, None, options.lang), None)
        elif changed:
            counting = _Counting(changed)
            code = _checked(check, counting, options.lang)
            if counting.count:
                _say(options.lang, code, counting.count)
    return 0


class _Counting:
    """Says whether a file has changed, and counts those that have."""

    def __init__(self, changed: Sequence[str]) -> None:
        self._changed = frozenset(changed)
        self.count = 0

    def __call__(self, path: str) -> bool:
        has_changed = os.path.realpath(path) in self._changed
        self.count += has_changed
        return has_changed


class _Around:
    """The files that decide how the others are checked and that may stand in folders which nobody watches.

    They are looked at again and again: the library would watch all that stands beside them, too.

    Args:
        options: of `check`.
        known: those so far, which still count: a mistake may hide them until it is mended.
    """

    def __init__(self, options: Namespace, known: Iterable[str] = ()) -> None:
        self.files = tuple(dict.fromkeys((*known, *_above(options.paths), *_named(options))))
        self._seen = _states(self.files)

    def has_changed(self) -> bool:
        """Whether one of them has, since this was made."""
        return _states(self.files) != self._seen


def _above(paths: Iterable[str]) -> Iterator[str]:
    """The files that may hold for some paths, in their folders and above these, up to the roots of repositories."""
    for path in paths:
        folder = os.path.abspath(os.path.dirname(inside(path)))
        yield from (os.path.join(above, name) for above in upwards(folder) for name in _DECIDING)


def _named(options: Namespace) -> Iterator[str]:
    """The rule files and baselines that the configuration of the paths names, if it can be read."""
    with suppress(UserError):
        configuration = Configuration(Asked({}, options.config, options.no_config), Linters())
        for path in options.paths:
            settings = configuration.settings(inside(path))
            yield from settings.rule_files
            yield from filter(None, (settings.baseline, options.baseline))


def _states(files: Iterable[str]) -> Mapping[str, tuple[int, int, int]]:
    found = {}
    for file in files:
        with suppress(OSError):
            state = os.stat(file)
            found[file] = state.st_mtime_ns, state.st_size, state.st_ino
    return found


def _refuse(options: Namespace) -> None:
    if "-" in options.paths:
        raise UsageError(Say("标准输入不能用 --watch 监视。", "standard input cannot be watched"))
    if options.output is not None or options.format != "text":
        raise UsageError(
            Say("--watch 只用于屏幕上的 text 格式。", "--watch is for the screen, with the format text only")
        )


def _checked(check: Callable[[Selection | None], int], only: Selection | None, lang: Lang) -> int:
    """The exit code; a mistake of the user's, such as in a rule file, is told and may be mended while we watch."""
    try:
        return check(only)
    except UserError as error:
        print(f"lint-reports: {error.message(lang)}", file=sys.stderr)
        return 2


def _changes(options: Namespace) -> Iterator[list[str]]:
    """The real paths of what has changed, again and again; often nothing has."""
    try:
        from watchfiles import watch as watched  # an extra: most users never need it
    except ImportError:
        raise UsageError(
            Say(
                "--watch 需要 watchfiles：pip install 'lint-reports[watch]'。",
                "--watch needs watchfiles: pip install 'lint-reports[watch]'",
            )
        ) from None
    places = [*options.paths, *(options.rules or ()), *filter(None, [options.config])]
    folders = {path if os.path.isdir(path) else os.path.dirname(path) or "." for path in places}
    found = watched(
        *sorted(folders),
        step=_QUIET,
        rust_timeout=_PACE,
        yield_on_timeout=True,
        recursive=any(map(os.path.isdir, places)),
    )
    next(found)  # from here on nothing is missed
    return ([os.path.realpath(path) for _, path in changes] for changes in found)


def _decides(path: str, options: Namespace) -> bool:
    """Whether all files have to be checked again: it is a configuration, a rule file or one of excuses."""
    if os.path.basename(path) in _DECIDING:
        return True
    named = map(os.path.realpath, [*(options.rules or ()), *filter(None, [options.config])])
    return any(path == one or path.startswith(one + os.sep) for one in named)


def _say(lang: Lang, code: int, files: int | None) -> None:
    """One line for people after each run, beside the findings."""
    now = time.strftime("%H:%M:%S")
    which = Say("全部文件", "all files") if files is None else Say(f"{files} 个改动的文件", f"{files} changed")
    result = Say("没有问题", "nothing to report") if code == 0 else Say("有问题，见上", "see above")
    print(
        Say(
            f"{now} 已检查{which.zh}：{result.zh}。继续监视，按 Ctrl-C 结束。",
            f"{now} checked {which.en}: {result.en}. Watching; Ctrl-C ends it.",
        ).text(lang),
        file=sys.stderr,
        flush=True,
    )
