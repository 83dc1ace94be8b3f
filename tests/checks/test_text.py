"""Kind `text`: a pattern in a scope."""

from __future__ import annotations

import pytest

from lint_reports.finding import Confidence, Edit, Fix, Label, Safety, Severity
from lint_reports.language import Say
from lint_reports.text import Span

TEXT = "kind: text\npattern: 截止\n"
WRITTEN = "kind: text\nview: original\n"
GROUP = "kind: text\npattern: (?P<word>截止)(?P<date>\\d{1,2}月)?\n"
REPORT = """\
某某市司法局2023年工作总结
2023年，某某市司法局依法履职，各项工作取得进展。
一、2023年工作成效
截止甲，共办结五件。
二、2024年工作打算
截止乙，完成全部任务。
（一）加强学习。截止丙，学习两次。
某某市司法局
2024年1月5日
附件：截止丁
"""

# The fields of the rule, and a sample with ⟦⟧ round what it must report.
BEHAVIOUR = {
    "every match": (TEXT, "⟦截止⟧六月底办结五件，⟦截止⟧七月底办结六件。\n⟦截止⟧八月底办结七件。"),
    "nothing to find": (TEXT, "截至六月底办结五件。"),
    "the first in the document": (TEXT + "once: true", "⟦截止⟧六月底办结五件，截止七月底。\n截止八月底办结七件。"),
    "a group": (GROUP + "at: word", "⟦截止⟧6月，办结五件。"),
    "a group that took part": (GROUP + "at: date", "截止⟦6月⟧，办结五件。"),
    "a group that took no part": (GROUP + "at: date", "⟦截止⟧今年，办结五件。"),
    "Traditional script": ("kind: text\npattern: 办结", "本年度共⟦辦結⟧五件，群衆滿意。"),
    "half-width marks": ("kind: text\npattern: 件，（", "办结五⟦件,(⟧其中一件)已公开。"),
    "full-width digits": ("kind: text\npattern: '\\d+件'", "办结⟦１２件⟧，受理⟦30件⟧。"),
    "look behind": ("kind: text\npattern: (?<=共)办结", "共⟦办结⟧五件，已办结六件。"),
    "start of a paragraph": ("kind: text\npattern: ^办结", "⟦办结⟧五件，办结六件。\n⟦办结⟧七件。"),
    "end of a paragraph": ("kind: text\npattern: 件$", "办结五件。另外办结六⟦件⟧\n办结七件。"),
    "a literal that is expected in every match but masked": (
        "kind: text\npattern: 《\ufffc+》和",
        "贯彻落实⟦《某某市办法》和⟧《某某市细则》。",
    ),
    "body only": (TEXT, REPORT.replace("截止甲", "⟦截止⟧甲").replace("截止乙", "⟦截止⟧乙").replace("截止丙", "⟦截止⟧丙")),
    "another part": (TEXT + "scope: {in: attachment}", REPORT.replace("截止丁", "⟦截止⟧丁")),
    "the title": ("kind: text\npattern: 总结\nscope: {in: title}", REPORT.replace("总结", "⟦总结⟧")),
    "the signature": ("kind: text\npattern: 司法局\nscope: {in: signature}", REPORT.replace("局\n2024", "局⟧\n2024").replace("\n某某市司法局⟧", "\n某某市⟦司法局⟧")),
    "a plan": (
        TEXT + "scope: {tense: plan}",
        REPORT.replace("截止乙", "⟦截止⟧乙").replace("截止丙", "⟦截止⟧丙"),
    ),
    "a review or problems": (TEXT + "scope: {tense: [review, problems]}", REPORT.replace("截止甲", "⟦截止⟧甲")),
    "a heading that is run in": (TEXT + "scope: {layout: run-in}", REPORT.replace("截止丙", "⟦截止⟧丙")),
    "a heading on its own line": (
        "kind: text\npattern: 工作\nscope: {layout: own-line}",
        REPORT.replace("一、2023年工作", "一、2023年⟦工作⟧").replace("二、2024年工作", "二、2024年⟦工作⟧"),
    ),
    "a genre": (TEXT + "scope: {genre: [plan, summary]}", REPORT.replace("截止甲", "⟦截止⟧甲").replace("截止乙", "⟦截止⟧乙").replace("截止丙", "⟦截止⟧丙")),
    "another genre": (TEXT + "scope: {genre: statute}", REPORT),
    "a condition on the document": (TEXT + "applies: period.year == 2023", REPORT.replace("截止甲", "⟦截止⟧甲").replace("截止乙", "⟦截止⟧乙").replace("截止丙", "⟦截止⟧丙")),
    "a condition that does not hold": (TEXT + "applies: period.year == 2022", REPORT),
    "a condition that cannot be told": (TEXT + "applies: roles.published.year == 2024", REPORT),
    "quotations are masked": (TEXT, "所谓“截止日期”另行规定，⟦截止⟧目前办结五件。"),
    "quotations, lifted": (TEXT + "scope: {lift: quote}", "所谓“⟦截止⟧日期”和《截止办法》另行规定。"),
    "titles, lifted": (TEXT + "scope: {lift: title}", "所谓“截止日期”和《⟦截止⟧办法》另行规定。"),
    "both, lifted": (TEXT + "scope: {lift: [quote, title]}", "所谓“⟦截止⟧日期”和《⟦截止⟧办法》另行规定。"),
    "citations are masked": ("kind: text\npattern: '2024'", "按照某司发〔2024〕5号文件，⟦2024⟧年完成任务。"),
    "citations, lifted": ("kind: text\npattern: '2024'\nscope: {lift: citation}", "按照某司发〔⟦2024⟧〕5号文件办理完毕。"),
    "addresses are masked": ("kind: text\npattern: abc", "网址为http://abc.gov.cn/，又称⟦abc⟧网站。"),
    "addresses, lifted": ("kind: text\npattern: abc\nscope: {lift: url}", "网址为http://⟦abc⟧.gov.cn/，已经公开。"),
    "the original: a full-width figure": (WRITTEN + "pattern: '[\\uff10-\\uff19]+件'", "办结⟦１２件⟧，受理30件。"),
    "the original: a half-width mark": (WRITTEN + "pattern: '件,'", "办结五⟦件,⟧受理六件，已公开。"),
    "the original: Traditional script as it is": (WRITTEN + "pattern: '\\u7d50'", "办结五件，辦⟦結⟧六件。"),
    "the original: masked": (WRITTEN + "pattern: 截止", "“截止日期”另行规定，⟦截止⟧目前办结五件。"),
    "the original: lifted": (WRITTEN + "pattern: 截止\nscope: {lift: quote}", "“⟦截止⟧日期”另行规定，《截止办法》有效。"),
    "the original: in its scope": (
        WRITTEN + "pattern: 截止\nscope: {tense: plan}",
        REPORT.replace("截止乙", "⟦截止⟧乙").replace("截止丙", "⟦截止⟧丙"),
    ),
    "the original: only the first": (WRITTEN + "pattern: 件,\nonce: true", "办结五⟦件,⟧受理六件,公开。"),
    "the original: a veto on the folded view": (
        WRITTEN + "pattern: 件,\nunless: [{after: 受理, good: 办结五件，受理六件。}]",
        "办结五件,受理六⟦件,⟧公开。",
    ),
    "the original: a class without literals": (WRITTEN + "pattern: '[^一-龥]{3}'", "办结⟦ABC⟧件。"),
}  # fmt: skip


