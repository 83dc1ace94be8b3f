"""A series of labels with the numbers that it ought to have, as one fix, with the references that lead to them."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence, Set as AbstractSet
from itertools import pairwise
from typing import NamedTuple

from lint_reports.analysis import Analysis
from lint_reports.analysis.markers import relabelled, stands_between
from lint_reports.analysis.numbering import NumberFault
from lint_reports.analysis.numerals import han, whole_number
from lint_reports.analysis.runs import Run
from lint_reports.analysis.series import Series
from lint_reports.analysis.writing import digits_as
from lint_reports.facts import Form, Marker, Target
from lint_reports.finding import Edit, Fix, Safety
from lint_reports.patterns import lazy
from lint_reports.text import Span

_MOST = 100
"""The longest series that is offered new numbers, so that what is offered stays in proportion to the text."""

_NEAR = 1000
"""Blocks after a series in which the end of its part of the text is looked for."""

_FAR = 3000
"""Code points after the last label in which another may stand in the middle of a paragraph."""

_LAGGING = frozenset((NumberFault.DUPLICATE, NumberFault.FOLLOW_ON, NumberFault.OUT_OF_ORDER))
_STATUTE = frozenset((Form.PART, Form.CHAPTER, Form.SECTION, Form.ARTICLE))
"""What other documents refer to."""

_HAN = "[一二三四五六七八九十百零]{1,5}"
_PAREN = rf"（(?:{_HAN}|\d{{1,3}})）"
# 第（三）项, （二）、（三）项, 第（一）项至第（五）项; not the label of （三）项目建设.
_ITEMS = lazy(rf"第?{_PAREN}(?:[、，和或及与至到]+第?{_PAREN})*[ ]?[项款目](?![目建])")
# What every one of these has in it: `re` finds the one character that this begins with at once.
_ITEM = lazy("）(?=[ ]?[项款目](?![目建]))")
_IN_PAREN = lazy(rf"(?<=（)(?:{_HAN}|\d{{1,3}})(?=）)")
_PLAIN_ITEM = lazy(r"第(\d{1,3})(?=[项点])")
_PART = lazy(rf"第({_HAN}|\d{{1,3}})(?=部分)")
_SENTENCE = lazy(r"[^。；\r\n]{1,60}")
_QUALIFIED = frozenset("》条款章节分编")
"""What stands before a reference to an item of another article, part or document: 第五条第（三）项."""
_TARGETS = {Form.HAN: Target.PART, Form.CHAPTER: Target.CHAPTER, Form.ARTICLE: Target.ARTICLE}


class _Reference(NamedTuple):
    """The number in a reference; `plain` if nothing before it says that it leads elsewhere."""

    span: Span
    value: int
    plain: bool


class _Known(NamedTuple):
    """What is asked of a document for each of its series.

    Attributes:
        forms: how many series there are of each class.
        labels: where labels begin.
        above_decimals: where those begin whose number labels below repeat: 2.1 below 2.
        references: what may refer to labels of a class, filled in when first asked for.
    """

    forms: Mapping[Form, int]
    labels: AbstractSet[int]
    above_decimals: AbstractSet[int]
    references: dict[Form, list[_Reference]]


def renumbering(analysis: Analysis, series: Series | Run, fault: NumberFault, hidden: AbstractSet[int]) -> Fix | None:
    """New numbers for all labels of a series that need one; `None` if it cannot be told or written what they are.

    A gap is closed only if that is the fault: else what is missing may be there after all. The fix is safe if a number
    stands twice, nothing refers to the labels, and none of them stands in the middle of a paragraph.

    Args:
        analysis: the facts of the document.
        series: the labels.
        fault: what is to be mended.
        hidden: indexes of labels before which those left out stand in the middle of a paragraph.
    """
    if len(series.markers) > _MOST or _says_it_twice(analysis, series.markers):
        return None
    values = _closed(series, hidden) if fault is NumberFault.GAP else _moved_on(series)
    moved = [(marker, value) for marker, value in zip(series.markers, values, strict=True) if marker.value != value]
    labels = [Edit(marker.span, _label(analysis, marker, value)) for marker, value in moved]
    known = _known(analysis)
    if not moved or not all(_is_written_as(*one) and one[0].span.start not in known.above_decimals for one in moved):
        return None
    references = _references(analysis, series, known)
    followed = tuple(_followed(analysis, references, _new_values(series, moved)))
    certain = not references and not _stands_inside(analysis, series, moved) and _has_one_remedy(series, fault)
    return Fix((*labels, *followed), Safety.SAFE if certain else Safety.UNSAFE)


def _known(analysis: Analysis) -> _Known:
    known: _Known | None = analysis.scratch.get(_known)
    if known is None:
        known = analysis.scratch[_known] = _Known(
            Counter(one.form for one in analysis.series),
            {marker.span.start for marker in analysis.markers if marker is not None},
            {one.parent.span.start for one in analysis.series if one.form is Form.DECIMAL and one.parent is not None},
            {},
        )
    return known


def _says_it_twice(analysis: Analysis, markers: Sequence[Marker]) -> bool:
    """Whether two labels with one number say the same: then one of the two is to go, not its number."""
    return any(
        one.value == other.value and _said(analysis, one) == _said(analysis, other) for one, other in pairwise(markers)
    )


def _said(analysis: Analysis, marker: Marker) -> str:
    """The first sentence after a label, or its beginning."""
    found = _SENTENCE.match(analysis.folded, marker.span.end)
    return found[0] if found else ""


def _has_one_remedy(series: Series | Run, fault: NumberFault) -> bool:
    out_of_order = any(anomaly.fault is NumberFault.OUT_OF_ORDER for anomaly in series.anomalies)
    return fault is not NumberFault.GAP and not out_of_order and series.form not in _STATUTE


def _moved_on(series: Series | Run) -> list[int]:
    """The numbers once those that stand twice or out of order are mended, and what lags behind has caught up."""
    wrong = {anomaly.at for anomaly in series.anomalies if anomaly.fault in _LAGGING}
    values: list[int] = []
    for index, marker in enumerate(series.markers):
        expected = values[-1] + 1 if values else marker.value
        values.append(expected if index in wrong or marker.value < expected else marker.value)
    return values


def _closed(series: Series | Run, hidden: AbstractSet[int]) -> list[int]:
    """The numbers one after the other from the first; those in the middle of a paragraph are counted."""
    markers = series.markers
    values = [markers[0].value]
    for index in range(1, len(markers)):
        step = markers[index].value - markers[index - 1].value if index in hidden else 1
        values.append(values[-1] + step)
    return values


def _label(analysis: Analysis, marker: Marker, value: int) -> str:
    label = relabelled(marker, value)
    return analysis.written(label) if "贰" in label or "陆" in label else label


def _is_written_as(marker: Marker, value: int) -> bool:
    """Whether there is a label of this kind for a number: circled ones end at ㊿."""
    label = relabelled(marker, value)
    return label != marker.text and not label.isdecimal()


def _stands_inside(analysis: Analysis, series: Series | Run, moved: Sequence[tuple[Marker, int]]) -> bool:
    """Whether a label that is given stands already where it was not counted, in the middle of a paragraph."""
    last = min(_end(analysis, series), series.markers[-1].span.end + _FAR)
    ends = [*(marker.span.start for marker in series.markers[1:]), last]
    return any(
        stands_between(analysis.folded, marker, value, Span(after.span.end, before))
        for marker, value in moved
        for after, before in zip(series.markers, ends, strict=True)
    )


def _new_values(series: Series | Run, moved: Sequence[tuple[Marker, int]]) -> Mapping[int, int]:
    """The new number of each old one; of a number that stood twice it cannot be told which is meant."""
    counts = Counter(marker.value for marker in series.markers)
    return {marker.value: value for marker, value in moved if counts[marker.value] == 1}


def _followed(analysis: Analysis, references: Sequence[_Reference], values: Mapping[int, int]) -> Iterator[Edit]:
    for span, value, plain in references:
        if plain and value in values:
            old = span.of(analysis.document.text)
            new = digits_as(str(values[value]), old) if old.isdecimal() else han(values[value])
            yield Edit(span, new)


def _references(analysis: Analysis, series: Series | Run, known: _Known) -> Sequence[_Reference]:
    """What may lead to a label of this class, in order; in all of the text if no other series has the class."""
    if isinstance(series, Run):
        return ()
    form = series.form
    if form not in known.references:
        known.references[form] = sorted(_numbers(analysis, form, known.labels))
    found = known.references[form]
    if known.forms[form] == 1:
        return found
    first, last = _start(series), _end(analysis, series)
    return found[bisect_left(found, first, key=_offset) : bisect_left(found, last, key=_offset)]


def _offset(reference: _Reference) -> int:
    return reference.span.start


def _numbers(analysis: Analysis, form: Form, labels: AbstractSet[int]) -> Iterator[_Reference]:
    masked = analysis.masked
    if form in (Form.HAN_PAREN, Form.ARABIC_PAREN):
        for chain in _ITEMS.finditer(masked) if _ITEM.search(masked) else ():
            plain = masked[chain.start() - 1 : chain.start()] not in _QUALIFIED
            for found in () if chain.start() in labels else _IN_PAREN.finditer(masked, *chain.span()):
                yield _Reference(Span(*found.span()), whole_number(found[0]) or 0, plain)
    elif form in (Form.ARABIC, Form.HAN):
        for found in (_PLAIN_ITEM if form is Form.ARABIC else _PART).finditer(masked):
            plain = masked[max(0, found.start() - 1)] not in _QUALIFIED
            yield _Reference(Span(*found.span(1)), whole_number(found[1]) or 0, plain)
    else:
        yield from _to_statute(analysis, form)


def _to_statute(analysis: Analysis, form: Form) -> Iterator[_Reference]:
    """References that name the document itself: 本办法第五条."""
    for reference in analysis.references:
        if reference.target is _TARGETS.get(form):
            start, end = reference.span
            yield _Reference(Span(start + 1, end - 1), reference.value, analysis.document.text[start] == "第")


def _start(series: Series) -> int:
    return series.parent.span.start if series.parent else series.markers[0].span.start


def _end(analysis: Analysis, series: Series | Run) -> int:
    """Where the part of the text ends that a series numbers: at the next label of its class or of the one above."""
    last = series.markers[-1]
    parent = series.parent if isinstance(series, Series) else None
    forms = {series.form, parent.form} if parent else {series.form}
    after = analysis.markers[last.block + 1 : last.block + _NEAR]
    return next(
        (marker.span.start for marker in after if marker is not None and marker.form in forms), len(analysis.folded)
    )
