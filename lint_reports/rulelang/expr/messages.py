"""Every sentence about a mistake in an expression, in both languages, and the error that carries it."""

from __future__ import annotations

from collections.abc import Sequence

from lint_reports.errors import UserError
from lint_reports.language import Say


class ExpressionError(UserError):
    """A mistake in an expression of a rule file.

    Args:
        say: what is wrong and what to do.
        offset: where in the expression, in code points from 0. The loader adds file, line and column.
    """

    def __init__(self, say: Say, offset: int) -> None:
        super().__init__(say)
        self.offset = offset


def empty() -> Say:
    """Nothing but spaces."""
    return Say("表达式是空的；请写一个条件。", "The expression is empty; write a condition.")


def too_long(length: int, limit: int) -> Say:
    """More code points than an expression may have."""
    return Say(
        f"表达式有 {length} 个字符，最多 {limit} 个；请拆成几条规则。",
        f"The expression has {length} characters, at most {limit} are allowed; split the rule.",
    )


def too_deep(limit: int) -> Say:
    """Brackets or operations nested too deeply."""
    return Say(
        f"嵌套超过 {limit} 层；请化简或拆成几条规则。",
        f"It is nested more than {limit} deep; simplify it or split the rule.",
    )


def too_many_parts(limit: int) -> Say:
    """More nodes than an expression may have."""
    return Say(
        f"表达式超过 {limit} 个成分；请拆成几条规则。",
        f"The expression has more than {limit} parts; split the rule.",
    )


def text_too_long(length: int, limit: int) -> Say:
    """A string constant that is too long."""
    return Say(
        f"引号内有 {length} 个字符，最多 {limit} 个；请缩短。",
        f"The text in quotes has {length} characters, at most {limit} are allowed; shorten it.",
    )


def number_too_long(limit: int) -> Say:
    """A number with too many digits."""
    return Say(
        f"数字超过 {limit} 位；请写小一些的数。", f"The number has more than {limit} digits; write a smaller one."
    )


def odd_number() -> Say:
    """A number in any notation but digits with one decimal point."""
    return Say(
        "数字只能用 0—9 和中间的一个小数点来写，如 12 或 0.5，其后不能紧接字母。",
        "Numbers are digits with at most one point between them, such as 12 or 0.5, and no letter may follow.",
    )


def odd_character(shown: str, advice: Say) -> Say:
    """A character that no expression has."""
    return Say(f"表达式里不能写“{shown}”；{advice.zh}。", f"An expression cannot have `{shown}`; {advice.en}.")


def unmatched(bracket: str) -> Say:
    """A bracket without its other half."""
    return Say(
        f"括号“{bracket}”没有配对；请补上或删去。", f"The bracket `{bracket}` has no partner; add it or delete it."
    )


def adjacent_texts() -> Say:
    """Two strings side by side, which Python would join in silence."""
    return Say(
        "两段引号文字紧挨着；请在中间加逗号。", "Two texts in quotes stand side by side; put a comma between them."
    )


def text_prefix(prefix: str) -> Say:
    """A letter that touches a string, such as `f"…"`."""
    return Say(
        f"引号前不能有“{prefix}”；请只写引号文字。", f"`{prefix}` cannot stand before a quote; write the text alone."
    )


def underscore(name: str) -> Say:
    """A name that begins with an underscore."""
    return Say(
        f"名称不能以下划线开头：“{name}”；请用已声明的名称。",
        f"Names cannot begin with `_`: `{name}`; use a declared name.",
    )


def keyword(word: str) -> Say:
    """A Python keyword that the language does not have."""
    return Say(
        f"表达式里没有“{word}”；请只用文档所列的写法。", f"Expressions have no `{word}`; use only the documented forms."
    )


def no_none() -> Say:
    """`None`."""
    return Say(
        "表达式里没有“None”；请用 known(x) 判断 x 是否已知。",
        "Expressions have no `None`; ask known(x) whether x is known.",
    )


def no_is() -> Say:
    """`is`."""
    return Say("表达式里没有“is”；请用 == 或 !=。", "Expressions have no `is`; use == or !=.")


