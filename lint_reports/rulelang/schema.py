"""Fields: what a value in a rule file may be. One table of fields reads the file and makes the JSON schema.

A field turns a node into plain data (text, numbers, truth values, tuples, dicts) or raises `Wrong` with the place and,
for a slip of the pen, the value that was probably meant.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping as AnyMapping
from typing import Any, NamedTuple, Protocol

from lint_reports.language import Say
from lint_reports.rulelang.located import Listing, Mapping, Node, Place, Scalar, Wrong

Plain = Any
"""None, bool, int, str, tuples and dicts of these: what `marshal` can store."""


class Field(Protocol):
    """What a value may be."""

    def read(self, node: Node) -> Plain:
        """The value as plain data; raises `Wrong`."""

    def schema(self) -> dict[str, Any]:
        """The same as JSON Schema."""


class Text(NamedTuple):
    """A string, not empty. `check` may raise `Wrong` or change it."""

    about: str = ""
    check: Callable[[Scalar], Plain] | None = None
    most: int = 4000

    def read(self, node: Node) -> Plain:
        """The text."""
        scalar = scalar_of(node)
        if not scalar.text.strip():
            raise Wrong(scalar.place, Say("这里不能为空。", "this must not be empty"))
        if len(scalar.text) > self.most:
            raise Wrong(scalar.place, Say(f"过长：至多 {self.most} 个字符。", f"longer than {self.most} characters"))
        return self.check(scalar) if self.check else scalar.text

    def schema(self) -> dict[str, Any]:
        """A string."""
        return _described({"type": "string", "minLength": 1, "maxLength": self.most}, self.about)


class Choice(NamedTuple):
    """One of a few words."""

    values: tuple[str, ...]
    about: str = ""

    def read(self, node: Node) -> str:
        """The word."""
        scalar = scalar_of(node)
        if scalar.text not in self.values:
            raise unknown(scalar.place, scalar.text, self.values, Say("取值", "value"))
        return scalar.text

    def schema(self) -> dict[str, Any]:
        """An enumeration."""
        return _described({"enum": list(self.values)}, self.about)


class Flag(NamedTuple):
    """true or false."""

    about: str = ""

    def read(self, node: Node) -> bool:
        """The truth value."""
        scalar = scalar_of(node)
        if scalar.text not in ("true", "false") or not scalar.plain:
            raise Wrong(
                scalar.place,
                Say(f"应为 true 或 false，而不是“{scalar.text}”。", f"expected true or false, not “{scalar.text}”"),
            )
        return scalar.text == "true"

    def schema(self) -> dict[str, Any]:
        """A boolean."""
        return _described({"type": "boolean"}, self.about)


class Integer(NamedTuple):
    """A whole number within bounds."""

    least: int
    most: int
    about: str = ""

    def read(self, node: Node) -> int:
        """The number."""
        scalar = scalar_of(node)
        value = int(scalar.text) if scalar.text.isascii() and scalar.text.isdigit() and len(scalar.text) < 10 else -1
        if not self.least <= value <= self.most:
            zh = f"应为 {self.least} 到 {self.most} 的整数，而不是“{scalar.text}”。"
            raise Wrong(
                scalar.place, Say(zh, f"expected a whole number from {self.least} to {self.most}, not “{scalar.text}”")
            )
        return value

    def schema(self) -> dict[str, Any]:
        """An integer."""
        return _described({"type": "integer", "minimum": self.least, "maximum": self.most}, self.about)


class ListOf(NamedTuple):
    """A list; where `single` is set, one value without brackets will do."""

    item: Field
    about: str = ""
    least: int = 1
    single: bool = False

    def read(self, node: Node) -> tuple[Plain, ...]:
        """The values."""
        if self.single and not isinstance(node, Listing):
            return (self.item.read(node),)
        if not isinstance(node, Listing):
            raise Wrong(node.place, Say("应为列表。", "expected a list"))
        if len(node.items) < self.least:
            raise Wrong(node.place, Say(f"列表至少要有 {self.least} 项。", f"the list needs at least {self.least}"))
        return tuple(self.item.read(item) for item in node.items)

    def schema(self) -> dict[str, Any]:
        """An array, or one item."""
        many = {"type": "array", "items": self.item.schema(), "minItems": self.least}
        return _described({"anyOf": [self.item.schema(), many]} if self.single else many, self.about)


class Unread(NamedTuple):
    """A list whose items somebody else reads, each on its own: a mistake in one does not hide those in others."""

    item: dict[str, Any] | None = None

    def read(self, node: Node) -> tuple[Node, ...]:
        """The items as nodes."""
        if not isinstance(node, Listing) or not node.items:
            raise Wrong(node.place, Say("应为列表，且不能为空。", "expected a list that is not empty"))
        return node.items

    def schema(self) -> dict[str, Any]:
        """An array."""
        return {"type": "array", "items": self.item or {}, "minItems": 1}


class MapOf(NamedTuple):
    """A mapping with free keys."""

    value: Field
    about: str = ""
    key: Callable[[Scalar], Plain] | None = None

    def read(self, node: Node) -> dict[Plain, Plain]:
        """Keys and values in the order of the file."""
        if not isinstance(node, Mapping) or not node.pairs:
            raise Wrong(node.place, Say("应为“键: 值”。", "expected a mapping of keys to values"))
        return {(self.key(name) if self.key else name.text): self.value.read(value) for name, value in node.pairs}

    def schema(self) -> dict[str, Any]:
        """An object with free keys."""
        return _described(
            {"type": "object", "additionalProperties": self.value.schema(), "minProperties": 1}, self.about
        )


class Record(NamedTuple):
    """A mapping with known keys."""

    fields: AnyMapping[str, Field]
    required: tuple[str, ...] = ()
    about: str = ""

    def read(self, node: Node) -> dict[str, Plain]:
        """Every known key with its value, its default, or None."""
        mapping = mapping_of(node)
        self.refuse_unknown(mapping)
        for name in self.required:
            if mapping.get(name) is None:
                raise Wrong(mapping.place, Say(f"缺少字段 {name}。", f"the field {name} is missing"))
        return dict.fromkeys(self.fields) | {
            name.text: self.fields[name.text].read(value) for name, value in mapping.pairs
        }

    def refuse_unknown(self, mapping: Mapping) -> None:
        """Raises `Wrong` for the first key that is not known."""
        for name, _ in mapping.pairs:
            if name.text not in self.fields:
                raise unknown(name.place, name.text, self.fields, Say("字段", "field"))

    def schema(self) -> dict[str, Any]:
        """An object with these properties."""
        properties = {name: value.schema() for name, value in self.fields.items()}
        about = {"type": "object", "properties": properties, "additionalProperties": False}
        return _described(about | ({"required": list(self.required)} if self.required else {}), self.about)


class TextOr(NamedTuple):
    """A string, or something longer: `words: {布署: 部署}` beside `words: {布署: {to: 部署, …}}`."""

    text: Field
    longer: Field
    name: str

    def read(self, node: Node) -> Plain:
        """The longer form; a string stands for its field `name`."""
        if isinstance(node, Scalar):
            known = self.longer.fields if isinstance(self.longer, Record) else {}
            return dict.fromkeys(known) | {self.name: self.text.read(node)}
        return self.longer.read(node)

    def schema(self) -> dict[str, Any]:
        """Either of the two."""
        return {"anyOf": [self.text.schema(), self.longer.schema()]}


def scalar_of(node: Node) -> Scalar:
    """The node as a single value; raises `Wrong` if it is a list or mapping."""
    if not isinstance(node, Scalar):
        raise Wrong(node.place, Say("应为单个值。", "expected a single value"))
    return node


def mapping_of(node: Node) -> Mapping:
    """The node as a mapping; raises `Wrong` if it is none."""
    if not isinstance(node, Mapping):
        raise Wrong(node.place, Say("应为“键: 值”。", "expected a mapping of keys to values"))
    return node


def unknown(place: Place, found: str, known: Iterable[str], what: Say) -> Wrong:
    """The mistake of naming something that does not exist, with what was probably meant and what is allowed."""
    names = list(known)
    near = nearest(found, names)
    zh, en = f"没有名为“{found}”的{what.zh}", f"unknown {what.en} “{found}”"
    if near:
        zh, en = f"{zh}，是否想写“{near}”？", f"{en}; did you mean “{near}”?"
    else:
        zh, en = f"{zh}。", f"{en}."
    return Wrong(place, Say(f"{zh}可用的有：{'、'.join(names)}。", f"{en} Allowed: {', '.join(names)}."))


def nearest(found: str, known: Iterable[str]) -> str | None:
    """The name that was probably meant, or `None` if none is like it."""
    import difflib  # only for mistakes

    names = list(known)
    if not found:
        return None
    near = [name for name in names if name.startswith(found)] or difflib.get_close_matches(found, names, 1)
    return near[0] if near else None


def _described(schema: dict[str, Any], about: str) -> dict[str, Any]:
    return schema | {"description": about} if about else schema
