"""Rules over a document: what is asked, in which order it is reported, and what happens when a rule gives up."""

from __future__ import annotations

import time

import pytest

from lint_reports.checks import matching
from lint_reports.engine import Engine
from lint_reports.finding import Confidence, Severity
from lint_reports.language import Say
from lint_reports.plan import make_plan
from lint_reports.readers import read
from lint_reports.text import Span

REPORT = """\
某某市司法局2023年工作总结
2023年，某某市司法局坚持依法行政，各项工作取得新的进展。
截止六月，认真布署，己经办结五件。
"""


@pytest.fixture
def engine(spec):
    """Makes an engine of rules given by their names and fields."""

    def engine(*rules: tuple[str, str], lang="zh") -> Engine:
        return Engine(make_plan([spec(fields)._replace(id=name) for name, fields in rules]), lang)

    return engine


def text(pattern: str, more: str = "") -> str:
    return f"kind: text\npattern: '{pattern}'\n{more}"


def document(content: str = REPORT, name: str = "报告.txt"):
    return read(content.encode(), name)


def test_findings_are_in_the_order_of_their_places_then_of_their_rules(engine) -> None:
    rules = (
        ("t/c", text("己经")),
        ("t/b", text("截止")),
        ("t/d", "kind: swap\nwords: {布署: 部署, 截止: 截至}"),
        ("t/a", text("截止六月")),
    )
    report = engine(*rules).run(document())
    found = [(finding.span.of(REPORT), finding.rule) for finding in report.findings]
    assert found == [("截止", "t/b"), ("截止", "t/d"), ("截止六月", "t/a"), ("布署", "t/d"), ("己经", "t/c")]
    assert (report.name, report.suppressed, report.not_applicable, report.problems) == ("报告.txt", 0, (), ())


def test_a_finding_has_the_words_of_its_rule(engine) -> None:
    fields = text(
        "截止", "severity: warning\nconfidence: possible\nmessage: {zh: '“{match}”有误', en: '“{match}” is wrong'}"
    )
    (chinese,) = engine(("t/a", fields)).run(document()).findings
    (english,) = engine(("t/a", fields), lang="en").run(document()).findings
    assert (chinese.severity, chinese.confidence) == (Severity.WARNING, Confidence.POSSIBLE)
    assert (chinese.message, english.message) == ("“截止”有误", "“截止” is wrong")


def test_rules_that_lack_a_fact_are_counted(engine) -> None:
    fact = "kind: fact\nfind: {date: roles.published}\nassert: date.year == 1\nat: date"
    report = engine(("t/b", fact), ("t/a", fact), ("t/c", text("截止"))).run(document())
    assert report.not_applicable == ("t/a", "t/b")
    assert [finding.rule for finding in report.findings] == ["t/c"]


@pytest.mark.parametrize("content", ["", "\n\n", "　\r\n\t\r\n"])
def test_a_document_without_text_has_no_findings(engine, content) -> None:
    report = engine(("t/a", text("截止")), ("t/b", "kind: ending\nof: paragraph\nmust: 。$")).run(document(content))
    assert (report.findings, report.not_applicable, report.problems) == ((), (), ())


def test_an_engine_is_used_for_any_number_of_documents(engine) -> None:
    reused = engine(("t/a", text("截止")), ("t/b", "kind: swap\nwords: {布署: 部署}"))
    found = [[finding.rule for finding in reused.run(document(content)).findings] for content in (REPORT, "", REPORT)]
    assert found == [["t/a", "t/b"], [], ["t/a", "t/b"]]


def test_an_engine_without_rules(engine) -> None:
    assert engine().run(document()).findings == ()


def test_two_rules_may_wait_for_the_same_literal(engine) -> None:
    rules = ("t/a", text("截止六")), ("t/b", text("截止六(?=月)")), ("t/c", text("截止七"))
    assert [finding.rule for finding in engine(*rules).run(document()).findings] == ["t/a", "t/b"]


def test_places_are_those_of_the_original(engine) -> None:
    content = "2023年,某某市堅持依法行政,各項工作取得進展。\r\n共辦結５件(其中己經辦結３件)。\r\n"
    report = engine(("t/a", text("己经办结\\d件）"))).run(document(content))
    assert [finding.span.of(content) for finding in report.findings] == ["己經辦結３件)"]


