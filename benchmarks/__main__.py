"""The command: `python -m benchmarks PART`."""

from __future__ import annotations

import argparse
import compileall
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

import lint_reports
from benchmarks import curves, races, results, steps, tables, tools, warm
from benchmarks.installing import install


class Options(NamedTuple):
    """What to measure on, and how often at most."""

    work: Sequence[str]
    rounds: int


def us(options: Options) -> Iterator[str]:
    """This program alone: needs no network."""
    chosen = [tool for tool in tools.TOOLS if tool.name in (tools.BARE, tools.US, tools.US_ONE)]
    names = [name for name in ("one", "five", "many", "big") if name in options.work]
    yield from _raced(races.races(names, options.rounds, chosen))


def peers(options: Options) -> Iterator[str]:
    """This program and its peers, which are installed first."""
    install()
    yield from results.peers()
    yield ""
    found = races.races(options.work, options.rounds)
    memory = tables.memory(races.memory_in_all()) if races.TEN in options.work else ()
    yield from _raced(found, memory)


def _raced(found: Sequence[races.Result], more: Iterable[Sequence[str]] = ()) -> Iterator[str]:
    rows = [*tables.bars({one.work.name: one for one in found}), *more]
    yield from tables.table(("asked", "at most", "measured", ""), rows)
    for one in found:
        yield ""
        yield from tables.result(one)


PARTS: Mapping[str, Callable[[Options], Iterator[str]]] = {
    "us": us,
    "peers": peers,
    "warm": lambda _: warm.lines(),
    "curves": lambda _: curves.lines(),
    "profile": lambda _: steps.lines(),
}
"""What can be measured, in the order in which `all` does it."""
_WORK = [*(kind.work for kind in races.RACES), races.TEN]


def main(arguments: Sequence[str] | None = None) -> None:
    """Measures what is asked for, prints it, and writes it into `README.md` if asked to."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("parts", nargs="+", choices=(*PARTS, "all"), metavar="PART", help=", ".join((*PARTS, "all")))
    parser.add_argument("--work", action="append", choices=_WORK, help="us and peers: only on this (default: all)")
    parser.add_argument("--rounds", type=int, default=100, help="us and peers: at most so many")
    parser.add_argument("--write", action="store_true", help="write the results into benchmarks/README.md")
    given = parser.parse_args(arguments)
    # As it is once it is installed: modules are not compiled anew in each run, whatever the environment says.
    compileall.compile_dir(str(Path(lint_reports.__file__).parent), quiet=1)
    options = Options(given.work or _WORK, given.rounds)
    for part in PARTS if "all" in given.parts else given.parts:
        results.show(part, PARTS[part](options), write=given.write)


if __name__ == "__main__":
    main()
