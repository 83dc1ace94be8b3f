"""Kind `series`: what is wrong with numbering labels, by the numbering grammar."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from lint_reports.analysis import Analysis
from lint_reports.analysis.markers import relabelled, stands_between
from lint_reports.analysis.numbering import Anomaly, NumberFault
from lint_reports.analysis.runs import Run
from lint_reports.analysis.series import Series
from lint_reports.checks.base import Check, Plain, Scope
from lint_reports.checks.matching import Pattern
from lint_reports.facts import RUN_FORMS, Marker
from lint_reports.finding import Match
from lint_reports.text import Span


class SeriesCheck:
    """One fault of some classes of labels."""

    def __init__(self, options: Mapping[str, Plain], scope: Scope, *, trusted: bool) -> None:
        self._forms = frozenset(options["forms"])
        self._fault: str = options["fault"]
        self._least: int = options["least"] or 1
        self._not_after = Pattern(options["not_after"], trusted=trusted) if options["not_after"] else None
        self._scope = scope

    def find(self, analysis: Analysis, _hits: Sequence[Span]) -> Iterator[Match]:
        """Each anomaly of that fault."""
        in_runs = not self._forms.isdisjoint(RUN_FORMS)
        for series in analysis.runs if in_runs else analysis.series:
            if series.form in self._forms:
                for match, block in self._of_one(analysis, series):
                    if self._scope.covers(analysis, block):
                        yield match

    def _of_one(self, analysis: Analysis, series: Series | Run) -> Iterator[tuple[Match, int]]:
        markers = series.markers
        if len(markers) < self._least:
            return
        if isinstance(series, Run):
            if self._fault == "unseparated":
                yield from self._unseparated(analysis, series)
                return
        elif self._fault == "restart":
            if series.restart:
                yield _match(markers, 0, 1), markers[0].block
            return
        for anomaly in _causes(series.anomalies):
            if anomaly.fault == self._fault and not _is_hidden(analysis, markers, anomaly):
                yield _match(markers, anomaly.at, anomaly.expected), markers[anomaly.at].block

    def _unseparated(self, analysis: Analysis, run: Run) -> Iterator[tuple[Match, int]]:
        for index, item in enumerate(run.items):
            marker = item.marker
            if not item.separated and not self._speaks_against(analysis, marker):
                yield _match(run.markers, index, marker.value), marker.block

    def _speaks_against(self, analysis: Analysis, marker: Marker) -> bool:
        if self._not_after is None:
            return False
        text = analysis.block_text(marker.block)
        offset = marker.span.start - analysis.document.blocks[marker.block].span.start
        return self._not_after.search(text, max(0, offset - 40), offset) is not None


def _is_hidden(analysis: Analysis, markers: Sequence[Marker], anomaly: Anomaly) -> bool:
    """Whether the numbers of a gap are there after all, in the middle of a paragraph."""
    if anomaly.fault is not NumberFault.GAP:
        return False
    marker, previous = markers[anomaly.at], markers[anomaly.at - 1]
    between = Span(previous.span.end, marker.span.start)
    missing = range(previous.value + 1, min(marker.value, previous.value + 10))
    return all(stands_between(analysis.folded, marker, value, between) for value in missing)


def _causes(anomalies: Sequence[Anomaly]) -> Iterator[Anomaly]:
    """Of several numbers in a row that follow on from one mistake, the first only."""
    follows = False
    for anomaly in anomalies:
        if not (follows and anomaly.fault is NumberFault.FOLLOW_ON):
            yield anomaly
        follows = anomaly.fault is NumberFault.FOLLOW_ON


def _match(markers: Sequence[Marker], index: int, expected: int) -> Match:
    marker, previous = markers[index], markers[index - 1] if index else markers[0]
    places = {
        "match": marker.span,
        "digits": marker.value_span,
        "previous": previous.span,
        "before": Span(marker.span.start, marker.span.start),
    }
    missing = "、".join(relabelled(marker, value) for value in range(expected, min(marker.value, expected + 3)))
    return Match(places, {"expected": relabelled(marker, expected), "missing": missing})


def build(options: Mapping[str, Plain], scope: Scope, *, trusted: bool) -> Check:
    """The check of a rule."""
    return SeriesCheck(options, scope, trusted=trusted)
