"""What is measured of commands, and how it is compared and shown."""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path

import pytest

from benchmarks.curves import Curve, slope
from benchmarks.measuring import MEASURES, Command, Ratio, Run, in_turn, median, ratio, run
from benchmarks.races import Bar, Result
from benchmarks.results import renewed
from benchmarks.steps import collected
from benchmarks.tables import bars, figure, result, span, table, verdict
from benchmarks.tools import AUTOCORRECT, US, ZHLINT, count_autocorrect, count_ours, count_problems, count_textlint
from benchmarks.work import Work

WALL = MEASURES["wall"]


def python(code: str, name: str = "code", most: int = 1000) -> Command:
    return Command(name, (sys.executable, "-I", "-c", code), most=most)


def runs(*walls: float, over: bool = False) -> list[Run]:
    return [Run(wall, wall, Path("output"), 1, over) for wall in walls]


def test_a_run(tmp_path) -> None:
    done = run(python("print('said'); import sys; sys.exit(1)"), tmp_path / "output", 60)
    assert done.output.read_text() == "said\n"
    assert done.wall > 0
    assert done.cpu > 0
    assert not done.over


def test_a_run_that_fails(tmp_path) -> None:
    with pytest.raises(SystemExit, match="ended with 3"):
        run(python("import sys; sys.exit(3)"), tmp_path / "output", 60)


def test_the_limit_stops_children_too(tmp_path) -> None:
    code = "import os, time; os.fork(); open(f'{os.getpid()}.pid', 'x').close(); time.sleep(600)"
    done = run(python(code)._replace(folder=tmp_path), tmp_path / "output", 1)
    assert done.over
    for path in tmp_path.glob("*.pid"):
        for _ in range(100):  # until the system has buried it
            if not Path("/proc", path.stem).exists() or "Z" in Path("/proc", path.stem, "stat").read_text().split():
                break
            time.sleep(0.05)
        else:
            pytest.fail(f"{path.stem} lives")


@pytest.mark.skipif(not Path("/proc/self/smaps_rollup").exists(), reason="only Linux tells")
def test_memory_of_all_processes(tmp_path) -> None:
    code = "import os, time; kept = bytearray(os.urandom(1)) * 80_000_000; time.sleep(1)"
    both = f"import os; pid = os.fork(); exec({code!r}); pid and os.wait()"
    done = run(python(both), tmp_path / "output", 60, look=True)
    assert done.memory > 150


def test_in_turn(tmp_path) -> None:
    log = tmp_path / "log"
    # Each lives long enough to be looked at.
    code = f"import sys, time; open({str(log)!r}, 'a').write(sys.argv[1]); time.sleep(0.3)"
    commands = [
        Command(name, (sys.executable, "-I", "-c", code, name), most=1 if name == "c" else 1000) for name in "abc"
    ]
    done = in_turn(commands, tmp_path / "output", 3, 60)
    assert all(one.memory for had in done.values() for one in had) or not Path("/proc").is_dir()
    assert log.read_text() == "ab" + "abc" + "abab"
    assert {name: len(had) for name, had in done.items()} == {"a": 3, "b": 3, "c": 1}


def test_what_is_stopped_is_not_run_again(tmp_path) -> None:
    commands = [python("import time; time.sleep(60)", "slow"), python("pass", "quick")]
    done = in_turn(commands, tmp_path, 2, 0.5)
    assert [one.over for one in done["slow"]] == [True]
    assert [one.over for one in done["quick"]] == [False, False]


def test_ratios_are_of_pairs() -> None:
    assert ratio(runs(2, 6, 3), runs(4, 3, 3), WALL) == Ratio(1, 0.5, 2)
    assert ratio(runs(2, 4, 6), runs(2, over=True), WALL) == Ratio(2, 1, 3)
    assert median(runs(3, 1, 2), WALL) == 2


@pytest.mark.parametrize(
    ("number", "expected"),
    [
        (0, "0"),
        (0.012345, "0.0123"),
        (0.5, "0.500"),
        (1.234, "1.23"),
        (12.34, "12.3"),
        (123.4, "123"),
        (12345.6, "12,346"),
    ],
)
def test_figure(number, expected) -> None:
    assert figure(number) == expected


