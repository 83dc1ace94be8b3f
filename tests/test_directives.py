"""What comments to the program say."""

from __future__ import annotations

import pytest

from lint_reports.directives import Action, Directive, Malformed, read_directive
from lint_reports.text import Span


def said(body: str) -> Directive | Malformed:
    text = f"甲\n<!-- lint-reports: {body} -->"
    return read_directive(text, Span(2, len(text)))


READ = {
    "the next block": ("ignore a/b 原文如此", Action.NEXT, ["a/b"], "", "原文如此"),
    "no reason": ("ignore a/b", Action.NEXT, ["a/b"], "", ""),
    "this line": ("ignore-line a/b x", Action.LINE, ["a/b"], "", "x"),
    "a range": ("ignore-start a,b/* x", Action.START, ["a", "b/*"], "", "x"),
    "the end of a range": ("ignore-end", Action.END, [], "", ""),
    "the end of one of several": ("ignore-end a/b", Action.END, ["a/b"], "", ""),
    "the file": ("ignore-file a/b 全文引用", Action.FILE, ["a/b"], "", "全文引用"),
    "capitals": ("IGNORE-File a/b", Action.FILE, ["a/b"], "", ""),
    "Chinese words": ("忽略本行 a/b、c/d 原文如此", Action.LINE, ["a/b", "c/d"], "", "原文如此"),
    "Traditional words": ("忽略開始 a", Action.START, ["a"], "", ""),
    "all rules": ("ignore 全部 引文", Action.NEXT, ["*"], "", "引文"),
    "all rules, in English": ("ignore all quoted", Action.NEXT, ["*"], "", "quoted"),
    "blanks round commas": ("ignore a/b , c/d ， e 引文", Action.NEXT, ["a/b", "c/d", "e"], "", "引文"),
    "a comma before the reason": ("ignore a/b，引文", Action.NEXT, ["a/b"], "", "引文"),
    "no space before the reason": ("ignore a/b引文", Action.NEXT, ["a/b"], "", "引文"),
    "a dash before the reason": ("ignore a/b -- as quoted", Action.NEXT, ["a/b"], "", "as quoted"),
    "the word reason": ("ignore a/b 理由：引文", Action.NEXT, ["a/b"], "", "引文"),
    "a last day": ("ignore a/b until 2026-12-31 待改", Action.NEXT, ["a/b"], "2026-12-31", "待改"),
    "a last day in Chinese": ("忽略 a/b 有效期至2026年3月5日，待改", Action.NEXT, ["a/b"], "2026-03-05", "待改"),
    "a last day after 至": ("忽略 a/b 至2026-3-5", Action.NEXT, ["a/b"], "2026-03-05", ""),
    "a reason that begins like a last day": ("忽略 a/b 至今未改", Action.NEXT, ["a/b"], "", "至今未改"),
}


@pytest.mark.parametrize("name", READ)
def test_what_is_read(name: str) -> None:
    body, action, rules, until, reason = READ[name]
    found = said(body)
    assert isinstance(found, Directive)
    assert (found.action, [rule.name for rule in found.rules], found.until, found.reason) == (
        action,
        rules,
        until,
        reason,
    )


def test_the_places_of_names() -> None:
    text = "甲\n<!-- lint-reports： ignore a/b, c 引文-->\n乙"
    found = read_directive(text, Span(2, text.index("\n乙")))
    assert isinstance(found, Directive)
    assert [rule.place.of(text) for rule in found.rules] == ["a/b", "c"]


MALFORMED = {
    "nothing": ("", "豁免注释没有写要做什么。可用的有：ignore、ignore-line、ignore-start、ignore-end、ignore-file。"),
    "a misspelt word": (
        "ignroe a/b",
        "豁免注释不认识“ignroe”，是否想写“ignore”？可用的有：ignore、ignore-line、ignore-start、ignore-end、ignore-file。",
    ),
    "no rule": ("ignore", "豁免注释没有写明规则；写规则名（逗号分隔），全部规则写 *。"),
    "a reason only": ("ignore 原文如此", "豁免注释没有写明规则；写规则名（逗号分隔），全部规则写 *。"),
    "no such day": ("ignore a/b until 2025-02-30 x", "豁免注释的到期日不对；写作 2026-12-31 或 2026年12月31日。"),
    "no day": ("ignore a/b until next year", "豁免注释的到期日不对；写作 2026-12-31 或 2026年12月31日。"),
    "a comment in it": ("ignore a/b <!-- x", "豁免注释没有写完：应在一行内以 --> 结束。"),
}


@pytest.mark.parametrize("name", MALFORMED)
def test_what_is_malformed(name: str) -> None:
    body, zh = MALFORMED[name]
    found = said(body)
    assert isinstance(found, Malformed)
    assert found.say.zh == zh


def test_one_that_is_not_closed() -> None:
    text = "<!-- lint-reports: ignore a/b 引文"
    assert isinstance(read_directive(text, Span(0, len(text))), Malformed)
