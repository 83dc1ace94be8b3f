"""`lint-reports --help`, and what is said to a command that does not exist."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from lint_reports.errors import ExitCode, UsageError
from lint_reports.language import Lang, Say


def overview(arguments: Sequence[str], commands: Mapping[str, Say], lang: Lang) -> int:
    """Prints what the program can do.

    Raises:
        UsageError: if a command was meant and there is none of that name.
    """
    if arguments and not arguments[0].startswith("-"):
        raise UsageError(_no_such_command(arguments[0], commands))
    unknown = next((argument for argument in arguments if argument not in ("-h", "--help")), None)
    if unknown is not None and unknown.partition("=")[0] == "--lang":
        raise UsageError(Say("--lang 应为 zh 或 en。", "--lang is zh or en"))
    if unknown is not None:
        raise UsageError(
            Say(f"没有选项 {unknown}。用法见 lint-reports --help。", f"no option {unknown}; see lint-reports --help")
        )
    print(_help(commands, lang), end="")
    return ExitCode.CLEAN if arguments else ExitCode.USAGE


def _no_such_command(name: str, commands: Mapping[str, Say]) -> Say:
    from lint_reports.rulelang.schema import nearest  # only for this mistake

    near = nearest(name, commands)
    zh = f"是否想用 lint-reports {near}？" if near else f"检查文件请用 lint-reports check {name}。"
    en = f"did you mean lint-reports {near}?" if near else f"to check files: lint-reports check {name}"
    return Say(f"没有命令“{name}”。{zh}", f"no command “{name}”; {en}")


def _help(commands: Mapping[str, Say], lang: Lang) -> str:
    lines = "\n".join(f"  {name:<10} {say.text(lang)}" for name, say in commands.items())
    return Say(
        f"""lint-reports：检查中文公文和工作报告中的日期矛盾、序号、标点、板块年份和用词。

用法：
  lint-reports 命令 [选项]

命令：
{lines}

选项：
  --lang zh|en   提示所用的语言（也可设环境变量 LINT_REPORTS_LANG）
  --version      版本
  -h, --help     帮助；各命令的选项见 lint-reports 命令 --help

退出码：0 没有问题，1 有问题，2 用法、规则文件或输入文件有误，3 程序内部错误。

例：
  lint-reports check 报告.txt
  lint-reports check 文档库/ --format json --output findings.json
  lint-reports explain outline/duplicate
""",
        f"""lint-reports: checks Chinese official reports for contradicting dates, numbering, punctuation,
mislabelled sections and wording.

Usage:
  lint-reports COMMAND [OPTIONS]

Commands:
{lines}

Options:
  --lang zh|en   the language of messages (or set LINT_REPORTS_LANG)
  --version      the version
  -h, --help     this help; for the options of a command: lint-reports COMMAND --help

Exit codes: 0 clean, 1 findings, 2 a mistake in arguments, rule files or input files, 3 a mistake in the program.

Examples:
  lint-reports check report.txt
  lint-reports check documents/ --format json --output findings.json
  lint-reports explain outline/duplicate
""",
    ).text(lang)
