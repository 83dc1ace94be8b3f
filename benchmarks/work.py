"""What is checked: folders of documents, made once and kept."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator, Mapping
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

from benchmarks.manuals import manual
from benchmarks.places import CORPUS, WORK
from benchmarks.reports import SIZE, report
from lint_reports.discovery import find_files
from lint_reports.errors import InputError
from lint_reports.readers.encoding import decode

BIG = 10_000_000
_FIRST = 3
_MAKERS = ("work.py", "reports.py", "figures.py", "phrases.py", "phrases.yaml", "manuals.py")
# Sizes of varied reports, in bytes: their mean is that of one report.
_SIZES = (2_500, 5_000, 7_500, 10_000, 12_500, 15_000, 17_500, 20_000, 25_000, 35_000)


class Work(NamedTuple):
    """Documents in a folder, once ending in `.txt` and once in `.md`, because some tools read nothing else."""

    name: str
    title: str
    folder: Path

    def paths(self, suffix: str) -> list[Path]:
        """The documents with that ending."""
        return sorted((self.folder / suffix.removeprefix(".")).iterdir())

    def size(self) -> int:
        """Bytes in all."""
        return sum(path.stat().st_size for path in self.paths(".md"))


def _reports(count: int, size: int = 0) -> Callable[[], Iterator[str]]:
    """So many reports of that size, or of many sizes; the first has some findings, as most have."""
    return lambda: (report(number, size or _SIZES[number % len(_SIZES)]) for number in range(_FIRST, _FIRST + count))


def _corpus() -> Iterator[str]:
    for path in find_files([str(CORPUS)]):
        try:
            yield decode(Path(path).read_bytes()).text
        except InputError:
            continue


class _Recipe(NamedTuple):
    title: str
    texts: Callable[[], Iterator[str]]
    suffixes: tuple[str, ...] = (".txt", ".md")


_RECIPES: Mapping[str, _Recipe] = {
    "one": _Recipe("one report of 15 KB", _reports(1, SIZE)),
    "five": _Recipe("five reports of 15 KB", _reports(5, SIZE)),
    "many": _Recipe("2,000 varied reports, 30 MB", _reports(2000)),
    "big": _Recipe("one file of 10 MB", _reports(1, BIG)),
    "ten": _Recipe("ten files of 10 MB", _reports(10, BIG)),
    "manuals": _Recipe("200 Markdown manuals, with code, tables and links", lambda: map(manual, range(200)), (".md",)),
    "corpus": _Recipe("real documents: reports, laws, orders", _corpus),
}


def work(name: str) -> Work:
    """The work of a name; it is made if it is not there.

    Args:
        name: one of `one`, `five`, `many`, `big`, `ten`, `manuals`, `corpus`.
    """
    recipe, made = _RECIPES[name], Work(name, _RECIPES[name].title, WORK / name)
    ready, now = made.folder / "ready", _makers()
    if not ready.exists() or ready.read_text(encoding="ascii") != now:
        shutil.rmtree(made.folder, ignore_errors=True)
        _write(made.folder, recipe)
        ready.write_text(now, encoding="ascii")
    return made


def _makers() -> str:
    """The digest of what makes documents: with other words, other documents are made."""
    paths = (Path(__file__).with_name(name) for name in _MAKERS)
    return sha256(b"\0".join(path.read_bytes() for path in paths)).hexdigest()


def there_is(name: str) -> bool:
    """Whether work can be made: real documents may not be there."""
    return name != "corpus" or CORPUS.is_dir()


def _write(folder: Path, recipe: _Recipe) -> None:
    for suffix in recipe.suffixes:
        (folder / suffix.removeprefix(".")).mkdir(parents=True, exist_ok=True)
    for number, text in enumerate(recipe.texts()):
        first, *others = (folder / suffix.removeprefix(".") / f"{number:05}{suffix}" for suffix in recipe.suffixes)
        first.write_text(text, encoding="utf-8", newline="")
        for other in others:
            other.unlink(missing_ok=True)
            os.link(first, other)
