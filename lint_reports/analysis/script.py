"""What script a text is in, and how wide its marks are."""

from __future__ import annotations

from lint_reports.facts import Script, Width
from lint_reports.patterns import lazy
from lint_reports.text import HAN, Span

_HALF_MARKS = ",;:?!()"
_FULL_MARKS = "，；：？！（）"
_MIN_TEXT = 40


_HAN_CHARACTER = lazy(HAN)
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
    changed = [at for at, (written, simple) in enumerate(zip(widened, folded, strict=True)) if written != simple]
    share = round(100 * len(changed) / max(1, len(_HAN_CHARACTER.findall(folded))), 1)
    return Script(Span(changed[0], changed[0] + 1), len(changed), share)


def width_of(text: str) -> Width | None:
    """How many half-width and full-width marks stand beside Han characters; `None` if none do."""
    any_half = any(mark in text for mark in _HALF_MARKS)
    half = [found.start() for found in _HALF.finditer(text)] if any_half else []
    full = sum(text.count(mark) for mark in _FULL_MARKS)
    if not half and not full:
        return None
    first = Span(half[0], half[0] + 1) if half else Span(0, 0)
    return Width(first, len(half), full, round(100 * len(half) / (len(half) + full), 1))
