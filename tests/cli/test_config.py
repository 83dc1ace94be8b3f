"""`lint-reports config`, and what configurations change in `check`."""

from __future__ import annotations

import io
import json
import sys

import pytest

WRONG = "截止目前，布署工作，，己经完成。\n"


@pytest.fixture
def tree(folder):
    """Writes files into the working folder, which is the root of a repository."""
    (folder / ".git").mkdir()

    def write(**files: str) -> None:
        for name, content in files.items():
            path = folder / name.replace("__", "/").replace("_", ".")
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(content, encoding="utf-8")

    return write


@pytest.fixture
def reported(cli):
    """The rules that `check` reports, by file."""

    def reported(*arguments: str) -> dict[str, list[str]]:
        done = cli("check", *arguments, "--format", "json", "--fail-on", "never")
        assert (done.code, done.err) == (0, "")
        files = json.loads(done.out)["files"]
        return {one["path"].replace("\\", "/"): [finding["rule"] for finding in one["findings"]] for one in files}

    return reported


HOUSE = "packs: ../t.yaml\nselect: t\n"


def test_a_configuration_holds_for_what_is_below_it(tree, reported) -> None:
    tree(x__a_txt=WRONG, y__b_txt=WRONG, z__c_txt=WRONG)
    tree(**{"lint-reports_yaml": HOUSE})
    tree(**{"y__lint-reports_yaml": "severity: info\nrules: {t/off: info, t/rule: off}\n"})
    tree(z__pyproject_toml="[tool.lint-reports]\nignore = 't/soft'\n")
    assert reported(".") == {
        "./x/a.txt": ["t/rule", "t/soft"],
        "./y/b.txt": ["t/soft", "t/style", "t/off"],
        "./z/c.txt": ["t/rule"],
    }
    assert reported("y", "--severity", "error") == {"y/b.txt": []}
    assert reported("y", "--select", "t/rule") == {"y/b.txt": ["t/rule"]}
    assert reported("z", "--no-config", "--rules", "../t.yaml", "--select", "t") == {"z/c.txt": ["t/rule", "t/soft"]}
    assert reported("z", "--config", "y/lint-reports.yaml", "--rules", "../t.yaml", "--select", "t") == {
        "z/c.txt": ["t/soft", "t/style", "t/off"]
    }


def test_standard_input_is_checked_as_the_file_it_is_called(tree, cli, monkeypatch) -> None:
    tree(**{"x__lint-reports_yaml": "packs: ../../t.yaml\nselect: t/soft\n"})
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(WRONG.encode())))
    done = cli("check", "-", "--stdin-name", "x/new.txt", "--quiet")
    assert done.out.split(" ")[0] == "x/new.txt:1:6:"


FAILS = {
    "by default": ("", 1),
    "errors only": ("fail-on: error", 1),
    "never": ("fail-on: never", 0),
    "there": ("overrides: [{paths: a.txt, fail-on: never}]", 0),
    "elsewhere": ("overrides: [{paths: b.txt, fail-on: never}]", 1),
}


@pytest.mark.parametrize("config, code", FAILS.values(), ids=FAILS)
def test_what_fails_a_build_may_differ_from_file_to_file(tree, cli, config, code) -> None:
    tree(a_txt=WRONG, b_txt="", **{"lint-reports_yaml": HOUSE + config})
    assert cli("check", ".").code == code


def test_what_is_excluded_is_not_checked_even_if_it_is_named(tree, reported) -> None:
    tree(a_txt=WRONG, old__b_txt=WRONG, **{"lint-reports_yaml": f"{HOUSE}exclude: old/\n"})
    assert list(reported(".")) == ["./a.txt"]
    assert list(reported("a.txt", "old/b.txt", "old")) == ["a.txt"]
    assert list(reported("old/b.txt", "--no-exclude")) == ["old/b.txt"]


def test_where_all_that_is_named_is_excluded_that_is_said(tree, cli) -> None:
    tree(a_txt=WRONG, old__b_txt=WRONG, **{"lint-reports_yaml": f"{HOUSE}exclude: old/\n"})
    err = "lint-reports: all that is named is excluded by the configuration, and nothing is checked; try --no-exclude\n"
    for named in (("old/b.txt",), ("old",), ("old/", "old/b.txt")):
        assert cli("check", *named, "--lang", "en") == (0, "", err)


