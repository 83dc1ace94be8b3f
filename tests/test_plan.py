"""Rules as plain data: what goes in comes out, also through the cache."""

from __future__ import annotations

import marshal

import pytest

from lint_reports.digest import digest
from lint_reports.finding import Basis, Confidence, Severity
from lint_reports.kinds import KINDS as TABLE
from lint_reports.language import Say
from lint_reports.plan import Entry, Rule, data_of, make_plan, rule_of, titles_of
from lint_reports.rulelang.loading import load_packs

KINDS = {
    "text": "kind: text\npattern: (?P<word>截止)\\d?\nunless: [{before: 未, good: 好。}]\nonce: true",
    "swap": "kind: swap\nwords: {布署: 部署, 己经: {to: 已经, inside: 自己经, not_before: '[验历]'}}",
    "pair": "kind: pair\nmarks: [（）, 《》]\nfaults: nested\ninside: {（）: （）}",
    "ending": "kind: ending\nof: heading\nmust_not: 。$\nleast: 3",
    "series": "kind: series\nforms: [一、, （一）]\nfault: gap\nleast: 2",
    "count": "kind: count\nannounce: 共(?P<n>[三四])项\nitems: [labels, run]",
    "fact": "kind: fact\nfind: {signed: roles.signature.date, date: dates}\nwhen: date.year > 0.5\nassert: all(h.year == 2 for h in headings)\nat: signed",
    "agree": "kind: agree\nforms: {甲: a, 乙: b}\nper: level",
    "require": "kind: require\nelements: [{name: 标题, role: title}, {name: 成效, heading: 成效}]",
}
MORE = """
severity: warning
basis: [{source: 《某标准》, clause: '4.1', strength: 应}]
scope: {genre: [summary, plan]}
applies: genre == "summary" and period.year in (2023, 2024)
enabled: false
"""


@pytest.mark.parametrize("kind", KINDS)
def test_a_rule_comes_out_of_the_cache_as_it_went_in(spec, kind) -> None:
    rule = spec(KINDS[kind] + MORE)
    plan = make_plan([rule])
    kept = [Entry(*plain) for plain in marshal.loads(marshal.dumps(tuple(map(tuple, plan))))]
    assert tuple(kept) == plan
    assert (kept[0].always, kept[0].literals) == (rule.triggers is None, "\n".join(rule.triggers or ()))
    assert rule_of(kept[0]) == Rule(
        id="t/rule",
        kind=kind,
        severity=Severity.WARNING,
        confidence=Confidence.LIKELY,
        message=Say("有误", "it is wrong"),
        basis=(Basis("《某标准》", "4.1", "应"),),
        scope={**dict.fromkeys(("in", "tense", "layout", "block", "lift")), "genre": ("summary", "plan")},
        applies=rule.applies,
        at=rule.at,
        related=(),
        fix=None,
        enabled=False,
        options=rule.options,
        trusted=False,
        title=Say("误", "wrong"),
    )


def test_a_scope_of_parts_comes_out_as_it_went_in(spec) -> None:
    plan = make_plan([spec(KINDS["text"] + "\nscope: {in: [body, note], lift: quote}")])
    assert rule_of(plan[0]).scope == {
        **dict.fromkeys(("tense", "layout", "block", "genre")),
        "in": ("body", "note"),
        "lift": ("quote",),
    }


def test_what_comes_out_has_its_types(spec) -> None:
    fields = KINDS["text"] + (
        "\nrelated: [{at: word, zh: 此, en: here}]\nfix: {replace: word, with: 截至, safety: safe}"
    )
    rule = rule_of(make_plan([spec(fields)])[0])
    assert isinstance(rule.severity, Severity)
    assert isinstance(rule.confidence, Confidence)
    assert isinstance(rule.basis[0], Basis)
    assert rule.related == (("word", Say("此", "here")),)
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


def test_a_plan_is_in_the_order_of_ids(spec) -> None:
    rules = [spec(KINDS["swap"])._replace(id=name) for name in ("t/b", "s/z", "t/a")]
    assert [plain[0] for plain in make_plan(rules)] == ["s/z", "t/a", "t/b"]


def test_a_plan_has_titles_but_neither_reasons_nor_examples(spec) -> None:
    plan = make_plan([spec(KINDS["pair"] + "\ntitle: {zh: 标记不成对, en: unpaired}\nwhy: {zh: 因为, en: because}")])
    assert (titles_of(plan, "zh"), titles_of(plan, "en")) == ({"t/rule": "标记不成对"}, {"t/rule": "unpaired"})
    assert not [text for text in ("因为", "⟦误⟧", "t.yaml") if text in repr(rule_of(plan[0]))]


def test_the_data_files_of_a_plan_are_found(tmp_path, pack) -> None:
    contents = {"terms.txt": "统筹推进\n".encode(), "right.txt": "系统\n".encode()}
    for name, content in contents.items():
        (tmp_path / name).write_bytes(content)
    rules = tmp_path / "t.yaml"
    rules.write_text(pack("kind: swap\nterms: terms.txt\nlegitimate: right.txt"), encoding="utf-8")
    (loaded,) = load_packs([str(rules)], TABLE, trusted=False)
    assert sorted(data_of(make_plan(loaded.rules))) == sorted(
        (str(tmp_path / name), digest(content)) for name, content in contents.items()
    )
