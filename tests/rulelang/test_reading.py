"""What one rule says, and everything that can be wrong with it."""

from __future__ import annotations

import pytest

from lint_reports.document import Media
from lint_reports.finding import Basis, Confidence, Severity
from lint_reports.language import Say
from lint_reports.rulelang.located import Place
from lint_reports.rulelang.reading import unmark
from lint_reports.rulelang.spec import Example
from lint_reports.text import Span

TEXT = "kind: text\npattern: 截止\n"
GROUP = "kind: text\npattern: (?P<word>截止)\n"

# The fields of a rule, which begin in line 5, column 5; where the mistake is; what is said of it.
MISTAKES = {
    "unknown key": (
        TEXT + "sevrity: error",
        "7:5",
        "没有名为“sevrity”的字段，是否想写“severity”？可用的有：id、kind、severity、confidence、title、why、message、basis、scope、applies、at、related、fix、enabled、tags、examples、pattern、view、unless、once。",
        "unknown field “sevrity”; did you mean “severity”? Allowed: id, kind, severity, confidence, title, why, message, basis, scope, applies, at, related, fix, enabled, tags, examples, pattern, view, unless, once.",
    ),
    "unknown key like nothing": (
        TEXT + "颜色: 红",
        "7:5",
        "没有名为“颜色”的字段。可用的有：id、kind、severity、confidence、title、why、message、basis、scope、applies、at、related、fix、enabled、tags、examples、pattern、view、unless、once。",
        "unknown field “颜色”. Allowed: id, kind, severity, confidence, title, why, message, basis, scope, applies, at, related, fix, enabled, tags, examples, pattern, view, unless, once.",
    ),
    "field of another kind": (
        TEXT + "words: {布署: 部署}",
        "7:5",
        "没有名为“words”的字段。可用的有：id、kind、severity、confidence、title、why、message、basis、scope、applies、at、related、fix、enabled、tags、examples、pattern、view、unless、once。",
        "unknown field “words”. Allowed: id, kind, severity, confidence, title, why, message, basis, scope, applies, at, related, fix, enabled, tags, examples, pattern, view, unless, once.",
    ),
    "scope that the kind does not heed": (
        "kind: fact\nfind: {date: dates}\nassert: date.year > 2000\nscope: {genre: summary, in: body}",
        "8:29",
        "fact 类规则不看 scope 的“in”，只看：genre。",
        "rules of kind fact do not heed “in” in scope, only: genre",
    ),
    "unknown kind": (
        "kind: txet\npattern: 截止",
        "5:11",
        "没有名为“txet”的规则种类，是否想写“text”？可用的有：text、swap、pair、ending、series、count、fact、agree、dated、require、nearmiss、defined、script、repeat、table。",
        "unknown kind “txet”; did you mean “text”? Allowed: text, swap, pair, ending, series, count, fact, agree, dated, require, nearmiss, defined, script, repeat, table.",
    ),
    "no kind": ("pattern: 截止", "4:5", "缺少字段 kind。", "the field kind is missing"),
    "kind is a list": ("kind: [text]", "5:11", "应为单个值。", "expected a single value"),
    "no field of the kind": ("kind: text", "4:5", "缺少字段 pattern。", "the field pattern is missing"),
    "unknown severity": (
        TEXT + "severity: eror",
        "7:15",
        "没有名为“eror”的取值，是否想写“error”？可用的有：error、warning、info。",
        "unknown value “eror”; did you mean “error”? Allowed: error, warning, info.",
    ),
    "unknown severity like none": (
        TEXT + "severity: 严重",
        "7:15",
        "没有名为“严重”的取值。可用的有：error、warning、info。",
        "unknown value “严重”. Allowed: error, warning, info.",
    ),
    "unknown confidence": (
        TEXT + "confidence: sure",
        "7:17",
        "没有名为“sure”的取值。可用的有：certain、likely、possible。",
        "unknown value “sure”. Allowed: certain, likely, possible.",
    ),
    "no English": (TEXT + "message: {zh: 有误}", "7:14", "缺少字段 en。", "the field en is missing"),
    "a third language": (
        TEXT + "title: {zh: 误, en: wrong, fr: faux}",
        "7:31",
        "没有名为“fr”的字段。可用的有：zh、en。",
        "unknown field “fr”. Allowed: zh, en.",
    ),
    "title without languages": (TEXT + "title: 误", "7:12", "应为“键: 值”。", "expected a mapping of keys to values"),
    "title is a list": (TEXT + "title: [误, wrong]", "7:12", "应为“键: 值”。", "expected a mapping of keys to values"),
    "title is empty": (TEXT + "title: {zh: '', en: wrong}", "7:17", "这里不能为空。", "this must not be empty"),
    "title has no value": (TEXT + "title:", "7:11", "应为“键: 值”。", "expected a mapping of keys to values"),
    "basis is no list": (TEXT + "basis: {source: 逻辑, strength: 逻辑}", "7:12", "应为列表。", "expected a list"),
    "basis is an empty list": (TEXT + "basis: []", "7:12", "列表至少要有 1 项。", "the list needs at least 1"),
    "basis without strength": (
        TEXT + "basis: [{source: 逻辑}]",
        "7:13",
        "缺少字段 strength。",
        "the field strength is missing",
    ),
    "basis of unknown strength": (
        TEXT + "basis: [{source: 逻辑, strength: 必须}]",
        "7:36",
        "没有名为“必须”的取值。可用的有：应、宜、可、惯例、逻辑。",
        "unknown value “必须”. Allowed: 应, 宜, 可, 惯例, 逻辑.",
    ),
    "enabled is no truth value": (
        TEXT + "enabled: no",
        "7:14",
        "应为 true 或 false，而不是“no”。",
        "expected true or false, not “no”",
    ),
    "tags are no list": (TEXT + "tags: 日期", "7:11", "应为列表。", "expected a list"),
    "unknown role": (
        TEXT + "scope: {in: [body, titel]}",
        "7:24",
        "没有名为“titel”的取值，是否想写“title”？可用的有：chrome、metadata、title、recipient、body、signature、attachment、note。",
        "unknown value “titel”; did you mean “title”? Allowed: chrome, metadata, title, recipient, body, signature, attachment, note.",
    ),
    "unknown tense": (
        TEXT + "scope: {tense: future}",
        "7:20",
        "没有名为“future”的取值。可用的有：review、plan、problems、mixed、unknown。",
        "unknown value “future”. Allowed: review, plan, problems, mixed, unknown.",
    ),
    "unknown layout": (
        TEXT + "scope: {layout: ownline}",
        "7:21",
        "没有名为“ownline”的取值，是否想写“own-line”？可用的有：own-line、run-in。",
        "unknown value “ownline”; did you mean “own-line”? Allowed: own-line, run-in.",
    ),
    "unknown block": (
        TEXT + "scope: {block: cell}",
        "7:20",
        "没有名为“cell”的取值。可用的有：paragraph、heading、list-item、quote、table-cell、footnote、metadata。",
        "unknown value “cell”. Allowed: paragraph, heading, list-item, quote, table-cell, footnote, metadata.",
    ),
    "unknown genre": (
        TEXT + "scope: {genre: [summary, reports]}",
        "7:30",
        "没有名为“reports”的取值。可用的有：law-annual、disclosure-annual、summary、government-work、plan、statute、notice、other。",
        "unknown value “reports”. Allowed: law-annual, disclosure-annual, summary, government-work, plan, statute, notice, other.",
    ),
    "unknown mask": (
        TEXT + "scope: {lift: quotes}",
        "7:19",
        "没有名为“quotes”的取值，是否想写“quote”？可用的有：quote、title、citation、url。",
        "unknown value “quotes”; did you mean “quote”? Allowed: quote, title, citation, url.",
    ),
    "unknown part of the scope": (
        TEXT + "scope: {role: body}",
        "7:13",
        "没有名为“role”的字段。可用的有：in、tense、layout、block、genre、lift。",
        "unknown field “role”. Allowed: in, tense, layout, block, genre, lift.",
    ),
    "unknown place in at": (
        GROUP + "at: wrod",
        "7:9",
        "没有名为“wrod”的位置，是否想写“word”？可用的有：match、word。",
        "unknown place “wrod”; did you mean “word”? Allowed: match, word.",
    ),
    "unknown place in related": (
        GROUP + "related:\n  - {at: wort, zh: 此处, en: here}",
        "8:14",
        "没有名为“wort”的位置，是否想写“word”？可用的有：match、word。",
        "unknown place “wort”; did you mean “word”? Allowed: match, word.",
    ),
    "unknown name in related": (
        GROUP + "related:\n  - {at: word, zh: 此处, en: 'here, {wort}'}",
        "8:40",
        "没有名为“wort”的占位名，是否想写“word”？可用的有：match、word。",
        "unknown name “wort”; did you mean “word”? Allowed: match, word.",
    ),
    "brace in related": (
        GROUP + "related:\n  - {at: word, zh: '此处{', en: here}",
        "8:27",
        "花括号不成对；名字写作 {名字}。",
        "a brace without its pair; names are written {name}",
    ),
    "related without words": (
        GROUP + "related:\n  - {at: word, zh: 此处}",
        "8:9",
        "缺少字段 en。",
        "the field en is missing",
    ),
    "unknown name in the message": (
        TEXT + "message: {zh: '“{mach}”有误', en: it is wrong}",
        "7:22",
        "没有名为“mach”的占位名，是否想写“match”？可用的有：match。",
        "unknown name “mach”; did you mean “match”? Allowed: match.",
    ),
    "name without letters": (
        TEXT + "message: {zh: '“{}”有误', en: it is wrong}",
        "7:22",
        "没有名为“”的占位名。可用的有：match。",
        "unknown name “”. Allowed: match.",
    ),
    "name in a message without quotes": (
        TEXT + "message:\n  zh: 有误{mach}\n  en: it is wrong",
        "8:14",
        "没有名为“mach”的占位名，是否想写“match”？可用的有：match。",
        "unknown name “mach”; did you mean “match”? Allowed: match.",
    ),
    "name after an escape": (
        TEXT + r'message: {zh: "有\u8bef{mach}", en: it is wrong}',
        "7:19",
        "没有名为“mach”的占位名，是否想写“match”？可用的有：match。",
        "unknown name “mach”; did you mean “match”? Allowed: match.",
    ),
    "name in a block": (
        TEXT + "message:\n  zh: |\n    第一行\n    “{mach}”\n  en: it is wrong",
        "8:11",
        "没有名为“mach”的占位名，是否想写“match”？可用的有：match。",
        "unknown name “mach”; did you mean “match”? Allowed: match.",
    ),
    "name in the second line": (
        TEXT + "message:\n  zh: 第一行\n    “{mach}”\n  en: it is wrong",
        "8:11",
        "没有名为“mach”的占位名，是否想写“match”？可用的有：match。",
        "unknown name “mach”; did you mean “match”? Allowed: match.",
    ),
    "open brace": (
        TEXT + "message: {zh: '有误{match', en: it is wrong}",
        "7:22",
        "花括号不成对；名字写作 {名字}。",
        "a brace without its pair; names are written {name}",
    ),
    "closing brace": (
        TEXT + "message: {zh: 有误, en: 'wrong}'}",
        "7:33",
        "花括号不成对；名字写作 {名字}。",
        "a brace without its pair; names are written {name}",
    ),
    "fix without anything": (
        TEXT + "fix: {safety: safe}",
        "7:10",
        "fix 应为 replace 与 with，或 insert 与 before/after，或 delete，或 renumber。",
        "a fix is replace and with, or insert and before or after, or delete, or renumber",
    ),
    "replace without with": (
        TEXT + "fix: {replace: match, safety: safe}",
        "7:10",
        "fix 应为 replace 与 with，或 insert 与 before/after，或 delete，或 renumber。",
        "a fix is replace and with, or insert and before or after, or delete, or renumber",
    ),
    "insert without a place": (
        TEXT + "fix: {insert: 、, safety: safe}",
        "7:10",
        "fix 应为 replace 与 with，或 insert 与 before/after，或 delete，或 renumber。",
        "a fix is replace and with, or insert and before or after, or delete, or renumber",
    ),
    "insert at two places": (
        TEXT + "fix: {insert: 、, before: match, after: match, safety: safe}",
        "7:10",
        "fix 应为 replace 与 with，或 insert 与 before/after，或 delete，或 renumber。",
        "a fix is replace and with, or insert and before or after, or delete, or renumber",
    ),
    "delete and more": (
        TEXT + "fix: {delete: match, with: 截至, safety: safe}",
        "7:10",
        "fix 应为 replace 与 with，或 insert 与 before/after，或 delete，或 renumber。",
        "a fix is replace and with, or insert and before or after, or delete, or renumber",
    ),
    "fix without safety": (
        TEXT + "fix: {replace: match, with: 截至}",
        "7:10",
        "缺少字段 safety。",
        "the field safety is missing",
    ),
    "unknown safety": (
        TEXT + "fix: {replace: match, with: 截至, safety: save}",
        "7:45",
        "没有名为“save”的取值，是否想写“safe”？可用的有：safe、unsafe。",
        "unknown value “save”; did you mean “safe”? Allowed: safe, unsafe.",
    ),
    "unknown place in the fix": (
        TEXT + "fix: {replace: wort, with: 截至, safety: safe}",
        "7:20",
        "没有名为“wort”的位置。可用的有：match。",
        "unknown place “wort”. Allowed: match.",
    ),
    "unknown name in the fix": (
        TEXT + "fix: {replace: match, with: '{rigt}', safety: safe}",
        "7:35",
        "没有名为“rigt”的占位名。可用的有：match。",
        "unknown name “rigt”. Allowed: match.",
    ),
    "no bad example": (
        TEXT + "examples:\n  - good: 截至6月底",
        "8:7",
        "至少要有一个 bad 例子：没有例子的规则不予装载。",
        "at least one bad example is needed",
    ),
    "no good example": (
        TEXT + "examples:\n  - bad: ⟦截止⟧6月底",
        "8:7",
        "至少要有一个 good 例子：没有例子的规则不予装载。",
        "at least one good example is needed",
    ),
    "bad example without marks": (
        TEXT + "examples:\n  - good: 截至6月底\n  - bad: 截止6月底",
        "9:9",
        "bad 例子要用 ⟦⟧ 标出应报的位置。",
        "a bad example marks what must be reported with ⟦⟧",
    ),
    "good example with marks": (
        TEXT + "examples:\n  - bad: ⟦截止⟧6月底\n  - good: ⟦截至⟧6月底",
        "9:9",
        "good 例子里不应有 ⟦⟧。",
        "a good example has no ⟦⟧",
    ),
    "mark without its pair": (
        TEXT + "examples:\n  - bad: ⟦截止⟧6月底，⟦截止7月底\n  - good: 截至6月底",
        "8:9",
        "例子里的 ⟦⟧ 不成对或有嵌套。",
        "⟦⟧ in the example are not in pairs, or nested",
    ),
    "mark in a mark": (
        TEXT + "examples:\n  - bad: ⟦截⟦止⟧⟧6月底\n  - good: 截至6月底",
        "8:9",
        "例子里的 ⟦⟧ 不成对或有嵌套。",
        "⟦⟧ in the example are not in pairs, or nested",
    ),
    "example both bad and good": (
        TEXT + "examples:\n  - bad: ⟦截止⟧6月底\n    good: 截至6月底",
        "8:9",
        "一个例子应有 bad 或 good 之一。",
        "an example has either bad or good",
    ),
    "example neither bad nor good": (
        TEXT + "examples:\n  - media: text",
        "8:9",
        "一个例子应有 bad 或 good 之一。",
        "an example has either bad or good",
    ),
    "example of unknown media": (
        TEXT + "examples:\n  - bad: ⟦截止⟧6月底\n    media: word\n  - good: 截至6月底",
        "9:16",
        "没有名为“word”的取值。可用的有：text、markdown。",
        "unknown value “word”. Allowed: text, markdown.",
    ),
    "unknown field of a fact": (
        TEXT + "applies: period.yaer == 2023",
        "7:21",
        "“Period”没有字段“yaer”；是不是“year”？可用的有：scope、year、plan_year、certain、title_year、lead_year、review_years_agree。",
        "A `Period` has no field `yaer`; did you mean `year`? Allowed: scope, year, plan_year, certain, title_year, lead_year, review_years_agree.",
    ),
    "unknown fact": (
        TEXT + "applies: 'known(perod)'",
        "7:21",
        "没有名称“perod”；是不是“period”？可用的有：roles、period、genre、headings、attachments、passages、references、dates、weekdays、stretches、plans、events、document_date、script、width、figures。",
        "There is no name `perod`; did you mean `period`? Allowed: roles, period, genre, headings, attachments, passages, references, dates, weekdays, stretches, plans, events, document_date, script, width, figures.",
    ),
    "expression that cannot be read": (
        TEXT + "applies: genre ==",
        "7:22",
        "表达式从这里起读不通；请检查是否缺少或多出运算符、逗号。",
        "The expression cannot be read from here; look for a missing or an extra operator or comma.",
    ),
    "expression that is no condition": (
        TEXT + "applies: genre",
        "7:14",
        "表达式的值应为真假判断，这里是“Genre”。",
        "The value of the expression must be a condition, but this is a `Genre`.",
    ),
    "expression over several lines": (
        TEXT + "applies: >-\n  known(period.year) and\n  period.yaer == 2023",
        "7:14",
        "“Period”没有字段“yaer”；是不是“year”？可用的有：scope、year、plan_year、certain、title_year、lead_year、review_years_agree。",
        "A `Period` has no field `yaer`; did you mean `year`? Allowed: scope, year, plan_year, certain, title_year, lead_year, review_years_agree.",
    ),
}


