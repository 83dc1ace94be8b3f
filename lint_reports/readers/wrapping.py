"""Text that was wrapped at a fixed width: how to know it, and which of its lines belong together.

Plain text has no mark for a paragraph. Most files have one paragraph to a line; some were wrapped, by a terminal, a
mail program or an old word processor. To join what does not belong together does more harm than to leave apart what
does, so nothing is joined unless

* several lines break off where no sentence ends, each followed at once by a line that begins nothing new;
* these lines read like sentences, and nearly all are full: at one width, the next word would not have fitted;
* hardly any line of the document is longer than that.

Then a line is joined to the one before it if that one is full and nothing shows that a new paragraph begins.
"""

import re
from collections import Counter
from collections.abc import Callable, Sequence
from itertools import pairwise
from typing import NamedTuple

from lint_reports.patterns import lazy
from lint_reports.text import Span


class Line(NamedTuple):
    """A line that is not blank.

    Attributes:
        text: without white space at its edges.
        indent: the white space before it.
        follows: nothing but a line end stands between it and the line before.
    """

    text: str
    indent: str
    follows: bool


class Wrap(NamedTuple):
    """How a document was wrapped.

    Attributes:
        width: of a full line, as `measure` counts it.
        measure: gives the width of a line: `columns`, or `len` where characters were counted.
        indented: paragraphs begin with white space.
        marked: they can be told by that, or by a blank line before them; nothing else shows a new one.
        long: they have many sentences; one that ends at the margin seldom ends its paragraph.
    """

    width: int
    measure: Callable[[str], int]
    indented: bool = False
    marked: bool = False
    long: bool = False


_MIN_LINES = 4
_MIN_CHARACTERS = 16
_FULL_SHARE = 0.8
_PROSE_SHARE = 0.25
_BEYOND_SHARE = 0.05
_MARKED_SHARE = 0.9
_LONG = 3
# A stop and a closing quote may be left hanging over the margin.
_HANGING = 2

_SENTENCE_ENDS = "。！？；：…!?;:"
_SENTENCE_END = frozenset(_SENTENCE_ENDS)
_PROSE_MARKS = "，。、；："
_QUOTES_AND_BRACKETS = "”’」』）)》〉】〕]}"

_COLUMNS_OF_A_TABLE = lazy(r"\S(?:\t|[ \u3000]{2,})\S")
# What no careful wrapping takes apart: a word, or a character with the marks that cling to it.
_UNIT = lazy(
    r"[“‘（《〈「『【〔(\[{]*+(?:[0-9A-Za-z.%-]++|.)"
    rf"[{re.escape(_SENTENCE_ENDS + _PROSE_MARKS + _QUOTES_AND_BRACKETS)}—～％%,.]*+"
)

_HAN = "一二三四五六七八九十百零〇壹貳贰叁參肆伍陸陆柒捌玖拾"
_BEGINNING = lazy(
    rf"""
      第\ ?[{_HAN}\d-]{{1,7}}\ ?[编編章节節条條](?:[\s之]|$)     # 第一条　…, but not 第一条规定
    | [{_HAN}]{{1,3}}[、.．](?![{_HAN}])                         # 一、, but not 一、二审
    | [（(]?(?:[{_HAN}]{{1,3}}|\d{{1,2}})[）)](?![项項款目、至和及]) # （一）, but not （一）项
    | \d{{1,2}}[、.．](?!\d)
    | [①-⑳⑴-⒛㈠-㈩]
    | [{_HAN}]是
    | [第其][{_HAN}]{{1,2}}[，,、：]
    | [-*·•](?=\s) | [●○■□◆◇▲△★☆※➢]
    | ——(?=\S{{4}}年)                                            # a subtitle: ——2024年1月…
    | (?:索引号|索引號|文号|发文字号|发布机构|发布单位|發布機關|发布日期|發布日期|发布时间|发文日期|成文日期|成文时间
      |生成日期|公开日期|主题分类|主题词|内容概述|登记号|信息来源|来源|來源|作者|责任编辑|编辑|浏览次数|访问量|点击数
      |附件\d{{0,2}}|附|注|抄送)\s*[：:]
    """,
    re.VERBOSE,
)


def starts_block(text: str) -> bool:
    """Whether a line shows by its first words that it begins something: a numbering label, a bullet, a metadata key."""
    return _BEGINNING.match(text) is not None


def seam(left: str, right: str) -> str:
    """What belongs between two joined lines that end and begin with these characters.

    Words of an alphabet were parted at a space. Chinese has none, and a figure may have been cut anywhere.
    """
    if not (left.isascii() and right.isascii()) or left == "-":
        return ""
    return " " if left.isalpha() or right.isalpha() else ""


def columns(text: str) -> int:
    """The width of a line as a terminal or an editor shows it: 1 for each Latin character, 2 for any other."""
    if "\t" in text:
        text = text.expandtabs()
    return 2 * len(text) - len(text.encode("latin-1", "ignore"))


