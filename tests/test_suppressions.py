"""What authors excuse in their documents."""

from __future__ import annotations

import time

import pytest

from lint_reports.finding import Safety, Severity
from lint_reports.linter import Linter
from lint_reports.notices import NOTICES, notice_plan
from lint_reports.plan import make_plan
from lint_reports.report import Report
from lint_reports.rules import choose, load_plan, policy_of
from lint_reports.settings import Settings

TODAY = "2025-06-30"
EVERYWHERE = "scope: {in: [chrome, metadata, title, recipient, body, signature, attachment, note]}"


@pytest.fixture
def plan(spec):
    """Three rules: t/a reports 甲, t/b reports 乙, u/c reports 丙."""
    rules = [("t/a", "甲"), ("t/b", "乙"), ("u/c", "丙")]
    return (
        *make_plan(spec(f"kind: text\npattern: {word}\n{EVERYWHERE}")._replace(id=name) for name, word in rules),
        *notice_plan(),
    )


@pytest.fixture
def check(plan):
    def check(text, name="t.txt", *, ran=None, strict=False, today=TODAY):
        chosen = tuple(plain for plain in plan if ran is None or plain[0] in ran or plain[0] in NOTICES)
        report = Linter(chosen, policy=policy_of(plan, today, strict=strict)).check(text.encode(), name)
        assert isinstance(report, Report)
        return report

    return check


def shown(report: Report) -> list[str]:
    """Rule and line of each finding."""
    source = report.document.source
    return [
        f"{finding.rule}:{source.count(chr(10), 0, report.document.to_source(finding.span).start) + 1}"
        for finding in report.findings
    ]


def fixed(report: Report) -> str:
    """The file after all fixes of excuses."""
    edits = sorted(edit for finding in report.findings if finding.fix for edit in finding.fix.edits)
    text = report.document.source
    for span, new in reversed(edits):
        text = text[: span.start] + new + text[span.end :]
    return text


def mark(body: str) -> str:
    return f"<!-- lint-reports: {body} -->"


EXCUSED = {
    "the next block": (f"{mark('ignore t/a x')}\n甲\n甲", ["t/a:3"], 1),
    "the next block, over blank lines": (f"{mark('ignore t/a x')}\n\n\n甲\n甲", ["t/a:5"], 1),
    "several excuses of one block": (f"{mark('ignore t/a x')}\n{mark('ignore t/b x')}\n甲乙丙", ["u/c:3"], 2),
    "several rules": (f"{mark('ignore t/a,u/c x')}\n甲乙丙", ["t/b:2"], 2),
    "a pack": (f"{mark('ignore t x')}\n甲乙丙", ["u/c:2"], 2),
    "a pattern": (f"{mark('ignore */c x')}\n甲乙丙", ["t/a:2", "t/b:2"], 1),
    "all": (f"{mark('ignore * x')}\n甲乙丙\n丙", ["u/c:3"], 3),
    "a line": (f"甲乙{mark('ignore-line t/a x')}\n甲", ["t/b:1", "t/a:2"], 1),
    "a range": (
        f"甲\n{mark('ignore-start t/a x')}\n甲\n乙\n\n甲\n{mark('ignore-end')}\n甲",
        ["t/a:1", "t/b:4", "t/a:8"],
        2,
    ),
    "ranges in each other": (
        f"{mark('ignore-start t/a x')}\n{mark('ignore-start t/b x')}\n甲乙\n{mark('ignore-end')}\n甲乙\n{mark('ignore-end')}",
        ["t/b:5"],
        3,
    ),
    "ranges across each other": (
        f"{mark('ignore-start t/a x')}\n{mark('ignore-start t/b x')}\n甲乙\n{mark('ignore-end t/a')}\n甲乙\n{mark('ignore-end t/b')}",
        ["t/a:5"],
        3,
    ),
    "the file": (f"甲\n\n甲乙\n{mark('ignore-file t/a x')}", ["t/b:3"], 2),
    "the last day": (f"{mark(f'ignore t/a until {TODAY} x')}\n甲", [], 1),
    "Chinese words": (f"{mark('忽略本行 t/a 引文')}甲", [], 1),
    "two that cover the same": (f"{mark('ignore-file t/a x')}\n{mark('ignore t/a x')}\n甲", [], 1),
}


