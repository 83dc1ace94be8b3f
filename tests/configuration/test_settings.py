"""Which settings hold for a file."""

from __future__ import annotations

import pytest

from lint_reports.configuration import Asked, Configuration
from lint_reports.configuration.merging import merge, settings_of, sources
from lint_reports.errors import ConfigError, UsageError
from lint_reports.finding import Severity
from lint_reports.language import Say
from lint_reports.settings import Settings

INFO, WARNING, ERROR = Severity


def test_without_any_configuration(settings) -> None:
    assert settings({}, "a.txt") == Settings()


def test_the_defaults_are_said_once() -> None:
    assert settings_of(merge(sources((), (), {})), ()) == Settings()


ALL = """
severity: info
fail-on: never
select: [outline, time]
ignore: outline/gap
rules:
  wording/repeated-clause: {severity: error, options: {least: 30}}
  time/*: info
  outline: off
  outline/duplicate: warning
encoding: gb18030
lang: en
baseline: known.json
strict-excuses: true
"""


def test_every_key(settings) -> None:
    assert settings({"x/lint-reports.yaml": ALL}, "x/a.txt") == Settings(
        select=("outline", "time"),
        ignore=("outline/gap",),
        levels=(
            ("outline", None),
            ("time/*", INFO),
            ("wording/repeated-clause", ERROR),
            ("outline/duplicate", WARNING),
        ),
        thresholds=(("wording/repeated-clause", "least", 30),),
        least=INFO,
        fail_on=None,
        lang="zh",  # that of the run, which began elsewhere
        encoding="gb18030",
        baseline="x/known.json",
        strict_excuses=True,
    )


TOML = """
[project]
name = "x"

[tool.lint-reports]
severity = "info"
fail-on = 'never'
select = ["outline", "time"]
ignore = "outline/gap"
encoding = "gb18030"
lang = "en"
baseline = "known.json"
strict-excuses = true

[tool.lint-reports.rules]
"wording/repeated-clause" = { severity = "error", options = { least = 30 } }
"time/*" = "info"
outline = "off"
"outline/duplicate" = "warning"
"""


def test_toml_says_the_same(settings) -> None:
    first = settings({"x/lint-reports.yaml": ALL}, "x/a.txt")
    assert settings({"y/pyproject.toml": TOML}, "y/a.txt") == first._replace(baseline="y/known.json")


LAYERS = {
    "the nearest wins": (
        {"lint-reports.yaml": "severity: info\nfail-on: error", "x/lint-reports.yaml": "severity: error"},
        {"least": ERROR, "fail_on": ERROR},
    ),
    "folders between need none": ({"lint-reports.yaml": "severity: info"}, {"least": INFO}),
    "select replaces": (
        {"lint-reports.yaml": "select: time", "x/lint-reports.yaml": "select: outline"},
        {"select": ("outline",)},
    ),
    "select forgets what was ignored": (
        {"lint-reports.yaml": "ignore: outline", "x/lint-reports.yaml": "select: outline\nignore: outline/gap"},
        {"select": ("outline",), "ignore": ("outline/gap",)},
    ),
    "ignore adds": (
        {"lint-reports.yaml": "ignore: time", "x/lint-reports.yaml": "ignore: [outline]"},
        {"ignore": ("time", "outline")},
    ),
    "rules add, the nearest last": (
        {
            "lint-reports.yaml": "rules: {outline/gap: info, time: off}",
            "x/lint-reports.yaml": "rules: {outline: error, time: error}",
        },
        {"levels": (("outline/gap", INFO), ("outline", ERROR), ("time", ERROR))},
    ),
    "a severity and a number of one rule": (
        {
            "lint-reports.yaml": "rules: {wording/repeated-clause: {options: {least: 30}}}",
            "x/lint-reports.yaml": "rules: {wording/repeated-clause: info}",
        },
        {"levels": (("wording/repeated-clause", INFO),), "thresholds": (("wording/repeated-clause", "least", 30),)},
    ),
    "the root is the end": (
        {"lint-reports.yaml": "severity: info", "x/lint-reports.yaml": "root: true\nfail-on: error"},
        {"fail_on": ERROR},
    ),
    "so is a repository": ({"lint-reports.yaml": "severity: info", "x/.git/HEAD": ""}, {}),
    "comments only": ({"lint-reports.yaml": "# severity: info\n\n"}, {}),
    "another pyproject.toml": ({"pyproject.toml": "[project]\nname = 'lint-reports-x'"}, {}),
    "overrides": (
        {
            "lint-reports.yaml": "overrides:\n  - {paths: x/, severity: info}\n  - {paths: '*.txt', fail-on: error}\n"
            "  - {paths: '/a.txt', encoding: big5}"
        },
        {"least": INFO, "fail_on": ERROR},
    ),
    "the last override that fits": (
        {"lint-reports.yaml": "overrides:\n  - {paths: a.txt, severity: info}\n  - {paths: x, severity: error}"},
        {"least": ERROR},
    ),
    "not for what is given back": (
        {"lint-reports.yaml": "overrides: [{paths: ['*.txt', '!a.txt'], severity: info}]"},
        {},
    ),
    "a nearer file goes before an override": (
        {"lint-reports.yaml": "overrides: [{paths: x/, severity: info}]", "x/lint-reports.yaml": "severity: error"},
        {"least": ERROR},
    ),
    "paths from the folder of the file": (
        {"x/lint-reports.yaml": "overrides: [{paths: /y/, severity: info}, {paths: /x/, severity: error}]"},
        {"least": INFO},
    ),
    "a profile is the weakest of all": (
        {"lint-reports.yaml": "rules: {punct: info}", "x/lint-reports.yaml": "profile: official"},
        {"levels": (("punct", INFO),)},
    ),
}


