"""Kind `script`: Simplified and Traditional characters, and characters that stand for others."""

from __future__ import annotations

import subprocess
import sys

import pytest

from lint_reports.language import Say
from lint_reports.rules import load_plan

PLAIN = "某某市司法局坚持以人民为中心，认真履行职责，各项工作取得了新的进展，群众满意度进一步提高。"
OTHER = "某某市司法局堅持以人民為中心，認真履行職責，各項工作取得了新的進展，群眾滿意度進一步提高。"
FOREIGN = "kind: script\nfault: foreign"
LEFT = "kind: script\nfault: unconverted\n"
OVER = "kind: script\nfault: overconverted\n"

# The fields, and what follows upon a text in Simplified or Traditional script, with ⟦⟧ round what must be reported.
BEHAVIOUR = {
    "a Traditional word": (FOREIGN, PLAIN, "推⟦進⟧依法行政，⟦維護⟧群众利益。"),
    "Traditional words side by side": (FOREIGN, PLAIN, "各级要⟦認真貫徹執⟧行。"),
    "Traditional words far apart": (FOREIGN, PLAIN, "⟦維護⟧群众的合法⟦權⟧益。"),
    "a mark between them": (FOREIGN, PLAIN, "⟦維護⟧，⟦貫徹⟧落实。"),
    "a Traditional word in a quotation": (FOREIGN, PLAIN, "推广“雲端法庭”，学习《憲法》，再⟦進⟧一步。"),
    "names that Simplified text writes so": (FOREIGN, PLAIN, "鸿昇集团、清濛园区、乾元所、瞭望台、馀姚路。"),
    "a Simplified word": (FOREIGN, OTHER, "認真⟦贯彻⟧落實，⟦优⟧化服務。"),
    "what both scripts have": (FOREIGN, OTHER, "台州、后土、公里、征程、干擾、批准、咨詢、采取、規范、關于。"),
    "shapes of Hong Kong and Taiwan": (FOREIGN, OTHER, "户籍、税收、脱貧、温暖、戶籍、稅收、裡面、裏面、為、爲。"),
    "a text too short to tell": (FOREIGN, "", "推進依法行政。"),
    "a character left": (LEFT + "characters: 范于", OTHER, "規⟦范⟧執法，關⟦于⟧此事，範圍擴大。"),
    "a character that is right": (LEFT + "characters: 后里", OTHER, "皇后街、公里、里程、之⟦后⟧。"),
    "a word left": (LEFT + "words: [标准, 制造]", OTHER, "標⟦准⟧化，批准，⟦制⟧造業，制度，標準。"),
    "a word across two others": (LEFT + "words: 制造", OTHER, "體制造成的影響。"),
    "two words that overlap": (LEFT + "words: [复制, 制品]", OTHER, "復⟦制⟧品。"),
    "nothing in Simplified text": (LEFT + "characters: 范于", PLAIN, "规范执法，关于此事。"),
    "a character too many": (OVER + "characters: 麵後", OTHER, "全⟦麵⟧推進，麵粉，皇⟦後⟧，之後。"),
    "a word too many": (OVER + "words: [制度, 体系]", OTHER, "法定⟦製⟧度，體⟦係⟧，製造，關係，制度，體系。"),
    "the wrong one of two": (OVER + "words: [头发, 发展]", OTHER, "理頭⟦發⟧，⟦髮⟧展，頭髮，發展。"),
    "shapes of one character": (OVER + "words: [里面, 群众]", OTHER, "裡面，裏面，羣衆，群眾。"),
    "nothing too many in Simplified text": (OVER + "characters: 麵", PLAIN, "全面推进。"),
    "a veto": (LEFT + "characters: 于\nunless: [{around: 于某, good: x}]", OTHER, "于某某同志，關⟦于⟧此事。"),
    "variants": ("kind: script\nfault: variants\nvariants: [[平臺, 平台], [群, 羣]]", "", "平臺一、平臺二，⟦平台⟧三，群。"),
    "variants as often": ("kind: script\nfault: variants\nvariants: [[平臺, 平台]]", "", "平臺一，⟦平台⟧二。"),
    "one variant": ("kind: script\nfault: variants\nvariants: [[平臺, 平台]]", "", "平台一，平台二。"),
    "vetoed variants do not count": (
        "kind: script\nfault: variants\nvariants: [[臺, 台]]\nunless: [{around: 台州, good: x}]",
        "",
        "台州、台州、台州，出臺，平⟦台⟧。",
    ),
    "many of a variant": ("kind: script\nfault: variants\nvariants: [[甲, 乙]]", "", "甲" * 9 + "⟦乙⟧" * 5 + "乙乙。"),
    "a spelling": ("kind: script\nfault: spelling\nspellings: {逰: 游, 甯静: 宁静}", "", "⟦逰⟧览，⟦甯静⟧，甯某。"),
    "marks as they are written": ("kind: script\nfault: spelling\nspellings: {「: “}", "", "推进⟦「⟧一件事」改革，“最多跑一次”。"),
    "compatibility": ("kind: script\nfault: compatibility", "", "⟦⼯⟧作，⟦\uf914⟧意，工作，Ⅲ类，①，３㎡，⻓期。"),
    "radicals": ("kind: script\nfault: compatibility\nspellings: {⻓: 长}", "", "⟦⻓⟧期，⟦⼯⟧作。"),
}  # fmt: skip


