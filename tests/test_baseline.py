"""What a baseline knows again, and what it does not."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given, strategies as st

from lint_reports.baseline import Key, Ledger, combined, key_of, size
from lint_reports.finding import Confidence, Severity
from lint_reports.linter import Linter
from lint_reports.located import Checked, Excerpt, LocatedFinding, Place, located
from lint_reports.plan import make_plan
from lint_reports.text import Position

EVERYWHERE = "scope: {in: [chrome, metadata, title, recipient, body, signature, attachment, note]}"


def finding(rule="t/a", section=(), before="", text="误", after="") -> LocatedFinding:
    line = before + text + after
    excerpt = Excerpt(before[-76:], text[:76], after[:76], len(before), len(line))
    start, end = Position(1, len(before) + 1), Position(1, len(before + text) + 1)
    place = Place(start, end, start.column, end.column, text, excerpt)
    return LocatedFinding(rule, Severity.ERROR, Confidence.CERTAIN, "有误", place, (), None, (), tuple(section))


def entries(*findings: LocatedFinding, path="a.txt") -> Counter[Key]:
    return Counter(key_of(path, one) for one in findings)


def ledger(known, gone=()) -> Ledger:
    return Ledger(known, lambda path: path in gone)


ONE = finding(section=["一、情况"], before="坚持依法行政，", after="，群众满意。")
OTHER = finding(section=["一、情况"], before="推进政务公开，", after="，效果明显。")

KNOWN_AGAIN = {
    "the same": ONE,
    "moved to another section": finding(section=["二、打算"], before="坚持依法行政，", after="，群众满意。"),
    "its line goes on in another way": finding(section=["一、情况"], before="坚持依法行政，", after="，但问题不少。"),
    "its line begins in another way": finding(section=["一、情况"], before="严格执法，", after="，群众满意。"),
    "its line is written anew": finding(section=["一、情况"], before="严格执法，", after="，但问题不少。"),
    "moved, and its line goes on in another way": finding(before="坚持依法行政，", after="，但问题不少。"),
    "moved, and its line begins in another way": finding(before="严格执法，", after="，群众满意。"),
    "far away in its line the text has changed": finding(
        section=["一、情况"], before="今年以来，全县上下坚持依法行政，", after="，群众满意。问题也不少。"
    ),
    "with blanks and other widths": finding(section=["一、 情况"], before="坚持　依法行政,", after="，群众满意。"),
}


@pytest.mark.parametrize("name", KNOWN_AGAIN)
def test_what_is_known_again(name: str) -> None:
    assert ledger(entries(ONE)).match("a.txt", [KNOWN_AGAIN[name]]) == ((), 1)


NEW = {
    "another rule": finding("t/b", ["一、情况"], before="坚持依法行政，", after="，群众满意。"),
    "other words": finding(section=["一、情况"], before="坚持依法行政，", text="错", after="，群众满意。"),
    "another section and another line": finding(section=["二、打算"], before="严格执法，", after="，但问题不少。"),
}


@pytest.mark.parametrize("name", NEW)
def test_what_is_new(name: str) -> None:
    assert ledger(entries(ONE)).match("a.txt", [NEW[name]]) == ((NEW[name],), 0)


def test_one_more_of_the_same_is_new() -> None:
    assert ledger(entries(ONE)).match("a.txt", [ONE, ONE]) == ((ONE,), 1)


def test_of_two_alike_neighbours_the_new_one_is_reported() -> None:
    for order in ([ONE, OTHER], [OTHER, ONE]):
        assert ledger(entries(OTHER)).match("a.txt", order).new == (ONE,)


def test_another_file_has_findings_of_its_own() -> None:
    assert ledger(entries(ONE)).match("b.txt", [ONE]) == ((ONE,), 0)


def test_a_file_that_was_renamed() -> None:
    renamed = ledger(entries(ONE, OTHER), gone=["a.txt"])
    assert renamed.match("b.txt", [ONE, finding(before="全新", after="。")]).known == 1
    assert renamed.match("c.txt", [ONE]).known == 0


def test_a_copy_of_a_file_is_new() -> None:
    both = ledger(entries(ONE))
    assert (both.match("a.txt", [ONE]).known, both.match("b.txt", [ONE]).known) == (1, 0)


def test_what_will_be_known_may_be_asked_often() -> None:
    run = ledger(entries(ONE))
    asked = [run.foretell("a.txt", findings) for findings in ([ONE, OTHER], [ONE], [ONE, ONE])]
    assert [matched.new for matched in asked] == [(OTHER,), (), (ONE,)]
    assert run.match("a.txt", [ONE]) == ((), 1)


def test_what_a_run_has_shown() -> None:
    known = combined(entries(ONE, ONE, OTHER), entries(ONE, path="b.txt"), entries(ONE, path="gone.txt"))
    run = ledger(known, gone=["gone.txt"])
    fresh = finding("t/b", before="新", after="。")
    run.match("a.txt", [ONE, fresh])
    state = run.state(lambda key: key.path == "a.txt")
    assert state.standing == entries(ONE)
    assert state.new == entries(fresh)
    assert state.untouched == entries(ONE, path="b.txt")
    assert state.fixed == 3


def test_what_was_not_run_is_kept() -> None:
    run = ledger(entries(ONE))
    state = run.state(lambda _: False)
    assert (state.untouched, state.fixed) == (entries(ONE), 0)


def test_a_long_text_is_kept_short() -> None:
    long = "甲" * 500
    first, second = key_of("a", finding(text=long)), key_of("a", finding(text=long + "乙"))
    assert (len(first.text), first.text[:41], first == second) == (49, "甲" * 40 + "…", False)


FINDINGS = st.lists(
    st.builds(
        finding,
        rule=st.sampled_from(["t/a", "t/b"]),
        section=st.lists(st.sampled_from(["一、", "二、"]), max_size=2),
        before=st.text("甲乙", max_size=3),
        text=st.sampled_from(["误", "错"]),
        after=st.text("甲乙", max_size=3),
    ),
    max_size=12,
)


@given(FINDINGS, FINDINGS)
def test_never_more_is_known_than_counted(before: list[LocatedFinding], now: list[LocatedFinding]) -> None:
    known = entries(*before)
    run = ledger(known)
    matched = run.match("a.txt", now)
    state = run.state(lambda _: True)
    assert matched.known + len(matched.new) == len(now)
    assert matched.known <= size(known)
    assert size(state.standing) == matched.known
    assert state.fixed == size(known) - matched.known
    per_rule = Counter(key.rule for key in known.elements())
    per_rule.subtract(key.rule for key in Counter(state.standing).elements())
    assert min(per_rule.values(), default=0) >= 0


@given(FINDINGS, st.randoms())
def test_the_order_does_not_matter_for_what_is_there(findings: list[LocatedFinding], random) -> None:
    shuffled = list(findings)
    random.shuffle(shuffled)
    assert ledger(entries(*findings)).match("a.txt", shuffled) == ((), len(findings))


PARAGRAPHS = st.lists(
    st.sampled_from(
        [
            "坚持依法行政，误，群众满意。",
            "推进公开，误。",
            "误，误，效果明显。",
            "没有问题。",
            "一、误",
            "加强监督，误用二次。",
        ]
    ),
    min_size=1,
    max_size=12,
)


@pytest.fixture(scope="module")
def linter(spec):
    return Linter(make_plan([spec(f"kind: text\npattern: 误\n{EVERYWHERE}")]))


def found(linter: Linter, paragraphs: list[str]) -> tuple[LocatedFinding, ...]:
    outcome = located(linter.check("\n".join(paragraphs).encode(), "a.txt"))
    assert isinstance(outcome, Checked)
    return outcome.findings


@given(PARAGRAPHS, st.randoms())
def test_moved_paragraphs_are_not_new(linter, paragraphs: list[str], random) -> None:
    known = entries(*found(linter, paragraphs))
    moved = list(paragraphs)
    random.shuffle(moved)
    assert ledger(known).match("a.txt", found(linter, moved)).new == ()


@given(PARAGRAPHS, st.data())
def test_unrelated_lines_make_nothing_new(linter, paragraphs: list[str], data: st.DataObject) -> None:
    known = entries(*found(linter, paragraphs))
    edited = list(paragraphs)
    edited.insert(data.draw(st.integers(0, len(edited))), "这一段是新写的，没有问题。")
    assert ledger(known).match("a.txt", found(linter, edited)).new == ()


@given(PARAGRAPHS, st.data())
def test_a_fault_that_is_added_is_one_more(linter, paragraphs: list[str], data: st.DataObject) -> None:
    known = entries(*found(linter, paragraphs))
    edited = list(paragraphs)
    edited.insert(data.draw(st.integers(0, len(edited))), "坚持依法行政，误，群众满意。")
    assert len(ledger(known).match("a.txt", found(linter, edited)).new) == 1
