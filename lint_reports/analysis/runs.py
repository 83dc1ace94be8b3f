"""Series inside paragraphs: 一是 and 二是, 第一 and 第二, 其一 and 其二, 首先 and 其次.

Rules catalogue §4.8. A run belongs to a section, not to a paragraph: each item may stand in one of its own, or all in
one. Where the stop before an item is missing, the item is known by the run it continues.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from lint_reports.analysis.numbering import Anomaly, diagnose
from lint_reports.analysis.numerals import whole_number
from lint_reports.document import Block
from lint_reports.facts import Form, Marker, Role
from lint_reports.patterns import lazy
from lint_reports.text import HAN, Span

_NUMBER = "[一二三四五六七八九十]{1,2}"
_NEXT_HAN = f"(?={HAN}|[“‘（《\ufffc])"
_ITEM = lazy(
    # 统一是, 之一是, 星期一是, 不一是: the numeral belongs to the word before it.
    f"(?<!星期)(?<![之其这那哪唯统同专单归第万均初周十百不每有逐任某])(?P<yishi>{_NUMBER})(?:则|要|就|也|又)?是{_NEXT_HAN}"
    f"|第(?P<diyi>{_NUMBER})[，、]{_NEXT_HAN}"
    f"|其(?P<qiyi>[一二三四五六七八九]){'(?:是|，)'}{_NEXT_HAN}"
    "|(?P<shouxian>首先|其次|再次|最后)，"
)
# Where an item can begin. Looking for it first is ten times as quick as trying the whole pattern at every character.
_START = lazy("[一二三四五六七八九十第其首再最](?=[一二三四五六七八九十则要就也又是先次后])")
_FORMS = {"yishi": Form.YISHI, "diyi": Form.DIYI, "qiyi": Form.QIYI, "shouxian": Form.SHOUXIAN}
_ORDER = {"首先": 1, "其次": 2, "再次": 3, "最后": 4}
_STOPS = "。；：，！？、… —"
_CLAUSE_ENDS = "。；：，！？"
_CLOSERS = "”’）》"
_MIN_CLAUSE = 8
# The same before 二是 where 三是 follows but 一是 does not come before.
_MIN_BROKEN_CLAUSE = 4


class RunItem(NamedTuple):
    """One item.

    Attributes:
        marker: its label.
        separated: a stop, a colon or the start of a paragraph stands before it.
        after: the mark right before it, or empty.
        clause: how many code points the clause before it has, if it is not separated.
    """

    marker: Marker
    separated: bool
    after: str
    clause: int


class Run(NamedTuple):
    """The items of one run, in order, and what is wrong with their numbers."""

    form: Form
    items: tuple[RunItem, ...]
    anomalies: tuple[Anomaly, ...]

    @property
    def markers(self) -> tuple[Marker, ...]:
        """The labels of the items."""
        return tuple(item.marker for item in self.items)


def read_runs(
    masked: str, text: str, blocks: Sequence[Block], sections: Sequence[int], roles: Sequence[Role]
) -> tuple[Run, ...]:
    """All runs of a document.

    Args:
        masked: the folded view with quotations and titles masked.
        text: the original.
        blocks: its blocks.
        sections: the innermost section of each block.
        roles: the role of each block.
    """
    runs: list[Run] = []
    if "是" not in masked and "，" not in masked:
        return ()
    for items in _by_section(masked, text, blocks, sections, roles):
        for form in dict.fromkeys(item.marker.form for item in items):
            runs += _split([item for item in items if item.marker.form is form])
    return tuple(sorted(runs, key=lambda run: run.items[0].marker.span.start))


def _by_section(
    masked: str, text: str, blocks: Sequence[Block], sections: Sequence[int], roles: Sequence[Role]
) -> Iterator[list[RunItem]]:
    items: list[RunItem] = []
    for index, block in enumerate(blocks):
        if index and sections[index] != sections[index - 1] and items:
            yield items
            items = []
        if roles[index] is Role.BODY:
            items += _items(masked, text, block.span, index)
    if items:
        yield items


def _items(masked: str, text: str, span: Span, block: int) -> Iterator[RunItem]:
    done = span.start
    for start in _START.finditer(masked, span.start, span.end):
        found = _ITEM.match(masked, start.start(), span.end) if start.start() >= done else None
        if found is None:
            continue
        done = found.end()
        name = found.lastgroup or ""
        value = _ORDER[found[name]] if name == "shouxian" else whole_number(found[name])
        if value:
            at = Span(found.start(), found.end() - (found.group()[-1] in "，、"))
            digits = Span(*found.span(name))
            style = f"{masked[at.start : digits.start]}#{masked[digits.end : at.end]}"
            marker = Marker(at, at.of(text), _FORMS[name], value, digits, style, block, inline=True)
            stop = _stop_before(masked, span.start, at.start)
            clause = at.start - max(masked.rfind(mark, span.start, at.start) for mark in _CLAUSE_ENDS)
            yield RunItem(marker, stop != "", stop, min(clause, at.start - span.start))


def _stop_before(masked: str, start: int, offset: int) -> str:
    """The stop that an item stands after, also one inside closing marks (……好。”二是); a line end opens a block."""
    while offset > start and masked[offset - 1] in _CLOSERS:
        offset -= 1
    if offset == start:
        return "\n"
    return masked[offset - 1] if masked[offset - 1] in _STOPS else ""


def _split(items: list[RunItem]) -> Iterator[Run]:
    """Splits the items of one form in one section into runs.

    An item opens a run if it is the first, or is number one after the run has got beyond that. An item without a stop
    before it belongs to the run only if it is the very next number; otherwise it is no item.
    """
    run: list[RunItem] = []
    for index, item in enumerate(items):
        value = item.marker.value
        last = run[-1].marker.value if run else 0
        if value == 1 and last >= 1:
            if last >= 2 or item.separated:
                yield from _close(run)
                run = []
            else:
                continue
        if item.separated or _continues(run, items, index):
            run.append(item)
    yield from _close(run)


def _continues(run: list[RunItem], items: list[RunItem], index: int) -> bool:
    """Whether an item without a stop before it belongs to a run.

    Number one may be the predicate of a subject (主要原因一是……，二是……): it opens a run only after a whole clause, and
    where number two follows after a full stop, or without one just as it does.
    """
    item = items[index]
    after = items[index + 1] if index + 1 < len(items) else None
    if item.marker.value > 1 and not run:
        follows = after is not None and after.separated and after.marker.value == item.marker.value + 1
        return follows and item.clause >= _MIN_BROKEN_CLAUSE
    if item.marker.value > 1:
        return item.marker.value == run[-1].marker.value + 1
    return (
        after is not None and after.marker.value == 2 and item.clause >= _MIN_CLAUSE and after.after in ("", "。", "\n")
    )


def _close(run: list[RunItem]) -> Iterator[Run]:
    if run:
        yield Run(run[0].marker.form, tuple(run), diagnose([item.marker.value for item in run]))
