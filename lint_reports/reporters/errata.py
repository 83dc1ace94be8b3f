"""The rows of a 勘误表, the list of corrections that goes back to the author of a document."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from lint_reports.finding import Safety
from lint_reports.language import Lang, Say
from lint_reports.located import Located, LocatedEdit, LocatedFinding, Place
from lint_reports.reporters.escaping import path_of
from lint_reports.reporters.words import NOT_CHECKED, SEVERITIES, findings_of, grounds_of, position_of, reasons_of

_AROUND = 8
"""Code points shown on each side of what is wrong, so that it can be found in print."""

HEADS = (
    Say("序号", "No."),
    Say("文件", "File"),
    Say("位置", "Place"),
    Say("章节", "Section"),
    Say("原文", "As it stands"),
    Say("改为", "Correction"),
    Say("说明", "Reason"),
    Say("级别", "Severity"),
    Say("规则", "Rule"),
    Say("依据", "Basis"),
    Say("备注", "Note"),
)


class Row(NamedTuple):
    """One correction, or one file that could not be checked: what stands under each of `HEADS`."""

    number: str
    path: str
    position: str
    section: str
    wrong: str
    right: str
    reason: str
    severity: str
    rule: str
    basis: str
    note: str


def rows_of(outcomes: Iterable[Located], lang: Lang) -> Iterator[Row]:
    """The rows of all files, numbered through."""
    number = 0
    for outcome in outcomes:
        for row in _rows(outcome, lang):
            number += 1
            yield row._replace(number=str(number), path=path_of(outcome.name).name)


def _rows(outcome: Located, lang: Lang) -> Iterator[Row]:
    for reason in reasons_of(outcome):
        yield Row("", "", "", "", "", "", reason.text(lang), NOT_CHECKED.text(lang), "", "", "")
    for finding in findings_of(outcome):
        yield _row(finding, lang)


def _row(finding: LocatedFinding, lang: Lang) -> Row:
    edits = finding.fix.edits if finding.fix else ()
    confirmed = finding.fix is None or finding.fix.safety is Safety.SAFE
    related = [f"{label.message}（{position_of(label.place, 'zh')}）" for label in finding.related]
    related_en = [f"{label.message} ({position_of(label.place, 'en')})" for label in finding.related]
    return Row(
        number="",
        path="",
        position=position_of(finding.place, lang),
        section=" / ".join(finding.section),
        wrong=_quoted(edits[0].place if len(edits) == 1 else finding.place),
        right="；".join(_corrected(edit) for edit in edits),
        reason=Say("；".join([finding.message, *related]), "; ".join([finding.message, *related_en])).text(lang),
        severity=SEVERITIES[finding.severity].text(lang),
        rule=finding.rule,
        basis=grounds_of(finding.basis).text(lang),
        note="" if confirmed else Say("建议，需人工确认", "to be confirmed").text(lang),
    )


def _quoted(place: Place) -> str:
    """What stands at a place and a little on each side; ⟦⟧ round the place itself."""
    return _around(place, f"⟦{_line(place)}⟧")


def _corrected(edit: LocatedEdit) -> str:
    """The same words as they should be."""
    return _around(edit.place, f"⟦{edit.text}⟧")


def _line(place: Place) -> str:
    """The words of a place; of those that go on to further lines, the first line and a mark."""
    return place.text if place.start.line == place.end.line else f"{place.excerpt.marked}……"


def _around(place: Place, text: str) -> str:
    excerpt = place.excerpt
    before, after = excerpt.before[-_AROUND:], excerpt.after[:_AROUND]
    head = "…" if excerpt.column > len(before) else ""
    tail = "…" if excerpt.column + len(excerpt.marked) + len(after) < excerpt.length else ""
    return f"{head}{before}{text}{after}{tail}"
