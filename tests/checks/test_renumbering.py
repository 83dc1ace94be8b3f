"""Numbers given anew to a series: the labels that follow, what refers to them, and what nobody can tell."""

from __future__ import annotations

import pytest

from lint_reports.engine import Engine
from lint_reports.finding import Safety
from lint_reports.fixing import Options, choose, mend
from lint_reports.placing import apply
from lint_reports.plan import make_plan
from lint_reports.readers import parse

FIELDS = "kind: series\nforms: [章, 条, 一、, （一）, '1.', （1）, ①]\nfault: {}\nfix: {{renumber: true, safety: {}}}\nexamples: [{{bad: ⟦误⟧}}, {{good: 正}}]"
RUN = FIELDS.replace("[章, 条, 一、, （一）, '1.', （1）, ①]", "[一是, '第一，']")
CLAUSE = "抓好落实，明确责任分工。"


def mended(spec, fault: str, text: str, *, fields: str = FIELDS, safety: str = "safe") -> tuple[str, str | None]:
    """The text after the fix of the first finding, and how safe that is."""
    report = Engine(make_plan([spec(fields.format(fault, safety))])).run(parse(text, "a.txt"))
    fix = report.findings[0].fix
    return apply(text, choose(report.document, report.findings[:1]).edits), fix and str(fix.safety)


def listed(*labels: str, end: str = "") -> str:
    return "".join(f"{label}抓好{at}号任务，{CLAUSE}\n" for at, label in enumerate(labels)) + end


SERIES = {
    "the rest moves on": ("duplicate", "一、 二、 二、 三、", "一、 二、 三、 四、"),
    "until the numbers fit again": ("duplicate", "一、 二、 二、 四、 五、", "一、 二、 三、 四、 五、"),
    "a gap after it stays": ("duplicate", "1. 2. 2. 3. 6. 7.", "1. 2. 3. 4. 6. 7."),
    "two at once": ("duplicate", "1. 2. 2. 3. 3. 4. 5. 6.", "1. 2. 3. 4. 5. 6. 7. 8."),
    "the first of two ones": ("duplicate", "（一） （一） （二）", "（一） （二） （三）"),
    "what follows on": ("follow-on", "（一） （二） （二） （三）", "（一） （二） （三） （四）"),
    "over ten": ("duplicate", "九、 十、 十、 十一、", None),
    "half-width labels": ("duplicate", "(一) (二) (二) (三)", "(一) (二) (三) (四)"),
    "full-width digits": ("duplicate", "１． ２． ２． ３．", "１． ２． ３． ４．"),
    "circled": ("duplicate", "① ② ② ③", "① ② ③ ④"),
    "one character": ("duplicate", "㈠ ㈡ ㈡ ㈢", "㈠ ㈡ ㈢ ㈣"),
    "numerals of cheques": ("duplicate", "壹、 贰、 贰、 叁、", "壹、 贰、 叁、 肆、"),
}  # fmt: skip


@pytest.mark.parametrize("name", SERIES)
def test_a_number_that_stands_twice(spec, name) -> None:
    fault, before, after = SERIES[name]
    if after is None:
        before, after = (
            "一、 二、 三、 四、 五、 六、 七、 八、 " + before,
            "一、 二、 三、 四、 五、 六、 七、 八、 九、 十、 十一、 十二、",
        )
    assert mended(spec, fault, listed(*before.split())) == (listed(*after.split()), "safe")


UNSAFE = {
    "a gap is closed": ("gap", "1. 2. 4. 5. 7.", "1. 2. 3. 4. 5."),
    "a slip": ("out-of-order", "（一） （二） （五） （四）", "（一） （二） （三） （四）"),
    "two that have changed places": ("out-of-order", "1. 2. 4. 3. 5.", "1. 2. 3. 4. 5."),
    "a number too high, and the count goes on without it": ("out-of-order", "1. 2. 3. 13. 4. 5.", "1. 2. 3. 4. 5. 6."),
    "a number twice beside one out of order": ("duplicate", "1. 2. 2. 3. 9. 5. 6. 7.", "1. 2. 3. 4. 5. 6. 7. 8."),
    "articles, which other documents cite": ("duplicate", "第一条　 第二条　 第二条　 第三条　", "第一条　 第二条　 第三条　 第四条　"),
}  # fmt: skip


@pytest.mark.parametrize("name", UNSAFE)
def test_what_somebody_should_look_at(spec, name) -> None:
    fault, before, after = UNSAFE[name]
    assert mended(spec, fault, listed(*before.split(" "))) == (listed(*after.split(" ")), "unsafe")


REFERENCES = {
    "an item": ("（{}）", "按照第（三）项执行。", "按照第（四）项执行。"),
    "half-width": ("({})", "按照第(三)项執行。", "按照第(四)项執行。"),
    "several": ("（{}）", "第（一）项至第（三）项、第（三）、（四）项。", "第（一）项至第（四）项、第（四）、（五）项。"),
    "which of the two is meant cannot be told": ("（{}）", "按照第（二）项执行。", "按照第（二）项执行。"),
    "an item of another article": ("（{}）", "按照第五条第（三）项执行。", "按照第五条第（三）项执行。"),
    "of another document": ("（{}）", "按照《考核办法》第（三）项执行。", "按照《考核办法》第（三）项执行。"),
    "a part": ("{}、", "详见第三部分。", "详见第四部分。"),
    "a part in digits": ("{}、", "详见第3部分。", "详见第4部分。"),
}  # fmt: skip


