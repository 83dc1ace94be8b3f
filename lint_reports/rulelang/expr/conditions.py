"""What must hold, taken apart: which conditions need which names, and in which order they are best asked.

A set of facts is reported if all conditions have the value that is wanted. So they can be asked in any order, the
cheapest first; those that need only one fact of a list throw out most of the list before anything is combined.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from typing import NamedTuple

from lint_reports.rulelang.expr.evaluate import Tree

Condition = tuple[Tree, bool]
"""A tree, and the value that it must have; as plain data, for the cache."""

_LOOP = 50
"""What a comprehension is taken to cost, in fields read."""
_COMPARISON = 4
"""What comparing a field with a constant costs."""
_ITEM: Tree = ("item",)


class Conditions(NamedTuple):
    """Conditions by what they need.

    Attributes:
        once: no name of a list: they are asked once of a document.
        alone: by the name of a list, those of one of its members and nothing else, which is the tree `item`.
        joint: all others.
    """

    once: tuple[Condition, ...]
    alone: Mapping[str, tuple[Condition, ...]]
    joint: tuple[Condition, ...]


def conditions(when: Tree | None, holds: Tree, lists: Collection[str]) -> Conditions:
    """The conditions of a report.

    Args:
        when: must be true, if there is one.
        holds: must be false.
        lists: the names that stand for the members of lists.
    """
    both: list[Condition] = [*((part, True) for part in _conjuncts(when)), (holds, False)]
    both.sort(key=_order)
    needs = [(condition, _names(condition[0])) for condition in both]
    alone = {
        name: tuple((_of_item(tree, name), wanted) for (tree, wanted), used in needs if used == {name})
        for name in lists
    }
    once = tuple(condition for condition, used in needs if used.isdisjoint(lists))
    joint = tuple(condition for condition, used in needs if not used.isdisjoint(lists) and len(used) > 1)
    return Conditions(once, alone, joint)


def _conjuncts(tree: Tree | None) -> Iterator[Tree]:
    """The parts that must all be true for the whole to be."""
    if tree is not None and tree[0] == "and":
        for part in tree[1:]:
            yield from _conjuncts(part)
    elif tree is not None:
        yield tree


def _names(tree: Tree) -> set[str]:
    """The names in a tree, also the variables of its comprehensions."""
    if tree[0] == "name":
        return {tree[1]}
    return set().union(*(_names(part) for part in tree[1:] if isinstance(part, tuple)))


def _order(condition: Condition) -> int:
    """When to ask a condition: after those that cost less and those that leave less to be asked.

    Nearly all facts meet what is asserted, so it throws out the most; only what compares one field comes before it.
    """
    tree, wanted = condition
    cost = _cost(tree)
    return cost if wanted or cost >= _LOOP else min(cost, _COMPARISON)


def _cost(tree: Tree) -> int:
    own = _LOOP if tree[0] == "each" else 1
    return own + sum(_cost(part) for part in tree[1:] if isinstance(part, tuple))


def _of_item(tree: Tree, name: str) -> Tree:
    """The same tree, asked of the member itself."""
    if tree == ("name", name):
        return _ITEM
    return tuple(_of_item(part, name) if isinstance(part, tuple) else part for part in tree)
