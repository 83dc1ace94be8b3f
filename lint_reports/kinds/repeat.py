"""Kind `repeat`: sentences or paragraphs that stand in one document twice."""

from __future__ import annotations

from collections.abc import Mapping

from lint_reports.kinds.vetoes import VETO
from lint_reports.rulelang.patterns import read_pattern
from lint_reports.rulelang.schema import Choice, Field, Integer, Plain, Text
from lint_reports.rulelang.spec import Wanted, offer

FIELDS: Mapping[str, Field] = {
    "of": Choice(("sentence", "paragraph"), "what is compared"),
    "where": Choice(
        ("section", "document", "one-tense", "two-tenses"),
        "where both must stand: in one section, anywhere, not one in a review and one in a plan, or just that",
    ),
    "least": Integer(10, 10000, "the shortest that is compared, in characters without marks"),
    "ignore": Text("what may differ: a pattern that is left out before two are compared", read_pattern),
    "unless": VETO,
}
REQUIRED: tuple[str, ...] = ("of", "where", "least")
SCOPED: tuple[str, ...] = ("in", "tense", "layout", "block", "genre")


def settle(options: Mapping[str, Plain], wanted: Wanted) -> Mapping[str, Plain]:
    """`match` is the later of two, `first` the one before."""
    offer(wanted, ("first",))
    return options


def triggers(_options: Mapping[str, Plain]) -> None:
    """Unknown: what is repeated may be anything."""
    return