@pytest.mark.parametrize("name", MISTAKES)
def test_a_mistake_is_named_where_it_stands(complaint, mistake, pack, name) -> None:
    fields, place, zh, en = MISTAKES[name]
    source = pack(fields)
    said = Say(mistake(source, place, f"规则 t/rule：{zh}"), mistake(source, place, f"rule t/rule: {en}"))
    assert complaint(source) == said


@pytest.mark.parametrize("field", ["severity", "title", "message", "basis", "examples"])
def test_a_field_that_every_rule_must_have(complaint, mistake, pack, field) -> None:
    source = "".join(line for line in pack(TEXT).splitlines(keepends=True) if not line.startswith(f"    {field}:"))
    said = Say(
        mistake(source, "4:5", f"规则 t/rule：缺少字段 {field}。"),
        mistake(source, "4:5", f"rule t/rule: the field {field} is missing"),
    )
    assert complaint(source) == said


IDS = {
    "capital": (
        "t/Rule",
        "规则 t/Rule：规则名“t/Rule”不合格式：应为“包名/错误名”，小写字母、数字和短横线，例如 punct/unpaired。",
        "rule t/Rule: “t/Rule” is no rule id: pack/fault in lower case, digits and hyphens, for example punct/unpaired",
    ),
    "no pack": (
        "rule",
        "规则 rule：规则名“rule”不合格式：应为“包名/错误名”，小写字母、数字和短横线，例如 punct/unpaired。",
        "rule rule: “rule” is no rule id: pack/fault in lower case, digits and hyphens, for example punct/unpaired",
    ),
    "Han": (
        "t/重复",
        "规则 t/重复：规则名“t/重复”不合格式：应为“包名/错误名”，小写字母、数字和短横线，例如 punct/unpaired。",
        "rule t/重复: “t/重复” is no rule id: pack/fault in lower case, digits and hyphens, for example punct/unpaired",
    ),
    "another pack": (
        "time/rule",
        "规则 time/rule：规则 time/rule 写在规则包 t 里，名字应以“t/”开头。",
        "rule time/rule: time/rule stands in the pack t; its id must begin with “t/”",
    ),
    "a list": ("[t/rule]", "应为单个值。", "expected a single value"),
    "empty": ("''", "规则 ：这里不能为空。", "rule : this must not be empty"),
}


