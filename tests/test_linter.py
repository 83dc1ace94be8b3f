"""Bytes in, an outcome out."""

from __future__ import annotations

import pytest

from lint_reports.document import Media
from lint_reports.language import Say
from lint_reports.linter import Linter
from lint_reports.plan import make_plan
from lint_reports.report import Failure, Report

TEXT = "坚持依法行政，截止六月办结五件，群众满意度不断提升。"


@pytest.fixture
def plan(spec):
    return make_plan([spec("kind: text\npattern: 截止\nmessage: {zh: '“{match}”有误', en: '“{match}” is wrong'}")])


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_a_document_in_any_encoding(plan, encoding) -> None:
    outcome = Linter(plan).check(TEXT.encode(encoding), "报告.txt")
    assert isinstance(outcome, Report)
    assert [finding.message for finding in outcome.findings] == ["“截止”有误"]
    assert (outcome.name, outcome.document.media) == ("报告.txt", Media.PLAIN)


def test_the_language_of_messages(plan) -> None:
    outcome = Linter(plan, "en").check(TEXT.encode(), "报告.txt")
    assert isinstance(outcome, Report)
    assert [finding.message for finding in outcome.findings] == ["“截止” is wrong"]


def test_the_name_says_how_it_is_read(plan) -> None:
    outcome = Linter(plan).check(f"# 总结\n\n`截止`，{TEXT}\n".encode(), "报告.MD")
    assert isinstance(outcome, Report)
    assert outcome.document.media is Media.MARKDOWN
    assert len(outcome.findings) == 1


def test_a_document_that_cannot_be_read_is_a_failure(plan) -> None:
    outcome = Linter(plan).check(b"%PDF-1.7\n", "报告.txt")
    assert outcome == Failure(
        "报告.txt",
        Say(
            "这是PDF 文档（.pdf），本版本不读这种格式；请另存为 UTF-8 编码的纯文本（.txt）或 Markdown（.md）。",
            "This is a PDF document (.pdf), a format that this version does not read; "
            "save it as plain text (.txt) or Markdown (.md) in UTF-8.",
        ),
    )


def test_an_encoding_that_the_document_does_not_keep_is_a_failure(plan) -> None:
    assert isinstance(Linter(plan, encoding="ascii").check(TEXT.encode(), "报告.txt"), Failure)
    assert isinstance(Linter(plan, encoding="utf-8").check(TEXT.encode(), "报告.txt"), Report)


def test_some_documents_at_once_come_to_the_same(plan) -> None:
    files = [
        (TEXT.encode(), "一.txt"),
        (b"%PDF-1.7\n", "二.txt"),
        ("坚持依法行政。".encode(), "三.txt"),
        (b"", "四.txt"),
    ]
    linter = Linter(plan)
    assert linter.check_all(files) == [Linter(plan).check(data, name) for data, name in files]
    assert linter.check_all([]) == []
