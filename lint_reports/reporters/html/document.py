"""One document: its lines, what was found marked in them, and below each line what is to be said of it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from lint_reports.language import Lang, Say
from lint_reports.located import Checked, LocatedFinding
from lint_reports.reporters import Style
from lint_reports.reporters.escaping import path_of
from lint_reports.reporters.html.frame import shown
from lint_reports.reporters.html.marks import Mark, letter_of, marked_line, marks_of
from lint_reports.reporters.words import SEVERITIES, fix_of, grounds_of, position_of
from lint_reports.text import LineIndex

_AROUND = 2
"""Lines before and after one with a mark that are not folded away."""
_FEW = 5
"""Lines without a mark that are too few to be folded away."""
_WHOLE = 30
"""Lines of a document that is short enough to be shown as a whole."""
_MOST_FOLDED = 200_000
"""Code points of a file beyond which lines without findings are left out instead of being folded away."""


def article(number: int, checked: Checked, style: Style) -> Iterator[str]:
    """A document with findings. `number` counts the documents of the page."""
    path = shown(path_of(checked.name).name)
    yield f'<article id="d{number}" data-path="{path}">\n<h2>{path}</h2>\n'
    cards: defaultdict[int, list[str]] = defaultdict(list)
    for at, finding in enumerate(checked.findings, 1):
        cards[finding.place.start.line].append(_card(f"{number}-{at}", at, finding, style))
    if checked.source is None:
        yield from map(_cards, cards.values())
    else:
        yield from _text(number, checked, checked.source, cards, style.lang)
    yield "</article>\n"


def _text(number: int, checked: Checked, source: str, cards: Mapping[int, Sequence[str]], lang: Lang) -> Iterator[str]:
    """The lines of a document, and below each what is to be said of it."""
    index = LineIndex(source)
    marks = marks_of(checked.findings, index)
    last = max(index.position(len(source)).line - source.endswith(("\n", "\r")), *marks)
    for first, end, folded in _stretches(marks, last):
        if folded:
            yield from _folded(first, end, index, source, lang)
            continue
        for line in range(first, end):
            yield _line(line, index, source, marks.get(line, ()), number)
            yield _cards(cards.get(line, ()))


def _stretches(marks: Mapping[int, object], last: int) -> Iterator[tuple[int, int, bool]]:
    """The lines from the first to the last, in half-open stretches, and whether each is folded away."""
    if last <= _WHOLE:
        yield 1, last + 1, False
        return
    done = 1
    for line in sorted(marks):
        first, end = max(line - _AROUND, done), min(line + _AROUND, last) + 1
        if first - done > _FEW:
            yield done, first, True
        else:
            first = done
        if end > first:
            yield first, end, False
        done = max(done, end)
    if done <= last:
        yield done, last + 1, last - done >= _FEW


def _folded(first: int, end: int, index: LineIndex, source: str, lang: Lang) -> Iterator[str]:
    said = Say(f"第 {first}—{end - 1} 行未见问题", f"lines {first} to {end - 1}: nothing found").text(lang)
    if len(source) > _MOST_FOLDED:
        yield f'<p class="left-out">{said}</p>\n'
        return
    yield f'<details class="folded">\n<summary>{said}</summary>\n'
    for line in range(first, end):
        yield _line(line, index, source, (), 0)
    yield "</details>\n"


def _line(line: int, index: LineIndex, source: str, marks: Sequence[Mark], number: int) -> str:
    words = marked_line(source, index.line_span(line), marks, number)
    return f'<div class="line"><span class="no">{line}</span><p>{words}</p></div>\n'


def _cards(cards: Sequence[str]) -> str:
    return f'<ol class="cards">\n{"".join(cards)}</ol>\n' if cards else ""


def _card(name: str, at: int, finding: LocatedFinding, style: Style) -> str:
    lang, severity = style.lang, finding.severity
    title = style.titles.get(finding.rule, "")
    where = position_of(finding.place, lang)
    number = f'<a class="number" href="#m{name}">{at}</a>'
    level = f'<b class="{severity.label}">{SEVERITIES[severity].text(lang)}</b>'
    parts = [
        f'<p class="said">{number} {level} {shown(finding.message)}</p>\n',
        _related(name, at, finding, lang),
        f'<p class="fix">{shown(fix_of(finding.fix, lang))}</p>\n' if finding.fix else "",
        f'<p class="about">{where} · <code>{shown(finding.rule)}</code> {shown(title)}{_basis(finding, lang)}</p>\n',
    ]
    head = f'<li id="f{name}" class="card {severity.label}" data-severity="{severity.label}"'
    return f'{head} data-rule="{shown(finding.rule)}">\n{"".join(parts)}</li>\n'


def _related(name: str, at: int, finding: LocatedFinding, lang: Lang) -> str:
    items = "".join(
        f'<li><a href="#m{name}-{number}">{at}{letter_of(number)} {position_of(label.place, lang)}</a> '
        f"{shown(label.message)}</li>"
        for number, label in enumerate(finding.related, 1)
    )
    return f'<ul class="related">{items}</ul>\n' if items else ""


def _basis(finding: LocatedFinding, lang: Lang) -> str:
    grounds = grounds_of(finding.basis)
    return shown(Say(f" · 依据：{grounds.zh}", f" · Basis: {grounds.en}").text(lang)) if finding.basis else ""
