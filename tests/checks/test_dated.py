"""Kind `dated`: wordings that are right from a day on, or up to a day."""

from __future__ import annotations

import pytest

from lint_reports.language import Say

EARLY = "kind: dated\nfault: early\nwords:\n  三中全会: 2024-07-18\n"
LATE = "kind: dated\nfault: late\nwords:\n  银保监局: 2023-05-18\n"
REPORT = "某某市司法局{title}工作总结\n发布日期：{published}\n{text}\n某某市司法局\n{signed}"


def summary(text: str, *, title: str = "2023年", published: str = "", signed: str = "") -> str:
    """A report; what is empty is left out."""
    lines = REPORT.format(title=title, published=published, text=text, signed=signed).split("\n")
    kept = [line for line in lines if line and not line.endswith("：")]
    return "\n".join(kept if signed else kept[:-1])


STUDIED = "深入学习⟦三中全会⟧精神，各项工作取得新的进展。"
ASKED = "联合⟦银保监局⟧开展检查五次，各项工作取得新的进展。"
UNMARKED = {ord("⟦"): None, ord("⟧"): None}
BEHAVIOUR = {
    "early, by the signature": (EARLY, summary(STUDIED, signed="2024年1月5日")),
    "early, by the day before": (EARLY, summary(STUDIED, title="2024年上半年", signed="2024年7月17日")),
    "not early on the day": (EARLY, summary(STUDIED, title="2024年上半年", signed="2024年7月18日").translate(UNMARKED)),
    "early, by the day of publication": (EARLY, summary(STUDIED, published="2024-01-05")),
    "not early, published later": (EARLY, summary(STUDIED, published="2024-08-05").translate(UNMARKED)),
    "not early, the later date counts": (
        EARLY,
        summary(STUDIED, published="2024-08-05", signed="2024年1月5日").translate(UNMARKED),
    ),
    "not early, a signature from before the end of the year reported on is a slip": (
        EARLY,
        summary(STUDIED, title="2024年", signed="2024年1月5日").translate(UNMARKED),
    ),
    "early, by the year reported on": (EARLY, summary(STUDIED, title="2022年")),
    "not early, it may have been written a year later": (EARLY, summary(STUDIED, title="2023年").translate(UNMARKED)),
    "early, by a month": (EARLY.replace("-18", ""), summary(STUDIED, signed="2024年6月30日", title="2024年上半年")),
    "not early in the month": (
        EARLY.replace("-18", ""),
        summary(STUDIED, signed="2024年7月1日", title="2024年上半年").translate(UNMARKED),
    ),
    "no date": (EARLY, summary(STUDIED, title="").translate(UNMARKED)),
    "late, by the year reported on": (LATE, summary(ASKED, title="2024年")),
    "not late, it speaks of the time before": (LATE, summary(ASKED, signed="2024年1月5日").translate(UNMARKED)),
    "not late, published again": (LATE, summary(ASKED, title="", published="2024-08-05").translate(UNMARKED)),
    "late, by the signature": (LATE, summary(ASKED, title="", signed="2024年1月5日")),
    "not late on the day": (LATE, summary(ASKED, title="", signed="2023年5月18日").translate(UNMARKED)),
    "late on the day after": (LATE, summary(ASKED, title="", signed="2023年5月19日")),
    "not late in the month": (
        LATE.replace("-18", ""),
        summary(ASKED, title="", signed="2023年5月31日").translate(UNMARKED),
    ),
    "late, by a year": (LATE.replace("2023-05-18", "2022"), summary(ASKED, title="", signed="2023年1月1日")),
    "not late, the paragraph tells of the past": (
        LATE,
        summary("2022年联合银保监局开展检查五次。\n" + ASKED, title="", signed="2024年1月5日"),
    ),
    "since": (
        EARLY.replace("2024-07-18", "{date: '2024-07-18', since: '2024-01'}"),
        summary(STUDIED, signed="2024年1月5日"),
    ),
    "before since": (
        EARLY.replace("2024-07-18", "{date: '2024-07-18', since: '2024-02'}"),
        summary(STUDIED, signed="2024年1月5日").translate(UNMARKED),
    ),
    "inside a longer word": (
        LATE.replace("2023-05-18", "{date: 2023-05-18, to: 金融监管局, inside: 银保监局域}"),
        summary("接入银保监局域网。" + ASKED, title="", signed="2024年1月5日"),
    ),
    "what must follow": (EARLY + "before: 精神", summary("召开三中全会。" + STUDIED, signed="2024年1月5日")),
    "what must stand before": (EARLY + "after: 学习", summary("贯彻三中全会精神。" + STUDIED, signed="2024年1月5日")),
    "vetoed": (
        EARLY + "unless: [{before: 即将召开的, good: 即将召开的三中全会。}]",
        summary("迎接即将召开的三中全会。" + STUDIED, signed="2024年1月5日"),
    ),
    "masked": (EARLY, summary("印发《三中全会学习方案》。" + STUDIED, signed="2024年1月5日")),
    "the longer of two": (EARLY + "  学习三中全会: 2020", summary(STUDIED, signed="2024年1月5日").translate(UNMARKED)),
    "Traditional script": (EARLY, summary("深入學習⟦三中全會⟧精神，各項工作取得進展。", signed="2024年1月5日")),
}  # fmt: skip


