"""What a pattern tells of itself: literals that every match contains, and how far it reaches."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, strategies as st

from lint_reports.rulelang import literals
from lint_reports.rulelang.literals import NOTHING_KNOWN, Reach, cost, reach_of

KNOWN = {
    "literal": ("截止", Reach(("截止",), 2)),
    "rarest of several": ("的(?:.){0,3}截止目前", Reach(("截止目前",), 8)),
    "branch": ("截止|截至", Reach(("截止", "截至"), 2)),
    "set": ("[甲乙]丙", Reach(("乙丙", "甲丙"), 2)),
    "range": ("[a-b]x", Reach(("ax", "bx"), 2)),
    "set turned round": ("[^甲]乙丙", Reach(("乙丙",), 3)),
    "class": (r"\d年度", Reach(("年度",), 3)),
    "named group": ("(?P<word>截止)目前", Reach(("截止目前",), 4)),
    "optional part": ("截(?:止|至)?目前", Reach(("截止目前", "截目前", "截至目前"), 4)),
    "optional part of many": ("截(?:[^，]{1,2})?目前", Reach(("目前",), 5)),
    "what has no width": ("截(?!至)止(?:目(?!标)|当)前", Reach(("截止当前", "截止目前"), 6)),
    "rare after frequent": ("[0-9]页", Reach(("页",), 2)),
    "last of a repeat": (r"\d[甲乙]{1,9}丙", Reach(("乙丙", "甲丙"), 11)),
    "a word is no more frequent than its characters": ("(?:发展|其他)甲", Reach(("其他甲", "发展甲"), 3)),
    "one literal in another": ("(?:目前|截止目前)[^，]", Reach(("目前",), 5)),
    "repeat": ("，{2,}", Reach(("，，",), None)),
    "repeat at least four times": ("哈{4}", Reach(("哈哈哈",), 4)),
    "repeat of a branch": ("(?:甲|乙){2}", Reach(("乙乙", "乙甲", "甲乙", "甲甲"), 2)),
    "repeat of exactly one": ("截{1}止", Reach(("截止",), 2)),
    "branch of more than literals": ("(?:.甲|乙.).", Reach(("乙", "甲"), 3)),
    "lazy repeat": ("甲乙.*?丙丁", Reach(("丙丁",), None)),
    "repeat that need not be": ("甲*乙丙", Reach(("乙丙",), None)),
    "look ahead": ("[^，]{2}(?=目前)", Reach(("目前",), 4)),
    "look behind": ("(?<=截止)[^，]", Reach(("截止",), 3)),
    "look ahead that refuses": ("截止(?!日期)", Reach(("截止",), 4)),
    "look behind that refuses": ("(?<!报名)截止", Reach(("截止",), 4)),
    "atomic group": ("(?>截止)目", Reach(("截止",), 3)),
    "possessive repeat": ("截止{1,2}+", Reach(("截止",), 3)),
    "back reference": ("(.{1,3})\\1截止", Reach(("截止",), 8)),
    "back reference into itself": ("(?:(.)|截(?=(甲))\\2)*止", Reach(("止",), None)),
    "what depends on a group": ("(甲)?截(?(1)[^乙]{3}|[^乙])", Reach(("截",), 5)),
    "start": ("^截止", Reach(("截止",), 2)),
    "end": ("截止$", Reach(("截止",), 2)),
    "end of all": (r"截止\Z", Reach(("截止",), 2)),
    "end in a look ahead": ("截止(?=，|$)", Reach(("截止",), 3)),
    "end in a repeat": ("截止(?:，$){0,2}", Reach(("截止",), 4)),
    "nothing but a class": (r"\d+", Reach((), None)),
    "anything": (".{1,5}", Reach((), 5)),
    "large set": ("[一-龥]{2}", Reach((), 2)),
    "too many branches": ("|".join(f"{number:03}" for number in range(201)), Reach((), 3)),
    "branch without a literal": (r"截止|\d", Reach((), 2)),
    "what is masked is not searched": ("【\ufffc+】", Reach(("【",), None)),
    "what stands everywhere is not looked for": ("，[^，]{1,3}。", Reach((), 5)),
    "nothing but what is masked": ("\ufffc\ufffc", Reach((), 2)),
    "set of a filler": ("[甲\ufffc]", Reach((), 1)),
    "set that may be a filler": ("[甲\ufffc]乙", Reach(("乙",), 2)),
    "bracket in a set": ("[[]甲", Reach(("[甲",), 2)),
    "another dialect": (r"\p{Han}截止", NOTHING_KNOWN),
}


@pytest.mark.parametrize("name", KNOWN)
def test_what_is_known_of_a_pattern(name) -> None:
    pattern, known = KNOWN[name]
    assert reach_of(pattern) == known


def test_where_the_parser_is_another_nothing_is_known(monkeypatch) -> None:
    monkeypatch.setattr(literals, "_regex_parser", None)
    assert reach_of("截止") == NOTHING_KNOWN


def test_long_patterns_give_short_literals() -> None:
    known = reach_of("甲乙丙丁" * 500)
    assert known.width == 2000
    assert max(map(len, known.literals)) < 20


def test_repeats_in_repeats_are_read_once() -> None:
    assert reach_of("(?:" * 40 + "甲乙" + ")?" * 40 + "丙").width == 3


def test_short_and_common_literals_cost_more() -> None:
    found = ["截止目前", "截止", "止", "年", "，"]
    costs = [cost(frozenset({literal})) for literal in found]
    assert costs == sorted(costs)
    assert len(set(costs)) == len(costs)


ALPHABET = "abc"


def _joined(parts: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    group = parts.map(lambda part: f"(?:{part})")
    repeats = st.sampled_from(["?", "*", "+", "{2}", "{1,2}", "{0,2}", "??", "+?"])
    looks = st.sampled_from(["(?={})", "(?!{})"])
    return st.one_of(
        st.tuples(parts, parts).map("".join),
        st.tuples(parts, parts).map("|".join).map(lambda part: f"(?:{part})"),
        st.tuples(group, repeats).map("".join),
        st.tuples(looks, parts).map(lambda pair: pair[0].format(pair[1])),
        parts.map(lambda part: f"({part})"),
    )


PATTERNS = st.recursive(
    st.sampled_from(["a", "b", "ab", "c", "[ab]", "[^a]", ".", "^", "$", "(?<=a)", "(?<!b)", "(?<=ab)"]),
    _joined,
    max_leaves=8,
)
TEXTS = st.text(ALPHABET, max_size=24)


@given(pattern=PATTERNS, text=TEXTS)
def test_every_match_has_a_literal_and_keeps_within_its_width(pattern: str, text: str) -> None:
    known = reach_of(pattern)
    for found in re.finditer(pattern, text):
        start, end = found.span()
        if known.width is not None:
            assert end - start <= known.width
            start, end = max(0, start - known.width), end + known.width
            # A match and all that it looks at lie within its width of any of its literals.
            seen = text[start:end]
        else:
            seen = text
        assert not known.literals or any(literal in seen for literal in known.literals)


@given(pattern=PATTERNS.filter(lambda pattern: "(?=" not in pattern and "(?<" not in pattern), text=TEXTS)
def test_without_look_around_the_literal_is_in_the_match_itself(pattern: str, text: str) -> None:
    known = reach_of(pattern)
    for found in re.finditer(pattern, text):
        assert not known.literals or any(literal in found.group() for literal in known.literals)
