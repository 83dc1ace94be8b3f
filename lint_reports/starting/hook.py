"""Adds our hook to a `.pre-commit-config.yaml`, and leaves every other character of it as it is."""

from __future__ import annotations

import re
from typing import Any

HOOK = "lint-reports"
_BLANK = re.compile(r"[ \t]*(?:#.*)?")


def entry(files: str) -> list[str]:
    """The lines of the hook, as an item of `repos`.

    Args:
        files: a regular expression for the paths that are checked.
    """
    return [
        "- repo: local",
        "  hooks:",
        f"    - id: {HOOK}",
        "      name: lint-reports（公文检查）",
        "      entry: lint-reports check",
        "      language: system",
        f"      files: '{files}'",
        "      types: [text]",
        "      require_serial: true",  # it starts as many processes as pay itself
    ]


def has_hook(text: str) -> bool:
    """Whether a configuration of pre-commit has our hook already."""
    return any(hook.get("id") == HOOK for repo in _repos(text) for hook in repo.get("hooks") or ())


def add_hook(text: str, lines: list[str]) -> str | None:
    """The configuration with one more item in `repos`; `None` if it is written in a way that cannot be added to.

    Args:
        text: what stands in the file; empty if there is none.
        lines: the item.
    """
    import yaml  # only for this command

    newline = "\r\n" if "\r\n" in text else "\n"
    try:
        before = yaml.safe_load(text) or {}
        if not isinstance(before, dict) or not isinstance(before.get("repos") or [], list):
            return None
        added = _added(text, lines, newline)
        after = yaml.safe_load(added)
    except (yaml.YAMLError, ValueError):
        return None
    item = yaml.safe_load("\n".join(lines))
    wanted = {**before, "repos": [*(before.get("repos") or []), *item]}
    return added if after == wanted else None


def _repos(text: str) -> list[Any]:
    import yaml  # only for this command

    try:
        read = yaml.safe_load(text)
    except yaml.YAMLError:
        return []
    repos = read.get("repos") if isinstance(read, dict) else None
    return [repo for repo in repos if isinstance(repo, dict)] if isinstance(repos, list) else []


def _added(text: str, lines: list[str], newline: str) -> str:
    import yaml  # only for this command

    root: Any = yaml.compose(text)
    pairs = {key.value: value for key, value in root.value} if root is not None else {}
    repos = pairs.get("repos")
    if repos is None:
        return _ended(text, newline) + newline.join(["repos:", *_shifted(lines, 2), ""])
    start, end = repos.start_mark, repos.end_mark
    if not repos.value:  # `repos: []`, or nothing at all
        block = newline.join(["", *_shifted(lines, 2)])
        return text[: start.index].rstrip(" ") + block + text[end.index :]
    if repos.flow_style:
        raise ValueError
    rows = text.split("\n")
    last = _end_of_block(rows, end.line if end.column == 0 or end.line >= len(rows) else end.line + 1, start.column)
    head = "\n".join(rows[:last])
    return _ended(head, newline) + newline.join([*_shifted(lines, start.column), ""]) + "\n".join(rows[last:])


def _end_of_block(rows: list[str], end: int, column: int) -> int:
    """The number of the line behind a list: blank lines and comments before what comes next belong to that."""
    while end > 0 and (end > len(rows) or _belongs_to_next(rows[end - 1], column)):
        end -= 1
    return end


def _belongs_to_next(row: str, column: int) -> bool:
    row = row.rstrip("\r")
    return not row.strip() or (_BLANK.fullmatch(row) is not None and len(row) - len(row.lstrip()) <= column)


def _shifted(lines: list[str], column: int) -> list[str]:
    return [" " * column + line for line in lines]


def _ended(text: str, newline: str) -> str:
    if not text or text.endswith("\n"):
        return text
    return text.removesuffix("\r") + newline