@pytest.mark.parametrize("files, wanted", LAYERS.values(), ids=LAYERS)
def test_what_wins(settings, files, wanted) -> None:
    assert settings(files, "x/y/a.txt") == Settings(**wanted)


COMMAND_LINE = {
    "severity": ({"severity": "error"}, {"least": ERROR, "select": ("outline",), "ignore": ("outline/gap",)}),
    "select": ({"select": ("outline/gap",)}, {"least": INFO, "select": ("outline/gap",)}),
    "ignore": (
        {"ignore": ("time",)},
        {"least": INFO, "select": ("outline",), "ignore": ("outline/gap", "time")},
    ),
    "fail-on": (
        {"fail_on": "never"},
        {"least": INFO, "fail_on": None, "select": ("outline",), "ignore": ("outline/gap",)},
    ),
}


@pytest.mark.parametrize("asked, wanted", COMMAND_LINE.values(), ids=COMMAND_LINE)
def test_the_command_line_wins(settings, asked, wanted) -> None:
    config = "severity: info\nselect: outline\nignore: outline/gap"
    assert settings({"lint-reports.yaml": config}, "a.txt", **asked) == Settings(**wanted)


def test_one_profile_replaces_another(settings) -> None:
    files = {"lint-reports.yaml": "profile: 网页", "x/lint-reports.yaml": "profile: 出版"}
    levels = dict(settings(files, "x/a.txt").levels)
    assert levels["punct/colon-nested"] == WARNING
    assert "time/vague-anchor" not in levels
    assert dict(settings(files, "x/a.txt", profile="web").levels)["time/vague-anchor"] is None


def test_what_the_user_says_goes_before_the_profile(settings) -> None:
    files = {"lint-reports.yaml": "profile: 出版\nrules: {punct: info}"}
    assert settings(files, "a.txt").levels[-1] == ("punct", INFO)


def test_packs_are_found_from_the_folder_of_the_file(settings, pack) -> None:
    own = pack("kind: text\npattern: 截止")
    files = {"x/house.yaml": own, "x/lint-reports.yaml": "packs: house.yaml\nselect: t/rule"}
    assert settings(files, "x/y/a.txt") == Settings(rule_files=("x/house.yaml",), select=("t/rule",))
    more = {"more.yaml": own.replace("t/rule", "t/more")}
    assert settings({}, "x/y/a.txt", packs=("./x/house.yaml",)).rule_files == ("x/house.yaml",)
    assert settings(more, "x/y/a.txt", packs=("./more.yaml",)).rule_files == ("x/house.yaml", "./more.yaml")


def test_one_file_instead_of_those_that_are_found(tree, linters) -> None:
    tree(
        {
            "lint-reports.yaml": "severity: info",
            "etc/mine.yaml": "fail-on: error\noverrides: [{paths: x, severity: error}]",
        }
    )
    assert Configuration(Asked(file="etc/mine.yaml"), linters).settings("x/a.txt") == Settings(fail_on=ERROR)
    assert Configuration(Asked(file="etc/mine.yaml"), linters).settings("etc/x/a.txt").least == ERROR
    assert Configuration(Asked(alone=True), linters).settings("a.txt") == Settings()


