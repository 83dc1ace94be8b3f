"""Kind `series`: what is wrong with numbering labels, by the numbering grammar."""

from __future__ import annotations

from collections.abc import Mapping

from lint_reports.analysis.numbering import NumberFault
from lint_reports.facts import RUN_FORMS, Form
from lint_reports.language import Say
from lint_reports.rulelang.located import Wrong
from lint_reports.rulelang.patterns import read_ending, read_pattern
from lint_reports.rulelang.schema import Choice, Field, Integer, ListOf, Plain, Text
from lint_reports.rulelang.spec import Wanted, offer

_FAULTS = (
    *NumberFault, "restart", "unseparated", "single", "mixed", "style", "nested", "inverted", "switched",
)  # fmt: skip
FIELDS: Mapping[str, Field] = {
    "forms": ListOf(
        Choice(tuple(Form)),
        "which labels; those at the start of paragraphs or those inside them, not both",
        single=True,
    ),
    "fault": ListOf(Choice(_FAULTS), "what is reported of them", single=True),
    "least": Integer(1, 100, "the fewest labels a series must have"),
    "under": ListOf(Choice(tuple(Form)), "for nested: the labels that must not stand directly above", single=True),
    "styles": ListOf(Text(), "for style: how labels are written, with # for the number", single=True),
    "not_before": Text("for single: a pattern in the rest of the paragraph that speaks against it", read_pattern),
    "not_after": Text("for unseparated: a pattern right before the label that speaks against it", read_ending),
}
_TOGETHER = (("nested", "under"), ("style", "styles"), ("unseparated", "not_after"), ("single", "not_before"))
_NEEDED = ("under", "styles")
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
    for fault, field in _TOGETHER:
        _check_together(options, wanted, fault, field)
    return options


def _check_together(options: Mapping[str, Plain], wanted: Wanted, fault: str, field: str) -> None:
    """Raises `Wrong` if a field is given without the fault it is for, or such a fault without its field."""
    if options[field] and fault not in options["fault"]:
        zh = f"{field} 只用于 fault: {fault}。"
        raise Wrong(wanted.place_of(field), Say(zh, f"{field} goes with fault: {fault} only"))
    if fault in options["fault"] and not options[field] and field in _NEEDED:
        raise Wrong(wanted.place_of("fault"), Say(f"fault: {fault} 要有 {field}。", f"fault: {fault} needs {field}"))


def triggers(_options: Mapping[str, Plain]) -> None:
    """Unknown: labels are read once for all rules."""
    return
