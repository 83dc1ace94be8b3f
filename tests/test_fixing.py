"""Fixes in memory: whole or not at all, never two at one place, and settled in the end."""

from __future__ import annotations

from itertools import count, pairwise

import pytest
from hypothesis import given, settings, strategies as st

from lint_reports.document import Document, SourceSpan
from lint_reports.engine import Engine
from lint_reports.finding import Confidence, Edit, Finding, Fix, Safety, Severity
from lint_reports.fixing import MOST_ROUNDS, Options, choose, mend
from lint_reports.language import Say
from lint_reports.placing import apply
from lint_reports.plan import make_plan
from lint_reports.readers import parse
from lint_reports.report import Report
from lint_reports.text import Span


def finding(*edits: tuple[int, int, str], rule: str = "t/rule", safety: Safety = Safety.SAFE) -> Finding:
    fix = Fix(tuple(Edit(Span(start, end), text) for start, end, text in edits), safety)
    return Finding(rule, Severity.ERROR, Confidence.CERTAIN, "", Span(edits[0][0], edits[0][1]), (), fix, ())


def fixed(source: str, *findings: Finding, name: str = "a.txt") -> str:
    document = parse(source, name)
    return apply(source, choose(document, findings).edits)


CHOSEN = {
    "one": ("截止六月", [finding((0, 2, "截至"))], "截至六月"),
    "two": ("甲乙丙丁", [finding((0, 1, "A")), finding((2, 3, ""))], "A乙丁"),
    "an insertion at the end": ("甲乙", [finding((2, 2, "。"))], "甲乙。"),
    "an insertion at the beginning": ("甲乙", [finding((0, 0, "《"))], "《甲乙"),
    "of two that overlap the first": ("甲乙丙", [finding((0, 2, "AB")), finding((1, 3, "CD"))], "AB丙"),
    "one that overlaps is left out whole": ("甲乙丙丁", [finding((1, 2, "B")), finding((0, 2, "X"), (3, 4, "Y"))], "甲B丙丁"),
    "one within the other": ("甲乙丙", [finding((0, 3, "ABC")), finding((1, 2, "X"))], "ABC"),
    "neighbours of one rule": ("甲乙", [finding((0, 1, "A")), finding((1, 2, "B"))], "AB"),
    "neighbours of two rules": ("甲乙", [finding((0, 1, "A")), finding((1, 2, "B"), rule="t/b")], "A乙"),
    "two insertions at one place": ("甲乙", [finding((1, 1, "，")), finding((1, 1, "、"))], "甲，乙"),
    "an insertion before what is replaced": ("甲乙", [finding((1, 1, "，")), finding((1, 2, "B"))], "甲，乙"),
    "an insertion after what is replaced": ("甲乙", [finding((0, 1, "A")), finding((1, 1, "，"))], "A，乙"),
    "what stays the same is still taken": ("截止六月", [finding((0, 4, "截至六月")), finding((3, 4, "日"), rule="t/b")], "截至六月"),
    "the same fix twice": ("甲乙", [finding((0, 1, "A")), finding((0, 1, "A"), rule="t/b")], "A乙"),
    "several edits": ("甲乙丙", [finding((2, 3, "C"), (0, 1, "A"))], "A乙C"),
    "edits of one fix that overlap": ("甲乙丙", [finding((0, 2, "A"), (1, 3, "B"))], "甲乙丙"),
    "nothing to do": ("甲乙", [finding((0, 1, "甲"))], "甲乙"),
    "a whole line": ("甲\n　乙 \n丙\n", [finding((3, 4, ""))], "甲\n丙\n"),
    "a whole line with CRLF": ("甲\r\n乙\r\n丙", [finding((3, 4, ""))], "甲\r\n丙"),
    "the last line": ("甲\n乙", [finding((2, 3, ""))], "甲\n"),
    "a line that is not blank after it": ("甲\n乙乙\n", [finding((2, 3, ""))], "甲\n乙\n"),
    "a new line is of the kind of the file": ("甲乙\r\n丙", [finding((1, 1, "\n"))], "甲\r\n乙\r\n丙"),
    "a place in the file": (
        "甲<!-- x -->乙",
        [finding((0, 1, "A")), finding((0, 1, ""))._replace(fix=Fix((Edit(SourceSpan(1, 11), ""),), Safety.SAFE))],
        "A乙",
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", CHOSEN)
def test_what_is_chosen(name) -> None:
    source, findings, after = CHOSEN[name]
    assert fixed(source, *findings) == after


MARKDOWN = {
    "within markup": ("**截止六月**，办结五件。\n", (0, 4, "截至六月"), "**截至六月**，办结五件。\n"),
    "over the end of markup, where only one side changes": ("截止**六月**。\n", (0, 4, "截至六月"), "截至**六月**。\n"),
    "over the end of markup": ("截止**六月**。\n", (0, 4, "到六月份"), None),
    "over a line break": ("截止\n六月。\n", (1, 4, "至九"), None),
    "what the file writes in another way": ("甲&amp;乙。\n", (1, 2, "和"), None),
    "after what the file writes in another way": ("甲&amp;乙。\n", (2, 2, "和"), "甲&amp;和乙。\n"),
    "an insertion before markup stays outside": ("甲**乙**。\n", (1, 1, "，"), "甲，**乙**。\n"),
    "an insertion after markup goes inside": ("甲**乙**丙。\n", (2, 2, "，"), "甲**乙，**丙。\n"),
    "an insertion at the beginning of an item": ("甲。\n\n- 乙。\n", (3, 3, "丙"), "甲。\n\n- 丙乙。\n"),
    "an insertion at the end of a block": ("# 甲\n\n乙。\n", (1, 1, "丙"), "# 甲丙\n\n乙。\n"),
    "an insertion at the end of the text": ("**甲**\n", (1, 1, "。"), "**甲。**\n"),
    "the text of an item": ("甲。\n\n- 乙。\n", (3, 5, ""), "甲。\n\n- \n"),
}  # fmt: skip


@pytest.mark.parametrize("name", MARKDOWN)
def test_markup_is_never_replaced(name) -> None:
    source, edit, after = MARKDOWN[name]
    assert fixed(source, finding(edit), name="a.md") == (source if after is None else after)


def test_lines_that_were_wrapped() -> None:
    clauses = "云溪县推进依法行政，组织检查百余次，覆盖重点领域，督促整改到位，"
    text = f"{clauses * 2}截止六月办结五件，{clauses * 2}群众满意。"
    width = text.index("止") // 3 + 1
    source = "\n".join(text[at : at + width] for at in range(0, len(text), width))
    assert "截止\n六月" in source
    document = parse(source, "a.txt")
    at = document.text.index("截止")
    assert document.text[at : at + 4] == "截止六月"
    assert fixed(source, finding((at, at + 4, "截至六月"))) == source.replace("止", "至")
    assert fixed(source, finding((at, at + 4, "到六月底"))) == source


def engine(spec, *rules: str) -> Engine:
    return Engine(make_plan([spec(rule) for rule in rules]))


def mended(engine: Engine, text: str, *, unsafe: bool = False, name: str = "a.txt"):
    return mend(engine.run(parse(text, name)), Options(engine.run, unsafe))


RULE = "kind: text\npattern: {0}\nfix: {{replace: match, with: {1}, safety: {2}}}\nexamples: [{{bad: ⟦{0}⟧}}, {{good: 正}}]"


def test_safe_fixes_alone_and_all(spec) -> None:
    rules = RULE.format("截止", "截至", "safe"), RULE.format("布署", "部署", "unsafe")
    both = engine(spec, rules[0], rules[1])
    safe = mended(both, "截止六月，布署。")
    assert (safe.report.document.source, safe.mended, len(safe.rounds)) == ("截至六月，布署。", 1, 1)
    assert [one.span for one in safe.report.findings] == [Span(5, 7)]
    every = mended(both, "截止六月，布署。", unsafe=True)
    assert (every.report.document.source, every.mended, every.report.findings) == ("截至六月，部署。", 2, ())


def test_what_a_fix_reveals_is_mended_in_the_next_round(spec) -> None:
    chain = engine(spec, *(RULE.format(a, b, "safe") for a, b in pairwise("甲乙丙丁")))
    done = mended(chain, "甲。")
    assert (done.report.document.source, done.mended, len(done.rounds)) == ("丁。", 3, 3)


def test_a_document_without_faults(spec) -> None:
    done = mended(engine(spec, RULE.format("截止", "截至", "safe")), "截至六月。")
    assert (done.rounds, done.mended, done.notes) == ((), 0, ())


def test_fixes_that_do_not_settle_are_left_out_and_the_others_made(spec) -> None:
    pairs = {"t/there": ("甲", "乙"), "t/back": ("乙", "甲"), "t/good": ("截止", "截至")}
    rules = [spec(f"severity: warning\n{RULE.format(*pair, 'safe')}")._replace(id=name) for name, pair in pairs.items()]
    done = mended(Engine(make_plan(rules)), "甲。截止六月。")
    assert (done.report.document.source, done.mended) == ("甲。截至六月。", 1)
    assert done.notes == tuple(
        Say(
            f"规则 {name} 的修改经 {MOST_ROUNDS} 轮仍未稳定，未采用；请手工修改。",
            f"the fixes of {name} do not settle in {MOST_ROUNDS} rounds and were left out; mend these by hand",
        )
        for name in ("t/back", "t/there")
    )


def test_fixes_that_bring_new_errors_are_left_out_and_the_others_made(spec) -> None:
    bad = spec(RULE.format("甲", "己经", "safe"))._replace(id="t/bad")
    error = spec("kind: text\npattern: 己经\nexamples: [{bad: ⟦己经⟧}, {good: 正}]")._replace(id="t/error")
    good = spec(RULE.format("截止", "截至", "safe"))._replace(id="t/good")
    done = mended(Engine(make_plan([bad, error, good])), "甲。截止六月。")
    assert (done.report.document.source, done.mended) == ("甲。截至六月。", 1)
    assert done.notes == (
        Say(
            "规则 t/bad 的修改未采用：会带来新的错误 t/error；请手工修改。",
            "the fixes of t/bad were left out: it would bring a new error, t/error; mend these by hand",
        ),
    )


def test_fixes_that_change_how_the_file_is_read_are_left_out(spec) -> None:
    rule = engine(spec, RULE.format("甲", "'# '", "safe"))
    done = mended(rule, "乙。\n\n甲丙。\n", name="a.md")
    assert done.report.document.source == "乙。\n\n甲丙。\n"
    assert [note.en for note in done.notes] == [
        "the fixes of t/rule were left out: the file would be read in another way; mend these by hand"
    ]


def test_what_the_encoding_does_not_have(spec) -> None:
    rule = engine(spec, RULE.format("甲", "〇", "safe"))
    report = rule.run(parse("甲。", "a.txt", "cp950"))
    done = mend(report, Options(rule.run, writable=lambda text: "〇" not in text))
    assert (done.rounds, done.report.document.source) == ((), "甲。")
    assert [note.en for note in done.notes] == [
        "the encoding of the file, cp950, has no “〇”; fixes that need it were left out; save as UTF-8"
    ]


def test_what_cannot_be_written_back_is_told(spec) -> None:
    rule = engine(spec, RULE.format("截止六月", "到六月底", "safe"))
    done = mended(rule, "办结五件，截止\n六月。\n", name="a.md")
    assert [note.en for note in done.notes] == [
        "fixes that reach over a line break or markup were left out: 1; mend these by hand"
    ]


# Every Han character of a document is another one, and what fixes write has none: what is lost or doubled shows.
LINES = {
    "a.txt": ("{}{}{}\n", "　{}{} \r\n", "{}{}\n\n"),
    "a.md": ("{}{}{}\n\n", "**{}{}**{}\n\n", "- {}{}\n", "# {}{}\n\n", "> {}{}\n\n", "{}\n{}\n\n", "{}&amp;{}\n\n", "| {} | {} |\n|---|---|\n| {} | {} |\n\n"),
}  # fmt: skip


@st.composite
def documents(draw) -> Document:
    name = draw(st.sampled_from(sorted(LINES)))
    lines = draw(st.lists(st.sampled_from(LINES[name]), min_size=1, max_size=6))
    fresh = map(chr, count(0x5000))
    return parse("".join(line.format(*(next(fresh) for _ in range(4))) for line in lines), name)


@st.composite
def fixes(draw) -> tuple[Document, list[Finding]]:
    document = draw(documents())
    offsets = st.integers(0, len(document.text))
    edit = st.tuples(offsets, offsets, st.sampled_from(["", "x", "yz"])).map(lambda e: (min(e[:2]), max(e[:2]), e[2]))
    one = st.builds(
        lambda edits, rule: finding(*edits, rule=rule), st.lists(edit, min_size=1, max_size=3), st.sampled_from("ab")
    )
    return document, draw(st.lists(one, max_size=8))


@given(fixes())
@settings(max_examples=500, deadline=None)
def test_nothing_outside_the_edits_is_lost_or_doubled(drawn) -> None:
    document, findings = drawn
    source = document.source
    chosen = choose(document, findings)
    assert all(one.span.end <= other.span.start for one, other in pairwise(chosen.edits))
    gone = {offset for (start, end), _ in chosen.edits for offset in range(start, end)}
    after = apply(source, chosen.edits)
    assert [char for char in after if char >= "\u5000"] == [
        char for offset, char in enumerate(source) if char >= "\u5000" and offset not in gone
    ]
    asked = {offset for one in chosen.findings for (start, end), _ in one.fix.edits for offset in range(start, end)}
    assert {source[offset] for offset in gone if source[offset] >= "\u5000"} <= {document.text[at] for at in asked}


@given(fixes())
@settings(max_examples=300, deadline=None)
def test_a_fix_is_applied_whole_or_not_at_all(drawn) -> None:
    document, findings = drawn
    chosen = choose(document, findings)
    for one in findings:
        alone = choose(document, [one])
        if one in chosen.findings:
            assert set(alone.edits) <= set(chosen.edits)
    written = sum(len(edit.text) for edit in chosen.edits)
    each = {one.fix.edits: one for one in chosen.findings}.values()
    assert written == sum(len(edit.text) for one in each for edit in choose(document, [one]).edits)


def test_many_findings_take_time_in_proportion() -> None:
    text = "甲乙" * 20_000
    report = Report(parse(text, "a.txt"), tuple(finding((at, at + 1, "丙")) for at in range(0, 40_000, 2)))
    chosen = choose(report.document, report.findings)
    assert apply(text, chosen.edits) == "丙乙" * 20_000
