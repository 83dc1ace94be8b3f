"""Figures as they are written: numbers with 万 and 亿, units, and the words that make them inexact."""

from collections.abc import Iterator
from typing import NamedTuple

from lint_reports.analysis.numerals import whole_number
from lint_reports.patterns import lazy
from lint_reports.quantity import Quantity
from lint_reports.text import Span, make_span, maker

_UNIT = (
    "[件人场户批台班架]次?|个(?:工作日|小时|月)?"
    "|[%‰次项家名元起份条部篇期例宗位册亩种类辆所处座村镇倍番米吨斤克套艘栋幢间张只头株支枚本门堂笔桩道盏块列组队对团县集床孔款]"
    "|天(?![然津府山河水麓门])|百分点|[美欧港日]元|车次|[课学小]时|分钟|工作日|平方(?:公里|千米|米)|立方米|公[里顷斤]"
    "|千(?:[米克]|瓦时?|伏安?)|[毫微]克|兆瓦|标准?箱|蒸吨"
)
"""The most frequent first. Single characters stand in one class: that is several times as quick as a list."""
_HAN_UNIT = "[件起名人例宗份项家户场次部批条篇处所座台辆种类款张]|个(?!百分点)"
_MOST_DIGITS = 15
_NO_FIGURE = "[年月日号届周岁点时级版路线季度刻]|世纪"

# Both begin with a class of characters, and look back only from there: that is several times as quick. What may be left
# out is written `(?:x|)`, which `re` runs with less ado than `(?:x)?`.
_ARABIC = lazy(
    r"(?P<number>[0-9](?<![\d.A-Za-z/第〔].)(?<!\d[：:∶·].)(?!(?<=\d,[0-9])\d\d(?!\d))"
    rf"\d{{0,2}}+(?:(?:,\d{{3}}){{1,4}}|\d{{0,{_MOST_DIGITS - 3}}}+)(?:\.\d{{1,6}}+|))"
    rf"(?![\d.]*[\dA-Za-z]|,\d{{3}}(?!\d)|{_NO_FIGURE}|[ ](?:{_NO_FIGURE}))[ ]?"
    r"(?:(?P<some>[余多几])|)(?:(?P<scale>万亿?|亿|[百千][万亿])|)(?:(?P<more>[余多几])|)[ ]?"
    rf"(?:个(?=百分点)|)(?:(?P<unit>{_UNIT})|)(?:(?P<around>[/多余]|以[上下内外]|左右|上下|之间)|)"
)
"""The number stands before none of what makes it a time or a name: 2023年, 3号线, 2.0版."""
_HAN = lazy(
    "(?P<number>[一二两三四五六七八九十百千](?<![第几每这那哪前首近后数各半零〇一二两三四五六七八九十百千万亿].)"
    "[零〇一二两三四五六七八九十百千万]{0,11})(?P<more>[余多几])?"
    f"(?P<unit>{_HAN_UNIT})(?P<around>多|以上|以下|以内|左右|上下)?"
)
_HAN_PERCENT = lazy(
    "百分之(?P<number>[零〇一二三四五六七八九十百]{1,5})(?P<part>点[零〇一二三四五六七八九]{1,4})?"
    "(?P<around>多|以上|以下|以内|左右)?"
)
_ABOUT = lazy(
    "(?:约(?<![节签契合公制预条违集简].)|近(?<![附最邻临靠远].)|超过?|超出|逾|不足|不到|不少于|不低于|不高于|不超过"
    "|突破|至少|至多|最少|最多|最高|最低|接近|几|各|每|—|～|~|-|大于|小于|低于|高于|多于|少于"
    "|至(?<=[\\d%％万亿元件个人家户].)|到(?<=[\\d%％万亿元件个人家户].))[ ]?$"
)
"""What stands before a number that is not exact, or is each member's own, or closes a range.

Each alternative begins with a character, so that `re` looks for these only.
"""
_BEFORE = frozenset("约近超过出逾足到于破少多高低近几各每—～~-至 ")
"""The last characters of `_ABOUT`; most figures stand after none of them."""
_LONGEST_ABOUT = 6
_RANGE = lazy("[—～~-]{1,2}[ ]?\\d|[至到][ ]?\\d")
_AFTER = frozenset("—～~-至到")
"""The first characters of `_RANGE`."""
_SCALES = {"": 0, "万": 4, "亿": 8, "万亿": 12, "百万": 6, "千万": 7, "百亿": 10, "千亿": 11}
_APPROXIMATE_PAIR = lazy("^[二两三四五六七八九]{2}$")


