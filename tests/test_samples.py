"""Samples are tests: a rule must report them, or leave them alone, exactly as they are marked."""

from __future__ import annotations

import pytest

from lint_reports.language import Say
from lint_reports.rulelang.located import Place
from lint_reports.samples import Result, Surprise, try_rule, try_rules

TEXT = "kind: text\npattern: 截止\nfix: {replace: match, with: 截至, safety: safe}\nexamples:\n"
LISTED = {
    "as marked": ("- bad: ⟦截止⟧六月，⟦截止⟧七月。\n- good: 截至六月。", None),
    "not reported": (
        "- bad: ⟦截至⟧六月。\n- good: 截至六月。",
        Say("应报“截至”（0—2），实报∅。", "expected “截至”（0—2）, got ∅"),
    ),
    "reported though good": (
        "- bad: ⟦截止⟧六月。\n- good: 截止六月。",
        Say("应报∅，实报“截止”（0—2）。", "expected ∅, got “截止”（0—2）"),
    ),
    "reported elsewhere": (
        "- bad: ⟦截止六月⟧，截止七月。\n- good: 截至六月。",
        Say("应报“截止六月”（0—4），实报“截止”（0—2）、“截止”（5—7）。", "expected “截止六月”（0—4）, got “截止”（0—2）、“截止”（5—7）"),
    ),
    "mended": ("- bad: ⟦截止⟧六月，⟦截止⟧七月。\n  fixed: 截至六月，截至七月。\n- good: 截至六月。", None),
    "mended otherwise": (
        "- bad: ⟦截止⟧六月。\n  fixed: 到六月。\n- good: 截至六月。",
        Say("改后应为“到六月。”，实为“截至六月。”。", "the fix should give “到六月。”, but gives “截至六月。”"),
    ),
    "Markdown": (
        "- bad: |\n    # 总结\n\n    **⟦截止⟧六月**，办结五件。\n  fixed: |\n    # 总结\n\n    **截至六月**，办结五件。\n  media: markdown\n- good: 截至六月。",
        None,
    ),
    "beginning as a PDF file does": ("- bad: '%PDF-1 ⟦截止⟧六月。'\n- good: 截至六月。", None),
    "letters that are Han in another encoding": ("- bad: ίԱί⟦截止⟧六月。\n- good: 截至六月。", None),
    "plain text with marks of Markdown": ("- bad: '**⟦截止⟧六月**，办结五件。'\n- good: 截至六月。", None),
    "lines that were wrapped": (
        "- bad: |\n"
        + "    某某市司法局坚持依法行政，\n" * 5
        + "    取得进展，⟦截止⟧六月办结五件。\n- good: 截至六月。",
        None,
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", LISTED)
def test_what_is_not_as_marked(spec, name) -> None:
    examples, say = LISTED[name]
    rule = spec(TEXT + "\n".join(f"  {line}" if line else "" for line in examples.split("\n")))
    result = try_rule(rule)
    assert [surprise.say for surprise in result.surprises] == ([say] if say else [])
    assert (result.rule, result.samples) == ("t/rule", 2)


def test_where_a_surprise_stands(spec) -> None:
    rule = spec(TEXT + "  - bad: ⟦截止⟧六月。\n  - good: 截止六月。\n  - good: 截至。")
    say = Say("应报∅，实报“截止”（0—2）。", "expected ∅, got “截止”（0—2）")
    assert try_rule(rule) == Result(
        "t/rule", 3, fired=True, surprises=(Surprise("t/rule", Place("t.yaml", 10, 9), say),)
    )


def test_a_rule_that_never_fires(spec) -> None:
    assert not try_rule(spec(TEXT + "  - bad: ⟦截至⟧六月。\n  - good: 截至。")).fired


def test_each_veto_brings_a_sample(spec) -> None:
    fields = (
        "kind: text\npattern: 截止\nunless:\n  - {before: 非, good: 非截止日。}\n  - {before: 不, good: 不截止。}\n  - {after: 时, good: 截至时间。}\n"
        "examples: [{bad: ⟦截止⟧六月。}, {good: 截至。}]"
    )
    result = try_rule(spec(fields))
    assert result.samples == 5
    assert [surprise.say.en for surprise in result.surprises] == [
        "the sample of unless number 3 proves nothing, it is silent without it: “截至时间。”"
    ]


def test_a_veto_that_does_not_keep_its_sample_silent(spec) -> None:
    fields = "kind: text\npattern: 截止\nunless: [{after: 日, good: 截止时间。}]\nexamples: [{bad: ⟦截止⟧六月。}, {good: 截至。}]"
    say = Say("应报∅，实报“截止”（0—2）。", "expected ∅, got “截止”（0—2）")
    assert try_rule(spec(fields)).surprises == (Surprise("t/rule", Place("t.yaml", 4, 5), say),)


def test_the_unless_of_another_kind_is_no_list_of_vetoes(spec) -> None:
    fields = "kind: ending\nof: paragraph\nmust: 。$\nunless: 另\nexamples: [{bad: 依法行政取⟦得新的进展！⟧}, {good: 依法行政取得进展。}]"
    assert try_rule(spec(fields)) == Result("t/rule", 2, fired=True, surprises=())


def test_a_rule_that_gives_up_is_a_surprise(spec, monkeypatch) -> None:
    monkeypatch.setattr("lint_reports.checks.matching.TIMEOUT", 0.05)
    fields = f"kind: text\npattern: (a|aa)+b$\nexamples: [{{bad: 办结。⟦aab⟧}}, {{good: 办结。{'a' * 100}c，ab。}}]"
    result = try_rule(spec(fields))
    assert [surprise.say.en for surprise in result.surprises] == [
        "rule t/rule took too long on this document and was given up; rewrite its pattern or expression"
    ]


def test_each_rule_is_tried_alone(spec) -> None:
    rules = [
        spec(TEXT + "  - bad: ⟦截止⟧六月，布署。\n  - good: 布署。"),
        spec("kind: swap\nwords: {布署: 部署}\nexamples: [{bad: ⟦布署⟧，截止。}, {good: 截止。}]"),
    ]
    assert [result.surprises for result in try_rules(rules)] == [(), ()]
