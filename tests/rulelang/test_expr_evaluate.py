"""What expressions are worth."""

from __future__ import annotations

import datetime
import marshal
import subprocess
import sys
from decimal import Decimal

import pytest

from lint_reports.facts import Heading, Layout, Moment, Tense, Width
from lint_reports.rulelang.expr.evaluate import BadTreeError, Steps, TooManyStepsError, Tree, evaluator
from lint_reports.rulelang.expr.parse import parse
from lint_reports.rulelang.expr.types import BOOL, INT, STR, Kind, Type, field_path, roots
from lint_reports.text import Span

NOWHERE = Span(0, 0)


def moment(year: int | None, month: int | None = None, day: int | None = None, *, cutoff: bool = False) -> Moment:
    return Moment(NOWHERE, "某日", year, month, day, NOWHERE, NOWHERE, NOWHERE, cutoff=cutoff)


def heading(text: str, year: int | None = None, tense: Tense = Tense.REVIEW) -> Heading:
    return Heading(NOWHERE, text, 1, tense, year, NOWHERE, Layout.OWN_LINE, stop=False)


MOMENT = field_path("document_date")
NAMES = {
    "a": MOMENT,
    "b": MOMENT,
    "none": MOMENT,
    "n": INT,
    "zero": INT,
    "unknown": INT._replace(optional=True),
    "yes": BOOL,
    "no": BOOL,
    "maybe": BOOL._replace(optional=True),
    "s": STR,
    "plan": Type(Kind.RECORD, Heading),
    "headings": roots()["headings"],
    "empty": roots()["headings"],
    "lost": roots()["headings"]._replace(optional=True),
    "width": roots()["width"],
}
VALUES = {
    "a": moment(2023, 1, 26),
    "b": moment(2024, 1, 26),
    "none": None,
    "n": 7,
    "zero": 0,
    "unknown": None,
    "yes": True,
    "no": False,
    "maybe": None,
    "s": "云溪县2023年工作总结",
    "plan": heading("下一步打算", 2024, Tense.PLAN),
    "headings": (heading("工作成效", 2023), heading("存在问题", None), heading("下一步打算", 2024, Tense.PLAN)),
    "empty": (),
    "lost": None,
    "width": Width(NOWHERE, 3, 7, 30.1),
}