class Number(NamedTuple):
    """A figure in the folded view.

    Attributes:
        start, end: from the first digit to the end of the unit.
        digits: the end of the digits.
        number: the digits.
        scale: 万, 亿 and the like.
        unit: as `Quantity.unit`.
        exact: as `Quantity.exact`.
    """

    start: int
    end: int
    digits: int
    number: str
    scale: str
    unit: str
    exact: bool

    def above(self, limit: int) -> bool:
        """Whether the digits, without 万 or 亿, make more than a number."""
        return float(self.number.replace(",", "")) > limit

    def quantity(self, text: str) -> Quantity:
        """The figure as a fact.

        Args:
            text: the original.
        """
        start, end, digits, number, scale, unit, exact = self
        whole, _, places = number.replace(",", "").partition(".")
        span, value_span = make_span((start, end)), make_span((start, digits))
        written = (int(whole + places), len(places), _SCALES[scale])
        return _make_quantity((span, text[start:end], value_span, unit, exact, written))


Row = tuple[int, int, int, str, str, str, bool]
"""The fields of a `Number`: most figures are asked for no more, and a plain tuple takes a quarter of the time."""

make_number, _make_quantity = maker(Number), maker(Quantity)


def number_at(span: Span, folded: str, unit: str = "") -> Number:
    """A figure of which the place is known.

    Args:
        span: its digits, Arabic or Han.
        folded: the folded view.
        unit: the unit that follows, or belongs to it though it is not written.
    """
    digits = span.of(folded)
    number = digits if digits[0].isdecimal() else str(whole_number(digits) or 0)
    end = span.end + len(unit) if folded.startswith(unit, span.end) else span.end
    return Number(span.start, end, span.end, number, "", unit, exact=True)


def numbers_in(folded: str) -> list[Row]:
    """The figures of a text, in order, for `make_number`.

    Args:
        folded: the folded view, masked or not.
    """
    found = _arabic(folded)
    han = [*_han(folded)]
    if "百" in folded and "百分之" in folded:
        han += _han_percents(folded)
    return sorted([*found, *han]) if han else found


def _arabic(folded: str) -> list[Row]:
    numbers: list[Row] = []
    around_all = f"{folded}\n"  # so that a character stands before and after each
    for found in _ARABIC.finditer(folded):
        number, some, scale, more, unit, around = found.groups("")
        start, end = found.span()
        digits = start + len(number)
        if not unit:
            end = found.end("scale") if scale else digits
        elif around:
            end -= len(around)
        exact = not (some or more or around)
        # Most figures stand between characters that leave no doubt.
        if exact and (around_all[start - 1] in _BEFORE or around_all[end] in _AFTER):
            exact = _is_exact(folded, start, end)
        numbers.append((start, end, digits, number, scale, unit, exact))
    return numbers


def _han(folded: str) -> Iterator[Row]:
    for found in _HAN.finditer(folded):
        number, more, unit, around = found.groups()
        value = whole_number(number)
        if value is not None and value > 1:  # 一个, 一批 are articles more often than figures
            vague = more or around or _APPROXIMATE_PAIR.match(number)
            exact = not vague and _is_exact(folded, found.start(), found.end("unit"))
            yield found.start(), found.end("unit"), found.end("number"), str(value), "", unit, exact


def _han_percents(folded: str) -> Iterator[Row]:
    for found in _HAN_PERCENT.finditer(folded):
        value, part = whole_number(found["number"]), found["part"]
        places = whole_number(part[1:]) if part else None
        if value is not None:
            number = f"{value}.{places:0{len(part) - 1}}" if part and places is not None else str(value)
            exact = not found["around"] and _is_exact(folded, found.start(), found.end())
            end = found.end("part") if part else found.end("number")
            yield found.start(), end, end, number, "", "%", exact


def _is_exact(folded: str, start: int, end: int) -> bool:
    """Whether nothing around a figure makes it inexact."""
    if _ABOUT.search(folded, max(0, start - _LONGEST_ABOUT), start):
        return False
    return not _RANGE.match(folded, end)
