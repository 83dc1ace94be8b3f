"""Which rules a run uses."""

from __future__ import annotations

import pickle

import pytest

from lint_reports.errors import RuleFileError, UsageError
from lint_reports.finding import Severity
from lint_reports.language import Say
from lint_reports.linter import Linters
from lint_reports.plan import make_plan, rule_of
from lint_reports.rulelang.builtin import builtin_packs
from lint_reports.rules import NoSuchRuleError, choose, load_plan, load_specs
from lint_reports.settings import Settings

TEXT = "kind: text\npattern: 截止\n"


@pytest.fixture(scope="module")
def plan(spec):
    """Four rules in two packs, one of them off, one for style."""
    rules = [
        ("outline/gap", "error", True),
        ("outline/style", "info", True),
        ("outline/rare", "warning", False),
        ("time/slip", "warning", True),
    ]
    return make_plan(
        spec(f"{TEXT}severity: {severity}\nenabled: {str(on).lower()}")._replace(id=name)
        for name, severity, on in rules
    )


CHOICES = {
    "all that are on": ([], [], "info", ["outline/gap", "outline/style", "time/slip"]),
    "no style": ([], [], "warning", ["outline/gap", "time/slip"]),
    "errors": ([], [], "error", ["outline/gap"]),
    "by id": (["time/slip"], [], "info", ["time/slip"]),
    "by pack": (["outline"], [], "info", ["outline/gap", "outline/style"]),
    "by pattern": (["outline/*"], [], "info", ["outline/gap", "outline/style"]),
    "by a pattern over packs": (["*/s*"], [], "info", ["outline/style", "time/slip"]),
    "by a set": (["[ot]*/*[pe]"], [], "info", ["outline/gap", "outline/style", "time/slip"]),
    "several": (["time", "outline/gap"], [], "info", ["outline/gap", "time/slip"]),
    "off, by id": (["outline/rare"], [], "warning", ["outline/rare"]),
    "off, by pack": (["outline"], [], "warning", ["outline/gap"]),
    "off, by id beside its pack": (["outline", "outline/rare"], [], "warning", ["outline/gap", "outline/rare"]),
    "of low severity, by id": (["outline/style"], [], "warning", ["outline/style"]),
    "of low severity, by pack": (["outline"], [], "warning", ["outline/gap"]),
    "without an id": ([], ["time/slip"], "info", ["outline/gap", "outline/style"]),
    "without a pack": ([], ["outline"], "info", ["time/slip"]),
    "without a pattern": ([], ["*/s*"], "info", ["outline/gap"]),
    "selected and ignored": (["outline"], ["outline/gap"], "info", ["outline/style"]),
    "ignored and off": ([], ["outline/rare"], "info", ["outline/gap", "outline/style", "time/slip"]),
    "nothing left": (["time"], ["*"], "info", []),
}


@pytest.mark.parametrize("name", CHOICES)
def test_what_is_chosen(plan, name) -> None:
    select, ignore, least, chosen = CHOICES[name]
    assert [
        plain[0]
        for plain in choose(plan, Settings(select=tuple(select), ignore=tuple(ignore), least=Severity[least.upper()]))
    ] == chosen


UNKNOWN = {
    "rule": (
        ["outline/gpa"],
        [],
        "没有规则或规则包“outline/gpa”。是否想写“outline/gap”？全部规则见 lint-reports rules list。",
        "no rule or pack “outline/gpa”; did you mean “outline/gap”? `lint-reports rules list` shows them all",
    ),
    "pack": (
        [],
        ["outlin"],
        "没有规则或规则包“outlin”。是否想写“outline”？全部规则见 lint-reports rules list。",
        "no rule or pack “outlin”; did you mean “outline”? `lint-reports rules list` shows them all",
    ),
    "like nothing": (
        ["标点"],
        [],
        "没有规则或规则包“标点”。全部规则见 lint-reports rules list。",
        "no rule or pack “标点”; `lint-reports rules list` shows them all",
    ),
    "pattern": (
        ["punct/*"],
        [],
        "没有规则或规则包“punct/*”。全部规则见 lint-reports rules list。",
        "no rule or pack “punct/*”; `lint-reports rules list` shows them all",
    ),
    "the second": (
        ["outline", "tim"],
        [],
        "没有规则或规则包“tim”。是否想写“time”？全部规则见 lint-reports rules list。",
        "no rule or pack “tim”; did you mean “time”? `lint-reports rules list` shows them all",
    ),
}


@pytest.mark.parametrize("name", UNKNOWN)
def test_what_names_no_rule(plan, name) -> None:
    select, ignore, zh, en = UNKNOWN[name]
    with pytest.raises(UsageError) as caught:
        choose(plan, Settings(select=tuple(select), ignore=tuple(ignore), least=Severity.INFO))
    assert caught.value.say == Say(zh, en)


def test_the_shipped_rules_are_trusted_and_sorted() -> None:
    plan = load_plan()
    names = [plain[0] for plain in plan]
    assert names == sorted(names)
    assert len(names) == len(set(names))
    assert {rule_of(plain).trusted for plain in plan} == {True}
    assert {pack.place.file for pack in load_specs()} == set(builtin_packs())


def test_rules_of_ones_own_are_added_and_not_trusted(tmp_path, pack) -> None:
    path = tmp_path / "own.yaml"
    path.write_text(pack(TEXT), encoding="utf-8")
    for extra in (str(path), str(tmp_path)):
        plan = load_plan([extra])
        assert len(plan) == len(load_plan()) + 1
        assert [(plain[0], rule_of(plain).trusted) for plain in plan if plain[0] == "t/rule"] == [("t/rule", False)]


