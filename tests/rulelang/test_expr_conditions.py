"""Conditions taken apart by what they need."""

from __future__ import annotations

import pytest

from lint_reports.rulelang.expr import types
from lint_reports.rulelang.expr.conditions import conditions
from lint_reports.rulelang.expr.evaluate import Steps, runner
from lint_reports.rulelang.expr.parse import parse

ROOTS = types.roots()
NAMES = {**ROOTS, "date": ROOTS["dates"].item, "heading": ROOTS["headings"].item}


def tree(source):
    return parse(source, NAMES)


def field(name):
    return ("field", ("item",), name)


CASES = {
    "of one member": ("date.cutoff", "date.exists", ["date"], ((), {"date": [(field("cutoff"), True), (field("exists"), False)]}, ())),
    "of the document": (None, "period.certain", [], ([("period.certain", False)], {}, ())),
    "parts of a conjunction": (
        "period.certain and date.cutoff and date.year == period.year",
        "date.exists",
        ["date"],
        ([("period.certain", True)], {"date": [(field("cutoff"), True), (field("exists"), False)]}, [("date.year == period.year", True)]),
    ),
    "what must hold is not taken apart": (
        None,
        "date.exists and period.certain",
        ["date"],
        ((), {"date": []}, [("date.exists and period.certain", False)]),
    ),
    "two lists": (
        "date.cutoff",
        "date.year == heading.year",
        ["date", "heading"],
        ((), {"date": [(field("cutoff"), True)], "heading": []}, [("date.year == heading.year", False)]),
    ),
    "what is asserted is asked after one comparison": (
        "not date.cutoff and not date.whole and date.year == 2024 and not (date.month == 5 and date.cutoff)",
        "date.year < date.month",
        ["date"],
        (
            (),
            {
                "date": [
                    (("not", field("cutoff")), True),
                    (("not", field("whole")), True),
                    (("==", field("year"), ("const", 2024)), True),
                    (("<", field("year"), field("month")), False),
                    (("not", ("and", ("==", field("month"), ("const", 5)), field("cutoff"))), True),
                ]
            },
            (),
        ),
    ),
    "a comprehension is asked last": (
        "any(other.year == date.year for other in dates) and date.year == period.year",
        "date.year == document_date.year",
        ["date"],
        (
            (),
            {"date": []},
            [
                ("date.year == document_date.year", False),
                ("date.year == period.year", True),
                ("any(other.year == date.year for other in dates)", True),
            ],
        ),
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", CASES)
def test_what_conditions_need(name) -> None:
    when, holds, lists, (once, alone, joint) = CASES[name]
    found = conditions(tree(when) if when else None, tree(holds), lists)
    assert found.once == tuple((tree(source), wanted) for source, wanted in once)
    assert found.alone == {name: tuple(asked) for name, asked in alone.items()}
    assert found.joint == tuple((tree(source), wanted) for source, wanted in joint)


def test_a_condition_of_one_member_is_asked_of_it() -> None:
    (asked, _) = conditions(None, tree("date.year == 2024 or not known(date.month)"), ["date"]).alone["date"][0]
    run = runner(asked)
    moment = type("Moment", (), {"year": 2023, "month": 5})
    assert run(moment, Steps()) is False
    moment.year = 2024
    assert run(moment, Steps()) is True
    moment.year = None
    assert run(moment, Steps()) is None
