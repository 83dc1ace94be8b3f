"""The table of `--timings`."""

from __future__ import annotations

from collections.abc import Iterator

from lint_reports.language import Lang, Say
from lint_reports.timings import Ledger

_KINDS = {
    "step": Say("步骤", "step"),
    "fact": Say("事实", "fact"),
    "rule": Say("规则", "rule"),
}
_STEPS = {
    "read": Say("读取文件、整理结果", "read files, arrange findings"),
    "run rules": Say("运行规则（其余开销）", "run rules, the rest"),
    "find characters": Say("查找规则所需的字", "find the characters that rules need"),
    "make checks": Say("准备规则", "make the checks of rules"),
}


def table(ledger: Ledger, lang: Lang) -> Iterator[str]:
    """The lines: milliseconds, share of the whole, in how many files, and of what; the most expensive first."""
    sums = ledger.sums()
    whole = sum(spent.ms for spent in sums.values())
    yield Say(
        f"用时 {whole:.0f} 毫秒（各进程合计），{ledger.files} 个文件：",
        f"{whole:.0f} ms in all processes together, {ledger.files} file{'' if ledger.files == 1 else 's'}:",
    ).text(lang)
    yield Say("      毫秒    占比    文件  项目", "        ms   share   files  of").text(lang)
    for name, spent in sums.items():
        kind, _, what = name.partition(" ")
        shown = _STEPS[what].text(lang) if kind == "step" else what
        share = 100 * spent.ms / whole if whole else 0.0
        yield f"{spent.ms:10.1f} {share:6.1f}% {spent.files:7}  {_KINDS[kind].text(lang)} {shown}"
