r"""Patterns that find in a text of many lines what they find in each line alone.

Then one search over a whole document does for all of its blocks. A pattern does if nothing in it can match a line end,
and `^` and `$` mean lines: `[^，]` is therefore written `[^\n，]`, and `\s` without the line end. What cannot be
written so, such as `\Z`, is left as it is and runs on each block.
"""

from __future__ import annotations

import re
from typing import Any, NamedTuple

from lint_reports.rulelang.literals import SRE, parsed_by_re, parts_of

_PART = re.compile(r"\\.|\[\^?\]?(?:\\.|[^\]\\])*\]|.", re.DOTALL)
_LINE_END = ord("\n")
LINES = "(?m)"
"""What such a pattern begins with."""


class Linewise(NamedTuple):
    """A pattern for a text of many lines.

    Attributes:
        source: the pattern.
        begins: every match begins where a line begins.
    """

    source: str
    begins: bool


def linewise(source: str) -> Linewise | None:
    """The same pattern for a text of many lines; `None` if there is none, or it cannot be told."""
    written = LINES + "".join(_without_line_end(part) for part in _PART.findall(source))
    parsed = parsed_by_re(written)
    return None if parsed is None or _crosses_lines(parsed) else Linewise(written, _begins(parsed))


def _without_line_end(part: str) -> str:
    if part == r"\s":
        return r"[^\S\n]"
    if part.startswith("[^") and not part.startswith("[^]"):
        return r"[^\n" + part[2:]
    return part


def _crosses_lines(items: Any) -> bool:
    """Whether a part of a pattern can match a line end, or asks for the ends of the whole text."""
    return any(_crosses(op, value) for op, value in items)


def _crosses(op: Any, value: Any) -> bool:
    if op is SRE.LITERAL:
        return bool(value == _LINE_END)
    if op is SRE.NOT_LITERAL:
        return bool(value != _LINE_END)
    if op is SRE.IN:
        return _holds_line_end(value)
    if op is SRE.AT:
        return value not in (SRE.AT_BEGINNING, SRE.AT_END)
    if op in (SRE.ANY, SRE.GROUPREF):
        return False
    parts = parts_of(op, value)
    return not parts or any(_crosses_lines(part) for part in parts)


def _holds_line_end(items: Any) -> bool:
    negated = held = False
    for op, value in items:
        if op is SRE.NEGATE:
            negated = True
        elif op is SRE.LITERAL:
            held |= value == _LINE_END
        elif op is SRE.RANGE:
            held |= value[0] <= _LINE_END <= value[1]
        else:
            held |= value in (SRE.CATEGORY_SPACE, SRE.CATEGORY_NOT_DIGIT, SRE.CATEGORY_NOT_WORD)
    return held is not negated


def _begins(items: Any) -> bool:
    for op, value in items:
        if op is SRE.AT:
            return bool(value is SRE.AT_BEGINNING)
        if op is SRE.SUBPATTERN:
            return _begins(value[3])
        return op is SRE.BRANCH and all(_begins(branch) for branch in value[1])
    return False
