"""Kind `fact`: typed facts bound to names, and an expression that must hold."""

from __future__ import annotations

import pytest

from lint_reports.language import Say
from lint_reports.report import Report
from lint_reports.rulelang.expr import evaluate

SIGNED = "kind: fact\nfind: {signed: roles.signature.date}\nassert: signed.exists\nat: signed\n"
SIGNED_AT = "kind: fact\nfind: {signed: roles.signature.date}\nat: signed\n"
REPORT = """\
某某市司法局2023年工作总结
发布日期：2024-02-05
2023年，某某市司法局坚持依法行政，各项工作取得新的进展。
一、2023年工作成效
截至2023年12月底，办结五十件。
二、2024年工作打算
2024年3月底前完成培训，2025年继续推进。
某某市司法局
2024年1月5日
"""
BOTH = "kind: fact\nfind: {signed: roles.signature.date, published: roles.published}\nat: signed\n"
MAYBE = BOTH.replace("roles.published", "roles.published?")
EACH = "kind: fact\nfind: {date: dates}\nat: date\n"
UNPUBLISHED = REPORT.replace("发布日期：2024-02-05\n", "")

# The fields, the document, what is reported.
BEHAVIOUR = {
    "it holds": (SIGNED_AT + "assert: signed.year == 2024", REPORT, []),
    "it does not hold": (SIGNED_AT + "assert: signed.year == 2023", REPORT, ["2024年1月5日"]),
    "a part of a fact": (SIGNED_AT.replace("at: signed", "at: signed.month") + "assert: signed.month == 2", REPORT, ["1"]),
    "it applies": (SIGNED_AT + "when: signed.month == 1\nassert: signed.year == 2023", REPORT, ["2024年1月5日"]),
    "it does not apply": (SIGNED_AT + "when: signed.month == 2\nassert: signed.year == 2023", REPORT, []),
    "two facts": (BOTH + "assert: signed.month == published.month", REPORT, ["2024年1月5日"]),
    "a fact that is unknown and need not be known": (MAYBE + "assert: known(published)", UNPUBLISHED, ["2024年1月5日"]),
    "an unknown fact in the condition": (MAYBE + "assert: signed.month == published.month", UNPUBLISHED, []),
    "an unknown fact in when": (MAYBE + "when: published.year == 2024\nassert: signed.year == 1", UNPUBLISHED, []),
    "the facts of the document": (SIGNED_AT + "assert: signed.year == period.year", REPORT, ["2024年1月5日"]),
    "each of a list": (EACH + "assert: date.year == 2024", REPORT, ["2023年", "2023年", "2023年", "2023年12月", "2025年"]),
    "each of a list for which it applies": (EACH + "when: date.cutoff\nassert: date.year == 2024", REPORT, ["2023年12月"]),
    "none of a list": (EACH + "assert: date.year == 2024", "坚持依法行政，各项工作取得新的进展。", []),
    "every pair": (
        "kind: fact\nfind: {date: dates, heading: headings}\nat: date\nwhen: date.cutoff and known(heading.year)\nassert: date.year == heading.year",
        REPORT,
        ["2023年12月"],
    ),
    "a comprehension": (SIGNED_AT + "assert: all(one.year <= signed.year for one in dates)", REPORT, ["2024年1月5日"]),
    "a place that is not there": (
        MAYBE.replace("at: signed", "at: published") + "assert: known(published)",
        UNPUBLISHED,
        [],
    ),
}  # fmt: skip


def found(report: Report) -> list[str]:
    return [finding.span.of(report.document.text) for finding in report.findings]


@pytest.mark.parametrize("name", BEHAVIOUR)
def test_what_it_finds(report, name) -> None:
    fields, text, places = BEHAVIOUR[name]
    assert found(report(fields, text)) == places


def test_a_fact_that_must_be_known_makes_the_rule_not_applicable(report) -> None:
    assert report(BOTH + "assert: signed.year == 1", UNPUBLISHED).not_applicable == ("t/rule",)
    assert report(BOTH + "assert: signed.year == 1", REPORT).not_applicable == ()


