"""Numbering labels: which class a label is of, and when something that looks like one is none.

Rules catalogue §4.1. Labels are classified first, whatever their width or script; their style is criticised by rules.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from lint_reports.analysis.lexicon import TABLE_ROWS
from lint_reports.analysis.numerals import han, whole_number
from lint_reports.analysis.writing import digits_as
from lint_reports.document import Block, BlockKind
from lint_reports.facts import Form, Marker
from lint_reports.patterns import lazy
from lint_reports.text import HAN, Span, make_span, maker

_HAN = "[一二三四五六七八九十百零〇壹贰叁肆伍陆柒捌玖拾]"
_NUMERALS = frozenset(_HAN[1:-1])
_TENS = frozenset("十百拾")
_STATUTE = {"编": Form.PART, "章": Form.CHAPTER, "节": Form.SECTION, "条": Form.ARTICLE}
_PRECOMPOSED = (
    ("㈠㈡㈢㈣㈤㈥㈦㈧㈨㈩", Form.HAN_PAREN),
    ("⒈⒉⒊⒋⒌⒍⒎⒏⒐⒑⒒⒓⒔⒕⒖⒗⒘⒙⒚⒛", Form.ARABIC),
    ("⑴⑵⑶⑷⑸⑹⑺⑻⑼⑽⑾⑿⒀⒁⒂⒃⒄⒅⒆⒇", Form.ARABIC_PAREN),
    ("①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳㉑㉒㉓㉔㉕㉖㉗㉘㉙㉚㉛㉜㉝㉞㉟㊱㊲㊳㊴㊵㊶㊷㊸㊹㊺㊻㊼㊽㊾㊿", Form.CIRCLED),
)
_SINGLE = {char: (form, value) for chars, form in _PRECOMPOSED for value, char in enumerate(chars, 1)}

# （四）、（五）项所列, （一）至（三）, （二）项的规定: what follows a reference to an item.
_NO_REFERENCE = "(?!(?:[、，]?[ ]?|[和或及与至到]第?)（|至|[ ]?[项款目条](?:[的规中所、，。；或和及之第至（]|$))"

# One pattern for each character that a label begins with, so that each is compiled when a document needs it; what a
# group matched is a number or no label. The look-aheads keep out what only looks like a label: 一、二产业;
# （四）、（五）项所列; 4.8司法日; 12.5%; 第二条规定; 第三章所称.
_STATUTE_LABEL = (
    rf"第[ ]?(?P<statute>{HAN}{{1,7}}?|\d{{1,4}})[ ]?(?P<unit>[编章节条])(?P<branch>之{_HAN}{{1,3}})?"
    r"(?![的规所中之款项、，和与及至]|[ ]?第|[ ]?（\S{1,3}）项)"
)
_PAREN_LABEL = rf"（[ ]?(?:(?P<arabic_paren>\d{{1,3}})[ ]?）(?!式)|(?P<han_paren>{HAN}{{1,5}})[ ]?）){_NO_REFERENCE}"
_ARABIC_LABEL = (
    rf"(?P<decimal>\d{{1,2}}(?:\.\d{{1,2}}){{1,3}})(?=[ ]|{HAN})(?![ ]?[年月日号%万亿个版分元倍米级])"
    r"|(?P<arabic>\d{1,3})[ ]?[.、](?![\d%])|(?P<arabic_half>\d{1,2})）"
)
_HAN_LABEL = (
    rf"(?P<han>{HAN}{{1,5}})[ ]?(?:[.，]|、(?!{_HAN}(?:、|产业|季度|类|级|审|档|等[^待]|期|线|楼)))"
    rf"|(?P<han_half>{HAN}{{1,3}})）"
)
_BY_FIRST = {
    "第": lazy(_STATUTE_LABEL),
    "（": lazy(_PAREN_LABEL),
    **dict.fromkeys("0123456789", lazy(_ARABIC_LABEL)),
    **dict.fromkeys(_NUMERALS, lazy(_HAN_LABEL)),
    **dict.fromkeys(_SINGLE, lazy("(?P<single>.)")),
}
_FORMS = {
    "han": Form.HAN,
    "han_paren": Form.HAN_PAREN,
    "han_half": Form.HAN_PAREN,
    "arabic": Form.ARABIC,
    "arabic_paren": Form.ARABIC_PAREN,
    "arabic_half": Form.ARABIC_PAREN,
}

# The numerals of cheques.
_FORMAL = frozenset("壹贰叁肆伍陆柒捌玖拾貳參陸")
_AS_FORMAL = str.maketrans("一二三四五六七八九十", "壹贰叁肆伍陆柒捌玖拾")

_make_marker = maker(Marker)

_ORDINALS = ("首先", "其次", "再次", "最后")

# As the folded view has them: labels of the original may be half-width or Traditional.
_BARE = str.maketrans({"(": "（", ")": "）", "．": ".", "條": "条", "節": "节", "編": "编", " ": "", "\u3000": ""})


def read_markers(folded: str, text: str, blocks: Sequence[Block]) -> tuple[Marker | None, ...]:
    """The numbering label that each block begins with; cells of tables have none.

    Args:
        folded: the folded view.
        text: the original, of the same length.
        blocks: the blocks of the document.
    """
    cell, begins = BlockKind.TABLE_CELL, _BY_FIRST  # each access to a member of an enumeration costs as much as a call
    return _confirmed(
        [
            label_at(folded, text, block.span, index)
            if folded[block.span.start] in begins and block.kind is not cell
            else None
            for index, block in enumerate(blocks)
        ]
    )


def _confirmed(markers: list[Marker | None]) -> tuple[Marker | None, ...]:
    """Drops decimals that number nothing: 1.1 is a label only beside 1.2, otherwise it is a figure."""
    form = Form.DECIMAL
    decimals = [marker for marker in markers if marker is not None and marker.form is form]
    if not decimals:
        return tuple(markers)
    known = {(marker.style, marker.value) for marker in decimals}
    lonely = {
        marker.block
        for marker in decimals
        if not {(marker.style, marker.value - 1), (marker.style, marker.value + 1)} & known
    }
    return tuple(None if marker is not None and marker.block in lonely else marker for marker in markers)


def label_at(folded: str, text: str, span: Span, block: int) -> Marker | None:
    """The numbering label that a block begins with.

    Args:
        folded: the folded view.
        text: the original, of the same length.
        span: the block, without indentation.
        block: its index.
    """
    pattern = _BY_FIRST.get(folded[span.start : span.start + 1])
    found = pattern.match(folded, span.start, span.end) if pattern else None
    if found is None or folded.startswith(TABLE_ROWS, found.end()):
        return None
    return _marker(found, text, block)


def stands_between(folded: str, marker: Marker, value: int, span: Span) -> bool:
    """Whether the label with another number stands anywhere in a span, perhaps glued to what is before it.

    Where a line break was lost, a label stands in the middle of a paragraph: 拍卖标的第三章　拍卖当事人.
    """
    bare = relabelled(marker, value).translate(_BARE)
    start = folded.find(bare, span.start, span.end)
    while start >= 0:
        if folded[start - 1 : start] not in ("第", "、") and not folded[start - 1 : start].isdigit():
            return True
        start = folded.find(bare, start + 1, span.end)
    return False


def relabelled(marker: Marker, value: int) -> str:
    """A label written as another one is, with another number."""
    digits = marker.text[marker.value_span.start - marker.span.start : marker.value_span.end - marker.span.start]
    if marker.form is Form.SHOUXIAN:
        return _ORDINALS[value - 1] if 0 < value <= len(_ORDINALS) else marker.text
    if digits in _SINGLE:
        chars = next(chars for chars, form in _PRECOMPOSED if digits in chars)
        return marker.style.replace("#", chars[value - 1], 1) if 0 < value <= len(chars) else str(value)
    number = digits_as(str(value), digits) if digits.isdecimal() else han(value)
    if not _FORMAL.isdisjoint(digits):
        number = number.translate(_AS_FORMAL)
    return marker.style.replace("#", number, 1)


def _marker(found: re.Match[str], text: str, block: int) -> Marker | None:
    name = found.lastgroup or ""
    form, value, group = (_FORMS[name], _number(found[name]), name) if name in _FORMS else _read(found, name)
    if not value:
        return None
    start, end = found.span()
    first, last = found.span(group)
    if group == "decimal":
        first += found[group].rindex(".") + 1
    style = f"{text[start:first]}#{text[last:end]}"
    span, value_span = make_span((start, end)), make_span((first, last))
    return _make_marker((span, text[start:end], form, value, value_span, style, block, False))


def _read(found: re.Match[str], name: str) -> tuple[Form, int, str]:
    """Which class a label is of that is written with more than a number, its number, and the group that shows it."""
    if name == "single":
        return *_SINGLE[found["single"]], "single"
    if name in ("unit", "branch"):
        # 第十条之一 stands between 第十条 and 第十一条: it has the number of its article and does not count.
        value = 0 if found["branch"] else _number(found["statute"])
        return _STATUTE[found["unit"]], value, "statute"
    return Form.DECIMAL, int(found["decimal"].rpartition(".")[2]), "decimal"


@lru_cache(maxsize=4096)
def _number(text: str) -> int:
    """The number of a label; 0 if it is none: （试行）, 今年，, 一九五八，."""
    if text.isdecimal():
        return whole_number(text) or 0
    is_year = len(text) > 3 and _TENS.isdisjoint(text)
    return whole_number(text) or 0 if _NUMERALS.issuperset(text) and not is_year else 0