def value(source: str) -> object:
    """What the expression is worth; its tree goes through `marshal` on the way, as it does in a cache."""
    tree = marshal.loads(marshal.dumps(parse(source, NAMES, None)))
    return evaluator(tree)(VALUES)


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        pytest.param("a.month == b.month and abs(days(a, b)) > 300", True, id="signature slip"),
        pytest.param("a.year == b.year", False, id="years"),
        pytest.param("days(a, b)", -365, id="days back"),
        pytest.param("days(b, a.date)", 365, id="days on"),
        pytest.param("days(b, date(a.year + 1, 1, 1))", 25, id="days from a made date"),
        pytest.param("date(2024, 2, 29)", datetime.date(2024, 2, 29), id="leap day"),
        pytest.param("a.date < b.date", True, id="dates"),
        pytest.param("max(a.date, b.date)", datetime.date(2024, 1, 26), id="later date"),
        pytest.param("n + 2 * 3 - 1", 12, id="precedence"),
        pytest.param("(n + 2) * 3", 27, id="brackets"),
        pytest.param("-n // 2", -4, id="floor"),
        pytest.param("-n % 4", 1, id="remainder"),
        pytest.param("--n", 7, id="two minus signs"),
        pytest.param("0.1 + 0.2 == 0.3", True, id="no binary fractions"),
        pytest.param("n / 2", Decimal("3.5"), id="division"),
        pytest.param("1 / 3 * 3 == 1", False, id="quotients are rounded"),
        pytest.param("-(-0.5)", Decimal("0.5"), id="minus minus constant"),
        pytest.param("-(n / 2)", Decimal("-3.5"), id="minus decimal"),
        pytest.param("abs(-0.5)", Decimal("0.5"), id="abs of a decimal"),
        pytest.param("abs(-n)", 7, id="abs"),
        pytest.param("round(2.345, 2)", Decimal("2.35"), id="half up"),
        pytest.param("round(-2.5, 0)", Decimal(-3), id="half away from zero"),
        pytest.param("round(n, 1)", Decimal("7.0"), id="round a whole number"),
        pytest.param("min(n, 2.5, 9)", Decimal("2.5"), id="min"),
        pytest.param("max(1, n)", 7, id="max"),
        pytest.param(
            "99999999999999999.0 + 0.00000000000000001", Decimal("99999999999999999.00000000000000001"), id="exact"
        ),
        pytest.param("width.share", Decimal("30.1"), id="float as it reads"),
        pytest.param("width.share > 30", True, id="float against whole number"),
        pytest.param("width.share == 30.1", True, id="float against decimal"),
        pytest.param("width.share * 3 == 90.3", True, id="float in arithmetic"),
        pytest.param("width.share in (30, 30.1)", True, id="float among decimals"),
        pytest.param("30 < width.share < 30.2", True, id="float in a chain"),
        pytest.param("max(width.share, 5) - 0.1 == 30", True, id="greatest of mixed numbers"),
        pytest.param("(width.share if yes else 5) + 0.9", Decimal("31.0"), id="branches of mixed numbers"),
        pytest.param("2000 <= a.year <= 2023 < b.year", True, id="chain"),
        pytest.param("2000 <= a.year != 2023 < n", False, id="broken chain"),
        pytest.param("plan.tense == 'plan'", True, id="enumeration"),
        pytest.param("'review' == plan.tense", False, id="enumeration on the right"),
        pytest.param("plan.tense in ('plan', 'mixed')", True, id="enumeration among values"),
        pytest.param("plan.tense not in ['plan', 'mixed']", False, id="not among values"),
        pytest.param("n in (-7, 7.0)", True, id="number among numbers"),
        pytest.param("s != '云溪县'", True, id="text"),
        pytest.param("size(s)", 12, id="size of a text"),
        pytest.param("size(headings)", 3, id="size of a list"),
        pytest.param("contains(s, '工作')", True, id="contains"),
        pytest.param("contains(s, '计划')", False, id="contains not"),
        pytest.param("starts_with(s, '云溪县')", True, id="starts"),
        pytest.param("ends_with(s, '总结')", True, id="ends"),
        pytest.param("'a' if no else 'b'", "b", id="conditional"),
        pytest.param("'a'if no else'b'", "b", id="words that touch quotes"),
        pytest.param("not (yes and no)", True, id="not"),
        pytest.param("all(h.level == 1 for h in headings)", True, id="all"),
        pytest.param("any(h.year == 2025 for h in headings if known(h.year))", False, id="any"),
        pytest.param("count(h.tense == 'review' for h in headings)", 2, id="count"),
        pytest.param("count(h.level == 1 for h in headings if h.tense == 'plan' if yes)", 1, id="count with two ifs"),
        pytest.param("sum(size(h.text) for h in headings)", 13, id="sum"),
        pytest.param("sum(h.level / 4 for h in headings)", Decimal("0.75"), id="sum of decimals"),
        pytest.param("max(h.year for h in headings if known(h.year))", 2024, id="greatest"),
        pytest.param("min(h.year / 1 for h in headings if known(h.year))", Decimal(2023), id="least"),
        pytest.param("all(any(h.text == g.text for g in headings) for h in headings)", True, id="nested"),
        pytest.param("all(h.stop for h in empty)", True, id="all of none"),
        pytest.param("any(h.stop for h in empty)", False, id="any of none"),
        pytest.param("sum(h.level for h in empty)", 0, id="sum of none"),
        pytest.param("sum(h.level / 2 for h in empty)", Decimal(0), id="decimal sum of none"),
        pytest.param("n == 7\n and\n yes\n", True, id="several lines"),
        pytest.param("   yes", True, id="indented"),
        pytest.param("a . year == (2023)", True, id="odd spaces"),
    ],
)
def test_the_value_of_an_expression(source: str, expected: object) -> None:
    found = value(source)

    assert found == expected
    assert type(found) is type(expected)


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        pytest.param("unknown == 1", None, id="comparison"),
        pytest.param("unknown + 1 > unknown", None, id="arithmetic"),
        pytest.param("none.year == 2023", None, id="field of an unknown record"),
        pytest.param("none.date == a.date", None, id="property of an unknown record"),
        pytest.param("days(a, none) > 1", None, id="argument"),
        pytest.param("max(1, 2, unknown) > 0", None, id="one of several arguments"),
        pytest.param("round(unknown, 1) > 0", None, id="round"),
        pytest.param("contains(s, 'x') == maybe", None, id="one side"),
        pytest.param("unknown in (1, 2)", None, id="in"),
        pytest.param("-unknown == 1", None, id="minus"),
        pytest.param("not maybe", None, id="not"),
        pytest.param("n // zero == 1", None, id="floor by zero"),
        pytest.param("n % zero == 1", None, id="remainder by zero"),
        pytest.param("n / zero == 1", None, id="division by zero"),
        pytest.param("0 / zero == 1", None, id="nothing by zero"),
        pytest.param("date(2023, 2, 29) == a.date", None, id="no such day"),
        pytest.param("date(99999999999999999, 1, 1) == a.date", None, id="no such year"),
        pytest.param("no and maybe", False, id="false and unknown"),
        pytest.param("maybe and no", False, id="unknown and false"),
        pytest.param("yes and maybe", None, id="true and unknown"),
        pytest.param("maybe and yes", None, id="unknown and true"),
        pytest.param("yes or maybe", True, id="true or unknown"),
        pytest.param("maybe or yes", True, id="unknown or true"),
        pytest.param("no or maybe", None, id="false or unknown"),
        pytest.param("maybe or no", None, id="unknown or false"),
        pytest.param("maybe and yes and no", False, id="false at the end"),
        pytest.param("n < 3 < unknown", False, id="chain broken before the unknown"),
        pytest.param("unknown < n < 3", False, id="chain broken after the unknown"),
        pytest.param("unknown < n < 9", None, id="chain open"),
        pytest.param("n < unknown < n", None, id="unknown in the middle"),
        pytest.param("known(unknown)", False, id="known"),
        pytest.param("known(none.year)", False, id="known field of nothing"),
        pytest.param("known(a.year) and known(maybe or yes)", True, id="known condition"),
        pytest.param("1 if maybe else 1", None, id="unknown choice"),
        pytest.param("1 if yes else unknown", 1, id="branch not taken"),
        pytest.param("unknown if yes else 1", None, id="branch taken"),
        pytest.param("any(h.year == 2024 for h in headings)", True, id="any: one is true"),
        pytest.param("any(h.year == 2025 for h in headings)", None, id="any: none true, one unknown"),
        pytest.param("all(h.year == 2023 for h in headings)", False, id="all: one is false"),
        pytest.param("all(h.year > 2000 for h in headings)", None, id="all: none false, one unknown"),
        pytest.param(
            "all(h.level == 1 for h in headings if h.year > 2000)", True, id="all: what its if leaves open is true"
        ),
        pytest.param("all(h.stop for h in headings if h.year == 2025)", None, id="all: if unknown, element false"),
        pytest.param(
            "any(h.stop for h in headings if h.year > 2000)", False, id="any: what its if leaves open is false"
        ),
        pytest.param(
            "count(h.stop for h in headings if h.year > 2000)", 0, id="count: what its if leaves open is false"
        ),
        pytest.param("count(h.year > 2000 for h in headings)", None, id="count: one unknown"),
        pytest.param("sum(h.year for h in headings)", None, id="sum: one unknown"),
        pytest.param("sum(h.level for h in headings if h.year > 2000)", None, id="sum: if unknown"),
        pytest.param("max(h.year for h in headings)", None, id="max: one unknown"),
        pytest.param("max(h.level for h in empty) == 1", None, id="max of none"),
        pytest.param("all(h.stop for h in lost)", None, id="unknown list"),
        pytest.param("size(lost) > 0", None, id="size of an unknown list"),
    ],
)
def test_unknown_values(source: str, expected: object) -> None:
    assert value(source) is expected


