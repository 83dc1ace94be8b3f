"""A hook is added to a configuration of pre-commit, and the rest of it stays to the letter."""

from __future__ import annotations

import pytest
import yaml

from lint_reports.starting.hook import add_hook, entry, has_hook

LINES = ["- repo: local", "  hooks:", "    - id: lint-reports"]

ADDED = {
    "nothing yet": (
        "",
        "repos:\n  - repo: local\n    hooks:\n      - id: lint-reports\n",
    ),
    "indented": (
        "repos:\n  - repo: a\n    hooks: [{id: x}]\n",
        "repos:\n  - repo: a\n    hooks: [{id: x}]\n  - repo: local\n    hooks:\n      - id: lint-reports\n",
    ),
    "not indented": (
        "repos:\n- repo: a\n  hooks:\n  - id: x\n",
        "repos:\n- repo: a\n  hooks:\n  - id: x\n- repo: local\n  hooks:\n    - id: lint-reports\n",
    ),
    "comments and what follows": (
        "# mine\nrepos:\n- repo: a  # b\n  hooks:\n  - id: x\n    # args: []\n\n# last\nci: {}\n",
        (
            "# mine\nrepos:\n- repo: a  # b\n  hooks:\n  - id: x\n    # args: []\n- repo: local\n  hooks:\n    - id: lint-reports\n"
            "\n# last\nci: {}\n"
        ),
    ),
    "what goes before": (
        "default_stages: [pre-push]\nrepos:\n- repo: a\n  hooks: [{id: x}]\n",
        "default_stages: [pre-push]\nrepos:\n- repo: a\n  hooks: [{id: x}]\n- repo: local\n  hooks:\n    - id: lint-reports\n",
    ),
    "no end of line": (
        "repos:\n- repo: a\n  hooks: [{id: x}]",
        "repos:\n- repo: a\n  hooks: [{id: x}]\n- repo: local\n  hooks:\n    - id: lint-reports\n",
    ),
    "text over lines at the end": (
        "repos:\n- repo: a\n  hooks:\n  - id: x\n    exclude: |\n      a|\n      b\n",
        "repos:\n- repo: a\n  hooks:\n  - id: x\n    exclude: |\n      a|\n      b\n- repo: local\n  hooks:\n    - id: lint-reports\n",
    ),
    "Windows": (
        "repos:\r\n- repo: a\r\n  hooks: [{id: x}]\r\n",
        "repos:\r\n- repo: a\r\n  hooks: [{id: x}]\r\n- repo: local\r\n  hooks:\r\n    - id: lint-reports\r\n",
    ),
    "an empty list": (
        "repos: []\nci: {}\n",
        "repos:\n  - repo: local\n    hooks:\n      - id: lint-reports\nci: {}\n",
    ),
    "an empty value": (
        "repos:\nci: {}\n",
        "repos:\n  - repo: local\n    hooks:\n      - id: lint-reports\nci: {}\n",
    ),
    "no repos": (
        "ci: {}\n",
        "ci: {}\nrepos:\n  - repo: local\n    hooks:\n      - id: lint-reports\n",
    ),
}


@pytest.mark.parametrize("before, after", ADDED.values(), ids=ADDED)
def test_the_hook_is_added(before, after) -> None:
    assert add_hook(before, LINES) == after
    assert has_hook(after)
    assert not has_hook(before)


REFUSED = {
    "one line": "repos: [{repo: a, hooks: [{id: x}]}]\n",
    "no YAML": "repos: [\n",
    "a list": "- repo: a\n",
    "a word": "repos: x\n",
    "two documents": "repos: []\n---\nrepos: []\n",
}


@pytest.mark.parametrize("text", REFUSED.values(), ids=REFUSED)
def test_what_cannot_be_added_to(text) -> None:
    assert add_hook(text, LINES) is None


def test_the_entry_is_a_hook() -> None:
    (repo,) = yaml.safe_load("\n".join(entry(r"\.(txt|md)$")))
    assert repo == {
        "repo": "local",
        "hooks": [
            {
                "id": "lint-reports",
                "name": "lint-reports（公文检查）",
                "entry": "lint-reports check",
                "language": "system",
                "files": r"\.(txt|md)$",
                "types": ["text"],
                "require_serial": True,
            }
        ],
    }
