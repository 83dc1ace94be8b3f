"""Ten thousand small files: cold, when nothing has changed since, and when one file has.

They are compared with two programs that check nothing. Both list, read and digest the same files; the first prints the
report from a file, the second makes it of findings that are at hand.
"""

from __future__ import annotations

import pickle
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from benchmarks.measuring import MEASURES, Command, Run, in_turn, median, ratio, run
from benchmarks.races import Bar
from benchmarks.reports import report
from benchmarks.tables import figure, span, table, verdict
from benchmarks.tools import processors
from lint_reports.discovery import find_files
from lint_reports.linter import Linters
from lint_reports.running import File, How, check_files
from lint_reports.settings import Settings

FILES = 10_000
SIZE = 3_000
ROUNDS = 7
_LIMIT = 600
_ENCODINGS = ("utf-8", "utf-8", "utf-8", "utf-8-sig", "gb18030", "big5hkscs")
_BAR = Bar("warm", "nothing changed", "list and digest", "wall", 3)
# Lists, reads and digests what the linter does.
_LIST = """
import os, sys
from hashlib import blake2b
for folder, folders, names in os.walk(sys.argv[1]):
    folders.sort()
    for name in sorted(names):
        with open(os.path.join(folder, name), "rb") as file:
            blake2b(file.read(), digest_size=16).digest()
"""
# The same, and the report is made of findings that are at hand, as a linter has to make it.
_MAKE = """
import pickle, sys
from lint_reports.digest import digest
from lint_reports.discovery import find_files
from lint_reports.reporters import Style, reporter
for path in find_files([sys.argv[1]]):
    with open(path, "rb") as file:
        digest(file.read())
with open(sys.argv[2], "rb") as file:
    outcomes = pickle.load(file)
for piece in reporter("text").render(outcomes, Style()):
    sys.stdout.write(piece)
"""


def write(folder: Path, files: int = FILES) -> list[Path]:
    """Small reports in several encodings, in folders of a hundred."""
    paths = [folder / f"{number // 100:03}" / f"{number:05}.txt" for number in range(files)]
    for number, path in enumerate(paths):
        path.parent.mkdir(exist_ok=True)
        text = report(number, SIZE)
        try:
            path.write_bytes(text.encode(_ENCODINGS[number % len(_ENCODINGS)]))
        except UnicodeEncodeError:  # the script of the report has no place in this encoding
            path.write_text(text, encoding="utf-8", newline="")
    return paths


def lines() -> Iterator[str]:
    """What it takes, as Markdown."""
    with tempfile.TemporaryDirectory() as place:
        yield from _measured(Path(place))


def _measured(place: Path) -> Iterator[str]:
    work, kept = place / "reports", place / "outcomes"
    work.mkdir()
    paths = write(work)
    size = sum(path.stat().st_size for path in paths) / 1e6
    words = (str(Path(sys.executable).with_name("lint-reports")), "check", str(work), "--no-config")
    check = Command(_BAR.ours, words, None, (("LINT_REPORTS_CACHE_DIR", str(place / "cache")),))
    cold = run(check, place / "cold", _LIMIT)
    _keep_outcomes(work, kept)
    made = Command("list, digest, make the report", (sys.executable, "-c", _MAKE, str(work), str(kept)))
    runs = in_turn(
        [Command(_BAR.theirs, (sys.executable, "-c", _LIST, str(work))), made, check], place / "output", ROUNDS, _LIMIT
    )
    paths[FILES // 2].write_text(report(FILES, SIZE), encoding="utf-8")
    runs |= {"one file changed": [run(check, place / "changed", _LIMIT)], "cold": [cold]}
    reports = {done.output.read_bytes() for done in (cold, runs[check.name][-1], runs[made.name][-1])}
    yield f"{len(paths):,} files, {figure(size)} MB, {processors()} processors; medians of {ROUNDS} rounds."
    yield f"The report is {'the same' if len(reports) == 1 else '**ANOTHER**'} with a warm cache and without."
    yield ""
    yield from _compared(runs)


def _compared(runs: Mapping[str, Sequence[Run]]) -> Iterator[str]:
    first, wall = runs[_BAR.theirs], MEASURES["wall"]
    rows = (
        (name, *(figure(median(done, measure)) for measure in MEASURES.values()), span(ratio(done, first, wall)))
        for name, done in runs.items()
    )
    yield from table(("", "wall, s", "CPU, s", "memory, MB", "wall to the first"), rows)
    found = ratio(runs[_BAR.ours], first, wall)
    yield ""
    judged = verdict(found.median, _BAR)
    yield f"Asked: {_BAR.ours}, at most {figure(_BAR.most)} times {_BAR.theirs}: {span(found)}, {judged}."


def _keep_outcomes(work: Path, kept: Path) -> None:
    settings = Settings()
    files = [File(path, settings) for path in find_files([str(work)])]
    kept.write_bytes(pickle.dumps(list(check_files(files, Linters(), How(workers=processors())))))