@pytest.mark.parametrize(
    ("source", "tree"),
    [
        pytest.param("a.year == 2023", ("==", ("field", ("name", "a"), "year"), ("const", 2023)), id="comparison"),
        pytest.param(
            "1 < n <= 2.50",
            ("chain", ("const", 1), ("<", ("name", "n")), ("<=", ("decimal", "2.50"))),
            id="chain with a decimal as written",
        ),
        pytest.param(
            "days(a, b) == -1",
            ("==", ("days", ("field", ("name", "a"), "date"), ("field", ("name", "b"), "date")), ("const", -1)),
            id="moments become dates",
        ),
        pytest.param(
            "all(h.stop for h in headings if yes)",
            (
                "each",
                "all",
                "h",
                ("name", "headings"),
                ("const", True),
                ("or", ("not", ("name", "yes")), ("field", ("name", "h"), "stop")),
            ),
            id="an if becomes part of the element",
        ),
    ],
)
def test_a_tree_is_plain_data(source: str, tree: Tree) -> None:
    assert parse(source, NAMES) == tree


def test_steps_are_spent_by_visits_and_long_texts() -> None:
    steps = Steps(10)
    holds = evaluator(parse("all(contains(s, h.text) or yes for h in headings)", NAMES))

    assert holds({**VALUES, "s": "山" * 2_999}, steps) is True
    assert steps.left == 10 - 3 - 3 * 2

    with pytest.raises(TooManyStepsError):
        holds(VALUES, Steps(2))


