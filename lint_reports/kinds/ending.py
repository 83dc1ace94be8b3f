"""Kind `ending`: what a paragraph or heading may end in."""

from __future__ import annotations

from collections.abc import Mapping

from lint_reports.language import Say
from lint_reports.rulelang.fields import SCOPE
from lint_reports.rulelang.located import Wrong
from lint_reports.rulelang.patterns import read_ending, read_pattern
from lint_reports.rulelang.schema import Choice, Field, Flag, Integer, Plain, Text
from lint_reports.rulelang.spec import Wanted, offer

FIELDS: Mapping[str, Field] = {
    "of": Choice(("paragraph", "heading"), "prose, or headings on lines of their own"),
    "must": Text("a pattern in which it must end; put $ at its end", read_ending),
    "must_not": Text("a pattern in which it must not end; put $ at its end", read_ending),
    "least": Integer(1, 10000, "the shortest paragraph looked at, in code points"),
    "contains": Text("a pattern that stands somewhere in the paragraph", read_pattern),
    "unless": Text("a pattern anywhere in the paragraph that speaks against it", read_pattern),
    "majority": Flag("report only where most paragraphs of the document end as they must"),
}
REQUIRED: tuple[str, ...] = ("of",)
SCOPED: tuple[str, ...] = tuple(SCOPE.fields)


def settle(options: Mapping[str, Plain], wanted: Wanted) -> Mapping[str, Plain]:
    """Either what it must end in or what it must not; `end` is the very end."""
    offer(wanted, ("end",), ("last",))
    if (options["must"] is None) == (options["must_not"] is None):
        raise Wrong(
            wanted.place_of("must_not"),
            Say("ending 规则应有 must 或 must_not 之一。", "a rule of kind ending has either must or must_not"),
        )
    return options


def triggers(_options: Mapping[str, Plain]) -> None:
    """Unknown: every paragraph has an end."""
    return
