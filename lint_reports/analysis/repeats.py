"""Indicators that are given twice: the same words, unit and scope, but another figure."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import groupby, takewhile
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
    f"{FILLER}|累计|全年|其中|分别|各|每|人均|平均|今年|去年|上年|同期|季度|\\d月|\\d日|截至|以来|目标|计划|力争|确保|预计|比|较|期间|新增|增加|减少|增长"
)
"""Words with which an indicator is of another time, or a part of the whole."""
_YEAR = lazy("(?:19|20)\\d{2}(?=年)")
_PRIZE = lazy(
    f"(?<=[，；。：、”》\n])(?P<number>\\d{{1,3}}|[一二两三四五六七八九十]{{1,3}})(?P<unit>个|项|名|人|件|家|篇|部|所|条|村|处)"
    f"(?P<label>{HAN}{{0,10}}(?:获评|入选|荣获|获得|获|被评为|被列为|列入|入围|评为|获批)[^，。；：、！？\\d“”《》\n]{{0,16}}"
    "[“《][^“”《》\n]{2,30}[”》])"
)
_LEAST_LABEL = 8
_LEAST_SCALED = 4
_LEAST_DIGITS = 3


Locate = Callable[[int], tuple[int, int, Tense]]
"""Where an offset is: its paragraph, the section of that, -1 before the first heading, and which way that looks."""


class _Mention(NamedTuple):
    """A figure with the words that say what it is of, and where it stands."""

    key: tuple[str, str, str]
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
    for one, other in _pairs(tuple(_mentions(skeleton, locate, year))):
        first, second = one.quantity, other.quantity
        scaled = first.written[0] == second.written[0] and len(str(first.written[0])) >= _LEAST_DIGITS
        long_enough = len(one.key[0]) >= (_LEAST_SCALED if scaled else _LEAST_LABEL)
        if long_enough and other.tense is Tense.REVIEW and (one.opens or one.tense is Tense.REVIEW):
            yield _repeat(one, other, prize=False, scaled=scaled)


def _mentions(skeleton: Skeleton, locate: Locate, year: int | None) -> Iterator[_Mention]:
    """Those that have others of the same words, which few have."""
    text = "\n" + skeleton.text  # the first clause begins like that of any paragraph
    roots = [(label.strip(_TRIMMED), noun) for label, _, noun in _CLAUSE.findall(text)]
    if len(set(roots)) == len(roots):
        return
    clauses: dict[tuple[str, str], list[re.Match[str]]] = {}
    for found in _CLAUSE.finditer(text):
        label, noun = _TRIM.sub("", found["label"]), found["noun"]
        if len(label) >= _LEAST_SCALED:
            clauses.setdefault((label, noun), []).append(found)
    for (label, noun), alike in clauses.items():
        for found in alike if len(alike) > 1 else ():
            if _is_plain(skeleton, found.start("label") - 1, found.end() - 1, year):
                quantity = skeleton.at(found.start("figure") - 1)
                yield _Mention((label, quantity.unit, noun), quantity, *locate(quantity.span.start))


def _is_plain(skeleton: Skeleton, start: int, end: int, year: int | None) -> bool:
    """Whether a clause speaks of the whole of the time reported on."""
    sentence = skeleton.sentence(start)
    years = _YEAR.findall(skeleton.text, sentence.start, end)
    return set(years) <= {str(year)} and not _OTHER_SCOPE.search(skeleton.text, sentence.start, end)


def _prizes(source: Source, locate: Locate) -> Iterator[Repeat]:
    """N个项目获评“……” in the opening of the report, and again in its body with another number."""
    opening = takewhile(lambda span: locate(span.start)[1] < 0, source.spans)
    if not any(_PRIZE.search(source.folded, span.start, span.end) for span in opening):
        return
    mentions = []
    for found, span in source.matches(_PRIZE, source.folded):
        quantity = number_at(Span(*found.span("number")), source.folded, found["unit"]).quantity(source.text)
        mentions.append(_Mention((found["label"], quantity.unit, ""), quantity, *locate(span.start)))
    for one, other in _pairs(mentions):
        yield _repeat(one, other, prize=True, scaled=False)


def _repeat(one: _Mention, other: _Mention, *, prize: bool, scaled: bool) -> Repeat:
    from lint_reports.listings import Repeat  # many texts have none

    overview = one.opens and not other.opens
    return Repeat(other.quantity.span, one.key[0], one.quantity, other.quantity, overview, prize, scaled)


def _pairs(mentions: Sequence[_Mention]) -> Iterator[tuple[_Mention, _Mention]]:
    """Indicators that are mentioned just twice, in two paragraphs, with different figures."""
    for _, group in groupby(sorted(mentions, key=_by_key), key=lambda mention: mention.key):
        pair = tuple(group)
        if len(pair) == 2 and pair[0].block != pair[1].block:
            first, second = pair
            if first.quantity.value != second.quantity.value:
                yield first, second


def _by_key(mention: _Mention) -> tuple[tuple[str, str, str], Span]:
    return mention.key, mention.quantity.span
