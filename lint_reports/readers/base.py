"""What the readers share: the decoded file, and how blocks become a text that remembers where it came from."""

from collections.abc import Iterable
from typing import NamedTuple

from lint_reports.document import Block, BlockKind, Cell, Document, Media, Origin
from lint_reports.text import Span, make_span, maker

# Characters that show nothing, and are no white space to `str.strip`.
ZERO_WIDTH = "\u00ad\u180e\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"

# What may stand at the edge of a block without belonging to it.
BLANK = (
    "\t\n\v\f\r\x1c\x1d\x1e\x1f \u0085\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a"
    "\u2028\u2029\u202f\u205f\u3000" + ZERO_WIDTH
)

# Page ends and the line breaks of word processors. Editors do not count them as line ends, but no sentence runs on
# across one: each ends a block.
BREAKS = "\v\f\u2028\u2029"

MARK = "lint-reports"
"""What every comment addressed to this program has in it; most documents have it nowhere."""


class Source(NamedTuple):
    """A decoded file.

    Attributes:
        name: how it is called in reports.
        text: all of it.
        encoding: Python's name of its encoding.
        newline: the line end used most.
    """

    name: str
    text: str
    encoding: str
    newline: str


class Piece(NamedTuple):
    """A run of text and the place it stands for: the same characters, or a range of another length."""

    text: str
    source: Span


class Draft(NamedTuple):
    """A block that has no place in the text yet; the fields are those of `Block`.

    Attributes:
        pieces: what is in it, as `trimmed` leaves it; if there are none, it is no block.
    """

    kind: BlockKind
    pieces: list[Piece]
    level: int = 0
    cell: Cell | None = None


_make_piece, _make_block, _make_origin = maker(Piece), maker(Block), maker(Origin)


def compose(source: Source, media: Media, drafts: Iterable[Draft]) -> Document:
    """Write blocks one below the other, and note where every run came from.

    A character that the file does not have (the line end between two blocks, the space between joined lines) has an
    empty origin at the place.
    """
    pieces: list[Piece] = []
    blocks: list[Block] = []
    length = 0
    for kind, inside, level, cell in drafts:
        if not inside:
            continue
        if pieces:
            end = pieces[-1].source.end
            pieces.append(_make_piece(("\n", make_span((end, end)))))
            length += 1
        start = length
        for text, _ in inside:
            length += len(text)
        pieces += inside
        blocks.append(_make_block((kind, make_span((start, length)), level, cell)))
    return Document(
        name=source.name,
        media=media,
        text="".join([text for text, _ in pieces]),
        blocks=tuple(blocks),
        source=source.text,
        origins=_origins(pieces),
        encoding=source.encoding,
        newline=source.newline,
    )


def trimmed(pieces: list[Piece]) -> list[Piece]:
    """The pieces without empty ones, and without white space at the ends of the whole."""
    if pieces and pieces[0].text[:1].strip(BLANK) and pieces[-1].text[-1:].strip(BLANK):
        return [piece for piece in pieces if piece.text]  # as most are
    first, last = 0, len(pieces)
    while first < last and not pieces[first].text.strip(BLANK):
        first += 1
    while last > first and not pieces[last - 1].text.strip(BLANK):
        last -= 1
    kept = [piece for piece in pieces[first:last] if piece.text]
    if kept:
        kept[0] = _cut(kept[0], len(kept[0].text) - len(kept[0].text.lstrip(BLANK)), 0)
        kept[-1] = _cut(kept[-1], 0, len(kept[-1].text) - len(kept[-1].text.rstrip(BLANK)))
    return kept


def _cut(piece: Piece, left: int, right: int) -> Piece:
    """The piece without some characters at its ends; what the file writes in another way stays whole."""
    text, (start, end) = piece
    if not (left or right) or end - start != len(text):
        return piece
    return Piece(text[left : len(text) - right], Span(start + left, end - right))


def _origins(pieces: list[Piece]) -> tuple[Origin, ...]:
    origins: list[Origin] = []
    length = 0
    copied = False
    for text, source in pieces:
        copies = source.end - source.start == len(text)
        if copied and copies and origins[-1].source.end == source.start:
            origins[-1] = Origin(origins[-1].start, Span(origins[-1].source.start, source.end))
        else:
            origins.append(_make_origin((length, source)))
        copied = copies
        length += len(text)
    return tuple(origins)
