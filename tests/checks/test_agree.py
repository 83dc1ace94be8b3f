"""Kind `agree`: one thing written in several ways; the minority is reported."""

from __future__ import annotations

import pytest

from lint_reports.language import Say
from lint_reports.text import Span

WORDS = "kind: agree\nforms: {微信: 微信, WeChat: WeChat}\n"
TITLES = "kind: agree\nforms: {stop: '^[^。]*。$', none: '[^。]$'}\nper: level\n"
FRAMES = "kind: agree\nforms: {数字: '(?P<of>连续|第)\\d+[年届]', 汉字: '(?P<of>连续|第)[一二三四五六七八九]+[年届]'}\n"
BEHAVIOUR = {
    "one form": (WORDS, "微信一次，微信两次。"),
    "the minority": (WORDS, "微信一次，微信两次，⟦WeChat⟧一次。"),
    "the other minority": (WORDS, "⟦微信⟧一次，WeChat两次，WeChat一次。"),
    "equally many: the first is right": (WORDS, "WeChat一次，微信两次。".replace("WeChat", "⟦WeChat⟧")),
    "three forms": (
        "kind: agree\nforms: {甲: 甲式, 乙: 乙式, 丙: 丙式}\n",
        "乙式，乙式，乙式，⟦甲式⟧，⟦丙式⟧，⟦丙式⟧，⟦甲式⟧。",
    ),
    "at most five": (WORDS, "微信，" * 7 + "⟦WeChat⟧，" * 5 + "WeChat完毕。"),
    "at most two": (WORDS + "most: 2", "微信，" * 4 + "⟦WeChat⟧，" * 2 + "WeChat完毕。"),
    "only some may be wrong": (WORDS + "wrong: WeChat", "微信一次，WeChat两次，WeChat一次。"),
    "the one that may be wrong": (WORDS + "wrong: [WeChat]", "微信一次，微信两次，⟦WeChat⟧一次。"),
    "not often enough": (WORDS + "times: 3", "微信，微信，WeChat完毕。"),
    "often enough": (WORDS + "times: 3", "微信，微信，微信，⟦WeChat⟧完毕。"),
    "over paragraphs": (WORDS, "微信一次。\n微信两次。\n⟦WeChat⟧一次。"),
    "a group": (
        "kind: agree\nforms: {甲: '(?P<at>甲)式', 乙: '(?P<at>乙)式'}\n",
        "甲式，甲式，⟦乙⟧式完毕。",
    ),
    "with a group of their own": (FRAMES, "连续9年，连续8年，⟦连续七年⟧，第七届，第八届。"),
    "each group by itself": (FRAMES, "连续9年，连续8年，⟦连续七年⟧，第七届，第八届，⟦第9届⟧。"),
    "masked": (WORDS, "“WeChat”一次，微信两次。"),
}


@pytest.mark.parametrize("trusted", [True, False], ids=["re", "regex"])
@pytest.mark.parametrize("name", BEHAVIOUR)
def test_what_it_finds(marked, name, trusted) -> None:
    fields, sample = BEHAVIOUR[name]
    assert marked(fields, sample, trusted=trusted) == sample


def test_labels_of_one_class_are_compared_with_each_other(marked) -> None:
    sample = (
        "坚持依法行政，工作取得进展。\n一、甲情况\n（一）学习\n加强学习。\n（二）培训\n加强培训。\n"
        "⟦（三）宣传。⟧\n加强宣传。\n二、乙情况\n（一）检查\n加强检查。\n三、丙情况。\n加强督查。\n"
    )
    fields = "kind: agree\nforms: {none: '^.*[^。]$', stop: '^.*。$'}\nper: level\nscope: {layout: own-line}"
    assert marked(fields, sample.replace("三、丙情况。", "⟦三、丙情况。⟧")) == sample.replace(
        "三、丙情况。", "⟦三、丙情况。⟧"
    )


def test_paragraphs_without_a_label_belong_to_no_class(report) -> None:
    fields = "kind: agree\nforms: {甲: 甲式, 乙: 乙式}\nper: level"
    assert report(fields, "本年采用甲式，甲式，乙式。").findings == ()


def test_what_it_says(report) -> None:
    fields = WORDS + (
        "message: {zh: '{form}{count}次，{usual_form}{usual_count}次', en: '{match}'}\n"
        "related: [{at: usual, zh: '{usual}在此', en: '{usual}'}]"
    )
    (finding,) = report(fields, "微信一次，微信两次，WeChat一次。").findings
    assert (finding.span, finding.message) == (Span(10, 16), "WeChat1次，微信2次")
    assert finding.related == ((Span(0, 2), "微信在此"),)


@pytest.mark.parametrize(
    "forms, triggers",
    [("{甲: 甲式, 乙: 乙式|丙式}", ("丙式", "乙式", "甲式")), ("{甲: 甲式, 乙: '\\d+'}", None)],
    ids=["all have literals", "one has none"],
)
def test_its_triggers(spec, forms, triggers) -> None:
    assert spec(f"kind: agree\nforms: {forms}").triggers == triggers


FORMS = "kind: agree\nforms: {甲: a, 乙: b}\n"

# The fields of a rule, which begin in line 5, column 5; where the mistake is; what is said of it.
MISTAKES = {
    "bad pattern": (
        "kind: agree\nforms: {甲: '['}",
        "6:18",
        "正则有误，第 2 个字符处：unterminated character set。",
        "bad pattern, at character 2: unterminated character set",
    ),
    "unknown form": (
        FORMS + "wrong: 丙",
        "7:12",
        "没有名为“丙”的形式。可用的有：甲、乙。",
        "unknown form “丙”. Allowed: 甲, 乙.",
    ),
    "compared over what": (
        FORMS + "per: section",
        "7:10",
        "没有名为“section”的取值。可用的有：document、level。",
        "unknown value “section”. Allowed: document, level.",
    ),
    "too many places": (
        FORMS + "most: 1000",
        "7:11",
        "应为 1 到 100 的整数，而不是“1000”。",
        "expected a whole number from 1 to 100, not “1000”",
    ),
    "unknown place": (
        FORMS + "at: usul",
        "7:9",
        "没有名为“usul”的位置，是否想写“usual”？可用的有：match、usual。",
        "unknown place “usul”; did you mean “usual”? Allowed: match, usual.",
    ),
    "unknown name": (
        FORMS + "fix: {replace: match, with: '{usual_from}', safety: unsafe}",
        "7:35",
        "没有名为“usual_from”的占位名，是否想写“usual_form”？可用的有：match、usual、count、usual_count、form、usual_form。",
        "unknown name “usual_from”; did you mean “usual_form”? Allowed: match, usual, count, usual_count, form, usual_form.",
    ),
}


@pytest.mark.parametrize("name", MISTAKES)
def test_a_mistake_is_named_where_it_stands(complaint, mistake, pack, name) -> None:
    fields, place, zh, en = MISTAKES[name]
    source = pack(fields)
    said = Say(mistake(source, place, f"规则 t/rule：{zh}"), mistake(source, place, f"rule t/rule: {en}"))
    assert complaint(source) == said
