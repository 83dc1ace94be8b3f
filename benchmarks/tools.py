"""What is measured: this program and its peers, how each is called, and how its findings are counted.

A peer runs with its own defaults; where it has none, as textlint, with the rules for Chinese that npm still has
(`peers/textlintrc.json`).
"""

from __future__ import annotations

import json
import os
import re
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

from benchmarks.measuring import Command
from benchmarks.places import CACHE, PEERS
from benchmarks.work import Work

BARE = "bare Python"
US = "lint-reports"
US_ONE = "lint-reports, one process"
AUTOCORRECT = "autocorrect (npm)"
AUTOCORRECT_ONE = "autocorrect (npm), one thread"
AUTOCORRECT_PY = "autocorrect (PyPI)"
ZHLINT = "zhlint"
TEXTLINT = "textlint"
LINT_MD = "lint-md"

_CORRECT = """
import sys
from pathlib import Path
import autocorrect_py
for argument in sys.argv[1:]:
    for path in sorted(Path(argument).rglob("*.*")) if Path(argument).is_dir() else [Path(argument)]:
        for line in autocorrect_py.lint_for(path.read_text(encoding="utf-8"), path.name).lines:
            print(path, line)
"""


class Tool(NamedTuple):
    """A program.

    `words` makes the command of the folder with the documents; `suffix` is of the documents that it reads, the others
    read both; `needs` is what must be installed, if anything.
    """

    name: str
    words: Callable[[Path], Sequence[str | Path]]
    count: Callable[[str], int]
    needs: Path | None = None
    suffix: str = ""

    def command(self, work: Work, suffix: str) -> Command:
        """How it is run on a folder, or on a file if there is but one; zhlint wants patterns that are relative."""
        paths = work.paths(self.suffix or suffix)
        target = (paths[0] if len(paths) == 1 else paths[0].parent).relative_to(work.folder)
        words = tuple(str(word) for word in self.words(target))
        return Command(self.name, words, work.folder, (("LINT_REPORTS_CACHE_DIR", str(CACHE)),))

    def is_there(self) -> bool:
        """Whether it can be run."""
        return self.needs is None or self.needs.exists()


def _every(target: Path) -> str:
    """A pattern for the documents in a folder, for programs that do not walk through folders themselves."""
    return str(target) if target.suffix else f"{target}/**/*.{target.name}"


def _ours(target: Path, *options: str) -> list[str | Path]:
    program = Path(sys.executable).with_name("lint-reports")
    return [program, "check", target, "--format", "json", "--no-cache", "--no-config", *options]


def count_ours(output: str) -> int:
    """The findings in our JSON."""
    return sum(len(file["findings"]) for file in json.loads(output)["files"])


def count_autocorrect(output: str) -> int:
    """The lines that it would change; quotes in them are escaped, so that none looks like a line of its own."""
    return output.count('{"l":')


def count_textlint(output: str) -> int:
    """The messages in its JSON."""
    return output.count('"ruleId":')


def count_problems(output: str) -> int:
    """The number in the last line, as zhlint and lint-md have it."""
    found = re.findall(r"(?:Found |✖ )(\d+) (?:errors?|problems?)", output)
    return int(found[-1]) if found else 0


def count_lines(output: str) -> int:
    """A finding in each line."""
    return output.count("\n")


_BIN = PEERS / "node_modules" / ".bin"
_PYTHON = PEERS / "python" / "bin" / "python"
_AUTOCORRECT = _BIN / "autocorrect"
_RULES = ("--config", PEERS / "textlintrc.json", "--rules-base-directory", PEERS / "node_modules")

TOOLS: tuple[Tool, ...] = (
    Tool(BARE, lambda _: (sys.executable, "-I", "-c", "pass"), lambda _: 0),
    Tool(US, _ours, count_ours),
    Tool(US_ONE, lambda target: _ours(target, "--workers", "1"), count_ours),
    Tool(
        AUTOCORRECT,
        lambda target: (_AUTOCORRECT, "--lint", "--format", "json", target),
        count_autocorrect,
        _AUTOCORRECT,
    ),
    Tool(
        AUTOCORRECT_ONE,
        lambda target: (_AUTOCORRECT, "--lint", "--format", "json", "--threads", "1", target),
        count_autocorrect,
        _AUTOCORRECT,
    ),
    Tool(AUTOCORRECT_PY, lambda target: (_PYTHON, "-c", _CORRECT, target), count_lines, _PYTHON),
    Tool(
        ZHLINT,
        lambda target: (_BIN / "zhlint", _every(target)),
        count_problems,
        _BIN / "zhlint",
    ),
    Tool(
        TEXTLINT,
        lambda target: (_BIN / "textlint", *_RULES, "--format", "json", target),
        count_textlint,
        _BIN / "textlint",
    ),
    Tool(LINT_MD, lambda target: (_BIN / "lint-md", _every(target)), count_problems, _BIN / "lint-md", ".md"),
)
"""Everything that is measured, in the order of the tables."""


def processors() -> int:
    """How many this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
