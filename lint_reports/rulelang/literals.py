"""What can be known of a pattern before it runs: literals that every match contains, and how far a match reaches.

One pass over the document finds the literals of all rules; a pattern then runs only round its own hits. Both are read
off the standard library's regex parser. It is private: where it has changed, nothing is known, and patterns simply
run everywhere.
"""

from __future__ import annotations

import math
import re
import warnings
from collections.abc import Collection, Iterator
from importlib import import_module
from typing import Any, NamedTuple

from lint_reports.rulelang.frequency import expected

try:
    SRE: Any = import_module("re._constants")
    _regex_parser: Any = import_module("re._parser")
except ImportError:  # pragma: no cover - another Python
    SRE = _regex_parser = None

_FILLER = "\ufffc"
"""Stands for what is masked: in what patterns see, but not in the folded text that is searched for literals."""
_MAX_ALTERNATIVES = 200
_MAX_PRODUCT = 100
_MAX_CLASS = 64
_MAX_REPEATED = 3
_MAX_ITEMS = 12
"""Items side by side that are joined to longer and longer literals."""
_UNBOUNDED = math.inf
_REPEATS = (SRE.MAX_REPEAT, SRE.MIN_REPEAT, SRE.POSSESSIVE_REPEAT) if SRE else ()
_NO_WIDTH = (SRE.AT, SRE.ASSERT_NOT) if SRE else ()

_ROOM = 0.01
"""What it costs to look for one more literal, in hits: all share the processor's cache."""
_EVERYWHERE = 40.0
"""From so many hits on it is quicker to search every block than to look round each hit."""


class Reach(NamedTuple):
    """What is known of a pattern.

    Attributes:
        literals: strings of which every match contains one; empty if there are none.
        width: the most code points that a match and what it looks at before and after can span together; `None` if
            there is no bound.
    """

    literals: tuple[str, ...]
    width: int | None


NOTHING_KNOWN = Reach((), None)


def reach_of(pattern: str) -> Reach:
    """Reads literals and reach off a pattern that compiles.

    Args:
        pattern: in the syntax of `re`. One that only the `regex` package understands tells nothing.
    """
    parsed = parsed_by_re(pattern)
    if parsed is None:
        return NOTHING_KNOWN
    width = _width(parsed, {})
    best = _best(parsed)
    if best and cost(best) > _EVERYWHERE:
        best = None
    return Reach(tuple(sorted(_shortest(best or ()))), None if width == _UNBOUNDED else int(width))


def _shortest(literals: Collection[str]) -> Iterator[str]:
    """Those in which no other one stands: where a longer one is, the shorter one is found, too."""
    return (one for one in literals if not any(other in one for other in literals if other != one))


