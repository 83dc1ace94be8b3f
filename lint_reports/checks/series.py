"""Kind `series`: what is wrong with numbering labels, by the numbering grammar."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence, Set as AbstractSet

from lint_reports.analysis import Analysis
from lint_reports.analysis.markers import relabelled, stands_between
from lint_reports.analysis.numbering import Anomaly, NumberFault
from lint_reports.analysis.runs import Run
from lint_reports.analysis.series import Series
from lint_reports.checks.base import Check, Hit, Plain, Scope
from lint_reports.checks.labels import alike, match_of, mixed, usual
from lint_reports.checks.matching import Pattern
from lint_reports.facts import RUN_FORMS, Form, Marker
from lint_reports.finding import Fix, Match
from lint_reports.text import Span

_FAR = 3000
"""How far a label is looked for that may stand in the middle of a paragraph."""


class SeriesCheck:
    """Some faults of some classes of labels."""

    def __init__(self, options: Mapping[str, Plain], scope: Scope, *, trusted: bool) -> None:
        self._forms = frozenset(options["forms"])
        self._faults = frozenset(options["fault"])
        self._least: int = options["least"] or 1
        self._not_after = Pattern(options["not_after"], trusted=trusted) if options["not_after"] else None
        self._not_before = Pattern(options["not_before"], trusted=trusted) if options["not_before"] else None
        self._under = frozenset(options["under"] or ())
        self._styles = frozenset(options["styles"] or ())
        self._scope = scope
        single: Mapping[str, Callable[[Analysis, Series | Run], Iterator[Match]]] = {
            "restart": _restart,
            "single": self._only_one,
            "nested": self._nested,
            "inverted": _inverted,
            "switched": _switched,
            "unseparated": self._unseparated,
        }
        self._single = [find for fault, find in single.items() if fault in self._faults]
        self._of_numbers = not self._faults.isdisjoint(NumberFault)
        self._compared = not self._faults.isdisjoint(("mixed", "style"))
        self._only_numbers = not self._single and not self._compared

    def find(self, analysis: Analysis, _hits: Sequence[Hit]) -> Iterator[Match]:
        """Each place of these faults."""
        every: Sequence[Series | Run] = self._all(analysis)
        if self._only_numbers:
            every = [one for one in every if one.anomalies]  # few have any
        chosen = [one for one in every if one.form in self._forms and len(one.markers) >= self._least]
        for series in chosen if self._single or self._of_numbers else ():
            for match in self._of_one(analysis, series):
                if self._covers(analysis, match.places["match"]):
                    yield match
        if self._compared:
            yield from self._of_all(analysis, chosen)

    def _all(self, analysis: Analysis) -> Sequence[Series | Run]:
        return analysis.series if self._forms.isdisjoint(RUN_FORMS) else analysis.runs

    def _covers(self, analysis: Analysis, span: Span) -> bool:
        return self._scope.covers(analysis, analysis.block_at(span.start))

    def _of_one(self, analysis: Analysis, series: Series | Run) -> Iterator[Match]:
        if series.anomalies:
            yield from self._misnumbered(analysis, series)
        for find in self._single:
            yield from find(analysis, series)

    def _misnumbered(self, analysis: Analysis, series: Series | Run) -> Iterator[Match]:
        anomalies = [anomaly for anomaly in _causes(series.anomalies) if anomaly.fault in self._faults]
        hidden = {anomaly.at for anomaly in anomalies if _is_hidden(analysis, series, anomaly)}
        fixes: dict[NumberFault, Fix | None] = {}
        for anomaly in anomalies:
            if anomaly.at not in hidden:
                if anomaly.fault not in fixes:  # one for all: the whole series is numbered anew
                    fixes[anomaly.fault] = _fix(analysis, series, anomaly.fault, hidden)
                match = match_of(series.markers, anomaly.at, anomaly.expected)
                yield match._replace(fix=fixes[anomaly.fault])

    def _of_all(self, analysis: Analysis, chosen: Sequence[Series | Run]) -> Iterator[Match]:
        """What is seen only when all series of a class are compared."""
        if "style" not in self._faults and alike(chosen):
            return
        blocks = self._scope.blocks_of(analysis)
        covered = [(one, [marker for marker in one.markers if marker.block in blocks]) for one in chosen]
        if "mixed" in self._faults:
            yield from mixed(covered)
        if "style" in self._faults:
            yield from usual(covered, self._styles)

    def _nested(self, analysis: Analysis, series: Series | Run) -> Iterator[Match]:
        """A series that begins under one of some classes, unless its own is counted through the whole text."""
        parent = series.parent if isinstance(series, Series) else None
        below = parent is not None and parent.form in self._under and series.markers[0].value == 1
        if below and series.form not in _counted_through(analysis):
            yield match_of(series.markers, 0, 1, parent)

    def _only_one(self, analysis: Analysis, series: Series | Run) -> Iterator[Match]:
        """A number one without a number two, also in the middle of a paragraph."""
        first = series.markers[0]
        if len(series.markers) == 1 and first.value == 1:
            rest = Span(first.span.end, min(first.span.end + _FAR, len(analysis.folded)))
            hidden = stands_between(analysis.folded, first, 2, rest)
            if not hidden and not self._goes_on(analysis, first):
                yield match_of(series.markers, 0, 2)

    def _goes_on(self, analysis: Analysis, marker: Marker) -> bool:
        """Whether what follows number one in its paragraph stands for number two."""
        if self._not_before is None:
            return False
        start = marker.span.end - analysis.document.blocks[marker.block].span.start
        return self._not_before.search(analysis.block_text(marker.block), start) is not None

    def _unseparated(self, analysis: Analysis, run: Series | Run) -> Iterator[Match]:
        for index, item in enumerate(run.items if isinstance(run, Run) else ()):
            if not item.separated and not self._speaks_against(analysis, item.marker):
                yield match_of(run.markers, index, item.marker.value)

    def _speaks_against(self, analysis: Analysis, marker: Marker) -> bool:
        if self._not_after is None:
            return False
        text = analysis.block_text(marker.block)
        offset = marker.span.start - analysis.document.blocks[marker.block].span.start
        return self._not_after.search(text, max(0, offset - 40), offset) is not None


def _counted_through(analysis: Analysis) -> AbstractSet[Form]:
    """The classes of labels that go on counting under another parent."""
    forms: AbstractSet[Form] | None = analysis.scratch.get(_counted_through)
    if forms is None:
        forms = analysis.scratch[_counted_through] = {series.form for series in analysis.series if series.continued}
    return forms


def _restart(_analysis: Analysis, series: Series | Run) -> Iterator[Match]:
    if isinstance(series, Series) and series.restart:
        yield match_of(series.markers, 0, 1)


def _inverted(_analysis: Analysis, series: Series | Run) -> Iterator[Match]:
    if isinstance(series, Series) and series.inverts:
        yield match_of(series.markers, 0, 1, series.parent)


def _switched(_analysis: Analysis, run: Series | Run) -> Iterator[Match]:
    if isinstance(run, Run) and run.follows is not None:
        found = match_of(run.markers, 0, 1, run.follows)
        yield found._replace(values={**found.values, "expected": relabelled(run.follows, run.markers[0].value)})


def _is_hidden(analysis: Analysis, series: Series | Run, anomaly: Anomaly) -> bool:
    """Whether the numbers that seem to be left out are there after all, in the middle of a paragraph."""
    marker = series.markers[anomaly.at]
    if anomaly.fault is NumberFault.GAP:
        previous = series.markers[anomaly.at - 1]
        between = Span(previous.span.end, marker.span.start)
        missing = range(previous.value + 1, min(marker.value, previous.value + 10))
    elif anomaly.fault is NumberFault.BAD_START:
        parent = series.parent if isinstance(series, Series) else None
        start = parent.span.end if parent else 0
        between = Span(max(start, marker.span.start - _FAR), marker.span.start)
        missing = range(marker.value - 1, marker.value)
    else:
        return False
    return all(stands_between(analysis.folded, marker, value, between) for value in missing)


def _fix(analysis: Analysis, series: Series | Run, fault: NumberFault, hidden: AbstractSet[int]) -> Fix | None:
    from lint_reports.checks.renumbering import renumbering  # few documents are numbered wrong

    return renumbering(analysis, series, fault, hidden)


def _causes(anomalies: Sequence[Anomaly]) -> Iterator[Anomaly]:
    """Of several numbers in a row that follow on from one mistake, the first only."""
    follows = False
    for anomaly in anomalies:
        if not (follows and anomaly.fault is NumberFault.FOLLOW_ON):
            yield anomaly
        follows = anomaly.fault is NumberFault.FOLLOW_ON


def build(options: Mapping[str, Plain], scope: Scope, *, trusted: bool) -> Check:
    """The check of a rule."""
    return SeriesCheck(options, scope, trusted=trusted)
