"""Kind `require`: what a kind of document must have, and in which order."""

from __future__ import annotations

import pytest

from lint_reports.language import Say

REPORT = """\
某某市司法局2023年工作总结
2023年，某某市司法局坚持依法行政，各项工作取得新的进展。
一、2023年工作成效
办结案件五十件，群众满意度稳步提升。
二、存在的问题
基层力量仍显薄弱，经费保障尚有不足。
三、2024年工作打算
加强学习，完成全年任务，不断提升水平。
某某市司法局
2024年1月5日
"""
PARTS = "kind: require\nelements: [{name: 标题, role: title}, {name: 落款, role: signature}, {name: 成文日期, role: signature-date}, {name: 首段, role: lead}]\n"
HEADINGS = "kind: require\nelements: [{name: 成效, heading: 成效}, {name: 问题, heading: 问题|不足}, {name: 打算, heading: 打算|安排}]\n"
WAYS = "kind: require\nelements: [{name: 安排, section: [plan, mixed]}, {name: 问题, heading: 问题, text: 不足}, {name: 原因, text: 由于}]\n"
MISSING = {
    "nothing": (PARTS, REPORT, []),
    "title": (PARTS, REPORT.replace("某某市司法局2023年工作总结\n", ""), ["标题"]),
    "signature": (PARTS, REPORT.replace("某某市司法局\n2024年1月5日\n", ""), ["落款", "成文日期"]),
    "lead": (PARTS, "某某市2023年工作总结\n一、工作成效\n成效明显。\n二、工作打算\n继续努力。\n某某市司法局\n2024年1月5日", ["首段"]),
    "no heading": (HEADINGS, REPORT, []),
    "one heading": (HEADINGS, REPORT.replace("二、存在的问题", "二、其他情况"), ["问题"]),
    "Traditional script": (HEADINGS, REPORT.replace("存在的问题", "存在的問題"), []),
    "all": (HEADINGS, "2023年，某某市司法局坚持依法行政，各项工作取得新的进展。", ["成效", "问题", "打算"]),
    "too short a document": (HEADINGS + "least: 2", "2023年，某某市司法局坚持依法行政，取得进展。", []),
    "no document": (HEADINGS, "", []),
    "a section that looks ahead": (WAYS, REPORT.replace("尚有不足", "由于多种原因不足"), []),
    "no section that looks ahead": (WAYS, REPORT.replace("2024年工作打算", "其他"), ["安排", "原因"]),
    "words for a heading": (WAYS, REPORT.replace("存在的问题", "其他情况"), ["原因"]),
    "neither heading nor words": (WAYS, REPORT.replace("存在的问题", "其他情况").replace("尚有不足", "薄弱"), ["问题", "原因"]),
    "words outside the scope": (WAYS + "scope: {tense: plan}", REPORT.replace("尚有不足", "由于不足"), ["原因"]),
    "words inside the scope": (WAYS + "scope: {tense: plan}", REPORT.replace("加强学习", "由于不足"), []),
    "words in quotation marks": (WAYS, REPORT.replace("尚有不足", "“由于”不足"), ["原因"]),
    "words that are lifted": (WAYS + "scope: {lift: quote}", REPORT.replace("尚有不足", "“由于”不足"), []),
    "all in one": (WAYS + "together: true", REPORT.replace("2024年工作打算", "其他"), ["安排、原因"]),
    "nothing in one": (HEADINGS + "together: true", REPORT, []),
    "another genre": (HEADINGS + "scope: {genre: statute}", REPORT.replace("二、存在的问题", "二、其他情况"), []),
}  # fmt: skip


@pytest.mark.parametrize("trusted", [True, False], ids=["re", "regex"])
@pytest.mark.parametrize("name", MISSING)
def test_what_is_missing(report, name, trusted) -> None:
    fields, text, names = MISSING[name]
    fields += "\nmessage: {zh: '缺{element}{other}', en: '{match}'}"
    assert [one.message for one in report(fields, text, trusted=trusted).findings] == [f"缺{one}" for one in names]


