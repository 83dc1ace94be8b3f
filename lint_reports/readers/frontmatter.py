"""The metadata that a Markdown file may begin with, `key: value` between `---` or `key = value` between `+++`.

It is read for what a report says about itself (title, date, source), not as YAML or TOML: single values on lines of
their own are taken, lists and nested values passed over.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from lint_reports.text import Span


class Entry(NamedTuple):
    """One `key: value`: the places of both in the file, without quotation marks and comments."""

    key: Span
    value: Span


class FrontMatter(NamedTuple):
    """What was found, and where the text begins after it."""

    entries: tuple[Entry, ...]
    end: int


class _Form(NamedTuple):
    """How one kind is written: its fences, a line with a value, and any line that does not belong to the text."""

    opening: re.Pattern[str]
    closing: re.Pattern[str]
    entry: re.Pattern[str]
    other: re.Pattern[str]


_FORMS = (
    _Form(
        re.compile(r"---[ \t]*(?:\r\n|\n|\r)"),
        re.compile(r"(?:---|\.\.\.)[ \t]*"),
        re.compile(r"(?P<key>[^\s:#'\"-][^:]*+):(?:[ \t]++(?P<value>\S.*)|[ \t]*+)"),
        re.compile(r"\s.*|-.*|#.*|"),
    ),
    _Form(
        re.compile(r"\+\+\+[ \t]*(?:\r\n|\n|\r)"),
        re.compile(r"\+\+\+[ \t]*"),
        re.compile(r"(?P<key>[\w.-]++)[ \t]*+=[ \t]*+(?P<value>\S.*)"),
        re.compile(r"\s.*|\[.*|#.*|\].*|"),
    ),
)
_LINE = re.compile(r"([^\r\n]*)(?:\r\n|\n|\r|\Z)")
_QUOTED = re.compile(r"(?P<quote>['\"])(?P<value>.*?)(?P=quote)[ \t]*(?:#.*)?")
_COMMENT = re.compile(r"[ \t]#")


def front_matter(text: str) -> FrontMatter:
    """The metadata at the very start of a file; none, and 0, if it does not begin with any.

    Two rules with prose between them are no metadata: every line between the fences must be an entry, part of one, or
    a comment.
    """
    for form in _FORMS:
        opening = form.opening.match(text)
        if opening:
            return _read(text, opening.end(), form)
    return FrontMatter((), 0)


def _read(text: str, start: int, form: _Form) -> FrontMatter:
    found: list[Entry] = []
    for line in _LINE.finditer(text, start):
        if form.closing.fullmatch(line[1]):
            return FrontMatter(tuple(found), line.end())
        entry = form.entry.fullmatch(text, *line.span(1))
        if entry and entry["value"]:
            key = entry.start("key")
            found.append(Entry(Span(key, key + len(entry["key"].rstrip())), _value(text, *entry.span("value"))))
        elif not entry and not form.other.fullmatch(line[1]):
            break
    return FrontMatter((), 0)


def _value(text: str, start: int, end: int) -> Span:
    """The place of a value without its quotation marks, or without a comment behind it."""
    quoted = _QUOTED.fullmatch(text, start, end)
    if quoted:
        return Span(*quoted.span("value"))
    comment = _COMMENT.search(text, start, end)
    bare = text[start : comment.start() if comment else end].rstrip()
    return Span(start, start + len(bare))
