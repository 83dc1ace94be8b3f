"""What the lines round a document say of it: title, signature, dates, number."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lint_reports.analysis import lexicon
from lint_reports.analysis.closing import closing_of, formula_of
from lint_reports.analysis.dates import dates_in
from lint_reports.analysis.reading import Reading
from lint_reports.analysis.titles import same_issuer, title_of
from lint_reports.facts import Moment, Role, Roles, Signature, Text, Year
from lint_reports.furniture import Title
from lint_reports.patterns import lazy
from lint_reports.text import HAN, Span

SUBTITLE = lazy("(?:——|—|--|－－).{4,60}$|（[^（）]{4,80}）$")
"""A line under the title that says when and where: ——2024年1月18日在……会议上."""

NUMBER = lazy(
    f"{HAN}{{1,10}}(?:发|办|函|字|令|规|通|复|议|报|请)"
    r"[ ]?[〔（]?\[?(?P<year>(?:19|20)\d{2})[〕）]?\]?[ ]?第?[ ]?\d{1,4}[ ]?号"
)
"""The number of a document: 某司发〔2024〕5号."""

_MIN_LEAD = 20
_MAX_DATE = 24
_MAX_LABEL = 16


def read_labels(line: str) -> Iterator[tuple[str, int]]:
    """The labels of a metadata line and where the value of each begins: 来源：…　发布日期：2024-02-05."""
    colon = line.find("：")
    while colon >= 0:
        before = line[max(0, colon - _MAX_LABEL) : colon].replace(" ", "")
        label = next((before[-length:] for length in _LENGTHS if before[-length:] in _LABELS), "")
        if label:
            yield label, colon + 1
        colon = line.find("：", colon + 1)


_LABELS = lexicon.METADATA_LABELS | lexicon.PUBLISHED | lexicon.NAMES
_LENGTHS = sorted({len(label) for label in _LABELS}, reverse=True)


def is_metadata(line: str) -> bool:
    """Whether a line begins with the label of a metadatum."""
    label, colon, _ = line.partition("：")
    return colon != "" and label.replace(" ", "") in lexicon.METADATA_LABELS


def read_facts(reading: Reading, of_block: Sequence[Role], signature: Signature | None) -> Roles:
    """Title, lead, ending, dates and number, once the role of each block is known."""
    metadata, recipients = _playing(of_block, Role.METADATA), _playing(of_block, Role.RECIPIENT)
    values = [(label, value) for block in metadata for label, value in _values(reading, block)]
    title = _title(reading, of_block, values)
    return Roles(
        title=title,
        recipient=reading.text(reading.spans[recipients[0]]) if recipients else None,
        lead=_lead(reading, of_block),
        closing=closing_of(reading, of_block),
        formula=formula_of(reading, of_block),
        signature=signature,
        same_issuer=same_issuer(title, signature, reading.folded),
        written=_date(reading, values, lexicon.WRITTEN) or _subtitle_date(reading, metadata),
        generated=_date(reading, values, lexicon.GENERATED),
        published=_date(reading, values, lexicon.PUBLISHED),
        number=_number(reading, metadata),
    )


def _playing(of_block: Sequence[Role], part: Role) -> list[int]:
    """The blocks that play a part."""
    return [block for block, role in enumerate(of_block) if role is part]


def _values(reading: Reading, block: int) -> Iterator[tuple[str, Span]]:
    """The labels of a block, each with what follows it up to the end of the block, quotation marks taken off."""
    span = reading.spans[block]
    for label, offset in read_labels(reading.lines[block]):
        start = span.start + offset
        while start < span.end and reading.folded[start] in " '\"":
            start += 1
        end = span.end - (reading.folded[span.end - 1] in "'\"")
        yield label, Span(start, max(start, end))


def _title(reading: Reading, of_block: Sequence[Role], values: list[tuple[str, Span]]) -> Title | None:
    lines = _playing(of_block, Role.TITLE)
    named = next((span for label, span in values if label in lexicon.NAMES and span.start < span.end), None)
    if named and (not lines or _names_better(reading, named, lines)):
        return title_of(reading.document.text, reading.folded, named)
    if not lines:
        return None
    span = Span(reading.spans[lines[0]].start, reading.spans[lines[-1]].end)
    return title_of(reading.document.text, reading.folded, span)


def _names_better(reading: Reading, named: Span, lines: list[int]) -> bool:
    """Whether the metadata name a document while the line taken for the title names a speaker or a place."""
    return lexicon.names_document(named.of(reading.folded)) and not any(
        lexicon.names_document(reading.lines[block]) for block in lines
    )


def _lead(reading: Reading, of_block: Sequence[Role]) -> Text | None:
    body = Role.BODY
    for block, role in enumerate(of_block):
        if role is body and reading.markers[block] is None:
            line = reading.lines[block]
            if len(line) >= _MIN_LEAD and any(stop in line for stop in "。！？；"):
                return reading.text(reading.spans[block])
    return None


def _date(reading: Reading, values: list[tuple[str, Span]], labels: frozenset[str]) -> Moment | None:
    for label, span in values:
        if label in labels:
            moment = reading.date(Span(span.start, min(span.start + _MAX_DATE, span.end)))
            if moment is not None and moment.span.start <= span.start + 1:
                return moment._replace(role=Role.METADATA)
    return None


def _subtitle_date(reading: Reading, metadata: list[int]) -> Moment | None:
    """The day of a speech or a decision, from the line under the title."""
    for block in metadata:
        if SUBTITLE.match(reading.lines[block]):
            for moment in dates_in(reading.folded, reading.document.text, reading.spans[block]):
                return moment._replace(role=Role.METADATA)
    return None


def _number(reading: Reading, metadata: list[int]) -> Year | None:
    for block in metadata:
        if "号" in reading.lines[block]:
            found = NUMBER.search(reading.folded, *reading.spans[block])
            if found:
                return Year(Span(*found.span("year")), int(found["year"]))
    return None