def unfinished(text: str, spans: Sequence[Span]) -> list[int]:
    """Which lines are long enough to have been wrapped, and end where no sentence does; most texts have few."""
    return [
        number
        for number, (start, end) in enumerate(spans)
        if end - start >= _MIN_CHARACTERS and text[end - 1] not in _SENTENCE_ENDS
    ]


def find_wrap(lines: Sequence[Line]) -> Wrap | None:
    """How the lines were wrapped; `None` if they were not, or not clearly.

    Args:
        lines: the first lines of a document; a few hundred are enough.
    """
    return wrap_of(lines.__getitem__, len(lines), range(len(lines)))


def wrap_of(line: Callable[[int], Line], count: int, unfinished_lines: Sequence[int]) -> Wrap | None:
    """How lines were wrapped, of which some are known to end in no sentence; the others are read only if need be.

    Args:
        line: makes the line of a number.
        count: how many lines there are.
        unfinished_lines: the numbers of those that may have been broken off.
    """
    if len(unfinished_lines) < _MIN_LINES:
        return None
    followed = ((number, line(number + 1)) for number in unfinished_lines if number + 1 < count)
    pairs = [(line(number), following) for number, following in followed if following.follows]
    broken = [pair for pair in pairs if _breaks_off(pair[0])]
    if len(broken) < _MIN_LINES:
        return None
    broken = [(one, following) for one, following in broken if not starts_block(following.text)]
    if len(broken) < _MIN_LINES:
        return None
    fits = [wrap for measure in (columns, len) if (wrap := _fit(broken, measure))]
    if not fits:
        return None  # as nearly always, and without a look at all the other lines
    lines = [line(number) for number in range(count)]
    wraps = [_learned(wrap, lines) for wrap in fits if _keeps_to(wrap, lines)]
    return max(wraps, key=lambda wrap: sum(_full(wrap, *pair) for pair in broken), default=None)


def continues(wrap: Wrap, line: Line, following: Line) -> bool:
    """Whether the second of two neighbouring lines belongs to the paragraph of the first."""
    if _parted(wrap, following) or not _full(wrap, line, following):
        return False
    if wrap.marked:
        return True
    return not starts_block(following.text) and (wrap.long or not _ends_sentence(line.text))


def _breaks_off(line: Line) -> bool:
    """Whether a line long enough to have been wrapped ends where no sentence does; another follows it at once."""
    return (
        len(line.text) >= _MIN_CHARACTERS
        and not _ends_sentence(line.text)
        and not _COLUMNS_OF_A_TABLE.search(line.text)
    )


def _ends_sentence(text: str) -> bool:
    return text.rstrip(_QUOTES_AND_BRACKETS)[-1:] in _SENTENCE_END


def _fit(broken: Sequence[tuple[Line, Line]], measure: Callable[[str], int]) -> Wrap | None:
    """The width at which lines were broken off, if they read as if they had been."""
    counts = Counter(measure(line.indent + line.text) for line, _ in broken)
    wide = {width: count for width, count in counts.items() if width >= _MIN_CHARACTERS * measure("，")}
    width = max(wide, key=lambda width: (wide[width], width), default=0)
    wrap = Wrap(width, measure)
    full = [pair for pair in broken if _full(wrap, *pair)]
    # A line of less than half the width is a heading.
    long = sum(count for each, count in wide.items() if 2 * each >= width)
    if len(full) < max(_MIN_LINES, _FULL_SHARE * long):
        return None
    prose = sum(any(mark in line.text for mark in _PROSE_MARKS) for line, _ in full)
    ended = any(_ends_sentence(following.text) for _, following in full)
    return wrap if ended and prose >= _PROSE_SHARE * len(full) else None


def _keeps_to(wrap: Wrap, lines: Sequence[Line]) -> bool:
    """Whether hardly any line is longer than the width."""
    longest = wrap.width + _HANGING * wrap.measure("，")
    return sum(wrap.measure(line.indent + line.text) > longest for line in lines) <= _BEYOND_SHARE * len(lines)


def _full(wrap: Wrap, line: Line, following: Line) -> bool:
    """Whether the first word of the next line would have gone over the margin."""
    unit = _UNIT.match(following.text)
    word = unit[0] if unit else following.text[:1]
    return wrap.measure(line.indent + line.text) + wrap.measure(word) > wrap.width


def _learned(wrap: Wrap, lines: Sequence[Line]) -> Wrap:
    """The same with how paragraphs begin and how long they are, which the lines that are not full tell."""
    breaks = [(line, after) for line, after in pairwise(lines) if not _full(wrap, line, after)]
    wrap = wrap._replace(indented=2 * sum(after.indent != "" for _, after in breaks) > len(breaks))
    ends = sum(_ends_sentence(line.text) for line, _ in breaks)
    sentences = sum(line.text.count(end) for line in lines for end in "。！？；")
    return wrap._replace(
        marked=sum(_parted(wrap, after) for _, after in breaks) >= _MARKED_SHARE * len(breaks),
        long=sentences > _LONG * ends,
    )


def _parted(wrap: Wrap, line: Line) -> bool:
    return not line.follows or (wrap.indented and line.indent != "")
