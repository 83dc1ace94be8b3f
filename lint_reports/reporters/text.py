"""The format for people: where, what, and the words themselves with a mark under them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from lint_reports.finding import Severity
from lint_reports.language import Say
from lint_reports.located import EXCERPT, Checked, Located, LocatedFinding, LocatedLabel, Place
from lint_reports.report import Failure
from lint_reports.reporters import Style, Totals
from lint_reports.reporters.escaping import printable
from lint_reports.reporters.words import NOT_CHECKED, SEVERITIES, fix_of, note_of

_WIDTH = EXCERPT
"""Columns of a terminal that an excerpt fills at most: no more code points are at hand."""
_LEAD = 24
"""Columns shown before what is marked, if the line does not fit."""

_COLORS = {Severity.ERROR: "31;1", Severity.WARNING: "33;1", Severity.INFO: "36;1"}
_DIM, _BOLD = "2", "1"


def render(outcomes: Iterable[Located], style: Style) -> Iterator[str]:
    """Each finding with an excerpt, and a summary if there is anything to sum up."""
    totals = Totals()
    for outcome in outcomes:
        totals.add(outcome)
        if isinstance(outcome, Failure):
            yield _failure(outcome, style)
        elif outcome.findings or outcome.problems:
            yield _checked(outcome, style)
    if style.statistics:
        yield from _statistics(totals)
    if not style.quiet and (totals.by_rule or totals.failed or totals.fixed):
        yield _summary(totals, style) + "\n"


def _failure(failure: Failure, style: Style) -> str:
    head = _paint(f"{printable(failure.name)}:", _BOLD, style)
    label = _paint(NOT_CHECKED.text(style.lang), _COLORS[Severity.ERROR], style)
    return f"{head} {label} {printable(failure.reason.text(style.lang))}\n"


def _checked(checked: Checked, style: Style) -> str:
    name = printable(checked.name)
    problems = [f"{name}: {problem.text(style.lang)}\n" for problem in checked.problems]
    return "".join([*problems, *[_finding(name, finding, style) for finding in checked.findings]])


def _finding(name: str, finding: LocatedFinding, style: Style) -> str:
    (line, column), color = finding.place.start, _COLORS[finding.severity]
    where = _paint(f"{name}:{line}:{column}:", _BOLD, style)
    severity = _paint(SEVERITIES[finding.severity].text(style.lang), color, style)
    head = f"{where} {severity} {_paint(finding.rule, _DIM, style)} {printable(finding.message)}\n"
    related = "".join([_related(label, style) for label in finding.related])
    fix = f"  {printable(fix_of(finding.fix, style.lang))}\n" if finding.fix is not None else ""
    return f"{head}{_excerpt(finding.place, style, color)}{related}{fix}"


def _related(label: LocatedLabel, style: Style) -> str:
    return f"  {printable(note_of(label, style.lang))}\n{_excerpt(label.place, style, _DIM)}"


def _excerpt(at: Place, style: Style, color: str) -> str:
    """The line with a mark under what was found; of a long line the part round it."""
    before, marked, after, column, length = at.excerpt
    before, shown, after = printable(before), printable(marked), printable(after)
    if length > _WIDTH or _columns(before + shown + after) > _WIDTH:
        before, lead = _fit_end(before, _LEAD)
        shown, width = _fit(shown, _WIDTH - lead)
        after = _fit(after, _WIDTH - lead - width)[0] if len(shown) == len(marked) else ""
    else:
        lead, width = _columns(before), _columns(shown)
    head = "…" if len(before) < column else ""
    tail = "…" if column + len(shown) + len(after) < length else ""
    mark = _paint("^" * max(1, width), color, style)
    return f"{at.start.line:5} │ {head}{before}{shown}{after}{tail}\n      │ {' ' * (len(head) + lead)}{mark}\n"


def _fit(text: str, columns: int) -> tuple[str, int]:
    """As much of the beginning of a text as fits, and its columns."""
    at = columns // 2  # as many fit whatever they are
    used = _columns(text[:at])
    for char in text[at:]:
        used += _COLUMNS[char]
        if used > columns:
            return text[:at], used - _COLUMNS[char]
        at += 1
    return text, used


def _fit_end(text: str, columns: int) -> tuple[str, int]:
    fitting, used = _fit(text[: -columns - 2 : -1], columns)
    return fitting[::-1], used


def _columns(text: str) -> int:
    """How many columns of a terminal a text takes."""
    return sum(map(_COLUMNS.__getitem__, text))


class _Columns(dict[str, int]):
    """How many columns each character takes, worked out once: Han characters two, combining marks and joiners none."""

    # The library for this takes 16 ms to load, a quarter of a whole run; the tests hold these lines against it.

    def __missing__(self, char: str) -> int:
        columns = self[char] = _columns_of(char)
        return columns


_COLUMNS = _Columns()


def _columns_of(char: str) -> int:
    if char < "\u0300":
        return 1
    from unicodedata import category, east_asian_width  # 2 ms, and a clean run shows nothing

    if category(char) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if east_asian_width(char) in "WF" else 1


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
    if totals.fixed:
        zh, en = (
            f"已改 {totals.fixed} 处（{totals.fixed_files} 个文件）；{zh}",
            f"{totals.fixed} fixed in {_number(totals.fixed_files, 'file')}; {en}",
        )
    if totals.fixable:
        zh, en = f"{zh}（{totals.fixable} 处有修改建议）", f"{en} ({totals.fixable} with a suggested fix)"
    if totals.suppressed:
        zh, en = f"{zh}；另有 {totals.suppressed} 处已豁免", f"{en}; {totals.suppressed} excused"
    if totals.baselined:
        zh, en = f"{zh}；另有 {totals.baselined} 处已在基线中", f"{en}; {totals.baselined} known from the baseline"
    if totals.failed:
        zh, en = (
            f"{zh}；{totals.failed} 个文件未能完整检查",
            f"{en}; {_number(totals.failed, 'file')} could not be checked in full",
        )
    return _paint(Say(f"{zh}。", f"{en}.").text(style.lang), _BOLD, style)


def _number(count: int, what: str) -> str:
    return f"{count} {what}" if count == 1 else f"{count} {what}s"


def _paint(text: str, color: str, style: Style) -> str:
    return f"\x1b[{color}m{text}\x1b[0m" if style.color else text
