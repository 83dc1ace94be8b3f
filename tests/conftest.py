"""What the tests share: a cache folder of their own, and rules made of a few lines."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from wcwidth import wcwidth

from lint_reports.engine import Engine
from lint_reports.errors import RuleFileError
from lint_reports.kinds import KINDS
from lint_reports.language import Say
from lint_reports.plan import make_plan
from lint_reports.readers import read
from lint_reports.report import Report
from lint_reports.rulelang.loading import Mistakes, read_pack
from lint_reports.rulelang.reading import unmark
from lint_reports.rulelang.spec import RuleSpec

FILE = "t.yaml"
HEAD = ("pack: t", "title: {zh: 试验, en: trial}", "rules:", "  - id: t/rule")
DEFAULTS = {
    "severity": "severity: error",
    "title": "title: {zh: 误, en: wrong}",
    "message": "message: {zh: 有误, en: it is wrong}",
    "basis": "basis: [{source: 逻辑, strength: 逻辑}]",
    "examples": "examples: [{bad: ⟦误⟧}, {good: 正}]",
}


@pytest.fixture(scope="session")
def cache_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the tests keep plans: shared, so that the shipped rules are read once."""
    return tmp_path_factory.mktemp("cache") / "lint-reports"


@pytest.fixture(autouse=True)
def _settings(cache_folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LINT_REPORTS_CACHE_DIR", str(cache_folder))
    for name in ("LINT_REPORTS_LANG", "NO_COLOR", "TERM"):
        monkeypatch.delenv(name, raising=False)


def _pack(fields: str) -> str:
    given = fields.strip("\n").split("\n")
    keys = {line.partition(":")[0] for line in given}
    rest = [line for key, line in DEFAULTS.items() if key not in keys]
    return "\n".join([*HEAD, *(f"    {line}" if line else "" for line in [*given, *rest])]) + "\n"


def _complaint(source: str) -> Say | None:
    mistakes = Mistakes()
    read_pack(source, FILE, KINDS, mistakes, trusted=False)
    try:
        mistakes.throw()
    except RuleFileError as error:
        return error.say
    return None


def _spec(fields: str, *, trusted: bool = False) -> RuleSpec:
    mistakes = Mistakes()
    pack = read_pack(_pack(fields), FILE, KINDS, mistakes, trusted=trusted)
    mistakes.throw()
    assert pack is not None
    return pack.rules[0]


def _report(fields: str, text: str, *, trusted: bool = False, name: str = "报告.txt") -> Report:
    return Engine(make_plan([_spec(fields, trusted=trusted)])).run(read(text.encode(), name))


def _marked(fields: str, sample: str, *, trusted: bool = False, name: str = "报告.txt") -> str:
    text, _ = unmark(sample)
    report = _report(fields, text, trusted=trusted, name=name)
    for finding in reversed(report.findings):
        span = report.document.to_source(finding.span)
        text = f"{text[: span.start]}⟦{span.of(text)}⟧{text[span.end :]}"
    return text


@pytest.fixture(scope="session")
def pack() -> Callable[[str], str]:
    """Makes a rule file of the fields of one rule: they begin in line 5, column 5; what is missing is added below."""
    return _pack


@pytest.fixture(scope="session")
def complaint() -> Callable[[str], Say | None]:
    """Says what is wrong with the text of a rule file called t.yaml; nothing if all is well."""
    return _complaint


@pytest.fixture(scope="session")
def spec() -> Callable[..., RuleSpec]:
    """Reads one rule from its fields."""
    return _spec


@pytest.fixture(scope="session")
def report() -> Callable[..., Report]:
    """Runs one rule over a text."""
    return _report


@pytest.fixture(scope="session")
def marked() -> Callable[..., str]:
    """Runs one rule over a sample with marks, and marks what it has found instead."""
    return _marked


def _mistake(source: str, place: str, sentence: str) -> str:
    line, column = map(int, place.split(":"))
    shown = source.split("\n")[line - 1]
    blank = "".join("\u3000" if wcwidth(char) == 2 else " " for char in shown[: column - 1])
    return f"{FILE}:{place}: {sentence}\n    {shown}\n    {blank}^"


@pytest.fixture(scope="session")
def mistake() -> Callable[[str, str, str], str]:
    """Writes what a message about a place (line:column) of a rule file looks like, with the caret under it."""
    return _mistake
