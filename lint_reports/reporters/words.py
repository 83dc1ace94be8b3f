"""What several formats say of a finding, in words."""

from __future__ import annotations

from lint_reports.finding import Basis, Safety, Severity
from lint_reports.language import Lang, Say
from lint_reports.located import Located, LocatedEdit, LocatedFinding, LocatedFix, LocatedLabel, Place
from lint_reports.report import Failure

NOT_CHECKED = Say("未检查", "not checked")
SEVERITIES = {
    Severity.ERROR: Say("错误", "error"),
    Severity.WARNING: Say("警告", "warning"),
    Severity.INFO: Say("提示", "info"),
}


def findings_of(outcome: Located) -> tuple[LocatedFinding, ...]:
    """What was found in a file; nothing if it could not be checked."""
    return () if isinstance(outcome, Failure) else outcome.findings


def reasons_of(outcome: Located) -> tuple[Say, ...]:
    """Why a file was not checked, or not by all rules; nothing if it was."""
    return (outcome.reason,) if isinstance(outcome, Failure) else outcome.problems


def unchecked(outcome: Located, lang: Lang) -> list[str]:
    """The same in sentences that say so by themselves."""
    head = f"{NOT_CHECKED.text(lang)}: " if isinstance(outcome, Failure) else ""
    return [f"{head}{reason.text(lang)}" for reason in reasons_of(outcome)]


def position_of(at: Place, lang: Lang) -> str:
    """Where a place begins."""
    line, column = at.start
    return f"line {line}, column {column}" if lang == "en" else f"第{line}行第{column}列"


def note_of(label: LocatedLabel, lang: Lang) -> str:
    """What is to be said of a related place, and where it is."""
    position = position_of(label.place, lang)
    return f"{position}: {label.message}" if lang == "en" else f"{position}：{label.message}"


_FIX = Say("可改为：", "fix: ")
_SUGGESTION = Say("建议（需人工确认）：", "suggestion (to be confirmed): ")
_EDITS = 4
"""How many edits of a fix are shown; a series that is numbered anew has many."""


def fix_of(fix: LocatedFix, lang: Lang) -> str:
    """What a fix would change, and whether somebody has to confirm it."""
    head = _FIX if fix.safety is Safety.SAFE else _SUGGESTION
    said = head.text(lang) + "；".join([_edit_of(edit, lang) for edit in fix.edits[:_EDITS]])
    if len(fix.edits) <= _EDITS:
        return said
    return said + Say(f"……共 {len(fix.edits)} 处", f" … {len(fix.edits)} places in all").text(lang)


def _edit_of(edit: LocatedEdit, lang: Lang) -> str:
    old, new = _on_one_line(edit.place.text), _on_one_line(edit.text)
    if not old:
        return Say(f"此处加“{new}”", f"insert “{new}” here").text(lang)
    if not new:
        return Say(f"删去“{old}”", f"delete “{old}”").text(lang)
    return f"“{old}” → “{new}”"


def _on_one_line(text: str) -> str:
    """A text, or the first line of several; a line that goes with its end is one."""
    bare = text.strip("\r\n") or text
    lines = bare.splitlines()
    return f"{lines[0]}…" if len(lines) > 1 else bare


def grounds_of(basis: tuple[Basis, ...]) -> Say:
    """What a finding rests on."""
    zh, en = [], []
    for one in basis:
        where = f"{one.source} {one.clause}" if one.clause else one.source
        zh.append(f"{where}（{one.strength}）")
        en.append(f"{where} ({one.strength})")
    return Say("；".join(zh), "; ".join(en))


def lines_of(finding: LocatedFinding, lang: Lang) -> list[str]:
    """A finding in a few lines of plain text: the message, the places it is about, and the fix."""
    lines = [finding.message, *(note_of(label, lang) for label in finding.related)]
    return lines + ([fix_of(finding.fix, lang)] if finding.fix else [])