@pytest.mark.parametrize("trusted", [True, False], ids=["re", "regex"])
@pytest.mark.parametrize("name", BEHAVIOUR)
def test_what_it_finds(marked, name, trusted) -> None:
    fields, sample = BEHAVIOUR[name]
    assert marked(fields, sample, trusted=trusted) == sample


MARKDOWN = {
    "headings": ("scope: {block: heading}", "# 某某市2023年工作总结\n\n## 一、⟦截止⟧情况\n\n截止六月，办结五件。\n"),
    "list items": ("scope: {block: list-item}", "截止五月办结五件。\n\n- ⟦截止⟧六月办结六件。\n- ⟦截止⟧七月办结七件。\n"),
    "cells": ("scope: {block: table-cell}", "截止五月办结五件。\n\n| 截至 | 件数 |\n|---|---|\n| ⟦截止⟧六月 | 6 |\n"),
    "two kinds": ("scope: {block: [quote, paragraph]}", "⟦截止⟧五月办结五件。\n\n> ⟦截止⟧六月办结六件。\n\n- 截止七月办结七件。\n"),
    "strong": ("", "**⟦截止⟧五月**办结五件，`截止`是字段名。\n"),
}  # fmt: skip


@pytest.mark.parametrize("name", MARKDOWN)
def test_what_it_finds_in_markdown(marked, name) -> None:
    scope, sample = MARKDOWN[name]
    assert marked(TEXT + scope, sample, name="报告.md") == sample


