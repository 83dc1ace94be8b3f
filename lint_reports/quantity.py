"""Quantities: figures with their units, and what they can stand for if they were rounded.

Figures are kept as they are written, as whole numbers and a power of ten; decimals are made of them when asked for.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from lint_reports.text import Span, make_span

if TYPE_CHECKING:
    from decimal import Context, Decimal

COUNTED = frozenset(
    "件 个 项 家 户 人 名 位 起 宗 例 条 份 部 篇 场 批 套 辆 台 架 艘 座 栋 幢 所 处 间 张 只 头 株 支 枚 册 本 种 类"
    " 门 堂 笔 桩 道 盏 块 列 组 队 对 团 县 村 镇 班 期 集 次 人次 件次 场次 批次 户次 车次 班次 架次 台次 天 个工作日"
    " 工作日 个月 元 美元".split()
)
"""Units that are counted in whole numbers: 12件 is twelve, while 12公里 may be anything that rounds to twelve."""


class Quantity(NamedTuple):
    """A figure with its unit.

    Attributes:
        span: from the first digit to the end of the unit.
        text: the same, as written.
        value_span: the digits alone.
        unit: what is counted or measured by: 件, 元, %, 百分点, 倍; empty if none is written.
        exact: no 约, 近, 余, 以上 and the like, and no end of a range.
        written: the digits as a whole number, how many of them are decimal places, and the power of ten of 万 or 亿.
    """

    span: Span
    text: str
    value_span: Span
    unit: str
    exact: bool
    written: tuple[int, int, int]

    @property
    def value(self) -> Decimal:
        """The number, with 万 and 亿 multiplied out; of percentages the number before the sign."""
        digits, places, scale = self.written
        return _decimal(digits, scale - places)

    @property
    def low(self) -> Decimal:
        """The least that it can stand for: rounded, 4.15万 is 41450 or more."""
        return reach(self)[0]

    @property
    def high(self) -> Decimal:
        """The most that it can stand for: cut off instead of rounded, 4.15万 is 41599.9 or less."""
        return reach(self)[1]

    @property
    def step(self) -> Decimal:
        """What one more in the last digit makes: 0.01 of 17.12%, 100 of 4.15万."""
        _, places, scale = self.written
        return _decimal(1, scale - places)

    @property
    def places(self) -> int:
        """How many decimal places are written."""
        return self.written[1]

    @property
    def suffix(self) -> str:
        """What is written after the digits: 万件, %, 个百分点."""
        return self.text[self.value_span.end - self.span.start :]

    def like(self, value: Decimal) -> str:
        """The digits of another number as this one writes its own: in 万 or 亿, with its decimal places."""
        digits = context().scaleb(value, -self.written[2])
        return f"{digits.quantize(_decimal(1, -self.written[1]), 'ROUND_HALF_UP', context()):f}"


def reach(quantity: Quantity) -> tuple[Decimal, Decimal, Decimal]:
    """The least and the most that a figure can stand for, and its value; all the same if it was counted."""
    digits, places, scale = quantity.written
    if places == scale and quantity.unit in COUNTED:
        value = _decimal(digits, 0)
        return value, value, value
    exponent = scale - places
    least, most = _decimal(digits * 10 - 5, exponent - 1), _decimal(digits * 1000 + 999, exponent - 3)
    return least, most, _decimal(digits, exponent)


def stretch(*quantities: Quantity) -> Span:
    """The stretch of text that some figures stand in."""
    starts, ends = zip(*[one.span for one in quantities], strict=True)
    return make_span((min(starts), max(ends)))


def _decimal(digits: int, exponent: int) -> Decimal:
    make = _decimals()
    return make(digits * 10**exponent) if exponent >= 0 else make(f"{digits}E{exponent}")


@cache
def _decimals() -> type[Decimal]:
    from decimal import Decimal  # 4 ms, and only documents that relate figures need it

    return Decimal


@cache
def context() -> Context:
    """Our own context, without traps: what the host program does to the common one must not change a finding."""
    from decimal import Context

    return Context(prec=50, traps=[])
