"""What checks of numbering labels share: the places of a label, and how a class of labels is usually written."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence, Set as AbstractSet
from functools import lru_cache

from lint_reports.analysis.markers import relabelled
from lint_reports.analysis.runs import Run
from lint_reports.analysis.series import Series
from lint_reports.facts import Form, Marker
from lint_reports.finding import Match
from lint_reports.folding import fold_width
from lint_reports.text import Span

Labels = tuple[Series | Run, Sequence[Marker]]
"""A series, and those of its labels that count."""


def match_of(markers: Sequence[Marker], index: int, expected: int, previous: Marker | None = None) -> Match:
    """One label of a series.

    Args:
        markers: the series.
        index: which label.
        expected: the number that should stand there.
        previous: the label to show beside it; the one before it if left out.
    """
    marker = markers[index]
    before = previous or markers[max(index - 1, 0)]
    places = {
        "match": marker.span,
        "digits": marker.value_span,
        "previous": before.span,
        "before": Span(marker.span.start, marker.span.start),
    }
    missing = "、".join(relabelled(marker, value) for value in range(expected, min(marker.value, expected + 3)))
    return Match(places, {"expected": relabelled(marker, expected), "missing": missing})


def alike(every: Iterable[Series | Run]) -> bool:
    """Whether all labels of a class are written in one way, as in most documents."""
    styles = {(series.form, marker.style) for series in every for marker in series.markers}
    return len(styles) == len({form for form, _ in styles})


def mixed(labels: Sequence[Labels]) -> Iterator[Match]:
    """Of each series, the first label that is not written as most labels of its class under such a parent are."""
    usual_style = _usual(labels)
    examples: dict[tuple[_Level, str], Marker] = {}
    for series, found in labels:
        level = _level(series)
        for marker in found:
            examples.setdefault((level, _written(marker)), marker)
    for series, found in labels:
        level = _level(series)
        style = usual_style.get(level)
        odd = next((marker for marker in found if _written(marker) != style), None)
        if odd is not None and style is not None:
            usual_one = examples[level, style]
            match = match_of([odd], 0, odd.value, usual_one)
            yield match._replace(values={**match.values, "expected": relabelled(usual_one, odd.value)})


def usual(labels: Sequence[Labels], styles: AbstractSet[str]) -> Iterator[Match]:
    """The first label that is written in one of some styles, if most labels of its level are."""
    counts: dict[_Level, Counter[bool]] = {}
    for series, found in labels:
        counts.setdefault(_level(series), Counter()).update(marker.style in styles for marker in found)
    for series, found in labels:
        count = counts[_level(series)]
        first = next((marker for marker in found if marker.style in styles), None)
        if first is not None and count[True] > count[False]:
            yield match_of([first], 0, first.value)
            return


_Level = tuple[Form, Form | int | None]
"""What is compared: labels of one class under parents of one class; inside paragraphs, those of one run."""


def _usual(labels: Sequence[Labels]) -> dict[_Level, str]:
    """The writing that most labels of a level have; of equally frequent ones the first."""
    counts: dict[_Level, Counter[str]] = {}
    for series, found in labels:
        counts.setdefault(_level(series), Counter()).update(_written(marker) for marker in found)
    return {level: styles.most_common(1)[0][0] for level, styles in counts.items() if styles}


def _level(series: Series | Run) -> _Level:
    if isinstance(series, Run):
        return series.form, series.markers[0].span.start
    return series.form, series.parent.form if series.parent else None


def _written(marker: Marker) -> str:
    """The way a label is written, whatever its width and spaces."""
    return _folded(marker.style)


@lru_cache(maxsize=1000)
def _folded(style: str) -> str:
    """A style with one width for its marks; a document has few."""
    return fold_width(style).replace(" ", "")
