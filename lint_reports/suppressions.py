"""What authors excuse in the document itself, by comments: which findings stay, and what is to be said of the comments.

A comment covers a span of the file and names rules. A finding is excused if its place begins in that span and a name
means its rule. Every excuse that covers a finding counts as used. What `directives` cannot read, what has expired and
what names no rule excuses nothing: in doubt a finding is shown.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set as AbstractSet
from typing import NamedTuple

from lint_reports.directives import Action, Directive, Malformed, Named, read_directive
from lint_reports.document import Document, SourceSpan
from lint_reports.finding import Confidence, Edit, Finding, Fix, Safety
from lint_reports.judging import excuses_nothing, expired, has_expired, judged_names, matches, unknown
from lint_reports.language import Say
from lint_reports.notices import EXPIRED, MALFORMED, REASON_MISSING, UNKNOWN_RULE, UNUSED, Policy
from lint_reports.readers.comments import cut_of
from lint_reports.report import Report
from lint_reports.text import LineIndex, Span


class Excuse(NamedTuple):
    """What a comment, or a pair of them, excuses.

    Attributes:
        directive: what it says.
        area: the span of the source in which findings begin that are excused, its end included.
        end: the comment that ends a range.
    """

    directive: Directive
    area: Span
    end: Span | None = None


class _Notice(NamedTuple):
    rule: str
    place: Span
    say: Say
    fix: Fix | None = None


def excused(report: Report, policy: Policy) -> Report:
    """The report without what its document excuses, and with what is to be said of the excuses."""
    if not report.document.comments:
        return report
    excuses, notices = read_excuses(report.document)
    valid = [excuse for excuse in excuses if not has_expired(excuse.directive.until, policy.today)]
    kept, used = _apply(report, valid)
    superfluous = [_expired(report.document, one) for one in excuses if has_expired(one.directive.until, policy.today)]
    if not report.problems:  # a rule that gave up may have had something to excuse
        judged = judged_names({rule.name for excuse in valid for rule in excuse.directive.rules}, policy)
        superfluous += [notice for one in valid for notice in _unused(report.document, one, used, judged)]
    leaving = {notice.place for notice in superfluous}
    notices += superfluous
    for excuse in excuses:
        notices += _misnamed(excuse, policy.known)
        notices += _without_reason(excuse) if policy.strict and excuse.directive.place not in leaving else ()
    findings = [*kept, *(_finding(notice, policy) for notice in notices if notice.rule in policy.notices)]
    findings.sort(key=lambda finding: (report.document.to_source(finding.span), finding.rule))
    return report._replace(findings=tuple(findings), suppressed=report.suppressed + len(report.findings) - len(kept))


def read_excuses(document: Document) -> tuple[list[Excuse], list[_Notice]]:
    """What the comments of a document excuse, in order, and what is wrong with them."""
    areas = _Areas(document)
    excuses: list[Excuse] = []
    notices: list[_Notice] = []
    open_ranges: list[Directive] = []
    for comment in document.comments:
        found = read_directive(document.source, comment)
        if isinstance(found, Malformed):
            notices.append(_Notice(MALFORMED, found.place, found.say))
        elif found.action is Action.START:
            open_ranges.append(found)
        elif found.action is Action.END:
            start = _take(open_ranges, found)
            if start is None:
                notices.append(_Notice(MALFORMED, comment, _NO_START, _removal(document, [comment])))
            else:
                excuses.append(Excuse(start, Span(start.place.end, comment.start), comment))
        else:
            excuses.append(Excuse(found, areas.of(found)))
    notices += [_Notice(MALFORMED, start.place, _NO_END) for start in open_ranges]
    return sorted(excuses, key=_place), notices


def _place(excuse: Excuse) -> Span:
    return excuse.directive.place


def _take(open_ranges: list[Directive], end: Directive) -> Directive | None:
    """The start of the range that a comment ends: the last one, or the last one of the rules that it names."""
    names = {rule.name for rule in end.rules}
    for at in range(len(open_ranges) - 1, -1, -1):
        if not names or names == {rule.name for rule in open_ranges[at].rules}:
            return open_ranges.pop(at)
    return None


class _Areas:
    """The spans of a source that comments cover."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._starts = [
            document.to_source(Span(block.span.start, block.span.start + 1)).start for block in document.blocks
        ]
        self._lines = LineIndex(document.source)

    def of(self, directive: Directive) -> Span:
        """The span that a comment covers; an empty one at its place if nothing follows it."""
        if directive.action is Action.FILE:
            return Span(0, len(self._document.source))
        if directive.action is Action.LINE:
            return self._lines.line_span(self._lines.position(directive.place.start).line)
        return self._next(directive.place)

    def _next(self, comment: Span) -> Span:
        """The next block; a table as a whole."""
        blocks = self._document.blocks
        first = last = bisect_left(self._starts, comment.end)
        if first == len(blocks):
            return Span(comment.end, comment.end)
        cell = blocks[first].cell
        while cell and last + 1 < len(blocks) and (after := blocks[last + 1].cell) and after.table == cell.table:
            last += 1
        return Span(self._starts[first], self._document.to_source(blocks[last].span).end)


