"""What authors excuse beside the document, in `.lint-reports-ignore.yaml`: for formats that have no comments.

    excuses:
      - rule: outline/gap               # an id, a pack, a pattern, or a list of them
        path: archive/2023.docx         # as in .gitignore, from the folder of this file
        text: （四）存在的问题            # of the line that is reported, what is reported or more; anything if left out
        reason: 原件序号如此
        owner: 办公室 王某
        until: 2026-12-31               # the last day that it holds

An excuse holds for a finding of its rules in its files if its text stands in the line of the finding and touches what
is reported there; white space and the width of ASCII characters do not count.
"""

from __future__ import annotations

import os
import re
from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any, NamedTuple

from lint_reports.directives import day_of
from lint_reports.judging import matches
from lint_reports.language import Say
from lint_reports.located import LocatedFinding
from lint_reports.normal import bare
from lint_reports.rulelang.loading import Mistakes, text_of
from lint_reports.rulelang.located import LINE_END, Node, Place, Scalar, Wrong, parse
from lint_reports.rulelang.schema import ListOf, Record, Text, Unread, mapping_of, scalar_of


class SideExcuse(NamedTuple):
    """One excuse.

    Attributes:
        place: where it stands in its file.
        rules: ids, packs and patterns, each with its place.
        path: which files it holds for.
        text: without white space and with one width; empty for anything.
        until: the last day that it holds, as `YYYY-MM-DD`, or empty.
    """

    place: Place
    rules: tuple[tuple[str, Place], ...]
    path: str
    text: str
    reason: str
    owner: str
    until: str


class SideFile(NamedTuple):
    """A file of excuses.

    Attributes:
        path: of the file, as it is called in messages.
        folder: the absolute path of the folder that it stands in.
        lines: those of the file, for showing places.
        excuses: in the order of the file.
    """

    path: str
    folder: str
    lines: tuple[str, ...]
    excuses: tuple[SideExcuse, ...]


class _Day(NamedTuple):
    """A day, written 2026-12-31."""

    about: str

    def read(self, node: Node) -> str:
        """The day."""
        scalar = scalar_of(node)
        found = re.fullmatch(r"(\d{4})-(\d{1,2})-(\d{1,2})", scalar.text)
        day = day_of(*map(int, found.groups())) if found else None
        if day is None:
            zh, en = (
                f"没有“{scalar.text}”这一天，写作 2026-12-31。",
                f"no such day as “{scalar.text}”; write 2026-12-31",
            )
            raise Wrong(scalar.place, Say(zh, en))
        return day

    def schema(self) -> dict[str, Any]:
        """A string."""
        return {"type": "string", "format": "date", "description": self.about}


def _placed(scalar: Scalar) -> tuple[str, Place]:
    return scalar.text, scalar.place


def _pattern(scalar: Scalar) -> str:
    try:
        _globs(scalar.text)
    except ValueError:
        zh, en = f"“{scalar.text}”不是路径通配符，写法同 .gitignore。", "is no pattern for paths as in .gitignore"
        raise Wrong(scalar.place, Say(zh, f"“{scalar.text}” {en}")) from None
    return scalar.text


EXCUSE = Record(
    {
        "rule": ListOf(Text("an id, a pack or a pattern such as outline/*", _placed, most=100), single=True),
        "path": Text(
            "the files that it holds for, as in .gitignore, from the folder of this file", _pattern, most=1000
        ),
        "text": Text("of the line that is reported, what is reported or more; anything if left out"),
        "reason": Text("why"),
        "owner": Text("who answers for it"),
        "until": _Day("the last day that it holds"),
    },
    ("rule", "path"),
)
_FILE = Record({"excuses": Unread(EXCUSE.schema())}, ("excuses",))
_EMPTY = ("", "[]", "~", "null")


def read_side_file(path: str) -> SideFile:
    """The excuses of a file.

    Raises:
        RuleFileError: with every mistake in it.
    """
    mistakes = Mistakes()
    source = text_of(path, mistakes) or ""
    lines = LINE_END.split(source)
    excuses: list[SideExcuse] = []
    try:
        nodes = _nodes(source, path)
    except Wrong as wrong:
        mistakes.add(wrong, lines)
        nodes = ()
    for node in nodes:
        try:
            excuses.append(_read(node))
        except Wrong as wrong:
            mistakes.add(wrong, lines)
    mistakes.throw()
    return SideFile(path, os.path.dirname(os.path.abspath(path)), tuple(lines), tuple(excuses))


def _nodes(source: str, path: str) -> Sequence[Node]:
    """The excuses of a file; none if it says nothing, as when the last one has been taken out."""
    said = [line for line in LINE_END.split(source) if line.strip() and not line.lstrip().startswith("#")]
    if not said or (len(said) == 1 and said[0].replace(" ", "") in [f"excuses:{empty}" for empty in _EMPTY]):
        return ()
    nodes: Sequence[Node] = _FILE.read(mapping_of(parse(source, path)))["excuses"]
    return nodes


def _read(node: Node) -> SideExcuse:
    values: Mapping[str, Any] = EXCUSE.read(node)
    return SideExcuse(
        node.place,
        values["rule"],
        values["path"],
        bare(values["text"] or ""),
        values["reason"] or "",
        values["owner"] or "",
        values["until"] or "",
    )


def holds_for(excuse: SideExcuse, finding: LocatedFinding) -> bool:
    """Whether an excuse, in a file that it is for, is meant for a finding."""
    return any(matches(finding.rule, name) for name, _ in excuse.rules) and _is_at(excuse.text, finding)


def _is_at(text: str, finding: LocatedFinding) -> bool:
    """Whether a text stands in the line of a finding so that it touches what is reported."""
    if not text:
        return True
    if text in bare(finding.place.text):
        return True
    line = finding.place.excerpt
    before, marked, after = bare(line.before), bare(line.marked), bare(line.after)
    at = max(0, len(before) - len(text) + (1 if marked else 0))
    found = (before + marked + after).find(text, at)
    return 0 <= found <= len(before) + max(0, len(marked) - 1)


def is_for(excuse: SideExcuse, path: str) -> bool:
    """Whether an excuse is for a file.

    Args:
        excuse: one of a file of excuses.
        path: from the folder of that file, with `/`.
    """
    if not _is_pattern(excuse.path):
        return _is_named(excuse.path.strip("/"), path, anchored="/" in excuse.path.rstrip("/"))
    from lint_reports.globs import decide  # only for patterns

    parts = path.split("/")
    ways = ["/".join(parts[:number]) + "/" * (number < len(parts)) for number in range(1, len(parts) + 1)]
    return any(decide(_globs(excuse.path), way) for way in ways)


def _is_pattern(path: str) -> bool:
    return any(char in path for char in "*?[\\!#") or path != path.strip()


def _is_named(name: str, path: str, *, anchored: bool) -> bool:
    """The same for a path without wildcards, as git takes it: one without a slash means any folder."""
    if anchored:
        return path == name or path.startswith(f"{name}/")
    return f"/{name}/" in f"/{path}/"


@cache
def _globs(path: str) -> Sequence[tuple[str, bool]]:
    if not _is_pattern(path):
        return ()
    from lint_reports.globs import read_glob  # only for patterns

    glob = read_glob(path)
    if glob is None or not glob[1]:
        raise ValueError(path)
    return (glob,)
