"""Where the time of a document goes, by step, by fact and by rule; and instruction counts, which no noise changes."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path

from benchmarks.places import CACHE
from benchmarks.reports import SIZE, report
from benchmarks.tables import figure, table
from lint_reports.linter import Linters
from lint_reports.running import File, How, check_files
from lint_reports.settings import Settings
from lint_reports.timings import Ledger, Spent

_DOCUMENTS = 200
_SHOWN = 40
_COUNTED = (10, 20)  # documents whose instructions are counted: the difference leaves out the start


def lines() -> Iterator[str]:
    """The profile as Markdown."""
    with tempfile.TemporaryDirectory() as place:
        paths = _write(Path(place))
        yield from profile(times(paths), len(paths))
        yield ""
        yield from instructions(paths)


def _write(place: Path) -> list[Path]:
    paths = [place / f"{number:04}.txt" for number in range(_DOCUMENTS)]
    for number, path in enumerate(paths):
        path.write_text(report(number, SIZE), encoding="utf-8")
    return paths


def times(paths: list[Path]) -> Mapping[str, Spent]:
    """Milliseconds by step, fact and rule, of the second time that the documents are checked in one process."""
    linters, settings = Linters(), Settings()
    files = [File(str(path), settings) for path in paths]
    ledgers = []
    for _ in range(2):
        ledgers.append(Ledger())
        for _ in check_files(files, linters, How(ledger=ledgers[-1])):
            pass
    return ledgers[-1].sums()


def profile(spent: Mapping[str, Spent], documents: int) -> Iterator[str]:
    """A table of the sums by kind, and one of the most expensive names."""
    whole = sum(one.ms for one in spent.values())
    kinds: dict[str, float] = {}
    for name, one in spent.items():
        kind = name.split(" ", 1)[0]
        kinds[kind] = kinds.get(kind, 0) + one.ms
    yield f"One document of 15 KB, the mean of {documents}: {figure(whole / documents)} ms, with the cost of measuring."
    yield ""
    rows = [(f"all {kind}s", ms, documents) for kind, ms in kinds.items()]
    rows += [(name, one.ms, one.files) for name, one in list(spent.items())[:_SHOWN]]
    yield from table(
        ("", "µs a document", "share, %", "documents"),
        ((name, figure(1000 * ms / documents), figure(100 * ms / whole), str(files)) for name, ms, files in rows),
    )


def instructions(paths: list[Path]) -> Iterator[str]:
    """Instructions of the bare interpreter, of one report, and of one report more."""
    if not shutil.which("valgrind"):
        yield "Instructions were not counted: there is no valgrind."
        return
    bare = counted(["-I", "-c", "pass"])
    one, few, more = (counted(["-m", "lint_reports", *_check(paths[:count])]) for count in (1, *_COUNTED))
    each = (more - few) / (_COUNTED[1] - _COUNTED[0])
    yield "Instructions, by callgrind, in millions (the same in every run of the same versions):"
    yield ""
    rows = (
        ("bare interpreter", figure(bare / 1e6), "1"),
        ("one report, whole process", figure(one / 1e6), figure(one / bare)),
        ("one report more", figure(each / 1e6), figure(each / bare)),
    )
    yield from table(("", "instructions, M", "to the first"), rows)


def _check(paths: list[Path]) -> list[str]:
    return ["check", "--format", "json", "--no-cache", "--no-config", "--workers", "1", *map(str, paths)]


def counted(arguments: list[str]) -> int:
    """How many instructions this interpreter takes; what is kept between runs is there already.

    Raises:
        ValueError: valgrind does not say.
    """
    environment = os.environ | {"LINT_REPORTS_CACHE_DIR": str(CACHE), "PYTHONHASHSEED": "0"}
    subprocess.run([sys.executable, *arguments], env=environment, stdout=subprocess.DEVNULL, check=False)
    words = ["valgrind", "--tool=callgrind", f"--callgrind-out-file={os.devnull}", sys.executable, *arguments]
    done = subprocess.run(words, env=environment, capture_output=True, text=True, check=False)
    return collected(done.stderr)


def collected(said: str) -> int:
    """The number in what callgrind says at the end.

    Raises:
        ValueError: there is none.
    """
    found = re.search(r"Collected : (\d+)", said)
    if not found:
        raise ValueError(said[-500:])
    return int(found[1])
