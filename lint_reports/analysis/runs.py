"""Series inside paragraphs: 一是 and 二是 (or 一要 and 二要), 第一 and 第二, 其一 and 其二, 首先 and 其次.

Rules catalogue §4.8. A run belongs to a section, not to a paragraph: each item may stand in one of its own, or all in
one. Where the stop before an item is missing, the item is known by the run it continues.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from lint_reports.analysis.numbering import Anomaly, NumberFault, diagnose
from lint_reports.analysis.numerals import whole_number
from lint_reports.document import Block
from lint_reports.facts import Form, Marker, Role
from lint_reports.patterns import lazy
from lint_reports.text import HAN, make_span, maker

_NUMBER = "[一二三四五六七八九十]{1,2}"
_NEXT_HAN = f"(?={HAN}|[“‘（《\ufffc])"
_ITEM = lazy(
    # 统一是, 之一是, 星期一是, 不一是: the numeral belongs to the word before it.
    f"(?<!星期)(?<![之其这那哪唯统同专单归第万均初周十百不每有逐任某])(?P<yishi>{_NUMBER})[ ]?"
    f"(?:(?:则|要|就|也|又)?是(?!(?P=yishi)[、，。])|要(?![素件点务领职害塞闻目]|求[^真实])){_NEXT_HAN}"
    f"|第(?P<diyi>{_NUMBER})[，、]{_NEXT_HAN}"
    f"|其(?P<qiyi>[一二三四五六七八九]){'(?:是|，)'}{_NEXT_HAN}"
    "|(?P<shouxian>首先|其次|再次|最后)，"
)
# Where an item can begin. Looking for it first is ten times as quick as trying the whole pattern at every character.
_START = lazy("[一二三四五六七八九十第其首再最](?=[ ]?[一二三四五六七八九十则要就也又是先次后])")
_FORMS = {"yishi": Form.YISHI, "diyi": Form.DIYI, "qiyi": Form.QIYI, "shouxian": Form.SHOUXIAN}
_ORDER = {"首先": 1, "其次": 2, "再次": 3, "最后": 4}
_STOPS = "。；：，！？、… —"
_OPENS = _STOPS + "\n"
_CLAUSE_ENDS = "。；：，！？"
_CLOSERS = "”’）》"
_OPENS_YAO = (*_CLAUSE_ENDS, "\n")
"""What stands before 一要. Without a stop, as in 主要, it is more often part of something else."""
_MIN_CLAUSE = 8
# The same before 二是 where 三是 follows but 一是 does not come before.
_MIN_BROKEN_CLAUSE = 4
_OPENS_ITEM = ("。", "；", "：", "\n")
_MAX_ITEM = 1500
"""The longest item, in code points, after which the next may be of another class."""


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


_make_item, _make_marker = maker(RunItem), maker(Marker)


class Run(NamedTuple):
    """The items of one run.

    Attributes:
        form: their class.
        items: in the order of the text.
        markers: their labels.
        anomalies: what is wrong with their numbers.
        follows: the item of another class that this run goes on counting from: 第一，……二是…….
    """

    form: Form
    items: tuple[RunItem, ...]
    markers: tuple[Marker, ...]
    anomalies: tuple[Anomaly, ...]
    follows: Marker | None = None


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
    for items in _by_section(_items(masked, text, blocks, roles), sections):
        forms = dict.fromkeys([item.marker.form for item in items])
        read = [run for form in forms for run in _split([item for item in items if item.marker.form is form])]
        runs += _linked(read) if len(forms) > 1 else read
    return tuple(sorted(runs, key=lambda run: run.items[0].marker.span.start))


def _by_section(items: Mapping[int, list[RunItem]], sections: Sequence[int]) -> Iterator[list[RunItem]]:
    """The items of neighbouring blocks of one section."""
    last = -1
    together: list[RunItem] = []
    for block in items:
        if together and sections[last : block + 1].count(sections[last]) <= block - last:
            yield together
            together = []
        together += items[block]
        last = block
    if together:
        yield together


def _items(masked: str, text: str, blocks: Sequence[Block], roles: Sequence[Role]) -> Mapping[int, list[RunItem]]:
    """The items of each block that has any; one pass over all is quicker than one for each."""
    items: dict[int, list[RunItem]] = {}
    body, match = Role.BODY, _ITEM.match
    ends = [at.span.end for at in blocks]
    done = block = 0
    for start in _START.finditer(masked):
        offset = start.start()
        while offset >= ends[block]:
            block += 1
        if offset < done or roles[block] is not body:
            continue
        found = match(masked, offset, ends[block])
        if found is not None:
            done = found.end()
            item = _item(found, masked, text, blocks[block].span.start, block)
            if item is not None:
                items.setdefault(block, []).append(item)
    return items


def _item(found: re.Match[str], masked: str, text: str, first: int, block: int) -> RunItem | None:
    """An item in a block that begins at an offset; `None` if it is none."""
    name = found.lastgroup or ""
    start, end = found.span()
    last, digits = masked[end - 1], found.span(name)
    number = masked[digits[0] : digits[1]]
    value = _ORDER[number] if name == "shouxian" else whole_number(number)
    stop = masked[start - 1] if start > first else "\n"
    if stop not in _OPENS:
        stop = _stop_before(masked, first, start)
    if not value or (last == "要" and stop not in _OPENS_YAO):
        return None
    end -= last in "，、"
    style = f"{masked[start : digits[0]]}#{masked[digits[1] : end]}"
    span, value_span = make_span((start, end)), make_span(digits)
    marker = _make_marker((span, text[start:end], _FORMS[name], value, value_span, style, block, True))
    return _make_item((marker, stop != "", stop, 0 if stop else _clause(masked, first, start)))


def _clause(masked: str, first: int, offset: int) -> int:
    """How many code points lie between an offset and the clause before it, or the start of the block."""
    return min(offset - max(masked.rfind(mark, first, offset) for mark in _CLAUSE_ENDS), offset - first)


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
    if _counts_through(items):
        yield _run(items, ())
        return
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
        elif run and _begins_elsewhere(run[-1].marker, item.marker):
            yield from _close(run)
            run = []
        if item.separated or _continues(run, items, index):
            run.append(item)
    yield from _close(run)


def _counts_through(items: list[RunItem]) -> bool:
    """Whether items count from one on, each after a stop; most do."""
    read = [(item.separated, item.marker.value) for item in items]
    return read == [(True, number) for number in range(1, len(items) + 1)]


def _begins_elsewhere(last: Marker, marker: Marker) -> bool:
    """Whether an item that does not go on counting belongs to another run, which opens in words: 首先要……，二是……."""
    if marker.value == last.value + 1:
        return False
    return marker.style[-1] != last.style[-1] or (marker.value <= last.value and marker.block > last.block + 1)


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
        yield _run(run, diagnose(_values(run)))


def _run(items: list[RunItem], anomalies: tuple[Anomaly, ...]) -> Run:
    return Run(items[0].marker.form, tuple(items), tuple([item.marker for item in items]), anomalies)


def _values(run: list[RunItem]) -> list[int]:
    """The numbers of a run; 最后 is the one after the last, however many there were."""
    values: list[int] = []
    for item in run:
        last = item.marker.form is Form.SHOUXIAN and item.marker.value == _ORDER["最后"]
        values.append(values[-1] + 1 if last and values else item.marker.value)
    return values


def _linked(runs: list[Run]) -> list[Run]:
    """Notes which runs of a section go on counting in another class; what they fill is no gap of the first one."""
    known = {(run.form, marker.value) for run in runs for marker in run.markers}
    latest: dict[int, Marker] = {}
    filled: dict[int, list[int]] = {}
    linked = list(runs)
    for offset, index in sorted((run.markers[0].span.start, index) for index, run in enumerate(runs)):
        first = runs[index].items[0]
        before = latest.get(first.marker.value - 1)
        if before is not None and _goes_on(before, first) and (before.form, first.marker.value) not in known:
            linked[index] = runs[index]._replace(follows=before)
            filled.setdefault(first.marker.value, []).append(offset)
        latest.update((marker.value, marker) for marker in runs[index].markers)
    return [_without_gaps(run, filled) for run in linked]


def _goes_on(before: Marker, item: RunItem) -> bool:
    marker = item.marker
    near = before.span.end <= marker.span.start <= before.span.end + _MAX_ITEM
    last = marker.form is Form.SHOUXIAN and marker.value == _ORDER["最后"]  # 一是……二是……最后，…… is no mixture
    return marker.form is not before.form and item.after in _OPENS_ITEM and near and not last


def _without_gaps(run: Run, filled: dict[int, list[int]]) -> Run:
    """A run without the gaps in which an item of another class stands."""
    return run._replace(anomalies=tuple(one for one in run.anomalies if not _is_filled(run, one, filled)))


def _is_filled(run: Run, anomaly: Anomaly, filled: dict[int, list[int]]) -> bool:
    offsets = filled.get(anomaly.expected, [])
    if anomaly.fault is not NumberFault.GAP or not offsets:
        return False
    at = bisect_left(offsets, run.markers[anomaly.at - 1].span.start)
    return at < len(offsets) and offsets[at] < run.markers[anomaly.at].span.start
