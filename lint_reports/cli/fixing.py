"""What `check` does to each file when it is to be mended, and what it shows of that."""

from __future__ import annotations

import sys
from argparse import Namespace
from collections.abc import Callable, Iterable
from typing import NamedTuple

from lint_reports.cli.fixoptions import is_filter
from lint_reports.cli.output import writing
from lint_reports.cli.telling import tell
from lint_reports.diffing import unified
from lint_reports.document import Document
from lint_reports.errors import ExitCode, OutputError
from lint_reports.language import Lang, Say
from lint_reports.linter import Linter
from lint_reports.located import Checked, Located, located
from lint_reports.readers.encoding import MAX_BYTES
from lint_reports.report import Failure, Report
from lint_reports.reporters import REPORTERS
from lint_reports.writeback import Mended, mend_data, write_back

Excuse = Callable[[Checked], Checked]
"""Leaves out the findings that the author has excused."""


class Preview(NamedTuple):
    """What would become of a file: the text before and after."""

    name: str
    before: str
    after: str


class Wanted(NamedTuple):
    """How documents are mended.

    Attributes:
        unsafe: apply also the fixes that somebody should read.
        filter: the document goes to standard output, not back into its file.
        lang: the language of what is said on the way.
        excuse: what this leaves out is not mended either.
        keep_source: what is reported has the text of the file.
    """

    unsafe: bool
    filter: bool
    lang: Lang
    excuse: Excuse | None = None
    keep_source: bool = False


def wanted(options: Namespace, lang: Lang, excuse: Excuse | None = None) -> Wanted:
    """What the options ask for, without what is excused beside the documents."""
    whole = REPORTERS[options.format].whole
    return Wanted(options.unsafe_fixes, is_filter(options), lang, excuse, keep_source=whole)


def fix(linter: Linter, data: bytes, name: str, how: Wanted) -> Located:
    """Mends a document, where it came from, and says what remains to be reported, excused or not.

    Args:
        linter: what it is checked with.
        data: the whole file.
        name: the path of the file.
        how: which fixes, and where to.
    """
    before = linter.check(data, name)
    if isinstance(before, Failure):
        _pass_on(data, how)
        return before
    try:
        after = _mended(linter, data, before, how)
        if after.fixed.rounds and not how.filter:
            write_back(name, data, after.data)
    except OutputError as error:
        _pass_on(data, how)
        return located(before._replace(problems=(*before.problems, error.say)), keep_source=how.keep_source)
    _pass_on(after.data, how)
    _tell(name, after, how)
    left = after.fixed.report
    if how.excuse is not None:  # what is excused must be seen, or its excuse would be taken for superfluous
        left = linter.check_document(left.document) if after.fixed.rounds else before
    shown = located(left, keep_source=how.keep_source)
    return shown if isinstance(shown, Failure) else shown._replace(fixed=after.fixed.mended)


def preview(linter: Linter, data: bytes, name: str, how: Wanted) -> Preview | Failure:
    """What `fix` would do to a document."""
    before = linter.check(data, name)
    if isinstance(before, Failure):
        return before
    try:
        after = _mended(linter, data, before, how)
    except OutputError as error:
        return Failure(name, error.say)
    _tell(name, after, how)
    return Preview(name, before.document.source, after.fixed.report.document.source)


def show(
    previews: Iterable[Preview | Failure], options: Namespace, lang: Lang, color: Callable[[bool], bool]
) -> ExitCode:
    """Writes the differences, and says on standard error how many files they are in and which could not be read."""
    changed = failed = 0
    with writing(options.output) as (write, is_terminal):
        for one in previews:
            if isinstance(one, Failure):
                tell(f"{one.name}: {one.reason.text(lang)}")
                failed += 1
            elif one.before != one.after:
                changed += 1
                for line in unified(*one, for_terminal=is_terminal, color=color(is_terminal)):
                    write(line)
    if changed and not options.quiet:
        files = "1 file" if changed == 1 else f"{changed} files"
        said = Say(f"有 {changed} 个文件会被改动，没有写入。", f"{files} would be changed; nothing was written")
        tell(said.text(lang))
    if failed:
        return ExitCode.USAGE
    return ExitCode.FINDINGS if changed else ExitCode.CLEAN


def _mended(linter: Linter, data: bytes, before: Report, how: Wanted) -> Mended:
    def check(document: Document) -> Report:
        return _without_excused(linter.check_document(document), how.excuse)

    return mend_data(data, _without_excused(before, how.excuse), check, unsafe=how.unsafe, encoding=linter.encoding)


def _without_excused(report: Report, excuse: Excuse | None) -> Report:
    checked = located(report) if excuse else None
    if excuse is None or not isinstance(checked, Checked):
        return report
    kept = {id(finding) for finding in excuse(checked).findings}
    pairs = zip(report.findings, checked.findings, strict=True)
    return report._replace(findings=tuple(finding for finding, shown in pairs if id(shown) in kept))


def _pass_on(data: bytes, how: Wanted) -> None:
    """Writes a document that came from standard input to standard output."""
    if not how.filter:
        return
    sys.stdout.flush()
    sys.stdout.buffer.write(data)
    while len(data) > MAX_BYTES and (data := sys.stdin.buffer.read(MAX_BYTES + 1)):
        sys.stdout.buffer.write(data)
    sys.stdout.buffer.flush()


def _tell(name: str, after: Mended, how: Wanted) -> None:
    """Says which fixes were left out."""
    for note in after.fixed.notes:
        tell(f"{name}: {note.text(how.lang)}")