def test_a_fact_that_need_not_be_known_leaves_it_applicable(report) -> None:
    assert report(MAYBE + "assert: published.year == 1", UNPUBLISHED).not_applicable == ()


VALUES = {
    "a fact": ("{signed}", "2024年1月5日"),
    "a number": ("{signed.year}", "2024"),
    "a computed number": ("{signed.year - 1}", "2023"),
    "a day": ("{published.date}", "2024年2月5日"),
    "a date as it is written": ("{published}", "2024-02-05"),
    "an enumeration": ("{genre}", "summary"),
    "a text": ("{roles.title}", "某某市司法局2023年工作总结"),
    "a year": ("{period.title_year}", "2023"),
    "something unknown": ("{roles.written}", "？"),
    "several": ("{signed.year}至{published.year}", "2024至2024"),
}


@pytest.mark.parametrize("name", VALUES)
def test_how_a_value_is_shown(report, name) -> None:
    template, shown = VALUES[name]
    fields = BOTH + f"assert: signed.year == 1\nmessage: {{zh: '{template}', en: x}}"
    (finding,) = report(fields, REPORT).findings
    assert finding.message == shown


def test_places_and_fix(report) -> None:
    fields = (
        MAYBE
        + """\
assert: signed.year == 2023
related: [{at: published, zh: "发布于{published}", en: x}, {at: roles.title, zh: 标题, en: x}]
fix: {replace: signed.year, with: "{published.year - 1}", safety: unsafe}
"""
    )
    (finding,) = report(fields, REPORT).findings
    assert [(label.span.of(REPORT), label.message) for label in finding.related] == [
        ("2024-02-05", "发布于2024-02-05"),
        ("某某市司法局2023年工作总结", "标题"),
    ]
    (edit,) = finding.fix.edits
    assert (edit.span.of(REPORT), edit.text) == ("2024", "2023")
    (alone,) = report(fields, UNPUBLISHED).findings
    assert [label.message for label in alone.related] == ["标题"]


