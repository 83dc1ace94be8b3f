"""Where the edits of a fix stand in the file: a span of a document's text is led back to its source.

What the file writes in another way than it is read (a line break inside a paragraph, `&amp;`, markup between words)
cannot be edited; a fix that would have to is refused whole.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from lint_reports.document import Document, SourceSpan
from lint_reports.finding import Edit, Fix
from lint_reports.readers.base import BLANK
from lint_reports.text import Span


class Placed(NamedTuple):
    """An edit of the source, and the span that no other edit may meet."""

    edit: Edit
    claim: Span


def place(document: Document, fix: Fix) -> tuple[Placed, ...]:
    """The edits of a fix in the source, in order; nothing if one of them cannot be made, or none changes anything."""
    whole = [one for edit in sorted(fix.edits) if (one := _place(document, edit)) is not None]
    if len(whole) < len(fix.edits) or all(one.edit.span.of(document.source) == one.edit.text for one in whole):
        return ()
    return tuple(sorted(whole, key=lambda one: one.claim))


def apply(text: str, edits: Iterable[Edit]) -> str:
    """A text after edits, which are in order and do not overlap."""
    pieces: list[str] = []
    done = 0
    for (start, end), new in edits:
        pieces += (text[done:start], new)
        done = end
    return "".join(pieces) + text[done:]


def _place(document: Document, edit: Edit) -> Placed | None:
    of_source = isinstance(edit.span, SourceSpan)
    least = _trimmed(edit, document.source if of_source else document.text)
    at = least.span if of_source else _source_of(document, least.span)
    if at is None:
        return None
    claim = document.to_source(edit.span) if edit.span.start < edit.span.end else at
    if at.start < at.end and not least.text:
        at = _with_line(document.source, at)
    text = least.text.replace("\n", document.newline)
    return Placed(Edit(at, text), Span(min(claim.start, at.start), max(claim.end, at.end)))


def _trimmed(edit: Edit, text: str) -> Edit:
    """The same edit without what it leaves as it is, so that 截止→截至 touches only the second character."""
    (start, end), new = edit
    first, last = 0, len(new)
    while start < end and first < last and text[start] == new[first]:
        start, first = start + 1, first + 1
    while start < end and first < last and text[end - 1] == new[last - 1]:
        end, last = end - 1, last - 1
    return Edit(Span(start, end), new[first:last])


def _source_of(document: Document, span: Span) -> Span | None:
    """Where a span of the text stands in the source; `None` if the source writes it in another way."""
    if span.start == span.end:
        at = _gap(document, span.start)
        return None if at is None else Span(at, at)
    found = document.to_source(span)
    return found if found.of(document.source) == span.of(document.text) else None


def _gap(document: Document, offset: int) -> int | None:
    """The place in the source between two characters of the text: right after the first, as long as it is of a block.

    Where markup or a line break stands between the two, there are two places; what is inserted goes on from the first.
    """
    text = document.text
    if not document.origins:
        return offset
    right = document.to_source(Span(offset, offset + 1)).start if offset < len(text) else len(document.source)
    if offset == 0 or text[offset - 1] == "\n":
        return right
    left = document.to_source(Span(offset - 1, offset)).end
    return left if left <= right else None


def _with_line(source: str, span: Span) -> Span:
    """A span that is deleted; with it the indentation and the end of its line, if nothing else stands on that."""
    start, end = span
    while start > 0 and source[start - 1] in BLANK and source[start - 1] not in "\r\n":
        start -= 1
    while end < len(source) and source[end] in BLANK and source[end] not in "\r\n":
        end += 1
    if (start > 0 and source[start - 1] not in "\r\n") or (end < len(source) and source[end] not in "\r\n"):
        return span
    return Span(start, end + (2 if source.startswith("\r\n", end) else 1 if end < len(source) else 0))
