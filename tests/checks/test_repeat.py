"""Kind `repeat`: sentences or paragraphs that stand in one document twice."""

from __future__ import annotations

import time

import pytest

from lint_reports.language import Say

SENTENCE = "kind: repeat\nof: sentence\nwhere: document\nleast: 12\n"
ONE = "全县共建成公共法律服务站点一百二十个"
TWO = "各乡镇都配备了专职人民调解员并落实补贴"

# The fields, and a sample with ⟦⟧ round what must be reported.
BEHAVIOUR = {
    "a sentence twice": (SENTENCE, f"{ONE}。{TWO}。⟦{ONE}。⟧"),
    "three times": (SENTENCE, f"{ONE}。{TWO}。⟦{ONE}。⟧成效明显。⟦{ONE}。⟧"),
    "in two paragraphs": (SENTENCE, f"{ONE}。\n{TWO}。\n⟦{ONE}。⟧"),
    "another mark at the end": (SENTENCE, f"{ONE}；{TWO}。⟦{ONE}！⟧"),
    "other marks and spaces inside": (SENTENCE, "全县共建成站点，一百二十个。⟦全县 共建成站点一百二十个。⟧"),
    "half-width marks": (SENTENCE, "全县共建成站点,一百二十个。⟦全县共建成站点，一百二十个。⟧"),
    "Traditional beside Simplified": (SENTENCE, f"{ONE}。{TWO}。⟦全縣共建成公共法律服務站點一百二十個。⟧"),
    "another label": (SENTENCE, f"（一）{ONE}。\n{TWO}。\n⟦2.{ONE}。⟧\n⟦三是{ONE}。⟧"),
    "another beginning": (SENTENCE, f"东乡的{ONE}。西乡的{ONE}。"),
    "only one has a label": (SENTENCE, f"一是{ONE}。{TWO}。⟦{ONE}。⟧"),
    "after a closing mark": (SENTENCE, f"他说：“很好。”一是{ONE}。{TWO}。⟦{ONE}。⟧"),
    "after two closing marks": (SENTENCE, f"（他说：“很好。”）一是{ONE}。⟦（一是）{ONE}。⟧{ONE}。"),
    "a mark that few have": (SENTENCE, "全县共建成站点·一百二十个。⟦全县共建成_站点一百二十个。⟧"),
    "another figure": (SENTENCE, "全县共建成站点一百二十个。全县共建成站点一百三十个。"),
    "another quotation": (SENTENCE, "继续深化“最多跑一次”改革工作。继续深化“一件事一次办”改革工作。"),
    "too short": (SENTENCE, "各项工作取得明显成效。各项工作取得明显成效。"),
    "just long enough": (SENTENCE, "各项工作都取得了明显成效。⟦各项工作都取得了明显成效。⟧"),
    "a copied passage": (SENTENCE, f"{ONE}。{TWO}。其他各项工作也取得了明显进展。\n⟦{ONE}。⟧{TWO}。其他各项工作也取得了明显进展。"),
    "two that are not one passage": (SENTENCE, f"{ONE}。{TWO}。\n⟦{TWO}。⟧⟦{ONE}。⟧"),
    "paragraphs": ("kind: repeat\nof: paragraph\nwhere: document\nleast: 12\n", f"{ONE}。{TWO}。\n{ONE}。\n⟦{ONE}。{TWO}。⟧"),
    "what may differ": (SENTENCE + "ignore: '(?:19|20)\\d\\d年|继续'", f"2023年，{ONE}。⟦2024年，继续{ONE}。⟧2024年，新{ONE}。"),
    "a veto": (SENTENCE + "unless: [{within: 党中央, good: x}]", f"坚决贯彻落实党中央各项决策部署。{ONE}。坚决贯彻落实党中央各项决策部署。⟦{ONE}。⟧"),
    "nothing": (SENTENCE, f"{ONE}。{TWO}。"),
}  # fmt: skip


@pytest.mark.parametrize("trusted", [True, False], ids=["re", "regex"])
@pytest.mark.parametrize("name", BEHAVIOUR)
def test_what_it_finds(marked, name, trusted) -> None:
    fields, sample = BEHAVIOUR[name]
    assert marked(fields, sample, trusted=trusted) == sample


