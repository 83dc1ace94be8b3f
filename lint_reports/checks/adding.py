"""Adding up the figures of a table: sums of some of its lines, and whether two sums agree.

Sums are whole numbers of a small fraction, so they are exact; `decimal` would take 10 ms to load.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from lint_reports.analysis.tables import Entry, Figure, Line
from lint_reports.patterns import lazy
from lint_reports.text import Span

PLACES = 12
"""Decimal places of a sum: values are in units of 10 to the minus this."""
_MAX_TERMS = 6
_NEAR = 5
"""A sum that differs from the total by less than a fifth is one that went wrong, where nothing else tells."""
_LEVELS = lazy(
    r"(?P<han>[一二三四五六七八九十]{1,3}、)|(?P<paren>（[一二三四五六七八九十]{1,3}）)|(?P<arabic>\d{1,2}[.、])|（\d{1,2}）"
)


class Sum(NamedTuple):
    """The figures of some lines at one place.

    Attributes:
        value: what they add up to; those that are blank count for nothing.
        slack: how much of it may come from rounding figures with decimals.
        more_slack: the same if whole numbers are rounded too.
        blanks: how many lines are blank there.
        terms: the figures as written.
        first: the first of them.
        units: what they are counted in.
    """

    value: int
    slack: int
    more_slack: int
    blanks: int
    terms: tuple[str, ...]
    first: Span
    units: frozenset[str]


def sums(lines: Sequence[Line]) -> Mapping[int, Sum]:
    """What lines add up to at each place where one has a figure and none has words."""
    places: dict[int, list[Entry]] = {}
    for line in lines:
        for position, entry in line.entries.items():
            places.setdefault(position, []).append(entry)
    return {
        position: _sum([entry for entry in entries if entry.figure is not None], len(lines))
        for position, entries in places.items()
        if all(entry.figure is not None or entry.blank for entry in entries)
        and any(entry.figure is not None for entry in entries)
    }


def _sum(entries: Sequence[Entry], count: int) -> Sum:
    figures = [entry.figure for entry in entries if entry.figure is not None]
    half = max(map(_unit, figures)) // 2
    whole = not any(figure.decimals or figure.power for figure in figures)
    return Sum(
        value=sum(map(value_of, figures)),
        slack=0 if whole else half * len(figures),
        more_slack=half * len(figures),
        blanks=count - len(figures),
        terms=tuple(entry.text for entry in entries),
        first=entries[0].span,
        units=frozenset(figure.unit for figure in figures),
    )


def value_of(figure: Figure) -> int:
    """The value of a figure."""
    return int(figure.digits.replace(".", "")) * _unit(figure)


def _unit(figure: Figure) -> int:
    """What one in the last place of a figure is worth."""
    return int(10 ** (PLACES - figure.decimals + figure.power))


def gap(left: Sum, right: Sum, *, rounded: bool, at_least: bool) -> int | None:
    """How far two sides are apart: 0 if they agree, `None` if blanks leave it open. No figure is less than nothing."""
    slack = left.more_slack + right.more_slack if rounded else left.slack + right.slack
    if len(left.units | right.units) > 1:
        return None
    found = left.value - right.value
    if abs(found) <= slack:
        return None if left.blanks and right.blanks else 0
    if at_least:
        return None if left.blanks else min(found, 0)
    if (found > 0 and right.blanks) or (found < 0 and left.blanks):
        return None
    return found


def is_near(left: Sum, right: Sum) -> bool:
    """Whether a sum that is not the total is nearly it."""
    return _NEAR * abs(left.value - right.value) <= abs(right.value)


def written(terms: Sequence[str]) -> str:
    """The terms of a sum as a message writes them."""
    shown = terms if len(terms) <= _MAX_TERMS else (*terms[: _MAX_TERMS - 2], "……", terms[-1])
    return "+".join(shown)


def plain(value: int) -> str:
    """A sum in digits."""
    whole, fraction = divmod(abs(value), 10**PLACES)
    return f"{'-' if value < 0 else ''}{whole}.{fraction:0{PLACES}}".rstrip("0").rstrip(".")


def in_line(rows: Sequence[Line]) -> Sequence[Line] | None:
    """Rows whose figures end in one column; merged cells may have moved them, and labels then tell by how much.

    Returns:
        The rows as they are, or counted from the end of their labels; `None` if their figures end elsewhere even so.
    """
    moved = [Line(row.label, {at - row.label_end: entry for at, entry in row.entries.items()}) for row in rows]
    return next((lines for lines in (rows, moved) if _end_together(lines)), None)


def _end_together(lines: Sequence[Line]) -> bool:
    figures = ([at for at, entry in line.entries.items() if entry.figure is not None] for line in lines)
    return len({max(places) for places in figures if places}) == 1


def are_alike(lines: Sequence[Line]) -> bool:
    """Whether lines are of one level: their labels are numbered in one way, or not at all."""
    found = map(_LEVELS.match, (line.label for line in lines))
    return len({label and label.lastgroup for label in found}) < 2
