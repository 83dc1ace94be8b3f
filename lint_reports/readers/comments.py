"""Comments addressed to this program, `<!-- lint-reports: … -->`: where they stand, and a text without them.

What they say is not looked at here. They are no prose: a document reads as if they were not there.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence

from lint_reports.document import Document, Origin
from lint_reports.patterns import lazy
from lint_reports.readers.base import BREAKS, MARK
from lint_reports.text import Span

CLOSING = "-->"

_LINE_ENDS = f"\r\n{BREAKS}"
# One that is not closed goes to the end of its line, so that it is noticed, and swallows no prose.
_COMMENT = lazy(rf"(?<!\\)<!--[ \t]*{MARK}[ \t]*[:：][^{_LINE_ENDS}]*?(?:-->|(?=[{_LINE_ENDS}]|\Z))")
_BLANKS = " \t\u3000"


def comments_in(text: str, start: int = 0) -> list[Span]:
    """The comments of a text from an offset on, in order."""
    return [Span(*found.span()) for found in _COMMENT.finditer(text, start)] if MARK in text else []


def cut_of(text: str, comment: Span) -> Span:
    """What goes with a comment that is taken out of a text.

    One that stands alone takes its line with it, and one of two blank lines round that; one at the end of a line the
    blanks before it; one at the start or in the middle the blanks on one side.
    """
    start, end = _blanks_before(text, comment.start), _blanks_after(text, comment.end)
    if not _ends_at(text, end):
        if _begins_at(text, start):
            return Span(comment.start, end)
        return Span(start if end > comment.end else comment.start, comment.end)
    if not _begins_at(text, start):
        return Span(start, end)
    after = _next_line(text, end)
    blank = _blanks_after(text, after)
    if _begins_at(text, start - 1) and end < after < len(text) and _ends_at(text, blank):
        after = _next_line(text, blank)
    return Span(start, after)


def kept_of(text: str, cuts: Iterable[Span]) -> list[Span]:
    """What is left of a text when some spans, in order, are taken out."""
    kept: list[Span] = []
    done = 0
    for cut in cuts:
        if cut.start > done:
            kept.append(Span(done, cut.start))
        done = max(done, cut.end)
    return [*kept, Span(done, len(text))] if done < len(text) else kept


def restored(document: Document, source: str, kept: Sequence[Span]) -> Document:
    """A document that was read from the kept parts of a file, as the document of the whole file."""
    starts = [0]
    for start, end in kept:
        starts.append(starts[-1] + end - start)
    origins = document.origins or (Origin(0, Span(0, len(document.text))),)
    moved = (
        origin
        for number, (start, span) in enumerate(origins)
        for origin in _moved(start, span, _end(document, origins, number) - start, (kept, starts))
    )
    return document._replace(source=source, origins=tuple(moved))


def _end(document: Document, origins: Sequence[Origin], number: int) -> int:
    return origins[number + 1].start if number + 1 < len(origins) else len(document.text)


def _moved(start: int, span: Span, length: int, parts: tuple[Sequence[Span], Sequence[int]]) -> Iterator[Origin]:
    """One run of the text, parted where something was taken out."""
    kept, starts = parts
    if not kept:
        yield Origin(start, Span(0, 0))
    elif span.start == span.end or span.end - span.start != length:
        last = _moved_offset(span.end - 1, parts) + 1 if span.end > span.start else 0
        first = _moved_offset(span.start, parts)
        yield Origin(start, Span(first, max(first, last)))
    else:
        at = span.start
        while at < span.end:
            number = bisect_right(starts, at) - 1
            end = min(span.end, starts[number + 1])
            begin = kept[number].start + at - starts[number]
            yield Origin(start + at - span.start, Span(begin, begin + end - at))
            at = end


def _moved_offset(offset: int, parts: tuple[Sequence[Span], Sequence[int]]) -> int:
    kept, starts = parts
    number = min(bisect_right(starts, offset), len(kept)) - 1
    return kept[number].start + offset - starts[number]


def _blanks_before(text: str, offset: int) -> int:
    while offset > 0 and text[offset - 1] in _BLANKS:
        offset -= 1
    return offset


def _blanks_after(text: str, offset: int) -> int:
    while offset < len(text) and text[offset] in _BLANKS:
        offset += 1
    return offset


def _begins_at(text: str, offset: int) -> bool:
    return offset <= 0 or text[offset - 1] in _LINE_ENDS


def _ends_at(text: str, offset: int) -> bool:
    return offset >= len(text) or text[offset] in _LINE_ENDS


def _next_line(text: str, offset: int) -> int:
    return min(len(text), offset + (2 if text.startswith("\r\n", offset) else 1))
