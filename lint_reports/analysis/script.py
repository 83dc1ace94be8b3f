"""What script a text is in, and how wide its marks are."""

from __future__ import annotations

from itertools import compress, count
from operator import ne

from lint_reports.facts import Script, Width
from lint_reports.patterns import lazy
from lint_reports.text import HAN, Span

_HALF_MARK = lazy("[,;:?!()]")
_FULL_MARKS = "，；：？！（）"
_MIN_TEXT = 40


_HAN_CHARACTERS = lazy(f"{HAN}+")
_HALF = lazy(rf"(?<={HAN})[,;:?!()]|(?<=[”’》）)%％])[,;:?!()]|\((?={HAN})|(?<=[0-9A-Za-z])[,;:](?={HAN}|[“《])")
"""A half-width mark beside a Han character or a full-width mark."""


def script_of(widened: str, folded: str) -> Script | None:
    """The script of a text; `None` if it is too short to tell.

    Args:
        widened: the text with one width for each character.
        folded: the folded view. Where the two differ, a character is one that only Traditional script has.
    """
    if len(folded) < _MIN_TEXT:
        return None
    if widened == folded:
        return Script(Span(0, 0), 0, 0.0)
    differs = list(map(ne, widened, folded))
    first, changed = next(compress(count(), differs)), sum(differs)
    share = round(100 * changed / max(1, sum(map(len, _HAN_CHARACTERS.findall(folded)))), 1)
    return Script(Span(first, first + 1), changed, share)


def width_of(text: str) -> Width | None:
    """How many half-width and full-width marks stand beside Han characters; `None` if none do."""
    half = [found.start() for found in _HALF_MARK.finditer(text) if _HALF.match(text, found.start())]
    full = sum(text.count(mark) for mark in _FULL_MARKS)
    if not half and not full:
        return None
    first = Span(half[0], half[0] + 1) if half else Span(0, 0)
    return Width(first, len(half), full, round(100 * len(half) / (len(half) + full), 1))
