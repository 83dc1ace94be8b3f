"""Kind `series`: what is wrong with numbering labels, by the numbering grammar."""

from __future__ import annotations

from collections.abc import Mapping

from lint_reports.analysis.numbering import NumberFault
from lint_reports.facts import RUN_FORMS, Form
from lint_reports.language import Say
from lint_reports.rulelang.located import Wrong
from lint_reports.rulelang.patterns import read_ending
from lint_reports.rulelang.schema import Choice, Field, Integer, ListOf, Plain, Text
from lint_reports.rulelang.spec import Wanted, offer

_FAULTS = (*NumberFault, "restart", "unseparated")
FIELDS: Mapping[str, Field] = {
    "forms": ListOf(
        Choice(tuple(Form)),
        "which labels; those at the start of paragraphs or those inside them, not both",
        single=True,
    ),
    "fault": Choice(_FAULTS, "what is reported of them"),
    "least": Integer(1, 100, "the fewest labels a series must have"),
    "not_after": Text("for unseparated: a pattern right before the label that speaks against it", read_ending),
}
REQUIRED: tuple[str, ...] = ("forms", "fault")
SCOPED: tuple[str, ...] = ("in", "tense", "layout", "block", "genre")


def settle(options: Mapping[str, Plain], wanted: Wanted) -> Mapping[str, Plain]:
    """`match` is the label, `previous` the one before it, `digits` its number."""
    offer(wanted, ("previous", "digits", "before"), ("expected", "missing"))
    if len({form in RUN_FORMS for form in options["forms"]}) > 1:
        raise Wrong(
            wanted.place_of("forms"),
            Say(
                "forms 不能兼有段首序号和段内序列。",
                "forms mixes labels at the start of paragraphs with those inside them",
            ),
        )
    return options


def triggers(_options: Mapping[str, Plain]) -> None:
    """Unknown: labels are read once for all rules."""
    return
