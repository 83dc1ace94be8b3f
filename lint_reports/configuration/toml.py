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
    Listing,
    Mapping as MappingNode,
    Node,
    Place,
    Scalar,
    Wrong,
    refuse_control,
)

TABLE = ("tool", "lint-reports")
_NAME = r"""(?:"(?:[^"\\\n]|\\.)*"|'[^'\n]*'|[\w-]+)"""
_NAMES = rf"{_NAME}(?:[ \t]*\.[ \t]*{_NAME})*"
_HEADER = re.compile(rf"[ \t]*(\[\[?)[ \t]*({_NAMES})[ \t]*\]")
_KEY = re.compile(rf"[ \t]*({_NAMES})[ \t]*=")
_AT = re.compile(r" ?\(at line (\d+), column (\d+)\)| ?\(at end of document\)")

Path = tuple[str | int, ...]


def parse_toml(source: str, file: str) -> MappingNode | None:
    """The table of this program; `None` if the file has none.

    Raises:
        Wrong: if it is no TOML.
    """
    import tomllib  # 4 ms, and only for a pyproject.toml that mentions us

    try:
        root: Any = tomllib.loads(source)
    except tomllib.TOMLDecodeError as error:
        raise _no_toml(str(error), source, file) from None
    for name in TABLE:
        root = root.get(name) if isinstance(root, dict) else None
    if root is None:
        return None
    node = _Nodes(source, file).node(root, TABLE, Place(file, 1, 1), 0)
    if not isinstance(node, MappingNode):
        raise Wrong(node.place, Say("[tool.lint-reports] 应为表。", "[tool.lint-reports] must be a table"))
    return node


def _no_toml(message: str, source: str, file: str) -> Wrong:
    found = _AT.search(message)
    line, column = (int(found[1]), int(found[2])) if found and found[1] else (source.count("\n") + 1, 1)
    reason = _AT.sub("", message)
    say = Say(f"不是合法的 TOML：{reason}。", f"not valid TOML: {reason}")
    return Wrong(Place(file, line, column), say)


class _Nodes:
    """Turns values into nodes."""

    def __init__(self, source: str, file: str) -> None:
        self.source = source
        self.file = file
        self.keys = dict(reversed(list(_keys(source))))

    def node(self, value: Any, path: Path, above: Place, at: int) -> Node:
        """A value.

        Args:
            value: what it is.
            path: the keys that lead to it.
            above: the place of what it stands in.
            at: the offset in the file after which it stands.
        """
        known = self.keys.get(path)
        place, at = (self.place(known), known) if known is not None else (above, at)
        if isinstance(value, dict):
            pairs = []
            for name, inner in value.items():
                key = self.key(name, (*path, name), place, at)
                at = max(at, self.offset(key.place))
                pairs.append((key, self.node(inner, (*path, name), key.place, at)))
            return MappingNode(place, tuple(pairs))
        if isinstance(value, list):
            return Listing(place, tuple(self.items(value, path, place, at)))
        return self.scalar(value, place, at)

    def items(self, values: list[Any], path: Path, place: Place, at: int) -> Iterator[Node]:
        for number, value in enumerate(values):
            node = self.node(value, (*path, number), place, at)
            at = max(at, self.offset(node.place) + 1)
            yield node

    def key(self, name: str, path: Path, above: Place, at: int) -> Scalar:
        """A key; that of an inline table is looked for after where this begins."""
        known = self.keys.get(path)
        if known is None:
            found = re.compile(rf"{_either(name)}[ \t]*=").search(self.source, at)
            known = found.start() if found else None
        place = above if known is None else self.place(known)
        refuse_control(place, name)
        return Scalar(place, name, plain=False, exact=False)

    def scalar(self, value: Any, above: Place, at: int) -> Scalar:
        if isinstance(value, bool):
            text, plain = str(value).lower(), True
        else:
            text, plain = str(value), not isinstance(value, str)
        found = re.compile(re.escape(text) if plain else rf"(?:{_quoted(text)})").search(self.source, at)
        place = self.place(found.start()) if found else above
        refuse_control(place, text)
        return Scalar(place, text, plain=plain, exact=False)

    def place(self, offset: int) -> Place:
        start = self.source.rfind("\n", 0, offset) + 1
        return Place(self.file, self.source.count("\n", 0, offset) + 1, offset - start + 1)

    def offset(self, place: Place) -> int:
        start = 0
        for _ in range(place.line - 1):
            start = self.source.find("\n", start) + 1
        return start + place.column - 1


def _quoted(text: str) -> str:
    return rf'"{re.escape(text)}"|' + rf"'{re.escape(text)}'"


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
