"""Masks: parts of the text that a rule does not look into unless it says so.

Rules catalogue §1.3. What is masked is replaced by a filler of the same length, so that offsets hold and the marks
around it stay visible: 《￼￼￼》.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from lint_reports.analysis.pairs import Across, Pairs
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


Masks = Mapping[Mask, Sequence[tuple[int, int]]]
"""What can be masked, by what it is; within one block each, sorted by place."""


def read_masks(folded: str, pairs: Pairs, blocks: Sequence[Block]) -> Masks:
    """What can be masked in a document, of the kinds that it has.

    Args:
        folded: the folded view.
        pairs: its marks.
        blocks: the blocks of the document.
    """
    masks: dict[Mask, list[tuple[int, int]]] = {}
    for mask, marks in _MARKS_OF.items():
        across = [masked for pair in pairs.across if pair.mark in marks for masked in _in_blocks(blocks, pair)]
        found = sorted([*pairs.inside[marks[0]], *pairs.inside[marks[1]], *across])
        if found:
            masks[mask] = found
    for pattern, mask in _present(folded):
        masked = [found.span() for found in pattern.finditer(folded)]
        if masked:
            masks[mask] = sorted([*masks.get(mask, ()), *masked])
    return masks


_MARKS_OF = {Mask.TITLE: "《〈", Mask.QUOTE: "“‘"}


def _in_blocks(blocks: Sequence[Block], pair: Across) -> Iterator[tuple[int, int]]:
    """What stands between two marks in different blocks."""
    for _, span, *_ in blocks[pair.first : pair.last + 1]:
        yield max(pair.opener + 1, span.start), min(pair.closer, span.end)


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


class Lines:
    """A text, each block a line, with some kinds of what can be masked masked, others lifted.

    Args:
        text: the text, folded or as it is written.
        masks: what can be masked.
    """

    def __init__(self, text: str, masks: Masks) -> None:
        self._text = text
        self._masks = masks
        self._lifting: dict[frozenset[Mask], str] = {}

    def lifting(self, lifted: frozenset[Mask]) -> str:
        """The text with everything masked but what is lifted; same length."""
        text = self._lifting.get(lifted)
        if text is None:
            text = self._lifting[lifted] = self._masked(lifted)
        return text

    def _masked(self, lifted: frozenset[Mask]) -> str:
        # One kind is masked in a text in which the others are. Rules mostly ask for that text, too.
        for kind, spans in self._masks.items():
            if kind not in lifted:
                return _without(self.lifting(lifted | {kind}), spans)
        return self._text


def _without(text: str, spans: Sequence[tuple[int, int]]) -> str:
    """A text with some parts of it masked, which may overlap; same length."""
    pieces: list[str] = []
    add = pieces.append  # a document has a hundred parts
    done = 0
    for start, end in spans:
        if end > done:
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
