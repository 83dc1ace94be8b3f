"""Markdown: the block structure by tree-sitter, the text of each block as readers of the page see it.

What no one reads as prose is left out: front matter (kept as metadata blocks), code blocks, HTML blocks and comments,
link destinations and definitions, rules. Three things are taken for what Chinese authors mean by them:

* Text that is indented by four spaces is prose if it is mostly Chinese, one paragraph to a line. CommonMark calls it
  code.
* A line of a paragraph that begins with full-width spaces or a numbering label begins a block, and so does one after
  a line that is wholly strong. CommonMark runs them together.
* The number of an item stays in the text, `1. 推进…`, if the page shows the number that the file has: it is what the
  rules on numbering look at. In a list written `1. 1. 1.` the numbers are the renderer's, and left out.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Set as AbstractSet
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

from lint_reports.document import BlockKind, Cell, Document, Media
from lint_reports.errors import InputError
from lint_reports.language import Say
from lint_reports.readers.base import BREAKS, MARK, Draft, Piece, Source, compose, trimmed
from lint_reports.readers.comments import CLOSING, comments_in
from lint_reports.readers.flat import flat_passages
from lint_reports.readers.frontmatter import Entry, FrontMatter, front_matter
from lint_reports.readers.paragraphs import Passage, drafts, heading, without_references
from lint_reports.text import Span, make_span, maker

if TYPE_CHECKING:
    from tree_sitter import Node, Tree

MAX_CHARACTERS = 16 * 1024 * 1024
MAX_LINES = 500_000
"""The tree of a hostile file takes a hundred times the memory of its text."""


class _Place(NamedTuple):
    """What a node of the tree stands in.

    Attributes:
        kind: of the innermost container.
        items, quotes: how many list items and quotations are open.
        numbered: the page shows the numbers of the innermost list as the file has them.
    """

    kind: BlockKind = BlockKind.PARAGRAPH
    items: int = 0
    quotes: int = 0
    numbered: bool = False

    @property
    def level(self) -> int:
        """How deep the container is nested in others of its kind; 0 for none."""
        return {BlockKind.LIST_ITEM: self.items, BlockKind.QUOTE: self.quotes}.get(self.kind, 0)


_CONTAINERS = {"document", "section", "list", "list_item", "block_quote", "paragraph", "pipe_table"}
_HEADINGS = {"atx_heading", "setext_heading"}
_ROWS = {"pipe_table_header", "pipe_table_row"}
_MARKERS = {f"list_marker_{name}" for name in ("minus", "plus", "star", "dot", "parenthesis")}

_LINE_END = re.compile(rf"\r\n|[\n\r{BREAKS}]")
_RULE_AT_START = re.compile(rb"(?:---|\+\+\+)[ \t]*(?:[\r\n]|\Z)")
_LEVEL = re.compile(r"_h([1-6])_")
_NUMBER = re.compile(r"\s*(\d+)[.)]")
_TAG = re.compile(r"\s*<(?:[!?]|/?[A-Za-z][A-Za-z0-9-]*+(?:[\s/>]|\Z))")
# A bar that no backslash escapes; two of them are one.
_BAR = re.compile(r"\|(?:(?<!\\\|)|(?<=(?<!\\)\\\\\|))")
_TASK = re.compile(r"\[[ xX]\][ \t]+")
_ALERT = re.compile(r"\[![A-Za-z]+\][+-]?[ \t]*")
_HAN = re.compile(r"[\u3001-\u303f\u3400-\u9fff\uff00-\uffef]")
_SHOWN = re.compile(r"\S")

# The block grammar looks at these and at letters and digits; any other mark is as good as a letter to it.
_BLOCK_MARKS = b"#*+-.)<>_=|:~`\\!/"
_PUNCTUATION = bytes(code for code in range(0x21, 0x7F) if not chr(code).isalnum() and code not in _BLOCK_MARKS)
_VIEW = bytes.maketrans(_PUNCTUATION + b"\v\f", b"x" * len(_PUNCTUATION) + b"\n\n")

_make_cell, _make_passage = maker(Cell), maker(Passage)


def read(source: Source) -> Document:
    """The document in a Markdown file.

    Raises:
        InputError: it is longer than any report.
    """
    text = source.text
    if len(text) > MAX_CHARACTERS or text.count(source.newline) > MAX_LINES:
        raise _too_long(len(text), text.count(source.newline))
    matter = front_matter(text)
    passages = flat_passages(text, matter.end) if MARK not in text else None
    if passages is not None:
        return _composed(source, matter, passages, frozenset())
    tree = _parse(_view(text, matter.end))
    marked = _Marked(comments_in(text, matter.end))
    labels: set[str] = set()
    passages = [marked.cut(text, passage) for passage in _passages(text, tree)]
    if "]:" in text:  # otherwise there are no link references and no footnotes
        passages = [part for passage in passages for part in without_references(text, passage, labels)]
    document = _composed(source, matter, passages, labels)
    return document._replace(comments=tuple(marked.real(document, tree))) if marked.all else document


def _composed(source: Source, matter: FrontMatter, passages: list[Passage], labels: AbstractSet[str]) -> Document:
    metadata = [_metadatum(source.text, entry) for entry in matter.entries]
    return compose(source, Media.MARKDOWN, chain(metadata, drafts(source.text, passages, labels)))


class _Marked:
    """What looks like comments to this program. Those at the end of a line are cut off before the line is read."""

    def __init__(self, found: list[Span]) -> None:
        self.all = found
        self._by_end = {comment.end: comment for comment in found}
        self._cut: set[Span] = set()

    def cut(self, text: str, passage: Passage) -> Passage:
        """The passage without those at the end of its lines."""
        if not self.all:
            return passage
        return passage._replace(lines=[self._cut_line(text, line) for line in passage.lines])

    def _cut_line(self, text: str, line: Span) -> Span:
        start, end = line
        while (
            (comment := self._by_end.get(end))
            and comment.start >= start
            and text.startswith(CLOSING, end - len(CLOSING))
        ):
            self._cut.add(comment)
            end = start + len(text[start : comment.start].rstrip(" \t\u3000"))
        return Span(start, end)

    def real(self, document: Document, tree: Tree) -> Iterator[Span]:
        """Those that are comments, and not code or prose that shows how they are written."""
        pages, code = _places_of(tree, {"html_block"}), _places_of(tree, _CODE)
        shown = [origin.source for origin in document.origins]
        for comment in self.all:
            closed = document.source.startswith(CLOSING, comment.end - len(CLOSING))
            dropped = closed and not _begins_in(comment, shown) and not _begins_in(comment, code)
            if comment in self._cut or dropped or _begins_in(comment, pages):
                yield comment


_CODE = {"fenced_code_block", "indented_code_block"}


def _places_of(tree: Tree, kinds: AbstractSet[str]) -> list[Span]:
    """Where the nodes of some kinds stand, in the order of the file."""
    places = []
    waiting = [tree.root_node]
    while waiting:
        node = waiting.pop()
        if node.type in kinds:
            places.append(Span(node.start_byte, node.end_byte))
        elif node.type in _CONTAINERS:
            waiting += reversed(node.children)
    return places


def _begins_in(span: Span, others: list[Span]) -> bool:
    """Whether a span begins in one of others, which are in order."""
    at = bisect_right(others, span.start, key=_start) - 1
    return at >= 0 and others[at].start <= span.start < others[at].end


def _start(span: Span) -> int:
    return span.start


def _metadatum(text: str, entry: Entry) -> Draft:
    """An entry of the front matter, written as disclosure pages write theirs: `title：某某市工作报告`."""
    between = Piece("：", Span(entry.key.end, entry.value.start))
    pieces = [Piece(entry.key.of(text), entry.key), between, Piece(entry.value.of(text), entry.value)]
    return Draft(BlockKind.METADATA, trimmed(pieces))


def _view(text: str, start: int) -> bytes:
    """What the block grammar is shown: one byte for each character, so that its positions are ours, and a line end.

    Characters above ASCII and marks that it need not see become letters, and so does an angle bracket before Chinese,
    which begins a title and no tag. What comes before `start` is blanked; what looks like front matter but is none
    becomes a rule.
    """
    lines = text.replace("\u2028", "\n").replace("\u2029", "\n")
    view = lines.encode("ascii", "replace").replace(b"<?", b"x?").translate(_VIEW) + b"\n"
    if start:
        return b" " * (start - 1) + b"\n" + view[start:]
    return b"***" + view[3:] if _RULE_AT_START.match(view) else view


def _parse(view: bytes) -> Tree:
    # Only Markdown needs the parser.
    import tree_sitter
    import tree_sitter_markdown

    return tree_sitter.Parser(tree_sitter.Language(tree_sitter_markdown.language())).parse(view)


def _passages(text: str, tree: Tree) -> Iterator[Passage]:
    """All that is prose, in order. A cursor and a stack walk the tree: how deep it is, the author decides."""
    cursor = tree.walk()
    places = [_Place()]
    marker: Node | None = None
    row = Cell(0, 0, 0)
    while node := cursor.node:
        kind = node.type
        if kind == "inline":
            yield _paragraph(text, node, places[-1], marker)
            marker = None
        elif kind in _MARKERS:
            marker = node
        elif kind in _ROWS:
            row = Cell(row.table, row.row + 1, 0)
            yield from _cells(text, node, row)
        elif kind == "pipe_table":
            row = Cell(row.table + 1, 0, 0)
        elif kind in _LEAVES:
            yield from _LEAVES[kind](text, node, places[-1])
        if kind in _CONTAINERS and cursor.goto_first_child():
            places.append(_inside(text, node, places[-1]))
            continue
        while not cursor.goto_next_sibling():
            if not cursor.goto_parent():
                return
            places.pop()


def _inside(text: str, node: Node, place: _Place) -> _Place:
    match node.type:
        case "list":
            return place._replace(numbered=_numbers_shown(text, node))
        case "list_item":
            return place._replace(kind=BlockKind.LIST_ITEM, items=place.items + 1)
        case "block_quote":
            return place._replace(kind=BlockKind.QUOTE, quotes=place.quotes + 1)
    return place


def _numbers_shown(text: str, node: Node) -> bool:
    """Whether the items of a list are numbered on, as the page numbers them."""
    numbers = [_NUMBER.match(text, item.start_byte) for item in node.children if item.type == "list_item"]
    first = int(numbers[0][1]) if numbers and numbers[0] else 0
    return all(number and int(number[1]) == first + index for index, number in enumerate(numbers))


def _paragraph(text: str, node: Node, place: _Place, marker: Node | None) -> Passage:
    lines = _lines(text, node)
    start = lines[0].start
    task = _TASK.match(text, start) if marker else None
    alert = _ALERT.match(text, start) if place.kind is BlockKind.QUOTE else None
    mark = task or alert
    if mark:
        start = mark.end()
    elif marker and place.numbered and not text[marker.end_byte : start].strip(" \t"):
        start = marker.start_byte
    if start != lines[0].start:
        lines[0] = Span(start, lines[0].end)
    return Passage(place.kind, lines, place.level)


def _heading(text: str, node: Node, _place: _Place) -> list[Passage]:
    parts = {part.type: part for part in node.children}
    body = parts.get("inline") or (parts["paragraph"].child(0) if "paragraph" in parts else None)
    if body is None:
        return []
    level = next(int(mark[1]) for kind in parts if (mark := _LEVEL.search(kind)))
    return [heading(text, _lines(text, body), level)]


def _cells(text: str, node: Node, row: Cell) -> Iterator[Passage]:
    """The cells of a row. Their columns are told by the bars before them, one of which the grammar may leave out."""
    start = node.start_byte
    left_out = text.count("|", start - node.start_point.column, start)
    cells = _BAR.split(text[start : node.end_byte])
    for column, cell in enumerate(cells, left_out or (1 if cells[0].strip(" \t") else 0)):
        end = start + len(cell)
        words = cell.lstrip(" \t")
        if words:
            place = _make_cell((row.table, row.row, column))
            yield _make_passage((BlockKind.TABLE_CELL, [make_span((end - len(words), end))], 0, place))
        start = end + 1


def _indented(text: str, node: Node, place: _Place) -> list[Passage]:
    """Lines indented by four spaces: a paragraph each if they are Chinese, else code."""
    code = text[node.start_byte : node.end_byte]
    if 2 * len(_HAN.findall(code)) < len(_SHOWN.findall(code)):
        return []
    return [Passage(place.kind, [line], place.level) for line in _lines(text, node)]


def _html(text: str, node: Node, place: _Place) -> list[Passage]:
    """What begins with an angle bracket and is no tag but a title, `<关于…的通知>`."""
    if _TAG.match(text, node.start_byte, node.end_byte):
        return []
    return [Passage(place.kind, _lines(text, node), place.level)]


_LEAVES = {"atx_heading": _heading, "setext_heading": _heading, "indented_code_block": _indented, "html_block": _html}


def _lines(text: str, node: Node) -> list[Span]:
    """The lines of a node, without the markers of the containers that it goes on through."""
    start, end = node.start_byte, min(node.end_byte, len(text))
    markers = {}
    if node.start_point.row == node.end_point.row:
        if text.find("\r", start, end) < 0:
            return [Span(start, end)]
    else:
        markers = {part.start_byte: part.end_byte for part in node.children if part.type == "block_continuation"}
    lines = []
    for line_end in _LINE_END.finditer(text, start, end):
        lines.append(Span(start, line_end.start()))
        start = markers.get(line_end.end(), line_end.end())
    return [*lines, Span(start, end)]


def _too_long(characters: int, lines: int) -> InputError:
    return InputError(
        Say(
            f"Markdown 文件有 {characters} 个字符、{lines} 行，"
            f"超过 {MAX_CHARACTERS} 个字符或 {MAX_LINES} 行的上限；请拆分后再检查。",
            f"The Markdown file has {characters} characters in {lines} lines, more than the "
            f"{MAX_CHARACTERS} characters or {MAX_LINES} lines that are read; split it and check the parts.",
        )
    )
