"""`lint-reports check`: checks files and folders. The pre-commit hook is this command.

This module says in which order things happen. What the options are stands in `OPTIONS`, one function for each subject;
what each file comes to in `running`; the exit code in `verdict`.
"""

from __future__ import annotations

import gc
import os
import sys
from argparse import Namespace
from collections.abc import Iterator, Sequence

from lint_reports.cli import configuring, excusing, fixoptions, options as main_options
from lint_reports.cli.configuring import configured
from lint_reports.cli.excusing import Excuses, today
from lint_reports.cli.fixoptions import is_filter, is_fixing
from lint_reports.cli.output import writing
from lint_reports.cli.parsing import AddOptions, Parser, parser
from lint_reports.cli.running import each_file, outcomes
from lint_reports.cli.verdict import Verdict
from lint_reports.configuration import Configuration
from lint_reports.errors import ExitCode, UsageError
from lint_reports.language import Lang, Say
from lint_reports.linter import Linters
from lint_reports.located import Located
from lint_reports.report import Failure
from lint_reports.reporters import REPORTERS, Style, reporter

OPTIONS: tuple[AddOptions, ...] = (
    main_options.add_options,
    fixoptions.add_options,
    configuring.add_options,
    excusing.add_options,
)
"""What adds options to `check`, in the order of its help."""

_OBJECTS_BETWEEN_COLLECTIONS = 50_000


def run(arguments: Sequence[str], lang: Lang) -> int:
    """Checks what the arguments name; the exit code says whether anything was found."""
    options = _parser(lang).parse_args(arguments)
    linters = Linters(today())
    configuration = configured(options, arguments, linters)
    # What a document is made of is dropped with it and has few cycles; looking for them as often as usual costs 5 %.
    gc.set_threshold(_OBJECTS_BETWEEN_COLLECTIONS)
    if options.diff and options.format != "text":
        zh = "--diff 只输出差异，不能与 --format 同时使用。"
        raise UsageError(Say(zh, "--diff writes differences only and does not go with --format"))
    excuses = Excuses(configuration, linters, options)
    if options.diff:
        return _show_differences(configuration, linters, options, excuses)
    verdict = Verdict(lambda name: configuration.settings(name).fail_on)
    found = (
        _fixed(configuration, linters, options, excuses)
        if is_fixing(options)
        else outcomes(configuration, linters, options)
    )
    watched = verdict.watch(excuses.watch(found))
    # A document that goes to standard output is not to be mixed with what is said of it.
    with writing(options.output, sys.stderr if is_filter(options) else None) as (write, is_terminal):
        style = Style(
            configuration.lang,
            _wants_color(options.color, is_terminal=is_terminal),
            options.quiet,
            options.statistics,
            linters.titles(configuration.lang) if REPORTERS[options.format].titled else {},
        )
        for piece in reporter(options.format).render(watched, style):
            write(piece)
    return verdict.code()


def _fixed(configuration: Configuration, linters: Linters, options: Namespace, excuses: Excuses) -> Iterator[Located]:
    from lint_reports.cli import fixing  # writing files back is no business of a run that only checks

    how = fixing.wanted(options, configuration.lang, excuses.excuse)

    def fix(data: bytes, name: str) -> Located:
        return fixing.fix(linters.of(configuration.settings(name)), data, name, how)

    return each_file(fix, configuration, options)


def _show_differences(configuration: Configuration, linters: Linters, options: Namespace, excuses: Excuses) -> ExitCode:
    from lint_reports.cli import fixing  # the same

    how = fixing.wanted(options, configuration.lang, excuses.excuse)

    def preview(data: bytes, name: str) -> fixing.Preview | Failure:
        return fixing.preview(linters.of(configuration.settings(name)), data, name, how)

    def color(is_terminal: bool) -> bool:  # noqa: FBT001 - the only thing it is asked
        return _wants_color(options.color, is_terminal=is_terminal)

    return fixing.show(each_file(preview, configuration, options), options, configuration.lang, color)


def _parser(lang: Lang) -> Parser:
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
