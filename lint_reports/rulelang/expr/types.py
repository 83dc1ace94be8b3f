"""The types of facts, taken from the annotations of `lint_reports.facts`.

Made only when a rule file is read. A fact that is added to `facts.py` can be named in rules at once.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Mapping
from decimal import Decimal
from enum import StrEnum
from functools import cache
from types import UnionType
from typing import Any, NamedTuple, Union, get_args, get_origin, get_type_hints

from lint_reports.facts import Facts
from lint_reports.figures import Figures
from lint_reports.language import Say
from lint_reports.rulelang.expr import messages
from lint_reports.rulelang.expr.messages import ExpressionError
from lint_reports.text import Span

_PLACE = "span"
_STEP = re.compile(r"[a-z][a-z0-9_]*\Z")


class Kind(StrEnum):
    """The sorts of values that expressions know."""

    INT = "int"
    DECIMAL = "decimal"
    STR = "str"
    BOOL = "bool"
    DATE = "date"
    ENUM = "enum"
    LIST = "list"
    RECORD = "record"


class Type(NamedTuple):
    """The type of a fact.

    Attributes:
        kind: what sort of value.
        of: the class of an enumeration or a record; `float` for decimals that the analysis keeps as floats.
        item: of a list, the type of its members.
        optional: it may be unknown.
    """

    kind: Kind
    of: type | None = None
    item: Type | None = None
    optional: bool = False

    @property
    def name(self) -> Say:
        """What messages call it."""
        if self.of is not None and self.kind in {Kind.ENUM, Kind.RECORD}:
            return Say(f"“{self.of.__name__}”", f"a `{self.of.__name__}`")
        return _NAMES[self.kind]

    @property
    def values(self) -> tuple[str, ...]:
        """The values of an enumeration; empty for other types."""
        if self.of is None or not issubclass(self.of, StrEnum):
            return ()
        return tuple(member.value for member in self.of)


INT = Type(Kind.INT)
DECIMAL = Type(Kind.DECIMAL)
FLOAT = Type(Kind.DECIMAL, float)
STR = Type(Kind.STR)
BOOL = Type(Kind.BOOL)
DATE = Type(Kind.DATE)

_SCALARS: Mapping[object, Type] = {
    int: INT,
    Decimal: DECIMAL,
    float: FLOAT,
    str: STR,
    bool: BOOL,
    datetime.date: DATE,
}

_NAMES: Mapping[Kind, Say] = {
    Kind.INT: Say("整数", "a whole number"),
    Kind.DECIMAL: Say("小数", "a decimal"),
    Kind.STR: Say("文字", "a text"),
    Kind.BOOL: Say("真假判断", "a condition"),
    Kind.DATE: Say("日期", "a date"),
    Kind.ENUM: Say("枚举", "an enumeration"),
    Kind.LIST: Say("列表", "a list"),
    Kind.RECORD: Say("记录", "a record"),
}


def kinds_name(kinds: frozenset[Kind]) -> Say:
    """What messages call a choice of kinds, in the order of `Kind`."""
    names = [_NAMES[kind] for kind in Kind if kind in kinds]
    return Say("或".join(name.zh for name in names), " or ".join(name.en for name in names))


@cache
def roots() -> Mapping[str, Type]:
    """The names that an expression or a path may start from: the properties of `Facts`, in their order."""
    return _known_types(_properties(Facts))


@cache
def fields(record: type) -> Mapping[str, Type]:
    """The fields and properties of a record that rules may name, in their order.

    Spans are left out: places are not compared in rules. See `place`.
    """
    return _known_types({**_hints(record), **_properties(record)})


def member(owner: Type, name: str, offset: int) -> Type:
    """The type of one field; it is optional if its owner is.

    Args:
        owner: what stands before the dot.
        name: what stands behind it.
        offset: where to report a mistake.

    Raises:
        ExpressionError: there is no such field.
    """
    allowed = fields(owner.of) if owner.kind is Kind.RECORD and owner.of is not None else {}
    if name not in allowed:
        raise ExpressionError(messages.unknown_field(owner.name, name, tuple(allowed)), offset)
    found = allowed[name]
    return found._replace(optional=found.optional or owner.optional)


def field_path(path: str, names: Mapping[str, Type] | None = None) -> Type:
    """The type of what a path such as `roles.signature.date` leads to; optional if any step is.

    Args:
        path: names with dots between them.
        names: what the first may be; the facts if left out.

    Raises:
        ExpressionError: a step does not exist; the offset is that of the step.
    """
    known = roots() if names is None else names
    first, *rest = _steps(path)
    if first not in known:
        raise ExpressionError(messages.unknown_name(first, tuple(known)), 0)
    found, offset = known[first], len(first) + 1
    for step in rest:
        found = member(found, step, offset)
        offset += len(step) + 1
    return found


def place(path: str, names: Mapping[str, Type]) -> tuple[str, ...]:
    """The attributes that lead to the `Span` of what a path names.

    A record has its `span`; the field `year` of a record that also has `year_span` has that one:
    `signed` gives `signed.span`, `signed.year` gives `signed.year_span`.

    Args:
        path: names with dots between them.
        names: what the first may be.

    Raises:
        ExpressionError: a step does not exist, or what it names is written nowhere.
    """
    found, steps = field_path(path, names), _steps(path)
    if _PLACE in _spans(found):
        return (*steps, _PLACE)
    owner = field_path(".".join(steps[:-1]), names) if len(steps) > 1 else None
    if owner is not None and f"{steps[-1]}_{_PLACE}" in _spans(owner):
        return (*steps[:-1], f"{steps[-1]}_{_PLACE}")
    raise ExpressionError(messages.no_place(path, _placed(owner, names)), path.rfind(".") + 1)


def has_place(path: str, names: Mapping[str, Type]) -> bool:
    """Whether what a path names is written somewhere.

    Raises:
        ExpressionError: a step does not exist.
    """
    field_path(path, names)
    try:
        place(path, names)
    except ExpressionError:
        return False
    return True


def _placed(owner: Type | None, names: Mapping[str, Type]) -> tuple[str, ...]:
    """The names beside a wrong one that do have places."""
    siblings = names if owner is None or owner.of is None else fields(owner.of)
    spans = frozenset[str]() if owner is None else _spans(owner)
    return tuple(name for name, found in siblings.items() if _PLACE in _spans(found) or f"{name}_{_PLACE}" in spans)


def _steps(path: str) -> list[str]:
    steps = path.split(".")
    if not all(_STEP.match(step) for step in steps):
        raise ExpressionError(messages.odd_path(path), 0)
    return steps


def _spans(owner: Type) -> frozenset[str]:
    if owner.kind is not Kind.RECORD or owner.of is None:
        return frozenset()
    return frozenset(name for name, hint in _hints(owner.of).items() if hint is Span)


def _hints(owner: object) -> Mapping[str, Any]:
    """Annotations, also those that name what `facts` and its neighbours import for types only."""
    return get_type_hints(owner, localns={"datetime": datetime, "Decimal": Decimal, "Figures": Figures})


def _properties(owner: type) -> Mapping[str, Any]:
    return {
        name: _hints(found.fget)["return"]
        for name, found in vars(owner).items()
        if isinstance(found, property) and not name.startswith("_")
    }


def _known_types(hints: Mapping[str, Any]) -> Mapping[str, Type]:
    found = {name: _type_of(hint) for name, hint in hints.items()}
    return {name: type_ for name, type_ in found.items() if type_ is not None}


def _type_of(hint: Any) -> Type | None:
    """The type of an annotation; `None` if expressions have no such values."""
    origin, parts = get_origin(hint), get_args(hint)
    if origin in {Union, UnionType}:
        return _optional(parts)
    if origin is tuple:
        item = _type_of(parts[0]) if parts[1:] == (...,) else None
        return Type(Kind.LIST, item=item) if item else None
    if isinstance(hint, type) and issubclass(hint, StrEnum):
        return Type(Kind.ENUM, hint)
    if isinstance(hint, type) and _is_record(hint):
        return Type(Kind.RECORD, hint)
    return _SCALARS.get(hint)


def _is_record(hint: type) -> bool:
    """Whether a class has fields that rules may name: a named tuple, or a protocol of what is worked out when asked."""
    return (issubclass(hint, tuple) and hint is not Span) or getattr(hint, "_is_protocol", False)


def _optional(parts: tuple[Any, ...]) -> Type | None:
    known = [part for part in parts if part is not type(None)]
    found = _type_of(known[0]) if len(known) == 1 else None
    return found._replace(optional=True) if found else None
