"""The profiles that come with the program."""

from __future__ import annotations

import pytest

from lint_reports.configuration.profiles import profile_names, profiles
from lint_reports.finding import Severity
from lint_reports.rules import load_specs, matches

RULES = {rule.id: rule for pack in load_specs() for rule in pack.rules}


def test_the_names_of_profiles() -> None:
    assert profile_names() == {
        "公文": "official",
        "official": "official",
        "出版": "publication",
        "publication": "publication",
        "网页": "web",
        "web": "web",
    }


@pytest.mark.parametrize("name", profiles())
def test_every_rule_of_a_profile_exists_and_changes(name) -> None:
    said = profiles()[name].layer.values.get("rules", {})
    for rule, level in said.items():
        assert any(matches(one, rule) for one in RULES), rule
        before = RULES[rule].severity.label if RULES[rule].enabled else "off"
        assert level["severity"] != before, rule


def test_what_is_published_keeps_to_the_standards() -> None:
    """Of what rests on them, only hints remain that are off by themselves, and those of which a standard says 通常."""
    levels = profiles()["publication"].layer.values["rules"]
    style = {
        name
        for name, rule in RULES.items()
        if rule.severity is Severity.INFO and any(one.source.startswith("GB/T 1583") for one in rule.basis)
    }
    off = {name for name in style if not RULES[name].enabled}
    assert {name for name in style if levels.get(name, {}).get("severity") != "warning"} == off