HOSTILE = {
    "a comprehension": "kind: fact\nfind: {date: dates}\nat: date\nassert: all(other.year == date.year for other in dates)",
    "every pair": "kind: fact\nfind: {one: dates, other: dates}\nat: one\nassert: one.year == other.year",
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_rule_that_compares_too_much_gives_up(report, monkeypatch, name) -> None:
    monkeypatch.setattr(evaluate.Steps.__init__, "__defaults__", (5_000,))
    given = report(HOSTILE[name], "2023年，" * 100 + "完成任务。")
    assert given.problems == (
        Say(
            "规则 t/rule 在本文上运行过久，已放弃；请改写它的正则或表达式。",
            "rule t/rule took too long on this document and was given up; rewrite its pattern or expression",
        ),
    )
    assert report(HOSTILE[name], "2023年，" * 50 + "完成任务。").problems == ()


# The fields of a rule, which begin in line 5, column 5; where the mistake is; what is said of it.
MISTAKES = {
    "no at": (
        "kind: fact\nfind: {signed: roles.signature.date}\nassert: signed.exists",
        "4:5",
        "fact 规则要用 at 说明报在哪里。",
        "a rule of kind fact says with `at` where to report",
    ),
    "no at, but a fix": (
        "kind: fact\nfind: {signed: roles.signature.date}\nassert: signed.exists\nfix: {delete: signed, safety: unsafe}",
        "4:5",
        "fact 规则要用 at 说明报在哪里。",
        "a rule of kind fact says with `at` where to report",
    ),
    "unknown field in a path": (
        "kind: fact\nfind: {signed: roles.signatur.date}\nassert: signed.exists\nat: signed",
        "6:26",
        "“Roles”没有字段“signatur”；是不是“signature”？可用的有：title、recipient、lead、closing、formula、signature、same_issuer、written、generated、published、number。",
        "A `Roles` has no field `signatur`; did you mean `signature`? Allowed: title, recipient, lead, closing, formula, signature, same_issuer, written, generated, published, number.",
    ),
    "unknown fact": (
        "kind: fact\nfind: {signed: role.signature.date}\nassert: signed.exists\nat: signed",
        "6:20",
        "没有名称“role”；是不是“roles”？可用的有：roles、period、genre、headings、attachments、passages、references、dates、weekdays、stretches、plans、events、document_date、script、width、figures。",
        "There is no name `role`; did you mean `roles`? Allowed: roles, period, genre, headings, attachments, passages, references, dates, weekdays, stretches, plans, events, document_date, script, width, figures.",
    ),
    "field of a list": (
        "kind: fact\nfind: {signed: dates.year}\nassert: signed > 1\nat: signed",
        "6:26",
        "列表没有字段“year”。可用的有：无。",
        "A list has no field `year`. Allowed: none.",
    ),
    "no path": (
        "kind: fact\nfind: {signed: roles..date}\nassert: signed.exists\nat: signed",
        "6:20",
        "“roles..date”不是路径；请写成 roles.signature.date 这样。",
        "`roles..date` is no path; write it like roles.signature.date.",
    ),
    "path in quotes": (
        "kind: fact\nfind: {signed: 'roles.signatur.date'}\nassert: signed.exists\nat: signed",
        "6:27",
        "“Roles”没有字段“signatur”；是不是“signature”？可用的有：title、recipient、lead、closing、formula、signature、same_issuer、written、generated、published、number。",
        "A `Roles` has no field `signatur`; did you mean `signature`? Allowed: title, recipient, lead, closing, formula, signature, same_issuer, written, generated, published, number.",
    ),
    "name with a capital": (
        "kind: fact\nfind: {Signed: roles.signature.date}\nassert: signed.exists\nat: signed",
        "6:12",
        "“Signed”不能作名字：应为小写字母开头，只含小写字母、数字和下划线。",
        "“Signed” is no name: a small letter first, then small letters, digits and underscores",
    ),
    "name in Han": (
        "kind: fact\nfind: {落款: roles.signature.date}\nassert: signed.exists\nat: signed",
        "6:12",
        "“落款”不能作名字：应为小写字母开头，只含小写字母、数字和下划线。",
        "“落款” is no name: a small letter first, then small letters, digits and underscores",
    ),
    "list of paths": (
        "kind: fact\nfind: [roles.signature.date]\nassert: signed.exists\nat: signed",
        "6:11",
        "应为“键: 值”。",
        "expected a mapping of keys to values",
    ),
    "unknown field": (
        SIGNED_AT + "assert: signed.yaer == 2023",
        "8:20",
        "“Moment”没有字段“yaer”；是不是“year”？可用的有：text、year、month、day、role、tense、cutoff、quoted、date、whole、exists。",
        "A `Moment` has no field `yaer`; did you mean `year`? Allowed: text, year, month, day, role, tense, cutoff, quoted, date, whole, exists.",
    ),
    "no condition": (
        SIGNED_AT + "assert: signed.year",
        "8:13",
        "表达式的值应为真假判断，这里是整数。判断是否已知请用 known(…)。",
        "The value of the expression must be a condition, but this is a whole number. To ask whether something is known, write known(…).",
    ),
    "unknown name": (
        SIGNED_AT + "assert: singed.exists",
        "8:13",
        "没有名称“singed”；是不是“signed”？可用的有：roles、period、genre、headings、attachments、passages、references、dates、weekdays、stretches、plans、events、document_date、script、width、figures、signed。",
        "There is no name `singed`; did you mean `signed`? Allowed: roles, period, genre, headings, attachments, passages, references, dates, weekdays, stretches, plans, events, document_date, script, width, figures, signed.",
    ),
    "unknown value": (
        SIGNED_AT + 'assert: signed.tense == "past"',
        "8:29",
        "“Tense”没有取值“past”。可用的有：review、plan、problems、mixed、unknown。",
        "A `Tense` has no value `past`. Allowed: review, plan, problems, mixed, unknown.",
    ),
    "two types": (
        SIGNED_AT + 'assert: signed.year == "2023"',
        "8:28",
        "整数不能与文字比较；请比较同一类的值。",
        "A whole number cannot be compared with a text; compare values of one type.",
    ),
    "mistake in when": (
        SIGNED + "when: singed.exists",
        "9:11",
        "没有名称“singed”；是不是“signed”？可用的有：roles、period、genre、headings、attachments、passages、references、dates、weekdays、stretches、plans、events、document_date、script、width、figures、signed。",
        "There is no name `singed`; did you mean `signed`? Allowed: roles, period, genre, headings, attachments, passages, references, dates, weekdays, stretches, plans, events, document_date, script, width, figures, signed.",
    ),
    "mistake in the second line": (
        SIGNED_AT + "assert: >-\n  signed.exists and\n  signed.yaer == 2023",
        "8:13",
        "“Moment”没有字段“yaer”；是不是“year”？可用的有：text、year、month、day、role、tense、cutoff、quoted、date、whole、exists。",
        "A `Moment` has no field `yaer`; did you mean `year`? Allowed: text, year, month, day, role, tense, cutoff, quoted, date, whole, exists.",
    ),
    "unknown place": (
        "kind: fact\nfind: {signed: roles.signature.date}\nassert: signed.exists\nat: singed",
        "8:9",
        "没有名称“singed”；是不是“signed”？可用的有：roles、period、genre、headings、attachments、passages、references、dates、weekdays、stretches、plans、events、document_date、script、width、figures、signed。",
        "There is no name `singed`; did you mean `signed`? Allowed: roles, period, genre, headings, attachments, passages, references, dates, weekdays, stretches, plans, events, document_date, script, width, figures, signed.",
    ),
    "no place": (
        "kind: fact\nfind: {signed: roles.signature.date}\nassert: signed.exists\nat: signed.exists",
        "8:9",
        "“signed.exists”在文中没有位置。可用的有：year、month、day。",
        "`signed.exists` has no place in the text. Allowed: year, month, day.",
    ),
    "unknown place in related": (
        SIGNED + "related: [{at: sign, zh: 此, en: here}]",
        "9:20",
        "没有名称“sign”；是不是“signed”？可用的有：roles、period、genre、headings、attachments、passages、references、dates、weekdays、stretches、plans、events、document_date、script、width、figures、signed。",
        "There is no name `sign`; did you mean `signed`? Allowed: roles, period, genre, headings, attachments, passages, references, dates, weekdays, stretches, plans, events, document_date, script, width, figures, signed.",
    ),
    "unknown field in a message": (
        SIGNED + "message: {zh: '{signed.yer}有误', en: wrong}",
        "9:28",
        "“Moment”没有字段“yer”；是不是“year”？可用的有：text、year、month、day、role、tense、cutoff、quoted、date、whole、exists。",
        "A `Moment` has no field `yer`; did you mean `year`? Allowed: text, year, month, day, role, tense, cutoff, quoted, date, whole, exists.",
    ),
    "unknown name in a message": (
        SIGNED + "message: {zh: '{sgned}有误', en: wrong}",
        "9:21",
        "没有名称“sgned”；是不是“signed”？可用的有：roles、period、genre、headings、attachments、passages、references、dates、weekdays、stretches、plans、events、document_date、script、width、figures、signed。",
        "There is no name `sgned`; did you mean `signed`? Allowed: roles, period, genre, headings, attachments, passages, references, dates, weekdays, stretches, plans, events, document_date, script, width, figures, signed.",
    ),
    "expression in a message": (
        SIGNED + "message: {zh: '{signed.year + }', en: wrong}",
        "9:34",
        "表达式从这里起读不通；请检查是否缺少或多出运算符、逗号。",
        "The expression cannot be read from here; look for a missing or an extra operator or comma.",
    ),
    "too many lists": (
        "kind: fact\nfind: {a: dates, b: headings, c: dates}\nassert: a.exists\nat: a",
        "6:38",
        "find 至多绑定 2 个列表，这里有 3 个：逐一组合会太慢。",
        "at most 2 lists can be bound; here are 3",
    ),
}


@pytest.mark.parametrize("name", MISTAKES)
def test_a_mistake_is_named_where_it_stands(complaint, mistake, pack, name) -> None:
    fields, place, zh, en = MISTAKES[name]
    source = pack(fields)
    said = Say(mistake(source, place, f"规则 t/rule：{zh}"), mistake(source, place, f"rule t/rule: {en}"))
    assert complaint(source) == said
