"""Kind `text`: a pattern in a scope."""

from __future__ import annotations

from collections.abc import Mapping

from lint_reports.kinds.vetoes import VETO
from lint_reports.rulelang.fields import SCOPE
from lint_reports.rulelang.patterns import read_pattern
from lint_reports.rulelang.schema import Choice, Field, Flag, Plain, Text
from lint_reports.rulelang.spec import Wanted, offer

FIELDS: Mapping[str, Field] = {
    "pattern": Text("a regular expression on the folded text; named groups are places", read_pattern),
    "view": Choice(("folded", "original"), "what the pattern is matched on; the folded text if left out"),
    "unless": VETO,
    "once": Flag("report the first match in a document only"),
}
REQUIRED: tuple[str, ...] = ("pattern",)
SCOPED: tuple[str, ...] = tuple(SCOPE.fields)


def settle(options: Mapping[str, Plain], wanted: Wanted) -> Mapping[str, Plain]:
    """The groups of the pattern are what a rule may name."""
    offer(wanted, options["pattern"]["groups"])
    return options


def triggers(options: Mapping[str, Plain]) -> tuple[str, ...] | None:
    """The literals of the pattern; unknown for the original text, which is not searched for them."""
    return None if options["view"] == "original" else options["pattern"]["literals"] or None
