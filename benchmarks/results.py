"""Results in `README.md`: each part stands between two comments, and the command that measures it writes it anew."""

from __future__ import annotations

import json
import platform
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

import lint_reports
from benchmarks.installing import PYTHON_PEERS, said
from benchmarks.places import HERE, README
from benchmarks.tools import processors


def renewed(page: str, part: str, lines: Iterable[str]) -> str:
    """A page with one part written anew.

    Raises:
        ValueError: the page has no such part.
    """
    mark = re.compile(rf"(<!-- {part} -->\n).*?(<!-- end of {part} -->)", re.DOTALL)
    if not mark.search(page):
        raise ValueError(f"no part {part!r}")
    text = "\n".join(lines)
    return mark.sub(lambda found: f"{found[1]}\n{text}\n\n{found[2]}", page)


def show(part: str, lines: Iterable[str], *, write: bool) -> None:
    """Prints results, and writes them into the page if asked to."""
    said_lines = [machine(), "", *lines]
    print("\n".join(said_lines))
    if write:
        README.write_text(renewed(README.read_text(encoding="utf-8"), part, said_lines), encoding="utf-8")


def machine() -> str:
    """Where and with what it was measured, in a sentence."""
    versions = f"Python {platform.python_version()}, lint-reports {lint_reports.__version__}{_revision()}"
    return f"{processors()} processors ({_processor()}), {platform.system()} {platform.machine()}; {versions}."


def _revision() -> str:
    found = said(("git", "-C", str(HERE), "rev-parse", "--short", "HEAD"))
    return "" if found == "none" else f" at {found}"


def _processor() -> str:
    info = Path("/proc/cpuinfo")
    found = re.search(r"model name\s*: (.*)", info.read_text(encoding="utf-8")) if info.exists() else None
    return found[1] if found else platform.processor() or "unknown"


def peers() -> Iterator[str]:
    """The versions of the peers, as a list."""
    listed = json.loads((HERE / "peers" / "package.json").read_text(encoding="utf-8"))["dependencies"]
    yield f"Peers, on node {said(('node', '--version')).removeprefix('v')}: "
    names = [f"{name} {version}" for name, version in (listed | dict(PYTHON_PEERS)).items()]
    yield "; ".join(names) + "."
