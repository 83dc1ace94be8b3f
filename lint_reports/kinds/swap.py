"""Kind `swap`: wrong wordings and what they should be, many in one rule."""

from __future__ import annotations

from collections.abc import Mapping

from lint_reports.language import Say
from lint_reports.rulelang.fields import SCOPE
from lint_reports.rulelang.located import Wrong
from lint_reports.rulelang.patterns import read_ending, read_pattern, read_word
from lint_reports.rulelang.schema import Field, ListOf, MapOf, Plain, Record, Text, TextOr
from lint_reports.rulelang.spec import Wanted, offer

_ENTRY = Record(
    {
        "to": Text("the right wording"),
        "inside": ListOf(Text(), "longer words that contain the wrong one and are right", single=True),
        "not_before": Text("a pattern that must not follow", read_pattern),
        "not_after": Text("a pattern that must not stand right before", read_ending),
        "before": Text("a pattern that must follow", read_pattern),
        "after": Text("a pattern that must stand right before", read_ending),
    },
    ("to",),
)


FIELDS: Mapping[str, Field] = {
    "words": MapOf(
        TextOr(Text(), _ENTRY, "to"), "wrong wording: right wording, as the folded text has them", read_word
    ),
    "inside": ListOf(Text(), "longer words in which none of the wrong wordings is wrong", single=True),
}
REQUIRED: tuple[str, ...] = ("words",)
SCOPED: tuple[str, ...] = tuple(SCOPE.fields)


def settle(options: Mapping[str, Plain], wanted: Wanted) -> Mapping[str, Plain]:
    """A message may quote the right wording."""
    offer(wanted, (), ("right",))
    for wrong, entry in options["words"].items():
        if entry["to"] == wrong:
            zh, en = f"“{wrong}”与它的正确写法相同。", f"“{wrong}” is its own right wording"
            raise Wrong(wanted.place_of("words"), Say(zh, en))
    return options


def triggers(options: Mapping[str, Plain]) -> tuple[str, ...]:
    """The wrong wordings themselves."""
    return tuple(options["words"])
