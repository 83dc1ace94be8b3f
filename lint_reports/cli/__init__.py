"""The command line: finds the command, runs it, and says what went wrong in words and in an exit code.

Only this package prints. A command is a module in `COMMANDS`, imported when it is called.
"""

from __future__ import annotations

import atexit
import errno
import gc
import os
import sys
from collections.abc import Mapping, Sequence
from contextlib import suppress
from importlib import import_module
from typing import Any, NoReturn

from lint_reports import __version__
from lint_reports.cli.telling import tell
from lint_reports.errors import ExitCode, UserError
from lint_reports.language import Lang, Say

COMMANDS: Mapping[str, Say] = {
    "check": Say("检查文件和文件夹", "check files and folders"),
    "baseline": Say(
        "记下已有的问题，只报新出现的", "write down the findings there are, so that only new ones are reported"
    ),
    "rules": Say(
        "列出规则、运行规则自带的例子、输出规则文件的 JSON Schema",
        "list rules, run their examples, print the schema of rule files",
    ),
    "explain": Say(
        "解释一条规则：为何、依据、正误例、改法", "explain a rule: why, on what grounds, good and bad, how to mend"
    ),
    "config": Say(
        "显示对文件起作用的设置及其来处，检查配置文件",
        "show what holds for a file and where it comes from, check configurations",
    ),
    "init": Say("看过文档库后写一份初始配置和提交钩子", "write a first configuration and a hook, after a look around"),
    "cache": Say("查看或清除缓存", "see or clear the caches"),
}
_INTERRUPTED = 130
_OBJECTS = 200_000
"""How many objects are made before garbage is looked for among them. A run keeps most of what it loads."""


def run() -> NoReturn:
    """The process of a command: runs it, and ends with its exit code.

    Python would take everything apart that was made, object by object, which takes as long as starting it. The system
    does that at once; what others have asked to be done at the end is done.
    """
    code = main()
    atexit._run_exitfuncs()  # noqa: SLF001 - there is no other way to run them
    try:
        sys.stdout.flush()
    except OSError:
        sys.exit(code)  # says what is wrong, as ever
    with suppress(OSError):  # nobody hears us
        sys.stderr.flush()
    os._exit(code)


def main(argv: Sequence[str] | None = None) -> int:
    """Runs one command.

    Args:
        argv: the arguments; those of the process if left out.

    Returns:
        The exit code: 0 clean, 1 findings, 2 the user's mistake, 3 ours, 130 interrupted.
    """
    gc.set_threshold(_OBJECTS)
    arguments = list(sys.argv[1:] if argv is None else argv)
    lang = _language(arguments)
    _speak_utf8()
    try:
        code = _dispatch(_command_line(arguments), lang)
        sys.stdout.flush()
    except UserError as error:
        tell(f"lint-reports: {error.message(lang)}")
        return ExitCode.USAGE
    except BrokenPipeError:
        _mute()  # whoever read our output has gone
        return ExitCode.FINDINGS
    except KeyboardInterrupt:
        return _INTERRUPTED
    except Exception as error:  # noqa: BLE001 - the one place where our mistakes are caught, to say what to do about them
        return _disk_full(lang) if getattr(error, "errno", None) == errno.ENOSPC else _our_mistake(lang)
    return code


def _mute() -> None:
    """What is left of the output goes nowhere, without a word."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _disk_full(lang: Lang) -> int:
    _mute()
    say = Say(
        "lint-reports: 结果没有写完：磁盘已满。请清理后重试。",
        "lint-reports: the output is not complete: the disk is full. Make room and try again.",
    )
    tell(say.text(lang))
    return ExitCode.USAGE


def _our_mistake(lang: Lang) -> int:
    import traceback  # only for our mistakes

    traceback.print_exc()
    say = Say(
        "lint-reports: 程序内部错误，不是您的文件有问题。请把以上内容连同版本号报告给开发者。",
        "lint-reports: a mistake in the program, not in your files. Please report the lines above with the version.",
    )
    tell(say.text(lang))
    return ExitCode.INTERNAL


def _language(arguments: Sequence[str]) -> Lang:
    """The language, looked up before anything is parsed, so that mistakes in the arguments are told in it, too."""
    asked = os.environ.get("LINT_REPORTS_LANG", "")
    for at, argument in enumerate(arguments):
        if argument == "--lang" and at + 1 < len(arguments):
            asked = arguments[at + 1]
        elif argument.startswith("--lang="):
            asked = argument.partition("=")[2]
    return "en" if asked == "en" else "zh"


def _command_line(arguments: list[str]) -> list[str]:
    """The arguments with the language behind the command, where it stands before it, and without it beside --help."""
    for at, argument in enumerate(arguments):
        if argument in COMMANDS:
            break
        for asked in (["--lang=zh"], ["--lang=en"], ["--lang", "zh"], ["--lang", "en"]):
            if arguments[at : at + len(asked)] == asked:
                rest = [*arguments[:at], *arguments[at + len(asked) :]]
                return [*rest[:1], *asked, *rest[1:]] if rest[:1] and rest[0] in COMMANDS else rest
    return arguments


def _speak_utf8() -> None:
    """Output is UTF-8 wherever it goes; a terminal that cannot show a character shows another instead of failing."""
    if sys.stdout is None:
        sys.stdout = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115 - it stays open as long as we run
    if sys.stderr is None:
        sys.stderr = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115 - the same
    for stream in (sys.stdout, sys.stderr):
        reconfigure: Any = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            if stream.isatty():
                reconfigure(errors="replace")
            else:
                reconfigure(encoding="utf-8", errors="backslashreplace")


def _dispatch(arguments: list[str], lang: Lang) -> int:
    if arguments and arguments[0] in ("--version", "-V"):
        print(f"lint-reports {__version__}")
        return ExitCode.CLEAN
    if arguments and arguments[0] in COMMANDS:
        command: Any = import_module(f"lint_reports.cli.{arguments[0]}")
        try:
            return int(command.run(arguments[1:], lang))
        except SystemExit as leaving:  # how argparse leaves after --help, and a signal; mistakes are UserErrors
            return leaving.code if isinstance(leaving.code, int) else ExitCode.CLEAN
    from lint_reports.cli.overview import overview  # only for help and for mistakes

    return overview(arguments, COMMANDS, lang)