GAVE_UP = Say(
    "规则 t/slow 在本文上运行过久，已放弃；请改写它的正则或表达式。",
    "rule t/slow took too long on this document and was given up; rewrite its pattern or expression",
)
SLOW = {
    "pattern": text("(a|aa)+$"),
    "veto": text("截止", "unless: [{paragraph: '(a|aa)+$', good: 好。}]"),
    "context": "kind: swap\nwords: {截止: {to: 截至, not_before: '.*?(a|aa)+$'}}",
    "announcement": "kind: count\nannounce: (?P<n>三)?(a|aa)+$\nitems: labels",
    "ending": "kind: ending\nof: paragraph\nmust: '(a|aa)+b$'",
    "form": "kind: agree\nforms: {甲: 截止, 乙: '(a|aa)+$'}",
}


@pytest.mark.parametrize("name", SLOW)
def test_a_pattern_that_blows_up_is_given_up_and_the_others_go_on(engine, monkeypatch, name) -> None:
    monkeypatch.setattr(matching, "TIMEOUT", 0.05)
    content = "某某市坚持依法行政。\n截止六月，办结五件" + "a" * 100 + "。\n截止七月，办结六件。"
    start = time.perf_counter()
    report = engine(("t/slow", SLOW[name]), ("t/after", text("截止")), ("t/before", text("办结"))).run(
        document(content)
    )
    assert report.problems == (GAVE_UP,)
    assert [finding.rule for finding in report.findings if finding.rule != "t/slow"] == ["t/after", "t/before"] * 2
    assert time.perf_counter() - start < 30


def test_what_a_rule_found_before_it_gave_up_is_kept(engine, monkeypatch) -> None:
    monkeypatch.setattr(matching, "TIMEOUT", 0.05)
    content = "某某市坚持依法行政。aa\n" + "a" * 100 + "某某市坚持依法行政。"
    report = engine(("t/slow", text("(a|aa)+$"))).run(document(content))
    assert [finding.span for finding in report.findings] == [Span(10, 12)]
    assert report.problems == (GAVE_UP,)


def test_a_comprehension_over_a_long_list_is_given_up(engine) -> None:
    fact = "kind: fact\nfind: {date: dates}\nat: date\nassert: any(other.year != date.year for other in dates)"
    report = engine(("t/slow", fact), ("t/a", text("完成"))).run(document("2023年，" * 3_000 + "完成任务。"))
    assert report.problems == (GAVE_UP,)
    assert [finding.rule for finding in report.findings][-1] == "t/a"


def test_a_hundred_thousand_findings_take_linear_time(engine) -> None:
    start = time.perf_counter()
    report = engine(("t/a", text("截止")), ("t/b", "kind: swap\nwords: {截止: 截至}")).run(document("截止，" * 50_000))
    assert len(report.findings) == 100_000
    assert time.perf_counter() - start < 30


SECTIONS = """\
某某市司法局2023年工作总结
布署一次。
一、2023年工作成效
(一)布署学习。各科室布署到位。
2023年工作体會布署。
二、2024年工作打算
认真布署。
"""


def test_a_finding_knows_the_headings_it_stands_under(engine) -> None:
    report = engine(("t/a", text("布署"))).run(document(SECTIONS))
    assert [(finding.span.start, finding.section) for finding in report.findings] == [
        (SECTIONS.index("布署一次"), ()),
        (SECTIONS.index("布署学习"), ("一、2023年工作成效", "（一）布署学习")),
        (SECTIONS.index("布署到位"), ("一、2023年工作成效", "（一）布署学习")),
        (SECTIONS.index("布署。\n二"), ("一、2023年工作成效", "（一）布署学习")),
        (SECTIONS.index("布署。\n", -6), ("二、2024年工作打算",)),
    ]


def test_of_a_long_heading_only_the_beginning_is_kept(engine) -> None:
    report = engine(("t/a", text("布署"))).run(document(f"# {'學' * 100}\n\n布署。\n", "a.md"))
    assert [finding.section for finding in report.findings] == [("学" * 80,)]
