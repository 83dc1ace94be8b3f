"""Kind `pair`: marks that stand alone, cross, are reversed or nest wrongly."""

from __future__ import annotations

import pytest

from lint_reports.language import Say
from lint_reports.text import Span

ALL = "“”, ‘’, （）, 《》, 〈〉, 〔〕, 【】"

# Marks and faults, and a sample with ⟦⟧ round what must be reported.
BEHAVIOUR = {
    "right": (ALL, "[unclosed, unopened, crossed, reversed]", "落实《办法》（试行），做到“五个一”，【附】〔2024〕。"),
    "unclosed": (ALL, "unclosed", "贯彻落实⟦《⟧办法，做好各项工作。"),
    "unopened": (ALL, "unopened", "贯彻落实办法⟦》⟧，做好各项工作。"),
    "unclosed, not asked for": (ALL, "unopened", "贯彻落实《办法，做好各项工作。"),
    "other marks": ("（）", "unclosed", "贯彻落实《办法，做好⟦（⟧各项工作。"),
    "half-width": ("（）", "[unclosed, unopened]", "做好⟦(⟧各项工作。\n完成各项任务⟦)⟧，取得实效。"),
    "corner brackets": ("“”", "unclosed", "贯彻⟦「⟧五个一要求，做好各项工作。"),
    "crossed": ("（）, 《》", "crossed", "贯彻（见《办法⟦）⟧》要求，做好各项工作。"),
    "reversed": ("“”", "reversed", "做到⟦”⟧五个一“要求，取得实效。"),
    "several paragraphs": ("《》", "unclosed", "落实⟦《⟧甲办法。\n落实《乙办法》。\n落实⟦《⟧丙办法。"),
}


@pytest.mark.parametrize("name", BEHAVIOUR)
def test_what_it_finds(marked, name) -> None:
    marks, faults, sample = BEHAVIOUR[name]
    assert marked(f"kind: pair\nmarks: [{marks}]\nfaults: {faults}", sample) == sample


NESTED = {
    "the pair that must not stand inside": ("{“”: “”}", "他说：“要做到⟦“⟧五个一”，抓落实。”"),
    "another parent": ("{“”: （）}", "他说：“要做到“五个一”，抓落实（⟦“⟧双随机”）。”"),
    "not directly inside": ("{“”: “”}", "他说：“要落实《办法“试行”》。”"),
    "no parent named": ("{《》: 《》}", "他说：“要做到“五个一”，抓落实。”"),
}


@pytest.mark.parametrize("name", NESTED)
def test_what_must_not_stand_directly_inside(marked, name) -> None:
    inside, sample = NESTED[name]
    assert marked(f"kind: pair\nmarks: [“”, 《》]\nfaults: nested\ninside: {inside}", sample) == sample


def test_nested_without_inside_finds_nothing(marked) -> None:
    sample = "他说：“要做到“五个一”，抓落实。”"
    assert marked("kind: pair\nmarks: “”\nfaults: nested", sample) == sample


def test_where_it_looks(marked) -> None:
    sample = "某某市⟦《⟧2023年工作总结\n2023年，贯彻落实《办法，做好各项工作。"
    assert marked("kind: pair\nmarks: 《》\nfaults: unclosed\nscope: {in: title}", sample) == sample


PLACES = {
    "unclosed": ("unclosed", "落实《办法，做好工作。", Span(2, 3), None, "》"),
    "unopened": ("unopened", "落实办法》，做好工作。", Span(4, 5), None, "《"),
    "crossed": ("crossed", "（见《办法）》要求。", Span(5, 6), Span(6, 7), "（"),
    "reversed": ("reversed", "做到》五个一《要求。", Span(2, 3), Span(6, 7), "《"),
    "nested": ("nested", "《甲《乙》丙》要求。", Span(2, 3), Span(4, 5), "》"),
}


@pytest.mark.parametrize("name", PLACES)
def test_what_it_says(report, name) -> None:
    fault, text, match, other, partner = PLACES[name]
    fields = f"""
kind: pair
marks: [（）, 《》]
faults: {fault}
inside: {{《》: 《》}}
related: [{{at: other, zh: "另一个{{other}}", en: "{{other}}"}}]
message: {{zh: "{{match}}缺{{partner}}", en: "{{match}}"}}
"""
    (finding,) = report(fields, text).findings
    assert (finding.span, finding.message) == (match, f"{match.of(text)}缺{partner}")
    assert [label.span for label in finding.related] == ([] if other is None else [other])


# The fields of a rule, which begin in line 5, column 5; where the mistake is; what is said of it.
MISTAKES = {
    "half a pair": (
        "kind: pair\nmarks: （\nfaults: unclosed",
        "6:12",
        "没有名为“（”的取值，是否想写“（）”？可用的有：“”、‘’、（）、《》、〈〉、〔〕、【】。",
        "unknown value “（”; did you mean “（）”? Allowed: “”, ‘’, （）, 《》, 〈〉, 〔〕, 【】.",
    ),
    "unknown fault": (
        "kind: pair\nmarks: （）\nfaults: [unclosd]",
        "7:14",
        "没有名为“unclosd”的取值，是否想写“unclosed”？可用的有：unclosed、unopened、crossed、reversed、nested。",
        "unknown value “unclosd”; did you mean “unclosed”? Allowed: unclosed, unopened, crossed, reversed, nested.",
    ),
    "unknown pair inside": (
        "kind: pair\nmarks: （）\nfaults: nested\ninside: {（）: 括号}",
        "8:18",
        "没有名为“括号”的取值。可用的有：“”、‘’、（）、《》、〈〉、〔〕、【】。",
        "unknown value “括号”. Allowed: “”, ‘’, （）, 《》, 〈〉, 〔〕, 【】.",
    ),
    "no faults": ("kind: pair\nmarks: （）", "4:5", "缺少字段 faults。", "the field faults is missing"),
    "unknown place": (
        "kind: pair\nmarks: （）\nfaults: unclosed\nat: othr",
        "8:9",
        "没有名为“othr”的位置，是否想写“other”？可用的有：match、other。",
        "unknown place “othr”; did you mean “other”? Allowed: match, other.",
    ),
    "unknown name": (
        "kind: pair\nmarks: （）\nfaults: unclosed\nfix: {insert: '{partnr}', after: match, safety: unsafe}",
        "8:21",
        "没有名为“partnr”的占位名，是否想写“partner”？可用的有：match、other、partner。",
        "unknown name “partnr”; did you mean “partner”? Allowed: match, other, partner.",
    ),
}


@pytest.mark.parametrize("name", MISTAKES)
def test_a_mistake_is_named_where_it_stands(complaint, mistake, pack, name) -> None:
    fields, place, zh, en = MISTAKES[name]
    source = pack(fields)
    said = Say(mistake(source, place, f"规则 t/rule：{zh}"), mistake(source, place, f"rule t/rule: {en}"))
    assert complaint(source) == said
