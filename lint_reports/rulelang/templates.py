"""Messages and replacements with named places: `落款日期为{signed}`."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from functools import lru_cache

from lint_reports.patterns import lazy

_PLACEHOLDER = lazy(r"\{([^{}]*)\}")


def placeholders(template: str) -> Iterator[tuple[str, int]]:
    """The names in a template, each with the offset of its first character."""
    return ((found.group(1), found.start(1)) for found in _PLACEHOLDER.finditer(template))


def stray_brace(template: str) -> int:
    """The offset of a brace that belongs to no placeholder, or -1."""
    rest = _PLACEHOLDER.sub(lambda found: " " * len(found.group()), template)
    found = re.search("[{}]", rest)
    return found.start() if found else -1


def render(template: str, values: Mapping[str, str]) -> str:
    """The template with every name replaced by its value."""
    return fill(template, values.__getitem__)


def fill(template: str, value_of: Callable[[str], str]) -> str:
    """The template with every name replaced by what a function says of it."""
    pieces = [*_pieces(template)]
    pieces[1::2] = map(value_of, pieces[1::2])
    return "".join(pieces)


@lru_cache(maxsize=4096)
def _pieces(template: str) -> tuple[str, ...]:
    """A template cut at its names, which are every second piece."""
    return tuple(_PLACEHOLDER.split(template))
