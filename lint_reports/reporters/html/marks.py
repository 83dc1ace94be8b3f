"""Marks in the lines of a document: where findings are, where the places are that they refer to, and links between."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from lint_reports.finding import Severity
from lint_reports.located import LocatedFinding, Place
from lint_reports.reporters.html.frame import shown
from lint_reports.text import LineIndex, Position, Span

_MOST_LINES = 200
"""Lines over which a mark goes on at most."""
_PLAIN = 2000
"""Code points of a line between two marks that are shown at most; of more, the beginning and the end."""
_KEPT = 300


class Mark(NamedTuple):
    """A marked place.

    Attributes:
        span: in the source of the document.
        finding: the number of its finding, from 1.
        related: the number of the related place, from 1; 0 for the finding itself.
        severity: of the finding.
        message: what is said of the place.
        others: how many related places the finding has.
    """

    span: Span
    finding: int
    related: int
    severity: Severity
    message: str
    others: int


def marks_of(findings: Sequence[LocatedFinding], index: LineIndex) -> Mapping[int, Sequence[Mark]]:
    """The marks of each line that has any, by where they begin."""
    lines: defaultdict[int, list[Mark]] = defaultdict(list)
    for number, finding in enumerate(findings, 1):
        others = len(finding.related)
        places = [(finding.place, finding.message), *finding.related]
        for related, (place, message) in enumerate(places):
            mark = Mark(_span(place, index), number, related, finding.severity, message, others)
            for line in range(place.start.line, min(_last_line(place), place.start.line + _MOST_LINES) + 1):
                lines[line].append(mark)
    return {line: sorted(marks, key=_order) for line, marks in lines.items()}


def _span(place: Place, index: LineIndex) -> Span:
    return Span(_offset(place.start, index), _offset(place.end, index))


def _offset(at: Position, index: LineIndex) -> int:
    return index.line_span(at.line).start + at.column - 1


def _last_line(place: Place) -> int:
    """The last line that a place has anything of: one that ends with a line end has nothing of the next."""
    ends_before = place.end.column == 1 and place.end.line > place.start.line
    return place.end.line - ends_before


def _order(mark: Mark) -> tuple[int, int, int, int]:
    return (mark.span.start, -mark.span.end, mark.finding, mark.related)


def marked_line(source: str, line: Span, marks: Sequence[Mark], document: int) -> str:
    """A line in HTML, with a link round each marked piece of it."""
    return "".join(_pieces(source, line, marks, document))


def _pieces(source: str, line: Span, marks: Sequence[Mark], document: int) -> Iterator[str]:
    ends = {edge for mark in marks for edge in _clipped(mark, line)}
    edges = sorted({line.start, line.end, *ends})
    waiting, active = list(reversed(marks)), list[Mark]()
    for start, end in zip(edges, [*edges[1:], line.end], strict=True):
        active = [mark for mark in active if mark.span.end > start]
        begun = []
        while waiting and _clipped(waiting[-1], line).start <= start:
            begun.append(waiting.pop())
        yield from (_anchor(mark, document) for mark in begun if mark.span.start >= line.start)
        yield from (_point(mark, document) for mark in begun if mark.span.start == mark.span.end)
        active += [mark for mark in begun if mark.span.end > start]
        if end > start:
            piece = source[start:end]
            yield _hit(piece, active, document) if active else shown(_shortened(piece))
        yield from (_tag(mark, document) for mark in active if _clipped(mark, line).end == end)


def _clipped(mark: Mark, line: Span) -> Span:
    """What a mark has of a line; what stands in its line end is taken for the end of its words."""
    return Span(*(min(max(edge, line.start), line.end) for edge in mark.span))


def _shortened(piece: str) -> str:
    return piece if len(piece) <= _PLAIN else f"{piece[:_KEPT]}…[{len(piece) - 2 * _KEPT}]…{piece[-_KEPT:]}"


def _name(mark: Mark, document: int) -> str:
    return f"{document}-{mark.finding}" + (f"-{mark.related}" if mark.related else "")


def _anchor(mark: Mark, document: int) -> str:
    return f'<span id="m{_name(mark, document)}"></span>'


def _classes(mark: Mark) -> str:
    return "hit related" if mark.related else f"hit {mark.severity.label}"


def _hit(piece: str, active: Sequence[Mark], document: int) -> str:
    """A marked piece. The worst of its findings gives the colour; a finding counts more than a place it refers to."""
    mark = max(active, key=lambda one: (not one.related, one.severity, one.span.start))
    numbers = " ".join(sorted({str(one.finding) for one in active}, key=int))
    said = shown("；".join(dict.fromkeys(one.message for one in active)))
    target = f"m{document}-{mark.finding}" if mark.related else f"f{document}-{mark.finding}"
    return f'<a class="{_classes(mark)}" href="#{target}" data-of="{numbers}" title="{said}">{shown(piece)}</a>'


def _point(mark: Mark, document: int) -> str:
    """A place between two characters."""
    name = f"f{document}-{mark.finding}"
    said = shown(mark.message)
    return f'<a class="{_classes(mark)} point" href="#{name}" data-of="{mark.finding}" title="{said}"></a>' + _tag(
        mark, document
    )


def _tag(mark: Mark, document: int) -> str:
    """The number after a marked piece; it leads to the other end, if there is one."""
    letter = letter_of(mark.related) if mark.related else ""
    arrow = "⇄" if mark.others else ""
    target = f"m{document}-{mark.finding}" if mark.related else f"m{document}-{mark.finding}-1"
    target = target if mark.others else f"f{document}-{mark.finding}"
    kind = "related" if mark.related else mark.severity.label
    return f'<a class="tag {kind}" href="#{target}" data-of="{mark.finding}">{mark.finding}{letter}{arrow}</a>'


def letter_of(number: int) -> str:
    """How the related places of a finding are told apart: a, b, c; beyond z their number."""
    return chr(ord("a") + number - 1) if number <= 26 else f".{number}"
