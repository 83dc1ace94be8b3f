"""Kind `defined`: short names that are used and never introduced, or introduced and never used."""

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
    "fault": Choice(("undefined", "unused"), "used and never introduced, or introduced and never used"),
    "definition": ListOf(
        Text("a pattern with a group `name`", read_pattern),
        "what introduces a name; a longer name introduces its own ending, too",
        single=True,
    ),
    "use": Text("a pattern with a group `name`: a name that must have been introduced", read_pattern),
    "unless": VETO,
}
REQUIRED: tuple[str, ...] = ("fault", "definition")
SCOPED: tuple[str, ...] = tuple(SCOPE.fields)


def settle(options: Mapping[str, Plain], wanted: Wanted) -> Mapping[str, Plain]:
    """`name` is the short name."""
    offer(wanted, ("name",))
    if (options["use"] is None) is (options["fault"] == "undefined"):
        zh, en = "fault 为 undefined 时要有 use，为 unused 时不能有。", "use goes with undefined, and only with it"
        raise Wrong(wanted.place_of("fault"), Say(zh, en))
    for field in ("definition", "use"):
        for pattern in _patterns(options[field]):
            if "name" not in pattern["groups"]:
                raise Wrong(wanted.place_of(field), Say("正则里要有 (?P<name>…)。", "the pattern has no group `name`"))
    return options


def _patterns(value: Plain) -> tuple[Plain, ...]:
    if value is None:
        return ()
    return value if isinstance(value, tuple) else (value,)


def triggers(options: Mapping[str, Plain]) -> tuple[str, ...] | None:
    """The literals of what is reported: of the uses, or of the definitions."""
    patterns = _patterns(options["use"]) or options["definition"]
    literals = [pattern["literals"] for pattern in patterns]
    return tuple(sorted({literal for one in literals for literal in one})) if all(literals) else None