@pytest.mark.parametrize("name, zh, en", IDS.values(), ids=IDS)
def test_a_bad_id(complaint, mistake, pack, name, zh, en) -> None:
    source = pack(TEXT).replace("id: t/rule", f"id: {name}")
    assert complaint(source) == Say(mistake(source, "4:9", zh), mistake(source, "4:9", en))


def test_a_rule_without_an_id(complaint, mistake, pack) -> None:
    source = pack(TEXT).replace("  - id: t/rule\n    kind: text\n", "  - kind: text\n")
    said = Say(mistake(source, "4:5", "缺少字段 id。"), mistake(source, "4:5", "the field id is missing"))
    assert complaint(source) == said


def test_a_rule_that_is_no_mapping(complaint, mistake, pack) -> None:
    source = pack(TEXT).replace("  - id: t/rule\n", "  - t/other\n  - id: t/rule\n")
    said = Say(mistake(source, "4:5", "应为“键: 值”。"), mistake(source, "4:5", "expected a mapping of keys to values"))
    assert complaint(source) == said


def test_what_a_rule_says(spec) -> None:
    rule = spec(
        """
kind: text
severity: warning
confidence: certain
title: {zh: 截止, en: deadline}
why: {zh: 因为, en: because}
message: {zh: "“{word}”应为截至", en: "{match}"}
basis: [{source: 《某标准》, clause: "4.1", strength: 应}, {source: 语法, strength: 惯例}]
scope: {in: [body, note], tense: review, lift: quote}
pattern: (?P<word>截止)6月
at: word
related: [{at: match, zh: 整句, en: all of it}]
fix: {replace: word, with: 截至, safety: safe}
enabled: false
tags: [日期]
examples:
  - bad: ⟦截止⟧6月底，⟦截止⟧6月初
    fixed: 截至6月底，截至6月初
  - good: "**截至**6月底"
    media: markdown
"""
    )
    assert (rule.id, rule.pack, rule.kind, rule.place) == ("t/rule", "t", "text", Place("t.yaml", 4, 5))
    assert (rule.severity, rule.confidence) == (Severity.WARNING, Confidence.CERTAIN)
    assert (rule.title, rule.why) == (Say("截止", "deadline"), Say("因为", "because"))
    assert rule.message == Say("“{word}”应为截至", "{match}")
    assert rule.basis == (Basis("《某标准》", "4.1", "应"), Basis("语法", "", "惯例"))
    assert rule.scope == {
        "in": ("body", "note"),
        "tense": ("review",),
        "layout": None,
        "block": None,
        "genre": None,
        "lift": ("quote",),
    }
    assert (rule.at, rule.related) == ("word", (("match", Say("整句", "all of it")),))
    assert rule.fix == {
        "replace": "word",
        "delete": None,
        "insert": None,
        "before": None,
        "after": None,
        "with": "截至",
        "renumber": None,
        "safety": "safe",
    }
    assert (rule.enabled, rule.tags, rule.trusted) == (False, ("日期",), False)
    assert rule.examples == (
        Example(
            Place("t.yaml", 20, 9),
            "截止6月底，截止6月初",
            bad=True,
            spans=(Span(0, 2), Span(6, 8)),
            fixed="截至6月底，截至6月初",
            media=Media.PLAIN,
        ),
        Example(Place("t.yaml", 22, 9), "**截至**6月底", bad=False, spans=(), fixed=None, media=Media.MARKDOWN),
    )
    assert rule.triggers == ("截止6月",)


