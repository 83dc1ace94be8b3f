"""What holds for a file, as text that is a configuration itself, and as data."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from lint_reports.configuration.fields import FIELDS
from lint_reports.configuration.layers import Origin
from lint_reports.configuration.merging import Effective, Item
from lint_reports.configuration.profiles import profiles
from lint_reports.language import Lang, Say

_PLAIN = re.compile(r"[\w/.][\w/.@+ -]*[\w/.@+*-]|\w")
_WORDS = frozenset({"true", "false", "null", "yes", "no", "on", "y", "n"})


class _Line(NamedTuple):
    text: str
    origin: Origin | None = None


def as_text(effective: Effective, lang: Lang, *, origins: bool) -> str:
    """The settings as a configuration file.

    Args:
        effective: what holds for a file.
        lang: the language of comments.
        origins: say behind each value where it comes from.
    """
    lines = list(_lines(effective))
    wide = max((_columns(line.text) for line in lines if line.origin), default=0)
    return "\n".join(_with_origin(line, wide, lang) if origins else line.text for line in lines)


def _with_origin(line: _Line, wide: int, lang: Lang) -> str:
    if line.origin is None:
        return line.text
    return f"{line.text}{' ' * (wide - _columns(line.text))}  # {told(line.origin).text(lang)}"


def _columns(text: str) -> int:
    """How wide a text is on a screen; Han characters take two columns."""
    return sum(2 if char >= "\u2e80" else 1 for char in text)


def _lines(effective: Effective) -> Iterator[_Line]:
    for key in FIELDS:
        items = effective.get(key, ())
        if key == "rules" and items:
            yield _Line("rules:")
            yield from (_Line(f"  {_written(item.name)}: {_level(item)}", item.origin) for item in items)
        elif key in _LISTS and items:
            yield _Line(f"{key}:")
            yield from (_Line(f"  - {_written(_value(item))}", item.origin) for item in items)
        elif items:
            yield _Line(f"{key}: {_written(_value(items[0]))}", items[0].origin)


_LISTS = frozenset({"select", "ignore", "packs", "packages", "exclude"})


def _value(item: Item) -> Any:
    """What was written: a pattern for paths without what was made of it."""
    return item.value[0] if isinstance(item.value, tuple) else item.value


def _level(item: Item) -> str:
    severity, options = item.value["severity"], item.value["options"]
    if not options:
        return str(severity)
    numbers = ", ".join(f"{name}: {number}" for name, number in options.items())
    return "{" + (f"severity: {severity}, " if severity else "") + f"options: {{{numbers}}}" + "}"


def _written(value: Any) -> str:
    if not isinstance(value, str):
        return json.dumps(value)
    plain = _PLAIN.fullmatch(value) and value.lower() not in _WORDS and not value[0].isdigit()
    return value if plain else json.dumps(value, ensure_ascii=False)


def told(origin: Origin) -> Say:
    """Where a value comes from, in words."""
    if not origin.file:
        return Say("默认", "default")
    for profile in profiles().values():
        if profile.layer.file == origin.file:
            return Say(f"方案 {profile.names[0]}", f"profile {profile.names[-1]}")
    where = f"{origin.file}:{origin.line}:{origin.column}" if origin.line else origin.file
    return Say(where, where)


def as_data(effective: Effective) -> Mapping[str, Any]:
    """The settings as plain data for JSON: for each key a value, or a list of them, each with its origin."""
    return {key: _data(key, effective[key]) for key in FIELDS if effective.get(key)}


def _data(key: str, items: tuple[Item, ...]) -> Any:
    if key == "rules":
        return [{"rule": item.name, **item.value, "origin": _origin(item.origin)} for item in items]
    values = [{"value": _value(item), "origin": _origin(item.origin)} for item in items]
    return values if key in _LISTS else values[0]


def _origin(origin: Origin) -> Mapping[str, Any]:
    if origin.line:
        return origin._asdict()
    return {"option": origin.file} if origin.file else {"default": True}