@pytest.mark.parametrize(
    "where, marked_text",
    [
        ("", "⟦2023年，某某市司⟧法局坚持依法行政，取得进展。\n继续努力。"),
        ("where: start", "⟦2023年，某某市司⟧法局坚持依法行政，取得进展。\n继续努力。"),
        ("where: end", "2023年，某某市司法局坚持依法行政，取得进展。\n⟦继续努力。⟧"),
    ],
)
def test_where_it_is_reported(marked, where, marked_text) -> None:
    fields = "kind: require\nelements: [{name: 成效, heading: 成效}]\n" + where
    assert marked(fields, marked_text) == marked_text


ORDERS = {
    "in order": (REPORT, []),
    "one is missing": (REPORT.replace("二、存在的问题", "二、其他情况"), []),
    "two have changed places": (
        REPORT.replace("存在的问题", "工作成效").replace("2023年工作成效", "存在的问题"),
        ["问题在成效之后"],
    ),
}


@pytest.mark.parametrize("name", ORDERS)
def test_what_is_out_of_order(report, name) -> None:
    text, messages = ORDERS[name]
    fields = HEADINGS + "ordered: true\nmessage: {zh: '{element}在{other}之后', en: '{previous}'}"
    assert [one.message for one in report(fields, text).findings] == messages


def test_the_places_of_what_is_out_of_order(report) -> None:
    fields = HEADINGS + "ordered: true\nrelated: [{at: previous, zh: 前, en: before}]"
    text = REPORT.replace("存在的问题", "工作成效").replace("2023年工作成效", "存在的问题")
    (finding,) = report(fields, text).findings
    assert finding.span.of(text) == "一、存在的问题"
    assert [label.span.of(text) for label in finding.related] == ["二、工作成效"]


# The fields of a rule, which begin in line 5, column 5; where the mistake is; what is said of it.
MISTAKES = {
    "no way": (
        "kind: require\nelements: [{name: 标题}]",
        "6:15",
        "要素“标题”应有 role、heading、section、text 中至少一个。",
        "the element “标题” needs one of role, heading, section and text",
    ),
    "unknown section": (
        "kind: require\nelements: [{name: 安排, section: plans}]",
        "6:36",
        "没有名为“plans”的取值，是否想写“plan”？可用的有：review、plan、problems、mixed、unknown。",
        "unknown value “plans”; did you mean “plan”? Allowed: review, plan, problems, mixed, unknown.",
    ),
    "unknown role": (
        "kind: require\nelements: [{name: 标题, role: titel}]",
        "6:33",
        "没有名为“titel”的取值，是否想写“title”？可用的有：title、lead、signature、signature-date。",
        "unknown value “titel”; did you mean “title”? Allowed: title, lead, signature, signature-date.",
    ),
    "no name": ("kind: require\nelements: [{role: title}]", "6:16", "缺少字段 name。", "the field name is missing"),
    "where": (
        "kind: require\nelements: [{name: 标题, role: title}]\nwhere: middle",
        "7:12",
        "没有名为“middle”的取值。可用的有：start、end。",
        "unknown value “middle”. Allowed: start, end.",
    ),
    "unknown name": (
        "kind: require\nelements: [{name: 标题, role: title}]\nfix: {insert: '{elment}', before: match, safety: unsafe}",
        "7:21",
        "没有名为“elment”的占位名，是否想写“element”？可用的有：match、previous、element、other。",
        "unknown name “elment”; did you mean “element”? Allowed: match, previous, element, other.",
    ),
}


@pytest.mark.parametrize("name", MISTAKES)
def test_a_mistake_is_named_where_it_stands(complaint, mistake, pack, name) -> None:
    fields, place, zh, en = MISTAKES[name]
    source = pack(fields)
    said = Say(mistake(source, place, f"规则 t/rule：{zh}"), mistake(source, place, f"rule t/rule: {en}"))
    assert complaint(source) == said
