"""`lint-reports init`."""

from __future__ import annotations

import pytest
import yaml

REPORT = """云溪县司法局2023年工作总结

云溪县司法局坚持依法行政，认真履行职责，各项工作取得新的进展，群众满意度进一步提高。
行政执法人员按时参加培训，行政复议案件在法定期限内办结。
"""


@pytest.fixture
def repository(folder):
    """A repository with a report."""
    (folder / ".git").mkdir()
    (folder / "reports").mkdir()
    (folder / "reports" / "a.txt").write_text(REPORT, encoding="utf-8")
    return folder


def names(folder) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_a_configuration_and_a_hook(repository, cli) -> None:
    done = cli("init", "--lang", "en")
    assert (done.code, done.err) == (0, "")
    assert done.out.splitlines() == [
        "1 documents: .txt 1",
        "1 were read: 1 in Chinese, of these 0 in Traditional script and 0 with leftovers of web pages; encodings: utf-8 1",
        "wrote lint-reports.yaml with the profile “official”",
        "wrote .pre-commit-config.yaml with one more hook",
        "",
        "Next:",
        "  lint-reports check . --statistics  # see how much there is, and which rules do not suit",
        "  lint-reports baseline create .  # keep what there is for later, and report only what is new",
        "  pre-commit install  # have the hook run at every commit",
    ]
    assert names(repository) == [".git", ".pre-commit-config.yaml", "lint-reports.yaml", "reports"]
    assert cli("config", "check").code == 0
    assert cli("check", ".").code == 0
    (repo,) = yaml.safe_load((repository / ".pre-commit-config.yaml").read_text(encoding="utf-8"))["repos"]
    assert repo["hooks"][0]["files"] == r"\.(txt|md|markdown)$"


def test_nothing_is_written_when_it_is_only_shown(repository, cli) -> None:
    done = cli("init", "--dry-run")
    assert done.code == 0
    assert "--- lint-reports.yaml\n# lint-reports 的配置。" in done.out
    assert "--- .pre-commit-config.yaml\nrepos:\n" in done.out
    assert names(repository) == [".git", "reports"]


def test_a_configuration_is_not_replaced_unasked(repository, cli) -> None:
    (repository / "lint-reports.yaml").write_text("severity: info\n", encoding="utf-8")
    done = cli("init", "--lang", "en")
    assert (done.code, done.out) == (2, "")
    assert done.err == (
        "lint-reports: ./lint-reports.yaml is there already and stays as it is; --force writes a new one\n"
    )
    assert names(repository) == [".git", "lint-reports.yaml", "reports"]
    assert cli("init", "--force", "--profile", "出版").code == 0
    assert yaml.safe_load((repository / "lint-reports.yaml").read_text(encoding="utf-8"))["profile"] == "出版"


def test_nor_one_in_a_pyproject_toml(repository, cli) -> None:
    (repository / "pyproject.toml").write_text("[tool.lint-reports]\nseverity = 'info'\n", encoding="utf-8")
    assert cli("init").code == 2
    assert cli("init", "reports", "--no-hook").code == 0


def test_a_second_time_the_hook_is_there(repository, cli) -> None:
    cli("init")
    hook = (repository / ".pre-commit-config.yaml").read_bytes()
    done = cli("init", "--force", "--lang", "en")
    assert ".pre-commit-config.yaml has the hook already and stays as it is" in done.out
    assert (repository / ".pre-commit-config.yaml").read_bytes() == hook


def test_a_folder_in_a_repository(repository, cli) -> None:
    assert cli("init", "reports").code == 0
    assert names(repository / "reports") == ["a.txt", "lint-reports.yaml"]
    (repo,) = yaml.safe_load((repository / ".pre-commit-config.yaml").read_text(encoding="utf-8"))["repos"]
    assert repo["hooks"][0]["files"] == r"^reports/.*\.(txt|md|markdown)$"


def test_what_cannot_be_added_to_stays(repository, cli) -> None:
    hooks = "repos: [{repo: a, hooks: [{id: x}]}]\n"
    (repository / ".pre-commit-config.yaml").write_text(hooks, encoding="utf-8")
    done = cli("init", "--lang", "en")
    assert done.code == 0
    assert ".pre-commit-config.yaml cannot be added to; put this below repos:\n- repo: local\n" in done.out
    assert (repository / ".pre-commit-config.yaml").read_text(encoding="utf-8") == hooks


def test_outside_a_repository_there_is_no_hook(folder, cli) -> None:
    done = cli("init", "--lang", "en")
    assert done.out.splitlines()[:3] == [
        "there are no .txt or .md files here",
        "this is no git repository; no hook was added",
        "wrote lint-reports.yaml with the profile “official”",
    ]


MISTAKES = {
    "no folder": (("nowhere",), "no such folder: nowhere"),
    "no profile": (("--profile", "x"), "unknown profile “x”. Allowed: 公文, official, 出版, publication, 网页, web."),
}


@pytest.mark.parametrize("arguments, err", MISTAKES.values(), ids=MISTAKES)
def test_mistakes(folder, cli, arguments, err) -> None:
    done = cli("init", *arguments, "--lang", "en")
    assert (done.code, done.err) == (2, f"lint-reports: {err}\n")
    assert names(folder) == []
