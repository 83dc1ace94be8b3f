"""Kind `swap` with a list of terms: characters that are missing or exchanged."""

from __future__ import annotations

import pytest

from lint_reports.checks.slips import Slips
from lint_reports.engine import Engine
from lint_reports.errors import RuleFileError
from lint_reports.kinds import KINDS
from lint_reports.kinds.slips import deletions, packed, seams, transpositions
from lint_reports.plan import make_plan
from lint_reports.prefilter import Prefilter
from lint_reports.readers import read
from lint_reports.rulelang.loading import load_packs
from lint_reports.rulelang.reading import unmark
from lint_reports.text import Span

TERMS = ("统筹推进", "人民调解委员会", "矛盾纠纷排查化解", "实质性化解", "行政执法监督", "案件审理")


def forms(slips) -> list[tuple[str, bool, bool]]:
    return [(slip.wrong, slip.left, slip.right_side) for slip in slips]


def test_the_forms_with_a_character_missing() -> None:
    assert forms(deletions("统筹推进")) == [
        ("筹推进", True, False),
        ("统推进", True, False),
        ("统筹进", False, True),
        ("统筹推", False, True),
    ]


def test_a_form_is_made_once_and_not_of_characters_that_may_be_missing() -> None:
    assert [slip.wrong for slip in deletions("实质性化解")] == ["质性化解", "实性化解", "实质性化"]
    assert [slip.wrong for slip in deletions("野生动植物")] == ["生动植物", "野动植物", "野生动物", "野生动植"]
    assert [slip.wrong for slip in deletions("件件有回音")] == ["件有回音", "件件有音", "件件有回"]


def test_the_forms_with_two_characters_exchanged() -> None:
    assert forms(transpositions("统筹推进")) == [
        ("筹统推进", True, False),
        ("统推筹进", False, False),
        ("统筹进推", False, True),
    ]
    assert [slip.wrong for slip in transpositions("件件落实")] == ["件落件实", "件件实落"]


# The text, and with ⟦⟧ what must be found in it.
FINDS = {
    "the terms themselves": "统筹推进人民调解委员会建设，开展矛盾纠纷排查化解。",
    "missing in the middle": "开展⟦矛盾纠排查化解⟧工作。",
    "missing near the beginning, after a mark": "一年来，⟦统推进⟧各项工作。",
    "missing near the beginning, after a common word": "扎实⟦统推进⟧各项工作。",
    "missing near the beginning, after any other character": "系统推进各项工作。",
    "missing near the end, before a mark": "各项工作要⟦统筹进⟧。",
    "missing near the end, before a common word": "各项任务⟦统筹进⟧落实。",
    "missing near the end, before any other character": "各项工作统筹进一步加强。",
    "the first one missing": "一年来，⟦民调解委员会⟧建设加快。各村民调解委员会成立。",
    "the last one missing": "加强⟦行政执法监⟧，又有行政执法监控。",
    "an ending that many words have": "选出人民调解委员。",
    "three characters between marks": "坚持强基础、统推进、优服务，统推进。",
    "exchanged in the middle": "⟦统推筹进⟧各项工作，加强⟦行政法执监督⟧。",
    "exchanged at the beginning": "一年来，⟦筹统推进⟧各项工作。各地筹统推进。",
    "exchanged at the end": "各项工作⟦统筹进推⟧，各项工作统筹进推动。",
    "a character that may be missing": "推动争议实质化解。",
    "twice": "⟦统推筹进⟧，⟦统推筹进⟧。",
    "beyond the first plane": "𠀀𠀁，⟦统推进⟧各项工作，𠀀⟦统推筹进⟧。",
    "an empty text": "",
}


@pytest.mark.parametrize("name", FINDS)
def test_what_is_found(name) -> None:
    text, spans = unmark(FINDS[name])
    assert tuple(sorted(span for span, _ in slips_in(text, packed(TERMS, ("deletion", "transposition"), ())))) == spans


def slips_in(text: str, plain) -> list[tuple[Span, str]]:
    """The slips of a text, as the engine asks for them."""
    return list(Slips(plain).find(text, Prefilter([*seams(plain)]).find(text)))


