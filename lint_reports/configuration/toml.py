"""`[tool.lint-reports]` of a `pyproject.toml`, as the same nodes that YAML is read into.

What the file says is read by the standard library, which tells no places; these are looked up in the text afterwards.
Where that fails, a value has the place of what it stands in.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from lint_reports.language import Say
from lint_reports.rulelang.located import (
    MAX_SOURCE,
    Listing,
    Mapping as MappingNode,
    Node,
    Place,
    Scalar,
    Wrong,
    refuse_control,
)
from lint_reports.text import LineIndex

TABLE = ("tool", "lint-reports")
_NAME = r"""(?:"(?:[^"\\\n]|\\.)*"|'[^'\n]*'|[\w-]+)"""
_NAMES = rf"{_NAME}(?:[ \t]*\.[ \t]*{_NAME})*"
_HEADER = re.compile(rf"[ \t]*(\[\[?)[ \t]*({_NAMES})[ \t]*\]")
_KEY = re.compile(rf"[ \t]*({_NAMES})[ \t]*=")
_AT = re.compile(r" ?\(at line (\d+), column (\d+)\)| ?\(at end of document\)")

_FAR = 20_000
"""How far behind its key a value is looked for, in code points."""

Path = tuple[str | int, ...]


def parse_toml(source: str, file: str) -> MappingNode | None:
    """The table of this program; `None` if the file has none.

    Raises:
        Wrong: if it is no TOML.
    """
    if len(source) > MAX_SOURCE:
        raise _too_much(file)
    try:
        return _parsed(source, file)
    except RecursionError:
        raise _too_much(file) from None


def _parsed(source: str, file: str) -> MappingNode | None:
    import tomllib  # 4 ms, and only for a pyproject.toml that mentions us

    try:
        root: Any = tomllib.loads(source)
    except tomllib.TOMLDecodeError as error:
        raise _no_toml(str(error), source, file) from None
    for name in TABLE:
        root = root.get(name) if isinstance(root, dict) else None
    if root is None:
        return None
    node = _Nodes(source, file).node(root, TABLE, 0)
    if not isinstance(node, MappingNode):
        raise Wrong(node.place, Say("[tool.lint-reports] 应为表。", "[tool.lint-reports] must be a table"))
    return node


def _too_much(file: str) -> Wrong:
    return Wrong(Place(file, 1, 1), Say("文件过大，或嵌套过深。", "the file is too large, or nested too deep"))


def _no_toml(message: str, source: str, file: str) -> Wrong:
    found = _AT.search(message)
    line, column = (int(found[1]), int(found[2])) if found and found[1] else (source.count("\n") + 1, 1)
    reason = _AT.sub("", message)
    say = Say(f"不是合法的 TOML：{reason}。", f"not valid TOML: {reason}")
    return Wrong(Place(file, line, column), say)


class _Nodes:
    """Turns values into nodes. All places are offsets in the file until a node is made."""

    def __init__(self, source: str, file: str) -> None:
        self.source = source
        self.file = file
        self.lines = LineIndex(source)
        self.keys = dict(reversed(list(_keys(source))))

    def node(self, value: Any, path: Path, above: int) -> Node:
        """A value.

        Args:
            value: what it is.
            path: the keys that lead to it.
            above: where what it stands in begins.
        """
        start = self.keys.get(path, above)
        if isinstance(value, dict):
            return MappingNode(self.place(start), tuple(self.pairs(value, path, start)))
        if isinstance(value, list):
            return Listing(self.place(start), tuple(self.items(value, path, start)))
        return self.scalar(value, start)

    def pairs(self, values: dict[str, Any], path: Path, at: int) -> Iterator[tuple[Scalar, Node]]:
        """Keys and values. Those of an inline table stand one after the other."""
        for name, value in values.items():
            key = self.keys.get((*path, name))
            if key is None:
                key = at = self.found(rf"{_either(name)}[ \t]*=", at)
            place = self.place(key)
            refuse_control(place, name)
            yield Scalar(place, name, plain=False, exact=False), self.node(value, (*path, name), key)

    def items(self, values: list[Any], path: Path, at: int) -> Iterator[Node]:
        """The items of a list, which stand one after the other."""
        for number, value in enumerate(values):
            yield self.node(value, (*path, number), at)
            if isinstance(value, str):
                at = self.found(_quoted(value), at) + 1

    def scalar(self, value: Any, at: int) -> Scalar:
        """A single value; its text is what YAML would have of it."""
        plain = not isinstance(value, str)
        text = str(value).lower() if isinstance(value, bool) else str(value)
        place = self.place(self.found(re.escape(text) if plain else _quoted(text), at))
        refuse_control(place, text)
        return Scalar(place, text, plain=plain, exact=False)

    def found(self, pattern: str, at: int) -> int:
        """Where something stands next; where it is looked for, if it is not seen."""
        found = re.compile(pattern).search(self.source, at, at + _FAR)
        return found.start() if found else at

    def place(self, offset: int) -> Place:
        """The place of an offset."""
        return Place(self.file, *self.lines.position(offset))


def _quoted(text: str) -> str:
    return rf"""(?:"{re.escape(text)}"|'{re.escape(text)}')"""


def _either(name: str) -> str:
    return rf"(?:{_quoted(name)}|(?<![\w-]){re.escape(name)})"


def _keys(source: str) -> Iterator[tuple[Path, int]]:
    """The keys that stand at the beginning of lines, and the headers of tables, each with its offset."""
    table: Path = ()
    counts: dict[Path, int] = {}
    offset = 0
    for line in source.split("\n"):
        header, key = _HEADER.match(line), _KEY.match(line)
        if header:
            table = _numbered(_split(header[2]), counts)
            if header[1] == "[[":
                number = counts[table] = counts.get(table, -1) + 1
                table = (*table, number)
            yield table, offset + header.start(2)
        elif key:
            yield (*table, *_split(key[1])), offset + key.start(1)
        offset += len(line) + 1


def _numbered(names: Path, counts: Mapping[Path, int]) -> Path:
    """The path of a table below an array of tables, which has the number of its last one."""
    path: Path = ()
    for name in names:
        path = (*path, counts[path]) if path in counts else path
        path = (*path, name)
    return path


def _split(names: str) -> Path:
    return tuple(name.strip("\"'") for name in re.findall(_NAME, names))
