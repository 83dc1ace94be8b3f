"""Indicators that are given twice: the same words, unit and scope, but another figure."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from itertools import takewhile
from typing import TYPE_CHECKING, NamedTuple

from lint_reports.analysis.masks import FILLER
from lint_reports.analysis.quantities import number_at
from lint_reports.analysis.skeleton import COUNT, GAP, Skeleton
from lint_reports.analysis.source import Source
from lint_reports.facts import Tense
from lint_reports.patterns import lazy
from lint_reports.quantity import Quantity
from lint_reports.text import HAN, Span

if TYPE_CHECKING:
    from lint_reports.listings import Repeat

_CLAUSE = lazy(
    f"[。；，：、\n](?P<label>{GAP}{{4,30}}+)(?P<figure>{COUNT})(?P<noun>{GAP}{{0,10}})(?=[，。；、：\n）]|$)"
)
_TRIM = lazy("^(?:共计?|总计|已)+|(?:达到?了?|为|共计?|已|已达|总计|了)+$")
_TRIMMED = "共总已达到了为计"
"""The characters of what `_TRIM` takes away."""
_OTHER_SCOPE = lazy(
    f"{FILLER}|累计|全年|其中|分别|各|每|人均|平均|今年|去年|上年|同期|季度|月(?<=\\d.)|日(?<=\\d.)|截至|以来|目标|计划|力争|确保|预计|比|较|期间|新增|增加|减少|增长"
)
"""Words with which an indicator is of another time, or a part of the whole."""
_YEAR = lazy("(?:19|20)\\d{2}(?=年)")
_PRIZE = lazy(
    f"(?<=[，；。：、”》\n])(?P<number>\\d{{1,3}}|[一二两三四五六七八九十]{{1,3}})(?P<unit>个|项|名|人|件|家|篇|部|所|条|村|处)"
    f"(?P<label>{HAN}{{0,10}}(?:获评|入选|荣获|获得|获|被评为|被列为|列入|入围|评为|获批)[^，。；：、！？\\d“”《》\n]{{0,16}}"
    "[“《][^“”《》\n]{2,30}[”》])"
)
_WON = ("获", "入选", "入围", "评为", "列为", "列入")
"""What `_PRIZE` finds has one of these."""
_LEAST_LABEL = 8
"""Code points of words that say what a figure is of, at least."""
_LEAST_SHORT = 4
"""The same where the figures have the same digits, of which there are three at least."""
_LEAST_SCALED = 100


Locate = Callable[[int], tuple[int, int, Tense]]
"""Where an offset is: its paragraph, the section of that, -1 before the first heading, and which way that looks."""


class _Mention(NamedTuple):
    """A figure, and where it stands."""

    quantity: Quantity
    block: int
    section: int
    tense: Tense

    @property
    def opens(self) -> bool:
        """Whether it stands before the first heading."""
        return self.section < 0


def read_repeats(skeleton: Skeleton, source: Source, locate: Locate, year: int | None) -> tuple[Repeat, ...]:
    """All indicators that two paragraphs give with different figures, in order.

    Args:
        skeleton: the text with marks.
        source: the paragraphs.
        locate: where an offset is.
        year: the year reported on.
    """
    found = [*_indicators(skeleton, locate, year), *_prizes(source, locate)]
    return tuple(sorted(found, key=lambda repeat: repeat.span))


def _indicators(skeleton: Skeleton, locate: Locate, year: int | None) -> Iterator[Repeat]:
    for label, clauses in _alike(skeleton):
        figures = [skeleton.at(found.start("figure") - 1) for found in clauses if _is_plain(skeleton, found, year)]
        for one, other in _differing(figures, locate):
            first, second = one.quantity.written[0], other.quantity.written[0]
            scaled = first == second and first >= _LEAST_SCALED
            looks_back = other.tense is Tense.REVIEW and (one.opens or one.tense is Tense.REVIEW)
            if looks_back and (scaled or len(label) >= _LEAST_LABEL):
                yield _repeat(label, one, other, prize=False, scaled=scaled)


def _alike(skeleton: Skeleton) -> Iterator[tuple[str, list[re.Match[str]]]]:
    """Clauses that have the same words, and may conflict; all places in them are one too great."""
    alike: defaultdict[tuple[str, str], list[re.Match[str]]] = defaultdict(list)
    for found in _repeated(skeleton.text):
        label, noun = found.group("label", "noun")
        if label[0] in _TRIMMED or label[-1] in _TRIMMED:
            label = _TRIM.sub("", label)
        alike[label, noun].append(found)
    for (label, _), clauses in alike.items():
        if len(clauses) > 1 and (len(label) >= _LEAST_LABEL or _may_be_scaled(skeleton, label, clauses)):
            yield label, clauses


def _repeated(text: str) -> list[re.Match[str]]:
    """The clauses of which others have the same words, or nearly so; most have words of their own."""
    clauses = [*_CLAUSE.finditer(f"\n{text}")]  # the first begins like that of any paragraph
    words = [found.group("label", "noun") for found in clauses]
    roots = [(label.strip(_TRIMMED), noun) for label, noun in words]
    if len(set(roots)) == len(roots):
        return []
    times = Counter(roots)
    return [found for found, root in zip(clauses, roots, strict=True) if times[root] > 1]


def _may_be_scaled(skeleton: Skeleton, label: str, clauses: Sequence[re.Match[str]]) -> bool:
    """Whether some clauses give figures with the same digits, and enough words to compare these."""
    if len(label) < _LEAST_SHORT:
        return False
    digits = [skeleton.digits(found.start("figure") - 1) for found in clauses]
    return len(set(digits)) < len(digits)


def _is_plain(skeleton: Skeleton, clause: re.Match[str], year: int | None) -> bool:
    """Whether a clause speaks of the whole of the time reported on."""
    start, end = clause.start("label") - 1, clause.end() - 1
    sentence = skeleton.sentence(start)
    years = _YEAR.findall(skeleton.text, sentence.start, end)
    return set(years) <= {str(year)} and not _OTHER_SCOPE.search(skeleton.text, sentence.start, end)


def _prizes(source: Source, locate: Locate) -> Iterator[Repeat]:
    """N个项目获评“……” in the opening of the report, and again in its body with another number."""
    if not _opens_with_prize(source, locate):
        return
    prizes: defaultdict[str, list[Quantity]] = defaultdict(list)
    for found, _ in source.matches(_PRIZE, source.folded):
        number = number_at(Span(*found.span("number")), source.folded, found["unit"])
        prizes[found["label"]].append(number.quantity(source.text))
    for label, figures in prizes.items():
        for one, other in _differing(figures, locate):
            yield _repeat(label, one, other, prize=True, scaled=False)


def _opens_with_prize(source: Source, locate: Locate) -> bool:
    """Whether the opening names a prize. Words are cheaper to find than the pattern."""
    opening = [*takewhile(lambda span: locate(span.start)[1] < 0, source.spans)]
    text = source.folded[opening[0].start : opening[-1].end] if opening else ""
    return any(word in text for word in _WON) and any(_PRIZE.search(source.folded, *span) for span in opening)


def _repeat(label: str, one: _Mention, other: _Mention, *, prize: bool, scaled: bool) -> Repeat:
    from lint_reports.listings import Repeat  # many texts have none

    overview = one.opens and not other.opens
    return Repeat(other.quantity.span, label, one.quantity, other.quantity, overview, prize, scaled)


def _differing(figures: Sequence[Quantity], locate: Locate) -> Iterator[tuple[_Mention, _Mention]]:
    """Of figures with the same words those of a unit that only two have, if they stand in two paragraphs and differ."""
    for unit, count in Counter([figure.unit for figure in figures]).items():
        if count == 2:
            first, second = sorted([figure for figure in figures if figure.unit == unit])
            one, other = (_Mention(figure, *locate(figure.span.start)) for figure in (first, second))
            if one.block != other.block and first.value != second.value:
                yield one, other
