"""Markdown that has headings and paragraphs only, as most reports are written: its blocks need no parser."""

from __future__ import annotations

from lint_reports.document import BlockKind
from lint_reports.patterns import lazy
from lint_reports.readers.base import BREAKS
from lint_reports.readers.paragraphs import Passage, heading
from lint_reports.text import make_span, maker

# How a line begins that may be anything else: code, a quotation, a list, a rule, a table, HTML, a definition, or the
# line below a heading. A paragraph may begin with `**` and words.
_OTHER = lazy(r"\n {0,3}+(?:[ \t>+=_~`|<:\[\\-]|\*(?!\*[^\s*])|\#(?!\#{0,5}[ \t]+[^\s\#\[])|[0-9]{1,9}[.)](?:\s|\Z))")
_HEADING = lazy(r" {0,3}+(#{1,6})[ \t]++")
_OTHER_LINE_ENDS = "\r" + BREAKS

_make_passage = maker(Passage)


def flat_passages(text: str, start: int) -> list[Passage] | None:
    """The headings and paragraphs of a file from an offset on; `None` if there is or may be anything else in it."""
    body = text[start:]
    if _OTHER.search("\n" + body) or any(end in body for end in _OTHER_LINE_ENDS):
        return None
    passages: list[Passage] = []
    paragraph = None
    for line in body.split("\n"):
        end = start + len(line)
        first = line.lstrip(" ")[:1]
        if not first:
            paragraph = None
        elif first == "#" and (mark := _HEADING.match(line)):
            passages.append(heading(text, [make_span((start + mark.end(), end))], len(mark[1])))
            paragraph = None
        elif paragraph is not None:
            paragraph.append(make_span((start, end)))
        else:
            paragraph = [make_span((start, end))]
            passages.append(_make_passage((BlockKind.PARAGRAPH, paragraph, 0, None)))
        start = end + 1
    return passages
