"""Runs rules over a document and dresses what their checks find: a `Match` becomes a `Finding`."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from operator import itemgetter
from typing import NamedTuple

from lint_reports.analysis import Analysis, analyse
from lint_reports.analysis.writing import digits_as
from lint_reports.checks import CHECKS
from lint_reports.checks.base import Check, Hit, Names, Plain, Scope, Undetermined, scope_of
from lint_reports.checks.matching import PatternTimeout
from lint_reports.document import Document
from lint_reports.finding import Edit, Finding, Fix, Label, Match, Safety
from lint_reports.language import Lang, Say
from lint_reports.plan import Plan, Rule, rule_of
from lint_reports.prefilter import Prefilter
from lint_reports.report import Report
from lint_reports.rulelang.expr.evaluate import Evaluate, Steps, TooManyStepsError, evaluator
from lint_reports.rulelang.templates import fill
from lint_reports.text import Span

_MAX_QUOTED = 40
"""Code points of the document that a message quotes at most."""
_MAX_HEADING = 80
"""Code points that a finding keeps of a heading it stands under."""


_start = itemgetter(1)


class _Ready(NamedTuple):
    """A rule with its check."""

    rule: Rule
    check: Check
    scope: Scope
    applies: Evaluate | None
    everywhere: bool
    """Whether it looks at every document, of whatever kind."""


class _Run:
    """A document on its way through the rules."""

    def __init__(self, analysis: Analysis) -> None:
        self.analysis = analysis
        self.findings: list[Finding] = []
        self.silent: list[str] = []
        self.problems: list[Say] = []

    def report(self) -> Report:
        findings = tuple(sorted(self.findings, key=lambda finding: (finding.span, finding.rule)))
        return Report(
            self.analysis.document, findings, not_applicable=tuple(self.silent), problems=tuple(self.problems)
        )


class Engine:
    """Some rules, ready for any number of documents.

    Args:
        plan: the rules.
        lang: the language of messages.
    """

    def __init__(self, plan: Plan, lang: Lang = "zh") -> None:
        self._plan = plan
        self._lang = lang
        self._ready: dict[int, _Ready] = {}
        self._always = frozenset([number for number, rule in enumerate(plan) if rule.always])
        self._evaluators: dict[str, Evaluate] = {}
        owners: dict[str, list[int]] = {}
        for number, rule in enumerate(plan):
            for literal in rule.literals.split("\n") if rule.literals else ():
                owners.setdefault(literal, []).append(number)
        self._owners = list(owners.values())
        self._prefilter = Prefilter(list(owners))

    def run(self, document: Document) -> Report:
        """Checks one document."""
        return self.run_all([document])[0]

    def run_all(self, documents: Sequence[Document]) -> list[Report]:
        """Checks some documents, rule by rule.

        What a rule needs stays in the processor's cache from one document to the next: twelve reports at once take a
        quarter less than one after the other. All their facts are held together, so only small ones should be.
        """
        runs = [_Run(analyse(document)) for document in documents]
        asked = [(run, self._hits(run.analysis.folded)) for run in runs if run.analysis.document.blocks]
        always = self._always if asked else frozenset()
        for number in sorted(always.union(*[hits for _, hits in asked])):
            concerned = [(run, hits.get(number, ())) for run, hits in asked if number in hits or number in always]
            self._apply(self._rule(number), concerned)
        reports = [run.report() for run in runs]
        for run in runs:
            run.analysis.forget()
        return reports

    def _apply(self, ready: _Ready, concerned: Iterable[tuple[_Run, Sequence[Hit]]]) -> None:
        rule, find, everywhere = ready.rule, ready.check.find, ready.everywhere
        for run, hits in concerned:
            analysis = run.analysis
            try:
                for match in find(analysis, hits) if everywhere or _concerns(ready, analysis) else ():
                    if rule.at in match.places or "match" in match.places:
                        run.findings.append(_dress(rule, match, analysis, self._lang))
            except Undetermined:
                run.silent.append(rule.id)
            except (PatternTimeout, TooManyStepsError):
                run.problems.append(_gave_up(rule.id))

    def _hits(self, folded: str) -> Mapping[int, Sequence[Hit]]:
        """The rules that have literals in a text, with the places of these, by their starts."""
        hits: defaultdict[int, list[Hit]] = defaultdict(list)
        owners = self._owners
        for hit in sorted(self._prefilter.find(folded), key=_start):
            for number in owners[hit[0]]:
                hits[number].append(hit)
        return hits

    def _rule(self, number: int) -> _Ready:
        ready = self._ready.get(number)
        if ready is None:
            rule = rule_of(self._plan[number])
            scope = scope_of(rule.scope)
            check = CHECKS[rule.kind](rule.options, scope, trusted=rule.trusted)
            everywhere = scope.genres is None and not rule.applies
            ready = _Ready(rule, check, scope, self._evaluator(rule.applies) if rule.applies else None, everywhere)
            self._ready[number] = ready
        return ready

    def _evaluator(self, expression: Plain) -> Evaluate:
        """One for all rules with an expression, so that it is asked once of a document."""
        key = repr(expression)
        known = self._evaluators.get(key)
        if known is None:
            known = self._evaluators[key] = evaluator(expression)
        return known


def _concerns(ready: _Ready, analysis: Analysis) -> bool:
    """Whether a rule is for documents such as this."""
    if ready.scope.genres is not None and not ready.scope.covers_document(analysis.genre):
        return False
    return ready.applies is None or _applies(ready.applies, analysis)


def _applies(expression: Evaluate, analysis: Analysis) -> bool:
    known: bool | None = analysis.scratch.get(expression)
    if known is None:
        known = analysis.scratch[expression] = expression(Names(analysis, {}), Steps()) is True
    return known


def _gave_up(rule: str) -> Say:
    return Say(
        f"规则 {rule} 在本文上运行过久，已放弃；请改写它的正则或表达式。",
        f"rule {rule} took too long on this document and was given up; rewrite its pattern or expression",
    )


def _dress(rule: Rule, match: Match, analysis: Analysis, lang: Lang) -> Finding:
    text = analysis.document.text
    span = match.places.get(rule.at) or match.places["match"]

    def value_of(name: str) -> str:
        value = match.values.get(name)
        return _quoted(_written(match, name, text) if value is None else value)

    return Finding(
        rule=rule.id,
        severity=rule.severity,
        confidence=rule.confidence,
        message=fill(rule.message.text(lang), value_of),
        span=span,
        related=tuple(
            [
                Label(match.places[name], fill(say.text(lang), value_of))
                for name, say in rule.related
                if name in match.places
            ]
        ),
        fix=_fix(rule, match, analysis),
        basis=rule.basis,
        section=_section(analysis, span.start),
    )


def _section(analysis: Analysis, offset: int) -> tuple[str, ...]:
    """The headings that an offset stands under, outermost first."""
    block = analysis.block_at(offset)
    at = analysis.outline.of_block[block] if block >= 0 else -1
    known = analysis.scratch.setdefault(_section, {})  # several findings stand in one section
    path: tuple[str, ...] | None = known.get(at)
    if path is None:
        path = known[at] = _path(analysis, at)
    return path


def _path(analysis: Analysis, at: int) -> tuple[str, ...]:
    headings: list[str] = []
    while at >= 0:
        section = analysis.outline.sections[at]
        headings.append(section.heading.span.of(analysis.folded)[:_MAX_HEADING])
        at = section.parent
    return tuple(reversed(headings))


def _quoted(text: str) -> str:
    """A quotation from the document, on one line and not too long for a message."""
    line = " ".join(text.split())
    return line if len(line) <= _MAX_QUOTED else f"{line[: _MAX_QUOTED - 12]}……{line[-10:]}"


def _fix(rule: Rule, match: Match, analysis: Analysis) -> Fix | None:
    if rule.fix is None:
        return None
    safety = Safety(rule.fix["safety"] or Safety.UNSAFE)
    if rule.fix["renumber"]:
        return match.fix if match.fix is None or safety is Safety.SAFE else match.fix._replace(safety=safety)
    matches = [match, *[match._replace(places=places) for places in match.also]]
    edits = tuple([edit for one in matches if (edit := _edit(rule.fix, one, analysis))])
    return Fix(edits, safety) if edits else None


def _edit(fix: Mapping[str, str | None], match: Match, analysis: Analysis) -> Edit | None:
    def value_of(name: str) -> str:
        value = match.values.get(name)
        return _written(match, name, analysis.document.text) if value is None else value

    name = fix["replace"] or fix["delete"] or fix["before"] or fix["after"] or ""
    place = match.places.get(name)
    if place is None:
        return None
    if fix["before"]:
        place = Span(place.start, place.start)
    elif fix["after"]:
        place = Span(place.end, place.end)
    # What the document wrote stays as it is; what we write is written as it writes.
    new = fill(analysis.written(fix["with"] or fix["insert"] or ""), value_of)
    return Edit(place, digits_as(new, place.of(analysis.document.text)))


def _written(match: Match, name: str, text: str) -> str:
    """The text at a place; empty if the place took no part in the match."""
    place = match.places.get(name)
    return place.of(text) if place else ""
