"""Kind `table`: the figures of a table that must add up, and those that the text quotes from it."""

from __future__ import annotations

from collections.abc import Mapping

from lint_reports.language import Say
from lint_reports.rulelang.located import Wrong
from lint_reports.rulelang.patterns import read_ending, read_pattern
from lint_reports.rulelang.schema import Choice, Field, Flag, Integer, ListOf, Plain, Text
from lint_reports.rulelang.spec import Wanted, offer

_SIDES = ("left", "right")
_CELL = ("row", "column")
_FORMS = (("add", "total"), ("add", *_SIDES), ("stated", *_CELL))
FIELDS: Mapping[str, Field] = {
    "within": ListOf(Text("", read_pattern), "patterns that a cell of the table must match, one for each", single=True),
    "without": Text("a pattern that no cell of the table may match", read_pattern),
    "add": Choice(("rows", "columns"), "what is added up: rows, in each column, or columns, in each row"),
    "total": Text("the label of a line that is the sum of those before it, or, the first one, after it", read_pattern),
    "skip": Text("with total: labels of lines that are no part of it", read_pattern),
    "doubt": Text("labels of lines that may be no part of a sum, and of those where nothing is compared", read_pattern),
    "left": ListOf(Text("", read_pattern), "labels of the lines on one side of an equation", single=True),
    "right": ListOf(Text("", read_pattern), "labels of the lines on the other side", single=True),
    "relation": Choice(("equal", "at-least"), "what the left side must be to the right one; equal if left out"),
    "figures": Integer(
        3, 1000, "where no column has the label total or column: rows with so many figures end in their total"
    ),
    "least": Integer(2, 1000, "with total: the fewest lines that it is the sum of"),
    "most": Integer(2, 1000, "with total: the most"),
    "others": Flag("report only where the sum is right at least as often as it is wrong"),
    "stated": Text("a figure in the text: a pattern with a group `n`", read_pattern),
    "row": Text("with stated: the label of the row it is taken from", read_pattern),
    "column": Text("with stated: the label of the column", read_pattern),
    "not_after": Text("with stated: a pattern right before the figure's words that speaks against it", read_ending),
}
REQUIRED: tuple[str, ...] = ()
SCOPED: tuple[str, ...] = ("in", "tense", "genre", "lift")


def settle(options: Mapping[str, Plain], wanted: Wanted) -> Mapping[str, Plain]:
    """`match` is the total or the figure in the text, `first` the first part or the cell of that figure."""
    given = {name for form in _FORMS for name in form if options[name] is not None}
    if given not in [set(form) for form in _FORMS]:
        zh = "应有 add 和 total，或 add、left 和 right，或 stated、row 和 column，三者取一。"
        en = "a rule has add and total, or add, left and right, or stated, row and column"
        raise Wrong(wanted.rule, Say(zh, en))
    groups = options["stated"]["groups"] if options["stated"] else ()
    if options["stated"] and "n" not in groups:
        raise Wrong(
            wanted.place_of("stated"),
            Say("stated 的正则要有名为 n 的组：(?P<n>…)。", "stated needs a group called n: (?P<n>…)"),
        )
    offer(wanted, (*groups, "first"), ("sum", "terms", "total", "line", "label"))
    return options


def triggers(options: Mapping[str, Plain]) -> tuple[str, ...] | None:
    """The literals of what must stand in the text or in the table."""
    needed = options["stated"] or options["total"] or options["right"][0]
    if options["figures"] and not options["stated"]:  # the label of the total need not be there
        needed = options["within"][0] if options["within"] else None
    return (needed["literals"] or None) if needed else None
