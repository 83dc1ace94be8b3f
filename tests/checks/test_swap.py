"""Kind `swap`: wrong wordings and what they should be."""

from __future__ import annotations

import pytest

from lint_reports.language import Say

WORDS = "kind: swap\nwords:\n  布署: 部署\n"

# The words, and a sample with ⟦⟧ round what must be reported.
BEHAVIOUR = {
    "a wrong word": ("布署: 部署", "认真⟦布署⟧，狠抓落实。再次⟦布署⟧。"),
    "the right word": ("布署: 部署", "认真部署，狠抓落实。"),
    "two words": ("布署: 部署\n截止目前: 截至目前", "⟦截止目前⟧，已⟦布署⟧两次。"),
    "the longest of two": ("截止: 截至\n截止目前: 截至目前", "⟦截止目前⟧，⟦截止⟧六月底。"),
    "the first of two that overlap": ("甲乙: x\n乙丙: y", "共⟦甲乙⟧丙三家，另有⟦乙丙⟧两家。"),
    "the second where the first is right": ("甲乙: {to: x, not_before: 丙}\n乙丙: y", "共甲⟦乙丙⟧三家。"),
    "a word in itself": ("的的: 的", "明显⟦的的⟧的进步，⟦的的⟧。"),
    "Traditional script": ("办理案: 办理案件", "共⟦辦理案⟧五十件，結案率達到要求。"),
    "half-width marks": ("，，: ，", "一是学习⟦,,⟧二是培训。"),
    "inside a longer word": ("布署: {to: 部署, inside: [公布署名, 布署军]}", "公布署名文章，某布署军，⟦布署⟧工作。"),
    "inside a longer word of all": ("的是: 是\n己经: 已经", "目的是明确的，⟦己经⟧办结⟦的是⟧五件。"),
    "not before": ("布署: {to: 部署, not_before: '[名军]'}", "公布署名文章，⟦布署⟧工作。"),
    "not after": ("布署: {to: 部署, not_after: 公|宣}", "公布署名文章，宣布署名人，⟦布署⟧工作。"),
    "not after, past an earlier match": ("布署: {to: 部署, not_after: '[甲乙]{2}'}", "甲甲乙布署，乙⟦布署⟧工作。"),
    "before": ("复议案: {to: 复议案件, before: '\\d'}", "办理⟦复议案⟧6件，复议案由三人办理。"),
    "after": ("五: {to: 5, after: '\\d'}", "办结3⟦五⟧件，五件未结。"),
    "all contexts at once": (
        "案: {to: 案件, after: '[一-龥]', not_after: 方, before: '\\d', not_before: '3'}",
        "复议⟦案⟧6件，方案6件，案6件，复议案由，复议案3件。",
    ),
    "context at the start": ("布署: {to: 部署, after: ^各地}", "各地⟦布署⟧工作，各地布署任务。"),
    "context at the end": ("布署: {to: 部署, before: 。$}", "各地布署。各地⟦布署⟧。"),
    "two paragraphs": ("上下: 下", "今年以来，工作稳步向上。\n下半年继续推进⟦上下⟧工作。"),
    "masked": ("布署: 部署", "学习《关于布署工作的通知》，所谓“布署”，再⟦布署⟧。"),
    "masked in part": ("布署《某: 部署《某", "认真布署《某某办法》。"),
}  # fmt: skip


@pytest.mark.parametrize("trusted", [True, False], ids=["re", "regex"])
@pytest.mark.parametrize("name", BEHAVIOUR)
def test_what_it_finds(marked, name, trusted) -> None:
    words, sample = BEHAVIOUR[name]
    fields = "kind: swap\nwords:\n" + "\n".join(f"  {line}" for line in words.split("\n"))
    if name == "inside a longer word of all":
        fields += "\ninside: 目的是"
    assert marked(fields, sample, trusted=trusted) == sample


SCOPES = {
    "lifted": ("scope: {lift: quote}", "学习《关于布署工作的通知》，所谓“⟦布署⟧”，再⟦布署⟧。"),
    "another part": ("scope: {in: title}", "某某市⟦布署⟧2023年工作总结\n2023年，某某市布署工作，取得进展。"),
}


