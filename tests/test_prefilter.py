"""All literals in one pass, whichever library does it."""

from __future__ import annotations

from importlib.util import find_spec
from operator import itemgetter

import pytest
from hypothesis import given, settings, strategies as st

from lint_reports import prefilter
from lint_reports.prefilter import ENGINES, Prefilter

INSTALLED = [
    pytest.param(name, marks=pytest.mark.skipif(name != "python" and not find_spec(name), reason=f"no {name}"))
    for name in ENGINES
]
LITERALS = ("截止", "止", "截止目前", "目前", "，，", "aa")


def hits(engine: str | None, literals: tuple[str, ...], text: str) -> list[tuple[int, int, int]]:
    return sorted(Prefilter(literals, engine).find(text))


@pytest.mark.parametrize("engine", INSTALLED)
def test_every_occurrence_also_overlapping_ones(engine) -> None:
    assert hits(engine, LITERALS, "截止目前，，，aaa止") == [
        (0, 0, 2),
        (1, 1, 2),
        (1, 10, 11),
        (2, 0, 4),
        (3, 2, 4),
        (4, 4, 6),
        (4, 5, 7),
        (5, 7, 9),
        (5, 8, 10),
    ]


@pytest.mark.parametrize("engine", INSTALLED)
def test_characters_of_all_planes(engine) -> None:
    assert hits(engine, ("𠮷", "止"), "é𠮷止\U0001f600𠮷") == [(0, 1, 2), (0, 4, 5), (1, 2, 3)]


@pytest.mark.parametrize("engine", [None, *INSTALLED])
def test_nothing_to_look_for_and_nowhere_to_look(engine) -> None:
    assert hits(engine, (), "截止") == []
    assert hits(engine, LITERALS, "") == []


@pytest.mark.parametrize("engine", INSTALLED)
def test_of_two_that_start_at_one_place_the_shorter_comes_first(engine) -> None:
    found = list(Prefilter(("截止目前", "截止", "截"), engine).find("截止目前"))
    assert sorted(found, key=itemgetter(1)) == [(2, 0, 1), (1, 0, 2), (0, 0, 4)]


def test_a_library_takes_over_when_there_is_enough_to_look_at(monkeypatch) -> None:
    used = []
    for name in ("python", "ahocorasick_rs"):
        monkeypatch.setitem(ENGINES, name, lambda _literals, name=name: lambda _text: [used.append(name)])
    prefilter = Prefilter(LITERALS)
    for _ in range(4):
        list(prefilter.find("甲" * 7_000))
    assert used == ["python", "python", "ahocorasick_rs", "ahocorasick_rs"]


def test_the_first_engine_that_is_installed_is_taken(monkeypatch) -> None:
    def missing(_literals):
        raise ImportError

    monkeypatch.setattr(prefilter, "_ENOUGH", 1)
    monkeypatch.setitem(ENGINES, "ahocorasick_rs", missing)
    monkeypatch.setitem(ENGINES, "ahocorasick", missing)
    assert hits(None, LITERALS, "截止") == [(0, 0, 2), (1, 1, 2)]
    with pytest.raises(LookupError):
        hits("ahocorasick_rs", LITERALS, "截止")
    with pytest.raises(LookupError):
        hits("unknown", LITERALS, "截止")


@pytest.mark.parametrize("engine", INSTALLED)
def test_the_engines_and_the_chunks_make_no_difference(engine, monkeypatch) -> None:
    @settings(deadline=None)
    @given(
        text=st.text("aab止截\n", max_size=60),
        literals=st.lists(st.text("ab止截", min_size=1, max_size=3), min_size=1, max_size=6, unique=True),
        chunk=st.integers(1, 20),
    )
    def check(text: str, literals: list[str], chunk: int) -> None:
        monkeypatch.setattr(prefilter, "_CHUNK", 1_000_000)
        whole = hits("python", tuple(literals), text)
        monkeypatch.setattr(prefilter, "_CHUNK", chunk)
        assert hits(engine, tuple(literals), text) == whole

    check()


def test_a_literal_at_the_border_of_two_chunks(monkeypatch) -> None:
    text = "一二三\n截止目前\n截止\n四"
    for chunk in range(1, len(text) + 2):
        monkeypatch.setattr(prefilter, "_CHUNK", chunk)
        assert hits(None, LITERALS, text) == [(0, 4, 6), (0, 9, 11), (1, 5, 6), (1, 10, 11), (2, 4, 8), (3, 6, 8)]


def test_ten_million_characters_on_one_line() -> None:
    text = "甲" * 5_000_000 + "截止" + "乙" * 5_000_000
    assert hits(None, ("截止", "不在"), text) == [(0, 5_000_000, 5_000_002)]