@pytest.mark.parametrize("name", EXCUSED)
def test_what_is_excused(check, name) -> None:
    text, findings, suppressed = EXCUSED[name]
    report = check(text)
    assert (shown(report), report.suppressed) == (findings, suppressed)


def test_a_table_is_one_block(check) -> None:
    report = check(f"{mark('ignore t/a x')}\n\n|甲|乙|\n|-|-|\n|丙|甲|\n\n甲\n", "t.md")
    assert (shown(report), report.suppressed) == (["t/b:3", "u/c:5", "t/a:7"], 2)


def test_a_heading_in_markdown_is_one_block(check) -> None:
    report = check(f"{mark('ignore t/a x')}\n## 甲\n\n甲\n", "t.md")
    assert (shown(report), report.suppressed) == (["t/a:4"], 1)


NOTICED = {
    "nothing in the next block": (f"丁\n{mark('ignore t/a x')}\n丁\n", ["excuse/unused:2"], "丁\n丁\n"),
    "nothing follows": (f"丁\n{mark('ignore t/a x')}", ["excuse/unused:2"], "丁\n"),
    "nothing on its line": (f"甲\n乙 {mark('ignore-line t/a x')}\n", ["t/a:1", "t/b:2", "excuse/unused:2"], "甲\n乙\n"),
    "nothing in a range": (
        f"甲\n{mark('ignore-start t/a x')}\n丁\n{mark('ignore-end')}\n",
        ["t/a:1", "excuse/unused:2"],
        "甲\n丁\n",
    ),
    "nothing of the first rule": (
        f"{mark('ignore u/c, t/a x')}\n甲",
        ["excuse/unused:1"],
        f"{mark('ignore t/a x')}\n甲",
    ),
    "nothing of the last rule": (
        f"{mark('ignore t/a, u/c x')}\n甲",
        ["excuse/unused:1"],
        f"{mark('ignore t/a x')}\n甲",
    ),
    "a range over": (f"{mark('ignore t/a until 2025-06-29 x')}\n甲", ["excuse/expired:1", "t/a:2"], "甲"),
    "over, and nothing to excuse": (f"{mark('ignore t/a until 2025-06-29 x')}\n丁", ["excuse/expired:1"], "丁"),
    "a rule that is none": (
        f"{mark('ignore t/a,u/cc x')}\n甲丙",
        ["excuse/unknown-rule:1", "u/c:2"],
        f"{mark('ignore t/a,u/c x')}\n甲丙",
    ),
    "a notice": (f"{mark('ignore-file excuse/unused x')}", ["excuse/unknown-rule:1"], None),
    "a rule where the reason should be": (f"{mark('ignore t/a t/b x')}\n甲乙", ["excuse/malformed:1", "t/b:2"], None),
    "malformed": (f"{mark('ignroe t/a x')}\n甲", ["excuse/malformed:1", "t/a:2"], None),
    "a range without end": (f"{mark('ignore-start t/a x')}\n甲", ["excuse/malformed:1", "t/a:2"], None),
    "an end without start": (f"甲\n{mark('ignore-end')}\n", ["t/a:1", "excuse/malformed:2"], "甲\n"),
    "the end of another range": (
        f"{mark('ignore-start t/a x')}\n甲\n{mark('ignore-end t/b')}\n",
        ["excuse/malformed:1", "t/a:2", "excuse/malformed:3"],
        None,
    ),
}


@pytest.mark.parametrize("name", NOTICED)
def test_what_is_said_of_excuses(check, name) -> None:
    text, findings, mended = NOTICED[name]
    report = check(text)
    assert shown(report) == findings
    if mended is not None:
        assert fixed(report) == mended


