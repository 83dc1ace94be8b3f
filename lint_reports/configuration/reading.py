"""From the bytes of a configuration file to its values and their places. All mistakes are told at once."""

from __future__ import annotations

from typing import Any

from lint_reports.configuration.fields import FIELDS
from lint_reports.configuration.toml import parse_toml
from lint_reports.errors import ConfigError
from lint_reports.language import Say
from lint_reports.rulelang.loading import Mistakes
from lint_reports.rulelang.located import LINE_END, Listing, Mapping, Node, Place, Scalar, Wrong, parse
from lint_reports.rulelang.schema import Field, mapping_of, unknown

Path = tuple[str | int, ...]
Read = tuple[dict[str, Any], dict[Path, tuple[int, int]]]
"""Values by key, and places by path; plain data."""


def read_values(content: bytes, file: str, *, toml: bool, fields: dict[str, Field] | None = None) -> Read | None:
    """What a configuration says; `None` if a TOML file has none.

    Args:
        content: the bytes of the file.
        file: how it is called in messages.
        toml: it is no YAML.
        fields: what may stand in it; that of a configuration if left out.

    Raises:
        ConfigError: with every mistake.
    """
    mistakes = Mistakes(ConfigError)
    source = _decoded(content, file, mistakes)
    lines = LINE_END.split(source)
    try:
        node = parse_toml(source, file) if toml else _parse_yaml(source, file)
    except Wrong as wrong:
        mistakes.add(wrong, lines)
        mistakes.throw()
        raise
    if node is None:
        return None
    values = _values(node, fields or dict(FIELDS), mistakes, lines)
    mistakes.throw()
    return values, dict(_places(node, ()))


def _decoded(content: bytes, file: str, mistakes: Mistakes) -> str:
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        zh, en = f"不是 UTF-8 编码（第 {error.start} 字节）。", f"not UTF-8 (byte {error.start})"
        mistakes.add(Wrong(Place(file, 1, 1), Say(f"{zh}配置文件须存为 UTF-8。", f"{en}; save it as UTF-8")), ())
        mistakes.throw()
        raise


def _parse_yaml(source: str, file: str) -> Mapping:
    if all(not line.strip() or line.lstrip().startswith("#") for line in LINE_END.split(source)):
        return Mapping(Place(file, 1, 1), ())  # a starter file in which all is commented out
    return mapping_of(parse(source, file))


def _values(node: Mapping, fields: dict[str, Field], mistakes: Mistakes, lines: list[str]) -> dict[str, Any]:
    values = {}
    for name, value in node.pairs:
        try:
            if name.text not in fields:
                raise unknown(name.place, name.text, fields, Say("配置项", "key"))
            values[name.text] = fields[name.text].read(value)
        except Wrong as wrong:
            mistakes.add(wrong, lines)
    return values


def _places(node: Node, path: Path) -> list[tuple[Path, tuple[int, int]]]:
    """The places of all values; what a mapping holds has the places of its keys."""
    found = [(path, (node.place.line, node.place.column))]
    if isinstance(node, Listing):
        for number, item in enumerate(node.items):
            found += _places(item, (*path, number))
    elif isinstance(node, Mapping):
        for key, value in node.pairs:
            found += _places(value, (*path, key.text))
            found.append(((*path, key.text), (key.place.line, key.place.column)))
            if isinstance(value, Scalar):  # which may stand for a list of one
                found.append(((*path, key.text, 0), (value.place.line, value.place.column)))
    return found
