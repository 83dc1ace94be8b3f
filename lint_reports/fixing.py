"""Applies fixes to a document, in memory: which edits go together, and when there is nothing left to do.

A fix is applied whole or not at all. In one round no two edits meet; what has to wait is done in the next round, on
what the first has made of the document. A rule whose fixes do harm, or never come to an end, is left out altogether,
so that what comes out is always settled: a second run changes nothing.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from lint_reports.document import Document, SourceSpan
from lint_reports.errors import InputError
from lint_reports.finding import Edit, Finding, Fix, Safety, Severity
from lint_reports.language import Say
from lint_reports.placing import Placed, apply, place
from lint_reports.readers import parse
from lint_reports.readers.base import BLANK
from lint_reports.report import Report
from lint_reports.text import Span

MOST_ROUNDS = 5
"""After so many rounds a document must be settled."""

Check = Callable[[Document], Report]
Writable = Callable[[str], bool]
"""Whether the encoding of the file has all characters of a text."""


class Options(NamedTuple):
    """Which fixes are wanted.

    Attributes:
        check: what a document is checked with.
        unsafe: also those that somebody should read.
        writable: whether a text can be written in the encoding of the file.
    """

    check: Check
    unsafe: bool = False
    writable: Writable = lambda _text: True

    def wants(self, fix: Fix) -> bool:
        """Whether a fix is safe enough."""
        return self.unsafe or fix.safety is Safety.SAFE

    def can_write(self, fix: Fix) -> bool:
        """Whether the file can hold what a fix puts in."""
        return all(self.writable(edit.text) for edit in fix.edits)


class Chosen(NamedTuple):
    """Fixes that can be applied together.

    Attributes:
        findings: those that they mend.
        edits: what they do to `Document.source`, in order; no two overlap.
        shown: what they do to `Document.text`, in order.
    """

    findings: tuple[Finding, ...]
    edits: tuple[Edit, ...]
    shown: tuple[Edit, ...]


class Fixed(NamedTuple):
    """A document after its fixes.

    Attributes:
        report: what remains to be reported, with the document as it is now.
        rounds: the edits of each round, of `Document.source` as the round before has left it.
        mended: how many findings have been.
        notes: which fixes were wanted and left out, and why.
    """

    report: Report
    rounds: tuple[tuple[Edit, ...], ...]
    mended: int
    notes: tuple[Say, ...]


def mend(report: Report, options: Options) -> Fixed:
    """Applies the fixes of a report, round after round.

    Args:
        report: what was found in the document.
        options: which fixes are wanted, and how to check again.
    """
    barred: dict[str, Say] = {}
    while True:  # each turn bars one rule more, or ends
        fixed, late = _settle(report, options, barred)
        if not late:
            return fixed._replace(notes=(*barred.values(), *_left_out(fixed.report, options, barred)))
        barred |= {rule: _unsettled(rule) for rule in sorted(late)}


def choose(document: Document, findings: Iterable[Finding]) -> Chosen:
    """As many of the fixes as can be applied together; of two that meet, the one whose finding comes first.

    Edits of different rules do not even touch: they may be two remedies for one fault. A fix whose place the file
    writes in another way, such as over a line break, is left out.
    """
    taken: list[tuple[Span, str, Placed]] = []
    done: set[tuple[Edit, ...]] = set()
    mended: list[Finding] = []
    for finding in findings:
        if finding.fix is None:
            continue
        if finding.fix.edits not in done:
            placed = place(document, finding.fix)
            if not placed or not _take(taken, placed, finding.rule):
                continue
            done.add(finding.fix.edits)
        mended.append(finding)
    edits = tuple(placed.edit for _, _, placed in taken)
    return Chosen(
        tuple(mended),
        edits,
        tuple(sorted(edit for fix in done for edit in fix if not isinstance(edit.span, SourceSpan))),
    )


def _take(taken: list[tuple[Span, str, Placed]], placed: Sequence[Placed], rule: str) -> bool:
    """Adds the edits of a fix to those taken, in order, unless one of them meets one of those or of its own."""
    added: list[tuple[Span, str, Placed]] = []
    for one in placed:
        new = (one.claim, rule, one)
        at = bisect_left(taken, one.claim, key=_claim)
        if any(_meet(new, other) for other in (*taken[max(at - 1, 0) : at + 1], *added[-1:])):
            return False
        added.append(new)
    for new in added:
        taken.insert(bisect_left(taken, new[0], key=_claim), new)
    return True


def _claim(entry: tuple[Span, str, Placed]) -> Span:
    return entry[0]


def _meet(one: tuple[Span, str, Placed], other: tuple[Span, str, Placed]) -> bool:
    a, b = one[0], other[0]
    if a.touches(b) or a.start == b.start:
        return True
    return one[1] != other[1] and (a.end == b.start or b.end == a.start)


def _settle(report: Report, options: Options, barred: dict[str, Say]) -> tuple[Fixed, set[str]]:
    """The rounds without some rules; and if these do not end, the rules that took part after the first."""
    rounds: list[tuple[Edit, ...]] = []
    count = 0
    busy: set[str] = set()
    chosen = _wanted(report, options, barred)
    while chosen.edits and len(rounds) < MOST_ROUNDS:
        after = _round(report, chosen, options, barred)
        if after is not None:
            report, edits, mended = after
            rounds.append(edits)
            count += mended
        chosen = _wanted(report, options, barred)
        busy |= {finding.rule for finding in chosen.findings}
    return Fixed(report, tuple(rounds), count, ()), busy if chosen.edits else set()


def _wanted(report: Report, options: Options, barred: Mapping[str, Say]) -> Chosen:
    return choose(
        report.document,
        (
            finding
            for finding in report.findings
            if finding.fix
            and finding.rule not in barred
            and options.wants(finding.fix)
            and options.can_write(finding.fix)
        ),
    )


def _round(
    report: Report, chosen: Chosen, options: Options, barred: dict[str, Say]
) -> tuple[Report, tuple[Edit, ...], int] | None:
    """What a round comes to; if it does harm, without the rules that do, which are barred. `None` if none is left."""
    after, harm = _try(report, chosen, options)
    if harm is None:
        return after, chosen.edits, len(chosen.findings)
    best = None
    kept: list[Finding] = []
    for rule in sorted({finding.rule for finding in chosen.findings}):
        some = choose(report.document, [*kept, *(one for one in chosen.findings if one.rule == rule)])
        after, harm = _try(report, some, options)
        if harm is None:
            best = after, some.edits, len(some.findings)
            kept = list(some.findings)
        else:
            barred[rule] = _harmful(rule, harm)
    return best


def _try(report: Report, chosen: Chosen, options: Options) -> tuple[Report, Say | None]:
    """The report after some fixes, and what harm they do."""
    old = report.document
    try:
        document = parse(apply(old.source, chosen.edits), old.name, old.encoding)
    except InputError as error:
        return report, error.say
    after = options.check(document)
    if _bare(document.text) != _bare(apply(old.text, chosen.shown)):
        return after, Say("文件的结构会因此改变", "the file would be read in another way")
    rules = sorted(_errors(after) - _errors(report))
    return after, Say(f"会带来新的错误 {rules[0]}", f"it would bring a new error, {rules[0]}") if rules else None


def _bare(text: str) -> str:
    """A text without white space: whether lines belong together may be seen in another way after a fix."""
    return text.translate(_NO_BLANK)


_NO_BLANK = dict.fromkeys(map(ord, BLANK))


def _errors(report: Report) -> Counter[str]:
    return Counter(finding.rule for finding in report.findings if finding.severity is Severity.ERROR)


def _left_out(report: Report, options: Options, barred: Mapping[str, Say]) -> Iterator[Say]:
    """Why fixes that are wanted were not applied, once for each reason."""
    wanted = [one for one in report.findings if one.fix and one.rule not in barred and options.wants(one.fix)]
    fixes = [finding.fix for finding in wanted if finding.fix]
    missing = sorted({char for fix in fixes for edit in fix.edits for char in edit.text if not options.writable(char)})
    encoding = report.document.encoding
    if missing:
        chars = "".join(missing)
        zh = f"文件的编码 {encoding} 没有“{chars}”，需要这些字的修改未做；可将文件另存为 UTF-8 后重试。"
        en = f"the encoding of the file, {encoding}, has no “{chars}”; fixes that need it were left out; save as UTF-8"
        yield Say(zh, en)
    count = sum(1 for fix in fixes if options.can_write(fix) and not place(report.document, fix))
    if count:
        zh = f"{count} 处修改跨行或跨标记，无法直接写回文件，未做；请手工修改。"
        yield Say(zh, f"fixes that reach over a line break or markup were left out: {count}; mend these by hand")


def _unsettled(rule: str) -> Say:
    zh = f"规则 {rule} 的修改经 {MOST_ROUNDS} 轮仍未稳定，未采用；请手工修改。"
    return Say(zh, f"the fixes of {rule} do not settle in {MOST_ROUNDS} rounds and were left out; mend these by hand")


def _harmful(rule: str, harm: Say) -> Say:
    zh = f"规则 {rule} 的修改未采用：{harm.zh}；请手工修改。"
    return Say(zh, f"the fixes of {rule} were left out: {harm.en}; mend these by hand")
