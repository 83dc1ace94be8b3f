"""The JSON Schema of configuration files, for editors. Made from the same table of fields that reads them."""

from __future__ import annotations

from typing import Any

from lint_reports.configuration.fields import FIELDS
from lint_reports.rulelang.schema import Record

_DIALECT = "https://json-schema.org/draft/2020-12/schema"


def config_schema() -> dict[str, Any]:
    """The schema of `lint-reports.yaml`, and of `[tool.lint-reports]` in a `pyproject.toml`."""
    return {"$schema": _DIALECT, "title": "lint-reports: configuration", **Record(FIELDS).schema()}
