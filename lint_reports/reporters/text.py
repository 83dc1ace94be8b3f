"""The format for people: where, what, and the words themselves with a mark under them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from lint_reports.finding import Safety, Severity
from lint_reports.language import Lang, Say
from lint_reports.located import EXCERPT, Checked, Located, LocatedFinding, LocatedFix, Place
from lint_reports.patterns import lazy
from lint_reports.report import Failure
from lint_reports.reporters import Style, Totals

_WIDTH = EXCERPT
"""Columns of a terminal that an excerpt fills at most: no more code points are at hand."""
_LEAD = 24
"""Columns shown before what is marked, if the line does not fit."""

_COLORS = {Severity.ERROR: "31;1", Severity.WARNING: "33;1", Severity.INFO: "36;1"}
_DIM, _BOLD = "2", "1"
_SEVERITIES = {
    Severity.ERROR: Say("错误", "error"),
    Severity.WARNING: Say("警告", "warning"),
    Severity.INFO: Say("提示", "info"),
}
# What a terminal would obey instead of showing: control characters, and marks that turn the direction of writing.
_UNSHOWN = lazy("[\x00-\x1f\x7f-\x9f\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069]")


def render(outcomes: Iterable[Located], style: Style) -> Iterator[str]:
    """Each finding with an excerpt, and a summary if there is anything to sum up."""
    totals = Totals()
    for outcome in outcomes:
        totals = totals.plus(outcome)
        yield from _failure(outcome, style) if isinstance(outcome, Failure) else _checked(outcome, style)
    if style.statistics:
        yield from _statistics(totals)
    if not style.quiet and (totals.by_rule or totals.failed):
        yield _summary(totals, style) + "\n"


def _failure(failure: Failure, style: Style) -> Iterator[str]:
    head = _paint(f"{_shown(failure.name)}:", _BOLD, style)
    label = _paint(Say("未检查", "not checked").text(style.lang), _COLORS[Severity.ERROR], style)
    yield f"{head} {label} {_shown(failure.reason.text(style.lang))}\n"


def _checked(checked: Checked, style: Style) -> Iterator[str]:
    for problem in checked.problems:
        yield f"{_shown(checked.name)}: {problem.text(style.lang)}\n"
    for finding in checked.findings:
        yield from _finding(checked.name, finding, style)


def _finding(name: str, finding: LocatedFinding, style: Style) -> Iterator[str]:
    at = finding.place
    where = _paint(f"{_shown(name)}:{at.start.line}:{at.start.column}:", _BOLD, style)
    severity = _paint(_SEVERITIES[finding.severity].text(style.lang), _COLORS[finding.severity], style)
    yield f"{where} {severity} {_paint(finding.rule, _DIM, style)} {_shown(finding.message)}\n"
    yield from _excerpt(at, style, _COLORS[finding.severity])
    for label in finding.related:
        yield f"  {_position(label.place, style.lang)}{_shown(label.message)}\n"
        yield from _excerpt(label.place, style, _DIM)
    if finding.fix is not None:
        yield f"  {_fix(finding.fix, style.lang)}\n"


def _position(at: Place, lang: Lang) -> str:
    return Say(f"第{at.start.line}行第{at.start.column}列：", f"line {at.start.line}, column {at.start.column}: ").text(
        lang
    )


def _excerpt(at: Place, style: Style, color: str) -> Iterator[str]:
    """The line with a mark under what was found; of a long line the part round it."""
    line = at.excerpt
    before, marked, after = _shown(line.before), _shown(line.marked), _shown(line.after)
    if line.length > _WIDTH or _columns(before + marked + after) > _WIDTH:
        before = _fit_end(before, _LEAD)
        marked = _fit(marked, _WIDTH - _columns(before))
        after = _fit(after, _WIDTH - _columns(before + marked)) if len(marked) == len(line.marked) else ""
    head = "…" if len(before) < line.column else ""
    tail = "…" if line.column + len(marked) + len(after) < line.length else ""
    number = str(at.start.line).rjust(5)
    yield f"{number} │ {head}{before}{marked}{after}{tail}\n"
    carets = "^" * max(1, _columns(marked))
    yield f"      │ {' ' * _columns(head + before)}{_paint(carets, color, style)}\n"


def _fit(text: str, columns: int) -> str:
    """As much of the beginning of a text as fits."""
    used = 0
    for at, char in enumerate(text):
        used += _columns(char)
        if used > columns:
            return text[:at]
    return text


def _fit_end(text: str, columns: int) -> str:
    return _fit(text[::-1][: columns + 1], columns)[::-1]


def _columns(text: str) -> int:
    """How many columns of a terminal a text takes: Han characters two, combining marks and joiners none."""
    # The library for this takes 16 ms to load, a quarter of a whole run; the tests hold these lines against it.
    return sum(_char_columns(char) for char in text)


def _char_columns(char: str) -> int:
    if char < "\u0300":
        return 1
    from unicodedata import category, east_asian_width  # 2 ms, and a clean run shows nothing

    if category(char) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if east_asian_width(char) in "WF" else 1


def _fix(fix: LocatedFix, lang: Lang) -> str:
    safe = fix.safety is Safety.SAFE
    head = Say(
        "可改为：" if safe else "建议（需人工确认）：", "fix: " if safe else "suggestion (to be confirmed): "
    ).text(lang)
    return head + "；".join(_shown(_edit(edit.place.text, edit.text, lang)) for edit in fix.edits)


def _edit(old: str, new: str, lang: Lang) -> str:
    if not old:
        return Say(f"此处加“{new}”", f"insert “{new}” here").text(lang)
    if not new:
        return Say(f"删去“{old}”", f"delete “{old}”").text(lang)
    return f"“{old}” → “{new}”"


def _statistics(totals: Totals) -> Iterator[str]:
    """How often each rule reported something, most often first."""
    for rule, count in sorted(totals.by_rule.items(), key=lambda item: (-item[1], item[0])):
        yield f"{count:6} {rule}\n"


def _summary(totals: Totals, style: Style) -> str:
    parts_zh = [
        f"{totals.errors} 个错误",
        f"{totals.warnings} 个警告",
        *([f"{totals.infos} 个提示"] if totals.infos else []),
    ]
    parts_en = [
        _number(totals.errors, "error"),
        _number(totals.warnings, "warning"),
        *([_number(totals.infos, "info")] if totals.infos else []),
    ]
    zh, en = (
        f"共检查 {totals.files} 个文件：{'，'.join(parts_zh)}",
        f"{_number(totals.files, 'file')} checked: {', '.join(parts_en)}",
    )
    if totals.fixable:
        zh, en = f"{zh}（{totals.fixable} 处有修改建议）", f"{en} ({totals.fixable} with a suggested fix)"
    if totals.failed:
        zh, en = (
            f"{zh}；{totals.failed} 个文件未能完整检查",
            f"{en}; {_number(totals.failed, 'file')} could not be checked in full",
        )
    return _paint(Say(f"{zh}。", f"{en}.").text(style.lang), _BOLD, style)


def _number(count: int, what: str) -> str:
    return f"{count} {what}" if count == 1 else f"{count} {what}s"


def _shown(text: str) -> str:
    """A text that is safe to print: nothing in it is obeyed by a terminal, and tabs take one column."""
    return _UNSHOWN.sub(_visible, text)


def _visible(found: re.Match[str]) -> str:
    return " " if found.group() == "\t" else "\ufffd"


def _paint(text: str, color: str, style: Style) -> str:
    return f"\x1b[{color}m{text}\x1b[0m" if style.color else text