@pytest.mark.parametrize("trusted", [True, False], ids=["re", "regex"])
@pytest.mark.parametrize("name", BEHAVIOUR)
def test_what_it_finds(marked, name, trusted) -> None:
    fields, sample = BEHAVIOUR[name]
    assert marked(fields, sample, trusted=trusted) == sample


def test_the_number_of_a_document_dates_it(marked) -> None:
    sample = "某某市司法局关于开展学习的通知\n某司发〔2024〕5号\n各科室：\n请认真学习⟦三中全会⟧精神，联合⟦银保监局⟧开展检查。"
    early, late = sample.replace("⟦银保监局⟧", "银保监局"), sample.replace("⟦三中全会⟧", "三中全会")
    assert marked(EARLY.replace("2024-07-18", "2025-07-18"), early) == early
    assert marked(LATE, late) == late


def test_without_a_date_it_does_not_apply(report) -> None:
    assert report(EARLY, "深入学习三中全会精神，各项工作取得新的进展。").not_applicable == ("t/rule",)


WRITTEN = {
    "a day": ("2024年1月5日", "2024年7月18日，2024年1月5日，", "2024年1月5日"),
    "a year": ("", "2024年7月18日，2022年，", "2022"),
}


@pytest.mark.parametrize("name", WRITTEN)
def test_what_it_says(report, name) -> None:
    signed, message, place = WRITTEN[name]
    fields = EARLY + "message: {zh: '{date}，{written}，{right}', en: '{match}'}\n"
    fields += "related: [{at: written, zh: 此, en: here}]"
    text = summary(STUDIED, title="2022年", signed=signed).translate(UNMARKED)
    (finding,) = report(fields, text).findings
    assert (finding.message, finding.related[0].span.of(text)) == (message, place)


def test_how_it_mends(report) -> None:
    fields = "kind: dated\nfault: late\nwords:\n  银保监局: {date: 2023, to: 金融监管局}\n"
    fields += "fix: {replace: match, with: '{right}', safety: unsafe}"
    (finding,) = report(fields, "某某市司法局2024年工作總結\n2024年，聯合銀保監局開展檢查五次，取得進展。").findings
    assert finding.fix.edits[0].text == "金融監管局"


def test_its_triggers_are_the_wordings(spec) -> None:
    assert spec(EARLY + "  四中全会: 2025-10-23").triggers == ("三中全会", "四中全会")


# The fields of a rule, which begin in line 5, column 5; where the mistake is; what is said of it.
MISTAKES = {
    "no date": (
        "kind: dated\nfault: early\nwords: {三中全会: 2024年7月}",
        "7:19",
        "“2024年7月”不是日期：写作 2024-07-18、2024-07 或 2024。",
        "“2024年7月” is no date; write 2024-07-18, 2024-07 or 2024",
    ),
    "no such month": (
        "kind: dated\nfault: early\nwords: {三中全会: 2024-13}",
        "7:19",
        "“2024-13”不是日期：写作 2024-07-18、2024-07 或 2024。",
        "“2024-13” is no date; write 2024-07-18, 2024-07 or 2024",
    ),
    "an entry without a date": (
        "kind: dated\nfault: early\nwords: {三中全会: {to: 二中全会}}",
        "7:19",
        "缺少字段 date。",
        "the field date is missing",
    ),
    "unknown fault": (
        "kind: dated\nfault: erly\nwords: {三中全会: 2024}",
        "6:12",
        "没有名为“erly”的取值，是否想写“early”？可用的有：early、late。",
        "unknown value “erly”; did you mean “early”? Allowed: early, late.",
    ),
    "unknown name": (
        "kind: dated\nfault: early\nwords: {三中全会: 2024}\nat: day",
        "8:9",
        "没有名为“day”的位置。可用的有：match、written。",
        "unknown place “day”. Allowed: match, written.",
    ),
}


@pytest.mark.parametrize("name", MISTAKES)
def test_a_mistake_is_named_where_it_stands(complaint, mistake, pack, name) -> None:
    fields, place, zh, en = MISTAKES[name]
    source = pack(fields)
    said = Say(mistake(source, place, f"规则 t/rule：{zh}"), mistake(source, place, f"rule t/rule: {en}"))
    assert complaint(source) == said
