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
ARABIC = "kind: series\nforms: 1.\nfault: "
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
    "several faults": (HAN + "[duplicate, gap]", listed("一、", "⟦三、⟧", "四、", "⟦四、⟧")),
    "a bad start that is none": (
        "kind: series\nforms: （一）\nfault: bad-start",
        "一、下步打算\n要抓好以下工作：（一）加强学习。\n" + listed("（二）", "（三）").partition("\n")[2],
    ),
    "a bad start in the second section": (
        "kind: series\nforms: （一）\nfault: bad-start",
        listed("一、", "（一）", "（二）", "二、", "⟦（二）⟧", "（三）"),
    ),
    "one alone": (HAN + "single", listed("⟦一、⟧", "（一）", "（二）")),
    "one alone, two hidden": (HAN + "single", listed("一、") + "二、强化监督。"),
    "two are not alone": (HAN + "single", listed("一、", "二、")),
    "mixed": (ARABIC + "mixed", listed("1.", "2.", "⟦3、⟧", "4、", "5.")),
    "mixed in another series": (ARABIC + "mixed", listed("一、", "1.", "2.", "二、", "⟦1、⟧", "2.")),
    "mixed widths and spaces": (ARABIC + "mixed", listed("1.", "2．", "3 .")),
    "mixed, but at two levels": (ARABIC + "mixed", listed("一、", "1.", "2.", "（一）", "1、", "2、")),
    "equally mixed, the first is right": (ARABIC + "mixed", listed("1.", "⟦2、⟧")),
    "style": (ARABIC + "style\nstyles: '#、'", listed("⟦1、⟧", "2、")),
    "style, once": (ARABIC + "style\nstyles: '#、'", listed("一、", "⟦1、⟧", "2、", "二、", "1、")),
    "style of a minority": (ARABIC + "style\nstyles: '#、'", listed("1、", "2.", "3.")),
    "style by width": ("kind: series\nforms: （一）\nfault: style\nstyles: '(#)'", listed("⟦(一)⟧", "（二）", "(三)")),
    "style by width, of a minority": (
        "kind: series\nforms: （一）\nfault: style\nstyles: '(#)'",
        listed("（一）", "(二)", "（三）"),
    ),
    "nested": (ARABIC + "nested\nunder: 条", "第一条　甲：\n⟦1.⟧乙；\n2.丙。\n第二条　丁。"),
    "nested in the right place": (ARABIC + "nested\nunder: 条", "第一条　甲：\n（一）乙：\n1.丙；\n2.丁。"),
    "nested, but counted through": (ARABIC + "nested\nunder: 一、", listed("一、", "1.", "2.", "二、", "3.")),
    "inverted": (
        "kind: series\nforms: （一）\nfault: inverted",
        listed("一、", "1.", "2.", "⟦（一）⟧", "（二）", "3."),
    ),
    "inverted in the class of the parent": (
        HAN + "inverted",
        listed("一、", "二、", "（一）", "⟦一、⟧", "二、", "（二）"),
    ),
    "counted through a heading": (
        "kind: series\nforms: （一）\nfault: inverted",
        listed("一、", "1.", "2.", "二、", "（一）", "（二）", "3."),
    ),
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
ALL = "kind: series\nforms: [一是, 第一，, 其一, 首先]\nfault: "
RUNS = {
    "right": (YISHI + "gap", "一是加强学习，二是强化监督，三是落实责任。"),
    "gap": (YISHI + "gap", "一是加强学习，二是强化监督，⟦四是⟧落实责任，五是抓好宣传。"),
    "duplicate": (YISHI + "duplicate", "一是加强学习，二是强化监督，⟦二是⟧落实责任，四是抓好宣传。"),
    "over paragraphs": (YISHI + "gap", "一是加强学习。\n二是强化监督。\n⟦四是⟧落实责任。\n五是抓好宣传。"),
    "other classes": ("kind: series\nforms: [第一，, 首先]\nfault: gap", "第一，加强学习。第二，强化监督。⟦第四⟧，落实责任。第五，抓好宣传。"),
    "unseparated": (YISHI + "unseparated", "一是加强学习，二是强化监督⟦三是⟧落实责任。"),
    "unseparated, but right": (YISHI + "unseparated\nnot_after: 重点", "一是加强学习，二是强化监督重点三是落实责任。"),
    "unseparated, past an earlier match": (YISHI + "unseparated\nnot_after: '[甲乙]{2}'", "一是加强学习，二是强化监督甲甲乙三是落实责任。"),
    "one alone": (YISHI + "single", "工作扎实。⟦一是⟧加强学习。其余照旧。"),
    "one alone, the other in words": (YISHI + "single\nnot_before: 另一方面", "一是加强学习。另一方面，强化监督。"),
    "one with another": (YISHI + "single", "一是加强学习。二是强化监督。"),
    "switched": (ALL + "switched", "第一，加强学习；⟦二是⟧强化监督；三是落实责任。"),
    "switched and back": (ALL + "[switched, gap]", "一是加强学习。⟦第二⟧，强化监督。三是落实责任。"),
    "a rank is no switch": (ALL + "switched", "一是加强学习，排名第一、第二，进步明显。"),
    "the last is no switch": (ALL + "switched", "一是加强学习。二是强化监督。三是落实责任。最后，抓好总结。"),
    "mixed in one run": (ALL + "mixed", "一要加强学习；二要强化监督；⟦三是⟧落实责任。"),
    "two runs are not mixed": (ALL + "mixed", "一要加强学习；二要强化监督。具体而言，一是落实责任；二是抓好宣传。"),
    "a chain with a gap": ("kind: series\nforms: 首先\nfault: gap", "首先，加强学习。⟦再次⟧，强化监督。最后，落实责任。"),
    "a chain": ("kind: series\nforms: 首先\nfault: gap", "首先，加强学习。其次，强化监督。最后，落实责任。"),
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
    "mixed": (ARABIC + "mixed", ("1.", "2.", "3、"), "3、应为3.，缺"),
    "a chain": ("kind: series\nforms: 首先\nfault: gap", ("首先，", "再次，", "最后，"), "再次应为其次，缺其次"),
    "switched": (ALL + "switched", ("第一，", "二是", "三是"), "二是应为第二，缺一是"),
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
        "没有名为“gaps”的取值，是否想写“gap”？可用的有：duplicate、gap、out-of-order、bad-start、follow-on、restart、unseparated、single、mixed、style、nested、inverted、switched。",
        "unknown value “gaps”; did you mean “gap”? Allowed: duplicate, gap, out-of-order, bad-start, follow-on, restart, unseparated, single, mixed, style, nested, inverted, switched.",
    ),
    "nested without what is above": (
        "kind: series\nforms: 一、\nfault: nested",
        "7:12",
        "fault: nested 要有 under。",
        "fault: nested needs under",
    ),
    "style without styles": (
        "kind: series\nforms: 一、\nfault: [gap, style]",
        "7:12",
        "fault: style 要有 styles。",
        "fault: style needs styles",
    ),
    "a field for another fault": (
        "kind: series\nforms: 一、\nfault: gap\nunder: 条",
        "8:12",
        "under 只用于 fault: nested。",
        "under goes with fault: nested only",
    ),
    "a pattern for another fault": (
        "kind: series\nforms: 一是\nfault: gap\nnot_before: 另外",
        "8:17",
        "not_before 只用于 fault: single。",
        "not_before goes with fault: single only",
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
