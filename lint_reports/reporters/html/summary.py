"""The beginning of the page: what was found in all, charts, tables, filters."""

from __future__ import annotations

import posixpath
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from lint_reports.finding import Severity
from lint_reports.language import Lang, Say
from lint_reports.located import Checked, Located
from lint_reports.reporters import Style, Totals
from lint_reports.reporters.escaping import path_of, writable
from lint_reports.reporters.html.charts import Bar, bars
from lint_reports.reporters.html.frame import TITLE, shown
from lint_reports.reporters.words import SEVERITIES, reasons_of

_MOST = 12
"""Bars of a chart at most; the tables have everything."""
_WORST_FIRST = tuple(reversed(Severity))

Counts = dict[Severity, int]


def summary(totals: Totals, found: Sequence[Checked], unchecked: Sequence[Located], style: Style) -> Iterator[str]:
    """Everything before the documents."""
    lang = style.lang
    yield f"<header>\n<h1>{TITLE.text(lang)}</h1>\n{_tiles(totals, len(found), lang)}</header>\n"
    if found:
        yield _filters(totals, style)
    yield "<main>\n"
    yield from _unchecked(unchecked, lang)
    if not found:
        yield f'<p class="none">{Say("没有发现问题。", "Nothing was found.").text(lang)}</p>\n'
        return
    rules, files = _by_rule(found), [_counts(checked) for checked in found]
    yield _charts(totals, rules, list(zip(found, files, strict=True)), lang)
    yield from _rule_table(rules, style)
    yield from _file_table(found, files, lang)


def _tiles(totals: Totals, with_findings: int, lang: Lang) -> str:
    tiles = [
        ("files", Say("个文件", "files"), totals.files),
        ("files", Say("个有问题", "with findings"), with_findings),
        ("error", Say("个错误", "errors"), totals.errors),
        ("warning", Say("个警告", "warnings"), totals.warnings),
        ("info", Say("个提示", "infos"), totals.infos),
        ("files", Say("处有修改建议", "with a fix"), totals.fixable),
        *([("error", Say("个未能完整检查", "not checked in full"), totals.failed)] if totals.failed else []),
    ]
    items = "".join(f'<li class="{kind}"><b>{count}</b> {say.text(lang)}</li>' for kind, say, count in tiles)
    return f'<ul class="tiles">{items}</ul>\n'


def _severities(totals: Totals) -> Counts:
    return {Severity.ERROR: totals.errors, Severity.WARNING: totals.warnings, Severity.INFO: totals.infos}


def _filters(totals: Totals, style: Style) -> str:
    """Hidden until the script, without which they would do nothing, shows them."""
    lang = style.lang
    boxes = "".join(
        f'<label><input type="checkbox" name="severity" value="{severity.label}" checked> '
        f"{SEVERITIES[severity].text(lang)} <small>{count}</small></label>\n"
        for severity, count in _severities(totals).items()
        if count
    )
    rules = "".join(
        f'<option value="{shown(rule)}">{shown(rule)}（{count}）{shown(style.titles.get(rule, ""))}</option>\n'
        for rule, count in sorted(totals.by_rule.items())
    )
    every = Say("全部规则", "all rules").text(lang)
    rule, path = Say("规则", "Rule").text(lang), Say("文件名含", "File name has").text(lang)
    before, after = Say("上一处", "Previous").text(lang), Say("下一处", "Next").text(lang)
    return (
        f'<form id="filters" hidden aria-label="{Say("筛选", "Filters").text(lang)}">\n<fieldset>{boxes}</fieldset>\n'
        f'<label>{rule} <select name="rule"><option value="">{every}</option>\n{rules}</select></label>\n'
        f'<label>{path} <input type="search" name="path"></label>\n'
        f'<span class="jump"><button type="button" name="back" title="{before}（K）">{before}</button>\n'
        f'<button type="button" name="next" title="{after}（J）">{after}</button>\n'
        f'<output name="count" aria-live="polite"></output></span>\n</form>\n'
    )


def _unchecked(outcomes: Sequence[Located], lang: Lang) -> Iterator[str]:
    if not outcomes:
        return
    yield f'<section class="unchecked">\n<h2>{Say("未能完整检查", "Not checked in full").text(lang)}</h2>\n<ul>\n'
    for outcome in outcomes:
        for reason in reasons_of(outcome):
            yield f"<li><code>{shown(path_of(outcome.name).name)}</code> {shown(reason.text(lang))}</li>\n"
    yield "</ul>\n</section>\n"


