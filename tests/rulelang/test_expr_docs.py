"""`docs/expressions.md` says what the code does."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from lint_reports.analysis import analyse
from lint_reports.checks.base import Names
from lint_reports.readers import read
from lint_reports.rulelang.expr import evaluate, functions, operations, parse, tokens
from lint_reports.rulelang.expr.messages import ExpressionError
from lint_reports.rulelang.expr.types import field_path, roots

PAGE = (Path(__file__).parents[2] / "docs" / "expressions.md").read_text(encoding="utf-8")
MOMENT = field_path("document_date")
NAMES = {
    **roots(),
    "signed": MOMENT._replace(optional=False),
    "published": MOMENT,
    "heading": roots()["headings"].item or MOMENT,
}


def section(title: str) -> str:
    return PAGE.partition(f"\n## {title}\n")[2].partition("\n## ")[0]


def rows(title: str) -> list[list[str]]:
    """The cells of the tables of a section, without their heads."""
    found = [line.strip().strip("|").split(" | ") for line in section(title).splitlines() if line.startswith("|")]
    return [[cell.strip() for cell in row] for row in found[2:]]


EXAMPLES = [line for block in re.findall(r"```python\n(.*?)```", PAGE, re.DOTALL) for line in block.splitlines()]


@pytest.mark.parametrize("source", EXAMPLES)
def test_an_example_is_an_expression(source: str) -> None:
    assert isinstance(parse.parse(source, NAMES), tuple)


@pytest.mark.parametrize("source", EXAMPLES)
def test_an_example_can_be_evaluated_on_a_document(source: str) -> None:
    text = (
        "某某市司法局2023年工作总结\n发布日期：2024-01-26\n一、2023年工作成效\n截至2023年12月底，办结五件。\n"
        "二、2024年工作安排\n力争2024年6月底前办结。\n某某市司法局\n2024年1月20日\n"
    )
    analysis = analyse(read(text.encode(), "a.txt"))
    bound = {"signed": analysis.document_date, "published": analysis.document_date, "heading": analysis.headings[0]}
    names = Names(analysis, bound)
    tree = parse.parse(source, NAMES)
    assert evaluate.evaluator(tree)(names, evaluate.Steps()) in (True, False, None)


def test_there_are_examples_in_every_section_that_needs_them() -> None:
    sections = ("Types", "Grammar", "Functions", "Unknown values")

    assert [title for title in sections if "```python\n" not in section(title)] == []


def test_every_function_has_a_row_and_every_row_a_function() -> None:
    documented = [row[0].strip("`").partition("(")[0] for row in rows("Functions")]

    assert sorted(documented) == sorted(functions.FUNCTIONS)


@pytest.mark.parametrize("signature", [row[0].strip("`") for row in rows("Functions")])
def test_a_function_takes_as_many_arguments_as_documented(signature: str) -> None:
    name, _, arguments = signature.rstrip(")").partition("(")
    if name in functions.PLAIN:
        assert len(functions.PLAIN[name].takes) == len(arguments.split(", "))
    else:
        assert (" for x in list" in arguments) == (name not in {"abs", "round", "min", "max"})


def test_every_function_and_form_can_be_run() -> None:
    assert set(functions.PLAIN) <= {*operations.OPERATIONS, *evaluate.FORMS}
    assert set(functions.LOOPS) <= set(operations.FOLDS)


def test_the_facts_are_listed() -> None:
    listed = section("Names").partition("the facts themselves: ")[2].partition(".")[0]

    assert [name.strip("`") for name in listed.split(", ")] == list(roots())


def test_the_limits_are_those_of_the_code() -> None:
    assert [int(row[1]) for row in rows("Limits")] == [
        tokens.MAX_LENGTH,
        tokens.MAX_DEPTH,
        parse.MAX_NODES,
        tokens.MAX_DIGITS,
        tokens.MAX_TEXT,
        parse.MAX_LOOPS,
        evaluate.MAX_STEPS,
    ]
    assert f"from 0 to {functions.MAX_PLACES}" in section("Functions")


@pytest.mark.parametrize(
    "source",
    [
        "signed.year == 1e3",
        "signed.year == 0x10",
        "signed.year == 1_000",
        "signed.year == .5",
        "signed.year ** 2 == 4",
        "signed is published",
        "published == None",
        "lambda: True",
        "headings[0].stop",
        "any([h.stop for h in headings])",
        "signed.year in {2023, 2024}",
        'heading.text == f"总结"',
        "any((y := h).stop for h in headings)",
        "heading.stop # 句号",
        "_ == 1",
    ],
)
def test_what_the_page_rules_out_is_refused(source: str) -> None:
    with pytest.raises(ExpressionError):
        parse.parse(source, NAMES)
