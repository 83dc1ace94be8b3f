"""Patterns of rule files: what is allowed in them, and what is known of them before they run."""

from __future__ import annotations

import re

from lint_reports.folding import fold_character
from lint_reports.language import Say
from lint_reports.rulelang.lines import LINES, linewise
from lint_reports.rulelang.literals import reach_of
from lint_reports.rulelang.located import Scalar, Wrong, inner_place
from lint_reports.rulelang.schema import Plain
from lint_reports.text import HAN

_MAX_PATTERN = 2000
_MAX_SIZE = 20_000
_WORD_CLASS = re.compile(r"(?<!\\)(?:\\\\)*(\\[bBwW])")
_FLAGS = re.compile(r"\(\?[aiLmsuxfwV01berp-]+[:)]")
_PART = re.compile(
    r"""
      \\(?:[pPN]\{[^{}]*\}|.)                       # an escape: one character or a class of them
    | \[\^?\]?(?:\\.|[^\]\\])*\]                     # a set of characters
    | (?P<times>\{(?P<least>\d+)(?:,\d*)?\}|\{,\d+\})
    | (?P<brace>\{) | (?P<open>\() | (?P<close>\)) | .
    """,
    re.DOTALL | re.VERBOSE,
)


def read_pattern(scalar: Scalar) -> dict[str, Plain]:
    r"""A pattern as plain data.

    Returns:
        `source`; `lines`, whether it finds in a text of many lines what it finds in each; `begins`, whether it then
        matches only where a line begins; `groups`, the names of its groups; `literals`, strings of which every match
        contains one; `width`, the most code points it can span (`None` if unbounded).

    Raises:
        Wrong: if it does not compile, matches nothing at all, is too long, sets flags, or uses `\b` or `\w`.
    """
    source = scalar.text
    if len(source) > _MAX_PATTERN:
        raise Wrong(
            scalar.place,
            Say(f"正则过长：至多 {_MAX_PATTERN} 个字符。", f"the pattern is longer than {_MAX_PATTERN} characters"),
        )
    if "\n" in source:
        raise Wrong(scalar.place, Say("正则不能换行，请写在引号里。", "a pattern is one line; write it in quotes"))
    _refuse(scalar)
    refuse_unfolded(scalar)
    try:
        groups = _groups(scalar)
        known = reach_of(source)
    except RecursionError:
        raise Wrong(
            scalar.place, Say("正则的括号嵌套过深，请化简。", "the groups of the pattern are nested too deeply")
        ) from None
    source = source.replace("[一-龥]", HAN)
    lines = linewise(source)
    return {
        "source": lines.source if lines else source,
        "lines": lines is not None,
        "begins": lines is not None and lines.begins,
        "groups": groups,
        "literals": known.literals,
        "width": known.width,
    }


def read_ending(scalar: Scalar) -> dict[str, Plain]:
    """The same of a pattern whose match must end where the text that it is tried on ends."""
    plain = read_pattern(scalar)
    source = plain["source"].removeprefix(LINES)
    return {**plain, "source": rf"{LINES}(?:{source})\Z", "lines": False, "begins": False}


def read_word(scalar: Scalar) -> str:
    """A wording of the folded text, on one line."""
    if not scalar.text.strip() or "\n" in scalar.text:
        raise Wrong(scalar.place, Say("错误写法不能为空，也不能有换行。", "a wrong wording is one line and not empty"))
    refuse_unfolded(scalar)
    return scalar.text


def refuse_unfolded(scalar: Scalar) -> None:
    """Raises `Wrong` for a character that the folded text never has, so that nothing could ever match."""
    for at, char in enumerate(scalar.text):
        folded = fold_character(char)
        if folded != char and "-" not in scalar.text[max(0, at - 1) : at + 2]:
            zh = f"折叠后的文本里没有“{char}”，写作“{folded}”；照现在这样永远不会匹配。"
            en = f"the folded text never has “{char}”; it is “{folded}” there, and this would never match"
            raise Wrong(inner_place(scalar, at), Say(zh, en))


def _groups(scalar: Scalar) -> tuple[str, ...]:
    """The names of the groups of a pattern that compiles and does not match the empty string."""
    # Imported here: only rule files need it, and `regex` costs 15 ms.
    import regex

    try:
        compiled = regex.compile(scalar.text)
    except regex.error as error:
        reason, at = getattr(error, "msg", str(error)), getattr(error, "pos", None) or 0
        say = Say(f"正则有误，第 {at + 1} 个字符处：{reason}。", f"bad pattern, at character {at + 1}: {reason}")
        raise Wrong(inner_place(scalar, at), say) from None
    if compiled.fullmatch(""):
        raise Wrong(
            scalar.place,
            Say("正则可以匹配空串，会处处命中。", "the pattern matches the empty string and would match everywhere"),
        )
    return tuple(compiled.groupindex)


def _refuse(scalar: Scalar) -> None:
    word = _WORD_CLASS.search(scalar.text)
    if word:
        zh = f"不要用 {word.group(1)}：汉字之间没有词界，且 \\w 包括汉字。请写明字符，例如 [一-龥]、[0-9A-Za-z]。"
        en = f"do not use {word.group(1)}: Han text has no word boundaries, and \\w matches it; name the characters"
        raise Wrong(inner_place(scalar, word.start(1)), Say(zh, en))
    flags = _FLAGS.search(scalar.text)
    if flags:
        zh, en = f"不支持内嵌标志 {flags.group()}。", f"inline flags {flags.group()} are not allowed"
        raise Wrong(inner_place(scalar, flags.start()), Say(zh, en))
    for part in _PART.finditer(scalar.text):
        if part["brace"]:
            zh = r"正则里的“{”只用来写次数，例如 {2,4}；作普通字符请写 \{。"
            en = r"“{” in a pattern begins a count such as {2,4}; write \{ for the character"
            raise Wrong(inner_place(scalar, part.start()), Say(zh, en))
    if _size(scalar.text) > _MAX_SIZE:
        zh = f"正则的重复次数过多：展开后超过 {_MAX_SIZE} 个部分。"
        raise Wrong(scalar.place, Say(zh, f"repeats written out, the pattern has more than {_MAX_SIZE} parts"))


def _size(pattern: str) -> int:
    """How many parts a pattern has when its repeats are written out, as the library does with the least number."""
    sizes = [0]
    last = 0
    for part in _PART.finditer(pattern):
        if part["open"]:
            sizes.append(0)
        elif part["close"] and len(sizes) > 1:
            last = sizes.pop()
            sizes[-1] += last
        elif part["times"]:
            more = last * (max(1, int(part["least"] or 1)) - 1)
            last += more
            sizes[-1] += more
        else:
            last = 1
            sizes[-1] += 1
    return sum(sizes)