def test_a_rule_of_ones_own_cannot_take_the_name_of_a_shipped_one(tmp_path, pack) -> None:
    first = load_specs()[0].rules[0]
    path = tmp_path / "own.yaml"
    path.write_text(pack(TEXT).replace("pack: t", f"pack: {first.pack}").replace("t/rule", first.id), encoding="utf-8")
    with pytest.raises(RuleFileError) as caught:
        load_plan([str(path)])
    assert (
        caught.value.say.en
        == f"{path}:4:5: rule {first.id} stands twice, first in {first.place.file}:{first.place.line}"
    )


LEVELS = {
    "an id": ({"levels": (("outline/gap", Severity.INFO),)}, {"time/slip": "warning"}),
    "an id, shown": (
        {"levels": (("outline/gap", Severity.INFO),), "least": Severity.INFO},
        {"outline/gap": "info", "outline/style": "info", "time/slip": "warning"},
    ),
    "a pack": (
        {"levels": (("outline", Severity.ERROR),)},
        {"outline/gap": "error", "outline/style": "error", "time/slip": "warning"},
    ),
    "a pattern": (
        {"levels": (("*/s*", Severity.ERROR),)},
        {"outline/gap": "error", "outline/style": "error", "time/slip": "error"},
    ),
    "the last that fits": (
        {
            "levels": (
                ("outline", Severity.WARNING),
                ("outline/gap", None),
                ("time", Severity.ERROR),
                ("*/slip", Severity.WARNING),
            )
        },
        {"outline/style": "warning", "time/slip": "warning"},
    ),
    "off": ({"levels": (("outline", None),)}, {"time/slip": "warning"}),
    "off, selected by id": ({"levels": (("outline", None),), "select": ("outline/gap",)}, {"outline/gap": "error"}),
    "off, selected by pack": ({"levels": (("outline/gap", None),), "select": ("outline",)}, {}),
    "off by default, by id": (
        {"levels": (("outline/rare", Severity.ERROR),)},
        {"outline/gap": "error", "outline/rare": "error", "time/slip": "warning"},
    ),
    "off by default, by pack": (
        {"levels": (("outline", Severity.ERROR),), "select": ("outline",)},
        {"outline/gap": "error", "outline/style": "error"},
    ),
    "ignored": ({"levels": (("outline/gap", Severity.ERROR),), "ignore": ("outline",)}, {"time/slip": "warning"}),
}


@pytest.mark.parametrize("name", LEVELS)
def test_what_levels_make_of_rules(plan, name) -> None:
    given, chosen = LEVELS[name]
    made = choose(plan, Settings(**given))
    assert {plain[0]: Severity(plain[2]).label for plain in made} == chosen


def test_a_level_that_names_no_rule(plan) -> None:
    with pytest.raises(NoSuchRuleError) as caught:
        choose(plan, Settings(levels=(("outline/gpa", Severity.INFO),)))
    assert caught.value.name == "outline/gpa"


@pytest.fixture(scope="module")
def repeats(spec):
    """A rule with one number in its file, and one that has none."""
    kinds = ("kind: repeat\nof: sentence\nwhere: document\nleast: 20", TEXT)
    return make_plan(spec(fields)._replace(id=f"t/{name}") for name, fields in zip("ab", kinds, strict=True))


def test_a_number_of_a_rule_is_changed(repeats) -> None:
    chosen = choose(repeats, Settings(thresholds=(("t/a", "least", 50),)))
    assert [rule_of(plain).options.get("least") for plain in chosen] == [50, None]
    assert rule_of(repeats[0]).options["least"] == 20


NUMBERS = {
    "too small": (
        ("t/a", "least", 3),
        "规则 t/a 的选项 least：应在 10 到 10000 之间。",
        "option least of rule t/a: must be from 10 to 10000",
    ),
    "another": (
        ("t/a", "most", 3),
        "规则 t/a 的选项 most：没有这个数值，可调的有：least。",
        "option most of rule t/a: unknown; it has: least",
    ),
    "no number": (
        ("t/a", "where", 3),
        "规则 t/a 的选项 where：没有这个数值，可调的有：least。",
        "option where of rule t/a: unknown; it has: least",
    ),
    "none at all": (
        ("t/b", "least", 3),
        "规则 t/b 的选项 least：这条规则没有可调的数值。",
        "option least of rule t/b: this rule has no number that can be changed",
    ),
    "no rule": (
        ("t/c", "least", 3),
        "没有规则或规则包“t/c”。是否想写“t/b”？全部规则见 lint-reports rules list。",
        "no rule or pack “t/c”; did you mean “t/b”? `lint-reports rules list` shows them all",
    ),
}


@pytest.mark.parametrize("threshold, zh, en", NUMBERS.values(), ids=NUMBERS)
def test_a_number_that_cannot_be_changed(repeats, threshold, zh, en) -> None:
    with pytest.raises(UsageError) as caught:
        choose(repeats, Settings(thresholds=(threshold,)))
    assert caught.value.say == Say(zh, en)


def test_one_linter_for_the_same_settings() -> None:
    linters = Linters()
    one = Settings(select=("time/invalid-date",))
    assert linters.of(one) is linters.of(Settings(select=("time/invalid-date",)))
    assert linters.of(one) is not linters.of(one._replace(lang="en"))
    assert pickle.loads(pickle.dumps(one)) == one
