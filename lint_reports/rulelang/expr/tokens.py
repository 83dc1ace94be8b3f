"""What may be written in an expression at all: checked character by character, before any parser sees it.

Python's parser is built for code that somebody trusts. So length, nesting, characters, strings, numbers and words are
judged here, in one pass, and what is left is plain ASCII outside strings, without escapes, prefixes or comments.
"""

from __future__ import annotations

import keyword
import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from itertools import pairwise
from typing import NamedTuple

from lint_reports.language import Say
from lint_reports.rulelang.expr import messages
from lint_reports.rulelang.expr.messages import ExpressionError

MAX_LENGTH = 1_000
"""Of an expression, in code points."""
MAX_DEPTH = 20
"""Of brackets, and of operations inside operations."""
MAX_TEXT = 100
"""Of a string constant, in code points."""
MAX_DIGITS = 18
"""Of a number."""

_TOKEN = re.compile(
    r"""
    (?P<space>[ \n]+)
    # No escapes, no control characters and no surrogates: what is in the quotes is what is meant.
    |(?P<text>'[^'\\\x00-\x1f\ud800-\udfff]*'|"[^"\\\x00-\x1f\ud800-\udfff]*")
    |(?P<number>[0-9]+(?:\.[0-9]+)?)(?![0-9A-Za-z_.])
    |(?P<name>[A-Za-z_][A-Za-z0-9_]*)
    |(?P<open>[(\[])
    |(?P<close>[)\]])
    |(?P<sign>==|!=|<=|>=|//|\*(?!\*)|[-+/%<>,.])
    """,
    re.VERBOSE,
)

_KEYWORDS = frozenset({"and", "or", "not", "in", "if", "else", "for", "True", "False"})
_PARTNER: Mapping[str, str] = {")": "(", "]": "["}
_ASCII: Mapping[str, str] = {
    "“": '"',
    "”": '"',
    "‘": "'",
    "’": "'",
    "、": ",",
    "。": ".",
    "×": "*",
    "÷": "/",
    "≠": "!=",
}
_ADVICE: Mapping[str, Say] = {
    "=": Say("相等写作 ==", "write == for equality"),
    "!": Say("否定写作 not，不等写作 !=", "write not, or != for inequality"),
    "&": Say("并且写作 and", "write and"),
    "|": Say("或者写作 or", "write or"),
    "\\": Say("没有转义", "there are no escapes"),
    "'": Say(
        "引号没有闭合，或引号内有转义、控制字符", "the quote is not closed, or holds an escape or a control character"
    ),
    '"': Say(
        "引号没有闭合，或引号内有转义、控制字符", "the quote is not closed, or holds an escape or a control character"
    ),
}
_DELETE = Say("请删去", "delete it")


class _Token(NamedTuple):
    """A word, and where it begins."""

    kind: str
    word: str
    offset: int

    @property
    def end(self) -> int:
        return self.offset + len(self.word)


def scan(source: str) -> str:
    """Judge an expression by its characters.

    Args:
        source: the expression as it stands in the rule file.

    Returns:
        The same text with spaces for line ends, so that every offset holds.

    Raises:
        ExpressionError: it is empty, too long or too deep, or has something no expression has.
    """
    if len(source) > MAX_LENGTH:
        raise ExpressionError(messages.too_long(len(source), MAX_LENGTH), MAX_LENGTH)
    tokens = [token for token in _tokens(source) if token.kind != "space"]
    if not tokens:
        raise ExpressionError(messages.empty(), 0)
    for token in tokens:
        _check_token(token)
    for token, following in pairwise(tokens):
        _check_pair(token, following)
    _check_brackets(tokens)
    return source.replace("\n", " ")


def _tokens(source: str) -> Iterator[_Token]:
    offset = 0
    while offset < len(source):
        found = _TOKEN.match(source, offset)
        if found is None:
            raise ExpressionError(_odd_character(source[offset]), offset)
        yield _Token(str(found.lastgroup), found.group(), offset)
        offset = found.end()


def _check_token(token: _Token) -> None:
    if token.kind == "name" and (say := _odd_name(token.word)):
        raise ExpressionError(say, token.offset)
    if token.kind == "number" and len(token.word.replace(".", "")) > MAX_DIGITS:
        raise ExpressionError(messages.number_too_long(MAX_DIGITS), token.offset)
    if token.kind == "text" and len(token.word) - 2 > MAX_TEXT:
        raise ExpressionError(messages.text_too_long(len(token.word) - 2, MAX_TEXT), token.offset)


def _check_pair(token: _Token, following: _Token) -> None:
    """Strings side by side (also three quotes in a row), and prefixes such as `f"…"`."""
    if following.kind != "text":
        return
    if token.kind == "text":
        raise ExpressionError(messages.adjacent_texts(), following.offset)
    if token.kind == "name" and token.word not in _KEYWORDS and token.end == following.offset:
        raise ExpressionError(messages.text_prefix(token.word), token.offset)


def _check_brackets(tokens: Iterable[_Token]) -> None:
    opened: list[_Token] = []
    for token in tokens:
        if token.kind == "open":
            opened.append(token)
            if len(opened) > MAX_DEPTH:
                raise ExpressionError(messages.too_deep(MAX_DEPTH), token.offset)
        elif token.kind == "close" and (not opened or opened.pop().word != _PARTNER[token.word]):
            raise ExpressionError(messages.unmatched(token.word), token.offset)
    if opened:
        raise ExpressionError(messages.unmatched(opened[-1].word), opened[-1].offset)


def _odd_name(word: str) -> Say | None:
    if word.startswith("_"):
        return messages.underscore(word)
    if word == "None":
        return messages.no_none()
    if word == "is":
        return messages.no_is()
    if keyword.iskeyword(word) and word not in _KEYWORDS:
        return messages.keyword(word)
    return None


def _odd_character(character: str) -> Say:
    """What to say of a character that begins no token."""
    if character.isascii() and character.isdigit():
        return messages.odd_number()
    if character == "*":
        return messages.odd_character("**", Say("没有乘方，乘写作一个 *", "there are no powers, one * multiplies"))
    shown = character if character.isprintable() else f"U+{ord(character):04X}"
    narrow = _ASCII.get(character) or unicodedata.normalize("NFKC", character).strip()
    if not character.isascii() and narrow and narrow.isascii():
        return messages.odd_character(shown, Say(f"请写半角的 {narrow}", f"write {narrow} in ASCII"))
    if not character.isascii() and character.isalpha():
        return messages.odd_character(
            shown, Say("名称只用英文字母，文字要加引号", "names are ASCII letters, text stands in quotes")
        )
    return messages.odd_character(shown, _ADVICE.get(character, _DELETE))
