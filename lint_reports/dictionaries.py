"""What the installed OpenCC says of characters and words. It is asked and never copied, so a later one counts at once.

Importing it takes 6 ms. From Traditional to Simplified its dictionaries are loaded in 3 ms, those of places in 1 ms,
but from Simplified to Traditional in 50 ms and 27 MB. So each is loaded when it is first asked, and a Simplified
document asks none.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache, lru_cache

_PLACES = ("t2tw", "t2hk")


def simplified(text: str) -> str:
    """A Traditional text in Simplified script; same length. Words decide: 乾 is 干, but stays in 乾隆."""
    return _converted("t2s", text)


def traditional(text: str) -> str:
    """A Simplified text in Traditional script; same length. Words decide: 关于 is 關於, 批准 is 批准."""
    return _converted("s2t", text)


traditional_word = lru_cache(maxsize=4096)(traditional)
"""The same for the words of rules, which are few."""


@lru_cache(maxsize=4096)
def same_character(one: str, other: str) -> bool:
    """Whether two characters are one in Traditional script, or shapes of it in Taiwan or Hong Kong: 為 and 爲."""
    return one == other or any(_shape(place, one) == _shape(place, other) for place in _PLACES)


@lru_cache(maxsize=4096)
def _shape(place: str, char: str) -> str:
    return _converted(place, char)


def _converted(direction: str, text: str) -> str:
    """A text as OpenCC converts it. If that has another length, lines are converted, and in the end characters."""
    convert = _converter(direction)
    converted = convert(text)
    if len(converted) == len(text):
        return converted
    if "\n" in text:
        return "\n".join(_converted(direction, line) for line in text.split("\n"))
    return "".join(convert(char)[:1] or char for char in text)


@cache
def _converter(direction: str) -> Callable[[str], str]:
    from opencc import OpenCC  # most documents need none

    convert: Callable[[str], str] = OpenCC(direction).convert
    return convert
