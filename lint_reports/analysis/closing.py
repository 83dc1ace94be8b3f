"""How a text ends: its last paragraph, and the formula that closes it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lint_reports.analysis.reading import Reading
from lint_reports.document import BlockKind
from lint_reports.facts import Role, Text
from lint_reports.furniture import Formula
from lint_reports.patterns import lazy
from lint_reports.text import Span

_AFTER = frozenset((Role.NOTE, Role.ATTACHMENT))
_LAST = 8
"""Paragraphs from the end in which a formula can stand: contacts may follow it."""
_FORMULA = lazy(
    "(?:特此|专此|谨此)(报告|请示|通知|通报|公告|通告|公示|批复|函告|函复|函达|复函)[。！]?$"
    "|(?:妥否|当否|可否|是否妥当|如无不妥|(?:以上)?请示[^，。；]{0,6})，?(?:恳)?请(?:予)?(?:批示|批复|批准|审批|核准|审示)[。！]?$"
)
_LAST_OF_ALL = tuple("告示知报复达函准批")
"""The characters one of which every formula ends in, but for its stop."""
_KINDS = {"函告": "函", "函复": "函", "函达": "函", "复函": "函"}


def closing_of(reading: Reading, of_block: Sequence[Role]) -> Text | None:
    """The last paragraph of the text; `None` if a table, notes or attachments follow."""
    last = next(_from_the_end(of_block), None)
    if last is None or reading.document.blocks[last].kind is BlockKind.TABLE_CELL:
        return None
    follows = not _AFTER.isdisjoint(of_block[last + 1 :])
    return None if follows else reading.text(reading.spans[last])


def formula_of(reading: Reading, of_block: Sequence[Role]) -> Formula | None:
    """The formula that closes the text."""
    for count, block in enumerate(_from_the_end(of_block)):
        if count == _LAST:
            return None
        span = reading.spans[block]
        if not reading.lines[block][-2:].rstrip("。！").endswith(_LAST_OF_ALL):
            continue
        found = _FORMULA.search(reading.folded, max(span.start, span.end - 40), span.end)
        if found:
            name = found.group(1)
            place = Span(*found.span())
            return Formula(place, place.of(reading.document.text), _KINDS.get(name, name) if name else "请示")
    return None


def _from_the_end(of_block: Sequence[Role]) -> Iterator[int]:
    body = Role.BODY
    return (block for block in range(len(of_block) - 1, -1, -1) if of_block[block] is body)
