"""docs/reporters.md and its Chinese twin say what the formats do."""

from __future__ import annotations

import csv
import re
import xml.etree.ElementTree as ET
from io import StringIO
from pathlib import Path

import pytest

from lint_reports.cli import main
from lint_reports.finding import Severity
from lint_reports.reporters import REPORTERS, github, gitlab, rdjson, sarif

ROOT = Path(__file__).parents[2]
PAGES = {name: (ROOT / "docs" / name).read_text(encoding="utf-8") for name in ("reporters.md", "reporters.zh-CN.md")}
every_page = pytest.mark.parametrize("page", PAGES.values(), ids=list(PAGES))


@pytest.fixture
def printed(monkeypatch, capsys):
    """What a run over a sample prints."""
    monkeypatch.chdir(ROOT)

    def printed(*arguments: str) -> str:
        main(["check", *arguments])
        return capsys.readouterr().out

    return printed


def table(page: str, number: int) -> list[list[str]]:
    rows = re.findall(r"(?:^\|.*\n)+", page, re.MULTILINE)[number].splitlines()
    return [[cell.strip() for cell in row.strip("|").split("|")] for row in rows]


@every_page
def test_every_format_is_listed_and_has_a_section(page) -> None:
    listed = re.findall(r"\[`([a-z-]+)`\]\(#([^)]+)\)", page)
    assert {name for name, _ in listed} == set(REPORTERS)
    headings = {heading.replace(" ", "-") for heading in re.findall(r"(?m)^## (.*)$", page)}
    assert {anchor for _, anchor in listed} == headings


def test_both_pages_show_the_same_code() -> None:
    first, second = (re.findall(r"(?ms)^```.*?^```$", page) for page in PAGES.values())
    assert first == second


@pytest.mark.parametrize("page", ["README.md", "README.zh-CN.md"])
def test_every_format_is_in_the_readmes(page) -> None:
    (row,) = re.findall(r"(?m)^\| `--format .*$", (ROOT / page).read_text(encoding="utf-8"))
    assert {*re.findall(r"`([a-z-]+)`", row)} == set(REPORTERS)


@every_page
def test_what_severities_become(page) -> None:
    head, _, *rows = table(page, 1)
    said = {row[0].strip("`"): dict(zip(head[1:], row[1:], strict=True)) for row in rows}
    words = {
        "`sarif`": sarif._LEVELS,
        "`github`": github._COMMANDS,
        "`gitlab`": gitlab._SEVERITIES,
        "`rdjson`": rdjson._SEVERITIES,
        "`checkstyle`": {severity: severity.label for severity in Severity},
    }
    for name, mapping in words.items():
        assert {severity.label: said[severity.label][name] for severity in Severity} == {
            severity.label: word for severity, word in mapping.items()
        }


@every_page
def test_the_text_is_real_output(printed, page) -> None:
    excerpt = page.partition("```text\n")[2].partition("```")[0]
    assert excerpt in printed("seeds/faulty/farm-report.txt")


@every_page
def test_the_row_of_the_list_of_corrections_is_real_output(printed, page) -> None:
    head, _, row = table(page, 2)
    rows = list(csv.reader(StringIO(printed("seeds/faulty", "--format", "errata-csv").removeprefix("\ufeff"))))
    assert rows[0] == head
    assert row in rows


@pytest.mark.parametrize("name", ["html", "sarif", "junit"])
def test_a_run_writes_what_the_page_shows(printed, tmp_path, name) -> None:
    file = tmp_path / "report"
    assert printed("seeds/faulty", "--format", name, "--output", str(file)) == ""
    written = file.read_text(encoding="utf-8")
    if name == "html":
        assert "落款早于所报告的期间结束" in written
        assert written.count("<article") == 8
    elif name == "sarif":
        assert '"text": "落款早于所报告的期间结束"' in written
    else:
        assert len(ET.fromstring(written)) == 8
