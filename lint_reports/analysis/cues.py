"""Where figures may be said to have changed, or to be a sum: cheap to tell, and all that most texts need."""

from __future__ import annotations

import re

from lint_reports.analysis.skeleton import COUNT, GAP, PERCENT, POINTS, TIMES, Skeleton
from lint_reports.patterns import lazy

UP = "增加|增长|上升|提高|提升|扩大|扩展|拓展|跃升|攀升|上涨|发展|壮大|延长|净增|增|升|涨|扩"
DOWN = "减少|下降|降低|压缩|压减|精简|缩短|缩减|缩小|回落|下调|收窄|减|降|压|缩"
GROWING = "增幅|升幅|涨幅|多"
SHRINKING = "降幅|减幅|少"
FORM = "(?:了|达到?|高达|为|是|幅度?达|幅度为)?"
"""What stands between such a verb and the figure."""
FIGURE = f"[{COUNT}{PERCENT}]"
_FROM_TO = lazy(
    f"[由从](?P<before>{GAP}{{0,18}}?)(?P<prior>{FIGURE}){GAP}{{0,10}}?，?"
    f"(?:(?P<risen>{UP})|(?P<fallen>{DOWN}))了?(?:至|到|为|成){GAP}{{0,12}}?(?P<current>{FIGURE})"
)
_RISEN = lazy(f"(?:{UP}|{DOWN}|{GROWING}|{SHRINKING})(?:率|幅度)?{FORM}$")
"""What stands before any figure that `changes` takes for a change."""
_LAST = frozenset("加长升高大展跃涨幅多少低缩减简短落调窄增扩降压率度了到达为是")
"""The last characters of `_RISEN`."""
_SUM = lazy("(?:合计|共计|总计|总[共量额数]|总收入|总支出|共)(?:投入|安排|下达|到位|支出|收入)?(?:达到?|为|是|有)?$")
"""What stands before any figure that `totals` takes for a sum."""
_LAST_OF_SUM = frozenset("计共量额数入出排达位到为是有")
"""The last characters of `_SUM`."""
_LONGEST = 8


def risen_in(skeleton: Skeleton) -> list[int]:
    """Which marks, counted from the first of the text, stand after a verb such as 增长."""
    after = skeleton.marks_after(_LAST, COUNT + PERCENT + POINTS + TIMES)
    return [number for number in after if skeleton.stands_after(_RISEN, number, _LONGEST)]


def summed_in(skeleton: Skeleton) -> list[int]:
    """Which marks stand after 合计 or 共: what figures before them make together."""
    after = skeleton.marks_after(_LAST_OF_SUM, COUNT)
    return [number for number in after if skeleton.stands_after(_SUM, number, _LONGEST)]


def moved_in(skeleton: Skeleton) -> list[re.Match[str]]:
    """由50件增至60件, as matches with the groups `before`, `prior`, `risen` or `fallen`, and `current`."""
    return list(skeleton.matches_at(_FROM_TO, "由", "从"))