def _by_rule(found: Sequence[Checked]) -> dict[str, Counts]:
    """How often each rule reported something, most often first."""
    counts: defaultdict[str, Counter[Severity]] = defaultdict(Counter)
    for checked in found:
        for finding in checked.findings:
            counts[finding.rule][finding.severity] += 1
    return dict(sorted(counts.items(), key=lambda item: (-sum(item[1].values()), item[0])))


def _counts(checked: Checked) -> Counts:
    return Counter(finding.severity for finding in checked.findings)


def _charts(totals: Totals, rules: dict[str, Counts], files: list[tuple[Checked, Counts]], lang: Lang) -> str:
    severities = {severity: count for severity, count in _severities(totals).items() if count}
    legend = {severity: SEVERITIES[severity].text(lang) for severity in severities}
    labels = _labels([checked for checked, _ in files])
    worst = sorted(enumerate(files, 1), key=lambda item: -sum(item[1][1].values()))[:_MOST]
    drawn = [
        bars(
            "by-severity",
            Say("按级别", "By severity").text(lang),
            [Bar(legend[severity], {severity: count}) for severity, count in severities.items()],
            legend,
        ),
        bars(
            "by-rule",
            _headed(Say("按规则", "By rule"), len(rules), lang),
            [Bar(rule, counts) for rule, counts in list(rules.items())[:_MOST]],
            legend,
        ),
        bars(
            "by-file",
            _headed(Say("按文件", "By file"), len(files), lang),
            [Bar(labels[number - 1], counts, f"#d{number}") for number, (_, counts) in worst],
            legend,
        ),
    ]
    return f'<section class="charts">\n{"".join(f"<figure>{svg}</figure>" for svg in drawn)}\n</section>\n'


def _labels(found: Sequence[Checked]) -> list[str]:
    """The files by their paths, without the folder that all are in."""
    paths = [writable(path_of(checked.name).name) for checked in found]
    folder = posixpath.commonprefix([posixpath.dirname(path).split("/") for path in paths])
    shared = len("/".join([*folder, ""]))
    return [path[shared:] for path in paths]


def _headed(say: Say, count: int, lang: Lang) -> str:
    if count <= _MOST:
        return say.text(lang)
    return Say(f"{say.zh}（前 {_MOST} 个）", f"{say.en} (first {_MOST})").text(lang)


def _rule_table(rules: dict[str, Counts], style: Style) -> Iterator[str]:
    heads = (Say("规则", "Rule"), Say("查什么", "Finds"))
    rows = [
        (f"<code>{shown(rule).replace('/', '/<wbr>')}</code>", shown(style.titles.get(rule, "")), *_cells(counts))
        for rule, counts in rules.items()
    ]
    yield from _table(Say("规则", "Rules"), heads, rows, style.lang)


def _file_table(found: Sequence[Checked], files: Sequence[Counts], lang: Lang) -> Iterator[str]:
    rows = [
        (f'<a href="#d{number}">{shown(path_of(checked.name).name)}</a>', *_cells(counts))
        for number, (checked, counts) in enumerate(zip(found, files, strict=True), 1)
    ]
    yield from _table(Say("文件", "Files"), (Say("文件", "File"),), rows, lang)


def _cells(counts: Counts) -> tuple[str, ...]:
    return tuple(str(counts.get(severity, 0) or "") for severity in _WORST_FIRST)


def _table(title: Say, heads: Sequence[Say], rows: Sequence[tuple[str, ...]], lang: Lang) -> Iterator[str]:
    numbers = [SEVERITIES[severity] for severity in _WORST_FIRST]
    titles = "".join(f'<th scope="col">{head.text(lang)}</th>' for head in (*heads, *numbers))
    yield f"<details open>\n<summary>{title.text(lang)} <small>{len(rows)}</small></summary>\n"
    yield f'<div class="wide"><table>\n<thead><tr>{titles}</tr></thead>\n<tbody>\n'
    for row in rows:
        yield f"<tr>{''.join(f'<td>{cell}</td>' for cell in row)}</tr>\n"
    yield "</tbody>\n</table></div>\n</details>\n"