def _apply(report: Report, excuses: Sequence[Excuse]) -> tuple[list[Finding], set[tuple[Span, Named]]]:
    """The findings that stay, and which names of which excuses have excused something.

    The time is in proportion to findings and excuses, however many there are of both.
    """
    places: dict[str, list[int]] = {}
    for finding in report.findings:
        places.setdefault(finding.rule, []).append(report.document.to_source(finding.span).start)
    for starts in places.values():
        starts.sort()
    used: set[tuple[Span, Named]] = set()
    areas: dict[str, list[Span]] = {}
    for directive, area, _ in excuses:
        for named in directive.rules:
            for rule in _meant(named.name, places):
                starts = places[rule]
                if bisect_left(starts, area.start) < bisect_right(starts, area.end):
                    used.add((directive.place, named))
                    areas.setdefault(rule, []).append(area)
    covers = {rule: _Union(spans) for rule, spans in areas.items()}
    kept = [
        finding
        for finding in report.findings
        if finding.rule not in covers or report.document.to_source(finding.span).start not in covers[finding.rule]
    ]
    return kept, used


def _meant(name: str, rules: Iterable[str]) -> list[str]:
    return [rule for rule in rules if matches(rule, name)]


class _Union:
    """Several spans, their ends included, as one set of offsets."""

    def __init__(self, spans: Iterable[Span]) -> None:
        self._starts: list[int] = []
        self._ends: list[int] = []
        for start, end in sorted(spans):
            if self._ends and start <= self._ends[-1]:
                self._ends[-1] = max(end, self._ends[-1])
            else:
                self._starts.append(start)
                self._ends.append(end)

    def __contains__(self, offset: int) -> bool:
        at = bisect_right(self._starts, offset) - 1
        return at >= 0 and offset <= self._ends[at]


def _expired(document: Document, excuse: Excuse) -> _Notice:
    fix = _removal(document, _comments_of(excuse))
    return _Notice(EXPIRED, excuse.directive.place, expired(excuse.directive.until), fix)


def _misnamed(excuse: Excuse, known: Mapping[str, bool]) -> Iterator[_Notice]:
    """Names that no rule has, and the name of a rule where the reason should be."""
    yield from _unknown(excuse, known)
    word = excuse.directive.reason.partition(" ")[0].rstrip(",，、")
    if word in known:
        yield _Notice(MALFORMED, excuse.directive.place, _no_comma(word))


