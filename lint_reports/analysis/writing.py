"""Writing as the document writes: a replacement in its script and with its width of marks."""

from __future__ import annotations

import re
from functools import cache

from lint_reports.analysis.numerals import HAN_DIGITS
from lint_reports.dictionaries import traditional_word
from lint_reports.facts import Script, Width
from lint_reports.patterns import lazy
from lint_reports.text import HAN

_TRADITIONAL = 15.0
"""Percent of characters that only Traditional script has, from which on a text is taken to be in it."""
_RARE = 0xC9
"""The first byte from which on Big5 has its rare characters."""
_HALF = 50.0
"""Percent of half-width marks from which on a document is taken to write so."""
_HAN_CHARACTER = lazy(HAN)
_WIDE_DIGITS = str.maketrans("0123456789", "０１２３４５６７８９")
_HAN_ZEROS = "〇零○"
_NARROW = str.maketrans("，；：？！（）", ",;:?!()")


def written_as(text: str, script: Script | None, width: Width | None) -> str:
    """A text of ours as a document would write it.

    Args:
        text: in Simplified script, with full-width marks.
        script: that of the document.
        width: that of its marks.
    """
    if script is not None and is_traditional(script) and _HAN_CHARACTER.search(text):
        text = traditional_word(text)
    return text.translate(_NARROW) if width is not None and width.share > _HALF else text


def digits_as(number: str, replaced: str) -> str:
    """A number in the digits of what it replaces: 2024 for 二〇二三 is 二〇二四, for ２０２３ it is ２０２４."""
    if not (number.isascii() and number.isdecimal()) or not replaced or replaced.isascii():
        return number
    if replaced.isdecimal():
        return number.translate(_WIDE_DIGITS)
    if all(char in _HAN_ZEROS or char in HAN_DIGITS for char in replaced):
        zero = next((char for char in replaced if char in _HAN_ZEROS), HAN_DIGITS[0])
        return "".join(zero if digit == "0" else HAN_DIGITS[int(digit)] for digit in number)
    return number


def is_traditional(script: Script) -> bool:
    """Whether a text is in Traditional script."""
    return script.share >= _TRADITIONAL


@cache
def simplified_only() -> re.Pattern[str]:
    """What finds the characters that no Traditional text has: not among the common ones of Big5, which schools teach.

    It takes 4 ms to make, which is why only a Traditional document asks for it.
    """
    pairs = b"\n".join([bytes((first, second)) for first in range(0xA1, _RARE) for second in range(0x40, 0xFF)])
    taught = "".join([char for char in pairs.decode("big5", "ignore") if char > "\u2e7f"])
    return re.compile(f"[^\0-\u2e7f{taught}]")
