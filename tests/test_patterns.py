"""Patterns kept compiled between runs find what `re` finds."""

from __future__ import annotations

import marshal
import re

import pytest

from lint_reports import patterns
from lint_reports.patterns import compiled, lazy, recall, worth_keeping
from lint_reports.plan import patterns_of
from lint_reports.rules import load_plan

SOURCES = [
    "截止",
    "(?P<year>[12]\\d{3})年(?:(?P<month>\\d{1,2})月)?",
    "[一二三四五六七八九十百千]+[、．]",
    "(?<![0-9])(?:a|b)++(?=c)",
    "(?P<a>x)(?P=a)",
    "^.{0,20}$",
    "",
]


def remember(kept: dict[patterns.Key, patterns.Kept]) -> None:
    """Hands code over as the cache does."""
    recall({key: marshal.dumps(code) for key, code in kept.items()})


@pytest.fixture(autouse=True)
def _own_state(monkeypatch) -> None:
    monkeypatch.setattr(patterns, "_kept", {})
    monkeypatch.setattr(patterns, "_lazy", [])


@pytest.mark.parametrize("source", [*SOURCES, *sorted(set(patterns_of(load_plan())))])
def test_a_kept_pattern_is_the_same_pattern(source) -> None:
    remember(worth_keeping([source]))
    rebuilt = compiled(source)
    assert rebuilt == re.compile(source)
    assert (rebuilt.groups, rebuilt.groupindex, rebuilt.flags) == (
        re.compile(source).groups,
        re.compile(source).groupindex,
        re.compile(source).flags,
    )


def test_it_is_rebuilt_without_the_compiler_of_re(monkeypatch) -> None:
    remember(worth_keeping(["截[止至]"]))
    monkeypatch.setattr(re, "compile", None)
    found = compiled("截[止至]").search("截至6月")
    assert found is not None
    assert found.group() == "截至"


def test_flags_belong_to_the_pattern() -> None:
    named = lazy("a", re.IGNORECASE)
    remember(worth_keeping(["a"]))
    assert named.match("A")
    assert not compiled("a").match("A")
    assert compiled("a", re.IGNORECASE).match("A")


def test_a_lazy_pattern_is_compiled_once_and_when_it_is_used(monkeypatch) -> None:
    made = []
    real = re.compile
    monkeypatch.setattr(re, "compile", lambda source, flags=0: made.append(source) or real(source, flags))
    pattern = lazy("(?P<n>[一二]+)、")
    assert made == []
    assert pattern.match("二、收入")["n"] == "二"
    assert pattern.sub("", "一、甲二、乙") == "甲乙"
    assert [found.start() for found in pattern.finditer("一、甲二、乙")] == [0, 3]
    assert made == ["(?P<n>[一二]+)、"]


def test_a_lazy_pattern_has_the_methods_of_a_pattern_only() -> None:
    with pytest.raises(AttributeError):
        _ = lazy("a").nothing


DAMAGED = {
    "nothing": (),
    "no words": (32, b"", 0, {}, (None,)),
    "words of nonsense": (32, b"\xff\xff\xff\xff" * 4, 0, {}, (None,)),
    "half a word": (32, b"\x01", 0, {}, (None,)),
    "no bytes": (32, "abcd", 0, {}, (None,)),
    "not a tuple": 7,
}


@pytest.mark.parametrize("name", DAMAGED)
def test_what_cannot_be_rebuilt_is_compiled(name) -> None:
    remember({("截[止至]", 0): DAMAGED[name], ("甲", 0): DAMAGED[name]})
    assert compiled("截[止至]") == re.compile("截[止至]")
    assert compiled("甲") == re.compile("甲")


@pytest.mark.parametrize("stored", [b"", b"\xff", b"N", 7])
def test_what_cannot_be_unpacked_is_compiled(stored) -> None:
    recall({("截[止至]", 0): stored})
    assert compiled("截[止至]") == re.compile("截[止至]")


def test_with_another_re_nothing_is_kept(monkeypatch) -> None:
    def unknown(_source: str, _flags: int) -> object:
        raise AttributeError

    monkeypatch.setattr(patterns, "_code", unknown)
    assert worth_keeping(["截[止至]"]) == {}


def test_what_would_be_another_pattern_is_not_kept(monkeypatch) -> None:
    real = patterns._code
    monkeypatch.setattr(patterns, "_code", lambda source, flags: real("甲" if source == "乙" else source, flags))
    assert set(worth_keeping(["甲", "乙"])) == {("甲", 0)}
