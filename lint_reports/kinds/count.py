"""Kind `count`: an announced number against the items that follow."""

from __future__ import annotations

from collections.abc import Mapping

from lint_reports.kinds.vetoes import VETO
from lint_reports.language import Say
from lint_reports.rulelang.fields import SCOPE
from lint_reports.rulelang.located import Wrong
from lint_reports.rulelang.patterns import read_pattern
from lint_reports.rulelang.schema import Choice, Field, ListOf, Plain, Text
from lint_reports.rulelang.spec import Wanted, offer

FIELDS: Mapping[str, Field] = {
    "announce": Text("a pattern with a group `n`, the number announced", read_pattern),
    "items": ListOf(
        Choice(("labels", "run")), "what is counted: labels at the start of paragraphs, or 一是…二是…", single=True
    ),
    "unless": VETO,
}
REQUIRED: tuple[str, ...] = ("announce", "items")
SCOPED: tuple[str, ...] = tuple(SCOPE.fields)


def settle(options: Mapping[str, Plain], wanted: Wanted) -> Mapping[str, Plain]:
    """`match` is the announcement, `n` its number, `last` the label of the last item."""
    groups = options["announce"]["groups"]
    if "n" not in groups:
        raise Wrong(
            wanted.place_of("announce"),
            Say("announce 的正则要有名为 n 的组：(?P<n>…)。", "announce needs a group called n: (?P<n>…)"),
        )
    offer(wanted, (*groups, "first", "last"), ("counted",))
    return options


def triggers(options: Mapping[str, Plain]) -> tuple[str, ...] | None:
    """The literals of the announcement."""
    return options["announce"]["literals"] or None
