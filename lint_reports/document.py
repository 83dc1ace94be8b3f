"""A document as every reader hands it over: its text in blocks, and where each piece of it came from."""

from bisect import bisect_right
from enum import StrEnum
from typing import NamedTuple

from lint_reports.text import Span


class SourceSpan(Span):
    """A span of `Document.source`, not of its text: the place of what is no prose, such as a comment."""

    __slots__ = ()


class Media(StrEnum):
    """What kind of file the text was read from."""

    PLAIN = "text"
    MARKDOWN = "markdown"


class BlockKind(StrEnum):
    """What a block is by the markup of its file. Plain text has paragraphs only."""

    PARAGRAPH = "paragraph"
    HEADING = "heading"
    LIST_ITEM = "list-item"
    QUOTE = "quote"
    TABLE_CELL = "table-cell"
    FOOTNOTE = "footnote"
    METADATA = "metadata"
    """`key: value` beside the text, such as Markdown front matter; written `key：value` in `Document.text`."""


class Cell(NamedTuple):
    """Where a block stands in a table. All three count from 1; an empty cell has no block, so some may be missing."""

    table: int
    row: int
    column: int


class Block(NamedTuple):
    """One paragraph, heading, list item or cell.

    Attributes:
        kind: what the markup says it is.
        span: its text in `Document.text`, without indentation and line end; never empty.
        level: of a heading, 1 to 6, 0 if it is one by its looks only; of a list item or quotation, how deep it is
            nested, from 1; else 0.
        cell: of a table cell, where it stands; else `None`. A cell of several lines has several blocks.
    """

    kind: BlockKind
    span: Span
    level: int = 0
    cell: Cell | None = None


class Origin(NamedTuple):
    """Where a run of `Document.text` stands in the file.

    Attributes:
        start: offset in `Document.text` where the run begins; it ends where the next begins.
        source: the same run in `Document.source`. Its length may differ where the file writes a character in
            another way (a line break inside a paragraph, `&amp;`): such a run cannot be edited.
    """

    start: int
    source: Span


class Document(NamedTuple):
    r"""A document that has been read.

    Attributes:
        name: how the file is called in reports.
        media: what kind of file it is.
        text: the prose, blocks separated by line ends. Characters are never normalised.
        blocks: in the order of the text; they do not overlap.
        source: the whole decoded file; lines and columns are counted in it.
        origins: where the runs of `text` stand in `source`, in order, the first at 0; empty if the two are the same.
        encoding: Python's name of the encoding, for example `utf-8-sig`.
        newline: the line end used most, `\n`, `\r\n` or `\r`.
        comments: spans of `source`, in order, of the comments addressed to this program; they are not in `text`.
    """

    name: str
    media: Media
    text: str
    blocks: tuple[Block, ...]
    source: str
    origins: tuple[Origin, ...] = ()
    encoding: str = "utf-8"
    newline: str = "\n"
    comments: tuple[Span, ...] = ()

    def to_source(self, span: Span) -> Span:
        """The span of `source` that a span of `text` came from; an empty span stays empty, a `SourceSpan` as it is."""
        if not self.origins or isinstance(span, SourceSpan):
            return span
        start = self._char(span.start).start
        return Span(start, max(start, self._char(span.end - 1).end) if span.end > span.start else start)

    def _char(self, offset: int) -> Span:
        """Where one character stands in the source; what the source writes in another way counts as a whole."""
        at = bisect_right(self.origins, offset, key=_origin_start) - 1
        start, source = self.origins[at]
        end = self.origins[at + 1].start if at + 1 < len(self.origins) else len(self.text)
        if source.start == source.end:  # a space or line end that the reader has put in; the file has another there
            return Span(source.start, min(source.start + 1, len(self.source)))
        if end - start != source.end - source.start:
            return source
        return Span(source.start + offset - start, source.start + offset - start + 1)


def _origin_start(origin: Origin) -> int:
    return origin.start