def test_what_git_ignores_is_not_checked_unless_it_is_named(tree, reported) -> None:
    tree(a_txt=WRONG, out__b_txt=WRONG, _gitignore="out/\n", **{"lint-reports_yaml": HOUSE})
    assert list(reported(".")) == ["./a.txt"]
    assert list(reported("out/b.txt")) == ["out/b.txt"]
    assert list(reported(".", "--no-gitignore")) == ["./a.txt", "./out/b.txt"]
    tree(**{"lint-reports_yaml": f"{HOUSE}gitignore: false\n"})
    assert list(reported(".")) == ["./a.txt", "./out/b.txt"]


LANGUAGES = {
    "of the first path": (("x/a.txt",), "write 截至"),
    "of another": (("b.txt", "x/a.txt"), "应为截至"),
    "asked for": (("x/a.txt", "--lang", "zh"), "应为截至"),
}


@pytest.mark.parametrize("arguments, message", LANGUAGES.values(), ids=LANGUAGES)
def test_the_language_of_messages(tree, cli, arguments, message) -> None:
    tree(x__a_txt="截止目前。", b_txt="", **{"lint-reports_yaml": HOUSE, "x__lint-reports_yaml": "lang: en\n"})
    assert message in cli("check", *arguments).out


def test_the_language_asked_for_before_the_command(tree, cli) -> None:
    tree(a_txt="截止目前。", **{"lint-reports_yaml": f"{HOUSE}lang: en\n"})
    assert "应为截至" in cli("--lang", "zh", "check", "a.txt").out


def test_a_profile_may_be_asked_for(tree, reported) -> None:
    tree(a_txt="市场监管局2023年工作总结\n来源：\n各项工作进展顺利。\n")
    assert "furniture/empty-metadata" not in reported("a.txt")["a.txt"]
    assert "furniture/empty-metadata" in reported("a.txt", "--profile", "网页")["a.txt"]


MISTAKES = {
    "profile": (
        ("--profile", "webb"),
        (
            "lint-reports: unknown profile “webb”; did you mean “web”? "
            "Allowed: 公文, official, 出版, publication, 网页, web.\n"
        ),
    ),
    "both": (("--config", "x", "--no-config"), "lint-reports: --config and --no-config cannot stand together\n"),
    "no file": (
        ("--config", "x"),
        "lint-reports: x: the configuration cannot be read: No such file or directory\n",
    ),
}


@pytest.mark.parametrize("arguments, err", MISTAKES.values(), ids=MISTAKES)
def test_mistakes_in_options(tree, cli, arguments, err) -> None:
    tree(a_txt="")
    assert cli("check", "a.txt", *arguments, "--lang", "en") == (2, "", err)


def test_a_mistake_in_a_configuration_is_told_before_anything_is_written(tree, cli) -> None:
    tree(a_txt=WRONG, **{"lint-reports_yaml": "severty: info\n"})
    done = cli("check", "a.txt", "--lang", "en")
    assert (done.code, done.out) == (2, "")
    assert done.err.startswith("lint-reports: lint-reports.yaml:1:1: unknown key “severty”")


SHOWN = """\
# x/a.txt
# configuration files: lint-reports.yaml, x/lint-reports.yaml
# this file is excluded and not checked
severity: info          # lint-reports.yaml:1:1
fail-on: warning        # default
ignore:
  - outline/gap         # x/lint-reports.yaml:1:9
rules:
  punct: info           # lint-reports.yaml:3:3
  wording/repeated-clause: {severity: warning, options: {least: 30}}  # x/lint-reports.yaml:2:9
packs:
  - x/house.yaml        # x/lint-reports.yaml:3:8
exclude:
  - "*.txt"             # lint-reports.yaml:4:11
gitignore: true         # default
lang: en                # --lang/LINT_REPORTS_LANG
strict-excuses: false   # default
"""


def test_what_holds_for_a_file(tree, cli, pack) -> None:
    tree(**{"lint-reports_yaml": "severity: info\nrules:\n  punct: info\nexclude: ['*.txt']\n"})
    own = "ignore: outline/gap\nrules: {wording/repeated-clause: {severity: warning, options: {least: 30}}}\npacks: house.yaml\n"
    tree(**{"x__lint-reports_yaml": own, "x__house_yaml": pack("kind: text\npattern: 截止")})
    done = cli("config", "show", "x/a.txt", "--origin", "--lang", "en")
    assert (done.code, done.err) == (0, "")
    assert [" ".join(line.split()) for line in done.out.splitlines()] == [
        " ".join(line.split()) for line in SHOWN.splitlines()
    ]
    columns = {line.index("  # ") for line in done.out.splitlines()[3:] if "  # " in line}
    assert len(columns) == 1


