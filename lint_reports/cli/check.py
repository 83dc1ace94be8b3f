"""`lint-reports check`: checks files and folders. The pre-commit hook is this command."""

from __future__ import annotations

import gc
import os
import sys
from argparse import Namespace
from collections.abc import Iterable, Iterator, Sequence

from lint_reports.cli.output import writing
from lint_reports.cli.parsing import Parser, parser, split
from lint_reports.discovery import find_files
from lint_reports.errors import ExitCode, UsageError
from lint_reports.finding import Severity
from lint_reports.language import Lang, Say
from lint_reports.linter import Linter
from lint_reports.located import Located, located
from lint_reports.readers.encoding import MAX_BYTES
from lint_reports.report import Failure
from lint_reports.reporters import REPORTERS, Style, reporter
from lint_reports.rules import choose, load_plan

_OBJECTS_BETWEEN_COLLECTIONS = 50_000
_SEVERITIES = {severity.label: severity for severity in reversed(Severity)}


def _parser(lang: Lang) -> Parser:
    about = Say(
        "检查纯文本和 Markdown 文件；给出文件夹时检查其中所有 .txt、.md。没有问题时不输出任何内容。",
        "Check plain text and Markdown files, and all .txt and .md files in folders. A clean run prints nothing.",
    )
    made = parser("check", about, lang)

    def add(*names: str, zh: str, en: str, **options: object) -> None:
        made.add_argument(*names, help=Say(zh, en).text(lang), **options)  # type: ignore[arg-type]

    add(
        "paths",
        nargs="+",
        metavar="PATH",
        zh="文件、文件夹，或 - 表示标准输入",
        en="files, folders, or - for standard input",
    )
    add(
        "--stdin-name",
        metavar="NAME",
        default="<stdin>",
        zh="标准输入的文件名，其后缀决定读法",
        en="how to call standard input; its ending says how it is read",
    )
    add("--format", choices=tuple(REPORTERS), default="text", zh="输出格式", en="output format")
    add(
        "--select",
        action="append",
        metavar="RULE",
        zh="只用这些规则：规则名、包名或通配符，逗号分隔；写明规则名的，不论级别都运行",
        en="only these rules: ids, packs or patterns, with commas; one named by its id runs whatever its severity",
    )
    add("--ignore", action="append", metavar="RULE", zh="不用这些规则", en="without these rules")
    add(
        "--severity",
        choices=tuple(_SEVERITIES),
        default="warning",
        zh="至少报到哪一级（默认 warning；info 为体例提示）",
        en="lowest severity reported (default: warning; info is style)",
    )
    add(
        "--fail-on",
        choices=(*_SEVERITIES, "never"),
        default="warning",
        zh="从哪一级起退出码为 1（默认 warning）",
        en="lowest severity that makes the exit code 1 (default: warning)",
    )
    add("--rules", action="append", metavar="PATH", zh="另加的规则文件或文件夹", en="further rule files or folders")
    add(
        "--encoding",
        metavar="NAME",
        zh="所有文件的编码；默认自动识别",
        en="the encoding of all files; told from their bytes if left out",
    )
    add("--output", metavar="FILE", zh="写入文件而不是屏幕", en="write to a file instead of the screen")
    add("--quiet", "-q", action="store_true", zh="只输出发现的问题，不输出汇总", en="findings only, no summary")
    add(
        "--statistics",
        action="store_true",
        zh="末尾列出各规则的次数",
        en="how often each rule reported something, at the end",
    )
    add(
        "--color",
        choices=("auto", "always", "never"),
        default="auto",
        zh="颜色（默认只在终端上）",
        en="colour (default: only on a terminal)",
    )
    return made


def run(arguments: Sequence[str], lang: Lang) -> int:
    """Checks what the arguments name; the exit code says whether anything was found."""
    options = _parser(lang).parse_args(arguments)
    plan = load_plan(options.rules or ())
    least = _SEVERITIES[options.severity]
    chosen = choose(plan, split(options.select), split(options.ignore), least)
    # What a document is made of is dropped with it and has few cycles; looking for them as often as usual costs 5 %.
    gc.set_threshold(_OBJECTS_BETWEEN_COLLECTIONS)
    linter = Linter(chosen, options.lang, options.encoding)
    verdict = _Verdict(_SEVERITIES.get(options.fail_on))
    outcomes = verdict.watch(_outcomes(linter, options))
    with writing(options.output) as (write, is_terminal):
        style = Style(
            options.lang, _wants_color(options.color, is_terminal=is_terminal), options.quiet, options.statistics
        )
        for piece in reporter(options.format).render(outcomes, style):
            write(piece)
    return verdict.code()


def _wants_color(asked: str, *, is_terminal: bool) -> bool:
    if asked == "auto":
        return is_terminal and "NO_COLOR" not in os.environ and os.environ.get("TERM") != "dumb"
    return asked == "always"


def _outcomes(linter: Linter, options: Namespace) -> Iterator[Located]:
    """What each file comes to, when it is asked for. Mistakes in the paths are raised before anything is written."""
    if "-" not in options.paths:
        return (_check_file(linter, path) for path in _inputs(options))
    if len(options.paths) > 1:
        raise UsageError(
            Say("- 表示标准输入，不能同时给出其他路径。", "- is standard input and cannot stand beside other paths")
        )
    if sys.stdin is None:
        raise UsageError(Say("标准输入已关闭，读不了 -。", "standard input is closed and - cannot be read"))
    return iter([located(linter.check(sys.stdin.buffer.read(MAX_BYTES + 1), options.stdin_name))])


def _inputs(options: Namespace) -> Iterator[str]:
    """The files to check, without the one that the findings go to.

    Raises:
        UsageError: a path does not exist, or the findings would replace a file that is to be checked.
    """
    files = find_files(options.paths)
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


def _check_file(linter: Linter, path: str) -> Located:
    try:
        with open(path, "rb") as file:
            data = file.read(MAX_BYTES + 1)
    except OSError as error:
        reason = error.strerror or str(error)
        return Failure(path, Say(f"读不了：{reason}。请检查文件是否存在、是否有权限。", f"cannot be read: {reason}"))
    return located(linter.check(data, path))


class _Verdict:
    """What the exit code will be, as the outcomes pass by."""

    def __init__(self, fail_on: Severity | None) -> None:
        self._fail_on = fail_on
        self._failed = False
        self._found = False

    def watch(self, outcomes: Iterable[Located]) -> Iterator[Located]:
        """The same outcomes."""
        for outcome in outcomes:
            if isinstance(outcome, Failure) or outcome.problems:
                self._failed = True
            if not isinstance(outcome, Failure) and self._fail_on is not None:
                self._found |= any(finding.severity >= self._fail_on for finding in outcome.findings)
            yield outcome

    def code(self) -> ExitCode:
        """2 if a file could not be checked, else 1 if there are findings that count, else 0."""
        if self._failed:
            return ExitCode.USAGE
        return ExitCode.FINDINGS if self._found else ExitCode.CLEAN
