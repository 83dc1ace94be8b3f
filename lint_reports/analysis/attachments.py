"""The attachments of a document: what its list names, 附件：1.……, and what is attached under the label 附件1."""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from lint_reports.analysis.numerals import whole_number
from lint_reports.document import BlockKind, Document
from lint_reports.facts import Role
from lint_reports.furniture import Attachment
from lint_reports.patterns import lazy
from lint_reports.text import Span

_MAX_NAME = 60
_MAX_LINE = 120
_MAX_LISTED = 30
_TITLE_LINES = 3
_NEAR = 0.6
"""Share of characters from which on two names that differ are meant to be the same."""
_LABEL = lazy(
    "附[ ]?件[ ]{0,2}(?P<number>\\d{1,2}|[一二三四五六七八九十])?(?P<mark>[ ]{0,2}[：.．、]?[ ]{0,2})(?P<name>.*)"
)
_NUMBERED = lazy("(?P<number>\\d{1,2})[ ]?[.．、][ ]?(?P<name>[^\\d].*)")
_SEVERAL = lazy("(?<=[ ；，])(?=\\d{1,2}[.．、][^\\d])")
_PLAIN = lazy("\\.(?:docx?|xlsx?|pdf|wps|et|zip|rar|ofd)$|（[^（）]{1,8}）|[^\\d一-龥]")
"""What does not count when names are compared."""
_ROLES = frozenset((Role.BODY, Role.ATTACHMENT, Role.SIGNATURE, Role.METADATA, Role.NOTE))


class _Name(NamedTuple):
    """What an attachment is called: its number, where that or the name stands, and the lines of the name."""

    number: int | None
    span: Span
    lines: tuple[Span, ...]

    def of(self, text: str) -> list[str]:
        return [line.of(text) for line in self.lines]


_Names = dict[int | None, _Name]


def read_attachments(document: Document, folded: str, of_block: Sequence[Role]) -> tuple[Attachment, ...]:
    """The attachments of a document, in their order.

    Args:
        document: what is read.
        folded: the folded view.
        of_block: the role of each block.
    """
    listed: _Names = {}
    attached: _Names = {}
    lines = _lines(document, of_block) if "附" in folded else []
    for at, span in enumerate(lines):
        label = _LABEL.fullmatch(folded, *span) if folded[span.start] == "附" else None
        if label is None or (label["name"] and not label["mark"]):
            continue
        number = whole_number(label["number"]) if label["number"] else None
        name, following = Span(label.start("name"), span.end), lines[at + 1 : at + 1 + _MAX_LISTED]
        if number in listed or _heads_attachment(label["name"], label["mark"], following, folded):
            title = (name,) if label["name"] else _title(following, folded)
            attached.setdefault(number, _Name(number, Span(span.start, label.start("mark")), title))
        elif not attached:
            listed |= {one.number: one for one in _listed(name, number, following, folded)}
    return _joined(listed, attached, document.text, folded)


def _lines(document: Document, of_block: Sequence[Role]) -> list[Span]:
    """Where short lines stand."""
    cell = BlockKind.TABLE_CELL
    return [
        block.span
        for block, role in zip(document.blocks, of_block, strict=True)
        if role in _ROLES and block.kind is not cell and block.span.end - block.span.start <= _MAX_LINE
    ]


def _heads_attachment(name: str, mark: str, following: list[Span], folded: str) -> bool:
    """Whether a label stands over an attachment; otherwise it begins the list."""
    return not name and not ("：" in mark and following and _NUMBERED.match(folded, *following[0]))


def _title(following: list[Span], folded: str) -> tuple[Span, ...]:
    """The lines under a label, up to the first that is text."""
    lines: list[Span] = []
    for span in following[:_TITLE_LINES]:
        line = span.of(folded)
        if len(line) > _MAX_NAME or line.endswith(("。", "；", "：", "，")) or line.startswith("附件"):
            break
        lines.append(span)
    return tuple(lines)


def _listed(first: Span, number: int | None, following: list[Span], folded: str) -> Iterator[_Name]:
    """The names of a list that begins at a span and goes on, number by number, in the lines that follow."""
    if number is not None or (first.start < first.end and not _NUMBERED.match(folded, *first)):
        yield _Name(number, first, (first,))
        return
    expected = None
    for span in (item for line in (first, *following) for item in _split(line, folded)):
        found = _NUMBERED.fullmatch(folded, *span)
        value = int(found["number"]) if found else 0
        if found is None or value != (expected or value) or span.end - span.start > _MAX_NAME:
            return
        expected = value + 1
        name = Span(found.start("name"), found.start("name") + len(found["name"].rstrip("；，。 ")))
        yield _Name(value, name, (name,))


def _split(span: Span, folded: str) -> list[Span]:
    """The items that stand in one line: 1.统计表 2.任务表."""
    cuts = [span.start, *(cut.start() for cut in _SEVERAL.finditer(folded, *span)), span.end]
    return [
        Span(start, start + len(folded[start:end].rstrip()))
        for start, end in pairwise(cuts)
        if folded[start:end].strip()
    ]


def _joined(listed: _Names, attached: _Names, text: str, folded: str) -> tuple[Attachment, ...]:
    if len(listed) == len(attached) == 1:  # 附件1 for the only one
        listed = dict.fromkeys(attached, next(iter(listed.values())))
    numbers = sorted({*listed, *attached}, key=lambda number: number or 0)
    return tuple(_attachment(listed.get(number), attached.get(number), text, folded) for number in numbers)


def _attachment(listed: _Name | None, attached: _Name | None, text: str, folded: str) -> Attachment:
    *_, later = (name for name in (listed, attached) if name)
    nowhere = Span(later.span.start, later.span.start)
    return Attachment(
        span=later.span,
        number=later.number,
        listed="".join(listed.of(text)) if listed else None,
        listed_span=listed.span if listed else nowhere,
        attached="".join(attached.of(text)) if attached else None,
        attached_span=attached.span if attached else nowhere,
        alike=not (listed and attached) or _alike("".join(listed.of(folded)), attached.of(folded)),
    )


def _alike(name: str, lines: list[str]) -> bool:
    """Whether a name may be that over the attachment, which can run over several lines; false only if it is near."""
    wanted = _PLAIN.sub("", name)
    titles = [_PLAIN.sub("", "".join(lines[:count])) for count in range(1, len(lines) + 1)]
    if any(wanted in title or (title and title in wanted) for title in titles):
        return True
    return not any(_share(wanted, title) >= _NEAR for title in titles)


def _share(one: str, other: str) -> float:
    common = Counter(one) & Counter(other)
    return sum(common.values()) / max(len(one), len(other), 1)
