"""Chinese and Arabic numerals as whole numbers, and back."""

from __future__ import annotations

from functools import lru_cache

HAN_DIGITS = "〇一二三四五六七八九"
"""The digits of positional writing, in order: 二〇二四."""

_VALUES = {**{char: value for value, char in enumerate(HAN_DIGITS)}, "零": 0, "○": 0, "两": 2}
_VALUES |= {char: value for value, char in enumerate("壹贰叁肆伍陆柒捌玖", 1)}
_LONGEST = 18
_TENS = {"廿": 20, "卅": 30}
_UNITS = {"十": 10, "拾": 10, "百": 100, "佰": 100, "千": 1000, "仟": 1000}


@lru_cache(maxsize=4096)
def whole_number(text: str) -> int | None:
    """The number that a numeral stands for, or `None` if it is none.

    Reads Arabic digits, positional Chinese (二〇二四) and Chinese with units (二十三, 廿三, 一百零五).
    """
    if len(text) > _LONGEST:
        return None
    if text.isascii():
        return int(text) if text.isdigit() else None
    if any(char in _UNITS or char in _TENS or char == "万" for char in text):
        return _with_units(text)
    if all(char in _VALUES for char in text):
        return int("".join(str(_VALUES[char]) for char in text))
    return None


def _with_units(text: str) -> int | None:
    total = section = digit = 0
    for char in text:
        if char == "万":
            total, section, digit = (total + section + digit) * 10000, 0, 0
        elif char in _UNITS:
            section, digit = section + (digit or 1) * _UNITS[char], 0
        elif char in _TENS:
            section += _TENS[char]
        elif char in _VALUES:
            digit = _VALUES[char]
        else:
            return None
    return total + section + digit


def han(value: int) -> str:
    """A number as labels write it: 三, 十, 二十三, 一百零五; from 10000 on digit by digit, 一二三四五."""
    if value > 9999:
        return "".join(HAN_DIGITS[int(digit)] for digit in str(value))
    digits = ""
    for unit, size in (("千", 1000), ("百", 100), ("十", 10), ("", 1)):
        count, value = divmod(value, size)
        if count:
            digits += ("" if unit == "十" and count == 1 and not digits else HAN_DIGITS[count]) + unit
        elif digits and value and not digits.endswith("零"):
            digits += "零"
    return digits
