"""Kind `defined`: short names that are used and never introduced, or introduced and never used."""

from __future__ import annotations

import pytest

from lint_reports.language import Say

UNDEFINED = """kind: defined
fault: undefined
scope: {lift: title}
use: 《(?P<name>方案|办法)》
definition: ["《(?P<name>[^《》]{3,})》", "称(?P<name>[一-龥]{2,})）"]
"""
UNUSED = "kind: defined\nfault: unused\ndefinition: 简称(?P<name>[一-龥]{2,})）\n"
BEHAVIOUR = {
    "never introduced": (UNDEFINED, "落实⟦《方案》⟧要求，对照《方案》整改。"),
    "two names": (UNDEFINED, "落实⟦《方案》⟧⟦《办法》⟧要求。"),
    "introduced before": (UNDEFINED, "制定《水利方案》。落实《方案》和⟦《办法》⟧要求。"),
    "introduced later": (UNDEFINED, "落实《方案》要求。制定《水利方案》。"),
    "introduced as it is": (UNDEFINED, "制定规则（以下称办法），落实《办法》要求。"),
    "introduced in the title": (UNDEFINED, "关于印发《水利方案》的通知\n各单位：\n落实《方案》要求，逐项整改到位。"),
    "another ending": (UNDEFINED, "制定《水利方案说明》。落实⟦《方案》⟧要求。"),
    "vetoed": (UNDEFINED + "unless: [{before: 省, good: 落实省《方案》。}]", "落实省《方案》要求。"),
    "Traditional script": (UNDEFINED, "落實⟦《辦法》⟧要求。"),
    "never used": (UNUSED, "成立专班（以下⟦简称专班办）⟧，开展督察。"),
    "used": (UNUSED, "成立专班（以下简称专班办），由专班办督察。"),
    "used before": (UNUSED, "专班办设置\n成立专班（以下简称专班办），开展督察。"),
    "used twice as a part": (UNUSED, "成立专班（以下简称专班办），撤销专班办公室。"),
}


@pytest.mark.parametrize("trusted", [True, False], ids=["re", "regex"])
@pytest.mark.parametrize("name", BEHAVIOUR)
def test_what_it_finds(marked, name, trusted) -> None:
    fields, sample = BEHAVIOUR[name]
    assert marked(fields, sample, trusted=trusted) == sample


def test_the_name_is_a_place(report) -> None:
    text = "成立专班（以下简称专班办），开展督察。"
    (finding,) = report(UNUSED + "at: name\nmessage: {zh: '{name}', en: '{match}'}", text).findings
    assert (finding.message, finding.span.of(text)) == ("专班办", "专班办")


def test_so_many_definitions_are_looked_at(report) -> None:
    text = "".join(f"成立专班（以下简称第{number}办）。" for number in range(201))
    fields = UNUSED.replace("[一-龥]{2,}", "[^）]+")
    assert len(report(fields, text).findings) == 200


def test_its_triggers_are_those_of_what_is_reported(spec) -> None:
    assert spec(UNDEFINED).triggers == ("《办法》", "《方案》")
    assert spec(UNUSED).triggers == ("简称",)


USE_AND_FAULT = ("fault 为 undefined 时要有 use，为 unused 时不能有。", "use goes with undefined, and only with it")
# The fields of a rule, which begin in line 5, column 5; where the mistake is; what is said of it.
MISTAKES = {
    "no use": ("kind: defined\nfault: undefined\ndefinition: 称(?P<name>方案)", "6:12", *USE_AND_FAULT),
    "a use too many": (UNUSED + "use: (?P<name>方案)", "6:12", *USE_AND_FAULT),
    "no group": (
        "kind: defined\nfault: unused\ndefinition: 简称",
        "7:17",
        "正则里要有 (?P<name>…)。",
        "the pattern has no group `name`",
    ),
}


@pytest.mark.parametrize("name", MISTAKES)
def test_a_mistake_is_named_where_it_stands(complaint, mistake, pack, name) -> None:
    fields, place, zh, en = MISTAKES[name]
    source = pack(fields)
    said = Say(mistake(source, place, f"规则 t/rule：{zh}"), mistake(source, place, f"rule t/rule: {en}"))
    assert complaint(source) == said
