"""Patterns that run only round their literals find what a search of every block finds."""

from __future__ import annotations

import time
from collections.abc import Sequence
from operator import itemgetter

import pytest
from hypothesis import example, given, settings, strategies as st

from lint_reports.analysis import Analysis, analyse
from lint_reports.checks import matching
from lint_reports.checks.base import Hit, Scope
from lint_reports.checks.matching import Pattern, PatternTimeout, places
from lint_reports.facts import Role
from lint_reports.prefilter import Prefilter
from lint_reports.readers import read
from lint_reports.rulelang.lines import linewise
from lint_reports.rulelang.literals import reach_of
from lint_reports.rulelang.located import Place, Scalar
from lint_reports.rulelang.patterns import read_ending
from lint_reports.text import Span

EVERYWHERE = Scope(frozenset(Role), None, None, None, None, frozenset())

PATTERNS = [
    "ab",
    "a{2}",
    "aa",
    "a[bc]",
    "[ab]c",
    "ab|ba",
    "(?:ab|c)a",
    "a.b",
    "a.{0,3}b",
    "ab+",
    "ab*c",
    "a(?:bc)?a",
    "(?:ab){2}",
    "(?:ab){1,2}?c",
    "a??bc",
    "ab(?=c)",
    "ab(?!c)",
    "ab(?=.{0,2}c)",
    "(?<=a)b",
    "(?<!a)b",
    "(?<=ab)c(?=a)",
    "(?<!c.)ab",
    "b(?=a|$)",
    "^ab",
    "^.{0,2}b",
    "(?:^|c)ab",
    "ab$",
    r"ab\Z",
    "ab(?:c|$)",
    "a[^b]{0,4}c",
    "a[^，。]*，",
    "[^，。]{1,3}，b",
    "(?>a+)b",
    "a++b",
    "(a)b\\1",
    "(?P<x>a|b)c(?P=x)",
    "(?:a|aa)b",
    "a.*?b",
    "，[ab]{1,2}，",
    "(?=.{0,2}c)ab",
    "(?!ab)[ab]{2}c",
    "ab(?!.*c)",
    "(?:a(?!c)b){1,2}",
    "甲(?:乙|丙)",
]
TEXTS = st.text("aabbc，。甲乙丙\n", max_size=60)


def analysed(text: str) -> Analysis:
    return analyse(read(text.encode(), "报告.txt"))


def pattern_of(source: str, *, trusted: bool, alone: bool = False) -> tuple[Pattern, tuple[str, ...]]:
    """A pattern as a rule file gives it; `alone` as it is written, to be tried on each block alone."""
    known = reach_of(source)
    lines = None if alone else linewise(source)
    plain = {
        "source": lines.source if lines else source,
        "lines": lines is not None,
        "begins": lines is not None and lines.begins,
        "groups": (),
        "width": known.width,
    }
    return Pattern(plain, trusted=trusted), known.literals


def hits_of(literals: Sequence[str], text: str) -> list[Hit]:
    return sorted(Prefilter(literals).find(text), key=itemgetter(1))


def found(analysis: Analysis, pattern: Pattern, hits: list[Hit]) -> list[Span]:
    return [place.span() for place in places(analysis, pattern, EVERYWHERE, hits)]


def compare(source: str, text: str, *, trusted: bool) -> None:
    pattern, literals = pattern_of(source, trusted=trusted)
    analysis = analysed(text)
    everywhere = found(analysis, pattern, [])
    assert everywhere == found(analysis, pattern_of(source, trusted=trusted, alone=True)[0], [])
    hits = hits_of(literals, analysis.folded)
    # Without hits the engine does not ask a rule that has literals.
    assert (found(analysis, pattern, hits) if hits or not literals else []) == everywhere


def test_nearly_all_patterns_run_on_all_lines_at_once() -> None:
    assert [source for source in PATTERNS if linewise(source) is None] == [r"ab\Z"]


@pytest.mark.parametrize(
    "source, begins", [("^a|^b", True), ("(?:^a|^b)c", True), ("^a|b", False), ("(?:^|a)b", False), ("(?:^a)?b", False)]
)
def test_whether_a_pattern_matches_only_where_a_line_begins(source, begins) -> None:
    lines = linewise(source)
    assert lines is not None
    assert lines.begins is begins


@pytest.mark.parametrize(
    "source, written",
    [
        ("ab", "(?m)ab"),
        ("^a[^，]b$", r"(?m)^a[^\n，]b$"),
        (r"a\sb", r"(?m)a[^\S\n]b"),
        (r"a\[^b", r"(?m)a\[^b"),
        (r"[\^]a", r"(?m)[\^]a"),
        (r"a[^\s]b", r"(?m)a[^\n\s]b"),
        (r"a[\s，]b", None),
        (r"a[^\S]b", r"(?m)a[^\n\S]b"),
        (r"a\Db", None),
        (r"a[^]x]b", None),
        (r"\Aa", None),
        (r"a[\x00-\x20]b", None),
        ("(?>a", None),
    ],
)
def test_how_a_pattern_is_written_for_lines(source, written) -> None:
    lines = linewise(source)
    assert (lines and lines.source) == written


