"""Kind `nearmiss`: names that are off by a character or two."""

from __future__ import annotations

import pytest

from lint_reports.engine import Engine
from lint_reports.kinds import KINDS
from lint_reports.language import Say
from lint_reports.plan import make_plan
from lint_reports.readers import read
from lint_reports.rulelang.loading import load_packs

TEXT = "kind: nearmiss\nwhere: text\nnames: [中华人民共和国, 习近平新时代中国特色社会主义思想]\n"
TITLE = "kind: nearmiss\nwhere: title\nprefix: 中华人民共和国\nnames: [中华人民共和国行政复议法, 重大行政决策程序暂行条例]\n"
BEHAVIOUR = {
    "one exchanged": (TEXT, "根据⟦中华人民共合国⟧法律办理。"),
    "one left out": (TEXT, "根据⟦中华人共和国⟧法律办理。"),
    "one put in": (TEXT, "根据⟦中华人民的共和国⟧法律办理。"),
    "two in the wrong order": (TEXT, "根据⟦中华人民和共国⟧法律办理。"),
    "Traditional script": (TEXT, "根據⟦中華人民共合國⟧法律辦理。"),
    "right": (TEXT, "根据中华人民共和国法律办理。"),
    "right, twice in a row": (TEXT, "中华人民共和国中华人民共和国。"),
    "two slips are too many in a short name": (TEXT, "根据中花人民共合国法律办理。"),
    "another beginning is another name": (TEXT, "根据东华人民共和国法律办理。"),
    "another end, too": (TEXT, "根据中华人民共和党法律办理。"),
    "at the end of the text": (TEXT + "scope: {in: title}", "根据⟦中华人民共合国⟧"),
    "nothing behind it": (TEXT, "根据中华人民"),
    "two in a long name": (TEXT, "坚持以⟦习近平新时代特色社会主义思想⟧为指导。"),
    "one doubled": (TEXT, "坚持以⟦习近平新时代中国特色社会主义思思想⟧为指导。"),
    "three are too many": (TEXT, "坚持以新时代中国特色社会主义思想为指导。"),
    "a mark is no slip": (TEXT, "根据中华人民、共和国法律办理。"),
    "masked": (TEXT, "学习“中华人民共合国”的写法。"),
    "lifted": (TEXT + "scope: {lift: quote}", "学习“⟦中华人民共合国⟧”的写法。"),
    "known": (TEXT + "known: 中华人民共合国", "根据中华人民共合国法律和⟦中华人民共何国⟧法律办理。"),
    "vetoed": (TEXT + "unless: [{before: 误作, good: 误作中华人民共合国。}]", "误作中华人民共合国。"),
    "near to two names": (
        "kind: nearmiss\nwhere: text\nnames: [云溪县财政局, 云溪县民政局]",
        "报云溪县行政局备案，抄送⟦云西县财政局⟧。",
    ),
    "of a name and a longer one the shorter": (
        "kind: nearmiss\nwhere: text\nnames: [云溪县财政局长, 云溪县财政局]",
        "报⟦云西县财政局⟧长备案。",
    ),
    "a title": (TITLE, "学习《⟦行政复意法⟧》。"),
    "a title with its beginning": (TITLE, "学习《⟦中华人民共和国行政复意法⟧》。"),
    "a long title": (TITLE, "学习《⟦重大行政决策条例⟧》《重大决策条例》。".replace("⟦", "").replace("⟧", "")),
    "a long title with two slips": (TITLE, "学习《⟦重大行政决策暂行条例⟧》。"),
    "right titles": (TITLE, "学习《行政复议法》《中华人民共和国行政复议法》《重大行政决策程序暂行条例》。"),
    "what is added": (TITLE, "学习《⟦行政复意法⟧（2023修订）（节选）》《行政复议法（2023修订）》。"),
    "a short form": (TITLE, "学习《行政决策程序暂行条例》《政复议法》。"),
    "another end of a title": (TITLE, "学习《行政复议书》。"),
    "a title in marks within": (TITLE, "学习《关于〈行政复意法〉的说明》。"),
    "no end": (TITLE, "学习《行政复意法"),
    "in a quotation": (TITLE, "讨论“学习《行政复意法》的体会”。"),
    "known title": (TITLE + "known: 行政复义法", "学习《行政复义法》。"),
    "vetoed title": (
        TITLE + "unless: [{within: 复意, good: 《行政复意法》。}]",
        "学习《行政复意法》《⟦行政复义法⟧》。",
    ),
}


@pytest.mark.parametrize("trusted", [True, False], ids=["re", "regex"])
@pytest.mark.parametrize("name", BEHAVIOUR)
def test_what_it_finds(marked, name, trusted) -> None:
    fields, sample = BEHAVIOUR[name]
    assert marked(fields, sample, trusted=trusted) == sample


FIXES = {
    "the whole name": (
        TEXT,
        "依照「中華人民共合國」法律辦理。" + 12 * "各單位應當認真學習，結合實際貫徹執行。",
        "中華人民共和國",
    ),
    "a title as it was cited": (TITLE, "学习《行政复意法》。", "行政复议法"),
    "a title with its beginning": (TITLE, "学习《中华人民共和国行政复意法》。", "中华人民共和国行政复议法"),
}


@pytest.mark.parametrize("name", FIXES)
def test_how_it_mends(report, name) -> None:
    fields, text, right = FIXES[name]
    fields += "scope: {lift: quote}\n"
    (finding,) = report(fields + "fix: {replace: match, with: '{right}', safety: unsafe}", text).findings
    assert finding.fix.edits[0].text == right


def test_its_triggers(spec) -> None:
    assert spec(TITLE).triggers == ("《",)
    assert spec(TEXT).triggers == ("中华人", "习近平新时", "代中国特色", "民共和国", "社会主义思想")


# The fields of a rule, which begin in line 5, column 5; where the mistake is; what is said of it.
MISTAKES = {
    "no names": ("kind: nearmiss\nwhere: text", "4:5", "应有 names 或 file。", "names or file is needed"),
    "a name too short": (
        "kind: nearmiss\nwhere: text\nnames: 国务院",
        "4:5",
        "“国务院”太短：在正文里找的名称至少 5 字。",
        "“国务院” is too short; names looked for in the text have 5 characters",
    ),
    "unknown name": (
        "kind: nearmiss\nwhere: title\nnames: 行政复议法\nat: right",
        "8:9",
        "没有名为“right”的位置。可用的有：match。",
        "unknown place “right”. Allowed: match.",
    ),
}


@pytest.mark.parametrize("name", MISTAKES)
def test_a_mistake_is_named_where_it_stands(complaint, mistake, pack, name) -> None:
    fields, place, zh, en = MISTAKES[name]
    source = pack(fields)
    said = Say(mistake(source, place, f"规则 t/rule：{zh}"), mistake(source, place, f"rule t/rule: {en}"))
    assert complaint(source) == said


def test_names_come_from_a_file_as_well(tmp_path, pack) -> None:
    (tmp_path / "names.txt").write_text("# 局\n云溪县财政局\n云溪县水利局\n", encoding="utf-8")
    rules = tmp_path / "t.yaml"
    rules.write_text(pack("kind: nearmiss\nwhere: text\nnames: 云溪县民政局\nfile: names.txt"), encoding="utf-8")
    (loaded,) = load_packs([str(rules)], KINDS, trusted=False)
    text = "报云西县财政局、云溪县民震局和云溪县水利局备案。"
    found = Engine(make_plan(loaded.rules)).run(read(text.encode(), "报告.txt")).findings
    assert [finding.span.of(text) for finding in found] == ["云西县财政局", "云溪县民震局"]
