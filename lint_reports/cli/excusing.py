"""What is excused beside the documents: by a file of excuses or by a baseline. Its options, and its part in a run."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING

from lint_reports.cli.adding import adding
from lint_reports.configuration import Configuration
from lint_reports.errors import UsageError
from lint_reports.language import Lang, Say
from lint_reports.linter import Linters
from lint_reports.located import Checked, Located
from lint_reports.nearest import BASELINE, SIDE_FILE, Nearest, inside
from lint_reports.notices import Policy
from lint_reports.report import Failure

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace  # most runs need none of it

    from lint_reports.baseline import Ledger, Matched  # few runs have one
    from lint_reports.excusing import Excuser  # the same

TODAY = "LINT_REPORTS_TODAY"
_EPOCH = "SOURCE_DATE_EPOCH"


def add_options(made: ArgumentParser, lang: Lang) -> None:
    """Adds what is excused."""
    add = adding(made, lang, Say("豁免与基线", "excuses and baseline"))
    add(
        "--baseline",
        metavar="FILE",
        zh=f"已知问题的基线文件；默认用配置所写的，或文件所在及上级文件夹中的 {BASELINE}",
        en=f"the file of known findings; by default that of the configuration, or the nearest {BASELINE} above a file",
    )
    add(
        "--no-baseline",
        action="store_true",
        zh="不用基线，已知问题也报出",
        en="use no baseline: report what is known, too",
    )
    add_strictness(made, lang)


def add_strictness(made: ArgumentParser, lang: Lang) -> None:
    """Adds how excuses are judged."""
    add = adding(made, lang)
    add("--strict-excuses", action="store_true", zh="豁免必须写理由", en="excuses must give a reason")


def today() -> str:
    """The day that expiries are compared with, as `YYYY-MM-DD`.

    Raises:
        UsageError: if `LINT_REPORTS_TODAY` is no day, or `SOURCE_DATE_EPOCH` no number of seconds.
    """
    named, epoch = os.environ.get(TODAY, ""), os.environ.get(_EPOCH, "")
    try:
        if named:
            return time.strftime("%Y-%m-%d", time.strptime(named, "%Y-%m-%d"))
        return time.strftime("%Y-%m-%d", time.gmtime(int(epoch)) if epoch else time.localtime())
    except (ValueError, OverflowError, OSError):
        name, value = (TODAY, named) if named else (_EPOCH, epoch)
        zh, en = ("应为 2026-12-31 这样的日期", "a day such as 2026-12-31")
        if not named:
            zh, en = "应为 1970 年以来的秒数", "a number of seconds since 1970"
        raise UsageError(
            Say(f"环境变量 {name}={value} {zh}。", f"{name}={value} in the environment is not {en}")
        ) from None


def policies(configuration: Configuration, linters: Linters) -> Callable[[str], Policy]:
    """How the excuses of files are judged, by their paths."""
    return lambda path: linters.policy(configuration.settings(path))


class Excuses:
    """What is excused beside the documents of a run.

    Args:
        configuration: says which baseline holds for a file, and how excuses are judged.
        linters: the same.
        options: those of the command.
        all_files: whether all files that the paths mean are checked, and not only those that have changed: what none
            of some files needs, the others may.

    Raises:
        UserError: if the file of excuses or the baseline of the first path has mistakes.
    """

    def __init__(
        self, configuration: Configuration, linters: Linters, options: Namespace, *, all_files: bool = True
    ) -> None:
        self._sides = _Sides(policies(configuration, linters), options.paths if all_files else [])
        self._baselines = None if options.no_baseline else _Baselines(configuration)
        first = _first_file(options)
        self._sides.look(first)
        if self._baselines:
            self._baselines.of(first)

    def watch(self, outcomes: Iterable[Located]) -> Iterator[Located]:
        """The outcomes without what is excused; at the end what is to be said of excuses.

        Raises:
            UserError: if a file of excuses or a baseline has mistakes.
        """
        left = self._sides.watch(outcomes)
        return self._baselines.watch(left) if self._baselines else left

    def excuse(self, checked: Checked) -> Checked:
        """One outcome without what is excused, as often as anybody asks: it may change before `watch` sees it."""
        left = self._sides.excuse(checked)
        return self._baselines.excuse(left) if self._baselines else left


def without_side_excuses(
    outcomes: Iterable[Located], configuration: Configuration, linters: Linters, paths: list[str]
) -> Iterator[Located]:
    """The outcomes of a run without what files of excuses excuse."""
    return _Sides(policies(configuration, linters), paths).watch(outcomes)


def _first_file(options: Namespace) -> str:
    return options.stdin_name if options.paths[0] == "-" else inside(options.paths[0])


class _Sides:
    """The files of excuses of a run. What reads them is loaded when there is one."""

    def __init__(self, policy_of: Callable[[str], Policy], paths: list[str]) -> None:
        self._nearest = Nearest(SIDE_FILE)
        self._policy_of = policy_of
        self._folders = [os.path.join(os.path.abspath(path), "") for path in paths if os.path.isdir(path)]
        self._excuser: Excuser | None = None

    def look(self, path: str) -> None:
        """Reads the file of excuses for a path, if there is one."""
        file = self._nearest.above(path)
        if file is not None:
            self._made().read(file)

    def watch(self, outcomes: Iterable[Located]) -> Iterator[Located]:
        for outcome in outcomes:
            if isinstance(outcome, Failure):
                self._note(outcome)
                yield outcome
            else:
                yield self.excuse(outcome)
        if self._excuser is not None:
            yield from self._excuser.notices()

    def excuse(self, checked: Checked) -> Checked:
        file = self._nearest.above(checked.name)
        return checked if file is None else self._made().excused(checked, file)

    def _note(self, failure: Failure) -> None:
        file = self._nearest.above(failure.name)
        if file is not None:
            self._made().note(failure, file)

    def _made(self) -> Excuser:
        if self._excuser is None:
            from lint_reports.excusing import Excuser  # 20 ms with YAML, and few runs need it

            self._excuser = Excuser(self._policy_of, self._is_whole)
        return self._excuser

    def _is_whole(self, folder: str) -> bool:
        return any(os.path.join(folder, "").startswith(above) for above in self._folders)


class _Baselines:
    """The baselines of a run. What reads them is loaded when there is one."""

    def __init__(self, configuration: Configuration) -> None:
        self._configuration = configuration
        self._nearest = Nearest(BASELINE)
        self._ledgers: dict[str, tuple[str, Ledger]] = {}

    def of(self, path: str) -> tuple[str, Ledger] | None:
        """The baseline that holds for a file: its folder and what is left of it."""
        file = self._configuration.settings(path).baseline or self._nearest.above(path)
        if file is None:
            return None
        if file not in self._ledgers:
            from lint_reports.cli.baseline import opened  # only where there is one

            self._ledgers[file] = os.path.dirname(os.path.abspath(file)), opened(file)
        return self._ledgers[file]

    def watch(self, outcomes: Iterable[Located]) -> Iterator[Located]:
        for outcome in outcomes:
            found = self._for(outcome)
            if found is None or isinstance(outcome, Failure):
                yield outcome
            else:
                path, ledger = found
                yield _without(outcome, ledger.match(path, outcome.findings))

    def excuse(self, checked: Checked) -> Checked:
        found = self._for(checked)
        if found is None:
            return checked
        path, ledger = found
        return _without(checked, ledger.foretell(path, checked.findings))

    def _for(self, outcome: Located) -> tuple[str, Ledger] | None:
        """The path of a file as its baseline has it, and that; nothing if there is none, or no need of one."""
        found = None if isinstance(outcome, Failure) or not outcome.findings else self.of(outcome.name)
        if found is None:
            return None
        folder, ledger = found
        return relative(outcome.name, folder), ledger


def _without(checked: Checked, matched: Matched) -> Checked:
    return checked._replace(findings=matched.new, baselined=checked.baselined + matched.known)


def relative(path: str, folder: str) -> str:
    """A path from a folder, as a baseline has it."""
    absolute = os.path.abspath(path)
    inside = absolute.removeprefix(os.path.join(folder, ""))
    if inside == absolute:
        try:
            inside = os.path.relpath(absolute, folder)
        except ValueError:  # on another drive
            inside = absolute
    return inside.replace(os.sep, "/")
