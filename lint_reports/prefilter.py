"""One pass over a document for the literals of all rules.

`ahocorasick-rs` does it in 50 µs for a report; where there is no wheel for it, `pyahocorasick` or plain Python find the
same, only slower.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from importlib import import_module
from typing import Any

Scan = Callable[[str], Iterable[tuple[int, int, int]]]
"""From a text to (number of the literal, start, end) of every occurrence, also overlapping ones."""

_CHUNK = 1_000_000
"""Code points scanned at once: the native library keeps a table eight times as large as the text."""


class Prefilter:
    """Finds all occurrences of some literals.

    Args:
        literals: what to look for.
        engine: the name of one of `ENGINES`; the first that is installed if left out.
    """

    def __init__(self, literals: Sequence[str], engine: str | None = None) -> None:
        self._scan = _engine(literals, engine) if literals else None

    def find(self, text: str) -> Iterable[tuple[int, int, int]]:
        """Every occurrence: the number of the literal, its start and its end; in no particular order."""
        if self._scan is None:
            return ()
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
    def scan(text: str) -> Iterator[tuple[int, int, int]]:
        for number, literal in enumerate(literals):
            start = text.find(literal)
            while start >= 0:
                yield number, start, start + len(literal)
                start = text.find(literal, start + 1)

    return scan


ENGINES: dict[str, Callable[[Sequence[str]], Scan]] = {"ahocorasick_rs": _rust, "ahocorasick": _c, "python": _python}
"""The ways of scanning, best first."""