@pytest.mark.parametrize("trusted", [True, False], ids=["re", "regex"])
@pytest.mark.parametrize("source", PATTERNS)
def test_a_table_of_patterns(source, trusted) -> None:
    @settings(max_examples=40, deadline=None)
    @given(text=TEXTS)
    @example(text="aabaabcab，ab\nabab，aab，cab\nab")
    def check(text: str) -> None:
        compare(source, text, trusted=trusted)

    check()


PARTS = st.recursive(
    st.sampled_from(["a", "b", "ab", "c", "，", "[ab]", "[^a]", ".", "^", "$", "(?<=a)", "(?<!b)", "(?<=ab)"]),
    lambda parts: st.one_of(
        st.tuples(parts, parts).map("".join),
        st.tuples(parts, parts).map(lambda pair: f"(?:{pair[0]}|{pair[1]})"),
        st.tuples(parts, st.sampled_from(["?", "*", "+", "{2}", "{1,2}", "{0,2}?"])).map(
            lambda pair: f"(?:{pair[0]}){pair[1]}"
        ),
        parts.map(lambda part: f"(?={part})"),
        parts.map(lambda part: f"(?!{part})"),
    ),
    max_leaves=8,
)


@settings(max_examples=400, deadline=None)
@given(source=PARTS, text=TEXTS, trusted=st.booleans())
def test_patterns_made_at_random(source: str, text: str, *, trusted: bool) -> None:
    compare(source, text, trusted=trusted)


@pytest.mark.parametrize("source", ["a$", "ab$", "a.{0,2}$", "(?=a.$)ab", "a(?!.$)", "a.{0,2}+(?:$|c)"])
@pytest.mark.parametrize("text", ["a", "ab", "abx", "abxx", "abxxxx", "abc", "xxxxab"])
def test_the_end_of_a_window_is_not_that_of_a_line(source, text) -> None:
    compare(source, text, trusted=True)


@pytest.mark.parametrize("source", ["(?<=x)a.{0,500}b", "^a.{0,500}b$", "(?:a.{0,80}[，b]){2,9}"])
def test_a_pattern_that_reaches_far_looks_at_the_lines_of_its_hits(source) -> None:
    compare(source, f"xa{'c' * 400}b\nab\n\nxa，{'c' * 60}ab\na{'c' * 200}\nb\naba", trusted=True)


def test_windows_that_touch_are_one() -> None:
    pattern, _ = pattern_of("a.{0,3}b", trusted=True)
    analysis = analysed("首行首行首行\n" + "x" * 20 + "a1a2b" + "x" * 20 + "ab")
    hits = hits_of(["a"], analysis.folded)
    assert [span.of(analysis.folded) for span in found(analysis, pattern, hits)] == ["a1a2b", "ab"]


@pytest.mark.parametrize(
    "source, text, ends",
    [
        ("ab", "aab", True),
        ("[ab]{2}", "aab", True),
        ("a|ab", "ab", True),
        (r"\d{2}", "123", True),
        ("a", "ab", False),
        ("a+?", "baa", True),
        ("(?<=x)a", "xa", True),
    ],
)
@pytest.mark.parametrize("trusted", [True, False], ids=["re", "regex"])
def test_whether_a_match_ends_where_a_part_ends(source, text, ends, trusted) -> None:
    pattern = Pattern(read_ending(Scalar(Place("t.yaml", 1, 1), source, plain=True, exact=True)), trusted=trusted)
    assert (pattern.search(text, 0, len(text)) is not None) is ends
    assert (pattern.search(f"{text}aa", 0, len(text)) is not None) is ends


def test_a_group_that_took_no_part_is_empty_at_the_start() -> None:
    pattern, _ = pattern_of("a(?P<x>b)?(?P<y>c)", trusted=True)
    (place,) = places(analysed("甲乙丙丁戊己，ac"), pattern, EVERYWHERE, [])
    assert (place.span(), place.span("x"), place.span("y")) == (Span(7, 9), Span(7, 7), Span(8, 9))


def test_a_pattern_of_somebody_else_is_stopped(monkeypatch) -> None:
    monkeypatch.setattr(matching, "TIMEOUT", 0.05)
    pattern, _ = pattern_of("(a|aa)+$", trusted=False)
    start = time.perf_counter()
    with pytest.raises(PatternTimeout):
        list(pattern.finditer("a" * 100 + "b"))
    assert time.perf_counter() - start < 30


def test_a_pattern_that_is_a_little_slow_everywhere_is_stopped_too(monkeypatch) -> None:
    monkeypatch.setattr(matching, "_BUDGET_PER_CHARACTER", 0.0)
    monkeypatch.setattr(matching, "_BUDGET", 0.2)
    pattern, _ = pattern_of("(a|aa){1,30}c", trusted=False)
    searches = (list(pattern.finditer("a" * 22 + "b")) for _ in range(1000))
    with pytest.raises(PatternTimeout):
        list(searches)
