"""The JSON Schema of rule files, for editors. Made from the same tables of fields that read them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from lint_reports.rulelang import fields
from lint_reports.rulelang.schema import Record, Unread
from lint_reports.rulelang.spec import Kind

_DIALECT = "https://json-schema.org/draft/2020-12/schema"


def rule_schema(kinds: Mapping[str, Kind]) -> dict[str, Any]:
    """The schema of a rule file.

    Args:
        kinds: the table of kinds; each adds its own fields to those of every rule.
    """
    rule = {
        "type": "object",
        "required": ["kind"],
        "properties": {"kind": {"enum": list(kinds)}},
        "oneOf": [_rule(name, kind) for name, kind in kinds.items()],
    }
    pack = Record({**fields.PACK, "rules": Unread(rule)}, ("pack", "title", "rules")).schema()
    return {"$schema": _DIALECT, "title": "lint-reports: rule file", **pack}


def _rule(name: str, kind: Kind) -> dict[str, Any]:
    schema = Record({**fields.COMMON, **kind.FIELDS}, (*fields.REQUIRED, *kind.REQUIRED)).schema()
    schema["properties"]["kind"] = {"const": name}
    return schema