def unreadable() -> Say:
    """What is left of Python's syntax errors once brackets, quotes and characters are right."""
    return Say(
        "表达式从这里起读不通；请检查是否缺少或多出运算符、逗号。",
        "The expression cannot be read from here; look for a missing or an extra operator or comma.",
    )


def unknown_name(name: str, names: Sequence[str]) -> Say:
    """A name that is neither bound by `find` nor a fact."""
    return _choice(Say(f"没有名称“{name}”", f"There is no name `{name}`"), name, names)


def unknown_function(name: str, names: Sequence[str]) -> Say:
    """A call of something that is not in the table."""
    return _choice(Say(f"没有函数“{name}”", f"There is no function `{name}`"), name, names)


def unknown_field(owner: Say, name: str, names: Sequence[str]) -> Say:
    """A field that the type does not have."""
    return _choice(Say(f"{owner.zh}没有字段“{name}”", f"{_capital(owner.en)} has no field `{name}`"), name, names)


def unknown_member(kind: Say, value: str, values: Sequence[str]) -> Say:
    """A string that is compared with an enumeration and is none of its values."""
    return _choice(Say(f"{kind.zh}没有取值“{value}”", f"{_capital(kind.en)} has no value `{value}`"), value, values)


def function_as_name(name: str) -> Say:
    """A function without its brackets."""
    return Say(
        f"“{name}”是函数；请在后面加括号和参数。", f"`{name}` is a function; write brackets and arguments after it."
    )


def no_place(path: str, names: Sequence[str]) -> Say:
    """A path to something that is written nowhere in the document."""
    return _allowed(Say(f"“{path}”在文中没有位置。", f"`{path}` has no place in the text."), names)


def wrong_type(what: Say, wanted: Say, got: Say) -> Say:
    """An operand, argument or result of the wrong type."""
    return Say(
        f"{what.zh}应为{wanted.zh}，这里是{got.zh}。", f"{_capital(what.en)} must be {wanted.en}, but this is {got.en}."
    )


def ask_known(say: Say) -> Say:
    """The same, with the advice that fits where somebody wrote a fact as if it were a condition."""
    return Say(f"{say.zh}判断是否已知请用 known(…)。", f"{say.en} To ask whether something is known, write known(…).")


def incomparable(left: Say, right: Say) -> Say:
    """Two types that cannot be equal."""
    return Say(
        f"{left.zh}不能与{right.zh}比较；请比较同一类的值。",
        f"{_capital(left.en)} cannot be compared with {right.en}; compare values of one type.",
    )


def unordered(kind: Say) -> Say:
    """`<` and its like between values that have no order."""
    return Say(f"{kind.zh}没有大小之分；请用 == 或 !=。", f"{_capital(kind.en)} has no order; use == or !=.")


def compare_fields(kind: Say) -> Say:
    """A comparison of whole records or lists."""
    return Say(
        f"{kind.zh}不能整个比较；请比较其字段，列表用 size、any 或 all。",
        f"{_capital(kind.en)} cannot be compared as a whole; compare its fields, or use size, any or all on a list.",
    )


def in_constants() -> Say:
    """`in` with anything but constants on its right."""
    return Say(
        '“in”右边应为括号内的常量，如 ("review", "plan")；查文字用 contains，查列表用 any。',
        'On the right of `in` stand constants in brackets, such as ("review", "plan"); '
        "use contains for text and any for lists.",
    )


def not_a_list(got: Say) -> Say:
    """A comprehension over something else than a list."""
    return Say(f"“in”右边应为列表，这里是{got.zh}。", f"On the right of `in` must be a list, but this is {got.en}.")


def unlike(left: Say, right: Say) -> Say:
    """Two values, either of which may be the result, without a type in common."""
    return Say(
        f"一边是{left.zh}，一边是{right.zh}；两边应为同一类的值。",
        f"One side is {left.en} and the other {right.en}; both must be of one type.",
    )


def wrong_count(function: str, wanted: int, got: int) -> Say:
    """A call with too few or too many arguments."""
    return Say(
        f"{function} 要 {wanted} 个参数，不是 {got} 个。",
        f"{function} takes {wanted} argument{'' if wanted == 1 else 's'}, not {got}.",
    )


