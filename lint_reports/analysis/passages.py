"""The headings with what stands below each: text, nothing, the same words as another heading."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from lint_reports.analysis.outline import Outline, Section, single_year
from lint_reports.analysis.series import Series
from lint_reports.analysis.tense import heading_tense
from lint_reports.document import Document
from lint_reports.facts import Form, Heading, Layout, Marker, Passage, Role, Tense, Text
from lint_reports.patterns import lazy
from lint_reports.text import Span, maker

_FORMS = frozenset((Form.CHAPTER, Form.SECTION, Form.HAN, Form.HAN_PAREN, Form.ARABIC))
_MAX_BARE = 40
_STOPS = lazy("[。！？；：，、]$|[。！？；]")
_NO_WORD = lazy(r"[\W_]+")
# What many parts have under the same name: 基本情况, 主要做法.
_GENERAL = lazy(
    "(?:基本|总体|主要|工作|有关|具体|相关|存在|下一?步|的)*"
    "(?:情况|做法|要求|措施|目标|任务|原则|思路|内容|程序|条件|标准|依据|范围|职责|安排|打算|问题|成效|经验|建议|体会)"
)
_MIN_SAME = 4
"""Code points of the shortest heading that is compared with others: 总则 may stand in every part."""
_make_passage = maker(Passage)


class Read(NamedTuple):
    """What the headings are read from: facts of the document."""

    document: Document
    masked: str
    folded: str
    markers: Sequence[Marker | None]
    roles: Sequence[Role]
    outline: Outline
    series: Sequence[Series]


def read_passages(read: Read) -> tuple[Passage, ...]:
    """All headings that have a label, in order."""
    passages = [*_with_text(read)]
    without = [*_without_text(read)]
    if without:
        passages = sorted(passages + without, key=_span)
    words = [_words(read.folded, passage) for passage in passages]
    if len(set(words)) == len(words):
        return tuple(passages)  # mostly
    return tuple(_with_twins(read.document.text, passages, words))


def _with_text(read: Read) -> Iterator[Passage]:
    roles = read.roles
    for section in read.outline.sections:
        if section.marker is not None:
            heading = section.heading
            bare = section.end == section.first + 1 and heading.layout is Layout.OWN_LINE and not heading.stop
            # What follows a bare heading is another one without a label (often its second half), or the end.
            empty = bare and section.end < len(roles) and roles[section.end] is Role.SIGNATURE
            yield _make_passage((heading.span, heading, section.marker.text, section.marker.form, empty, None))


def _without_text(read: Read) -> Iterator[Passage]:
    """Labels right before another of their class or a higher one, in a series whose others are headings with text."""
    own_line = {
        section.first: section for section in read.outline.sections if section.heading.layout is Layout.OWN_LINE
    }
    for series in read.series if own_line else ():
        headings = [own_line[marker.block] for marker in series.markers if marker.block in own_line]
        bare = [marker for marker in series.markers if marker.block not in own_line]
        if series.form in _FORMS and len(bare) == 1 and headings and _is_bare(read, series, bare[0]):
            yield _bare(read, bare[0], headings[0])


def _is_bare(read: Read, series: Series, marker: Marker) -> bool:
    """Whether a label is a heading with nothing below: short, without stops, the next line a heading beside it."""
    blocks = read.document.blocks
    title = Span(marker.span.end, blocks[marker.block].span.end).of(read.masked).strip()
    after = marker.block + 1
    following = read.markers[after] if after < len(blocks) else None
    beside = following is not None and (following in series.markers or following.form in _above(series.form))
    return (
        0 < len(title) <= _MAX_BARE
        and not _STOPS.search(title)
        and read.roles[marker.block] is Role.BODY
        and (beside or (after < len(blocks) and read.roles[after] is Role.SIGNATURE))
    )


def _span(passage: Passage) -> Span:
    return passage.span


def _above(form: Form) -> frozenset[Form]:
    """The classes that stand above one."""
    every = tuple(Form)
    return frozenset(every[: every.index(form)])


def _bare(read: Read, marker: Marker, like: Section) -> Passage:
    span = Span(marker.span.start, read.document.blocks[marker.block].span.end)
    title = Span(marker.span.end, span.end)
    text = title.of(read.document.text).strip()
    year, year_span = single_year(read.masked, title)
    tense = heading_tense(title.of(read.masked))
    heading = Heading(span, text, like.heading.level, tense, year, year_span, Layout.OWN_LINE, stop=False)
    return Passage(span, heading, marker.text, marker.form, empty=True, twin=None)


def _words(folded: str, passage: Passage) -> str:
    words = folded[passage.span.start + len(passage.label) : passage.span.end]
    return words if words.isalnum() else _NO_WORD.sub("", words)


def _with_twins(text: str, passages: Sequence[Passage], every: Sequence[str]) -> Iterator[Passage]:
    """Notes of each heading which one before it, with another label, has the same words and looks the same way."""
    first: dict[tuple[str, Form, Tense], Passage] = {}
    for passage, words in zip(passages, every, strict=True):
        if len(words) < _MIN_SAME or passage.empty:
            yield passage
            continue
        twin = first.setdefault((words, passage.form, passage.heading.tense), passage)
        same = twin is not passage and twin.label != passage.label and not _GENERAL.fullmatch(words)
        yield passage._replace(twin=Text(twin.span, twin.span.of(text))) if same else passage
