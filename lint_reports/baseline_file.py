"""The file of a baseline: YAML with one finding on a line, sorted, so that it merges well and is read fast.

Each line is written as JSON, which is YAML, too. What this program has written is read line by line; what somebody has
rearranged by hand is read as any other YAML.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from lint_reports.baseline import Entries, Key
from lint_reports.language import Say
from lint_reports.rulelang.located import MAX_SOURCE, Node, Place, Wrong, parse
from lint_reports.rulelang.schema import Choice, Integer, ListOf, Record, Text, scalar_of

_VERSION = "1"
_MOST = 999_999

_HEAD = f"""\
# 已知的问题：检查时不再报出，新出现的照常报出。由 lint-reports baseline 维护，一行一处，按路径排序。
# Known findings: no longer reported; new ones are. Kept by `lint-reports baseline`, one to a line, sorted.
version: {_VERSION}
findings:"""
_FINDINGS = re.compile(r"^findings:[ \t]*\r?\n", re.MULTILINE)
_CONFLICT = ("<<<<<<<", "=======", ">>>>>>>", "|||||||")
# What YAML does not allow in a line, or takes for the end of one.
_UNWRITABLE = re.compile("[\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]")

_KNOWN = frozenset((*Key._fields, "count"))


class _Free(NamedTuple):
    """A string that may be empty."""

    about: str = ""

    def read(self, node: Node) -> str:
        """The text."""
        return scalar_of(node).text

    def schema(self) -> dict[str, Any]:
        """A string."""
        return {"type": "string", "description": self.about}


_ENTRY = Record(
    {
        "path": Text("the file, from the folder of the baseline"),
        "rule": Text("the id of the rule"),
        "section": ListOf(_Free(), "the headings it stands under", least=0),
        "before": _Free("a few characters before it"),
        "text": _Free("what stands at its place"),
        "after": _Free("a few characters after it"),
        "count": Integer(1, _MOST, "how often it is there; once if left out"),
    },
    ("path", "rule"),
)
_FILE = Record({"version": Choice((_VERSION,)), "findings": ListOf(_ENTRY, least=0)}, ("version", "findings"))


def written(entries: Entries) -> str:
    """The content of the file; the same for the same entries."""
    lines = [_line(key, count) for key, count in sorted(entries.items()) if count]
    return "\n".join([_HEAD, *lines, ""]) if lines else f"{_HEAD} []\n"


def _line(key: Key, count: int) -> str:
    fields = {name: value for name, value in key._asdict().items() if value}
    text = json.dumps(fields | ({"count": count} if count > 1 else {}), ensure_ascii=False)
    return "- " + _UNWRITABLE.sub(_escaped, text)


def _escaped(found: re.Match[str]) -> str:
    return f"\\u{ord(found[0]):04x}"


def read_entries(source: str, file: str) -> Entries:
    """The entries of a file. If one stands there twice, as merging by lines may leave it, the larger count holds.

    Args:
        source: its content.
        file: how it is called in messages.

    Raises:
        Wrong: for the first mistake in it.
    """
    for mark in _CONFLICT:
        if source.startswith(mark) or f"\n{mark}" in source:
            at = f"\n{source}".index(f"\n{mark}")
            raise Wrong(Place(file, source.count("\n", 0, at) + 1, 1), _IN_CONFLICT)
    try:
        return _entries(_quickly(source))
    except (ValueError, RecursionError):
        return _entries(_slowly(source, file))


def _quickly(source: str) -> list[dict[str, Any]]:
    """The records of a file as this program writes it; raises `ValueError` if it is written in another way."""
    head = _FINDINGS.search(source)
    if head is None or f"version: {_VERSION}" not in source[: head.start()].splitlines():
        raise ValueError
    lines = [line for line in source[head.end() :].split("\n") if line.strip()]
    if not all(line.startswith("- {") for line in lines):
        raise ValueError
    records = json.loads(f"[{','.join(line[2:] for line in lines)}]")
    if len(records) != len(lines) or not all(map(_is_whole, records)):
        raise ValueError
    return list(records)


def _is_whole(record: Mapping[str, Any]) -> bool:
    """Whether a record has what an entry needs, of the right kinds."""
    if not (record.keys() <= _KNOWN and record.get("path") and record.get("rule")):
        return False
    for name, value in record.items():
        kind = type(value)
        if name == "section":
            if kind is not list or [heading for heading in value if type(heading) is not str]:
                return False
        elif name == "count":
            if kind is not int or not 1 <= value <= _MOST:
                return False
        elif kind is not str:
            return False
    return True


def _slowly(source: str, file: str) -> Sequence[dict[str, Any]]:
    if len(source) > MAX_SOURCE:
        raise _damaged_line(source, file)
    records: Sequence[dict[str, Any]] = _FILE.read(parse(source, file))["findings"]
    return records


def _damaged_line(source: str, file: str) -> Wrong:
    """The first line of a large file that is not as this program writes it."""
    lines = source.split("\n")
    start = next((number for number, line in enumerate(lines, 1) if line.rstrip() == "findings:"), 0)
    odd = (number for number, line in enumerate(lines[start:], start + 1) if not _is_entry(line))
    return Wrong(Place(file, next(odd, 1), 1), _DAMAGED)


def _is_entry(line: str) -> bool:
    try:
        return not line.strip() or _is_whole(json.loads(line.removeprefix("- ")))
    except (ValueError, AttributeError, RecursionError):
        return False


def _entries(records: Iterable[Mapping[str, Any]]) -> Entries:
    entries: dict[Key, int] = {}
    for record in records:
        key = Key(
            record["path"],
            record["rule"],
            tuple(record.get("section") or ()),
            record.get("before") or "",
            record.get("text") or "",
            record.get("after") or "",
        )
        entries[key] = max(entries.get(key, 0), record.get("count") or 1)
    return entries


_IN_CONFLICT = Say(
    "基线文件里有 git 合并冲突的标记：保留两边的行，删去 <<<<<<<、=======、>>>>>>> 三种标记行，"
    "再运行 lint-reports baseline prune。",
    "the baseline has conflict marks of git: keep the lines of both sides, delete the lines with <<<<<<<, ======= and "
    ">>>>>>>, then run `lint-reports baseline prune`",
)
_DAMAGED = Say(
    "基线文件的这一行不合格式；请删去这一行，或从 git 恢复此文件。",
    "this line of the baseline is not as it should be; delete it, or restore the file from git",
)
