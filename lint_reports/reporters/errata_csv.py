"""A 勘误表 as CSV that Excel and WPS open with a double click."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator
from io import StringIO

from lint_reports.located import Located
from lint_reports.reporters import Style
from lint_reports.reporters.errata import HEADS, rows_of
from lint_reports.reporters.escaping import printable

_BYTE_ORDER_MARK = "\ufeff"
"""Without it Excel takes the file for one in the encoding of the system."""
_FORMULA = tuple("=+-@＝＋－＠\t\r")
"""What a cell begins with that Excel would calculate instead of showing."""


def render(outcomes: Iterable[Located], style: Style) -> Iterator[str]:
    """One line for each correction, below a line of heads."""
    yield _BYTE_ORDER_MARK + _line(head.text(style.lang) for head in HEADS)
    for row in rows_of(outcomes, style.lang):
        yield _line(row)


def _line(cells: Iterable[str]) -> str:
    written = StringIO()
    csv.writer(written, lineterminator="\r\n").writerow([_cell(cell) for cell in cells])
    return written.getvalue()


def _cell(text: str) -> str:
    shown = printable(text)
    return f"'{shown}" if shown.startswith(_FORMULA) else shown
