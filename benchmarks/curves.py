"""How cost grows: with the size of a document, with the number of documents, and with the number of rules.

What is measured is the time of the processor for one process, less what the program takes for an empty file.
"""

from __future__ import annotations

import math
import re
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from benchmarks.measuring import MEASURES, Command, in_turn, median
from benchmarks.places import CACHE, HERE
from benchmarks.reports import SIZE, report
from benchmarks.tables import figure, table
from lint_reports.reporters.html.charts import library
from lint_reports.rules import load_plan

ROUNDS = 3
_LIMIT = 300
_SIZES = (15_000, 50_000, 150_000, 500_000, 1_500_000, 5_000_000, 10_000_000)
_COUNTS = (1, 10, 50, 200, 500, 2000)
_RULES = (10, 50, 100, 200)
_DOCUMENTS = 300  # for the curve of rules
_UNWANTED = re.compile(r"<script.*?</script>|<!--.*?-->|/\*.*?\*/|<desc.*?</desc>", re.DOTALL)
_LEAST = 1e-4  # seconds, where noise is more than what is measured
_STEEP = 1.1  # growth above this power is not in proportion


class Curve(NamedTuple):
    """Seconds against something: what it is, how much of it, and what it took."""

    name: str
    title: str
    unit: str
    amounts: Sequence[float]
    seconds: Sequence[float]

    def power(self) -> float:
        """Seconds grow with this power of the amount, by the upper half of the points; 1 is in proportion."""
        half = len(self.amounts) // 2
        return slope([math.log(one) for one in self.amounts[half:]], [math.log(one) for one in self.seconds[half:]])


def slope(x: Sequence[float], y: Sequence[float]) -> float:
    """The slope of the line that lies best, by least squares."""
    middle_x, middle_y = sum(x) / len(x), sum(y) / len(y)
    across = sum((one - middle_x) * (other - middle_y) for one, other in zip(x, y, strict=True))
    return across / sum((one - middle_x) ** 2 for one in x)


def lines() -> Iterator[str]:
    """All curves as Markdown; their pictures are drawn beside it."""
    with tempfile.TemporaryDirectory() as place:
        for curve in (of_sizes(Path(place, "size")), of_counts(Path(place, "count")), of_rules(Path(place, "rules"))):
            yield from _section(curve)
            HERE.joinpath(f"{curve.name}.svg").write_text(drawn(curve), encoding="utf-8")


def of_sizes(place: Path) -> Curve:
    """One document, ever larger."""
    folders = [_folder(place / str(size), [report(1, size)]) for size in _SIZES]
    real = [sum(file.stat().st_size for file in folder.iterdir()) / 1000 for folder in folders]
    seconds = _seconds([_command(folder) for folder in folders], place)
    return Curve("size", "Size of one document", "KB", real, seconds)


def of_counts(place: Path) -> Curve:
    """More and more documents of one size."""
    folders = [_folder(place / str(count), (report(number, SIZE) for number in range(count))) for count in _COUNTS]
    seconds = _seconds([_command(folder) for folder in folders], place)
    return Curve("documents", "Number of documents of 15 KB", "documents", _COUNTS, seconds)


def of_rules(place: Path) -> Curve:
    """More and more rules, spread over all packs, on the same documents."""
    folder = _folder(place / "reports", (report(number, SIZE) for number in range(_DOCUMENTS)))
    every = [rule.id for rule in load_plan()]  # by its id, a rule runs also if it is off or an info
    counts = [*_RULES, len(every)]
    chosen = [[every[number * len(every) // count] for number in range(count)] for count in counts]
    seconds = _seconds([_command(folder, "--select", ",".join(ids)) for ids in chosen], place)
    return Curve("rules", f"Number of rules, on {_DOCUMENTS} documents", "rules", counts, seconds)


def _folder(folder: Path, texts: Iterator[str] | Sequence[str]) -> Path:
    folder.mkdir(parents=True)
    for number, text in enumerate(texts):
        (folder / f"{number:04}.txt").write_text(text, encoding="utf-8")
    return folder


def _command(folder: Path, *options: str) -> Command:
    program = str(Path(sys.executable).with_name("lint-reports"))
    words = (program, "check", str(folder), "--format", "json", "--no-cache", "--no-config", "--workers", "1", *options)
    return Command(folder.name, words, None, (("LINT_REPORTS_CACHE_DIR", str(CACHE)),))


def _seconds(commands: Sequence[Command], place: Path) -> list[float]:
    """What each takes beyond the start of the program."""
    print(f"{place.name}: {len(commands)} points", file=sys.stderr)
    start = _command(_folder(place / "empty", [""]))
    numbered = [command._replace(name=str(number)) for number, command in enumerate([start, *commands])]
    runs = in_turn(numbered, place / "output", ROUNDS, _LIMIT)
    bare, *taken = (median(done, MEASURES["CPU"]) for done in runs.values())
    return [max(_LEAST, took - bare) for took in taken]


def _section(curve: Curve) -> Iterator[str]:
    yield f"**{curve.title}**"
    yield ""
    rows = (
        (figure(amount), figure(took), figure(1000 * took / amount))
        for amount, took in zip(curve.amounts, curve.seconds, strict=True)
    )
    yield from table((curve.unit, "CPU, s", "ms for each"), rows)
    yield ""
    power = curve.power()
    judged = (
        "**steeper than proportion**"
        if power > _STEEP
        else "below proportion"
        if power < 1 / _STEEP
        else "in proportion"
    )
    yield f"Grows with the power {power:.2f} of the {curve.unit}: {judged}."
    yield ""
    yield f"![{curve.title}]({curve.name}.svg)"
    yield ""


def drawn(curve: Curve) -> str:
    """A picture: milliseconds for each, which stay on one level if the cost is in proportion."""
    from pygal.style import Style

    pygal = library()
    chart = pygal.Line(
        js=[],
        disable_xml_declaration=True,
        width=640,
        height=300,
        show_legend=False,
        range=(0, 1.1 * max(1000 * took / amount for amount, took in zip(curve.amounts, curve.seconds, strict=True))),
        style=Style(background="white", plot_background="white", colors=("#1f6f8b",), font_family="sans-serif"),
    )
    chart.uuid = curve.name  # a random one otherwise
    chart.title = f"{curve.title}: ms for each of the {curve.unit}"
    chart.x_labels = [figure(amount) for amount in curve.amounts]
    chart.add("", [round(1000 * took / amount, 4) for amount, took in zip(curve.amounts, curve.seconds, strict=True)])
    return _UNWANTED.sub("", chart.render(is_unicode=True)) + "\n"
