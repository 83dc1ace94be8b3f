"""Everything that rules may know of one document. Each fact is worked out once, when first asked for."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping
from functools import cached_property
from typing import TYPE_CHECKING, Any

from lint_reports.analysis.attachments import read_attachments
from lint_reports.analysis.dates import dates_of
from lint_reports.analysis.dating import Dating, dating_of
from lint_reports.analysis.markers import read_markers
from lint_reports.analysis.masks import Lines, Masks, lines_of, read_masks
from lint_reports.analysis.occasions import read_events, read_weekdays
from lint_reports.analysis.outline import Outline, read_outline
from lint_reports.analysis.pairs import Pairs, pair_marks
from lint_reports.analysis.passages import Read, read_passages
from lint_reports.analysis.period import document_date_of, genre_of, period_of
from lint_reports.analysis.plans import read_plans
from lint_reports.analysis.references import read_references
from lint_reports.analysis.roles import Parts, read_roles
from lint_reports.analysis.runs import Run, read_runs
from lint_reports.analysis.script import script_of, width_of
from lint_reports.analysis.series import Series, lines_of_labels, read_series
from lint_reports.analysis.stretches import read_stretches
from lint_reports.analysis.writing import written_as
from lint_reports.document import BlockKind, Document
from lint_reports.facts import (
    Genre,
    Heading,
    Layout,
    Marker,
    Mask,
    Moment,
    Passage,
    Period,
    PlanYears,
    Reference,
    Role,
    Roles,
    Script,
    Stretch,
    Tense,
    Weekday,
    Width,
)  # fmt: skip
from lint_reports.folding import fold_script, fold_width, odd_characters
from lint_reports.furniture import Attachment
from lint_reports.text import maker

if TYPE_CHECKING:
    from lint_reports.analysis.figures import Figures
    from lint_reports.analysis.tables import Table

_NOTHING_LIFTED: frozenset[Mask] = frozenset()
_make_moment = maker(Moment)  # `_replace(...)` takes six times as long


class Analysis:
    """The facts of one document; see `lint_reports.facts` for what each of them says."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.scratch: dict[object, Any] = {}
        """What checks have worked out of the facts and want to keep, each under a key of its own."""
        self._starts = [block.span.start for block in document.blocks]

    @cached_property
    def widened(self) -> str:
        """The text with one width for each character; same length."""
        return fold_width(self.document.text, self.odd)

    @cached_property
    def odd(self) -> frozenset[str]:
        """The characters that reports seldom have; what is found by one of them need not be looked for in most."""
        return odd_characters(self.document.text)

    def forget(self) -> None:
        """Drops all facts. Some know the analysis that they are part of, so nothing would be freed by itself."""
        vars(self).clear()

    @cached_property
    def folded(self) -> str:
        """The folded view of the text; same length."""
        return fold_script(self.widened)

    @cached_property
    def pairs(self) -> Pairs:
        """Quotation marks, title marks and brackets."""
        return pair_marks(self.folded, self.document.blocks)

    @cached_property
    def masks(self) -> Masks:
        """What can be masked."""
        return read_masks(self.folded, self.pairs, self.document.blocks)

    @cached_property
    def masked(self) -> str:
        """The folded view with quotations, titles, citations and addresses masked; same length."""
        return self.lines()

    def lines(self, lifted: frozenset[Mask] = _NOTHING_LIFTED) -> str:
        """The folded view, each block a line, with everything masked but what is lifted; same length.

        Between the blocks stand line ends, in them none.
        """
        return self._folded_lines.lifting(lifted)

    def original_lines(self, lifted: frozenset[Mask] = _NOTHING_LIFTED) -> str:
        """The same of the text as it is written."""
        return self._original_lines.lifting(lifted)

    @cached_property
    def _folded_lines(self) -> Lines:
        return Lines(lines_of(self.folded, self.document.blocks), self.masks)

    @cached_property
    def _original_lines(self) -> Lines:
        return Lines(lines_of(self.document.text, self.document.blocks), self.masks)

    def block_text(self, block: int, lifted: frozenset[Mask] = _NOTHING_LIFTED) -> str:
        """The folded view of one block with everything masked but what is lifted."""
        return self.document.blocks[block].span.of(self.lines(lifted))

    @cached_property
    def markers(self) -> tuple[Marker | None, ...]:
        """The numbering label that each block begins with."""
        return read_markers(self.folded, self.document.text, self.document.blocks)

    @cached_property
    def parts(self) -> Parts:
        """The role of each block, and what the roles say."""
        return read_roles(self.document, self.folded, self.markers)

    @property
    def roles(self) -> Roles:
        """Title, signature and metadata."""
        return self.parts.roles

    @cached_property
    def outline(self) -> Outline:
        """The sections."""
        return read_outline(self.document, self.masked, self.markers, self.parts)

    @cached_property
    def tenses(self) -> tuple[Tense, ...]:
        """Which way the section of each block looks."""
        sections = self.outline.sections
        tenses = [section.heading.tense for section in sections] + [Tense.UNKNOWN]  # the last for what is in none, -1
        return tuple([tenses[at] for at in self.outline.of_block])

    @cached_property
    def headings(self) -> tuple[Heading, ...]:
        """The headings of all sections, in order."""
        return tuple([section.heading for section in self.outline.sections])

    @cached_property
    def layouts(self) -> tuple[Layout | None, ...]:
        """How each block shows a heading; `None` if it has none."""
        layouts: list[Layout | None] = [None] * len(self.document.blocks)
        for section in self.outline.sections:
            layouts[section.first] = section.heading.layout
        return tuple(layouts)

    @cached_property
    def series(self) -> tuple[Series, ...]:
        """The runs of numbering labels at the start of blocks."""
        return read_series(lines_of_labels(self.document.blocks, self.folded, self.markers, self.parts))

    @cached_property
    def passages(self) -> tuple[Passage, ...]:
        """The headings with labels, and what stands below each."""
        read = Read(
            self.document, self.masked, self.folded, self.markers, self.parts.of_block, self.outline, self.series
        )
        return read_passages(read)

    @cached_property
    def references(self) -> tuple[Reference, ...]:
        """References to other parts of the document."""
        return read_references(self.document, self.masked, self.parts, self.attachments, self.series)

    @cached_property
    def runs(self) -> tuple[Run, ...]:
        """The series inside paragraphs: 一是, 二是."""
        blocks = self.document.blocks
        return read_runs(self.masked, self.document.text, blocks, self.outline.of_block, self.parts.of_block)

    @cached_property
    def tables(self) -> tuple[Table, ...]:
        """The tables."""
        from lint_reports.analysis.tables import read_tables  # few reports have any

        return read_tables(self.document.blocks, self.folded)

    @cached_property
    def genre(self) -> Genre:
        """The kind of document."""
        return genre_of(self.roles, self.masked, self.markers, self.outline)

    @cached_property
    def period(self) -> Period:
        """The time reported on."""
        return period_of(self.genre, self.roles, self.outline, self.folded, self.masked)

    @cached_property
    def document_date(self) -> Moment | None:
        """When the document was written."""
        return document_date_of(self.roles, self.period)

    @cached_property
    def attachments(self) -> tuple[Attachment, ...]:
        """All attachments, listed or attached."""
        return read_attachments(self.document, self.folded, self.parts.of_block)

    @cached_property
    def dating(self) -> Dating:
        """The first and the last day on which the document can have been written."""
        return dating_of(self.roles, self.period)

    @cached_property
    def dates(self) -> tuple[Moment, ...]:
        """All dates of the document, in order, with the part they play."""
        folded, masked, roles, tenses = self.folded, self.masked, self.parts.of_block, self.tenses
        found = []
        for block, one in dates_of(folded, self.document.text, [block.span for block in self.document.blocks]):
            start, end = one.span
            quoted = masked[start:end] != folded[start:end]
            found.append(_make_moment((*one[:8], roles[block], tenses[block], one.cutoff, quoted)))
        return tuple(found)

    @cached_property
    def weekdays(self) -> tuple[Weekday, ...]:
        """The days of the week written after dates."""
        return read_weekdays(self.folded, self.document.text, self.dates)

    @cached_property
    def stretches(self) -> tuple[Stretch, ...]:
        """Stretches of time, from one date to another."""
        return read_stretches(self.folded, self.document.text, self.dates)

    @cached_property
    def plans(self) -> tuple[PlanYears, ...]:
        """Plans whose names say how long they run."""
        return read_plans(self.folded, self.document.text)

    @cached_property
    def events(self) -> tuple[Moment, ...]:
        """The dates on which the text says that something was done."""
        return read_events(self.masked, self.dates, lambda offset: self.document.blocks[self.block_at(offset)].span)

    @cached_property
    def _first_years(self) -> Mapping[int, int]:
        """The first of the years that each block names."""
        first: dict[int, int] = {}
        for moment in self.dates:
            if moment.year is not None:
                block = self.block_at(moment.span.start)
                first[block] = min(moment.year, first.get(block, moment.year))
        return first

    def names_year_until(self, block: int, year: int) -> bool:
        """Whether a block names a year that is not later than another."""
        return block in self._first_years and self._first_years[block] <= year

    @cached_property
    def figures(self) -> Figures:
        """The figures of the text, and how they hang together."""
        # Imported here: a document without figures does without these modules.
        from lint_reports.analysis.figures import Figures
        from lint_reports.analysis.source import Source

        body, cell = Role.BODY, BlockKind.TABLE_CELL
        blocks = zip(self.document.blocks, self.parts.of_block, strict=True)
        spans = [block.span for block, role in blocks if role is body and block.kind is not cell]
        source = Source(self.document.text, self.folded, self.masked, spans)
        return Figures(source, self._where, self.period.year)

    def _where(self, offset: int) -> tuple[int, int, Tense]:
        block = self.block_at(offset)
        return block, self.outline.of_block[block], self.tenses[block]

    @cached_property
    def script(self) -> Script | None:
        """The script of the text."""
        return script_of(self.widened, self.folded)

    @cached_property
    def width(self) -> Width | None:
        """The width of its marks."""
        return width_of(self.document.text)

    def written(self, text: str) -> str:
        """A text of ours in the script of the document and with its width of marks."""
        return written_as(text, self._own_script, self.width)

    @cached_property
    def _own_script(self) -> Script | None:
        """The same also of a text that is too short to be judged by it: it is long enough to be answered in it."""
        return self.script or script_of(self.widened, self.folded, least=0)

    def block_at(self, offset: int) -> int:
        """The index of the block that an offset stands in or after; -1 before the first."""
        return bisect_right(self._starts, offset) - 1


def analyse(document: Document) -> Analysis:
    """The facts of a document, each worked out when first asked for."""
    return Analysis(document)
