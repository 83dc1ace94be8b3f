"""docs/configuration.md says what is so."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml

from lint_reports.configuration import Asked, Configuration
from lint_reports.configuration.fields import EVERYWHERE, FIELDS
from lint_reports.configuration.merging import _MERGE
from lint_reports.configuration.profiles import profile_names, profiles
from lint_reports.rules import load_specs

PAGE = (Path(__file__).parents[2] / "docs" / "configuration.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"```(yaml|toml)\n(.*?)```", PAGE, re.DOTALL)


def section(title: str) -> str:
    return PAGE.partition(f"\n{title}\n")[2].partition("\n## ")[0]


def rows(text: str) -> list[list[str]]:
    return [
        [cell.strip() for cell in line.strip("|").split("|")] for line in text.splitlines() if line.startswith("| ")
    ]


def test_every_key_has_its_section() -> None:
    titles = re.findall(r"(?m)^### `(.*)`$", section("## Keys"))
    assert sorted(titles) == sorted(FIELDS)
    assert titles[: len(EVERYWHERE)] == list(EVERYWHERE)


def test_both_pages_say_the_same() -> None:
    other = (Path(__file__).parents[2] / "docs" / "configuration.zh-CN.md").read_text(encoding="utf-8")
    assert re.findall(r"```(yaml|toml)\n(.*?)```", other, re.DOTALL) == BLOCKS
    heads = [re.findall(r"(?m)^(#+)(?: (`.*`))?", page) for page in (PAGE, other)]
    assert heads[0] == heads[1]
    codes = [[re.findall(r"`[^`]+`", row[0]) for row in rows(page)] for page in (PAGE, other)]
    assert codes[0] == codes[1]
    assert rows(PAGE)[-20:][1:] == rows(other)[-20:][1:]


def test_how_every_key_is_merged_is_said() -> None:
    said = [key for row in rows(section("## What goes before what")) for key in re.findall(r"`([\w-]+)`", row[0])]
    assert sorted(said) == sorted({*_MERGE, "root", "overrides"})


@pytest.mark.parametrize("info, block", [one for one in BLOCKS if "entry-points" not in one[1]])
def test_an_example_is_a_configuration(tree, linters, pack, monkeypatch, info, block) -> None:
    monkeypatch.setattr("lint_reports.configuration.installed.pack_folder", lambda _name: "rules")
    own = pack("kind: text\npattern: 截止")
    tree({"house.yaml": own, "rules/more.yaml": own.replace("t/rule", "t/more"), "a.txt": ""})
    if "packs" in block:
        tree({"rules/more.yaml": own.replace("t/rule", "t/more")})
    tree({"lint-reports.yaml" if info == "yaml" else "pyproject.toml": block})
    Configuration(Asked(), linters).verify("a.txt")


def test_both_languages_say_the_same(tree, linters) -> None:
    (_, first), (_, second) = BLOCKS[:2]
    tree({"a/lint-reports.yaml": first, "b/pyproject.toml": second})
    configuration = Configuration(Asked(), linters)
    assert configuration.settings("a/drafts/a.txt") == configuration.settings("b/drafts/a.txt")
    assert configuration.settings("a/drafts/a.txt") != configuration.settings("a/a.txt")


def test_the_profiles_are_those_that_there_are() -> None:
    table, changes = re.findall(r"(?:^\|.*\n)+", section("## Profiles"), re.MULTILINE)
    assert {name for row in rows(table)[1:] for name in re.findall(r"`(\w+)`", row[0])} == set(profile_names())
    rules = {rule.id: rule for pack in load_specs() for rule in pack.rules}
    said = {english: profile.layer.values.get("rules", {}) for english, profile in profiles().items()}
    wanted = [
        [
            f"`{name}`",
            rules[name].severity.label if rules[name].enabled else "off",
            *(said[english].get(name, {"severity": ""})["severity"] for english in ("web", "publication")),
        ]
        for name in sorted({*said["web"], *said["publication"]})
    ]
    assert rows(changes)[1:] == wanted


def test_what_is_shown_is_real(tree, cli_output) -> None:
    (_, first) = BLOCKS[0]
    tree({"lint-reports.yaml": first})
    shown = re.search(r"```text\n(.*?)```", PAGE, re.DOTALL)
    assert shown is not None
    printed = cli_output("config", "show", "drafts/notice.txt", "--origin", "--lang", "en")
    squeezed = [" ".join(line.split()) for line in printed.splitlines()]
    assert [line for line in shown[1].splitlines() if " ".join(line.split()) not in squeezed] == []
    assert yaml.safe_load(shown[1])["severity"] == "error"
