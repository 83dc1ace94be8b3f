"""Kind `series`: what is wrong with numbering labels."""

from __future__ import annotations

import pytest

from lint_reports.language import Say
from lint_reports.text import Span

TAIL = "加强组织领导，压实各方责任。"


def listed(*labels: str) -> str:
    """A report with paragraphs that begin with these labels."""
    return "某某市司法局坚持依法行政，各项工作取得进展。\n" + "\n".join(f"{label}{TAIL}" for label in labels)


HAN = "kind: series\nforms: 一、\nfault: "
BEHAVIOUR = {
    "right": (HAN + "duplicate", listed("一、", "二、", "三、")),
    "duplicate": (HAN + "duplicate", listed("一、", "二、", "⟦二、⟧", "四、")),
    "gap": (HAN + "gap", listed("一、", "二、", "⟦四、⟧", "五、")),
    "gap, not asked for": (HAN + "duplicate", listed("一、", "二、", "四、", "五、")),
    "out of order": (HAN + "out-of-order", listed("一、", "三、", "二、", "四、").replace("三、", "⟦三、⟧")),
    "bad start": (HAN + "bad-start", listed("⟦二、⟧", "三、", "四、")),
    "follow-on, the first only": (HAN + "follow-on", listed("一、", "二、", "二、", "⟦三、⟧", "四、", "五、")),
    "restart": (HAN + "restart", listed("一、", "二、", "⟦一、⟧", "二、")),
    "other labels": ("kind: series\nforms: （一）\nfault: gap", listed("一、", "三、", "（一）", "⟦（三）⟧")),
    "several classes": (
        "kind: series\nforms: [一、, （一）]\nfault: gap",
        listed("一、", "⟦三、⟧", "（一）", "⟦（三）⟧", "1.", "3."),
    ),
    "half-width": ("kind: series\nforms: （一）\nfault: duplicate", listed("(一)", "(二)", "⟦(二)⟧", "(四)")),
    "too few": (HAN + "gap\nleast: 3", listed("一、", "三、")),
    "just enough": (HAN + "gap\nleast: 2", listed("一、", "⟦三、⟧")),
    "a gap that is none": (
        HAN + "gap",
        "某某市司法局坚持依法行政，各项工作取得进展。\n一、加强领导。压实责任二、强化监督。\n三、落实保障。",
    ),
}


@pytest.mark.parametrize("name", BEHAVIOUR)
def test_labels_at_the_start_of_paragraphs(marked, name) -> None:
    fields, sample = BEHAVIOUR[name]
    assert marked(fields, sample) == sample


YISHI = "kind: series\nforms: 一是\nfault: "
RUNS = {
    "right": (YISHI + "gap", "一是加强学习，二是强化监督，三是落实责任。"),
    "gap": (YISHI + "gap", "一是加强学习，二是强化监督，⟦四是⟧落实责任，五是抓好宣传。"),
    "duplicate": (YISHI + "duplicate", "一是加强学习，二是强化监督，⟦二是⟧落实责任，四是抓好宣传。"),
    "over paragraphs": (YISHI + "gap", "一是加强学习。\n二是强化监督。\n⟦四是⟧落实责任。\n五是抓好宣传。"),
    "other classes": ("kind: series\nforms: [第一，, 首先]\nfault: gap", "第一，加强学习。第二，强化监督。⟦第四⟧，落实责任。第五，抓好宣传。"),
    "unseparated": (YISHI + "unseparated", "一是加强学习，二是强化监督⟦三是⟧落实责任。"),
    "unseparated, but right": (YISHI + "unseparated\nnot_after: 重点", "一是加强学习，二是强化监督重点三是落实责任。"),
    "unseparated, past an earlier match": (YISHI + "unseparated\nnot_after: '[甲乙]{2}'", "一是加强学习，二是强化监督甲甲乙三是落实责任。"),
    "separated by the start of a paragraph": (YISHI + "unseparated", "一是加强学习\n二是强化监督\n三是落实责任"),
}  # fmt: skip


@pytest.mark.parametrize("name", RUNS)
def test_labels_inside_paragraphs(marked, name) -> None:
    fields, sample = RUNS[name]
    assert marked(fields, sample) == sample


