"""Tables: which cells hold figures, and what their rows and columns are called."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from lint_reports.document import Block
from lint_reports.patterns import lazy
from lint_reports.text import HAN, Span

_FIGURE = lazy(
    r"(-?)(\d{1,3}(?:[,，]\d{3}){1,5}|\d{1,15})(\.\d{1,9})? ?"
    rf"(万|亿)?+(?!年|月|日|号|余|多|%|[,，.:/])({HAN}{{0,4}}|[A-Za-z]{{0,4}})"
)
_BLANK = frozenset(("", "-", "--", "—", "——", "/", "\\", "无", "…", "……", "*"))
_SCALES = {"": 0, "万": 4, "亿": 8}
_YEARS = range(1900, 2100)


class Figure(NamedTuple):
    """A number as a cell has it.

    Attributes:
        digits: the number, without separators: `-1234.50`.
        decimals: how many digits stand after its point.
        power: the power of ten that the cell says besides: 4 for 万, 8 for 亿, else 0.
        unit: what the cell says after it: 件, 万元 without the 万; mostly nothing.
    """

    digits: str
    decimals: int
    power: int
    unit: str

    @property
    def is_year(self) -> bool:
        """Whether it may name a year: 2024."""
        return self.digits.isdigit() and len(self.digits) == 4 and int(self.digits) in _YEARS


class Entry(NamedTuple):
    """What stands in a cell: `figure` if it is a number, `blank` if it is a dash or the like."""

    span: Span
    text: str
    figure: Figure | None
    blank: bool


class Line(NamedTuple):
    """A row or a column.

    Attributes:
        label: what it is called: of a row, the words before its figures; of a column, those in the rows above.
        entries: its cells below the head and after the labels, by column or row; none if it is empty.
        label_end: of a row, the column in which its label ends; else 0.
    """

    label: str
    entries: Mapping[int, Entry]
    label_end: int = 0

    @property
    def has_figure(self) -> bool:
        """Whether a figure stands in it."""
        return any(entry.figure is not None for entry in self.entries.values())


class Table(NamedTuple):
    """A table.

    Attributes:
        blocks: those of its cells, in order.
        texts: what stands in its cells.
        rows, columns: those below the head, and those that do not hold labels or remarks, by their numbers.
    """

    blocks: tuple[int, ...]
    texts: tuple[str, ...]
    rows: Mapping[int, Line]
    columns: Mapping[int, Line]


def read_tables(blocks: Sequence[Block], folded: str) -> tuple[Table, ...]:
    """The tables of a document, in order."""
    found: dict[int, list[int]] = {}
    for index, block in enumerate(blocks):
        if block.cell is not None:
            found.setdefault(block.cell.table, []).append(index)
    return tuple(_table(blocks, indices, folded) for indices in found.values())


def _table(blocks: Sequence[Block], indices: list[int], folded: str) -> Table:
    grid: dict[int, dict[int, Entry]] = {}
    for index in indices:
        cell = blocks[index].cell
        if cell is not None:
            row = grid.setdefault(cell.row, {})
            row[cell.column] = _joined(row.get(cell.column), blocks[index].span, folded)
    head = _head(grid)
    rows = {number: _row(row) for number, row in grid.items() if number > head}
    texts = tuple(entry.text for row in grid.values() for entry in row.values())
    return Table(tuple(indices), texts, rows, _columns(grid, rows, head))


def _joined(before: Entry | None, span: Span, folded: str) -> Entry:
    """A cell of several lines is one, and no figure."""
    if before is not None:
        return Entry(Span(before.span.start, span.end), before.text + span.of(folded).strip(), None, blank=False)
    text = span.of(folded).strip()
    return Entry(span, text, figure_of(text), text in _BLANK)


def figure_of(text: str) -> Figure | None:
    """The number that a text is; `None` if it is none, or a share, a date or a sum of several."""
    found = _FIGURE.fullmatch(text)
    if found is None:
        return None
    sign, whole, fraction, scale, unit = (found.group(number) or "" for number in range(1, 6))
    digits = sign + whole.replace(",", "").replace("，", "") + fraction
    return Figure(digits, max(0, len(fraction) - 1), _SCALES[scale], unit)


def _head(grid: Mapping[int, Mapping[int, Entry]]) -> int:
    """The last row of the head: all above the first row with a figure that is no year; the first row always is."""
    head = 1
    for number, row in grid.items():
        if number > 1 and any(entry.figure is not None and not entry.figure.is_year for entry in row.values()):
            break
        head = max(head, number)
    return head


def _row(row: Mapping[int, Entry]) -> Line:
    """The words before the figures, and what comes after them; a running number before them is no figure."""
    label, end = "", 0
    for column, entry in row.items():
        if entry.figure is None and not entry.blank:
            label, end = label + entry.text, column
        elif label:
            break
    return Line(label, {column: entry for column, entry in row.items() if column > end}, end)


def _columns(grid: Mapping[int, Mapping[int, Entry]], rows: Mapping[int, Line], head: int) -> Mapping[int, Line]:
    """The columns that have figures, and those that are empty below their head."""
    labels: dict[int, str] = {}
    filled: set[int] = set()
    for number, row in grid.items():
        if number > head:
            filled.update(row)
            continue
        for column, entry in row.items():
            labels[column] = labels.get(column, "") + ("" if entry.blank else entry.text)
    columns: dict[int, dict[int, Entry]] = {column: {} for column in labels if column not in filled}
    for number, line in rows.items():
        for column, entry in line.entries.items():
            columns.setdefault(column, {})[number] = entry
    lines = {column: Line(labels.get(column, ""), columns[column]) for column in sorted(columns)}
    return {column: line for column, line in lines.items() if line.has_figure or not line.entries}
