"""What script a text is in, and how wide its marks are."""

from __future__ import annotations

from itertools import compress, count

from lint_reports.facts import Script, Width
from lint_reports.patterns import lazy
from lint_reports.text import HAN, Span

_FULL_MARKS = "，；：？！（）"
_MIN_TEXT = 40


_HAN_CHARACTERS = lazy(f"{HAN}+")
_COMMON = lazy("[一-\u9fff]+")
"""The common ones of them; as a range they are counted four times as quick."""
_HALF = lazy(rf"[,;:?!()](?:(?<={HAN}.)|(?<=[”’》）)%％].)|(?<=\()(?={HAN})|(?<=[0-9A-Za-z][,;:])(?={HAN}|[“《]))")
"""A half-width mark beside a Han character or a full-width mark."""


def script_of(widened: str, folded: str, least: int = _MIN_TEXT) -> Script | None:
    """The script of a text; `None` if it is too short to tell.

    Args:
        widened: the text with one width for each character.
        folded: the folded view. Where the two differ, a character is one that only Traditional script has.
        least: the shortest text, in code points, that is judged.
    """
    if len(folded) < least:
        return None
    if widened == folded:
        return Script(Span(0, 0), 0, 0.0)
    differs = differences(widened, folded)
    changed = len(differs) - differs.count(0)
    first = next(compress(count(), differs))
    rest = _COMMON.sub("", folded)
    characters = len(folded) - len(rest) + sum(map(len, _HAN_CHARACTERS.findall(rest)))
    return Script(Span(first, first + 1), changed, round(100 * changed / max(1, characters), 1))


def differences(one: str, other: str) -> bytes:
    """For each character of two texts of the same length, a byte that is 0 where the two are the same.

    Each of the three bytes of a code point is compared in the whole text at once, as a number; going from character
    to character takes eight times as long.
    """
    first, second = (text.encode("utf-32-le", "surrogatepass") for text in (one, other))
    differs = 0
    for byte in range(3):
        differs |= int.from_bytes(first[byte::4], "little") ^ int.from_bytes(second[byte::4], "little")
    return differs.to_bytes(len(one), "little")


def width_of(text: str) -> Width | None:
    """How many half-width and full-width marks stand beside Han characters; `None` if none do."""
    first = _HALF.search(text)
    half = len(_HALF.findall(text)) if first else 0
    full = sum(text.count(mark) for mark in _FULL_MARKS)
    if not half and not full:
        return None
    span = Span(first.start(), first.end()) if first else Span(0, 0)
    return Width(span, half, full, round(100 * half / (half + full), 1))
