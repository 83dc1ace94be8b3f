"""What speaks against a match: vetoes of the kinds that match text."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from lint_reports.analysis import Analysis
from lint_reports.checks.base import Plain
from lint_reports.checks.matching import Pattern, Place

_NEAR = 120


class Vetoes:
    """The vetoes of one rule."""

    def __init__(self, plain: Iterable[Mapping[str, Plain]] | None, *, trusted: bool) -> None:
        self._patterns = [
            (where, Pattern(pattern, trusted=trusted))
            for veto in plain or ()
            for where, pattern in veto.items()
            if where != "good" and pattern is not None
        ]

    def allow(self, analysis: Analysis, place: Place) -> bool:
        """Whether nothing speaks against a match."""
        for where, pattern in self._patterns:
            if _next(pattern, analysis, place) if where == "next" else _TESTS[where](pattern, place):
                return False
        return True


def _before(pattern: Pattern, place: Place) -> bool:
    end = place.found.start()
    near = _NEAR if pattern.reach is None else min(pattern.reach, _NEAR)
    return pattern.search(place.text, max(0, end - near), end) is not None


def _after(pattern: Pattern, place: Place) -> bool:
    start = place.found.end()
    return pattern.match(place.text, start, min(len(place.text), start + _NEAR)) is not None


def _around(pattern: Pattern, place: Place) -> bool:
    start, end = place.found.start(), place.found.end()
    reach = pattern.reach
    if reach is not None and reach < _NEAR and pattern.search(place.text, max(0, start - reach), end + reach) is None:
        return False  # as nearly always, and with less to look at
    near = pattern.finditer(place.text, max(0, start - _NEAR), min(len(place.text), end + _NEAR))
    return any(found.start() < end and start < found.end() for found in near)


def _within(pattern: Pattern, place: Place) -> bool:
    return pattern.search(place.text, place.found.start(), place.found.end()) is not None


def _paragraph(pattern: Pattern, place: Place) -> bool:
    return pattern.stands_in(place.text)


def _next(pattern: Pattern, analysis: Analysis, place: Place) -> bool:
    following = place.block + 1
    return following < len(analysis.document.blocks) and pattern.stands_in(analysis.block_text(following))


_TESTS = {"before": _before, "after": _after, "around": _around, "within": _within, "paragraph": _paragraph}
