"""What has changed since a revision, as git tells it: which files, and which of their lines.

Git is called with lists of arguments and no shell. A revision that looks like an option is refused.
"""

from __future__ import annotations

import os
import re
import subprocess
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from lint_reports.errors import UsageError
from lint_reports.language import Say
from lint_reports.located import Checked, LocatedFinding, Place
from lint_reports.patterns import lazy

Lines = Sequence[tuple[int, int]]
"""First and last lines, counted from 1; where something was deleted, the lines before and after."""
_HUNK = lazy(r"@@ -\d+(?:,(\d+))? \+(\d+)(?:,(\d+))? @@")
_ESCAPED = lazy(r"\\([0-7]{3}|.)")
_LETTERS = {"a": 7, "b": 8, "t": 9, "n": 10, "v": 11, "f": 12, "r": 13}
# What a user's own settings of git would change.
_PLAIN = ("-c", "core.quotePath=false", "-c", "diff.mnemonicPrefix=false", "-c", "diff.noprefix=false")
_DIFF = ("--no-ext-diff", "--no-textconv", "--no-color", "--find-renames", "--diff-filter=d", "--no-relative")


class Changes(NamedTuple):
    """What has changed.

    Attributes:
        lines: the changed lines of each changed file that still exists, by its path as `path_of` gives it; `None` if
            the whole file counts as changed: it is new, or no text to git.
    """

    lines: Mapping[str, Lines | None]

    def has(self, path: str) -> bool:
        """Whether a file has changed."""
        return path_of(path) in self.lines

    def within(self, outcome: Checked) -> Checked:
        """The outcome with the findings that touch changed lines, with any of their places."""
        lines = self.lines.get(path_of(outcome.name), ())
        if lines is None:
            return outcome
        return outcome._replace(findings=tuple(one for one in outcome.findings if _touches(one, lines)))


def path_of(path: str) -> str:
    """The path by which a file is known here: its folder without links, its own name as it is."""
    folder, name = os.path.split(path)
    return os.path.join(os.path.realpath(folder), name)


def changes_since(revision: str, paths: Iterable[str]) -> Changes:
    """What has changed in the repositories of some paths since the work in them left a revision.

    That is the last commit which the revision and the work have in common. Where the history is not deep enough to know
    it, the revision itself is compared.

    Raises:
        UsageError: a path is in no repository, the revision is unknown there, or there is no git.
    """
    if revision.startswith("-") or not revision or "\0" in revision:
        raise UsageError(
            Say(f"“{revision}”不是版本名，不能以 - 开头。", f"“{revision}” names no revision; none begins with -")
        )
    roots = dict.fromkeys(_root(path) for path in paths)
    return Changes({path: lines for root in roots for path, lines in _changes(root, revision)})


def _root(path: str) -> str:
    folder = path if os.path.isdir(path) else os.path.dirname(path) or "."
    done = _git(folder, "rev-parse", "--show-toplevel")
    if done.returncode:
        raise UsageError(
            Say(
                f"{path} 不在 git 仓库中，无法使用 --changed-since（git：{_said(done)}）。",
                f"{path} is in no git repository, which --changed-since needs (git: {_said(done)})",
            )
        )
    return os.fsdecode(done.stdout).rstrip("\n")


def _changes(root: str, revision: str) -> Iterator[tuple[str, Lines | None]]:
    """The changed files of a repository."""
    start = _start(root, revision)
    counted = _output(root, "diff", "--numstat", "-z", *_DIFF, start, "--")
    lines = dict(_hunks(_output(root, "diff", "--unified=0", *_DIFF, start, "--").split(b"\n")))
    for name, is_text in _counted(counted.split(b"\0")):
        yield os.path.join(root, os.fsdecode(name)), lines.get(name, ()) if is_text else None
    for name in filter(None, _output(root, "ls-files", "--others", "--exclude-standard", "-z").split(b"\0")):
        yield os.path.join(root, os.fsdecode(name)), None


