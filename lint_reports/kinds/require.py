"""Kind `require`: what a kind of document must have, and in which order."""

from __future__ import annotations

from collections.abc import Mapping

from lint_reports.facts import Tense
from lint_reports.language import Say
from lint_reports.rulelang.fields import SCOPE, words
from lint_reports.rulelang.located import Wrong
from lint_reports.rulelang.patterns import read_pattern
from lint_reports.rulelang.schema import Choice, Field, Flag, Integer, ListOf, Plain, Record, Text
from lint_reports.rulelang.spec import Wanted, offer

_ROLES = ("title", "lead", "signature", "signature-date")
FIELDS: Mapping[str, Field] = {
    "elements": ListOf(
        Record(
            {
                "name": Text("what a message calls it"),
                "role": Choice(_ROLES, "a part of the document"),
                "heading": Text("a pattern that a heading must match", read_pattern),
                "section": words(Tense, "which way a section must look"),
                "text": Text("a pattern that must stand somewhere in the scope", read_pattern),
            },
            ("name",),
        ),
        "what must be there; of role, heading, section and text, one will do",
    ),
    "together": Flag("one finding for everything that is missing, not one for each"),
    "ordered": Flag("report the elements that are there but out of order instead of the missing ones"),
    "where": Choice(("start", "end"), "where a missing element is reported"),
    "least": Integer(1, 100000, "the shortest document looked at, in paragraphs of text"),
}
REQUIRED: tuple[str, ...] = ("elements",)
SCOPED: tuple[str, ...] = tuple(SCOPE.fields)
_WAYS = ("role", "heading", "section", "text")


def settle(options: Mapping[str, Plain], wanted: Wanted) -> Mapping[str, Plain]:
    """`element` is the name of what is missing; out of order, `previous` is the element that should come later."""
    offer(wanted, ("previous",), ("element", "other"))
    for element in options["elements"]:
        if all(element[way] is None for way in _WAYS):
            raise Wrong(
                wanted.place_of("elements"),
                Say(
                    f"要素“{element['name']}”应有 role、heading、section、text 中至少一个。",
                    f"the element “{element['name']}” needs one of role, heading, section and text",
                ),
            )
    return options


def triggers(_options: Mapping[str, Plain]) -> None:
    """Unknown: what is missing has no trigger."""
    return
