"""`lint-reports check`: checks files and folders. The pre-commit hook is this command.

This module says in which order things happen. What the options are stands in `OPTIONS`, one function for each subject;
what each file comes to in `running`; the exit code in `verdict`.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from contextlib import closing
from functools import partial
from typing import TYPE_CHECKING

from lint_reports.cli import configuring, excusing, fixoptions, options as main_options, running
from lint_reports.cli.adding import AddOptions, plain
from lint_reports.cli.configuring import configured
from lint_reports.cli.excusing import Excuses, today
from lint_reports.cli.fixoptions import is_filter, is_fixing
from lint_reports.cli.output import writing
from lint_reports.cli.progress import Progress
from lint_reports.cli.running import Run, Selection, begun, each_file, inputs, use_cache
from lint_reports.cli.verdict import Verdict
from lint_reports.configuration import Configuration
from lint_reports.errors import ExitCode, UsageError
from lint_reports.language import Lang, Say
from lint_reports.linter import Linters
from lint_reports.located import Located
from lint_reports.report import Failure
from lint_reports.reporters import REPORTERS, Style, reporter

if TYPE_CHECKING:
    from argparse import Namespace  # most runs need none of it

    from lint_reports.cli.parsing import Parser
    from lint_reports.timings import Ledger  # few runs are measured

OPTIONS: tuple[AddOptions, ...] = (
    main_options.add_options,
    fixoptions.add_options,
    configuring.add_options,
    excusing.add_options,
    running.add_options,
)
"""What adds options to `check`, in the order of its help."""


def run(arguments: Sequence[str], lang: Lang) -> int:
    """Checks what the arguments name; the exit code says whether anything was found."""
    options = plain(arguments, OPTIONS, lang) or _parser(lang).parse_intermixed_args(arguments)
    use_cache(options)
    _refuse_what_does_not_fit(options)
    if options.watch:
        from lint_reports.cli.watching import watch  # few runs go on for ever

        return watch(options, partial(_check, options, arguments))
    return _check(options, arguments)


def _refuse_what_does_not_fit(options: Namespace) -> None:
    if options.diff and options.format != "text":
        zh = "--diff 只输出差异，不能与 --format 同时使用。"
        raise UsageError(Say(zh, "--diff writes differences only and does not go with --format"))
    for option in ("changed_lines", "timings", "watch"):
        if getattr(options, option) and (options.diff or is_fixing(options)):
            name = f"--{option.replace('_', '-')}"
            zh = f"{name} 只用于检查，不能与 --fix、--diff 同时使用。"
            raise UsageError(Say(zh, f"{name} is for checking and does not go with --fix or --diff"))


def _check(options: Namespace, arguments: Sequence[str], only: Selection | None = None) -> int:
    """One run, over all files or over some of them."""
    linters = Linters(today())
    configuration = configured(options, arguments, linters)
    all_files = only is None and options.changed_since is None
    excuses = Excuses(configuration, linters, options, all_files=all_files)
    if options.diff:
        return _show_differences(configuration, linters, options, excuses)
    verdict = Verdict(lambda name: configuration.settings(name).fail_on)
    if is_fixing(options):
        run = _fixing(configuration, linters, options, excuses)
    else:
        run = begun(configuration, linters, options, only)
    progress = Progress(run.total, configuration.lang)
    # A document that goes to standard output is not to be mixed with what is said of it.
    screen = sys.stderr if is_filter(options) else None
    with closing(run.outcomes), writing(options.output, screen) as (write, is_terminal):
        style = Style(
            configuration.lang,
            _wants_color(options.color, is_terminal=is_terminal),
            options.quiet,
            options.statistics,
            linters.titles(configuration.lang) if REPORTERS[options.format].titled else {},
        )
        show = progress.beside(write, is_terminal=is_terminal)
        found = verdict.watch(run.counting(excuses.watch(progress.over(run.outcomes))))
        for piece in reporter(options.format).render(found, style):
            show(piece)
    if run.ledger is not None:
        _print_timings(run.ledger, configuration.lang)
    return verdict.code()


def _print_timings(ledger: Ledger, lang: Lang) -> None:
    from lint_reports.cli.timings import table  # only where time is measured

    sys.stdout.flush()  # so that the table stands below the findings
    for line in table(ledger, lang):
        print(line, file=sys.stderr)


def _fixing(configuration: Configuration, linters: Linters, options: Namespace, excuses: Excuses) -> Run:
    from lint_reports.cli import fixing  # writing files back is no business of a run that only checks

    how = fixing.wanted(options, configuration.lang, excuses.excuse)

    def fix(data: bytes, name: str) -> Located:
        return fixing.fix(linters.of(configuration.settings(name)), data, name, how)

    names = inputs(configuration, options)
    return Run(len(names), each_file(fix, names, options))


def _show_differences(configuration: Configuration, linters: Linters, options: Namespace, excuses: Excuses) -> ExitCode:
    from lint_reports.cli import fixing  # the same

    how = fixing.wanted(options, configuration.lang, excuses.excuse)

    def preview(data: bytes, name: str) -> fixing.Preview | Failure:
        return fixing.preview(linters.of(configuration.settings(name)), data, name, how)

    def color(is_terminal: bool) -> bool:  # noqa: FBT001 - the only thing it is asked
        return _wants_color(options.color, is_terminal=is_terminal)

    return fixing.show(each_file(preview, inputs(configuration, options), options), options, configuration.lang, color)


def _parser(lang: Lang) -> Parser:
    from lint_reports.cli.parsing import parser  # for runs with options

    about = Say(
        "检查纯文本和 Markdown 文件；给出文件夹时检查其中所有 .txt、.md。没有问题时不输出任何内容。",
        "Check plain text and Markdown files, and all .txt and .md files in folders. A clean run prints nothing.",
    )
    made = parser("check", about, lang)
    for add_options in OPTIONS:
        add_options(made, lang)
    return made


def _wants_color(asked: str, *, is_terminal: bool) -> bool:
    if asked == "auto":
        return is_terminal and "NO_COLOR" not in os.environ and os.environ.get("TERM") != "dumb"
    return asked == "always"
