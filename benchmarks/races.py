"""Who is measured on what, and what is asked of us there."""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from benchmarks import tools
from benchmarks.measuring import Command, Run, in_turn, run
from benchmarks.places import OUTPUT
from benchmarks.tools import TOOLS, Tool
from benchmarks.work import Work, there_is, work

SLOW = (tools.ZHLINT, tools.TEXTLINT, tools.LINT_MD)
"""These take minutes where others take seconds."""


class Race(NamedTuple):
    """Work, how often it is done in turn, how long a run may take, and how often the slow ones are run."""

    work: str
    rounds: int
    limit: float
    slow: int
    without: tuple[str, ...] = ()
    suffix: str = ".txt"


class Bar(NamedTuple):
    """What is asked: on some work, ours to theirs in some measure at most so much; and what is aimed at."""

    work: str
    ours: str
    theirs: str
    measure: str
    most: float
    aim: float = 0


class Result(NamedTuple):
    """What came of a race: the runs and the findings by tool; none where a tool was stopped."""

    work: Work
    runs: Mapping[str, Sequence[Run]]
    findings: Mapping[str, int | None]


_ONE = (tools.US_ONE, tools.AUTOCORRECT_ONE)
RACES: tuple[Race, ...] = (
    Race("one", 15, 20, 5, _ONE),
    Race("five", 9, 20, 3, _ONE),
    Race("many", 3, 240, 1, (tools.BARE,)),
    Race("big", 3, 60, 1, (tools.BARE, *_ONE)),
    Race("manuals", 5, 60, 1, (tools.BARE, *_ONE), ".md"),
    Race("corpus", 3, 120, 1, (tools.BARE,)),
)
BARS: tuple[Bar, ...] = (
    Bar("one", tools.US, tools.AUTOCORRECT, "wall", 0.6),
    Bar("one", tools.US, tools.BARE, "wall", 3, 2),
    Bar("many", tools.US, tools.AUTOCORRECT, "wall", 0.8, 0.5),
    Bar("many", tools.US, tools.ZHLINT, "wall", 1 / 15),
    Bar("many", tools.US, tools.TEXTLINT, "wall", 1 / 15),
    Bar("many", tools.US, tools.LINT_MD, "wall", 1 / 15),
    Bar("many", tools.US_ONE, tools.AUTOCORRECT_ONE, "wall", 1),
    Bar("big", tools.US, tools.AUTOCORRECT, "wall", 1),
)
TEN = "ten"
MEMORY = 1500
"""The work that memory is measured on, and MB that all processes together may take for it."""


def race(kind: Race, chosen: Sequence[Tool] = TOOLS) -> Result:
    """Runs a race among the tools that are there."""
    made = work(kind.work)
    runners = [tool for tool in chosen if tool.is_there() and tool.name not in kind.without]
    commands = [_command(tool, made, kind) for tool in runners]
    print(f"{made.title}: {', '.join(tool.name for tool in runners)}", file=sys.stderr)
    runs = in_turn(commands, OUTPUT / kind.work, kind.rounds, kind.limit)
    return Result(made, runs, {tool.name: _findings(tool, runs[tool.name]) for tool in runners})


def races(names: Sequence[str], rounds: int, chosen: Sequence[Tool] = TOOLS) -> list[Result]:
    """The races on some work, if there is such work, with so many rounds at most."""
    kinds = [kind for kind in RACES if kind.work in names and there_is(kind.work)]
    return [race(kind._replace(rounds=min(kind.rounds, rounds)), chosen) for kind in kinds]


def _command(tool: Tool, made: Work, kind: Race) -> Command:
    command = tool.command(made, kind.suffix)
    return command._replace(most=kind.slow) if tool.name in SLOW else command


def _findings(tool: Tool, runs: Sequence[Run]) -> int | None:
    if not runs or runs[-1].over:
        return None
    return tool.count(runs[-1].output.read_text(encoding="utf-8", errors="replace"))


def memory_in_all(chosen: Sequence[str] = (tools.US, tools.AUTOCORRECT)) -> dict[str, Run]:
    """One run of each on ten large files, with the memory of all its processes."""
    made = work(TEN)
    (OUTPUT / TEN).mkdir(parents=True, exist_ok=True)
    there = [tool for tool in TOOLS if tool.name in chosen and tool.is_there()]
    return {tool.name: run(tool.command(made, ".txt"), OUTPUT / TEN / "output", 900, look=True) for tool in there}
