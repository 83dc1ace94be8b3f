"""Rule files on disk: which there are, and all their mistakes in one message."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Mapping, Sequence

from lint_reports.errors import RuleFileError, UserError
from lint_reports.language import Say
from lint_reports.rulelang import fields
from lint_reports.rulelang.located import LINE_END, MAX_SOURCE, Mapping as MappingNode, Node, Place, Wrong, parse
from lint_reports.rulelang.reading import Context, read_rule, required
from lint_reports.rulelang.schema import Record, Unread, mapping_of, scalar_of
from lint_reports.rulelang.spec import Kind, Pack, RuleSpec

SUFFIXES = (".yaml", ".yml")
_UNSHOWN = "\ufffd"
_CONTROL = re.compile("[\x00-\x1f\x7f-\x9f]")


class Mistakes:
    """The mistakes found so far, each with the lines of its file.

    Args:
        error: what is raised for them.
    """

    def __init__(self, error: type[UserError] = RuleFileError) -> None:
        self._error = error
        self._found: list[tuple[Wrong, Sequence[str]]] = []

    def add(self, wrong: Wrong, lines: Sequence[str]) -> None:
        """Notes a mistake in a file with these lines."""
        self._found.append((wrong, lines))

    def throw(self) -> None:
        """Raises one error with all mistakes, if there are any."""
        if self._found:
            zh = "\n".join(_shown(wrong.place, wrong.say.zh, lines) for wrong, lines in self._found)
            en = "\n".join(_shown(wrong.place, wrong.say.en, lines) for wrong, lines in self._found)
            raise self._error(Say(zh, en))


def show_mistake(file: str, line: int, column: int, say: Say) -> Say:
    """A mistake in a file, with its place and its line."""
    try:
        with open(file, encoding="utf-8-sig", errors="replace") as stream:
            lines = LINE_END.split(stream.read())
    except OSError:
        lines = []
    place = Place(file, line, column)
    return Say(_shown(place, say.zh, lines), _shown(place, say.en, lines))


def _shown(place: Place, sentence: str, lines: Sequence[str]) -> str:
    head = f"{place.file}:{place.line}:{place.column}: {sentence}"
    if not 0 < place.line <= len(lines):
        return head
    line = _CONTROL.sub(_UNSHOWN, lines[place.line - 1].replace("\t", " "))
    shift = max(0, place.column - 60)
    return f"{head}\n    {line[shift : shift + 120]}\n    {_blank(line[shift : place.column - 1])}^"


def _blank(before: str) -> str:
    """White space as wide as a text: Han characters are two columns wide."""
    return "".join("\u3000" if char >= "\u2e80" and char != _UNSHOWN else " " for char in before)


def rule_files(path: str) -> list[str]:
    """The rule files that a path names: itself, or those in a folder, sorted by name.

    Raises:
        RuleFileError: if there are none.
    """
    try:
        if not os.path.isdir(path):
            os.stat(path)
            return [path]
        with os.scandir(path) as found:
            files = sorted(entry.path for entry in found if entry.name.endswith(SUFFIXES) and entry.is_file())
    except FileNotFoundError:
        raise RuleFileError(
            Say(f"{path}：没有这个规则文件。请检查路径。", f"{path}: no such rule file; check the path")
        ) from None
    except OSError as error:
        say = _unreadable(error)
        raise RuleFileError(Say(f"{path}：{say.zh}", f"{path}: {say.en}")) from None
    if not files:
        raise RuleFileError(
            Say(f"{path}：文件夹里没有规则文件（*.yaml）。", f"{path}: no rule files (*.yaml) in this folder")
        )
    return files


def _unreadable(error: OSError) -> Say:
    reason = error.strerror or str(error)
    return Say(f"读不了：{reason}。请检查路径和权限。", f"cannot be read: {reason}; check path and rights")


def load_packs(paths: Sequence[str], kinds: Mapping[str, Kind], *, trusted: bool) -> tuple[Pack, ...]:
    """The packs in files and folders.

    Args:
        paths: files or folders.
        kinds: the table of kinds.
        trusted: they come with the program.

    Raises:
        RuleFileError: with every mistake of every file.
    """
    mistakes = Mistakes()
    packs = []
    for path in paths:
        for file in rule_files(path):
            source = text_of(file, mistakes)
            pack = read_pack(source, file, kinds, mistakes, trusted=trusted) if source is not None else None
            if pack is not None:
                packs.append(pack)
    mistakes.throw()
    check_unique(packs)
    return tuple(packs)


def text_of(file: str, mistakes: Mistakes) -> str | None:
    """What is written in a file, or a little more of it than may be; `None` if it cannot be read, which is noted."""
    try:
        with open(file, encoding="utf-8-sig") as stream:
            return stream.read(MAX_SOURCE + 1)
    except UnicodeDecodeError as error:
        say = Say(
            f"不是 UTF-8 编码（第 {error.start} 字节），须存为 UTF-8。",
            f"not UTF-8 (byte {error.start}); save it as UTF-8",
        )
    except OSError as error:
        say = _unreadable(error)
    mistakes.add(Wrong(Place(file, 1, 1), say), ())
    return None


def read_pack(source: str, file: str, kinds: Mapping[str, Kind], mistakes: Mistakes, *, trusted: bool) -> Pack | None:
    """One pack; `None` if its frame is broken. Mistakes are collected, one for each rule at most."""
    lines = LINE_END.split(source)
    try:
        root = mapping_of(parse(source, file))
        frame = Record({**fields.PACK, "rules": Unread()}, ("pack", "title", "rules")).read(root)
    except Wrong as wrong:
        mistakes.add(wrong, lines)
        return None
    context = Context(frame["pack"], kinds, trusted)
    rules = []
    for node in frame["rules"]:
        try:
            rules.append(read_rule(node, context))
        except Wrong as wrong:
            mistakes.add(_naming_rule(wrong, node), lines if wrong.place.file == file else ())
    return Pack(frame["pack"], Say(**frame["title"]), root.place, tuple(rules))


def _naming_rule(wrong: Wrong, node: Node) -> Wrong:
    name = node.get("id") if isinstance(node, MappingNode) else None
    if name is None or not hasattr(name, "text"):
        return wrong
    rule = scalar_of(name).text
    return Wrong(wrong.place, Say(f"规则 {rule}：{wrong.say.zh}", f"rule {rule}: {wrong.say.en}"))


def check_unique(packs: Iterable[Pack]) -> None:
    """Raises `RuleFileError` if rules have one id."""
    seen: dict[str, RuleSpec] = {}
    mistakes = Mistakes()
    for rule in (rule for pack in packs for rule in pack.rules):
        first = seen.setdefault(rule.id, rule)
        if first is not rule:
            there = f"{first.place.file}:{first.place.line}"
            zh, en = f"规则 {rule.id} 重复，{there} 已有。", f"rule {rule.id} stands twice, first in {there}"
            mistakes.add(Wrong(rule.place, Say(zh, en)), ())
    mistakes.throw()


__all__ = ["Mistakes", "check_unique", "load_packs", "read_pack", "required", "rule_files", "show_mistake", "text_of"]
