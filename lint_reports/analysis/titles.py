"""What a title says of its document: whose it is, and what kind of document. And whether the signer is the same."""

from __future__ import annotations

from lint_reports.analysis import lexicon
from lint_reports.facts import Signature
from lint_reports.furniture import Title
from lint_reports.patterns import lazy
from lint_reports.text import Span

_MAX_ISSUER = 40
_LEADING = lazy("(?:关于)?(?:(?:19|20)\\d{2}年?度?)?(?:的)?")
_SUBJECT = lazy(
    "关于|(?:19|20)\\d{2}|[一二][九〇零○][九〇零○一二三四五六七八]{2}年|年度|[上下]半年|法治|依法行政|政府信息公开"
    "|信息公开|政务公开|政府工作报告|工作|推进|贯彻|落实|履行|印发|转发|述职|年报"
)
"""What follows the issuer in a title."""
_OF_ALL = ("全", "各", "本", "我")
"""How words begin that name no issuer: 全市2023年……."""
_MARKS = frozenset("《》“”，：。")
_KINDS = frozenset(lexicon.TITLE_ENDS)
_LENGTHS = sorted({len(kind) for kind in _KINDS}, reverse=True)
_LEFT_OUT = lazy("[ \\n]|人民|中共|委员会|（[^（）]*）|办公[室厅]$|办$")
"""What one writes in the name of an organ and another leaves out; 委 is put for 委员会."""
_PLACES = ("省", "市", "县", "区", "州", "镇", "乡", "街道")


def title_of(text: str, folded: str, span: Span) -> Title:
    """A title that stands at a span, with what it says.

    Args:
        text: the original.
        folded: the folded view.
        span: the title; it may run over several lines.
    """
    issuer = _issuer(folded, span)
    line = span.of(folded).replace("\n", "").replace(" ", "")
    bare = lexicon.without_brackets(line)
    kind = next((bare[-length:] for length in _LENGTHS if bare[-length:] in _KINDS), None)
    return Title(span, _joined(text, span), _joined(text, issuer) or None, issuer, kind)


def _joined(text: str, span: Span) -> str:
    return span.of(text).replace("\r", "").replace("\n", "")


def _issuer(folded: str, span: Span) -> Span:
    nothing = Span(span.start, span.start)
    leading = _LEADING.match(folded, span.start, span.end)
    start = leading.end() if leading else span.start
    subject = _SUBJECT.search(folded, start, span.end)
    if subject is None:
        return nothing
    name = folded[start : subject.start()]
    found = Span(start, start + len(name.rstrip()))
    if not 2 <= len(name.strip()) <= _MAX_ISSUER or name.startswith(_OF_ALL) or _MARKS.intersection(name):
        return nothing
    return found


def same_issuer(title: Title | None, signature: Signature | None, folded: str) -> bool | None:
    """Whether the organ that signs may be the issuer of the title; `None` if one of them names no single organ.

    Names are shortened in many ways: 市住建局 is 某某市住房和城乡建设局. So one may be the other if its characters
    stand in the other in their order.
    """
    if title is None or signature is None or signature.organ is None:
        return None
    if signature.span.start < signature.organ.span.start:
        return None  # several organs sign
    one, other = _plain(title.issuer_span.of(folded)), _plain(signature.organ.span.of(folded))
    if not _is_organ(one) or not _is_organ(other):
        return None
    return _stands_in(one, other) or _stands_in(other, one)


def _plain(name: str) -> str | None:
    """A name without what others leave out; `None` if it names several organs or is cut short by a mark."""
    if any(mark in name.strip() for mark in " \n、，"):
        return None
    return _LEFT_OUT.sub(lambda found: "委" if found.group() == "委员会" else "", name)


def _is_organ(name: str | None) -> bool:
    return name is not None and len(name) >= 3 and name.endswith(lexicon.ORGAN_ENDS) and not name.endswith(_PLACES)


def _stands_in(part: str | None, whole: str | None) -> bool:
    """Whether the characters of one name stand in the other in their order."""
    rest = iter(whole or "")
    return all(character in rest for character in part or "")
