"""The sections of a document: headings with and without labels, their levels, and which way each looks.

Rules catalogue §4.7 and §5.4.
"""

from collections.abc import Sequence
from typing import NamedTuple

from lint_reports.analysis import lexicon
from lint_reports.analysis.numerals import whole_number
from lint_reports.analysis.roles import Parts
from lint_reports.analysis.tense import heading_tense
from lint_reports.document import BlockKind, Document
from lint_reports.facts import Form, Heading, Layout, Marker, Role, Tense
from lint_reports.patterns import lazy
from lint_reports.text import Span, make_span, maker

_MAX_OWN_LINE = 40
_MAX_RUN_IN = 60
_MAX_UNLABELLED = 30

_HEADING_FORMS = (
    Form.PART, Form.CHAPTER, Form.SECTION, Form.HAN, Form.HAN_PAREN, Form.ARABIC, Form.ARABIC_PAREN, Form.DECIMAL,
)  # fmt: skip
_RANK = {form: rank for rank, form in enumerate(_HEADING_FORMS, 1)}
_NEVER_STOPPED = frozenset((Form.PART, Form.CHAPTER, Form.SECTION))
"""The classes of headings that never end in a stop: 第二章 总则."""
_YEAR = lazy(
    "(?<![\\d—\\-~～至])((?:19|20)\\d{2})(?=[ ]?年(?!代|来|[ ]?[—\\-~～至][ ]?(?:19|20)\\d{2}))"
    "|(?<![一二三四五六七八九〇零○])([一二][九〇零○][〇零○一二三四五六七八九]{2})(?=年)"
)
_YEAR_RANGE = lazy("(?:19|20)\\d{2}年?[ ]?[—\\-~～至]{1,2}[ ]?(?:19|20)\\d{2}年?")
_INNER_STOP = lazy("[。！？；](?=.)")
_ANY_STOP = lazy("[。！？；：，]")
_RUN_IN, _OWN_LINE, _UNKNOWN = Layout.RUN_IN, Layout.OWN_LINE, Tense.UNKNOWN
_LAST = frozenset(head[-1] for head in lexicon.HEAD_TENSE)


class Section(NamedTuple):
    """One section.

    Attributes:
        heading: what it is called, and which way the section looks: its own, or that of the section around it.
        marker: its label, or `None`.
        first, end: the blocks it covers, half-open; subsections are within.
        parent: index of the section around it, or -1.
        own: which way its heading looks by itself, not by the section around it.
    """

    heading: Heading
    marker: Marker | None
    first: int
    end: int
    parent: int
    own: Tense


class Outline(NamedTuple):
    """The sections in order, and the innermost section of each block (-1: before the first)."""

    sections: tuple[Section, ...]
    of_block: tuple[int, ...]


class _Found(NamedTuple):
    """A heading of which it is not known yet where it belongs; `tense` is its own."""

    span: Span
    text: str
    tense: Tense
    year: int | None
    year_span: Span
    layout: Layout
    stop: bool
    marker: Marker | None
    block: int
    rank: int


_make_heading, _make_section, _make_found = maker(Heading), maker(Section), maker(_Found)


def read_outline(document: Document, masked: str, markers: Sequence[Marker | None], parts: Parts) -> Outline:
    """Reads the sections of a document.

    Args:
        document: what is read.
        masked: the folded view with quotations and titles masked.
        markers: the label of each block.
        parts: the role of each block.
    """
    body, cell, titled = Role.BODY, BlockKind.TABLE_CELL, BlockKind.HEADING
    found = []
    for block, (role, marker, at) in enumerate(zip(parts.of_block, markers, document.blocks, strict=True)):
        if role is not body or at.kind is cell:
            continue
        if marker is not None:
            heading = _labelled(document, masked, markers, marker, block)
        elif at.kind is titled or at.span.end - at.span.start <= _MAX_UNLABELLED:
            heading = _unlabelled(document, masked, block)
        else:
            continue
        if heading is not None:
            found.append(heading)
    found = _below_labels(found)
    sections = _nest(found, max(_end(parts.of_block), found[-1].block + 1 if found else 0))
    return Outline(sections, _of_block(sections, len(document.blocks)))


def _end(of_block: Sequence[Role]) -> int:
    """The block after the last that a section may cover."""
    if _AFTER.isdisjoint(of_block):
        return len(of_block)
    return next(block for block, role in enumerate(of_block) if role in _AFTER)


def _below_labels(found: list[_Found]) -> list[_Found]:
    """Without the short lines that look like a heading but stand between 二、 and 三、: they head no section."""
    following = None
    kept: list[_Found] = []
    for here in reversed(found):
        if here.marker is not None:
            following = here.marker
        elif here.rank == 0 and following is not None and following.value > 1 and not _is_plain(here):
            continue
        kept.append(here)
    return kept[::-1]


def _is_plain(found: _Found) -> bool:
    return found.year is not None or _says_only(found.text)


_AFTER = frozenset((Role.SIGNATURE, Role.ATTACHMENT, Role.NOTE))


