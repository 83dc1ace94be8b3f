"""How long ten thousand files take: cold, with a cache, and with one file changed: `make bench`.

The files are copies of the samples in `seeds/`, each about another county, in several encodings. Everything is measured
in one run, against programs that do nothing but list, read, digest and print the same: no linter can save that.
"""

from __future__ import annotations

import os
import pickle
import random
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import NamedTuple

from lint_reports.discovery import find_files
from lint_reports.linter import Linters
from lint_reports.readers.encoding import decode
from lint_reports.running import File, How, check_files
from lint_reports.settings import Settings

SEEDS = Path(__file__).parents[1] / "seeds"
FILES = 10_000
NAMES = "安白北昌城丰福高古光河和湖华江金景靖凉临龙南宁平青清泉山石泰桐万武西新兴阳永玉源云"
ENCODINGS = ("utf-8", "utf-8", "utf-8", "utf-8-sig", "gb18030", "big5hkscs")
FAULTY = 10  # one in so many is made of a faulty sample
ROUNDS = 7
# Lists, reads and digests what the linter does, and prints what it has printed.
BARE = """
import os, sys
from hashlib import blake2b
for folder, folders, names in os.walk(sys.argv[1]):
    folders.sort()
    for name in sorted(names):
        with open(os.path.join(folder, name), "rb") as file:
            blake2b(file.read(), digest_size=16).digest()
with open(sys.argv[2], encoding="utf-8") as printed:
    for line in printed:
        sys.stdout.write(line)
"""


# The same, and the report is made of findings that are at hand, as a linter has to make it.
PRINT = """
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


class Cost(NamedTuple):
    """Seconds on the clock, and the most memory of one process in MB."""

    seconds: float
    memory: float


def text(number: int) -> str:
    """A sample about another county: what is clean stays clean."""
    chance = random.Random(number)
    folder = SEEDS / ("faulty" if number % FAULTY == 0 else "clean")
    path = chance.choice(sorted([*folder.glob("*.txt"), *folder.glob("*.md")]))
    county = "".join(chance.choices(NAMES, k=3))
    return decode(path.read_bytes()).text.replace("云溪", county).replace("雲溪", county)


def write(folder: Path) -> list[Path]:
    """The files, in folders of a hundred."""
    paths = [folder / f"{number // 100:03}" / f"{number:05}.txt" for number in range(FILES)]
    for number, path in enumerate(paths):
        path.parent.mkdir(exist_ok=True)
        encoding = ENCODINGS[number % len(ENCODINGS)]
        try:
            path.write_bytes(text(number).encode(encoding))
        except UnicodeEncodeError:  # the script of the sample has no place in this encoding
            path.write_text(text(number), encoding="utf-8")
    return paths


def cost(command: list[str], output: Path, **environment: str) -> Cost:
    """What a command costs; its findings are no failure."""
    before = time.perf_counter()
    with output.open("wb") as written:
        process = subprocess.Popen(command, stdout=written, env=os.environ | environment)
        _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode not in (0, 1):
        sys.exit(f"{command} ended with {process.returncode}")
    return Cost(time.perf_counter() - before, used.ru_maxrss / 1024)


def keep_outcomes(work: Path, kept: Path, cache: str) -> None:
    """Writes what comes of the files."""
    settings = Settings()
    files = [File(path, settings) for path in find_files([str(work)])]
    outcomes = list(check_files(files, Linters(), How(workers=os.cpu_count() or 1, cache=cache)))
    kept.write_bytes(pickle.dumps(outcomes))


def main() -> None:
    """Makes the files in a folder of their own, and measures."""
    with tempfile.TemporaryDirectory() as place:
        work, cache, output = Path(place, "reports"), str(Path(place, "cache")), Path(place, "output")
        work.mkdir()
        paths = write(work)
        size = sum(path.stat().st_size for path in paths) / 1e6
        print(f"{FILES} files, {size:.0f} MB, {os.cpu_count()} processors")
        check = [sys.executable, "-m", "lint_reports", "check", str(work)]
        subprocess.run([*check[:-1], str(paths[0])], stdout=subprocess.DEVNULL, check=False)
        cold = cost(check, output, LINT_REPORTS_CACHE_DIR=cache)
        first = output.read_bytes()
        keep_outcomes(work, Path(place, "outcomes"), cache)
        rounds = []  # in turn, because a machine is not as quick in one minute as in the next
        for _ in range(ROUNDS):
            bare = cost([sys.executable, "-c", BARE, str(work), str(output)], Path(place, "bare"))
            made = cost([sys.executable, "-c", PRINT, str(work), str(Path(place, "outcomes"))], Path(place, "made"))
            rounds.append((bare, made, cost(check, output, LINT_REPORTS_CACHE_DIR=cache)))
        same = output.read_bytes() == first == Path(place, "made").read_bytes()
        bare, made, warm = sorted(rounds, key=lambda three: three[2].seconds / three[0].seconds)[ROUNDS // 2]
        paths[FILES // 2].write_text(text(FILES), encoding="utf-8")
        changed = cost(check, output, LINT_REPORTS_CACHE_DIR=cache)
        kept = sum(file.stat().st_size for file in Path(cache).iterdir()) / 1e6
        print(f"list, digest, print a text that is ready: {bare.seconds:.2f} s")
        print(f"list, digest, make and print the report: {made.seconds:.2f} s")
        for name, one in {"cold": cold, "warm": warm, "one file changed": changed}.items():
            ratios = f"{one.seconds / bare.seconds:.1f} times the first, {one.seconds / made.seconds:.1f} the second"
            print(f"{name}: {one.seconds:.2f} s, {ratios}")
        print(f"cold: {size / cold.seconds:.2f} MB/s; a worker takes {cold.memory:.0f} MB at most; cache {kept:.1f} MB")
        print(f"the report is {'the same' if same else 'ANOTHER'} with a warm cache")


if __name__ == "__main__":
    main()
