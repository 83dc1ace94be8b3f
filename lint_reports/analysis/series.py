"""Runs of numbering labels, by the state machine of the rules catalogue (§4.2 to §4.5)."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from lint_reports.analysis.lexicon import LEAD_INS
from lint_reports.analysis.numbering import Anomaly, diagnose
from lint_reports.analysis.roles import Parts
from lint_reports.document import Block, BlockKind
from lint_reports.facts import Form, Marker, Role
from lint_reports.text import maker

# The default rank of the classes, highest first. In judicial interpretations 一、 comes first and stands above 第一条.
_RANK = {form: rank for rank, form in enumerate(Form)}

_NEW_PART = 4
"""So many paragraphs without a label are a new part of the text, in which numbering may begin anew."""

_MAX_SEPARATOR = 30
"""Code points of the longest line without a label that may be a heading between two lists."""


class Series(NamedTuple):
    """The labels of one class under one parent.

    Attributes:
        form: their class.
        markers: in the order of the text.
        parent: the label directly above, or `None`.
        restart: the series begins at one although neither a heading nor a lead-in stands before it, right after a
            series of the same class under the same parent.
        continued: it goes on counting where a series of the same class under another parent stopped.
        inverts: it stands inside an item of a lower class that goes on after it: 1. （一）（二） 2.
        anomalies: what is wrong with its numbers.
    """

    form: Form
    markers: tuple[Marker, ...]
    parent: Marker | None
    restart: bool
    continued: bool
    anomalies: tuple[Anomaly, ...]
    inverts: bool = False


class Line(NamedTuple):
    """What the machine needs to know of one block.

    Attributes:
        marker: its label, or `None`.
        opens_list: it announces a list, so that numbering may begin anew after it.
        separates: it is a heading without a label, so that numbering may begin anew after it.
        breaks: a new part of the document begins here (attachment, glossary): all numbering begins anew.
        listed: it is an item of a list by the markup of the file, and not in one series with headings.
    """

    marker: Marker | None
    opens_list: bool = False
    separates: bool = False
    breaks: bool = False
    listed: bool = False


_Key = tuple[Form, bool]
"""A class of labels, and whether they are items of a list by the markup of the file."""


class _Frame:
    """A series that is still being read."""

    def __init__(
        self, key: _Key, rank: tuple[bool, int], parent: Marker | None, *, restart: bool, continued: bool
    ) -> None:
        self.key = key
        self.rank = rank
        self.form = key[0]
        self.parent = parent
        self.restart = restart
        self.continued = continued
        self.markers: list[Marker] = []

    @property
    def last(self) -> int:
        return self.markers[-1].value if self.markers else 0

    def close(self) -> Series:
        values = [marker.value for marker in self.markers]
        anomalies = diagnose(values, from_one=not self.continued and self.form is not Form.ARTICLE)
        return Series(self.form, tuple(self.markers), self.parent, self.restart, self.continued, anomalies)


class _Machine:
    def __init__(self, ranks: dict[Form, int]) -> None:
        self.ranks = ranks
        self.stack: list[_Frame] = []
        self.done: list[Series] = []
        self.last_value: dict[_Key, int] = {}
        self.may_restart = True
        self.unlabelled = 0

    def read(self, line: Line) -> None:
        if line.breaks:
            self.finish()
            self.last_value.clear()
        if line.marker is not None:
            self._label(line.marker, (line.marker.form, line.listed))
            self.may_restart = line.opens_list
            self.unlabelled = 0
        else:
            self.unlabelled += 1
            self.may_restart |= line.opens_list or line.separates or self.unlabelled >= _NEW_PART

    def finish(self) -> None:
        while self.stack:
            self._close()
        self.may_restart = True

    def _close(self) -> None:
        frame = self.stack.pop()
        self.last_value[frame.key] = frame.last
        self.done.append(frame.close())

    def _label(self, marker: Marker, key: _Key) -> None:
        stack = self.stack
        rank = key[1], self.ranks[key[0]]  # items of lists stand below all headings
        while stack and stack[-1].rank > rank:
            self._close()
        if not stack or stack[-1].key != key:
            self._open(marker, key, rank)
        elif marker.value == 1 and stack[-1].last != 0 and not self._duplicates_one():
            self._close()
            self._open(marker, key, rank, restart=not self.may_restart)
        stack[-1].markers.append(marker)

    def _duplicates_one(self) -> bool:
        """一、 twice in a row is a duplicate, not a restart, where nothing stands before the second to begin anew."""
        return self.stack[-1].last == 1 and not self.may_restart

    def _open(self, marker: Marker, key: _Key, rank: tuple[bool, int], *, restart: bool = False) -> None:
        parent = self.stack[-1].markers[-1] if self.stack else None
        before = self.last_value.get(key, 0)
        continued = 0 < before == marker.value - 1 or (marker.form is Form.ARTICLE and before > 0 and marker.value > 1)
        frame = _Frame(key, rank, parent, restart=restart, continued=continued)
        if continued and marker.form is Form.ARTICLE:
            # 条 is counted through the whole text, so that a gap at the turn of a chapter shows.
            frame.markers += self._resumed(marker.form)
        self.stack.append(frame)

    def _resumed(self, form: Form) -> Sequence[Marker]:
        for index in range(len(self.done) - 1, -1, -1):
            if self.done[index].form is form:
                return self.done.pop(index).markers
        return ()


def lines_of_labels(
    blocks: Sequence[Block],
    folded: str,
    markers: Sequence[Marker | None],
    parts: Parts,
) -> list[Line]:
    """What the machine needs to know of each block.

    Args:
        blocks: of the document.
        folded: the folded view.
        markers: the label of each block.
        parts: the role of each block.
    """
    announcing = _announcing(blocks, folded)
    heading_forms = _heading_forms(blocks, markers)
    cell, item, heading = BlockKind.TABLE_CELL, BlockKind.LIST_ITEM, BlockKind.HEADING
    lines: list[Line] = []
    before: Role | None = None
    for block, (at, marker, role) in enumerate(zip(blocks, markers, parts.of_block, strict=True)):
        kind, (start, end) = at.kind, at.span
        breaks = role is not before and block > 0 and role in _PARTS
        before = role
        if kind is cell or role in _ASIDE:
            lines.append(_NOTHING)
            continue
        last = folded[end - 1]
        opens_list = last == "：" or block in announcing
        if marker is not None:
            listed = kind is item and marker.form in heading_forms
            lines.append(_make_line((marker, opens_list, False, breaks, listed)))
        else:
            # A short line without a label may be a heading between two lists.
            separates = kind is heading or (end - start <= _MAX_SEPARATOR and last not in "。；，、")
            lines.append(Line(None, opens_list, separates, breaks) if breaks or separates or opens_list else _NOTHING)
    return lines


_PARTS = frozenset((Role.ATTACHMENT, Role.NOTE))
_ASIDE = frozenset((Role.CHROME, Role.METADATA))
_NOTHING = Line(None)
_make_line = maker(Line)


def _announcing(blocks: Sequence[Block], folded: str) -> frozenset[int]:
    """The blocks that announce a list in words, whatever they end in."""
    found = [found.start() for lead_in in LEAD_INS for found in lead_in.finditer(folded)]
    if not found:
        return frozenset()
    starts = [block.span.start for block in blocks]
    return frozenset([bisect_right(starts, offset) - 1 for offset in found])


def _heading_forms(blocks: Sequence[Block], markers: Sequence[Marker | None]) -> frozenset[Form]:
    """The classes of labels that headings have by their markup: `## 1. 工作成效`, with lists 1. 2. 3. below."""
    return frozenset(
        [
            marker.form
            for block, marker in zip(blocks, markers, strict=True)
            if marker is not None and block.level and block.kind is BlockKind.HEADING
        ]
    )


def read_series(lines: Sequence[Line]) -> tuple[Series, ...]:
    """All series of a document, in the order in which they begin."""
    machine = _Machine(_ranks(lines))
    read = machine.read
    for line in lines:
        read(line)
    machine.finish()
    return _with_inversions(sorted(machine.done, key=lambda series: series.markers[0].span.start), machine.ranks)


def _with_inversions(read: list[Series], ranks: dict[Form, int]) -> tuple[Series, ...]:
    """Notes which series stand inside an item of a lower class."""
    last: dict[Form, int] = {}
    for index, series in enumerate(read):
        before = last.get(series.form)
        if before is not None and series.continued and series.form is not Form.ARTICLE:
            inside = _inside(read, before, index, ranks)
            if inside is not None:
                read[inside] = read[inside]._replace(inverts=True, restart=False)
        last[series.form] = index
    return tuple(read)


def _inside(read: list[Series], before: int, after: int, ranks: dict[Form, int]) -> int | None:
    """Which series of a higher class stands wholly between two that count on; `None` if a heading parts the two."""
    first, then = read[before], read[after]
    higher = [at for at in range(before + 1, after) if ranks[read[at].form] < ranks[first.form]]
    if len(higher) != 1 or then.markers[0].value != first.markers[-1].value + 1:
        return None
    between = read[higher[0]]
    whole = between.markers[0].value == 1 and len(between.markers) > 1 and then.parent == between.markers[-1]
    # 四、（一）（二） 一、二、 （三）: the numbers within begin anew in the class above.
    again = first.parent is not None and first.parent.form is between.form
    return higher[0] if whole and (again or between.parent == first.parent) else None


def _ranks(lines: Sequence[Line]) -> dict[Form, int]:
    ranks = dict(_RANK)
    first = next((marker.form for marker in _labels(lines) if marker.form in (Form.HAN, Form.ARTICLE)), None)
    if first is Form.HAN:
        ranks[Form.HAN], ranks[Form.ARTICLE] = ranks[Form.ARTICLE], ranks[Form.HAN]
    return ranks


def _labels(lines: Sequence[Line]) -> Iterator[Marker]:
    return (line.marker for line in lines if line.marker is not None)
