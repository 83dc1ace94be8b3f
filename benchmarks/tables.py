"""Results as Markdown."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence

from benchmarks.measuring import MEASURES, Ratio, Run, median, ratio
from benchmarks.races import BARS, MEMORY, Bar, Result
from benchmarks.tools import US, US_ONE


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterator[str]:
    """The lines of a table; all columns but the first are figures."""
    yield f"| {' | '.join(head)} |"
    yield "|---|" + "---:|" * (len(head) - 1)
    for row in rows:
        yield f"| {' | '.join(row)} |"


def figure(number: float) -> str:
    """Three digits, or all that stand before the point."""
    if number == 0:
        return "0"
    digits = max(0, 2 - math.floor(math.log10(abs(number))))
    return f"{number:,.{digits}f}"


def span(found: Ratio) -> str:
    """A ratio and how far it goes."""
    return f"{figure(found.median)} ({figure(found.least)}–{figure(found.most)})"


def result(one: Result) -> Iterator[str]:
    """A race: who took what, and what we take of it, pair by pair."""
    documents, size = len(one.work.paths(".md")), one.work.size() / 1e6
    yield f"**{one.work.title[0].upper()}{one.work.title[1:]}** ({documents} documents, {figure(size)} MB)"
    yield ""
    head = ("", "runs", "wall, s", "CPU, s", "memory, MB", "findings", "our wall to it", "our CPU to it")
    yield from table(head, ([*_row(one, name, runs)] for name, runs in one.runs.items() if runs))


def _row(one: Result, name: str, runs: Sequence[Run]) -> Iterator[str]:
    over = runs[-1].over
    yield name
    yield "stopped" if over else str(len(runs))
    yield from ((">" if over else "") + figure(median(runs, measure)) for measure in MEASURES.values())
    found = one.findings[name]
    yield "–" if found is None or not runs else f"{found:,}"
    ours = US_ONE if name.endswith(("one thread", "(PyPI)")) and US_ONE in one.runs else US
    for measure in ("wall", "CPU"):
        if name in (US, ours):
            yield "1"
        else:
            yield ("<" if over else "") + span(ratio(one.runs[ours], runs, MEASURES[measure]))


def bars(results: Mapping[str, Result]) -> Iterator[Sequence[str]]:
    """Each bar with what was measured, as rows of a table. One that cannot be measured here is left out."""
    for bar in BARS:
        found = _against(bar, results)
        if found:
            most = figure(bar.most) + (f", aim {figure(bar.aim)}" if bar.aim else "")
            work = results[bar.work].work.title
            yield (f"{work}: {bar.ours} to {bar.theirs}, {bar.measure}", most, span(found), verdict(found.median, bar))


def _against(bar: Bar, results: Mapping[str, Result]) -> Ratio | None:
    runs = results[bar.work].runs if bar.work in results else {}
    if not runs.get(bar.ours) or not runs.get(bar.theirs):
        return None
    return ratio(runs[bar.ours], runs[bar.theirs], MEASURES[bar.measure])


def verdict(found: float, bar: Bar) -> str:
    """Whether a bar is passed, and the aim behind it."""
    if found > bar.most:
        return "**missed**"
    return "passed, aim too" if bar.aim and found <= bar.aim else "passed"


def memory(runs: Mapping[str, Run]) -> Iterator[Sequence[str]]:
    """The memory of all processes together, as rows of a table of bars."""
    for name, run in runs.items():
        asked = str(MEMORY) if name == US else ""
        judged = ("passed" if run.memory <= MEMORY else "**missed**") if asked else ""
        yield (f"ten files of 10 MB: {name}, MB of all processes", asked, figure(run.memory), judged)
