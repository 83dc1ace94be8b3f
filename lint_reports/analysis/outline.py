"""The sections of a document: headings with and without labels, their levels, and which way each looks.

Rules catalogue §4.7 and §5.4.
"""

from __future__ import annotations

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
_NEVER_STOPPED = (Form.PART, Form.CHAPTER, Form.SECTION)
"""The classes of headings that never end in a stop: 第二章 总则."""
_YEAR = lazy(
    "(?<![\\d—\\-~～至])((?:19|20)\\d{2})(?=[ ]?年(?!代|来|[ ]?[—\\-~～至][ ]?(?:19|20)\\d{2}))"
    "|(?<![一二三四五六七八九〇零○])([一二][九〇零○][〇零○一二三四五六七八九]{2})(?=年)"
)
_YEAR_RANGE = lazy("(?:19|20)\\d{2}年?[ ]?[—\\-~～至]{1,2}[ ]?(?:19|20)\\d{2}年?")
_INNER_STOP = lazy("[。！？；](?=.)")
_ANY_STOP = lazy("[。！？；：，]")
_LAST = frozenset(head[-1] for head in lexicon.HEAD_TENSE)


class Section(NamedTuple):
    """One section.

    Attributes:
        heading: what it is called and which way it looks.
        marker: its label, or `None`.
        first, end: the blocks it covers, half-open; subsections are within.
        parent: index of the section around it, or -1.
        tense: which way it looks, its own or that of the section around it.
    """

    heading: Heading
    marker: Marker | None
    first: int
    end: int
    parent: int
    tense: Tense


class Outline(NamedTuple):
    """The sections in order, and the innermost section of each block (-1: before the first)."""

    sections: tuple[Section, ...]
    of_block: tuple[int, ...]


class _Found(NamedTuple):
    heading: Heading
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
    found = []
    for block, (role, marker, at) in enumerate(zip(parts.of_block, markers, document.blocks, strict=True)):
        if role is not Role.BODY or at.kind is BlockKind.TABLE_CELL:
            continue
        if marker is not None:
            heading = _labelled(document, masked, markers, marker, block)
        elif at.kind is BlockKind.HEADING or at.span.end - at.span.start <= _MAX_UNLABELLED:
            heading = _unlabelled(document, masked, block)
        else:
            continue
        if heading is not None:
            found.append(heading)
    found = _below_labels(found)
    end = next((block for block, role in enumerate(parts.of_block) if role in _AFTER), len(parts.of_block))
    sections = _nest(found, max(end, found[-1].block + 1 if found else 0))
    return Outline(sections, _of_block(sections, len(document.blocks)))


def _below_labels(found: list[_Found]) -> list[_Found]:
    """Without the short lines that look like a heading but stand between 二、 and 三、: they head no section."""
    following = None
    kept: list[_Found] = []
    for here in reversed(found):
        if here.marker is not None:
            following = here.marker
        elif here.rank == 0 and following is not None and following.value > 1 and not _is_plain(here.heading):
            continue
        kept.append(here)
    return kept[::-1]


def _is_plain(heading: Heading) -> bool:
    return heading.year is not None or _says_only(heading.text)


_AFTER = (Role.SIGNATURE, Role.ATTACHMENT, Role.NOTE)


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
        layout = Layout.RUN_IN
        heads = stop - start <= _MAX_RUN_IN
    else:
        layout = Layout.OWN_LINE
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
    return _make_found((_heading(document.text, masked, whole, title, layout, stop=stop >= 0), marker, block, rank))


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
    title = Span(at.span.start, at.span.end - text.endswith("。"))
    heading = _heading(document.text, masked, title, title, Layout.OWN_LINE, stop=text.endswith("。"))
    return _Found(heading, None, block, at.level - 10 if at.level else 0)


def _says_which_way(text: str) -> bool:
    """Whether a line ends in the right-most word that says which way it looks."""
    if text[-1] not in _LAST or _ANY_STOP.search(text):
        return False
    last = None
    for last in lexicon.HEAD.finditer(text):  # noqa: B007 - the right-most head decides
        pass
    return last is not None and last.end() == len(text)


def _heading(text: str, masked: str, span: Span, title: Span, layout: Layout, *, stop: bool) -> Heading:
    start, end = title
    year, year_span = single_year(masked, title)
    return _make_heading((span, text[start:end], 1, heading_tense(masked[start:end]), year, year_span, layout, stop, 0))


def single_year(masked: str, span: Span) -> tuple[int | None, Span]:
    """The only year that a span names, and its digits; nothing if it names none, several or a range of years."""
    start, end = span
    if masked.find("年", start, end) < 0:
        return None, make_span((start, start))
    found = list(_YEAR.finditer(masked, start, end))
    years = {whole_number(year.group()) for year in found}
    if len(years) != 1 or _YEAR_RANGE.search(masked, start, end):
        return None, Span(start, start)
    return whole_number(found[0].group()), Span(*found[0].span())


def _nest(found: list[_Found], end: int) -> tuple[Section, ...]:
    ends = [end] * len(found)
    around: list[int] = []  # the sections that are open
    sections: list[tuple[Heading, int, Tense]] = []
    for index, here in enumerate(found):
        while around and found[around[-1]].rank >= here.rank:
            ends[around.pop()] = here.block
        parent = around[-1] if around else -1
        heading = here.heading
        if around:
            heading = _make_heading((*heading[:2], len(around) + 1, *heading[3:]))
        tense = _tense(heading, sections[parent][2] if around else Tense.UNKNOWN)
        around.append(index)
        sections.append((heading, parent, tense))
    return tuple(
        [
            _make_section((heading, here.marker, here.block, last, parent, tense))
            for here, last, (heading, parent, tense) in zip(found, ends, sections, strict=True)
        ]
    )


def _tense(heading: Heading, around: Tense) -> Tense:
    """A subsection looks where the section around it looks, unless its own heading plainly says otherwise."""
    if heading.tense is Tense.UNKNOWN:
        return around
    if around in (Tense.UNKNOWN, Tense.MIXED) or _says_only(heading.text):
        return heading.tense
    return around


def looking(heading: Heading, tense: Tense, order: int = 0) -> Heading:
    """A heading with the way that its whole section looks, and with its number in the document."""
    return _make_heading((*heading[:3], tense, *heading[4:8], order))


def _says_only(title: str) -> bool:
    """Whether a heading consists of such words alone: 存在的主要问题, but not 全面总结推广经验做法."""
    return lexicon.PLAIN_HEAD.fullmatch(title) is not None


def _of_block(sections: tuple[Section, ...], blocks: int) -> tuple[int, ...]:
    innermost = [-1] * blocks
    for index, section in enumerate(sections):
        innermost[section.first : section.end] = [index] * (section.end - section.first)
    return tuple(innermost)
