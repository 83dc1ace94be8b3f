"""One pass over a document for the literals of all rules.

`ahocorasick-rs` does it in 50 µs for a report, but takes 6 ms to be ready; plain Python takes 1 ms, and is ready at
once. So the first few documents are left to Python, as are all where no library is installed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from importlib import import_module
from itertools import islice
from operator import add, itemgetter
from typing import Any

Scan = Callable[[str], Iterable[tuple[int, int, int]]]
"""From a text to (number of the literal, start, end) of every occurrence, also overlapping ones."""

_CHUNK = 1_000_000
"""Code points scanned at once: the native library keeps a table eight times as large as the text."""
_ENOUGH = 20_000
"""Code points from which on a library is faster, with the time it takes to be ready: four reports."""


_end = itemgetter(2)


class Prefilter:
    """Finds all occurrences of some literals.

    Args:
        literals: what to look for.
        engine: the name of one of `ENGINES`; plain Python and then the first that is installed if left out.
    """

    def __init__(self, literals: Sequence[str], engine: str | None = None) -> None:
        self._literals = literals
        self._left = _ENOUGH if engine is None else 0
        self._scan = _engine(literals, engine or "python")

    def find(self, text: str) -> Iterable[tuple[int, int, int]]:
        """Every occurrence: the number of the literal, its start and its end.

        In no particular order, but of those that start at one place the shorter come first.
        """
        if not self._literals:
            return ()
        if self._left > 0:
            self._left -= len(text)
            if self._left <= 0:
                self._scan = _engine(self._literals, None)
        return self._scan(text) if len(text) <= _CHUNK else self._in_chunks(self._scan, text)

    def _in_chunks(self, scan: Scan, text: str) -> Iterator[tuple[int, int, int]]:
        start = 0
        while start < len(text):
            end = _chunk_end(text, start)
            for number, first, last in scan(text[start:end]):
                yield number, start + first, start + last
            start = end


def _chunk_end(text: str, start: int) -> int:
    """Where a chunk ends: at the end of a line, so that no literal is cut; a literal never contains a line end."""
    if len(text) - start <= _CHUNK:
        return len(text)
    line_end = text.rfind("\n", start, start + _CHUNK)
    return line_end + 1 if line_end >= start else (text.find("\n", start) + 1 or len(text))


def _engine(literals: Sequence[str], name: str | None) -> Scan:
    for engine, make in ENGINES.items():
        if name in (None, engine):
            try:
                return make(literals)
            except ImportError:
                continue
    raise LookupError(name)


def _rust(literals: Sequence[str]) -> Scan:
    library: Any = import_module("ahocorasick_rs")
    # Of the three kinds it is the one whose tables stay in the cache beside everything else that a report needs: a DFA
    # scans twice as fast alone, and half as fast between two reports.
    automaton = library.AhoCorasick(literals, implementation=library.Implementation.ContiguousNFA)
    return lambda text: automaton.find_matches_as_indexes(text, overlapping=True)


def _c(literals: Sequence[str]) -> Scan:
    library: Any = import_module("ahocorasick")
    automaton = library.Automaton()
    for number, literal in enumerate(literals):
        automaton.add_word(literal, (number, len(literal)))
    automaton.make_automaton()

    def scan(text: str) -> Iterator[tuple[int, int, int]]:
        for last, (number, length) in automaton.iter(text):
            yield number, last + 1 - length, last + 1

    return scan


def _python(literals: Sequence[str]) -> Scan:
    def scan(text: str) -> list[tuple[int, int, int]]:
        # A text has few of the literals. It is searched only for those whose first and last two characters it has.
        pairs = {*text, *map(add, text, islice(text, 1, None))}
        likely = [
            (number, literal)
            for number, literal in enumerate(literals)
            if literal[:2] in pairs and literal[-2:] in pairs
        ]
        hits = [(number, start, start + len(literal)) for number, literal in likely for start in _starts(literal, text)]
        hits.sort(key=_end)  # as the libraries find them
        return hits

    return scan


def _starts(literal: str, text: str) -> Iterator[int]:
    start = text.find(literal)
    while start >= 0:
        yield start
        start = text.find(literal, start + 1)


ENGINES: dict[str, Callable[[Sequence[str]], Scan]] = {"ahocorasick_rs": _rust, "ahocorasick": _c, "python": _python}
"""The ways of scanning, best first."""
