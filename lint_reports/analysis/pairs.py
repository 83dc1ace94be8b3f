"""Quotation marks, title marks and brackets: which belong together, and which stand alone.

GB/T 15834—2011, 4.8, 4.9, 4.15. The marks are paired with a stack inside each block; what is left over is paired
across blocks only where a quotation really runs over several of them. The same scan serves the masks.
"""

from bisect import bisect_right
from collections.abc import Mapping, Sequence, Set as AbstractSet
from enum import StrEnum
from typing import NamedTuple

from lint_reports.document import Block
from lint_reports.patterns import lazy
from lint_reports.text import Span

OPENERS = {"“": "”", "‘": "’", "（": "）", "《": "》", "〈": "〉", "〔": "〕", "【": "】"}
CLOSERS = {closer: opener for opener, closer in OPENERS.items()}
_OPENING, _CLOSING = "".join(OPENERS), "".join(CLOSERS)
# A mark; or an opening and a closing one of one line with no other between them, which most are, so that one step
# reads both.
_MARKS = lazy(f"[{_OPENING}{_CLOSING}](?:(?<=[{_OPENING}])[^{_OPENING}{_CLOSING}\r\n\v\f\u2028\u2029]*+[{_CLOSING}])?")

_ALWAYS = {opener: closer for opener, closer in OPENERS.items() if opener != "‘"}
"""What closes an opening mark that is always one; `‘` may be an apostrophe."""

# `’` as an apostrophe or a year elision (’99), and the half bracket of a label (一） 1） a）), are no marks of a pair.
_APOSTROPHE = lazy(r"(?<=[0-9A-Za-z])’(?=[A-Za-z])|[‘’](?=\d\d(?!\d))|(?<=\d\d)’")
_HAN_NUMERAL = "一二三四五六七八九十"

# A quotation may run over several blocks when it is introduced so, or opens a block (4.8.3.5).
_MAX_QUOTED_BLOCKS = 200

# Open marks that a closing one looks back over; more stand open nowhere but in hostile input.
_MAX_OPEN = 50

# Blocks that a sentence torn apart by line breaks may run over.
_MAX_SPLIT = 12

# Two stray quotation marks so near each other belong to one mistake; code points between them.
_MAX_REVERSED = 30
_QUOTES = "“”‘’"


class PairFault(StrEnum):
    """What can be wrong with one mark."""

    UNCLOSED = "unclosed"
    UNOPENED = "unopened"
    CROSSED = "crossed"
    REVERSED = "reversed"


NESTED = "nested"
"""No fault of one mark: a pair that must not stand directly inside another one."""


class Pair(NamedTuple):
    """Two marks that belong together, in one block.

    Attributes:
        opener, closer: offsets of the marks.
        mark: the opening mark, as folded.
        parent: the opening mark of the pair directly around it.
        block: the block they stand in.
    """

    opener: int
    closer: int
    mark: str
    parent: str
    block: int


class Across(NamedTuple):
    """Two marks that belong together, in two blocks.

    Attributes:
        opener, closer: offsets of the marks.
        mark: the opening mark, as folded.
        first, last: the blocks they stand in.
    """

    opener: int
    closer: int
    mark: str
    first: int
    last: int


class Stray(NamedTuple):
    """A mark that pairs with none, or not as it should.

    Attributes:
        offset: of the mark. mark: the mark, as folded.
        other: offset of the second mark of the same fault, or -1.
    """

    offset: int
    mark: str
    fault: PairFault
    block: int
    other: int = -1


class Pairs(NamedTuple):
    """The marks of a document.

    Attributes:
        inside: what stands between the marks of each pair in one block, by the opening mark, in no particular order.
        nested: those of these pairs that stand in another one.
        across: the pairs in two blocks, sorted by place.
        strays: the marks that stand alone or wrongly, sorted by place.
    """

    inside: Mapping[str, Sequence[tuple[int, int]]]
    nested: Sequence[Pair]
    across: Sequence[Across]
    strays: Sequence[Stray]


def pair_marks(folded: str, blocks: Sequence[Block]) -> Pairs:
    """Pairs the marks of a document.

    Args:
        folded: the folded view.
        blocks: in the order of the text.
    """
    read = _Read({opener: [] for opener in OPENERS}, [], [])
    _pair_within(folded, blocks, read)
    across, strays = _pair_across(folded, blocks, read.strays)
    unclosed = [stray for stray in strays if stray.fault is PairFault.UNCLOSED]
    if unclosed:
        others = [stray for stray in strays if stray.fault is not PairFault.UNCLOSED]
        openers = {start - 1 for spans in read.inside.values() for start, _ in spans}
        openers.update([pair.opener for pair in across])
        strays = others + _truly_unclosed(folded, blocks, openers, unclosed)
    return Pairs(read.inside, read.nested, sorted(across), sorted(_join_reversed(folded, strays)))


