"""Which part of a document each block plays: title, metadata, text, signature, and what a web page has left there.

Rules catalogue §1.2. Read from the top until the text begins, and from the bottom until it ends; between the two
everything is text.
"""

from collections.abc import Sequence
from typing import NamedTuple

from lint_reports.analysis import lexicon
from lint_reports.analysis.metadata import NUMBER, SUBTITLE, is_metadata, read_facts
from lint_reports.analysis.reading import Reading
from lint_reports.document import BlockKind, Document
from lint_reports.facts import Marker, Moment, Role, Roles, Signature, Text
from lint_reports.patterns import lazy
from lint_reports.text import Span

_MAX_TITLE = 80
_MAX_TITLE_LINES = 4
_MAX_LABEL_LINE = 200
_MAX_ORGAN = 40
_MAX_SHORT = 30
_MAX_PERSON = 20
_HEAD_BLOCKS = 20
_CONTENTS_WITHIN = 200
_TAIL_BLOCKS = 60

_STOPS = ("。", "！", "？", "；")
_DATE_LINE = lazy(r"[\d〇零○一二三四五六七八九十年月日号\-./ ]{6,24}")
_PROSE = (BlockKind.PARAGRAPH, BlockKind.HEADING, BlockKind.QUOTE)


class Parts(NamedTuple):
    """The roles of a document's blocks, and the facts read off them."""

    of_block: tuple[Role, ...]
    roles: Roles


def read_roles(document: Document, folded: str, markers: Sequence[Marker | None]) -> Parts:
    """The role of each block, and title, metadata and signature.

    Args:
        document: what is read.
        folded: the folded view.
        markers: the numbering label of each block.
    """
    spans = [block.span for block in document.blocks]
    reading = Reading(document, folded, markers, spans, [folded[start:end] for start, end in spans])
    of_block = [Role.BODY] * len(document.blocks)
    start = _read_head(reading, of_block)
    signature = _read_tail(reading, of_block, start)
    _mark_zones(reading, of_block, start)
    if "目" in folded:
        _mark_contents(reading, of_block)
    return Parts(tuple(of_block), read_facts(reading, of_block, signature))


def _read_head(reading: Reading, of_block: list[Role]) -> int:
    """Marks what stands before the text, and returns the block at which the text begins."""
    titles: list[int] = []
    first = 0
    for block in range(min(_HEAD_BLOCKS, len(of_block))):
        role = _head_role(reading, block, titles)
        if role is None:
            break
        of_block[block] = role
        first = block + 1
        if role is Role.TITLE:
            titles.append(block)
        if role is Role.RECIPIENT:
            break
    _settle_title(reading, of_block, titles)
    return next((block for block in range(first) if of_block[block] is Role.BODY), first)


def _head_role(reading: Reading, block: int, titles: list[int]) -> Role | None:
    """The role of a block before the text; `None` where the text begins."""
    line, kind = reading.lines[block], reading.document.blocks[block].kind
    if kind is BlockKind.METADATA or (len(line) <= _MAX_LABEL_LINE and is_metadata(line)):
        return Role.METADATA
    if len(line) <= _MAX_LABEL_LINE and (line.startswith(lexicon.CHROME) or _shows_clock(line)):
        return Role.CHROME
    if reading.markers[block] is not None or kind not in _PROSE:
        return None
    if _says_when(line):
        return Role.METADATA
    if titles and (_addresses(line) or _lists_recipients(line)):
        return Role.RECIPIENT
    return Role.TITLE if _may_be_title(line) and len(titles) < _MAX_TITLE_LINES else None


def _shows_clock(line: str) -> bool:
    """Whether a line is the clock of a page header: 某某市人民政府 2019年12月3日星期二."""
    return "星期" in line and len(line) <= _MAX_ORGAN and not _has_stop(line) and "年" in line


def _addresses(line: str) -> bool:
    """Whether a line may name a recipient; 现将有关情况报告如下： does not."""
    lead_in = any(words in line for words in lexicon.LEAD_IN)
    return line.endswith("：") and len(line) <= _MAX_TITLE and not lead_in and not _has_stop(line)


def _lists_recipients(line: str) -> bool:
    """Whether a line lists recipients without the colon that should end it: 各乡镇人民政府，县政府各部门."""
    return (
        line.startswith("各")
        and line.endswith(lexicon.RECIPIENT_ENDS)
        and len(line) <= _MAX_TITLE
        and not _has_stop(line)
        and not line.endswith(lexicon.TITLE_ENDS)
    )


def _says_when(line: str) -> bool:
    """Whether a line is a subtitle, a document number or a date."""
    if len(line) > _MAX_TITLE:
        return False
    return bool(SUBTITLE.match(line) or _DATE_LINE.fullmatch(line) or ("号" in line and NUMBER.fullmatch(line)))


def _has_stop(line: str) -> bool:
    return any(stop in line for stop in _STOPS)


def _may_be_title(line: str) -> bool:
    return len(line) <= _MAX_TITLE and not _has_stop(line) and not line.endswith(("，", "：", "、"))


def _settle_title(reading: Reading, of_block: list[Role], lines: list[int]) -> None:
    """Of the short lines before the text, decides which are the title.

    The title ends with the first line that names a kind of document, and what plainly goes on from it; lines before
    it (the organ, the first half of a long title) belong to it. Short lines after it name a speaker or a place;
    longer ones, and those that look back or forward (2023年工作回顾), begin the text.
    """
    last = next((at for at, block in enumerate(lines) if lexicon.names_document(reading.lines[block])), None)
    if last is None:
        last = 0 if lines and not lexicon.HEAD.search(reading.lines[lines[0]]) else -1
    while 0 <= last < len(lines) - 1 and reading.lines[lines[last + 1]][0] in "和及暨与的（〈《":
        last += 1
    for block in lines[last + 1 :]:
        line = reading.lines[block]
        of_block[block] = Role.BODY if len(line) > _MAX_PERSON or lexicon.HEAD.search(line) else Role.METADATA


