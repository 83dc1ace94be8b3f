"""How fast the program is, as ratios in one run: `make bench`.

Prints what one report costs against the start of the bare interpreter, with and without what is kept between runs,
and how many megabytes a second one core checks. The reports are made of the samples in `seeds/`, no two
alike.
"""

from __future__ import annotations

import os
import random
import re
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from lint_reports.readers.encoding import decode

PROGRAM = str(Path(sys.executable).with_name("lint-reports"))
SEEDS = Path(__file__).parents[1] / "seeds"
FILES = 2000
SIZE = 15_000
FAULTY = 4  # one in so many has mistakes
ROUNDS = 15


def report(number: int) -> str:
    """A plain text report of about 15 KB: a sample, and its sentences in paragraphs as long as real ones."""
    chance = random.Random(number)
    folder = SEEDS / ("faulty" if number % FAULTY == 0 else "clean")
    text = decode(chance.choice(sorted(folder.glob("*.txt"))).read_bytes()).text
    sentences = [sentence for sentence in re.findall(r"[^\n。]{15,}。", text) if "是" not in sentence]
    while len(text.encode()) < SIZE:
        text += "\n　　" + "".join(chance.choices(sentences, k=12)) + "\n"
    return text


def make_work(folder: Path) -> list[Path]:
    """Writes the reports and returns their paths."""
    paths = [folder / f"{number:04}.txt" for number in range(FILES)]
    for number, path in enumerate(paths):
        path.write_text(report(number), encoding="utf-8")
    return paths


def seconds(command: list[str], **environment: str) -> float:
    """How long a command runs, wall time; its findings are no failure."""
    start = time.perf_counter()
    done = subprocess.run(command, stdout=subprocess.DEVNULL, env=os.environ | environment, check=False)
    if done.returncode > 1:
        sys.exit(f"{command} ended with {done.returncode}")
    return time.perf_counter() - start


def start_up(one: Path, cache: str) -> None:
    """One report, each command in turn with the bare interpreter."""
    commands = {
        "--version": ([PROGRAM, "--version"], cache),
        "one report": ([PROGRAM, "check", str(one)], cache),
        "one report, nothing kept": ([PROGRAM, "check", str(one)], os.devnull),
    }
    ratios: dict[str, list[float]] = {name: [] for name in commands}
    for _ in range(ROUNDS + 1):
        bare = seconds([sys.executable, "-I", "-c", "pass"])
        for name, (command, folder) in commands.items():
            ratios[name].append(seconds(command, LINT_REPORTS_CACHE_DIR=folder) / bare)
    print(f"bare interpreter: {1000 * bare:.0f} ms; medians of {ROUNDS} rounds:")
    for name, found in ratios.items():
        print(f"  {name}: {statistics.median(found[1:]):.1f} times")  # the first round fills the cache


def throughput(folder: Path, paths: list[Path], cache: str) -> None:
    """All reports in one process."""
    size = sum(path.stat().st_size for path in paths) / 1e6
    bare = seconds([sys.executable, "-I", "-c", "pass"])
    command = [PROGRAM, "check", str(folder), "--format", "json", "--workers", "1", "--no-cache"]
    took = min(seconds(command, LINT_REPORTS_CACHE_DIR=cache) for _ in range(3))
    print(f"{len(paths)} reports, {size:.1f} MB: {took:.2f} s, {size / took:.1f} MB/s;")
    print(f"  one report more costs {took / len(paths) / bare:.2f} times the bare interpreter")


def main() -> None:
    """Makes the work in a folder of its own, and measures."""
    with tempfile.TemporaryDirectory() as folder, tempfile.TemporaryDirectory() as cache:
        paths = make_work(Path(folder))
        start_up(paths[1], cache)
        throughput(Path(folder), paths, cache)


if __name__ == "__main__":
    main()