def test_table() -> None:
    rows = [("a", span(Ratio(1, 0.5, 2)))]
    assert list(table(("", "ratio"), rows)) == ["|  | ratio |", "|---|---:|", "| a | 1.00 (0.500–2.00) |"]


@pytest.mark.parametrize(("found", "expected"), [(0.4, "passed, aim too"), (0.7, "passed"), (0.9, "**missed**")])
def test_verdict(found, expected) -> None:
    assert verdict(found, Bar("many", "us", "them", "wall", 0.8, 0.5)) == expected


def test_growth() -> None:
    assert slope([0, 1, 2], [1, 3, 5]) == 2
    assert Curve("", "", "", (1, 10, 100, 1000), (9, 1, 10, 100)).power() == pytest.approx(1)
    assert Curve("", "", "", (1, 10, 100, 1000), (9, 1, 100, 10000)).power() == pytest.approx(2)


def test_a_part_of_a_page_is_renewed() -> None:
    page = "<!-- one -->\nold\n<!-- end of one -->\n<!-- two -->\n<!-- end of two -->\n"
    expected = "<!-- one -->\n\nnew \\1\n\n<!-- end of one -->\n<!-- two -->\n<!-- end of two -->\n"
    assert renewed(page, "one", ["new \\1"]) == expected
    assert renewed(expected, "one", ["new \\1"]) == expected
    with pytest.raises(ValueError, match="no part 'three'"):
        renewed(page, "three", [])


@pytest.mark.parametrize(
    ("count", "output", "expected"),
    [
        (count_ours, '{"files": [{"findings": [{}, {}]}, {"findings": []}]}', 2),
        (count_autocorrect, '{"messages": [{"lines":[{"l":1,"c":1,"old":"\\"l\\":"},{"l":2,"c":1}]}]}', 2),
        (count_textlint, '[{"messages":[{"type":"lint","ruleId":"a"},{"type":"lint","ruleId":"b"}]}]', 2),
        (count_problems, "[start] a.txt\nInvalid files:\n- a.txt\n\nFound 2029 errors.\n", 2029),
        (count_problems, "Found 1 error.\n", 1),
        (count_problems, "\n✖ 346 problems (346 errors, 0 warnings)\n  346 errors and 0 warnings\n", 346),
        (count_problems, "No error found.\n", 0),
    ],
)
def test_findings_of_tools_are_counted(count, output, expected) -> None:
    assert count(output) == expected


def test_instructions() -> None:
    assert collected("==1== Collected : 123456\n") == 123456
    with pytest.raises(ValueError, match="cannot"):
        collected("valgrind: cannot run")


def test_nothing_of_the_environment_is_lost(tmp_path, monkeypatch) -> None:
    monkeypatch.setenv("KEPT", "kept")
    command = python("import os; print(os.environ['KEPT'], os.environ['ADDED'])")._replace(
        environment=(("ADDED", "added"),)
    )
    assert run(command, tmp_path / "output", 60).output.read_text() == "kept added\n"
    assert "ADDED" not in os.environ


def test_bars(tmp_path) -> None:
    work = Work("many", "many reports", tmp_path)
    (tmp_path / "md").mkdir()
    done = {US: runs(1, 2), AUTOCORRECT: runs(2, 2), ZHLINT: runs(60, over=True)}
    found = Result(work, done, {US: 1000, AUTOCORRECT: 0, ZHLINT: None})
    assert list(bars({"many": found})) == [
        ("many reports: lint-reports to autocorrect (npm), wall", "0.800, aim 0.500", "0.750 (0.500–1.00)", "passed"),
        ("many reports: lint-reports to zhlint, wall", "0.0667", "0.0250 (0.0167–0.0333)", "passed"),
    ]
    assert list(result(found))[2:] == [
        "|  | runs | wall, s | CPU, s | memory, MB | findings | our wall to it | our CPU to it |",
        "|---|---:|---:|---:|---:|---:|---:|---:|",
        "| lint-reports | 2 | 1.50 | 1.50 | 1.00 | 1,000 | 1 | 1 |",
        "| autocorrect (npm) | 2 | 2.00 | 2.00 | 1.00 | 0 | 0.750 (0.500–1.00) | 0.750 (0.500–1.00) |",
        "| zhlint | stopped | >60.0 | >60.0 | >1.00 | – | <0.0250 (0.0167–0.0333) | <0.0250 (0.0167–0.0333) |",
    ]