class _Read(NamedTuple):
    """What has been read of the marks of single blocks."""

    inside: dict[str, list[tuple[int, int]]]
    nested: list[Pair]
    strays: list[Stray]


def _pair_within(folded: str, blocks: Sequence[Block], read: _Read) -> None:
    """Pairs the marks of each block."""
    ways = {opener: (closer, read.inside[opener].append) for opener, closer in _ALWAYS.items()}
    way_of, neither = ways.get, ("", len)
    ends = [block.span.end for block in blocks]
    reader = _BlockReader(folded, Span(0, 0), -1, read)  # of the last block with marks that are not so simple
    busy = 0  # up to here, all marks stand between others
    for found in _MARKS.finditer(folded):  # a document has a hundred
        offset, end = found.span()
        closer, add = way_of(folded[offset], neither)
        if folded[end - 1] == closer:
            add((offset + 1, end - 1))
            if offset < busy:
                read.nested.append(Pair(offset, end - 1, folded[offset], folded[reader.stack[-1]], reader.block))
            continue
        if offset >= reader.span.end:
            reader.finish()
            block = bisect_right(ends, offset)
            reader = _BlockReader(folded, blocks[block].span, block, read)
        reader.read(offset, folded[offset])
        if end - offset > 1:
            reader.read(end - 1, folded[end - 1])
        busy = reader.span.end if reader.stack else 0
    reader.finish()


class _BlockReader:
    """Pairs the marks of one block that do not pair at first sight.

    `stack` holds the opening marks that wait; `crossed` says which closing mark has passed over them meanwhile.
    """

    def __init__(self, folded: str, span: Span, block: int, read: _Read) -> None:
        self.folded = folded
        self.span = span
        self.block = block
        self.stack: list[int] = []
        self.crossed: dict[int, int] = {}
        self.inside, self.nested, self.strays = read

    def read(self, offset: int, mark: str) -> None:
        folded, stack = self.folded, self.stack
        if mark in OPENERS:
            if mark != "‘" or not _is_apostrophe(folded, offset):
                stack.append(offset)
        elif stack and folded[stack[-1]] == CLOSERS[mark]:
            self.close(len(stack) - 1, offset)
        elif not _is_no_closer(folded, self.span, offset, mark):
            self.close_out_of_turn(offset, mark)

    def finish(self) -> None:
        self.strays += [Stray(left, self.folded[left], PairFault.UNCLOSED, self.block) for left in self.stack]

    def close(self, depth: int, offset: int) -> None:
        opener = self.stack.pop(depth)
        mark = self.folded[opener]
        self.inside[mark].append((opener + 1, offset))
        if depth:
            self.nested.append(Pair(opener, offset, mark, self.folded[self.stack[depth - 1]], self.block))
        passed = self.crossed.get(opener)
        if passed is not None and depth == len(self.stack):
            self.strays.append(Stray(passed, self.folded[passed], PairFault.CROSSED, self.block, offset))

    def close_out_of_turn(self, offset: int, mark: str) -> None:
        """A closing mark that does not answer the innermost opening one.

        If an outer one answers to it, the two cross whatever was opened between: （见《通知）》. What crossed stays on
        the stack; if nothing closes it later, it was unclosed and nothing crossed.
        """
        for depth in range(len(self.stack) - 1, max(-1, len(self.stack) - 1 - _MAX_OPEN), -1):
            if self.folded[self.stack[depth]] == CLOSERS[mark]:
                self.close(depth, offset)
                self.crossed.update(dict.fromkeys(self.stack[depth:], offset))
                return
        self.strays.append(Stray(offset, mark, PairFault.UNOPENED, self.block))


def _is_apostrophe(folded: str, offset: int) -> bool:
    return _APOSTROPHE.match(folded, offset) is not None


def _is_no_closer(folded: str, span: Span, offset: int, mark: str) -> bool:
    if mark == "’":
        return _is_apostrophe(folded, offset)
    return mark == "）" and _is_half_label(folded[max(span.start, offset - 4) : offset], offset - 4 <= span.start)


def _is_half_label(before: str, at_start: bool) -> bool:  # noqa: FBT001 - of a block, the start of which is a stop, too
    """Whether a text ends in a label of which `）` is the end: 一, 12 or a, at a start or after a stop."""
    label = before.rstrip(_HAN_NUMERAL)
    if label == before:
        label = before.rstrip("0123456789")
    if label == before:
        label = before[:-1] if before[-1:].isascii() and before[-1:].isalpha() else before
    if label == before:
        return False
    return label.strip()[-1:] in "。；：，、" if label.strip() else at_start or label != ""


