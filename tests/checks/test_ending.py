"""Kind `ending`: what a paragraph or heading may end in."""

from __future__ import annotations

import pytest

from lint_reports.language import Say
from lint_reports.text import Span

STOP = "kind: ending\nof: paragraph\nmust: 。$\n"

BEHAVIOUR = {
    "must": (STOP, "依法行政取得进展。\n全年办结案⟦件五十余件，⟧\n群众满意度提升。"),
    "must, without the end of the pattern": (
        "kind: ending\nof: paragraph\nmust: '[。！]'\n",
        "依法行政。取得新⟦的进展，好；⟧\n群众满意度提升！",
    ),
    "must not": ("kind: ending\nof: paragraph\nmust_not: '[，、]$'\n", "依法行政。取⟦得新的进展，⟧\n群众满意度提升！"),
    "must not, of several in a row": (
        "kind: ending\nof: paragraph\nmust_not: '[，、]{2}'\n",
        "依法行政。取⟦得进展，，，⟧\n群众满意度提升。",
    ),
    "shorter than what is shown": (STOP + "scope: {in: body}", "依法行政取得进展。\n⟦另：办结，⟧"),
    "too short to be looked at": (STOP + "least: 8", "依法行政取得进展。\n另：办结五件\n全年办⟦结案件五十件⟧"),
    "just long enough": (STOP + "least: 6", "依法行政取得进展。\n另⟦：办结五件吗⟧\n另：结五件"),
    "only where something stands": (STOP + "contains: 办结", "依法行政取得进展。\n另：受理五件\n⟦另：办结五件⟧"),
    "not where something stands": (STOP + "unless: 受理", "依法行政取得进展。\n另：受理五件\n⟦另：办结五件⟧"),
    "most end so": (STOP + "majority: true", "依法行政取得进展。\n普法宣传取得成效。\n⟦另：办结五件⟧"),
    "as many as not": (STOP + "majority: true", "依法行政取得进展。\n⟦另：办结五件⟧"),
    "most end otherwise": (STOP + "majority: true", "依法行政取得进展。\n另：办结五件\n另：受理六件"),
    "what is excused counts as it ends": (
        STOP + "majority: true\nunless: 受理",
        "依法行政取得进展。\n另：办结五件\n另：受理六件",
    ),
    "headings are no paragraphs": (STOP, "依法行政取得进展。\n一、工作成效\n全年办⟦结案件五十件⟧\n二、工作打算\n办结案件。"),
    "headings": (
        "kind: ending\nof: heading\nmust_not: 。$\n",
        "依法行政取得进展\n一⟦、工作成效。⟧\n全年办结案件。\n二、工作打算\n办结案件。",
    ),
    "headings run in are paragraphs": (
        STOP,
        "依法行政取得进展。\n（一）加强学习。组⟦织培训班三期⟧\n（二）加强监督。开展检查。\n",
    ),
    "the ending is masked": (STOP, "依法行政取得进展。\n坚持“五⟦个必须。”，⟧\n群众满意度提升。"),
    "another tense": (
        STOP + "scope: {tense: plan}",
        "依法行政取得进展。\n一、工作成效\n办结案件\n二、工作打算\n全年完⟦成案件五十件⟧\n办结案件。",
    ),
}  # fmt: skip


@pytest.mark.parametrize("trusted", [True, False], ids=["re", "regex"])
@pytest.mark.parametrize("name", BEHAVIOUR)
def test_what_it_finds(marked, name, trusted) -> None:
    fields, sample = BEHAVIOUR[name]
    assert marked(fields, sample, trusted=trusted) == sample


def test_cells_have_no_ending(marked) -> None:
    sample = "依法行政取得⟦进展情况如下⟧\n\n| 项目 | 件数 |\n|---|---|\n| 办结 | 五十件 |\n"
    assert marked(STOP, sample, name="报告.md") == sample


def test_what_it_says_and_how_it_mends(report) -> None:
    fields = (
        STOP + "message: {zh: '以“{last}”结尾', en: '{match}'}\nat: end\nfix: {insert: 。, after: end, safety: safe}"
    )
    text = "依法行政取得进展。\n全年办結案件五十件\n"
    (finding,) = report(fields, text).findings
    assert (finding.span, finding.message) == (Span(19, 19), "以“結案件五十件”结尾")
    (edit,) = finding.fix.edits
    assert text[: edit.span.start] + edit.text + text[edit.span.end :] == "依法行政取得进展。\n全年办結案件五十件。\n"


# The fields of a rule, which begin in line 5, column 5; where the mistake is; what is said of it.
MISTAKES = {
    "neither": (
        "kind: ending\nof: paragraph",
        "4:5",
        "ending 规则应有 must 或 must_not 之一。",
        "a rule of kind ending has either must or must_not",
    ),
    "both": (
        STOP + "must_not: ，$",
        "8:15",
        "ending 规则应有 must 或 must_not 之一。",
        "a rule of kind ending has either must or must_not",
    ),
    "of what": (
        "kind: ending\nof: sentence\nmust: 。$",
        "6:9",
        "没有名为“sentence”的取值。可用的有：paragraph、heading。",
        "unknown value “sentence”. Allowed: paragraph, heading.",
    ),
    "least of nothing": (
        STOP + "least: 0",
        "8:12",
        "应为 1 到 10000 的整数，而不是“0”。",
        "expected a whole number from 1 to 10000, not “0”",
    ),
    "least in Han": (
        STOP + "least: 十",
        "8:12",
        "应为 1 到 10000 的整数，而不是“十”。",
        "expected a whole number from 1 to 10000, not “十”",
    ),
    "majority is no truth value": (
        STOP + "majority: 1",
        "8:15",
        "应为 true 或 false，而不是“1”。",
        "expected true or false, not “1”",
    ),
    "unknown place": (
        STOP + "at: last",
        "8:9",
        "没有名为“last”的位置。可用的有：match、end。",
        "unknown place “last”. Allowed: match, end.",
    ),
    "bad pattern": (
        STOP + "unless: '('",
        "8:15",
        "正则有误，第 2 个字符处：missing )。",
        "bad pattern, at character 2: missing )",
    ),
}


@pytest.mark.parametrize("name", MISTAKES)
def test_a_mistake_is_named_where_it_stands(complaint, mistake, pack, name) -> None:
    fields, place, zh, en = MISTAKES[name]
    source = pack(fields)
    said = Say(mistake(source, place, f"规则 t/rule：{zh}"), mistake(source, place, f"rule t/rule: {en}"))
    assert complaint(source) == said
