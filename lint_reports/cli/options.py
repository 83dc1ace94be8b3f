"""The options of `check` that choose rules and say how findings are shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lint_reports.cli.adding import adding
from lint_reports.finding import Severity
from lint_reports.language import Lang
from lint_reports.reporters import REPORTERS

if TYPE_CHECKING:
    from argparse import ArgumentParser  # most runs need none of it

SEVERITIES = {severity.label: severity for severity in reversed(Severity)}


def add_options(made: ArgumentParser, lang: Lang) -> None:
    """Adds what is checked, by which rules, and what is written of it."""
    _add_inputs(made, lang)
    add_encoding(made, lang)
    add_choice(made, lang)
    _add_verdict(made, lang)
    _add_output(made, lang)


def _add_inputs(made: ArgumentParser, lang: Lang) -> None:
    add = adding(made, lang)
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


def add_encoding(made: ArgumentParser, lang: Lang) -> None:
    """Adds how files are read."""
    add = adding(made, lang)
    add(
        "--encoding",
        metavar="NAME",
        zh="所有文件的编码；默认自动识别",
        en="the encoding of all files; told from their bytes if left out",
    )


def add_choice(made: ArgumentParser, lang: Lang) -> None:
    """Adds which rules are run."""
    add = adding(made, lang)
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
        choices=tuple(SEVERITIES),
        zh="至少报到哪一级（默认 warning；info 为体例提示）",
        en="lowest severity reported (default: warning; info is style)",
    )
    add("--rules", action="append", metavar="PATH", zh="另加的规则文件或文件夹", en="further rule files or folders")


def _add_verdict(made: ArgumentParser, lang: Lang) -> None:
    add = adding(made, lang)
    add(
        "--fail-on",
        choices=(*SEVERITIES, "never"),
        zh="从哪一级起退出码为 1（默认 warning）",
        en="lowest severity that makes the exit code 1 (default: warning)",
    )


def _add_output(made: ArgumentParser, lang: Lang) -> None:
    add = adding(made, lang)
    add(
        "--format",
        choices=tuple(REPORTERS),
        default="text",
        metavar="NAME",
        zh=f"输出格式（默认 text）：{', '.join(REPORTERS)}",
        en=f"output format (default: text): {', '.join(REPORTERS)}",
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
