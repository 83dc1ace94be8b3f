"""The samples in `seeds/` show what `seeds/README.md` says of them, and nothing else."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest
from opencc import OpenCC

from lint_reports.finding import Severity
from lint_reports.linter import Linter
from lint_reports.located import Places
from lint_reports.readers import read
from lint_reports.report import Report
from lint_reports.rules import choose, load_plan
from lint_reports.settings import Settings

SEEDS = Path(__file__).parents[1] / "seeds"
NAMES = sorted(path.name for path in (SEEDS / "faulty").iterdir())
Change = Callable[[str], str]
PAGE = (SEEDS / "README.md").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def linter() -> Linter:
    return Linter(choose(load_plan(), Settings(least=Severity.INFO)))


def check(linter: Linter, path: Path) -> Counter[tuple[int, str]]:
    """How often each rule reports each line."""
    return found(linter, path.read_bytes(), path.name)


def found(linter: Linter, data: bytes, name: str) -> Counter[tuple[int, str]]:
    report = linter.check(data, name)
    assert isinstance(report, Report)
    assert report.problems == ()
    places = Places(report.document)
    return Counter((places.at(finding.span).start.line, finding.rule) for finding in report.findings)


def rows(title: str) -> list[list[str]]:
    """The cells of the table of a section, without its head; code marks are taken off."""
    section = PAGE.partition(f"\n## {title}\n")[2].partition("\n## ")[0]
    lines = [line.strip("| ") for line in section.splitlines() if line.startswith("|")]
    return [[cell.strip("` ") for cell in line.split("|")] for line in lines[2:]]


FAULTS = rows("The faults")


@pytest.mark.parametrize("name", NAMES)
def test_a_faulty_report_shows_exactly_its_faults(linter: Linter, name: str) -> None:
    documented = Counter((int(line), rule) for file, line, _, rule in FAULTS if file == name)

    assert check(linter, SEEDS / "faulty" / name) == documented


@pytest.mark.parametrize("name", NAMES)
def test_a_clean_report_passes_without_a_word(linter: Linter, name: str) -> None:
    assert check(linter, SEEDS / "clean" / name) == Counter()


def traditional(text: str) -> str:
    # The dictionaries see a 蓄发 in 积蓄发展; script/over-converted would say so.
    return str(OpenCC("s2tw").convert(text)).replace("蓄髮展", "蓄發展")


def half_width(text: str) -> str:
    return text.translate(str.maketrans("，；：？！（）", ",;:?!()"))


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("change", [traditional, half_width], ids=lambda change: change.__name__)
def test_a_clean_report_in_other_writing_is_told_only_that(linter: Linter, name: str, change: Change) -> None:
    source = read((SEEDS / "clean" / name).read_bytes(), name).source
    rules = {rule for _, rule in found(linter, change(source).encode(), name)}

    assert rules <= {"script/traditional-public-text", "punct/halfwidth-document"}


def test_the_page_itself_passes_without_a_word(linter: Linter) -> None:
    assert check(linter, SEEDS / "README.md") == Counter()


def test_every_faulty_report_has_a_twin_and_stands_on_the_page() -> None:
    twins = sorted(path.name for path in (SEEDS / "clean").iterdir())

    assert twins == NAMES
    assert sorted(row[0] for row in rows("The pairs")) == NAMES
    assert sorted({row[0] for row in FAULTS}) == NAMES


@pytest.mark.parametrize("folder", ["faulty", "clean"])
@pytest.mark.parametrize("row", rows("The pairs"), ids=lambda row: row[0])
def test_a_file_is_encoded_as_the_page_says(folder: str, row: list[str]) -> None:
    name, _, form = row
    document = read((SEEDS / folder / name).read_bytes(), name)
    encodings = {"utf-8": "UTF-8", "utf-8-sig": "UTF-8 with byte order mark", "gb18030": "GB18030"}
    newlines = {"\n": "LF", "\r\n": "CRLF"}

    assert f"{encodings[document.encoding]}, {newlines[document.newline]}" == form


@pytest.mark.parametrize("name", NAMES)
def test_a_report_has_a_realistic_length(name: str) -> None:
    for folder in ("faulty", "clean"):
        text = read((SEEDS / folder / name).read_bytes(), name).source

        assert 600 <= len(re.sub(r"\s", "", text)) <= 1800