def test_what_a_rule_need_not_say(spec) -> None:
    rule = spec(TEXT)
    assert (rule.confidence, rule.why, rule.applies, rule.at, rule.related) == (
        Confidence.CERTAIN,
        None,
        None,
        "match",
        (),
    )
    assert (rule.fix, rule.enabled, rule.tags) == (None, True, ())
    assert set(rule.scope.values()) == {None}


@pytest.mark.parametrize(
    "severity, confidence",
    [("error", Confidence.CERTAIN), ("warning", Confidence.LIKELY), ("info", Confidence.POSSIBLE)],
)
def test_confidence_follows_the_severity(spec, severity, confidence) -> None:
    assert spec(TEXT + f"severity: {severity}").confidence is confidence


@pytest.mark.parametrize(
    "marked, text, spans",
    [
        ("无标记", "无标记", ()),
        ("⟦首⟧尾", "首尾", (Span(0, 1),)),
        ("甲⟦⟧乙", "甲乙", (Span(1, 1),)),
        ("⟦一⟧、⟦二⟧", "一、二", (Span(0, 1), Span(2, 3))),
        ("一行\n⟦两\n行⟧", "一行\n两\n行", (Span(3, 6),)),
    ],
)
def test_marks_of_a_sample(marked, text, spans) -> None:
    assert unmark(marked) == (text, spans)