@pytest.mark.parametrize("name", REFERENCES)
def test_references_follow_and_are_unsafe(spec, name) -> None:
    label, before, after = REFERENCES[name]
    text = listed(*(label.format(number) for number in "一二二三四"), end=f"{CLAUSE}{before}\n")
    expected = listed(*(label.format(number) for number in "一二三四五"), end=f"{CLAUSE}{after}\n")
    assert mended(spec, "duplicate", text) == (expected, "unsafe")


def test_a_reference_in_another_section_leads_elsewhere(spec) -> None:
    faulty, right = listed("（一）", "（二）", "（二）", "（三）"), listed("（一）", "（二）", "（三）", "（四）")
    other = listed("（一）", "（二）", "（三）", end=f"{CLAUSE}按照第（三）项执行。\n")
    before = f"一、工作成效\n{faulty}二、下步打算\n{other}"
    assert mended(spec, "duplicate", before) == (f"一、工作成效\n{right}二、下步打算\n{other}", "safe")
    inside = f"一、工作成效\n{faulty}{CLAUSE}按照第（三）项执行。\n二、下步打算\n{other}"
    after = f"一、工作成效\n{right}{CLAUSE}按照第（四）项执行。\n二、下步打算\n{other}"
    assert mended(spec, "duplicate", inside) == (after, "unsafe")


def test_a_label_is_no_reference(spec) -> None:
    before = f"（一）{CLAUSE}\n（二）夯实基础，{CLAUSE}\n（二）{CLAUSE}\n（三）项目建设提速，落实到位。\n"
    after = f"（一）{CLAUSE}\n（二）夯实基础，{CLAUSE}\n（三）{CLAUSE}\n（四）项目建设提速，落实到位。\n"
    assert mended(spec, "duplicate", before) == (after, "safe")


def test_a_label_in_the_middle_of_a_paragraph(spec) -> None:
    before = listed("（一）", "（二）", "（二）") + f"（三）{CLAUSE}（四）{CLAUSE}\n"
    assert mended(spec, "duplicate", before)[1] == "unsafe"


def test_labels_that_repeat_a_number_are_not_parted_from_it(spec) -> None:
    text = listed("1.", "2.", "2.") + f"2.1 {CLAUSE}\n2.2 {CLAUSE}\n" + listed("3.")
    assert mended(spec, "duplicate", text) == (text, None)


def test_no_label_for_the_number(spec) -> None:
    circled = [chr(0x2460 + at) for at in range(20)] + [chr(0x3251 + at) for at in range(15)] + [chr(0x32B1 + at) for at in range(15)]  # fmt: skip
    text = listed(*circled, circled[-1])
    assert mended(spec, "duplicate", text) == (text, None)


def test_a_series_without_end_is_not_offered(spec) -> None:
    text = listed(*(f"{number}." for number in (*range(1, 101), 100)))
    assert mended(spec, "duplicate", text) == (text, None)


def test_a_paragraph_that_stands_twice_is_not_numbered_anew(spec) -> None:
    text = f"（一）{CLAUSE}\n（二）夯实基础，{CLAUSE}\n（二）夯实基础，{CLAUSE}\n（三）抓住重点，{CLAUSE}\n"
    assert mended(spec, "duplicate", text) == (text, None)


def test_numbers_inside_a_paragraph(spec) -> None:
    before = f"抓了三项工作。一是完善制度。{CLAUSE}二是配强队伍。{CLAUSE}二是加强督导。{CLAUSE}三是注重实效。{CLAUSE}"
    after = f"抓了三项工作。一是完善制度。{CLAUSE}二是配强队伍。{CLAUSE}三是加强督导。{CLAUSE}四是注重实效。{CLAUSE}"
    assert mended(spec, "duplicate", before, fields=RUN) == (after, "safe")


def test_a_rule_may_call_it_unsafe(spec) -> None:
    before, after = listed("一、", "二、", "二、"), listed("一、", "二、", "三、")
    assert mended(spec, "duplicate", before, safety="unsafe") == (after, "unsafe")


def test_all_findings_of_a_series_are_mended_at_once(spec) -> None:
    engine = Engine(make_plan([spec(FIELDS.format("[duplicate, follow-on]", "safe"))]))
    report = engine.run(parse(listed("一、", "二、", "二、", "三、", "四、"), "a.txt"))
    assert len(report.findings) == 2
    assert report.findings[0].fix is report.findings[1].fix or report.findings[0].fix == report.findings[1].fix
    done = mend(report, Options(engine.run))
    assert (done.mended, len(done.rounds), done.report.findings) == (2, 1, ())
    assert {one.fix.safety for one in report.findings} == {Safety.SAFE}


def test_only_series_are_numbered(complaint, pack) -> None:
    say = complaint(pack("kind: text\npattern: 误\nfix: {renumber: true, safety: safe}"))
    assert "a fix" not in say.en
    assert "the fix renumber is for rules of kind series" in say.en
