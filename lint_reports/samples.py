"""Runs the samples that rules carry: each must be reported, or left alone, exactly as it is marked."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from lint_reports.document import Media
from lint_reports.engine import Engine
from lint_reports.fixing import choose
from lint_reports.language import Say
from lint_reports.placing import apply
from lint_reports.plan import make_plan
from lint_reports.readers import parse
from lint_reports.report import Report
from lint_reports.rulelang.located import Place
from lint_reports.rulelang.spec import Example, RuleSpec
from lint_reports.text import Span

_NAMES = {Media.PLAIN: "sample.txt", Media.MARKDOWN: "sample.md"}


class Surprise(NamedTuple):
    """A sample on which a rule did something else than it says."""

    rule: str
    place: Place
    say: Say


class Result(NamedTuple):
    """What came of a rule's samples.

    Attributes:
        rule: its id.
        samples: how many there are.
        fired: whether it reported anything at all.
        surprises: what did not come out as marked.
    """

    rule: str
    samples: int
    fired: bool
    surprises: tuple[Surprise, ...]


def try_rule(rule: RuleSpec) -> Result:
    """Runs one rule, alone, on all its samples: its examples, and the one that each veto brings."""
    engine = Engine(make_plan([rule]))
    reports = [report_on(engine, example) for example in rule.examples]
    surprises = [
        Surprise(rule.id, example.place, say)
        for example, report in zip(rule.examples, reports, strict=True)
        for say in _compare(example, report)
    ]
    vetoes = rule.options.get("unless") if isinstance(rule.options.get("unless"), tuple) else ()
    for number, veto in enumerate(vetoes or ()):
        surprises += [Surprise(rule.id, rule.place, say) for say in _try_veto(rule, engine, number, veto["good"])]
    fired = any(report.findings for report in reports)
    return Result(rule.id, len(reports) + len(vetoes or ()), fired, tuple(surprises))


def _try_veto(rule: RuleSpec, engine: Engine, number: int, sample: str) -> Iterator[Say]:
    """The sample of a veto must be silent with it, and must not be silent without it."""
    example = Example(rule.place, sample, bad=False, spans=(), fixed=None, media=Media.PLAIN)
    yield from _compare(example, report_on(engine, example))
    others = rule.options["unless"][:number] + rule.options["unless"][number + 1 :]
    without = rule._replace(options={**rule.options, "unless": others or None})
    if not report_on(Engine(make_plan([without])), example).findings:
        yield Say(
            f"第 {number + 1} 个 unless 的例子没有它也不报，证明不了它的作用：“{sample.strip()}”",
            f"the sample of unless number {number + 1} proves nothing, it is silent without it: “{sample.strip()}”",
        )


def try_rules(rules: Iterable[RuleSpec]) -> Iterator[Result]:
    """Runs several rules, each alone."""
    return (try_rule(rule) for rule in rules)


def report_on(engine: Engine, example: Example) -> Report:
    """What an engine says of a sample."""
    return engine.run(parse(example.text, _NAMES[example.media]))


def _compare(example: Example, report: Report) -> Iterator[Say]:
    # The marks stand in the sample as it is written, which Markdown or joined lines make another text than is checked.
    spans = tuple(report.document.to_source(finding.span) for finding in report.findings)
    yield from report.problems
    if spans != example.spans:
        wanted, got = _listed(example.text, example.spans), _listed(example.text, spans)
        yield Say(f"应报{wanted}，实报{got}。", f"expected {wanted}, got {got}")
    elif example.fixed is not None:
        fixed = mended(report)
        if fixed != example.fixed:
            yield Say(
                f"改后应为“{example.fixed}”，实为“{fixed}”。",
                f"the fix should give “{example.fixed}”, but gives “{fixed}”",
            )


def mended(report: Report) -> str:
    """The file after the fixes of a report, as many as can be applied together."""
    return apply(report.document.source, choose(report.document, report.findings).edits)


def _listed(text: str, spans: Iterable[Span]) -> str:
    return "、".join(f"“{span.of(text)}”（{span.start}—{span.end}）" for span in spans) or "∅"
