"""Kind `repeat`: sentences or paragraphs that stand in one document twice."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Any

from lint_reports.analysis import Analysis
from lint_reports.checks.base import Check, Hit, Plain, Scope
from lint_reports.checks.matching import Pattern, Place
from lint_reports.checks.vetoes import Vetoes
from lint_reports.document import BlockKind
from lint_reports.facts import Layout, Tense
from lint_reports.finding import Match
from lint_reports.patterns import lazy
from lint_reports.text import Span

_SENTENCE = lazy(r"[^。！？；\s][^。！？；]*[。！？；]?[”’）]?")
_PARAGRAPH = lazy(r"\S(?:.*\S)?")
_LABEL = lazy(r"第?[一二三四五六七八九十]{1,3}[是、，]|（[一二三四五六七八九十\d]{1,3}）|\d{1,2}[.、]")
_NO_WORD = lazy(r"[\W_]+")
_PASSAGE = 4
"""Sentences in the same order, no further apart than this, are one passage that was copied."""
_STOPS = "。！？；”’）"
_END = 4
"""Characters at the end of a sentence by which most are told from all others."""
_OTHER = {Tense.REVIEW: Tense.PLAN, Tense.PLAN: Tense.REVIEW}


class RepeatCheck:
    """What is compared, and where both must stand."""

    def __init__(self, options: Mapping[str, Plain], scope: Scope, *, trusted: bool) -> None:
        self._pattern: Any = _SENTENCE if options["of"] == "sentence" else _PARAGRAPH
        self._where: str = options["where"]
        self._least: int = options["least"]
        self._ignored = Pattern(options["ignore"], trusted=trusted) if options["ignore"] else None
        self._vetoes = Vetoes(options["unless"], trusted=trusted)
        self._scope = scope

    def find(self, analysis: Analysis, _hits: Sequence[Hit]) -> Iterator[Match]:
        """Whatever stands there once more; of a passage that was copied, its first sentence."""
        seen: dict[tuple[str, object], tuple[int, Span]] = {}
        last = (-_PASSAGE, -_PASSAGE)
        for number, (place, words) in enumerate(self._compared(analysis)):
            here, there = self._sides(analysis, place.block)
            first = next((seen[words, side] for side in there if (words, side) in seen), None)
            seen.setdefault((words, here), (number, place.span()))
            if first is None or not self._vetoes.allow(analysis, place):
                continue
            copied = 0 < number - last[0] <= _PASSAGE and 0 < first[0] - last[1] <= _PASSAGE
            last = number, first[0]
            if not copied:
                yield Match({"match": place.span(), "first": first[1]}, {})

    def _compared(self, analysis: Analysis) -> Iterator[tuple[Place, str]]:
        """What may stand there twice, in order, each with its words."""
        blocks = list(self._parts(analysis))
        counts = Counter(end for _, parts in blocks for _, end in parts)
        for block, parts in blocks:
            alike = {part for part, end in parts if counts[end] > 1}
            if alike:
                yield from self._in_block(analysis, block, alike)

    def _in_block(self, analysis: Analysis, block: int, alike: Collection[str]) -> Iterator[tuple[Place, str]]:
        span = analysis.document.blocks[block].span
        text = span.of(analysis.folded)
        for found in self._pattern.finditer(text):
            if found.group() in alike:
                place = Place(block, span.start, text, found)
                words = self._words(place)
                if len(words) >= self._least:
                    yield place, words

    def _parts(self, analysis: Analysis) -> Iterator[tuple[int, list[tuple[str, str]]]]:
        """What is long enough in each block that is looked at, with its last characters."""
        blocks = self._scope.blocks_of(analysis)
        for block, parts in self._alike(analysis).items():
            if block in blocks:
                yield block, [(part, end) for part, end in parts if len(part) >= self._least]

    def _alike(self, analysis: Analysis) -> Mapping[int, list[tuple[str, str]]]:
        """The sentences or paragraphs of each block that end as others do, which few do; the same for all rules."""
        key = "alike", self._pattern is _SENTENCE
        alike: Mapping[int, list[tuple[str, str]]] | None = analysis.scratch.get(key)
        if alike is None:
            split = list(self._split(analysis))
            counts = Counter([end for _, parts in split for _, end in parts])
            kept = ((block, [one for one in parts if counts[one[1]] > 1]) for block, parts in split)
            alike = analysis.scratch[key] = {block: parts for block, parts in kept if parts}
        return alike

    def _split(self, analysis: Analysis) -> Iterator[tuple[int, list[tuple[str, str]]]]:
        """The sentences or paragraphs of every block, with their last characters."""
        folded, layouts = analysis.folded, analysis.layouts
        for block, at in enumerate(analysis.document.blocks):
            parts = self._pattern.findall(folded, *at.span)
            # A heading may stand in a table of contents before; what ends in a stop is an item of a list.
            heading = layouts[block] is Layout.OWN_LINE and parts and parts[-1][-1] not in _STOPS
            if not heading and at.kind is not BlockKind.TABLE_CELL:
                yield block, [(part, part.rstrip(_STOPS)[-_END:]) for part in parts]

    def _words(self, place: Place) -> str:
        """What is compared: the text without its label, its marks, and what may differ."""
        text: str = place.found.group()
        label = _LABEL.match(text)
        text = text[label.end() :] if label else text
        if self._ignored is not None:
            text = _without(text, self._ignored)
        return _NO_WORD.sub("", text)

    def _sides(self, analysis: Analysis, block: int) -> tuple[object, Sequence[object]]:
        """Where a block stands, and where the other may stand."""
        if self._where == "document":
            return "", ("",)
        if self._where == "section":
            section = analysis.outline.of_block[block]
            return section, (section,)
        tense = analysis.tense_of(block)
        other = _OTHER.get(tense)
        two = self._where == "two-tenses"
        return tense, [side for side in Tense if (side is other) is two]


def _without(text: str, ignored: Pattern) -> str:
    kept, done = "", 0
    for found in ignored.finditer(text):
        kept += text[done : found.start()]
        done = found.end()
    return kept + text[done:]


def build(options: Mapping[str, Plain], scope: Scope, *, trusted: bool) -> Check:
    """The check of a rule."""
    return RepeatCheck(options, scope, trusted=trusted)