@pytest.mark.parametrize("trusted", [True, False], ids=["re", "regex"])
@pytest.mark.parametrize("name", BEHAVIOUR)
def test_what_it_finds(marked, name, trusted) -> None:
    fields, before, sample = BEHAVIOUR[name]
    assert marked(fields, before + sample, trusted=trusted) == before + sample


def test_quotations_can_be_looked_into(marked) -> None:
    sample = PLAIN + "推广“⟦雲⟧端法庭”，学习《⟦憲⟧法》。"
    assert marked(FOREIGN + "\nscope: {lift: [quote, title]}", sample) == sample


def test_what_speaks_against_one_part_does_not_hide_another(marked) -> None:
    sample = PLAIN + "推⟦進⟧“雲端法庭”⟦認⟧定。"
    assert marked(FOREIGN, sample) == sample


FIXES = {
    "foreign, Simplified": (FOREIGN, PLAIN, "認真貫徹执行。", ["认真贯彻"]),
    "foreign, Traditional": (FOREIGN, OTHER, "认真贯彻執行。", ["認真貫徹"]),
    "left": (LEFT + "words: [干部, 联系]", OTHER, "全干部聯系。", ["幹", "繫"]),
    "over": (OVER + "words: 制度", OTHER, "法定製度。", ["制"]),
    "variants": ("kind: script\nfault: variants\nvariants: [[平臺, 平台]]", OTHER, "平臺、平臺、平台。", ["平臺"]),
    "spelling": ("kind: script\nfault: spelling\nspellings: {「: “}", OTHER, "「", ["“"]),
    "compatibility": ("kind: script\nfault: compatibility\nspellings: {⻓: 长}", PLAIN, "⻓期⼯作", ["长", "工"]),
}  # fmt: skip


@pytest.mark.parametrize("name", FIXES)
def test_what_should_stand_there(report, name) -> None:
    fields, before, text, right = FIXES[name]
    fields += "\nmessage: {zh: '{right}', en: x}\nfix: {replace: match, with: '{right}', safety: safe}"
    findings = report(fields, before + text).findings
    assert [one.message for one in findings] == [one.fix.edits[0].text for one in findings] == right


def test_what_else_it_says(report) -> None:
    fields = LEFT + "characters: 范于\nmessage: {zh: '“{context}”“{match}”', en: x}"
    findings = report(fields, OTHER + "規范執法,關于").findings
    assert [one.message for one in findings] == ["“規范執”“范”", "“關于”“于”"]


