"""Kind `count`: an announced number against the items that follow."""

from __future__ import annotations

import pytest

from lint_reports.language import Say
from lint_reports.text import Span

NUMBER = "[一二两三四五六七八九十\\d]{1,12}"
LABELS = f"kind: count\nannounce: '以下(?P<n>{NUMBER})(?:项|个方面)'\nitems: labels\n"
RUN = f"kind: count\nannounce: '(?P<n>{NUMBER})项措施'\nitems: run\n"
TWO = "（一）加强学习。组织培训三期。\n（二）强化监督。开展检查两次。\n"
BEHAVIOUR = {
    "as many as announced": (LABELS, "完成以下两项工作：\n" + TWO),
    "fewer": (LABELS, "完成⟦以下三项⟧工作：\n" + TWO),
    "more": (LABELS, "完成⟦以下一项⟧工作：\n" + TWO),
    "in digits": (LABELS, "完成⟦以下3项⟧工作：\n" + TWO),
    "in full-width digits": (LABELS, "完成⟦以下３项⟧工作：\n" + TWO),
    "no list": (LABELS, "完成以下三项工作，取得实效。\n其他工作正常开展。"),
    "a list too far away": (LABELS, "完成以下三项工作。\n其他工作正常开展。\n" + TWO),
        "a single item": (LABELS, "完成以下三项工作：\n（一）加强学习。组织培训三期。\n"),
    "numbers in doubt": (LABELS, "完成以下五项工作：\n" + TWO.replace("（二）", "（三）")),
    "a list before the announcement": (LABELS, TWO + "以上工作外，还有以下三项工作。"),
    "each announcement with its own list": (
        LABELS,
        "一、成效\n完成⟦以下三项⟧工作：\n" + TWO + "二、打算\n做好以下两个方面：\n" + TWO,
    ),
    "labels are no run": (LABELS, "完成以下三项工作：一是加强学习，二是强化监督。"),
    "a run": (RUN, "采取⟦三项措施⟧：一是加强学习，二是强化监督。"),
    "a run as long as announced": (RUN, "采取两项措施：一是加强学习，二是强化监督。"),
    "either": (RUN.replace("items: run", "items: [labels, run]"), "采取⟦三项措施⟧：一是学习，二是监督。\n" + TWO),
    "problems and plans are not counted": (
        LABELS,
        "完成以下两个方面：\n一、强化学习\n组织培训三期。\n二、强化监督\n开展检查两次。\n三、存在问题\n力量不足。\n四、下一步工作打算\n补充力量。",
    ),
    "nor are too few right because of them": (
        LABELS,
        "完成⟦以下一项⟧：\n一、强化学习\n组织培训三期。\n二、强化监督\n开展检查两次。\n三、存在问题\n力量不足。",
    ),
    "vetoed": (LABELS + "unless: [{paragraph: 等, good: 两项等工作。}]", "完成以下三项等工作：\n" + TWO),
    "not vetoed": (LABELS + "unless: [{paragraph: 等, good: 两项等工作。}]", "完成⟦以下三项⟧工作：\n" + TWO),
    "too long for a number": (LABELS, "完成以下111111111111项工作：\n" + TWO),
    "no number": (LABELS.replace(NUMBER, "若干|三"), "完成以下若干项工作：\n" + TWO),
    "a group that took no part": (LABELS.replace("(?P<n>", "(?P<n>一)?(?:"), "完成以下三项工作：\n" + TWO),
}  # fmt: skip


@pytest.mark.parametrize("trusted", [True, False], ids=["re", "regex"])
@pytest.mark.parametrize("name", BEHAVIOUR)
def test_what_it_finds(marked, name, trusted) -> None:
    fields, sample = BEHAVIOUR[name]
    assert marked(fields, sample, trusted=trusted) == sample


def test_what_it_says(report) -> None:
    fields = (
        LABELS
        + "message: {zh: '说{n}，列{counted}，到{last}', en: '{first}'}\nat: n\nrelated: [{at: last, zh: 末, en: last}]"
    )
    text = "完成以下三项工作：\n" + TWO
    (finding,) = report(fields, text).findings
    assert (finding.span, finding.message) == (Span(4, 5), "说三，列2，到（二）")
    assert [label.span.of(text) for label in finding.related] == ["（二）"]


def test_many_announcements_and_lists_take_linear_time(report) -> None:
    text = "一、成效明显\n" + ("完成以下三项工作：\n" + TWO) * 3_000
    assert len(report(LABELS, text, trusted=True).findings) == 3_000


ANNOUNCE = "kind: count\nannounce: 共(?P<n>[一二三])项\nitems: labels\n"

# The fields of a rule, which begin in line 5, column 5; where the mistake is; what is said of it.
MISTAKES = {
    "no group": (
        "kind: count\nannounce: 共(?P<m>[一二三])项\nitems: labels",
        "6:15",
        "announce 的正则要有名为 n 的组：(?P<n>…)。",
        "announce needs a group called n: (?P<n>…)",
    ),
    "unknown items": (
        "kind: count\nannounce: 共(?P<n>[一二三])项\nitems: [label]",
        "7:13",
        "没有名为“label”的取值，是否想写“labels”？可用的有：labels、run。",
        "unknown value “label”; did you mean “labels”? Allowed: labels, run.",
    ),
    "unknown veto": (
        ANNOUNCE + "unless: [{befor: x}]",
        "8:15",
        "没有名为“befor”的字段，是否想写“before”？可用的有：before、after、around、within、paragraph、next、good。",
        "unknown field “befor”; did you mean “before”? Allowed: before, after, around, within, paragraph, next, good.",
    ),
    "veto without a list": (ANNOUNCE + "unless: 其中", "8:13", "应为列表。", "expected a list"),
    "bad pattern in a veto": (
        ANNOUNCE + "unless: [{before: '(', good: 好。}]",
        "8:25",
        "正则有误，第 2 个字符处：missing )。",
        "bad pattern, at character 2: missing )",
    ),
    "unknown name": (
        ANNOUNCE + "fix: {replace: n, with: '{cuonted}', safety: unsafe}",
        "8:31",
        "没有名为“cuonted”的占位名，是否想写“counted”？可用的有：match、n、first、last、counted。",
        "unknown name “cuonted”; did you mean “counted”? Allowed: match, n, first, last, counted.",
    ),
    "unknown place": (
        ANNOUNCE + "at: m",
        "8:9",
        "没有名为“m”的位置，是否想写“match”？可用的有：match、n、first、last。",
        "unknown place “m”; did you mean “match”? Allowed: match, n, first, last.",
    ),
}


@pytest.mark.parametrize("name", MISTAKES)
def test_a_mistake_is_named_where_it_stands(complaint, mistake, pack, name) -> None:
    fields, place, zh, en = MISTAKES[name]
    source = pack(fields)
    said = Say(mistake(source, place, f"规则 t/rule：{zh}"), mistake(source, place, f"rule t/rule: {en}"))
    assert complaint(source) == said
