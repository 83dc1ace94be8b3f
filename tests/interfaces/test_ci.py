"""The GitHub action and the GitLab template: their own steps, run here in a repository with reports."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).parents[2]
FAULTY = "坚持依法行政，截止六月底办结五件。\n"
ACTION = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))
TEMPLATE = yaml.safe_load((ROOT / "templates" / "gitlab-ci.yml").read_text(encoding="utf-8"))

pytestmark = pytest.mark.skipif(shutil.which("bash") is None, reason="a runner has bash")


@pytest.fixture(scope="module")
def python(tmp_path_factory, wheels) -> Path:
    """A folder with a Python of its own, as a runner has after it was set up."""
    folder = tmp_path_factory.mktemp("python")
    subprocess.run([sys.executable, "-m", "venv", folder], check=True)
    return folder / "bin"


@pytest.fixture
def reports(tmp_path) -> Path:
    folder = tmp_path / "reports"
    folder.mkdir()
    (folder / "甲.txt").write_text(FAULTY, encoding="utf-8")
    (folder / "乙 丙.txt").write_text(FAULTY.replace("截止", "截至"), encoding="utf-8")
    return folder


@pytest.fixture
def shell(python, offline, reports):
    """Runs the script of a step as runners do, and gives the exit code and the output."""

    def shell(script: str, **environment: str) -> tuple[int, str]:
        path = os.pathsep.join([str(python), offline["PATH"]])
        done = subprocess.run(
            ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", script],
            cwd=reports,
            env=offline | {"PATH": path} | environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            check=False,
        )
        return done.returncode, done.stdout.decode()

    return shell


def filled(text: str, values: dict[str, str]) -> str:
    """A text with the expressions of GitHub replaced; of `a || b` the first that is not empty."""
    return re.sub(
        r"\$\{\{ (.+?) \}\}",
        lambda found: next(filter(None, (values[one] for one in found[1].split(" || "))), ""),
        text,
    )


@pytest.fixture
def action(shell, checkout, tmp_path):
    """Runs the steps of the action that are ours, and gives the last exit code, what was printed, and its outputs."""

    def action(**inputs: str) -> tuple[int, str, dict[str, str]]:
        output = tmp_path / "output"
        output.write_text("", encoding="utf-8")
        given = {name: str(one["default"]) for name, one in ACTION["inputs"].items()} | inputs
        values = {f"inputs.{name}": value for name, value in given.items()}
        values |= {"github.action_path": str(checkout), "runner.temp": str(tmp_path / "runner")}
        code, printed = 0, ""
        for step in ACTION["runs"]["steps"]:
            if "run" in step and code == 0:
                assert "${{" not in step["run"]  # what comes from outside never becomes part of a script
                environment = {name: filled(value, values) for name, value in step.get("env", {}).items()}
                code, printed = shell(step["run"], GITHUB_OUTPUT=str(output), **environment)
                if step["name"] == "Install lint-reports":
                    assert code == 0, printed
        lines = output.read_text(encoding="utf-8").splitlines()
        return code, printed, dict(line.split("=", 1) for line in lines)

    return action


def test_the_action_marks_and_uploads_what_it_finds(action, reports) -> None:
    code, printed, outputs = action()
    assert code == 1
    assert re.search(r"^::error .*file=甲\.txt,line=1,", printed, re.MULTILINE)
    assert "乙" not in printed
    assert outputs == {"sarif": "lint-reports.sarif"}
    sarif = json.loads((reports / "lint-reports.sarif").read_text(encoding="utf-8"))
    assert [result["ruleId"] for result in sarif["runs"][0]["results"]] == ["wording/jiezhi"]


def test_the_inputs_of_the_action_are_heeded_to_the_letter(action, reports) -> None:
    assert action(**{"fail-on": "never"})[0] == 0
    assert action(options="--ignore=wording\n--severity=error\n")[0] == 0
    assert action(paths="乙 丙.txt\n")[0] == 0
    assert action(sarif="$(touch hacked) a.sarif", **{"fail-on": "never"})[2] == {"sarif": "$(touch hacked) a.sarif"}
    code, printed, _ = action(paths="$(touch hacked)\n`touch hacked`")
    assert (code, (reports / "hacked").exists()) == (2, False)
    assert "$(touch hacked)" in printed


@pytest.mark.skipif(shutil.which("git") is None, reason="git is not installed")
def test_the_action_looks_at_changes_only_if_asked_to(action, shell) -> None:
    assert shell("git init --quiet && git add --all && git commit --quiet --message reports")[0] == 0
    assert action(**{"changed-since": "HEAD"})[0] == 0
    assert shell("echo 改了。 >> 甲.txt")[0] == 0
    assert action(**{"changed-since": "HEAD"})[0] == 1
    assert action(**{"changed-since": "--output=x"})[0] == 2


def test_the_rest_of_the_action() -> None:
    steps = {step["name"]: step for step in ACTION["runs"]["steps"]}
    used = re.findall(r"inputs\.([\w-]+)", json.dumps(ACTION["runs"]))
    assert ACTION["runs"]["using"] == "composite"
    assert set(used) == set(ACTION["inputs"])
    assert all(step.get("shell") == "bash" for step in steps.values() if "run" in step)
    assert steps["Show the findings in code scanning"]["with"]["sarif_file"] == "${{ steps.check.outputs.sarif }}"
    assert ACTION["outputs"]["sarif"]["value"] == "${{ steps.check.outputs.sarif }}"


def test_the_job_of_the_gitlab_template(shell, checkout, reports) -> None:
    job = TEMPLATE["lint-reports"]
    variables = {name: str(value) for name, value in job["variables"].items()}
    variables["LINT_REPORTS_PACKAGE"] = str(checkout)
    codes = []
    for line in [*job["before_script"], *job["script"]]:  # a runner stops at the first that fails
        code, printed = shell(line, **variables)
        codes.append(code)
    assert codes == [0, 0, 1]
    assert "甲.txt:1:8: 错误 wording/jiezhi" in printed
    report = job["artifacts"]["reports"]["codequality"]
    (issue,) = json.loads((reports / report).read_text(encoding="utf-8"))
    assert (issue["check_name"], issue["location"]["path"]) == ("wording/jiezhi", "甲.txt")
    assert job["artifacts"]["when"] == "always"