def _start(root: str, revision: str) -> str:
    done = _git(root, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")
    if done.returncode:
        raise UsageError(
            Say(
                f"git 不认识版本 {revision}。若是浅克隆，请先取得它，如 git fetch origin {revision}，"
                "在 GitHub Actions 中为 fetch-depth: 0。",
                f"git knows no revision {revision}; in a shallow clone fetch it first, such as by "
                f"`git fetch origin {revision}`, or fetch-depth: 0 in GitHub Actions",
            )
        )
    commit = os.fsdecode(done.stdout).strip()
    base = _git(root, "merge-base", commit, "HEAD")
    return os.fsdecode(base.stdout).strip() if base.returncode == 0 else commit


def _counted(fields: Sequence[bytes]) -> Iterator[tuple[bytes, bool]]:
    """The names in the output of `git diff --numstat -z`, and whether each is text. A renamed file has two names."""
    waiting = iter(fields)
    for field in waiting:
        if field:
            added, _, name = field.split(b"\t", 2)
            if not name:
                next(waiting)
                name = next(waiting)
            yield name, added != b"-"


def _hunks(diff: Sequence[bytes]) -> Iterator[tuple[bytes, Lines]]:
    """The changed lines of each file, from a diff without lines of context."""
    name: bytes | None = None
    lines: list[tuple[int, int]] = []
    skipped = 0
    for line in diff:
        found = _HUNK.match(line.decode("ascii", "replace")) if skipped <= 0 and line.startswith(b"@@") else None
        if found:
            removed, start, added = int(found[1] or 1), int(found[2]), int(found[3] or 1)
            lines.append((start, start + added - 1) if added else (start, start + 1))
            skipped = removed + added
        elif skipped > 0 and line[:1] in (b"+", b"-"):
            skipped -= 1  # a line of the file, whatever it looks like
        elif line.startswith(b"diff --git "):
            if name is not None:
                yield name, lines
            name, lines = None, []
        elif line.startswith(b"+++ "):
            name = _name(line[len(b"+++ ") :])
    if name is not None:
        yield name, lines


def _name(written: bytes) -> bytes:
    """The name of a file from a diff, where unusual names stand in quotation marks."""
    text = written.decode("latin-1")
    text = _ESCAPED.sub(_unescaped, text[1:-1]) if text.startswith('"') else text.removesuffix("\t")
    return text.removeprefix("b/").encode("latin-1")


def _unescaped(found: re.Match[str]) -> str:
    escaped = found[1]
    if len(escaped) == 3:
        return chr(int(escaped, 8))
    return chr(_LETTERS[escaped]) if escaped in _LETTERS else escaped


def _touches(finding: LocatedFinding, lines: Lines) -> bool:
    places = (finding.place, *(label.place for label in finding.related))
    return any(_covers(place, first, last) for place in places for first, last in lines)


def _covers(place: Place, first: int, last: int) -> bool:
    return place.start.line <= last and first <= place.end.line


def _output(root: str, *arguments: str) -> bytes:
    done = _git(root, *arguments)
    if done.returncode:
        raise UsageError(Say(f"git 出错：{_said(done)}。", f"git failed: {_said(done)}"))
    return done.stdout


def _said(done: subprocess.CompletedProcess[bytes]) -> str:
    lines = done.stderr.decode(errors="replace").strip().splitlines()
    return lines[0] if lines else f"{done.returncode}"


def _git(folder: str, *arguments: str) -> subprocess.CompletedProcess[bytes]:
    command = ["git", "-C", folder, *_PLAIN, *arguments]
    try:
        return subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, check=False)  # noqa: S603 - a list, no shell
    except OSError:  # not there, or not to be run
        raise UsageError(
            Say("没有找到 git，无法使用 --changed-since。", "there is no git, which --changed-since needs")
        ) from None