def _unknown(excuse: Excuse, known: Mapping[str, bool]) -> Iterator[_Notice]:
    for name, place in excuse.directive.rules:
        found = unknown(name, known)
        if found:
            fix = Fix((Edit(SourceSpan(*place), found.near),), Safety.UNSAFE) if found.near else None
            yield _Notice(UNKNOWN_RULE, place, found.say, fix)


def _without_reason(excuse: Excuse) -> Iterator[_Notice]:
    if not excuse.directive.reason:
        zh = "这条豁免没有写理由；请写在规则名之后，用空格隔开。"
        en = "this excuse gives no reason; write it after the rules, with a space between"
        yield _Notice(REASON_MISSING, excuse.directive.place, Say(zh, en))


def _unused(
    document: Document, excuse: Excuse, used: AbstractSet[tuple[Span, Named]], names: AbstractSet[str]
) -> Iterator[_Notice]:
    """One notice if nothing is excused at all, else one for each name that could go."""
    directive = excuse.directive
    idle = [rule for rule in directive.rules if rule.name in names and (directive.place, rule) not in used]
    if len(idle) == len(directive.rules):
        fix = _removal(document, _comments_of(excuse))
        yield _Notice(UNUSED, directive.place, _excuses_nothing(document, excuse), fix)
        return
    for rule in idle:
        say = Say(
            f"这条豁免中的 {rule.name} 没有豁免任何问题，可删去。", f"{rule.name} excuses nothing here; delete it"
        )
        yield _Notice(UNUSED, rule.place, say, _without(directive.rules, rule))


def _excuses_nothing(document: Document, excuse: Excuse) -> Say:
    zh, en = excuses_nothing(rule.name for rule in excuse.directive.rules)
    line = excuse.area.of(document.source).strip()
    if excuse.directive.action is Action.LINE and line == excuse.directive.place.of(document.source):
        return Say(
            f"{zh}：本行没有正文。要豁免下一段请写 ignore。",
            f"{en}: there is no text on its line; to excuse the next block, write ignore",
        )
    return Say(f"{zh}，可删去。", f"{en}; delete it")


def _comments_of(excuse: Excuse) -> list[Span]:
    return [excuse.directive.place, *([excuse.end] if excuse.end else [])]


def _removal(document: Document, comments: Iterable[Span]) -> Fix:
    cuts = [cut_of(document.source, comment) for comment in comments]
    if len(cuts) == 2 and cuts[1].start < cuts[0].end:
        cuts[1] = Span(cuts[0].end, cuts[1].end)
    return Fix(tuple(Edit(SourceSpan(*cut), "") for cut in cuts), Safety.SAFE)


def _without(rules: Sequence[Named], rule: Named) -> Fix:
    """Takes a name out of a list, with one of the commas round it."""
    at = rules.index(rule)
    if at + 1 < len(rules):
        span = SourceSpan(rule.place.start, rules[at + 1].place.start)
    else:
        span = SourceSpan(rules[at - 1].place.end, rule.place.end)
    return Fix((Edit(span, ""),), Safety.SAFE)


def _finding(notice: _Notice, policy: Policy) -> Finding:
    return Finding(
        rule=notice.rule,
        severity=policy.notices[notice.rule],
        confidence=Confidence.CERTAIN,
        message=notice.say.text(policy.lang),
        span=SourceSpan(*notice.place),
        related=(),
        fix=notice.fix,
        basis=(),
    )


_NO_START = Say("ignore-end 之前没有与之对应的 ignore-start。", "no ignore-start stands before this ignore-end")
_NO_END = Say(
    "ignore-start 之后没有 ignore-end，不起作用；要豁免全文请写 ignore-file。",
    "no ignore-end follows this ignore-start, which has no effect; to excuse the whole file, write ignore-file",
)


def _no_comma(word: str) -> Say:
    return Say(
        f"“{word}”前面应当用逗号与前一条规则隔开，期限写在全部规则之后；现在它被当作理由。",
        f"a comma is missing before “{word}”, and the day comes after all rules; now it is taken for the reason",
    )