def test_fixes_that_take_excuses_out_are_safe(check) -> None:
    (finding,) = check(f"{mark('ignore t/a x')}\n丁\n").findings
    assert finding.fix
    assert finding.fix.safety is Safety.SAFE
    assert finding.message == "这条豁免（t/a）没有豁免任何问题，可删去。"


def test_a_line_without_text_is_explained(check) -> None:
    (notice, _) = check(f"{mark('ignore-line t/a x')}\n甲\n").findings
    assert notice.message == "这条豁免（t/a）没有豁免任何问题：本行没有正文。要豁免下一段请写 ignore。"


@pytest.mark.parametrize("name", NOTICES)
def test_the_samples_of_notices_show_them(name) -> None:
    rules = load_plan()
    linter = Linter(choose(rules, Settings()), policy=policy_of(rules, TODAY, strict=True))
    for sample, expected in ((NOTICES[name].bad, True), (NOTICES[name].good, False)):
        text = sample if "\n" in sample else f"一、依法行政情况\n{sample}\n三、存在的问题\n"
        report = linter.check(text.encode(), "a.txt")
        assert isinstance(report, Report)
        assert (name in [finding.rule for finding in report.findings]) is expected


NOT_JUDGED = {
    "a rule that was not run": ("ignore t/a x", ["t/b", "u/c"]),
    "a pack that was run in part": ("ignore t x", ["t/a"]),
    "all, and not all were run": ("ignore * x", ["t/a", "t/b"]),
}


@pytest.mark.parametrize("name", NOT_JUDGED)
def test_what_cannot_be_called_unused(check, name) -> None:
    body, ran = NOT_JUDGED[name]
    assert shown(check(f"{mark(body)}\n丁", ran=ran)) == []
    assert shown(check(f"{mark(body)}\n丁")) == ["excuse/unused:1"]


def test_reasons_are_asked_for_in_strict_mode_only(check) -> None:
    text = f"{mark('ignore t/a')}\n甲\n{mark('ignore t/a 引文')}\n甲"
    assert shown(check(text)) == []
    report = check(text, strict=True)
    assert (shown(report), report.suppressed) == (["excuse/reason-missing:1"], 2)


def test_one_that_should_go_needs_no_reason(check) -> None:
    assert shown(check(f"{mark('ignore t/a')}\n丁", strict=True)) == ["excuse/unused:1"]


def test_without_a_day_nothing_expires(check) -> None:
    assert shown(check(f"{mark('ignore t/a until 2000-01-01 x')}\n甲", today="")) == []


def test_notices_are_chosen_and_levelled_like_rules(plan) -> None:
    text = f"{mark('ignore t/a x')}\n丁"
    levelled = tuple(rule._replace(severity=int(Severity.ERROR)) for rule in plan)
    for rules, severities in ((plan[:3], []), (plan, [Severity.WARNING]), (levelled, [Severity.ERROR])):
        report = Linter(rules, policy=policy_of(plan)).check(text.encode(), "t.txt")
        assert isinstance(report, Report)
        assert [finding.severity for finding in report.findings] == severities


def test_messages_in_english(plan) -> None:
    report = Linter(plan, "en", policy=policy_of(plan)).check(f"{mark('ignore t/a x')}\n丁".encode(), "t.txt")
    assert isinstance(report, Report)
    assert [finding.message for finding in report.findings] == ["this excuse (t/a) excuses nothing; delete it"]


def test_hostile_documents_end_in_seconds(check) -> None:
    many = 5_000
    start = time.monotonic()
    nested = (mark("ignore-start * x") + "\n甲\n") * many + (mark("ignore-end") + "\n") * many
    assert check(nested).suppressed == many
    stars = "*".join("abcdefgh") * 20
    assert len(check("\n".join(f"{mark(f'ignore {stars}{number} x')}" for number in range(many))).findings) == many
    assert time.monotonic() - start < 30
