"""Kind `dated`: wordings that are right from a day on, or up to a day, judged by the date of the document."""

from __future__ import annotations

import re
from collections.abc import Mapping

from lint_reports.kinds.vetoes import VETO
from lint_reports.language import Say
from lint_reports.rulelang.fields import SCOPE
from lint_reports.rulelang.located import Scalar, Wrong
from lint_reports.rulelang.patterns import read_ending, read_pattern, read_word
from lint_reports.rulelang.schema import Choice, Field, ListOf, MapOf, Plain, Record, Text, TextOr
from lint_reports.rulelang.spec import Wanted, offer

_DATE = re.compile(r"[0-9]{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12][0-9]|3[01]))?)?")


def _date(scalar: Scalar) -> str:
    if not _DATE.fullmatch(scalar.text):
        zh = f"“{scalar.text}”不是日期：写作 2024-07-18、2024-07 或 2024。"
        en = f"“{scalar.text}” is no date; write 2024-07-18, 2024-07 or 2024"
        raise Wrong(scalar.place, Say(zh, en))
    return scalar.text


_DAY = Text("the first day on which the wording is right, or the last: 2024-07-18, 2024-07 or 2024", _date)
_ENTRY = Record(
    {
        "date": _DAY,
        "since": Text("documents from before this day are not judged: an earlier revision may be meant", _date),
        "to": Text("the right wording"),
        "inside": ListOf(Text(), "longer words that contain the wording and are not meant", single=True),
    },
    ("date",),
)
FIELDS: Mapping[str, Field] = {
    "words": MapOf(TextOr(_DAY, _ENTRY, "date"), "wording: its day, as the folded text has it", read_word),
    "fault": Choice(("early", "late"), "the document is from before the day, or from after it"),
    "before": Text("a pattern that must follow every wording", read_pattern),
    "after": Text("a pattern that must stand right before every wording", read_ending),
    "unless": VETO,
}
REQUIRED: tuple[str, ...] = ("words", "fault")
SCOPED: tuple[str, ...] = tuple(SCOPE.fields)


def settle(options: Mapping[str, Plain], wanted: Wanted) -> Mapping[str, Plain]:
    """`written` is where the document says when it was written."""
    offer(wanted, ("written",), ("date", "right"))
    return options


def triggers(options: Mapping[str, Plain]) -> tuple[str, ...]:
    """The wordings themselves."""
    return tuple(options["words"])
