"""`lint-reports rules`: the list, the samples, the schema."""

from __future__ import annotations

import json

import pytest

from lint_reports.kinds import KINDS
from lint_reports.rulelang.jsonschema import rule_schema
from lint_reports.rules import load_specs

OWN = """\
t  试验
  error    t/rule                               误
  warning  t/soft                               误
  info     t/style                              误
  error    t/off                                误（默认关）
"""


def test_the_list(cli, folder) -> None:
    done = cli("rules", "list", "--rules", folder.parent / "t.yaml")
    assert (done.code, done.err) == (0, "")
    assert done.out.endswith(OWN)
    ids = [line.split()[1] for line in done.out.splitlines() if line.startswith("  ")]
    assert ids[:-4] == [rule.id for pack in load_specs() for rule in pack.rules]


def test_the_list_in_english(cli, folder) -> None:
    done = cli("rules", "list", "--rules", folder.parent / "t.yaml", "--lang", "en")
    assert done.out.splitlines()[-5:] == [
        "t  trial",
        "  error    t/rule                               wrong",
        "  warning  t/soft                               wrong",
        "  info     t/style                              wrong",
        "  error    t/off                                wrong (off)",
    ]


def test_the_list_for_machines(cli, folder) -> None:
    done = cli("rules", "list", "--format", "json", "--rules", folder.parent / "t.yaml")
    rules = json.loads(done.out)
    assert rules[-4] == {
        "id": "t/rule",
        "kind": "text",
        "severity": "error",
        "confidence": "certain",
        "title": {"zh": "误", "en": "wrong"},
        "why": None,
        "message": {"zh": "应为截至", "en": "write 截至"},
        "basis": [{"source": "逻辑", "clause": "", "strength": "逻辑"}],
        "fix": "safe",
        "enabled": True,
        "tags": [],
        "examples": 2,
    }
    assert (rules[-1]["enabled"], rules[-1]["fix"]) == (False, None)


TEXT = "kind: text\npattern: 截止\nexamples:\n"


def test_samples_that_are_as_marked(cli, tmp_path, pack) -> None:
    path = tmp_path / "t.yaml"
    path.write_text(pack(TEXT + "  - bad: ⟦截止⟧六月。\n  - good: 截至六月。"), encoding="utf-8")
    assert cli("rules", "test", path) == (0, "1 条规则，2 个例子，0 个与标注不符。\n", "")
    assert cli("rules", "test", tmp_path, "--lang", "en") == (0, "1 rule, 2 examples, 0 not as marked.\n", "")


def test_samples_that_are_not(cli, tmp_path, pack) -> None:
    path = tmp_path / "t.yaml"
    path.write_text(pack(TEXT + "  - bad: ⟦截至⟧六月。\n  - good: 截至六月。"), encoding="utf-8")
    assert cli("rules", "test", path) == (
        1,
        f"{path}:8:9: t/rule 应报“截至”（0—2），实报∅。\n1 条规则，2 个例子，1 个与标注不符。\n从未报过的规则：t/rule\n",
        "",
    )
    assert cli("rules", "test", path, "--lang", "en") == (
        1,
        f"{path}:8:9: t/rule expected “截至”（0—2）, got ∅\n1 rule, 2 examples, 1 not as marked.\nrules that never fired: t/rule\n",
        "",
    )


def test_the_samples_of_the_shipped_rules(cli) -> None:
    done = cli("rules", "test")
    assert (done.code, done.err) == (0, "")
    assert done.out.splitlines()[-1].endswith("，0 个与标注不符。")


def test_a_rule_file_that_does_not_exist(cli, tmp_path) -> None:
    path = tmp_path / "no.yaml"
    assert cli("rules", "test", path) == (2, "", f"lint-reports: {path}：没有这个规则文件。请检查路径。\n")


def test_all_mistakes_of_a_rule_file(cli, tmp_path) -> None:
    path = tmp_path / "t.yaml"
    path.write_text("pack: t\ntitle: {zh: 试验, en: trial}\nrules:\n  - id: t/a\n  - id: t/b\n", encoding="utf-8")
    said = (
        f"lint-reports: {path}:4:5: 规则 t/a：缺少字段 kind。\n      - id: t/a\n        ^\n"
        f"{path}:5:5: 规则 t/b：缺少字段 kind。\n      - id: t/b\n        ^\n"
    )
    assert cli("rules", "test", path) == (2, "", said)


def test_the_schema(cli) -> None:
    done = cli("rules", "schema")
    assert (done.code, done.err) == (0, "")
    assert json.loads(done.out) == rule_schema(KINDS)


MISUSES = {
    "no part": ((), "缺少参数 list | test | schema。用法见 lint-reports rules --help。"),
    "unknown part": (
        ("lst",),
        "list | test | schema 不能是“lst”，可用的有：list, test, schema。用法见 lint-reports rules --help。",
    ),
    "unknown option": (("list", "--all"), "没有选项 --all。用法见 lint-reports rules --help。"),
    "unknown language": (
        ("list", "--lang", "fr"),
        "--lang 不能是“fr”，可用的有：zh, en。用法见 lint-reports rules list --help。",
    ),
}


@pytest.mark.parametrize("name", MISUSES)
def test_mistakes_in_the_arguments(cli, name) -> None:
    arguments, zh = MISUSES[name]
    assert cli("rules", *arguments) == (2, "", f"lint-reports: {zh}\n")


@pytest.mark.parametrize("arguments", [("--help",), ("list", "--help"), ("test", "-h"), ("schema", "-h")])
def test_help(cli, arguments) -> None:
    done = cli("rules", *arguments)
    assert (done.code, done.err) == (0, "")
    assert "提示所用的语言" in done.out