RIGHT = {
    "a word over the seam": (("纠排",), "开展矛盾纠排查化解工作。"),
    "the whole form": (("矛盾纠排查化解",), "开展矛盾纠排查化解工作。"),
    "a word elsewhere": (("排查",), "开展⟦矛盾纠排查化解⟧工作。"),
    "two characters that are exchanged": (("推筹",), "⟦统推筹进⟧各项工作。"),
    "three over them": (("推筹进",), "统推筹进各项工作。"),
}


@pytest.mark.parametrize("name", RIGHT)
def test_what_is_right(name) -> None:
    words, sample = RIGHT[name]
    text, spans = unmark(sample)
    found = [span for span, _ in slips_in(text, packed(TERMS, ("deletion", "transposition"), words))]
    assert tuple(found) == spans


def test_only_the_slips_that_are_asked_for() -> None:
    text = "统推筹进各项工作，开展矛盾纠排查化解。"
    assert [right for _, right in slips_in(text, packed(TERMS, ("deletion",), ()))] == ["矛盾纠纷排查化解"]
    assert [right for _, right in slips_in(text, packed(TERMS, ("transposition",), ()))] == ["统筹推进"]


def test_what_is_part_of_another_term_is_no_slip() -> None:
    assert slips_in("民调解委员会成立。", packed(("人民调解委员会", "村民调解委员会"), ("deletion",), ())) == []


@pytest.fixture
def load(tmp_path, pack):
    """Reads a rule with its data files."""

    def load(fields: str, terms: str = "统筹推进\n矛盾纠纷排查化解\n", right: str = "系统\n"):
        (tmp_path / "terms.txt").write_text(terms, encoding="utf-8")
        (tmp_path / "right.txt").write_text(right, encoding="utf-8")
        path = tmp_path / "t.yaml"
        path.write_text(pack(f"kind: swap\n{fields}\n"), encoding="utf-8")
        return load_packs([str(path)], KINDS, trusted=False)[0].rules[0]

    return load


def findings(rule, sample: str) -> list[str]:
    fields = {"message": rule.message._replace(zh="{match}→{right}")}
    report = Engine(make_plan([rule._replace(**fields)])).run(read(sample.encode(), "报告.txt"))
    return [finding.message for finding in report.findings]


def test_a_rule_with_terms_and_words(load) -> None:
    rule = load("terms: terms.txt\nlegitimate: right.txt\nwords: {布署: 部署, 己经: 已经}")
    sample = "各地认真布署，統推籌進各项工作，“统推筹进”是错的，己经开展矛盾纠排查化解。"
    assert findings(rule, sample) == [
        "布署→部署",
        "統推籌進→统筹推进",
        "己经→已经",
        "矛盾纠排查化解→矛盾纠纷排查化解",
    ]


def test_the_longest_of_a_slip_and_a_word(load) -> None:
    rule = load("terms: terms.txt\nwords: {推筹: 筹推, 统推筹进工: 统筹推进工}")
    assert findings(rule, "统推筹进工作，统推筹进各项任务。") == ["统推筹进工→统筹推进工", "统推筹进→统筹推进"]


def test_longer_words_in_which_a_slip_is_right(load) -> None:
    rule = load("terms: terms.txt\ninside: 传统推筹进度")
    assert findings(rule, "传统推筹进度表，又统推筹进各项工作。") == ["统推筹进→统筹推进"]


WRONG = {
    "neither": ("severity: error", "缺少字段 words 或 terms。"),
    "slips without terms": ("words: {布署: 部署}\nslips: deletion", "slips 要与 terms 合用。"),
    "legitimate without terms": ("words: {布署: 部署}\nlegitimate: right.txt", "legitimate 要与 terms 合用。"),
}


@pytest.mark.parametrize("name", WRONG)
def test_fields_that_do_not_fit_together(load, name) -> None:
    fields, zh = WRONG[name]
    with pytest.raises(RuleFileError) as caught:
        load(fields)
    assert f"规则 t/rule：{zh}" in caught.value.say.zh


def test_a_term_that_is_too_short(load, tmp_path) -> None:
    with pytest.raises(RuleFileError) as caught:
        load("terms: terms.txt", terms="统筹推进\n责任制\n")
    short = f"词表 {tmp_path / 'terms.txt'} 中的“责任制”过短：至少 4 字，否则漏字后认不出来。"
    assert short in caught.value.say.zh