def test_what_it_says(report) -> None:
    fields = """
kind: text
severity: warning
pattern: (?P<word>截止)(?P<date>\\d{1,2}月)(?P<none>底)?
message: {zh: "“{word}”后有“{date}”{none}", en: "{match}"}
at: word
related:
  - {at: date, zh: "{date}在此", en: "{date} here"}
  - {at: none, zh: 底在此, en: 底 here}
fix: {replace: word, with: "截至{none}", safety: safe}
"""
    (finding,) = report(fields, "办结五件，截止６月，受理七件。").findings
    assert (finding.rule, finding.severity, finding.confidence) == ("t/rule", Severity.WARNING, Confidence.LIKELY)
    assert finding.message == "“截止”后有“６月”"
    assert finding.span == Span(5, 7)
    assert finding.related == (Label(Span(7, 9), "６月在此"),)
    assert finding.fix == Fix((Edit(Span(5, 7), "截至"),), Safety.SAFE)


FIXES = {
    "replace": ("{replace: word, with: 截至, safety: safe}", "截至6月底，办结。"),
    "replace by another place": ("{replace: match, with: '{date}{word}', safety: safe}", "6月截止底，办结。"),
    "delete": ("{delete: word, safety: safe}", "6月底，办结。"),
    "insert before": ("{insert: 、, before: date, safety: safe}", "截止、6月底，办结。"),
    "insert after": ("{insert: '{word}', after: date, safety: safe}", "截止6月截止底，办结。"),
}


@pytest.mark.parametrize("name", FIXES)
def test_how_it_mends(report, name) -> None:
    fix, mended = FIXES[name]
    text = "截止6月底，办结。"
    (finding,) = report(f"kind: text\npattern: (?P<word>截止)(?P<date>\\d月)\nfix: {fix}", text).findings
    (edit,) = finding.fix.edits
    assert text[: edit.span.start] + edit.text + text[edit.span.end :] == mended


def test_no_fix_where_its_place_took_no_part(report) -> None:
    fields = GROUP + "fix: {replace: date, with: 六月, safety: unsafe}"
    assert [finding.fix for finding in report(fields, "截止今年，截止6月。").findings] == [
        None,
        Fix((Edit(Span(7, 9), "六月"),), Safety.UNSAFE),
    ]


def test_what_is_quoted_is_short_and_on_one_line(report) -> None:
    fields = "kind: text\npattern: 共[^。]*。\nmessage: {zh: '{match}', en: '{match}'}"
    (finding,) = report(fields, "共" + "甲" * 20 + "　\t" + "乙" * 30 + "。").findings
    assert finding.message == "共" + "甲" * 20 + " " + "乙" * 6 + "……" + "乙" * 9 + "。"


def test_only_a_pattern_on_the_folded_view_has_triggers(spec) -> None:
    assert [spec(f"{kind}pattern: 截止").triggers for kind in ("kind: text\n", WRITTEN)] == [("截止",), None]


def test_a_view_that_does_not_exist(complaint, mistake, pack) -> None:
    source = pack(TEXT + "view: written")
    said = Say(
        mistake(source, "7:11", "规则 t/rule：没有名为“written”的取值。可用的有：folded、original。"),
        mistake(source, "7:11", "rule t/rule: unknown value “written”. Allowed: folded, original."),
    )
    assert complaint(source) == said


def test_a_pattern_without_a_name_is_called_match(complaint, mistake, pack) -> None:
    source = pack("kind: text\npattern: 截止\nat: word")
    said = Say(
        mistake(source, "7:9", "规则 t/rule：没有名为“word”的位置。可用的有：match。"),
        mistake(source, "7:9", "rule t/rule: unknown place “word”. Allowed: match."),
    )
    assert complaint(source) == said
