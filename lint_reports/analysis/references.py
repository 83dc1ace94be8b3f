"""References to other parts of the same document, and whether there is such a part: 见第四部分, 见附件3."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence

from lint_reports.analysis.lexicon import without_brackets
from lint_reports.analysis.numerals import whole_number
from lint_reports.analysis.roles import Parts
from lint_reports.analysis.series import Series
from lint_reports.document import Document
from lint_reports.facts import Form, Reference, Role, Target
from lint_reports.furniture import Attachment
from lint_reports.patterns import lazy
from lint_reports.text import Span

_NUMBER = "[一二三四五六七八九十百零]{1,6}|[0-9]{1,3}"
_REFERENCE = lazy(
    f"(?:见|阅|本(?:报告|文|通知|意见|方案|计划))(?P<part>第[ ]?(?P<part_number>{_NUMBER})[ ]?部分)"
    f"|(?:见|阅|写|送|照|按照?)(?P<attachment>附件[ ]?(?P<attachment_number>{_NUMBER}))(?![0-9一二三四五六七八九十])"
    "|本(?P<self>办法|条例|规定|细则|规则|章程|法|方案|制度)"
    f"(?P<statute>第[ ]?(?P<statute_number>{_NUMBER})[ ]?(?P<unit>[章条]))"
)
# What stands in every reference, and how far before it that may begin. Looking for one certain character first is
# twenty times as quick as trying the whole pattern everywhere.
_SIGNS = (lazy("附(?<=[见阅写送照按]附)"), lazy("第(?<=[见阅告文知案划法例定则程度]第)"))
_BEFORE = (3, 2, 1)
# What every reference has in it beside an attachment; without both, as in most documents, nothing is looked for.
_PART = lazy(f"第[ ]?(?:{_NUMBER})[ ]?[部章条]")
_MIN_ARTICLES = 3
_UNITS = {"章": Target.CHAPTER, "条": Target.ARTICLE}


def read_references(
    document: Document, masked: str, parts: Parts, attachments: Sequence[Attachment], series: Sequence[Series]
) -> tuple[Reference, ...]:
    """The references in the text of a document, in order.

    Args:
        document: what is read.
        masked: the folded view with quotations and titles masked.
        parts: the role of each block, and the title.
        attachments: those that it lists or contains.
        series: the runs of labels.
    """
    if "附" not in masked and not _PART.search(masked):
        return ()
    roles = parts.of_block
    title = without_brackets(parts.roles.title.span.of(masked)) if parts.roles.title else ""
    there = {
        Target.PART: _highest(series, Form.HAN, 2),
        Target.CHAPTER: _highest(series, Form.CHAPTER, 2),
        Target.ARTICLE: _highest(series, Form.ARTICLE, _MIN_ARTICLES),
        Target.ATTACHMENT: max((attachment.number or 1 for attachment in attachments), default=None),
    }
    starts = [block.span.start for block in document.blocks]
    return tuple(
        reference
        for reference in _references(document.text, masked, title, there)
        if roles[bisect_right(starts, reference.span.start) - 1] is Role.BODY
    )


def _references(text: str, masked: str, title: str, there: Mapping[Target, int | None]) -> Iterator[Reference]:
    """What a text refers to. One pass over the whole is several times as quick as one for each paragraph."""
    signs = sorted([found.start() for sign in _SIGNS for found in sign.finditer(masked)])
    for start in (sign - before for sign in signs for before in _BEFORE if sign >= before):
        found = _REFERENCE.match(masked, start)
        if found is None or (found["self"] and not _is_own(title, found["self"])):
            continue
        target, name = _target(found)
        value = whole_number(found[f"{name}_number"])
        at = Span(*found.span(name))
        if value and masked[at.start - 1 : at.start] != "》":
            yield Reference(at, at.of(text), target, value, there[target])


def _is_own(title: str, word: str) -> bool:
    """Whether a document calls itself by a word: 本法 in rules that carry out a law is that law."""
    return title.endswith(word) and not (word == "法" and title.endswith("办法"))


def _target(found: re.Match[str]) -> tuple[Target, str]:
    if found["statute"]:
        return _UNITS[found["unit"]], "statute"
    return (Target.PART, "part") if found["part"] else (Target.ATTACHMENT, "attachment")


def _highest(series: Sequence[Series], form: Form, least: int) -> int | None:
    """The highest number of a class of labels that is counted through the document; `None` if there are too few."""
    values = [marker.value for one in series if one.form is form for marker in one.markers]
    return max(values) if len(values) >= least else None
