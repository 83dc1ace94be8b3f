"""Kind `fact`: typed facts bound to names, and an expression that must hold."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from lint_reports.language import Say
from lint_reports.rulelang.located import Scalar, Wrong, inner_place
from lint_reports.rulelang.schema import Field, MapOf, Plain, Text
from lint_reports.rulelang.spec import Named, Wanted

_MAX_LISTS = 2
_NAME = re.compile("[a-z][a-z0-9_]*")


def _scalar(scalar: Scalar) -> Scalar:
    """The value with its place: what it means depends on the other fields."""
    return scalar


def _name(scalar: Scalar) -> str:
    if not _NAME.fullmatch(scalar.text):
        zh = f"“{scalar.text}”不能作名字：应为小写字母开头，只含小写字母、数字和下划线。"
        en = f"“{scalar.text}” is no name: a small letter first, then small letters, digits and underscores"
        raise Wrong(scalar.place, Say(zh, en))
    return scalar.text


FIELDS: Mapping[str, Field] = {
    "find": MapOf(
        Text("a path to a fact, for example roles.signature.date; with ? it may be unknown", _scalar, 200),
        "names for facts",
        _name,
    ),
    "when": Text("an expression that must hold for the rule to apply", _scalar, 1000),
    "assert": Text("an expression that must hold", _scalar, 1000),
}
REQUIRED: tuple[str, ...] = ("find", "assert")
SCOPED: tuple[str, ...] = ("genre",)


def settle(options: Mapping[str, Plain], wanted: Wanted) -> Mapping[str, Plain]:
    """Types every name, turns expressions into trees and places into paths."""
    # Imported here: only reading rule files needs the types of facts.
    from lint_reports.rulelang.expr import types
    from lint_reports.rulelang.expr.conditions import conditions
    from lint_reports.rulelang.expr.messages import ExpressionError
    from lint_reports.rulelang.reading import expression

    names = dict(types.roots())
    find = {}
    for name, scalar in options["find"].items():
        path, optional = scalar.text.removesuffix("?"), scalar.text.endswith("?")
        try:
            found = types.field_path(path)
        except ExpressionError as error:
            raise Wrong(inner_place(scalar, error.offset), error.say) from None
        each = found.kind is types.Kind.LIST
        member = found.item if each and found.item is not None else found
        names[name] = member._replace(optional=member.optional and optional)
        find[name] = (tuple(path.split(".")), each, optional)
    _check_lists(options, find)
    _check_at(wanted)
    when = expression(options["when"], names) if options["when"] else None
    lists = [name for name, (_, each, _) in find.items() if each]
    return {
        "find": find,
        **conditions(when, expression(options["assert"], names), lists)._asdict(),
        "values": {one.name: expression(_shown(one, names), names, None) for one in wanted.values},
        "places": {one.name: _place(one.name, one.place, names) for one in wanted.places},
    }


def _shown(named: Named, names: Mapping[str, Any]) -> Scalar:
    """An expression in a message; a list and a record that is nowhere written cannot be shown."""
    from lint_reports.rulelang.expr import types

    found = names.get(named.name)
    kind = found.kind if found is not None else None
    record = found.of if found is not None and kind is types.Kind.RECORD else None
    if kind is types.Kind.LIST or (record is not None and not {"text", "value"} & set(types.fields(record))):
        zh = f"“{named.name}”不是一个值，不能放进提示；请写出它的一个字段。"
        raise Wrong(named.place, Say(zh, f"“{named.name}” is no single value and cannot be shown; name a field of it"))
    return Scalar(named.place, named.name, plain=True, exact=named.exact)


def _check_lists(options: Mapping[str, Plain], find: Mapping[str, Plain]) -> None:
    lists = [name for name, (_, each, _) in find.items() if each]
    if len(lists) > _MAX_LISTS:
        zh = f"find 至多绑定 {_MAX_LISTS} 个列表，这里有 {len(lists)} 个：逐一组合会太慢。"
        raise Wrong(
            options["find"][lists[-1]].place, Say(zh, f"at most {_MAX_LISTS} lists can be bound; here are {len(lists)}")
        )


def _check_at(wanted: Wanted) -> None:
    if "at" not in wanted.fields:
        raise Wrong(
            wanted.rule, Say("fact 规则要用 at 说明报在哪里。", "a rule of kind fact says with `at` where to report")
        )


def _place(name: str, place: Any, names: Any) -> tuple[str, ...]:
    from lint_reports.rulelang.expr import types
    from lint_reports.rulelang.expr.messages import ExpressionError

    try:
        return types.place(name, names)
    except ExpressionError as error:
        raise Wrong(place, error.say) from None


def triggers(_options: Mapping[str, Plain]) -> None:
    """Unknown: facts are worked out once for all rules."""
    return
