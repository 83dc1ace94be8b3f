"""The lines of a Markdown paragraph: which of them belong together, and what readers of the page see of them."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Set as AbstractSet
from typing import NamedTuple

from lint_reports.document import BlockKind, Cell
from lint_reports.readers.base import BLANK, BREAKS, Draft, Piece, trimmed
from lint_reports.readers.inline import MARKUP, Edit, edits, normal_label
from lint_reports.readers.wrapping import seam, starts_block
from lint_reports.text import Span, make_span, maker


class Passage(NamedTuple):
    """A paragraph, heading or cell as the block grammar gives it; the other fields are those of `Block`.

    Attributes:
        lines: where its lines stand in the source, without the markers of quotations and lists.
    """

    kind: BlockKind
    lines: list[Span]
    level: int = 0
    cell: Cell | None = None


class _Body(NamedTuple):
    """The lines of a passage in one string.

    Attributes:
        text: the lines, with a line end between two.
        lines: where each stands in the source.
        starts: where each begins in `text`.
        joints: what readers see between a line and the next: nothing, a space, or a line end where a block ends.
    """

    text: str
    lines: list[Span]
    starts: list[int]
    joints: list[str]

    def origin(self, offset: int) -> int:
        """The place in the source of an offset in `text`; that of a line end is the end of its line."""
        line = bisect_right(self.starts, offset) - 1
        return offset - self.starts[line] + self.lines[line].start


_DEFINITION = re.compile(
    r"\[(?!\^)((?:[^\[\]\\]|\\.){1,999}+)\]:[ \t]*(?:<[^<>]*+>|[^\s<./#]*+[./#]\S*+)"
    r"(?:[ \t]+(?:\"[^\"]*+\"|'[^']*+'|\([^()]*+\)))?+[ \t]*"
)
_FOOTNOTE = re.compile(r"\[\^[^\s\[\]]{1,99}\]:[ \t]*")
_INDENTATION = re.compile(r"[ \t]*(?:[\u3000\u2003\u2002\u00a0]|&(?:emsp|ensp|nbsp);)")
_STRONG = re.compile(r"\*\*[^*]+\*\*|__[^_]+__")
_LONGEST_HEADING = 30
_LONGEST_STRONG = 80
_STOPS = "。！？；：，"
_make_piece, _make_draft = maker(Piece), maker(Draft)


def heading(source: str, lines: list[Span], level: int) -> Passage:
    """A heading of some lines, without the closing hashes of `## Title ##`."""
    *others, last = lines
    shown = last.of(source).rstrip(" \t")
    bare = shown.rstrip("#")
    shown = bare if bare[-1:] in {"", " ", "\t"} else shown
    return Passage(BlockKind.HEADING, [*others, Span(last.start, last.start + len(shown))], level)


def without_references(source: str, passage: Passage, labels: set[str]) -> list[Passage]:
    """The passage without the link references that it begins with, and parted where a footnote begins, `[^1]: …`.

    The names of the references are added to `labels`; the mark of a footnote is no text. What has no dot, slash or
    number sign is no address but a remark, `[注]: 均为快报数`, and stays.
    """
    bracketed = [start for start, _ in passage.lines if source.startswith("[", start)]
    if not bracketed:
        return [passage]
    parts = [passage._replace(lines=[])]
    for line in passage.lines:
        footnote = _FOOTNOTE.match(source, *line)
        definition = _DEFINITION.fullmatch(source, *line)
        if footnote:
            parts.append(Passage(BlockKind.FOOTNOTE, [Span(footnote.end(), line.end)]))
        elif definition and (not parts[-1].lines or parts[-1].kind is BlockKind.FOOTNOTE):
            labels.add(normal_label(definition[1]))
        else:
            parts[-1].lines.append(line)
    return [part for part in parts if part.lines]


def drafts(source: str, passages: Iterable[Passage], labels: AbstractSet[str]) -> Iterator[Draft]:
    """The blocks of passages: one each, or several where a break or the nature of a line parts it.

    Args:
        source: the whole file.
        passages: parts of it.
        labels: the names of all link references that the file defines.
    """
    for passage in passages:
        kind, lines, level, cell = passage
        if len(lines) == 1:
            start, end = lines[0]
            text = source[start:end].rstrip(BLANK)
            end = start + len(text)
            text = text.lstrip(BLANK)
            start = end - len(text)
            if not MARKUP.search(text):  # as in most
                pieces = [_make_piece((text, make_span((start, end))))] if text else []
                yield _make_draft((kind, pieces, level, cell))
                continue
            pieces = _pieces(text, edits(text, labels), start.__add__)
        else:
            body = _body(source, passage)
            pieces = _pieces(body.text, _with_joints(body, edits(body.text, labels)), body.origin)
        for inside in _parted(pieces):
            yield _make_draft((_kind(source, kind, inside), trimmed(inside), level, cell))


def _parted(pieces: list[Piece]) -> Iterator[list[Piece]]:
    """The pieces between line ends."""
    start = 0
    for number, (text, _) in enumerate(pieces):
        if text == "\n":
            yield pieces[start:number]
            start = number + 1
    yield pieces[start:] if start else pieces


def _kind(source: str, kind: BlockKind, pieces: list[Piece]) -> BlockKind:
    """The kind of a block: a paragraph that is short and strong from end to end is a heading by its looks, **成效**."""
    if kind is not BlockKind.PARAGRAPH or not pieces:
        return kind
    start, end = pieces[0].source.start, pieces[-1].source.end
    strong = end - start <= _LONGEST_STRONG and _STRONG.fullmatch(source, max(0, start - 2), end + 2)
    return BlockKind.HEADING if strong and source[end - 1] not in _STOPS else BlockKind.PARAGRAPH


def _body(source: str, passage: Passage) -> _Body:
    body = _Body("", [], [], [])
    before = passage.lines[0]
    length = 0
    for raw in passage.lines:
        line = _stripped(source, raw, last=raw is passage.lines[-1])
        if line.start == line.end:
            continue
        if body.lines:
            heading = passage.kind is BlockKind.PARAGRAPH and _is_heading(body.lines[-1].of(source))
            body.joints.append("\n" if heading else _joint(source, before, raw))
        body.lines.append(line)
        body.starts.append(length)
        length += line.end - line.start + 1
        before = raw
    return body._replace(text="\n".join(line.of(source) for line in body.lines))


def _stripped(source: str, line: Span, *, last: bool) -> Span:
    """The line without white space at its ends, and without the backslash that breaks it from the next."""
    text = line.of(source)
    start = line.start + len(text) - len(text.lstrip(BLANK))
    end = max(start, line.start + len(text.rstrip(BLANK)))
    return Span(start, end - 1 if start < end == line.end and not last and _breaks(text) else end)


def _breaks(text: str) -> bool:
    """Whether a line ends in a backslash that none escapes."""
    return (len(text) - len(text.rstrip("\\"))) % 2 == 1


def _joint(source: str, left: Span, right: Span) -> str:
    before, after = left.of(source), right.of(source)
    first, last = after.strip(BLANK), before.strip(BLANK)
    if (
        before.endswith("  ")
        or _breaks(before)
        or source[left.end] in BREAKS
        or _INDENTATION.match(after)
        or starts_block(first.lstrip("*_"))
    ):
        return "\n"
    return seam(last.rstrip("*_")[-1:], first.lstrip("*_")[:1])


def _is_heading(line: str) -> bool:
    """Whether a line of a paragraph is a heading by its looks: all of it strong, or a label and a few words."""
    if _STRONG.fullmatch(line):
        return True
    return len(line) <= _LONGEST_HEADING and line[-1].isalnum() and starts_block(line)


def _pieces(text: str, markup: list[Edit], origin: Callable[[int], int]) -> list[Piece]:
    """What is left when markup is dropped and lines are joined; `origin` leads an offset back to the source."""
    pieces: list[Piece] = []
    done = 0
    for start, end, shown in markup:
        at = origin(start)
        if done < start:
            pieces.append(_make_piece((text[done:start], make_span((origin(done), at)))))
        if shown:
            pieces.append(_make_piece((shown, make_span((at, at if text[start] == "\n" else origin(end - 1) + 1)))))
        done = end
    if done < len(text):
        pieces.append(_make_piece((text[done:], make_span((origin(done), origin(len(text) - 1) + 1)))))
    return pieces


def _with_joints(body: _Body, markup: list[Edit]) -> list[Edit]:
    """The edits, and one more for every line end that no piece of code spans."""
    joints = []
    for start, joint in zip(body.starts[1:], body.joints, strict=True):
        before = bisect_right(markup, start - 1, key=_edit_start) - 1
        if before < 0 or markup[before].end < start:
            joints.append(Edit(start - 1, start, joint))
    return sorted([*markup, *joints]) if joints else markup


def _edit_start(edit: Edit) -> int:
    return edit.start