# Where both stand, and which of `where` report it.
SECTIONS = """\
某某市司法局2023年工作总结
一、2023年工作成效
（一）普法
{0}成效明显。
（二）调解
{1}成效明显。
二、2024年工作计划
（一）普法
{2}再上台阶。
"""
WHERE = {
    "one section": (f"{ONE}。{TWO}。{ONE}。", "", "", {"section", "document", "one-tense"}),
    "two sections that look back": (f"{ONE}。", f"{ONE}。", "", {"document", "one-tense"}),
    "a review and a plan": (f"{ONE}。", "", f"{ONE}。", {"document", "two-tenses"}),
}


@pytest.mark.parametrize("where", ["section", "document", "one-tense", "two-tenses"])
@pytest.mark.parametrize("name", WHERE)
def test_where_both_must_stand(report, name, where) -> None:
    *texts, reporting = WHERE[name]
    fields = f"kind: repeat\nof: sentence\nwhere: {where}\nleast: 12"
    assert len(report(fields, SECTIONS.format(*texts)).findings) == (where in reporting)


def test_headings_and_cells_do_not_count(report) -> None:
    text = (
        "# 报告\n\n## 一、全县公共法律服务站点建设情况\n\n内容一。\n\n## 二、全县公共法律服务站点建设情况\n\n内容二。\n"
    )
    text += "\n| 全县公共法律服务站点建设情况 |\n|---|\n| 全县公共法律服务站点建设情况 |\n"
    assert report(SENTENCE, text, name="报告.md").findings == ()


def test_it_shows_both_places(report) -> None:
    fields = SENTENCE + "related: [{at: first, zh: '{first}在此', en: x}]\nmessage: {zh: '“{match}”重复', en: x}"
    text = f"{ONE}。{TWO}。{ONE}！"
    (finding,) = report(fields, text).findings
    assert (finding.message, finding.related[0].message) == (f"“{ONE}！”重复", f"{ONE}。在此")
    assert finding.related[0].span == (0, len(ONE) + 1)


def _seconds(report, fields, text) -> float:
    """Of this process alone: how busy the machine is does not matter."""
    start = time.process_time()
    report(fields, text)
    return time.process_time() - start


def test_its_time_grows_with_the_document(report) -> None:
    fields = SENTENCE + "message: {zh: x, en: x}"
    text = "".join(f"第{number}号项目由某某市某某县负责建设，力争年底建成。" for number in range(3000))
    report(fields, text)  # imports are no part of it
    taken = [min(_seconds(report, fields, text[:size]) for _ in range(3)) for size in (len(text) // 4, len(text))]
    assert taken[1] < 16 * taken[0]


MISTAKES = {
    "nothing": ("kind: repeat", "4:5", "缺少字段 of。", "the field of is missing"),
    "a length that is none": (
        "kind: repeat\nof: sentence\nwhere: section\nleast: 3",
        "8:12",
        "应为 10 到 10000 的整数，而不是“3”。",
        "expected a whole number from 10 to 10000, not “3”",
    ),
    "an unknown place": (
        SENTENCE + "at: second",
        "9:9",
        "没有名为“second”的位置。可用的有：match、first。",
        "unknown place “second”. Allowed: match, first.",
    ),
    "quotations cannot be left out": (
        SENTENCE + "scope: {lift: quote}",
        "9:13",
        "repeat 类规则不看 scope 的“lift”，只看：in、tense、layout、block、genre。",
        "rules of kind repeat do not heed “lift” in scope, only: in, tense, layout, block, genre",
    ),
}


@pytest.mark.parametrize("name", MISTAKES)
def test_a_mistake_is_named_where_it_stands(complaint, mistake, pack, name) -> None:
    fields, place, zh, en = MISTAKES[name]
    source = pack(fields)
    said = Say(mistake(source, place, f"规则 t/rule：{zh}"), mistake(source, place, f"rule t/rule: {en}"))
    assert complaint(source) == said
