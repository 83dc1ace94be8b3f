"""Kind `count`: an announced number against the items that follow."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence

from lint_reports.analysis import Analysis
from lint_reports.analysis.numerals import whole_number
from lint_reports.analysis.runs import Run
from lint_reports.analysis.series import Series
from lint_reports.checks.base import Check, Hit, Plain, Scope
from lint_reports.checks.matching import Pattern, Place, places
from lint_reports.checks.vetoes import Vetoes
from lint_reports.facts import Marker, Tense
from lint_reports.finding import Match

_MAX_BLOCKS_BETWEEN = 1
_MAX_DIGITS = 9
"""Of a number announced; a longer one counts no list."""


class CountCheck:
    """Announcements, and the lists right after them."""

    def __init__(self, options: Mapping[str, Plain], scope: Scope, *, trusted: bool) -> None:
        self._pattern = Pattern(options["announce"], trusted=trusted)
        self._vetoes = Vetoes(options["unless"], trusted=trusted)
        self._items = frozenset(options["items"])
        self._scope = scope

    def find(self, analysis: Analysis, hits: Sequence[Hit]) -> Iterator[Match]:
        """Announcements of another number than that of the items."""
        lists: list[Series | Run] | None = None
        for place in places(analysis, self._pattern, self._scope, hits):
            announced = _announced(place)
            if not announced or not self._vetoes.allow(analysis, place):
                continue
            lists = self._lists(analysis) if lists is None else lists
            items = _list_after(lists, place)
            if items and announced not in (len(items), _done(analysis, items)):
                groups = {name: place.span(name) for name in self._pattern.groups}
                found = {"match": place.span(), "first": items[0].span, "last": items[-1].span, **groups}
                yield Match(found, {"counted": str(len(items))})

    def _lists(self, analysis: Analysis) -> list[Series | Run]:
        """All lists of the kinds that are counted, in order."""
        lists: list[Series | Run] = []
        if "labels" in self._items:
            lists += [series for series in analysis.series if not series.continued]
        if "run" in self._items:
            lists += list(analysis.runs)
        return sorted(lists, key=_start)


def _done(analysis: Analysis, items: Sequence[Marker]) -> int:
    """How many items come before the first that is headed as problems or plans: 三个方面 counts what was done."""
    tenses = [analysis.tenses[item.block] for item in items]
    return next((at for at, tense in enumerate(tenses) if tense in (Tense.PROBLEMS, Tense.PLAN)), len(items))


def _announced(place: Place) -> int | None:
    number = (place.found.group("n") or "").strip()
    return whole_number(number) if 0 < len(number) <= _MAX_DIGITS else None


def _list_after(lists: Sequence[Series | Run], place: Place) -> Sequence[Marker]:
    """The items of the list that an announcement opens; nothing if there is none, or its numbers are in doubt."""
    at = bisect_left(lists, place.span().end, key=_start)
    opened = lists[at] if at < len(lists) else None
    if opened is None or opened.anomalies or len(opened.markers) < 2:
        return ()
    return () if opened.markers[0].block - place.block > _MAX_BLOCKS_BETWEEN else opened.markers


def _start(series: Series | Run) -> int:
    return series.markers[0].span.start


def build(options: Mapping[str, Plain], scope: Scope, *, trusted: bool) -> Check:
    """The check of a rule."""
    return CountCheck(options, scope, trusted=trusted)
