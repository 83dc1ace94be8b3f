"""Pages that show sessions: what is typed, and what comes out. Read, played, and written anew.

On such a page each section with a number is a session in a folder of its own, which is a git repository with the
samples of this checkout beside it. A fenced block after a line that ends in “`path`:” is a file to be saved; what
follows `$ ` in a `console` block is typed, and the lines below are what is said, on either stream. A command that does
not end with 0 says so: `# exits 1`.

`python tests/transcripts.py PAGE…` writes the pages anew, with what the program says now.
"""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parents[1]
_SECTION = re.compile(r"(?m)^(?=## )")
_NUMBERED = re.compile(r"## \d")
_BLOCK = re.compile(r"(?m)^```(?P<info>[a-z]*)\n(?P<body>(?:.*\n)*?)```$")
_FILE = re.compile(r"`([^`]+)`[:：]\n\n\Z")
_EXIT = re.compile(r"  # exits (\d+)$")
_IDENTITY = {
    "GIT_AUTHOR_NAME": "a",
    "GIT_AUTHOR_EMAIL": "a@b.c",
    "GIT_COMMITTER_NAME": "a",
    "GIT_COMMITTER_EMAIL": "a@b.c",
}


class Said(NamedTuple):
    """What a command comes to: its exit code, and all that it writes."""

    code: int
    text: str


class Session:
    """A folder in which commands are run, as somebody at a terminal would run them."""

    def __init__(self, above: Path, lang: str, cache: Path | None = None) -> None:
        """Makes the folder `work` and everything beside it; sessions may share a cache."""
        self._folder = above / "work"
        tools = above / "bin"
        for folder in (self._folder, tools):
            folder.mkdir()
        (above / "lint-reports").symlink_to(ROOT)
        program = tools / "lint-reports"
        program.write_text(f'#!/bin/sh\nexec {shlex.quote(sys.executable)} -m lint_reports "$@"\n', encoding="utf-8")
        program.chmod(0o755)
        beside = f"{tools}{os.pathsep}{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
        kept = {key: value for key, value in os.environ.items() if not key.startswith(("GIT_", "LINT_REPORTS_"))}
        home = {"HOME": str(above), "PATH": beside, "PYTHONPATH": str(ROOT), "PRE_COMMIT_HOME": str(above / "hooks")}
        ours = {
            "LINT_REPORTS_LANG": lang,
            "LINT_REPORTS_CACHE_DIR": str(cache or above / "cache"),
            "LINT_REPORTS_TODAY": "2026-03-02",
        }
        plain = {"LC_ALL": "C.UTF-8", "PRE_COMMIT_COLOR": "never", "GIT_CONFIG_NOSYSTEM": "1"}
        self._env = {**kept, **home, **ours, **plain, **_IDENTITY}
        self.run("git init --quiet --initial-branch main")

    def save(self, path: str, text: str) -> None:
        """Saves a file of the page."""
        file = self._folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")

    def run(self, command: str) -> Said:
        """Runs one line."""
        done = subprocess.run(
            ["sh", "-c", command],
            cwd=self._folder,
            env=self._env,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            check=False,
        )
        return Said(done.returncode, done.stdout)


def sections(page: str) -> list[str]:
    """The sections of a page that are sessions."""
    return [part for part in _SECTION.split(page) if _NUMBERED.match(part)]


def played(section: str, session: Session) -> str:
    """The section with what the program says now."""

    def anew(block: re.Match[str]) -> str:
        file = _FILE.search(section[: block.start()])
        if block["info"] == "console":
            return f"```console\n{''.join(_answered(command, session) for command in _typed(block['body']))}```"
        if file:
            session.save(file[1], block["body"])
        return block[0]

    return _BLOCK.sub(anew, section)


def _typed(body: str) -> Iterator[str]:
    return (line.removeprefix("$ ") for line in body.splitlines() if line.startswith("$ "))


def _answered(line: str, session: Session) -> str:
    command = _EXIT.sub("", line)
    code, text = session.run(command)
    shown = f"$ {command}  # exits {code}" if code else f"$ {command}"
    return f"{shown}\n{text}" if not text or text.endswith("\n") else f"{shown}\n{text}\n"


def _written_anew(page: str, lang: str) -> str:
    parts = _SECTION.split(page)
    for number, part in enumerate(parts):
        if _NUMBERED.match(part):
            with tempfile.TemporaryDirectory() as above:
                parts[number] = played(part, Session(Path(above), lang))
    return "".join(parts)


def lang_of(path: str) -> str:
    """The language that the program speaks on a page."""
    return "zh" if path.endswith(".zh-CN.md") else "en"


if __name__ == "__main__":
    for path in sys.argv[1:]:
        file = Path(path)
        file.write_text(_written_anew(file.read_text(encoding="utf-8"), lang_of(path)), encoding="utf-8")
