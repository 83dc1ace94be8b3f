"""A 勘误表 as a page to print or to paste into a document."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from html import escape

from lint_reports.language import Lang, Say
from lint_reports.located import Located
from lint_reports.reporters import Style
from lint_reports.reporters.errata import HEADS, Row, rows_of
from lint_reports.reporters.escaping import writable

_STYLE = """\
:root { color-scheme: light dark; --line: #8888; --head: #8882; --soft: #666; --wrong: #b3261e; --right: #1a6b2c; }
@media (prefers-color-scheme: dark) { :root { --soft: #aaa; --wrong: #ff9a90; --right: #7fd694; } }
body { font: 15px/1.6 "Noto Sans CJK SC", "Source Han Sans SC", "Microsoft YaHei", sans-serif; margin: 2em auto;
  max-width: 80em; padding: 0 1.5em; }
h1 { font-size: 1.5em; text-align: center; }
.wide { overflow-x: auto; }
table { border-collapse: collapse; min-width: 46em; width: 100%; }
th, td { border: 1px solid var(--line); overflow-wrap: anywhere; padding: .35em .6em; text-align: left;
  vertical-align: top; }
th { background: var(--head); }
thead th:first-child, td:first-child { text-align: right; white-space: nowrap; width: 3em; }
thead th:nth-child(2) { width: 17%; } thead th:nth-child(3), thead th:nth-child(4) { width: 19%; }
thead th:last-child { width: 14%; }
small { color: var(--soft); display: block; }
mark { background: none; color: var(--wrong); font-weight: bold; text-decoration: underline; }
td + td + td + td mark { color: var(--right); }
@media print {
  @page { size: A4 landscape; margin: 12mm; }
  :root { color-scheme: light; --soft: #444; --wrong: #b3261e; --right: #1a6b2c; }
  body { font-size: 9pt; margin: 0; max-width: none; padding: 0; }
  .wide { overflow: visible; }
  table { min-width: 0; }
  tr { break-inside: avoid; }
  tbody th { break-after: avoid; }
}
"""
_COLUMNS = ("number", "position", "wrong", "right", "reason", "basis")
"""What has a column of its own; the other fields stand small below, and the file above its rows."""


def render(outcomes: Iterable[Located], style: Style) -> Iterator[str]:
    """One file without anything that would have to be loaded."""
    title = Say("勘误表", "List of corrections").text(style.lang)
    language = "en" if style.lang == "en" else "zh-Hans"
    yield f'<!DOCTYPE html>\n<html lang="{language}">\n<head>\n<meta charset="utf-8">\n'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
    yield f"<title>{title}</title>\n<style>\n{_STYLE}</style>\n</head>\n<body>\n<h1>{title}</h1>\n"
    yield from _table(outcomes, style.lang)
    yield "</body>\n</html>\n"


def _table(outcomes: Iterable[Located], lang: Lang) -> Iterator[str]:
    path = None
    for row in rows_of(outcomes, lang):
        if path is None:
            yield f'<div class="wide">\n<table>\n<thead><tr>{_heads(lang)}</tr></thead>\n'
        if row.path != path:
            yield "</tbody>\n" if path is not None else ""
            path = row.path
            yield f'<tbody>\n<tr><th colspan="{len(_COLUMNS)}" scope="rowgroup">{_shown(path)}</th></tr>\n'
        yield f"<tr>{''.join(_cells(row))}</tr>\n"
    yield "</tbody>\n</table>\n</div>\n" if path is not None else f"<p>{Say('无。', 'None.').text(lang)}</p>\n"


def _heads(lang: Lang) -> str:
    heads = Row(*(head.text(lang) for head in HEADS))
    return "".join(f'<th scope="col">{getattr(heads, name)}</th>' for name in _COLUMNS)


def _cells(row: Row) -> Iterator[str]:
    below = {
        "position": row.section,
        "reason": " · ".join(filter(None, (row.severity, row.rule))),
        "right": row.note,
    }
    for name in _COLUMNS:
        small = f"<small>{_shown(below[name])}</small>" if below.get(name) else ""
        yield f"<td>{_marked(getattr(row, name))}{small}</td>"


def _marked(text: str) -> str:
    shown = _shown(text)
    if shown.count("⟦") != 1 or shown.count("⟧") != 1:  # one is of the document
        return shown
    return shown.replace("⟦", "<mark>").replace("⟧", "</mark>")


def _shown(text: str) -> str:
    return escape(writable(text))
