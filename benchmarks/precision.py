"""What the rules report in a folder of documents, for reading by eye: `make precision FOLDER=reports`.

For each rule: how often it reports, how often in 100,000 characters, in how many documents, and some places with what
stands round them. The same documents give the same output, so that two versions can be compared.
"""

from __future__ import annotations

import argparse
import os
import random
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from lint_reports.discovery import find_files
from lint_reports.finding import Finding, Severity
from lint_reports.linter import Linter
from lint_reports.report import Failure, Report
from lint_reports.rules import choose, load_plan
from lint_reports.settings import Settings

AROUND = 30
PER = 100_000


class Hit(NamedTuple):
    """One finding: its severity, the document, the line, what stands there, and the message."""

    severity: Severity
    name: str
    line: int
    excerpt: str
    message: str


class Count(NamedTuple):
    """The hits of all rules, and what was read."""

    hits: dict[str, list[Hit]]
    documents: int
    characters: int
    failed: int


def named(folders: Iterable[str]) -> Iterator[tuple[str, str]]:
    """The documents in some folders, each with its name there."""
    for folder in folders:
        base = folder if os.path.isdir(folder) else os.path.dirname(folder)
        for path in find_files([folder]):
            yield path, os.path.relpath(path, base or os.curdir)


def look(linter: Linter, files: Iterable[tuple[str, str]]) -> Count:
    """Checks files; one that cannot be read is counted and passed over."""
    hits: dict[str, list[Hit]] = defaultdict(list)
    documents = characters = failed = 0
    for path, name in files:
        outcome = linter.check(Path(path).read_bytes(), name)
        if isinstance(outcome, Failure):
            failed += 1
            continue
        documents += 1
        characters += len(outcome.document.text)
        for finding in outcome.findings:
            hits[finding.rule].append(hit_of(finding, outcome))
    return Count(dict(hits), documents, characters, failed)


def hit_of(finding: Finding, report: Report) -> Hit:
    """A finding with what stands round it, on one line."""
    text, span = report.document.text, finding.span
    before, after = text[max(0, span.start - AROUND) : span.start], text[span.end : span.end + AROUND]
    excerpt = " ".join(f"{before}⟦{span.of(text)}⟧{after}".split())
    line = report.document.source.count("\n", 0, report.document.to_source(span).start) + 1
    return Hit(finding.severity, report.document.name, line, excerpt, finding.message)


def chosen(hits: Sequence[Hit], most: int, rule: str) -> Sequence[Hit]:
    """Some of the hits, always the same ones, in their order."""
    if len(hits) <= most:
        return hits
    numbers = sorted(random.Random(rule).sample(range(len(hits)), most))
    return [hits[number] for number in numbers]


def lines(count: Count, samples: int) -> Iterator[str]:
    """The report: a table of all rules that found something, the most severe first, and then the samples."""
    yield f"{count.documents} documents, {count.characters} characters, {count.failed} not readable"
    ordered = sorted(count.hits.items(), key=lambda item: (-item[1][0].severity, -len(item[1]), item[0]))
    yield from ("", f"{'rule':<40} {'severity':<8} {'hits':>6} {'per 100,000':>12} {'documents':>10}")
    for rule, hits in ordered:
        rate, documents = len(hits) * PER / max(1, count.characters), len({hit.name for hit in hits})
        yield f"{rule:<40} {hits[0].severity.label:<8} {len(hits):>6} {rate:>12.2f} {documents:>10}"
    for rule, hits in ordered if samples else ():
        shown = chosen(hits, samples, rule)
        yield from ("", f"{rule} ({len(shown)} of {len(hits)})")
        for hit in shown:
            yield f"  {hit.name}:{hit.line}: {hit.message}"
            yield f"    {hit.excerpt}"


def main(arguments: Sequence[str] | None = None) -> None:
    """Reads the arguments, checks the folder and prints."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("paths", nargs="+", metavar="FOLDER", help="documents, or folders of them")
    parser.add_argument("--select", action="append", default=[], metavar="RULE", help="only these rules or packs")
    parser.add_argument("--rules", action="append", default=[], metavar="PATH", help="further rule files")
    parser.add_argument("--samples", type=int, default=10, help="places to show of each rule (default: %(default)s)")
    options = parser.parse_args(arguments)
    plan = load_plan(options.rules)
    every = [rule.id for rule in plan]  # by its id, a rule runs also if it is off or an info
    linter = Linter(choose(plan, Settings(select=tuple(options.select or every), least=Severity.INFO)))
    print("\n".join(lines(look(linter, named(options.paths)), options.samples)))


if __name__ == "__main__":
    main()