def wants_two(function: str) -> Say:
    """`min` and `max` of a single value."""
    return Say(
        f"{function} 要两个以上参数，或写成 {function}(… for x in 列表)。",
        f"{function} takes two or more arguments, or {function}(… for x in a list).",
    )


def no_methods() -> Say:
    """A call of something that is not a name."""
    return Say(
        "只能调用函数，如 starts_with(x, y)；不能调用方法。",
        "Only functions can be called, such as starts_with(x, y); no methods.",
    )


def round_places(limit: int) -> Say:
    """The second argument of `round`."""
    return Say(
        f"round 的第 2 个参数应为 0 到 {limit} 的整数常量。",
        f"Argument 2 of round must be a whole number from 0 to {limit}.",
    )


def wants_for(function: str) -> Say:
    """`all`, `any`, `count` or `sum` of something else than a comprehension."""
    return Say(
        f"{function} 要写成 {function}(… for x in 列表)。", f"{function} is written {function}(… for x in a list)."
    )


def no_for(function: str) -> Say:
    """A comprehension in a function that takes none."""
    return Say(f"{function} 的括号里不能有 for；请写一个值。", f"{function} takes no `for`; write a value.")


def one_for() -> Say:
    """A comprehension with two `for`, or one that unpacks."""
    return Say(
        "每个 for 只能有一个变量、出现一次；请把另一个 for 写进里层的函数。",
        "A comprehension has one `for` with one name; put another into an inner function.",
    )


def loops_too_deep(limit: int) -> Say:
    """Comprehensions nested too deeply."""
    return Say(
        f"for 最多嵌套 {limit} 层；请拆成几条规则。", f"Comprehensions nest at most {limit} deep; split the rule."
    )


def hidden_name(name: str) -> Say:
    """A comprehension whose variable is already a name."""
    return Say(
        f"“{name}”已有所指；请给 for 的变量换个名称。",
        f"`{name}` already means something; give the variable of `for` another name.",
    )


def no_lists() -> Say:
    """A list in brackets where it cannot stand."""
    return Say(
        "括号列举只能写在“in”右边，如 x in (1, 2)；请改写。",
        "A list in brackets stands only on the right of `in`, such as x in (1, 2); rewrite it.",
    )


def no_subscripts() -> Say:
    """`x[0]`."""
    return Say("表达式里没有下标；请用 any、all 或 size。", "Expressions have no subscripts; use any, all or size.")


def no_stars() -> Say:
    """`*x`."""
    return Say("表达式里没有星号展开；请删去星号。", "Expressions have no unpacking; delete the star.")


def no_plus() -> Say:
    """`+x`."""
    return Say("数字前不写正号；请删去。", "Numbers have no plus sign before them; delete it.")


def stray_for() -> Say:
    """A comprehension that is no argument."""
    return Say(
        "for 只能直接写在函数的括号里，如 any(… for x in 列表)；请改写。",
        "`for` stands only right inside a function, such as any(… for x in a list); rewrite it.",
    )


def unsupported() -> Say:
    """Any other form of Python that the language does not have."""
    return Say(
        "表达式里没有这种写法；请只用文档所列的写法。", "Expressions have no such form; use only the documented forms."
    )


def odd_path(path: str) -> Say:
    """A path that is not names with dots between them."""
    return Say(
        f"“{path}”不是路径；请写成 roles.signature.date 这样。",
        f"`{path}` is no path; write it like roles.signature.date.",
    )


def _choice(say: Say, word: str, choices: Sequence[str]) -> Say:
    """The sentence, a guess at what was meant, and all that is allowed."""
    import difflib  # 10 ms, and only a mistake needs it

    close = difflib.get_close_matches(word, choices, n=1)
    guess = Say(f"；是不是“{close[0]}”？", f"; did you mean `{close[0]}`?") if close else Say("。", ".")
    return _allowed(Say(say.zh + guess.zh, say.en + guess.en), choices)


def _allowed(say: Say, choices: Sequence[str]) -> Say:
    return Say(
        f"{say.zh}可用的有：{'、'.join(choices) or '无'}。", f"{say.en} Allowed: {', '.join(choices) or 'none'}."
    )


def _capital(text: str) -> str:
    return text[0].upper() + text[1:]