def _read_tail(reading: Reading, of_block: list[Role], start: int) -> Signature | None:
    """Marks what stands after the text, and returns the signature."""
    end = len(of_block)
    first = max(start, end - _TAIL_BLOCKS)
    for block in range(end - 1, first - 1, -1):
        role = _tail_role(reading.lines[block])
        if role is None:
            break
        of_block[block] = role
        end = block
    for block in range(end - 1, max(first, start + 1) - 1, -1):
        moment = _signing(reading, block) if len(reading.lines[block]) <= _MAX_ORGAN else None
        if moment is not None:
            return _mark_signature(reading, of_block, block, moment, start)
    return None


def _tail_role(line: str) -> Role | None:
    if line.startswith(lexicon.CHROME) or line in ("-", "无", "--"):
        return Role.CHROME
    if line.startswith(lexicon.COPY_TO) or (len(line) <= _MAX_LABEL_LINE and is_metadata(line)):
        return Role.METADATA
    return Role.ATTACHMENT if line.startswith(lexicon.ATTACHMENT) and len(line) <= _MAX_TITLE else None


def _signing(reading: Reading, block: int) -> Moment | None:
    """The date of a signature, if a block is one: a date alone or after an organ."""
    last = reading.lines[block][-1]
    if not (last in "日号" or last.isdecimal()):
        return None
    span = reading.spans[block]
    moment = reading.date(span)
    if moment is None or moment.span.end < span.end:
        return None
    before = reading.folded[span.start : moment.span.start].strip()
    return moment if not before or _names_organ(before) else None


def _mark_signature(reading: Reading, of_block: list[Role], dated: int, moment: Moment, start: int) -> Signature:
    of_block[dated] = Role.SIGNATURE
    before = Span(reading.spans[dated].start, moment.span.start)
    organ, first = _stripped(reading, before), dated
    if organ is None and dated - 1 > start and _is_organ(reading, dated - 1):
        first = dated - 1
        organ = reading.text(reading.spans[first])
        while first - 1 > start and _is_organ(reading, first - 1):
            first -= 1  # several organs sign, one to a line
    for block in range(first, dated):
        of_block[block] = Role.SIGNATURE
    return Signature(Span(reading.spans[first].start, reading.spans[dated].end), organ, moment)


def _stripped(reading: Reading, span: Span) -> Text | None:
    text = span.of(reading.folded)
    start = span.start + len(text) - len(text.lstrip())
    return reading.text(Span(start, start + len(text.strip()))) if text.strip() else None


def _is_organ(reading: Reading, block: int) -> bool:
    return reading.markers[block] is None and _names_organ(reading.lines[block])


def _names_organ(line: str) -> bool:
    return (
        len(line) <= _MAX_ORGAN and lexicon.without_brackets(line).endswith(lexicon.ORGAN_ENDS) and not _has_stop(line)
    )


def _mark_zones(reading: Reading, of_block: list[Role], start: int) -> None:
    """Marks glossaries and attachments, which run from their first line to the end."""
    zone = None
    signed = False
    lines, blocks = reading.lines, reading.document.blocks
    body, signature, cell, footnote = Role.BODY, Role.SIGNATURE, BlockKind.TABLE_CELL, BlockKind.FOOTNOTE
    for block in range(start, len(of_block)):
        role, kind = of_block[block], blocks[block].kind
        signed = signed or role is signature
        if signed and role is body and _is_second_title(reading, block):
            zone = zone or Role.ATTACHMENT
        if len(lines[block]) <= _MAX_SHORT and block > start and kind is not cell:
            zone = _opens_zone(lines[block]) or zone
        if zone is not None and role is body:
            of_block[block] = zone
        elif kind is footnote:
            of_block[block] = Role.NOTE


def _is_second_title(reading: Reading, block: int) -> bool:
    """Whether a line after the signature is the title of what the document issues, without the word 附件 before it."""
    line = reading.lines[block]
    return reading.markers[block] is None and _may_be_title(line) and lexicon.names_document(line)


def _opens_zone(line: str) -> Role | None:
    if line in lexicon.NOTES or (line.endswith(lexicon.NOTE_ENDS) and any(word in line for word in lexicon.NOTE_WORDS)):
        return Role.NOTE
    return Role.ATTACHMENT if line.startswith(lexicon.ATTACHMENT) and not _has_stop(line) else None


def _mark_contents(reading: Reading, of_block: list[Role]) -> None:
    """Marks a table of contents, from its head to where its first entry comes again; it is no part of the text."""
    blocks = range(min(len(of_block), _CONTENTS_WITHIN))
    begin = [block for block, line in enumerate(reading.lines[: len(blocks)]) if line[0] == "目"]
    head = next((block for block in begin if reading.lines[block].replace(" ", "") in ("目录", "目次")), -1)
    if not 0 <= head < len(blocks) - 1:
        return
    first = reading.lines[head + 1].rstrip(" .…·—-0123456789（）")
    again = (block for block in range(head + 2, len(of_block)) if first and reading.lines[block].startswith(first))
    for block in range(head, next(again, head)):
        of_block[block] = Role.CHROME