def test_it_shows_the_usual_variant(report) -> None:
    fields = "kind: script\nfault: variants\nvariants: [[平臺, 平台]]\nrelated: [{at: usual, zh: '{usual}', en: x}]"
    fields += "\nmessage: {zh: '{match}{count}：{right}{usual_count}', en: x}"
    (finding,) = report(fields, "平臺、平臺、平台。").findings
    assert (finding.message, finding.related[0]) == ("平台1：平臺2", ((0, 2), "平臺"))


def test_a_short_text_leaves_it_open(report) -> None:
    assert report(FOREIGN, "推進依法行政。").not_applicable == ("t/rule",)


ASKED = """
import sys
from lint_reports import dictionaries
from lint_reports.finding import Severity
from lint_reports.linter import Linter
from lint_reports.rules import choose, load_plan
from lint_reports.settings import Settings
asked, load = [], dictionaries._converter
dictionaries._converter = lambda direction: (asked.append(direction), load(direction))[1]
Linter(choose(load_plan(), Settings(select=("script",), least=Severity.INFO))).check(sys.stdin.buffer.read(), "x.txt")
print(*dict.fromkeys(asked), "opencc" in sys.modules)
"""


@pytest.mark.parametrize(
    "text, asked",
    [
        pytest.param(PLAIN, "False", id="Simplified"),
        pytest.param(OTHER, "t2s True", id="Traditional"),
        pytest.param(OTHER + "皇後街。", "t2s s2t t2tw t2hk True", id="a character that may be wrong"),
        pytest.param(PLAIN + "推進。", "t2s s2t True", id="a word of the other script"),
    ],
)
def test_only_texts_that_need_them_ask_the_dictionaries(text, asked) -> None:
    load_plan()  # into the cache: rules that are read anew are held against the folded text
    command = [sys.executable, "-c", ASKED]
    done = subprocess.run(command, input=text.encode(), capture_output=True, check=True)
    assert done.stdout.decode().strip() == asked


def test_it_has_no_triggers(spec) -> None:
    assert spec("kind: script\nfault: variants\nvariants: [[復議, 複議]]").triggers is None
    assert spec(FOREIGN).triggers is None


def test_what_stands_in_all_texts_is_no_trigger(spec) -> None:
    """It is judged in Traditional texts only, and looked for there."""
    assert spec(LEFT + "words: [标准]\ncharacters: 范於").triggers is None


MISTAKES = {
    "nothing to judge": (
        "kind: script\nfault: unconverted",
        "6:12",
        "fault 为 unconverted 时要有 words 或 characters。",
        "a rule whose fault is unconverted has words or characters",
    ),
    "a list that does not belong to it": (
        FOREIGN + "\nwords: [标准]",
        "7:12",
        "fault 为 foreign 时没有字段 words。",
        "a rule whose fault is foreign has no field words",
    ),
    "a word that is never in the folded text": (
        LEFT + "words: [標準]",
        "7:13",
        "折叠后的文本里没有“標”，写作“标”；照现在这样永远不会匹配。",
        "the folded text never has “標”; it is “标” there, and this would never match",
    ),
    "one variant": (
        "kind: script\nfault: variants\nvariants: [[平臺]]",
        "7:16",
        "列表至少要有 2 项。",
        "the list needs at least 2",
    ),
    "an unknown fault": (
        "kind: script\nfault: overconverter",
        "6:12",
        (
            "没有名为“overconverter”的取值，是否想写“overconverted”？"
            "可用的有：foreign、unconverted、overconverted、variants、spelling、compatibility。"
        ),
        (
            "unknown value “overconverter”; did you mean “overconverted”? "
            "Allowed: foreign, unconverted, overconverted, variants, spelling, compatibility."
        ),
    ),
}


@pytest.mark.parametrize("name", MISTAKES)
def test_a_mistake_is_named_where_it_stands(complaint, mistake, pack, name) -> None:
    fields, place, zh, en = MISTAKES[name]
    source = pack(fields)
    said = Say(mistake(source, place, f"规则 t/rule：{zh}"), mistake(source, place, f"rule t/rule: {en}"))
    assert complaint(source) == said
