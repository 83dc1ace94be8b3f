"""The source of an expression, checked and made into a tree.

Python's own parser reads it, after `tokens` has looked at every character. What comes out is judged node by node
against a whitelist (`_FORMS`) and the types of the facts. Loaded only when a rule file is read: a run takes trees from
the cache, and `evaluate` needs neither this module nor `ast`.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

from lint_reports.language import Say
from lint_reports.rulelang.expr import functions, messages, operands
from lint_reports.rulelang.expr.evaluate import Tree
from lint_reports.rulelang.expr.messages import ExpressionError
from lint_reports.rulelang.expr.operands import Operand
from lint_reports.rulelang.expr.tokens import MAX_DEPTH, scan
from lint_reports.rulelang.expr.types import BOOL, DECIMAL, INT, STR, Kind, Type, member

MAX_NODES = 200
"""Of the parts of an expression: names, constants, operations, calls."""
MAX_LOOPS = 2
"""Of comprehensions inside comprehensions."""

_DECIMAL = re.compile(r"[0-9]+\.[0-9]+")


class _Scope(NamedTuple):
    """Where a node stands.

    Attributes:
        source: what Python's parser was given.
        shift: how many spaces before it were left out.
        names: what may be named here.
        loops: how many comprehensions it stands in.
    """

    source: str
    shift: int
    names: Mapping[str, Type]
    loops: int = 0

    def offset(self, node: ast.expr) -> int:
        """Where a node begins, in code points; Python counts bytes."""
        return self.shift + len(self.source.encode()[: node.col_offset].decode())

    def error(self, say: Say, node: ast.expr) -> ExpressionError:
        """A mistake at a node."""
        return ExpressionError(say, self.offset(node))


def parse(source: str, names: Mapping[str, Type], wanted: Type | None = BOOL) -> Tree:
    """Check an expression and make it a tree.

    Args:
        source: the expression as it stands in the rule file.
        names: what it may name, and the types of that.
        wanted: the type it has to have; `None` for any.

    Returns:
        Nested tuples of strings, whole numbers and booleans: for `evaluate`, and fit for `marshal`.

    Raises:
        ExpressionError: it is no expression of this language, or of another type.
    """
    found = read(source, names)
    what = Say("表达式的值", "the value of the expression")
    if wanted == BOOL:
        operands.condition(found, what)
    elif wanted is not None and not operands.fits(found.type, wanted):
        raise ExpressionError(messages.wrong_type(what, wanted.name, found.type.name), found.offset)
    return found.tree


def read(source: str, names: Mapping[str, Type]) -> Operand:
    """Check an expression and say also of what type it is.

    Args:
        source: the expression as it stands in the rule file.
        names: what it may name, and the types of that.

    Raises:
        ExpressionError: it is no expression of this language.
    """
    text = scan(source)
    body = text.lstrip(" ")
    scope = _Scope(body, len(text) - len(body), names)
    try:
        root = ast.parse(body, mode="eval").body
    except SyntaxError as error:
        # At the end of the source some versions of Python say 0, some say more than there is.
        at, end = (error.offset or 0) - 1, len(body.rstrip(" "))
        raise ExpressionError(messages.unreadable(), scope.shift + (at if 0 <= at <= end else end)) from None
    except (ValueError, MemoryError, RecursionError):
        # What these say of the source depends on the version of Python; to the author it is all the same.
        raise ExpressionError(messages.unreadable(), scope.shift) from None
    _measure(root, scope)
    return operands.exact(_check(root, scope))


def _measure(root: ast.expr, scope: _Scope) -> None:
    """Refuse what is too large, before anything walks it by recursion."""
    parts, rest = 0, [(root, 1)]
    while rest:
        node, depth = rest.pop()
        parts += 1
        if depth > MAX_DEPTH:
            raise scope.error(messages.too_deep(MAX_DEPTH), node)
        if parts > MAX_NODES:
            raise scope.error(messages.too_many_parts(MAX_NODES), root)
        rest += [(child, depth + 1) for child in _children(node)]


def _children(node: ast.expr) -> list[ast.expr]:
    """The expressions right below one, through whatever stands between (a comprehension, a keyword)."""
    found: list[ast.expr] = []
    for child in ast.iter_child_nodes(node):
        below = [child] if isinstance(child, ast.expr) else ast.iter_child_nodes(child)
        found += [part for part in below if isinstance(part, ast.expr)]
    return found


def _check(node: ast.expr, scope: _Scope) -> Operand:
    check = _FORMS.get(type(node))
    if check is None:
        raise scope.error(_REFUSED.get(type(node), messages.unsupported)(), node)
    return check(node, scope)


def _constant(node: ast.Constant, scope: _Scope) -> Operand:
    offset, value = scope.offset(node), node.value
    if isinstance(value, bool):
        return Operand(("const", value), BOOL, offset)
    if isinstance(value, int):
        return Operand(("const", value), INT, offset)
    if isinstance(value, str):
        return Operand(("const", value), STR, offset)
    if not isinstance(value, float):
        raise scope.error(messages.unsupported(), node)
    # The digits as written: the float has already lost some of them.
    written = _DECIMAL.match(scope.source, offset - scope.shift)
    if written is None:
        raise scope.error(messages.odd_number(), node)
    return Operand(("decimal", written.group()), DECIMAL, offset)


def _name(node: ast.Name, scope: _Scope) -> Operand:
    if node.id not in scope.names:
        if node.id in functions.FUNCTIONS:
            raise scope.error(messages.function_as_name(node.id), node)
        raise scope.error(messages.unknown_name(node.id, tuple(scope.names)), node)
    return Operand(("name", node.id), scope.names[node.id], scope.offset(node))


def _attribute(node: ast.Attribute, scope: _Scope) -> Operand:
    owner = _check(node.value, scope)
    # The field is the last word of the node. Its end is known, spaces round the dot are not.
    end = len(scope.source.encode()[: node.end_col_offset].decode())
    found = member(owner.type, node.attr, scope.shift + end - len(node.attr))
    return Operand(("field", owner.tree, node.attr), found, owner.offset)


def _junction(node: ast.BoolOp, scope: _Scope) -> Operand:
    word = "and" if isinstance(node.op, ast.And) else "or"
    what = Say(f"“{word}”两边", f"either side of `{word}`")
    parts = [operands.condition(_check(part, scope), what) for part in node.values]
    return Operand((word, *(part.tree for part in parts)), BOOL, scope.offset(node))


def _unary(node: ast.UnaryOp, scope: _Scope) -> Operand:
    operand = _check(node.operand, scope)
    if isinstance(node.op, ast.USub):
        return operands.negative(operand)._replace(offset=scope.offset(node))
    if isinstance(node.op, ast.Not):
        held = operands.condition(operand, Say("“not”后", "what follows `not`"))
        return Operand(("not", held.tree), BOOL, scope.offset(node))
    raise scope.error(messages.no_plus(), node)


def _binary(node: ast.BinOp, scope: _Scope) -> Operand:
    symbol = _ARITHMETIC.get(type(node.op))
    if symbol is None:
        raise scope.error(messages.unsupported(), node)
    return operands.arithmetic(symbol, _check(node.left, scope), _check(node.right, scope))


def _conditional(node: ast.IfExp, scope: _Scope) -> Operand:
    test = operands.condition(_check(node.test, scope), Say("“if”后", "what follows `if`"))
    yes, no = _check(node.body, scope), _check(node.orelse, scope)
    return Operand(("if", test.tree, yes.tree, no.tree), operands.common(yes, no), yes.offset)


def _compare(node: ast.Compare, scope: _Scope) -> Operand:
    symbols = [_COMPARISONS[type(operator)] for operator in node.ops]
    parts = [_check(node.left, scope)]
    for symbol, side in zip(symbols, node.comparators, strict=True):
        if symbol in {"in", "not in"}:
            parts.append(_constants(parts[-1], side, scope))
        else:
            parts.append(_check(side, scope))
            operands.check_comparison(symbol, parts[-2], parts[-1])
    return Operand(_comparison(symbols, operands.alike(parts)), BOOL, parts[0].offset)


def _comparison(symbols: list[str], trees: list[Tree]) -> Tree:
    if len(symbols) == 1:
        return (symbols[0], *trees)
    return ("chain", trees[0], *zip(symbols, trees[1:], strict=True))


def _constants(left: Operand, node: ast.expr, scope: _Scope) -> Operand:
    """The right side of `in`: constants in brackets, each of which can equal the left side."""
    if not isinstance(node, ast.Tuple | ast.List) or not node.elts:
        raise scope.error(messages.in_constants(), node)
    parts = [_check(part, scope) for part in node.elts]
    for part in parts:
        if not part.literal:
            raise ExpressionError(messages.in_constants(), part.offset)
        operands.check_comparison("in", left, part)
    kinds = {part.type.kind for part in parts}
    item = DECIMAL if Kind.DECIMAL in kinds else parts[0].type
    return Operand(("constants", *(part.tree for part in parts)), Type(Kind.LIST, item=item), scope.offset(node))


def _call(node: ast.Call, scope: _Scope) -> Operand:
    if not isinstance(node.func, ast.Name):
        raise scope.error(messages.no_methods(), node)
    name = node.func.id
    if name not in functions.FUNCTIONS:
        raise scope.error(messages.unknown_function(name, functions.FUNCTIONS), node)
    # Named arguments need `=` or `**`; `tokens` has refused both.
    if len(node.args) == 1 and isinstance(node.args[0], ast.GeneratorExp):
        return functions.fold(name, _loop(node.args[0], scope), scope.offset(node))
    return functions.call(name, [_check(part, scope) for part in node.args], scope.offset(node))


def _loop(node: ast.GeneratorExp, scope: _Scope) -> functions.Loop:
    if scope.loops == MAX_LOOPS:
        raise scope.error(messages.loops_too_deep(MAX_LOOPS), node.elt)
    first, *others = node.generators
    if others or not isinstance(first.target, ast.Name):
        raise scope.error(messages.one_for(), others[0].target if others else first.target)
    name = first.target.id
    if name in scope.names or name in functions.FUNCTIONS:
        raise scope.error(messages.hidden_name(name), first.target)
    source = _check(first.iter, scope)
    if source.type.item is None:
        raise ExpressionError(messages.not_a_list(source.type.name), source.offset)
    inner = scope._replace(names={**scope.names, name: source.type.item}, loops=scope.loops + 1)
    tests = [operands.condition(_check(test, inner), Say("“if”后", "what follows `if`")) for test in first.ifs]
    return functions.Loop(name, source, _joined(tests), _check(node.elt, inner))


def _joined(tests: list[Operand]) -> Operand | None:
    """Several `if` of one comprehension as one."""
    match tests:
        case []:
            return None
        case [test]:
            return test
    return Operand(("and", *(test.tree for test in tests)), BOOL, tests[0].offset)


_FORMS: Mapping[type[ast.expr], Callable[[Any, _Scope], Operand]] = {
    ast.Constant: _constant,
    ast.Name: _name,
    ast.Attribute: _attribute,
    ast.BoolOp: _junction,
    ast.UnaryOp: _unary,
    ast.BinOp: _binary,
    ast.IfExp: _conditional,
    ast.Compare: _compare,
    ast.Call: _call,
}
"""The only nodes of Python's grammar that an expression is made of; comprehensions and lists only where these call."""

_ARITHMETIC: Mapping[type[ast.operator], str] = {
    ast.Add: "+",
    ast.Sub: "-",
    ast.Mult: "*",
    ast.Div: "/",
    ast.FloorDiv: "//",
    ast.Mod: "%",
}

_COMPARISONS: Mapping[type[ast.cmpop], str] = {
    ast.Eq: "==",
    ast.NotEq: "!=",
    ast.Lt: "<",
    ast.LtE: "<=",
    ast.Gt: ">",
    ast.GtE: ">=",
    ast.In: "in",
    ast.NotIn: "not in",
}

_REFUSED: Mapping[type[ast.expr], Callable[[], Say]] = {
    ast.Tuple: messages.no_lists,
    ast.List: messages.no_lists,
    ast.Subscript: messages.no_subscripts,
    ast.Starred: messages.no_stars,
    ast.ListComp: messages.stray_for,
    ast.GeneratorExp: messages.stray_for,
}
"""What to say of forms that people may well try."""