def test_one_budget_serves_many_evaluations() -> None:
    steps = Steps(7)
    holds = evaluator(parse("all(h.level == 1 for h in headings)", NAMES))

    assert [holds(VALUES, steps), holds(VALUES, steps), steps.left] == [True, True, 1]
    with pytest.raises(TooManyStepsError):
        holds(VALUES, steps)


def test_nested_comprehensions_stop_at_a_million_visits() -> None:
    many = {**VALUES, "headings": VALUES["headings"] * 400}  # type: ignore[operator]
    holds = evaluator(parse("all(all(g.level == h.level for g in headings) for h in headings)", NAMES))

    with pytest.raises(TooManyStepsError):
        holds(many)


@pytest.mark.parametrize(
    "tree",
    [
        pytest.param((), id="empty"),
        pytest.param(("exec", ("const", "1")), id="unknown operation"),
        pytest.param(([], 1), id="tag that is no text"),
        pytest.param("name", id="text"),
        pytest.param(None, id="nothing"),
        pytest.param(("field", ("name", "a"), "__class__"), id="underscore"),
        pytest.param(("field", ("name", "a"), "span.start"), id="dotted field"),
        pytest.param(("field", ("name", "a"), 3), id="field that is no text"),
        pytest.param(("field", ("name", "a")), id="part missing"),
        pytest.param(("const", (1, 2)), id="constant that is no constant"),
        pytest.param(("decimal", "one"), id="decimal that is none"),
        pytest.param(("each", "eval", "h", ("name", "headings"), ("const", True), ("const", True)), id="unknown fold"),
        pytest.param(("chain", ("const", 1), ("exec", ("const", 2))), id="unknown link"),
    ],
)
def test_a_damaged_tree_is_refused(tree: Tree) -> None:
    with pytest.raises(BadTreeError):
        evaluator(tree)


def test_a_tree_without_bottom_is_refused() -> None:
    tree: Tree = ("const", True)
    for _ in range(100_000):
        tree = ("not", tree)

    with pytest.raises(BadTreeError):
        evaluator(tree)


def test_a_forged_multiplication_repeats_no_text() -> None:
    forged = evaluator(("*", ("const", "山"), ("const", 10**18)))

    with pytest.raises(TypeError):
        forged({})


def test_a_run_loads_no_parser_and_no_decimals() -> None:
    program = (
        "import sys; from lint_reports.rulelang.expr.evaluate import evaluator;"
        "print(evaluator(('==', ('name', 'n'), ('const', 1)))({'n': 1}),"
        " {'ast', 'decimal', 'difflib', 'lint_reports.rulelang.expr.parse'} & set(sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)

    assert done.stdout == "True set()\n"
