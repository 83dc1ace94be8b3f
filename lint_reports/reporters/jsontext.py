"""JSON in pieces. What stands often in a report is written out by the format that needs it, with texts quoted here.

`json` would go over every key of every finding again, which takes three times as long, and takes 2 ms to load.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

try:
    from _json import encode_basestring as quoted  # what `json` takes it from
except ImportError:
    from json.encoder import encode_basestring as quoted

__all__ = ["array", "lines", "quoted"]


def array(items: Iterable[str]) -> str:
    """An array of what is JSON already."""
    return f"[{', '.join(items)}]"


def lines(items: Iterable[str], indent: str = "") -> Iterator[str]:
    """What stands between the brackets of a long array, as soon as each item is there: each begins on a new line."""
    start = f"\n{indent}"
    for item in items:
        yield start + item
        start = f",\n{indent}"
