"""Kind `pair`: quotation marks, title marks and brackets that stand alone, cross, are reversed or nest wrongly."""

from __future__ import annotations

from collections.abc import Mapping

from lint_reports.analysis.pairs import NESTED, OPENERS, PairFault
from lint_reports.rulelang.schema import Choice, Field, ListOf, MapOf, Plain
from lint_reports.rulelang.spec import Wanted, offer

_PAIRS = tuple(opener + closer for opener, closer in OPENERS.items())
FIELDS: Mapping[str, Field] = {
    "marks": ListOf(Choice(_PAIRS), "which pairs of marks", single=True),
    "faults": ListOf(
        Choice((*PairFault, NESTED)),
        "what is reported of them; nested: directly inside a pair that `inside` names",
        single=True,
    ),
    "inside": MapOf(Choice(_PAIRS), "for nested: the pair that must not stand directly inside this one"),
}
REQUIRED: tuple[str, ...] = ("marks", "faults")
SCOPED: tuple[str, ...] = ("in", "tense", "layout", "block", "genre")


def settle(options: Mapping[str, Plain], wanted: Wanted) -> Mapping[str, Plain]:
    """`match` is the mark; `other`, where there is one, the second mark of the same fault."""
    offer(wanted, ("other",), ("partner",))
    return options


def triggers(_options: Mapping[str, Plain]) -> None:
    """Unknown: the marks are scanned once for all rules."""
    return
