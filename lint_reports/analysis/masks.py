"""Masks: parts of the text that a rule does not look into unless it says so.

Rules catalogue §1.3. What is masked is replaced by a filler of the same length, so that offsets hold and the marks
around it stay visible: 《￼￼￼》.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from lint_reports.analysis.pairs import Pair, Pairs
from lint_reports.document import Block
from lint_reports.facts import Mask
from lint_reports.patterns import lazy
from lint_reports.text import HAN

FILLER = "\ufffc"
"""U+FFFC OBJECT REPLACEMENT CHARACTER; the Markdown reader puts it in the place of code and images, too."""

_URL = lazy(r"(?:https?：?:?//|www\.)[!-~：？，；（）]+|(?<![0-9A-Za-z._-])[0-9A-Za-z._-]++@[0-9A-Za-z.-]+")
# Every way that a citation can begin is written out, so that `re` knows the first characters and skips all others.
_CITATION = lazy(
    r"〔[ ]?\d{4}[ ]?〕(?:第[ ]?)?\d{1,4}号?"
    rf"|（\d{{4}}）{HAN}\d{{0,4}}{HAN}{{1,3}}\d{{1,6}}号|"
    + "|".join(rf"{standard}(?:/[TZ])?[ ]?[\d.]+[-—]\d{{4}}" for standard in ("GB", r"DB\d\d", "JT", "GA", "SF"))
)


class Masked(NamedTuple):
    """A part of a block that is masked, and as what."""

    start: int
    end: int
    mask: Mask


def read_masks(folded: str, pairs: Pairs, blocks: Sequence[Block]) -> tuple[tuple[Masked, ...], ...]:
    """What can be masked in each block; sorted by place, the outer before the inner."""
    masks: list[list[Masked]] = [[] for _ in blocks]
    for pair in pairs.pairs:
        opener, closer, mark, _, block, last = pair
        mask = _MASK_OF.get(mark)
        if mask is not None and block != last:
            _mask_blocks(masks, blocks, pair, mask)
        elif mask is not None:
            masks[block].append(tuple.__new__(Masked, (opener + 1, closer, mask)))  # half the time of Masked(...)
    starts = [block.span.start for block in blocks]
    for pattern, mask in _present(folded):
        for found in pattern.finditer(folded):
            masks[bisect_right(starts, found.start()) - 1].append(Masked(*found.span(), mask))
    for several in masks:
        if len(several) > 1:
            several.sort(key=_outer_first)
    return tuple(map(tuple, masks))


_MASK_OF = {"“": Mask.QUOTE, "‘": Mask.QUOTE, "《": Mask.TITLE, "〈": Mask.TITLE}


def _mask_blocks(masks: list[list[Masked]], blocks: Sequence[Block], pair: Pair, mask: Mask) -> None:
    """Masks what stands between two marks in different blocks."""
    for block in range(pair.first_block, pair.last_block + 1):
        span = blocks[block].span
        masks[block].append(Masked(max(pair.opener + 1, span.start), min(pair.closer, span.end), mask))


def _present(folded: str) -> Iterator[tuple[re.Pattern[str], Mask]]:
    """The patterns that may match at all."""
    if "//" in folded or "www." in folded or "@" in folded:
        yield _URL, Mask.URL
    if "〕" in folded or "号" in folded or "GB" in folded:
        yield _CITATION, Mask.CITATION


def _outer_first(masked: Masked) -> tuple[int, int]:
    return masked.start, -masked.end


def apply_masks(text: str, masks: Iterable[Masked], lifted: frozenset[Mask]) -> str:
    """A text, folded or as it is written, with everything masked but what is lifted; same length."""
    pieces: list[str] = []
    done = 0
    for start, end, mask in masks:
        if end > done and mask not in lifted:
            begin = max(start, done)
            pieces += (text[done:begin], FILLER * (end - begin))
            done = end
    return "".join([*pieces, text[done:]]) if pieces else text


def lines_of(text: str, blocks: Sequence[Block]) -> str:
    """A text in which nothing but line ends stands between the blocks; same length."""
    pieces: list[str] = []
    done = 0
    for _, (start, end), *_ in blocks:
        pieces += ("\n" * (start - done), text[start:end])
        done = end
    return "".join([*pieces, "\n" * (len(text) - done)])
