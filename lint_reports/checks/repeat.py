"""Kind `repeat`: sentences or paragraphs that stand in one document twice."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from lint_reports.analysis import Analysis
from lint_reports.checks.base import Check, Hit, Plain, Scope
from lint_reports.checks.matching import Pattern, Place
from lint_reports.checks.vetoes import Vetoes
from lint_reports.document import BlockKind
from lint_reports.facts import Layout, Mask, Tense
from lint_reports.finding import Match
from lint_reports.patterns import lazy
from lint_reports.text import Span

_SENTENCE = lazy(r"[^。！？；\s][^。！？；\n]*[。！？；]?[”’）]?")
_PARAGRAPH = lazy(r"\S(?:.*\S)?")
_LABEL = lazy(r"第?[一二三四五六七八九十]{1,3}[是、，]|（[一二三四五六七八九十\d]{1,3}）|\d{1,2}[.、]")
_NO_WORD = lazy(r"[\W_]+")
_PASSAGE = 4
"""Sentences in the same order, no further apart than this, are one passage that was copied."""
_STOPS_OF_SENTENCES = "。！？；"
_CLOSERS = "”’）"
_STOPS = _STOPS_OF_SENTENCES + _CLOSERS
_COMMON_MARKS = "，、：“”（）《》"
_LEAST = 10
"""The shortest part that a rule may compare."""
_END = 4
"""Characters at the end of a sentence by which most are told from all others."""
_ALL = frozenset(Mask)
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

    def find(self, analysis: Analysis, _hits: Sequence[Hit]) -> Iterable[Match]:
        """Whatever stands there once more; of a passage that was copied, its first sentence."""
        pieces = [piece for piece in self._pieces(analysis) if len(piece) >= self._least]
        return self._repeated(analysis) if pieces and self._may_repeat(pieces) else ()

    def _may_repeat(self, pieces: Sequence[str]) -> bool:
        """Whether two of some pieces may have the same words; before these, a piece may have a mark too many."""
        ends = [words[-self._least :] for words in self._bare(pieces)]
        if len(set(ends)) == len(ends):
            return False  # nearly always
        counts = Counter(ends)
        alike = [piece.lstrip() for piece, end in zip(pieces, ends, strict=True) if counts[end] > 1]
        words = [word for piece in alike for word in {self._words(piece), self._words(piece.lstrip(_CLOSERS).lstrip())}]
        return len(set(words)) < len(words)

    def _bare(self, pieces: Sequence[str]) -> list[str]:
        """Pieces, perhaps with their labels, without marks and what may differ; all at once, as they may be many."""
        if self._ignored is not None:
            pieces = [_unlabelled(piece) for piece in pieces]
            together = ["\n".join(pieces)] if self._ignored.lines else pieces
            pieces = [_without(part, self._ignored) for part in together]
        text = "\n".join(pieces)
        for mark in _COMMON_MARKS:
            text = text.replace(mark, "")
        return [words if words.isalnum() else _NO_WORD.sub("", words) for words in text.split("\n")]

    def _repeated(self, analysis: Analysis) -> Iterator[Match]:
        seen: dict[tuple[str, object], tuple[int, Span]] = {}
        last = (-_PASSAGE, -_PASSAGE)
        for number, (block, span, words) in enumerate(self._compared(analysis)):
            here, there = self._sides(analysis, block)
            first = next((seen[words, side] for side in there if (words, side) in seen), None)
            seen.setdefault((words, here), (number, span))
            if first is None or not self._vetoes.allow(analysis, self._place(analysis, block, span)):
                continue
            copied = 0 < number - last[0] <= _PASSAGE and 0 < first[0] - last[1] <= _PASSAGE
            last = number, first[0]
            if not copied:
                yield Match({"match": span, "first": first[1]}, {})

    def _compared(self, analysis: Analysis) -> Iterator[tuple[int, Span, str]]:
        """What may stand there twice, in order: the block it is in, its place and its words."""
        blocks, least, text = self._scope.blocks_of(analysis), self._least, analysis.lines(_ALL)
        parts: list[tuple[int, Span, str]] = []
        for found in self._pattern.finditer(text):
            part = found.group()
            if len(part) >= least:
                block = analysis.block_at(found.start())
                if block in blocks and _is_prose(analysis, block):
                    parts.append((block, Span(*found.span()), part))
        counts = Counter([_end(part) for _, _, part in parts])
        for block, span, part in parts:
            words = self._words(part) if counts[_end(part)] > 1 else ""
            if len(words) >= least:
                yield block, span, words

    def _place(self, analysis: Analysis, block: int, span: Span) -> Place:
        offset, end = analysis.document.blocks[block].span
        text = analysis.folded[offset:end]
        return Place(block, offset, text, self._pattern.match(text, span.start - offset))

    def _pieces(self, analysis: Analysis) -> Sequence[str]:
        """The pieces of a document that end as others do, which few do; the same for all rules.

        A sentence is one piece without its stop, a paragraph as well. Cutting takes a quarter of what a pattern takes.
        """
        stops = _STOPS_OF_SENTENCES if self._pattern is _SENTENCE else ""
        key = "repeat", stops
        doubtful: Sequence[str] | None = analysis.scratch.get(key)
        if doubtful is None:
            doubtful = analysis.scratch[key] = _alike_at_end(_cut(analysis.lines(_ALL), stops))
        return doubtful

    def _words(self, text: str) -> str:
        """What is compared: the text without its label, its marks, and what may differ."""
        text = _unlabelled(text)
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
        tense = analysis.tenses[block]
        other = _OTHER.get(tense)
        two = self._where == "two-tenses"
        return tense, [side for side in Tense if (side is other) is two]


def _unlabelled(text: str) -> str:
    label = _LABEL.match(text)
    return text[label.end() :] if label else text


def _cut(text: str, stops: str) -> list[str]:
    """What stands between stops and line ends."""
    for stop in stops:
        text = text.replace(stop, "\n")
    return text.split("\n")


def _alike_at_end(parts: Iterable[str]) -> list[str]:
    """Those of some parts that are long enough and end as others do."""
    long = [part for part in parts if len(part) >= _LEAST]
    ends = [_end(part) for part in long]
    counts = Counter(ends)
    return [part for part, end in zip(long, ends, strict=True) if counts[end] > 1]


def _end(part: str) -> str:
    return part.rstrip(_STOPS)[-_END:]


def _is_prose(analysis: Analysis, block: int) -> bool:
    """Whether a block may not be repeated: a heading may stand in a table of contents before, cells are often alike."""
    kind, span, *_ = analysis.document.blocks[block]
    # What ends in a stop is an item of a list.
    heading = analysis.layouts[block] is Layout.OWN_LINE and analysis.folded[span.end - 1] not in _STOPS
    return not heading and kind is not BlockKind.TABLE_CELL


def _without(text: str, ignored: Pattern) -> str:
    kept: list[str] = []
    done = 0
    for found in ignored.finditer(text):
        kept.append(text[done : found.start()])
        done = found.end()
    return "".join([*kept, text[done:]]) if kept else text


def build(options: Mapping[str, Plain], scope: Scope, *, trusted: bool) -> Check:
    """The check of a rule."""
    return RepeatCheck(options, scope, trusted=trusted)