def _labelled(
    document: Document, masked: str, markers: Sequence[Marker | None], marker: Marker, block: int
) -> _Found | None:
    """A heading with a label, its title without the stop; `None` if it is an item of a list."""
    rank = _RANK.get(marker.form)
    if rank is None:
        return None
    start, end = marker.span.end, document.blocks[block].span.end
    while masked.startswith(" ", start):
        start += 1
    stop = masked.find("。", start, end)
    if stop >= 0 and marker.form in _NEVER_STOPPED:
        return None
    if 0 <= stop < end - 1:
        layout = _RUN_IN
        heads = stop - start <= _MAX_RUN_IN
    else:
        layout = _OWN_LINE
        heads = (
            0 < end - start <= _MAX_OWN_LINE
            and masked[end - 1] not in "；，："
            and not _INNER_STOP.search(masked, start, end)
            and not (block + 1 == len(markers) or _is_listed(document, masked, markers, block))
        )
    if not heads:
        return None
    title = make_span((start, stop if stop >= 0 else end))
    whole = make_span((marker.span.start, title.end))
    return _make_found((whole, *_said(document.text, masked, title), layout, stop >= 0, marker, block, rank))


def _is_listed(document: Document, masked: str, markers: Sequence[Marker | None], block: int) -> bool:
    """Whether a labelled paragraph is an item of a list: its neighbours are, or the one before ends as an item does."""
    here, after = markers[block], markers[block + 1]
    before = markers[block - 1] if block else None
    if here is None or (after is not None and _RANK.get(after.form, 99) <= _RANK[here.form]):
        return True
    if before is None or before.form is not here.form:
        return False
    label = here.span.of(masked)
    ended = masked[document.blocks[block - 1].span.end - 1] if label == here.text else label[-1]
    return ended in ("；", "，")


def _unlabelled(document: Document, masked: str, block: int) -> _Found | None:
    """A heading without a label: by its markup, or a short line that says which way it looks (2018年工作回顾)."""
    at = document.blocks[block]
    text = at.span.of(masked)
    if at.kind is not BlockKind.HEADING and not _says_which_way(text):
        return None
    stop = text.endswith("。")
    title = Span(at.span.start, at.span.end - stop)
    said = _said(document.text, masked, title)
    return _make_found((title, *said, Layout.OWN_LINE, stop, None, block, at.level - 10 if at.level else 0))


def _says_which_way(text: str) -> bool:
    """Whether a line ends in the right-most word that says which way it looks."""
    if text[-1] not in _LAST or _ANY_STOP.search(text):
        return False
    last = None
    for last in lexicon.HEAD.finditer(text):  # noqa: B007 - the right-most head decides
        pass
    return last is not None and last.end() == len(text)


def _said(text: str, masked: str, title: Span) -> tuple[str, Tense, int | None, Span]:
    """What a title says: itself, which way it looks, and the year that it names."""
    start, end = title
    shown = masked[start:end]
    year = single_year(masked, title) if "年" in shown else (None, make_span((start, start)))
    return text[start:end], heading_tense(shown), *year


def single_year(masked: str, span: Span) -> tuple[int | None, Span]:
    """The only year that a span names, and its digits; nothing if it names none, several or a range of years."""
    start, end = span
    found = list(_YEAR.finditer(masked, start, end))
    years = {whole_number(year.group()) for year in found}
    if len(years) != 1 or _YEAR_RANGE.search(masked, start, end):
        return None, Span(start, start)
    return whole_number(found[0].group()), Span(*found[0].span())


def _nest(found: list[_Found], end: int) -> tuple[Section, ...]:
    ends = [end] * len(found)
    around: list[int] = []  # the sections that are open
    placed: list[tuple[Heading, int]] = []
    for index, here in enumerate(found):
        span, text, own, *year, layout, stop, _, block, rank = here
        while around and found[around[-1]].rank >= rank:
            ends[around.pop()] = block
        parent = around[-1] if around else -1
        tense = own if parent < 0 else _tense(own, text, placed[parent][0].tense)
        around.append(index)
        heading = _make_heading((span, text, len(around), tense, *year, layout, stop, index + 1))
        placed.append((heading, parent))
    return tuple(
        [
            _make_section((heading, here.marker, here.block, last, parent, here.tense))
            for here, last, (heading, parent) in zip(found, ends, placed, strict=True)
        ]
    )


def _tense(own: Tense, title: str, around: Tense) -> Tense:
    """A subsection looks where the section around it looks, unless its own heading plainly says otherwise."""
    if own is _UNKNOWN:
        return around
    return own if around in (_UNKNOWN, Tense.MIXED) or _says_only(title) else around


def _says_only(title: str) -> bool:
    """Whether a heading consists of such words alone: 存在的主要问题, but not 全面总结推广经验做法."""
    return lexicon.PLAIN_HEAD.fullmatch(title) is not None


def _of_block(sections: tuple[Section, ...], blocks: int) -> tuple[int, ...]:
    innermost = [-1] * blocks
    for index, section in enumerate(sections):
        innermost[section.first : section.end] = [index] * (section.end - section.first)
    return tuple(innermost)
