"""Masks: parts of the text that a rule does not look into unless it says so.

Rules catalogue §1.3. What is masked is replaced by a filler of the same length, so that offsets hold and the marks
around it stay visible: 《￼￼￼》.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from lint_reports.analysis.pairs import Pair, Pairs
from lint_reports.document import Block
from lint_reports.facts import Mask
from lint_reports.patterns import lazy
from lint_reports.text import HAN

FILLER = "\ufffc"
"""U+FFFC OBJECT REPLACEMENT CHARACTER; the Markdown reader puts it in the place of code and images, too."""

_REST = "[!-~：？，；（）]+"
_URLS = (lazy(f"https?：?:?//{_REST}"), lazy(rf"www\.{_REST}"))
_URL_OR_MAIL = lazy(rf"(?:https?：?:?//|www\.){_REST}|(?<![0-9A-Za-z._-])[0-9A-Za-z._-]++@[0-9A-Za-z.-]+")
# One pattern for each way that a citation begins: `re` finds the one character or two that it begins with at once.
_NUMBER = lazy(r"〔[ ]?\d{4}[ ]?〕(?:第[ ]?)?\d{1,4}号?")
_CASE = lazy(rf"（\d{{4}}）{HAN}\d{{0,4}}{HAN}{{1,3}}\d{{1,6}}号")
_STANDARDS = {name[0]: lazy(rf"{name}(?:/[TZ])?[ ]?[\d.]+[-—]\d{{4}}") for name in ("G[AB]", r"DB\d\d", "JT", "SF")}


Masked = tuple[int, int, Mask]
"""A part of a block that is masked, from its start to its end, and as what."""


def read_masks(folded: str, pairs: Pairs, blocks: Sequence[Block]) -> tuple[Masked, ...]:
    """What can be masked; within one block each, sorted by place, the outer before the inner."""
    mask_of = _MASK_OF
    masks = [
        (opener + 1, closer, mask_of[mark])
        for opener, closer, mark, _, block, last in pairs.pairs
        if mark in mask_of and block == last
    ]
    across = [pair for pair in pairs.across if pair.mark in mask_of]
    others = [masked for pair in across for masked in _in_blocks(blocks, pair, mask_of[pair.mark])]
    for pattern, mask in _present(folded):
        others += [(*found.span(), mask) for found in pattern.finditer(folded)]
    return tuple(sorted([*masks, *others], key=_outer_first) if others else masks)  # pairs are in order


_MASK_OF = {"“": Mask.QUOTE, "‘": Mask.QUOTE, "《": Mask.TITLE, "〈": Mask.TITLE}


def _in_blocks(blocks: Sequence[Block], pair: Pair, mask: Mask) -> Iterator[Masked]:
    """Masks what stands between two marks in different blocks."""
    for _, span, *_ in blocks[pair.first_block : pair.last_block + 1]:
        yield max(pair.opener + 1, span.start), min(pair.closer, span.end), mask


def _present(folded: str) -> Iterator[tuple[re.Pattern[str], Mask]]:
    """The patterns that may match at all. One character is looked for in a tenth of the time that two take."""
    if "@" in folded:
        yield _URL_OR_MAIL, Mask.URL
    elif "/" in folded or "w" in folded:
        yield _URLS[0], Mask.URL
        yield _URLS[1], Mask.URL
    if "〕" in folded:
        yield _NUMBER, Mask.CITATION
    if "号" in folded:
        yield _CASE, Mask.CITATION
    if "〕" in folded or "号" in folded or "GB" in folded:
        for first, pattern in _STANDARDS.items():
            if first in folded:
                yield pattern, Mask.CITATION


def _outer_first(masked: Masked) -> tuple[int, int]:
    return masked[0], -masked[1]


def apply_masks(text: str, masks: Iterable[Masked], lifted: frozenset[Mask]) -> str:
    """A text, folded or as it is written, with everything masked but what is lifted; same length."""
    pieces: list[str] = []
    add = pieces.append  # a document has a hundred masks, and rules lift them in five ways
    done = 0
    for start, end, mask in masks:
        if end > done and mask not in lifted:
            add(text[done:start])  # nothing, if the two overlap
            add(FILLER * (end - start if start > done else end - done))
            done = end
    add(text[done:])
    return "".join(pieces)


def lines_of(text: str, blocks: Sequence[Block]) -> str:
    """A text in which nothing but line ends stands between the blocks; same length."""
    pieces: list[str] = []
    kept = done = 0
    for block in blocks:
        start, end = block.span
        if text[done:start] != "\n":  # what most documents have there
            pieces += (text[kept:done], "\n" * (start - done))
            kept = start
        done = end
    return "".join([*pieces, text[kept:done], "\n" * (len(text) - done)])