def test_where_it_looks(marked) -> None:
    sample = "坚持依法行政，工作取得进展。\n一、工作成效\n（一）甲。成效明显。\n（三）乙。成效明显。\n二、工作打算\n（一）丙。加强学习。\n⟦（三）⟧丁。加强学习。"
    assert marked("kind: series\nforms: （一）\nfault: gap\nscope: {tense: plan}", sample) == sample


SAYS = {
    "duplicate": (HAN + "duplicate", ("一、", "二、", "二、", "四、"), "二、应为三、，缺"),
    "gap of one": (HAN + "gap", ("一、", "三、", "四、"), "三、应为二、，缺二、"),
    "gap of several": (HAN + "gap", ("一、", "九、", "十、"), "九、应为二、，缺二、、三、、四、"),
    "half-width brackets": (
        "kind: series\nforms: （一）\nfault: gap",
        ("(一)", "(三)", "(四)"),
        "(三)应为(二)，缺(二)",
    ),
    "circled": ("kind: series\nforms: ①\nfault: gap", ("①", "③", "④"), "③应为②，缺②"),
    "Arabic": ("kind: series\nforms: 1.\nfault: gap", ("1．", "3．", "4．"), "3．应为2．，缺2．"),
}


@pytest.mark.parametrize("name", SAYS)
def test_what_it_says(report, name) -> None:
    fields, labels, message = SAYS[name]
    fields += "\nmessage: {zh: '{match}应为{expected}，缺{missing}', en: '{previous}'}"
    assert [one.message for one in report(fields, listed(*labels)).findings] == [message]


def test_its_places(report) -> None:
    fields = HAN + "gap\nat: digits\nrelated: [{at: previous, zh: 前, en: p}, {at: before, zh: 处, en: b}]"
    text = listed("一、", "三、")
    (finding,) = report(fields, text).findings
    first, second = text.index("一、加强"), text.index("三、加强")
    assert finding.span == Span(second, second + 1)
    assert [label.span for label in finding.related] == [Span(first, first + 2), Span(second, second)]


GAPS = HAN + "gap\n"

# The fields of a rule, which begin in line 5, column 5; where the mistake is; what is said of it.
MISTAKES = {
    "mixed forms": (
        "kind: series\nforms: [一、, 一是]\nfault: gap",
        "6:12",
        "forms 不能兼有段首序号和段内序列。",
        "forms mixes labels at the start of paragraphs with those inside them",
    ),
    "unknown form": (
        "kind: series\nforms: 一.\nfault: gap",
        "6:12",
        "没有名为“一.”的取值。可用的有：编、章、节、条、一、、（一）、1.、（1）、①、1.1、一是、第一，、其一、首先。",
        "unknown value “一.”. Allowed: 编, 章, 节, 条, 一、, （一）, 1., （1）, ①, 1.1, 一是, 第一，, 其一, 首先.",
    ),
    "unknown fault": (
        "kind: series\nforms: 一、\nfault: gaps",
        "7:12",
        "没有名为“gaps”的取值，是否想写“gap”？可用的有：duplicate、gap、out-of-order、bad-start、follow-on、restart、unseparated。",
        "unknown value “gaps”; did you mean “gap”? Allowed: duplicate, gap, out-of-order, bad-start, follow-on, restart, unseparated.",
    ),
    "several faults": (
        "kind: series\nforms: 一、\nfault: [gap, duplicate]",
        "7:12",
        "应为单个值。",
        "expected a single value",
    ),
    "unknown name": (
        GAPS + "fix: {replace: digits, with: '{expcted}', safety: unsafe}",
        "8:36",
        "没有名为“expcted”的占位名，是否想写“expected”？可用的有：match、previous、digits、before、expected、missing。",
        "unknown name “expcted”; did you mean “expected”? Allowed: match, previous, digits, before, expected, missing.",
    ),
    "unknown place": (
        GAPS + "at: digit",
        "8:9",
        "没有名为“digit”的位置，是否想写“digits”？可用的有：match、previous、digits、before。",
        "unknown place “digit”; did you mean “digits”? Allowed: match, previous, digits, before.",
    ),
}


@pytest.mark.parametrize("name", MISTAKES)
def test_a_mistake_is_named_where_it_stands(complaint, mistake, pack, name) -> None:
    fields, place, zh, en = MISTAKES[name]
    source = pack(fields)
    said = Say(mistake(source, place, f"规则 t/rule：{zh}"), mistake(source, place, f"rule t/rule: {en}"))
    assert complaint(source) == said