def parsed_by_re(pattern: str) -> Any:
    """A pattern as the parser of `re` reads it; `None` where it does not, or where there is no such parser."""
    if _regex_parser is None:
        return None
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of [[ and its like, which Python may one day read as sets of characters
            return _regex_parser.parse(pattern)
    except re.error:
        return None


def cost(literals: frozenset[str]) -> float:
    """How many hits a set of literals is expected to make in 5,000 characters, and what room it takes."""
    return sum(map(expected, literals)) + _ROOM * len(literals)


def _best(items: Any) -> frozenset[str] | None:
    """The cheapest set of literals of which every match of a sequence contains one."""
    found = [literals for literals in _required(items) if literals is not None and _usable(literals)]
    return min(found, key=lambda literals: (cost(literals), sorted(literals)), default=None)


def _usable(literals: frozenset[str]) -> bool:
    return bool(literals) and "" not in literals and _FILLER not in "".join(literals)


def _required(items: Any) -> Iterator[frozenset[str] | None]:
    """Sets of strings of which every match of a sequence contains one."""
    before: list[frozenset[str]] = []  # what stands right before an item: of the last item, the last two, and so on
    for op, value in _flat(items):
        if op in _NO_WIDTH:
            continue  # what stands before it stands before the next item, too
        exact = _exact_sequence(value[1]) if op is SRE.ASSERT and (value[0] > 0 or not before) else _exact(op, value)
        after = _joined(before, exact if exact is not None else _least(op, value))
        yield from after
        if exact is None:
            yield _inside(op, value)
        if op is not SRE.ASSERT or (exact is not None and value[0] < 0):
            before = after if exact is not None else after[-1:]


def _joined(before: list[frozenset[str]], here: frozenset[str] | None) -> list[frozenset[str]]:
    """What stands before an item with what stands there, which comes last; nothing if that is not known."""
    if here is None:
        return []
    return [*(both for one in before[-_MAX_ITEMS:] if (both := _product(one, here)) is not None), here]


def _least(op: Any, value: Any) -> frozenset[str] | None:
    """What the least number of repeats makes: it stands at the beginning of them all, and at their end."""
    if op not in _REPEATS or value[0] < 1:
        return None
    return _repeated(_exact_sequence(value[2]), min(value[0], _MAX_REPEATED))


def _flat(items: Any) -> Iterator[tuple[Any, Any]]:
    """The items of a sequence, with those of its groups in their places."""
    for op, value in items:
        if op is SRE.SUBPATTERN and not value[1] and not value[2]:
            yield from _flat(value[3])
        else:
            yield op, value


def _exact(op: Any, value: Any) -> frozenset[str] | None:
    """All strings that one item can match, if they are few; what has no width matches an empty one."""
    if op is SRE.LITERAL:
        return frozenset({chr(value)})
    if op is SRE.IN:
        return _class(value)
    if op in _NO_WIDTH:
        return frozenset({""})
    return _exact_group(op, value)


def _exact_group(op: Any, value: Any) -> frozenset[str] | None:
    if op is SRE.SUBPATTERN and not value[1] and not value[2]:
        return _exact_sequence(value[3])
    if op is SRE.BRANCH:
        return _union([_exact_sequence(branch) for branch in value[1]])
    if op in _REPEATS and value[1] <= _MAX_REPEATED:
        once = _exact_sequence(value[2])
        return _union([_repeated(once, times) for times in range(value[0], value[1] + 1)])
    return None


def _exact_sequence(items: Any) -> frozenset[str] | None:
    strings: frozenset[str] | None = frozenset({""})
    for op, value in items:
        exact = _exact(op, value)
        strings = _product(strings, exact) if strings is not None and exact is not None else None
        if strings is None:
            return None
    return strings


def _class(items: Any) -> frozenset[str] | None:
    chars: set[str] = set()
    for op, value in items:
        if op is SRE.LITERAL:
            chars.add(chr(value))
        elif op is SRE.RANGE and value[1] - value[0] < _MAX_CLASS:
            chars |= {chr(code) for code in range(value[0], value[1] + 1)}
        else:
            return None
    return frozenset(chars) if len(chars) <= _MAX_CLASS else None


def _inside(op: Any, value: Any) -> frozenset[str] | None:
    """The literals required by an item that is no fixed string: a group, a repeat, a look-around."""
    if op is SRE.SUBPATTERN:
        return _best(value[3])
    if op is SRE.BRANCH:
        return _union([_best(branch) for branch in value[1]])
    if op in _REPEATS and value[0] >= 1:
        return _best(value[2])
    if op is SRE.ASSERT:
        return _best(value[1])
    return _best(value) if op is SRE.ATOMIC_GROUP else None


def _repeated(once: frozenset[str] | None, times: int) -> frozenset[str] | None:
    """The strings that so many repeats make: ，{2} makes ，，."""
    strings: frozenset[str] | None = frozenset({""})
    for _ in range(times):
        strings = _product(strings, once) if strings is not None and once is not None else None
    return strings


def _union(sets: list[frozenset[str] | None]) -> frozenset[str] | None:
    if any(one is None for one in sets):
        return None
    union = frozenset().union(*(one for one in sets if one is not None))
    return union if len(union) <= _MAX_ALTERNATIVES else None


def _product(before: frozenset[str], after: frozenset[str]) -> frozenset[str] | None:
    if len(before) * len(after) > _MAX_PRODUCT:
        return None
    return frozenset(first + second for first in before for second in after)


def _width(items: Any, groups: dict[int, float]) -> float:
    """The most code points that a sequence can span; notes the same of its groups, for what refers back to them."""
    return sum(_item_width(op, value, groups) for op, value in items)


def _item_width(op: Any, value: Any, groups: dict[int, float]) -> float:
    if op in (SRE.LITERAL, SRE.NOT_LITERAL, SRE.IN, SRE.ANY):
        return 1
    if op is SRE.GROUPREF:
        return groups.get(value, _UNBOUNDED)
    if op in _REPEATS:
        inner = _width(value[2], groups)
        return _UNBOUNDED if value[1] is SRE.MAXREPEAT and inner else value[1] * inner if inner else 0
    widths = [_width(part, groups) for part in parts_of(op, value)]
    width = max(widths) if widths else 0 if op is SRE.AT else _UNBOUNDED
    if op is SRE.SUBPATTERN and value[0] is not None:
        groups[value[0]] = width
    return width


def parts_of(op: Any, value: Any) -> list[Any]:
    """The sequences inside one item of a parsed pattern."""
    if op is SRE.SUBPATTERN:
        return [value[3]]
    if op is SRE.BRANCH:
        return list(value[1])
    if op in _REPEATS:
        return [value[2]]
    if op in (SRE.ASSERT, SRE.ASSERT_NOT):
        return [value[1]]
    if op is SRE.GROUPREF_EXISTS:
        return [part for part in value[1:] if part is not None]
    return [value] if op is SRE.ATOMIC_GROUP else []
