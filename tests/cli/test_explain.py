"""`lint-reports explain`: the page of a rule."""

from __future__ import annotations

import pytest

from lint_reports.notices import NOTICES
from lint_reports.rules import load_specs

FIELDS = """
kind: text
pattern: (?P<word>截止)
severity: warning
title: {zh: “截止”误用, en: 截止 misused}
why: {zh: 截止不带时间。, en: 截止 takes no date.}
message: {zh: "“{word}”应为截至", en: "write 截至, not {word}"}
basis: [{source: 《现代汉语词典》, strength: 应}, {source: 《某标准》, clause: "4.1", strength: 宜}]
fix: {replace: word, with: 截至, safety: safe}
examples:
  - bad: ⟦截止⟧六月，⟦截止⟧七月。
  - bad: |
      第一行
      ⟦截止⟧八月。
  - good: 截至六月。
"""
CHINESE = """\
t/rule  “截止”误用（warning）

截止不带时间。

依据：《现代汉语词典》（应）；《某标准》 4.1（宜）
提示：“{word}”应为截至
修改：可自动改（不改变意思）

误例：
    ⟦截止⟧六月，⟦截止⟧七月。
    ──
    第一行
    ⟦截止⟧八月。

正例：
    截至六月。
"""
ENGLISH = """\
t/rule  截止 misused (warning)

截止 takes no date.

Basis: 《现代汉语词典》 (应); 《某标准》 4.1 (宜)
Message: write 截至, not {word}
Fix: automatic (the meaning does not change)

Bad:
    ⟦截止⟧六月，⟦截止⟧七月。
    ──
    第一行
    ⟦截止⟧八月。

Good:
    截至六月。
"""


@pytest.fixture
def explain(cli, tmp_path, pack):
    """Explains rules; those of a pack with these fields among them."""

    def explain(*arguments: object, fields=FIELDS):
        path = tmp_path / "t.yaml"
        path.write_text(pack(fields), encoding="utf-8")
        return cli("explain", *arguments, "--rules", path)

    return explain


def test_a_page(explain) -> None:
    assert explain("t/rule") == (0, CHINESE, "")


def test_a_page_in_english(explain) -> None:
    assert explain("t/rule", "--lang", "en") == (0, ENGLISH, "")


def test_several_pages(explain) -> None:
    assert explain("t/rule", "t/rule") == (0, f"{CHINESE}\n{CHINESE}", "")


def test_a_rule_that_is_off_has_no_reason_and_no_fix(explain) -> None:
    fields = "kind: text\npattern: 截止\nenabled: false"
    assert (
        explain("t/rule", fields=fields).out
        == """\
t/rule  误（error，默认关）

依据：逻辑（逻辑）
提示：有误
修改：无，需人工改写

误例：
    ⟦误⟧

正例：
    正
"""
    )
    assert (
        explain("t/rule", "--lang", "en", fields=fields).out.splitlines()[0] == "t/rule  wrong (error, off by default)"
    )


def test_a_fix_that_is_only_proposed(explain) -> None:
    fields = FIELDS.replace("safety: safe", "safety: unsafe")
    assert "修改：给出建议，需人工确认" in explain("t/rule", fields=fields).out.splitlines()
    assert "Fix: a suggestion, to be confirmed" in explain("t/rule", "--lang", "en", fields=fields).out.splitlines()


UNKNOWN = {
    "slip of the pen": (
        "t/rul",
        "没有规则“t/rul”。是否想写“t/rule”？全部规则见 lint-reports rules list。",
        "no rule “t/rul”; did you mean “t/rule”? `lint-reports rules list` shows them all",
    ),
    "like nothing": (
        "标点",
        "没有规则“标点”。全部规则见 lint-reports rules list。",
        "no rule “标点”; `lint-reports rules list` shows them all",
    ),
}


@pytest.mark.parametrize("name", UNKNOWN)
def test_a_rule_that_does_not_exist(explain, name) -> None:
    rule, zh, en = UNKNOWN[name]
    assert explain("t/rule", rule) == (2, "", f"lint-reports: {zh}\n")
    assert explain(rule, "--lang", "en") == (2, "", f"lint-reports: {en}\n")


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_every_shipped_rule_has_a_page(cli, lang) -> None:
    names = [rule.id for pack in load_specs() for rule in pack.rules]
    done = cli("explain", *names, "--lang", lang)
    assert (done.code, done.err) == (0, "")
    heads = [line.split("  ")[0] for line in done.out.splitlines()]
    assert [head for head in heads if head in names] == names


@pytest.mark.parametrize("name", NOTICES)
def test_rules_on_excuses_are_explained(cli, name) -> None:
    done = cli("explain", name)
    assert (done.code, done.err) == (0, "")
    assert done.out.startswith(f"{name}  {NOTICES[name].title.zh}（warning）\n\n{NOTICES[name].why.zh}\n\n修改：")


def test_the_page_of_a_rule_on_excuses(cli) -> None:
    assert cli("explain", "excuse/malformed", "--lang", "en").out == (
        "excuse/malformed  an excuse is not written as it should be (warning)\n\n"
        "An excuse that cannot be read has no effect; what it was to excuse is reported.\n\n"
        "Fix: none; to be rewritten by hand\n\n"
        "Bad:\n    <!-- lint-reports: ignroe outline/gap -->\n\n"
        "Good:\n    <!-- lint-reports: ignore outline/gap 原件序号如此 -->\n"
    )