def test_the_language_of_a_run_is_that_of_its_first_path(tree, linters) -> None:
    tree({"x/lint-reports.yaml": "lang: en"})
    assert Configuration(Asked(), linters, "x/a.txt").settings("b.txt").lang == "en"
    assert Configuration(Asked(), linters, "b.txt").settings("x/a.txt").lang == "zh"
    assert Configuration(Asked({"lang": "zh"}), linters, "x/a.txt").settings("x/a.txt").lang == "zh"


def test_files_with_the_same_settings_share_them(tree, linters) -> None:
    tree({"lint-reports.yaml": "overrides: [{paths: x, severity: info}]"})
    configuration = Configuration(Asked(), linters)
    assert configuration.settings("x/a.txt") is configuration.settings("y/../x/b.txt")
    assert configuration.settings("x/a.txt") != configuration.settings("a.txt")


def test_an_installed_pack(settings, tmp_path, monkeypatch, pack) -> None:
    """What an entry point leads to is looked up, and never imported."""
    site = tmp_path / "site"
    (site / "acme" / "packs").mkdir(parents=True)
    (site / "acme" / "__init__.py").write_text("raise SystemExit", encoding="utf-8")
    (site / "acme" / "packs" / "t.yaml").write_text(pack("kind: text\npattern: 截止"), encoding="utf-8")
    (site / "acme-1.dist-info").mkdir()
    (site / "acme-1.dist-info" / "METADATA").write_text("Name: acme\nVersion: 1\n", encoding="utf-8")
    points = "[lint_reports.packs]\nhouse = acme.packs\nnone = acme.other\n"
    (site / "acme-1.dist-info" / "entry_points.txt").write_text(points, encoding="utf-8")
    monkeypatch.syspath_prepend(site)
    files = {"lint-reports.yaml": "packages: house\nselect: t/rule"}
    assert settings(files, "a.txt").rule_files == (str(site / "acme" / "packs"),)
    with pytest.raises(ConfigError) as caught:
        settings({"lint-reports.yaml": "packages: [house, huose]"}, "a.txt")
    assert caught.value.say.en.startswith(
        "lint-reports.yaml:1:19: no pack “huose” is installed; there are: house, none\n"
    )
    with pytest.raises(ConfigError) as caught:
        settings({"lint-reports.yaml": "packages: none"}, "a.txt")
    assert "leads to acme.other, where there is no folder" in caught.value.say.en


EXCLUDED = {
    "a file": ("a.txt", "a.txt", True),
    "a file anywhere": ("a.txt", "x/y/a.txt", True),
    "in a folder": ("x/", "x/y/a.txt", True),
    "a folder from the root": ("/y/", "x/y/a.txt", False),
    "given back": ("['*.txt', '!a.txt']", "x/a.txt", False),
    "not given back in a folder": ("[x/, '!a.txt']", "x/a.txt", True),
    "all": ("'*'", "a.txt", True),
    "another": ("b.txt", "a.txt", False),
}


@pytest.mark.parametrize("exclude, path, wanted", EXCLUDED.values(), ids=EXCLUDED)
def test_what_is_excluded(tree, linters, exclude, path, wanted) -> None:
    tree({"lint-reports.yaml": f"exclude: {exclude}", path: ""})
    folder, _, name = path.rpartition("/")
    judge = Configuration(Asked(), linters).within(folder)
    assert judge is not None
    assert judge(name, False) is wanted


def test_excludes_add_up(tree, linters) -> None:
    tree({"lint-reports.yaml": "exclude: a.txt", "x/lint-reports.yaml": "exclude: [/b.txt, '!a.txt']"})
    judge = Configuration(Asked(), linters).within("x")
    assert judge is not None
    assert [judge(name, False) for name in ("a.txt", "b.txt", "c.txt")] == [True, True, False]


def test_without_excludes_nothing_is_judged(tree, linters) -> None:
    tree({"lint-reports.yaml": "severity: info"})
    assert Configuration(Asked(), linters).within(".") is None


def test_a_mistake_on_the_command_line_has_no_place(settings) -> None:
    with pytest.raises(UsageError) as caught:
        settings({"lint-reports.yaml": "select: time"}, "a.txt", ignore=("tiem",))
    assert caught.value.say == Say(
        "没有规则或规则包“tiem”。是否想写“time”？全部规则见 lint-reports rules list。",
        "no rule or pack “tiem”; did you mean “time”? `lint-reports rules list` shows them all",
    )
