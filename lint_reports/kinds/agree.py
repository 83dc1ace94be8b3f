"""Kind `agree`: one thing written in several ways in one document; the minority is reported, the majority shown."""

from __future__ import annotations

from collections.abc import Mapping

from lint_reports.language import Say
from lint_reports.rulelang.fields import SCOPE
from lint_reports.rulelang.patterns import read_pattern
from lint_reports.rulelang.schema import Choice, Field, Integer, ListOf, MapOf, Plain, Text, unknown
from lint_reports.rulelang.spec import Wanted, offer

FIELDS: Mapping[str, Field] = {
    "forms": MapOf(
        Text("a pattern", read_pattern),
        "the ways of writing it, each with a name and perhaps a group `at`; of equally frequent ones the first is "
        "right; with a group `of`, only those are compared in which it is the same",
    ),
    "per": Choice(
        ("document", "level"), "compared over the whole document, or headings of one class of labels with each other"
    ),
    "wrong": ListOf(Text(), "the forms that may be reported; any but the majority if left out", single=True),
    "times": Integer(1, 100, "how many times as frequent the majority must be; 1 if left out"),
    "most": Integer(1, 100, "the most places reported in a document; 5 if left out"),
}
REQUIRED: tuple[str, ...] = ("forms",)
SCOPED: tuple[str, ...] = tuple(SCOPE.fields)


def settle(options: Mapping[str, Plain], wanted: Wanted) -> Mapping[str, Plain]:
    """`match` is a place of the minority, `usual` the first of the majority."""
    offer(wanted, ("usual",), ("count", "usual_count", "form", "usual_form"))
    for name in options["wrong"] or ():
        if name not in options["forms"]:
            raise unknown(wanted.place_of("wrong"), name, options["forms"], Say("形式", "form"))
    return options


def triggers(options: Mapping[str, Plain]) -> tuple[str, ...] | None:
    """The literals of all forms, if all have some."""
    literals = [form["literals"] for form in options["forms"].values()]
    return tuple(sorted({literal for one in literals for literal in one})) if all(literals) else None