@pytest.mark.parametrize("name", SCOPES)
def test_where_it_looks(marked, name) -> None:
    scope, sample = SCOPES[name]
    assert marked(WORDS + scope, sample) == sample


def test_what_it_says_and_how_it_mends(report) -> None:
    fields = WORDS + "  截止目前: {to: 截至目前}\nmessage: {zh: “{match}”应为“{right}”, en: '{right}'}\n"
    fields = fields.replace("“{match}”应为“{right}”", "'“{match}”应为“{right}”'")
    fields += "fix: {replace: match, with: '{right}', safety: safe}"
    found = report(fields, "截止目前，已經布署。").findings
    assert [(one.message, one.fix.edits[0].text) for one in found] == [
        ("“截止目前”应为“截至目前”", "截至目前"),
        ("“布署”应为“部署”", "部署"),
    ]


def test_its_triggers_are_the_wrong_words(spec) -> None:
    assert spec(WORDS + "  己经: 已经").triggers == ("布署", "己经")


# The fields of a rule, which begin in line 5, column 5; where the mistake is; what is said of it.
MISTAKES = {
    "no words": ("kind: swap\nwords: {}", "6:12", "应为“键: 值”。", "expected a mapping of keys to values"),
    "a list of words": ("kind: swap\nwords: [布署]", "6:12", "应为“键: 值”。", "expected a mapping of keys to values"),
    "empty word": (
        "kind: swap\nwords: {'': 部署}",
        "6:13",
        "错误写法不能为空，也不能有换行。",
        "a wrong wording is one line and not empty",
    ),
    "word that is never in the folded text": (
        "kind: swap\nwords: {％点: 百分点}",
        "6:13",
        "折叠后的文本里没有“％”，写作“%”；照现在这样永远不会匹配。",
        "the folded text never has “％”; it is “%” there, and this would never match",
    ),
    "word of two lines": (
        'kind: swap\nwords: {"布\\n署": 部署}',
        "6:13",
        "错误写法不能为空，也不能有换行。",
        "a wrong wording is one line and not empty",
    ),
    "nothing right": ("kind: swap\nwords: {布署: ''}", "6:17", "这里不能为空。", "this must not be empty"),
    "no right wording": (
        "kind: swap\nwords: {布署: {inside: 布署图}}",
        "6:17",
        "缺少字段 to。",
        "the field to is missing",
    ),
    "unknown field of a word": (
        "kind: swap\nwords: {布署: {to: 部署, befor: x}}",
        "6:26",
        "没有名为“befor”的字段，是否想写“before”？可用的有：to、inside、not_before、not_after、before、after。",
        "unknown field “befor”; did you mean “before”? Allowed: to, inside, not_before, not_after, before, after.",
    ),
    "bad pattern": (
        "kind: swap\nwords: {布署: {to: 部署, before: '['}}",
        "6:36",
        "正则有误，第 2 个字符处：unterminated character set。",
        "bad pattern, at character 2: unterminated character set",
    ),
    "unknown name": (
        "kind: swap\nwords: {布署: 部署}\nfix: {replace: match, with: '{rigth}', safety: safe}",
        "7:35",
        "没有名为“rigth”的占位名，是否想写“right”？可用的有：match、right。",
        "unknown name “rigth”; did you mean “right”? Allowed: match, right.",
    ),
    "unknown place": (
        "kind: swap\nwords: {布署: 部署}\nat: word",
        "7:9",
        "没有名为“word”的位置。可用的有：match。",
        "unknown place “word”. Allowed: match.",
    ),
}


@pytest.mark.parametrize("name", MISTAKES)
def test_a_mistake_is_named_where_it_stands(complaint, mistake, pack, name) -> None:
    fields, place, zh, en = MISTAKES[name]
    source = pack(fields)
    said = Say(mistake(source, place, f"规则 t/rule：{zh}"), mistake(source, place, f"rule t/rule: {en}"))
    assert complaint(source) == said