def _pair_across(folded: str, blocks: Sequence[Block], strays: list[Stray]) -> tuple[list[Across], list[Stray]]:
    """Pairs an opening mark left over in one block with a closing one left over in a later block."""
    pairs: list[Across] = []
    pending: list[Stray] = []
    kept: list[Stray] = []
    for stray in strays:
        at = _answering(folded, blocks, pending, stray)
        if at >= 0:
            opened = pending[at]
            pairs.append(Across(opened.offset, stray.offset, opened.mark, opened.block, stray.block))
            # Every paragraph of a long quotation opens with the mark; only the last one closes it.
            pending[at:] = [left for left in pending[at:] if left.mark != opened.mark]
        elif stray.fault is PairFault.UNCLOSED:
            pending.append(stray)
        else:
            kept.append(stray)
    return pairs, kept + pending


def _truly_unclosed(
    folded: str, blocks: Sequence[Block], openers: AbstractSet[int], unclosed: list[Stray]
) -> list[Stray]:
    """What is left of the opening marks once long quotations are taken out.

    In a quotation of several paragraphs each opens with the mark, and the last one closes it (4.8.3.5). If none
    closes it, that is one fault, at the first.
    """
    starts = openers & {block.span.start for block in blocks}
    kept: list[Stray] = []
    chain_end: dict[str, int] = {}  # by mark: the last block of the quotation looked at last
    for stray in unclosed:
        if stray.block <= chain_end.get(stray.mark, -1) and stray.offset == blocks[stray.block].span.start:
            continue
        last = stray.block
        if _runs_on(folded, blocks[last].span, stray.offset):
            while last + 1 < len(blocks) and folded[blocks[last + 1].span.start] == stray.mark:
                last += 1
                if blocks[last].span.start in starts:
                    break
        chain_end[stray.mark] = last
        if last == stray.block or blocks[last].span.start not in starts:
            kept.append(stray)
    return kept


def _answering(folded: str, blocks: Sequence[Block], pending: list[Stray], stray: Stray) -> int:
    """Which pending opening mark has a quotation that may run on to this closing mark: the first; -1 if none has."""
    if stray.fault is not PairFault.UNOPENED:
        return -1
    for at in range(max(0, len(pending) - _MAX_OPEN), len(pending)):
        opened = pending[at]
        if opened.mark == CLOSERS[stray.mark] and opened.block < stray.block:
            span = blocks[opened.block].span
            if _runs_on(folded, span, opened.offset) and stray.block - opened.block <= _MAX_QUOTED_BLOCKS:
                return at
            if _is_split(folded, blocks, opened.block, stray.block):
                return at
    return -1


def _is_split(folded: str, blocks: Sequence[Block], first: int, last: int) -> bool:
    """Whether a pair is torn apart by line breaks in the middle of a sentence."""
    return last - first <= _MAX_SPLIT and all(
        folded[blocks[block].span.end - 1] not in "。！？；" for block in range(first, last)
    )


def _runs_on(folded: str, span: Span, offset: int) -> bool:
    """Whether a quotation may begin here that runs over several paragraphs."""
    if folded[offset] not in _QUOTES:
        return False
    return offset == span.start or folded[offset - 1] in "：，" or folded[offset - 2 : offset] == "： "


def _join_reversed(folded: str, strays: list[Stray]) -> list[Stray]:
    """One fault, one stray: ”…“, “…“ and ”…” in one block are one mistake each, not two."""
    joined: list[Stray] = []
    ordered = sorted(strays)
    index = 0
    while index < len(ordered):
        both = _joined(folded, ordered[index], ordered[index + 1]) if index + 1 < len(ordered) else None
        joined.append(both or ordered[index])
        index += 2 if both else 1
    return joined


def _joined(folded: str, first: Stray, second: Stray) -> Stray | None:
    between = folded[first.offset + 1 : second.offset]
    if first.block != second.block or len(between) > _MAX_REVERSED or any(stop in between for stop in "。；"):
        return None
    faults = first.fault, second.fault
    if faults == (PairFault.UNOPENED, PairFault.UNCLOSED) and OPENERS[second.mark] == first.mark:
        # ”“ side by side: what stands before and after has lost its outer mark. Apart: both are turned round.
        return first._replace(fault=PairFault.REVERSED if between else PairFault.UNOPENED, other=second.offset)
    if first.mark == second.mark and first.mark in _QUOTES and first.fault == second.fault:
        if first.fault is PairFault.UNCLOSED:
            return second._replace(fault=PairFault.REVERSED, other=first.offset)
        if first.fault is PairFault.UNOPENED:
            return first._replace(fault=PairFault.REVERSED, other=second.offset)
    return None
