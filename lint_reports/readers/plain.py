"""Plain text: every line that is not blank is a paragraph, unless the text was wrapped at a fixed width.

In the ordinary case the text of the document is the file itself. White space at the edges of a line, full-width
spaces and zero-width characters among it, does not belong to the paragraph; a page end or the line break of a word
processor (FF, VT, U+2028, U+2029) ends one.

Comments addressed to this program are taken out before anything else is looked at.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lint_reports.document import Block, BlockKind, Document, Media
from lint_reports.patterns import lazy
from lint_reports.readers.base import BLANK, BREAKS, MARK, ZERO_WIDTH, Draft, Piece, Source, compose
from lint_reports.readers.wrapping import Line, Wrap, continues, seam, unfinished, wrap_of
from lint_reports.text import Span, make_span, maker

# What ends a line for `str.splitlines`, but ends no paragraph here.
_NO_BREAKS = "\x1c\x1d\x1e\x85"

# `\s` is all white space there is; of it only a line end or a break ends the paragraph.
_PARAGRAPH = lazy(rf"[^\s{ZERO_WIDTH}](?:[^\r\n{BREAKS}]*[^\s{ZERO_WIDTH}])?")
_ONE_LINE_END = lazy(rf"[^\S\r\n{BREAKS}]*(?:\r\n|\n|\r)[^\S\r\n{BREAKS}]*")

# Whether a text is wrapped shows on its first pages; looking at all of a long file would cost as much as reading it.
_LINES_THAT_TELL = 1000

_make_block, _make_line = maker(Block), maker(Line)


def read(source: Source) -> Document:
    """The document in a plain text file."""
    return _uncommented(source) if MARK in source.text else _prose(source)


def _uncommented(source: Source) -> Document:
    """The document without its comments to this program."""
    from lint_reports.readers.comments import comments_in, cut_of, kept_of, restored  # few documents have any

    comments = comments_in(source.text)
    if not comments:
        return _prose(source)
    kept = kept_of(source.text, (cut_of(source.text, comment) for comment in comments))
    bare = "".join(span.of(source.text) for span in kept)
    document = restored(_prose(source._replace(text=bare)), source.text, kept)
    return document._replace(comments=tuple(comments))


def _prose(source: Source) -> Document:
    spans = _paragraphs(source.text)
    first = spans[:_LINES_THAT_TELL]
    wrap = wrap_of(lambda number: _line(source.text, first, number), len(first), unfinished(source.text, first))
    if wrap:
        return compose(source, Media.PLAIN, _joined(source.text, spans, wrap))
    return Document(
        name=source.name,
        media=Media.PLAIN,
        text=source.text,
        blocks=tuple([_make_block((BlockKind.PARAGRAPH, span, 0, None)) for span in spans]),
        source=source.text,
        encoding=source.encoding,
        newline=source.newline,
    )


def _paragraphs(text: str) -> list[Span]:
    """Where the lines stand that are not blank, without the white space at their edges."""
    if any(odd in text for odd in _NO_BREAKS):
        return [Span(*match.span()) for match in _PARAGRAPH.finditer(text)]
    spans: list[Span] = []
    offset = 0
    for line in text.splitlines(keepends=True):
        words = line.rstrip(BLANK)
        if words:
            end = offset + len(words)
            spans.append(make_span((end - len(words.lstrip(BLANK)), end)))
        offset += len(line)
    return spans


def _line(text: str, spans: Sequence[Span], number: int) -> Line:
    start, end = spans[number]
    before = spans[number - 1].end if number else 0
    if text[before:start] == "\n":
        return _make_line((text[start:end], "", True))
    gap = _ONE_LINE_END.fullmatch(text, before, start)
    line_start = max(before, text.rfind("\r", before, start) + 1, text.rfind("\n", before, start) + 1)
    return _make_line((text[start:end], text[line_start:start], gap is not None))


def _joined(text: str, spans: list[Span], wrap: Wrap) -> Iterator[Draft]:
    pieces: list[Piece] = []
    before: Line | None = None
    for number, span in enumerate(spans):
        line = _line(text, spans, number)
        if before and not continues(wrap, before, line):
            yield Draft(BlockKind.PARAGRAPH, pieces)
            pieces = []
        elif before:
            end = pieces[-1].source.end
            between = seam(before.text[-1], line.text[0])
            pieces += [Piece(between, Span(end, end))] if between else []
        pieces.append(Piece(line.text, span))
        before = line
    yield Draft(BlockKind.PARAGRAPH, pieces)
