"""Figures of made-up reports that agree with each other: parts with wholes, rates with what they are rates of."""

from __future__ import annotations

import random
from collections.abc import Callable, Mapping
from decimal import ROUND_HALF_UP, Decimal

FIRST = "安白北昌城丰福高古光湖华金景靖凉临龙南宁平青清泉石泰桐万武西新兴阳永玉源云梅松柳竹兰秀"
SECOND = "川溪河岭阳安宁州泉塘林原丘陵湾浦渡桥亭坪岗台谷潭湖洲屏峰"


def percent(part: int, whole: int) -> str:
    """A part of a whole, with one decimal, as one rounds by hand."""
    return str((Decimal(100 * part) / whole).quantize(Decimal("0.1"), ROUND_HALF_UP))


def share(chance: random.Random) -> str:
    """How many of some are finished, and what part that is."""
    whole = chance.randint(40, 900)
    part = chance.randint(whole // 4, whole - 1)
    return f"在{whole}个重点项目中，已完成{part}个，占{percent(part, whole)}%"


def growth(chance: random.Random) -> str:
    """A figure, the one of the year before, and the rate between them."""
    before, now = chance.randint(300, 9000), chance.randint(300, 9000)
    way = "增长" if now > before else "下降"
    name = chance.choice(("办件量", "服务人次", "受理事项", "线上办理量", "巡查次数", "走访户次"))
    return f"{name}由上年的{before}件{way}到{now}件，{way}{percent(abs(now - before), before)}%"


def handled(chance: random.Random) -> str:
    """How many came in, how many of them were taken up and finished."""
    came = chance.randint(60, 1500)
    taken = chance.randint(came // 2, came)
    ended = chance.randint(taken // 2, taken)
    return f"{came}件，受理{taken}件，办结{ended}件"


def checked(chance: random.Random) -> str:
    """What was found, and how much of it has been mended."""
    found = chance.randint(20, 400)
    return f"发现问题{found}个，已整改{chance.randint(found // 2, found)}个"


def money(chance: random.Random) -> str:
    """Money in two parts that add up."""
    first, second = chance.randint(100, 5000), chance.randint(100, 5000)
    return f"投入资金{first + second}万元，其中上级补助{first}万元、本级配套{second}万元"


def town(chance: random.Random) -> str:
    """A name that a town may have."""
    return chance.choice(FIRST) + chance.choice(SECOND) + chance.choice(("镇", "镇", "乡", "街道"))


FIGURES: Mapping[str, Callable[[random.Random], str]] = {
    "share": share,
    "growth": growth,
    "handled": handled,
    "checked": checked,
    "money": money,
    "town": town,
}
"""What stands in braces in `phrases.yaml` and is worked out here."""
