"""Kind `table`: the figures of a table that must add up, and those that the text quotes from it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from lint_reports.analysis import Analysis
from lint_reports.analysis.tables import Entry, Line, Table, figure_of
from lint_reports.checks.adding import Sum, are_alike, gap, in_line, is_near, plain, sums, value_of, written
from lint_reports.checks.base import Check, Hit, Plain, Scope
from lint_reports.checks.matching import Pattern, places
from lint_reports.checks.vetoes import Vetoes
from lint_reports.finding import Match
from lint_reports.patterns import lazy
from lint_reports.text import Span

_MEASURE = lazy("万[元人亩吨户]|亿|千元|公顷|吨|千瓦|平方|立方|公里")
"""Units in which figures are rounded."""


class _Equation(NamedTuple):
    """Lines that add up to the same; `doubtful` ones may belong to the left side or not."""

    left: list[Line]
    doubtful: list[Line]
    right: list[Line]


class _Result(NamedTuple):
    """What came of an equation at one place; `gap` is how far its sides are apart, `None` if that is not known."""

    position: int
    left: Sum
    right: Sum
    at: Span
    gap: int | None


class _Tables:
    """Which tables a rule looks at."""

    def __init__(self, options: Mapping[str, Plain], scope: Scope, *, trusted: bool) -> None:
        self._within = [Pattern(one, trusted=trusted) for one in options["within"] or ()]
        self._without = _pattern(options["without"], trusted=trusted)
        self._scope = scope

    def of(self, analysis: Analysis) -> Iterator[Table]:
        """Those of a document."""
        for table in analysis.tables:
            if any(self._scope.covers(analysis, block) for block in table.blocks) and self._fits(table.texts):
                yield table

    def _fits(self, texts: Sequence[str]) -> bool:
        needed = all(any(map(pattern.search, texts)) for pattern in self._within)
        return needed and not (self._without is not None and any(map(self._without.search, texts)))


class SumCheck:
    """An equation between rows or between columns."""

    def __init__(self, options: Mapping[str, Plain], scope: Scope, *, trusted: bool) -> None:
        self._tables = _Tables(options, scope, trusted=trusted)
        self._rows = options["add"] == "rows"
        self._total = _pattern(options["total"], trusted=trusted)
        self._skip = _pattern(options["skip"], trusted=trusted)
        self._doubt = _pattern(options["doubt"], trusted=trusted)
        self._sides = [[Pattern(one, trusted=trusted) for one in options[side] or ()] for side in ("left", "right")]
        self._at_least = options["relation"] == "at-least"
        self._figures: int | None = options["figures"]
        self._least: int = options["least"] or 2
        self._most: int | None = options["most"]
        self._others = bool(options["others"])

    def find(self, analysis: Analysis, _hits: Sequence[Hit]) -> Iterator[Match]:
        """Where figures do not add up."""
        for table in self._tables.of(analysis):
            every, across = (table.rows, table.columns) if self._rows else (table.columns, table.rows)
            # An empty line may be a part that is not known yet; where rules name the parts, it is a heading.
            lines = [line for line in every.values() if self._others or line.has_figure]
            rounded = _is_rounded(analysis, table)
            for equation in self._equations(lines, table):
                labels = {number: line.label for number, line in across.items()}
                results = list(self._results(equation, labels, rounded=rounded)) if self._holds(equation) else []
                for result in self._faults(results):
                    yield _match(result, equation.right[-1].label, labels)

    def _equations(self, lines: Sequence[Line], table: Table) -> Iterator[_Equation]:
        if self._total is None:
            yield from self._named(lines)
        elif self._figures is None or any(_named_by(self._total, line) for line in lines):
            yield from self._totals(lines)
        else:
            yield from _ending(table.rows, self._figures)

    def _totals(self, lines: Sequence[Line]) -> Iterator[_Equation]:
        """Each total with its parts: the lines since the total before it; if it is the first line, those after it."""
        first: Line | None = None
        parts: list[Line] = []
        found = 0
        for line in lines:
            if not _named_by(self._total, line):
                parts.append(line)
                continue
            found += 1
            if parts and first is None:
                yield self._equation(parts, line)
            first = first if parts else line
            parts = []
        if first is not None and found == 1:
            yield self._equation(parts, first)

    def _equation(self, parts: Sequence[Line], total: Line) -> _Equation:
        sure: list[Line] = []
        doubtful: list[Line] = []
        for line in parts:
            if not _named_by(self._skip, line):
                (doubtful if _named_by(self._doubt, line) else sure).append(line)
        return _Equation(sure, doubtful, [total])

    def _named(self, lines: Sequence[Line]) -> Iterator[_Equation]:
        """The two sides, if each pattern names one line and no more."""
        sides = [[[line for line in lines if _named_by(one, line)] for one in patterns] for patterns in self._sides]
        if all(len(found) == 1 for side in sides for found in side):
            yield _Equation([found[0] for found in sides[0]], [], [found[0] for found in sides[1]])

    def _holds(self, equation: _Equation) -> bool:
        """Whether the lines are what they seem."""
        if self._others:
            return self._least <= len(equation.left) and are_alike(equation.left)
        return self._total is None or self._least <= len(equation.left) <= (self._most or len(equation.left))

    def _results(self, equation: _Equation, labels: dict[int, str], *, rounded: bool) -> Iterator[_Result]:
        if self._rows and not self._others:
            equation = _in_line(equation, labels)
        left, right = sums(equation.left), sums(equation.right)
        more = sums([*equation.left, *equation.doubtful]) if equation.doubtful else {}
        rounded = rounded or any(_MEASURE.search(line.label) for line in (*equation.left, *equation.right))
        for position in sorted(left.keys() & right.keys()):
            at = equation.right[-1].entries.get(position)
            label = labels.get(position, "")
            if at is None or at.figure is None or (self._doubt is not None and self._doubt.search(label)):
                continue
            readings = [one[position] for one in (left, more) if position in one]
            loose = rounded or _MEASURE.search(label) is not None
            gaps = [(gap(one, right[position], rounded=loose, at_least=self._at_least), one) for one in readings]
            found, sum_ = min(gaps, key=lambda one: -1 if one[0] is None else abs(one[0]))
            yield _Result(position, sum_, right[position], at.span, found)

    def _faults(self, results: Sequence[_Result]) -> Iterator[_Result]:
        known = [result for result in results if result.gap is not None and (result.left.value or result.right.value)]
        wrong = [result for result in known if result.gap]
        if self._others and not _is_believable(known, wrong):
            return
        # The total of a row with a wrong figure is as wrong as that figure: one cause, one finding.
        if len(wrong) > 1 and wrong[-1].gap == sum(result.gap or 0 for result in wrong[:-1]):
            wrong.pop()
        yield from wrong


class QuoteCheck:
    """A figure in the text, and the cell that it is taken from."""

    def __init__(self, options: Mapping[str, Plain], scope: Scope, *, trusted: bool) -> None:
        self._tables = _Tables(options, scope, trusted=trusted)
        self._stated = Pattern(options["stated"], trusted=trusted)
        self._row = _pattern(options["row"], trusted=trusted)
        self._column = _pattern(options["column"], trusted=trusted)
        self._figures: int | None = options["figures"]
        against = options["not_after"]
        self._vetoes = Vetoes([{"before": against}] if against else None, trusted=trusted)
        self._scope = scope

    def find(self, analysis: Analysis, hits: Sequence[Hit]) -> Iterator[Match]:
        """Where the text has another figure than the only table it can be taken from."""
        tables = list(self._tables.of(analysis))
        cells = list(self._cells(tables[0])) if len(tables) == 1 else []
        values = {value_of(cell.figure) for cell in cells if cell.figure is not None}
        if not cells or len(cells) > sum(cell.figure is not None for cell in cells):
            return
        for place in places(analysis, self._stated, self._scope, hits):
            said = figure_of(place.found.group("n") or "")
            in_table = analysis.document.blocks[place.block].cell is not None
            if (
                said is not None
                and not in_table
                and value_of(said) not in values
                and self._vetoes.allow(analysis, place)
            ):
                groups = {name: place.span(name) for name in self._stated.groups if place.found.start(name) >= 0}
                said_at = place.span("n")
                said_of = {"sum": said_at.of(analysis.folded), "total": cells[0].text, **_NO_SUM}
                yield Match({**groups, "match": said_at, "first": cells[0].span}, said_of)

    def _cells(self, table: Table) -> Iterator[Entry]:
        columns = [number for number, line in table.columns.items() if _named_by(self._column, line)]
        for line in table.rows.values():
            if _named_by(self._row, line):
                yield from (line.entries[number] for number in columns if number in line.entries)
                if not columns and _has_figures(line, self._figures):
                    yield line.entries[max(line.entries)]


_NO_SUM = {"terms": "", "line": "", "label": ""}


def _pattern(plain: Plain, *, trusted: bool) -> Pattern | None:
    return None if plain is None else Pattern(plain, trusted=trusted)


def _named_by(pattern: Pattern | None, line: Line | None) -> bool:
    return pattern is not None and line is not None and pattern.search(line.label) is not None


def _is_rounded(analysis: Analysis, table: Table) -> bool:
    """Whether the line above a table names a unit in which figures are rounded: 单位：万元."""
    blocks, first = analysis.document.blocks, table.blocks[0]
    return first > 0 and _MEASURE.search(blocks[first - 1].span.of(analysis.folded)) is not None


def _in_line(equation: _Equation, labels: dict[int, str]) -> _Equation:
    """The equation with its rows one below the other; an empty one if that cannot be. Labels of moved rows go."""
    rows = [*equation.left, *equation.doubtful, *equation.right]
    lines = in_line(rows)
    if lines is None:
        return _Equation([], [], [])
    if lines is not rows:
        labels.clear()
    last = len(rows) - len(equation.right)
    parts = len(equation.left)
    return _Equation(list(lines[:parts]), list(lines[parts:last]), list(lines[last:]))


def _ending(rows: Mapping[int, Line], figures: int) -> Iterator[_Equation]:
    """The figures of rows that have so many and nothing else, one column for each; the last is the total."""
    columns: list[dict[int, Entry]] = [{} for _ in range(figures)]
    for number, row in rows.items():
        if _has_figures(row, figures):
            for column, entry in zip(columns, row.entries.values(), strict=True):
                column[number] = entry
    lines = [Line("", column) for column in columns]
    if columns[0]:
        yield _Equation(lines[:-1], [], lines[-1:])


def _has_figures(row: Line, figures: int | None) -> bool:
    return len(row.entries) == figures and all(entry.figure is not None for entry in row.entries.values())


def _is_believable(known: Sequence[_Result], wrong: Sequence[_Result]) -> bool:
    """Whether the table itself shows that a line is the sum of others: elsewhere it is, or here it nearly is."""
    if len(known) > 1:
        return sum(not result.gap and len(result.left.terms) > 1 for result in known) >= len(wrong)
    return all(is_near(result.left, result.right) for result in wrong)


def _match(result: _Result, label: str, labels: Mapping[int, str]) -> Match:
    values = {
        "sum": plain(result.left.value),
        "terms": written(result.left.terms),
        "total": written(result.right.terms),
        "line": labels.get(result.position) or str(result.position),
        "label": label,
    }
    return Match({"match": result.at, "first": result.left.first}, values)


def build(options: Mapping[str, Plain], scope: Scope, *, trusted: bool) -> Check:
    """The check of a rule."""
    return (QuoteCheck if options["stated"] else SumCheck)(options, scope, trusted=trusted)