def test_what_is_shown_is_a_configuration(tree, cli) -> None:
    tree(**{"lint-reports_yaml": "profile: 出版\nselect: [punct, 'time/*']\nexclude: ['*.b', '!a', 草稿/]\n"})
    shown = cli("config", "show", "a.txt").out
    tree(**{"lint-reports_yaml": shown})
    assert cli("config", "show", "a.txt").out == shown


def test_what_holds_for_a_file_as_json(tree, cli) -> None:
    tree(**{"lint-reports_yaml": "profile: web\nselect: time\n"})
    told = json.loads(cli("config", "show", "a.txt", "--format", "json", "--no-config").out)
    assert told["files"] == []
    told = json.loads(cli("config", "show", "a.txt", "--format", "json").out)
    assert (told["path"], told["files"], told["excluded"]) == ("a.txt", ["lint-reports.yaml"], False)
    settings = told["settings"]
    assert settings["profile"] == {"value": "web", "origin": {"file": "lint-reports.yaml", "line": 1, "column": 1}}
    assert settings["select"] == [{"value": "time", "origin": {"file": "lint-reports.yaml", "line": 2, "column": 9}}]
    assert settings["severity"] == {"value": "warning", "origin": {"default": True}}
    assert settings["rules"][0]["rule"] == "furniture/empty-metadata"


def test_all_configurations_are_checked(tree, cli) -> None:
    tree(**{"lint-reports_yaml": "severity: info\n", "x__pyproject_toml": "[tool.lint-reports]\nseverity = 'info'\n"})
    assert cli("config", "check", "--lang", "en") == (0, "configuration files without mistakes: 2\n", "")
    tree(**{"y__lint-reports_yaml": "severity: x\n", "z__lint-reports_yaml": "overrides: [{paths: a, ignore: tiem}]\n"})
    done = cli("config", "check", ".", "--lang", "en")
    assert (done.code, done.out) == (2, "")
    assert done.err.startswith(
        "lint-reports: y/lint-reports.yaml:1:11: unknown value “x”. Allowed: error, warning, info.\n"
    )
    assert "\nz/lint-reports.yaml:1:32: no rule or pack “tiem”; did you mean “time”?" in done.err


def test_the_schema_is_printed(cli) -> None:
    assert json.loads(cli("config", "schema").out)["title"] == "lint-reports: configuration"


def test_rules_of_a_configuration_are_listed_and_explained(tree, cli) -> None:
    tree(**{"lint-reports_yaml": "packs: ../t.yaml\n"})
    assert "t/soft" in cli("rules", "list").out
    assert cli("explain", "t/soft").code == 0
    tree(**{"lint-reports_yaml": "packs: t.yaml\n"})
    assert cli("explain", "t/soft", "--lang", "en").err.startswith(
        "lint-reports: lint-reports.yaml:1:8: no rule file or folder t.yaml\n"
    )


def test_only_what_is_checked_is_mended(tree, cli, folder) -> None:
    text = "截止目前，工作进展顺利。\n"
    tree(
        a_txt=text,
        b_txt=text,
        old__c_txt=text,
        **{"lint-reports_yaml": f"{HOUSE}exclude: old/\noverrides: [{{paths: b.txt, ignore: t/rule}}]\n"},
    )
    assert cli("check", ".", "old/c.txt", "--fix").code == 0
    written = {path.name: path.read_text(encoding="utf-8") for path in folder.rglob("*.txt")}
    assert written == {"a.txt": "截至目前，工作进展顺利。\n", "b.txt": text, "c.txt": text}


def test_a_document_is_written_in_the_encoding_of_its_settings(tree, cli, folder) -> None:
    tree(**{"lint-reports_yaml": f"{HOUSE}encoding: big5\n"})
    (folder / "a.txt").write_bytes("截止目前，工作進展順利。\n".encode("big5"))
    assert cli("check", "a.txt", "--fix").code == 0
    assert (folder / "a.txt").read_bytes() == "截至目前，工作進展順利。\n".encode("big5")
